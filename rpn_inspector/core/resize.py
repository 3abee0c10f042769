"""From a picture's own px to the network's input: size, scale, padding, and boxes between the two frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.frame import Frame
from rpn_inspector.core.letterbox_frame import LetterboxFrame
from rpn_inspector.core.limits import SIDE, WEIGHT
from rpn_inspector.core.long_side import LongSide
from rpn_inspector.core.mask_frame import MaskFrame, multiple, square_scale
from rpn_inspector.core.painted_frame import PaintedFrame
from rpn_inspector.core.placing import Placing
from rpn_inspector.core.spec import Rules, number, option, part

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class BoxScaling:
    """How ground truths follow the picture into the network."""

    scale: Literal["per_axis", "uniform"] = option("per_axis", "new / old per axis, or the one scale for both")
    scale_dtype: Literal["float32", "float64"] = option("float32", "precision in which the scale is computed")
    dtype: Literal["float32", "float64"] = option("float32", "precision in which boxes are scaled")
    clip: bool = option(False, "ground truths are clipped to the resized picture")


@dataclass(frozen=True, slots=True)
class ToOriginal:
    """How boxes go back to the original picture."""

    clip: bool = option(False, "boxes going back are clipped to the original picture")


BOXES: Rules[BoxScaling] = Rules("How ground truths follow the picture into the network.", "", {"": BoxScaling})
BACK: Rules[ToOriginal] = Rules("How boxes go back to the original picture.", "", {"": ToOriginal})
SIZE = "(h, w) px of the network's input"
Rounding = Literal["truncate", "half_up", "half_even"]
ROUNDING = "side * scale to whole px"
Position = Literal["top_left", "centre"]
POSITION = "where the picture stands in the padded input"


@dataclass(frozen=True, slots=True)
class Resizing(Placing):
    """A rule with boxes that are scaled as numbers."""

    boxes: BoxScaling = part(BOXES)
    back: ToOriginal = part(BACK)

    def at(
        self, size: tuple[int, int], network: tuple[int, int], padded: tuple[int, int], uniform: float | None = None
    ) -> Frame:
        """Return the frame of a picture with known sizes in the network's input.

        Args:
            size: (h, w) original px.
            network: (h, w) network px of the resized picture.
            padded: (h, w) network px of the network's input.
            uniform: the library's single scale, for `BoxScaling.scale` uniform; None to follow from ``size``.
        """
        boxes = self.boxes
        # py-faster-rcnn and effdet scale boxes by one number for both axes, although rounding made the picture's axes
        # differ
        if boxes.scale == "uniform":
            scale = self.scale_of(size, network) if uniform is None else uniform
            factors = (scale, scale)
        else:
            new, old = np.array(network[::-1], boxes.scale_dtype), np.array(size[::-1], boxes.scale_dtype)
            # torchvision and MMDetection divide or round to float32 before boxes are scaled, detectron2 stays in double
            factors = tuple((new / old).astype(boxes.dtype).tolist())
        offset = (0.0, 0.0)
        if self.centred:
            offset = ((padded[1] - network[1]) / 2, (padded[0] - network[0]) / 2)
        return Frame(
            original_size=size,
            network_size=network,
            padded_size=padded,
            scale=factors,
            box_dtype=boxes.dtype,
            offset=offset,
            clip_boxes=boxes.clip,
            clip_back=self.back.clip,
        )


@dataclass(frozen=True, slots=True)
class Free(Resizing):
    """An input that follows the picture's own sides, padded to a multiple."""

    short: int = number(800, "wanted shorter side, px", SIDE)
    long: int = number(1333, "most the longer side may have, px", SIDE)
    rounding: Rounding = option("truncate", ROUNDING)
    pad_multiple: int = number(32, "padded to a multiple of this, 1: not", SIDE)
    position: Position = option("top_left", POSITION)

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input."""
        return self.position == "centre"

    def padded_size(self, network: tuple[int, int]) -> tuple[int, int]:
        """Return the sides up to the next multiple."""
        multiple = self.pad_multiple
        return -(-network[0] // multiple) * multiple, -(-network[1] // multiple) * multiple

    def _scaled(self, size: tuple[int, int], scale: float) -> tuple[tuple[int, int], float]:
        height, width = size
        return (_whole(height * scale, self.rounding), _whole(width * scale, self.rounding)), scale


@dataclass(frozen=True, slots=True)
class SmallerScale(Free):
    """The smaller of the scales that make the short side ``short`` and the long one ``long``."""

    rule: ClassVar[str] = "smaller_scale"

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px and the scale."""
        return self._scaled(size, min(self.short / min(size), self.long / max(size)))


