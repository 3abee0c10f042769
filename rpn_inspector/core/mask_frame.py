"""Boxes that reach the network through masks: filled, resized by nearest neighbour, and bounded again (Matterport)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame

Array = npt.NDArray[Any]
VANISHED = 0.0  # the corners of a box whose mask vanishes: no width, no height


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskFrame(Frame):
    """The position of a picture whose boxes follow it as masks; arguments as of `Frame`."""

    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px, whole px, float32; zeros where nothing is left of one."""
        whole = np.rint(np.asarray(boxes, np.float64).reshape(-1, 4))
        found = np.zeros(whole.shape)
        for axis, (old, new) in enumerate(zip(self.original_size[::-1], self.network_size[::-1], strict=True)):
            # a part is cut out of the whole picture resized
            full = round(old * self.scale[axis]) if self.crop != (0.0, 0.0) else new
            rows = np.arange(old) if self.scale == (1.0, 1.0) else nearest_rows(old, full)
            for edge in (axis, axis + 2):
                at = rows.searchsorted(np.clip(whole[:, edge], 0, old))
                found[:, edge] = np.clip(at - self.crop[axis], 0, new)
        gone = (found[:, 2:] <= found[:, :2]).any(1)
        found = self._mirror(found) + np.array([int(edge) for edge in self.offset] * 2)
        found[gone] = VANISHED
        return np.asarray(found.astype(np.float32))

    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px, whole px, float64, as the library unmolds detections.

        The way is by fractions of the side less one px, rounded to float32 twice, and to whole px half to even;
        of a part of a picture by the inverse.
        """
        if self.crop != (0.0, 0.0):
            return np.asarray(np.rint(Frame.to_original(self, boxes)))
        here = self._unmirrored(boxes) if any(self.mirrored) else np.asarray(boxes, np.float64).reshape(-1, 4)
        far = np.array([0, 0, 1, 1], np.float64)
        padded = np.array([*self.padded_size[::-1]] * 2, np.float64) - 1
        left, top = (int(edge) for edge in self.offset)
        height, width = self.network_size
        window = np.array([left, top, left + width, top + height], np.float64)
        shares = ((here - far) / padded).astype(np.float32)
        frame = ((window - far) / padded).astype(np.float32)
        sides = frame[2:] - frame[:2]
        inside = (shares - np.tile(frame[:2], 2)) / np.tile(sides, 2)
        original = np.array([*self.original_size[::-1]] * 2, np.float64) - 1
        return np.asarray(np.rint(inside.astype(np.float64) * original + far))


def nearest_rows(old: int, new: int) -> npt.NDArray[np.int64]:
    """Return the row (new,) of ``old`` rows that each row of a mask resized to ``new`` rows is taken from.

    Source: ``scipy.ndimage.zoom`` of order 0, whose step is rounded to double before it is multiplied; a last row
    beyond the mask is empty, here ``old``.
    """
    step = (old - 1) / (new - 1) if new > 1 else 0.0
    at = np.arange(new) * step
    rows = np.floor(at + 0.5).astype(np.int64)
    return np.where(at > old - 1, old, rows)


def square_scale(size: tuple[int, int], smallest: int, largest: int, least: float, limited: bool) -> float:
    """Return the scale of a picture of ``size`` (h, w): never below 1 but to keep the longer side within ``largest``.

    Args:
        size: (h, w) original px.
        smallest: the side that a smaller shorter side is enlarged to, px.
        largest: the longer side at most, px, where ``limited``.
        least: the scale at least.
        limited: whether ``largest`` counts.
    """
    scale = max(1.0, smallest / min(size), least)
    if limited and round(max(size) * scale) > largest:
        scale = largest / max(size)
    return scale


def multiple(side: int, of: int) -> int:
    """Return the next multiple of ``of`` from ``side`` px on."""
    return math.ceil(side / of) * of
