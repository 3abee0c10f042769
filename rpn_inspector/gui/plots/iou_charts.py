"""Plots over IoU: counts of anchors, box loss, and score."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from rpn_inspector.analysis.filter.filter import Filter, Mask, between
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.assigners import Assigner
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.words import LABEL_WORDS
from rpn_inspector.gui.plots.chart import (
    NO_AREA,
    NO_GT,
    NO_IOU,
    NO_NUMBER,
    NO_OUTPUTS,
    Chart,
    ChartFacts,
    no_loss,
    no_positive,
    positives_words,
)
from rpn_inspector.gui.plots.counts import (
    IOU_BINS,
    SCORE_BINS,
    Histogram,
    Rows,
    binned,
    decimated,
    iou_histogram,
    positives,
    score_map,
)
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.plot_paper import pen_for, series
from rpn_inspector.gui.widgets.theme import px

TICKS = ((1, "1"), (10, "10"), (100, "100"), (1000, "1k"), (10_000, "10k"), (100_000, "100k"), (1_000_000, "1M"))
LINE = 18  # px above the plot for the words at the thresholds
FLOOR = -0.35  # where no anchor stands, on a scale of decades
LINES = [LABEL_WORDS[label] for label in (-2, 0, -1, 1)]  # the last one is drawn on top


def decades(counts: np.ndarray) -> np.ndarray:
    """Return counts on a scale of decades, 0 a little below 1."""
    return np.where(counts > 0, np.log10(np.maximum(counts, 1)), FLOOR)


def passing_words(facts: ChartFacts) -> str:
    """Return how many anchors pass the filter, of how many."""
    size = facts.values.inspection.grid.size
    if facts.mask is None:
        return counted(size, "1 anchor", "{n} anchors")
    return _of_all(facts.mask)


def _of_all(which: Mask) -> str:
    """Return how many anchors are ``which`` (N,), of all."""
    size, passing = len(which), f"{int(np.count_nonzero(which)):,}"
    return counted(size, "{passing} of 1 anchor", "{passing} of {n} anchors", passing=passing)


class PositivesChart(Chart):
    """A point for each positive of ``rows``: IoU across, the second of the two ``measures`` up."""

    brush_axes = "xy"
    rows: Rows = np.empty(0, np.int64)

    def draw_everyone(self, facts: ChartFacts, everyone: Rows) -> None:
        """Draw the points of the positives ``everyone`` in grey, where some are filtered out."""
        if facts.mask is not None:
            x, y = (facts.values[name][everyone] for name in self.measures)
            self.surface.points(x, y, pen_for("faint", self.surface.theme, 1.0), None)

    def draw_rows(self, facts: ChartFacts) -> None:
        """Draw the points of ``rows``: a ring for a low-quality match, else a disc."""
        values, surface = facts.values, self.surface
        x, y = (values[name][self.rows] for name in self.measures)
        low_quality = values["cause"][self.rows] == Cause.BEST_FOR_GT
        pen, fill = pen_for("positive", surface.theme, 1.3), series(surface.theme)["positive"]
        surface.points(x[low_quality], y[low_quality], pen, None)
        surface.points(x[~low_quality], y[~low_quality], pen, fill)

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        assert self.facts is not None
        x, y = (float(self.facts.values[name][anchor]) for name in self.measures)
        return [(x, y, "")]

    def clause(self, start: QPointF, now: QPointF) -> tuple[tuple[str, ...], str]:
        return self.measures, self.pair(start, now)

    def brushes(self, filter_: Filter) -> list[QRectF]:
        return self.pair_brushes(filter_)

    def anchor_at(self, at: QPointF) -> int | None:
        assert self.facts is not None
        x, y = (self.facts.values[name][self.rows] for name in self.measures)
        found = self.nearest(at, x, y)
        return None if found is None else int(self.rows[found])


def no_iou(facts: ChartFacts) -> str:
    """Return why no anchor has an IoU, empty where anchors have."""
    if facts.values.lacks("iou"):
        return tr(NO_AREA if facts.values.inspection.recipe.anchors.of_points else NO_IOU)
    return "" if facts.values.inspection.used.any() else tr(NO_GT)


def draw_thresholds(surface: Surface, matcher: Assigner, low: float = 0.0) -> None:
    """Draw a dashed line at each threshold of IoU between ``low`` and 1, with what holds beyond it at its side.

    The words stand in a line of their own above what was in range, where no line of the paper goes through them.
    """
    values, view = [*matcher.thresholds.values()], surface.box.viewRect()
    if any(low < value < 1 for value in values):
        share = min(px(LINE) * surface.pixel()[1] / view.height(), 0.5)
        above = view.height() * share / (1 - share)
        surface.set_range((view.left(), view.right()), (view.top(), view.bottom() + above))
        surface.axes["left"].free = px(LINE)
    sides = [] if not values else [(values[0], Cause.BACKGROUND, 1.0), (values[-1], Cause.OVERLAP, 0.0)]
    for value in dict.fromkeys(values):
        if low < value < 1:
            surface.vertical(value)
    top = float(surface.box.viewRect().bottom())  # of the plot's numbers, which grow upwards
    for value, cause, anchor in sides:
        if low < value < 1:
            words = said(matcher.short(cause)).removeprefix("IoU ")
            text = surface.text(words, value, top, (anchor, 0.0), surface.theme.text_caption)
            text.fill = pg.mkBrush(surface.theme.dock)  # over the dashed line, in a narrow plot
            wide, view = text.boundingRect().width() * surface.pixel()[0], surface.box.viewRect()
            if not view.left() + wide * anchor <= value <= view.right() - wide * (1 - anchor):  # whole, over the line
                text.setAnchor((1 - anchor, 0.0))
                text.setPos(view.left() if anchor else view.right(), top)


class FitChart(PositivesChart):
    """Box loss over IoU with the assigned ground truth, of each positive, as in the training."""

    key, title, measures = "fit", "IoU and box loss", ("iou", "r")
    follows_size = parted = True

    def empty(self, facts: ChartFacts) -> str:
        if no_iou(facts):
            return no_iou(facts)
        if "r" not in facts.values.measures:
            return tr("The box loss is a mean over pairs here: the column Box share has each anchor's.")
        if facts.values.lacks("r"):
            return no_loss(facts, tr("The box loss needs"))
        if not len(facts.values.inspection.positive):
            return no_positive(facts)
        if not np.isfinite(facts.values["r"][decimated(facts.values.inspection.positive)]).any():
            return tr(NO_NUMBER)
        return ""

    def caption(self, facts: ChartFacts) -> str:
        return positives_words(facts)

    def draw(self, facts: ChartFacts) -> None:
        values, surface = facts.values, self.surface
        surface.reset(tr("IoU with its ground truth"))
        everyone = decimated(values.inspection.positive)
        x, y = values["iou"], values["r"]
        low = float(min(np.floor(10 * x[everyone].min()) / 10, 0.9))
        # axes of all positives, not of the passing: a brush must not move the axes under the mouse
        high = float(np.nanmax(np.where(np.isfinite(y[everyone]), y[everyone], np.nan)))
        surface.set_range((low - 0.015, 1.0), (-0.04 * high, 1.06 * max(high, 1e-6)))
        matcher, head = values.inspection.recipe.matcher, said(values.measures["r"].head)
        draw_thresholds(surface, matcher, low)
        self.draw_everyone(facts, everyone)
        kinds = (
            [("ring", tr("best for its GT")), ("disc", said(matcher.short(Cause.OVERLAP)))]
            if matcher.thresholds
            else []
        )
        surface.legend.show_entries([("", f"{head}:"), *kinds] if kinds else [("", head)])

    def draw_passing(self, facts: ChartFacts) -> None:
        self.rows = decimated(positives(facts.values, facts.mask))
        self.draw_rows(facts)

    def words_at(self, at: QPointF) -> str:
        anchor = self.anchor_at(at)
        if anchor is None or self.facts is None:
            return ""
        values = self.facts.values
        iou, cost = number(float(values["iou"][anchor])), number(float(values["r"][anchor]))
        head = said(values.measures["r"].head)
        return tr("{anchor:,}: IoU {iou}, {head} {cost}").format(anchor=anchor, iou=iou, head=head, cost=cost)


class IouChart(Chart):
    """Counts of anchors by best IoU, a line for each label, by decades."""

    key, title, measures = "iou", "Best IoU by label", ("iou",)
    follows_size = parted = True
    histogram: Histogram | None = None

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._whole: WeakKeyDictionary[Values, Histogram] = WeakKeyDictionary()  # of results, under no filter

    def prepare(self, values: Values) -> None:
        if not values.lacks("iou"):
            self._all_of(values)

    def _all_of(self, values: Values) -> Histogram:
        """Return the histogram of every anchor, counted once."""
        found = self._whole.get(values)
        if found is None:
            found = self._whole[values] = iou_histogram(values, None)
        return found

    def empty(self, facts: ChartFacts) -> str:
        return no_iou(facts)

    def caption(self, facts: ChartFacts) -> str:
        return passing_words(facts)

    def draw(self, facts: ChartFacts) -> None:
        surface, theme = self.surface, self.surface.theme
        found = self._all_of(facts.values)
        surface.reset(tr("best IoU with any ground truth"))
        top = float(decades(found.total).max())
        surface.set_range((0, 1), (0.8 * FLOOR, 1.06 * max(top, 1)))
        surface.axes["left"].setTicks([[(np.log10(count), word) for count, word in TICKS if count <= 10**top]])
        faint = pen_for("faint", theme, 1.0)
        fill = QColor(theme.line)
        surface.curve(found.edges, decades(found.total), faint, stepMode="center", fillLevel=FLOOR, brush=fill)
        draw_thresholds(surface, facts.values.inspection.recipe.matcher)

    def draw_passing(self, facts: ChartFacts) -> None:
        surface = self.surface
        values, mask = facts.values, facts.mask
        self.histogram = found = self._all_of(values) if mask is None else iou_histogram(values, mask)
        there = [word for word in LINES if found.counts[word].any()]
        for word in there:
            surface.curve(found.edges, decades(found.counts[word]), pen_for(word, surface.theme), stepMode="center")
        surface.legend.show_entries([(word, tr(word)) for word in there])

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        assert self.facts is not None
        assert self.histogram is not None
        iou = self.facts.values["iou"][[anchor]]
        label = LABEL_WORDS[int(self.facts.values["label"][anchor])]
        place = binned(iou, 0.0, 1.0, IOU_BINS)[0]  # in the column's precision, as counted
        return [(float(iou[0]), float(decades(self.histogram.counts[label])[place]), "")]

    def words_at(self, at: QPointF) -> str:
        if self.histogram is None or not 0 <= at.x() <= 1:
            return ""
        place = min(int(at.x() * IOU_BINS), IOU_BINS - 1)
        low, high = self.histogram.edges[place : place + 2]
        parts = [f"{int(self.histogram.counts[word][place]):,} {tr(word)}" for word in LABEL_WORDS.values()]
        return tr("IoU {low:.2f} to {high:.2f}: {value}").format(
            low=low, high=high, value=", ".join(part for part in parts if part[0] != "0") or "none"
        )

    def clause(self, start: QPointF, now: QPointF) -> tuple[tuple[str, ...], str]:
        return self.measures, between("iou", start.x(), now.x(), 1.0)

    def description(self, facts: ChartFacts) -> str:
        label = facts.values["label"] if facts.mask is None else facts.values["label"][facts.mask]
        counts = {word: int(np.count_nonzero(label == value)) for value, word in LABEL_WORDS.items()}
        # undecided ones are rare, and named only where there are some
        return ", ".join(f"{count:,} {tr(word)}" for word, count in counts.items() if count or word != LABEL_WORDS[-2])


class ScoreChart(PositivesChart):
    """Score over best IoU: a map of all anchors, and a point for each positive."""

    key, title, measures = "score", "Score against IoU", ("iou", "score")
    follows_size = True

    def empty(self, facts: ChartFacts) -> str:
        if no_iou(facts):
            return no_iou(facts)
        return tr(NO_OUTPUTS).format(tr("Scores need")) if facts.values.lacks("score") else ""

    def caption(self, facts: ChartFacts) -> str:
        one = facts.values.inspection
        if one.logits is None or not one.of_decoded_boxes:
            return passing_words(facts)
        scored = one.predicts(np.arange(one.grid.size))
        return _of_all(scored if facts.mask is None else scored & facts.mask)

    def draw(self, facts: ChartFacts) -> None:
        values, surface = facts.values, self.surface
        surface.reset(tr("best IoU with any ground truth"))
        surface.set_range((-0.01, 1.02), (-0.05, 1.08))
        surface.axes["left"].setTicks([[(0, "0"), (0.5, "0.5"), (1, "1")]])
        self.counts = score_map(values, facts.mask)
        surface.add(self._map(self.counts))
        draw_thresholds(surface, values.inspection.recipe.matcher)
        if values.inspection.of_decoded_boxes:
            self._draw_boxes(facts)
        self.rows = decimated(positives(values, facts.mask), 5000)
        self.draw_everyone(facts, decimated(values.inspection.positive, 5000))
        self.draw_rows(facts)
        every = tr("anchors with a box") if values.inspection.of_decoded_boxes else tr("all anchors")
        surface.legend.show_entries([("", tr("score, by:")), ("bar faint", every), ("disc", tr("positive"))])

    def _draw_boxes(self, facts: ChartFacts) -> None:
        """Draw a point for each anchor with a box: the few cells of a map would be lost from sight."""
        values, theme = facts.values, self.surface.theme
        scored = values.inspection.predicts(np.arange(values.inspection.grid.size))
        rows = decimated(np.flatnonzero(scored if facts.mask is None else scored & facts.mask), 5000)
        self.boxes = self.surface.points(
            values["iou"][rows], values["score"][rows], pen_for("plain", theme, 1.0), series(theme)["faint"]
        )

    def _map(self, counts: np.ndarray) -> pg.ImageItem:
        """Return the map: the more anchors, by decades, the nearer to the text's colour."""
        text = QColor(self.surface.theme.text_second)
        shade = np.where(counts > 0, 0.10 + 0.75 * np.log10(1 + counts) / max(np.log10(1 + counts.max()), 1), 0)
        pixels = np.empty((*counts.shape, 4), np.uint8)
        pixels[..., :3] = text.red(), text.green(), text.blue()
        pixels[..., 3] = 255 * shade
        image = pg.ImageItem(pixels, axisOrder="col-major", levels=(0, 255))
        image.setRect(QRectF(0, 0, 1, 1))
        image.setZValue(-10)
        return image

    def words_at(self, at: QPointF) -> str:
        anchor = self.anchor_at(at)
        if anchor is not None and self.facts is not None:
            values = self.facts.values
            iou, score = number(float(values["iou"][anchor])), number(float(values["score"][anchor]), 3)
            return tr("{anchor:,}: IoU {iou}, p {score}").format(anchor=anchor, iou=iou, score=score)
        if not (0 <= at.x() <= 1 and 0 <= at.y() <= 1):
            return ""
        x, y = (min(int(v * SCORE_BINS), SCORE_BINS - 1) for v in (at.x(), at.y()))
        iou, score = f"{x / SCORE_BINS:.2f}", f"{y / SCORE_BINS:.2f}"
        here = int(self.counts[x, y])
        return counted(
            here, "IoU {iou}, p {score}: 1 anchor", "IoU {iou}, p {score}: {n} anchors", iou=iou, score=score
        )
