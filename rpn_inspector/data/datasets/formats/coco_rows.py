"""COCO's annotations as rows of Parquet: a row a box, as pandas writes them. bbox is in px, a list or named numbers.

The picture's name may stand beside, or be joined from COCO's images; with an image_id alone it is the picture's name.
Its bytes may be in the rows too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.json_fields import Object, box_of, text_of
from rpn_inspector.data.datasets.support.parquet_picture import EmbeddedRow
from rpn_inspector.data.datasets.support.parquet_table import (
    EXPORTED,
    check_size,
    column_names,
    errors,
    first_line,
    footer_of,
    opened,
    rows_of,
)
from rpn_inspector.data.datasets.support.text import parse_json, shown, size_of

_NAMES = ("file_name", "filename", "image_path", "path", "image")
_IDS = ("image_id", "img_id")
_CLASSES = ("category_name", "class_name", "category", "label", "name", "category_id", "class_id")
_OTHERS = ("id", "iscrowd", "width", "height", "bbox", "score")
_PARTS = ("list", "bag", "array")  # what stands in a schema between a list and its elements


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a column bbox of plain numbers and a column of pictures; with scores a detector's boxes."""
    footer = footer_of(excerpt.path)
    names = column_names(footer)
    if EXPORTED in footer or "bbox" not in names or "objects" in names or "annotations" in names:
        return Evidence.NONE
    behind = names[names.index("bbox") + 1 :]
    if len(behind) > 2 and behind[0] in _PARTS and behind[2] in _PARTS:  # a list of boxes
        return Evidence.NONE
    if not any(name in names for name in (*_NAMES, *_IDS)):
        return Evidence.NONE
    return Evidence.DETECTIONS if "score" in names else likely(True)


def read(source: Source) -> Dataset:
    """Return the dataset of such files; an unusable row is skipped and counted. Raises `BadFile` or `MissingExtra`."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        with opened(path) as table:
            schema = table.schema_arrow
            leaves = {table.metadata.schema.column(at).path for at in range(table.metadata.num_columns)}
            stored = next(
                (name for name in _NAMES if {name, f"{name}.bytes"} & leaves and not _is_text(schema, name)), ""
            )
            known = (*_NAMES, *_IDS, *_CLASSES, *_OTHERS)
            wanted = [
                name
                for name in dict.fromkeys(schema.names)
                if name in known and (name == "bbox" or _is_plain(schema, name))
            ]
            wanted += [f"{stored}.path"] if f"{stored}.path" in leaves else []
            check_size(table, wanted, path)
            try:
                for place, group, row, entry in rows_of(table, wanted):
                    inside = EmbeddedRow(path, row, 0, group=group, column=stored) if stored else None
                    _add(entry, path, place, builder, inside)
            except errors() as error:
                builder.notes.skip("unreadable rows", path, 1, f"the rest of the file is left out: {first_line(error)}")
    return builder.dataset(FORMAT.title, SIDES)


def _is_plain(schema: Any, name: str) -> bool:
    return not str(schema.field(name).type).startswith(("struct", "binary", "large_binary"))


def _is_text(schema: Any, name: str) -> bool:
    return name in schema.names and "string" in str(schema.field(name).type).partition("<")[0]


def _add(entry: Object, path: Path, place: int, builder: DatasetBuilder, inside: EmbeddedRow | None) -> None:
    id_ = next((entry[key] for key in _IDS if isinstance(entry.get(key), int | str)), "")
    beside = entry.get(inside.column) if inside is not None else None
    name, others = text_of(beside if isinstance(beside, dict) else entry, "path", *_NAMES), list[str]()
    if not name and id_ != "":
        name, others = str(id_), [f"{id_:012d}"] if isinstance(id_, int) and id_ >= 0 else []
    if not name and inside is not None:
        name = f"{path.stem} {place}"
    if not name:
        builder.notes.skip("no picture named", path, place, "found neither a name nor an id of a picture")
        return
    declared = size_of(entry.get("height"), entry.get("width"))
    record = builder.picture(
        name, path, place, declared=declared, image_id=str(id_), others=others,
        embedded=None if inside is None else lambda: inside,
    )  # fmt: skip
    if entry.get("bbox") is not None:  # a picture without an object, where images were joined
        _add_box(entry, record, path, place, builder)


def _add_box(entry: Object, record: Record, path: Path, place: int, builder: DatasetBuilder) -> None:
    try:
        written = entry["bbox"]
        box = box_of(parse_json(written) if isinstance(written, str) else written)
    except ValueError as error:
        builder.notes.skip("not four numbers", path, place, f"bbox: {error}")
        return
    kind = Kind.CROWD if entry.get("iscrowd") in (1, True) else Kind.NORMAL
    number = entry.get("id")
    builder.add_gt(record, box, _class_of(entry, _CLASSES), path, place, kind, "" if number is None else str(number))


def _class_of(entry: Object, keys: Sequence[str]) -> str:
    label = next((entry[key] for key in keys if entry.get(key) is not None), "unnamed")
    return label if isinstance(label, str) else shown(label)


FORMAT = Format(
    name="coco-rows",
    title="COCO rows",
    covers="annotations in Parquet",
    suffixes=(".parquet",),
    detect=detect,
    read=read,
    grouping=Grouping.TOGETHER,
)
