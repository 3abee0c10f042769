"""The assigner by cells: only the anchors of a cell that holds a ground truth's centre can be positive (YOLOv3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigners.wording import IouWords, Name
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.ignored import Outside, Regions, outside_part, regions_part
from rpn_inspector.core.matcher import (
    Assignment,
    Cause,
    Compared,
    Decided,
    Picture,
    compared,
    finished,
    threshold_problems,
)
from rpn_inspector.core.positives import Chunk, Positives, one_by_one
from rpn_inspector.core.spec import FRACTION, Problem, Rules, number, option, part

Array = npt.NDArray[Any]
LEAST = "only where that best IoU is over this"


@dataclass(frozen=True, slots=True)
class Off:
    """No ground truth has a say beyond the thresholds."""

    rule: ClassVar[str] = "off"
    on: ClassVar[bool] = False
    first: ClassVar[bool] = False
    least: ClassVar[float] = 1.0

    def helps(self, best: float) -> bool:
        """Return whether a ground truth whose best IoU is ``best`` keeps its best anchors."""
        return False


@dataclass(frozen=True, slots=True)
class All:
    """Each ground truth's best anchors in such cells are positive, every one that ties for it."""

    rule: ClassVar[str] = "all"
    on: ClassVar[bool] = True
    first: ClassVar[bool] = False
    least: float = number(0.0, LEAST, FRACTION)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth whose best IoU is ``best`` keeps its best anchors."""
        return best > self.least


@dataclass(frozen=True, slots=True)
class First:
    """Each ground truth's best anchor in such cells is positive, the first of those that tie for it."""

    rule: ClassVar[str] = "first"
    on: ClassVar[bool] = True
    first: ClassVar[bool] = True
    least: float = number(0.0, LEAST, FRACTION)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth whose best IoU is ``best`` keeps its best anchors."""
        return best > self.least


LowQuality = Off | All | First
LOW_QUALITY: Rules[LowQuality] = Rules(
    "Each ground truth's best anchor in such cells is positive, whatever its IoU; the last to claim it keeps it.",
    "all",
    {"off": Off, "all": All, "first": First},
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
    by_cell: ClassVar[bool] = True
    reaches: ClassVar[str] = "is over"
    below: ClassVar[tuple[str, str]] = ("≤", ">")
    positive: float = number(0.5, "IoU over which an anchor of such a cell is positive", FRACTION, live=True)
    negative: float = number(0.5, "IoU up to which an anchor is negative", FRACTION, live=True)
    negative_from: float = number(0.0, "IoU over which it may be negative; below it is ignored", FRACTION)
    inclusive: bool = option(False, "widths are x2 - x1 + 1")
    low_quality: LowQuality = part(LOW_QUALITY)
    outside: Outside = outside_part()
    regions: Regions = regions_part()

    def problems(self, place: str) -> Iterator[Problem]:
        """Yield thresholds in the wrong order."""
        yield from threshold_problems(self, place)

    @property
    def claimed(self) -> bool:
        """Return whether a ground truth keeps the anchors it claims by the low-quality rule: always."""
        return True

    @property
    def takes_zero(self) -> bool:
        """Return whether a ground truth that overlaps no anchor makes some positive: never."""
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
    ) -> Assignment:
        """Return the labels of all anchors of ``grid`` for ground truths ``gt`` (G, 4) in network px.

        ``image_size`` (h, w) px is what "outside" is measured against, ``padded_size`` (h, w) px the picture's own
        padded size where the grid is a larger batch's; anchors in ``regions`` (I, 4) are left out. Thresholds are
        compared in the grid's dtype. Source: MMDetection ``GridAssigner``.
        """
        picture = Picture.of(grid, gt, image_size, regions, padded_size)
        found = compared(grid, picture, self.outside, self.regions, self.inclusive)
        return finished(grid, picture, self.outside, found, self._decide(grid, picture.boxes, found))

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid, one picture after another."""
        return one_by_one(self, chunk)

    def _why_overlap(self, index: int, assignment: Assignment, name: Name) -> str:
        owner = name(int(assignment.gt[index]))
        return f"Its cell holds the centre of a ground truth, and IoU with {owner} is over {self.positive:.2f}."

    def _why_best(self, index: int, assignment: Assignment, name: Name) -> str:
        owner = name(int(assignment.gt[index]))
        return f"No anchor in a cell with a ground truth's centre overlaps {owner} more, so it is positive."

    def _decide(self, grid: Grid, truths: Array, found: Compared) -> Decided:
        iou, best_gt = found.iou, found.best_gt
        low, high, least = (grid.dtype.type(t) for t in (self.negative, self.positive, self.low_quality.least))
        below = (iou <= low) & ((iou > grid.dtype.type(self.negative_from)) if self.negative_from > 0 else True)
        gt = np.full(grid.size, -1, np.int32)
        if not len(truths):  # all are negative
            return Decided(np.zeros(grid.size, np.int8), gt, np.zeros(grid.size, np.uint8), [], [])
        label = np.where(below, 0, -1).astype(np.int8)
        cause = np.where(below, Cause.BACKGROUND, Cause.OTHER_CELL).astype(np.uint8)
        cells = responsible(grid, truths)
        boxes = grid.boxes(cells)
        over = cells[iou[cells] > high]
        label[over], gt[over], cause[over] = 1, best_gt[over], Cause.OVERLAP
        highest, ties = [], []
        for truth in truths:  # a row at a time: the cells alone may be many times the ground truths
            row = iou_with(truth, boxes, int(self.inclusive))
            highest.append(row.max())
            ties.append(cells[row == row.max()])
        if self.low_quality.on:
            for k, tied in enumerate(ties):
                if highest[k] > least:
                    best = tied[:1] if self.low_quality.first else tied
                    plain = (label[best] == 1) & (gt[best] == k)
                    label[best], gt[best] = 1, k
                    cause[best] = np.where(plain, cause[best], Cause.BEST_FOR_GT)
        return Decided(label, gt, cause, highest, ties)


def responsible(grid: Grid, truths: Array) -> npt.NDArray[np.int64]:
    """Return the anchors (flat, ascending) of every cell that holds the centre of a ground truth (G, 4), network px."""
    found = []
    for level in grid.levels:
        cells = []
        for axis, count in ((1, level.shape[0]), (0, level.shape[1])):
            centre = (truths[:, axis] + truths[:, axis + 2]) * truths.dtype.type(0.5)
            step = level.stride[1 - axis]
            cells.append(np.clip(np.floor(centre / truths.dtype.type(step)), 0, count - 1).astype(np.int64))
        found.append(level.flat(np.arange(len(level.base)), cells[0][:, None], cells[1][:, None]).ravel())
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
