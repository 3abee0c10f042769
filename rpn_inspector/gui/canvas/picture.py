"""The picture under the boxes: crisp pixels when near, averaged once and kept when far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from rpn_inspector.core.frame import Frame
from rpn_inspector.data.pictures.opencv import load as opencv
from rpn_inspector.gui.canvas.view import CanvasView

UNKNOWN = "#808080"  # the ground of a network input whose pixels are not known
PIXELS_FROM = 4.0  # widget px per picture px from which pixels are drawn as squares


@dataclass(frozen=True, slots=True)
class ScreenImage:
    """A picture in the screen's own format, null without memory for it; made in any thread.

    ``size`` is (w, h) px where averaged, None of the whole picture.
    """

    size: tuple[int, int] | None
    image: QImage

    @staticmethod
    def of(pixels: npt.NDArray[np.uint8], size: tuple[int, int] | None) -> ScreenImage:
        """Return a picture (h, w, 3) uint8 RGB, contiguous, whole or averaged to ``size``."""
        made = pixels if size is None else _averaged(pixels, *size)
        height, width = made.shape[:2]
        image = QImage(made.data, width, height, width * 3, QImage.Format.Format_RGB888)
        return ScreenImage(size, image.convertToFormat(QImage.Format.Format_RGB32))


def size_on_screen(pixels: npt.NDArray[np.uint8], place: QRectF, ratio: float) -> tuple[int, int] | None:
    """Return (w, h) px to average a picture to where it stands far, as bilinear would skip pixels; None near.

    Args:
        pixels: the picture (h, w, 3).
        place: of the whole picture, widget px.
        ratio: device px per widget px.
    """
    height, width = pixels.shape[:2]
    if place.width() * ratio > 0.5 * width:
        return None
    # a side that is stretched while the other shrinks keeps its pixels: averaging knows shrinking alone
    w, h = (min(max(1, round(side * ratio)), most) for side, most in ((place.width(), width), (place.height(), height)))
    return w, h


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


def _averaged(pixels: npt.NDArray[np.uint8], width: int, height: int) -> npt.NDArray[np.uint8]:
    """Return a picture (h, w, 3) uint8 averaged to (height, width, 3), no side of which is longer."""
    cv2 = opencv()
    while 2 * width <= pixels.shape[1] and 2 * height <= pixels.shape[0]:  # halving first takes a third of the time
        half = pixels.shape[1] // 2, pixels.shape[0] // 2
        pixels = cv2.resize(pixels, half, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA))


def paint_picture(
    painter: QPainter, frame: Frame, backdrop: Backdrop | None, view: CanvasView, size: QSize, ratio: float
) -> bool:
    """Draw the network's input, a plain ground where its pixels are not known.

    Args:
        painter: of the widget, in widget px.
        frame: the picture in the network's input.
        backdrop: the picture, None without one.
        view: network px to widget px.
        size: of the widget, px.
        ratio: device px per widget px.

    Returns:
        False where the memory does not hold the picture.
    """
    height, width = (side * view.scale for side in frame.network_size)
    area, there = QRectF(*view.to_widget(*map(float, frame.pixel_offset)), width, height), True
    if frame.placed and backdrop is not None:
        place = place_of(frame, area.topLeft(), view.scale)
        there = backdrop.paint(painter, place, size.width(), size.height(), ratio)
    if not frame.placed or backdrop is None or not there:
        painter.fillRect(area, QColor(UNKNOWN))
    return there


class Backdrop:
    """A picture (h, w, 3) uint8 RGB to be painted at any zoom; its whole pixels are made for the screen when near.

    ``ready`` was made of it before, for where it is likely to stand first.
    """

    def __init__(self, pixels: npt.NDArray[np.uint8], ready: ScreenImage | None = None) -> None:
        self._pixels = np.ascontiguousarray(pixels)
        self._height, self._width = pixels.shape[:2]
        self._whole = ready if ready is not None and ready.size is None else None
        self._smaller = ready if ready is not None and ready.size is not None else None

    def leave(self) -> None:
        """Let the whole pixels go: the answer that this is kept with has those it needs from far."""
        if self._smaller is not None:
            self._whole = None

    def paint(self, painter: QPainter, place: PicturePlace, width: int, height: int, ratio: float) -> bool:
        """Draw the part of the picture in the network's input; return False where the memory does not hold it.

        Args:
            painter: of the widget, in widget px.
            place: of the picture, widget px.
            width: of the widget, px.
            height: of the widget, px.
            ratio: device px per widget px.
        """
        made = self._made(place.whole, ratio)
        image = made.image
        if image.isNull():
            return False
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
        if made.size is not None:
            painter.drawImage(target, image, QRectF(image.rect()))
        else:  # near, each pixel is to be seen as a square
            zoom = target.width() / self._width  # widget px per picture px
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom <= PIXELS_FROM)
            part, there = self._seen(target, width, height)
            painter.drawImage(there, image, part)
        painter.restore()
        return True

    def _made(self, target: QRectF, ratio: float) -> ScreenImage:
        """Return the whole picture, or averaged to ``target`` where far."""
        size = size_on_screen(self._pixels, target, ratio)
        if size is None:
            if self._whole is None:
                self._whole = ScreenImage.of(self._pixels, None)
            return self._whole
        if self._smaller is None or self._smaller.size != size:
            # before anything is made for the screen: a picture far away, passed by, never needs its whole pixels there
            self._smaller = ScreenImage.of(self._pixels, size)
        return self._smaller

    def _seen(self, target: QRectF, width: int, height: int) -> tuple[QRectF, QRectF]:
        """Return the part of the picture in view, in whole picture px plus 1 around, and the place in widget px."""
        across, down = self._width / target.width(), self._height / target.height()
        # whole pixels and one to spare, or smooth scaling would blend the edge of the part with nothing
        x1 = max(0, int(np.floor(-target.x() * across)) - 1)
        y1 = max(0, int(np.floor(-target.y() * down)) - 1)
        x2 = min(self._width, int(np.ceil((width - target.x()) * across)) + 1)
        y2 = min(self._height, int(np.ceil((height - target.y()) * down)) + 1)
        part = QRectF(x1, y1, max(x2 - x1, 0), max(y2 - y1, 0))
        place = QRectF(target.x() + x1 / across, target.y() + y1 / down, part.width() / across, part.height() / down)
        return part, place
