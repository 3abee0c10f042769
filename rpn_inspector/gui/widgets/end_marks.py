"""The ground of each end of a ground truth: one hue by lightness, and a pattern for each, as colour is never alone."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

END = "end_"  # before an end's name, where roles of boxes have swatches
COLOURS = {
    "no_anchor": ("#3B1430", "#F1DDEA"),
    "never_reaches": ("#6E2C5B", "#E0B4D1"),
    "low_score": ("#A1518A", "#C98AB7"),
    "cut_by_top_k": ("#C98AB7", "#A1518A"),
    "suppressed": ("#E8C6DD", "#7A3B68"),
    "found": ("#C9CDD2", "#464B53"),
}
"""Colour in the light and in the dark, by the end's name, in the order of a bar."""
STEP = 4.0  # px of a pattern
GROUND = ("#EDEEF0", "#212327")
INK = ("#3B1430", "#F1DDEA")


def paint_end(painter: QPainter, area: QRectF, end: str, dark: bool) -> None:
    """Fill ``area``, px, with colour and pattern of an end. Raises `KeyError` for an unknown end."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, QColor(COLOURS[end][dark]))
    painter.setPen(QPen(QColor(GROUND[dark]), 1.0))
    if end == "never_reaches":
        painter.drawLines(
            [QLineF(x, area.bottom(), x + area.height(), area.top()) for x in _steps(area, area.height())]
        )
    elif end == "low_score":
        count = int(area.height() / STEP)
        at = [area.top() + STEP * (step + 0.5) + 0.5 for step in range(count + 1)]
        painter.drawLines([QLineF(area.left(), y, area.right(), y) for y in at])
    elif end == "cut_by_top_k":
        painter.setPen(QPen(QColor(INK[dark]), 1.0))
        painter.drawLines([QLineF(x + 0.5, area.top(), x + 0.5, area.bottom()) for x in _steps(area)])
    elif end == "suppressed":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(INK[dark]))
        for x in _steps(area):
            for y in range(3, int(area.height()), 5):
                painter.drawEllipse(QPointF(x + 2, area.top() + y), 1.0, 1.0)
    painter.restore()


def _steps(area: QRectF, before: float = 0.0) -> list[float]:
    """Return where lines begin from ``before`` px left of an area to its right end."""
    width = area.width() + before
    return [area.left() - before + STEP * at for at in range(int(width / STEP) + 1)]
