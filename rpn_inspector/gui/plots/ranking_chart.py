"""The plot of one ground truth's candidates: the two numbers that rank them, and the cut as a curve."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF

from rpn_inspector.core.contests import Ranking
from rpn_inspector.core.formulas.numbers import number, significant, telling
from rpn_inspector.gui.plots.chart import NO_OUTPUTS, UNDECIDED, Chart, ChartFacts
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.plot_paper import pen_for, series

CURVE = 200  # points of the cut
MOST = 4000  # candidates drawn
HALF = 0.5  # up to here an axis of scores or overlaps ends where they do, beyond at 1
NO_RANK = "The assignment of this recipe ranks no candidates."
NO_GT = "Choose a ground truth, by G or a row of its table, to see its candidates."
NONE = "It has no candidate."


class RankingChart(Chart):
    """A point for each candidate of the focused ground truth; what stands beyond the curve was taken."""

    key, title, measures, brush_axes = "metric", "Candidates and cut", (), ""
    ranking: Ranking | None = None

    def empty(self, facts: ChartFacts) -> str:
        inspection = facts.values.inspection
        if not inspection.recipe.matcher.ranks:
            return tr(NO_RANK)
        if inspection.of_decoded_boxes:
            return tr(UNDECIDED[inspection.recipe.anchors.of_points])
        if inspection.logits is None:
            return tr(NO_OUTPUTS).format(tr("The ranking needs"))
        if facts.gt is None or not inspection.used[facts.gt]:
            return tr(NO_GT)
        found = _ranking(facts)
        return "" if found is not None and found.plane is not None and len(found.anchor) else tr(NONE)

    def caption(self, facts: ChartFacts) -> str:
        found = _ranking(facts)
        if found is None or facts.gt is None:
            return ""
        name = f"{facts.gt + 1} {facts.values.inspection.sample.class_name(facts.gt)}"
        return counted(len(found.anchor), "{name}, 1 candidate", "{name}, {n} candidates", name=name)

    def draw(self, facts: ChartFacts) -> None:
        self.ranking, surface = _ranking(facts), self.surface
        one = self.ranking
        if one is None or one.plane is None:
            return
        plane, theme = one.plane, surface.theme
        surface.reset(said(plane.heads[0]))
        x, y = plane.x[:MOST], plane.y[:MOST]
        (left, right), (low, high) = _range(x, one), _range(y, one)
        surface.set_range((left, right), (low, high))
        taken, mine = one.chosen[:MOST], one.owner[:MOST] == facts.gt
        surface.points(x[~taken], y[~taken], pen_for("faint", theme, 1.0), None)
        pen = pen_for("positive", theme, 1.3)
        surface.points(x[taken & ~mine], y[taken & ~mine], pen, None)
        surface.points(x[taken & mine], y[taken & mine], pen, series(theme)["positive"])
        if np.isfinite(one.value):
            across = np.linspace(max(left, right * 1e-4), right, CURVE)
            up = plane.level(across, one.value)
            seen = (up >= low) & (up <= high)
            surface.curve(across[seen], up[seen], pen_for("plain", theme, 1.6))
        cut = ("plain", tr("cut {value}").format(value=significant(one.value)))
        surface.legend.show_entries(
            [
                ("", tr("{what}, by:").format(what=said(plane.heads[1]))),
                cut if np.isfinite(one.value) else ("", tr("no cut, none is taken")),
                ("disc", tr("its own")),
                ("ring", tr("lost")),
            ]
        )

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        if self.ranking is None or self.ranking.plane is None:
            return []
        where = np.flatnonzero(self.ranking.anchor == anchor)
        plane = self.ranking.plane
        return [(float(plane.x[where[0]]), float(plane.y[where[0]]), "")] if where.size else []

    def anchor_at(self, at: QPointF) -> int | None:
        if self.ranking is None or self.ranking.plane is None:
            return None
        found = self.nearest(at, self.ranking.plane.x, self.ranking.plane.y)
        return None if found is None else int(self.ranking.anchor[found])

    def words_at(self, at: QPointF) -> str:
        anchor = self.anchor_at(at)
        if anchor is None or self.ranking is None or self.ranking.plane is None:
            return ""
        place = int(np.flatnonzero(self.ranking.anchor == anchor)[0])
        parts = [
            f"{said(head.text)} {telling(float(part[place]))}"
            for head, part in zip(self.ranking.heads, self.ranking.parts, strict=True)
        ]
        return tr("{anchor}: rank {rank}, {parts}").format(
            anchor=f"{anchor:,}", rank=number(place + 1, 0), parts=", ".join(parts)
        )


def _ranking(facts: ChartFacts) -> Ranking | None:
    inspection = facts.values.inspection
    if facts.gt is None or not inspection.used[facts.gt]:
        return None
    return inspection.recipe.matcher.ranking(facts.gt, inspection.assignment)


def _range(values: np.ndarray, ranking: Ranking) -> tuple[float, float]:
    """Return the ends of an axis: from 0, with those taken in sight, and not far beyond the dearest one shown."""
    shown = values[np.isfinite(values)]
    if not shown.size:
        return 0.0, 1.0
    most = float(shown.max())
    if 0 < most < HALF:  # of a network at its beginning: up to 1 all would stand at the edge
        return -0.02 * most, 1.1 * most
    if most <= 1.0:
        return -0.02, 1.04
    taken = values[: len(ranking.chosen)][ranking.chosen[: len(values)]]
    high = float(np.quantile(shown, 0.9))
    if taken.size:  # a candidate outside costs 100,000 more: it must not press all others onto one line
        high = float(max(taken.max() * 1.4, min(high, taken.max() * 4)))
    return -0.02 * high, 1.04 * high
