"""CIoU of pairs of boxes, as assigners compare it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
EPSILON = 1e-7


@quiet
def complete_iou(one: Array, other: Array) -> Array:
    """Return CIoU (n,) of boxes ``one`` and ``other`` (n, 4), float32.

    Heights are larger by `EPSILON`, against division by 0. Source: the article of CIoU (1911.08287).
    """
    e = np.float32(EPSILON)
    (a1, b1, a2, b2), (x1, y1, x2, y2) = (np.asarray(boxes, np.float32).T for boxes in (one, other))
    w1, h1, w2, h2 = a2 - a1, b2 - b1 + e, x2 - x1, y2 - y1 + e
    zero = np.float32(0)
    inter = np.maximum(np.minimum(a2, x2) - np.maximum(a1, x1), zero) * np.maximum(
        np.minimum(b2, y2) - np.maximum(b1, y1), zero
    )
    iou = inter / (w1 * h1 + w2 * h2 - inter + e)
    wide, tall = np.maximum(a2, x2) - np.minimum(a1, x1), np.maximum(b2, y2) - np.minimum(b1, y1)
    diagonal = wide * wide + tall * tall + e
    apart = ((x1 + x2 - a1 - a2) ** 2 + (y1 + y2 - b1 - b2) ** 2) / np.float32(4)
    v = np.float32(4 / math.pi**2) * (np.arctan(w2 / h2) - np.arctan(w1 / h1)) ** 2
    alpha = v / (v - iou + (np.float32(1) + e))
    return np.asarray(iou - (apart / diagonal + v * alpha))
