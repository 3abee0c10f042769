"""The two pictures in the inspector: the IoU between its thresholds, and the residuals on the smooth-L1 curve."""

from __future__ import annotations

import itertools
import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rpn_inspector.core.losses import smooth_l1
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.label_places import apart
from rpn_inspector.gui.widgets.numbers import MINUS
from rpn_inspector.gui.widgets.pens import IGNORED, NEGATIVE, POSITIVE, SELECTED
from rpn_inspector.gui.widgets.theme import LIGHT, sized, symbols

COORDINATES = ("x", "y", "w", "h")
CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return at most ``most`` round numbers from ``low`` to ``high``, evenly apart."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return []
    unit = 10.0 ** math.floor(math.log10(span / most))
    step = next(unit * part for part in (1, 2, 5, 10, 20, 50) if span / (unit * part) <= most - 1 + 1e-9)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def written(values: list[float]) -> list[str]:
    """Return ticks as they are written, all with the same decimals."""
    step = min((b - a for a, b in itertools.pairwise(values)), default=abs(values[0]) if values else 1.0)
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) if step else 0
    return [f"{value + 0.0:.{digits}f}".replace("-", MINUS) if value else "0" for value in values]


class IouScale(QWidget):
    """IoU from 0 to 1 with both thresholds and the anchor's own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(48)
        self.setAccessibleName(tr("IoU scale"))
        self.theme = LIGHT
        self.low, self.high, self.iou = 0.3, 0.7, 0.0

    def show_iou(self, iou: float, low: float, high: float) -> None:
        """Show one IoU between two thresholds."""
        self.iou, self.low, self.high = iou, low, high
        self.setAccessibleDescription(
            tr("IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}").format(iou=iou, low=low, high=high)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, y = 8.0, self.width() - 8.0, 26.0

        def at(value: float) -> float:
            return left + (right - left) * min(max(value, 0.0), 1.0)

        parts = (
            (0, self.low, NEGATIVE, 1.6, False),
            (self.low, self.high, IGNORED, 1.4, True),
            (self.high, 1, POSITIVE, 3, False),
        )
        for start, end, colour, width, dotted in parts:
            pen = QPen(QColor(colour if not self.theme.dark or not dotted else "#8A8F96"), width)
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
            painter.drawText(QPointF(x, y + 18), text)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(self.theme.text))
        text = tr("IoU {iou:.4f}").format(iou=self.iou)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        x = min(max(at(self.iou) - width / 2, 0), self.width() - width)
        painter.drawText(QPointF(x, 13), text)
        painter.setPen(QPen(QColor("#000000"), 1.4))
        painter.setBrush(QColor(SELECTED))
        painter.drawEllipse(QPointF(at(self.iou), y), 5, 5)


class SmoothL1Curve(QWidget):
    """R(d) with the four residuals of the selected anchor on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(132)
        self.setAccessibleName(tr("Smooth L1 curve"))
        self.theme = LIGHT
        self.beta = 1 / 9
        self.errors: np.ndarray | None = None
        self._low, self._high, self._top = -1.0, 1.0, 1.0

    def show_errors(self, errors: np.ndarray | None, beta: float) -> None:
        """Show four residuals d (4,), or the empty curve."""
        self.errors, self.beta = errors, beta
        if errors is not None:
            said = ", ".join(f"{c} {d:+.4f}" for c, d in zip(COORDINATES, errors, strict=True))
            self.setAccessibleDescription(tr("residuals {said}; beta {beta:.4f}").format(said=said, beta=beta))
        self.update()

    @property
    def _area(self) -> QRectF:
        return QRectF(36, 30, self.width() - 44, self.height() - 50)

    def _place(self, d: float, r: float) -> QPointF:
        area, span = self._area, self._high - self._low
        return QPointF(
            area.left() + area.width() * (d - self._low) / span, area.bottom() - area.height() * r / self._top
        )

    def _fit(self) -> None:
        """Take a range that holds the residuals, zero and the knee."""
        least = max(1.4 * self.beta, 0.05)
        errors = np.zeros(1)
        if self.errors is not None and np.isfinite(self.errors).all():
            errors = self.errors
        self._low = min(-least, 1.15 * float(errors.min()))
        self._high = max(least, 1.15 * float(errors.max()))
        self._top = max(float(smooth_l1(edge, self.beta)) for edge in (self._low, self._high)) or 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fit()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heading(painter)
        self._paint_axes(painter)
        self._paint_curves(painter)
        if self.errors is not None and np.isfinite(self.errors).all():
            self._paint_points(painter, self.errors.tolist())

    def _paint_heading(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(self.theme.text))
        title = tr("Smooth L1") if self.beta > 0 else "L1"
        painter.drawText(QRectF(0, 6, self.width(), 16), LEFT, title)
        x = painter.fontMetrics().horizontalAdvance(title) + 8
        painter.setPen(QColor(self.theme.text_caption))
        painter.setFont(symbols(self.font(), 13))
        painter.drawText(QRectF(x, 6, 60, 16), LEFT, "R(d)")
        if self.beta > 0:
            painter.setFont(sized(self.font(), 11))
            whole = round(1 / self.beta)
            told = f"1/{whole}" if whole > 1 and abs(1 / self.beta - whole) < 1e-3 else f"{self.beta:.4g}"
            painter.drawText(QRectF(x, 6, self.width() - x, 16), RIGHT, tr("knee β = {told}").format(told=told))

    def _paint_axes(self, painter: QPainter) -> None:
        area, caption = self._area, QColor(self.theme.text_caption)
        painter.setFont(sized(self.font(), 11))
        levels = ticks(0.0, self._top, 4)
        for value, text in zip(levels, written(levels), strict=True):
            y = self._place(0, value).y()
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(caption)
            painter.drawText(QRectF(0, y - 8, area.left() - 6, 16), RIGHT, text)
        below = area.bottom() + 4
        values = ticks(self._low, self._high, 6)
        for value, text in zip(values, written(values), strict=True):
            x = self._place(value, 0).x()
            if area.left() + 8 <= x <= area.right() - 24:
                painter.drawText(QRectF(x - 30, below, 60, 16), CENTRE, text)
        painter.setFont(symbols(self.font(), 13))
        painter.drawText(QRectF(area.right() - 16, below, 16, 16), RIGHT, "d")
        if self.beta > 0:
            painter.setPen(QPen(caption, 1, Qt.PenStyle.DashLine))
            for edge in (-self.beta, self.beta):
                painter.drawLine(self._place(edge, 0), self._place(edge, self._top))

    def _paint_curves(self, painter: QPainter) -> None:
        grid = np.linspace(self._low, self._high, 161)
        painter.setClipRect(self._area.adjusted(0, -2, 0, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for values, pen in (
            (np.abs(grid), QPen(QColor(self.theme.text_caption), 1, Qt.PenStyle.DotLine)),
            (smooth_l1(grid, self.beta), QPen(QColor(self.theme.text), 1.4)),
        ):
            path = QPainterPath(self._place(float(grid[0]), float(values[0])))
            for d, r in zip(grid[1:].tolist(), values[1:].tolist(), strict=True):
                path.lineTo(self._place(d, r))
            painter.setPen(pen)
            painter.drawPath(path)
        painter.setClipping(False)

    def _paint_points(self, painter: QPainter, errors: list[float]) -> None:
        """Draw the residuals, each with its letter above it; letters that would touch stand side by side."""
        points = sorted(
            (
                (self._place(d, float(smooth_l1(d, self.beta))), name)
                for name, d in zip(COORDINATES, errors, strict=True)
            ),
            key=lambda each: each[0].x(),
        )
        area = self._area
        places = apart([point.x() for point, _ in points], 13.0, area.left() + 6, area.right() - 6)
        painter.setFont(sized(self.font(), 11, bold=True))
        for (point, name), x in zip(points, places, strict=True):
            base = max(point.y() - 18, area.top() - 2)
            painter.setPen(QPen(QColor(self.theme.text_caption), 1))
            painter.drawLine(QPointF(x, base + 6), point)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(QRectF(x - 8, base - 8, 16, 14), CENTRE, name)
        painter.setPen(QPen(QColor("#000000"), 1.2))
        painter.setBrush(QColor(SELECTED))
        for point, _ in points:
            painter.drawEllipse(point, 4, 4)
