"""What stands in a panel beside its numbers, as values: alike outlines are equal, and need not be painted again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QPainter


@dataclass(frozen=True, slots=True)
class Fill:
    """A ground or a line: ``place`` in px of its piece."""

    place: QRect
    colour: str

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.fillRect(self.place, QColor(self.colour))


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of text, in ``rows`` one below the other: ``place`` of the first in px of its piece.

    ``side`` are the flags of Qt's alignment.
    """

    place: QRect
    side: int
    text: str
    font: QFont
    colour: str
    rows: int = 1

    def paint(self, painter: QPainter) -> None:
        """Write it."""
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        for row in range(self.rows):
            painter.drawText(self.place.translated(0, row * self.place.height()), self.side, self.text)


@dataclass(frozen=True, slots=True)
class Ring:
    """A line with round corners around what has the keyboard: ``place`` in px of its piece."""

    place: QRect
    colour: str

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(QColor(self.colour))
        painter.drawRoundedRect(self.place, 4, 4)


Mark = Fill | TextMark | Ring


@dataclass(frozen=True, slots=True)
class Piece:
    """The marks of one piece of a panel, which stands at ``place``, px of the panel, and cuts them."""

    place: QRect
    marks: tuple[Mark, ...]

    def paint(self, painter: QPainter, ground: QColor) -> None:
        """Paint the marks on their ground, with the piece's corner at (0, 0)."""
        area = QRect(QPoint(), self.place.size())
        painter.fillRect(area, ground)
        painter.setClipRect(area)
        for mark in self.marks:
            mark.paint(painter)


Outline = tuple[Piece, ...]
