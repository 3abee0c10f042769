"""Fields of the window: a list whose choice is cut with an ellipsis, and the button that looks like a search field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import line_icon
from rpn_inspector.gui.widgets.theme import sized

KEY, ICON, ARROW = "Ctrl+K", 16, 36
LEAST, WIDE = 128, 190  # px


_KEY = Qt.Key
WALKING = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ListField(QComboBox):
    """A list of words; the chosen one is cut in its middle where the field is narrower.

    A click leaves the keyboard where it is. Reached by Tab, the field finds words by their first letters and walks
    through them by the arrows, and none of these keys runs a command of the window meanwhile.
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


def _keeps(event: QEvent) -> bool:
    """Keep a key of the list's own from the window's commands; return whether it was one."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    letter = event.text().isprintable() and bool(event.text())
    if event.modifiers() & _COMMANDS or not (letter or event.key() in WALKING):
        return False
    event.accept()
    return True


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
