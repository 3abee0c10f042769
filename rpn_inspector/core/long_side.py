"""The trainer's loader of YOLOv5: the long side first, then a letterbox to a square or to the batch's own shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame
from rpn_inspector.core.letterbox_frame import LetterboxFrame
from rpn_inspector.core.limits import SIDE, WEIGHT
from rpn_inspector.core.placing import Placing
from rpn_inspector.core.spec import number, option
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
EDGE = 1e-3  # px that a box keeps from the right and the lower edge of the input


@dataclass(frozen=True, slots=True, kw_only=True)
class LoaderFrame(LetterboxFrame):
    """The position of a picture whose boxes come as a label file holds them: centre and sides by the picture's own."""

    @quiet
    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px, float32, clipped to the input less `EDGE`.

        A part of a picture, or a mirrored one, follows as numbers.
        """
        if self.crop != (0.0, 0.0) or any(self.mirrored):
            return Frame.to_network(self, boxes)
        given = np.asarray(boxes, np.float64).reshape(-1, 4)
        size = np.array(self.original_size[::-1], np.float64)
        # rounded to what a label file holds, and back by the library's own steps: the last digits decide a cell
        centre = ((given[:, :2] + given[:, 2:]) / 2 / size).astype(np.float32)
        side = ((given[:, 2:] - given[:, :2]) / size).astype(np.float32)
        whole, pad = np.array(self.network_size[::-1], np.float32), np.array(self.offset, np.float32)
        corners = np.concatenate([whole * (centre - side / 2) + pad, whole * (centre + side / 2) + pad], 1)
        far = np.array([*self.padded_size[::-1]] * 2, np.float64) - EDGE
        return np.asarray(np.clip(corners, 0, far.astype(np.float32)))


@dataclass(frozen=True, slots=True)
class LongSide(Placing):
    """The long side made ``long``, sides rounded up, half of the rest painted on each side (YOLOv5's loader)."""

    rule: ClassVar[str] = "long_side"
    long: int = number(640, "px of the longer side, and of the square", SIDE)
    shape: Literal["square", "batch"] = option(
        "square", "padded to the square, or to the shape of the pictures in the batch"
    )
    stride: int = number(32, "batch: sides are padded to multiples of this, px", SIDE)
    pad: float = number(0.0, "batch: strides added to a side before it is rounded up", WEIGHT)

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input: always."""
        return True

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px, rounded up, and the scale."""
        scale = self.long / max(size)
        if scale == 1:
            return size, scale
        # a picture of the wanted long side stays as it is; a side a digit over a whole number gets another px
        return (math.ceil(size[0] * scale), math.ceil(size[1] * scale)), scale

    def padded_size(self, network: tuple[int, int]) -> tuple[int, int]:
        """Return the square, or the shape of a batch of pictures of the one aspect of ``network`` (h, w)."""
        return self.batch_size([network])

    def batch_size(self, sizes: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """Return the input's (h, w) px for a batch of pictures of ``sizes`` (h, w) original px."""
        if self.shape == "square":
            return self.long, self.long
        aspects = [height / width for height, width in sizes]
        low, high = min(aspects), max(aspects)
        shape = (high, 1.0) if high < 1 else (1.0, 1 / low) if low > 1 else (1.0, 1.0)
        height, width = (math.ceil(side * self.long / self.stride + self.pad) * self.stride for side in shape)
        return height, width

    def of(self, size: tuple[int, int]) -> Frame:
        """Return the position of a picture of ``size`` (h, w) original px that is a batch of its own."""
        frame = Placing.of(self, size)
        # by the aspect of the original sides: those rounded up may need another stride
        return self.at(size, frame.network_size, self.batch_size([size]))

    def at(
        self, size: tuple[int, int], network: tuple[int, int], padded: tuple[int, int], uniform: float | None = None
    ) -> Frame:
        """Return the frame of a picture with known sizes; arguments as of `Placing.at`."""
        return LoaderFrame(
            original_size=size,
            network_size=network,
            padded_size=padded,
            scale=(network[1] / size[1], network[0] / size[0]),
            box_dtype="float64",
            offset=((padded[1] - network[1]) / 2, (padded[0] - network[0]) / 2),
            by_sizes=False,
        )


def rectangles(sizes: Sequence[tuple[int, int]], count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the order (n,) of pictures of ``sizes`` (h, w) px in batches by shape, flattest first, and their batch.

    ``count`` is the number of pictures in a batch; the last may hold fewer.
    """
    every = np.asarray(sizes, np.int64).reshape(-1, 2)
    order = np.argsort(every[:, 0] / every[:, 1])
    return order, np.arange(len(every)) // count
