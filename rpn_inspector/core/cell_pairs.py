"""Pairs of ground truths with anchors by ratios of sides, in the cell of a centre and up to two beside it (YOLOv5)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
CELLS = ("own", "left", "upper", "right", "lower")


class CellPairs(NamedTuple):
    """Base anchor, row, column and ground truth of each pair of a level, (n,) each, in the library's order.

    ``block`` is the place in `CELLS`.
    """

    base: Indices
    row: Indices
    column: Indices
    gt: Indices
    block: Indices


class GridPairs(NamedTuple):
    """Anchor (flat) and ground truth of each pair of a grid, (n,) each, level after level; ``own``: in its own cell."""

    anchor: Indices
    gt: Indices
    own: npt.NDArray[np.bool_]


def grid_pairs(grid: Grid, gt: Array, limit: float, neighbours: float) -> GridPairs:
    """Return the pairs of all levels of ``grid`` for ``gt`` (G, 4), network px, as `cell_pairs` of each level."""
    found = [GridPairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, bool))]
    middle, side = (gt[:, :2] + gt[:, 2:]) / grid.dtype.type(2), gt[:, 2:] - gt[:, :2]
    for level in grid.levels:
        step = np.array(level.stride[::-1], grid.dtype)
        shapes = (level.base[:, 2:] - level.base[:, :2]) / step
        pairs = cell_pairs(shapes, np.concatenate([middle / step, side / step], 1), level.shape, limit, neighbours)
        found.append(GridPairs(level.flat(pairs.base, pairs.row, pairs.column), pairs.gt, pairs.block == 0))
    return GridPairs(*map(np.concatenate, zip(*found, strict=True)))


def cell_pairs(shapes: Array, boxes: Array, size: tuple[int, int], limit: float, neighbours: float) -> CellPairs:
    """Return the pairs of one level, in the order of `CELLS`, each by anchor and then by ground truth.

    A centre on a line between two cells is near to both sides, so the own cell may stand twice.

    Args:
        shapes: (A, 2) width and height of the base anchors, in cells.
        boxes: (G, 4) centre, width and height of the ground truths, in cells, of one dtype with ``shapes``.
        size: (rows, columns) of the level.
        limit: the largest ratio of sides, either way, not reached.
        neighbours: the part of a cell from whose edge on the cell beside is taken too.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = boxes[None, :, 2:] / shapes[:, None]
        fits = np.maximum(ratio, 1 / ratio).max(2) < boxes.dtype.type(limit)
    base, gt = np.nonzero(fits)
    taken, cells = _cells_of(boxes[gt, :2], size, neighbours)
    # block by block, and inside in the order of base anchors and ground truths, as `nonzero` goes
    block, pair = np.nonzero(taken.T)
    column, row = cells[pair, block].T
    return CellPairs(base[pair], row, column, gt[pair], block)


def _cells_of(centres: Array, size: tuple[int, int], neighbours: float) -> tuple[npt.NDArray[np.bool_], Indices]:
    """Return which of `CELLS` each of ``centres`` (n, 2) takes (n, 5), and their columns and rows (n, 5, 2), inside."""
    whole = np.array(size[::-1], centres.dtype)
    part = centres.dtype.type(neighbours)
    own = np.floor(centres)
    # from the far side in the same precision: rounding there decides which cell is near
    behind = whole - centres
    before = (centres - own < part) & (centres > 1)
    after = (behind - np.floor(behind) < part) & (behind > 1)
    taken = np.column_stack([np.ones(len(centres), bool), before, after])
    cells = np.repeat(own[:, None], len(CELLS), axis=1)
    for axis in (0, 1):
        cells[:, 1 + axis, axis] -= 1
        # the cell that begins at the nearer line
        cells[:, 3 + axis, axis] += centres[:, axis] - own[:, axis] >= 0.5
    return taken, np.clip(cells, 0, whole - 1).astype(np.int64)
