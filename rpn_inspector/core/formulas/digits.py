"""Numbers put into a formula: as many digits as the result needs to be recomputed by hand."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

MINUS = "\u2212"
MOST = 8  # decimals; float32 holds no more


def put(value: float, decimals: int) -> str:
    """Return a number as text; without decimals where all shown decimals are 0."""
    if not math.isfinite(value):
        return "∞" if value > 0 else f"{MINUS}∞" if value < 0 else "NaN"
    text = f"{value:.0f}" if round(value, decimals) == round(value) else f"{value:.{decimals}f}"
    return with_sign(text)


def with_sign(text: str) -> str:
    """Return a formatted number with a true minus, and 0 without a sign."""
    return text.replace("-", MINUS) if any(sign in "123456789" for sign in text) else text.lstrip("+-")


def fit(
    compute: Callable[..., float], values: Sequence[float], least: Sequence[int], result: float, decimals: int
) -> list[str]:
    """Return numbers as texts, short but precise enough to recompute the result by hand.

    Args:
        compute: the formula, of as many numbers as ``values``.
        values: numbers put in.
        least: decimals tried first for each value; then one more for all, and so on.
        result: of ``compute`` with the values unrounded.
        decimals: of ``result`` as shown; as far as the rounded values must agree.
    """
    for extra in range(MOST):
        tried = [min(MOST, d + extra) for d in least]
        rounded = [round(v, d) for v, d in zip(values, tried, strict=True)]
        try:
            # the rounded result is compared as text: a reader compares digits
            agrees = with_sign(f"{compute(*rounded):.{decimals}f}") == with_sign(f"{result:.{decimals}f}")
        except (ArithmeticError, ValueError):
            agrees = False
        if agrees:
            break
    else:
        tried = [min(MOST, d + 2) for d in least]  # no number of digits agrees, in float32 sums: a few more than asked
    return [put(v, d) for v, d in zip(values, tried, strict=True)]


def fit_significant(compute: Callable[..., float], values: Sequence[float], result: float, digits: int) -> list[str]:
    """Return numbers as texts as `fit` does, but as far as ``digits`` significant digits of ``result`` must agree."""
    for more in range(digits, MOST + 1):
        tried = [f"{v:.{more}g}" for v in values]
        try:
            agrees = f"{compute(*map(float, tried)):.{digits}g}" == f"{result:.{digits}g}"
        except (ArithmeticError, ValueError):
            agrees = False
        if agrees:
            break
    else:
        tried = [f"{v:.{digits + 2}g}" for v in values]
    return [with_sign(text) for text in tried]


def plus_text(text: str, value: float) -> str:
    """Return ``+ text`` or ``− text``, whichever ``value``, written as ``text``, asks for."""
    return f"{MINUS} {text[1:]}" if value < 0 and text.startswith(MINUS) else f"+ {text}"


def minus_text(text: str, value: float) -> str:
    """Return ``− text``, or ``+ text`` for a negative ``value``."""
    return f"+ {text[1:]}" if value < 0 and text.startswith(MINUS) else f"{MINUS} {text}"
