"""Pickles of decoded boxes, read without running any: stand-ins take the arguments of NumPy's own functions.

Lengths and types are checked before any byte becomes a number.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from pathlib import Path
from pickletools import opcodes

import numpy as np

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.plain_text import first_bytes
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.torch_tensors import TENSORS, TORCH_SAVE
from rpn_inspector.data.predictions.unpickler import Refused, StandIn, Unpickler, shown

MAX_FILE_BYTES = 512 << 20
ALLOWED = "only arrays, tensors, lists, tuples, dicts, text and numbers are read"


class _Dtype(StandIn):
    """Stands for ``numpy.dtype``: a kind and a width, and the byte order."""

    def __init__(self, text: object, *_: object) -> None:
        if isinstance(text, bytes):
            text = text.decode("latin1")
        if not isinstance(text, str) or not re.fullmatch(r"[<>=|]?([fiu][1248]|b1|\?)", text):
            raise Refused(f"an array of type {shown(text)!r}, wanted numbers")
        self.dtype = np.dtype(text)

    def build(self, state: object) -> None:
        order = state[1] if isinstance(state, tuple) and len(state) > 1 else None
        if order in (">", b">"):
            self.dtype = self.dtype.newbyteorder(">")
        elif order in ("<", "|", "=", b"<", b"|", b"="):  # every machine this runs on is little-endian
            self.dtype = self.dtype.newbyteorder("<")
        else:
            raise Refused(f"byte order {shown(order)!r}, wanted < or >")


class _Array(StandIn):
    """Stands for ``numpy.ndarray``: empty until its state comes."""

    def build(self, state: object) -> None:
        if not isinstance(state, tuple) or len(state) != 5:
            raise Refused("an array whose state is not version, shape, type, order and data")
        _, shape, dtype, by_column, data = state
        self.fill(data, dtype, shape, "F" if by_column else "C")

    def fill(self, data: object, dtype: object, shape: object, order: str) -> None:
        if isinstance(data, str):  # written by Python 2
            data = data.encode("latin1")
        if not isinstance(dtype, _Dtype) or not isinstance(data, bytes | bytearray):
            raise Refused("an array without a type of numbers and plain bytes")
        sides = shape if isinstance(shape, tuple) else (shape,)
        if not all(type(side) is int and side >= 0 for side in sides) or len(sides) > 8:
            raise Refused(f"an array of shape {shown(shape)}")
        wanted = math.prod(sides) * dtype.dtype.itemsize
        if len(data) != wanted:
            raise Refused(f"an array of shape {sides} and type {dtype.dtype} with {len(data)} bytes, wanted {wanted}")
        self.value = np.frombuffer(bytes(data), dtype.dtype).reshape(sides, order="F" if order == "F" else "C")


def _reconstruct(*_: object) -> _Array:
    return _Array()


def _from_buffer(data: object, dtype: object, shape: object, order: object = "C") -> _Array:
    array = _Array()
    array.fill(data, dtype, shape, str(order))
    return array


def _scalar(dtype: object, data: object) -> float | int | bool:
    array = _Array()
    array.fill(data, dtype, (), "C")
    assert array.value is not None
    number: float | int | bool = array.value.item()
    return number


def _encode(text: object, codec: object = "latin1") -> bytes:
    if not isinstance(text, str) or codec != "latin1":
        raise Refused(f"text encoded as {shown(codec)!r}, wanted latin1")
    return text.encode("latin1")


def _bytes(*parts: object) -> bytes:
    if parts:
        raise Refused("bytes made from something, wanted them written out")
    return b""


def _ordered(*pairs: object) -> dict[object, object]:
    if pairs:
        raise Refused("an OrderedDict made from a list, wanted its items")
    return {}


def _ndarray(*_: object) -> None:
    raise Refused("an array made directly, wanted one written by NumPy")


_GLOBALS: dict[str, Callable[..., object]] = {
    "numpy.ndarray": _ndarray,
    "numpy.dtype": _Dtype,
    "_codecs.encode": _encode,
    "builtins.bytes": _bytes,
    "__builtin__.bytes": _bytes,
    "collections.OrderedDict": _ordered,
}
for _core in ("numpy.core", "numpy._core"):
    _GLOBALS[f"{_core}.multiarray._reconstruct"] = _reconstruct
    _GLOBALS[f"{_core}.multiarray.scalar"] = _scalar
    _GLOBALS[f"{_core}.numeric._frombuffer"] = _from_buffer
_GLOBALS |= TENSORS


def read_pickle(path: Path) -> object:
    """Return the plain containers in a pickle; `array_of` turns a stand-in into an array.

    Raises `BadFile` where the file is no pickle or cut off, `BadPredictions` naming the global or opcode refused.
    """
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise BadFile(path, f"{size} bytes, wanted at most {MAX_FILE_BYTES}")
        content = read_whole(path)
    except OSError as error:
        raise BadFile(path, f"not readable: {error.strerror or error}") from error
    if content.startswith((b"PK\3\4", TORCH_SAVE)):
        raise BadFile(path, "is written by torch.save, wanted by pickle.dump")
    try:
        return Unpickler(io.BytesIO(content), len(content), _GLOBALS).load()
    except Refused as error:
        raise BadPredictions(f"{path}: refused: asks for {error}; {ALLOWED}") from None
    except KeyError as error:
        found = error.args[0] if error.args else None
        known = next((op for op in opcodes if isinstance(found, int) and ord(op.code) == found), None)
        if known is None:
            raise BadFile(path, f"is not a pickle: it starts with {first_bytes(content)}") from None
        raise BadPredictions(f"{path}: refused: opcode {known.name}; {ALLOWED}") from None
    except Exception as error:  # whatever an unpickler fed with noise may raise
        reason = shown(str(error), 80) or type(error).__name__
        raise BadFile(path, Text.of("is not a pickle, or cut off: {why}", why=reason)) from error


def count_of(value: object) -> int:
    """Return how many numbers `array_of` would make of a value, at most; one for none."""
    if isinstance(value, StandIn):
        return 1 if value.value is None else 1 + value.value.size
    if isinstance(value, list | tuple):
        return 1 + len(value) + sum(len(row) for row in value if isinstance(row, list | tuple))
    return 1


def array_of(value: object) -> Array | None:
    """Return the array a value from `read_pickle` stands for, or makes as a plain list of rows; None for others."""
    if isinstance(value, StandIn):
        return value.value
    if isinstance(value, list | tuple):
        rows = list(value)
        if all(type(item) in (int, float) for item in rows):
            return np.array(rows, np.float64)
        width = len(rows[0]) if isinstance(rows[0], list | tuple) else 0
        if all(
            isinstance(r, list | tuple) and len(r) == width and all(type(x) in (int, float) for x in r) for r in rows
        ):
            return np.array(rows, np.float64).reshape(len(rows), width)
    return None
