"""``decimals``: the numbers in many parts of a text at once, for plain decimal notation."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

MOST = 15  # digits, which a float holds exactly; so is a power of ten up to 22, and their quotient is rounded once
_POWERS = np.array([float(f"1e{places}") for places in range(MOST + 3)])  # which pow is not bound to give


def decimals(
    text: npt.NDArray[np.uint8], starts: npt.NDArray[np.intp], stops: npt.NDArray[np.intp]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the numbers that ``float`` gives for the parts ``text[start:stop]``, and of which parts they are known.

    Known are digits with a sign "-" and one point at most, as 12, -3 and 0.25, of `MOST` digits; all else is NaN.

    Args:
        text: bytes (T,).
        starts: first byte of each part, any shape.
        stops: the byte behind each part, of the same shape.
    """
    lengths = stops - starts
    longest = min(int(lengths.max(initial=0)), MOST + 2)
    whole, digits = np.zeros(lengths.shape), np.zeros(lengths.shape, np.int8)
    behind = np.full(lengths.shape, -1, np.int8)  # digits behind the point, -1 without a point
    known: npt.NDArray[np.bool_] = lengths <= longest
    minus: npt.NDArray[Any] = np.zeros(lengths.shape, bool)
    for at in range(longest):
        there = at < lengths
        letter = text.take(starts + at, mode="clip")
        digit = letter - np.uint8(48)  # wraps around below "0"
        is_digit = there & (digit < 10)
        is_point = there & (letter == 46) & (behind < 0)
        if at == 0:
            minus = there & (letter == 45)
            there &= ~minus
        known &= is_digit | is_point | ~there
        whole = np.where(is_digit, whole * 10 + digit, whole)
        digits += is_digit
        behind += is_point | (is_digit & (behind >= 0))
    known &= (digits > 0) & (digits <= MOST)
    found = whole / _POWERS[np.maximum(behind, 0)]
    return np.where(known, np.where(minus, -found, found), np.nan), known
