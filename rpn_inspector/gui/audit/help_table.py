"""Whether the suggested anchors would reach the ground truths that are lost, and what they make worse."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.suggest import Suggestions, worse_groups
from rpn_inspector.analysis.audit.tables import threshold
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.gui.audit.audit_tables import group_name, percent
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import tr

WORST = 3  # groups that are worse, named


class HelpTable(FactTable):
    """The share of ground truths that reach the threshold, now and with the best suggestion of equal cost."""

    def __init__(self) -> None:
        super().__init__(
            tr("Would other anchors help?"), (tr("now"), tr("suggested"), tr("change")), width=62, names=110
        )
        self.hide()

    def show_suggestions(self, found: Audit | None, suggestions: Suggestions | None) -> None:
        """Show what the best suggestion changes for all and for the lost; nothing without one, or without IoU."""
        best = None if suggestions is None else suggestions.best
        least = None if found is None else threshold(found)
        there = found is not None and best is not None and least is not None
        self.setVisible(there)
        if found is None or found.predicted is None or best is None or least is None:
            self.hide()
            return
        lost, other = found.predicted.lost & found.used, best.audit
        count = int(lost.sum())
        masks = {tr("all reached"): found.used, tr("the {n} lost, reached").format(n=f"{count:,}"): lost}
        rows = [
            _row(name, _share(found, mask, least), _share(other, mask, least))
            for name, mask in masks.items()
            if mask.any()
        ]
        worse = worse_groups(found, other)[:WORST]
        named = tr("{name}, reached")
        rows += [_row(named.format(name=group_name(by, name)), before, after) for by, name, before, after in worse]
        note = tr("Reached: best IoU ≥ {v}. What the network makes of it, only training tells.")
        self.fill(rows, note=note.format(v=f"{least:.2f}"))


def _share(audit: Audit, mask: npt.NDArray[np.bool_], least: float) -> float:
    return float((audit.best_iou[mask] >= least).mean())


def _row(name: str, now: float, then: float) -> tuple[str, str, str, str]:
    return name, percent(now), percent(then), number(100 * (then - now), 1, True)
