"""The plots beside the tables: as many as there is room for, each with its heading, all led by the one filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from rpn_inspector.gui.theme import Theme, sized
from rpn_inspector.work.workspace import State

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from rpn_inspector.gui.plots.chart import Facts

TITLES = {
    "fit": "IoU and box loss",
    "iou": "Best IoU by label",
    "targets": "Targets t* and t",
    "residuals": "Residuals on smooth L1",
    "levels": "Loss by level",
    "score": "Score against IoU",
}
WITHOUT_OUTPUTS = ("iou", "targets")
LEAST_WIDTH, LEAST_HEIGHT = 300, 180
BUILD_AFTER_MS, CALM_MS = 60, 90
NOTHING_SHOWN = "Open a dataset to see its plots."


class Heading(QWidget):
    """A plot's title, how many it shows, and the menu that puts another plot in its place."""

    other = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)
        self.title, self.caption, self.menu_button = QLabel(), QLabel(), QToolButton()
        self.menu_button.setText("…")
        self.menu_button.setToolTip("Show another plot here")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self)
        self.menu_button.setMenu(self.menu)
        for key, title in TITLES.items():
            action = QAction(title, self.menu)
            action.setData(key)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self.other.emit(key))
            self.menu.addAction(action)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 6, 0)
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addWidget(self.caption, 1)
        line.addWidget(self.menu_button)
        self._words = ""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setFont(sized(self.font(), 12, bold=True))
        self.title.setStyleSheet(f"color: {theme.text};")
        self.theme = theme
        self.update()
        self.caption.setFont(sized(self.font(), 11))
        self.caption.setStyleSheet(f"color: {theme.text_second};")

    def show_plot(self, key: str) -> None:
        """Head another plot."""
        self.title.setText(TITLES[key])
        self.menu_button.setAccessibleName(f"Another plot instead of {TITLES[key]}")
        for action in self.menu.actions():
            action.setChecked(action.data() == key)

    def offer(self, outputs: bool) -> None:
        """Grey the plots that need raw outputs where there are none, with the reason."""
        for action in self.menu.actions():
            there = outputs or action.data() in WITHOUT_OUTPUTS
            action.setEnabled(there)
            action.setText(TITLES[action.data()] + ("" if there else ": needs raw outputs"))

    def say(self, words: str) -> None:
        """Write behind the title, cut where there is no room."""
        self._words = words
        self.caption.setToolTip(words)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.title.sizeHint().width() - self.menu_button.sizeHint().width() - 38
        metrics = self.caption.fontMetrics()
        self.caption.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.title.geometry()
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self.theme.line))
        painter.fillRect(line.left(), self.height() - 2, line.width(), 2, QColor(self.theme.text))


