"""Numbers as the window writes them: a true minus, a sign where it matters, an en dash for nothing."""

from __future__ import annotations

import math

MINUS = "\u2212"
NOTHING = "\u2013"
LARGE = 1e9  # from here on a power of ten is written


def number(value: float | None, digits: int = 4, signed: bool = False) -> str:
    """Return ``value`` with ``digits`` decimals, one of ten digits and more with a power of ten."""
    if value is None:
        return NOTHING
    if math.isnan(value):
        return "NaN"
    sign = "+" if signed else ""
    if math.isinf(value):
        return f"{sign}∞" if value > 0 else f"{MINUS}∞"
    text = f"{value:{sign},.{digits}f}" if abs(value) < LARGE else f"{value:{sign}.4g}"
    return text.replace("-", MINUS)


def fitted(value: float | None, digits: int, letters: int = 8, signed: bool = False) -> str:
    """Return ``value`` with ``digits`` decimals, or as many fewer as keep it within ``letters`` letters."""
    text = number(value, digits, signed)
    while len(text) > letters and digits > 0 and "." in text:
        digits -= 1
        text = number(value, digits, signed)
    return text


def share(part: float | None, whole: float | None, digits: int = 1) -> str:
    """Return ``part`` of ``whole`` in percent; nothing where the two have no share: one missing, none, or no number."""
    if part is None or whole is None or not (math.isfinite(part) and math.isfinite(whole)) or whole <= 0:
        return NOTHING
    percent = 100 * (part / whole)
    return f"{percent:.{digits}f} %" if math.isfinite(percent) else NOTHING


def beta_text(beta: float) -> str:
    """Return the knee of smooth L1 as people write one: 1/9 rather than 0.111111, but 0.5."""
    parts = round(1 / beta) if 0 < beta < 1 else 0
    repeating = abs(beta - round(beta, 2)) >= 1e-9
    if 1 < parts <= 64 and repeating and abs(1 / beta - parts) < 1e-6:
        return f"1/{parts}"
    return f"{beta:.6g}"
