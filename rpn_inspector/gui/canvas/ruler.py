"""The ruler: a line dragged over the picture, with the length in network px and original px."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.gui.canvas.painting import paint_note
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.widgets.i18n import tr

Line = tuple[float, float, float, float]
TICK = 5.0  # widget px


def words_of(line: Line, inspection: Inspection) -> str:
    """Return the length and sides of a line x1 y1 x2 y2, network px, in network px and original px."""
    x1, y1, x2, y2 = line
    across, down = abs(x2 - x1), abs(y2 - y1)
    scale_x, scale_y = inspection.frame.scale
    own = math.hypot(across / scale_x, down / scale_y)
    length = number(math.hypot(across, down), 1)
    if not inspection.frame.placed:
        text = tr("{length} network px ({across} × {down})")
        return text.format(length=length, across=number(across, 1), down=number(down, 1))
    return tr("{length} network px ({across} × {down})  ·  {own} original px ({own_across} × {own_down})").format(
        length=length,
        across=number(across, 1),
        down=number(down, 1),
        own=number(own, 1),
        own_across=number(across / scale_x, 1),
        own_down=number(down / scale_y, 1),
    )


def paint_ruler(painter: QPainter, line: Line, words: str, view: CanvasView, area: QRectF) -> None:
    """Draw the line with ends, and the words beside the second end.

    Args:
        painter: in px of the widget.
        line: x1 y1 x2 y2, network px.
        words: the length, as of `words_of`.
        view: the place of the network px on the screen.
        area: the widget's px that the words stay in.
    """
    begin, end = (QPointF(*view.to_widget(*line[at : at + 2])) for at in (0, 2))
    along = math.hypot(end.x() - begin.x(), end.y() - begin.y()) or 1.0
    aside = QPointF(-(end.y() - begin.y()), end.x() - begin.x()) * (TICK / along)
    for colour, width in (("#000000", 3.5), ("#FFFFFF", 1.5)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(begin, end)
        for place in (begin, end):
            painter.drawLine(place - aside, place + aside)
    paint_note(painter, [words], QPointF(end.x() + 12, end.y() + 12), area)
