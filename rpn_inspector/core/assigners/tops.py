"""The best pair of each anchor, of pairs listed ground truth by ground truth, and better ones that are not listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.pair_windows import SLACK, area_of, overlaps
from rpn_inspector.core.positives import Chunk

Array = npt.NDArray[Any]
CROWDED = 200  # ground truths of a picture from which pairs are compared in blocks
CROWDED_PAIRS = 1 << 15  # of a block, whose numbers stay in the cache of a core


@dataclass(slots=True)
class Tops:
    """The anchors of pairs: ``key`` (n,), picture * N + anchor, ascending, each with the best ground truth."""

    key: npt.NDArray[np.int64]
    gt: npt.NDArray[np.int64]
    iou: Array

    @classmethod
    def of(cls, chunk: Chunk, gt: Array, anchor: Array, iou: Array) -> Tops:
        """Return the best listed pair of each anchor, with the first ground truth at a tie."""
        key = chunk.picture[gt] * chunk.grid.size + anchor
        # the last key sorts first: by anchor, then by falling IoU, then by ground truth
        order = np.lexsort((gt, -iou, key))
        order = order[np.append(True, np.diff(key[order]) > 0)]
        return cls(key[order], gt[order], iou[order])

    def complete(self, chunk: Chunk, weak: Array, one: Any) -> None:
        """Compare the anchors at ``weak`` with every ground truth of the picture: a better pair may not be listed."""
        picture, first = self.key[weak] // chunk.grid.size, chunk.first
        crowded = (first[picture + 1] - first[picture]) > CROWDED
        for one_picture in np.unique(picture[crowded]).tolist():
            rows = slice(int(first[one_picture]), int(first[one_picture + 1]))
            self._complete_crowded(chunk, weak[picture == one_picture], rows, one)
        self._complete_listed(chunk, weak[~crowded], one)

    def _complete_crowded(self, chunk: Chunk, weak: Array, rows: slice, one: Any) -> None:
        """Compare the anchors of one picture with the ground truths ``rows``: no list of the pairs."""
        edges = chunk.grid.boxes(self.key[weak] % chunk.grid.size)
        hit, self.iou[weak] = best_of_all(edges, chunk.gt[rows], one)
        self.gt[weak] = rows.start + hit

    def _complete_listed(self, chunk: Chunk, weak: Array, one: Any) -> None:
        """Compare the anchors of many pictures with their ground truths, as a list of the pairs that can be better."""
        picture, anchor = np.divmod(self.key[weak], chunk.grid.size)
        first = chunk.first
        many = first[picture + 1] - first[picture]
        begin = np.cumsum(many) - many
        which = np.repeat(np.arange(len(weak)), many)
        gt = np.arange(which.size) - begin[which] + first[picture][which]
        edges = chunk.grid.boxes(anchor)
        # an IoU is at most the ratio of both areas, which leaves a third of the pairs; NaN leaves them too
        areas, gt_areas = area_of(edges, one)[which], area_of(chunk.gt, one)[gt]
        known = (self.iou[weak] * (1 - SLACK))[which]
        able = np.flatnonzero(~(np.minimum(areas, gt_areas) < known * np.maximum(areas, gt_areas)))
        which, gt = which[able], gt[able]
        iou = overlaps(edges[which], chunk.gt[gt], one)
        if not which.size:
            return
        # each anchor has a pair left, the listed one
        top = np.maximum.reduceat(iou, which.searchsorted(np.arange(len(weak))))
        hit = np.flatnonzero(iou == top[which])
        hit = hit[np.append(True, np.diff(which[hit]) > 0)]  # ascending ground truths: the first at a tie
        self.gt[weak], self.iou[weak] = gt[hit], top


def best_of_all(edges: Array, gt: Array, one: Any) -> tuple[Array, Array]:
    """Return for each of ``edges`` (n, 4) the first of ``gt`` (G, 4) with the best IoU, and that IoU, (n,) each.

    The IoUs equal `overlaps`; every ground truth has an area.
    """
    best, iou = np.empty(len(edges), np.int64), np.empty(len(edges), edges.dtype)
    x0, y0, x1, y1 = np.ascontiguousarray(gt.T)
    areas, step = area_of(gt, one), max(1, CROWDED_PAIRS // len(gt))
    for start in range(0, len(edges), step):
        some = slice(start, start + step)
        left, top, right, bottom = np.ascontiguousarray(edges[some].T)[..., None]
        # sides side by side in memory, and few arrays of n x G: several times as fast as `overlaps`
        in_x, in_y = np.minimum(right, x1), np.minimum(bottom, y1)
        for overlap, other in ((in_x, np.maximum(left, x0)), (in_y, np.maximum(top, y0))):
            overlap -= other
            overlap += one
            np.maximum(overlap, 0, out=overlap)
        in_x *= in_y
        union = np.subtract(areas + (right - left + one) * (bottom - top + one), in_x, out=in_y)
        in_x /= union
        hit = best[some] = in_x.argmax(1)
        iou[some] = in_x[np.arange(len(hit)), hit]
    return best, iou
