"""From a picture's own pixels to the network's input: size, scale, padding, and boxes between the two frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.specs import ResizeSpec

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a picture stands in the network's input.

    Sizes are (h, w) px; ``scale`` (x, y) is network / original and ``offset`` (x, y) network px, the picture's top left
    corner in the padded input as the library counts it for boxes (half a pixel may lie between it and the pixels).
    """

    original_size: tuple[int, int]
    network_size: tuple[int, int]
    padded_size: tuple[int, int]
    scale: tuple[float, float]
    box_dtype: str = "float32"
    offset: tuple[float, float] = (0.0, 0.0)
    clip_boxes: bool = False
    clip_back: bool = False

    @property
    def pixel_offset(self) -> tuple[int, int]:
        """Return where the picture's pixels begin in the padded input, (x, y) whole px."""
        return int(self.offset[0]), int(self.offset[1])

    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px, float32, scaled in the library's precision."""
        factors = np.array([*self.scale, *self.scale], self.box_dtype)
        scaled = np.asarray(boxes).astype(self.box_dtype).reshape(-1, 4) * factors
        if self.clip_boxes:
            scaled = np.clip(scaled, 0, _far_corner(self.network_size, self.box_dtype))
        return np.asarray((scaled + np.array([*self.offset, *self.offset], self.box_dtype)).astype(np.float32))

    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px, float64."""
        shifted = np.asarray(boxes, np.float64).reshape(-1, 4) - np.array([*self.offset, *self.offset])
        back = shifted / np.array([*self.scale, *self.scale])
        return np.clip(back, 0, _far_corner(self.original_size, "float64")) if self.clip_back else np.asarray(back)


def _far_corner(size: tuple[int, int], dtype: str) -> Array:
    return np.array([size[1], size[0], size[1], size[0]], dtype)


def frame_of(size: tuple[int, int], spec: ResizeSpec) -> Frame:
    """Return where a picture of ``size`` (h, w) px stands in the network's input under ``spec``.

    Sources: torchvision ``transform.py``, detectron2 ``ResizeShortestEdge``, mmcv ``rescale_size``, py-faster-rcnn
    ``prep_im_for_blob``, effdet ``ResizePad``, darknet ``letterbox_image``; whole sizes are computed in double.
    """
    (height, width), scale = _network_size(size, spec)
    return frame_at(size, (height, width), padded_size((height, width), spec), spec, scale)


def frame_at(
    size: tuple[int, int],
    network: tuple[int, int],
    padded: tuple[int, int],
    spec: ResizeSpec,
    uniform: float | None = None,
) -> Frame:
    """Return the frame of a picture whose sizes in the network's input are given, all (h, w) px.

    ``uniform`` is the library's one scale where `ResizeSpec.box_scale` asks for it; otherwise it follows from ``size``.
    """
    if spec.box_scale == "uniform":
        scale = _network_size(size, spec)[1] if uniform is None else uniform
        factors = (scale, scale)
    else:
        new, old = np.array(network[::-1], spec.scale_dtype), np.array(size[::-1], spec.scale_dtype)
        factors = tuple((new / old).astype(spec.box_dtype).tolist())
    offset = (0.0, 0.0)
    if spec.position == "centre":
        offset = ((padded[1] - network[1]) / 2, (padded[0] - network[0]) / 2)
    return Frame(size, network, padded, factors, spec.box_dtype, offset, spec.clip_boxes, spec.clip_back)


def padded_size(network: tuple[int, int], spec: ResizeSpec) -> tuple[int, int]:
    """Return the padded (h, w) px of a picture, or of a batch whose largest sides ``network`` (h, w) gives."""
    if spec.rule in ("fit", "letterbox", "stretch"):
        return spec.size
    multiple = spec.pad_multiple
    return -(-network[0] // multiple) * multiple, -(-network[1] // multiple) * multiple


def _network_size(size: tuple[int, int], spec: ResizeSpec) -> tuple[tuple[int, int], float]:
    """Return the resized (h, w) px, at least 1 each, and the one scale the library speaks of."""
    height, width = size
    short, long = min(size), max(size)
    if spec.rule == "stretch":
        return spec.size, spec.size[0] / height
    if spec.rule == "letterbox":
        return _letterbox(size, spec.size)
    if spec.rule == "fit":
        scale = min(spec.size[0] / height, spec.size[1] / width)
    elif spec.rule == "smaller_scale":
        scale = min(spec.short / short, spec.long / long)
    elif spec.rule == "rounded_long":
        scale = spec.short / short
        scale = spec.long / long if np.rint(scale * long) > spec.long else scale
    else:
        scale = spec.short / short
        sides: tuple[float, float] = (spec.short, scale * width) if height < width else (scale * height, spec.short)
        if max(sides) > spec.long:
            again = spec.long / max(sides)
            sides, scale = (sides[0] * again, sides[1] * again), scale * again
        return (_whole(sides[0], spec.rounding), _whole(sides[1], spec.rounding)), scale
    return (_whole(height * scale, spec.rounding), _whole(width * scale, spec.rounding)), scale


def _letterbox(size: tuple[int, int], net: tuple[int, int]) -> tuple[tuple[int, int], float]:
    (height, width), (net_h, net_w) = size, net
    if np.float32(net_w / width) < np.float32(net_h / height):
        return (max(1, height * net_w // width), net_w), net_w / width
    return (net_h, max(1, width * net_h // height)), net_h / height


def _whole(value: float, rounding: str) -> int:
    """Return a side in whole px, at least 1: cut, half up, or half to even."""
    if rounding == "half_up":
        value += 0.5
    elif rounding == "half_even":
        value = float(np.rint(value))
    return max(1, int(value))
