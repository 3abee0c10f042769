"""How the assigner by ratios of sides words its results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigners.iou_measures import OF_ANCHORS, OF_PAIRS
from rpn_inspector.core.assigners.overlapped import listed_truths, most_overlapped
from rpn_inspector.core.assigners.protocol import Mask
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import StaticWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_LOW_QUALITY, NO_RATIO
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

OWN: Mapping[Cause | None, Reason] = {
    Cause.BACKGROUND: Reason("no ground truth of such sides has its centre near", "no ratio fits", 0),
    Cause.RATIO: Reason("a ratio of sides crossed the limit, or a centre its cell", "crossed the ratio", 1),
    Cause.NEIGHBOUR_CELL: Reason("a centre crossed the part of a cell for neighbours", "neighbour cell", 1),
    None: REASONS[None],
}


class RatioWords(StaticWords):
    """The words of the assigner by ratios; anchors and ground truths as in `Words`."""

    __slots__ = ()
    causes: ClassVar[tuple[Cause, ...]] = (Cause.BACKGROUND, Cause.RATIO, Cause.NEIGHBOUR_CELL)
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "slots")
    dense: ClassVar[tuple[str, ...]] = ()
    measure: ClassVar[str] = ""
    unmatched: ClassVar[str] = NO_RATIO
    low_quality_only: ClassVar[str] = NO_LOW_QUALITY
    limit: float
    neighbours: float

    @property
    def inclusive(self) -> bool:
        """Return whether widths are x2 - x1 + 1: never."""
        return False

    @property
    def claimed(self) -> bool:
        """Return whether a ground truth may own an anchor that another one overlaps more: the last pair owns it."""
        return True

    @property
    def thresholds(self) -> dict[str, float]:
        """Return the thresholds of IoU: none, this rule has no IoU."""
        return {}

    def framed(self, grid: Grid, gt: Array, regions: Array | None = None) -> tuple[Grid, Array, Array | None]:
        """Return anchors, ground truths and regions in the frame of the comparison: network px as given."""
        return grid, gt, regions

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return the best IoU of every anchor, which decides no label here but is looked at beside one."""
        return OF_ANCHORS

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return what this rule knows of every ground truth, beside the number of pairs."""
        return OF_PAIRS

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        owner = int(assignment.gt[index]) + 1
        return {
            Cause.BACKGROUND: "Negative: background",
            Cause.RATIO: f"Positive: cell of ground truth {owner}",
            Cause.NEIGHBOUR_CELL: f"Positive: beside ground truth {owner}",
        }[Cause(int(assignment.cause[index]))]

    def row(self, index: int, assignment: Assignment) -> str:
        """Return the cause of anchor ``index``'s label in the few words of a table cell."""
        return self.short(int(assignment.cause[index]))

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: "no pair",
            Cause.RATIO: f"sides within {self.limit:g}",
            Cause.NEIGHBOUR_CELL: "neighbour cell",
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return OWN

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BACKGROUND:
            if not len(assignment.gt_positives):
                return "The picture has no ground truth in the assignment, so every anchor is negative."
            return (
                "No ground truth whose sides are within a factor of "
                f"{self.limit:g} of its own has the centre in its cell, or near enough beside it."
            )
        owner = int(assignment.gt[index])
        name = f"ground truth {owner + 1} ({sample.class_name(owner)})"
        where = "in its cell" if cause is Cause.RATIO else "in the cell beside, nearer to this one than to the other"
        mine = assignment.pairs.gt[assignment.pairs.anchor == index]
        return (
            f"The centre of {name} lies {where}, and its sides are within a factor of {self.limit:g} of the anchor's."
            f"{_others(mine, owner)}"
        )

    def compared(self, index: int, overlaps: Array, assignment: Assignment, best: Array, sample: Sample) -> Table:
        """Return the ground truths an anchor overlaps most, six at the most; arguments as in `Words`."""
        return most_overlapped(overlaps, assignment, sample, "best IoU", best)

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        pairs, slots = (int(assignment.per_gt[name][index]) for name in ("positives", "slots"))
        if not pairs:
            return f"No anchor's sides are within a factor of {self.limit:g} of its own, so no level trains it."
        shared = int((assignment.gt[assignment.pairs.anchor[assignment.pairs.gt == index]] != index).sum())
        words = f"It is paired with {slots:,} anchors, in its own cell and beside, of sides within {self.limit:g}."
        if pairs > slots:
            words += f" {pairs - slots:,} of them count twice, since its centre lies on a line between cells."
        return f"{words} On {shared:,} the objectness follows another ground truth." if shared else words

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

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, str]]:
        """Yield kind, ground truths (G,) and words of each warning; in braces, n and name of the first."""
        lacking = used & self.gt_findings(assignment)["unmatched"]
        yield "unmatched", lacking, "ground truth {n} ({name}) has no positive anchor: no anchor has such sides"


def _others(pairs: Array, owner: int) -> str:
    """Word which other ground truths an anchor is paired with, "" for none."""
    others = sorted({int(gt) for gt in pairs} - {owner})
    if not others:
        return " It counts twice." if len(pairs) > 1 else ""
    too = f" G{listed_truths(others)[1:]} {'teaches' if len(others) == 1 else 'teach'} it too"
    return f"{too}; its objectness follows ground truth {owner + 1}, the last listed."
