"""How the assigner by ratios of sides words its results."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import ClassVar

from rpn_inspector.core.assigners.iou_measures import OF_PAIRS
from rpn_inspector.core.assigners.overlapped import listed_truths
from rpn_inspector.core.assigners.paired_words import PairedWords
from rpn_inspector.core.assigners.protocol import Mask
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import StaticWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_RATIO
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import Array

OWN: Mapping[Cause | None, Reason] = {
    Cause.BACKGROUND: Reason("no ground truth of such sides has its centre near", "no ratio fits", 0),
    Cause.RATIO: Reason("a ratio of sides crossed the limit, or a centre its cell", "crossed the ratio", 1),
    Cause.NEIGHBOUR_CELL: Reason("a centre crossed the part of a cell for neighbours", "neighbour cell", 1),
    None: REASONS[None],
}


class RatioWords(StaticWords, PairedWords):
    """The words of the assigner by ratios; anchors and ground truths as in `Words`."""

    __slots__ = ()
    causes: ClassVar[tuple[Cause, ...]] = (Cause.BACKGROUND, Cause.RATIO, Cause.NEIGHBOUR_CELL)
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "slots", "ratio")
    unmatched: ClassVar[str] = NO_RATIO
    limit: float
    neighbours: float

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

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        pairs, slots = (int(assignment.per_gt[name][index]) for name in ("positives", "slots"))
        ratio = float(assignment.per_gt["ratio"][index])
        if not pairs and not math.isfinite(ratio):
            return "A side of it is 0, which is within no factor of any anchor's. So no level trains it."
        if not pairs:
            return (
                f"No anchor's sides are within a factor of {self.limit:g} of its own: the most similar differs "
                f"{ratio:.2f} times in one. So no level trains it."
            )
        shared = int((assignment.gt[assignment.pairs.anchor[assignment.pairs.gt == index]] != index).sum())
        words = f"It is paired with {slots:,} anchors, in its own cell and beside, of sides within {self.limit:g}."
        if pairs > slots:
            words += f" {pairs - slots:,} of them count twice, since its centre lies on a line between cells."
        return f"{words} On {shared:,} the objectness follows another ground truth." if shared else words

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
