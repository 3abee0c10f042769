"""What a canvas draws first of a picture, made ahead where the picture is computed."""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF

from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.picture import ScreenImage, place_of, size_on_screen
from rpn_inspector.gui.canvas.view import fitted
from rpn_inspector.session.layers import LAYERS

if TYPE_CHECKING:
    from rpn_inspector.session.request import Shown


LARGEST = 1 << 24  # px on the screen, 64 MB, that are made ahead of each answer kept; more are made when painted


@dataclass(frozen=True, slots=True)
class Room:
    """How a canvas stands: ``width`` and ``height`` in widget px, ``ratio`` device px per widget px.

    ``zoom`` is widget px per network px, None where each picture is shown whole.
    """

    width: int
    height: int
    ratio: float
    zoom: float | None


@dataclass(frozen=True, slots=True)
class Ready:
    """The layers of an answer, counted, and its picture for the screen where there was a room for it."""

    layers: Layers
    image: ScreenImage | None = None


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
            self._ready[shown] = Ready(layers, self._image(shown))

    def _image(self, shown: Shown) -> ScreenImage | None:
        room, frame = self.room, shown.inspection.frame
        if room is None or shown.picture is None or not frame.placed:
            return None
        zoom = fitted(frame.network_size, room.width, room.height).scale if room.zoom is None else room.zoom
        whole, pixels = place_of(frame, QPointF(), zoom).whole, shown.picture.pixels
        size = size_on_screen(pixels, whole, room.ratio)
        return ScreenImage.of(pixels, size) if math.prod(size or pixels.shape[:2]) <= LARGEST else None

    def of(self, shown: Shown) -> Ready:
        """Return what was made ready, or no more than the layers, not counted yet."""
        return self._ready.get(shown) or Ready(Layers(shown.inspection))
