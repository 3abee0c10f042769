"""What was painted once, kept as pixels: as long as it would be painted alike, it is copied."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap


class KeptPaint:
    """The pixels of one painting, as large as the widget: 4 bytes a device px.

    What is painted for the first time is not kept: while a picture is moved it never comes again.
    """

    def __init__(self) -> None:
        self._key: tuple[object, ...] | None = None
        self._last: tuple[object, ...] | None = None
        self._pixels = QPixmap()

    def take(self, key: tuple[object, ...], image: QImage) -> None:
        """Keep what was painted elsewhere; ``key`` has size, ratio and `place_beside` before the rest."""
        self._key = self._last = key
        self._pixels = QPixmap.fromImage(image, Qt.ImageConversionFlag.NoFormatConversion)

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        ratio: float,
        key: tuple[object, ...],
        paint: Callable[[QPainter], None],
        at_once: bool,
    ) -> None:
        """Do what ``paint`` does to an opaque ground of ``size``, by a copy where ``key`` is that of what is kept.

        Args:
            painter: in widget px.
            size: of the widget, px.
            ratio: device px per widget px.
            key: all that ``paint`` depends on, beside size and ratio.
            paint: covers every px of the widget.
            at_once: whether to keep it the first time too.
        """
        beside = place_beside(painter)
        key = (size, ratio, beside, *key)
        again, self._last = at_once or key == self._last, key
        if key != self._key:
            if not again:
                paint(painter)
                return
            self._key = None  # an error while painting leaves half a picture
            room, whole = room_of(size, ratio, beside)
            if self._pixels.size() != room:
                self._pixels = QPixmap(room)
            if not whole:
                self._pixels.fill(Qt.GlobalColor.transparent)  # px at the edges that the widget has a part of
            self._pixels.setDevicePixelRatio(ratio)
            inner = QPainter(self._pixels)
            inner.translate(beside / ratio)
            inner.setFont(painter.font())
            try:
                paint(inner)
            finally:
                inner.end()
            self._key = key
        painter.drawPixmap(-beside / ratio, self._pixels)

    def forget(self) -> None:
        """Paint anew the next time."""
        self._key = None


def place_beside(painter: QPainter) -> QPointF:
    """Return how far behind a device px a widget stands, device px: at 125 % it may stand between two."""
    at = painter.deviceTransform()
    return QPointF(at.dx() % 1, at.dy() % 1)


def room_of(size: QSize, ratio: float, beside: QPointF) -> tuple[QSize, bool]:
    """Return the device px that a widget has a part of, and whether each of them is all its own."""
    width, height = size.width() * ratio + beside.x(), size.height() * ratio + beside.y()
    room = QSize(math.ceil(width), math.ceil(height))
    return room, (width, height) == room.toTuple() and beside.isNull()


def painted(size: QSize, ratio: float, beside: QPointF, paint: Callable[[QPainter], None]) -> QImage:
    """Return what ``paint`` does to an opaque ground of ``size``, for `KeptPaint.take`; in any thread."""
    room, whole = room_of(size, ratio, beside)
    image = QImage(room, QImage.Format.Format_RGB32 if whole else QImage.Format.Format_ARGB32_Premultiplied)
    if not whole:
        image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.translate(beside / ratio)
    try:
        paint(painter)
    finally:
        painter.end()  # an image that goes while it is painted on ends the process
    return image
