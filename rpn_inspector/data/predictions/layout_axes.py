"""The axes of an array as a layout writes them, and arrays brought from any axes to the usual ones.

A layout names the axes from the slowest to the fastest, each made of letters and whole numbers: ``A4,H,W`` has channel
a * 4 + c. A whole number, or ``C``, is an axis of columns; ``1`` is an axis of that length and may be left out.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

import numpy as np

from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.values import Array

Axes = tuple[str, ...]
_PARTS = re.compile(r"[A-Z]|[0-9]+")


def axes_of(text: object) -> Axes | None:
    """Return the axes in the text of a layout, without those of length 1; None for anything else."""
    if not isinstance(text, str):
        return None
    axes = ["".join(part for part in parts_of(axis) if part != "1") for axis in text.replace(" ", "").split(",")]
    whole = re.fullmatch(r"(?:[A-Z]|[1-9][0-9]{0,5})+(?:,(?:[A-Z]|[1-9][0-9]{0,5})+)*", text.replace(" ", ""))
    return tuple(axis for axis in axes if axis) if whole and any(axes) else None


def parts_of(axis: str) -> list[str]:
    """Return the letters and whole numbers of one axis, the slowest first."""
    return _PARTS.findall(axis)


def column_part(axes: Axes) -> str | None:
    """Return the part that counts columns, a whole number or C; None where there is none, "" where several are."""
    found = [part for axis in axes for part in parts_of(axis) if part == "C" or part.isdecimal()]
    return None if not found else found[0] if len(found) == 1 else ""


def unfold(array: Array, axes: Axes, component: str | None, place: str, anchors: int | None = None) -> Array:
    """Return an array of any axes as (A, columns, H, W) or (N, columns) float32, without columns where there are none.

    Raises `BadLayout` with the shape found and the axes wanted, `BadPredictions` for an array without fractions.

    Args:
        array: any shape; axes of length 1 that ``axes`` does not name are left out.
        axes: as `axes_of` returns them.
        component: the part that counts columns.
        place: file and name, for messages.
        anchors: the length of A where A and C share an axis.
    """
    wanted = ",".join(axes)
    if array.ndim < len(axes):
        raise BadLayout(f"{place} has shape {array.shape}, wanted {wanted}")
    if array.dtype.kind != "f":
        raise BadPredictions(f"{place} has type {array.dtype}, wanted float32")
    problem = ""
    for fewer in _squeezed(array, len(axes)):
        parts, sides, wrong = _sides(axes, fewer.shape, anchors)
        if not wrong:
            # Each part is an axis of its own now, whatever shared one, so that one transposition serves every layout.
            order = [part for part in ("N" if "N" in parts else "A", component, "H", "W") if part in parts]
            moved = fewer.reshape(sides).transpose([parts.index(part) for part in order if part is not None])
            return np.asarray(moved.astype(np.float32))
        problem = problem or f": {wrong}"
    parts = [part for axis in axes for part in parts_of(axis)]
    if not problem and len(parts) == array.ndim:  # such as N5 written for N,5
        problem = f", which is one axis for several; {','.join(parts)} are {array.ndim}"
    raise BadLayout(f"{place} has shape {array.shape}, wanted {wanted}{problem}")


def _squeezed(array: Array, count: int) -> Iterator[Array]:
    """Yield the array with ``count`` axes, each way axes of length 1 can be left out, those in front first."""
    ones = [axis for axis, side in enumerate(array.shape) if side == 1]
    for gone in itertools.combinations(ones, array.ndim - count):
        yield array.reshape([side for axis, side in enumerate(array.shape) if axis not in gone])


def _sides(axes: Axes, shape: tuple[int, ...], anchors: int | None) -> tuple[list[str], list[int], str]:
    """Return the parts, the length of each, and in words what does not fit, "" where all does."""
    parts: list[str] = []
    sides: list[int] = []
    for axis, length in zip(axes, shape, strict=True):
        own = parts_of(axis)
        given = {part: int(part) for part in own if part.isdecimal()}
        if "A" in own and "C" in own and anchors:
            given["A"] = anchors
        free, known = [part for part in own if part not in given], math.prod(given.values())
        if len(free) > 1:
            return parts, sides, f"{length} is no {axis}, wanted the number of columns in place of C, such as A85"
        if length % known or (not free and length != known):
            return parts, sides, f"{length} is no {axis}"
        parts += own
        sides += [given.get(part, length // known) for part in own]
    return parts, sides, ""


def picked(values: Array, columns: slice | tuple[int, ...], place: str) -> Array:
    """Return ``values`` (n, columns, ...) with some of the columns; raises `BadLayout` where one is not there."""
    count = values.shape[1]
    if isinstance(columns, slice):
        chosen = values[:, columns]
        if not chosen.shape[1]:
            raise BadLayout(f"{place} has {count} columns, wanted {_words(columns)} of them")
        return chosen
    if max(columns) >= count:
        raise BadLayout(f"{place} has {count} columns from 0, wanted column {max(columns)}")
    return np.asarray(values[:, list(columns)])


def _words(columns: slice) -> str:
    return f"{'' if columns.start is None else columns.start}:{'' if columns.stop is None else columns.stop}"
