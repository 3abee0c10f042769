"""Parquet: the columns of the CSV with their types, a row group for some pictures; needs the extra ``parquet``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, TypeAlias

import numpy as np

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.data.export.exported import Exported, Provenance, written

KEY = b"rpn_inspector"  # of the provenance in the schema's metadata
GROUP = 100_000  # boxes in a row group, at least
CORNERS = ("x1", "y1", "x2", "y2")
TEXTS = ("image", "class")
# of equal rows, equal bytes: what zstd writes of a page can depend on the pages its context had before
COMPRESSION = "snappy"
FEW_ROWS = 100_000  # in any file; more only with a byte each
PyArrow: TypeAlias = Any
"""A module, schema or array of pyarrow, which is optional and has no types."""


def library() -> tuple[PyArrow, PyArrow]:
    """Return pyarrow and its Parquet module. Raises `MissingExtra` where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("pyarrow, which reads and writes Parquet,", "parquet", error) from error
    return pyarrow, pyarrow.parquet


def write(rows: Iterable[Exported], stream: IO[bytes], provenance: Provenance) -> int:
    """Write one row a box, numbers as doubles, texts as dictionaries; return the number of boxes.

    ``image_id`` is text in any case. The provenance is JSON under ``rpn_inspector`` in the schema's metadata.
    """
    pyarrow, parquet = library()
    schema = _schema(pyarrow, provenance)
    count = 0
    with parquet.ParquetWriter(stream, schema, compression=COMPRESSION) as writer:
        for group in _groups(rows):
            columns = _columns(pyarrow, group)
            writer.write_table(pyarrow.table([columns[name] for name in schema.names], schema=schema))
            count += sum(len(row.boxes) for row in group)
    return count


def _schema(pyarrow: PyArrow, provenance: Provenance) -> PyArrow:
    text, double = pyarrow.dictionary(pyarrow.int32(), pyarrow.string()), pyarrow.float64()
    types = {"image": text, "image_id": text, "anchor": pyarrow.int64(), "level": text}
    types |= dict.fromkeys((*CORNERS, "score"), double) | {"label": pyarrow.int8(), "fate": text, "class": text}
    return pyarrow.schema(types, metadata={KEY: json.dumps(provenance.as_dict()).encode()})


def _groups(rows: Iterable[Exported]) -> Iterator[list[Exported]]:
    group: list[Exported] = []
    boxes = 0
    for row in rows:
        group.append(row)
        boxes += len(row.boxes)
        if boxes >= GROUP:
            yield group
            group, boxes = [], 0
    if group:
        yield group


def _columns(pyarrow: PyArrow, group: list[Exported]) -> dict[str, PyArrow]:
    def texts(codes: Array, words: Iterable[str]) -> PyArrow:
        plain = [word.encode(errors="replace").decode() for word in words]  # a file's name may hold no characters
        return pyarrow.DictionaryArray.from_arrays(codes.astype(np.int32), pyarrow.array(plain, pyarrow.string()))

    def joined(name: str) -> Array:
        return np.concatenate([np.asarray(getattr(row, name)) for row in group])

    row_of = np.repeat(np.arange(len(group)), [len(row.boxes) for row in group])
    # Pictures of one group may have levels of other names: codes are those of the group, not of a picture.
    levels = {name: code for code, name in enumerate(dict.fromkeys(name for row in group for name in row.levels))}
    level = [np.array([levels[name] for name in row.levels], np.int64)[row.level] for row in group]
    said = [name for row in group for name in row.kind_names()]
    kinds = {name: code for code, name in enumerate(dict.fromkeys(said))}
    boxes = np.concatenate([written(row.boxes).reshape(-1, 4) for row in group])
    return {
        "image": texts(row_of, (row.image for row in group)),
        "image_id": texts(row_of, (str(row.image_id) for row in group)),
        "anchor": pyarrow.array(joined("anchor"), pyarrow.int64()),
        "level": texts(np.concatenate(level), levels),
        **{name: pyarrow.array(np.ascontiguousarray(boxes[:, at])) for at, name in enumerate(CORNERS)},
        "score": pyarrow.array(np.concatenate([written(row.score) for row in group])),
        "label": pyarrow.array(joined("label"), pyarrow.int8()),
        "fate": texts(joined("fate"), FATE_KEYS),
        "class": texts(np.array([kinds[name] for name in said], np.int64), kinds),
    }


def is_export(path: Path) -> bool:
    """Return whether a file is Parquet written by `write`, by its metadata; no where pyarrow is not installed."""
    try:
        # The footer alone is read, whatever the size of the file.
        with open_regular(path) as stream:
            return KEY in (library()[1].read_schema(stream).metadata or {})
    except (InspectorError, OSError, ValueError):
        return False


def read(path: Path) -> tuple[dict[str, list[Any]], dict[str, object]]:
    """Return the columns a box is made of by name, as `write` wrote the columns, and the provenance.

    Raises `BadFile` for another file, or one of more rows than its bytes can hold: a few can stand for billions.
    """
    pyarrow, parquet = library()
    try:
        with open_regular(path) as stream:
            about = parquet.read_metadata(stream)
            lacking = {"image", *CORNERS, "score"} - set(about.schema.names)
            if lacking:
                raise ValueError(f"it lacks {', '.join(sorted(lacking))}")
            most = FEW_ROWS + path.stat().st_size
            if not 0 <= about.num_rows <= most:
                raise ValueError(f"it says {about.num_rows:,} rows, wanted at most {most:,}")
            wanted = [name for name in (*TEXTS, *CORNERS, "score") if name in about.schema.names]
            # Texts come as codes of a few words: written out, a long one in each row would fill the memory.
            file = parquet.ParquetFile(stream, read_dictionary=[name for name in TEXTS if name in wanted])
            for name in wanted:
                _check_type(pyarrow, name, file.schema_arrow.field(name).type)
            table = file.read(columns=wanted)
            said = json.loads((file.schema_arrow.metadata or {})[KEY])
            if not isinstance(said, dict):
                raise ValueError("it lacks provenance")
            return {name: _listed(pyarrow, table.column(name)) for name in wanted}, said
    except KeyError as error:
        raise BadFile(path, "is no Parquet file of exported boxes: it lacks provenance") from error
    except (OSError, ValueError, IndexError, pyarrow.ArrowException) as error:
        raise BadFile(path, f"is no Parquet file of exported boxes: {' '.join(str(error).split())}") from error


def _check_type(pyarrow: PyArrow, name: str, type_: PyArrow) -> None:
    """Raise `ValueError` for a column of another type than words, or numbers."""
    words = pyarrow.types.is_dictionary(type_) and str(type_.value_type) in ("string", "large_string")
    numbers = pyarrow.types.is_floating(type_) or pyarrow.types.is_integer(type_)
    if not (words if name in TEXTS else numbers):
        raise ValueError(f"its column {name} is of type {type_!s:.60}")


def _listed(pyarrow: PyArrow, column: PyArrow) -> list[Any]:
    """Return a column's values; equal words are one object."""
    values: list[Any] = []
    for chunk in column.chunks:
        if pyarrow.types.is_dictionary(chunk.type):
            words = chunk.dictionary.to_pylist()
            values += [None if code is None else words[code] for code in chunk.indices.to_pylist()]
        else:
            values += chunk.to_pylist()
    return values
