"""Pairs of ground truths and anchors with enough overlap, of many pictures on one grid, in windows of cells.

A grid is separable: overlaps along x and along y follow from the grid's own tables of edges, and both are large enough
only in a window of cells. The numbers equal the IoUs of `overlay`, operation by operation.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.ignored import Runs as CellRuns
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
SLACK = 1e-3  # windows are wider by this share, against rounding; pairs inside are compared exactly
UNEVEN = 0.02  # the share by which rounding may move an IoU on an uneven grid, where `unsure` says no
SURE_IOU, SURE_SIDE, SURE_FAR = 0.05, 4.0, 8192.0  # from which IoU and side, px, and up to which edge, px
PAIRS = 1 << 16  # cells of windows laid out at once, whose numbers stay in the cache of a core
BESIDE = np.arange(-2, 3)[:, None, None]


class Overlapping(NamedTuple):
    """Ground truth (row), anchor (flat index) and IoU of each pair, (n,) each, by ascending ground truth.

    Some that do not overlap, of IoU 0, are among them where that was the lowest IoU wanted.
    """

    gt: Indices
    anchor: Indices
    iou: Array


@dataclass(frozen=True, slots=True)
class Runs:
    """First and end of the cells in the assignment along x and y, each (G,) of one base anchor, or (G, B) of all."""

    x: Indices
    x_end: Indices
    y: Indices
    y_end: Indices


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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CellEdges:
    """The cells of B base anchors along one axis, one base anchor's behind the other's.

    Args:
        low: (n,) lower edges of the cells' anchors, network px, ascending within a base anchor.
        high: (n,) upper edges, likewise.
        first: (B,) the place of each base anchor's first cell.
        shift: (B,) px, float64, by which the keys of the base anchors lie apart, so that one search finds places in
            all of them.
        reach: px, float64, at most half of what they lie apart.
        low_keys: (n,) float64, ``low`` shifted apart, ascending.
        high_keys: (n,) likewise.
        middle_keys: (n,) likewise, of the sums of both edges.
    """

    low: Array
    high: Array
    first: Indices
    shift: Array
    reach: float
    low_keys: Array
    high_keys: Array
    middle_keys: Array

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @classmethod
    def of(cls, low: list[Array], high: list[Array]) -> CellEdges:
        """Return the axis of each level's edges (A, cells)."""
        lows, highs = (np.concatenate([part.ravel() for part in edges]) for edges in (low, high))
        cells = np.concatenate([np.full(len(part), part.shape[1]) for part in low])
        # a power of two, so that the sums keep almost all bits of the edges
        apart = 2.0 ** np.ceil(np.log2(8 * (1 + max(float(np.abs(edges).max()) for edges in (lows, highs)))))
        shift = apart * np.arange(len(cells))
        own, low_keys, high_keys = np.repeat(shift, cells), lows.astype(np.float64), highs.astype(np.float64)
        return cls(
            low=lows,
            high=highs,
            first=np.cumsum(cells) - cells,
            shift=shift,
            reach=apart * 0.4375,
            low_keys=low_keys + own,
            high_keys=high_keys + own,
            middle_keys=low_keys + high_keys + own,
        )

    def search(
        self, keys: Array, at: Array, base: Any = slice(None), side: Literal["left", "right"] = "left"
    ) -> Indices:
        """Return the places of ``at`` px among ``keys``, those of the base anchors ``base``."""
        near = np.minimum(np.maximum(at, -self.reach), self.reach)
        return np.asarray(keys.searchsorted(near + self.shift[base], side))

    def most(self, start: Array, end: Array, first: Indices, last: Indices, one: Any) -> Array:
        """Return the largest overlaps (G, B) of runs ``start`` to ``end`` with the cells of each base anchor.

        The largest overlap lies where the centres meet, or beside: to the left overlaps do not fall, to the right not
        rise. Only cells ``first`` to ``last`` count.

        Args:
            start: (G,) lower edges of the ground truths, network px.
            end: (G,) upper edges.
            first: (G, B) or (1, B) the first cell in the assignment.
            last: likewise the end of the cells in the assignment.
            one: 1 where widths are x2 - x1 + 1, else 0, in the edges' dtype.
        """
        centre = self.search(self.middle_keys, (start.astype(np.float64) + end)[:, None])
        # rounding of edges may move the largest overlap a cell or two from where exact centres meet
        cell = np.minimum(np.maximum(centre + BESIDE, self.first + first), self.first + last - 1)
        overlap = np.minimum(self.high.take(cell), end[:, None]) - np.maximum(self.low.take(cell), start[:, None])
        found = np.maximum(overlap.max(0) + one, 0)
        return np.asarray(np.where(last > first, found, self.low.dtype.type(0)))

    def window(
        self, start: Array, end: Array, least: Array, base: Indices, first: Indices, last: Indices
    ) -> tuple[Indices, Indices]:
        """Return first and end place (n,) where cells of ``base`` overlap runs ``start`` to ``end`` by ``least`` px.

        In double a difference of two float32 edges is exact; the rounding of `overlay` lies within `SLACK`.
        """
        left = self.search(self.high_keys, start.astype(np.float64) + least, base)
        right = self.search(self.low_keys, end.astype(np.float64) - least, base, "right")
        return np.maximum(left, self.first[base] + first), np.minimum(right, self.first[base] + last)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Tables:
    """The B base anchors of a grid, level by level.

    Args:
        x: the columns of each.
        y: the rows of each.
        width: (B,) px, of the first cell's anchor.
        height: (B,) likewise.
        origin: (B,) the flat index of the first cell's anchor.
        right: (B,) the flat distance of cells side by side.
        below: (B,) the flat distance of cells one below the other.
        even: whether each has one size all over its level, to the bit: else `highest` is an estimate.
    """

    x: CellEdges
    y: CellEdges
    width: Array
    height: Array
    origin: Indices
    right: Indices
    below: Indices
    even: bool

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


