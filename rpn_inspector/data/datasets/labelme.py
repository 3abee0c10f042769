"""LabelMe JSON: one file a picture; rectangles, and the enclosing boxes of polygons and circles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from rpn_inspector.data.dataset import Dataset, Notes, PictureFinder, Record


def looks_like(document: Any) -> bool:
    """Return whether a decoded JSON document is LabelMe's."""
    return isinstance(document, dict) and isinstance(document.get("shapes"), list)


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of LabelMe ``files``; one that does not parse is skipped and named."""
    notes, classes, records = Notes(), dict[str, int](), list[Record]()
    for path in files:
        try:
            document = msgspec.json.decode(path.read_bytes())
        except (msgspec.DecodeError, OSError, UnicodeDecodeError) as error:
            notes.skip("broken JSON", path, 1, f"not JSON: {error}")
            continue
        if not looks_like(document):
            notes.skip("not LabelMe", path, 1, "wanted an object with a list of shapes")
            continue
        records.append(_record(document, path, finder, classes, notes))
    return Dataset(finder.root, "LabelMe", records, tuple(classes), notes)


def _record(
    document: dict[str, Any], path: Path, finder: PictureFinder, classes: dict[str, int], notes: Notes
) -> Record:
    written = document.get("imagePath")
    name = written if isinstance(written, str) and written else path.stem
    found = finder.find(name, path.parent) or finder.find(path.stem, path.parent)
    if found is None:
        notes.warn("picture missing", f"{path}: {name} is not under {finder.root}")
    height, width = document.get("imageHeight"), document.get("imageWidth")
    declared = (height, width) if isinstance(height, int) and isinstance(width, int) and height > 0 < width else None
    record = Record(name.replace("\\", "/").rsplit("/", 1)[-1], found, declared, source=path)
    for number, shape in enumerate(document["shapes"]):
        _shape(shape, record, path, f"shapes[{number}]", classes, notes)
    return record


def _shape(shape: Any, record: Record, path: Path, place: str, classes: dict[str, int], notes: Notes) -> None:
    try:
        points = [(float(x), float(y)) for x, y in shape["points"]]
        label = shape["label"]
    except (TypeError, ValueError, KeyError, OverflowError):
        notes.skip("shape without points", path, place, "wanted a label and points of x, y")
        return
    kind = shape.get("shape_type", "polygon")
    if kind in ("point", "line", "linestrip") or len(points) < 2:
        notes.skip("shape without area", path, place, f"a {kind} of {len(points)} points is no box")
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    if kind == "circle":
        radius = math.dist(points[0], points[1])
        box = (xs[0] - radius, ys[0] - radius, xs[0] + radius, ys[0] + radius)
    if not all(map(math.isfinite, (*xs, *ys))):
        box = (math.nan,) * 4
    if notes.check(box, path, place):
        record.add(box, classes.setdefault(str(label), len(classes)), id_=str(len(record.boxes)))
