"""COCO's run-length masks: the box around a mask, without its pixels; runs go down columns, first of 0, then of 1."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

LONGEST = 1 << 22  # of the text, or runs; a mask of 4,000 x 4,000 px has at most some 10,000


def bounds(mask: Any) -> tuple[float, float, float, float] | None:
    """Return x1, y1, x2, y2 in px of a mask ``{"size": [h, w], "counts": list or text}``, None for another value.

    As pycocotools' ``toBbox``: the edges of the px, so that a box around 1 px has sides of 1.
    """
    size, counts = (mask.get("size"), mask.get("counts")) if isinstance(mask, dict) else (None, None)
    if not isinstance(size, list) or len(size) != 2 or not all(type(side) is int and 0 < side < 10**9 for side in size):
        return None
    height, width = size
    if not isinstance(counts, str | list) or len(counts) > LONGEST:
        return None
    runs = _unpacked(counts) if isinstance(counts, str) else counts
    if runs is None or not all(type(run) is int and run >= 0 for run in runs):
        return None
    ends = list(accumulate(runs))
    if not ends or ends[-1] > height * width:
        return None
    spans = [(end - run, end - 1) for run, end in zip(runs[1::2], ends[1::2], strict=True) if run]
    if not spans:
        return None
    x1, x2 = spans[0][0] // height, spans[-1][1] // height
    # A run over the end of a column covers the bottom row and the next column's top row, so the box has full height.
    if any(first // height != last // height for first, last in spans):  # over a column's end: all rows are in it
        return float(x1), 0.0, x2 + 1.0, float(height)
    rows = [(first % height, last % height) for first, last in spans]
    return float(x1), float(min(a for a, _ in rows)), x2 + 1.0, max(b for _, b in rows) + 1.0


def _unpacked(text: str) -> list[int] | None:
    """Return the runs of a compressed mask: 5 bits a letter from "0" on, each from the third as a difference."""
    runs: list[int] = []
    value = shift = 0
    for letter in text:
        bits = ord(letter) - 48
        # Five bits a letter and more than 32 bits would overflow every mask; an endless text must not grow an endless
        # number.
        if not 0 <= bits < 64 or shift > 30:
            return None
        value |= (bits & 31) << shift
        shift += 5
        if not bits & 32:
            # The last letter's fifth bit is the sign: runs are differences, and may be negative.
            if bits & 16:
                value -= 1 << shift
            runs.append(value + (runs[-2] if len(runs) > 2 else 0))
            value = shift = 0
    return runs if not shift else None
