"""How an assigner by IoU words results: why an anchor bears its label, why a ground truth has so many anchors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigners.iou_measures import OF_ANCHORS, OF_GROUND_TRUTHS
from rpn_inspector.core.assigners.overlapped import listed_numbers, listed_truths, most_overlapped, named_truth
from rpn_inspector.core.assigners.protocol import Mask, TruthWords
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import StaticWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import LOW_QUALITY_ONLY, NO_ANCHOR_AT
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.spec import Live
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
Name = Callable[[int], Text]
AS_MUCH = Text("just as much, which comes first")
UPPER = Live(Text("pos. ≥"), Text("positive threshold"), Text("IoU from which an anchor is positive"))
LOWER = Live(Text("neg. <"), Text("negative threshold"), Text("IoU below which an anchor is negative"))


class IouWords(StaticWords):
    """The words of an assigner with two thresholds of IoU and a low-quality rule.

    Anchors and ground truths are counted from 0 in arguments, ground truths from 1 in words. A cause of one rule alone
    is a method of the rule.
    """

    __slots__ = ()
    causes: ClassVar[tuple[Cause, ...]]
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "low_quality", "best", "best_anchor", "ties")
    dense: ClassVar[tuple[str, ...]] = ("iou", "best_gt")
    measure: ClassVar[str] = "iou"
    unmatched: ClassVar[str] = NO_ANCHOR_AT
    low_quality_only: ClassVar[str] = LOW_QUALITY_ONLY
    reaches: ClassVar[Text]
    below: ClassVar[tuple[str, str]]
    positive: float
    negative: float
    negative_from: float
    low_quality: Any
    outside: Any
    regions: Any

    @property
    def claimed(self) -> bool:
        """Return whether low-quality matches are assigned to the claiming ground truth, not to the best overlap."""
        raise NotImplementedError

    @property
    def takes_zero(self) -> bool:
        """Return whether a ground truth of best IoU 0 makes anchors positive, since all anchors tie at IoU 0."""
        raise NotImplementedError

    @property
    def clobbers(self) -> bool:
        """Return whether an IoU below the lower threshold wins over the low-quality rule."""
        raise NotImplementedError

    @property
    def thresholds(self) -> dict[str, float]:
        """Return the thresholds of IoU that part the labels, by field, the lowest first."""
        return {"negative": self.negative, "positive": self.positive}

    def framed(self, grid: Grid, gt: Array, regions: Array | None = None) -> tuple[Grid, Array, Array | None]:
        """Return anchors, ground truths and regions in the frame of the comparison: network px as given."""
        return grid, gt, regions

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return what this rule knows of every anchor, beside label, cause and ground truth."""
        return OF_ANCHORS

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return what this rule knows of every ground truth, beside the number of positives."""
        return OF_GROUND_TRUTHS

    # An anchor

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``, e.g. ``Positive: best for ground truth 4``."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BEST_FOR_GT:
            gt = self.best_for(index, assignment)
            if gt < 0:
                claiming = self.claimants(index, assignment)
                if not claiming:
                    return Text("Positive: best for another ground truth")
                return Text.of("Positive: best for {truths}", truths=listed_truths(claiming))
            if assignment.per_gt["best"][gt] == 0:
                return Text.of("Positive: ground truth {gt} overlaps no anchor", gt=gt + 1)
            return Text.of("Positive: best for ground truth {gt}", gt=gt + 1)
        return {
            Cause.BACKGROUND: Text("Negative: background"),
            Cause.BETWEEN_THRESHOLDS: Text("Ignored: between the thresholds"),
            Cause.OVERLAP: Text.of("Positive: overlaps ground truth {value}", value=int(assignment.gt[index]) + 1),
            Cause.OUTSIDE_IMAGE: Text("Ignored: outside the picture"),
            Cause.CROWD: Text("Ignored: in a crowd"),
            Cause.OTHER_CELL: Text("Ignored: in another cell"),
            Cause.TAKEN_OVER: Text.of(
                "Positive: taken over by ground truth {value}", value=int(assignment.gt[index]) + 1
            ),
        }[cause]

    def row(self, index: int, assignment: Assignment) -> str:
        """Return the cause of anchor ``index``'s label in the few words of a table cell."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BEST_FOR_GT:
            gt = self.best_for(index, assignment)
            if gt < 0:
                claiming = self.claimants(index, assignment)
                if not claiming:
                    return Text("best for another GT")
                return Text.of("best for GT {gt}", gt=listed_numbers(claiming))
            if assignment.per_gt["best"][gt] == 0:
                return Text.of("GT {gt} at IoU 0", gt=gt + 1)
        return self.short(cause)

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        low, high = f"{self.negative:.2f}", f"{self.positive:.2f}"
        under, over = self.below
        match Cause(cause):  # a table writes many: of each the one text alone is made
            case Cause.BACKGROUND:
                return Text.of("IoU {under} {low}", under=under, low=low)
            case Cause.BETWEEN_THRESHOLDS:
                return Text.of("IoU {low}–{high}", low=low, high=high)
            case Cause.OVERLAP:
                return Text.of("IoU {over} {high}", over=over, high=high)
        return {
            Cause.BEST_FOR_GT: Text("best for its GT"),
            Cause.OUTSIDE_IMAGE: Text("outside"),
            Cause.CROWD: Text("crowd"),
            Cause.OTHER_CELL: Text("other cell"),
            Cause.TAKEN_OVER: Text("taken over"),
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return {cause: reason for cause, reason in REASONS.items() if cause is None or cause in self.causes}

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        words = {
            Cause.BACKGROUND: self._why_background,
            Cause.BETWEEN_THRESHOLDS: self._why_between,
            Cause.OVERLAP: self._why_overlap,
            Cause.BEST_FOR_GT: self._why_best,
            Cause.OUTSIDE_IMAGE: self._why_outside,
            Cause.CROWD: self._why_crowd,
            Cause.OTHER_CELL: self._why_other_cell,
            Cause.TAKEN_OVER: self._why_taken_over,
        }[Cause(int(assignment.cause[index]))]
        return words(index, assignment, lambda gt: named_truth(gt, sample))

    def best_for(self, index: int, assignment: Assignment) -> int:
        """Return the ground truth whose low-quality match anchor ``index`` is, -1 where the owner is another."""
        return int(assignment.gt[index])

    def claimants(self, index: int, assignment: Assignment) -> list[int]:
        """Return the ground truths, but for the owner, whose best anchor ``index`` is; none where ties hide them."""
        return []

    def without_overlap(self, assignment: Assignment) -> npt.NDArray[np.int64]:
        """Return the ground truths (n,) of best IoU 0 for which all anchors tie and become positive."""
        if not self.takes_zero:
            return np.empty(0, np.int64)
        return np.flatnonzero((assignment.per_gt["best"] == 0) & (assignment.per_gt["ties"] > 0))

    def _why_background(self, index: int, assignment: Assignment, name: Name) -> str:
        iou, best = overlap_of(index, assignment)
        if best < 0:
            return Text("The picture has no ground truth in the assignment, so every anchor is negative.")
        if iou == 0:
            return Text.of(
                "It overlaps no ground truth, and IoU 0 is below the threshold {negative:.2f}.", negative=self.negative
            )
        under = Text("is below") if self.below[0] == "<" else Text("is not over")
        return Text.of(
            "Its best overlap, IoU {iou:.4f} with {best}, {under} the threshold {negative:.2f}.",
            iou=iou,
            best=name(best),
            under=under,
            negative=self.negative,
        )

    def _why_between(self, index: int, assignment: Assignment, name: Name) -> str:
        iou, best = overlap_of(index, assignment)
        if self.negative_from and iou < self.negative_from:
            return Text.of(
                "Its best overlap, IoU {iou:.4f}, is under {negative_from:.2f}: too little even for a negative.",
                iou=iou,
                negative_from=self.negative_from,
            )
        return Text.of(
            "Its best overlap, IoU {iou:.4f} with {best}, lies between {negative:.2f} and "
            "{positive:.2f}: neither positive nor negative, so it enters no loss.",
            iou=iou,
            best=name(best),
            negative=self.negative,
            positive=self.positive,
        )

    def _why_overlap(self, index: int, assignment: Assignment, name: Name) -> str:
        iou, best = overlap_of(index, assignment)
        return Text.of(
            "IoU {iou:.4f} with {best} reaches the threshold {positive:.2f}.",
            iou=iou,
            best=name(best),
            positive=self.positive,
        )

    def _why_best(self, index: int, assignment: Assignment, name: Name) -> str:
        raise NotImplementedError

    def _why_taken_over(self, index: int, assignment: Assignment, name: Name) -> str:
        raise NotImplementedError

    def _why_outside(self, index: int, assignment: Assignment, name: Name) -> str:
        if self.outside.after:
            return Text.of(
                "It {leaves}, so it is matched like the others but enters no loss.", leaves=self.outside.leaves
            )
        return Text.of(
            "It {leaves}, so it is never compared with a ground truth and enters no loss.", leaves=self.outside.leaves
        )

    def _why_crowd(self, index: int, assignment: Assignment, name: Name) -> str:
        if not self.regions.beforehand:
            return Text("It overlaps an ignored region, so it is no negative, and enters no loss.")
        said: Text = self.regions.more_than
        return said

    def _why_other_cell(self, index: int, assignment: Assignment, name: Name) -> str:
        iou, best = overlap_of(index, assignment)
        return Text.of(
            "Its best overlap, IoU {iou:.4f} with {best}, is over {negative:.2f}, too much for a "
            "negative; but its cell does not hold the centre of any ground truth, so it cannot be "
            "positive and enters no loss.",
            iou=iou,
            best=name(best),
            negative=self.negative,
        )

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths an anchor overlaps most, six at the most.

        Args:
            overlaps: (G,) the anchor's IoU with each ground truth.
            assignment: over all G ground truths.
            best: (G,) the ground truths' best IoU with any anchor.
            sample: the picture, for the class names.
        """
        return most_overlapped(overlaps, assignment, sample, Text("best IoU"), best)

    # A ground truth

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        best, high = float(assignment.per_gt["best"][index]), f"{self.positive:.2f}"
        if best == 0:
            return Text.of("It overlaps no anchor: {effect_of}.", effect_of=self.effect_of_zero())
        positives, low_quality = (int(assignment.per_gt[name][index]) for name in ("positives", "low_quality"))
        if positives == 0:
            return self._why_none(index, assignment, sample)
        # over the threshold and yet only low-quality matches: those anchors pass for another ground truth's
        if positives == low_quality and best > self.positive:
            return Text.of(
                "Its best overlap is IoU {best:.4f}, but {passed_for}. Only the low-quality rule gives "
                "it {low_quality}.",
                best=best,
                passed_for=self._passed_for(index, assignment, sample),
                low_quality=_anchors(low_quality),
            )
        if positives == low_quality:
            return Text.of(
                "No anchor of its own {reaches} the threshold {high}; its best overlap is IoU "
                "{best:.4f}. Only the low-quality rule gives it {low_quality}.",
                reaches=self.reaches,
                high=high,
                best=best,
                low_quality=_anchors(low_quality),
            )
        if best < self.positive and not low_quality:
            return Text.of(
                "Its best overlap is IoU {best:.4f}, under the {least:.2f} from which it would make an "
                "anchor positive; but it takes over {positives} that another ground truth made positive.",
                best=best,
                least=self.low_quality.least,
                positives=_anchors(positives),
            )
        count = _anchors(positives - low_quality)
        if low_quality:
            count = Text.of(
                "{count}, and the low-quality rule adds {low_quality:,}", count=count, low_quality=low_quality
            )
        return Text.of(
            "IoU with it {reaches} the threshold {high} for {count}; the best is {best:.4f}.",
            reaches=self.reaches,
            high=high,
            count=count,
            best=best,
        )

    def _passed_for(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Word whose the anchors over the threshold are, for a ground truth with such anchors of which it has none."""
        most, most_of = overlap_of(int(assignment.per_gt["best_anchor"][index]), assignment)
        if most > assignment.per_gt["best"][index] or most_of in (index, -1):
            return Text.of("the anchors over {positive:.2f} overlap another ground truth more", positive=self.positive)
        return Text.of("that anchor overlaps {other} {how_much}", other=named_truth(most_of, sample), how_much=AS_MUCH)

    def gt_finding(self, index: int, assignment: Assignment, used: npt.NDArray[np.bool_]) -> Text | None:
        """Return what stands out about ground truth ``index`` in a few words; ``used`` (G,) are in the assignment."""
        if not used[index]:
            return Text("takes no part")
        if assignment.per_gt["best"][index] == 0:
            return Text.of("{what}: {effect}", what=GT_FINDING_WORDS["untouched"], effect=self.effect_of_zero())
        zero = self.without_overlap(assignment)
        # anchors at IoU 0 have no best ground truth, and the first one gets them
        if zero.size and index == int(np.flatnonzero(used)[0]) and index in assignment.gt[assignment.dense["iou"] == 0]:
            return Text.of("is given the anchors ground truth {n} makes positive at IoU 0", n=int(zero[0]) + 1)
        if assignment.gt_positives[index] == 0:
            taken = bool(self.gt_findings(assignment)["best_anchor_taken"][index])
            return GT_FINDING_WORDS["best_anchor_taken" if taken else "unmatched"]
        if assignment.gt_positives[index] == assignment.per_gt["low_quality"][index]:
            return GT_FINDING_WORDS["low_quality_only"]
        return None

    def effect_of_zero(self) -> str:
        """Return in words what follows from a ground truth whose best IoU is 0."""
        if not self.takes_zero:
            return Text("it gets no anchor")
        # IoU 0 is below `negative` and not below `negative_from`, so clobbering takes every such anchor back
        if self.clobbers and self.negative > 0 and not self.negative_from > 0:
            return Text("every anchor ties at IoU 0, and is negative again for being below the threshold")
        if self.low_quality.first:
            return Text("every anchor ties at IoU 0, and the very first becomes positive")
        return Text("every anchor ties at IoU 0 and becomes positive")

    def gt_findings(self, assignment: Assignment) -> dict[str, Mask]:
        """Return the masks (G,) of ground truths by kind of finding, at most one kind each."""
        anchor = assignment.per_gt["best_anchor"]
        # where no anchor is best, -1 reads the last anchor
        return self.findings_from(assignment.per_gt, np.where(anchor >= 0, assignment.gt[anchor], -1))

    def findings_from(self, per_gt: Mapping[str, Array], owner: Array) -> dict[str, Mask]:
        """Return `gt_findings` of ``per_gt`` and the ``owner`` (G,) of each best anchor, -1 none."""
        touched, positives = per_gt["best"] != 0, per_gt["positives"]
        # the lower limit alone decides: from there on a ground truth would have its best anchor, had no other taken it
        enough = per_gt["best"] >= min(self.low_quality.least, self.positive)
        lacking = touched & (positives == 0)
        taken = lacking & enough & (owner >= 0) & (owner != np.arange(len(owner)))
        return {
            "untouched": ~touched,
            "best_anchor_taken": taken,
            "unmatched": lacking & ~taken,
            "low_quality_only": touched & (positives > 0) & (positives == per_gt["low_quality"]),
        }

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, TruthWords]]:
        """Yield kind, ground truths (G,) and words of each warning, made of the first one's name."""
        found = {kind: used & mask for kind, mask in self.gt_findings(assignment).items()}
        # a ground truth of best IoU 0 has a warning of its own, so a ground truth is named once
        yield (
            "untouched",
            found["untouched"],
            lambda gt: Text.of("{gt} overlaps no anchor: {effect}", gt=gt, effect=self.effect_of_zero()),
        )
        taken = found["best_anchor_taken"]
        anchors = assignment.per_gt["best_anchor"][taken][:1]
        owner = "".join(str(gt + 1) for gt in assignment.gt[anchors].tolist())
        yield (
            "robbed",
            taken,
            lambda gt: Text.of(
                "{gt} is unmatched: its best anchors belong to ground truth {owner}", gt=gt, owner=owner
            ),
        )
        yield (
            "unmatched",
            found["unmatched"],
            lambda gt: Text.of("{gt} is unmatched: no anchor overlaps it enough", gt=gt),
        )

    def _why_none(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Word why a ground truth with overlapping anchors has no positive anchor."""
        anchor, best = int(assignment.per_gt["best_anchor"][index]), float(assignment.per_gt["best"][index])
        reach = Text.of("Its best overlap with an anchor is IoU {best:.4f}", best=best)
        # the best anchor's own label explains an unmatched ground truth
        cause, owner = Cause(int(assignment.cause[anchor])), int(assignment.gt[anchor])
        if cause is Cause.OUTSIDE_IMAGE:
            return Text.of(
                "{reach}, but that anchor {leaves} and enters no loss.", reach=reach, leaves=self.outside.leaves
            )
        if cause is Cause.CROWD:
            return Text.of("{reach}, but that anchor lies in an ignored region and enters no loss.", reach=reach)
        if owner >= 0 and owner != index:
            other = named_truth(owner, sample)
            ties = int(assignment.per_gt["ties"][index])
            if ties > 1:
                reach = Text.of("{reach}; {ties:,} anchors tie there", reach=reach, ties=ties)
            # two ways to lose the best anchor: the other ground truth overlaps the anchor more, or claims the anchor as
            # well
            most, most_of = overlap_of(anchor, assignment)
            if owner == most_of and not self.claimed:
                digits = next((n for n in (4, 6) if round(most, n) != round(best, n)), 8)
                how_much = (
                    Text.of("more, IoU {iou},", iou=f"{most:.{digits}f}")
                    if most > best
                    else Text("just as much, and comes first,")
                )
                return Text.of(
                    "{reach}. But that anchor overlaps {other} {how_much} and is trained towards that one.",
                    reach=reach,
                    other=other,
                    how_much=how_much,
                )
            return Text.of(
                "{reach}. But that anchor is given to {other}, which claims it too.", reach=reach, other=other
            )
        if not self.low_quality.on:
            return Text.of(
                "{reach}, under the threshold {positive:.2f}, and this recipe has no low-quality rule.",
                reach=reach,
                positive=self.positive,
            )
        if not self.low_quality.helps(best):
            return Text.of(
                "{reach}, under the {least:.2f} from which the low-quality rule helps.",
                reach=reach,
                least=self.low_quality.least,
            )
        if self.clobbers and best < self.negative:
            return Text.of(
                "{reach}, under {negative:.2f}, and here such an anchor is negative whatever it is best for.",
                reach=reach,
                negative=self.negative,
            )
        return Text.of("{reach}, which is not enough for a positive anchor under this recipe.", reach=reach)


def _anchors(count: int) -> Text:
    return Text.counted(count, "1 anchor", "{n} anchors")


def overlap_of(index: int, assignment: Assignment) -> tuple[float, int]:
    """Return an anchor's best IoU and the ground truth of that IoU, -1 none."""
    return float(assignment.dense["iou"][index]), int(assignment.dense["best_gt"][index])
