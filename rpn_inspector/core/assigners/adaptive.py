"""The assigner with a threshold of each ground truth's own: the mean of its candidates' IoU and their deviation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.adaptive_words import AdaptiveWords
from rpn_inspector.core.assignment import Assignment, Cause, Ragged
from rpn_inspector.core.ignored import Outside, Regions, outside_part, regions_part, runs_inside
from rpn_inspector.core.iou_planes import crowded_cells, planes_of
from rpn_inspector.core.limits import CANDIDATES, WEIGHT
from rpn_inspector.core.matcher import PictureBoxes
from rpn_inspector.core.nearest_centres import nearest
from rpn_inspector.core.pair_windows import Runs, overlaps, runs_of
from rpn_inspector.core.positives import Chunk, Positives, inside_of
from rpn_inspector.core.spec import number

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Adaptive(AdaptiveWords):
    """By each ground truth's own threshold of IoU, among the anchors nearest to its centre (ATSS)."""

    rule: ClassVar[str] = "adaptive"
    topk: int = number(9, "candidates of each level: the anchors nearest to the ground truth's centre", CANDIDATES)
    inside: float = number(0.01, "px by which an anchor's centre must lie inside the ground truth, not reached", WEIGHT)
    outside: Outside = outside_part()
    regions: Regions = regions_part()

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors of ``grid`` for a picture's ground truths.

        Anchors outside or in a batch's padding are no candidates; those in ignored regions are the last. Everything is
        in the grid's dtype. Sources: the ATSS article (1912.02424), MMDetection ``ATSSAssigner``.

        Args:
            grid: N anchors, network px.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: (h, w) network px of the resized picture, the border for ``outside``.
            regions: (I, 4) ignored regions, network px; anchors inside get label -1. None for no region.
            padded_size: (h, w) network px of the picture's own padding, where the grid is a larger batch's.
            answers: not used.
        """
        picture = PictureBoxes.of(grid, gt, image_size, regions, padded_size)
        boxes, count = picture.boxes, len(picture.boxes)
        label, owner = np.zeros(grid.size, np.int8), np.full(grid.size, -1, np.int32)
        cause = np.zeros(grid.size, np.uint8)
        crowded, away, runs = self._left_out(grid, picture)
        if crowded is not None:
            label[crowded], cause[crowded] = -1, Cause.CROWD
        last = crowded if self.regions.beforehand else None
        found = _compared(grid, boxes, runs, self.topk, self.inside, last)
        # of several reasons against an anchor the one of the ground truth it overlaps most is given
        order = np.lexsort((-found.gt, found.iou))
        refused = order[~found.passing[order]]
        refused = refused[label[found.anchor[refused]] == 0]
        over = ~(found.iou[refused] < found.threshold[found.gt[refused]])
        cause[found.anchor[refused]] = np.where(over, Cause.CENTRE_OUTSIDE, Cause.UNDER_MEAN)
        first, rows = found.best_of(np.zeros(count, np.int64), grid.size)
        label[first], owner[first], cause[first] = 1, found.gt[rows], Cause.ADAPTIVE
        if away is not None:
            label[away], owner[away], cause[away] = -1, -1, Cause.OUTSIDE_IMAGE
        per_gt = found.per_gt(grid, np.bincount(owner[owner >= 0], minlength=count))
        ragged = Ragged(anchor=found.anchor, gt=found.gt.astype(np.int32), measured={"iou": found.iou})
        return Assignment(label=label, gt=owner, cause=cause, per_gt=per_gt, ragged=ragged)

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid, equal to the bit to `assign` picture by picture."""
        grid, sizes = chunk.grid, chunk.sizes[chunk.picture]
        border = self.outside.border if self.outside.before else None
        runs = [[runs_of(level, base, sizes, border) for base in range(len(level.base))] for level in grid.levels]
        found = _compared(grid, chunk.gt, runs, self.topk, self.inside, None)
        key, rows = found.best_of(chunk.picture, grid.size)
        if self.outside.after:
            picture, anchor = np.divmod(key, grid.size)
            stay = inside_of(grid.boxes(anchor), chunk.sizes[picture], self.outside)
            key, rows = key[stay], rows[stay]
        picture, anchor = np.divmod(key, grid.size)
        owner = found.gt[rows]
        return Positives(
            picture=picture,
            anchor=anchor,
            gt=owner,
            cause=np.full(len(key), Cause.ADAPTIVE, np.uint8),
            measure=None,
            per_gt=found.per_gt(grid, np.bincount(owner, minlength=len(chunk.gt))),
            whole=np.empty(0, np.int64),
        )

    def _left_out(self, grid: Grid, picture: PictureBoxes) -> tuple[Array | None, Array | None, list[list[Runs]]]:
        """Return the anchors in ignored regions and those outside (N,), None for none, and the runs of the others."""
        outside, sizes, count = self.outside, (picture.size, picture.padded_size), len(picture.boxes)
        crowded, away = np.zeros(grid.size, bool), np.zeros(grid.size, bool)
        runs = []
        for level in grid.levels:
            if len(picture.regions):
                plane = planes_of(level, grid.dtype, outside, *sizes, leaving=outside.before)
                cells = crowded_cells(plane, picture.regions, self.regions, inclusive=False)
                crowded[level.rows] = level.to_flat(cells)
            taken = zip(*runs_inside(level, outside, *sizes, leaving=outside.before), strict=True)
            runs.append([_everyone(count, *pair) for pair in taken])
            leaving = zip(*runs_inside(level, outside, *sizes, leaving=outside.before or outside.after), strict=True)
            cells = np.ones((len(level.base), *level.shape), bool)
            for base, ((x, x_end), (y, y_end)) in enumerate(leaving):
                cells[base, y:y_end, x:x_end] = False
            away[level.rows] = level.to_flat(cells)
        return crowded if crowded.any() else None, away if away.any() else None, runs