@lru_cache(maxsize=16)
def tables_of(grid: Grid, inclusive: bool) -> Tables:
    """Return the base anchors of ``grid``; with ``inclusive`` a side is x2 - x1 + 1."""
    levels, one = grid.levels, grid.dtype.type(inclusive)
    widths, heights = [lv.x1 - lv.x0 + one for lv in levels], [lv.y1 - lv.y0 + one for lv in levels]
    flat = [lv.flat(np.arange(len(lv.base))[:, None], [0, 0, 1], [0, 1, 0]) for lv in levels]
    origin, right, below = np.concatenate(flat).T
    return Tables(
        x=CellEdges.of([level.x0 for level in levels], [level.x1 for level in levels]),
        y=CellEdges.of([level.y0 for level in levels], [level.y1 for level in levels]),
        width=np.concatenate([part[:, 0] for part in widths]),
        height=np.concatenate([part[:, 0] for part in heights]),
        origin=origin,
        right=right - origin,
        below=below - origin,
        even=all(bool((sides == sides[:, :1]).all()) for sides in (*widths, *heights)),
    )


def stacked(runs: list[list[Runs]]) -> Runs:
    """Return the runs of all base anchors, level by level, as one of arrays (G, B)."""
    every = [run for of_level in runs for run in of_level]
    return Runs(*(np.stack([getattr(run, field.name) for run in every], -1) for field in fields(Runs)))


def all_runs(runs: list[tuple[CellRuns, CellRuns]]) -> Runs:
    """Return the columns and the rows of every base anchor, by level, as arrays (1, B)."""
    columns, rows = (np.array([run for level in runs for run in level[axis]], np.int64)[None] for axis in (0, 1))
    return Runs(x=columns[..., 0], x_end=columns[..., 1], y=rows[..., 0], y_end=rows[..., 1])


def highest(tables: Tables, gt: Array, runs: Runs, one: Any) -> tuple[Array, Array]:
    """Return the best IoU (G,) of each ground truth, and the best IoU (G, B) with each base anchor.

    Args:
        tables: the B base anchors.
        gt: (G, 4) network px, in the grid's dtype.
        runs: the cells in the assignment, (G, B) or (1, B).
        one: 1 where widths are x2 - x1 + 1, else 0, in the grid's dtype.
    """
    # only the best of each axis is multiplied: on an even grid the largest product is the product of the largest
    inter = tables.x.most(gt[:, 0], gt[:, 2], runs.x, runs.x_end, one)
    inter *= tables.y.most(gt[:, 1], gt[:, 3], runs.y, runs.y_end, one)
    union = (area_of(gt, one)[:, None] + tables.width * tables.height) - inter
    each = np.divide(inter, union, out=np.zeros_like(inter), where=inter > 0)
    return each.max(1, initial=0), each


