"""Pairs of ground truths and anchors that overlap enough, of many pictures on one grid, without looking at the rest.

A grid is separable: overlaps along x and along y follow from its own tables of edges, and only in a window of cells
both are large enough. The numbers are those of `overlay`, operation by operation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
SLACK = 1e-3  # windows are that much wider than asked for; what they hold is compared exactly
PAIRS = 1 << 22  # at most so many cells of windows are laid out at once


class Overlapping(NamedTuple):
    """Ground truth (row), anchor (flat index) and their IoU, each (n,), in no order."""

    gt: Indices
    anchor: Indices
    iou: Array


@dataclass(frozen=True, slots=True)
class Runs:
    """First and end of the cells that take part along x and y, each (G,), of one base anchor."""

    x: Indices
    x_end: Indices
    y: Indices
    y_end: Indices


def is_even(grid: Grid, one: Any) -> bool:
    """Return whether each base anchor has one size all over its level, to the bit: only then windows hold the best."""
    return all(
        bool((side == side[:, :1]).all())
        for level in grid.levels
        for side in (level.x1 - level.x0 + one, level.y1 - level.y0 + one)
    )


def runs_of(level: Level, base: int, sizes: Array, border: int | None) -> Runs:
    """Return the cells whose anchor stays in pictures of ``sizes`` (G, 2) h, w px up to ``border`` px; None: all."""
    height, width = level.shape
    count = len(sizes)
    if border is None:
        none = np.zeros(count, np.int64)
        return Runs(none, np.full(count, width), none, np.full(count, height))
    left, right = (
        level.x0[base].searchsorted(-border, "left"),
        level.x1[base].searchsorted(sizes[:, 1] + border, "left"),
    )
    top, bottom = (
        level.y0[base].searchsorted(-border, "left"),
        level.y1[base].searchsorted(sizes[:, 0] + border, "left"),
    )
    return Runs(np.full(count, left), np.maximum(right, left), np.full(count, top), np.maximum(bottom, top))


def most(low: Array, high: Array, start: Array, end: Array, first: Indices, last: Indices, one: Any) -> Array:
    """Return the largest overlap (G,) of runs ``start`` to ``end`` with edges ``low``, ``high`` (n,) of cells in a run.

    It lies where the centres meet, or beside: to the left overlaps do not fall, to the right they do not rise.
    """
    centre = (low.astype(np.float64) + high).searchsorted(start.astype(np.float64) + end)
    found = np.zeros(len(start), low.dtype)
    for step in range(-2, 3):
        cell = np.minimum(np.maximum(centre + step, first), last - 1)
        overlap = np.minimum(high[cell], end) - np.maximum(low[cell], start)
        np.maximum(found, overlap + one if one else overlap, out=found)
    return np.where(last > first, found, low.dtype.type(0))


def highest(grid: Grid, gt: Array, runs: list[list[Runs]], one: Any) -> tuple[Array, list[list[Array]]]:
    """Return the best IoU (G,) of each ground truth, and each base anchor's own best (G,) by level."""
    areas = (gt[:, 2] - gt[:, 0] + one) * (gt[:, 3] - gt[:, 1] + one)
    best = np.zeros(len(gt), gt.dtype)
    each: list[list[Array]] = []
    for level, of_level in zip(grid.levels, runs, strict=True):
        each.append([])
        for base, run in enumerate(of_level):
            in_x = most(level.x0[base], level.x1[base], gt[:, 0], gt[:, 2], run.x, run.x_end, one)
            in_y = most(level.y0[base], level.y1[base], gt[:, 1], gt[:, 3], run.y, run.y_end, one)
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
    """Return all pairs whose IoU is at least ``least`` (G,), which is more than 0, a list by level and base anchor."""
    found = []
    for level, of_level, own in zip(grid.levels, runs, each, strict=True):
        for base, (run, best) in enumerate(zip(of_level, own, strict=True)):
            rows = np.flatnonzero((best >= least) & (best > 0))
            if rows.size:
                found += _of_base(level, base, rows, gt[rows], least[rows], run, one)
    return found


