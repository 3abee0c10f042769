"""Greedy non-maximum suppression that records each box's suppressor, in blocks instead of box by box."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
BLOCK, LARGEST = 64, 2048  # boxes of a group's first block, and of the largest later one
CHUNK = 128  # boxes side by side along x that meet the same range of others
FEW = 32  # boxes of a group up to which all its pairs are compared: less work than finding the near ones
PIECE = 50_000  # products at a time: OpenBLAS starts no threads for so few, which would cost more than they save
MOST = 250_000  # near pairs, about, that wait for their IoU: without threshold all are near, of many boxes too many
NOT_BEFORE, NOBODY = np.tri(CHUNK, dtype=bool), np.empty(0, np.int64)


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
    none, size, found = len(boxes), BLOCK, []
    by, iou, lost = np.full(none, none), np.zeros(none, boxes.dtype), np.zeros(none, bool)
    # boxes without area give 0 / 0, and a NaN is over no threshold
    with np.errstate(all="ignore"):
        pairs = _Pairs(boxes, threshold, inclusive, at_equal)
        groups = _groups(group, pairs.x)
        alive = [one for one in groups if len(one) > FEW]
        if len(alive) < len(groups):  # of eighty classes with a few boxes each, a pass each would cost more than pairs
            found.append(_greedy(*pairs.within([one for one in groups if len(one) <= FEW]), lost))
        while alive:
            # greedy order needs a box's fate before the next one's: only inside a block, whose survivors then meet all
            # later boxes at once; the first blocks take most of a heap, and leave few pairs to larger ones
            ends = [np.partition(one, size)[size] if len(one) > 2 * size else none for one in alive]
            blocks = [one[one < end] for one, end in zip(alive, ends, strict=True)]
            found.append(_greedy(*pairs.over([(block, block) for block in blocks]), lost))
            parts = zip(blocks, alive, ends, strict=True)
            rest = [(block[~lost[block]], one[one >= end]) for block, one, end in parts if end < none]
            if not rest:
                break
            found.append(pairs.over(rest))
            lost[found[-1][1]] = True
            alive = [some for _, later in rest if (some := later[~lost[later]]).size]
            met, left = sum(len(later) for _, later in rest), sum(map(len, alive))
            # where hardly a box is lost, hardly a pair is near: the rest may meet at once
            size = min(2 * size, LARGEST) if left < 0.8 * met else LARGEST
    if found:
        upper, lower, overlap = _joined(found)
        np.minimum.at(by, lower, upper)  # of several survivors the first is the suppressor
        first = by[lower] == upper
        iou[lower[first]] = overlap[first]
    by[by == none] = -1
    return by, iou


def _groups(group: Array | None, x: Array) -> list[Indices]:
    """Return the places of each group's boxes, ascending by their ``x`` (n,)."""
    order = np.argsort(x)
    if group is None:
        return [order] if order.size else []
    kinds = group.astype(np.uint16)[order]
    within = np.argsort(kinds, kind="stable")  # NumPy sorts 16 bits by radix, in linear time
    return np.split(order[within], np.flatnonzero(np.diff(kinds[within])) + 1) if order.size else []


def _greedy(upper: Indices, lower: Indices, overlap: Array, lost: npt.NDArray[np.bool_]) -> tuple[Indices, ...]:
    """Return the pairs whose upper box survives, and mark their lower boxes ``lost``."""
    above, below = upper, lower
    while above.size:
        # a box below none that may survive does: those below it are lost, and suppress nobody
        first = np.ones(len(lost), bool)
        first[below] = False
        lost[below[first[above]]] = True
        undecided = ~(lost[above] | lost[below])
        above, below = above[undecided], below[undecided]
    heard = ~lost[upper]
    return upper[heard], lower[heard], overlap[heard]


def _joined(parts: Iterable[tuple[Array, ...]]) -> tuple[Array, ...]:
    return tuple(np.concatenate(each) for each in zip(*parts, strict=True))


