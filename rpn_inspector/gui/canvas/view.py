"""The place of the scene in the widget: a zoom and a shift, with the inverse.

Scene coordinates are network px, widget coordinates logical px.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame

Array = npt.NDArray[Any]

SMALLEST, LARGEST = 0.01, 64.0  # widget px per network px


@dataclass(frozen=True, slots=True)
class CanvasView:
    """``scale`` is widget px per network px; ``x``, ``y`` the scene's origin in widget px."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """Return a scene point in widget px; the inverse of `from_widget`."""
        return x * self.scale + self.x, y * self.scale + self.y

    def from_widget(self, x: float, y: float) -> tuple[float, float]:
        """Return a widget point in network px."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def zoomed(self, factor: float, x: float, y: float) -> CanvasView:
        """Return the view zoomed by ``factor`` with the widget point (x, y) kept in place."""
        # the ratio is taken after the limit, or the point under the mouse would drift at the end of the zoom
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        ratio = scale / self.scale
        return CanvasView(scale, x - (x - self.x) * ratio, y - (y - self.y) * ratio)

    def moved(self, dx: float, dy: float) -> CanvasView:
        """Return the view shifted by widget px."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def boxes(self, boxes: Array) -> Array:
        """Return scene boxes (n, 4) in widget px, float64."""
        shift = np.array([self.x, self.y, self.x, self.y])
        return np.asarray(np.asarray(boxes, np.float64) * self.scale + shift)


def fitted(
    size: tuple[int, int], width: float, height: float, margin: float = 8.0, corner: tuple[float, float] = (0, 0)
) -> CanvasView:
    """Return the view that shows a picture whole and centred in a widget.

    Args:
        size: (h, w) of the picture, network px.
        width: of the widget, px.
        height: of the widget, px.
        margin: widget px around the picture, at the least.
        corner: (x, y) of the picture's first pixel in the padded input, network px.
    """
    inner_width, inner_height = max(width - 2 * margin, 1.0), max(height - 2 * margin, 1.0)
    scale = min(max(min(inner_width / size[1], inner_height / size[0]), SMALLEST), LARGEST)
    middle = corner[0] + size[1] / 2, corner[1] + size[0] / 2
    return CanvasView(scale, width / 2 - middle[0] * scale, height / 2 - middle[1] * scale)


def same_part(view: CanvasView, before: Frame, now: Frame) -> CanvasView:
    """Return the view that shows of a picture in the frame ``now`` what ``view`` shows of the same one ``before``."""
    scale = view.scale * before.network_size[1] / now.network_size[1]
    x, y = view.to_widget(*before.pixel_offset)
    left, top = now.pixel_offset
    return CanvasView(scale, x - left * scale, y - top * scale)


def around(box: tuple[float, float, float, float], width: float, height: float, share: float = 0.4) -> CanvasView:
    """Return the view with a scene ``box`` (x1, y1, x2, y2) in the middle, over ``share`` of the narrower side."""
    x1, y1, x2, y2 = box
    scale = share * min(width / max(x2 - x1, 1.0), height / max(y2 - y1, 1.0))
    scale = min(max(scale, SMALLEST), 16.0)
    return CanvasView(scale, width / 2 - (x1 + x2) / 2 * scale, height / 2 - (y1 + y2) / 2 * scale)


def on_pixels(boxes: Array, view: CanvasView, width: float, height: float, ratio: float) -> Array:
    """Return the scene boxes with an outline in sight, edges on the middle of device pixels, for crisp lines.

    Args:
        boxes: (n, 4) x1 y1 x2 y2, network px.
        view: network px to widget px.
        width: of the widget, px.
        height: of the widget, px.
        ratio: device px per widget px.

    Returns:
        (m, 4) x y w h, widget px, in the order of ``boxes``.
    """
    if not len(boxes):
        return np.empty((0, 4))
    edges = view.boxes(boxes)
    x1, y1, x2, y2 = edges.T
    slack = 8.0
    meets = (x2 > -slack) & (y2 > -slack) & (x1 < width + slack) & (y1 < height + slack)
    # a box around the whole widget shows no edge
    around_all = (x1 < -slack) & (y1 < -slack) & (x2 > width + slack) & (y2 > height + slack)
    edges = edges[meets & ~around_all]
    # Qt strokes in fixed point of 16 whole bits: an edge far outside would wrap into sight
    edges = (np.floor(np.clip(edges, -20000.0, 20000.0) * ratio) + 0.5) / ratio
    edges[:, 2:] -= edges[:, :2]
    return np.asarray(edges)
