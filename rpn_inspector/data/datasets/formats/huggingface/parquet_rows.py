"""Rows of Hugging Face's Parquet: a picture a row, its bytes inside, with objects; read with pyarrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.formats.huggingface.class_names import names_of_schema
from rpn_inspector.data.datasets.formats.huggingface.objects import BOXES, LABELS, add_objects
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.format import Evidence, likely
from rpn_inspector.data.datasets.support.parquet_picture import EmbeddedRow
from rpn_inspector.data.datasets.support.parquet_table import (
    EXPORTED,
    check_size,
    errors,
    first_line,
    footer_of,
    opened,
    rows_of,
)
from rpn_inspector.data.datasets.support.text import size_of

_PICTURES = ("image", "img", "picture")
_OBJECTS = ("objects", "annotations")
_READ = {"file_name", "image_path", "image_id", "id", "width", "height", "iscrowd", *_OBJECTS, *BOXES, *LABELS}


def looks_like(path: Path) -> Evidence:
    """Return likelihood for boxes and pictures among the names of the columns; exported boxes are a detector's."""
    footer = footer_of(path)
    if EXPORTED in footer:
        return Evidence.DETECTIONS
    return likely(
        any(word in footer for word in (b"bbox", b"boxes")) and (b"image" in footer or b"file_name" in footer)
    )


def read_parquet(path: Path, builder: DatasetBuilder) -> None:
    """Add the pictures of a Parquet file. Raises `BadFile`, or `MissingExtra` without pyarrow."""
    table = opened(path)
    with table:
        schema = table.schema_arrow
        column = next((name for name in _PICTURES if name in schema.names), "")
        names = names_of_schema(schema.metadata)
        leaves = {table.metadata.schema.column(at).path for at in range(table.metadata.num_columns)}
        named = str(schema.field(column).type) in ("string", "large_string") if column else False
        # The pixels are left where they are until a picture is shown.
        wanted = [name for name in schema.names if name in _READ or (named and name == column)]
        wanted += [f"{column}.path"] if f"{column}.path" in leaves else []
        check_size(table, wanted, path)
        stored = "" if named else column
        try:
            for place, group, row, entry in rows_of(table, wanted):
                _picture(entry, column, EmbeddedRow(path, row, 0, group=group, column=stored), names, place, builder)
        except errors() as error:
            builder.notes.skip("unreadable rows", path, 1, f"the rest of the file is left out: {first_line(error)}")


def _picture(
    entry: dict[str, Any], column: str, stored: EmbeddedRow, names: list[str], place: int, builder: DatasetBuilder
) -> None:
    path = stored.file
    inner = entry.get(column)
    candidates = (
        inner.get("path") if isinstance(inner, dict) else inner,
        entry.get("file_name"),
        entry.get("image_path"),
    )
    name = next((each for each in candidates if isinstance(each, str) and each), "")
    id_ = entry.get("image_id", entry.get("id"))
    declared = size_of(entry.get("height"), entry.get("width"))
    if stored.column:
        record = builder.own_picture([name or f"{path.stem} {place}"], path, declared=declared, embedded=lambda: stored)
    elif name:
        record = builder.picture(name, path, place, declared=declared)
    else:
        builder.notes.skip("no picture named", path, place, "found neither the bytes nor the name of a picture")
        return
    record.image_id = str(id_) if isinstance(id_, str | int) else ""
    add_objects(next((entry[key] for key in _OBJECTS if key in entry), entry), names, record, path, place, builder)
