"""What assigners that look at the prediction measure of each anchor and of each ground truth."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.measure import TELLING, Measure, MeasureSource
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array


def _target(source: MeasureSource) -> Array:
    assignment = source.inspection.assignment
    return np.where(assignment.label == 1, assignment.dense["target"], np.float32(np.nan))


def _asked(source: MeasureSource) -> Array:
    assignment = source.inspection.assignment
    assert assignment.ragged is not None
    return np.bincount(assignment.ragged.anchor, minlength=len(assignment.label)).astype(np.int32)


TARGET: Measure[MeasureSource] = Measure(
    "target",
    _target,
    meaning="soft target of a positive's class, 0 to 1",
    head=Text("Target"),
    tip=Text("soft target of its class"),
    ends=(0, 1),
)
ASKED: Measure[MeasureSource] = Measure(
    "candidate_of",
    _asked,
    meaning="how many ground truths it is a candidate of",
    head=Text("Asked by"),
    tip=Text("how many ground truths it is a candidate of"),
    digits=0,
)
HEADS = {
    "metric": (Text("Metric"), Text("score to the alpha times overlap to the beta, of its best ground truth")),
    "cost": (Text("Cost"), Text("its cost for the ground truth it costs least")),
}
COUNTS: dict[str, tuple[Text, Text]] = {
    "candidates": (Text("Candidates"), Text("the anchors it may take, by geometry alone")),
    "contested": (Text("Contested"), Text("candidates that are another ground truth's too")),
    "k": (Text("k"), Text("how many it may take: the sum of its best IoUs")),
    "chosen": (Text("Took"), Text("candidates it took, before contests")),
}

BY_OUTPUTS = ("k", "chosen")  # the counts that geometry alone leaves open


def of_anchors(ranked_by: str, highest_first: bool) -> tuple[Measure[MeasureSource], ...]:
    """Return soft target, number of ground truths asking, and the best metric or lowest cost of every anchor."""

    def best(source: MeasureSource) -> Array:
        assignment = source.inspection.assignment
        ragged, found = assignment.ragged, np.full(len(assignment.label), np.nan, np.float32)
        if ragged is not None and ranked_by in ragged.measured:
            values = ragged.measured[ranked_by]
            order = np.argsort(values if highest_first else -values, kind="stable")
            found[ragged.anchor[order]] = values[order]  # the best is written last
        return found

    head, tip = HEADS[ranked_by]
    return TARGET, Measure(ranked_by, best, meaning=str(tip), head=head, tip=tip, digits=TELLING), ASKED


def of_ground_truths(names: tuple[str, ...]) -> tuple[Measure[MeasureSource], ...]:
    """Return the counts among the arrays ``names`` of a rule, NaN of ground truths without: of no part, or open."""

    def column(name: str) -> Measure[MeasureSource]:
        head, tip = COUNTS[name]

        def counted(source: MeasureSource) -> Array:
            one = source.inspection
            there = one.used & (one.positives_known or name not in BY_OUTPUTS)
            return np.where(there, one.assignment.per_gt[name], np.nan)

        return Measure(name, counted, head=head, tip=tip, digits=0)

    return tuple(column(name) for name in names if name in COUNTS)
