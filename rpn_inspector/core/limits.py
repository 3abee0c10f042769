"""The limits of a recipe, in numbers: texts, fields, anchors and the network's input; docs/limits.md lists them.

A limit is far beyond any detector in use, and small enough that a text of a few bytes cannot take gigabytes. Totals are
checked before anything of that size is made.
"""

from __future__ import annotations

import math

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.spec import Bounds

TEXT_BYTES = 262_144  # of a recipe or layout in TOML
KEY_PARTS = 8  # of a dotted key: the parser's memory grows with their square
EXTENDED = 32  # recipes one after the other, by `extends`
LEVELS = 32
CELL_ANCHORS = 1_000  # anchors a cell
ANCHORS = 10_000_000  # anchors of one picture
PIXELS = 50_000_000  # px of the network's input, padding included

LARGEST_SIDE = 65_536


def _words(limit: float) -> str:
    return f"{limit:,}" if isinstance(limit, int) else f"{limit:g}"


def between(low: float, high: float, or_: float | None = None, meaning: str = "") -> Bounds:
    """Return the limits ``low`` to ``high``, both included; ``or_`` is one more number allowed, with its meaning."""
    words = f"{_words(low)} to {_words(high)}"
    if or_ is None:
        return Bounds(lambda number: low <= number <= high, words)
    return Bounds(lambda number: low <= number <= high or number == or_, f"{words}, or {_words(or_)} for {meaning}")


SIDE = between(1, LARGEST_SIDE)  # whole px
LENGTH = between(0.001, LARGEST_SIDE)  # px, fractions of the input, or factors of either
RATIO = between(0.001, 1_000)
PLACE = between(-LARGEST_SIDE, LARGEST_SIDE)  # px or strides
SMALLEST_SIDE = between(0, LARGEST_SIDE, -1, "no filter")  # MMDetection's min_bbox_size: only from 0 on is it compared
BORDER_PX = between(-1_000_000_000, 1_000_000_000)
COUNT = between(1, 1_000_000_000)  # nothing is made of that size: all that there are is the most
COUNT_OR_NONE = between(0, 1_000_000_000)
CANDIDATES = between(1, 1_000)  # of a level and ground truth: their memory is a share of it
FACTOR = between(0.000_001, 1_000_000)
WEIGHT = between(0, 1_000_000)
SHIFT = between(-1_000_000, 1_000_000)
EXPONENT = between(0, 100)
BINS = between(1, 1_000)  # numbers of a network for each coordinate
HALF = between(0, 0.5)
NOT_BELOW_ZERO = Bounds(lambda number: number >= 0, "0 or more")
NOT_ABOVE_ZERO = Bounds(lambda number: number <= 0, "0 or less")


def check_pixels(original: tuple[int, int], padded: tuple[int, int]) -> None:
    """Raise `BadRecipe` for a network's input ``padded`` (h, w) over `PIXELS`; ``original`` is the picture's size."""
    if math.prod(padded) > PIXELS:
        raise BadRecipe(
            f"resize: makes a network's input of {padded[1]:,} x {padded[0]:,} px of a picture of {original[1]:,} x "
            f"{original[0]:,}, wanted at most {PIXELS:,} px"
        )


def check_anchors(count: int, padded: tuple[int, int]) -> None:
    """Raise `BadRecipe` for more than `ANCHORS` anchors over an input ``padded`` (h, w) px."""
    if count > ANCHORS:
        raise BadRecipe(
            f"anchors: {count:,} over a network's input of {padded[1]:,} x {padded[0]:,} px, wanted at most {ANCHORS:,}"
        )
