"""The stage over the proposals that is looked at in the place of the anchors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.stages import anchors_of

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """A stage of the picture shown.

    Args:
        result: of C candidates.
        anchors: (C,) the anchor each came from, -1 unknown or none.
        mask: (C,) bool, the candidates whose anchors pass the filter; None lets all pass.
    """

    result: StageResult
    anchors: npt.NDArray[np.int64]
    mask: npt.NDArray[np.bool_] | None

    def of_anchor(self, anchor: int | None) -> int | None:
        """Return the candidate that came from ``anchor``, None where none did."""
        if anchor is None or anchor < 0:
            return None
        where = np.flatnonzero(self.anchors == anchor)
        return int(where[0]) if where.size else None

    def best_for(self, box: Array) -> int | None:
        """Return the proposal, as a candidate, that overlaps ``box`` (4,) network px most, None where none does."""
        one = self.result
        mine = np.flatnonzero(one.source >= 0)
        iou = iou_with(np.asarray(box, np.float32), one.boxes(mine))
        return int(mine[iou.argmax()]) if iou.max(initial=0) > 0 else None

    def under(self, x: float, y: float, answers: bool) -> tuple[int, ...]:
        """Return the candidates with a point of network px in the box: positives first, then by IoU.

        With ``answers`` those of the detections over the point, the smallest first.
        """
        one = self.result
        if answers:
            rows = self._detected(x, y)
        else:
            boxes = one.boxes(np.arange(one.grid.size))
            rows = np.flatnonzero(_holds(boxes, x, y))
            order = np.lexsort((rows, -one.assignment.dense["iou"][rows], -(one.label[rows] == 1).astype(np.int8)))
            rows = rows[order]
        rows = rows if self.mask is None else rows[self.mask[rows]]
        return tuple(dict.fromkeys(rows.tolist()))

    def _detected(self, x: float, y: float) -> npt.NDArray[np.int64]:
        found = self.result.detections
        if found is None:
            return np.zeros(0, np.int64)
        rows = np.flatnonzero(_holds(found.boxes, x, y))
        sides = found.boxes[rows, 2:] - found.boxes[rows, :2]
        rows = rows[np.lexsort((-found.scores[rows], sides.prod(1)))]
        return self.result.candidate_of()[found.proposal[rows]]


def staged_of(inspection: Inspection | None, stage: str, mask: npt.NDArray[np.bool_] | None) -> Staged | None:
    """Return stage ``stage`` of a picture, None where it has no such stage; ``mask`` (N,) are the passing anchors."""
    if inspection is None or stage not in inspection.stages:
        return None
    anchors = anchors_of(inspection.stages, stage)
    # what came from no anchor is of no filter's numbers
    passing = None if mask is None else (anchors >= 0) & mask[anchors]
    return Staged(inspection.stages[stage], anchors, passing)


def _holds(boxes: Array, x: float, y: float) -> npt.NDArray[np.bool_]:
    return np.asarray((boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3]))
