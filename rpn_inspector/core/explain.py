"""One anchor's facts, and its label's reason in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assigners import Assigner
from rpn_inspector.core.matcher import Assignment, Cause
from rpn_inspector.core.sample import Sample

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class AnchorFacts:
    """Everything about one anchor; boxes (4,) in network px, arrays (4,) in the order x, y, w, h.

    ``gt`` is the ground truth it belongs to, -1 none; ``iou_per_gt`` (G,) in the recipe's precision; ``r`` is R(d) of
    each coordinate; ``objectness_loss`` is before division by ``normaliser``, ``box_loss`` by ``box_normaliser``. What
    needs a prediction is None without one; t* and what follows from it is None for an anchor without a ground truth.
    """

    index: int
    box: Array
    place: str
    label: int
    cause: int
    iou: float
    gt: int
    best_gt: int
    iou_per_gt: Array
    t_star: Array | None
    t: Array | None
    predicted: Array | None
    difference: Array | None
    r: Array | None
    score: float | None
    box_loss: float | None
    objectness_loss: float | None
    normaliser: float
    box_normaliser: float
    sampled: bool
    finding: str
    why: str


def finding_of(index: int, assignment: Assignment, matcher: Assigner) -> str:
    """Return the panel's heading, e.g. ``Positive: best for ground truth 4`` (counted from 1)."""
    cause = Cause(int(assignment.cause[index]))
    if cause is Cause.BEST_FOR_GT:
        truth = rescuer(index, assignment, matcher)
        if truth < 0:
            return "Positive: best for another ground truth"
        if assignment.gt_best_iou[truth] == 0:
            return f"Positive: ground truth {truth + 1} overlaps no anchor"
        return f"Positive: best for ground truth {truth + 1}"
    return {
        Cause.BACKGROUND: "Negative: background",
        Cause.BETWEEN_THRESHOLDS: "Ignored: between the thresholds",
        Cause.OVERLAP: f"Positive: overlaps ground truth {int(assignment.gt[index]) + 1}",
        Cause.OUTSIDE_IMAGE: "Ignored: outside the picture",
        Cause.CROWD: "Ignored: in a crowd",
        Cause.OTHER_CELL: "Ignored: in another cell",
    }[cause]


def untouched(assignment: Assignment, matcher: Assigner) -> npt.NDArray[np.int64]:
    """Return the ground truths that overlap no anchor and yet, by the low-quality rule, make anchors positive.

    Their best IoU is 0, which every anchor has, so all of them tie for it.
    """
    if not matcher.takes_zero:
        return np.empty(0, np.int64)
    return np.flatnonzero((assignment.gt_best_iou == 0) & (assignment.gt_ties > 0))


def rescuer(index: int, assignment: Assignment, matcher: Assigner) -> int:
    """Return the ground truth for whose sake the low-quality rule makes an anchor positive; -1 another than its own."""
    owner = int(assignment.gt[index])
    highest = float(assignment.gt_best_iou[owner])
    if matcher.claimed:
        return owner  # the one that claims it
    if highest > 0 and float(assignment.iou[index]) == highest:
        return owner
    alone = matcher.low_quality.first
    for truth in untouched(assignment, matcher).tolist():
        if not alone or int(assignment.gt_best_anchor[truth]) == index:
            return int(truth)
    return -1


def row_words(index: int, assignment: Assignment, matcher: Assigner) -> str:
    """Return why anchor ``index`` bears its label in the few words of a table cell."""
    cause = Cause(int(assignment.cause[index]))
    if cause is Cause.BEST_FOR_GT:
        truth = rescuer(index, assignment, matcher)
        if truth < 0:
            return "best for another GT"
        if assignment.gt_best_iou[truth] == 0:
            return f"GT {truth + 1} at IoU 0"
    return cause_words(cause, matcher)


def cause_words(cause: int, matcher: Assigner) -> str:
    """Return a cause in the few words of a table cell."""
    low, high = f"{matcher.negative:.2f}", f"{matcher.positive:.2f}"
    strict = matcher.strict
    return {
        Cause.BACKGROUND: f"IoU ≤ {low}" if strict else f"IoU < {low}",
        Cause.BETWEEN_THRESHOLDS: f"IoU {low}–{high}",
        Cause.OVERLAP: f"IoU > {high}" if strict else f"IoU ≥ {high}",
        Cause.BEST_FOR_GT: "best for its GT",
        Cause.OUTSIDE_IMAGE: "outside",
        Cause.CROWD: "crowd",
        Cause.OTHER_CELL: "other cell",
    }[Cause(cause)]


