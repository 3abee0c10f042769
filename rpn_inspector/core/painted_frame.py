"""The position of a letterboxed picture whose boxes move by the whole px painted beside it (Ultralytics)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class PaintedFrame(Frame):
    """The position of a letterboxed picture; ``offset`` is whole px. Source: facts measured of Ultralytics 8.4."""

    @quiet
    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px, float64 of float32 numbers, clipped to the picture.

        The way follows from the two sizes alone: the smaller of their quotients gives the resized sides, those the pads
        and a scale for each axis. Of a picture held small, padded on one side or stretched it is no inverse of
        `to_network`. A part of a picture goes back by the inverse.
        """
        if self.crop != (0.0, 0.0):
            return Frame.to_original(replace(self, clip_back=True), boxes)
        (height, width), (down, across) = self.original_size, self.padded_size
        gain = min(down / height, across / width)
        wide, tall = int(np.rint(width * gain)), int(np.rint(height * gain))
        pad = [int(np.rint((whole - part) / 2 - 0.1)) for whole, part in ((across, wide), (down, tall))]
        here = self._unmirrored(boxes) if any(self.mirrored) else np.asarray(boxes).reshape(-1, 4)
        moved = here.astype(np.float32) - np.array([*pad, *pad], np.float32)
        back = moved / np.array([wide / width, tall / height] * 2, np.float32)
        return np.asarray(np.clip(back, 0, np.array([width, height, width, height])).astype(np.float64))
