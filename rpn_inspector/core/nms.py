"""Greedy non-maximum suppression that remembers who suppressed whom, in blocks instead of box by box."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import area

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
BLOCK = 128
SPARSE = 0.035  # share of all pairs up to which listing the pairs beats the blocks


def suppress(boxes: Array, threshold: float, inclusive: bool = False, at_equal: bool = False) -> tuple[Indices, Array]:
    """Return for each of ``boxes`` (n, 4), in score order, the place of its suppressor or -1 (n,), and their IoU (n,).

    A box goes by the first survivor above it whose IoU, in the boxes' dtype as intersection / (area + area -
    intersection), is over ``threshold`` in double, or also equal to it with ``at_equal``. ``inclusive`` counts widths
    as x2 - x1 + 1. Sources: torchvision ``nms``, py-faster-rcnn ``cpu_nms``.
    """
    by, iou = np.full(len(boxes), -1, np.int64), np.zeros(len(boxes), boxes.dtype)
    if len(boxes) < 2:
        return by, iou
    columns = _Columns(boxes, threshold, inclusive, at_equal)
    with np.errstate(divide="ignore", invalid="ignore"):
        pairs = None if inclusive or not 0.2 <= threshold < 1 else _close_pairs(columns, threshold)
        if pairs is None:
            _by_blocks(columns, by, iou)
        else:
            _by_pairs(columns, *pairs, by, iou)
    return by, iou


class _Columns:
    """Boxes as contiguous columns, and the one comparison."""

    def __init__(self, boxes: Array, threshold: float, inclusive: bool, at_equal: bool) -> None:
        self.x0, self.y0, self.x1, self.y1 = np.ascontiguousarray(boxes.T)
        self.area = area(boxes, int(inclusive))
        self.extra, self.zero = boxes.dtype.type(inclusive), boxes.dtype.type(0)
        self.at_equal = at_equal
        # the libraries compare a float32 IoU with a double threshold: the same question asked in float32
        self.limit = boxes.dtype.type(threshold)
        if not at_equal and float(self.limit) > threshold:
            self.limit = np.nextafter(self.limit, boxes.dtype.type(-1))
        if at_equal and float(self.limit) < threshold:
            self.limit = np.nextafter(self.limit, boxes.dtype.type(2))

    def iou(self, first: Any, second: Any) -> Array:
        """Return the IoU of places that broadcast against each other."""
        width = np.minimum(self.x1[first], self.x1[second]) - np.maximum(self.x0[first], self.x0[second])
        height = np.minimum(self.y1[first], self.y1[second]) - np.maximum(self.y0[first], self.y0[second])
        if self.extra:
            width, height = width + self.extra, height + self.extra
        inter = np.maximum(width, self.zero) * np.maximum(height, self.zero)
        return np.asarray(inter / (self.area[first] + self.area[second] - inter))

    def over(self, iou: Array) -> Array:
        return np.asarray(iou >= self.limit if self.at_equal else iou > self.limit)


def _by_blocks(columns: _Columns, by: Indices, iou: Array) -> None:
    """Drop what earlier survivors suppress, decide inside one block, and go on with what is left."""
    alive = np.arange(len(by))
    while alive.size:
        block, rest = alive[:BLOCK], alive[BLOCK:]
        overlaps = columns.iou(block[:, None], block)
        over = np.triu(columns.over(overlaps), 1)
        dead = np.zeros(block.size, bool)
        for k in np.flatnonzero(over.any(1)).tolist():
            if not dead[k]:
                gone = np.flatnonzero(over[k] & ~dead)
                dead[gone] = True
                by[block[gone]], iou[block[gone]] = block[k], overlaps[k, gone]
        kept = block[~dead]
        if rest.size:
            overlaps = columns.iou(kept[:, None], rest)
            over = columns.over(overlaps)
            lost, first = over.any(0), over.argmax(0)
            by[rest[lost]] = kept[first[lost]]
            iou[rest[lost]] = overlaps[first[lost], np.flatnonzero(lost)]
            rest = rest[~lost]
        alive = rest


def _close_pairs(columns: _Columns, threshold: float) -> tuple[Indices, Indices] | None:
    """Return all pairs near enough to reach ``threshold``, or None where there are so many that blocks are quicker.

    IoU > t needs an overlap of t times the larger side on each axis, so the left edges lie within (1 - t) of it.
    """
    count, slack = len(columns.x0), columns.x0.dtype.type(1e-2)
    width, height = columns.x1 - columns.x0, columns.y1 - columns.y0
    reach = columns.x0.dtype.type(1 - threshold + 1e-5)
    order = np.argsort(columns.x0, kind="stable")
    last = np.searchsorted(columns.x0[order], (columns.x0 + width * reach + slack)[order], "right")
    first = np.arange(count) + 1
    partners = np.maximum(last - first, 0)
    if partners.sum() > SPARSE * count * count:
        return None
    left = np.repeat(np.arange(count), partners)
    right = np.arange(partners.sum()) - np.repeat(np.cumsum(partners) - partners, partners) + first[left]
    one, other = order[left], order[right]
    near = np.abs(columns.y0[one] - columns.y0[other]) <= np.maximum(height[one], height[other]) * reach + slack
    return one[near], other[near]


def _by_pairs(columns: _Columns, one: Indices, other: Indices, by: Indices, iou: Array) -> None:
    upper, lower = np.minimum(one, other), np.maximum(one, other)
    overlaps = columns.iou(upper, lower)
    over = np.flatnonzero(columns.over(overlaps))
    over = over[np.argsort(upper[over], kind="stable")]
    upper, lower, overlaps = upper[over], lower[over], overlaps[over]
    first = np.searchsorted(upper, np.arange(len(by) + 1))
    for k in np.flatnonzero(np.diff(first)).tolist():
        if by[k] < 0:
            part = slice(first[k], first[k + 1])
            free = by[lower[part]] < 0
            gone = lower[part][free]
            by[gone], iou[gone] = k, overlaps[part][free]
