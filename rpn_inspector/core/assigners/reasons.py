"""Why labels differ between two recipes: each cause's words, which the window translates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.text import Text


class Reason(NamedTuple):
    """Why a label is another under another recipe, in a line and as short as a table cell.

    Names in braces are those of ``values``, thresholds and causes. Of two causes the reason with the greater
    ``strength`` holds: an anchor left out for its place never met a threshold.
    """

    words: str
    short: str
    strength: int = 0
    values: tuple[tuple[str, float | str], ...] = ()

    def told(self, text: str, said: Callable[[Text | str], str] = str) -> str:
        """Return ``words`` or ``short``, perhaps translated, with the values put in, words among them by ``said``."""
        put = {name: said(value) if isinstance(value, str) else value for name, value in self.values}
        return text.format(**put) if put else text


LOWER, UPPER = (
    Reason("IoU crossed the lower threshold", "crossed {negative:.2f}", 0),
    Reason("IoU crossed the upper threshold", "crossed {positive:.2f}", 1),
)
REASONS: Mapping[Cause | None, Reason] = {
    Cause.BACKGROUND: LOWER,
    Cause.BETWEEN_THRESHOLDS: LOWER,
    Cause.OVERLAP: UPPER,
    Cause.BEST_FOR_GT: Reason("another anchor is best for its ground truth", "best for its GT", 2),
    None: Reason("another ground truth owns it", "other GT owns it", 2),
    Cause.OUTSIDE_IMAGE: Reason("outside the picture in one of them", "outside", 4),
    Cause.CROWD: Reason("in an ignored region in one of them", "ignored region", 5),
    Cause.TAKEN_OVER: Reason("another ground truth takes it over", "taken over", 2),
    Cause.OTHER_CELL: Reason("only cells with a centre may be positive", "other cell", 3),
}
"""Of assigners by IoU, in listed order; None: another owner of an anchor positive in both."""
