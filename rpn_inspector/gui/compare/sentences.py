"""Sentences on what Compare leaves out, and on why there is nothing to compare."""

from __future__ import annotations

from rpn_inspector.analysis.compare.label_changes import Comparison
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.session.state import State

NO_GRID = "No anchor stands in both grids: the ground truths are compared."
NO_OUTPUTS_A = "A has no raw outputs of these anchors: choose some under Predictions, above."
NO_OUTPUTS_B = "B has no raw outputs of these anchors: choose others above the picture."


def why_no_fates(a: Inspection, b: State) -> str:
    """Return why the outputs of A cannot be compared with those of ``b``, the state of B."""
    misfit = None if b.shown is None else b.shown.misfit
    if misfit is not None:
        return why_failed(misfit.text)
    return tr(NO_OUTPUTS_A if a.proposals is None else NO_OUTPUTS_B)


def why_failed(text: str) -> str:
    """Return the problem ``text`` as one of B."""
    return f"B: {text}"


def left_out(found: Comparison) -> str:
    """Return a sentence on the anchors left out, present in one grid only; empty where both grids agree."""
    return f"{said(found.words('A', 'B'))}." if found.only_a + found.only_b else ""
