"""The assigner by ratios of sides, in the cells around a centre: several ground truths may share an anchor (YOLOv5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.ratio_words import RatioWords
from rpn_inspector.core.assignment import Assignment, Cause, Pairs
from rpn_inspector.core.cell_pairs import grid_pairs
from rpn_inspector.core.limits import HALF, RATIO
from rpn_inspector.core.positives import Chunk, Positives, left_to_assign
from rpn_inspector.core.spec import number

Array = npt.NDArray[Any]


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
        pairs = grid_pairs(grid, boxes, self.limit, self.neighbours)
        # written in the library's order: of several pairs in a slot the last stands
        label[pairs.anchor], owner[pairs.anchor] = 1, pairs.gt
        cause[pairs.anchor] = np.where(pairs.own, Cause.RATIO, Cause.NEIGHBOUR_CELL)
        listed = Pairs(pairs.anchor, pairs.gt)
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
