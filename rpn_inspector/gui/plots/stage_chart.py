"""The plots of a second stage: scores over IoU, counts by IoU, and targets of its proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.words import LABEL_WORDS, SIDE_WORDS
from rpn_inspector.gui.plots.chart import Chart, ChartFacts
from rpn_inspector.gui.plots.counts import Lane, binned, lane, reach_over
from rpn_inspector.gui.plots.residual_charts import LanesChart, spoken
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plot_paper import pen_for, series
from rpn_inspector.session.staged import Staged, staged_of

BINS = 25
NO_STAGE = "This picture has no outputs of a second stage."


class StagePlot(Chart):
    """A plot of the stage looked at, beside the anchors' plots of the last one; no brush: candidates have no filter."""

    measures, brush_axes = (), ""
    staged: Staged | None = None


class StageChart(StagePlot):
    """A point for each proposal: IoU with its best ground truth, and its likeliest class's score."""

    key, title = "roi", "RoI head by IoU"
    rows = np.empty(0, np.int64)
    iou = score = np.empty(0, np.float32)

    def empty(self, facts: ChartFacts) -> str:
        staged = staged_in(facts)
        return tr(NO_STAGE) if staged is None or staged.result.head is None else ""

    def caption(self, facts: ChartFacts) -> str:
        staged = staged_in(facts)
        if staged is None:
            return ""
        return counted(len(_rows(staged)), "1 proposal", "{n} proposals")

    def draw(self, facts: ChartFacts) -> None:
        self.staged, surface = staged_in(facts), self.surface
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
        marks = {1: f"disc {LABEL_WORDS[1]}", 0: f"ring {LABEL_WORDS[0]}"}  # as drawn above
        entries = [(mark, tr(SIDE_WORDS[label])) for label, mark in marks.items()]
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


class CandidateIouChart(StagePlot):
    """Counts of the candidates by best IoU, a line for each label."""

    key, title = "roi_iou", "Proposals by IoU"
    counts: Mapping[int, np.ndarray] = {}
    bins = np.empty(0, np.int32)

    def empty(self, facts: ChartFacts) -> str:
        return tr(NO_STAGE) if staged_in(facts) is None else ""

    def caption(self, facts: ChartFacts) -> str:
        staged = staged_in(facts)
        if staged is None:
            return ""
        joined = staged.result.source < 0
        whole = int(np.count_nonzero(~joined))
        if staged.mask is None:
            proposals = counted(whole, "1 proposal", "{n} proposals")
            more = len(joined) - whole
            return tr("{whole} + {joined} GT").format(whole=proposals, joined=f"{more:,}") if more else proposals
        shown = f"{int(np.count_nonzero(staged.mask)):,}"  # no ground truth that joined passes a filter of anchors
        return counted(whole, "{shown} of 1 proposal", "{shown} of {n} proposals", shown=shown)

    def draw(self, facts: ChartFacts) -> None:
        self.staged, surface, theme = staged_in(facts), self.surface, self.surface.theme
        surface.reset(tr("best IoU of the proposal"))
        if self.staged is None:
            return
        one, mask = self.staged.result, self.staged.mask
        self.bins = bins = binned(one.assignment.dense["iou"], 0.0, 1.0, BINS)
        total = np.bincount(bins, minlength=BINS)
        here = np.ones(len(bins), bool) if mask is None else mask
        self.counts = {label: np.bincount(bins[here & (one.label == label)], minlength=BINS) for label in (0, -1, 1)}
        surface.set_range((0, 1), (0, 1.08 * max(int(total.max(initial=0)), 1)))
        edges, faint = np.linspace(0, 1, BINS + 1), pen_for("faint", theme, 1.0)
        surface.curve(edges, total, faint, stepMode="center", fillLevel=0, brush=QColor(theme.line))
        there = [label for label, counts in self.counts.items() if counts.any()]
        for label in there:
            surface.curve(edges, self.counts[label], pen_for(LABEL_WORDS[label], theme), stepMode="center")
        for threshold in set(one.stage.matcher.thresholds.values()):
            if 0 < threshold < 1:
                surface.vertical(threshold)
        surface.legend.show_entries([(LABEL_WORDS[label], tr(SIDE_WORDS[label])) for label in there])

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        candidate = None if self.staged is None else self.staged.of_anchor(anchor)
        if candidate is None or self.staged is None:
            return []
        one = self.staged.result
        iou, label = float(one.assignment.dense["iou"][candidate]), int(one.label[candidate])
        return [(iou, float(self.counts[label][self.bins[candidate]]), "")]

    def words_at(self, at: QPointF) -> str:
        if not self.counts or not 0 <= at.x() <= 1:
            return ""
        place = min(int(at.x() * BINS), BINS - 1)
        here = {label: int(counts[place]) for label, counts in self.counts.items()}
        parts = [f"{count:,} {tr(SIDE_WORDS[label])}" for label, count in here.items() if count]
        return tr("IoU {low:.2f} to {high:.2f}: {value}").format(
            low=place / BINS, high=(place + 1) / BINS, value=", ".join(parts) or "0"
        )

    def description(self, facts: ChartFacts) -> str:
        staged = staged_in(facts)
        if staged is None:
            return self.empty(facts)
        label = staged.result.label if staged.mask is None else staged.result.label[staged.mask]
        return ", ".join(f"{int((label == value).sum()):,} {tr(SIDE_WORDS[value])}" for value in (1, 0, -1))


