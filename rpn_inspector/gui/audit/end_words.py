"""The ends of ground truths in the words of the window."""

from __future__ import annotations

from rpn_inspector.analysis.audit.end_names import END_NAMES, SHORT_NAMES
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.gui.widgets.i18n import tr


def end_name(end: End) -> str:
    """Return an end in a few words."""
    return headed(tr(END_NAMES[end]))


def end_short(end: End) -> str:
    """Return an end in a word or two, for a cell."""
    return tr(SHORT_NAMES[end])


def headed(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


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
