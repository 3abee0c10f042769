"""PyTorch's tensors in a pickle, as MMDetection 3 writes them: their bytes read as they lie, without torch.

A pickled CPU tensor is ``_rebuild_tensor_v2(storage, offset, sizes, strides, ...)``, and its storage the bytes of a
small file of their own: three pickles that say what it is, one that names type and length through a persistent id, one
with the keys, then the length again as int64 and the numbers. Source: torch ``serialization._legacy_save``.
"""

from __future__ import annotations

import io
import math
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np

from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.unpickler import Refused, StandIn, Unpickler, shown

_FARTHEST = 1 << 40
_MAGIC, _PROTOCOL = 0x1950A86A20F9469CFC6C, 1001
TORCH_SAVE = pickle.dumps(_MAGIC, 2)  # how such a file begins
_TYPES = {
    "Half": "<f2", "Float": "<f4", "Double": "<f8", "Byte": "u1", "Char": "i1", "Short": "<i2", "Int": "<i4",
    "Long": "<i8", "Bool": "?",
}  # fmt: skip


class _Type:
    """Stands for a class of storages, such as ``torch.FloatStorage``."""

    def __init__(self, dtype: str) -> None:
        self.dtype = np.dtype(dtype)

    def __call__(self, *_: object) -> None:
        raise Refused("a storage made directly, wanted one written by torch")


class _Storage(StandIn):
    """Stands for a storage: numbers in a row."""

    def __init__(self, value: Array) -> None:
        self.value = value


class _Tensor(StandIn):
    """Stands for a tensor."""

    def __init__(self, value: Array) -> None:
        self.value = value


_STORAGES: dict[str, Callable[..., object]] = {f"torch.{name}Storage": _Type(dtype) for name, dtype in _TYPES.items()}


def _storage(content: object) -> _Storage:
    if not isinstance(content, bytes):
        raise Refused("a storage that is not written out as bytes")
    stream = io.BytesIO(content)

    def load(persistent: Callable[[object], object] | None = None) -> Any:
        return Unpickler(stream, len(content), _STORAGES, persistent).load()

    if (load(), load()) != (_MAGIC, _PROTOCOL):
        raise Refused("a storage written in a way not known")
    system = load()
    if not isinstance(system, dict) or system.get("little_endian") is not True:
        raise Refused("a storage written on a big-endian machine")
    dtype, length = load(_named)
    load()  # the keys, of one storage only its own
    numbers = stream.tell() + 8
    said = int.from_bytes(content[numbers - 8 : numbers], "little", signed=True)
    if said != length or len(content) - numbers != length * dtype.itemsize:
        found = len(content) - numbers
        raise Refused(f"a storage of {length} numbers of {dtype} in {found} bytes, wanted {length * dtype.itemsize}")
    return _Storage(np.frombuffer(content, dtype, offset=numbers))


def _named(pid: object) -> tuple[np.dtype[Any], int]:
    """Return type and length of a persistent id: ("storage", type, key, place, length, view of another)."""
    if isinstance(pid, tuple) and len(pid) in (5, 6) and pid[0] == "storage" and pid[5:] in ((), (None,)):
        kind, length = pid[1], pid[4]
        if isinstance(kind, _Type) and type(length) is int and length >= 0:
            return kind.dtype, length
    raise Refused("a persistent id that is no whole storage")


def _rebuild(storage: object, offset: object, sizes: object, strides: object, *_: object) -> _Tensor:
    if not isinstance(storage, _Storage) or storage.value is None:
        raise Refused("a tensor without a storage")
    sides, steps = _whole(sizes), _whole(strides)
    if type(offset) is not int or offset < 0 or len(sides) != len(steps) or len(sides) > 8:
        raise Refused(f"a tensor of sizes {sides} with {len(steps)} strides, from {shown(offset)} on")
    numbers, count = storage.value, math.prod(sides)
    last = offset + sum((side - 1) * step for side, step in zip(sides, steps, strict=True)) if count else offset - 1
    # A step of 0 can make any number of cells out of one: what is repeated is refused.
    if last >= len(numbers) or count > len(numbers):
        raise Refused(f"a tensor of sizes {sides} from {offset} on in a storage of {len(numbers)} numbers")
    if not count:
        return _Tensor(np.zeros(sides, numbers.dtype))
    width = numbers.dtype.itemsize
    return _Tensor(
        np.lib.stride_tricks.as_strided(numbers[offset:], sides, [step * width for step in steps], writeable=False)
    )


def _whole(values: object) -> tuple[int, ...]:
    if not isinstance(values, tuple) or not all(type(value) is int and 0 <= value < _FARTHEST for value in values):
        raise Refused("a tensor whose sizes or strides are no whole numbers from 0 to 2^40")
    return values


TENSORS: dict[str, Callable[..., object]] = {
    "torch.storage._load_from_bytes": _storage,
    "torch._utils._rebuild_tensor_v2": _rebuild,
}
