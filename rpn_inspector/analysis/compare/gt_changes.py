"""Two recipes on one picture, ground truth by ground truth: comparable whatever the two grids are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.values import Array

Counts = npt.NDArray[np.int64]


class GtState(IntEnum):
    """How a ground truth takes part in the training."""

    MATCHED = 0
    LOW_QUALITY_ONLY = 1
    UNMATCHED = 2
    LEFT_OUT = 3


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GtComparison:
    """The G ground truths of one picture under two recipes; each array has a row for A and a row for B.

    Args:
        state: (2, G) int64, a `GtState` each.
        positives: (2, G) int64, the positive anchors.
        low_quality: (2, G) int64, those of the positive anchors below the threshold.
        best_iou: (2, G), the best IoU with any anchor; NaN for points, and for one left out.
        known: for each whether its positives are known; else its states and counts say nothing.
    """

    state: Counts
    positives: Counts
    low_quality: Counts
    best_iou: Array
    known: tuple[bool, bool] = (True, True)

    @property
    def changed(self) -> npt.NDArray[np.bool_]:
        """Return the ground truths (G,) with another state or number of positive anchors in B."""
        return np.asarray((self.state[0] != self.state[1]) | (self.positives[0] != self.positives[1]))

    @property
    def matrix(self) -> Counts:
        """Return the counts (4, 4) by state in A (rows) and in B (columns)."""
        size = len(GtState)
        return np.bincount(self.state[0] * size + self.state[1], minlength=size * size).reshape(size, size)


def compare_gts(a: Inspection, b: Inspection) -> GtComparison | None:
    """Return the ground truths of two inspections compared; None where the two have others, as a trainer's list."""
    if len(a.gt) != len(b.gt):
        return None
    pair = (a, b)
    return GtComparison(
        state=np.array([_states(one) for one in pair], np.int64).reshape(2, -1),
        positives=np.array([one.assignment.gt_positives for one in pair], np.int64),
        low_quality=np.array([one.assignment.gt_low_quality for one in pair], np.int64),
        best_iou=np.array([_best_iou(one) for one in pair], np.float64),
        known=(a.positives_known, b.positives_known),
    )


def _best_iou(one: Inspection) -> Array:
    if one.recipe.anchors.of_points:
        return np.full(len(one.gt), np.nan)
    return np.where(one.used, one.overlap.gt_best_iou, np.nan)


def _states(one: Inspection) -> Counts:
    positives, low_quality = one.assignment.gt_positives, one.assignment.gt_low_quality
    state = np.where(positives > low_quality, GtState.MATCHED, GtState.LOW_QUALITY_ONLY)
    state = np.where(positives == 0, GtState.UNMATCHED, state)
    return np.where(one.used, state, GtState.LEFT_OUT).astype(np.int64)
