"""The plot of a second stage: score over IoU of its proposals."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF

from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.words import LABEL_WORDS, SIDE_WORDS
from rpn_inspector.gui.plots.chart import Chart, ChartFacts
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plot_paper import pen_for, series
from rpn_inspector.session.staged import Staged, staged_of

NO_STAGE = "This picture has no outputs of a second stage."


class StageChart(Chart):
    """A point for each proposal of the last stage: IoU with its best ground truth, and its likeliest class's score."""

    key, title, measures, brush_axes = "roi", "RoI head by IoU", (), ""
    staged: Staged | None = None
    rows = np.empty(0, np.int64)
    iou = score = np.empty(0, np.float32)

    def empty(self, facts: ChartFacts) -> str:
        staged = _staged(facts)
        return tr(NO_STAGE) if staged is None or staged.result.head is None else ""

    def caption(self, facts: ChartFacts) -> str:
        staged = _staged(facts)
        if staged is None:
            return ""
        return counted(len(_rows(staged)), "1 proposal", "{n} proposals")

    def draw(self, facts: ChartFacts) -> None:
        self.staged, surface = _staged(facts), self.surface
        surface.reset(tr("best IoU of the proposal"))
        surface.set_range((-0.01, 1.02), (-0.05, 1.08))
        surface.axes["left"].setTicks([[(0, "0"), (0.5, "0.5"), (1, "1")]])
        if self.staged is None or self.staged.result.head is None:
            return
        one = self.staged.result
        self.rows = _rows(self.staged)
        self.iou = one.assignment.dense["iou"][self.rows].astype(np.float32)
        self.score = self.staged.result.head.scores()[one.row[self.rows]].max(1, initial=0)
        for threshold in set(one.stage.matcher.thresholds.values()):
            if 0 < threshold < 1:
                surface.vertical(threshold)
        for label in (0, -1, 1):  # the foreground on top
            mine = one.label[self.rows] == label
            fill = series(surface.theme).get(LABEL_WORDS[label]) if label == 1 else None
            surface.points(self.iou[mine], self.score[mine], pen_for(LABEL_WORDS[label], surface.theme, 1.3), fill)
        entries = [(LABEL_WORDS[label], tr(SIDE_WORDS[label])) for label in (1, 0)]
        surface.legend.show_entries([("", tr("score, by:")), *entries])

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        candidate = None if self.staged is None else self.staged.of_anchor(anchor)
        place = np.flatnonzero(self.rows == (-1 if candidate is None else candidate))
        return [(float(self.iou[place[0]]), float(self.score[place[0]]), "")] if place.size else []

    def anchor_at(self, at: QPointF) -> int | None:
        found = self.nearest(at, self.iou, self.score)
        if found is None or self.staged is None:
            return None
        anchor = int(self.staged.anchors[self.rows[found]])
        return anchor if anchor >= 0 else None

    def words_at(self, at: QPointF) -> str:
        found = self.nearest(at, self.iou, self.score)
        if found is None or self.staged is None:
            return ""
        proposal = int(self.staged.result.source[self.rows[found]]) + 1
        iou, score = (number(float(values[found])) for values in (self.iou, self.score))
        return tr("proposal {n}: IoU {iou}, p {score}").format(n=f"{proposal:,}", iou=iou, score=score)


def _staged(facts: ChartFacts) -> Staged | None:
    """Return the last stage, None without one."""
    stages = list(facts.values.inspection.stages)
    return staged_of(facts.values.inspection, stages[-1], facts.mask) if stages else None


def _rows(staged: Staged) -> np.ndarray:
    """Return the candidates with outputs that came from proposals and pass the filter."""
    there = (staged.result.row >= 0) & (staged.result.source >= 0)
    return np.flatnonzero(there if staged.mask is None else there & staged.mask)
