"""Matching by cost: each ground truth takes as many of the cheapest anchors as its best IoUs add up to.

Sources: the articles of OTA (2103.14259) and YOLOX (2107.08430), and facts measured of MMDetection 3.3 and YOLOv7.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
LEAST_UNION = 1e-6
BLOCK = 1 << 18  # pairs whose numbers are made at once
IN_LOG = 1e-7  # added to an IoU before the logarithm


class Matched(NamedTuple):
    """The result of a matching over V columns.

    Args:
        k: (G,) int64, how many each ground truth takes.
        taken: (G, V), the columns taken, before contests.
        cut: (G,) the cost of the last column taken.
        column: (m,) ascending, the columns with a ground truth.
        gt: (m,) their ground truths.
    """

    k: Indices
    taken: Mask
    cut: Array
    column: Indices
    gt: Indices


def in_blocks(gts: int, columns: int, of: Callable[[slice], Array]) -> Array:
    """Return (G, V) float32 of what ``of`` makes (n, V) of a few ground truths at a time, which spares memory."""
    found = np.empty((gts, columns), np.float32)
    step = max(1, BLOCK // max(columns, 1))
    for start in range(0, gts, step):
        rows = slice(start, start + step)
        found[rows] = of(rows)
    return found


def ious(gt: Array, boxes: Array, least: float = LEAST_UNION) -> Array:
    """Return the IoU (G, V) float32 of ``gt`` (G, 4) with ``boxes`` (V, 4); a union is at least ``least``."""
    return in_blocks(len(gt), len(boxes), lambda rows: _ious(gt[rows], boxes, least))


@quiet
def _ious(gt: Array, boxes: Array, least: float) -> Array:
    left = np.maximum(gt[:, None, 0], boxes[:, 0])
    width = np.minimum(gt[:, None, 2], boxes[:, 2]) - left
    height = np.minimum(gt[:, None, 3], boxes[:, 3]) - np.maximum(gt[:, None, 1], boxes[:, 1])
    inter = np.maximum(width, np.float32(0)) * np.maximum(height, np.float32(0))
    own, other = ((b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) for b in (gt, boxes))
    union = np.maximum(own[:, None] + other - inter, np.float32(least)) if least else own[:, None] + other - inter
    return np.asarray(inter / union, np.float32)


@quiet
def matched(cost: Array, iou: Array, topk: int) -> Matched:
    """Return the matching of G ground truths over V columns.

    Each takes the k cheapest columns, k the sum of its ``topk`` best IoUs, cut to a whole number, at least 1; of equal
    costs the earlier column, where the libraries leave the choice open. A column taken by several goes to the ground
    truth it costs least among all, the first at a tie, whether that one took it or not.

    Args:
        cost: (G, V) float32.
        iou: (G, V) float32.
        topk: the most IoUs summed.
    """
    gts, columns = cost.shape
    if not gts or not columns:
        none = np.empty(0, np.int64)
        return Matched(np.zeros(gts, np.int64), np.zeros(cost.shape, bool), np.zeros(gts, np.float32), none, none)
    most = min(topk, columns)
    best = -np.sort(-np.partition(iou, columns - most, 1)[:, columns - most :], 1)
    k = np.minimum(np.maximum(np.nan_to_num(best.sum(1)).astype(np.int64), 1), columns)
    last = int(k.max()) - 1
    lowest = np.sort(np.partition(cost, last, 1)[:, : last + 1], 1)
    cut = lowest[np.arange(gts), k - 1]
    taken, level = cost < cut[:, None], cost == cut[:, None]
    free = k - taken.sum(1)
    tied = np.flatnonzero(level.sum(1) > free)
    level[tied] &= np.cumsum(level[tied], 1) <= free[tied, None]
    taken |= level
    asked = taken.sum(0)
    column = np.flatnonzero(asked)
    gt = taken[:, column].argmax(0)
    several = asked[column] > 1
    gt[several] = cost[:, column[several]].argmin(0)
    return Matched(k, taken, cut, column, gt)
