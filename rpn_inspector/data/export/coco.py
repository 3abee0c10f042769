"""COCO results: a bare list of image_id, category_id, bbox x y w h and score.

A results file cannot say that a box has no class, and COCOeval drops, even with ``useCats = 0``, boxes of a
category the ground truth does not list. So a proposal bears one of the dataset's own ids, as in MMDetection's
proposals, and the file beside says that the id means nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from rpn_inspector.data.export.exported import NO_CLASS, Classes, Exported, Provenance, shortest, written

_ANY = "category_id {id} stands for any class: proposals have none; evaluate with COCOeval's params.useCats = 0"


def write(rows: Iterable[Exported], stream: IO[bytes], beside: IO[bytes], provenance: Provenance) -> int:
    """Write the list to ``stream``, and ``provenance`` with the pictures' ids by name to ``beside``."""
    count = 0
    ids: dict[str, list[int | str]] = {}
    classes, met = Classes(), set[int]()
    stream.write(b"[")
    for row in rows:
        ids.setdefault(row.image, []).append(row.image_id)
        classes = row.classes
        met.update(row.kinds())
        corners = written(row.boxes).reshape(-1, 4)
        sides = corners[:, 2:] - corners[:, :2]  # in double from the written numbers, so that x + w reads back
        lines = zip(corners.tolist(), sides.tolist(), shortest(row.score), row.kinds(), strict=True)
        for box, side, score, kind in lines:
            record = {"image_id": row.image_id, "category_id": classes.id(kind), "bbox": box[:2] + side}
            record["score"] = float(score)
            stream.write(((",\n" if count else "\n") + json.dumps(record, allow_nan=False)).encode())
            count += 1
    stream.write(b"\n]\n")
    named = {name: each[0] if len(each) == 1 else each for name, each in ids.items()}
    side_table = provenance.as_dict() | _said(classes, met or {NO_CLASS}) | {"image_id": named}
    beside.write(json.dumps(side_table, indent=1, ensure_ascii=False).encode(errors="replace"))
    return count


def _said(classes: Classes, met: set[int]) -> dict[str, object]:
    """Return the meaning of the file's category ids."""
    said: dict[str, object] = {}
    if NO_CLASS in met:
        said["category_id"] = _ANY.format(id=classes.any)
    named = sorted(met - {NO_CLASS})
    return said | ({"categories": {str(classes.ids[kind]): classes.names[kind] for kind in named}} if named else {})
