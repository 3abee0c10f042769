"""One ground truth's facts: how many anchors it has, and why not more, in words with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from rpn_inspector.core.assigners import Assigner
from rpn_inspector.core.ground_truth import GroundTruth
from rpn_inspector.core.matcher import Assignment
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.words import KIND_WORDS

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class GtFacts:
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


def gt_facts(
    index: int,
    box: Array,
    used: bool,
    assignment: Assignment,
    matcher: Assigner,
    ground_truth: GroundTruth,
    sample: Sample,
) -> GtFacts:
    """Return the facts of ground truth ``index`` (from 0, below G), which is ``box`` (4,) in network px."""
    anchor = int(assignment.gt_best_anchor[index])
    return GtFacts(
        index=index,
        box=box,
        used=used,
        positives=int(assignment.gt_positives[index]),
        low_quality=int(assignment.gt_low_quality[index]),
        best_iou=float(assignment.gt_best_iou[index]),
        best_anchor=anchor,
        owner=int(assignment.gt[anchor]) if anchor >= 0 else -1,
        why=matcher.gt_why(index, assignment, sample) if used else _why_unused(index, ground_truth, sample),
    )


def _why_unused(index: int, ground_truth: GroundTruth, sample: Sample) -> str:
    kind = Kind(int(sample.gt_kind[index]))
    rules = {Kind.IGNORED: "ignore", Kind.CROWD: ground_truth.crowd, Kind.DIFFICULT: ground_truth.difficult}
    rule = rules.get(kind, "use")
    if rule == "use":
        return "It has no width or no height, so the library's loader leaves it out."
    if rule == "ignore" and ground_truth.crowd == "ignore":
        return f"It is marked {KIND_WORDS[kind]}: no anchor is trained towards it, and those inside it enter no loss."
    return f"It is marked {KIND_WORDS[kind]}, and this recipe leaves such ground truths out."
