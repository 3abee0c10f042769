"""The ground truths of a picture under two recipes, counted by state for the matrix."""

from __future__ import annotations

from rpn_inspector.analysis.compare.gt_changes import Counts, GtComparison, GtState
from rpn_inspector.core.words import GT_STATE_WORDS
from rpn_inspector.gui.widgets.i18n import tr


def matrix_by_state(found: GtComparison) -> tuple[Counts, list[str]]:
    """Return the counts (k, k) by state in A (rows) and in B, and the k words; without those left out where none is."""
    size = len(GtState) if found.by_state[:, GtState.LEFT_OUT].any() else len(GtState) - 1
    return found.matrix[:size, :size], [tr(word) for word in GT_STATE_WORDS[:size]]
