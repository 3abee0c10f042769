"""The assigner by ratios of sides, in the cells around a centre: several ground truths may share an anchor (YOLOv5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.ratio_words import RatioWords
from rpn_inspector.core.assignment import Assignment, Cause, Pairs
from rpn_inspector.core.limits import HALF, RATIO
from rpn_inspector.core.positives import Chunk, Positives, left_to_assign
from rpn_inspector.core.spec import number

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


@dataclass(frozen=True, slots=True)
class Ratio(RatioWords):
    """By the ratios of sides, in the cell of the centre and up to two beside it (YOLOv5)."""

    rule: ClassVar[str] = "ratio"
    limit: float = number(4.0, "largest ratio of a side to the anchor's, either way, not reached", RATIO)
    neighbours: float = number(0.5, "part of a cell from whose edge on the cell beside is taken too, not reached", HALF)

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors of ``grid`` for a picture's ground truths; of several pairs the last owns.

        Anchors neither ignored nor outside are known to this rule. Source: facts measured of YOLOv5 7.0.

        Args:
            grid: N anchors, network px.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: not used.
            regions: not used.
            padded_size: not used.
            answers: not used.
        """
        boxes = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
        label, owner = np.zeros(grid.size, np.int8), np.full(grid.size, -1, np.int32)
        cause = np.zeros(grid.size, np.uint8)
        anchors, owners = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        for level in grid.levels:
            step = np.array(level.stride[::-1], grid.dtype)
            shapes = (level.base[:, 2:] - level.base[:, :2]) / step
            middle, side = (boxes[:, :2] + boxes[:, 2:]) / grid.dtype.type(2), boxes[:, 2:] - boxes[:, :2]
            cells = np.concatenate([middle / step, side / step], 1)
            pairs = cell_pairs(shapes, cells, level.shape, self.limit, self.neighbours)
            flat = level.flat(pairs.base, pairs.row, pairs.column)
            # written in the library's order: of several pairs in a slot the last stands
            label[flat], owner[flat] = 1, pairs.gt
            cause[flat] = np.where(pairs.block == 0, Cause.RATIO, Cause.NEIGHBOUR_CELL)
            anchors.append(flat)
            owners.append(pairs.gt)
        listed = Pairs(np.concatenate(anchors), np.concatenate(owners))
        count = len(boxes)
        slots = np.unique(listed.gt * max(grid.size, 1) + listed.anchor) // max(grid.size, 1)
        per_gt = {
            "positives": np.bincount(listed.gt, minlength=count).astype(np.int64),
            "slots": np.bincount(slots, minlength=count).astype(np.int64),
        }
        return Assignment(label=label, gt=owner, cause=cause, per_gt=per_gt, listed=listed)

    def positives(self, chunk: Chunk) -> Positives:
        """Return no positive: every picture is left to `assign`."""
        return left_to_assign(self, chunk, np.arange(len(chunk.sizes)))


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
    pair, block = np.nonzero(taken)
    order = np.lexsort((gt[pair], base[pair], block))
    pair, block = pair[order], block[order]
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
