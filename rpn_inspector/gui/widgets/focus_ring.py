"""The ring around what has the keyboard, where it came by Tab and the thing itself does not show it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

WIDTH = 2  # px


class FocusRing(QWidget):
    """Lies over a whole widget, as large as it, until it is taken away."""

    def __init__(self, around: QWidget, colour: str) -> None:
        super().__init__(around)
        self.colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(around.rect())
        around.installEventFilter(self)
        self.show()
        self.raise_()

    def take_away(self) -> None:
        """Be seen no more."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self.colour), WIDTH))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def needs_ring(widget: QWidget) -> bool:
    """Return whether a widget looks the same with the keyboard as without: a picture, or what scrolls as a whole."""
    return isinstance(widget, QScrollArea) or widget.objectName() == "canvas"


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever a widget stands in so that it is seen; Qt does so only on the way from inside."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def in_sight(widget: QWidget) -> bool:
    """Return whether a widget stands inside its window; Qt puts a dock behind another one's tab far beside it."""
    window = widget.window()
    return window.rect().intersects(QRect(widget.mapTo(window, QPoint()), widget.size()))
