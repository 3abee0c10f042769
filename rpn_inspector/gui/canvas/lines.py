"""Outlines of many boxes, fast: each line style is drawn once as a small tile and then laid along the edges.

Dashing and wide antialiased strokes cost Qt some 200 us a box; laying tiles costs a few.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from rpn_inspector.gui.canvas.pens import STROKES, Stroke, pen_of

_SOLID_TILE = 64  # px


@lru_cache(maxsize=128)
def _tiles(stroke: Stroke, ratio: float) -> tuple[QPixmap, QPixmap, float]:
    """Return a tile along x, one along y, and the half width they reach to either side of an edge, in px."""
    reach = (math.ceil(stroke.width * ratio / 2 + 0.5) - 0.5) / ratio  # whole device px around the middle one
    across = round(2 * reach * ratio)
    period = 2 * sum(stroke.dash) if stroke.dash else _SOLID_TILE  # two of them, as one may end on half a px
    along = max(1, round(period * ratio))
    tiles = []
    for size in ((along, across), (across, along)):
        tile = QPixmap(*size)
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen_of(stroke))
        lying = QLineF(-period, reach, 2 * period, reach)
        painter.drawLine(lying if size[0] == along else QLineF(reach, -period, reach, 2 * period))
        painter.end()
        tiles.append(tile)
    return tiles[0], tiles[1], reach


def draw_boxes(painter: QPainter, rects: list[QRectF], strokes: Iterable[Stroke], ratio: float) -> None:
    """Draw outlines of ``rects``, whose edges stand on the middle of device px, stroke by stroke from below."""
    for stroke in strokes:
        flat, upright, reach = _tiles(stroke, ratio)
        solid = round((stroke.width * ratio - 1) / 2) if not stroke.dash else 0
        more = (solid + 0.5) / ratio  # how far a line goes past the corner to close it
        for rect in rects:
            x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
            long, tall, thick = width + 2 * more, height - 2 * more, 2 * reach
            painter.drawTiledPixmap(QRectF(x - more, y - reach, long, thick), flat)
            painter.drawTiledPixmap(QRectF(x - more, y + height - reach, long, thick), flat)
            if tall > 0:
                painter.drawTiledPixmap(QRectF(x - reach, y + more, thick, tall), upright)
                painter.drawTiledPixmap(QRectF(x + width - reach, y + more, thick, tall), upright)


def draw_many(painter: QPainter, rects: list[QRectF], role: str) -> None:
    """Draw outlines of thousands of boxes with plain pens."""
    for stroke in STROKES[role]:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not stroke.dash)
        painter.setPen(pen_of(stroke))
        painter.drawRects(rects)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
