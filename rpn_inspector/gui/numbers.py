"""Numbers as the window writes them: a true minus, a sign where it matters, an en dash for nothing."""

from __future__ import annotations

import math

MINUS = "\u2212"
NOTHING = "\u2013"


def number(value: float | None, digits: int = 4, signed: bool = False) -> str:
    """Return ``value`` with ``digits`` decimals."""
    if value is None:
        return NOTHING
    if math.isnan(value):
        return "not a number"
    text = f"{value:+,.{digits}f}" if signed else f"{value:,.{digits}f}"
    return text.replace("-", MINUS)
