"""Sentences on what Compare leaves out, and on why there is nothing to compare."""

from __future__ import annotations

from rpn_inspector.analysis.compare.fate_changes import FateComparison
from rpn_inspector.analysis.compare.label_changes import Comparison
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.no_outputs import why_absent
from rpn_inspector.session.request import Shown

IN_BOTH = (
    "in both grids: of one level, size and ratio, and at one place of the picture: its cell where both scale it alike, "
    "else all edges within 2 network px"
)
NO_OUTPUTS_A = "No raw outputs are open: choose some under Predictions, above."
NO_OUTPUTS_B = "No raw outputs of these anchors: choose others above the picture."
UNDECIDED_A = "A's rule looks at what the network says: which anchors are positive is not known. {why}"
UNDECIDED_B = "B's rule looks at what the network says, and B has no raw outputs: which are positive is not known."


def why_no_fates(a: Shown, b: Shown) -> str:
    """Return why the outputs of A cannot be compared with those of B."""
    if a.inspection.proposals is None:
        return f"A: {why_absent(a, NO_OUTPUTS_A)}"
    return why_failed(why_absent(b, NO_OUTPUTS_B) if b.inspection.proposals is None else tr(NO_OUTPUTS_B))


def why_failed(text: str) -> str:
    """Return the problem ``text`` as one of B."""
    return f"B: {text}"


def why_undecided(a: Shown, b: Inspection) -> str:
    """Return a sentence on each side whose positives only outputs would tell; empty where both are known."""
    words = []
    if not a.inspection.positives_known:
        words.append(tr(UNDECIDED_A).format(why=why_absent(a, NO_OUTPUTS_A)))
    if not b.positives_known:
        words.append(tr(UNDECIDED_B))
    return " ".join(words)


def left_out(found: Comparison) -> str:
    """Return a sentence on the anchors left out, present in one grid only; empty where both grids agree."""
    return said(found.words("A", "B")) if found.only_a + found.only_b else ""


def unchanged(found: Comparison | FateComparison | None) -> str:
    """Return a sentence for a comparison without a change; where the grids differ it speaks of their common anchors."""
    if isinstance(found, Comparison) and found.only_a + found.only_b:
        words = tr("Nothing changes between A and B of the {count} anchors in both grids.")
        return words.format(count=f"{found.compared:,}")
    return tr("Nothing changes between A and B.")
