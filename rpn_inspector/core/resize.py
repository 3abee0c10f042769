"""From a picture's own pixels to the network's input: size, scale, padding, and boxes between the two frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.recipe import ResizeSpec

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a picture stands in the network's input; sizes (h, w) in px, ``scale`` (x, y) = network / original."""

    original_size: tuple[int, int]
    network_size: tuple[int, int]
    padded_size: tuple[int, int]
    scale: tuple[float, float]
    box_dtype: str

    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px, float32, scaled in the library's precision."""
        factors = np.array([*self.scale, *self.scale], self.box_dtype)
        return np.asarray((np.asarray(boxes).astype(self.box_dtype) * factors).astype(np.float32))

    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px, float64."""
        return np.asarray(np.asarray(boxes, np.float64) / np.array([*self.scale, *self.scale]))


def round_side(value: float, rounding: str) -> int:
    """Return a side in whole px: cut, half up, or half to even."""
    if rounding == "truncate":
        return int(value)
    if rounding == "half_up":
        return int(value + 0.5)
    return int(np.rint(value))


def frame_of(size: tuple[int, int], spec: ResizeSpec) -> Frame:
    """Return where a picture of ``size`` (h, w) px stands in the network's input under ``spec``; all in double."""
    short, long = min(size), max(size)
    to_short, to_long = spec.short / short, spec.long / long
    if spec.limit == "smaller_scale":
        scale = min(to_short, to_long)
    else:
        scale = to_long if np.rint(to_short * long) > spec.long else to_short
    height, width = (max(1, round_side(side * scale, spec.rounding)) for side in size)
    multiple = spec.pad_multiple
    padded = (-(-height // multiple) * multiple, -(-width // multiple) * multiple)
    if spec.box_scale == "uniform":
        factors = (scale, scale)
    else:
        new, old = np.array([width, height], spec.box_dtype), np.array([size[1], size[0]], spec.box_dtype)
        factors = tuple((new / old).tolist())
    return Frame(size, (height, width), padded, factors, spec.box_dtype)
