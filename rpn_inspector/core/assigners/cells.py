"""The assigner by cells: positive anchors stand in the cells of the ground truths' centres (YOLOv3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.wording import LOWER, UPPER, IouWords, Name
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.ignored import Outside, Regions, outside_part, regions_part
from rpn_inspector.core.matcher import (
    Compared,
    Decided,
    PictureBoxes,
    best_of,
    compared,
    finished,
    threshold_problems,
)
from rpn_inspector.core.pair_windows import overlaps
from rpn_inspector.core.phrases import NO_ANCHOR_IN_CELL
from rpn_inspector.core.positives import Chunk, Positives, inside_of, left_to_assign
from rpn_inspector.core.spec import FRACTION, RecipeProblem, Rules, number, option, part
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
MOST_PAIRS = 1 << 22  # of one picture's ground truths and responsible anchors, compared at once
LEAST = "only where that best IoU is over this"


@dataclass(frozen=True, slots=True)
class NoBestInCells:
    """No ground truth has a say beyond the thresholds."""

    rule: ClassVar[str] = "off"
    on: ClassVar[bool] = False
    first: ClassVar[bool] = False
    least: ClassVar[float] = 1.0

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return False


@dataclass(frozen=True, slots=True)
class EveryBestInCells:
    """Each ground truth's best anchors in such cells are positive, every one that ties for it."""

    rule: ClassVar[str] = "all"
    on: ClassVar[bool] = True
    first: ClassVar[bool] = False
    least: float = number(0.0, LEAST, FRACTION)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return best > self.least


@dataclass(frozen=True, slots=True)
class FirstBestInCells:
    """Each ground truth's best anchor in such cells is positive, the first of those that tie for it."""

    rule: ClassVar[str] = "first"
    on: ClassVar[bool] = True
    first: ClassVar[bool] = True
    least: float = number(0.0, LEAST, FRACTION)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return best > self.least


LowQuality = NoBestInCells | EveryBestInCells | FirstBestInCells
LOW_QUALITY: Rules[LowQuality] = Rules(
    "Each ground truth's best anchor in such cells is positive, whatever its IoU; the last to claim it keeps it.",
    "all",
    {"off": NoBestInCells, "all": EveryBestInCells, "first": FirstBestInCells},
)


