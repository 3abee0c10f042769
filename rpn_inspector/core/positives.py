"""The positive anchors of many pictures at once: what an audit of a whole dataset counts.

A `Chunk` holds the ground truths of pictures that share one grid. The default asks the assigner for one picture after
another, so a new assigner can be audited from its first day; one that can do better gives the same, to the bit.
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
    """Ground truths of pictures that share ``grid``, those that take part in the assignment and no others.

    ``gt`` (G, 4) in network px and ``picture`` (G,) int64, ascending, from 0 to the number of pictures less one;
    ``sizes`` (P, 2) are the pictures' (h, w) px in the network, against which "outside" is measured. Pictures with
    ignored regions do not belong here.
    """

    grid: Grid
    gt: Array
    picture: Indices
    sizes: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Check that the arrays belong together, and make them read-only."""
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
        """Return where each picture's ground truths begin, and behind the last one's, (P + 1,)."""
        return np.searchsorted(self.picture, np.arange(len(self.sizes) + 1))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Positives:
    """Positive anchors of a chunk, by picture and then by anchor, and what each ground truth came to.

    Over positives (M,): ``picture``; ``anchor``, flat index; ``gt``, row of the chunk; ``cause`` uint8, a `Cause`;
    ``iou`` with the ground truth it overlaps most. Over ground truths (G,): ``best_iou``, ``best_anchor`` (the first
    that has it, -1 none), ``ties``, ``positives`` and ``low_quality``, as in `Assignment`. ``whole`` are the pictures
    that are left to `assign`, ascending: they have no positives here and their ground truths count 0.
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
    """An assigner, as far as it is asked for one picture."""

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
    """Return the positives of ``pictures`` of a chunk, of all by default, each assigned on its own; none is left over.

    Memory is O(N) beside the result, time that of `assign` for each picture.
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
    """Return no positives at all, ``whole`` being the pictures that are left to `assign`."""
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
