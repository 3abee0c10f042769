"""The assigner by IoU: two thresholds, and the low-quality rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.overlapped import opening
from rpn_inspector.core.assigners.tops import Tops, best_of_all
from rpn_inspector.core.assigners.wording import AS_MUCH, LOWER, UPPER, IouWords, Name, overlap_of
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.ignored import Outside, Regions, outside_part, regions_part, runs_inside
from rpn_inspector.core.ignored import Runs as CellRuns
from rpn_inspector.core.matcher import (
    Compared,
    Decided,
    PictureBoxes,
    best_of,
    compared,
    finished,
    outside_of,
    threshold_problems,
)
from rpn_inspector.core.pair_windows import (
    UNEVEN,
    Overlapping,
    all_runs,
    highest,
    runs_of,
    stacked,
    tables_of,
    unsure,
    windows_from,
)
from rpn_inspector.core.positives import Chunk, Positives, inside_of, left_to_assign
from rpn_inspector.core.ranking import descending
from rpn_inspector.core.spec import FRACTION, RecipeProblem, Rules, number, option, part
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Later, quiet

Array = npt.NDArray[Any]
CELLS = 64  # of a base anchor, on average, from which on pairs are listed
FEW = 1 << 17  # pairs of a ground truth and an anchor, which are compared sooner than listed
MANY_TIES = 1 << 12  # anchors of one ground truth
OVERLAP, BEST_FOR_GT = np.uint8(Cause.OVERLAP), np.uint8(Cause.BEST_FOR_GT)
Owner = Literal["overlap", "claim", "claim_first"]
LEAST = "only where that best IoU is at least this"
OWNER = (
    "such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to "
    "claim, or the first"
)


@dataclass(frozen=True, slots=True)
class NoLowQuality:
    """No ground truth has a say beyond the thresholds."""

    rule: ClassVar[str] = "off"
    takes_over: ClassVar[bool] = False
    on: ClassVar[bool] = False
    first: ClassVar[bool] = False
    least: ClassVar[float] = 1.0
    owner: ClassVar[Owner] = "overlap"

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return False


@dataclass(frozen=True, slots=True)
class EveryBest:
    """Each ground truth's best anchors are positive too, every one that ties for it."""

    rule: ClassVar[str] = "all"
    takes_over: ClassVar[bool] = False
    on: ClassVar[bool] = True
    first: ClassVar[bool] = False
    least: float = number(0.0, LEAST, FRACTION)
    owner: Owner = option("overlap", OWNER)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return best >= self.least


@dataclass(frozen=True, slots=True)
class FirstBest:
    """Each ground truth's best anchor is positive too, the first of those that tie for it."""

    rule: ClassVar[str] = "first"
    takes_over: ClassVar[bool] = False
    on: ClassVar[bool] = True
    first: ClassVar[bool] = True
    least: float = number(0.0, LEAST, FRACTION)
    owner: Owner = option("overlap", OWNER)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return best >= self.least


@dataclass(frozen=True, slots=True)
class FirstClaims:
    """As first, the last to claim owning; one under `least` makes no anchor positive, but owns one that is."""

    rule: ClassVar[str] = "first_claims"
    takes_over: ClassVar[bool] = True
    on: ClassVar[bool] = True
    first: ClassVar[bool] = True
    owner: ClassVar[Owner] = "claim"
    least: float = number(0.2, "the best IoU from which a ground truth makes its best anchor positive", FRACTION)

    def helps(self, best: float) -> bool:
        """Return whether a ground truth of best IoU ``best`` keeps the best anchors."""
        return best >= self.least


LowQuality = NoLowQuality | EveryBest | FirstBest | FirstClaims
LOW_QUALITY: Rules[LowQuality] = Rules(
    "Each ground truth's best anchor is positive, whatever its IoU.",
    "all",
    {"off": NoLowQuality, "all": EveryBest, "first": FirstBest, "first_claims": FirstClaims},
)


