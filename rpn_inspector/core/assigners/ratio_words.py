"""How the assigner by ratios of sides words its results."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np

from rpn_inspector.core.assigners.iou_measures import OF_PAIRS
from rpn_inspector.core.assigners.overlapped import listed_numbers, named_truth
from rpn_inspector.core.assigners.paired_words import PairedWords
from rpn_inspector.core.assigners.protocol import Mask, TruthWords
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import StaticWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.formulas.digits import MOST, fit, put
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_RATIO
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
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
            Cause.BACKGROUND: Text("Negative: background"),
            Cause.RATIO: Text.of("Positive: cell of ground truth {owner}", owner=owner),
            Cause.NEIGHBOUR_CELL: Text.of("Positive: beside ground truth {owner}", owner=owner),
        }[Cause(int(assignment.cause[index]))]

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: Text("no pair"),
            Cause.RATIO: Text.of("sides within {limit:g}", limit=self.limit),
            Cause.NEIGHBOUR_CELL: Text("neighbour cell"),
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return OWN

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause is Cause.BACKGROUND:
            if not len(assignment.gt_positives):
                return Text("The picture has no ground truth in the assignment, so every anchor is negative.")
            return Text.of(
                "No ground truth whose sides are within a factor of {limit:g} of its own has the centre "
                "in its cell, or near enough beside it.",
                limit=self.limit,
            )
        owner = int(assignment.gt[index])
        name = named_truth(owner, sample)
        where = (
            Text("in its cell")
            if cause is Cause.RATIO
            else Text("in the cell beside, nearer to this one than to the other")
        )
        mine = assignment.pairs.gt[assignment.pairs.anchor == index]
        wide, high, factor, side = self._factor(index, owner, assignment)
        return Text.of(
            "The centre of {name} lies {where}. The box is {wide} times as wide as the anchor and {high} times as "
            "high: a factor of {factor} in {side}, under the limit of {limit:g}.{mine}",
            name=name,
            where=where,
            wide=wide,
            high=high,
            factor=factor,
            side=side,
            limit=self.limit,
            mine=_others(mine, owner),
        )

    def _factor(self, index: int, owner: int, assignment: Assignment) -> tuple[str, str, str, Text]:
        """Return how many times the anchor's sides the owner's are, the larger factor either way, and of which side."""
        ragged = assignment.ragged
        assert ragged is not None
        row = np.flatnonzero((ragged.anchor == index) & (ragged.gt == owner))[0]
        times = [float(ragged.measured[name][row]) for name in ("wide", "high")]
        factors = [max(one, 1 / one) for one in times]
        worse = int(factors[1] > factors[0])
        # as many digits as tell it from the limit, which is not reached
        digits = next((d for d in range(2, MOST) if round(factors[worse], d) < self.limit), MOST)
        said = [put(one, 2) for one in times]
        said[worse] = fit(lambda one: max(one, 1 / one), [times[worse]], [2], factors[worse], digits)[0]
        return said[0], said[1], put(factors[worse], digits), Text("height") if worse else Text("width")

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        pairs, slots = (int(assignment.per_gt[name][index]) for name in ("positives", "slots"))
        ratio = float(assignment.per_gt["ratio"][index])
        if not pairs and not math.isfinite(ratio):
            return Text("A side of it is 0, which is within no factor of any anchor's. So no level trains it.")
        if not pairs:
            return Text.of(
                "No anchor's sides are within a factor of {limit:g} of its own: the most similar differs "
                "{ratio:.2f} times in one. So no level trains it.",
                limit=self.limit,
                ratio=ratio,
            )
        shared = int((assignment.gt[assignment.pairs.anchor[assignment.pairs.gt == index]] != index).sum())
        words = Text.of(
            "It is paired with {slots:,} anchors, in its own cell and beside, of sides within {limit:g}.",
            slots=slots,
            limit=self.limit,
        )
        if pairs > slots:
            words = Text.of(
                "{words} {pairs:,} of them count twice, since its centre lies on a line between cells.",
                words=words,
                pairs=pairs - slots,
            )
        return (
            Text.of("{words} On {shared:,} the objectness follows another ground truth.", words=words, shared=shared)
            if shared
            else words
        )

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, TruthWords]]:
        """Yield kind, ground truths (G,) and words of each warning, made of the first one's name."""
        lacking = used & self.gt_findings(assignment)["unmatched"]
        yield "unmatched", lacking, lambda gt: Text.of("{gt} has no positive anchor: no anchor has such sides", gt=gt)


def _others(pairs: Array, owner: int) -> str:
    """Word which other ground truths an anchor is paired with, "" for none."""
    others = sorted({int(gt) for gt in pairs} - {owner})
    if not others:
        return Text(" It counts twice.") if len(pairs) > 1 else ""
    return Text.counted(
        len(others),
        " Ground truth {list} teaches it too; its objectness follows ground truth {owner}, the last listed.",
        " Ground truths {list} teach it too; its objectness follows ground truth {owner}, the last listed.",
        list=listed_numbers(others),
        owner=owner + 1,
    )
