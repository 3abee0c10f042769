"""Parquet files as tables: their columns by the footer, their rows by pyarrow, which is optional."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.regular_file import open_regular

EXPORTED = b"rpn_inspector"  # in the footer of boxes that were exported
_MAGIC = b"PAR1"
_FOOTER = 1 << 20  # bytes of the footer that are looked at
_SCHEMA = 1 << 16  # bytes of it with the names of the columns
_NAMES = re.compile(rb"[\x18\x28\x38\x48]([\x01-\x29])([A-Za-z][A-Za-z0-9_ ]*)")
_BATCH = 256  # rows decoded at once
_MOST_VALUES = 100_000_000  # of all columns that are read
PyArrow: TypeAlias = Any
"""A module or value of pyarrow, which is optional and has no types."""


def footer_of(path: Path) -> bytes:
    """Return the footer, with the names of the columns; b"" for another file. Nothing is decoded, without pyarrow."""
    try:
        with open_regular(path) as file:
            if file.read(4) != _MAGIC:
                return b""
            size = path.stat().st_size
            file.seek(max(0, size - 8))
            length = struct.unpack("<I", file.read(8)[:4])[0]
            file.seek(max(0, size - 8 - min(length, _FOOTER)))
            return file.read(_FOOTER)
    except (OSError, struct.error):
        return b""


def column_names(footer: bytes) -> list[str]:
    """Return the names of the columns and of the parts of them, as far as a footer's first bytes tell.

    A name is the fourth field of an element of the schema, in the compact form of Thrift: field, length, letters.
    """
    found = (each.groups() for each in _NAMES.finditer(footer[:_SCHEMA]))
    return [letters[: length[0]].decode() for length, letters in found if len(letters) >= length[0]]


def opened(path: Path) -> PyArrow:
    """Return pyarrow's file. Raises `BadFile`, or `MissingExtra` without pyarrow."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("pyarrow, which reads and writes Parquet,", "parquet", error) from error
    try:
        with open_regular(path):
            return pyarrow.parquet.ParquetFile(path)
    except errors() as error:
        raise BadFile(path, f"is no Parquet file that can be read: {first_line(error)}") from error


def errors() -> tuple[type[Exception], ...]:
    """Return what pyarrow raises for a broken file."""
    import pyarrow

    return (OSError, ValueError, KeyError, IndexError, TypeError, MemoryError, OverflowError, pyarrow.ArrowException)


def first_line(error: Exception) -> str:
    """Return an error's words on one line."""
    return " ".join(str(error).split())[:200]


def check_size(table: PyArrow, wanted: list[str], path: Path) -> None:
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


def rows_of(table: PyArrow, wanted: list[str]) -> Iterator[tuple[int, int, int, dict[str, Any]]]:
    """Yield number, row group, number in the group, and the wanted columns of each row."""
    place = 0
    for group in range(table.metadata.num_row_groups):
        row = 0
        for batch in table.iter_batches(_BATCH, row_groups=[group], columns=wanted, use_threads=False):
            for entry in batch.to_pylist():
                yield place, group, row, entry
                place, row = place + 1, row + 1


def text_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield number and fields of the header, then of each row, as texts; "" for no value.

    Columns of bytes or of structs hold no numbers of a box, and are left out. Raises `BadFile`, or `MissingExtra`.
    """
    with opened(path) as table:
        schema = table.schema_arrow
        wanted = [
            name
            for name in dict.fromkeys(schema.names)
            if not str(schema.field(name).type).startswith(("binary", "large_binary", "struct"))
        ]
        check_size(table, wanted, path)
        yield 0, wanted
        try:
            for place, _, _, entry in rows_of(table, wanted):
                yield place + 1, ["" if entry[name] is None else str(entry[name]) for name in wanted]
        except errors() as error:
            raise BadFile(path, f"its rows cannot be read: {first_line(error)}") from error
