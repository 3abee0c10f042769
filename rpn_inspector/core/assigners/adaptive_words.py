"""How the assigner with a threshold of each ground truth's own words its results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import numpy as np

from rpn_inspector.core.assigners.iou_measures import OF_ANCHORS, OF_CANDIDATES, taken_by
from rpn_inspector.core.assigners.overlapped import listed_truths, most_overlapped, named_truth
from rpn_inspector.core.assigners.protocol import Mask, TruthWords
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import StaticWords
from rpn_inspector.core.assigners.threshold_free_words import ThresholdFreeWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_CANDIDATE, NO_LOW_QUALITY
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

OWN: Mapping[Cause | None, Reason] = {
    Cause.UNDER_MEAN: Reason("IoU crossed its ground truth's own threshold", "crossed own threshold", 1),
    Cause.CENTRE_OUTSIDE: Reason("its centre is not inside the ground truth", "centre outside", 1),
    Cause.ADAPTIVE: Reason("IoU crossed its ground truth's own threshold", "crossed own threshold", 1),
    Cause.BACKGROUND: Reason("not among the nearest anchors of its level", "not among the nearest", 0),
}


class AdaptiveWords(StaticWords, ThresholdFreeWords):
    """The words of the assigner by mean and deviation; anchors and ground truths as in `Words`."""

    __slots__ = ()
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.ADAPTIVE,
        Cause.UNDER_MEAN,
        Cause.CENTRE_OUTSIDE,
        Cause.OUTSIDE_IMAGE,
        Cause.CROWD,
    )
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "candidates", "threshold", "best", "best_anchor", "ties")
    dense: ClassVar[tuple[str, ...]] = ()
    measure: ClassVar[str] = ""
    unmatched: ClassVar[str] = NO_CANDIDATE
    low_quality_only: ClassVar[str] = NO_LOW_QUALITY
    topk: int
    inside: float
    outside: Any
    regions: Any

    @property
    def claimed(self) -> bool:
        """Return whether a ground truth may claim an anchor that another one overlaps more: never."""
        return False

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return the best IoU of every anchor, which decides no label here but is looked at beside one."""
        return OF_ANCHORS

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return what this rule knows of every ground truth, beside the number of positives."""
        return OF_CANDIDATES

    # An anchor

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        cause = Cause(int(assignment.cause[index]))
        number = self._candidate_of(index, assignment)[0] + 1
        return {
            Cause.BACKGROUND: Text("Negative: background"),
            Cause.ADAPTIVE: Text.of("Positive: candidate of ground truth {number}", number=number),
            Cause.UNDER_MEAN: Text.of("Negative: candidate of ground truth {number}", number=number),
            Cause.CENTRE_OUTSIDE: Text.of("Negative: centre outside ground truth {number}", number=number),
            Cause.OUTSIDE_IMAGE: Text("Ignored: outside the picture"),
            Cause.CROWD: Text("Ignored: in a crowd"),
        }[cause]

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: Text("no candidate"),
            Cause.ADAPTIVE: Text("≥ mean + std"),
            Cause.UNDER_MEAN: Text("< mean + std"),
            Cause.CENTRE_OUTSIDE: Text("centre outside"),
            Cause.OUTSIDE_IMAGE: Text("outside"),
            Cause.CROWD: Text("crowd"),
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return {cause: OWN.get(cause) or REASONS[cause] for cause in (*self.causes, None)}

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.OUTSIDE_IMAGE:
            enters = Text("matched like the others") if self.outside.after else Text("never a candidate")
            return Text.of(
                "It {leaves}, so it is {enters}, and enters no loss.", leaves=self.outside.leaves, enters=enters
            )
        if cause is Cause.CROWD:
            if not self.regions.beforehand:
                return Text("It overlaps an ignored region, so it is no negative, and enters no loss.")
            said: Text = self.regions.more_than
            return said
        if cause is Cause.BACKGROUND:
            if not len(assignment.gt_positives):
                return Text("The picture has no ground truth in the assignment, so every anchor is negative.")
            return Text.of(
                "It is not among the {topk} anchors of its level whose centres are nearest to that of a "
                "ground truth, so it is no candidate.",
                topk=self.topk,
            )
        gt, iou = self._candidate_of(index, assignment)
        name = named_truth(gt, sample)
        threshold = float(assignment.per_gt["threshold"][gt])
        near = Text.of(
            "It is one of the {topk} anchors of its level nearest to {name}, at IoU {iou:.4f}",
            topk=self.topk,
            name=name,
            iou=iou,
        )
        if cause is Cause.UNDER_MEAN:
            if np.isnan(threshold):
                return Text.of(
                    "{near}; but a single candidate has no deviation, so nothing reaches the threshold.", near=near
                )
            return Text.of(
                "{near}, under its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation.",
                near=near,
                threshold=threshold,
            )
        if cause is Cause.CENTRE_OUTSIDE:
            return Text.of(
                "{near}, which reaches the threshold {threshold:.4f}; but its centre is not inside that "
                "ground truth by more than {inside:g} px.",
                near=near,
                threshold=threshold,
                inside=self.inside,
            )
        return Text.of(
            "{near}, which reaches its threshold {threshold:.4f}: the mean of its candidates' IoU "
            "plus their deviation; and its centre lies inside.{rivals}",
            near=near,
            threshold=threshold,
            rivals=self._rivals(index, assignment),
        )

    def _rivals(self, index: int, assignment: Assignment) -> str:
        """Word which other ground truths the anchor passes for, "" for none."""
        ragged = assignment.ragged
        assert ragged is not None
        rows = np.flatnonzero(ragged.anchor == index)
        owner = int(assignment.gt[index])
        iou, gt = ragged.measured["iou"][rows], ragged.gt[rows]
        over = (iou >= assignment.per_gt["threshold"][gt]) & (gt != owner)
        if not over.any():
            return ""
        others = listed_truths(sorted(gt[over].tolist()))
        tied = float(iou[over].max()) == float(iou[gt == owner][0])
        words = Text("just as much, which comes first") if tied else Text("most")
        return Text.of(
            " It reaches that of {others} too, but overlaps ground truth {owner} {words}.",
            others=others,
            owner=owner + 1,
            words=words,
        )

    def _candidate_of(self, index: int, assignment: Assignment) -> tuple[int, float]:
        """Return the ground truth of an anchor, for a negative the one overlapped most as a candidate, and the IoU."""
        ragged = assignment.ragged
        assert ragged is not None
        rows = np.flatnonzero(ragged.anchor == index)
        if not rows.size:
            return -1, 0.0
        iou, gt = ragged.measured["iou"][rows], ragged.gt[rows]
        owner = int(assignment.gt[index])
        if owner >= 0:
            return owner, float(iou[gt == owner][0])
        first = np.lexsort((gt, -iou))[0]
        return int(gt[first]), float(iou[first])

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths an anchor overlaps most, six at the most; arguments as in `Words`."""
        return most_overlapped(overlaps, assignment, sample, Text("threshold"), assignment.per_gt["threshold"])

    # A ground truth

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        many, count = (int(assignment.per_gt[name][index]) for name in ("candidates", "positives"))
        threshold = float(assignment.per_gt["threshold"][index])
        if many == 0:
            return Text("No anchor takes part in the assignment, so it has no candidate.")
        if np.isnan(threshold):
            return Text("It has a single candidate, whose IoU has no deviation: nothing reaches the threshold.")
        own = Text.of(
            "Its threshold is IoU {threshold:.4f}, mean plus deviation of its {many:,} candidates",
            threshold=threshold,
            many=many,
        )
        best = float(assignment.per_gt["best"][index])
        if count:
            return Text.of(
                "{own}; {count:,} of them reach it with their centre inside and are its own. The best is {best:.4f}.",
                own=own,
                count=count,
                best=best,
            )
        owner = int(taken_by(assignment)[index])
        if owner >= 0:
            other = named_truth(owner, sample)
            ragged = assignment.ragged
            assert ragged is not None
            theirs = ragged.measured["iou"][
                (ragged.anchor == assignment.per_gt["best_anchor"][index]) & (ragged.gt == owner)
            ]
            how_much = (
                Text("just as much and which comes first")
                if (theirs == assignment.per_gt["best"][index]).any()
                else Text("more")
            )
            given = Text.of(
                "that anchor is given to {other}, which it overlaps {how_much}", other=other, how_much=how_much
            )
            return Text.of("{own}, the best of IoU {best:.4f}; but {given}.", own=own, best=best, given=given)
        return Text.of(
            "{own}, the best of IoU {best:.4f}; but no candidate's centre lies inside and is free for it.",
            own=own,
            best=best,
        )

    def gt_finding(self, index: int, assignment: Assignment, used: Mask) -> Text | None:
        """Return the remark on ground truth ``index`` in a few words; ``used`` (G,) are in the assignment."""
        if not used[index]:
            return Text("takes no part")
        if assignment.gt_positives[index]:
            return None
        return Text("best anchors taken") if taken_by(assignment)[index] >= 0 else Text("no positive anchor")

    def gt_findings(self, assignment: Assignment) -> Mapping[str, Mask]:
        """Return the masks (G,) of ground truths by kind of finding, at most one kind each."""
        anchor = assignment.per_gt["best_anchor"]
        return self.findings_from(assignment.per_gt, np.where(anchor >= 0, assignment.gt[anchor], -1))

    def findings_from(self, per_gt: Mapping[str, Array], owner: Array) -> Mapping[str, Mask]:
        """Return `gt_findings` of ``per_gt`` and the ``owner`` (G,) of each best candidate, -1 none."""
        touched, lacking = per_gt["best"] > 0, per_gt["positives"] == 0
        taken = touched & lacking & (owner >= 0) & (owner != np.arange(len(owner)))
        return {
            "untouched": ~touched & lacking,
            "best_anchor_taken": taken,
            "unmatched": touched & lacking & ~taken,
            "low_quality_only": np.zeros(len(owner), bool),
        }

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, TruthWords]]:
        """Yield kind, ground truths (G,) and words of each warning, made of the first one's name."""
        found = {kind: used & mask for kind, mask in self.gt_findings(assignment).items()}
        yield "untouched", found["untouched"], lambda gt: Text.of("{gt} overlaps none of its candidates", gt=gt)
        yield (
            "robbed",
            found["best_anchor_taken"],
            lambda gt: Text.of("{gt} has no positive anchor of its own: its best one belongs to another", gt=gt),
        )
        yield (
            "unmatched",
            found["unmatched"],
            lambda gt: Text.of("{gt} has no positive anchor: no candidate inside reaches its threshold", gt=gt),
        )
