"""Axis-aligned boxes as (n, 4) arrays of x1, y1, x2, y2 in pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]


@quiet
def sides(boxes: Array, inclusive: int = 0) -> tuple[Array, Array]:
    """Return widths and heights, each (n,), in the boxes' dtype; ``inclusive`` 1 counts pixels as x2 - x1 + 1."""
    extra = boxes.dtype.type(inclusive)
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    return (width + extra, height + extra) if inclusive else (width, height)


@quiet
def area(boxes: Array, inclusive: int = 0) -> Array:
    """Return areas (n,) in px^2 of ``boxes`` (n, 4), in the boxes' dtype; ``inclusive`` as in `sides`."""
    width, height = sides(boxes, inclusive)
    return np.asarray(width * height)


@quiet
def relative_area(boxes: Array, size: tuple[int, int]) -> Array:
    """Return w h of ``boxes`` (n, 4) over w h of an input of ``size`` (h, w), (n,) float64, in one frame of px."""
    sides = boxes[:, 2:].astype(np.float64) - boxes[:, :2]
    return np.asarray(sides[:, 0] * sides[:, 1] / (size[0] * size[1]))


def iou_with(box: Array, boxes: Array, inclusive: int = 0) -> Array:
    """Return the IoU (n,) of one box (4,) with each of ``boxes`` (n, 4), in the boxes' dtype.

    The order of operations is the libraries': intersection / (area + area - intersection); two boxes without area give
    0, where the libraries divide 0 by 0.
    """
    extra = boxes.dtype.type(inclusive)
    zero = boxes.dtype.type(0)
    with np.errstate(over="ignore", invalid="ignore"):  # a box too large for its dtype overlaps nothing
        width = np.minimum(boxes[:, 2], box[2]) - np.maximum(boxes[:, 0], box[0])
        height = np.minimum(boxes[:, 3], box[3]) - np.maximum(boxes[:, 1], box[1])
        if inclusive:
            width, height = width + extra, height + extra
        inter = np.maximum(width, zero) * np.maximum(height, zero)
        # area + area first, then minus the intersection: the last bit decides ties
        union = area(box[None], inclusive)[0] + area(boxes, inclusive) - inter
        return np.asarray(np.divide(inter, union, out=np.zeros_like(inter), where=union > 0))


def covered_by(boxes: Array, region: Array) -> Array:
    """Return the share (n,) of each of ``boxes`` (n, 4) inside ``region`` (4,), by area; 0 for a box without area."""
    width = np.minimum(boxes[:, 2], region[2]) - np.maximum(boxes[:, 0], region[0])
    height = np.minimum(boxes[:, 3], region[3]) - np.maximum(boxes[:, 1], region[1])
    inter, own = np.maximum(width, 0) * np.maximum(height, 0), area(boxes)
    return np.asarray(np.divide(inter, own, out=np.zeros_like(own), where=own > 0))


def clip(boxes: Array, size: tuple[float, float], inclusive: int = 0) -> Array:
    """Return the boxes (n, 4) cut to a picture of ``size`` (h, w) px: [0, side], [0, side - 1] for inclusive pixels."""
    height, width = size
    limit = np.array([width, height, width, height], boxes.dtype) - boxes.dtype.type(inclusive)
    return np.asarray(np.clip(boxes, boxes.dtype.type(0), limit))
