"""How the parts of the page stand: parted by lines that can be dragged, scrolled up and down where they are long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget


def splitter(
    orientation: Qt.Orientation, widgets: tuple[QWidget, ...], stretch: int | None = None, sizes: tuple[int, ...] = ()
) -> QSplitter:
    """Return ``widgets`` side by side, parted by one line; the one numbered ``stretch`` takes what room there is."""
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    for widget in widgets:
        made.addWidget(widget)
    if stretch is not None:
        made.setStretchFactor(stretch, 1)
    if sizes:
        made.setSizes(list(sizes))
    return made


def scrolled(widget: QWidget, width: int, name: str) -> QScrollArea:
    """Return ``widget`` in an area that scrolls up and down, at least ``width`` px wide."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setMinimumWidth(width)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    widget.setObjectName("sheet")
    area.setWidget(widget)
    return area