@dataclass(frozen=True, slots=True)
class Cells(IouWords):
    """Only in the cells that hold a ground truth's centre, with strict thresholds (YOLO)."""

    rule: ClassVar[str] = "cells"
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.OVERLAP,
        Cause.BEST_FOR_GT,
        Cause.OUTSIDE_IMAGE,
        Cause.CROWD,
        Cause.OTHER_CELL,
    )
    unmatched: ClassVar[str] = NO_ANCHOR_IN_CELL
    reaches: ClassVar[Text] = Text("is over")
    below: ClassVar[tuple[str, str]] = ("≤", ">")
    positive: float = number(0.5, "IoU over which an anchor of such a cell is positive", FRACTION, UPPER)
    negative: float = number(0.5, "IoU up to which an anchor is negative", FRACTION, LOWER)
    negative_from: float = number(0.0, "IoU over which it may be negative; below it is ignored", FRACTION)
    inclusive: bool = option(False, "widths are x2 - x1 + 1")
    low_quality: LowQuality = part(LOW_QUALITY)
    outside: Outside = outside_part()
    regions: Regions = regions_part()

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield thresholds in the wrong order."""
        yield from threshold_problems(self, place)

    @property
    def claimed(self) -> bool:
        """Return whether low-quality matches are assigned to the claiming ground truth: always."""
        return True

    @property
    def takes_zero(self) -> bool:
        """Return whether a ground truth of best IoU 0 makes anchors positive: never."""
        return False

    @property
    def clobbers(self) -> bool:
        """Return whether an IoU below the lower threshold wins over the low-quality rule: never."""
        return False

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

        Thresholds are compared in the grid's dtype. Source: MMDetection ``GridAssigner``.

        Args:
            grid: N anchors, network px.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: (h, w) network px of the resized picture, the border for ``outside``.
            regions: (I, 4) ignored regions, network px; anchors inside get label -1. None for no region.
            padded_size: (h, w) network px of the picture's own padding, where the grid is a larger batch's.
            answers: not used.
        """
        picture = PictureBoxes.of(grid, gt, image_size, regions, padded_size)
        found = compared(grid, picture, self.outside, self.regions, self.inclusive)
        decided, dense = self._decide(grid, picture.boxes, found), {"iou": found.iou, "best_gt": found.best_gt}
        return finished(grid, picture, self.outside, self.regions, decided, dense, found.outside, found.crowded)

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid, equal to the bit to `assign` picture by picture.

        Only anchors of responsible cells are compared, each with every ground truth of the picture. Pictures with more
        than `MOST_PAIRS` pairs, or with a box beyond the dtype, are left to `assign`.
        """
        grid, dtype, count = chunk.grid, chunk.grid.dtype, len(chunk.gt)
        of_gt = responsible_of(grid, chunk.gt)
        many = np.bincount(chunk.picture, minlength=len(chunk.sizes))
        with np.errstate(over="ignore", invalid="ignore"):
            area = (chunk.gt[:, 2] - chunk.gt[:, 0]) * (chunk.gt[:, 3] - chunk.gt[:, 1])
        # a box too large for its dtype has no IoU to compare
        endless = np.bincount(chunk.picture[~np.isfinite(area)], minlength=len(chunk.sizes)) > 0
        whole = np.flatnonzero((many * many * of_gt.shape[1] > MOST_PAIRS) | endless)
        looked = ~np.isin(chunk.picture, whole)
        # picture * N + anchor, ascending: a cell that holds two centres counts once
        key = np.unique(chunk.picture[looked, None] * grid.size + of_gt[looked])
        if not key.size:
            return left_to_assign(self, chunk, whole)
        picture, anchor = np.divmod(key, grid.size)
        begin = np.cumsum(many[picture]) - many[picture]
        row = np.repeat(np.arange(key.size), many[picture])
        gt = np.arange(row.size) - begin[row] + chunk.first[picture][row]
        edges = grid.boxes(anchor)
        iou = overlaps(edges[row], chunk.gt[gt], dtype.type(self.inclusive))
        # rows of one anchor stand side by side, rows of one ground truth do not: a reduction and a scatter
        top, highest = np.maximum.reduceat(iou, begin), np.zeros(count, dtype)
        np.maximum.at(highest, gt, iou)
        # exact equality, as in the library: an anchor's best IoU is one of the values compared, so a tie is a tie to
        # the bit
        hit = np.flatnonzero(iou == top[row])
        owner = gt[hit[np.append(True, np.diff(row[hit]) > 0)]]  # rows ascend by ground truth: the first at a tie
        # before and after differ in no positive here: a ground truth's best IoU is over all responsible anchors, and
        # those outside lose their label at the end
        leaving = self.outside.before or self.outside.after
        inside = inside_of(edges, chunk.sizes[picture], self.outside) if leaving else np.ones(key.size, bool)
        positive = (top > dtype.type(self.positive)) & inside
        cause = np.full(key.size, Cause.OVERLAP, np.uint8)
        tied = np.flatnonzero(iou == highest[gt])
        first = np.full(count, grid.size)
        np.minimum.at(first, gt[tied], anchor[row[tied]])
        if self.low_quality.on:
            claims = tied[highest[gt[tied]] > dtype.type(self.low_quality.least)]
            if self.low_quality.first:
                claims = claims[anchor[row[claims]] == first[gt[claims]]]
            claims = claims[np.argsort(gt[claims], kind="stable")]  # the last claim stands
            at, last = row[claims], owner.copy()
            last[at] = gt[claims]
            alone = np.bincount(at, minlength=key.size) == 1
            # over the threshold, and claimed by the owner alone: positive without the rule, so no low-quality match;
            # after an earlier claim the anchor had another owner, as in `_decide`
            plain = positive & alone & (last == owner)
            cause[at] = np.where(plain[at], Cause.OVERLAP, Cause.BEST_FOR_GT)
            owner = last
            positive[at] = True
        positive &= inside
        owner, cause = owner[positive], cause[positive]
        return Positives(
            picture=picture[positive],
            anchor=anchor[positive],
            gt=owner,
            cause=cause,
            measure=top[positive],
            per_gt={
                "positives": np.bincount(owner, minlength=count),
                "low_quality": np.bincount(owner[cause == Cause.BEST_FOR_GT], minlength=count),
                "best": highest,
                "best_anchor": np.where(first < grid.size, first, 0),
                "ties": np.bincount(gt[tied], minlength=count),
            },
            whole=whole,
        )

    def _why_overlap(self, index: int, assignment: Assignment, name: Name) -> str:
        owner = name(int(assignment.gt[index]))
        return Text.of(
            "Its cell holds the centre of a ground truth, and IoU with {owner} is over {positive:.2f}.",
            owner=owner,
            positive=self.positive,
        )

    def _why_best(self, index: int, assignment: Assignment, name: Name) -> str:
        owner = name(int(assignment.gt[index]))
        return Text.of(
            "No anchor in a cell with a ground truth's centre overlaps {owner} more, so it is positive.", owner=owner
        )

    def _decide(self, grid: Grid, boxes: Array, found: Compared) -> Decided:
        iou, best_gt = found.iou, found.best_gt
        low, high, least = (grid.dtype.type(t) for t in (self.negative, self.positive, self.low_quality.least))
        below = (iou <= low) & ((iou > grid.dtype.type(self.negative_from)) if self.negative_from > 0 else True)
        gt = np.full(grid.size, -1, np.int32)
        if not len(boxes):  # without ground truth all are negative, whatever `negative_from`
            none = np.zeros(grid.size, np.int8)
            return Decided(label=none, gt=gt, cause=none.astype(np.uint8), best=best_of(grid, [], []))
        # an IoU over `negative` is too much for a negative, and outside the responsible cells no anchor may be positive
        label = np.where(below, 0, -1).astype(np.int8)
        cause = np.where(below, Cause.BACKGROUND, Cause.OTHER_CELL).astype(np.uint8)
        cells = responsible(grid, boxes)
        anchors = grid.boxes(cells)
        # strict >: an IoU equal to the threshold makes no positive, unlike the rule by overlap
        over = cells[iou[cells] > high]
        label[over], gt[over], cause[over] = 1, best_gt[over], Cause.OVERLAP
        highest, ties = [], []
        for box in boxes:  # a row at a time: G rows of all responsible anchors would need memory of G^2
            row = iou_with(box, anchors, int(self.inclusive))
            highest.append(row.max())
            ties.append(cells[row == row.max()])
        if self.low_quality.on:
            # in the order of the ground truths: a later claim overwrites an earlier one, as in MMDetection
            for k, tied in enumerate(ties):
                if highest[k] > least:
                    best = tied[:1] if self.low_quality.first else tied
                    # before the claim is written: positive for k already means no low-quality match
                    plain = (label[best] == 1) & (gt[best] == k)
                    label[best], gt[best] = 1, k
                    cause[best] = np.where(plain, cause[best], Cause.BEST_FOR_GT)
        return Decided(label=label, gt=gt, cause=cause, best=best_of(grid, highest, ties))


def responsible(grid: Grid, gt: Array) -> npt.NDArray[np.int64]:
    """Return the anchors (n,), flat, ascending, of all cells with the centre of a ground truth (G, 4), network px."""
    return np.unique(responsible_of(grid, gt))


def responsible_of(grid: Grid, gt: Array) -> npt.NDArray[np.int64]:
    """Return the anchors (G, n), flat int64, of the cells on all levels with the centre of each ground truth.

    Centres and quotients are in the dtype of ``gt`` (G, 4), network px. Source: MMDetection
    ``single_level_responsible_flags``.
    """
    found = []
    for level in grid.levels:
        cells = []
        for axis, count in ((1, level.shape[0]), (0, level.shape[1])):
            centre = (gt[:, axis] + gt[:, axis + 2]) * gt.dtype.type(0.5)
            # boxes count x first, strides and shapes y first
            step = level.stride[1 - axis]
            # the quotient is rounded in the boxes' dtype before floor: in double a centre beside an edge could fall
            # into another cell
            cells.append(np.clip(np.floor(centre / gt.dtype.type(step)), 0, count - 1).astype(np.int64))
        found.append(level.flat(np.arange(len(level.base)), cells[0][:, None], cells[1][:, None]))
    return np.concatenate(found, 1)