def _everyone(count: int, x: tuple[int, int], y: tuple[int, int]) -> Runs:
    return Runs(*(np.full(count, edge) for edge in (*x, *y)))


@dataclass(slots=True)
class _Found:
    """Candidates: ground truth, anchor, IoU and whether they pass (n,); each ground truth's threshold (G,)."""

    gt: Indices
    anchor: Indices
    iou: Array
    passing: npt.NDArray[np.bool_]
    threshold: Array

    def best_of(self, picture: Indices, size: int) -> tuple[Indices, Indices]:
        """Return the positive anchors as picture * ``size`` + anchor, ascending, and the row of each one's owner.

        Of several ground truths the one of the highest IoU owns the anchor, the first at a tie.
        """
        rows = np.flatnonzero(self.passing)
        key = picture[self.gt[rows]] * size + self.anchor[rows]
        order = np.lexsort((self.gt[rows], -self.iou[rows], key))
        order = order[np.diff(key[order], prepend=-1) > 0]
        return key[order], rows[order]

    def per_gt(self, grid: Grid, positives: Indices) -> dict[str, Array]:
        """Return the arrays of `Assignment.per_gt`."""
        count = len(self.threshold)
        best = np.zeros(count, grid.dtype)
        np.maximum.at(best, self.gt, self.iou)
        tied = np.flatnonzero(self.iou == best[self.gt])
        first = np.full(count, grid.size)
        np.minimum.at(first, self.gt[tied], self.anchor[tied])
        return {
            "positives": positives.astype(np.int64),
            "candidates": np.bincount(self.gt, minlength=count),
            "threshold": self.threshold,
            "best": best,
            "best_anchor": np.where(first < grid.size, first, -1),
            "ties": np.bincount(self.gt[tied], minlength=count),
        }


def _compared(grid: Grid, gt: Array, runs: list[list[Runs]], topk: int, inside: float, crowded: Array | None) -> _Found:
    """Return the candidates of ground truths (G, 4), with the thresholds that they make."""
    near = nearest(grid, gt, runs, topk, crowded)
    edges, boxes, zero = grid.boxes(near.anchor), gt[near.gt], grid.dtype.type(0)
    iou = overlaps(edges, boxes, zero)
    threshold = thresholds(near.gt, iou, len(gt))
    centre = (edges[:, :2] + edges[:, 2:]) / grid.dtype.type(2)
    reach = np.concatenate([centre - boxes[:, :2], boxes[:, 2:] - centre], 1).min(1, initial=np.inf)
    with np.errstate(invalid="ignore"):
        passing = (iou >= threshold[near.gt]) & (reach > grid.dtype.type(inside))
    return _Found(near.gt, near.anchor, iou, passing, threshold)


def thresholds(gt: Indices, iou: Array, count: int) -> Array:
    """Return each ground truth's threshold (G,), as ``iou``: the mean of its IoUs plus their deviation by n - 1.

    Mean and deviation are rounded before the sum. NaN for a single candidate, as in torch: nothing reaches that.

    Args:
        gt: (n,) the ground truth of each candidate.
        iou: (n,) its IoU.
        count: G.
    """
    many = np.bincount(gt, minlength=count)
    wide = iou.astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(gt, wide, count) / many
        spread = np.sqrt(np.bincount(gt, (wide - mean[gt]) ** 2, count) / np.maximum(many - 1, 0))
        return np.asarray(mean.astype(iou.dtype) + spread.astype(iou.dtype))
