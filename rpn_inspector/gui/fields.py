"""Fields of the window: a list whose choice is cut with an ellipsis, and the button that looks like a search field."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from rpn_inspector.gui.icons import line_icon
from rpn_inspector.gui.theme import sized
from rpn_inspector.gui.words import tr

KEY, ICON, ARROW = "Ctrl+K", 16, 36
LEAST, WIDE = 128, 190  # px


class ListField(QComboBox):
    """A list of words; the chosen one is cut in its middle where the field is narrower."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxVisibleItems(30)

    def showPopup(self) -> None:
        """Open the list under the field, as wide as its longest word."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 28)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - ARROW
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class FindField(QPushButton):
    """Its words, and at its end the key, where there is room for both."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find")
        self.setAccessibleName(tr("Find or run a command"))
        self.words = tr("Find or run")
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
