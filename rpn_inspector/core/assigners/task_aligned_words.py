"""How the task-aligned assigner words its results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rpn_inspector.core.assigners.dynamic_words import DynamicWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.formulas.table import Head
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array


class TaskAlignedWords(DynamicWords):
    """The words of the task-aligned assigner; anchors and ground truths as in `Words`."""

    __slots__ = ()
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.TOP_METRIC,
        Cause.TAKEN_OVER,
        Cause.NOT_IN_TOP,
        Cause.NOT_KEPT,
        Cause.UNDECIDED,
    )
    ranked_by: ClassVar[str] = "metric"
    highest_first: ClassVar[bool] = True
    won: ClassVar[Cause] = Cause.TOP_METRIC
    near: ClassVar[str] = "inside a ground truth"
    near_it: ClassVar[str] = "inside it"
    contest: ClassVar[str] = "the largest overlap there is that of"
    keep: int
    alpha: float
    beta: float

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        one = self.topk == 1 or self.keep == 1
        return Text("task-aligned, one-to-one") if one else Text("task-aligned, one-to-many")

    def heads(self) -> tuple[Head, ...]:
        """Return the heads of a candidate's numbers: score, overlap, both powers, and their product."""
        return (
            Head(Text("score")),
            Head("CIoU"),
            Head(f"s^{self.alpha:g}", tip=Text("score to the alpha")),
            Head(f"o^{self.beta:g}", tip=Text("overlap to the beta")),
            Head(Text("metric"), tip=Text("the product of both")),
        )

    def cells(self, measured: Mapping[str, Array], row: int) -> tuple[float, ...]:
        """Return a candidate's numbers, under `heads`."""
        score, overlap, metric = (float(measured[name][row]) for name in ("score", "overlap", "metric"))
        return score, overlap, score**self.alpha, overlap**self.beta, metric

    def how_many(self, index: int, assignment: Assignment) -> str:
        """Return why it took so many, in words."""
        return "as many as it may" if assignment.per_gt["chosen"][index] == self.topk else "all with a metric above 0"
