"""One ground truth's facts: the number of positive anchors and the reason, in words with numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from rpn_inspector.core.assigners import Assigner
from rpn_inspector.core.assignment import UNDECIDED, Assignment
from rpn_inspector.core.best_overlaps import BestOverlaps
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.ground_truth import GroundTruth
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.showable import Showable
from rpn_inspector.core.text import Text
from rpn_inspector.core.words import KIND_WORDS

Array = npt.NDArray[Any]
NO_ROWS = Table(())


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GtFacts(Showable):
    """Everything about one ground truth; anchors are flat indices, ground truths count from 0.

    Args:
        index: the ground truth's number.
        box: (4,) float32, network px.
        used: whether the ground truth is in the assignment.
        positives: the number of anchors assigned to the ground truth.
        low_quality: the number of low-quality matches among ``positives``.
        best_iou: the highest IoU with any anchor compared.
        best_anchor: the first anchor of ``best_iou``, -1 none.
        owner: the ground truth assigned to ``best_anchor``, -1 none.
        why: the reason for the number of anchors, in words with numbers.
        candidates: of a rule that ranks them, the best first, each with the parts of what ranks it; else without rows.
        decided: whether it is known which anchors are its own.
        place: what the recipe's anchors are called, in the singular.
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
    candidates: Table = NO_ROWS
    decided: bool = True
    place: str = "anchor"

    @property
    def finding(self) -> str:
        """Return a heading, e.g. ``Ground truth 5: unmatched`` (counted from 1)."""
        if self.used and not self.decided:
            return Text.of("Ground truth {number}: undecided", number=self.index + 1)
        if not self.used:
            return Text.of("Ground truth {number}: takes no part", number=self.index + 1)
        anchors = (
            Text.counted(self.positives, "1 point", "{n} points")
            if self.place == "point"
            else Text.counted(self.positives, "1 anchor", "{n} anchors")
        )
        found = anchors if self.positives else Text("unmatched")
        return Text.of("Ground truth {number}: {found}", number=self.index + 1, found=found)


def gt_facts(
    index: int,
    box: Array,
    used: bool,
    assignment: Assignment,
    overlap: BestOverlaps,
    matcher: Assigner,
    ground_truth: GroundTruth,
    sample: Sample,
    place: Callable[[int], str],
) -> GtFacts:
    """Return the facts of one ground truth.

    Args:
        index: the ground truth's number, 0 to G - 1.
        box: (4,) network px.
        used: whether the ground truth is in the assignment.
        assignment: over all G ground truths of the picture.
        overlap: the best IoUs, likewise.
        matcher: the recipe's assigner, for the words.
        ground_truth: the recipe's roles, for the words of an unused ground truth.
        sample: the picture, for the class names.
        place: words an anchor by its flat index.
    """
    anchor, kind = int(overlap.gt_best_anchor[index]), Kind(int(sample.gt_kind[index]))
    return GtFacts(
        index=index,
        box=box,
        used=used,
        positives=int(assignment.gt_positives[index]),
        low_quality=int(assignment.gt_low_quality[index]),
        best_iou=float(overlap.gt_best_iou[index]),
        best_anchor=anchor,
        owner=int(assignment.gt[anchor]) if anchor >= 0 else -1,
        candidates=matcher.ranked(index, assignment, place) if used else NO_ROWS,
        place=matcher.place,
        decided=not (matcher.positives_need_outputs and (assignment.label == UNDECIDED).any()),
        why=matcher.gt_why(index, assignment, sample) if used else ground_truth.why_unused(kind, KIND_WORDS[kind]),
    )
