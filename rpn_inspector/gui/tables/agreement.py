"""Whether two sums of losses agree, in words."""

from __future__ import annotations

import math

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.i18n import tr

AGREES = 1e-5  # relative; the libraries' float32 sums differ by as much
NOISE = 1e-9  # a sum of nothing but rounding


def agreement(theirs: float | None, ours: float) -> str:
    """Return "yes" for losses equal within the rounding of float32 sums, else "no" with the difference in percent."""
    if theirs is None:
        return NOTHING
    if not (math.isfinite(theirs) and math.isfinite(ours)):
        return tr("no, NaN or ∞")
    far = abs(theirs - ours)
    if far <= max(AGREES * abs(theirs), NOISE):
        return tr("yes")
    percent = 100 * (far / abs(theirs)) if theirs else math.inf
    return tr("no, {value:.2g} % apart").format(value=percent) if math.isfinite(percent) else tr("no")
