"""One anchor's facts, and its label's reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from rpn_inspector.core.matcher import Assignment, Cause
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class AnchorFacts:
    """Everything about one anchor; boxes (4,) in network px, arrays (4,) in the order x, y, w, h.

    ``gt`` is the ground truth it belongs to, -1 none; ``iou_per_gt`` (G,) in the recipe's precision; ``r`` is R(d) of
    each coordinate; ``box_loss`` and ``objectness_loss`` are before division by ``normaliser``. What needs a
    prediction is None without one; t* and what follows from it is None for an anchor without a ground truth.
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
    sampled: bool
    why: str

    @property
    def finding(self) -> str:
        """Return the panel's heading, e.g. ``Positive: best for ground truth 4`` (counted from 1)."""
        number = self.gt + 1
        return {
            Cause.BACKGROUND: "Negative: background",
            Cause.BETWEEN_THRESHOLDS: "Ignored: between the thresholds",
            Cause.OVERLAP: f"Positive: overlaps ground truth {number}",
            Cause.BEST_FOR_GT: f"Positive: best for ground truth {number}",
            Cause.OUTSIDE_IMAGE: "Ignored: outside the picture",
            Cause.CROWD: "Ignored: in a crowd",
        }[Cause(self.cause)]


def cause_words(cause: int, recipe: Recipe) -> str:
    """Return a cause in the few words of a table cell."""
    low, high = f"{recipe.matcher.negative:.2f}", f"{recipe.matcher.positive:.2f}"
    return {
        Cause.BACKGROUND: f"IoU < {low}",
        Cause.BETWEEN_THRESHOLDS: f"{low} ≤ IoU < {high}",
        Cause.OVERLAP: f"IoU ≥ {high}",
        Cause.BEST_FOR_GT: "best for its GT",
        Cause.OUTSIDE_IMAGE: "outside",
        Cause.CROWD: "crowd",
    }[Cause(cause)]


def why(index: int, assignment: Assignment, recipe: Recipe, sample: Sample) -> str:
    """Return in words with numbers why anchor ``index`` bears its label; ground truths are counted from 1."""
    iou, best = float(assignment.iou[index]), int(assignment.best_gt[index])
    low, high = f"{recipe.matcher.negative:.2f}", f"{recipe.matcher.positive:.2f}"

    def name(gt: int) -> str:
        return f"ground truth {gt + 1} ({sample.class_name(gt)})"

    cause = Cause(int(assignment.cause[index]))
    if cause is Cause.OUTSIDE_IMAGE:
        return "It leaves the picture, so it is never compared with a ground truth and enters no loss."
    if cause is Cause.BACKGROUND:
        if best < 0:
            return "The picture has no ground truth in the assignment, so every anchor is negative."
        if iou == 0:
            return f"It overlaps no ground truth, and IoU 0 is below the threshold {low}."
        return f"Its best overlap, IoU {iou:.4f} with {name(best)}, is below the threshold {low}."
    if cause is Cause.BETWEEN_THRESHOLDS:
        return (
            f"Its best overlap, IoU {iou:.4f} with {name(best)}, lies between {low} and {high}: "
            "neither positive nor negative, so it enters no loss."
        )
    if cause is Cause.OVERLAP:
        return f"IoU {iou:.4f} with {name(best)} reaches the threshold {high}."
    owner = int(assignment.gt[index])
    if float(assignment.gt_best_iou.min()) == 0 and iou < float(assignment.gt_best_iou[owner]):
        untouched = int(assignment.gt_best_iou.argmin())
        return (
            f"No anchor touches {name(untouched)}: all tie for its best at IoU 0, and the low-quality rule makes "
            f"every one of them positive. This one is trained towards {name(owner)}."
        )
    would = "negative" if iou < recipe.matcher.negative else "ignored"
    ties = int(assignment.gt_ties[owner]) - 1
    if iou == float(assignment.gt_best_iou[owner]):
        shared = f"; {ties} other{'s' if ties > 1 else ''} tie{'s' if ties == 1 else ''} with it" if ties > 0 else ""
        return (
            f"IoU {iou:.4f} is under the threshold {high}, so it would be {would}. But no anchor overlaps "
            f"{name(owner)} more, so the low-quality rule makes it positive{shared}."
        )
    return (
        f"It is the best anchor of another ground truth, so the low-quality rule makes it positive; but it overlaps "
        f"{name(owner)} more (IoU {iou:.4f}), and this library trains it towards that one."
    )
