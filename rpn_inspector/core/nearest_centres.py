"""The anchors of each level nearest to ground truths' centres, without the distances of all anchors.

Of a grid's separable centres the k nearest lie among the k nearest columns and the k nearest rows: the pair of the i-th
row and the j-th column, from 1, has i j - 1 anchors at least as near, so only pairs with i j <= k are looked at. Where
rounding can make the distance of a farther row or column equal, the next of both are looked at too.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.pair_windows import Runs
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
PAIRS = 1 << 20  # distances laid out at once


class Near(NamedTuple):
    """Ground truth (row) and anchor (flat), (n,) each, by level, ground truth and distance."""

    gt: Indices
    anchor: Indices


def nearest(grid: Grid, gt: Array, runs: list[list[Runs]], k: int, crowded: Array | None = None) -> Near:
    """Return the ``k`` anchors of each level nearest to each ground truth's centre, fewer where a level has fewer.

    Distances are in the grid's dtype; at equal distances the lower flat index goes first, where the libraries leave the
    choice open.

    Args:
        grid: N anchors, network px.
        gt: (G, 4) network px, in the grid's dtype.
        runs: the cells in the assignment, by level and base anchor.
        k: so many of each level.
        crowded: (N,) anchors that count as farther than all others, None for no anchor.
    """
    half = gt.dtype.type(2)
    centres = (gt[:, :2] + gt[:, 2:]) / half
    found = []
    for level, of_level in zip(grid.levels, runs, strict=True) if len(gt) else ():
        mask = None if crowded is None else crowded[level.rows]
        if mask is not None and mask.any():
            found.append(_one_by_one(grid, level, centres, of_level, k, mask))
        else:
            step = max(1, PAIRS // (len(_pairs(k)) * len(level.base)))
            found += [
                _of_rows(level, centres, np.arange(start, min(start + step, len(gt))), of_level, k)
                for start in range(0, len(gt), step)
            ]
    none = np.empty(0, np.int64)
    return Near(*(np.concatenate([none, *(getattr(part, name) for part in found)]) for name in Near._fields))


def _pairs(k: int, more: int = 0) -> Array:
    """Return the pairs (n, 2) of row and column places, from 0, that may hold one of the ``k`` nearest.

    ``more`` is how many places rounding may move a row or column forward.
    """
    return np.array([(i, j) for i in range(k + more) for j in range(k // max(i + 1 - more, 1) + more)], np.int64)


def _of_rows(level: Level, centres: Array, rows: Indices, runs: list[Runs], k: int) -> Near:
    two = centres.dtype.type(2)
    axes = []
    for base, run in enumerate(runs):
        x, y = (level.x0[base] + level.x1[base]) / two, (level.y0[base] + level.y1[base]) / two
        across = _axis(x, centres[rows, 0], run.x[rows], run.x_end[rows], k + 1)
        axes.append((across, _axis(y, centres[rows, 1], run.y[rows], run.y_end[rows], k + 1)))
    close = np.any([_close(across[1], down[1]) for across, down in axes], 0)
    plain = _laid(level, axes, rows, _pairs(k), k)
    if not close.any():
        return plain
    apart = [tuple((cell[close], distance[close]) for cell, distance in both) for both in axes]
    again = _laid(level, apart, rows[close], _pairs(k, 1), k)
    stay = ~np.isin(plain.gt, rows[close])
    gt, anchor = np.concatenate([plain.gt[stay], again.gt]), np.concatenate([plain.anchor[stay], again.anchor])
    order = np.argsort(gt, kind="stable")
    return Near(gt[order], anchor[order])


@quiet
def _close(dx: Array, dy: Array) -> npt.NDArray[np.bool_]:
    """Return the mask (G,) of ground truths with two distances along an axis, (G, n) each, that rounding may exchange.

    Two distances a < b from (x, a) and (x, b) can round to one number where b^2 - a^2 is within a few units in the last
    place of the square.
    """
    widest = np.fmax.reduce(dx * dx, axis=1) + np.fmax.reduce(dy * dy, axis=1)
    unit = 8 * np.finfo(dx.dtype).eps * widest[:, None]
    close = [(np.diff(d, axis=1) > 0) & (np.diff(d, axis=1) * (d[:, 1:] + d[:, :-1]) <= unit) for d in (dx, dy)]
    return np.asarray(close[0].any(1) | close[1].any(1))


@quiet
def _laid(level: Level, axes: list[Any], rows: Indices, pairs: Array, k: int) -> Near:
    """Return the nearest of the ``pairs`` (n, 2) of row and column places, for the ground truths ``rows`` (G,).

    ``axes`` are (across, down) of each base anchor, as of `_axis`.
    """
    i, j = pairs.T
    far, flat = [], []
    for base, ((columns, dx), (lines, dy)) in enumerate(axes):
        far.append(np.sqrt(dx[:, j] * dx[:, j] + dy[:, i] * dy[:, i]))
        flat.append(level.flat(base, lines[:, i], columns[:, j]))
    distance, anchor = np.concatenate(far, 1), np.concatenate(flat, 1)
    order = np.lexsort((anchor, distance), axis=1)[:, :k]
    distance, anchor = np.take_along_axis(distance, order, 1), np.take_along_axis(anchor, order, 1)
    there = ~np.isnan(distance)
    return Near(np.broadcast_to(rows[:, None], there.shape)[there], anchor[there])


def _axis(middle: Array, centre: Array, first: Indices, end: Indices, k: int) -> tuple[Indices, Array]:
    """Return the ``k`` cells (G, k) nearest to ``centre`` (G,) along an axis and the distances, NaN where fewer.

    Args:
        middle: (n,) centres of the cells' anchors, ascending, network px.
        centre: (G,) network px.
        first: (G,) the first cell in the assignment.
        end: (G,) the end of the cells in the assignment.
        k: so many.
    """
    # k cells to either side of where the centre falls; rounding moves the place by a cell at most
    start = np.minimum(np.maximum(middle.searchsorted(centre) - k - 1, first), np.maximum(end - 2 * k - 2, first))
    cell = start[:, None] + np.arange(2 * k + 2)
    inside = cell < end[:, None]
    cell = np.where(inside, cell, 0)
    distance = np.where(inside, np.abs(middle[cell] - centre[:, None]), middle.dtype.type(np.nan))
    order = np.argsort(distance, axis=1, kind="stable")[:, :k]  # NaN last
    return np.take_along_axis(cell, order, 1), np.take_along_axis(distance, order, 1)


def _one_by_one(grid: Grid, level: Level, centres: Array, runs: list[Runs], k: int, crowded: Array) -> Near:
    """Return the nearest with anchors of ignored regions last: every distance of a level, a ground truth at a time."""
    boxes = grid.level_boxes(level)
    middle = (boxes[:, :2] + boxes[:, 2:]) / boxes.dtype.type(2)
    inside = np.zeros((*level.shape, len(level.base)), bool)
    for base, run in enumerate(runs):
        inside[run.y[0] : run.y_end[0], run.x[0] : run.x_end[0], base] = True
    there = np.flatnonzero(inside.reshape(-1))
    gt, anchor = [], []
    for number, centre in enumerate(centres):
        away = middle[there] - centre
        distance = np.sqrt(away[:, 0] * away[:, 0] + away[:, 1] * away[:, 1])
        distance[crowded[there]] = np.inf
        count = min(k, len(there))
        if not count:
            continue
        within = np.flatnonzero(distance <= np.partition(distance, count - 1)[count - 1])
        chosen = within[np.argsort(distance[within], kind="stable")[:count]]
        anchor.append(level.offset + there[chosen])
        gt.append(np.full(count, number))
    none = np.empty(0, np.int64)
    return Near(np.concatenate([none, *gt]), np.concatenate([none, *anchor]))
