"""The plots beside the tables: as many as there is room for, each with a heading, all of the same filter."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rpn_inspector.analysis.filter.filter import Passing
from rpn_inspector.gui.plots.kinds import (
    EVERY_TITLE,
    OF_DECODED_BOXES,
    RANKING_TITLES,
    TITLES,
    WITHOUT_OUTPUTS,
    plots_of,
)
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.outline import Outline, Piece
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session import settings
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State, another_picture

if TYPE_CHECKING:
    from rpn_inspector.gui.plots.titled_plot import PlotCell

LEAST_WIDTH, LEAST_HEIGHT = 300, 180
BUILD_AFTER_MS, CALM_MS = 60, 90


class PlotsPanel(QWidget, Part):
    """As many plots as there is room for, imported and made when first seen.

    ``brushed(names, clause)``: the filter's clauses on the measures ``names`` are to become ``clause``, empty for none.
    ``chosen(anchor)``, ``hovered(anchor or None)``.
    """

    brushed = Signal(object, str)
    chosen = Signal(int)
    hovered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Plots"))
        self.setMinimumSize(272, 120)
        self.theme = theme
        self.order = list(EVERY_TITLE)
        self.cells: list[PlotCell] = []
        self._state: State | None = None
        self._built = False
        self._drawn: dict[str, tuple[Passing | None, str, int | None, str]] = {}  # what each cell shows
        self._since = QElapsedTimer()
        self._build_soon, self._draw_soon = QTimer(self), QTimer(self)
        for timer, wait, slot in (
            (self._build_soon, BUILD_AFTER_MS, self.build),
            (self._draw_soon, CALM_MS, self._draw),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(slot)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(0)

    def sizeHint(self) -> QSize:
        return QSize(330, 230)

    def save(self, memory: dict[str, Any]) -> None:
        memory["plots"] = self.order

    def restore(self, memory: dict[str, Any]) -> None:
        self.choose(settings.texts(memory, "plots"))

    def choose(self, order: list[str]) -> None:
        """Put the plots in an order; unknown keys are left out, missing keys come last."""
        known = [key for key in order if key in EVERY_TITLE]
        self.order = list(dict.fromkeys([*known, *EVERY_TITLE]))
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._drawn = {}
        for cell in self.cells:
            cell.set_theme(theme)
        self._draw()

    def outline(self, theme: Theme) -> Outline:
        """Return the plots' titles."""
        headings = [cell.heading for cell in self.cells if cell.isVisible()]
        return tuple(Piece(QRect(one.mapTo(self, QPoint()), one.size()), one.outline) for one in headings)

    def prepare(self, shown: Shown) -> None:
        """Count what plots draw of an answer that nobody looks at yet; in any thread."""
        for cell in tuple(self.cells):
            if cell.chart is not None:
                cell.chart.prepare(shown.values)

    def render_state(self, old: State | None, new: State) -> None:
        """Show another result, filter, selection or hover; a quick run of results is drawn at the end."""
        self._state = new
        if not self._built:
            self._build_if_seen()
            return
        if old is None or old.passing is not new.passing:
            same = old is not None and old.shown is new.shown
            if new.passing is None:  # no number of a result that is gone
                self._clear()
                if not self._in_order:
                    self._lay_out()
            elif same or not self._since.isValid() or self._since.elapsed() > CALM_MS:
                self._draw()
            else:
                if another_picture(old, new):  # no plot of another beside it
                    self._clear()
                self._draw_soon.start(CALM_MS)
            self._since.start()
        elif (old.gt, _stage(old)) != (new.gt, _stage(new)) and not self._draw_soon.isActive():
            self._draw()
        for cell in self.cells:
            # a plot that still shows the result before knows nothing of this one's anchors
            drawn = self._drawn.get(str(id(cell)), (None, "", None, ""))[0] is new.passing
            cell.mark(*((new.selection, new.hover) if drawn else (None, None)))

    def paint_changes(self) -> None:
        """Paint the window with the plots drawn: else what covered a plot is painted first, and the plot again."""
        for cell in self.cells:
            if cell.isVisible():
                cell.surface.paint_changes()

    def _clear(self) -> None:
        self._drawn = {}
        for cell in self.cells:
            cell.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_if_seen()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _build_if_seen(self) -> None:
        state = self._state
        # the picture first, or that there is none
        there = state is not None and (state.shown is not None or state.lost is not None)
        if there and self.isVisible() and not self._built and not self._build_soon.isActive():
            self._build_soon.start()

    def build(self) -> None:
        """Make the plots now, and draw what is shown."""
        self._build_soon.stop()
        if not self._built:
            self._built = True
            self._lay_out()
            self._draw()

    def _room(self) -> tuple[int, int]:
        """Return how many plots fit: rows, columns."""
        there = min(len(self._existing), len(TITLES))
        columns = min(max(self.width() // LEAST_WIDTH, 1), there)
        rows = min(max(self.height() // LEAST_HEIGHT, 1), -(-there // columns))
        return rows, columns

    def _count(self) -> int:
        rows, columns = self._room()
        return min(rows * columns, len(self._order()[0]))

    def _lay_out(self) -> None:
        if not self._built:
            return
        rows, columns = self._room()
        order, drawable = self._order()
        count = self._count()
        while len(self.cells) < count:
            self._add_cell()
        for place, cell in enumerate(self.cells):
            self.grid.removeWidget(cell)
            cell.setVisible(place < count)
            if place < count:
                cell.show_plot(order[place])
                cell.heading.offer(drawable, self._existing)
                self.grid.addWidget(cell, place // columns, place % columns)
        for number in range(max(self.grid.rowCount(), self.grid.columnCount())):
            self.grid.setRowStretch(number, int(number < rows))
            self.grid.setColumnStretch(number, int(number < columns))
        self.grid.activate()  # what is drawn asks for its size
        self._draw()

    def _order(self) -> tuple[list[str], Collection[str]]:
        """Return the keys of the plots, drawable first, and those that are.

        Without a result the outputs that are open count: what was drawn last does not.
        """
        state = self._state
        passing = state.passing if state is not None else None
        if passing is not None:
            outputs = not passing.values.lacks("score")
        else:
            outputs = state is None or state.dataset is None or state.predictions is not None
        of_boxes = passing is not None and passing.values.inspection.of_decoded_boxes
        drawable: Collection[str] = OF_DECODED_BOXES if of_boxes else EVERY_TITLE
        drawable = drawable if outputs else WITHOUT_OUTPUTS
        order = [key for key in self.order if key in self._existing]
        return sorted(order, key=lambda key: key not in drawable), drawable

    @property
    def _existing(self) -> frozenset[str]:
        """Return the keys of the plots that exist under the recipe."""
        state = self._state
        if state is None:
            return frozenset(TITLES)
        # of what is shown: the recipe chosen may still be on its way
        recipe = state.recipe if state.shown is None else state.shown.recipe
        return plots_of(recipe, bool(state.recipe.further) and state.predictions is not None, state.staged is not None)

    @property
    def _in_order(self) -> bool:
        """Return whether the plots stand in the order wanted now."""
        return [cell.key for cell in self.cells if not cell.isHidden()] == self._order()[0][: self._count()]

    def _add_cell(self) -> None:
        from rpn_inspector.gui.plots.titled_plot import PlotCell

        cell, place = PlotCell(self.theme, self), len(self.cells)
        cell.brushed.connect(self.brushed)
        cell.chosen.connect(self.chosen)
        cell.hovered.connect(self.hovered)
        cell.other.connect(lambda key, place=place: self._swap(place, key))
        if self._state is not None:
            cell.mark(self._state.selection, self._state.hover)
        self.cells.append(cell)

    def _swap(self, place: int, key: str) -> None:
        seen = self._order()[0]
        self.order = [*seen, *(hidden for hidden in self.order if hidden not in seen)]
        other = self.order.index(key)
        self.order[place], self.order[other] = self.order[other], self.order[place]
        self._lay_out()

    def _draw(self) -> None:
        """Draw every visible plot not yet up to date."""
        self._draw_soon.stop()
        state = self._state
        if not self._built or not self.isVisible() or state is None or state.passing is None:
            return
        from rpn_inspector.gui.plots.chart import ChartFacts

        passing = state.passing
        # outputs that came or went change the order
        if not self._in_order:
            self._lay_out()
            return
        facts = ChartFacts(passing.values, passing.mask, state.brushing.brushed, state.gt, _stage(state))
        for cell in self.cells[: self._count()]:
            # `Passing` is a frozen value of a result and a filter: the same object is the same drawing
            seen = (passing, cell.key, state.gt if cell.key in RANKING_TITLES else None, _stage(state))
            if self._drawn.get(str(id(cell))) != seen:
                cell.render_facts(facts, state.selection, state.hover)
                self._drawn[str(id(cell))] = seen


def _stage(state: State) -> str:
    """Return the stage over the proposals that is looked at, "" for the anchors."""
    return "" if state.staged is None else state.stage
