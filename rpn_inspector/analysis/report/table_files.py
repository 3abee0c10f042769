"""Columns as CSV and as Parquet: the same bytes for the same columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector.analysis.report.columns import Array, Coded, Columns
from rpn_inspector.data.export import parquet
from rpn_inspector.data.export.csv_table import TextWriter, cell

ROWS = 50_000  # written at once


def write_csv(columns: Columns, file: Path) -> None:
    """Write a head and a line for each row; texts that a spreadsheet would run as a formula get an apostrophe."""
    with file.open("xb") as stream:
        # some rows as one text: a write for each row would take half of the time
        TextWriter(stream).write(_lines([tuple(columns)]))
        total = len(next(iter(columns.values())))
        parts = [_parts(each) for each in columns.values()]
        for start in range(0, total, ROWS):
            rows = zip(*(part(slice(start, start + ROWS)) for part in parts), strict=True)
            TextWriter(stream).write(_lines(rows))


def _lines(rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _parts(column: Array | Coded) -> Callable[[slice], list[Any]]:
    """Return what gives the cells of some rows; a text is made fit for a cell once."""
    if not isinstance(column, Coded):
        return lambda rows: _listed(column[rows])
    code, words = column.code, [*map(cell, column.words), ""]  # code -1 is the last, the empty cell
    return lambda rows: [words[at] for at in code[rows].tolist()]


def _listed(values: Array) -> list[Any]:
    """Return the cells of numbers, "" for an empty one."""
    if values.dtype.kind == "b":
        return ["true" if value else "false" for value in values.tolist()]
    empty = np.isnan(values) if values.dtype.kind == "f" else values < 0
    return ["" if none else value for value, none in zip(values.tolist(), empty.tolist(), strict=True)]


def write_parquet(columns: Columns, file: Path) -> None:
    """Write the columns of `write_csv` with their types, texts as dictionaries and empty cells as null.

    Raises `MissingExtra` where pyarrow is not installed.
    """
    pyarrow, library = parquet.library()
    table = pyarrow.table({name: _arrow(pyarrow, each) for name, each in columns.items()})
    with file.open("xb") as stream:
        library.write_table(table, stream, compression="zstd", row_group_size=parquet.GROUP)


def _arrow(pyarrow: Any, column: Array | Coded) -> Any:
    if isinstance(column, Coded):
        plain = [word.encode(errors="replace").decode() for word in column.words]
        code = pyarrow.array(column.code.astype(np.int32), mask=column.code < 0)
        return pyarrow.DictionaryArray.from_arrays(code, pyarrow.array(plain, pyarrow.string()))
    if column.dtype.kind == "b":
        return pyarrow.array(column)
    empty = np.isnan(column) if column.dtype.kind == "f" else column < 0
    return pyarrow.array(np.ascontiguousarray(column), mask=empty)
