"""Plots of the coded numbers: t* and t coordinate by coordinate, and their residuals on the smooth-L1 curve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from rpn_inspector.analysis.filter.filter import Filter, between
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.coders import CODERS
from rpn_inspector.core.formulas.numbers import beta_text, number
from rpn_inspector.core.losses import of_error
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.values import Array
from rpn_inspector.gui.plots.chart import Chart, ChartFacts, no_loss, no_positive, positives_words
from rpn_inspector.gui.plots.counts import LANE_BINS, Lane, Rows, binned, decimated, lanes, positives, reach_of
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plot_paper import line_pen, pen_for, series

WORDS = 108  # px at the right for mean and std
HALF = 0.42  # how high the tallest bar of a lane is; lanes are 1 apart
SYMBOLS, MARKS = ("o", "s", "t1", "d"), "○□△◇"  # of the four coordinates, drawn and written
NO_SMOOTH_L1 = (
    "This recipe has no smooth L1: YOLOv3 takes cross entropies of t_x and t_y behind a sigmoid, and squares of "
    "t_w and t_h."
)
OF_BOXES = "This recipe has no loss of coordinates: its box loss compares decoded boxes."


def _t(values: Values) -> str:
    """Return the measure of the first coordinate of t, by whose outputs all are there or none."""
    return f"t{values.coordinates[0]}"


def _written(measure: str) -> str:
    """Return a coordinate's measure as it is written: t*_x1 for ``tx1_star``."""
    coordinate = measure.removesuffix("_star")[1:]
    return f"t*_{coordinate}" if measure.endswith("_star") else f"t_{coordinate}"


class LanesChart(Chart):
    """Four lanes, one a coordinate: bars of t* above each line, bars of t below.

    ``lanes`` are by name, those of t* with the ending ``_star``.
    """

    follows_size = True
    reach = 1.0
    coordinates: tuple[str, ...] = ()

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.lanes: dict[str, Lane] = {}

    def draw_lanes(self, whole: Mapping[str, Lane] | None) -> None:
        """Draw ``lanes``, in front of those of the ``whole``, None where nothing is left out."""
        surface, theme = self.surface, self.surface.theme
        surface.reset("", grid=False)
        edges = np.linspace(-self.reach, self.reach, LANE_BINS + 1)
        centres = (edges[1:] + edges[:-1]) / 2
        surface.set_range((-1.14 * self.reach, self.reach * self.room(1.14, 1.0, WORDS)), (-0.5, 3.5))
        ticks = [(x, number(x, 1, signed=bool(x))) for x in (-self.reach, 0.0, self.reach)]
        surface.axes["bottom"].setTicks([ticks])
        surface.axes["left"].setTicks([[(3 - i, name) for i, name in enumerate(self.coordinates)]])
        surface.vertical(0.0)
        for place, coordinate in enumerate(self.coordinates):
            base = 3.0 - place
            for suffix, up in (("_star", 1.0), ("", -1.0)):
                lane = self.lanes.get(f"t{coordinate}{suffix}")
                if lane is None:
                    continue
                # bars of all, in grey behind: heights must not move under a brush
                all_counts = (self.lanes if whole is None else whole)[lane.name].counts
                tall, all_tall = (up * HALF * n / max(int(all_counts.max()), 1) for n in (lane.counts, all_counts))
                fill = QColor(theme.text_second) if suffix else series(theme)["prediction"]
                if whole is not None:
                    self.bars(centres, edges[1] - edges[0], base, all_tall, QColor(theme.line_strong))
                self.bars(centres, edges[1] - edges[0], base, tall, fill)
            surface.curve([-self.reach, self.reach], [base, base], pen_for("faint", theme))
            self._say_mean(self.lanes[f"t{coordinate}_star"], base)
        answers = any(not name.endswith("_star") for name in self.lanes)
        marks = [("fill plain", tr("t* above"))] + ([("fill prediction", tr("t below"))] if answers else [])
        surface.legend.show_entries([*marks, ("", tr("mean ± std of t*"))])

    def _say_mean(self, lane: Lane, base: float) -> None:
        words = f"{number(lane.mean, 3, signed=True)} ± {number(lane.std, 3)}" if lane.number else "–"
        self.surface.text(words, 1.04 * self.reach, base, (0.0, 0.5))

    def points_at(self, star: Array, t: Array | None) -> list[tuple[float, float, str]]:
        """Return where numbers t* (4,) and t (4,) stand, in the order of the lanes."""
        found = []
        for place in range(len(self.coordinates)):
            found.append((float(star[place]), 3.0 - place + 0.12, ""))
            if t is not None:
                found.append((float(t[place]), 3.0 - place - 0.12, ""))
        return [(min(max(x, -self.reach), self.reach), y, word) for x, y, word in found if x == x]

    def _lane_at(self, at: QPointF) -> str:
        """Return the measure of the lane around a point: t* above the line, t below."""
        place = min(max(round(3.0 - at.y()), 0), 3)
        coordinate = self.coordinates[place]
        name = f"t{coordinate}{'_star' if at.y() >= 3.0 - place else ''}"
        return name if name in self.lanes else f"t{coordinate}_star"

    def words_at(self, at: QPointF) -> str:
        if abs(at.x()) > self.reach or not -0.5 <= at.y() <= 3.5 or not self.coordinates:
            return ""
        name = self._lane_at(at)
        lane = self.lanes.get(name)
        if lane is None:
            return ""
        place = int(binned(np.array([at.x()]), -self.reach, self.reach, LANE_BINS)[0])
        step = 2 * self.reach / LANE_BINS
        low = -self.reach + place * step
        label = _written(name)
        bounds = tr("{low} to {high}").format(low=number(low, 2, signed=True), high=number(low + step, 2, signed=True))
        return tr("{label} {bounds}: {count} of {total}").format(
            label=label, bounds=bounds, count=f"{int(lane.counts[place]):,}", total=f"{lane.number:,}"
        )


