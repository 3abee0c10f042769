"""Columns as CSV and Parquet: what is read back are the columns, to the bit, and equal columns are equal bytes."""

import csv
import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.analysis.report import table_files
from rpn_inspector.analysis.report.columns import Coded
from rpn_inspector.analysis.report.table_files import write_csv, write_parquet
from rpn_inspector.data.export.csv_table import cell

NUMBERS = st.floats(allow_nan=True, allow_infinity=True)
ROW = st.tuples(NUMBERS, st.integers(-(2**63), 2**63 - 1), st.booleans(), st.integers(-1, 2))


def read_back(file):
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


@given(
    rows=st.lists(ROW, max_size=7), words=st.lists(st.text(max_size=6), min_size=3, max_size=3), size=st.integers(1, 4)
)
def test_rows_read_back_are_the_columns(tmp_path_factory, rows, words, size):
    numbers, counts, flags, codes = ([row[at] for row in rows] for at in range(4))
    columns = {
        "number": np.array(numbers, np.float64), "count": np.array(counts, np.int64), "flag": np.array(flags, bool),
        "word, of few": Coded(np.array(codes, np.int64), words),
    }  # fmt: skip
    file = tmp_path_factory.mktemp("t") / "x.csv"
    before, table_files.ROWS = table_files.ROWS, size  # written a few rows at once
    try:
        write_csv(columns, file)
    finally:
        table_files.ROWS = before
    head, *found = read_back(file)
    assert head == list(columns)
    assert len(found) == len(rows)
    for (number, count, flag, code), row in zip(rows, found, strict=True):
        assert row[0] == "" if math.isnan(number) else float(row[0]) == number
        assert row[1] == ("" if count < 0 else str(count))
        assert row[2] == ("true" if flag else "false")
        assert row[3] == ("" if code < 0 else cell(words[code]).encode(errors="replace").decode())


def test_lines_are_as_written_here(tmp_path):
    columns = {
        "best": np.array([0.5, math.nan, 1e-5]), "gt": np.array([3, -1, 0]),
        "name": Coded(np.array([0, 1, -1]), ["a,b", '=1"\n']),
    }  # fmt: skip
    write_csv(columns, tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text() == 'best,gt,name\n0.5,3,"a,b"\n,,"\'=1""\n"\n0.00001,0,\n'


def test_equal_pages_are_equal_bytes(tmp_path, monkeypatch):
    """A dictionary written again for each row group is compressed to the same bytes each time, as snappy does."""
    from pyarrow import parquet

    monkeypatch.setattr(table_files.parquet, "GROUP", 500)
    words = [f"{number * number} by {number % 37} of {number:x}" for number in range(3_000)]
    columns = {"word": Coded(np.arange(6_000) % 3_000, words), "n": np.arange(6_000)}
    write_parquet(columns, tmp_path / "x.parquet")
    data = parquet.read_metadata(tmp_path / "x.parquet")
    chunks = [data.row_group(number).column(0) for number in range(data.num_row_groups)]
    assert len(chunks) == 12
    assert {chunk.compression for chunk in chunks} == {"SNAPPY"}
    raw = (tmp_path / "x.parquet").read_bytes()
    assert len({raw[chunk.dictionary_page_offset : chunk.data_page_offset] for chunk in chunks}) == 1
