"""VGG Image Annotator, version 3: a project's JSON, or its CSV with the attributes in comments on top."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.text import clean, number, read_text, shown

CSV_HEADER = "# CSV_HEADER = metadata_id,file_list,flags,temporal_coordinates,spatial_coordinates,metadata"
LABELS = ("label", "class", "name", "type", "object", "category", "object_name", "class_name")
SHAPES = ("", "point", "rectangle", "circle", "ellipse", "line", "polyline", "polygon", "extreme rectangle",
          "extreme circle")  # fmt: skip
_NO_AREA = ("point", "line")
_VIDEO, _AUDIO = 4, 8  # of a file's type; 2 is a picture
_TEXT = 1  # of an attribute's type: its value stands for itself, those of others are numbers of options


def looks_like(document: Any) -> bool:
    """Return whether a decoded JSON document is a project of version 3."""
    return isinstance(document, dict) and "project" in document and isinstance(document.get("metadata"), dict)


def read_project(document: Mapping[str, Any], path: Path, builder: DatasetBuilder) -> None:
    """Add the pictures and regions of a project. Raises `BadFile` for a project without its files."""
    files, views = document.get("file"), document.get("view")
    if not isinstance(files, dict):
        raise BadFile(path, f"is a VIA 3 project whose files are {shown(files)}, wanted an object of files")
    attributes = _Attributes(document.get("attribute"))
    records = dict[str, Record]()
    for key, entry in files.items():
        record = _picture(entry, path, f"file {str(key)[:40]!r}", builder)
        if record is not None:
            records[str(key)] = record
    for key, entry in document["metadata"].items():
        place = f"metadata {str(key)[:40]!r}"
        if not isinstance(entry, dict):
            builder.notes.skip("no region", path, place, f"found {shown(entry)}, wanted an object")
            continue
        file = _file_of(views, entry.get("vid"))
        if file in records:
            id_ = str(key)
            _region(entry.get("xy"), entry.get("av"), attributes, records[file], path, place, id_, builder)
        elif file not in files:
            builder.notes.skip("no picture named", path, place, f"its view {shown(entry.get('vid'))} is of no file")


def _file_of(views: Any, view: Any) -> str:
    """Return the file a view shows; the first of several."""
    found = views.get(str(view)) if isinstance(views, dict) else None
    listed = found.get("fid_list") if isinstance(found, dict) else None
    return str(listed[0]) if isinstance(listed, list) and listed else str(view)


def _picture(entry: Any, path: Path, place: str, builder: DatasetBuilder) -> Record | None:
    name = entry.get("fname") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with fname")
        return None
    if entry.get("type") in (_VIDEO, _AUDIO):
        builder.notes.skip("not a picture", path, place, f"{name[:80]} is a video or a sound")
        return None
    source = entry.get("src")
    others = [source] if isinstance(source, str) and "://" not in source[:10] and len(source) < 500 else []
    return builder.picture(name, path, place, image_id=str(entry.get("fid", "")), others=others)


class _Attributes:
    """The names of attributes with their options: the values of regions are option numbers."""

    def __init__(self, written: Any) -> None:
        self._by_id = {
            str(key): entry
            for key, entry in (written.items() if isinstance(written, dict) else ())
            if isinstance(entry, dict)
        }

    def named(self, values: Any) -> dict[str, str]:
        """Return a region's values by the names of their attributes; of several ticked options the first."""
        named = dict[str, str]()
        for key, value in values.items() if isinstance(values, dict) else ():
            entry = self._by_id.get(str(key), {})
            named[str(entry.get("aname") or key)] = self._value(entry, value)
        return named

    @staticmethod
    def _value(entry: Mapping[str, Any], value: Any) -> str:
        text, options = str(value) if isinstance(value, str | int | float) else "", entry.get("options")
        if entry.get("type") == _TEXT or not isinstance(options, dict):
            return text
        return str(options.get(text.split(",")[0], text))


def _label(named: Mapping[str, str]) -> str:
    by_name = {name.casefold(): value for name, value in named.items()}
    return next((by_name[name] for name in LABELS if name in by_name), next(iter(named.values()), "unnamed"))


def _region(
    xy: Any,
    values: Any,
    attributes: _Attributes,
    record: Record,
    path: Path,
    place: int | str,
    id_: str,
    builder: DatasetBuilder,
) -> None:
    if not xy:
        return  # what is said of the picture as a whole
    try:
        code, *numbers = (number(value) for value in xy)
        shape = SHAPES[int(code)] if code in range(1, len(SHAPES)) else f"shape {code:g}"
        box = None if shape in _NO_AREA else _box(shape, numbers)
    except (TypeError, ValueError):
        words = f"found {shown(xy)}, wanted a shape's number and its coordinates"
        builder.notes.skip("no box", path, place, words)
        return
    if box is None:
        builder.notes.skip("shape without area", path, place, f"a {shape} is no box")
        return
    if shape != "rectangle":
        builder.notes.warn("box from polygon", f"{path}:{place}: the {shape}'s enclosing box is taken")
    named = attributes.named(values)
    builder.add_gt(record, box, _label(named), path, place, id_=id_, attributes=named)


def _box(shape: str, numbers: Sequence[float]) -> Box:
    if shape == "rectangle":
        x, y, width, height = numbers
        return x, y, x + width, y + height
    if shape == "circle":
        x, y, radius = numbers
        return x - radius, y - radius, x + radius, y + radius
    if shape == "ellipse":
        x, y, a, b = numbers
        return x - a, y - b, x + a, y + b
    if shape not in SHAPES or shape == "extreme circle" or len(numbers) % 2 or len(numbers) < 4:
        raise ValueError(f"no coordinates of a {shape}")
    return enclosing(list(zip(numbers[0::2], numbers[1::2], strict=True)))


def is_csv(head: str) -> bool:
    """Return whether a CSV's first lines are comments of VIA 3 with the names of the columns."""
    return any(line.replace(" ", "") == CSV_HEADER.replace(" ", "") for line in head.splitlines()[:50])


def read_csv(path: Path, builder: DatasetBuilder) -> None:
    """Add the pictures and regions of a CSV: comments first, then a region a row, its parts as JSON."""
    lines = read_text(path, builder.notes).splitlines()
    attributes = _Attributes(None)
    for line in lines:
        name, _, value = line.lstrip("# ").partition("=")
        if line.startswith("#") and name.strip() == "ATTRIBUTE":
            try:
                attributes = _Attributes(json.loads(value))
            except (ValueError, RecursionError):
                builder.notes.warn("attributes unreadable", f"{path}: the attributes on top are not JSON")
    for number_, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            _row(line, attributes, path, number_, builder)


def _row(line: str, attributes: _Attributes, path: Path, number_: int, builder: DatasetBuilder) -> None:
    try:
        id_, files, _, times, xy, values, *_ = next(csv.reader([line]), [])
        names, span, place, said = (json.loads(text or "[]") for text in (files, times, xy, values))
    except (ValueError, RecursionError, csv.Error):
        builder.notes.skip("no region", path, number_, f"wanted {CSV_HEADER[15:]}, but found {clean(line[:60])!r}")
        return
    name = names[0] if isinstance(names, list) and names else names
    if not isinstance(name, str) or not name:
        builder.notes.skip("no picture named", path, number_, f"its files are {files[:60]!r}")
        return
    if span:
        builder.notes.skip("not a picture", path, number_, f"is of a time of the video {name[:80]}")
        return
    record = builder.picture(name, path, number_)
    _region(place, said, attributes, record, path, number_, id_, builder)