class TargetsChart(LanesChart):
    """The lanes x y w h of the positive anchors."""

    key, title = "targets", "Targets t* and t"
    measures = tuple(dict.fromkeys(measure.name for coder in CODERS.rules.values() for measure in coder().measures()))

    def empty(self, facts: ChartFacts) -> str:
        return "" if len(facts.values.inspection.positive) else no_positive(facts)

    def caption(self, facts: ChartFacts) -> str:
        words = positives_words(facts)
        return (
            words
            if not facts.values.lacks(_t(facts.values))
            else tr("{words}, no raw outputs, so no t").format(words=words)
        )

    def draw(self, facts: ChartFacts) -> None:
        values = facts.values
        names = tuple(measure.name for measure in values.inspection.recipe.coder.measures())
        self.reach, self.coordinates = reach_of(values, names, 0.6), tuple(values.coordinates)
        self.lanes = _lanes(values, positives(values, facts.mask), self.reach)
        self.draw_lanes(None if facts.mask is None else _lanes(values, values.inspection.positive, self.reach))

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        assert self.facts is not None
        values = self.facts.values
        star = np.array([values[f"t{coordinate}_star"][anchor] for coordinate in values.coordinates])
        if values.lacks(_t(values)):
            return self.points_at(star, None)
        return self.points_at(star, np.array([values[f"t{coordinate}"][anchor] for coordinate in values.coordinates]))

    def clause(self, start: QPointF, now: QPointF) -> tuple[tuple[str, ...], str]:
        # a moved brush spans a half lane from edge to edge: the middle is in the lane
        middle = QPointF(start.x(), (start.y() + now.y()) / 2) if self.surface.holds_brush else start
        name = self._lane_at(middle)
        return (name,), between(name, start.x(), now.x(), self._span())

    def brushes(self, filter_: Filter) -> list[QRectF]:
        assert self.facts is not None
        found = []
        for place, coordinate in enumerate(self.facts.values.coordinates):
            for suffix, low, high in (("_star", 0.0, 0.5), ("", -0.5, 0.0)):
                bounds = filter_.range_of(f"t{coordinate}{suffix}")
                if bounds is not None:
                    found.append(self._rect(bounds, (3.0 - place + low, 3.0 - place + high)))
        return found

    def description(self, facts: ChartFacts) -> str:
        if self.empty(facts):
            return self.empty(facts)
        return spoken(lanes(facts.values, positives(facts.values, facts.mask), "_star", self.reach))


def spoken(parts: Iterable[Lane]) -> str:
    """Return the means and deviations of lanes in a line."""
    return "; ".join(f"{_written(lane.name)} {lane.mean:+.3f} ± {lane.std:.3f}" for lane in parts if lane.number)


def _lanes(values: Values, rows: Rows, reach: float) -> dict[str, Lane]:
    """Return the lanes of t*, and of t with raw outputs, of positives ``rows`` by name."""
    suffixes = ("_star",) if values.lacks(_t(values)) else ("_star", "")
    return {lane.name: lane for suffix in suffixes for lane in lanes(values, rows, suffix, reach)}


def curve_of(spec: LossSpec, d: np.ndarray) -> np.ndarray:
    """Return R(d) of the recipe before the weight: smooth L1, Huber or balanced L1."""
    return of_error(d.astype(np.float64), spec)


