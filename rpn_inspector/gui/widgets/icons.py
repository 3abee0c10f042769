"""Line icons, drawn: one weight, round caps, in any colour and size."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF

WEIGHT = 1.4


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Return an icon of `NAMES` for a button."""
    return QIcon(line_icon(name, colour, size))


def line_icon(name: str, colour: str, size: int = 16, ratio: float | None = None) -> QPixmap:
    """Return an icon of `NAMES`, ``size`` px a side; ``ratio`` is the device pixel ratio, the application's by default.

    Raises `KeyError` for an unknown name.
    """
    scale = float(ratio if ratio is not None else QGuiApplication.instance().devicePixelRatio())
    return _drawn(name, colour, size, scale)


@lru_cache(maxsize=128)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    pen = QPen(QColor(colour), WEIGHT * 16 / size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _DRAWINGS[name](painter)
    painter.end()
    return pixmap


def _lines(painter: QPainter, *lines: tuple[float, ...]) -> None:
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(line[::2], line[1::2], strict=True)]))


def _dot(painter: QPainter, x: float, y: float) -> None:
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(x, y), 0.95, 0.95)
    painter.restore()


def _octagon(painter: QPainter) -> None:
    corners = [math.pi / 8 + corner * math.pi / 4 for corner in range(8)]
    painter.drawPolygon(QPolygonF([QPointF(8 + 6.3 * math.cos(turn), 8 + 6.3 * math.sin(turn)) for turn in corners]))
    _lines(painter, (8, 4.8, 8, 8.6))
    _dot(painter, 8, 11)


def _triangle(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2.2), QPointF(14.2, 13.3), QPointF(1.8, 13.3)]))
    _lines(painter, (8, 6.4, 8, 9.4))
    _dot(painter, 8, 11.4)


def _information(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8, 8), 6.1, 6.1)
    _lines(painter, (8, 7.4, 8, 11))
    _dot(painter, 8, 5)


def _duplicate(painter: QPainter) -> None:
    painter.drawRect(QRectF(2.5, 2.5, 7.5, 7.5))
    _lines(painter, (12, 6, 13.5, 6, 13.5, 13.5, 6, 13.5, 6, 12))


def _target(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8, 8), 5.6, 5.6)
    _lines(painter, (8, 0.9, 8, 4.2), (8, 11.8, 8, 15.1), (0.9, 8, 4.2, 8), (11.8, 8, 15.1, 8))


def _search(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(6.8, 6.8), 4.3, 4.3)
    _lines(painter, (10, 10, 13.6, 13.6))


def _image(painter: QPainter) -> None:
    painter.drawRect(QRectF(1.8, 2.8, 12.4, 10.4))
    _lines(painter, (2, 11.6, 6, 7.4, 9, 10.4, 11, 8.6, 14, 11.4))
    painter.drawEllipse(QPointF(10.6, 5.8), 1.1, 1.1)


def _broken(painter: QPainter) -> None:
    _image(painter)
    _lines(painter, (2, 14.6, 14, 1.4))


def _more(painter: QPainter) -> None:
    for x in (3.5, 8.0, 12.5):
        _dot(painter, x, 8)


def _play(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(4.4, 2.8), QPointF(13, 8), QPointF(4.4, 13.2)]))


_DRAWINGS: dict[str, Callable[[QPainter], None]] = {
    "octagon": _octagon,
    "triangle": _triangle,
    "information": _information,
    "duplicate": _duplicate,
    "target": _target,
    "search": _search,
    "image": _image,
    "broken": _broken,
    "play": _play,
    "close": lambda painter: _lines(painter, (4, 4, 12, 12), (12, 4, 4, 12)),
    "filter": lambda painter: _lines(painter, (2, 3, 14, 3, 9.6, 8.4, 9.6, 13.4, 6.4, 11.8, 6.4, 8.4, 2, 3)),
    "folder": lambda painter: _lines(painter, (2, 4, 6.2, 4, 7.8, 5.8, 14, 5.8, 14, 12.8, 2, 12.8, 2, 4)),
    "lines": lambda painter: _lines(painter, (2.5, 4, 13.5, 4), (2.5, 8, 13.5, 8), (2.5, 12, 9.5, 12)),
    "previous": lambda painter: _lines(painter, (9.8, 4, 5.8, 8, 9.8, 12)),
    "next": lambda painter: _lines(painter, (6.2, 4, 10.2, 8, 6.2, 12)),
    "more": _more,
    "export": lambda painter: _lines(painter, (8, 2, 8, 10), (4.8, 7, 8, 10.2, 11.2, 7), (2.5, 13.5, 13.5, 13.5)),
    "undo": lambda painter: _lines(
        painter, (6, 3, 3, 6, 6, 9), (3.2, 6, 9.5, 6, 12, 7, 13, 9.2, 12, 11.5, 9.5, 12.6, 6, 12.6)
    ),
    "redo": lambda painter: _lines(
        painter, (10, 3, 13, 6, 10, 9), (12.8, 6, 6.5, 6, 4, 7, 3, 9.2, 4, 11.5, 6.5, 12.6, 10, 12.6)
    ),
    "reset": lambda painter: _lines(
        painter,
        (4, 2.4, 4, 5.8, 7.4, 5.8),
        (4.2, 5.6, 6.4, 3.9, 9.2, 3.7, 11.7, 5, 13, 7.6, 12.5, 10.4, 10.5, 12.5, 7.6, 13, 5, 11.8),
    ),
    "chevron-down": lambda painter: _lines(painter, (4, 6.2, 8, 10, 12, 6.2)),
}
NAMES = tuple(_DRAWINGS)
