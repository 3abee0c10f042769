"""Columns as CSV and as Parquet: the same bytes for the same columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from rpn_inspector.analysis.report.columns import Array, Coded, Columns
from rpn_inspector.data.export import parquet
from rpn_inspector.data.export.csv_table import cell

ROWS = 50_000  # written at once
QUOTED = (",", '"', "\n")  # what a cell is put in quotes for


def write_csv(columns: Columns, file: Path) -> None:
    """Write a head and a line for each row; texts that a spreadsheet would run as a formula get an apostrophe."""
    with file.open("xb") as stream:
        stream.write(b",".join(map(_quoted, columns)) + b"\n")
        total = len(next(iter(columns.values())))
        parts = [_parts(each) for each in columns.values()]
        for start in range(0, total, ROWS):
            # column by column: a writer of rows would look at each cell, and take four times as long
            rows = zip(*(part(slice(start, start + ROWS)) for part in parts), strict=True)
            stream.write(b"\n".join(map(b",".join, rows)) + b"\n")


def _quoted(text: str) -> bytes:
    """Return a text as a cell in UTF-8, "?" for lone surrogates."""
    if any(sign in text for sign in QUOTED):
        text = '"' + text.replace('"', '""') + '"'
    return text.encode(errors="replace")


def _parts(column: Array | Coded) -> Callable[[slice], Sequence[bytes]]:
    """Return what gives the cells of some rows; a text is made fit for a cell once."""
    if not isinstance(column, Coded):
        return lambda rows: _listed(column[rows])
    code, words = column.code, [*(_quoted(cell(word)) for word in column.words), b""]  # code -1 is the last, empty
    return lambda rows: [words[at] for at in code[rows].tolist()]


def _listed(values: Array) -> list[bytes]:
    """Return the cells of numbers, empty for -1 and NaN."""
    if values.dtype.kind == "b":
        return [b"true" if value else b"false" for value in values.tolist()]
    if not values.size:
        return []
    if values.dtype.kind == "f" and np.isinf(values).any():  # which JSON lacks
        return [b"" if value != value else repr(value).encode() for value in values.tolist()]
    values = values if values.dtype.kind == "f" else np.maximum(values, -1)
    # JSON's numbers are those of CSV, and written together in a tenth of the time; NaN is null there
    empty = b"null" if values.dtype.kind == "f" else b"-1"
    return msgspec.json.encode(values.tolist())[1:-1].replace(empty, b"").split(b",")


def write_parquet(columns: Columns, file: Path) -> None:
    """Write the columns of `write_csv` with their types, texts as dictionaries and empty cells as null.

    Raises `MissingExtra` where pyarrow is not installed.
    """
    pyarrow, library = parquet.library()
    table = pyarrow.table({name: _arrow(pyarrow, each) for name, each in columns.items()})
    with file.open("xb") as stream:
        library.write_table(table, stream, compression=parquet.COMPRESSION, row_group_size=parquet.GROUP)


def _arrow(pyarrow: Any, column: Array | Coded) -> Any:
    if isinstance(column, Coded):
        plain = [word.encode(errors="replace").decode() for word in column.words]
        code = pyarrow.array(column.code.astype(np.int32), mask=column.code < 0)
        return pyarrow.DictionaryArray.from_arrays(code, pyarrow.array(plain, pyarrow.string()))
    if column.dtype.kind == "b":
        return pyarrow.array(column)
    empty = np.isnan(column) if column.dtype.kind == "f" else column < 0
    return pyarrow.array(np.ascontiguousarray(column), mask=empty)
