"""Ultralytics NDJSON: a line for the dataset with its class names, then one a picture, boxes in fractions of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.dataset import CENTRE, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source, likely
from rpn_inspector.data.datasets.support.json_fields import Object, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import number, shown, size_of
from rpn_inspector.data.pictures.path_match import same_split

_CENTRES, _OUTLINES = ("boxes", "pose"), ("segments", "obb")  # centre and size, then key points; points of an outline


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for the line of the dataset, or for pictures in its form."""
    keys = excerpt.keys
    return likely({"type", "class_names"} <= keys or {"type", "file", "split", "annotations"} <= keys)


def read(source: Source) -> Dataset:
    """Return the dataset of NDJSON files, of one split where asked for; an unusable line is skipped and counted."""
    builder, split = DatasetBuilder(source.finder()), source.options.split
    for path in source.counted():
        names: Mapping[int, str] = {}
        for place, entry in entries(path, builder.notes):
            if entry.get("type") == "dataset" or "class_names" in entry:
                names = _names(entry.get("class_names"), path, place, builder)
            elif split is None or same_split(text_of(entry, "split"), split):
                _picture(entry, names, path, place, builder)
    if split is not None and not builder.records:
        raise InspectorError(f"{source.files[0]}: has no pictures of split {split!r}")
    return builder.dataset(FORMAT.title, CENTRE)


def _names(written: Any, path: Path, place: int | str, builder: DatasetBuilder) -> dict[int, str]:
    """Return class names by number; every class is known in its order, though without a box."""
    pairs = list(written.items()) if isinstance(written, dict) else []
    if isinstance(written, list):
        pairs = list(enumerate(written))
    elif written and not pairs:
        builder.notes.warn("class without name", f"{path}:{place}: class_names is {shown(written)}")
    names: dict[int, str] = {}
    for key, name in pairs:
        key = int(key) if isinstance(key, str) and key.isascii() and key.isdecimal() and len(key) < 7 else key
        if isinstance(key, int) and isinstance(name, str):
            names[key] = name
        else:
            builder.notes.warn("class without name", f"{path}:{place}: class_names has {shown(key)}: {shown(name)}")
    for key in sorted(names):
        builder.label(names[key], path, place)
    return names


def _picture(entry: Object, names: Mapping[int, str], path: Path, place: int | str, builder: DatasetBuilder) -> None:
    name, split = text_of(entry, "file"), text_of(entry, "split")
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with file")
        return
    # A file is named without its split, so two splits may have one name.
    written = f"{split}/{name}" if split and "/" not in name and "\\" not in name else name
    declared = size_of(entry.get("height"), entry.get("width"))
    record = builder.picture(written, path, place, declared=declared, relative=True)
    groups = entry.get("annotations")
    if not isinstance(groups, dict):
        if groups:
            builder.notes.skip("not an object", path, place, f"annotations: found {shown(groups)}, wanted boxes")
        return
    for key in (*_CENTRES, *_OUTLINES):
        rows = groups.get(key)
        for at, row in enumerate(rows if isinstance(rows, list) else ()):
            _object(row, key, names, record, path, f"{place}: {key}[{at}]", builder)


def _object(
    row: Any, key: str, names: Mapping[int, str], record: Record, path: Path, place: str, builder: DatasetBuilder
) -> None:
    try:
        class_, *values = map(number, row)
        box = _around(values) if key in _OUTLINES else _centred(values)
        class_id = int(class_)
    except (TypeError, ValueError, OverflowError):
        wanted = "class and points" if key in _OUTLINES else "class, cx, cy, w, h"
        builder.notes.skip("not a box", path, place, f"found {_words(row)}, wanted {wanted}")
        return
    builder.add_gt(record, box, names.get(class_id, f"class {class_:g}" if names else f"{class_:g}"), path, place)


def _words(row: Any) -> str:
    return f"{row!r:.80}" if isinstance(row, list) and len(row) < 9 else shown(row)


def _centred(values: list[float]) -> Box:
    cx, cy, w, h = values[:4]
    return cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2


def _around(values: list[float]) -> Box:
    if len(values) < 6 or len(values) % 2:
        raise ValueError("wanted points")
    return enclosing(list(zip(values[::2], values[1::2], strict=True)))


FORMAT = Format(
    name="ultralytics-ndjson",
    title="Ultralytics NDJSON",
    suffixes=(".ndjson", ".jsonl"),
    detect=detect,
    read=read,
    aliases=("ndjson",),
)
