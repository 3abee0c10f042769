"""A row of tabs with counts in a quiet colour behind the names."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from rpn_inspector.gui.widgets.outline import Fill, Mark, Ring, TextMark
from rpn_inspector.gui.widgets.theme import Theme, px, sized

HEIGHT, PADDING, TIGHT, GAP = 28, 10, 7, 6  # px
BETWEEN = "  "  # in a tab's text, between name and count


class CountedTabs(QTabBar):
    """Tabs written ``name  count``; the current tab is bold with a line of 2 px below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.compact = False  # leaves the counts out where there is little room
        self.setDrawBase(False)
        self.setExpanding(False)

    @property
    def _padding(self) -> int:
        return TIGHT if self.compact else PADDING

    def _words(self, index: int) -> tuple[str, str]:
        name, _, count = self.tabText(index).partition(BETWEEN)
        return name, "" if self.compact else count

    def width_of(self, compact: bool) -> int:
        """Return the width of all tabs, px, with counts or ``compact`` without."""
        before, self.compact = self.compact, compact
        width = sum(self.tabSizeHint(index).width() for index in range(self.count()) if self.isTabVisible(index))
        self.compact = before
        return width

    def set_compact(self, compact: bool) -> None:
        """Hide or show the counts."""
        if compact != self.compact:
            self.compact = compact
            for index in range(self.count()):
                self.setTabToolTip(index, self.tabText(index) if compact else "")
            self.setIconSize(self.iconSize())  # lays the tabs out anew

    def tabSizeHint(self, index: int) -> QSize:
        name, count = self._words(index)
        # rounded up: a part of a px too few cuts the name
        words = math.ceil(QFontMetricsF(sized(self.font(), 12, bold=True)).horizontalAdvance(name))
        width = 2 * self._padding + words
        if count:
            width += GAP + QFontMetrics(sized(self.font(), 12)).horizontalAdvance(count)
        return QSize(width, px(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @property
    def _in_sight(self) -> QRect:
        """Return the part of the row that no arrow for scrolling stands in."""
        arrows = [arrow.x() for arrow in self.findChildren(QToolButton) if arrow.isVisible()]
        return self.rect().adjusted(0, 0, min(arrows) - self.width() if arrows else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_tabs(QPainter(self))

    def paint_tabs(self, painter: QPainter) -> None:
        """Paint the tabs."""
        for mark in self.marks():
            mark.paint(painter)

    def marks(self, counts: bool = True) -> tuple[Mark, ...]:
        """Return the tabs, with their ``counts`` or, at the same places, without; words stand beside the arrows."""
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        under, in_sight = self.mapFromGlobal(self.cursor().pos()), self._in_sight
        theme, plain, marks = self.theme, sized(self.font(), 12), list[Mark]()
        for index in filter(self.isTabVisible, range(self.count())):
            place, current = self.tabRect(index), index == self.currentIndex()
            name, count = self._words(index)
            inner = place.adjusted(self._padding, 0, -self._padding, 0) & in_sight
            if inner.isEmpty():
                continue
            lit = current or (self.underMouse() and place.contains(under))
            font = sized(self.font(), 12, bold=True) if current else plain
            side = Qt.TextElideMode.ElideRight if place.left() >= 0 else Qt.TextElideMode.ElideLeft
            metrics = QFontMetrics(font)
            words = metrics.elidedText(name, side, inner.width())
            marks.append(TextMark(inner, middle, words, font, theme.text if lit else theme.text_second))
            if current:
                marks.append(Fill(QRect(inner.left(), place.bottom() - 1, inner.width(), 2), theme.text))
            behind = inner.adjusted(metrics.horizontalAdvance(words) + GAP, 0, 0, 0)
            if counts and words == name and QFontMetrics(plain).horizontalAdvance(count) <= behind.width():
                marks.append(TextMark(behind, middle, count, plain, theme.text_caption))  # whole or not there
            if current and self.hasFocus():
                marks.append(Ring(place.adjusted(3, 3, -4, -5), theme.text))
        return tuple(marks)
