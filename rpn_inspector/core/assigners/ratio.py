"""The assigner by ratios of sides, in the cells around a centre: several ground truths may share an anchor (YOLOv5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.ratio_words import RatioWords
from rpn_inspector.core.assignment import Assignment, Cause, Pairs, Ragged
from rpn_inspector.core.cell_pairs import GridPairs, grid_pairs
from rpn_inspector.core.limits import HALF, RATIO
from rpn_inspector.core.positives import Chunk, Positives
from rpn_inspector.core.spec import number

Array = npt.NDArray[Any]

CAUSES = np.array([Cause.NEIGHBOUR_CELL, Cause.RATIO], np.uint8)


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
        label[pairs.anchor], owner[pairs.anchor], cause[pairs.anchor] = 1, pairs.gt, causes(pairs)
        per_gt = counts(pairs, grid.size, len(boxes))
        measured = {name: times.take(pairs.slot) for name, times in zip(("wide", "high"), pairs.times, strict=True)}
        ragged = Ragged(anchor=pairs.anchor, gt=pairs.gt.astype(np.int32), measured=measured)
        listed = Pairs(pairs.anchor, pairs.gt)
        return Assignment(label=label, gt=owner, cause=cause, per_gt=per_gt, ragged=ragged, listed=listed)

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid, equal to `assign` picture by picture."""
        size, pairs = chunk.grid.size, grid_pairs(chunk.grid, chunk.gt, self.limit, self.neighbours)
        # a picture's list is that of all pictures, restricted: of several pairs in a slot the last owns it
        key = chunk.picture[pairs.gt] * size + pairs.anchor
        order = np.argsort(key, kind="stable")
        rows = order[np.diff(key[order], append=-1) != 0]
        picture, anchor = chunk.picture[pairs.gt[rows]], pairs.anchor[rows]
        return Positives(
            picture=picture,
            anchor=anchor,
            gt=pairs.gt[rows],
            cause=causes(pairs)[rows],
            measure=None,
            per_gt=counts(pairs, size, len(chunk.gt)),
            whole=np.empty(0, np.int64),
        )


def causes(pairs: GridPairs) -> npt.NDArray[np.uint8]:
    """Return the cause of each pair (M,)."""
    return CAUSES.take(pairs.own)


def counts(pairs: GridPairs, size: int, count: int) -> dict[str, Array]:
    """Return the arrays of `Assignment.per_gt` for ``count`` ground truths on ``size`` anchors."""
    positives = np.bincount(pairs.gt, minlength=count)
    if not pairs.twice:
        return {"positives": positives, "slots": positives, "ratio": pairs.ratio}
    key = np.sort(pairs.gt * max(size, 1) + pairs.anchor)
    again = key[1:][key[1:] == key[:-1]] // max(size, 1)
    slots = positives - np.bincount(again, minlength=count)
    return {"positives": positives, "slots": slots, "ratio": pairs.ratio}
