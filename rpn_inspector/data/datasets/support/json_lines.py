"""JSON Lines: a JSON object a line, under any of its suffixes; a file that is one list of objects too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support.json_fields import Object, objects
from rpn_inspector.data.datasets.support.text import encoding_of, parse_json, read_json, shown

LONGEST = 1 << 28  # bytes of a line
_MARK = b"\xef\xbb\xbf"


def entries(path: Path, notes: Notes) -> Iterator[tuple[int | str, Object]]:
    """Yield line number and object of each line; anything else is skipped and noted.

    Of a file that is a single list of objects the place is "[number]". Raises `BadFile` for an unreadable file.
    """
    try:
        with open_regular(path) as file:
            start = file.read(4)
            encoding = encoding_of(start)
            if encoding.startswith(("utf-16", "utf-32")):
                raise BadFile(path, Text.of("is {encoding}, wanted UTF-8", encoding=encoding.upper()))
            file.seek(0)
            if not _is_list(file.read(64)):
                file.seek(0)
                for line, data in enumerate(iter(lambda: file.readline(LONGEST), b""), 1):
                    if data.strip() and (found := _object(data.removeprefix(_MARK), path, line, notes)) is not None:
                        yield line, found
                return
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
    yield from objects(read_json(path, notes), path, "", notes)


def _is_list(start: bytes) -> bool:
    """Return whether a file starts as a list; a line that is a list is no object either way."""
    return start.removeprefix(_MARK).lstrip().startswith(b"[")


def _object(data: bytes, path: Path, line: int, notes: Notes) -> Object | None:
    try:
        found = _decoded(data)
    except json.JSONDecodeError as error:
        notes.skip("broken line", path, line, f"not JSON: column {error.colno}: {error.msg}")
    except (ValueError, RecursionError) as error:
        notes.skip("broken line", path, line, f"not JSON: {error}")
    else:
        if isinstance(found, dict):
            return found
        notes.skip("not an object", path, line, f"found {shown(found)}, wanted an object")
    return None


def _decoded(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return parse_json(data.decode("utf-8"))  # NaN and lone surrogates, as Python writes both
