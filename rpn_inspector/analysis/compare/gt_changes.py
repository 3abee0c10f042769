"""Two recipes on one picture, ground truth by ground truth: comparable whatever the two grids are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import GT_STATE_WORDS

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

    @property
    def by_state(self) -> Counts:
        """Return the counts (2, 4) of ground truths by state in A and in B."""
        return np.array([np.bincount(row, minlength=len(GtState)) for row in self.state])

    def totals(self) -> list[tuple[Text, str, str]]:
        """Return rows of name, A and B: ground truths by state as far as any, positive anchors, mean best IoU."""
        counts, known = self.by_state, np.array(self.known)

        def both(values: Counts) -> tuple[str, str]:
            one, two = (f"{value:,}" if told else NOTHING for value, told in zip(values.tolist(), known, strict=True))
            return one, two

        states = [
            (Text(word), *both(counts[:, state]))
            for state, word in enumerate(GT_STATE_WORDS) if counts[known, state].any()
        ]  # fmt: skip
        means = [number(float(np.nanmean(row))) if np.isfinite(row).any() else NOTHING for row in self.best_iou]
        positives = (Text("positive anchors"), *both(self.positives.sum(1)))
        return [*states, positives, (Text("mean best IoU"), means[0], means[1])]

    def document(self) -> dict[str, object]:
        """Return both counts by state, positives and mean best IoU as values JSON knows; null where unknown."""
        return {
            "states": list(GT_STATE_WORDS),
            "count": [row if told else None for row, told in zip(self.by_state.tolist(), self.known, strict=True)],
            "positives": [
                int(row.sum()) if told else None for row, told in zip(self.positives, self.known, strict=True)
            ],
            "mean_best_iou": [float(np.nanmean(row)) if np.isfinite(row).any() else None for row in self.best_iou],
        }


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
