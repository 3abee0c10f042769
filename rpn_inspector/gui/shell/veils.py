"""Blank covers over panels whose numbers are of the picture before, until those of the picture shown stand there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.widgets.theme import Theme


class Veil(QWidget):
    """A cover of one colour over a panel: to paint a colour costs far less than to empty a panel and fill it again."""

    def __init__(self, panel: QWidget, below: QWidget | None) -> None:
        super().__init__(panel)
        self._panel, self._below = panel, below
        self.ground = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def draw(self) -> None:
        """Cover the panel, all but what is typed into."""
        if not self._panel.isVisible():
            return
        self.setGeometry(self._panel.rect())
        self.raise_()
        if self._below is not None:
            self.stackUnder(self._below)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.ground)


class Veils:
    """A `Veil` for each of ``panels``, each with the child that stays uncovered, or None."""

    def __init__(self, panels: Sequence[tuple[QWidget, QWidget | None]]) -> None:
        self.all = [Veil(panel, below) for panel, below in panels]

    def draw(self, theme: Theme, window: QWidget) -> None:
        """Cover every visible panel; those of ``window`` are painted together with what is repainted there next."""
        for veil in self.all:
            veil.ground = QColor(theme.dock)
            veil.draw()
            if veil.isVisible() and veil.window() is not window:
                veil.repaint()

    def lift(self) -> None:
        """Uncover the panels."""
        for veil in self.all:
            veil.hide()
