"""The coordinates in which a library decodes, clips and suppresses boxes: px, or fractions of the input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import clip
from rpn_inspector.core.specs import ProposalSpec

Array = npt.NDArray[Any]
# the far edge is the last pixel's, one px before the box's end
FAR = np.array([0.0, 0.0, 1.0, 1.0])


@dataclass(frozen=True, slots=True)
class PixelCoordinates:
    """Network px, clipped to the picture without its padding.

    Args:
        size: (h, w) network px.
    """

    size: tuple[int, int]

    def of(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in these coordinates."""
        return boxes

    def pixels(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of these coordinates in network px."""
        return boxes

    def clipped(self, boxes: Array, inclusive: int) -> Array:
        """Return boxes (n, 4) of these coordinates cut to the picture."""
        return clip(boxes, self.size, inclusive)


@dataclass(frozen=True, slots=True)
class FractionCoordinates:
    """Fractions of the padded input's sides less one px, float32, clipped to 0 to 1.

    Source: Matterport ``norm_boxes`` and ``ProposalLayer``.

    Args:
        padded: (h, w) network px.
    """

    padded: tuple[int, int]

    def of(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in these coordinates."""
        return np.asarray(((np.asarray(boxes, np.float64) - FAR) / self._sides).astype(np.float32))

    def pixels(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of these coordinates in network px, not rounded to whole ones."""
        return np.asarray((np.asarray(boxes, np.float64) * self._sides + FAR).astype(np.float32))

    def clipped(self, boxes: Array, inclusive: int) -> Array:
        """Return boxes (n, 4) of these coordinates cut to the input."""
        return clip(boxes, (1, 1), 0)

    @property
    def _sides(self) -> Array:
        height, width = self.padded
        return np.maximum(np.array([width, height, width, height], np.float64) - 1, 1)


def coordinates(
    spec: ProposalSpec, size: tuple[int, int], padded: tuple[int, int]
) -> PixelCoordinates | FractionCoordinates:
    """Return the coordinates that a recipe decodes in, for a picture of ``size`` (h, w) in an input of ``padded``."""
    return FractionCoordinates(padded) if spec.decode_in == "fractions" else PixelCoordinates(size)
