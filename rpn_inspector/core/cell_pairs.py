"""Pairs of ground truths with anchors by ratios of sides, in the cell of a centre and up to two beside it (YOLOv5)."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
HALF = 0.5
KEPT = 1 << 16  # combinations whose places are kept from picture to picture
CELLS = ("own", "left", "upper", "right", "lower")
COLUMN, ROW = np.array([0, 1, 0, 2, 0]), np.array([0, 0, 1, 0, 2])  # of each of `CELLS`: own, one before, one after


class CellPairs(NamedTuple):
    """M pairs among L levels, the `CELLS`, A base anchors and G ground truths, in the library's order.

    Args:
        place: (M,) each pair's flat index into ``shape``, ascending.
        shape: (L, 5, A, G).
        ratio: (G,) the factor by which the most similar anchor's sides differ, the worse of both.
        along: (2, L, 3, G) int32, the own column and row, those before and those after, as `COLUMN` and `ROW` say.
        times: (2, L, A, G) how many times as wide, and as high, as each base anchor each ground truth is.
        taken: (L, 5, G) bool, the cells each centre takes.
    """

    place: Indices
    shape: tuple[int, int, int, int]
    ratio: Array
    along: npt.NDArray[np.int32]
    times: Array
    taken: npt.NDArray[np.bool_]

    def split(self) -> tuple[Indices, Indices, Indices, Indices, Indices]:
        """Return level, base anchor, column, row and ground truth of each pair, (M,) each."""
        level, block, base, gt = np.unravel_index(self.place, self.shape)
        column, row = (self.along[axis, level, along[block], gt] for axis, along in enumerate((COLUMN, ROW)))
        return level, base, column, row, gt


class GridPairs(NamedTuple):
    """The n pairs of a grid, level after level.

    Args:
        anchor: (n,) flat.
        gt: (n,) the ground truth.
        own: (n,) bool, whether in the centre's own cell.
        ratio: (G,) that of `CellPairs`.
        slot: (n,) the place of each in a part of ``times``.
        times: (2, L * A * G) that of `CellPairs`.
        twice: whether a pair may stand twice, as a cell beside is the own cell.
    """

    anchor: Indices
    gt: Indices
    own: npt.NDArray[np.bool_]
    ratio: Array
    slot: Indices
    times: Array
    twice: bool


class Levels(NamedTuple):
    """What pairs need of a grid's L levels with at most A base anchors.

    Args:
        shapes: (2, L, A, 1) width and height of the base anchors, in cells, NaN where a level has fewer.
        step: (2, L, 1) stride along x and y, network px.
        whole: (2, L, 1) columns and rows.
        origin: (L, 1, 1) the flat index of the level's first anchor.
        right: (L, 1, 1) the flat distance of cells side by side.
        below: (L, 1, 1) the flat distance of cells one below the other.
        base: (L, 1, A, 1) the flat distance of each base anchor from the cell's first.
    """

    shapes: Array
    step: Array
    whole: Array
    origin: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    below: npt.NDArray[np.int32]
    base: npt.NDArray[np.int32]


@lru_cache(maxsize=8)
def levels_of(grid: Grid) -> Levels:
    """Return what pairs need of the levels of ``grid``."""
    levels, count = grid.levels, max(len(level.base) for level in grid.levels)
    step = np.array([level.stride[::-1] for level in levels], grid.dtype).T[..., None]
    shapes = np.full((2, len(levels), count, 1), np.nan, grid.dtype)
    for level in levels:
        shapes[:, level.index, : len(level.base), 0] = (level.base[:, 2:] - level.base[:, :2]).T
    flat = np.array([level.flat(0, [0, 0, 1], [0, 1, 0]) for level in levels]).T[..., None, None].astype(np.int32)
    base = np.array([level.flat(np.arange(count), 0, 0) for level in levels], np.int32)[:, None, :, None]
    return Levels(
        shapes=shapes / step[:, :, None],
        step=step,
        whole=np.array([level.shape[::-1] for level in levels], grid.dtype).T[..., None],
        origin=flat[0],
        right=flat[1] - flat[0],
        below=flat[2] - flat[0],
        base=base - flat[0][..., None],
    )


def grid_pairs(grid: Grid, gt: Array, limit: float, neighbours: float) -> GridPairs:
    """Return the pairs of all levels of ``grid`` for ``gt`` (G, 4), network px, as `cell_pairs` of its levels."""
    levels, (near, far) = levels_of(grid), gt.T.reshape(2, 2, 1, -1)
    # fractions of the input first, as the loader has them, then cells: px over strides round otherwise at exact ties
    size = levels.step * levels.whole
    centre, side = (near + far) / grid.dtype.type(2) / size * levels.whole, (far - near) / size * levels.whole
    pairs = cell_pairs(levels.shapes, centre, side, levels.whole, limit, neighbours)
    # of every combination, and then a gather by one index: cheaper than by five
    across, down = pairs.along[0] * levels.right, pairs.along[1] * levels.below + levels.origin
    first = np.empty((len(levels.origin), len(CELLS), across.shape[-1]), np.int32)
    for cell, (column, row) in enumerate(zip(COLUMN.tolist(), ROW.tolist(), strict=True)):
        np.add(across[:, column], down[:, row], out=first[:, cell])
    anchor = (first[:, :, None] + levels.base).reshape(-1).take(pairs.place).astype(np.int64)
    places = (_kept_places if math.prod(pairs.shape) <= KEPT else _places)(pairs.shape)
    slot, truth, own = (places[0].take(pairs.place), places[1].take(pairs.place), places[2].take(pairs.place))
    twice = bool((pairs.taken[:, 1:] & (first[:, 1:] == first[:, :1])).any())
    return GridPairs(anchor, truth, own, pairs.ratio, slot, pairs.times.reshape(2, -1), twice)


def _places(shape: tuple[int, int, int, int]) -> tuple[Indices, Indices, npt.NDArray[np.bool_]]:
    """Return of each flat index into `CellPairs.shape` the one without the cells, the ground truth, and whether own."""
    levels, cells, anchors, count = shape
    slot = np.arange(levels * anchors * count).reshape(levels, 1, anchors, count)
    own = np.arange(cells)[:, None, None] == 0
    parts = (slot, np.arange(count), own)
    whole = [np.broadcast_to(part, shape).reshape(-1) for part in parts]
    return whole[0], whole[1], whole[2]


_kept_places = lru_cache(maxsize=8)(_places)


@quiet
def cell_pairs(shapes: Array, centre: Array, side: Array, whole: Array, limit: float, neighbours: float) -> CellPairs:
    """Return the pairs of L levels, each in the order of `CELLS`, then by anchor, then by ground truth.

    A centre on a line between two cells is near to both sides, so the own cell may stand twice. All lengths are in
    cells and of one dtype; x and y lie apart, so that every step runs along the ground truths.

    Args:
        shapes: (2, L, A, 1) width and height of the base anchors; NaN where a level has fewer.
        centre: (2, L, G) x and y of the ground truths.
        side: (2, L, G) their width and height.
        whole: (2, L, 1) columns and rows of the levels.
        limit: the largest ratio of sides, either way, not reached.
        neighbours: the part of a cell from whose edge on the cell beside is taken too.
    """
    with np.errstate(divide="ignore"):
        times = side[:, :, None] / shapes
        worst = np.maximum(times, 1 / times)
    differs = np.maximum(worst[0], worst[1])
    fits = differs < centre.dtype.type(limit)
    # a level with fewer anchors has NaN for the others, and a box without sides infinity for all
    ratio = np.fmin.reduce(differs, (0, 1))
    taken, along = _cells_of(centre, whole, neighbours)
    combined = taken[:, :, None] & fits[:, None]
    return CellPairs(combined.reshape(-1).nonzero()[0], combined.shape, ratio, along, times, taken)


def _cells_of(centre: Array, whole: Array, neighbours: float) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int32]]:
    """Return which of `CELLS` each centre takes (L, 5, G), and `CellPairs.along`, inside the level."""
    _, levels, count = centre.shape
    # from the far side in the same precision: rounding there decides which cell is near
    reached = np.empty((levels, 2, 2, count), centre.dtype)  # near and far side, x and y
    reached[:, 0] = centre.transpose(1, 0, 2)
    sides = whole.transpose(1, 0, 2)
    np.subtract(sides, reached[:, 0], out=reached[:, 1])
    line = np.floor(reached)
    beyond = reached - line
    taken = np.empty((levels, len(CELLS), count), bool)
    taken[:, 0] = True
    near = (beyond < centre.dtype.type(neighbours)) & (reached > 1)
    taken[:, 1:] = near.reshape(levels, 4, count)
    along = np.empty((levels, 2, 3, count), centre.dtype)
    own = along[:, :, 0] = line[:, 0]
    np.subtract(own, 1, out=along[:, :, 1])
    # the cell after is the one that begins at the nearer line
    np.add(own, beyond[:, 0] >= HALF, out=along[:, :, 2])
    np.minimum(along, sides[:, :, None] - 1, out=along)
    np.maximum(along, 0, out=along)
    return taken, along.transpose(1, 0, 2, 3).astype(np.int32)
