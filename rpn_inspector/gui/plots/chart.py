"""The base of every plot: why empty, the drawing, marks of anchors, and drags as clauses of the filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsItem

from rpn_inspector.analysis.filter.filter import Filter, Mask, between
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.gui.plots.counts import positives
from rpn_inspector.gui.plots.surface import CLICK_REACH, Surface
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.label_places import apart
from rpn_inspector.gui.widgets.no_outputs import why_no_loss
from rpn_inspector.gui.widgets.pens import SELECTED
from rpn_inspector.gui.widgets.plot_paper import line_pen

WORD = 13.0  # px from one word beside a point to the next
NO_OUTPUTS = "{0} raw outputs, and this picture has none. Open some with Ctrl+P."
NO_IOU = "This recipe's rule compares no anchor by IoU."
NO_AREA = "A point has no area, so no IoU with a ground truth."
NO_GT = "This picture has no ground truth in the assignment, so no anchor has an IoU."
NO_POSITIVE = {False: "No anchor is positive here.", True: "No point is positive here."}  # by whether of points
UNDECIDED = {
    False: "Only a network's own outputs decide which anchors are positive.",
    True: "Only a network's own outputs decide which points are positive.",
}
NO_NUMBER = "No positive has a finite box loss."


@dataclass(frozen=True, slots=True, eq=False)
class ChartFacts:
    """The data of a plot: the columns of a result, and the ``mask`` (N,) of passing anchors (None: all).

    ``brushed`` is the filter of the brushes alone: a typed range is no brush to be dragged. ``gt`` is the focused
    ground truth, None for none, ``stage`` the stage over the proposals looked at, "" for the anchors.
    """

    values: Values
    mask: Mask | None
    brushed: Filter
    gt: int | None = None
    stage: str = ""


def no_loss(facts: ChartFacts, words: str) -> str:
    """Return why there is no loss, nor what else follows from a network's own outputs; ``words`` say what needs it."""
    return why_no_loss(facts.values.inspection) or tr(NO_OUTPUTS).format(words)


def positives_words(facts: ChartFacts) -> str:
    """Return how many positives pass the filter, of how many."""
    shown, whole = len(positives(facts.values, facts.mask)), len(facts.values.inspection.positive)
    if shown == whole:
        return counted(whole, "1 positive", "{n} positives")
    return counted(whole, "{shown} of 1 positive", "{shown} of {n} positives", shown=f"{shown:,}")


def no_positive(facts: ChartFacts) -> str:
    """Return why no positive can be drawn."""
    one = facts.values.inspection
    return tr((NO_POSITIVE if one.positives_known else UNDECIDED)[one.recipe.anchors.of_points])