def windows_from(tables: Tables, gt: Array, least: Array, runs: Runs, each: Array, one: Any) -> Windows:
    """Return the windows that hold all pairs with an IoU of at least ``least`` (G,), more than 0.

    Args:
        tables: the B base anchors.
        gt: (G, 4) network px, in the grid's dtype.
        least: (G,) the lowest IoU wanted of each ground truth.
        runs: the cells in the assignment, (G, B) or (1, B).
        each: (G, B) the best IoUs, as `highest` returns.
        one: 1 where widths are x2 - x1 + 1, else 0, in the grid's dtype.
    """
    rows, base = ((each >= least[:, None]) & (each > 0)).nonzero()
    boxes, wanted, width, height = gt[rows], least[rows], tables.width[base], tables.height[base]
    sides = boxes[:, 2] - boxes[:, 0] + one, boxes[:, 3] - boxes[:, 1] + one
    # IoU >= t asks for an intersection of at least t / (1 + t) times the sum of both areas; divided by the smaller
    # side across, the same bound holds along either axis
    needed = wanted / (1 + wanted) * (sides[0] * sides[1] + width * height) * (1 - SLACK)
    along_x, along_y = needed / np.minimum(height, sides[1]), needed / np.minimum(width, sides[0])
    where = (0 if len(runs.x) == 1 else rows), base
    x, y = tables.x, tables.y
    left, right = x.window(boxes[:, 0], boxes[:, 2], along_x - one - SLACK, base, runs.x[where], runs.x_end[where])
    top, bottom = y.window(boxes[:, 1], boxes[:, 3], along_y - one - SLACK, base, runs.y[where], runs.y_end[where])
    wide, tall = right - left, bottom - top
    some = ((wide > 0) & (tall > 0)).nonzero()[0]
    return Windows(rows, base, boxes, wanted, left, wide, top, tall)[some]


@dataclass(slots=True)
class Windows:
    """Windows of cells, (n,) each, by ascending ground truth.

    ``gt`` is the row of the ground truth, ``boxes`` (n, 4) its box, ``least`` the lowest IoU wanted; ``left`` and
    ``top`` are the places of the first column and row in the axes of ``base``.
    """

    gt: Indices
    base: Indices
    boxes: Array
    least: Array
    left: Indices
    wide: Indices
    top: Indices
    tall: Indices

    def __getitem__(self, rows: Any) -> Windows:
        """Return the windows ``rows``."""
        return Windows(*(getattr(self, field.name)[rows] for field in fields(self)))

    @property
    def cells(self) -> int:
        """Return the number of cells in all windows."""
        return int((self.wide * self.tall).sum())

    def pairs(self, tables: Tables, one: Any) -> list[Overlapping]:
        """Return the pairs of all cells with an IoU of at least each window's least; 0 takes every cell."""
        found, ends = [], np.cumsum(self.wide * self.tall)
        start = 0
        # at most PAIRS cells at once, but always one window at least: a single one may be larger
        while start < len(ends):
            before = ends[start - 1] if start else 0
            end = max(start + 1, int(ends.searchsorted(before + PAIRS, "right")))
            found.append(self[start:end]._listed(tables, one))
            start = end
        return found

    def _listed(self, tables: Tables, one: Any) -> Overlapping:
        """Return the pairs as `pairs`, of all windows at once."""
        x, y, areas = tables.x, tables.y, area_of(self.boxes, one)
        # the columns and the rows of every window, one window's behind the other's
        of_column, of_row = (np.repeat(np.arange(len(self.base)), many) for many in (self.wide, self.tall))
        begin = np.cumsum(self.wide) - self.wide
        column = np.arange(of_column.size) + (self.left - begin)[of_column]
        row = np.arange(of_row.size) + (self.top - (np.cumsum(self.tall) - self.tall))[of_row]
        start, end = self.boxes[:, 0][of_column], self.boxes[:, 2][of_column]
        in_x = np.maximum(np.minimum(x.high[column], end) - np.maximum(x.low[column], start) + one, 0)
        start, end = self.boxes[:, 1][of_row], self.boxes[:, 3][of_row]
        in_y = np.maximum(np.minimum(y.high[row], end) - np.maximum(y.low[row], start) + one, 0)
        # the cells, row by row: of each its row and column in those lists
        many = self.wide[of_row]
        of_cell = np.repeat(np.arange(of_row.size), many)
        at = np.arange(of_cell.size) + (begin[of_row] - (np.cumsum(many) - many))[of_cell]
        # as `overlay`: y times x, gt area plus anchor area, minus the intersection, one division
        iou = in_y.take(of_cell) * in_x.take(at)
        if tables.even:
            union = (areas + tables.width[self.base] * tables.height[self.base])[of_row].take(of_cell)
        else:
            own = (y.high[row] - y.low[row] + one).take(of_cell) * (x.high[column] - x.low[column] + one).take(at)
            union = areas[of_row].take(of_cell) + own
        union -= iou
        iou /= union
        fit = (iou >= self.least[of_row].take(of_cell)).nonzero()[0]
        by_row, by_column = of_cell[fit], at[fit]
        of_row_flat = (tables.origin - y.first * tables.below)[self.base][of_row] + row * tables.below[self.base][
            of_row
        ]
        of_column_flat = (column - x.first[self.base][of_column]) * tables.right[self.base][of_column]
        anchor = of_row_flat[by_row] + of_column_flat[by_column]
        return Overlapping(self.gt[of_row[by_row]], anchor, iou[fit])


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
