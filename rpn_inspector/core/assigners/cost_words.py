"""How assigners by cost word their results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rpn_inspector.core.assigners.dynamic_words import DynamicWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.formulas.table import Head
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array


class CostWords(DynamicWords):
    """The words of assigners that rank by cost; a rule names the cost of the place, None without."""

    __slots__ = ()
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "candidates", "contested", "k", "chosen", "cut")
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.LOWEST_COST,
        Cause.TAKEN_OVER,
        Cause.NOT_IN_TOP,
        Cause.UNDECIDED,
    )
    ranked_by: ClassVar[str] = "cost"
    highest_first: ClassVar[bool] = False
    superlative: ClassVar[str] = "cheapest"
    towards: ClassVar[str] = "up to"
    won: ClassVar[Cause] = Cause.LOWEST_COST
    contest: ClassVar[str] = "it costs least for"
    prior: ClassVar[Text | None]

    def heads(self) -> tuple[Head, ...]:
        """Return the heads of a candidate's numbers: IoU, the costs and their sum."""
        prior = () if self.prior is None else (Head(self.prior, tip=Text("the cost of the place")),)
        return (
            Head(Text("IoU"), tip=Text("of the predicted box")),
            Head(Text("class"), tip=Text("the cost of the class")),
            Head(Text("IoU cost")),
            *prior,
            Head(Text("cost"), tip=Text("the sum")),
        )

    def cells(self, measured: Mapping[str, Array], row: int) -> tuple[float, ...]:
        """Return a candidate's numbers, under `heads`."""
        prior = () if self.prior is None else ("prior_cost",)
        return tuple(float(measured[name][row]) for name in ("iou", "class_cost", "iou_cost", *prior, "cost"))

    def how_many(self, index: int, assignment: Assignment) -> str:
        """Return why it took so many, in words."""
        return f"as its {self.topk} best IoUs add up to {int(assignment.per_gt['k'][index])}"