class Chart:
    """A kind of plot. ``title`` is the heading; ``measures`` are the names brushed over.

    ``follows_size``: words stand beside the drawing, and another width draws anew. ``parted``: what `draw` draws is the
    same under every filter, and `draw_passing` draws the rest, so that a brush draws little.
    """

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    measures: tuple[str, ...] = ()
    brush_axes: ClassVar[str] = "x"
    follows_size: ClassVar[bool] = False
    parted: ClassVar[bool] = False

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.facts: ChartFacts | None = None
        self._marks: list[QGraphicsItem] = []
        self._passing: list[QGraphicsItem] = []
        self._drawn_for: tuple[object, ...] | None = None  # all that `draw` depends on

    # What a kind of plot says

    def empty(self, facts: ChartFacts) -> str:
        """Return in words why there is nothing to draw, empty where there is."""
        return ""

    def caption(self, facts: ChartFacts) -> str:
        """Return what stands behind the title: how many of what."""
        return ""

    def prepare(self, values: Values) -> None:
        """Count ahead what is drawn under no filter; in any thread."""

    def draw(self, facts: ChartFacts) -> None:
        """Draw on the surface, reset before."""

    def draw_passing(self, facts: ChartFacts) -> None:
        """Draw what another filter changes, over what `draw` drew."""

    def points_of(self, anchor: int) -> list[tuple[float, float, str]]:
        """Return where an anchor stands: x, y and a word beside the point, possibly empty."""
        return []

    def clause(self, start: QPointF, now: QPointF) -> tuple[tuple[str, ...], str]:
        """Return the measures of a drag, and the clause."""
        return self.measures, between(self.measures[0], start.x(), now.x(), self._span())

    def brushes(self, filter_: Filter) -> list[QRectF]:
        """Return the brushes of a filter's clauses."""
        found = filter_.range_of(self.measures[0]) if self.measures else None
        return [] if found is None else [self._rect(found, (-np.inf, np.inf))]

    def words_at(self, at: QPointF) -> str:
        """Return what stands under the cursor, in words, empty where nothing does."""
        return ""

    def anchor_at(self, at: QPointF) -> int | None:
        """Return the anchor under a click or the cursor, or None."""
        return None

    def click(self, at: QPointF) -> tuple[tuple[str, ...], str] | None:
        """Return what a click on no anchor asks of the filter: the brush's clause taken out."""
        return (self.measures, "") if self.facts is not None and self.brushes(self.facts.brushed) else None

    def description(self, facts: ChartFacts) -> str:
        """Return the plot in words, for those who do not see it."""
        return self.empty(facts) or self.caption(facts)

    # What all do alike

    def render(self, facts: ChartFacts) -> None:
        """Draw another result or another filter."""
        self.facts, surface = facts, self.surface
        # the box as it is now: axes of other numbers leave it another size once they are laid out
        drawn_for = (facts.values, facts.mask is None, surface.theme, surface.size(), surface.box.size())
        if self.parted and drawn_for == self._drawn_for:
            for item in self._passing:
                surface.remove(item)
        else:
            self._marks, self._drawn_for = [], None
            self.draw(facts)
            self._drawn_for = drawn_for
        before = len(surface.drawn)
        self.draw_passing(facts)
        self._passing = surface.drawn[before:]
        self.show_brushes()

    def show_brushes(self) -> None:
        """Show the clauses that brushes wrote."""
        assert self.facts is not None
        self.surface.show_brushes(self.brushes(self.facts.brushed))

    def mark(self, selection: int | None, hover: int | None) -> None:
        """Show where the selected anchor stands, in yellow, and a ring around the one pointed at."""
        for item in self._marks:
            self.surface.remove(item)
        self._marks = []
        for anchor, selected in ((hover, False), (selection, True)):
            found = self.points_of(anchor) if anchor is not None and self.facts is not None else []
            found = [point for point in found if np.isfinite(point[0]) and np.isfinite(point[1])]
            for x, y, _ in found:
                self._mark(x, y, selected)
            if selected and found:
                self._name(sorted(point for point in found if point[2]))

    def _mark(self, x: float, y: float, selected: bool) -> None:
        outline = line_pen("#000000" if selected else self.surface.theme.text, 1.6)
        fill = QColor(SELECTED) if selected else None
        point = self.surface.points([x], [y], outline, fill, size=10 if selected else 13)
        point.setZValue(20)
        self._marks.append(point)

    def _name(self, points: list[tuple[float, float, str]]) -> None:
        """Write a word above each point, words too close for each other side by side."""
        across, _ = self.surface.pixel()
        places = apart([x for x, _, _ in points], WORD * across, -np.inf, np.inf)
        for at, (_, y, word) in zip(places, points, strict=True):
            text = self.surface.text(word, at, y, (0.5, 1.35), self.surface.theme.text, QFont())
            text.setZValue(21)
            self._marks.append(text)

    def _view(self) -> QRectF:
        return QRectF(self.surface.box.viewRect())

    def _span(self, axis: str = "x") -> float:
        view = self._view()
        return abs(view.width() if axis == "x" else view.height())

    def _rect(self, x: tuple[float, float], y: tuple[float, float]) -> QRectF:
        """Return a brush; what is open reaches beyond the paper."""
        view = self._view()
        # far enough for an edge out of sight, near enough for the numbers of pyqtgraph
        beyond_x, beyond_y = view.width() or 1.0, view.height() or 1.0
        left, right = max(x[0], view.left() - beyond_x), min(x[1], view.right() + beyond_x)
        top, bottom = max(y[0], view.top() - beyond_y), min(y[1], view.bottom() + beyond_y)
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def pair(self, start: QPointF, now: QPointF) -> str:
        """Return the clauses of a drag over two measures, none for a measure brushed from end to end."""
        view, (across, up) = self._view(), self.measures
        x1, x2, y1, y2 = (*sorted((start.x(), now.x())), *sorted((start.y(), now.y())))
        parts = []
        if x1 > view.left() or x2 < view.right():
            parts.append(between(across, x1, x2, self._span()))
        if y1 > view.top() or y2 < view.bottom():
            parts.append(between(up, y1, y2, self._span("y")))
        return " and ".join(parts)

    def pair_brushes(self, filter_: Filter) -> list[QRectF]:
        """Return the brush of a filter's clauses about both measures."""
        x, y = (filter_.range_of(name) for name in self.measures)
        open_ = (-np.inf, np.inf)
        return [self._rect(x or open_, y or open_)] if x or y else []

    def room(self, left: float, right: float, px: int) -> float:
        """Return the end of an axis from ``left`` below 0, with ``px`` of room right of ``right``."""
        # 48 px are axes and margins; of the rest, ``px`` lie right of ``right``
        width = max(self.surface.width() - 48, 2 * px)
        return float((right * width + left * px) / (width - px))

    def nearest(self, at: QPointF, x: np.ndarray, y: np.ndarray) -> int | None:
        """Return the place of the point nearest to ``at``, None where none is within a click's reach."""
        return self.surface.nearest(at, x, y, CLICK_REACH)

    def bars(self, x: np.ndarray, width: float, y: float, heights: np.ndarray, fill: QColor) -> None:
        """Draw bars standing on a line, hanging for a negative height; none for 0.

        Args:
            x: middles (n,), in the plot's numbers.
            width: of a bar, in the plot's numbers.
            y: of the line, in the plot's numbers.
            heights: (n,), in the plot's numbers.
            fill: colour.
        """
        tall = heights != 0
        if tall.any():
            item = pg.BarGraphItem(
                x=x[tall], width=width, y0=y, height=heights[tall], pen=pg.mkPen(None), brush=pg.mkBrush(fill)
            )
            item.setZValue(-3)
            self.surface.add(item)
