"""Hugging Face datasets: an imagefolder's metadata.jsonl or metadata.csv, and Parquet with the pictures inside.

A row is a picture with ``objects``, a list of objects or an object of lists: bbox as x, y, width, height in px, and a
class that may be a number. Names of numbers stand in the features of the README.md beside, or of the Parquet file.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.dataset import SIDES, Dataset
from rpn_inspector.data.datasets.formats.huggingface.class_names import names_of_card
from rpn_inspector.data.datasets.formats.huggingface.objects import add_objects
from rpn_inspector.data.datasets.formats.huggingface.parquet_rows import looks_like, read_parquet
from rpn_inspector.data.datasets.support.csv_rows import TableHeader, field, rows
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.json_fields import Object, text_of
from rpn_inspector.data.datasets.support.json_lines import entries
from rpn_inspector.data.datasets.support.text import parse_json, shown, size_of

_LONGEST_CELL = 1 << 20  # letters of a list in a table's cell
_PICTURE = ("file_name", "image_file_name")


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for pictures by file_name with objects, in lines, in a table, or in the end of Parquet."""
    if excerpt.suffix == ".parquet":
        return looks_like(excerpt.path)
    if excerpt.suffix == ".csv":
        return Evidence.CERTAIN if {"file_name", "objects"} <= set(excerpt.fields) else Evidence.NONE
    keys = excerpt.keys
    return likely(bool({*_PICTURE} & keys) and bool({"bbox", "bboxes", "boxes"} & keys) and "detection" not in keys)


def read(source: Source) -> Dataset:
    """Return the dataset of such files; an unusable row or object is skipped and counted.

    Raises `MissingExtra` for Parquet where pyarrow is not installed.
    """
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        if path.suffix.lower() == ".parquet":
            read_parquet(path, builder)
            continue
        names = names_of_card(path.parent, builder.finder.root)
        for place, entry in _table(path, builder) if path.suffix.lower() == ".csv" else entries(path, builder.notes):
            _picture(entry, names, path, place, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _picture(entry: Object, names: list[str], path: Path, place: int | str, builder: DatasetBuilder) -> None:
    name = text_of(entry, *_PICTURE)
    if not name:
        builder.notes.skip("no picture named", path, place, f"found {shown(entry)}, wanted an object with file_name")
        return
    record = builder.picture(name, path, place, declared=size_of(entry.get("height"), entry.get("width")))
    add_objects(entry.get("objects", entry), names, record, path, place, builder)


def _table(path: Path, builder: DatasetBuilder) -> Iterator[tuple[int, Object]]:
    """Yield line and row of a table, ``objects`` decoded from JSON or from Python's writing of it."""
    header: TableHeader | None = None
    for line, row in rows(path, builder.notes):
        if header is None:
            header, titles = TableHeader(row), [title.strip() for title in row]
            continue
        entry: Object = {title: field(row, at) for at, title in enumerate(titles) if title != "objects"}
        written = field(row, header.at("objects"))
        try:
            entry["objects"] = _cell(written) if written else {}
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            builder.notes.skip("not an object", path, line, f"objects: found {written[:80]!r}, wanted JSON")
            entry["objects"] = {}
        yield line, entry


def _cell(text: str) -> Any:
    try:
        return parse_json(text)
    except json.JSONDecodeError:
        if len(text) > _LONGEST_CELL:
            raise
        return ast.literal_eval(text)


FORMAT = Format(
    name="huggingface",
    title="Hugging Face",
    covers="imagefolder, Parquet",
    suffixes=(".jsonl", ".csv", ".parquet"),
    detect=detect,
    read=read,
    aliases=("imagefolder", "parquet"),
    grouping=Grouping.TOGETHER,
    owns=lambda path: path.name in ("dataset_info.json", "dataset_infos.json", "dataset_dict.json", "state.json"),
)
