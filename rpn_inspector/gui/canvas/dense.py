"""Outlines of very many boxes, as a picture of how many cross each pixel: their number hardly matters."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from rpn_inspector.gui.canvas import raster
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.widgets.pens import STROKES

Array = npt.NDArray[Any]

DENSE = 1000  # boxes from which one cannot be told from another any more
LEAST, EACH, MOST = 120, 24, 235  # of 255: how opaque one edge is, what each doubling adds, and the densest


@lru_cache(maxsize=32)
def _table(colour: str) -> npt.NDArray[np.uint32]:
    return raster.colours(colour, LEAST, EACH, MOST)


@lru_cache(maxsize=4)
def _stripes(width: int, height: int, on: int, off: int) -> npt.NDArray[np.bool_]:
    """Return where dashes are drawn: diagonal stripes, ``on`` px of each ``on + off``, cut lying and standing edges."""
    return np.asarray((np.arange(height)[:, None] + np.arange(width)) % (on + off) < on)


def is_dense(painter: QPainter, count: int) -> bool:
    """Return whether so many boxes are drawn as a picture; where lines must stay lines, as in an SVG, never."""
    return count > DENSE and painter.paintEngine().type() == QPaintEngine.Type.Raster


def draw_dense(painter: QPainter, rows: Array, role: str, area: QRectF, ratio: float) -> None:
    """Draw very many boxes as a picture of their edges.

    Args:
        painter: of the widget, in widget px.
        rows: boxes (n, 4), x y w h in widget px.
        role: of `STROKES`; colour and dashes are taken from the topmost stroke.
        area: of the widget, px.
        ratio: device px per widget px.
    """
    stroke = STROKES[role][-1]
    width, height = round(area.width() * ratio), round(area.height() * ratio)
    corners = np.concatenate([rows[:, :2], rows[:, :2] + rows[:, 2:]], 1) * ratio
    counts = raster.box_counts(corners, CanvasView(), width, height)
    if stroke.dash:
        on, off = (max(1, round(part * ratio)) for part in stroke.dash)
        counts *= _stripes(width, height, on, off)
    pixels = raster.coloured(counts, _table(stroke.colour))
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(QRectF(0, 0, width / ratio, height / ratio), image, QRectF(image.rect()))
