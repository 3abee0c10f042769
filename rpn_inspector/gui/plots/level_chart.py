"""The loss by level: bars with the trainer's total as their sum."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF

from rpn_inspector.analysis.filter.filter import Filter, equal
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.gui.plots.chart import Chart, ChartFacts, no_loss
from rpn_inspector.gui.plots.counts import LevelLosses, level_losses
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plot_paper import brush_for, pen_for

ROLES = {"scores, positives": "positive", "scores, negatives": "negative", "box": "prediction"}
SHORT = {"scores, positives": "score +", "scores, negatives": "score −"}
THICK = 0.66
WORDS = 64  # px at the right for the sums


class LevelChart(Chart):
    """A row for each level; a click filters by the level, a second click ends the filter."""

    key, title, measures, brush_axes = "levels", "Loss by level", ("level",), ""
    follows_size = True
    found: LevelLosses | None = None

    def empty(self, facts: ChartFacts) -> str:
        return no_loss(facts, tr("Losses need")) if facts.values.lacks("loss") else ""

    def caption(self, facts: ChartFacts) -> str:
        found = level_losses(facts.values, facts.mask)
        shown, total = sum(float(part.sum()) for part in found.parts.values()), float(found.total.sum())
        return (
            tr("total {total}").format(total=number(total))
            if facts.mask is None
            else tr("{shown} of {total}").format(shown=number(shown), total=number(total))
        )

    def draw(self, facts: ChartFacts) -> None:
        surface, theme = self.surface, self.surface.theme
        self.found = found = level_losses(facts.values, facts.mask)
        surface.reset(tr("part of the total loss"), grid=False)
        count = len(found.names)
        y = np.arange(count)[::-1].astype(float)
        # a loss of 0 still needs an axis of some length
        widest = max(float(found.total.max()), 1e-12)
        surface.set_range((0, widest * self.room(0.0, 1.0, WORDS)), (-0.6, count - 0.4))
        surface.axes["left"].setTicks([list(zip(y.tolist(), found.names, strict=True))])
        surface.add(
            pg.BarGraphItem(
                x0=np.zeros(count), width=found.total, y=y, height=THICK, pen=pen_for("faint", theme), brush=None
            )
        )
        start = np.zeros(count)
        for name, part in found.parts.items():
            role = ROLES.get(name, "faint")
            surface.add(
                pg.BarGraphItem(
                    x0=start,
                    width=part,
                    y=y,
                    height=THICK,
                    pen=pen_for("plain", theme, 0.8),
                    brush=brush_for(role, theme),
                )
            )
            start = start + part
        for place, shown, whole in zip(y, start, found.total, strict=True):
            surface.text(number(float(shown)), float(whole), float(place), (0.0, 0.5), theme.text)
        surface.legend.show_entries([(f"bar {ROLES.get(name, 'faint')}", _short(name)) for name in found.parts])

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        assert self.facts is not None
        if self.found is None:
            return []
        row = len(self.found.names) - 1 - int(self.facts.values["level"][anchor])
        return [(0.02 * self._span(), float(row), "")]

    def _row(self, at: QPointF) -> int | None:
        row = round(at.y())
        count = len(self.found.names) if self.found is not None else 0
        return count - 1 - row if 0 <= row < count and abs(at.y() - row) <= 0.5 else None

    def click(self, at: QPointF) -> tuple[tuple[str, ...], str] | None:
        row = self._row(at)
        if row is None or self.found is None or self.facts is None:
            return super().click(at) if self.facts is not None else None
        name = self.found.names[row]
        held = self.facts.brushed.word_of("level")
        return self.measures, "" if held is not None and held.casefold() == name.casefold() else equal("level", name)

    def brushes(self, filter_: Filter) -> list[QRectF]:
        if self.found is None or self.facts is None:
            return []
        bounds, word = filter_.range_of("level"), filter_.word_of("level")
        numbers = self.facts.values.level_numbers
        held = [
            row
            for row, name in enumerate(self.found.names)
            if (bounds is not None and bounds[0] <= numbers[row] <= bounds[1])
            or (word is not None and word.casefold() == name.casefold())
        ]
        count = len(self.found.names)
        return [self._rect((-np.inf, np.inf), (count - 1.5 - row, count - 0.5 - row)) for row in held]

    def words_at(self, at: QPointF) -> str:
        row = self._row(at)
        if row is None or self.found is None:
            return ""
        parts = [f"{_short(name)} {number(float(part[row]))}" for name, part in self.found.parts.items()]
        return f"{self.found.names[row]}: {', '.join(parts)}"

    def description(self, facts: ChartFacts) -> str:
        if self.empty(facts):
            return self.empty(facts)
        found = level_losses(facts.values, facts.mask)
        sums = np.sum(list(found.parts.values()), axis=0)
        return ", ".join(f"{name} {value:.4f}" for name, value in zip(found.names, sums, strict=True))


def _short(name: str) -> str:
    return tr(SHORT.get(name, name))
