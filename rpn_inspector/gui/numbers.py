"""Numbers as the window writes them: a true minus, a sign where it matters, an en dash for nothing."""

from __future__ import annotations

import math

from rpn_inspector.gui.words import tr

MINUS = "\u2212"
NOTHING = "\u2013"


def number(value: float | None, digits: int = 4, signed: bool = False) -> str:
    """Return ``value`` with ``digits`` decimals."""
    if value is None:
        return NOTHING
    if math.isnan(value):
        return tr("not a number")
    text = f"{value:+,.{digits}f}" if signed else f"{value:,.{digits}f}"
    return text.replace("-", MINUS)


def fitted(value: float | None, digits: int, letters: int = 8) -> str:
    """Return ``value`` with ``digits`` decimals, or as many fewer as keep it within ``letters`` letters."""
    text = number(value, digits)
    while len(text) > letters and digits > 0 and "." in text:
        digits -= 1
        text = number(value, digits)
    return text