class _Pairs:
    """Pairs of boxes with an IoU over the threshold t: a matrix product finds the near pairs to compare.

    With shares a, b of one box's sides and p, q of the other's in the intersection, 1 / IoU = 1/ab + 1/pq - 1. From
    1/ab >= 1/a + 1/b - 1 and a distance of centres 2 |dx| <= (1/a + 1/p - 2) w follows: IoU > t needs 2 |dx| / w + 2
    |dy| / h < 1/t - 1, with the first box's w and h. The sum of the squares is a sum of products of the first box's
    ``terms`` (5, n) and the second's ``powers`` (5, n), with an allowance for rounding.
    """

    def __init__(self, boxes: Array, threshold: float, inclusive: bool, at_equal: bool) -> None:
        real, eps = boxes.dtype.type, np.finfo(boxes.dtype).eps
        self.edges = np.ascontiguousarray(boxes.T)
        low, high = self.edges[:2], self.edges[2:]
        side = high - low + real(inclusive) if inclusive else high - low
        self.area = side[0] * side[1]
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
        reach = real((1 / threshold - 1) * 1.001 + 16 * eps if threshold > 0 else np.inf)
        first, last = low.min(1, keepdims=True, initial=0), high.max(1, keepdims=True, initial=0)
        # sums of edges around the middle of all boxes: squares of small numbers keep more bits
        centre, weight = (low - (middle := (first + last) / 2)) + (high - middle), 1 / (side * side)
        square, extent = centre * centre, last - first
        # what the product of squares may be off by: pairs inside the allowance are compared exactly
        rest = ((square - 16 * eps * extent**2) * weight).sum(0) - reach * reach
        self.powers = np.concatenate([square, centre, np.ones_like(square[:1])])
        self.terms = np.concatenate([weight, -2 * centre * weight, rest[None]])
        # how far along x the centre of a near box may be; NaN, of an edge that is not finite, bounds nothing
        far = np.fmin(np.abs(side[0]) * reach, 4 * extent[0]) + 16 * eps * extent[0]
        self.x, self.left, self.right = centre[0], np.fmax(centre[0] - far, -np.inf), centre[0] + far

    def over(self, parts: list[tuple[Indices, Indices]]) -> tuple[Indices, Indices, Array]:
        """Return upper box, lower box and IoU (m,) of all pairs over the threshold.

        A part is two lists of places to pair, each ascending by x; a list paired with itself gives each pair once.
        """
        found, near, many = [], [], 0
        for upper, lower in parts:
            terms, powers = np.take(self.terms, upper, 1), np.take(self.powers, lower, 1)
            for start, first, last in self._ranges(upper, lower):
                rows, step = terms[:, start : start + CHUNK].T, PIECE // min(CHUNK, len(upper) - start)
                for place in range(first, last, step):
                    far = rows @ powers[:, place : min(place + step, last)] > 0  # NaN from a side of 0 is not far
                    if upper is lower and place == start:
                        square = far[:, : len(rows)]
                        square |= NOT_BEFORE[: len(rows), : square.shape[1]]
                    flat = np.flatnonzero(~far)
                    row = flat // far.shape[1]
                    near.append((upper[start + row], lower[place + flat - row * far.shape[1]]))
                    many += flat.size
                    if many > MOST:
                        found.append(self._over(near))
                        near, many = [], 0
        found.append(self._over(near))
        one, other, iou = _joined(found)
        return one, other, iou

    def within(self, groups: list[Indices]) -> tuple[Indices, Indices, Array]:
        """Return upper box, lower box and IoU (m,) of all pairs over the threshold inside each of ``groups``."""
        places, sizes = np.concatenate(groups), [len(one) for one in groups]
        later = np.repeat(np.cumsum(sizes), sizes) - np.arange(1, len(places) + 1)  # each box meets those after it
        ends = np.cumsum(later)
        starts, found = ends - later, [self._over([])]
        for place, end in pairwise([*np.searchsorted(ends, np.arange(0, ends[-1], MOST), "right"), len(places)]):
            upper = np.repeat(np.arange(place, end), later[place:end])
            step = np.arange(starts[place], starts[place] + len(upper)) - starts[upper]
            found.append(self._over([(places[upper], places[upper + 1 + step])]))
        one, other, iou = _joined(found)
        return one, other, iou

    def _over(self, near: list[tuple[Indices, Indices]]) -> tuple[Indices, Indices, Array]:
        """Return upper box, lower box and IoU (m,) of those pairs of ``near`` that are over the threshold."""
        one, other = _joined(near) if near else (NOBODY, NOBODY)
        one, other = np.minimum(one, other), np.maximum(one, other)
        iou = self._iou(one, other)
        over = np.flatnonzero(iou >= self.limit if self.at_equal else iou > self.limit)
        return one[over], other[over], iou[over]

    def _ranges(self, upper: Indices, lower: Indices) -> Iterable[tuple[int, int, int]]:
        """Return the start of each chunk of ``upper`` and the range of ``lower`` that its boxes may be near to."""
        starts = range(0, len(upper), CHUNK)
        if len(starts) == 1:  # few boxes stand all over the picture
            return [(0, 0, len(lower))]
        x = self.x[lower]
        ends = x.searchsorted(np.maximum.reduceat(self.right[upper], starts), "right").tolist()
        if upper is lower:  # those before a chunk have met its boxes
            return zip(starts, starts, ends, strict=True)
        return zip(starts, x.searchsorted(np.minimum.reduceat(self.left[upper], starts)).tolist(), ends, strict=True)

    def _iou(self, first: Indices, second: Indices) -> Array:
        one, other = np.take(self.edges, first, 1), np.take(self.edges, second, 1)
        side = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
        if self.extra:
            side += self.extra
        np.maximum(side, self.zero, out=side)
        inter = side[0] * side[1]
        # area + area first, then minus the intersection: the order of the libraries, which decides the last bit
        return np.asarray(inter / (np.take(self.area, first) + np.take(self.area, second) - inter))