def why(index: int, assignment: Assignment, matcher: Assigner, sample: Sample) -> str:
    """Return in words with numbers why anchor ``index`` bears its label; ground truths are counted from 1."""
    iou, best = float(assignment.iou[index]), int(assignment.best_gt[index])
    low, high = f"{matcher.negative:.2f}", f"{matcher.positive:.2f}"

    def name(gt: int) -> str:
        return f"ground truth {gt + 1} ({sample.class_name(gt)})"

    cause = Cause(int(assignment.cause[index]))
    if cause is Cause.OUTSIDE_IMAGE:
        if matcher.outside.after:
            return "It leaves the picture, so it is matched like the others but enters no loss."
        return "It leaves the picture, so it is never compared with a ground truth and enters no loss."
    if cause is Cause.CROWD:
        share = f"{100 * matcher.regions.overlap:.0f} %"
        return f"More than {share} of the {matcher.regions.of} lies in an ignored region, so it enters no loss."
    if cause is Cause.OTHER_CELL:
        return (
            f"Its best overlap, IoU {iou:.4f} with {name(best)}, is over {low}, too much for a negative; but its cell "
            "does not hold the centre of any ground truth, so it cannot be positive and enters no loss."
        )
    if cause is Cause.BACKGROUND:
        return _why_negative(iou, best, matcher, name)
    if cause is Cause.BETWEEN_THRESHOLDS:
        if matcher.negative_from and iou < matcher.negative_from:
            least = f"{matcher.negative_from:.2f}"
            return f"Its best overlap, IoU {iou:.4f}, is under {least}: too little even for a negative."
        return (
            f"Its best overlap, IoU {iou:.4f} with {name(best)}, lies between {low} and {high}: "
            "neither positive nor negative, so it enters no loss."
        )
    owner = int(assignment.gt[index])
    if cause is Cause.OVERLAP:
        if matcher.strict:
            return f"Its cell holds the centre of a ground truth, and IoU with {name(owner)} is over {high}."
        return f"IoU {iou:.4f} with {name(best)} reaches the threshold {high}."
    if matcher.strict:
        return f"No anchor in a cell with a ground truth's centre overlaps {name(owner)} more, so it is positive."
    if not matcher.claimed:
        return _why_rescued(index, assignment, matcher, name)
    return _why_claimed(index, assignment, matcher, name)


def _why_negative(iou: float, best: int, matcher: Assigner, name: Callable[[int], str]) -> str:
    low = f"{matcher.negative:.2f}"
    if best < 0:
        return "The picture has no ground truth in the assignment, so every anchor is negative."
    if iou == 0:
        return f"It overlaps no ground truth, and IoU 0 is below the threshold {low}."
    under = "is not over" if matcher.strict else "is below"
    return f"Its best overlap, IoU {iou:.4f} with {name(best)}, {under} the threshold {low}."


def _why_rescued(index: int, assignment: Assignment, matcher: Assigner, name: Callable[[int], str]) -> str:
    """Word the low-quality rule where an anchor stays with the ground truth it overlaps most."""
    iou, owner = float(assignment.iou[index]), int(assignment.gt[index])
    truth = rescuer(index, assignment, matcher)
    if truth < 0:
        return (
            f"It is the best anchor of another ground truth, so the low-quality rule makes it positive; but it "
            f"overlaps {name(owner)} more (IoU {iou:.4f}), and this library trains it towards that one."
        )
    if assignment.gt_best_iou[truth] > 0:
        return _best_of_all(iou, owner, assignment, matcher, name)
    most = f"which it overlaps most (IoU {iou:.4f})" if iou > 0 else "the first, for it overlaps none"
    return f"{_untouched_words(truth, matcher, name)}. This one is trained towards {name(owner)}, {most}."


def _untouched_words(truth: int, matcher: Assigner, name: Callable[[int], str]) -> str:
    which = "the first of them" if matcher.low_quality.first else "all of them"
    return (
        f"{_opening(name(truth))} overlaps no anchor: its best IoU is 0, every anchor ties for it, and the "
        f"low-quality rule makes {which} positive"
    )


def _opening(words: str) -> str:
    """Return words as a sentence begins; a class keeps its letters."""
    return words[:1].upper() + words[1:]


def _why_claimed(index: int, assignment: Assignment, matcher: Assigner, name: Callable[[int], str]) -> str:
    """Word the low-quality rule where the ground truth that claims an anchor keeps it."""
    iou, best, owner = float(assignment.iou[index]), int(assignment.best_gt[index]), int(assignment.gt[index])
    highest = float(assignment.gt_best_iou[owner])
    if highest == 0:
        return f"{_untouched_words(owner, matcher, name)}, for itself."
    if best == owner:
        return _best_of_all(iou, owner, assignment, matcher, name)
    return (
        f"{_opening(name(owner))} claims it: no anchor overlaps that one more (IoU {highest:.4f}). It overlaps "
        f"{name(best)} at IoU {iou:.4f}, but in this library the claim wins."
    )


def _best_of_all(iou: float, owner: int, assignment: Assignment, matcher: Assigner, name: Callable[[int], str]) -> str:
    would = "negative" if iou < matcher.negative else "ignored"
    ties = int(assignment.gt_ties[owner]) - 1
    shared = f"; {ties} other{'s' if ties > 1 else ''} tie{'s' if ties == 1 else ''} with it" if ties > 0 else ""
    return (
        f"IoU {iou:.4f} is under the threshold {matcher.positive:.2f}, so it would be {would}. But no anchor "
        f"overlaps {name(owner)} more, so the low-quality rule makes it positive{shared}."
    )
