"""Supervisely JSON: a file a picture, ``ann/NAME.json`` beside ``img/NAME``, with points in px."""

from __future__ import annotations

from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.json_fields import Object, objects, points, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown, size_of

META = "meta.json"
_BESIDE = (META, "obj_class_to_machine_color.json", "key_id_map.json")
_AREAS = ("rectangle", "polygon")


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for objects with a class title, likelihood for a picture without objects."""
    keys = excerpt.keys
    if keys >= {"classTitle", "geometryType"} or keys >= {"classTitle", "points", "exterior"}:
        return Evidence.CERTAIN
    return Evidence.LIKELY if keys >= {"objects", "size", "tags"} and not excerpt.is_list else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files of one picture each; shapes without area, and bitmaps, are skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        if path.name == META:
            continue
        try:
            document = read_json(path, builder.notes)
        except BadFile as error:
            builder.notes.skip("broken JSON", path, 1, error.problem)
            continue
        if not isinstance(document, dict) or not isinstance(document.get("objects"), list):
            builder.notes.skip("not Supervisely", path, 1, f"found {shown(document)}, wanted a list of objects")
            continue
        size = document.get("size")
        declared = size_of(size.get("height"), size.get("width")) if isinstance(size, dict) else None
        # p1.jpg.json today, p1.json in older projects
        record = builder.own_picture([path.stem], path, declared=declared)
        for place, shape in objects(document["objects"], path, "objects", builder.notes):
            _shape(shape, record, path, place, builder)
    return builder.dataset(FORMAT.title, CORNERS, short=True)


def _shape(shape: Object, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    kind, corners = text_of(shape, "geometryType") or "rectangle", shape.get("points")
    if kind not in _AREAS:
        builder.notes.skip("shape without box", path, place, f"a {kind:.40} is no box")
        return
    try:
        box = enclosing(points(corners.get("exterior") if isinstance(corners, dict) else None))
    except ValueError as error:
        builder.notes.skip("shape without points", path, place, str(error))
        return
    if kind != "rectangle":
        builder.notes.warn("box from polygon", f"{path}:{place}: the {kind}'s enclosing box is taken")
    tags = [text_of(tag, "name") for _, tag in objects(shape.get("tags"), path, f"{place}.tags", builder.notes)]
    attributes = {"tags": ", ".join(filter(None, tags)), "description": shape.get("description")}
    label, id_ = text_of(shape, "classTitle") or "unnamed", str(shape.get("id", ""))
    builder.add_gt(record, box, label, path, place, id_=id_, attributes=attributes)


FORMAT = Format(
    name="supervisely",
    title="Supervisely",
    suffixes=(".json",),
    detect=detect,
    read=read,
    per_picture=(".json",),
    grouping=Grouping.TOGETHER,
    is_companion=lambda path: path.name == META and (path.parent / "ds0").is_dir(),
    owns=lambda path: path.name in _BESIDE or path.parent.name in ("img_info", "meta"),
)
