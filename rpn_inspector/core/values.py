"""Arrays, and dataclasses of arrays frozen through and through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

_P = ParamSpec("_P")
_R = TypeVar("_R")
Array: TypeAlias = npt.NDArray[Any]
"""An array of numbers; shape and dtype stand beside each one, since NumPy's types cannot say the shape."""


def quiet(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Make ``function`` say nothing of overflow and NaN: NaN and infinity in are NaN and infinity out.

    A box of 1e19 px has an area beyond float32.
    """

    @wraps(function)
    def silent(*args: _P.args, **more: _P.kwargs) -> _R:
        with np.errstate(over="ignore", invalid="ignore"):
            return function(*args, **more)

    return silent


def whole_numbers(values: npt.ArrayLike) -> npt.NDArray[np.int64] | None:
    """Return ``values`` (n,) as whole numbers, None where one is not whole."""
    found = np.asarray(values).reshape(-1)
    if not found.size:
        return np.zeros(0, np.int64)
    with np.errstate(invalid="ignore"):  # NaN is no whole number either
        whole = found.astype(np.int64) if found.dtype.kind in "iuf" else None
    return whole if whole is not None and (found.dtype.kind != "f" or bool((whole == found).all())) else None


class Later(Mapping[str, Array]):
    """Read-only arrays by name, all computed when the first is asked for, and then kept.

    Args:
        names: of the arrays.
        make: returns them; two threads that ask at once may both call it, and get equal bytes.
    """

    __slots__ = ("_made", "_make", "_names")

    def __init__(self, names: tuple[str, ...], make: Callable[[], Mapping[str, Array]]) -> None:
        self._names = names
        self._make: Callable[[], Mapping[str, Array]] | None = make
        self._made: Mapping[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        """Return an array, computed now if none was yet; raises KeyError for another name."""
        if name in self._names and (make := self._make) is not None:
            made = make()
            for array in made.values():
                array.flags.writeable = False
            self._made = made
            self._make = None  # last, so that a thread without it finds the arrays; what they were made of may go
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Return an iterator over the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return the number of arrays."""
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        """Return whether an array has that name, without computing it."""
        return name in self._names

    def __reduce__(self) -> tuple[type[dict[str, Array]], tuple[dict[str, Array]]]:
        """Return how it is pickled: as the arrays, for what makes them may not be."""
        return dict, (dict(self),)


def read_only(value: Any) -> None:
    """Make every array of the dataclass ``value`` read-only, arrays of a mapping as well."""
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, np.ndarray):
            held.flags.writeable = False
        elif isinstance(held, Mapping) and not isinstance(held, Later):
            for array in held.values():
                if isinstance(array, np.ndarray):
                    array.flags.writeable = False
