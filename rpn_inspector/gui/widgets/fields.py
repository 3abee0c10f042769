"""Fields: a list with the choice cut by an ellipsis, a number, a check box, a button like a search field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import line_icon
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, px, sized

KEY, ICON, ARROW = "Ctrl+K", 16, 36
LEAST, WIDE = 110, 190  # px


_KEY = Qt.Key
WALKING = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ListField(QComboBox):
    """A list of words; the chosen word is cut in the middle in a narrow field.

    A click leaves the focus where it was. With the focus, reached by Tab, letters find words by first letters, arrows
    step through the words, and none of these keys runs a command of the window. The wheel scrolls what lies below.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setMaxVisibleItems(30)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view().installEventFilter(self)

    def event(self, event: QEvent) -> bool:
        return _keeps(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (watched is self.view() and _keeps(event)) or super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        """Open the list under the field, as wide as the longest word."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 28)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.width() - ARROW
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def _keeps(event: QEvent) -> bool:
    """Keep a letter or arrow of the list from the window's commands; return whether ``event`` was kept."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    letter = event.text().isprintable() and bool(event.text())
    if event.modifiers() & _COMMANDS or not (letter or event.key() in WALKING):
        return False
    event.accept()
    return True


class NumberField(QDoubleSpinBox):
    """A number, typed or stepped by the arrow keys; the wheel scrolls what lies below."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CheckField(QCheckBox):
    """A check box with a frame visible in the dark theme too."""

    theme: Theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(24 + self.fontMetrics().horizontalAdvance(self.text()), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(1.5, self.height() / 2 - 7.5, 15, 15)
        focus = self.hasFocus()
        painter.setPen(QPen(QColor(self.theme.text if focus else self.theme.text_caption), 2 if focus else 1))
        painter.setBrush(QColor(self.theme.field))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(QPen(QColor(self.theme.text), 1.8))
        if self.isChecked():
            left, middle = frame.left(), frame.center().y()
            painter.drawPolyline(
                [QPointF(left + 3.5, middle), QPointF(left + 6.5, middle + 3), QPointF(left + 11.5, middle - 3.5)]
            )
        painter.setFont(self.font())
        room = self.rect().adjusted(23, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


class FindField(QPushButton):
    """A button of words, and the key at the end where both fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find")
        self.setAccessibleName(tr("Find or run a command"))
        self.words = tr("Find or run")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(px(WIDE))

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), px(24))

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
        shown = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        room = words.width() - painter.fontMetrics().horizontalAdvance(self.words) - 12
        painter.setFont(sized(self.font(), 11))
        if painter.fontMetrics().horizontalAdvance(KEY) <= room:
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), KEY)
