"""The ends of ground truths in the words of the window."""

from __future__ import annotations

from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.gui.widgets.i18n import tr

ORDER = (*list(End)[1:], End.FOUND)  # of lists and bars: lost first, from a common edge


def end_name(end: End) -> str:
    """Return an end in a few words."""
    return {
        End.FOUND: tr("Found"),
        End.NO_ANCHOR: tr("No anchor"),
        End.NEVER_REACHES: tr("Never reaches IoU 0.50"),
        End.LOW_SCORE: tr("Low score"),
        End.CUT_BY_TOP_K: tr("Cut by top-k"),
        End.SUPPRESSED: tr("Suppressed"),
    }[end]


def end_short(end: End) -> str:
    """Return an end in a word or two, for a cell."""
    return {
        End.FOUND: tr("found"),
        End.NO_ANCHOR: tr("no anchor"),
        End.NEVER_REACHES: tr("never 0.50"),
        End.LOW_SCORE: tr("low score"),
        End.CUT_BY_TOP_K: tr("top-k"),
        End.SUPPRESSED: tr("suppressed"),
    }[end]


def end_meaning(end: End, finals: bool) -> str:
    """Return an end's meaning in a sentence; ``finals``: boxes are a detector's last."""
    if end == End.FOUND:
        return tr("A detection reaches IoU 0.50, and is its own.") if finals else tr("A kept box reaches IoU 0.50.")
    return {
        End.NO_ANCHOR: tr("The rule gives it no positive anchor: nothing learns it."),
        End.NEVER_REACHES: tr(
            "No decoded box, of its class where boxes have classes, reaches IoU 0.50, whatever its score."
        ),
        End.LOW_SCORE: tr("A box reaches IoU 0.50, but scores too low."),
        End.CUT_BY_TOP_K: tr("A box reaches IoU 0.50, but a top-k cuts it, or it is too small."),
        End.SUPPRESSED: tr("A box reaches IoU 0.50, but another one suppresses it, or is another's."),
    }[end]
