"""Outlines of many boxes, fast: each line style is a long strip drawn once, and pieces of a strip lie along the edges.

Dashing and wide antialiased strokes cost Qt some 200 us a box; laying strips costs a few. Where lines must stay lines,
as in an SVG, they are drawn with pens.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from rpn_inspector.gui.widgets.pens import STROKES, Stroke, pen_of

_STRIP = 2048  # px


@lru_cache(maxsize=128)
def _strips(stroke: Stroke, ratio: float) -> tuple[QImage, QImage, float, float]:
    """Return a strip along x, a strip along y, the half width across an edge, and the length, px.

    The length is a multiple of the dash's period, both whole in device px: strips follow each other without a seam.
    """
    # a whole number of device px on each side of the middle one, or strips would blur when laid down
    reach = (math.ceil(stroke.width * ratio / 2 + 0.5) - 0.5) / ratio  # whole device px around the middle one
    across = round(2 * reach * ratio)
    period = 2 * sum(stroke.dash) if stroke.dash else 1  # two dashes, as one may end on half a px
    step = max(1, round(period * ratio))
    along = step * math.ceil(_STRIP * ratio / step)
    strips = []
    for size in ((along, across), (across, along)):
        strip = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)  # any thread may lay it, no pixmap
        strip.setDevicePixelRatio(ratio)
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen_of(stroke))
        length = along / ratio + 2 * period
        lying = QLineF(-period, reach, length, reach)
        painter.drawLine(lying if size[0] == along else QLineF(reach, -period, reach, length))
        painter.end()
        strips.append(strip)
    return strips[0], strips[1], reach, along / ratio


def draw_boxes(painter: QPainter, rects: list[QRectF], strokes: Iterable[Stroke], ratio: float) -> None:
    """Draw outlines of ``rects``, whose edges stand on the middle of device px, stroke by stroke from below."""
    if painter.paintEngine().type() != QPaintEngine.Type.Raster:
        for stroke in strokes:
            painter.setPen(pen_of(stroke))
            painter.drawRects(rects)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # the strips have their smooth edges
    for stroke in strokes:
        flat, upright, reach, longest = _strips(stroke, ratio)
        solid = round((stroke.width * ratio - 1) / 2) if not stroke.dash else 0
        more = (solid + 0.5) / ratio  # how far a line goes past the corner to close it
        thick = 2 * reach
        for rect in rects:
            x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
            start, end = x - more, x + width + more
            # long edges take several strips
            while start < end:
                long = min(longest, end - start)
                part = QRectF(0, 0, long * ratio, thick * ratio)
                painter.drawImage(QRectF(start, y - reach, long, thick), flat, part)
                painter.drawImage(QRectF(start, y + height - reach, long, thick), flat, part)
                start += longest
            start, end = y + more, y + height - more
            while start < end:
                tall = min(longest, end - start)
                part = QRectF(0, 0, thick * ratio, tall * ratio)
                painter.drawImage(QRectF(x - reach, start, thick, tall), upright, part)
                painter.drawImage(QRectF(x + width - reach, start, thick, tall), upright, part)
                start += longest
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_many(painter: QPainter, rects: list[QRectF], role: str) -> None:
    """Draw outlines of thousands of boxes with plain pens."""
    for stroke in STROKES[role]:
        # thousands of dashed lines do without smooth edges: dashes are the costliest to smooth
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not stroke.dash)
        painter.setPen(pen_of(stroke))
        painter.drawRects(rects)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
