"""The positive anchors of many pictures at once, for an audit of a whole dataset.

A `Chunk` holds the ground truths of pictures on one grid. By default the assigner is asked for one picture after
another, so a new assigner can be audited from the first day; an assigner with a faster method returns equal numbers, to
the bit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.matcher import Assignment
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
        if picture.shape != (len(gt),) or (picture.size and (np.diff(picture) < 0).any()):
            raise ValueError(f"picture: found shape {picture.shape}, wanted ({len(gt)},), ascending")
        if picture.size and not 0 <= picture[0] <= picture[-1] < len(sizes):
            raise ValueError(f"picture: found {picture[0]} to {picture[-1]}, wanted 0 to {len(sizes) - 1}")
        for name, values in (("gt", gt), ("picture", picture), ("sizes", sizes)):
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
        iou: (M,) the anchor's best IoU, in the recipe's precision.
        best_iou: (G,) as `Assignment.gt_best_iou`.
        best_anchor: (G,) the first anchor of ``best_iou``, flat, -1 none.
        ties: (G,) as `Assignment.gt_ties`.
        positives: (G,) as `Assignment.gt_positives`.
        low_quality: (G,) as `Assignment.gt_low_quality`.
        whole: the pictures left to `assign`, ascending; without positives here, and with counts of 0.
    """

    picture: Indices
    anchor: Indices
    gt: Indices
    cause: npt.NDArray[np.uint8]
    iou: Array
    best_iou: Array
    best_anchor: Indices
    ties: Indices
    positives: Indices
    low_quality: Indices
    whole: Indices

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


class Assigning(Protocol):
    """The part of an assigner for one picture."""

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
    ) -> Assignment:
        """Return the labels of all anchors."""
        ...


def one_by_one(assigner: Assigning, chunk: Chunk, pictures: Iterable[int] | None = None) -> Positives:
    """Return the positives of ``pictures`` of a chunk (None: all), each picture assigned alone; ``whole`` is empty.

    Memory is O(N) beside the result, time is `assign` per picture.
    """
    first, count = chunk.first, len(chunk.gt)
    of_gt: dict[str, Array] = {
        name: np.zeros(count, np.int64) for name in ("best_anchor", "ties", "positives", "low_quality")
    }
    best = np.zeros(count, chunk.grid.dtype)
    found: list[tuple[Array, ...]] = []
    for number in range(len(chunk.sizes)) if pictures is None else pictures:
        rows = slice(int(first[number]), int(first[number + 1]))
        height, width = chunk.sizes[number].tolist()
        one = assigner.assign(chunk.grid, chunk.gt[rows], (height, width))
        anchor = np.flatnonzero(one.label == 1)
        picture = np.full(anchor.size, number, np.int64)
        found.append(
            (picture, anchor, rows.start + one.gt[anchor].astype(np.int64), one.cause[anchor], one.iou[anchor])
        )
        best[rows] = one.gt_best_iou
        of_gt["best_anchor"][rows], of_gt["ties"][rows] = one.gt_best_anchor, one.gt_ties
        of_gt["positives"][rows], of_gt["low_quality"][rows] = one.gt_positives, one.gt_low_quality
    none = (np.empty(0, np.int64),) * 3 + (np.empty(0, np.uint8), np.empty(0, chunk.grid.dtype))
    picture, anchor, gt, cause, iou = (np.concatenate(part) for part in zip(none, *found, strict=True))
    whole = np.empty(0, np.int64)
    return Positives(
        picture=picture, anchor=anchor, gt=gt, cause=cause, iou=iou, best_iou=best, whole=whole, **of_gt
    )  # fmt: skip


def joined(chunk: Chunk, many: Positives, rest: Positives) -> Positives:
    """Return the positives of all pictures from those of ``many`` and those of its ``whole`` ones, as `one_by_one`."""
    mine = np.isin(chunk.picture, many.whole)
    order = np.lexsort((np.concatenate([many.anchor, rest.anchor]), np.concatenate([many.picture, rest.picture])))
    rows = ("picture", "anchor", "gt", "cause", "iou")
    of_gt = ("best_iou", "best_anchor", "ties", "positives", "low_quality")
    parts = {name: np.concatenate([getattr(many, name), getattr(rest, name)])[order] for name in rows}
    parts |= {name: np.where(mine, getattr(rest, name), getattr(many, name)) for name in of_gt}
    return Positives(**parts, whole=np.empty(0, np.int64))


def inside_of(boxes: Array, sizes: Array, border: int) -> Array:
    """Return which ``boxes`` (n, 4) stay in pictures of ``sizes`` (n, 2) h, w px, but for ``border`` px."""
    width, height = sizes[:, 1] + border, sizes[:, 0] + border
    low = (boxes[:, 0] >= -border) & (boxes[:, 1] >= -border)
    return np.asarray(low & (boxes[:, 2] < width) & (boxes[:, 3] < height))


def left_to_assign(chunk: Chunk, whole: Array) -> Positives:
    """Return no positives, and ``whole`` as the pictures left to `assign`."""
    none, zero = np.empty(0, np.int64), np.zeros(len(chunk.gt), np.int64)
    return Positives(
        picture=none,
        anchor=none,
        gt=none,
        cause=np.empty(0, np.uint8),
        iou=np.empty(0, chunk.grid.dtype),
        best_iou=np.zeros(len(chunk.gt), chunk.grid.dtype),
        best_anchor=zero,
        ties=zero,
        positives=zero,
        low_quality=zero,
        whole=whole,
    )
