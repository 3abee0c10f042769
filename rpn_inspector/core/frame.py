"""The position of a picture in the network's input, and boxes between the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """The position of a picture in the network's input.

    Args:
        original_size: (h, w) original px.
        network_size: (h, w) network px of the resized picture, before padding.
        padded_size: (h, w) network px of the network's input.
        scale: (x, y), network / original px, for boxes.
        box_dtype: the precision in which boxes are scaled.
        offset: (x, y) network px, the picture's top left corner in the padded input as the library counts for boxes;
            the pixels may begin half a pixel off.
        clip_boxes: whether boxes on the way to the network are clipped to the resized picture.
        clip_back: whether boxes on the way back are clipped to the original picture.
        crop: (x, y) network px, the part of the scaled picture cut away at the left and at the top.
        mirrored: (x, y), whether the resized picture is mirrored left to right, and top to bottom.
        placed: whether the picture's place in the input is known; if not, original px are network px.
    """

    original_size: tuple[int, int]
    network_size: tuple[int, int]
    padded_size: tuple[int, int]
    scale: tuple[float, float]
    box_dtype: str = "float32"
    offset: tuple[float, float] = (0.0, 0.0)
    clip_boxes: bool = False
    clip_back: bool = False
    crop: tuple[float, float] = (0.0, 0.0)
    mirrored: tuple[bool, bool] = (False, False)
    placed: bool = True

    @property
    def pixel_offset(self) -> tuple[int, int]:
        """Return the place of the picture's first pixel in the padded input, (x, y) whole px."""
        # darknet pastes at (net - new) // 2 while boxes are shifted by (net - new) / 2
        return int(self.offset[0]), int(self.offset[1])

    @property
    def cropped(self) -> bool:
        """Return whether a part of the scaled picture is cut away, by more than the rounding of its sides."""
        sides = zip(self.original_size, self.scale[::-1], self.network_size, strict=True)
        return any(original * scale >= kept + 1 for original, scale, kept in sides)

    @quiet
    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px, float32, scaled in the library's precision."""
        # in the library's precision: the last bit of a ground truth decides ties of IoU
        factors = np.array([*self.scale, *self.scale], self.box_dtype)
        scaled = np.asarray(boxes).astype(self.box_dtype).reshape(-1, 4) * factors
        scaled = self._mirror(scaled - np.array([*self.crop, *self.crop], self.box_dtype))
        if self.clip_boxes:
            scaled = np.clip(scaled, 0, _far_corner(self.network_size, self.box_dtype))
        return np.asarray((scaled + np.array([*self.offset, *self.offset], self.box_dtype)).astype(np.float32))

    @quiet
    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px, float64."""
        shifted = np.asarray(boxes, np.float64).reshape(-1, 4) - np.array([*self.offset, *self.offset])
        back = (self._mirror(shifted) + np.array([*self.crop, *self.crop])) / np.array([*self.scale, *self.scale])
        return np.clip(back, 0, _far_corner(self.original_size, "float64")) if self.clip_back else np.asarray(back)

    def _unmirrored(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px as they lie in the picture not mirrored, float64."""
        corner = np.array([*self.offset, *self.offset])
        return np.asarray(self._mirror(np.asarray(boxes, np.float64).reshape(-1, 4) - corner) + corner)

    def _mirror(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of the resized picture mirrored, the inverse of which is the same."""
        for axis, side in enumerate(self.network_size[::-1]):
            if self.mirrored[axis]:
                near, far = boxes[:, axis].copy(), boxes[:, axis + 2].copy()
                boxes[:, axis], boxes[:, axis + 2] = side - far, side - near
        return boxes


def _far_corner(size: tuple[int, int], dtype: str) -> Array:
    return np.array([size[1], size[0], size[1], size[0]], dtype)
