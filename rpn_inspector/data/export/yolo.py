"""YOLO: ``labels/NAME.txt`` of ``class cx cy w h`` in fractions of the picture, ``data.yaml`` and ``classes.txt``.

Classes count from 0 as the dataset's do; boxes without a class get an additional class, object.

Five columns are the most every reader takes, so scores and the rest are beside, in ``scores.csv``, by file and line.
The pictures belong into ``images/``, beside ``labels/``; no picture is copied.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.data.export.exported import CLASS, NO_CLASS, Exported, shortest
from rpn_inspector.data.export.file_names import FileNames

_YAML = "# The pictures belong into images/, beside labels/.\ntrain: images\nval: images\nnc: {count}\nnames: {names}\n"
SCORES = ("labels", "line", "image", "anchor", "level", "score", "label", "fate")


def write(rows: Iterable[Exported], folder: Path) -> int:
    """Write a text a picture, empty without boxes, meaning background; return the number of boxes.

    Raises `InspectorError` for two pictures with the same stem, which YOLO cannot tell apart.
    """
    (folder / "labels").mkdir()
    names = FileNames(folder / "labels", ".txt", by_stem=True)
    count = 0
    known: tuple[str, ...] = ()
    unclassed = False
    with (folder / "scores.csv").open("w", encoding="utf-8", errors="replace", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(SCORES)
        for row in rows:
            file = names.file_for(row.image)
            file.write_text("".join(lines(row)), encoding="utf-8", errors="replace", newline="\n")
            label = file.relative_to(folder).as_posix()
            table.writerows([label, at + 1, row.image, *rest] for at, rest in enumerate(_rest(row)))
            # Every picture has the dataset's classes; the last one's stand for all.
            known = row.classes.names
            unclassed |= NO_CLASS in row.kinds()
            count += len(row.boxes)
    # A line of classes.txt is one class: a name with a line break would shift all that follow.
    classes = [" ".join(name.split()) for name in (*known, *([CLASS] if unclassed or not known else []))]
    said = _YAML.format(count=len(classes), names=json.dumps(classes, ensure_ascii=False))
    for name, text in (("data.yaml", said), ("classes.txt", "".join(f"{each}\n" for each in classes))):
        (folder / name).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return count


def lines(row: Exported) -> list[str]:
    """Return a line for each box, unclipped, with all digits of double precision."""
    height, width = row.known_size()
    boxes = np.asarray(row.boxes, np.float64).reshape(-1, 4)
    scale = np.array([width, height], np.float64)
    centres, sides = (boxes[:, :2] + boxes[:, 2:]) / 2 / scale, (boxes[:, 2:] - boxes[:, :2]) / scale
    kinds = [str(len(row.classes.names) if kind == NO_CLASS else kind) for kind in row.kinds()]
    numbers = np.concatenate([centres, sides], 1)
    return [" ".join([kind, *shortest(line)]) + "\n" for kind, line in zip(kinds, numbers, strict=True)]


def _rest(row: Exported) -> list[tuple[object, ...]]:
    levels, fates = [row.levels[level] for level in row.level], [FATE_KEYS[fate] for fate in row.fate]
    return list(zip(row.anchor.tolist(), levels, shortest(row.score), row.label.tolist(), fates, strict=True))
