"""What a canvas draws first of a picture, made ahead where the picture is computed."""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import CanvasScene, paint_chosen, paint_layers
from rpn_inspector.gui.canvas.picture import Backdrop, ScreenImage, paint_picture, place_of, size_on_screen
from rpn_inspector.gui.canvas.view import CanvasView, fitted
from rpn_inspector.gui.widgets.kept_paint import painted
from rpn_inspector.session.layers import LAYERS

if TYPE_CHECKING:
    from rpn_inspector.session.request import Shown


LARGEST = 1 << 24  # px on the screen, 64 MB, that are made ahead of each answer kept; more are made when painted


@dataclass(frozen=True, slots=True)
class Room:
    """How a canvas stands, and what it draws of each picture.

    ``size`` is in widget px, ``ratio`` device px per widget px, ``beside`` that of `KeptPaint`; ``view`` is None where
    each picture is shown whole; ``visible`` are the layers drawn, ``heat`` a kind.
    """

    size: QSize
    ratio: float
    beside: QPointF
    surround: QColor
    view: CanvasView | None
    visible: frozenset[str]
    heat: str

    def view_of(self, shown: Shown) -> CanvasView:
        """Return where a picture is likely to stand."""
        frame = shown.inspection.frame
        if self.view is not None:
            return self.view
        return fitted(frame.network_size, self.size.width(), self.size.height(), corner=frame.pixel_offset)


@dataclass(frozen=True, slots=True)
class Ready:
    """The layers of an answer, counted, and its picture for the screen where there was a room for it.

    ``painting`` is the picture with its boxes, and all that it depends on, if painted ahead.
    """

    layers: Layers
    backdrop: Backdrop | None = None
    painting: tuple[tuple[object, ...], QImage] | None = None


class Prepared:
    """What is `Ready`, by answer, as long as the answer is kept; any thread may put in and take out."""

    def __init__(self) -> None:
        self.room: Room | None = None  # of the last painting
        self._ready: WeakKeyDictionary[Shown, Ready] = WeakKeyDictionary()

    def make(self, shown: Shown) -> None:
        """Make ready what a canvas draws of an answer nobody looks at yet."""
        with suppress(Exception):  # what fails here fails again where it is painted, and is told of
            layers = Layers(shown.inspection)
            for layer in LAYERS:
                layers.count(layer)
            self._ready[shown] = Ready(layers, self._backdrop(shown))

    def paint(self, shown: Shown) -> None:
        """Paint an answer that is made ready as a canvas would with nothing selected."""
        room, ready = self.room, self._ready.get(shown)
        if room is None or ready is None or room.size.width() * room.size.height() * room.ratio**2 > LARGEST:
            return
        if ready.backdrop is None and shown.picture is not None and shown.inspection.frame.placed:
            return  # made when painted
        with suppress(Exception):
            view, scene, there = room.view_of(shown), CanvasScene(ready.layers), True
            scene.visible, scene.heat = room.visible, room.heat

            def paint(to: QPainter) -> None:
                nonlocal there
                area = QRectF(QPointF(), room.size)
                to.fillRect(area.toRect(), room.surround)
                there = paint_picture(to, shown.inspection.frame, ready.backdrop, view, room.size, room.ratio)
                paint_layers(to, scene, view, area, room.ratio)
                paint_chosen(to, scene, view, area, room.ratio)

            image = painted(room.size, room.ratio, room.beside, paint)
            key = (room.size, room.ratio, room.beside, room.surround, view, ready.backdrop, *scene.boxes_key)
            if there and not image.isNull():
                self._ready[shown] = replace(ready, painting=(key, image))

    def _backdrop(self, shown: Shown) -> Backdrop | None:
        room, frame = self.room, shown.inspection.frame
        if room is None or shown.picture is None or not frame.placed:
            return None
        whole, pixels = place_of(frame, QPointF(), room.view_of(shown).scale).whole, shown.picture.pixels
        size = size_on_screen(pixels, whole, room.ratio)
        if math.prod(size or pixels.shape[:2]) > LARGEST:
            return None
        return Backdrop(pixels, ScreenImage.of(pixels, size))

    def of(self, shown: Shown) -> Ready:
        """Return what was made ready, or no more than the layers, not counted yet."""
        return self._ready.get(shown) or Ready(Layers(shown.inspection))
