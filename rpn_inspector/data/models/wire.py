"""Messages between the program and a model's process: a JSON header, then arrays of numbers as their bytes.

No pickle: what a crashed or subverted process writes is numbers and words, checked before anything is allocated.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from typing import Any, BinaryIO

import numpy as np

from rpn_inspector.core.values import Array

MAX_HEADER = 16 << 20  # bytes
MAX_ARRAYS = 1 << 30  # bytes of all arrays of a message
_DTYPE = re.compile(r"[<>|][fiu][1248]|\|b1")


class BadMessage(Exception):
    """Bytes that are no message of this kind, or end within one."""


def send(stream: BinaryIO, header: dict[str, Any], arrays: Sequence[Array] = ()) -> None:
    """Write one message; ``arrays`` are of numbers, any shape. Raises `OSError`."""
    plain = [np.ascontiguousarray(array) for array in arrays]
    said = header | {
        "arrays": [[array.dtype.str, list(given.shape)] for array, given in zip(plain, arrays, strict=True)]
    }
    text = json.dumps(said).encode()
    _write(stream, memoryview(len(text).to_bytes(8, "little") + text))
    for array in plain:
        _write(stream, array.reshape(-1).view(np.uint8).data)


def receive(stream: BinaryIO) -> tuple[dict[str, Any], list[Array]]:
    """Return the header and the arrays of the next message. Raises `BadMessage`, `EOFError` before one, `OSError`."""
    start = _read(stream, 8)
    if start is None:
        raise EOFError
    length = int.from_bytes(start.tobytes(), "little")
    if length > MAX_HEADER:
        raise BadMessage(f"a header of {length} bytes")
    text = _read(stream, length)
    try:
        header = json.loads(text.tobytes() if text is not None else b"")
        kinds = [(np.dtype(dtype), tuple(shape)) for dtype, shape in header["arrays"] if _DTYPE.fullmatch(dtype)]
        sizes = [math.prod(shape) * dtype.itemsize for dtype, shape in kinds]
        sound = all(type(side) is int and side >= 0 for _, shape in kinds for side in shape)
        if not sound or len(kinds) != len(header["arrays"]) or sum(sizes) > MAX_ARRAYS:
            raise ValueError
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadMessage("a header that says something else") from error
    arrays = list[Array]()
    for (dtype, shape), size in zip(kinds, sizes, strict=True):
        content = _read(stream, size)
        if content is None:
            raise BadMessage("an end within an array")
        arrays.append(content.view(dtype).reshape(shape))
    return header, arrays


def _write(stream: BinaryIO, data: memoryview) -> None:
    while data:  # a pipe without a buffer takes what it has room for
        data = data[stream.write(data) :]


def _read(stream: BinaryIO, length: int) -> Array | None:
    """Return the next ``length`` bytes as uint8, None where the stream ends before the first."""
    content = np.empty(length, np.uint8)
    left = content.data
    while left:
        count = stream.readinto(left)  # type: ignore[attr-defined]  # of every raw stream
        if not count:
            if len(left) == length:
                return None
            raise BadMessage("an end within a message")
        left = left[count:]
    return content
