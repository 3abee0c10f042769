"""A plot with a heading: title, count or words for the place under the cursor, and the menu of other plots."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from rpn_inspector.gui.plots.chart import Chart, ChartFacts
from rpn_inspector.gui.plots.charts import CHARTS
from rpn_inspector.gui.plots.kinds import EVERY_TITLE, WITHOUT_OUTPUTS
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.outline import Fill, Mark, TextMark
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized


class Heading(QWidget):
    """A plot's title, count, and the menu of plots to show instead."""

    other = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(28))
        self.title, self.caption, self.menu_button = ElidedLabel(), PlainLabel(), QToolButton()
        self.menu_button.setText("…")
        self.menu_button.setToolTip(tr("Show another plot here"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self)
        self.menu_button.setMenu(self.menu)
        for key, title in EVERY_TITLE.items():
            action = QAction(tr(title), self.menu)
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
        ink(self.title, "text")
        self.theme = theme
        self.update()
        self.caption.setFont(sized(self.font(), 11))
        ink(self.caption, "text_second")

    def show_plot(self, key: str) -> None:
        """Head another plot."""
        title = tr(EVERY_TITLE[key])
        self.title.setText(title)
        self.menu_button.setAccessibleName(tr("Another plot instead of {title}").format(title=title))
        for action in self.menu.actions():
            action.setChecked(action.data() == key)

    def offer(self, drawable: Collection[str], existing: Collection[str]) -> None:
        """Grey the plots that are not ``drawable``, with the reason; hide those not ``existing``."""
        lacking = tr(": needs raw outputs" if drawable == WITHOUT_OUTPUTS else ": needs the network's own outputs")
        for action in self.menu.actions():
            there = action.data() in drawable
            action.setEnabled(there)
            action.setVisible(action.data() in existing)
            action.setText(tr(EVERY_TITLE[action.data()]) + ("" if there else lacking))

    def say(self, words: str) -> None:
        """Write behind the title, cut where there is no room."""
        self._words = words
        self.caption.setToolTip(as_tip(words))
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.title.sizeHint().width() - self.menu_button.sizeHint().width() - 38
        metrics, words = self.caption.fontMetrics(), self._words
        if metrics.horizontalAdvance(words) > room:  # a bare number at least, where it is one
            number_ = words.partition(" ")[0]
            bare = number_.replace(",", "").isdigit() and metrics.horizontalAdvance(number_) <= room
            words = number_ if bare else metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        self.caption.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for line in self._lines:
            line.paint(painter)

    @property
    def _lines(self) -> tuple[Fill, Fill]:
        under = self.title.geometry()
        return (
            Fill(QRect(0, self.height() - 1, self.width(), 1), self.theme.line),
            Fill(QRect(under.left(), self.height() - 2, under.width(), 2), self.theme.text),
        )

    @property
    def outline(self) -> tuple[Mark, ...]:
        """Return title, menu button and lines, px of the heading."""
        title, button, ink = self.title, self.menu_button, self.theme.text
        return (
            *self._lines,
            TextMark(title.geometry(), int(Qt.AlignmentFlag.AlignVCenter), title.text(), title.font(), ink),
            TextMark(button.geometry(), int(Qt.AlignmentFlag.AlignCenter), button.text(), button.font(), ink),
        )


class PlotPages(QWidget):
    """Pages of one size, the hidden too: a plot is drawn on paper of its size before it comes forward."""

    def __init__(self, pages: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = pages
        for page in pages:
            page.setParent(self)
        self.setCurrentWidget(pages[0])

    def currentWidget(self) -> QWidget:
        """Return the page shown."""
        return self._current

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show a page alone."""
        self._current = page
        for other in self._pages:
            other.setVisible(other is page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for page in self._pages:
            page.setGeometry(self.rect())
            inner = page.layout()
            if inner is not None:
                inner.setGeometry(page.rect())


class PlotCell(QWidget):
    """A plot with a heading; signals tell the brush, the clicked and the pointed anchor."""

    brushed = Signal(object, str)
    chosen = Signal(int)
    hovered = Signal(object)
    other = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading, self.surface, self.empty = Heading(theme, self), Surface(theme), PlainLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(24, 0, 24, 12)
        plot = QWidget()
        inner = QVBoxLayout(plot)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.surface.legend)
        inner.addWidget(self.surface, 1)
        self.plot = plot
        self.pages = PlotPages((plot, self.empty), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.pages, 1)
        self.key = ""
        self.chart: Chart | None = None
        self._facts: ChartFacts | None = None
        self._pointed: tuple[int | None, int | None] = (None, None)
        self._waiting: tuple[tuple[str, ...], str] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        # a drag tells the place more often than the window can filter
        self._soon.setInterval(16)
        self._soon.timeout.connect(self._tell)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        # while the window is being resized, the old drawing is stretched
        self._again.setInterval(40)
        self._again.timeout.connect(self._draw_again)
        self.heading.other.connect(self.other)
        self.surface.brushed.connect(self._brushed)
        self.surface.clicked.connect(self._clicked)
        self.surface.pointed.connect(self._hovered)
        self.surface.left.connect(self._left)
        self.set_theme(theme)
        self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.heading.set_theme(theme)
        self.surface.set_theme(theme)
        ink(self.empty, "text_second")

    def show_plot(self, key: str) -> None:
        """Draw another kind of plot here."""
        if key != self.key:
            self.key = key
            self.chart = CHARTS[key](self.surface)
            self.surface.brush_x, self.surface.brush_y = ("x" in self.chart.brush_axes), ("y" in self.chart.brush_axes)
            self.surface.setAccessibleName(tr(self.chart.title))
            self.heading.show_plot(key)
            self._facts = None

    def render_facts(self, facts: ChartFacts, selection: int | None, hover: int | None) -> None:
        """Draw another result or filter, with marks on the selected and the pointed anchor."""
        assert self.chart is not None
        self._facts, self._pointed = facts, (selection, hover)
        problem = self.chart.empty(facts)
        self.pages.setCurrentWidget(self.empty if problem else self.plot)
        self.empty.setText(problem)
        self.heading.say("" if problem else self.chart.caption(facts))
        self.surface.setAccessibleDescription(problem or self.chart.description(facts))
        if not problem:
            self.chart.render(facts)
            self.chart.mark(*self._pointed)
            self.surface.settle()

    def clear(self) -> None:
        """Show no plot, for there is no result, and drop the brush that was drawn on it."""
        self._facts, self._waiting, self._pointed = None, None, (None, None)
        self._soon.stop()
        self._again.stop()
        self.empty.setText("")
        self.pages.setCurrentWidget(self.empty)
        self.heading.say("")
        self.surface.setAccessibleDescription("")

    def _draw_again(self) -> None:
        if self._facts is not None:
            self.render_facts(self._facts, *self._pointed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.chart is not None and self.chart.follows_size and self._facts is not None:
            self._again.start()

    def mark(self, selection: int | None, hover: int | None) -> None:
        """Mark the selected and the pointed anchor."""
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
