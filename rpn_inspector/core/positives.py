"""The positive anchors of many pictures at once, for an audit of a whole dataset.

A `Chunk` holds the ground truths of pictures on one grid. An assigner's ``positives`` returns the numbers of `assign`,
to the bit, and in ``whole`` the pictures that only `assign` can answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assignment import PER_GT, Assignment
from rpn_inspector.core.ignored import Outside
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Chunk:
    """Ground truths of pictures with one common ``grid``, without ground truths outside the assignment.

    Pictures with ignored regions do not belong here. Raises ValueError where the arrays do not belong together.

    Args:
        grid: N anchors, network px.
        gt: (G, 4) network px, in the grid's dtype.
        picture: (G,) int64, ascending, from 0 to P - 1.
        sizes: (P, 2) int64, the resized pictures' (h, w) network px, the border for ``outside``.
    """

    grid: Grid
    gt: Array
    picture: Indices
    sizes: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Check the shapes and the order, and make the arrays read-only."""
        gt, picture = np.asarray(self.gt, self.grid.dtype).reshape(-1, 4), np.asarray(self.picture, np.int64)
        sizes = np.asarray(self.sizes, np.int64).reshape(-1, 2)
        # ascending pictures make each picture's ground truths one slice of rows
        if picture.shape != (len(gt),) or (picture.size and (np.diff(picture) < 0).any()):
            raise ValueError(f"picture: found shape {picture.shape}, wanted ({len(gt)},), ascending")
        if picture.size and not 0 <= picture[0] <= picture[-1] < len(sizes):
            raise ValueError(f"picture: found {picture[0]} to {picture[-1]}, wanted 0 to {len(sizes) - 1}")
        for name, values in (("gt", gt), ("picture", picture), ("sizes", sizes)):
            # views: read-only here, while the caller's own arrays stay writable
            object.__setattr__(self, name, values.view())
        read_only(self)

    @property
    def first(self) -> Indices:
        """Return the first row of each picture's ground truths, and G at the end, (P + 1,)."""
        return np.searchsorted(self.picture, np.arange(len(self.sizes) + 1))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Positives:
    """Positive anchors of a chunk, by picture and then by anchor, and each ground truth's counts.

    Args:
        picture: (M,) the picture of each positive.
        anchor: (M,) flat index.
        gt: (M,) row of the chunk.
        cause: (M,) uint8, a `Cause`.
        measure: (M,) the anchor's value in the assigner's array of that name, None for an assigner without.
        per_gt: (G,) each, as `Assignment.per_gt`.
        whole: the pictures left to `assign`, ascending; without positives here, and with counts of 0.
    """

    picture: Indices
    anchor: Indices
    gt: Indices
    cause: npt.NDArray[np.uint8]
    measure: Array | None
    per_gt: Mapping[str, Array]
    whole: Indices

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


class Assigning(Protocol):
    """The part of an assigner for one picture."""

    per_gt: ClassVar[tuple[str, ...]]
    """The arrays of `Assignment.per_gt`."""
    measure: ClassVar[str]
    """The array of `Assignment.dense` that says most of a positive anchor, empty for an assigner without."""
    needs_outputs: ClassVar[bool]
    """Whether labels depend on what the network says."""
    positives_need_outputs: ClassVar[bool]
    """Whether it also depends on that which anchors are positive."""

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors; those that only an answer could decide are -2 without one.

        Args:
            grid: N anchors, network px.
            gt: (G, 4) ground truths x1 y1 x2 y2, network px.
            image_size: (h, w) of the resized picture, network px.
            regions: (I, 4) ignored regions, network px; None for no region.
            padded_size: (h, w) of the picture's own padding where the grid is a larger batch's, else None.
            answers: what the network says, for a rule that looks at it; None without outputs.
        """
        ...


def left_to_assign(assigner: Assigning, chunk: Chunk, whole: Array) -> Positives:
    """Return no positives, and ``whole`` as the pictures left to `assign`."""
    return _of_rows(_no_rows(bool(assigner.measure), chunk), _zeros(assigner.per_gt, chunk), whole)


class PictureByPicture:
    """A rule without a count of many pictures at once, as outputs decide and each picture has its own."""

    __slots__ = ()

    def positives(self: Assigning, chunk: Chunk) -> Positives:
        """Return no positive: every picture is left to `assign`."""
        return left_to_assign(self, chunk, np.arange(len(chunk.sizes)))


def _of_rows(rows: Sequence[Array], per_gt: Mapping[str, Array], whole: Array) -> Positives:
    picture, anchor, gt, cause, *measure = rows
    return Positives(
        picture=picture,
        anchor=anchor,
        gt=gt,
        cause=cause,
        measure=measure[0] if measure else None,
        per_gt=per_gt,
        whole=whole,
    )


def _no_rows(measured: bool, chunk: Chunk) -> tuple[Array, ...]:
    none = np.empty(0, np.int64)
    rows = (none, none, none, np.empty(0, np.uint8))
    return (*rows, np.empty(0, chunk.grid.dtype)) if measured else rows


def _zeros(names: Iterable[str], chunk: Chunk) -> dict[str, Array]:
    return {name: np.zeros(len(chunk.gt), PER_GT[name].dtype or chunk.grid.dtype) for name in names}


def inside_of(boxes: Array, sizes: Array, outside: Outside) -> Array:
    """Return the mask (n,) of ``boxes`` (n, 4) inside pictures of ``sizes`` (n, 2) h, w px, as ``outside`` says."""
    columns, rows = ((boxes[:, axis], boxes[:, axis + 2], sizes[:, 1 - axis]) for axis in (0, 1))
    return np.asarray(outside.within(*columns) & outside.within(*rows))
