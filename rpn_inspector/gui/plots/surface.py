"""A plot to brush: paper with brush, click and hover in the plot's own numbers, and a legend."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from rpn_inspector.gui.widgets.legend import Legend
from rpn_inspector.gui.widgets.plot_paper import PlotPaper, line_pen
from rpn_inspector.gui.widgets.theme import Theme

EDGE = 5  # px beside a brush's edge that still take it
CLICK_REACH = 9  # px between a click and the point it means


class BrushBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """Drags and clicks in the plot's own numbers instead of panning."""

    dragged = Signal(QPointF, QPointF, bool, bool)
    clicked = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            start, now = self.mapToView(event.buttonDownPos()), self.mapToView(event.pos())
            self.dragged.emit(start, now, event.isStart(), event.isFinish())

    def mouseClickEvent(self, event: Any) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self.mapToView(event.pos()))

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        event.ignore()


class Surface(PlotPaper):
    """The paper of a plot to brush; signals are in the plot's own numbers.

    ``brushed(start, now, finished)`` is a drag over empty paper. A drag from inside a brush moves, a drag from an edge
    stretches: either is emitted as a drag of the new brush.
    """

    brushed = Signal(QPointF, QPointF, bool)
    clicked = Signal(QPointF)
    pointed = Signal(QPointF)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.legend = Legend(theme)
        self.brush_x = self.brush_y = True
        self._rects: list[QGraphicsRectItem] = []
        self._held: tuple[str, QRectF] | None = None
        super().__init__(theme, BrushBox(), parent)
        self.box.dragged.connect(self._dragged)
        self.box.clicked.connect(self.clicked)
        self.scene().sigMouseMoved.connect(self._moved)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the owner draws the plot anew."""
        super().set_theme(theme)
        self.legend.theme = theme

    def reset(self, bottom: str = "", grid: bool = True) -> None:
        """Take everything off the paper; ``bottom`` is written under the axis."""
        super().reset(bottom, grid)
        self._rects = []

    # The brush

    def show_brushes(self, rects: list[QRectF]) -> None:
        """Show what is brushed."""
        for old in self._rects:
            self.remove(old)
        self._rects = []
        fill = QColor(self.theme.text)
        fill.setAlpha(26)
        pen = line_pen(self.theme.text_second)
        for rect in rects:
            item = QGraphicsRectItem(rect)
            item.setPen(pen)
            item.setBrush(fill)
            item.setZValue(-8)
            self.add(item)
            self._rects.append(item)

    @property
    def holds_brush(self) -> bool:
        """Whether the current drag moves or stretches a brush."""
        return self._held is not None

    @property
    def brushes(self) -> list[QRectF]:
        """Return what is brushed, in the plot's numbers."""
        return [item.rect() for item in self._rects]

    def _grip(self, at: QPointF) -> tuple[str, QRectF] | None:
        """Return the part of a brush under a point: ``l``, ``r``, ``t``, ``b`` or ``m`` for the middle."""
        across, up = self.pixel()
        for rect in self.brushes:
            # edges are found in px, brushes kept in the plot's numbers
            near = rect.adjusted(-EDGE * across, -EDGE * up, EDGE * across, EDGE * up)
            if not near.contains(at):
                continue
            if self.brush_x and min(abs(at.x() - rect.left()), abs(at.x() - rect.right())) < EDGE * across:
                return ("l" if abs(at.x() - rect.left()) < abs(at.x() - rect.right()) else "r"), rect
            if self.brush_y and min(abs(at.y() - rect.top()), abs(at.y() - rect.bottom())) < EDGE * up:
                return ("t" if abs(at.y() - rect.top()) < abs(at.y() - rect.bottom()) else "b"), rect
            return "m", rect
        return None

    def _dragged(self, start: QPointF, now: QPointF, first: bool, last: bool) -> None:
        if first:
            # what was pressed is moved, wherever the mouse goes then
            self._held = self._grip(start)
        if self._held is None:
            self.brushed.emit(start, now, last)
            return
        part, rect = self._held
        shift, moved = now - start, QRectF(rect)
        shift = QPointF(shift.x() if self.brush_x else 0.0, shift.y() if self.brush_y else 0.0)
        if part == "m":
            moved.translate(shift)
        elif part == "l":
            moved.setLeft(rect.left() + shift.x())
        elif part == "r":
            moved.setRight(rect.right() + shift.x())
        elif part == "t":
            moved.setTop(rect.top() + shift.y())
        else:
            moved.setBottom(rect.bottom() + shift.y())
        self.brushed.emit(moved.topLeft(), moved.bottomRight(), last)

    # The mouse

    def _moved(self, at: QPointF) -> None:
        if not self.box.sceneBoundingRect().contains(at):
            self.left.emit()
            return
        point = self.box.mapSceneToView(at)
        grip = self._grip(point)
        shapes = {
            "l": Qt.CursorShape.SizeHorCursor,
            "t": Qt.CursorShape.SizeVerCursor,
            "m": Qt.CursorShape.SizeAllCursor,
        }
        shapes |= {"r": shapes["l"], "b": shapes["t"]}
        self.setCursor(shapes[grip[0]] if grip is not None else Qt.CursorShape.CrossCursor)
        self.pointed.emit(point)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()
