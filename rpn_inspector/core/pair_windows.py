"""Pairs of ground truths and anchors with enough overlap, of many pictures on one grid, in windows of cells.

A grid is separable: overlaps along x and along y follow from the grid's own tables of edges, and both are large enough
only in a window of cells. The numbers equal the IoUs of `overlay`, operation by operation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
SLACK = 1e-3  # windows are wider by this share, against rounding; pairs inside are compared exactly
UNEVEN = 0.02  # the share by which rounding may move an IoU on an uneven grid, where `unsure` says no
SURE_IOU, SURE_SIDE, SURE_FAR = 0.05, 4.0, 8192.0  # from which IoU and side, px, and up to which edge, px
PAIRS = 1 << 22  # at most so many cells of windows are laid out at once


class Overlapping(NamedTuple):
    """Ground truth (row), anchor (flat index) and IoU of each pair, (n,) each, in no order."""

    gt: Indices
    anchor: Indices
    iou: Array


@dataclass(frozen=True, slots=True)
class Runs:
    """First and end of the cells in the assignment along x and y, each (G,), of one base anchor."""

    x: Indices
    x_end: Indices
    y: Indices
    y_end: Indices


def is_even(grid: Grid, one: Any) -> bool:
    """Return whether each base anchor has one size all over the level, to the bit: else `highest` is an estimate."""
    return all(
        bool((side == side[:, :1]).all())
        for level in grid.levels
        for side in (level.x1 - level.x0 + one, level.y1 - level.y0 + one)
    )


def unsure(grid: Grid, gt: Array, best: Array, one: Any) -> Array:
    """Return the mask (G,) of ground truths whose `highest` on an uneven grid may be off by more than `UNEVEN`.

    Rounding moves an edge by a thousandth of a pixel at most, which is much of an overlap that is small itself.
    """
    sides = np.minimum(gt[:, 2] - gt[:, 0], gt[:, 3] - gt[:, 1]) + one
    smallest = min(
        float(side.min()) for level in grid.levels for side in (level.x1 - level.x0 + one, level.y1 - level.y0 + one)
    )
    # the largest edge tells the size of a rounding error; negated, so that NaN is unsure as well
    far = max(float(np.abs(level.x1).max()) for level in grid.levels)
    return np.asarray(~((best >= SURE_IOU) & (sides >= SURE_SIDE) & (smallest >= SURE_SIDE) & (far <= SURE_FAR)))


def runs_of(level: Level, base: int, sizes: Array, border: int | None) -> Runs:
    """Return the cells with anchors inside pictures of ``sizes`` (G, 2) h, w px up to ``border`` px, None: all."""
    height, width = level.shape
    count = len(sizes)
    if border is None:
        none = np.zeros(count, np.int64)
        return Runs(x=none, x_end=np.full(count, width), y=none, y_end=np.full(count, height))
    # edges ascend along a level, so the inside anchors are one run; the picture's own border is compared as in
    # `runs_inside`: x0 >= -border, x1 < width + border
    left, right = (
        level.x0[base].searchsorted(-border, "left"),
        level.x1[base].searchsorted(sizes[:, 1] + border, "left"),
    )
    top, bottom = (
        level.y0[base].searchsorted(-border, "left"),
        level.y1[base].searchsorted(sizes[:, 0] + border, "left"),
    )
    return Runs(
        x=np.full(count, left), x_end=np.maximum(right, left), y=np.full(count, top), y_end=np.maximum(bottom, top)
    )


def most(low: Array, high: Array, start: Array, end: Array, first: Indices, last: Indices, one: Any) -> Array:
    """Return the largest overlap (G,) of runs ``start`` to ``end`` with cells of edges ``low`` to ``high`` (n,).

    The largest overlap lies where the centres meet, or beside: to the left overlaps do not fall, to the right not rise.
    Only cells ``first`` to ``last`` count.

    Args:
        low: (n,) lower edges of the cells' anchors, ascending, network px.
        high: (n,) upper edges.
        start: (G,) lower edges of the ground truths.
        end: (G,) upper edges.
        first: (G,) the first cell in the assignment.
        last: (G,) the end of the cells in the assignment.
        one: 1 where widths are x2 - x1 + 1, else 0, in the edges' dtype.
    """
    centre = (low.astype(np.float64) + high).searchsorted(start.astype(np.float64) + end)
    found = np.zeros(len(start), low.dtype)
    # rounding of edges may move the largest overlap a cell or two from where exact centres meet
    for step in range(-2, 3):
        cell = np.minimum(np.maximum(centre + step, first), last - 1)
        overlap = np.minimum(high[cell], end) - np.maximum(low[cell], start)
        np.maximum(found, overlap + one if one else overlap, out=found)
    return np.where(last > first, found, low.dtype.type(0))


def highest(grid: Grid, gt: Array, runs: list[list[Runs]], one: Any) -> tuple[Array, list[list[Array]]]:
    """Return the best IoU (G,) of each ground truth, and the best IoU (G,) with each base anchor, by level."""
    areas = (gt[:, 2] - gt[:, 0] + one) * (gt[:, 3] - gt[:, 1] + one)
    best = np.zeros(len(gt), gt.dtype)
    each: list[list[Array]] = []
    for level, of_level in zip(grid.levels, runs, strict=True):
        each.append([])
        for base, run in enumerate(of_level):
            in_x = most(level.x0[base], level.x1[base], gt[:, 0], gt[:, 2], run.x, run.x_end, one)
            in_y = most(level.y0[base], level.y1[base], gt[:, 1], gt[:, 3], run.y, run.y_end, one)
            # only the best IoU of each axis is multiplied: on an even grid the largest product is the product of the
            # largest
            inter = in_x * in_y
            union = (areas + _area(level, base, one)) - inter
            own = np.divide(inter, union, out=np.zeros_like(inter), where=inter > 0)
            each[-1].append(own)
            np.maximum(best, own, out=best)
    return best, each


def _area(level: Level, base: int, one: Any) -> Any:
    width, height = level.x1[base, 0] - level.x0[base, 0] + one, level.y1[base, 0] - level.y0[base, 0] + one
    return width * height


def pairs_from(
    grid: Grid, gt: Array, least: Array, runs: list[list[Runs]], each: list[list[Array]], one: Any
) -> list[Overlapping]:
    """Return all pairs with an IoU of at least ``least`` (G,), more than 0, a list by level and base anchor.

    Args:
        grid: N anchors, network px.
        gt: (G, 4) network px, in the grid's dtype.
        least: (G,) the lowest IoU wanted of each ground truth.
        runs: the cells in the assignment, by level and base anchor.
        each: the best IoU (G,) with each base anchor, as `highest` returns, by level.
        one: 1 where widths are x2 - x1 + 1, else 0.
    """
    found = []
    for level, of_level, own in zip(grid.levels, runs, each, strict=True):
        for base, (run, best) in enumerate(zip(of_level, own, strict=True)):
            rows = np.flatnonzero((best >= least) & (best > 0))
            if rows.size:
                found += _of_base(level, base, rows, gt[rows], least[rows], run, one)
    return found


def _of_base(level: Level, base: int, rows: Indices, gt: Array, least: Array, run: Runs, one: Any) -> list[Overlapping]:
    x0, x1, y0, y1 = level.x0[base], level.x1[base], level.y0[base], level.y1[base]
    widths, heights = x1 - x0 + one, y1 - y0 + one
    width, height = widths[0], heights[0]
    even = bool((widths == width).all() and (heights == height).all())
    sides = gt[:, 2] - gt[:, 0] + one, gt[:, 3] - gt[:, 1] + one
    areas = sides[0] * sides[1]
    # IoU >= t asks for an intersection of at least t / (1 + t) times the sum of both areas; divided by the smaller
    # side across, the same bound holds along either axis
    needed = least / (1 + least) * (areas + width * height) * (1 - SLACK)
    along_x, along_y = needed / np.minimum(height, sides[1]), needed / np.minimum(width, sides[0])
    left, right = _window(x0, x1, gt[:, 0], gt[:, 2], along_x - one - SLACK, run.x[rows], run.x_end[rows])
    top, bottom = _window(y0, y1, gt[:, 1], gt[:, 3], along_y - one - SLACK, run.y[rows], run.y_end[rows])
    cells = np.maximum(right - left, 0) * np.maximum(bottom - top, 0)
    found, ends = [], np.cumsum(cells)
    start = 0
    # at most PAIRS cells at once, but always one ground truth at least: a single window may be larger
    while start < len(rows):
        before = ends[start - 1] if start else 0
        end = max(start + 1, int(ends.searchsorted(before + PAIRS, "right")))
        part = slice(start, end)
        which, y, x = _laid_out(cells[part], left[part], right[part], top[part])
        which = which + start
        in_x = np.maximum(np.minimum(x1[x], gt[which, 2]) - np.maximum(x0[x], gt[which, 0]) + one, 0)
        in_y = np.maximum(np.minimum(y1[y], gt[which, 3]) - np.maximum(y0[y], gt[which, 1]) + one, 0)
        # as `overlay`: y times x, gt area plus anchor area, minus the intersection, one division
        iou = in_y * in_x
        own = width * height if even else widths[x] * heights[y]
        union = (areas[which] + own) - iou
        iou /= union
        fit = np.flatnonzero(iou >= least[which])
        found.append(Overlapping(rows[which[fit]], level.flat(base, y[fit], x[fit]), iou[fit]))
        start = end
    return found


def _window(
    low: Array, high: Array, start: Array, end: Array, reach: Array, first: Indices, last: Indices
) -> tuple[Indices, Indices]:
    """Return first and end cell (n,) where edges ``low`` and ``high`` overlap ``start`` to ``end`` by ``reach``.

    In double a difference of two float32 edges is exact; the rounding of `overlay` lies within `SLACK`.
    """
    start, end = start.astype(np.float64), end.astype(np.float64)
    left = high.astype(np.float64).searchsorted(start + reach, "left")
    right = low.astype(np.float64).searchsorted(end - reach, "right")
    return np.maximum(left, first), np.minimum(right, last)


def _laid_out(cells: Indices, left: Indices, right: Indices, top: Indices) -> tuple[Indices, Indices, Indices]:
    """Return for each cell of each window the number of the window, the row and the column."""
    which = np.repeat(np.arange(len(cells)), cells)
    within = np.arange(which.size) - np.repeat(np.cumsum(cells) - cells, cells)
    row, column = np.divmod(within, np.maximum(right - left, 1)[which])
    return which, top[which] + row, left[which] + column


def area_of(boxes: Array, one: Any) -> Array:
    """Return the areas (...) of ``boxes`` (..., 4), px²."""
    return np.asarray((boxes[..., 2] - boxes[..., 0] + one) * (boxes[..., 3] - boxes[..., 1] + one))


def overlaps(edges: Array, boxes: Array, one: Any) -> Array:
    """Return the IoU (...) of ``edges`` (..., 4) of anchors with ``boxes`` (..., 4), equal to `overlay`."""
    width, height = edges[..., 2] - edges[..., 0] + one, edges[..., 3] - edges[..., 1] + one
    in_x = np.maximum(np.minimum(edges[..., 2], boxes[..., 2]) - np.maximum(edges[..., 0], boxes[..., 0]) + one, 0)
    in_y = np.maximum(np.minimum(edges[..., 3], boxes[..., 3]) - np.maximum(edges[..., 1], boxes[..., 1]) + one, 0)
    inter = in_y * in_x
    union = (area_of(boxes, one) + width * height) - inter
    return np.asarray(np.divide(inter, union, out=np.zeros_like(inter), where=inter > 0))