@dataclass(frozen=True, slots=True)
class RoundedLong(Free):
    """The scale of the long side only where the rounded long side is over ``long``."""

    rule: ClassVar[str] = "rounded_long"

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px and the scale."""
        scale = self.short / min(size)
        # py-faster-rcnn asks the rounded long side, so a side a fraction over the limit keeps the scale of the short
        # side
        return self._scaled(size, self.long / max(size) if np.rint(scale * max(size)) > self.long else scale)


@dataclass(frozen=True, slots=True)
class ShortThenLong(Free):
    """The short side exactly, then both by ``long`` over the longer one."""

    rule: ClassVar[str] = "short_then_long"

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px and the scale."""
        height, width = size
        scale = self.short / min(size)
        sides: tuple[float, float] = (self.short, scale * width) if height < width else (scale * height, self.short)
        # detectron2: the short side is exact, and both sides shrink only where the long side is too long
        if max(sides) > self.long:
            again = self.long / max(sides)
            sides, scale = (sides[0] * again, sides[1] * again), scale * again
        return (_whole(sides[0], self.rounding), _whole(sides[1], self.rounding)), scale


@dataclass(frozen=True, slots=True)
class Fixed(Resizing):
    """An input of one size whatever the picture."""

    size: tuple[int, int] = number((800, 1333), SIZE, SIDE)

    def padded_size(self, network: tuple[int, int]) -> tuple[int, int]:
        """Return the fixed size."""
        return self.size


@dataclass(frozen=True, slots=True)
class FitInside(Fixed):
    """Into ``size`` with the picture's own aspect, and padded to it."""

    rule: ClassVar[str] = "fit"
    rounding: Rounding = option("truncate", ROUNDING)
    position: Position = option("top_left", POSITION)

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input."""
        return self.position == "centre"

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px and the scale."""
        scale = min(self.size[0] / size[0], self.size[1] / size[1])
        return (_whole(size[0] * scale, self.rounding), _whole(size[1] * scale, self.rounding)), scale


