"""The field of the top row that opens the command palette: it looks like a field and is a button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from rpn_inspector.gui.icons import line_icon
from rpn_inspector.gui.theme import sized

KEY, ICON = "Ctrl+K", 16
LEAST, WIDE = 128, 190  # px


class FindField(QPushButton):
    """Its words, and at its end the key, where there is room for both."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find")
        self.setAccessibleName("Find or run a command")
        self.words = "Find or run"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDE)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        area = self.rect().adjusted(8, 0, -8, 0)
        top = (self.height() - ICON) // 2
        painter.drawPixmap(area.left(), top, line_icon("search", colour.name(), ICON, self.devicePixelRatioF()))
        painter.setPen(colour)
        painter.setFont(sized(self.font(), 12))
        words = QRect(area.left() + ICON + 6, 0, area.width() - ICON - 6, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.words)
        room = words.width() - painter.fontMetrics().horizontalAdvance(self.words) - 12
        painter.setFont(sized(self.font(), 11))
        if painter.fontMetrics().horizontalAdvance(KEY) <= room:
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), KEY)
