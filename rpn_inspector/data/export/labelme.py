"""LabelMe: ``NAME.json`` a picture, each box a rectangle of two corners in px."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.data.export.exported import Exported, written
from rpn_inspector.data.export.file_names import FileNames

VERSION = "5.5.0"  # of LabelMe, whose fields these are


def write(rows: Iterable[Exported], folder: Path) -> int:
    """Write a JSON a picture, the picture named and not embedded; return the number of boxes."""
    names = FileNames(folder, ".json")
    names.file_for("provenance")  # that name is taken
    count = 0
    for row in rows:
        text = json.dumps(document(row), indent=1, ensure_ascii=False, allow_nan=False)
        names.file_for(row.image).write_text(text + "\n", encoding="utf-8", errors="replace", newline="\n")
        count += len(row.boxes)
    return count


def document(row: Exported) -> dict[str, object]:
    """Return one picture's table; LabelMe keeps ``score``, ``anchor``, ``level`` and ``fate`` untouched."""
    height, width = row.known_size()
    corners, scores = written(row.boxes).reshape(-1, 4).tolist(), written(row.score).tolist()
    shapes = [
        {
            "label": kind,
            "points": [box[:2], box[2:]],
            "group_id": None,
            "description": "",
            "shape_type": "rectangle",
            "flags": {},
            "mask": None,
            "score": score,
            "anchor": int(row.anchor[at]),
            "level": row.levels[int(row.level[at])],
            "fate": FATE_KEYS[int(row.fate[at])],
        }
        for at, (box, score, kind) in enumerate(zip(corners, scores, row.kind_names(), strict=True))
    ]
    return {
        "version": VERSION,
        "flags": {},
        "shapes": shapes,
        "imagePath": row.image.replace("\\", "/"),
        "imageData": None,
        "imageHeight": height,
        "imageWidth": width,
    }