class ResidualChart(Chart):
    """The residuals of all positives on the curve of the box loss, the knees, and a histogram."""

    key, title = "residuals", "Residuals on smooth L1"
    measures: tuple[str, ...] = ("dx", "dy", "dw", "dh")
    reach = 1.0

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.counts = np.zeros(LANE_BINS, np.int64)
        self.rows: Rows = np.empty(0, np.int64)

    def empty(self, facts: ChartFacts) -> str:
        if facts.values.inspection.recipe.loss.box == "yolo":
            return tr(NO_SMOOTH_L1)
        if facts.values.inspection.recipe.loss.box in DECODED:
            return tr(OF_BOXES)
        self.measures = tuple(f"d{name}" for name in facts.values.coordinates)  # corners and sides have other names
        if facts.values.lacks(self.measures[0]):
            return no_loss(facts, tr("Residuals t − t* need"))
        return "" if len(facts.values.inspection.positive) else no_positive(facts)

    def caption(self, facts: ChartFacts) -> str:
        return f"4 × {positives_words(facts)}"

    def draw(self, facts: ChartFacts) -> None:
        values, surface, theme = facts.values, self.surface, self.surface.theme
        spec = values.inspection.recipe.loss
        surface.reset(tr("residual d = t − t*"))
        self.reach = reach_of(values, self.measures, max(0.1, np.ceil(22 * spec.beta) / 10))
        top = float(curve_of(spec, np.array([self.reach]))[0])
        surface.set_range((-self.reach, self.reach), (-0.05 * top, 1.1 * top))
        self.rows = decimated(positives(values, facts.mask), 5000)
        columns = [values[name][self.rows] for name in self.measures]
        if facts.mask is not None:
            outside = decimated(values.inspection.positive, 5000)
            for name, symbol in zip(self.measures, SYMBOLS, strict=True):
                every = values[name][outside]
                surface.points(every, curve_of(spec, every), pen_for("faint", theme, 1.0), None, symbol)
        every = np.concatenate(columns)
        every = every[np.isfinite(every)]
        self.counts = np.bincount(binned(every, -self.reach, self.reach, LANE_BINS), minlength=LANE_BINS)
        edges = np.linspace(-self.reach, self.reach, LANE_BINS + 1)
        tall = 0.45 * top * self.counts / max(int(self.counts.max()), 1)
        faint = pen_for("faint", theme)
        surface.curve(edges, tall, faint, stepMode="center", fillLevel=0, brush=QColor(theme.line))
        across = np.linspace(-self.reach, self.reach, 401)
        surface.curve(across, curve_of(spec, across), line_pen(theme.text, 1.6))
        for symbol, column in zip(SYMBOLS, columns, strict=True):
            surface.points(column, curve_of(spec, column), pen_for("plain", theme, 1.0), None, symbol)
        if spec.beta:
            for knee in (-spec.beta, spec.beta):
                surface.vertical(knee)
            surface.text(f"β = {beta_text(spec.beta)}", spec.beta, 1.1 * top, (0.0, 0.0))
        else:
            surface.text(tr("β = 0: plain L1"), 0.0, 1.1 * top, (0.5, 0.0))
        marks = "   ".join(f"{mark} {name}" for mark, name in zip(MARKS, values.coordinates, strict=True))
        surface.legend.show_entries([("", tr("R(d) of  {marks}").format(marks=marks))])

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        assert self.facts is not None
        values, spec = self.facts.values, self.facts.values.inspection.recipe.loss
        d = np.array([values[name][anchor] for name in self.measures], np.float64)
        r = curve_of(spec, d)
        found = [(float(x), float(y), name[1:]) for x, y, name in zip(d, r, self.measures, strict=True) if x == x]
        return [(min(max(x, -self.reach), self.reach), y, word) for x, y, word in found]

    def clause(self, start: QPointF, now: QPointF) -> tuple[tuple[str, ...], str]:
        parts = [between(name, start.x(), now.x(), self._span()) for name in self.measures]
        return self.measures, f"({' or '.join(parts)})"

    def brushes(self, filter_: Filter) -> list[QRectF]:
        bounds = filter_.range_of_any(self.measures)
        return [] if bounds is None else [self._rect(bounds, (-np.inf, np.inf))]

    def anchor_at(self, at: QPointF) -> int | None:
        assert self.facts is not None
        values, spec = self.facts.values, self.facts.values.inspection.recipe.loss
        every = np.concatenate([values[name][self.rows] for name in self.measures])
        found = self.nearest(at, every, curve_of(spec, every))
        # four columns of the same rows, one after the other
        return None if found is None else int(self.rows[found % len(self.rows)])

    def words_at(self, at: QPointF) -> str:
        if abs(at.x()) > self.reach or self.facts is None:
            return ""
        place = int(binned(np.array([at.x()]), -self.reach, self.reach, LANE_BINS)[0])
        spec = self.facts.values.inspection.recipe.loss
        r = float(curve_of(spec, np.array([at.x()]))[0])
        d, near = number(at.x(), 3, signed=True), int(self.counts[place])
        return counted(
            near, "d {d}: R {r}, 1 residual near it", "d {d}: R {r}, {n} residuals near it", d=d, r=number(r)
        )
