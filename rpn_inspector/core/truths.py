"""One ground truth's facts: how many anchors it has, and why not more, in words with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from rpn_inspector.core.assigners import Assigner
from rpn_inspector.core.ground_truth import GroundTruth
from rpn_inspector.core.matcher import Assignment, Cause
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.traps import effect_of_zero
from rpn_inspector.core.words import KIND_WORDS

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class TruthFacts:
    """Everything about one ground truth; ``box`` (4,) network px, anchors are flat indices, ground truths from 0.

    ``positives`` anchors are trained towards it, ``low_quality`` of them only by the low-quality rule. ``best_iou`` is
    its highest overlap with any anchor compared, ``best_anchor`` the first that has it, -1 none. ``owner`` is the
    ground truth that anchor is trained towards, -1 none. ``used`` says whether it takes part in the assignment.
    """

    index: int
    box: Array
    used: bool
    positives: int
    low_quality: int
    best_iou: float
    best_anchor: int
    owner: int
    why: str

    @property
    def finding(self) -> str:
        """Return a heading, e.g. ``Ground truth 5: no anchor`` (counted from 1)."""
        anchors = (
            "no anchor" if not self.positives else "1 anchor" if self.positives == 1 else f"{self.positives:,} anchors"
        )
        return f"Ground truth {self.index + 1}: {anchors if self.used else 'takes no part'}"


def truth_facts(
    index: int,
    box: Array,
    used: bool,
    assignment: Assignment,
    matcher: Assigner,
    ground_truth: GroundTruth,
    sample: Sample,
) -> TruthFacts:
    """Return the facts of ground truth ``index`` (from 0, below G), which is ``box`` (4,) in network px."""
    anchor = int(assignment.gt_best_anchor[index])
    return TruthFacts(
        index=index,
        box=box,
        used=used,
        positives=int(assignment.gt_positives[index]),
        low_quality=int(assignment.gt_low_quality[index]),
        best_iou=float(assignment.gt_best_iou[index]),
        best_anchor=anchor,
        owner=int(assignment.gt[anchor]) if anchor >= 0 else -1,
        why=_why(index, assignment, matcher, sample) if used else _why_unused(index, ground_truth, sample),
    )


def _why(index: int, assignment: Assignment, matcher: Assigner, sample: Sample) -> str:
    best, high = float(assignment.gt_best_iou[index]), f"{matcher.positive:.2f}"
    if best == 0:
        return f"It overlaps no anchor: {effect_of_zero(matcher)}."
    positives, rescued = int(assignment.gt_positives[index]), int(assignment.gt_low_quality[index])
    if positives == 0:
        return _why_none(index, assignment, matcher, sample)
    over = "is over" if matcher.strict else "reaches"
    if positives == rescued and best > matcher.positive:
        return (
            f"Its best overlap is IoU {best:.4f}, but the anchors over {high} overlap another ground truth more. "
            f"Only the low-quality rule gives it {_anchors(rescued)}."
        )
    if positives == rescued:
        return (
            f"No anchor of its own {over} the threshold {high}; its best overlap is IoU {best:.4f}. "
            f"Only the low-quality rule gives it {_anchors(rescued)}."
        )
    more = f", and the low-quality rule adds {rescued:,}" if rescued else ""
    return f"IoU with it {over} the threshold {high} for {_anchors(positives - rescued)}{more}; the best is {best:.4f}."


def _anchors(count: int) -> str:
    return f"{count:,} anchor" if count == 1 else f"{count:,} anchors"


def _why_unused(index: int, ground_truth: GroundTruth, sample: Sample) -> str:
    kind = Kind(int(sample.gt_kind[index]))
    rules = {Kind.IGNORED: "ignore", Kind.CROWD: ground_truth.crowd, Kind.DIFFICULT: ground_truth.difficult}
    rule = rules.get(kind, "use")
    if rule == "use":
        return "It has no width or no height, so the library's loader leaves it out."
    if rule == "ignore" and ground_truth.crowd == "ignore":
        return f"It is marked {KIND_WORDS[kind]}: no anchor is trained towards it, and those inside it enter no loss."
    return f"It is marked {KIND_WORDS[kind]}, and this recipe leaves such ground truths out."


def _why_none(index: int, assignment: Assignment, matcher: Assigner, sample: Sample) -> str:
    """Word why a ground truth that anchors do overlap has none of them."""
    anchor, best = int(assignment.gt_best_anchor[index]), float(assignment.gt_best_iou[index])
    reach = f"Its best overlap with an anchor is IoU {best:.4f}"
    cause, owner = Cause(int(assignment.cause[anchor])), int(assignment.gt[anchor])
    if cause is Cause.OUTSIDE_IMAGE:
        return f"{reach}, but that anchor leaves the picture and enters no loss."
    if cause is Cause.CROWD:
        return f"{reach}, but that anchor lies in an ignored region and enters no loss."
    if owner >= 0 and owner != index:
        other = f"ground truth {owner + 1} ({sample.class_name(owner)})"
        ties = int(assignment.gt_ties[index])
        shared = f"; {ties:,} anchors tie there" if ties > 1 else ""
        if owner == int(assignment.best_gt[anchor]) and not matcher.claimed:
            return (
                f"{reach}{shared}. But that anchor overlaps {other} more, IoU {float(assignment.iou[anchor]):.4f}, "
                "and is trained towards that one."
            )
        return f"{reach}{shared}. But that anchor is given to {other}, which claims it too."
    if not matcher.low_quality.on:
        return f"{reach}, under the threshold {matcher.positive:.2f}, and this recipe has no low-quality rule."
    least = matcher.low_quality.least
    if best < least or (matcher.strict and best <= least):
        return f"{reach}, under the {least:.2f} from which the low-quality rule helps."
    if matcher.clobber_positives and best < matcher.negative:
        return f"{reach}, under {matcher.negative:.2f}, and here such an anchor is negative whatever it is best for."
    return f"{reach}, which is not enough for a positive anchor under this recipe."
