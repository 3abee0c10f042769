"""VGG Image Annotator, version 2: a project, JSON or CSV; rectangles, and enclosing boxes of other regions."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Record
from rpn_inspector.data.datasets.formats.via import via3
from rpn_inspector.data.datasets.support.csv_rows import TableHeader, field, rows
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.text import number, shown

_OUTLINES = ("polygon", "polyline", "circle", "ellipse")


def looks_like(fields: Sequence[str]) -> bool:
    """Return whether a CSV's header is VIA's."""
    header = TableHeader(fields)
    return header.at("filename") is not None and header.at("regionshapeattributes") is not None


def read_project(document: Mapping[str, Any], path: Path, builder: DatasetBuilder) -> None:
    """Add the pictures and regions of a project or an exported JSON document."""
    if isinstance(document.get("_via_img_metadata"), dict):
        document = document["_via_img_metadata"]
    for key, entry in document.items():
        name = entry.get("filename") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not name:
            builder.notes.skip("no picture named", path, f"{key!r:.60}", "wanted an object with filename and regions")
            continue
        record = builder.picture(name, path, f"{key!r:.60}", image_id=str(key))
        regions = entry.get("regions")
        parts = regions.values() if isinstance(regions, dict) else regions if isinstance(regions, list) else ()
        for at, region in enumerate(parts):
            if isinstance(region, dict):
                shape, labels = region.get("shape_attributes"), region.get("region_attributes")
                _region(shape, labels, record, path, f"{name}: regions[{at}]", str(at), builder)
            else:
                builder.notes.skip("no region", path, f"{name}: regions[{at}]", f"found {shown(region)}")


def read_csv(path: Path, builder: DatasetBuilder) -> None:
    """Add the pictures and regions of a CSV. Raises `BadFile` for another header."""
    header: TableHeader | None = None
    for line, row in rows(path, builder.notes):
        if header is None:
            if not looks_like(row):
                raise BadFile(path, "its first row is no header of VIA, which names filename, region_shape_attributes")
            header = TableHeader(row)
            continue
        name = field(row, header.at("filename"))
        if not name:
            builder.notes.skip("no picture named", path, line, "its filename is empty")
            continue
        record = builder.picture(name, path, line)
        texts = [field(row, header.at(column)) for column in ("regionshapeattributes", "regionattributes")]
        try:
            shape, labels = (json.loads(text or "{}") for text in texts)
        except (ValueError, RecursionError):
            builder.notes.skip("no region", path, line, f"its attributes are not JSON: {texts[0][:80]!r}")
            continue
        if shape:
            id_ = field(row, header.at("regionid")) or str(line)
            _region(shape, labels, record, path, line, id_, builder)


def _region(
    shape: Any, labels: Any, record: Record, path: Path, place: int | str, id_: str, builder: DatasetBuilder
) -> None:
    name = shape.get("name") if isinstance(shape, dict) else None
    if name in ("point", "line"):
        builder.notes.skip("shape without area", path, place, f"a {name} is no box")
        return
    try:
        box = _box(shape, str(name))
    except (TypeError, KeyError, ValueError):
        builder.notes.skip("no box", path, place, f"found {shown(shape)}, wanted a region with its numbers")
        return
    if name in _OUTLINES:
        builder.notes.warn("box from polygon", f"{path}:{place}: the {name}'s enclosing box is taken")
    attributes = labels if isinstance(labels, dict) else {}
    builder.add_gt(record, box, _label(labels), path, place, id_=id_, attributes=attributes)


def _box(shape: Mapping[str, Any], name: str) -> Box:
    if name == "rect":
        x, y, width, height = (number(shape[key]) for key in ("x", "y", "width", "height"))
        return x, y, x + width, y + height
    if name in ("polygon", "polyline"):
        xs, ys = ([number(value) for value in shape[key]] for key in ("all_points_x", "all_points_y"))
        return enclosing(list(zip(xs, ys, strict=True)))
    if name == "circle":
        x, y, radius = (number(shape[key]) for key in ("cx", "cy", "r"))
        return x - radius, y - radius, x + radius, y + radius
    if name == "ellipse":
        x, y, a, b = (number(shape[key]) for key in ("cx", "cy", "rx", "ry"))
        theta = number(shape.get("theta", 0))
        if not math.isfinite(theta):
            raise ValueError("theta is not finite")
        across = math.hypot(a * math.cos(theta), b * math.sin(theta))
        down = math.hypot(a * math.sin(theta), b * math.cos(theta))
        return x - across, y - down, x + across, y + down
    raise ValueError(f"no shape called {name}")


def _label(labels: Any) -> str:
    """Return a region's class: the attribute named as a class, else the first; of ticked boxes the first ticked."""
    if not isinstance(labels, dict) or not labels:
        return "unnamed"
    # VIA leaves the names of attributes to its users; a class is looked for under the names that are usual.
    by_name = {str(key).casefold(): value for key, value in labels.items()}
    value = next((by_name[key] for key in via3.LABELS if key in by_name), next(iter(labels.values())))
    if isinstance(value, dict):
        value = next((key for key, ticked in value.items() if ticked), "")
    return str(value) if isinstance(value, str | int | float) else "unnamed"
