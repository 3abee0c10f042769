"""The ring around the widget focused by Tab, for widgets without a focus frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

WIDTH = 2  # px


class FocusRing(QWidget):
    """Lies over a whole widget, resized along, until `take_away`."""

    def __init__(self, around: QWidget, colour: str) -> None:
        super().__init__(around)
        self.colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(around.rect())
        around.installEventFilter(self)
        self.show()
        self.raise_()

    def take_away(self) -> None:
        """Hide and delete the ring."""
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
    """Return whether a widget has no focus frame: the canvas, or a scroll area."""
    return isinstance(widget, QScrollArea) or widget.objectName() == "canvas"


def bring_into_view(widget: QWidget) -> None:
    """Scroll every scroll area around a widget to show the widget; Qt scrolls only for a focus from inside the area.

    Of a widget with a ``current_area``, taller than the area perhaps, this part is shown.
    """
    part = getattr(widget, "current_area", None)
    above = widget.parentWidget()
    while above is not None:
        inner = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inner is not None and isinstance(part, QRect):
            place = widget.mapTo(inner, part.center())
            above.ensureVisible(place.x(), place.y(), 0, part.height())
        elif isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def in_sight(widget: QWidget) -> bool:
    """Return whether a widget is inside the window; Qt moves a dock behind another dock's tab far outside."""
    window = widget.window()
    return window.rect().intersects(QRect(widget.mapTo(window, QPoint()), widget.size()))
