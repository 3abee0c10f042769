"""The page's panes: divided by lines to drag, scrolled up and down where too long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from rpn_inspector.gui.widgets.in_sight import scroll_sideways


def splitter(orientation: Qt.Orientation, widgets: tuple[QWidget, ...], stretch: int | None = None) -> QSplitter:
    """Return ``widgets`` in a splitter.

    Args:
        orientation: horizontal puts ``widgets`` side by side, vertical one above another.
        widgets: from the left, or from the top.
        stretch: the index of the widget taking the spare room, None for all.
    """
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    for widget in widgets:
        made.addWidget(widget)
    if stretch is not None:
        made.setStretchFactor(stretch, 1)
    return made


def scrolled(widget: QWidget, width: int, name: str) -> QScrollArea:
    """Return ``widget`` in an area scrolling up and down, at least ``width`` px wide."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setMinimumWidth(width)
    widget.setObjectName("sheet")
    area.setWidget(widget)
    scroll_sideways(area)
    return area
