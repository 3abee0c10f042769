"""Whether two sums of losses agree, in words."""

from __future__ import annotations

import math

from rpn_inspector.analysis.batch_loss import apart
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.i18n import tr


def agreement(theirs: float | None, ours: float) -> str:
    """Return "yes" for losses equal within the rounding of float32 sums, else "no" with the difference in percent."""
    if theirs is None:
        return NOTHING
    percent = 100 * apart(theirs, ours)
    if math.isnan(percent):
        return tr("no, NaN or ∞")
    if percent == 0:
        return tr("yes")
    return tr("no, {value:.2g} % apart").format(value=percent) if math.isfinite(percent) else tr("no")
