"""Edges and middles of draggable boxes; scene coordinates are network px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rpn_inspector.gui.canvas.view import CanvasView

Four = tuple[float, float, float, float]

REACH = 6.0  # widget px around an edge
LEAST = 1.0  # network px a side keeps
HANDLE = 7.0  # widget px
SHAPES = Qt.CursorShape


@dataclass(frozen=True, slots=True)
class Grip:
    """The held part of a box: ``across`` and ``down`` are the side, -1, 1, or 0 for neither; both 0: the whole box.

    ``kind`` is gt or predicted, ``box`` (4,) network px as pressed.
    """

    kind: str
    box: Four
    across: int = 0
    down: int = 0

    @property
    def cursor(self) -> Qt.CursorShape:
        if self.across and self.down:
            return SHAPES.SizeFDiagCursor if self.across == self.down else SHAPES.SizeBDiagCursor
        if self.across:
            return SHAPES.SizeHorCursor
        return SHAPES.SizeVerCursor if self.down else SHAPES.SizeAllCursor

    def moved(self, dx: float, dy: float) -> Four:
        """Return the box with the held part moved by network px; a side never passes the opposite side."""
        x1, y1, x2, y2 = self.box
        if not self.across and not self.down:
            return x1 + dx, y1 + dy, x2 + dx, y2 + dy
        if self.across < 0:
            x1 = min(x1 + dx, x2 - LEAST)
        elif self.across > 0:
            x2 = max(x2 + dx, x1 + LEAST)
        if self.down < 0:
            y1 = min(y1 + dy, y2 - LEAST)
        elif self.down > 0:
            y2 = max(y2 + dy, y1 + LEAST)
        return x1, y1, x2, y2


def grip_at(boxes: dict[str, npt.NDArray[Any]], view: CanvasView, at: QPointF) -> Grip | None:
    """Return the part of ``boxes`` (4,) by kind at a point of widget px: a corner, an edge or the middle."""
    for kind, box in boxes.items():
        x1, y1, x2, y2 = view.boxes(box).tolist()
        four = tuple(float(edge) for edge in box)
        whole: Four = (four[0], four[1], four[2], four[3])
        x, y = at.x(), at.y()
        # the middle first: close edges would hide the handle; a small box has edges alone
        middle = np.hypot(x - (x1 + x2) / 2, y - (y1 + y2) / 2)
        if middle <= REACH and min(x2 - x1, y2 - y1) > 4 * REACH:
            return Grip(kind, whole)
        if not (x1 - REACH <= x <= x2 + REACH and y1 - REACH <= y <= y2 + REACH):
            continue
        across = _side(x, x1, x2)
        down = _side(y, y1, y2)
        if across or down:
            return Grip(kind=kind, box=whole, across=across, down=down)
    return None


def _side(at: float, low: float, high: float) -> int:
    """Return the nearer of two edges within reach, -1 or 1; 0 for neither."""
    before, after = abs(at - low), abs(at - high)
    if min(before, after) > REACH:
        return 0
    return -1 if before <= after else 1


def paint_grip(painter: QPainter, box: npt.ArrayLike, view: CanvasView) -> None:
    """Draw the handles of a box: corners and middle."""
    x1, y1, x2, y2 = view.boxes(np.asarray(box, np.float64)).tolist()
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.setBrush(QColor("#FFFFFF"))
    places = [(x, y) for x in (x1, x2) for y in (y1, y2)] + [((x1 + x2) / 2, (y1 + y2) / 2)]
    for x, y in places:
        painter.drawRect(QRectF(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_held(painter: QPainter, box: npt.ArrayLike, view: CanvasView) -> None:
    """Draw a dragged box: outline, black under white dashes, and handles."""
    x1, y1, x2, y2 = view.boxes(np.asarray(box, np.float64)).tolist()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor("#000000"), 1), QPen(QColor("#FFFFFF"), 1, Qt.PenStyle.DashLine)):
        painter.setPen(pen)
        painter.drawRect(QRectF(x1, y1, x2 - x1, y2 - y1))
    paint_grip(painter, box, view)
