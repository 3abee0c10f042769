"""The ground truths of a picture under two recipes: totals side by side, and counts by state for the matrix."""

from __future__ import annotations

import numpy as np

from rpn_inspector.analysis.compare.gt_changes import Counts, GtComparison, GtState
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.words import GT_STATE_WORDS
from rpn_inspector.gui.widgets.i18n import tr


def totals(found: GtComparison) -> list[tuple[str, str, str]]:
    """Return rows of name, A and B: ground truths by state as far as any, positive anchors, mean best IoU."""
    counts, known = _by_state(found), np.array(found.known)

    def both(values: Counts) -> tuple[str, str]:
        one, two = (f"{value:,}" if told else NOTHING for value, told in zip(values.tolist(), known, strict=True))
        return one, two

    rows = [
        (tr(word), *both(counts[:, state])) for state, word in enumerate(GT_STATE_WORDS) if counts[known, state].any()
    ]
    means = [number(float(np.nanmean(row))) if np.isfinite(row).any() else NOTHING for row in found.best_iou]
    return [
        *rows,
        (tr("positive anchors"), *both(found.positives.sum(1))),
        (tr("mean best IoU"), means[0], means[1]),
    ]


def matrix_by_state(found: GtComparison) -> tuple[Counts, list[str]]:
    """Return the counts (k, k) by state in A (rows) and in B, and the k words; without those left out where none is."""
    size = len(GtState) if _by_state(found)[:, GtState.LEFT_OUT].any() else len(GtState) - 1
    return found.matrix[:size, :size], [tr(word) for word in GT_STATE_WORDS[:size]]


def _by_state(found: GtComparison) -> Counts:
    return np.array([np.bincount(row, minlength=len(GtState)) for row in found.state])
