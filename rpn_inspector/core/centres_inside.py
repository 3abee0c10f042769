"""Anchors whose centres lie inside boxes: of a separable grid a run of columns and one of rows for each box."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
LAID_OUT = 1 << 22  # comparisons along an axis at once


class PointPairs(NamedTuple):
    """Ground truth (row) and anchor (flat), (n,) int64 each, by ground truth and then by anchor."""

    gt: Indices
    anchor: Indices


def sorted_pairs(gt: Indices, anchor: Indices) -> PointPairs:
    """Return pairs (n,) by ground truth and then by anchor."""
    order = np.lexsort((anchor, gt))
    return PointPairs(gt[order], anchor[order])


def centres_inside(grid: Grid, boxes: Array, margin: float = 0.0) -> PointPairs:
    """Return the anchors with a centre further than ``margin`` px inside ``boxes`` (G, 4), on every side."""
    return inside_by_level(grid, [boxes] * len(grid.levels), margin)


def inside_by_level(grid: Grid, boxes: list[Array], margin: float = 0.0) -> PointPairs:
    """Return `centres_inside` with boxes (G, 4) of each level's own, network px, in the grid's dtype."""
    parts = [_of_level(level, own, margin) for level, own in zip(grid.levels, boxes, strict=True)]
    gt, anchor = (np.concatenate([np.empty(0, np.int64), *(part[k] for part in parts)]) for k in (0, 1))
    return sorted_pairs(gt, anchor)


def squares(grid: Grid, gt: Array, radius: float) -> list[Array]:
    """Return by level the squares (G, 4) that reach ``radius`` strides from the centres of ``gt`` (G, 4), px."""
    two = gt.dtype.type(2)
    centre = np.tile((gt[:, :2] + gt[:, 2:]) / two, 2)
    return [
        np.asarray(centre + np.array([-1, -1, 1, 1], gt.dtype) * gt.dtype.type(radius * level.stride[0]))
        for level in grid.levels
    ]


@quiet
def _of_level(level: Level, boxes: Array, margin: float) -> PointPairs:
    two, found = level.x0.dtype.type(2), [PointPairs(np.empty(0, np.int64), np.empty(0, np.int64))]
    for base in range(len(level.base)):
        x, y = (level.x0[base] + level.x1[base]) / two, (level.y0[base] + level.y1[base]) / two
        (left, wide), (top, tall) = (
            _runs(x, boxes[:, 0], boxes[:, 2], margin),
            _runs(y, boxes[:, 1], boxes[:, 3], margin),
        )
        count = wide * tall
        gt = np.repeat(np.arange(len(boxes)), count)
        place = np.arange(len(gt)) - np.repeat(np.cumsum(count) - count, count)
        row, column = np.divmod(place, np.maximum(wide, 1)[gt])
        found.append(PointPairs(gt, level.flat(base, top[gt] + row, left[gt] + column)))
    return PointPairs(np.concatenate([part.gt for part in found]), np.concatenate([part.anchor for part in found]))


def _runs(places: Array, low: Array, high: Array, margin: float) -> tuple[Indices, Indices]:
    """Return first (G,) and number (G,) of ``places`` (n,), ascending, between ``low`` and ``high`` (G,)."""
    least, step = places.dtype.type(margin), max(1, LAID_OUT // max(len(places), 1))
    first, count = np.zeros(len(low), np.int64), np.zeros(len(low), np.int64)
    for start in range(0, len(low), step):
        part = slice(start, start + step)
        # the libraries' own differences: a place beside an edge is inside or not by their rounding
        within = (places - low[part, None] > least) & (high[part, None] - places > least)
        first[part], count[part] = within.argmax(1), within.sum(1)
    return first, count
