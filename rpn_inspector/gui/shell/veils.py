"""Covers over panels whose numbers are of the picture before, until those of the picture shown stand there.

While pictures are only passed by they stay, with heads and dashes: nothing moves under the eye, and nothing is painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from rpn_inspector.gui.widgets.kept_paint import KeptPaint
from rpn_inspector.gui.widgets.outline import Outline
from rpn_inspector.gui.widgets.theme import Theme


@runtime_checkable
class Outlined(Protocol):
    """A panel that can tell all of itself that is no number, so that little moves when the numbers come."""

    def outline(self, theme: Theme) -> Outline:
        """Return heads, lines and dashes at their places in the panel."""


@runtime_checkable
class Wordy(Protocol):
    """A panel that may hold words alone."""

    @property
    def holds_numbers(self) -> bool:
        """Return whether the panel shows any number of a picture."""


class Veil(QWidget):
    """A cover over a panel: to paint one costs far less than to empty a panel and fill it again."""

    def __init__(self, panel: QWidget, below: QWidget | None) -> None:
        super().__init__(panel)
        self._panel, self._below = panel, below
        self.theme: Theme | None = None
        # asked once: to ask a protocol is slow, and reads what it asks for
        self._outlined = panel if isinstance(panel, Outlined) else None
        self._wordy = panel if isinstance(panel, Wordy) else None
        self._outline: Outline = ()  # of when it was covered: the panel may be emptied since
        self._kept: list[KeptPaint] = []  # of each piece: from one picture to the next most are the same
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def draw(self) -> None:
        """Cover the panel, all but what is typed into."""
        if not self._panel.isVisible() or (self._wordy is not None and not self._wordy.holds_numbers):
            return
        if self.theme is not None and self._outlined is not None:
            self._outline = self._outlined.outline(self.theme)
            self._kept += [KeptPaint() for _ in self._outline[len(self._kept) :]]
        self.setGeometry(self._panel.rect())
        self.raise_()
        if self._below is not None:
            self.stackUnder(self._below)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.theme is None:
            return
        painter = QPainter(self)
        in_field = isinstance(self._panel, QLabel)  # a count stands in a field, all others in docks
        ground = QColor(self.theme.field if in_field else self.theme.dock)
        painter.fillRect(event.rect(), ground)
        ratio = self.devicePixelRatioF()
        for piece, kept in zip(self._outline, self._kept, strict=False):
            painter.save()
            painter.translate(piece.place.topLeft())
            paint = partial(piece.paint, ground=ground)
            kept.paint(painter, piece.place.size(), ratio, (ground, piece.marks), paint, at_once=True)
            painter.restore()


class Veils:
    """A `Veil` for each of ``panels``, each with the child that stays uncovered, or None."""

    def __init__(self, panels: Sequence[tuple[QWidget, QWidget | None]]) -> None:
        self.all = [Veil(panel, below) for panel, below in panels]

    def draw(self, theme: Theme, window: QWidget) -> None:
        """Cover every visible panel; those of ``window`` are painted together with what is repainted there next."""
        for veil in self.all:
            veil.theme = theme
            veil.draw()
            if veil.isVisible() and veil.window() is not window:
                veil.repaint()

    def lift(self) -> None:
        """Uncover the panels."""
        for veil in self.all:
            veil.hide()
