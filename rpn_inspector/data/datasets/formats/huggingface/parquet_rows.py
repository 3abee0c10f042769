"""Rows of Hugging Face's Parquet: a picture a row, its bytes inside, with objects; read with pyarrow."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.datasets.formats.huggingface.class_names import names_of_schema
from rpn_inspector.data.datasets.formats.huggingface.objects import BOXES, LABELS, add_objects
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.format import Evidence, likely
from rpn_inspector.data.datasets.support.text import shown, size_of
from rpn_inspector.data.pictures.embedded import LARGEST, Embedded

_MAGIC = b"PAR1"
_FOOTER = 1 << 20  # bytes of the footer that are looked at
_BATCH = 256  # rows decoded at once
_MOST_VALUES = 100_000_000  # of all columns that are read
_PICTURES = ("image", "img", "picture")
_READ = {"file_name", "image_path", "image_id", "id", "width", "height", "objects", "iscrowd", *BOXES, *LABELS}
PyArrow: TypeAlias = Any
"""A module or value of pyarrow, which is optional and has no types."""


def looks_like(path: Path) -> Evidence:
    """Return likelihood for boxes and pictures among the names of the columns, which stand in the file's end.

    Exported boxes are a detector's. Nothing is decoded, so pyarrow is not needed.
    """
    try:
        with open_regular(path) as file:
            if file.read(4) != _MAGIC:
                return Evidence.NONE
            size = path.stat().st_size
            file.seek(max(0, size - 8))
            length = struct.unpack("<I", file.read(8)[:4])[0]
            file.seek(max(0, size - 8 - min(length, _FOOTER)))
            footer = file.read(_FOOTER)
    except (OSError, struct.error):
        return Evidence.NONE
    if b"rpn_inspector" in footer:
        return Evidence.DETECTIONS
    return likely(
        any(word in footer for word in (b"bbox", b"boxes")) and (b"image" in footer or b"file_name" in footer)
    )


@dataclass(frozen=True, slots=True)
class EmbeddedRow(Embedded):
    """The picture in row ``start`` of row group ``group``, as bytes or a struct with bytes, in ``column``."""

    group: int = 0
    column: str = ""

    def data(self) -> bytes:
        """Return the picture's bytes. Raises `BadFile`."""
        table = _opened(self.file)
        try:
            with table:
                if table.metadata.row_group(self.group).total_byte_size > 4 * LARGEST:
                    raise BadFile(self.file, f"row group {self.group} is larger than {4 * LARGEST:,} bytes")
                batch = table.read_row_group(self.group, columns=[self.column], use_threads=False)
                found = batch.column(0)[self.start].as_py()
        except _errors() as error:
            raise BadFile(self.file, f"its row {self.start} cannot be read: {_line(error)}") from error
        found = found.get("bytes") if isinstance(found, dict) else found
        if not isinstance(found, bytes):
            raise BadFile(self.file, f"its row {self.start} holds no picture: found {shown(found)}")
        return found


def read_parquet(path: Path, builder: DatasetBuilder) -> None:
    """Add the pictures of a Parquet file. Raises `BadFile`, or `MissingExtra` without pyarrow."""
    table = _opened(path)
    with table:
        schema = table.schema_arrow
        column = next((name for name in _PICTURES if name in schema.names), "")
        names = names_of_schema(schema.metadata)
        leaves = {table.metadata.schema.column(at).path for at in range(table.metadata.num_columns)}
        named = str(schema.field(column).type) in ("string", "large_string") if column else False
        # The pixels are left where they are until a picture is shown.
        wanted = [name for name in schema.names if name in _READ or (named and name == column)]
        wanted += [f"{column}.path"] if f"{column}.path" in leaves else []
        _check_size(table, wanted, path)
        stored = "" if named else column
        try:
            for place, group, row, entry in _rows(table, wanted):
                _picture(entry, column, EmbeddedRow(path, row, 0, group=group, column=stored), names, place, builder)
        except _errors() as error:
            builder.notes.skip("unreadable rows", path, 1, f"the rest of the file is left out: {_line(error)}")


def _check_size(table: PyArrow, wanted: list[str], path: Path) -> None:
    """Raise `BadFile` for more values than can be held: a few bytes of Parquet may stand for billions."""
    total = 0
    for group in range(table.metadata.num_row_groups):
        columns = table.metadata.row_group(group)
        for at in range(columns.num_columns):
            column = columns.column(at)
            read = any(column.path_in_schema == name or column.path_in_schema.startswith(f"{name}.") for name in wanted)
            total += column.num_values if read else 0
    if total > _MOST_VALUES:
        raise BadFile(path, f"has {total:,} values, over the limit of {_MOST_VALUES:,}")


def _rows(table: PyArrow, wanted: list[str]) -> Iterator[tuple[int, int, int, dict[str, Any]]]:
    """Yield number, row group, number in the group, and the wanted columns of each row."""
    place = 0
    for group in range(table.metadata.num_row_groups):
        row = 0
        for batch in table.iter_batches(_BATCH, row_groups=[group], columns=wanted, use_threads=False):
            for entry in batch.to_pylist():
                yield place, group, row, entry
                place, row = place + 1, row + 1


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
    add_objects(entry.get("objects", entry), names, record, path, place, builder)


def _opened(path: Path) -> PyArrow:
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("pyarrow, which reads and writes Parquet,", "parquet", error) from error
    try:
        with open_regular(path):
            return pyarrow.parquet.ParquetFile(path)
    except _errors() as error:
        raise BadFile(path, f"is no Parquet file that can be read: {_line(error)}") from error


def _errors() -> tuple[type[Exception], ...]:
    import pyarrow

    return (OSError, ValueError, KeyError, IndexError, TypeError, MemoryError, OverflowError, pyarrow.ArrowException)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
