"""The position of a letterboxed picture whose boxes go back by another way than they came (YOLOv5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterboxFrame(Frame):
    """The position of a letterboxed picture.

    Args:
        original_size: and all others as of `Frame`; ``offset`` is half the rest, unrounded.
        by_sizes: whether the way back follows from the two sizes alone, and not from scale and offset.
    """

    by_sizes: bool = True

    @quiet
    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px, float64 of float32 numbers, clipped to the picture.

        By sizes the smaller of the two quotients is the scale of both axes, and the pads are half of what it leaves: up
        to a px beside the inverse of `to_network`. Otherwise the scale of x serves both axes. A part of a picture goes
        back by the inverse.
        """
        if self.crop != (0.0, 0.0):
            return Frame.to_original(replace(self, clip_back=True), boxes)
        (height, width), (down, across) = self.original_size, self.padded_size
        if self.by_sizes:
            scale = min(down / height, across / width)
            pad = ((across - width * scale) / 2, (down - height * scale) / 2)
        else:
            scale, pad = self.scale[0], self.offset
        here = self._unmirrored(boxes) if any(self.mirrored) else np.asarray(boxes).reshape(-1, 4)
        moved = here.astype(np.float32) - np.array([*pad, *pad], np.float32)
        back = moved / np.float32(scale)
        return np.asarray(np.clip(back, 0, np.array([width, height, width, height])).astype(np.float64))