@dataclass(frozen=True, slots=True)
class Overlap(IouWords):
    """By IoU alone."""

    rule: ClassVar[str] = "overlap"
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.BETWEEN_THRESHOLDS,
        Cause.OVERLAP,
        Cause.BEST_FOR_GT,
        Cause.OUTSIDE_IMAGE,
        Cause.CROWD,
        Cause.TAKEN_OVER,
    )
    reaches: ClassVar[Text] = Text("reaches")
    below: ClassVar[tuple[str, str]] = ("<", "≥")
    positive: float = number(0.7, "IoU from which an anchor is positive", FRACTION, UPPER)
    negative: float = number(0.3, "IoU below which an anchor is negative", FRACTION, LOWER)
    negative_from: float = number(0.0, "IoU from which it may be negative; below it is ignored", FRACTION)
    inclusive: bool = option(False, "widths are x2 - x1 + 1")
    frame: Literal["network", "fractions"] = option(
        "network", "boxes are compared in network px, or as fractions of the input: rounding decides ties"
    )
    clobber_positives: bool = option(False, "an IoU below `negative` wins over the low-quality rule")
    low_quality: LowQuality = part(LOW_QUALITY)
    outside: Outside = outside_part()
    regions: Regions = regions_part()

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield thresholds in the wrong order."""
        yield from threshold_problems(self, place)
        if self.frame == "fractions" and (self.inclusive or self.outside.rule != "use"):
            text = "found fractions, wanted network with widths of x2 - x1 + 1 or anchors left out at the border"
            yield RecipeProblem(f"{place}.frame", text, (f"{place}.inclusive", f"{place}.outside.rule"))

    @property
    def claimed(self) -> bool:
        """Return whether low-quality matches are assigned to the claiming ground truth, not to the best overlap."""
        return self.low_quality.owner != "overlap"

    @property
    def takes_zero(self) -> bool:
        """Return whether a ground truth of best IoU 0 makes anchors positive, since all anchors tie at IoU 0."""
        return self.low_quality.on and not self.low_quality.least > 0

    @property
    def clobbers(self) -> bool:
        """Return whether an IoU below the lower threshold wins over the low-quality rule."""
        return self.clobber_positives

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

        Thresholds are compared in the grid's dtype. Memory is O(N); time follows the number of pairs near a threshold,
        and once ``iou`` or ``best_gt`` is asked for, the area of all overlaps. Sources: torchvision and detectron2
        ``Matcher``, MMDetection ``MaxIoUAssigner``, py-faster-rcnn ``anchor_target_layer``, torchvision
        ``SSDMatcher``, effdet ``ArgMaxMatcher``.

        Args:
            grid: N anchors, network px.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: (h, w) network px of the resized picture, the border for ``outside``.
            regions: (I, 4) ignored regions, network px; anchors inside get label -1. None for no region.
            padded_size: (h, w) network px of the picture's own padding, where the grid is a larger batch's.
            answers: not used.
        """
        grid, gt, regions = self.framed(grid, gt, regions)
        picture = PictureBoxes.of(grid, gt, image_size, regions, padded_size)
        deciding = self._deciding(grid, picture)
        if deciding is not None:
            decided = self._decide_by_pairs(grid, picture.boxes, *deciding)
            runs = self._runs(grid, picture)
            dense = Later(("iou", "best_gt"), lambda: self._overlaps(grid, picture))
            return finished(grid, picture, self.outside, self.regions, decided, dense, outside_of(grid, runs))
        found = compared(grid, picture, self.outside, self.regions, self.inclusive)
        decided, known = self._decide(grid, found), {"iou": found.iou, "best_gt": found.best_gt}
        return finished(grid, picture, self.outside, self.regions, decided, known, found.outside, found.crowded)

    @quiet
    def _overlaps(self, grid: Grid, picture: PictureBoxes) -> Mapping[str, Array]:
        """Return each anchor's best IoU and its ground truth, (N,) each."""
        found = compared(grid, picture, self.outside, self.regions, self.inclusive)
        return {"iou": found.iou, "best_gt": found.best_gt}

    def framed(self, grid: Grid, gt: Array, regions: Array | None = None) -> tuple[Grid, Array, Array | None]:
        """Return anchors, ground truths and regions in the frame of the comparison, given those of network px."""
        if self.frame == "network" or grid.fractions is None:
            return grid, gt, regions
        twin = grid.fractions()
        return twin.grid, twin.of(gt), None if regions is None else twin.of(regions)

    def positives(self, chunk: Chunk) -> Positives:
        """Return the positive anchors of many pictures on one grid, equal to the bit to `assign` picture by picture.

        Only pairs with an IoU of at least the threshold or the ground truth's best IoU are compared. Left to `assign`
        are pictures with a ground truth of best IoU 0, where every anchor ties, and on a grid of anchors with a size
        that differs from cell to cell by rounding also those with a ground truth of little overlap or size.
        """
        framed, boxes, _ = self.framed(chunk.grid, chunk.gt)
        if framed is not chunk.grid:
            chunk = replace(chunk, grid=framed, gt=boxes)
        grid, dtype = chunk.grid, chunk.grid.dtype
        one, high = dtype.type(self.inclusive), dtype.type(self.positive)
        if not high > 0:  # a threshold of 0 makes every anchor positive
            return left_to_assign(self, chunk, np.arange(len(chunk.sizes)))
        # before: anchors outside have no part in a best IoU; after: only their label is taken, at the end
        border = self.outside.border if self.outside.before else None
        sizes = chunk.sizes[chunk.picture]
        runs = stacked([[runs_of(lv, base, sizes, border) for base in range(len(lv.base))] for lv in grid.levels])
        tables = tables_of(grid, self.inclusive)
        best, each = highest(tables, chunk.gt, runs, one)
        even = tables.even
        # best IoU 0: every anchor ties, so a list of pairs would be the whole grid
        left = ~(best > 0) if even else unsure(grid, chunk.gt, best, one)
        whole = np.unique(chunk.picture[left])
        # an infinite least IoU lists no pair for pictures left to `assign`; elsewhere either limit can make a positive
        least = np.where(np.isin(chunk.picture, whole), dtype.type(np.inf), np.minimum(best, high))
        # the estimates of an uneven grid are off by a share, of the best IoU and of each base anchor's
        listed = least if even else least * dtype.type((1 - UNEVEN) ** 2)
        pairs = windows_from(tables, chunk.gt, listed, runs, each, one).pairs(tables, one)
        if not pairs:
            return left_to_assign(self, chunk, whole)
        gt, anchor, iou = (np.concatenate(part) for part in zip(*pairs, strict=True))
        if not even:
            # every pair of the exact best IoU is listed, so the largest listed is the best IoU
            best = np.zeros_like(best)
            np.maximum.at(best, gt, iou)
            enough = iou >= np.minimum(best, high)[gt]
            gt, anchor, iou = gt[enough], anchor[enough], iou[enough]
        # exact equality, as in the libraries: `highest` and `pairs_from` do the same operations in the same dtype
        tied = iou == best[gt]
        first = np.full(len(chunk.gt), grid.size)
        # pairs come by level and base anchor, in no flat order: the first of the ties is the lowest flat index
        np.minimum.at(first, gt[tied], anchor[tied])
        tops = Tops.of(chunk, gt, anchor, iou)
        positive, cause = tops.iou >= high, np.full(len(tops.key), Cause.OVERLAP, np.uint8)
        owner = tops.gt.copy()
        if self.low_quality.on:
            enough = best >= dtype.type(self.low_quality.least)
            claims = tied & (enough[gt] | self.low_quality.takes_over)
            claims &= (anchor == first[gt]) | (not self.low_quality.first)
            claiming = np.flatnonzero(claims)
            # of several claims to one anchor the claim written last stands
            claiming = claiming[np.argsort(gt[claiming] * (-1 if self.low_quality.owner == "claim_first" else 1))]
            at = tops.key.searchsorted(chunk.picture[gt[claiming]] * grid.size + anchor[claiming])
            # an anchor under the threshold may overlap another ground truth more, in a pair below both limits and not
            # listed
            tops.complete(chunk, np.unique(at[~positive[at]]), one)
            owner[at] = tops.gt[at] if self.low_quality.owner == "overlap" else gt[claiming]
            # over the threshold and with an unchanged owner the anchor is positive without the rule: no low-quality
            # match
            plain = (tops.iou >= high) & (owner == tops.gt)
            cause[at] = np.where(plain[at], Cause.OVERLAP, Cause.BEST_FOR_GT)
            positive[at[enough[gt[claiming]]]] = True
            # the last claim is a weak one: it owns the anchor, if something else made that positive
            cause[at] = np.where(enough[owner[at]], cause[at], Cause.TAKEN_OVER)
        # as py-faster-rcnn's RPN_CLOBBER_POSITIVES: negatives are written last
        if self.clobber_positives:
            positive &= ~((tops.iou < dtype.type(self.negative)) & (tops.iou >= dtype.type(self.negative_from)))
        picture, place = np.divmod(tops.key, grid.size)
        if self.outside.after:
            positive[positive] = inside_of(grid.boxes(place[positive]), chunk.sizes[picture[positive]], self.outside)
        owner, cause, count = owner[positive], cause[positive], len(chunk.gt)
        return Positives(
            picture=picture[positive],
            anchor=place[positive],
            gt=owner,
            cause=cause,
            measure=tops.iou[positive],
            per_gt={
                "positives": np.bincount(owner, minlength=count),
                "low_quality": np.bincount(owner[cause == Cause.BEST_FOR_GT], minlength=count),
                # pictures left to `assign` count 0 everywhere, whatever their other ground truths reach
                "best": np.where(np.isfinite(least), best, dtype.type(0)),
                "best_anchor": np.where(first < grid.size, first, 0),
                "ties": np.bincount(gt[tied], minlength=count),
            },
            whole=whole,
        )

    def best_for(self, index: int, assignment: Assignment) -> int:
        """Return the ground truth whose low-quality match anchor ``index`` is.

        -1 where the anchor is the best anchor of a ground truth other than the anchor's owner.
        """
        owner = int(assignment.gt[index])
        highest = float(assignment.per_gt["best"][owner])
        if self.claimed or (highest > 0 and float(assignment.dense["iou"][index]) == highest):
            return owner
        # every anchor ties for a ground truth of best IoU 0; with ties first, only the very first anchor is meant
        for gt in self.without_overlap(assignment).tolist():
            if not self.low_quality.first or int(assignment.per_gt["best_anchor"][gt]) == index:
                return int(gt)
        return -1

    def claimants(self, index: int, assignment: Assignment) -> list[int]:
        """Return the ground truths, but for the owner, whose best anchor ``index`` is; none where ties hide them.

        Of the anchors that tie for a ground truth the first alone is known. Another is one by elimination, or has the
        owner and the IoU of the first: its like on another level.
        """
        per_gt, iou, owner = assignment.per_gt, assignment.dense["iou"], assignment.gt
        first, others = per_gt["best_anchor"], np.arange(len(per_gt["best"])) != owner[index]
        helped = others & (per_gt["best"] > 0) & (per_gt["best"] >= self.low_quality.least)
        mine = helped & (first == index)
        if not mine.any() and not self.low_quality.first:
            mine = helped & (per_gt["ties"] > 1) & (per_gt["best"] <= iou[index])
            if mine.sum() > 1:
                mine &= (owner[first] == owner[index]) & (iou[first] == iou[index])
        found: list[int] = np.flatnonzero(mine).tolist()
        return found

    def _why_taken_over(self, index: int, assignment: Assignment, name: Name) -> str:
        iou, best = overlap_of(index, assignment)
        owner = int(assignment.gt[index])
        highest = float(assignment.per_gt["best"][owner])
        return Text.of(
            "Another ground truth made it positive: it overlaps {best} most, at IoU {iou:.4f}. But "
            "it is the best anchor of {owner} too, at IoU {highest:.4f}, which under {least:.2f} "
            "makes no anchor positive and yet takes this one over: it is trained towards that one.",
            best=name(best),
            iou=iou,
            owner=name(owner),
            highest=highest,
            least=self.low_quality.least,
        )

    def _why_best(self, index: int, assignment: Assignment, name: Name) -> str:
        iou, best = overlap_of(index, assignment)
        owner = int(assignment.gt[index])
        gt = self.best_for(index, assignment)
        if gt < 0:
            # a claimant overlaps it at its own best, which is no more than the owner's overlap
            how_much = AS_MUCH if (assignment.per_gt["best"] == iou).any() else Text("more")
            claiming = self.claimants(index, assignment)
            return Text.of(
                "It is the best anchor of {other}, so the low-quality rule makes it "
                "positive; but it overlaps {owner} {how_much} (IoU {iou:.4f}), and this library trains "
                "it towards that one.",
                other=name(claiming[0]) if claiming else Text("another ground truth"),
                owner=name(owner),
                how_much=how_much,
                iou=iou,
            )
        highest = float(assignment.per_gt["best"][gt])
        if highest == 0:
            which = Text("the first of them") if self.low_quality.first else Text("all of them")
            words = Text.of(
                "{first} overlaps no anchor: its best IoU is 0, every anchor ties for it, and the "
                "low-quality rule makes {which} positive",
                first=opening(name(gt)),
                which=which,
            )
            if self.claimed:
                return Text.of("{words}, for itself.", words=words)
            most = (
                Text.of("which it overlaps most (IoU {iou:.4f})", iou=iou)
                if iou > 0
                else Text("the first, for it overlaps none")
            )
            return Text.of(
                "{words}. This one is trained towards {owner}, {most}.", words=words, owner=name(owner), most=most
            )
        if self.claimed and best != owner:
            return Text.of(
                "{owner} claims it: no anchor overlaps that one more (IoU {highest:.4f}). It overlaps "
                "{best} at IoU {iou:.4f}, but in this library the claim wins.",
                owner=opening(name(owner)),
                highest=highest,
                best=name(best),
                iou=iou,
            )
        would, limit = (Text("negative"), self.negative) if iou < self.negative else (Text("ignored"), self.positive)
        ties = int(assignment.per_gt["ties"][owner]) - 1
        shared = (
            Text.counted(ties, "; 1 other ties with it", "; {n} others tie with it", n=str(ties)) if ties > 0 else ""
        )
        return Text.of(
            "IoU {iou:.4f} is under the threshold {limit:.2f}, so it would be {would}. But no anchor "
            "overlaps {owner} more, so the low-quality rule makes it positive{shared}.",
            iou=iou,
            limit=limit,
            would=would,
            owner=name(owner),
            shared=shared,
        )

    def _decide(self, grid: Grid, found: Compared) -> Decided:
        iou, best_gt = found.iou, found.best_gt
        low, high, least = self._limits(grid.dtype)
        label, cause = np.zeros(grid.size, np.int8), np.zeros(grid.size, np.uint8)  # negative, Cause.BACKGROUND
        gt = np.full(grid.size, -1, np.int32)
        near = np.flatnonzero(iou >= low) if found.highest else np.empty(0, np.int64)  # few of N; others stay 0
        label[near], cause[near] = -1, Cause.BETWEEN_THRESHOLDS
        # without ground truth every anchor is negative, even where IoU 0 is under `negative_from`
        if self.negative_from > 0 and found.highest:
            faint = iou < grid.dtype.type(self.negative_from)
            label[faint], cause[faint] = -1, Cause.BETWEEN_THRESHOLDS
        positive = near[iou[near] >= high]
        label[positive], gt[positive], cause[positive] = 1, best_gt[positive], Cause.OVERLAP
        for best, claimant in self._claims(found, least):
            # torchvision, detectron2 and py-faster-rcnn keep the anchor's own argmax; the others train towards the
            # claiming ground truth
            owner = best_gt[best] if self.low_quality.owner == "overlap" else claimant
            # positive for the same owner without the rule: the cause stays the overlap
            plain = (iou[best] >= high) & (owner == best_gt[best])
            # of several claims to one anchor the last written stands
            label[best], gt[best] = 1, owner
            cause[best] = np.where(plain, OVERLAP, BEST_FOR_GT)
        if self.low_quality.takes_over:
            self._take_over(found, least, label, gt, cause)
        if self.clobber_positives:
            # last, so that a best anchor under `negative` is negative again (py-faster-rcnn's RPN_CLOBBER_POSITIVES)
            below = (iou < low) & (iou >= grid.dtype.type(self.negative_from))
            label[below], gt[below], cause[below] = 0, -1, Cause.BACKGROUND
        known = best_of(grid, found.highest, found.ties)
        return Decided(label=label, gt=gt, cause=cause, best=known)

    def _runs(self, grid: Grid, picture: PictureBoxes) -> list[tuple[CellRuns, CellRuns]]:
        """Return the columns and the rows that are compared, by level and base anchor."""
        sizes = picture.size, picture.padded_size
        return [runs_inside(level, self.outside, *sizes, self.outside.before) for level in grid.levels]

    def _deciding(self, grid: Grid, picture: PictureBoxes) -> tuple[Array, Overlapping] | None:
        """Return each ground truth's best IoU (G,), and the pairs that reach a threshold or that IoU: few of all pairs.

        None where others have a say too: where every anchor ties for a ground truth, with ignored regions, with
        negatives that need an overlap, where a claim under the limit takes over; and on grids of so few cells that all
        are compared sooner.

        Args:
            grid: N anchors.
            picture: G ground truths, in the grid's dtype.
        """
        gt, low, high, _ = picture.boxes, *self._limits(grid.dtype)
        plain = self.negative_from <= 0 < low <= high and not (self.clobber_positives or self.low_quality.takes_over)
        few = not len(gt) or grid.size * len(gt) < FEW
        if few or len(picture.regions) or not plain or grid.size < CELLS * sum(len(lv.base) for lv in grid.levels):
            return None
        one, tables = grid.dtype.type(self.inclusive), tables_of(grid, self.inclusive)
        inside = all_runs(self._runs(grid, picture))
        best, each = highest(tables, gt, inside, one)
        if not (best > 0).all():
            return None
        wanted = np.minimum(best, low)
        if not tables.even:  # by how much the estimate may be off; where that is unknown, all that overlap
            sure = ~unsure(grid, gt, best, one)
            wanted = np.where(sure, wanted * grid.dtype.type((1 - UNEVEN) ** 2), 0)
        windows = windows_from(tables, gt, wanted, inside, each, one)
        if windows.cells > grid.size:
            return None
        pairs = Overlapping(*(np.concatenate(part) for part in zip(*windows.pairs(tables, one), strict=True)))
        if not tables.even:
            best = np.zeros_like(best)
            np.maximum.at(best, pairs.gt, pairs.iou)
        return best, pairs

    def _decide_by_pairs(self, grid: Grid, gt: Array, best: Array, pairs: Overlapping) -> Decided:
        """Return what `_decide` does, for ground truths (G, 4), from what `_deciding` found."""
        low, high, least = self._limits(grid.dtype)
        rule, (of_gt, anchor, iou) = self.low_quality, pairs
        tied, first = iou == best[of_gt], np.full(len(gt), grid.size)
        np.minimum.at(first, of_gt[tied], anchor[tied])
        per_gt = {"best": best, "best_anchor": first, "ties": np.bincount(of_gt[tied], minlength=len(gt))}
        # written from the lowest IoU to the highest, and of equal ones the first ground truth last: what stands is
        # each anchor's best pair
        order, top = descending(iou)[::-1], np.empty(grid.size, np.int32)
        top[anchor[order]] = order
        label, cause = np.zeros(grid.size, np.int8), np.zeros(grid.size, np.uint8)  # negative, Cause.BACKGROUND
        owner = np.full(grid.size, -1, np.int32)
        near = ((top[anchor] == np.arange(len(anchor))) & (iou >= low)).nonzero()[0]
        label[anchor[near]], cause[anchor[near]] = -1, Cause.BETWEEN_THRESHOLDS
        over = near[iou[near] >= high]
        label[anchor[over]], owner[anchor[over]], cause[anchor[over]] = 1, of_gt[over], Cause.OVERLAP
        if rule.on:
            claims = (tied & (best >= least)[of_gt] & ((anchor == first[of_gt]) | (not rule.first))).nonzero()[0]
            # by ascending ground truth: of several claims to one anchor the last written stands
            claims = claims[::-1] if rule.owner == "claim_first" else claims
            at, owned = anchor[claims], of_gt[claims]
            best_gt, best_iou = of_gt[top[at]], iou[top[at]]
            if rule.owner == "overlap":
                # an anchor under the lower limit may overlap another ground truth more, in a pair that is not listed
                weak = (best_iou < low).nonzero()[0]
                some, places = np.unique(at[weak], return_inverse=True)
                hit, reached = best_of_all(grid.boxes(some), gt, grid.dtype.type(self.inclusive))
                best_gt[weak], best_iou[weak] = hit[places], reached[places]
                owned = best_gt
            label[at], owner[at] = 1, owned
            cause[at] = np.where((best_iou >= high) & (owned == best_gt), OVERLAP, BEST_FOR_GT)
        return Decided(label=label, gt=owner, cause=cause, best=per_gt)

    def _limits(self, dtype: np.dtype[Any]) -> tuple[Any, Any, Any]:
        """Return the lower and the upper threshold and the low-quality rule's limit, in the IoU's own precision.

        A float32 IoU equal to float32(0.7) reaches 0.7.
        """
        low, high, least = (dtype.type(t) for t in (self.negative, self.positive, self.low_quality.least))
        return low, high, least

    def _claims(self, found: Compared, least: Any) -> Iterator[tuple[Array, Array]]:
        """Yield the low-quality rule's claims: anchors (n,) and who claims them (n,) int32, the one that stands last.

        A later ground truth's claim stands as in MMDetection and SSD, but the first one's in effdet (claim_first).
        """
        if not self.low_quality.on:
            return
        able = [k for k, highest in enumerate(found.highest) if highest >= least]
        if self.low_quality.owner == "claim_first":
            able.reverse()
        # ties ascend by flat index, so the first is what the library's argmax finds
        most = 1 if self.low_quality.first else None
        waiting: list[Array] = []
        of: list[int] = []
        for k in able:
            waiting.append(found.ties[k][:most])
            of.append(k)
            # without any overlap all anchors tie: not many such lists at once
            if k == able[-1] or waiting[-1].size > MANY_TIES:
                yield np.concatenate(waiting), np.repeat(np.array(of, np.int32), [each.size for each in waiting])
                waiting, of = [], []

    def _take_over(self, found: Compared, least: Any, label: Array, gt: Array, cause: Array) -> None:
        """Give each ground truth its first best anchor where that is positive, the last one winning, in place."""
        best = [tied[0] if tied.size else -1 for tied in found.ties]
        # all claims once more, weak ones among them: in the order of the ground truths a weak one may be the last
        for k, (anchor, reached) in enumerate(zip(best, found.highest, strict=True)):
            if anchor >= 0 and label[anchor] == 1:
                plain = found.iou[anchor] >= found.iou.dtype.type(self.positive) and found.best_gt[anchor] == k
                strong = Cause.OVERLAP if plain else Cause.BEST_FOR_GT
                gt[anchor], cause[anchor] = k, strong if reached >= least else Cause.TAKEN_OVER
