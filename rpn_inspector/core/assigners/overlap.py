"""The assigner by IoU: two thresholds, and the low-quality rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
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
from rpn_inspector.core.spec import FRACTION, Problem, Rules, number, option, part

Array = npt.NDArray[Any]
Owner = Literal["overlap", "claim", "claim_first"]
LEAST = "only where that best IoU is at least this"
OWNER = (
    "such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to "
    "claim, or the first"
)


@dataclass(frozen=True, slots=True)
class Off:
    """No ground truth has a say beyond the thresholds."""

    rule: ClassVar[str] = "off"
    on: ClassVar[bool] = False
    first: ClassVar[bool] = False
    least: ClassVar[float] = 1.0
    owner: ClassVar[Owner] = "overlap"


@dataclass(frozen=True, slots=True)
class All:
    """Each ground truth's best anchors are positive too, every one that ties for it."""

    rule: ClassVar[str] = "all"
    on: ClassVar[bool] = True
    first: ClassVar[bool] = False
    least: float = number(0.0, LEAST, FRACTION)
    owner: Owner = option("overlap", OWNER)


@dataclass(frozen=True, slots=True)
class First:
    """Each ground truth's best anchor is positive too, the first of those that tie for it."""

    rule: ClassVar[str] = "first"
    on: ClassVar[bool] = True
    first: ClassVar[bool] = True
    least: float = number(0.0, LEAST, FRACTION)
    owner: Owner = option("overlap", OWNER)


LowQuality = Off | All | First
LOW_QUALITY: Rules[LowQuality] = Rules(
    "Each ground truth's best anchor is positive, whatever its IoU.", "all", {"off": Off, "all": All, "first": First}
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """By IoU alone."""

    rule: ClassVar[str] = "overlap"
    strict: ClassVar[bool] = False
    positive: float = number(0.7, "IoU from which an anchor is positive", FRACTION, live=True)
    negative: float = number(0.3, "IoU below which an anchor is negative", FRACTION, live=True)
    negative_from: float = number(0.0, "IoU from which it may be negative; below it is ignored", FRACTION)
    inclusive: bool = option(False, "widths are x2 - x1 + 1")
    clobber_positives: bool = option(False, "an IoU below `negative` wins over the low-quality rule")
    low_quality: LowQuality = part(LOW_QUALITY)
    outside: Outside = outside_part()
    regions: Regions = regions_part()

    def problems(self, place: str) -> Iterator[Problem]:
        """Yield thresholds in the wrong order."""
        yield from threshold_problems(self, place)

    @property
    def claimed(self) -> bool:
        """Return whether a ground truth keeps the anchors it claims by the low-quality rule."""
        return self.low_quality.owner != "overlap"

    @property
    def takes_zero(self) -> bool:
        """Return whether a ground truth that overlaps no anchor makes some positive, as all of them tie at IoU 0."""
        return self.low_quality.on and not self.low_quality.least > 0

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
        compared in the grid's dtype. Memory is O(N), time follows the windows' area. Sources: torchvision and
        detectron2 ``Matcher``, MMDetection ``MaxIoUAssigner``, py-faster-rcnn ``anchor_target_layer``, torchvision
        ``SSDMatcher``, effdet ``ArgMaxMatcher``.
        """
        picture = Picture.of(grid, gt, image_size, regions, padded_size)
        found = compared(grid, picture, self.outside, self.regions, self.inclusive)
        return finished(grid, picture, self.outside, found, self._decide(grid, found))

    def _decide(self, grid: Grid, found: Compared) -> Decided:
        iou, best_gt = found.iou, found.best_gt
        low, high, least = (grid.dtype.type(t) for t in (self.negative, self.positive, self.low_quality.least))
        label, cause = np.zeros(grid.size, np.int8), np.zeros(grid.size, np.uint8)  # negative, Cause.BACKGROUND
        gt = np.full(grid.size, -1, np.int32)
        near = np.flatnonzero(iou >= low) if found.highest else np.empty(0, np.int64)  # few of the many
        label[near], cause[near] = -1, Cause.BETWEEN_THRESHOLDS
        if self.negative_from > 0 and found.highest:
            faint = iou < grid.dtype.type(self.negative_from)
            label[faint], cause[faint] = -1, Cause.BETWEEN_THRESHOLDS
        positive = near[iou[near] >= high]
        label[positive], gt[positive], cause[positive] = 1, best_gt[positive], Cause.OVERLAP
        if self.low_quality.on:
            first_claims = self.low_quality.owner == "claim_first"
            claimed = np.zeros(grid.size if first_claims else 0, bool)
            for k, (highest, tied) in enumerate(zip(found.highest, found.ties, strict=True)):
                if not highest >= least:
                    continue
                best = tied[:1] if self.low_quality.first else tied
                if first_claims:
                    best = best[~claimed[best]]
                    claimed[best] = True
                owner = best_gt[best] if self.low_quality.owner == "overlap" else np.int32(k)
                plain = (iou[best] >= high) & (owner == best_gt[best])
                label[best], gt[best] = 1, owner
                cause[best] = np.where(plain, Cause.OVERLAP, Cause.BEST_FOR_GT)
        if self.clobber_positives:
            below = (iou < low) & (iou >= grid.dtype.type(self.negative_from))
            label[below], gt[below], cause[below] = 0, -1, Cause.BACKGROUND
        return Decided(label, gt, cause, found.highest, found.ties)