class Cell(QWidget):
    """One plot with its heading; tells what is brushed in it, clicked and pointed at."""

    brushed = Signal(object, str)
    chosen = Signal(int)
    hovered = Signal(object)
    other = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        from rpn_inspector.gui.plots.charts import CHARTS
        from rpn_inspector.gui.plots.surface import Surface

        self._charts = CHARTS
        self.heading, self.surface, self.empty = Heading(theme, self), Surface(theme), QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(24, 0, 24, 12)
        self.pages = QStackedLayout()
        plot = QWidget()
        inner = QVBoxLayout(plot)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.surface.legend)
        inner.addWidget(self.surface, 1)
        self.plot = plot
        self.pages.addWidget(plot)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self.pages, 1)
        self.key = ""
        self.chart = None
        self._facts: Facts | None = None
        self._pointed: tuple[int | None, int | None] = (None, None)
        self._waiting: tuple[tuple[str, ...], str] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(16)
        self._soon.timeout.connect(self._tell)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(40)
        self._again.timeout.connect(self._draw_again)
        self.heading.other.connect(self.other)
        self.surface.brushed.connect(self._brushed)
        self.surface.clicked.connect(self._clicked)
        self.surface.pointed.connect(self._hovered)
        self.surface.left.connect(self._left)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.heading.set_theme(theme)
        self.surface.set_theme(theme)
        self.empty.setStyleSheet(f"color: {theme.text_second};")

    def show_plot(self, key: str) -> None:
        """Draw another kind of plot here."""
        if key != self.key:
            self.key = key
            self.chart = self._charts[key](self.surface)
            self.surface.brush_x, self.surface.brush_y = ("x" in self.chart.brush_axes), ("y" in self.chart.brush_axes)
            self.surface.setAccessibleName(self.chart.title)
            self.heading.show_plot(key)
            self._facts = None

    def render_facts(self, facts: Facts) -> None:
        """Draw another result or another filter."""
        assert self.chart is not None
        self._facts = facts
        problem = self.chart.empty(facts)
        self.pages.setCurrentWidget(self.empty if problem else self.plot)
        self.empty.setText(problem)
        self.heading.say("" if problem else self.chart.caption(facts))
        self.surface.setAccessibleDescription(self.chart.description(facts))
        if not problem:
            self.chart.render(facts)
            self.chart.mark(*self._pointed)

    def _draw_again(self) -> None:
        if self._facts is not None:
            self.render_facts(self._facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.chart is not None and self.chart.follows_size and self._facts is not None:
            self._again.start()

    def mark(self, selection: int | None, hover: int | None) -> None:
        """Mark the selected anchor and the one pointed at."""
        if (selection, hover) != self._pointed:
            self._pointed = (selection, hover)
            if self._drawn and self.chart is not None:
                self.chart.mark(selection, hover)

    @property
    def _drawn(self) -> bool:
        return self._facts is not None and self.pages.currentWidget() is self.plot

    def _brushed(self, start: QPointF, now: QPointF, finished: bool) -> None:
        if self.chart is None or not self._drawn or not self.chart.brush_axes:
            return
        self._waiting = self.chart.clause(start, now)
        if finished:
            self._soon.stop()
            self._tell()
        elif not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.brushed.emit(*waiting)

    def _clicked(self, at: QPointF) -> None:
        if self.chart is None or not self._drawn:
            return
        anchor = self.chart.anchor_at(at)
        if anchor is not None:
            self.chosen.emit(anchor)
            return
        asked = self.chart.click(at)
        if asked is not None:
            self.brushed.emit(*asked)

    def _hovered(self, at: QPointF) -> None:
        if self.chart is not None and self._drawn and self._facts is not None:
            self.heading.say(self.chart.words_at(at) or self.chart.caption(self._facts))
            self.hovered.emit(self.chart.anchor_at(at))

    def _left(self) -> None:
        if self.chart is not None and self._drawn and self._facts is not None:
            self.heading.say(self.chart.caption(self._facts))
            self.hovered.emit(None)


class PlotsPanel(QWidget):
    """Shows as many plots as there is room for. Nothing of them is made, nor imported, before they are seen.

    ``brushed(names, clause)``: what is said of the measures ``names`` is to become ``clause``, empty for nothing.
    ``chosen(anchor)``, ``hovered(anchor or None)``.
    """

    brushed = Signal(object, str)
    chosen = Signal(int)
    hovered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Plots")
        self.setMinimumSize(272, 120)
        self.theme = theme
        self.order = list(TITLES)
        self.cells: list[Cell] = []
        self._state: State | None = None
        self._built = False
        self._drawn: dict[str, object] = {}
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

    def choose(self, order: list[str]) -> None:
        """Put the plots in this order; unknown ones are left out, missing ones come last."""
        known = [key for key in order if key in TITLES]
        self.order = list(dict.fromkeys([*known, *TITLES]))
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._drawn = {}
        for cell in self.cells:
            cell.set_theme(theme)
        self._draw()

    def render_state(self, old: State | None, new: State) -> None:
        """Show another result, filter, selection or hover; a quick run of results is drawn when it ends."""
        self._state = new
        if not self._built:
            self._build_if_seen()
            return
        if old is None or old.passing is not new.passing:
            same = old is not None and old.shown is new.shown
            if same or not self._since.isValid() or self._since.elapsed() > CALM_MS:
                self._draw()
            else:
                self._draw_soon.start()
            self._since.start()
        for cell in self.cells:
            cell.mark(new.selection, new.hover)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_if_seen()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_if_seen(self) -> None:
        seen = self.isVisible() and self._state is not None and self._state.shown is not None
        if seen and not self._built and not self._build_soon.isActive():
            self._build_soon.start()

    def build(self) -> None:
        """Make the plots now, and draw what is shown."""
        self._build_soon.stop()
        if not self._built:
            self._built = True
            self._arrange()
            self._draw()

    def _room(self) -> tuple[int, int]:
        """Return how many plots fit: rows, columns."""
        columns = min(max(self.width() // LEAST_WIDTH, 1), 6)
        rows = min(max(self.height() // LEAST_HEIGHT, 1), -(-len(TITLES) // columns))
        return rows, columns

    def _count(self) -> int:
        rows, columns = self._room()
        return min(rows * columns, len(self.order))

    def _arrange(self) -> None:
        if not self._built:
            return
        rows, columns = self._room()
        order, outputs = self._order()
        count = self._count()
        while len(self.cells) < count:
            self._add_cell()
        for place, cell in enumerate(self.cells):
            self.grid.removeWidget(cell)
            cell.setVisible(place < count)
            if place < count:
                cell.show_plot(order[place])
                cell.heading.offer(outputs)
                self.grid.addWidget(cell, place // columns, place % columns)
        for number in range(max(self.grid.rowCount(), self.grid.columnCount())):
            self.grid.setRowStretch(number, int(number < rows))
            self.grid.setColumnStretch(number, int(number < columns))
        self._draw()

    def _order(self) -> tuple[list[str], bool]:
        """Return the plots, those that can be drawn first, and whether there are raw outputs."""
        passing = self._state.passing if self._state is not None else None
        outputs = passing is None or not passing.values.lacks("score")
        return (self.order if outputs else sorted(self.order, key=lambda key: key not in WITHOUT_OUTPUTS)), outputs

    def _add_cell(self) -> None:
        cell, place = Cell(self.theme, self), len(self.cells)
        cell.brushed.connect(self.brushed)
        cell.chosen.connect(self.chosen)
        cell.hovered.connect(self.hovered)
        cell.other.connect(lambda key, place=place: self._swap(place, key))
        if self._state is not None:
            cell.mark(self._state.selection, self._state.hover)
        self.cells.append(cell)

    def _swap(self, place: int, key: str) -> None:
        other = self.order.index(key)
        self.order[place], self.order[other] = self.order[other], self.order[place]
        self._arrange()

    def _draw(self) -> None:
        """Draw every plot that is seen and not yet up to date."""
        self._draw_soon.stop()
        state = self._state
        if not self._built or not self.isVisible() or state is None or state.passing is None:
            return
        from rpn_inspector.gui.plots.chart import Facts

        passing = state.passing
        if [cell.key for cell in self.cells if not cell.isHidden()] != self._order()[0][: self._count()]:
            self._arrange()
            return
        facts = Facts(passing.values, passing.mask, passing.filter)
        for cell in self.cells[: self._count()]:
            seen = (passing, cell.key)
            if self._drawn.get(str(id(cell))) != seen:
                cell.render_facts(facts)
                self._drawn[str(id(cell))] = seen
