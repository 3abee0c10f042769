"""Labelbox exports: a data row a line or a list of data rows; boxes as top, left, height, width in px."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.json_fields import Object, objects, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import number, shown, size_of


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for data rows of projects."""
    return Evidence.CERTAIN if {"data_row", "projects"} <= excerpt.keys else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of exports; an unusable data row or object is skipped and counted.

    Of several labels of a picture in one project, as in a consensus, the first counts.
    """
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        for place, entry in entries(path, builder.notes):
            _picture(entry, path, place, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _picture(entry: Object, path: Path, place: int | str, builder: DatasetBuilder) -> None:
    row, media = _part(entry, "data_row"), _part(entry, "media_attributes")
    names = [name for key in ("external_id", "row_data", "global_key", "id") if (name := text_of(row, key))]
    if not names:
        wanted = "wanted data_row with external_id"
        builder.notes.skip("no picture named", path, place, f"found {shown(entry.get('data_row'))}, {wanted}")
        return
    declared = size_of(media.get("height"), media.get("width"))
    record = builder.picture(names[0], path, place, declared=declared, image_id=text_of(row, "id"), others=names[1:])
    for where, label in _labels(entry, path, place, builder):
        for at, each in objects(_part(label, "annotations").get("objects"), path, where, builder.notes):
            _object(each, record, path, at, builder)


def _part(entry: Object, key: str) -> Object:
    found = entry.get(key)
    return found if isinstance(found, dict) else {}


def _labels(entry: Object, path: Path, place: int | str, builder: DatasetBuilder) -> Iterator[tuple[str, Object]]:
    """Yield the first label of each project."""
    for key, project in _part(entry, "projects").items():
        where = f"{place}: projects.{key:.40}.labels"
        if not isinstance(project, dict):
            builder.notes.skip("not an object", path, where, f"found {shown(project)}, wanted a project with labels")
            continue
        found = list(objects(project.get("labels"), path, where, builder.notes))
        if len(found) > 1:
            builder.notes.warn("several labels", f"{path}:{where}: {len(found)} labels, the first counts")
        yield from found[:1]


def _object(entry: Object, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    try:
        box = _box(entry)
    except (TypeError, KeyError, ValueError):
        wanted = "wanted bounding_box of top, left, height, width"
        builder.notes.skip("not four numbers", path, place, f"found {shown(entry.get('bounding_box'))}, {wanted}")
        return
    if box is None:
        kind = shown(entry.get("annotation_kind"))
        builder.notes.skip("shape without box", path, place, f"annotation_kind {kind} is no box")
        return
    label, id_ = text_of(entry, "name", "value") or "unnamed", text_of(entry, "feature_id")
    builder.add_gt(record, box, label, path, place, id_=id_)


def _box(entry: Object) -> Box | None:
    """Return corners of a box, or around a polygon; None for another shape."""
    box, polygon = entry.get("bounding_box"), entry.get("polygon")
    if box is not None:
        top, left, height, width = (number(box[key]) for key in ("top", "left", "height", "width"))
        return left, top, left + width, top + height
    if polygon:
        return enclosing([(number(point["x"]), number(point["y"])) for point in polygon])
    return None


FORMAT = Format(name="labelbox", title="Labelbox", suffixes=(".ndjson", ".jsonl", ".json"), detect=detect, read=read)
