"""MMEngine JSON: ``metainfo`` and ``data_list``, corners in px; and the list of pictures MMDetection 2 had."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.json_fields import Object, four, list_under, name_among, objects, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown, size_of


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a data list, or for a list of pictures with ``ann``."""
    keys = excerpt.keys
    older = excerpt.is_list and keys >= {"filename", "ann", "bboxes"}
    return Evidence.CERTAIN if keys >= {"metainfo", "data_list"} or older else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files in either form; a class without a name is a number."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        if isinstance(document, list):
            for place, entry in objects(document, path, "", builder.notes):
                _older(entry, path, place, builder)
            continue
        entries = list_under(document, "data_list", path, FORMAT.title)
        names = _names(document.get("metainfo"))
        for name in names:
            builder.classes.setdefault(name, len(builder.classes))
        for place, entry in objects(entries, path, "data_list", builder.notes):
            _picture(entry, names, path, place, builder)
    return builder.dataset(FORMAT.title, CORNERS)


def _names(metainfo: Any) -> list[str]:
    facts = metainfo if isinstance(metainfo, dict) else {}
    found: Any = next((facts[key] for key in ("classes", "CLASSES") if key in facts), [])
    return [str(name) for name in found] if isinstance(found, list) else [str(found)]  # a single class may be a text


def _record(entry: Object, name: str, path: Path, place: str, builder: DatasetBuilder) -> Record | None:
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with img_path")
        return None
    declared = size_of(entry.get("height"), entry.get("width"))
    return builder.picture(name, path, place, declared=declared, image_id=str(entry.get("img_id", "")))


def _picture(entry: Object, names: list[str], path: Path, place: str, builder: DatasetBuilder) -> None:
    record = _record(entry, text_of(entry, "img_path", "file_name"), path, place, builder)
    if record is None:
        return
    for where, instance in objects(entry.get("instances"), path, f"{place}.instances", builder.notes):
        kind = Kind.IGNORED if instance.get("ignore_flag") == 1 else Kind.NORMAL
        label = name_among(names, instance.get("bbox_label", "unnamed"))
        _add(instance.get("bbox"), label, kind, record, path, where, builder)


def _older(entry: Object, path: Path, place: str, builder: DatasetBuilder) -> None:
    record, ann = _record(entry, text_of(entry, "filename"), path, place, builder), entry.get("ann")
    if record is None or not isinstance(ann, dict):
        return
    for suffix, kind in (("", Kind.NORMAL), ("_ignore", Kind.IGNORED)):
        boxes, labels = ann.get(f"bboxes{suffix}"), ann.get(f"labels{suffix}")
        if not isinstance(boxes, list):
            continue
        numbers = labels if isinstance(labels, list) else ["unnamed"] * len(boxes)
        if len(numbers) != len(boxes):
            raise BadFile(path, f"{place}: {len(boxes)} boxes and {len(numbers)} labels, wanted as many")
        for at, (box, label) in enumerate(zip(boxes, numbers, strict=True)):
            _add(box, str(label), kind, record, path, f"{place}.ann.bboxes{suffix}[{at}]", builder)


def _add(box: Any, label: str, kind: Kind, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    try:
        corners = four(box)
    except ValueError as error:
        builder.notes.skip("not four numbers", path, place, str(error))
        return
    builder.add_gt(record, corners, label, path, place, kind)


FORMAT = Format(
    name="mmengine",
    title="MMEngine",
    covers="MMDetection",
    suffixes=(".json",),
    detect=detect,
    read=read,
    aliases=("mmdetection",),
)
