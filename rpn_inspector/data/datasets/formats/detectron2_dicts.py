"""detectron2's dataset dicts as JSON: a list of pictures, each box with the number of its mode."""

from __future__ import annotations

import math
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, turned
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.json_fields import Object, four, from_sides, objects, text_of
from rpn_inspector.data.datasets.support.text import number, read_json, shown, size_of

# ``detectron2.structures.BoxMode``, in the order of its numbers
MODES = ("XYXY_ABS", "XYWH_ABS", "XYXY_REL", "XYWH_REL", "XYWHA_ABS")


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the key ``bbox_mode``."""
    return Evidence.CERTAIN if "bbox_mode" in excerpt.keys else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of lists of dicts; classes are numbers, for the names are not in the file."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        document = read_json(path, builder.notes)
        if not isinstance(document, list):
            raise BadFile(path, f"is not {FORMAT.title}: found {shown(document)}, wanted a list of pictures")
        for place, entry in objects(document, path, "", builder.notes):
            _picture(entry, path, place, builder)
    return builder.dataset(FORMAT.title)


def _picture(entry: Object, path: Path, place: str, builder: DatasetBuilder) -> None:
    name = text_of(entry, "file_name")
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with file_name")
        return
    declared, id_ = size_of(entry.get("height"), entry.get("width")), str(entry.get("image_id", ""))
    record = builder.picture(name, path, place, declared=declared, image_id=id_)
    for where, annotation in objects(entry.get("annotations"), path, f"{place}.annotations", builder.notes):
        _annotation(annotation, record, path, where, builder)


def _annotation(annotation: Object, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    try:
        box = _box(annotation, record.declared)
    except ValueError as error:
        builder.notes.skip("not four numbers", path, place, str(error))
        return
    kind = Kind.CROWD if annotation.get("iscrowd") == 1 else Kind.NORMAL
    label = str(annotation.get("category_id", "unnamed"))
    builder.add_gt(record, box, label, path, place, kind, attributes={"iscrowd": annotation.get("iscrowd")})


def _box(annotation: Object, size: tuple[int, int] | None) -> Box:
    mode = _mode(annotation.get("bbox_mode"))
    values = annotation.get("bbox")
    if mode == "XYWHA_ABS":
        if not isinstance(values, list) or len(values) != 5:
            raise ValueError(f"found {shown(values)}, wanted centre, size and angle")
        x, y, width, height, angle = map(number, values)
        return turned((x - width / 2, y - height / 2, x + width / 2, y + height / 2), math.radians(angle))
    x1, y1, x2, y2 = from_sides(values) if mode.startswith("XYWH") else four(values)
    if mode.endswith("ABS"):
        return x1, y1, x2, y2
    if size is None:
        raise ValueError(f"a box of mode {mode} needs height and width of the picture")
    return x1 * size[1], y1 * size[0], x2 * size[1], y2 * size[0]


def _mode(written: object) -> str:
    if isinstance(written, int) and not isinstance(written, bool) and 0 <= written < len(MODES):
        return MODES[written]
    word = str(written).rpartition(".")[2]  # as str() of the enumeration, or with <BoxMode.XYXY_ABS: 0>
    word = word.partition(":")[0].strip("<> ")
    if word in MODES:
        return word
    raise ValueError(f"bbox_mode is {shown(written)}, wanted 0 to {len(MODES) - 1}")


FORMAT = Format(
    name="detectron2",
    title="detectron2 dataset dicts",
    suffixes=(".json",),
    detect=detect,
    read=read,
)
