"""Greedy non-maximum suppression that records each box's suppressor, in blocks instead of box by box."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import sides

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
BLOCK = 128
PIECE = 50_000  # products at a time: OpenBLAS starts no threads for so few, which would cost more than they save
NOT_BELOW = np.tri(BLOCK, dtype=bool)


def suppress(
    boxes: Array, threshold: float, inclusive: bool = False, at_equal: bool = False, group: Array | None = None
) -> tuple[Indices, Array]:
    """Return for each box the place of the suppressor, -1 none, and the IoU with the suppressor, (n,) int64 and (n,).

    The suppressor is the first survivor above with an IoU over the threshold. IoU is intersection / (area + area -
    intersection) in the boxes' dtype. Sources: torchvision ``nms``, py-faster-rcnn ``cpu_nms``.

    Args:
        boxes: (n, 4) px, highest score first.
        threshold: compared in double.
        inclusive: widths are x2 - x1 + 1.
        at_equal: an IoU equal to ``threshold`` suppresses too.
        group: (n,) whole numbers below 65536; boxes of different groups do not suppress each other. None: one group.
    """
    by, iou, lost = np.full(len(boxes), -1, np.int64), np.zeros(len(boxes), boxes.dtype), np.zeros(len(boxes), bool)
    alive = _groups(group, len(boxes))

    def note(upper: Indices, lower: Indices, overlap: Array) -> None:
        # reversed: of several upper boxes the first is written last and stands
        by[lower[::-1]], iou[lower[::-1]] = upper[::-1], overlap[::-1]
        lost[lower] = True

    # boxes without area give 0 / 0, and a NaN is over no threshold
    with np.errstate(all="ignore"):
        pairs = _Pairs(boxes, threshold, inclusive, at_equal)
        while alive:
            # greedy order needs a box's fate before the next one's: only inside a block, whose survivors then meet all
            # later boxes at once
            blocks = [one[:BLOCK] for one in alive]
            note(*_greedy(*pairs.over([(block, block) for block in blocks]), lost))
            rest = [(block[~lost[block]], one[BLOCK:]) for block, one in zip(blocks, alive, strict=True)]
            note(*pairs.over(rest))
            alive = [left for _, later in rest if (left := later[~lost[later]]).size]
    return by, iou


def _groups(group: Array | None, count: int) -> list[Indices]:
    """Return the places of each group's boxes, ascending."""
    if group is None:
        return [np.arange(count)]
    order = np.argsort(group.astype(np.uint16), kind="stable")  # NumPy sorts 16 bits by radix, in linear time
    return np.split(order, np.flatnonzero(np.diff(group[order])) + 1)


def _greedy(upper: Indices, lower: Indices, overlap: Array, lost: npt.NDArray[np.bool_]) -> tuple[Indices, ...]:
    """Return the pairs whose upper box survives, one upper box after the other; mark the lower boxes ``lost``."""
    starts = np.flatnonzero(np.diff(upper, prepend=-1))
    ends = np.append(starts, upper.size)[1:]
    heard = np.zeros(upper.size, bool)
    for box, start, end in zip(upper[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        # a box lost to an earlier one of this loop suppresses nobody: this order cannot be vectorised
        if not lost[box]:
            lost[lower[start:end]] = heard[start:end] = True
    return upper[heard], lower[heard], overlap[heard]


class _Pairs:
    """Pairs of boxes with an IoU over the threshold t: a matrix product finds the near pairs to compare.

    With shares a, b of one box's sides and p, q of the other's in the intersection, 1 / IoU = 1/ab + 1/pq - 1. From
    1/ab >= 1/a + 1/b - 1 and a distance of centres 2 |dx| <= (1/a + 1/p - 2) w follows: IoU > t needs 2 |dx| / w + 2
    |dy| / h < 1/t - 1, with the first box's w and h. The sum of the squares is a sum of products of the first box's
    ``terms`` (n, 5) and the second's ``powers`` (n, 5), with an allowance for rounding.
    """

    def __init__(self, boxes: Array, threshold: float, inclusive: bool, at_equal: bool) -> None:
        real = boxes.dtype.type
        self.x0, self.y0, self.x1, self.y1 = np.ascontiguousarray(boxes.T)
        width, height = sides(boxes, int(inclusive))
        self.area = width * height
        self.extra, self.zero, self.at_equal = real(inclusive), real(0), at_equal
        # the libraries compare a float32 IoU with a double threshold: the same question asked in float32 takes the
        # neighbouring float32 where rounding moved the threshold past the double
        self.limit = real(threshold)
        if not at_equal and float(self.limit) > threshold:
            self.limit = np.nextafter(self.limit, real(-1))
        if at_equal and float(self.limit) < threshold:
            self.limit = np.nextafter(self.limit, real(2))
        # a little too far costs a few comparisons, a little too near would lose a pair; without threshold all pairs are
        # near
        reach = real((1 / threshold - 1) ** 2 * 1.001 if threshold > 0 else np.inf)
        self.terms, self.powers = np.ones((len(boxes), 5), real), np.ones((len(boxes), 5), real)
        self.terms[:, 4] = -reach
        for k, low, high, side in ((0, self.x0, self.x1, width), (2, self.y0, self.y1, height)):
            first, last = low.min(initial=0), high.max(initial=0)
            # sums of edges around the middle of all boxes: squares of small numbers keep more bits
            centre, weight = (low - (middle := (first + last) / 2)) + (high - middle), 1 / (side * side)
            # what the product of squares may be off by: pairs inside the allowance are compared exactly
            rounding = 16 * np.finfo(real).eps * (last - first) ** 2
            self.powers[:, k], self.powers[:, k + 1] = centre * centre, centre
            self.terms[:, k], self.terms[:, k + 1] = weight, -2 * centre * weight
            self.terms[:, 4] += (centre * centre - rounding) * weight

    def over(self, parts: list[tuple[Indices, Indices]]) -> tuple[Indices, Indices, Array]:
        """Return upper box, lower box and IoU (m,) of all pairs over the threshold, for each of ``parts`` by upper box.

        A part is two lists of places to pair; a list paired with the same list pairs each box with the later boxes
        only.
        """
        found = []
        for upper, lower in parts:
            terms, step = np.take(self.terms, upper, 0), PIECE // max(len(upper), 1)
            for some in (lower[start : start + step] for start in range(0, len(lower), step)):
                far = terms @ np.take(self.powers, some, 0).T > 0  # NaN from a side of 0 is not far
                if upper is lower:
                    far |= NOT_BELOW[: len(upper), : len(upper)]
                flat = np.flatnonzero(~far)
                row = flat // some.size
                found.append((upper[row], some[flat - row * some.size]))
        first, second = (np.concatenate([pair[k] for pair in found] or [np.empty(0, np.int64)]) for k in (0, 1))
        iou = self._iou(first, second)
        over = np.flatnonzero(iou >= self.limit if self.at_equal else iou > self.limit)
        return first[over], second[over], iou[over]

    def _iou(self, first: Indices, second: Indices) -> Array:
        width = np.minimum(self.x1[first], self.x1[second]) - np.maximum(self.x0[first], self.x0[second])
        height = np.minimum(self.y1[first], self.y1[second]) - np.maximum(self.y0[first], self.y0[second])
        if self.extra:
            width, height = width + self.extra, height + self.extra
        inter = np.maximum(width, self.zero) * np.maximum(height, self.zero)
        # area + area first, then minus the intersection: the order of the libraries, which decides the last bit
        return np.asarray(inter / (self.area[first] + self.area[second] - inter))
