"""Datumaro JSON, as CVAT and Geti export it: items with annotations of x, y, width, height in px."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing, turned
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.json_fields import (
    Object,
    from_sides,
    list_under,
    name_among,
    objects,
    points,
    text_of,
)
from rpn_inspector.data.datasets.support.text import number, read_json, shown, size_of

_WITHOUT_BOX = ("label", "caption", "points", "polyline", "mask", "cuboid_3d", "skeleton")


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the version's key, or for items between categories and infos, early exporters' info."""
    keys = excerpt.keys
    named = keys >= {"categories", "items"} and not keys.isdisjoint(("info", "infos"))
    return Evidence.CERTAIN if "dm_format_version" in keys or named else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of one file a subset; a mask or a point is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        items = list_under(document, "items", path, FORMAT.title)
        names = _names(document)
        for name in names:
            builder.classes.setdefault(name, len(builder.classes))
        for place, item in objects(items, path, "items", builder.notes):
            _item(item, names, path, place, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _names(document: Object) -> list[str]:
    part: Any = document.get("categories")
    for key in ("label", "labels"):
        part = part.get(key) if isinstance(part, dict) else None
    listed = part if isinstance(part, list) else []
    return [str(each.get("name", "")) if isinstance(each, dict) else str(each) for each in listed]


def _item(item: Object, names: list[str], path: Path, place: str, builder: DatasetBuilder) -> None:
    image: Object = next((item[key] for key in ("image", "media") if isinstance(item.get(key), dict)), {})
    name, id_ = text_of(image, "path"), str(item.get("id", ""))
    if not (name or id_):
        builder.notes.skip("no picture named", path, place, f"found {shown(item)}, wanted an item with id and image")
        return
    size = image.get("size")
    declared = size_of(*size) if isinstance(size, list) and len(size) == 2 else None
    others = (id_,) if name and id_ else ()
    record = builder.picture(name or id_, path, place, declared=declared, image_id=id_, others=others)
    for where, annotation in objects(item.get("annotations"), path, f"{place}.annotations", builder.notes):
        _annotation(annotation, names, record, path, where, builder)


def _annotation(
    annotation: Object, names: list[str], record: Record, path: Path, place: str, builder: DatasetBuilder
) -> None:
    type_ = annotation.get("type")
    if type_ in _WITHOUT_BOX:
        builder.notes.skip("shape without box", path, place, f"a {type_} is no box")
        return
    try:
        box = _box(annotation)
    except ValueError as error:
        builder.notes.skip("not four numbers", path, place, str(error))
        return
    if "bbox" not in annotation:
        builder.notes.warn("box from polygon", f"{path}:{place}: the {type_!s:.40}'s enclosing box is taken")
    facts = annotation.get("attributes")
    attributes = {key: annotation[key] for key in ("attributes", "group", "z_order") if annotation.get(key)}
    kind = Kind.CROWD if isinstance(facts, dict) and facts.get("is_crowd") is True else Kind.NORMAL
    label, id_ = name_among(names, annotation.get("label_id", "unnamed")), str(annotation.get("id", ""))
    builder.add_gt(record, box, label, path, place, kind, id_, attributes=attributes)


def _box(annotation: Object) -> Box:
    if "bbox" in annotation:
        box = from_sides(annotation["bbox"])
        angle = number((annotation.get("attributes") or {}).get("rotation") or 0)
        return turned(box, math.radians(angle)) if angle else box
    flat = annotation.get("points")
    if not isinstance(flat, list) or len(flat) % 2:
        raise ValueError(f"found {shown(flat)}, wanted bbox or points")
    return enclosing(points([list(pair) for pair in zip(flat[::2], flat[1::2], strict=True)]))


FORMAT = Format(
    name="datumaro",
    title="Datumaro",
    covers="CVAT, Geti",
    suffixes=(".json",),
    detect=detect,
    read=read,
    aliases=("geti",),
    grouping=Grouping.TOGETHER,
)