class CandidateTargetsChart(LanesChart, StagePlot):
    """The lanes x y w h of the foreground: t* relative to the proposals, and t of their classes."""

    key, title = "roi_targets", "Targets of the RoI head"
    rows = np.empty(0, np.int64)

    def empty(self, facts: ChartFacts) -> str:
        staged = staged_in(facts)
        if staged is None:
            return tr(NO_STAGE)
        return "" if len(staged.result.positive) else tr("No proposal is foreground here.")

    def caption(self, facts: ChartFacts) -> str:
        staged = staged_in(facts)
        if staged is None:
            return ""
        shown, whole = len(_foreground(staged)), len(staged.result.positive)
        if shown == whole:
            return counted(whole, "1 foreground proposal", "{n} foreground proposals")
        return counted(
            whole, "{shown} of 1 foreground proposal", "{shown} of {n} foreground proposals", shown=f"{shown:,}"
        )

    def draw(self, facts: ChartFacts) -> None:
        self.staged = staged_in(facts)
        if self.staged is None:
            return
        one = self.staged.result
        self.coordinates, self.rows = one.stage.coder.coordinate_names, _foreground(self.staged)
        columns = [part[:, one.stage.coder.order] for part in (one.t_star, one.t) if part is not None]
        self.reach = reach_over([part.reshape(-1) for part in columns], 0.6)
        self.lanes = self._lanes(columns, self.rows)
        everyone = np.arange(len(one.positive))
        self.draw_lanes(None if facts.mask is None else self._lanes(columns, everyone))

    def _lanes(self, columns: Sequence[np.ndarray], rows: np.ndarray) -> dict[str, Lane]:
        found = [
            lane(f"t{name}{suffix}", part[rows, place], self.reach)
            for part, suffix in zip(columns, ("_star", ""), strict=False)
            for place, name in enumerate(self.coordinates)
        ]
        return {each.name: each for each in found}

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        candidate = None if self.staged is None else self.staged.of_anchor(anchor)
        if candidate is None or self.staged is None:
            return []
        one = self.staged.result
        place = np.flatnonzero(one.positive == candidate)
        if not place.size:
            return []
        order = one.stage.coder.order
        return self.points_at(one.t_star[place[0], order], None if one.t is None else one.t[place[0], order])

    def description(self, facts: ChartFacts) -> str:
        return self.empty(facts) or spoken(each for name, each in self.lanes.items() if name.endswith("_star"))


def staged_in(facts: ChartFacts) -> Staged | None:
    """Return the stage looked at, of the anchors' plots the last one, None without any."""
    stages = list(facts.values.inspection.stages)
    return staged_of(facts.values.inspection, facts.stage or stages[-1], facts.mask) if stages else None


def _rows(staged: Staged) -> np.ndarray:
    """Return the candidates with outputs that came from proposals and pass the filter."""
    there = (staged.result.row >= 0) & (staged.result.source >= 0)
    return np.flatnonzero(there if staged.mask is None else there & staged.mask)


def _foreground(staged: Staged) -> np.ndarray:
    """Return the places among ``positive`` of the candidates that pass the filter."""
    positive = staged.result.positive
    return np.arange(len(positive)) if staged.mask is None else np.flatnonzero(staged.mask[positive])
