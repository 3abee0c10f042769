"""The IoU of the selected anchor on a scale with the thresholds.

A gauge, not a plot: three strokes and four numbers, painted by hand.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.pens import CUT, IGNORED, NEGATIVE, POSITIVE, SELECTED
from rpn_inspector.gui.widgets.theme import Theme, px, sized


class IouScale(QWidget):
    """IoU from 0 to 1 with both thresholds and the anchor's own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(px(48))
        self.setAccessibleName(tr("IoU scale"))
        self.theme = theme
        self.low, self.high, self.iou = 0.3, 0.7, 0.0

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def show_iou(self, iou: float, low: float, high: float) -> None:
        """Show an IoU between the negative threshold ``low`` and the positive threshold ``high``."""
        self.iou, self.low, self.high = iou, low, high
        self.setAccessibleDescription(
            tr("IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}").format(iou=iou, low=low, high=high)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, y = 8.0, self.width() - 8.0, px(26.0)

        def at(value: float) -> float:
            return left + (right - left) * min(max(value, 0.0), 1.0)

        parts = (
            (0, self.low, NEGATIVE, 1.6, False),
            (self.low, self.high, CUT if self.theme.dark else IGNORED, 1.4, True),
            (self.high, 1, POSITIVE, 3, False),
        )
        for start, end, colour, width, dotted in parts:
            pen = QPen(QColor(colour), width)
            if dotted:
                pen.setDashPattern([1.5, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(at(start), y), QPointF(at(end), y))
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.theme.text_caption))
        for value in (0.0, self.low, self.high, 1.0):
            text = f"{value:.2f}" if 0 < value < 1 else f"{value:g}"
            painter.drawLine(QPointF(at(value), y - 4), QPointF(at(value), y + 4))
            width = QFontMetricsF(painter.font()).horizontalAdvance(text)
            x = min(max(at(value) - width / 2, left), right - width)
            painter.drawText(QPointF(x, y + px(18)), text)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(self.theme.text))
        text = tr("IoU {iou:.4f}").format(iou=self.iou)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        x = min(max(at(self.iou) - width / 2, 0), self.width() - width)
        painter.drawText(QPointF(x, px(13)), text)
        painter.setPen(QPen(QColor("#000000"), 1.4))
        painter.setBrush(QColor(SELECTED))
        painter.drawEllipse(QPointF(at(self.iou), y), 5, 5)
