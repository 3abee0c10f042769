"""The common words of assigners that pair anchors with ground truths by shape and cell, whatever their IoU."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from rpn_inspector.core.assigners.iou_measures import OF_ANCHORS
from rpn_inspector.core.assigners.overlapped import most_overlapped
from rpn_inspector.core.assigners.protocol import Mask
from rpn_inspector.core.assigners.threshold_free_words import ThresholdFreeWords
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_LOW_QUALITY
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array


class PairedWords(ThresholdFreeWords):
    """What such assigners say; an anchor may have several owners, of which the last stands."""

    __slots__ = ()
    dense: ClassVar[tuple[str, ...]] = ()
    measure: ClassVar[str] = ""
    low_quality_only: ClassVar[str] = NO_LOW_QUALITY

    @property
    def claimed(self) -> bool:
        """Return whether a ground truth may own an anchor that another one overlaps more: the last pair owns it."""
        return True

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return the best IoU of every anchor, which decides no label here but is looked at beside one."""
        return OF_ANCHORS

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths an anchor overlaps most, six at the most; arguments as in `Words`."""
        return most_overlapped(overlaps, assignment, sample, Text("best IoU"), best)

    def gt_finding(self, index: int, assignment: Assignment, used: Mask) -> Text | None:
        """Return the remark on ground truth ``index`` in a few words; ``used`` (G,) are in the assignment."""
        if not used[index]:
            return Text("takes no part")
        return None if assignment.gt_positives[index] else Text("no positive anchor")

    def gt_findings(self, assignment: Assignment) -> Mapping[str, Mask]:
        """Return the masks (G,) of ground truths by kind of finding, at most one kind each."""
        return self.findings_from(assignment.per_gt, np.full(len(assignment.gt_positives), -1))

    def findings_from(self, per_gt: Mapping[str, Array], owner: Array) -> Mapping[str, Mask]:
        """Return `gt_findings` of ``per_gt``; ``owner`` (G,) is not used."""
        none = np.zeros(len(owner), bool)
        return {
            "untouched": none,
            "best_anchor_taken": none,
            "unmatched": per_gt["positives"] == 0,
            "low_quality_only": none,
        }
