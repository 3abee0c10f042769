"""The picture under the boxes: crisp pixels when near, averaged once and kept when far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from rpn_inspector.core.frame import Frame
from rpn_inspector.data.pictures.images import Picture

UNKNOWN = "#808080"  # the ground of a network input whose pixels are not known
PIXELS_FROM = 4.0  # widget px per picture px from which pixels are drawn as squares


def pixmap_of(pixels: npt.NDArray[np.uint8]) -> QPixmap:
    """Return a picture (h, w, 3) uint8 RGB in the screen's own format."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32))


def backdrop_of(picture: Picture | None) -> Backdrop | None:
    """Return what paints a picture, None without one or where the memory does not hold the screen's own format."""
    made = None if picture is None else Backdrop(picture.pixels)
    return None if made is None or made.pixmap.isNull() else made  # a null pixmap has no side to divide by


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """The place of a picture on the widget.

    Args:
        whole: the stored picture before mirroring, widget px.
        seen: the part in the network's input, widget px.
        mirrored: (x, y), whether ``whole`` is mirrored about the middle of ``seen``.
    """

    whole: QRectF
    seen: QRectF
    mirrored: tuple[bool, bool] = (False, False)


def place_of(frame: Frame, corner: QPointF, zoom: float) -> PicturePlace:
    """Return the place of a picture.

    Args:
        frame: the picture in the network's input.
        corner: of the resized picture, widget px.
        zoom: widget px per network px.
    """
    height, width = (side * zoom for side in frame.network_size)
    seen = QRectF(corner.x(), corner.y(), width, height)
    if frame.crop == (0.0, 0.0):  # the resized picture is the stored one, whatever was rounded
        return PicturePlace(seen, seen, frame.mirrored)
    down, across = frame.original_size
    size = across * frame.scale[0] * zoom, down * frame.scale[1] * zoom
    whole = QRectF(seen.x() - frame.crop[0] * zoom, seen.y() - frame.crop[1] * zoom, *size)
    return PicturePlace(whole, seen, frame.mirrored)


class Backdrop:
    """A picture to be painted at any zoom."""

    def __init__(self, pixels: npt.NDArray[np.uint8]) -> None:
        self.pixmap = pixmap_of(pixels)
        self._smaller: QPixmap | None = None

    def zoomed(self) -> None:
        """Forget what was made for another zoom."""
        self._smaller = None

    def paint(self, painter: QPainter, place: PicturePlace, width: int, height: int, ratio: float) -> None:
        """Draw the part of the picture in the network's input.

        Args:
            painter: of the widget, in widget px.
            place: of the picture, widget px.
            width: of the widget, px.
            height: of the widget, px.
            ratio: device px per widget px.
        """
        painter.save()
        if place.whole != place.seen:
            painter.setClipRect(place.seen)
        target, middle = QRectF(place.whole), place.seen.center()
        # the whole widget is mirrored, so that the part in view stays 0 to its width
        if place.mirrored[0]:
            painter.translate(width, 0)
            painter.scale(-1, 1)
            target.translate(width - 2 * middle.x(), 0)
        if place.mirrored[1]:
            painter.translate(0, height)
            painter.scale(1, -1)
            target.translate(0, height - 2 * middle.y())
        self._paint(painter, target, width, height, ratio)
        painter.restore()

    def _paint(self, painter: QPainter, target: QRectF, width: int, height: int, ratio: float) -> None:
        zoom = target.width() * ratio / self.pixmap.width()  # device px per picture px
        if zoom <= 0.5:  # bilinear would skip pixels: shrink once by averaging, and keep it
            if self._smaller is None:
                size = QSize(max(1, round(target.width() * ratio)), max(1, round(target.height() * ratio)))
                self._smaller = self.pixmap.scaled(
                    size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            painter.drawPixmap(target, self._smaller, QRectF(self._smaller.rect()))
            return
        # near, each pixel is to be seen as a square
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom / ratio <= PIXELS_FROM)
        part, place = self._seen(target, width, height)
        painter.drawPixmap(place, self.pixmap, part)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    def _seen(self, target: QRectF, width: int, height: int) -> tuple[QRectF, QRectF]:
        """Return the part of the picture in view, in whole picture px plus 1 around, and the place in widget px."""
        across, down = self.pixmap.width() / target.width(), self.pixmap.height() / target.height()
        # whole pixels and one to spare, or smooth scaling would blend the edge of the part with nothing
        x1 = max(0, int(np.floor(-target.x() * across)) - 1)
        y1 = max(0, int(np.floor(-target.y() * down)) - 1)
        x2 = min(self.pixmap.width(), int(np.ceil((width - target.x()) * across)) + 1)
        y2 = min(self.pixmap.height(), int(np.ceil((height - target.y()) * down)) + 1)
        part = QRectF(x1, y1, max(x2 - x1, 0), max(y2 - y1, 0))
        place = QRectF(target.x() + x1 / across, target.y() + y1 / down, part.width() / across, part.height() / down)
        return part, place