def _of_base(level: Level, base: int, rows: Indices, gt: Array, least: Array, run: Runs, one: Any) -> list[Overlapping]:
    x0, x1, y0, y1 = level.x0[base], level.x1[base], level.y0[base], level.y1[base]
    width, height = x1[0] - x0[0] + one, y1[0] - y0[0] + one
    sides = gt[:, 2] - gt[:, 0] + one, gt[:, 3] - gt[:, 1] + one
    areas = sides[0] * sides[1]
    # IoU >= t asks for an intersection of t / (1 + t) times both areas, and so for that much along either axis
    needed = least / (1 + least) * (areas + width * height) * (1 - SLACK)
    along_x, along_y = needed / np.minimum(height, sides[1]), needed / np.minimum(width, sides[0])
    left, right = _window(x0, x1, gt[:, 0], gt[:, 2], along_x - one - SLACK, run.x[rows], run.x_end[rows])
    top, bottom = _window(y0, y1, gt[:, 1], gt[:, 3], along_y - one - SLACK, run.y[rows], run.y_end[rows])
    cells = np.maximum(right - left, 0) * np.maximum(bottom - top, 0)
    found, ends = [], np.cumsum(cells)
    start = 0
    while start < len(rows):
        before = ends[start - 1] if start else 0
        end = max(start + 1, int(ends.searchsorted(before + PAIRS, "right")))
        part = slice(start, end)
        which, y, x = _laid_out(cells[part], left[part], right[part], top[part])
        which = which + start
        in_x = np.maximum(np.minimum(x1[x], gt[which, 2]) - np.maximum(x0[x], gt[which, 0]) + one, 0)
        in_y = np.maximum(np.minimum(y1[y], gt[which, 3]) - np.maximum(y0[y], gt[which, 1]) + one, 0)
        iou = in_y * in_x
        union = (areas[which] + width * height) - iou
        iou /= union
        fit = np.flatnonzero(iou >= least[which])
        found.append(Overlapping(rows[which[fit]], level.flat(base, y[fit], x[fit]), iou[fit]))
        start = end
    return found


def _window(
    low: Array, high: Array, start: Array, end: Array, reach: Array, first: Indices, last: Indices
) -> tuple[Indices, Indices]:
    """Return first and end cell (n,) where edges ``low`` and ``high`` overlap ``start`` to ``end`` by ``reach``.

    In double, where a difference of two edges is exact: as `overlay` rounds it, it is within the slack.
    """
    start, end = start.astype(np.float64), end.astype(np.float64)
    left = high.astype(np.float64).searchsorted(start + reach, "left")
    right = low.astype(np.float64).searchsorted(end - reach, "right")
    return np.maximum(left, first), np.minimum(right, last)


def _laid_out(cells: Indices, left: Indices, right: Indices, top: Indices) -> tuple[Indices, Indices, Indices]:
    """Return for each cell of each window the window's number, its row and its column."""
    which = np.repeat(np.arange(len(cells)), cells)
    within = np.arange(which.size) - np.repeat(np.cumsum(cells) - cells, cells)
    row, column = np.divmod(within, np.maximum(right - left, 1)[which])
    return which, top[which] + row, left[which] + column


def overlaps(edges: Array, boxes: Array, one: Any) -> Array:
    """Return the IoU (n,) of ``edges`` (n, 4) of anchors with ``boxes`` (n, 4), as `overlay` on an even grid."""
    width, height = edges[:, 2] - edges[:, 0] + one, edges[:, 3] - edges[:, 1] + one
    in_x = np.maximum(np.minimum(edges[:, 2], boxes[:, 2]) - np.maximum(edges[:, 0], boxes[:, 0]) + one, 0)
    in_y = np.maximum(np.minimum(edges[:, 3], boxes[:, 3]) - np.maximum(edges[:, 1], boxes[:, 1]) + one, 0)
    inter = in_y * in_x
    areas = (boxes[:, 2] - boxes[:, 0] + one) * (boxes[:, 3] - boxes[:, 1] + one)
    union = (areas + width * height) - inter
    return np.asarray(np.divide(inter, union, out=np.zeros_like(inter), where=inter > 0))
