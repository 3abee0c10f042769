"""Numbers as text: a true minus, a sign on request, an en dash for nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable

from rpn_inspector.core.formulas.digits import MINUS, with_sign

NOTHING = "\u2013"
LARGE = 1e9  # from here on a power of ten is written
TINY = 1e-3  # below this decimals say little


def finite(value: float | None) -> float | None:
    """Return ``value``, None where NaN or infinite: what cannot be worked out is no number, and a dash is written."""
    return value if value is not None and math.isfinite(value) else None


def number(value: float | None, digits: int = 4, signed: bool = False) -> str:
    """Return ``value`` with ``digits`` decimals; from 1e9 on, with a power of ten."""
    if value is None:
        return NOTHING
    if math.isnan(value):
        return "NaN"
    sign = "+" if signed else ""
    if math.isinf(value):
        return f"{sign}∞" if value > 0 else f"{MINUS}∞"
    text = f"{value:{sign},.{digits}f}" if abs(value) < LARGE else f"{value:{sign}.4g}"
    return with_sign(text)


def signed(value: float, digits: int = 4) -> str:
    """Return ``value`` with ``digits`` decimals and the sign, where the sign matters."""
    return number(value, digits, signed=True)


def fitted(value: float | None, digits: int, letters: int = 8, signed: bool = False) -> str:
    """Return ``value`` with ``digits`` decimals, or fewer, to fit in ``letters`` letters."""
    text = number(value, digits, signed)
    while len(text) > letters and digits > 0 and "." in text:
        digits -= 1
        text = number(value, digits, signed)
    return text


def edge_texts(box: Iterable[float]) -> tuple[str, str, str, str]:
    """Return x1, y1, x2, y2 of ``box`` (4,) px in digits, a dash for no number: the form of every table of boxes."""
    x1, y1, x2, y2 = (fitted(finite(float(edge)), 1, 7) for edge in box)
    return x1, y1, x2, y2


def telling(value: float | None, digits: int = 4, letters: int = 7) -> str:
    """Return ``value`` as `fitted` does, but below 0.001 with significant digits: products of powers are tiny."""
    if value is not None and 0 < abs(value) < TINY:
        places = next((p for p in range(digits, 1, -1) if len(_power(value, p)) <= letters), 1)
        return with_sign(_power(value, places))
    return fitted(value, digits, letters)


def significant(value: float, digits: int = 4) -> str:
    """Return ``value`` with significant digits, and a short power of ten where one is needed: 9.61e-7, 1e5."""
    text = f"{value:.{digits}g}"
    if "e" not in text:
        return with_sign(text)
    mantissa, power = text.split("e")
    return with_sign(f"{mantissa}e{int(power)}")


def _power(value: float, digits: int) -> str:
    """Return a tiny number in significant digits with a power of ten, 9.61e-7."""
    mantissa, power = f"{value:.{digits - 1}e}".split("e")
    return f"{mantissa}e{int(power)}"


def share(part: float | None, whole: float | None, digits: int = 1) -> str:
    """Return ``part`` of ``whole`` in percent; an en dash unless both are finite and ``whole`` is positive."""
    if part is None or whole is None or not (math.isfinite(part) and math.isfinite(whole)) or whole <= 0:
        return NOTHING
    percent = 100 * (part / whole)
    return f"{percent:.{digits}f} %" if math.isfinite(percent) else NOTHING


def factor(value: float, digits: int = 3) -> str | None:
    """Return ``value`` if exact with ``digits`` decimals, e.g. 4.5, else None."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if abs(value - round(value, digits)) < 1e-9 else None


def beta_text(beta: float) -> str:
    """Return the knee β as commonly written: 1/9 rather than 0.1111."""
    if beta > 1 / 65 and beta < 1 and abs(1 / beta - round(1 / beta)) < 1e-6 and round(1 / beta) <= 64:
        return f"1/{round(1 / beta)}" if factor(beta, 2) is None else f"{beta:g}"
    return f"{beta:.6g}"


def rounded_up(value: float, parts: int = 5) -> float:
    """Return the next multiple of a decade's ``parts``-th at or above a positive ``value``: 0.13 to 0.14, 7.9 to 8."""
    step = 10.0 ** math.floor(math.log10(value)) / parts
    return step * math.ceil(value / step - 1e-9)