@dataclass(frozen=True, slots=True)
class Letterbox(Fixed):
    """Into ``size`` with the picture's own aspect in whole numbers, and padded to it (darknet)."""

    rule: ClassVar[str] = "letterbox"
    position: Position = option("top_left", POSITION)

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input."""
        return self.position == "centre"

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px and the scale."""
        (height, width), (net_h, net_w) = size, self.size
        # darknet compares two C floats; sides follow in whole numbers, so no rounding rule applies
        if np.float32(net_w / width) < np.float32(net_h / height):
            return (max(1, height * net_w // width), net_w), net_w / width
        return (net_h, max(1, width * net_h // height)), net_h / height


@dataclass(frozen=True, slots=True)
class Stretch(Fixed):
    """To ``size`` whatever the picture's aspect."""

    rule: ClassVar[str] = "stretch"

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input: it fills the input."""
        return False

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the fixed size, and the scale of the height."""
        return self.size, self.size[0] / size[0]


@dataclass(frozen=True, slots=True)
class Masks(Placing):
    """Enlarged or kept and padded all around, with boxes that follow as masks (Matterport's Mask R-CNN)."""

    rule: ClassVar[str] = "masks"
    mode: Literal["square", "pad64", "none"] = option(
        "square", "padded to long x long; to the next multiples of 64, whatever long; or neither scaled nor padded"
    )
    short: int = number(800, "a shorter side below is enlarged to it, px", SIDE)
    long: int = number(1024, "most the longer side may have, px", SIDE)
    least: float = number(0.0, "the scale at least", WEIGHT)

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input: always."""
        return True

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px, half to even, and the scale."""
        if self.mode == "none":
            return size, 1.0
        scale = square_scale(size, self.short, self.long, self.least, self.mode == "square")
        return (_whole(size[0] * scale, "half_even"), _whole(size[1] * scale, "half_even")), scale

    def padded_size(self, network: tuple[int, int]) -> tuple[int, int]:
        """Return the sides padded by the mode."""
        if self.mode == "square":
            return max(self.long, network[0]), max(self.long, network[1])
        return network if self.mode == "none" else (multiple(network[0], 64), multiple(network[1], 64))

    def at(
        self, size: tuple[int, int], network: tuple[int, int], padded: tuple[int, int], uniform: float | None = None
    ) -> Frame:
        """Return the frame of a picture with known sizes; arguments as of `Placing.at`."""
        scale = self.scale_of(size, network) if uniform is None else uniform
        return MaskFrame(
            original_size=size,
            network_size=network,
            padded_size=padded,
            scale=(scale, scale),
            # whole px: the smaller half stands before
            offset=((padded[1] - network[1]) // 2, (padded[0] - network[0]) // 2),
        )


@dataclass(frozen=True, slots=True)
class RestBeside(Placing):
    """Into ``size`` with the picture's own aspect, and what is left beside it painted."""

    size: tuple[int, int] = number((640, 640), SIZE, SIDE)
    rest: Literal["stride", "size", "none"] = option(
        "stride", "padded to the next multiple of stride, to size, or not at all, stretched to size"
    )
    stride: int = number(32, "px that the rest is a part of, where padded so far", SIDE)
    enlarge: bool = option(True, "a smaller picture is enlarged to size")

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px, half to even, and the scale."""
        scale = min(self.size[0] / size[0], self.size[1] / size[1])
        scale = scale if self.enlarge else min(scale, 1.0)
        if self.rest == "none":
            return self.size, scale
        return (_whole(size[0] * scale, "half_even"), _whole(size[1] * scale, "half_even")), scale

    def padded_size(self, network: tuple[int, int]) -> tuple[int, int]:
        """Return the sides with the rest of ``size``, or with what that leaves of the stride."""
        if self.rest != "stride":
            return self.size
        height, width = (side + (whole - side) % self.stride for side, whole in zip(network, self.size, strict=True))
        return height, width


@dataclass(frozen=True, slots=True)
class HalfRest(RestBeside):
    """Into ``size`` with the picture's own aspect, half of the rest painted on each side (YOLOv5's letterbox)."""

    rule: ClassVar[str] = "half_rest"
    way_back: Literal["sizes", "scale"] = option(
        "sizes", "boxes go back by the two sizes alone, or by scale and half rest"
    )

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input: always."""
        return True

    def at(
        self, size: tuple[int, int], network: tuple[int, int], padded: tuple[int, int], uniform: float | None = None
    ) -> Frame:
        """Return the frame of a picture with known sizes; arguments as of `Placing.at`."""
        scale = self.scale_of(size, network) if uniform is None else uniform
        stretched = (padded[1] / size[1], padded[0] / size[0])
        return LetterboxFrame(
            original_size=size,
            network_size=network,
            padded_size=padded,
            scale=stretched if self.rest == "none" else (scale, scale),
            box_dtype="float64",
            offset=((padded[1] - network[1]) / 2, (padded[0] - network[0]) / 2),
            by_sizes=self.way_back == "sizes",
        )


@dataclass(frozen=True, slots=True)
class PaintedRest(RestBeside):
    """Into ``size`` with the picture's own aspect, boxes moved by the whole px painted (Ultralytics' letterbox)."""

    rule: ClassVar[str] = "painted_rest"
    position: Literal["centre", "top_left"] = option("centre", "half of the rest before the picture, or none")

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input."""
        return self.position == "centre"

    def at(
        self, size: tuple[int, int], network: tuple[int, int], padded: tuple[int, int], uniform: float | None = None
    ) -> Frame:
        """Return the frame of a picture with known sizes; arguments as of `Placing.at`."""
        scale = self.network_size(size)[1] if uniform is None else uniform
        stretched = (network[1] / size[1], network[0] / size[0])
        # half to even of a tenth less: of an odd rest the smaller half stands before
        before = [int(np.rint((padded[axis] - network[axis]) / 2 - 0.1)) * self.centred for axis in (1, 0)]
        return PaintedFrame(
            original_size=size,
            network_size=network,
            padded_size=padded,
            scale=stretched if self.rest == "none" else (scale, scale),
            offset=(before[0], before[1]),
        )


def _whole(value: float, rounding: str) -> int:
    """Return a side in whole px, at least 1: cut, half up, or half to even."""
    if rounding == "half_up":
        # int(x + 0.5), as detectron2 and mmcv write the rounding
        value += 0.5
    elif rounding == "half_even":
        value = float(np.rint(value))
    # int truncates, as torchvision and effdet do; a very thin picture keeps a pixel
    return max(1, int(value))


Resize = (
    SmallerScale
    | ShortThenLong
    | RoundedLong
    | FitInside
    | Letterbox
    | Stretch
    | Masks
    | HalfRest
    | LongSide
    | PaintedRest
)
FRAMES: Rules[Resize] = Rules(
    "How a picture becomes the network's input.",
    "smaller_scale",
    {
        "smaller_scale": SmallerScale,
        "short_then_long": ShortThenLong,
        "rounded_long": RoundedLong,
        "fit": FitInside,
        "letterbox": Letterbox,
        "stretch": Stretch,
        "masks": Masks,
        "half_rest": HalfRest,
        "long_side": LongSide,
        "painted_rest": PaintedRest,
    },
    shared=("boxes", "back"),
)
