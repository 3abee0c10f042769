"""How assigners by cost word their results."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import ClassVar

from rpn_inspector.core.assigners.dynamic_words import DynamicWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.contests import Plane
from rpn_inspector.core.dynamic_k import IN_LOG
from rpn_inspector.core.formulas.digits import MINUS, fit
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.formulas.section import Line, Section
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
    superlative: ClassVar[Text] = Text("cheapest")
    towards: ClassVar[Text] = Text("up to")
    won: ClassVar[Cause] = Cause.LOWEST_COST
    decided_by: ClassVar[str] = "cost"
    iou_weight: float
    contest: ClassVar[Text] = Text("it costs least for")
    prior: ClassVar[Text | None]

    def heads(self) -> tuple[Head, ...]:
        """Return the heads of a candidate's numbers: IoU, the costs and their sum."""
        prior = () if self.prior is None else (Head(self.prior, tip=Text("the cost of the place"), tiny=True),)
        return (
            Head(Text("IoU"), tip=Text("of the predicted box"), tiny=True),
            Head(Text("class"), tip=Text("the cost of the class"), tiny=True),
            Head(Text("IoU cost"), tiny=True),
            *prior,
            Head(Text("cost"), tip=Text("the sum"), tiny=True),
        )

    def parts(self, measured: Mapping[str, Array]) -> tuple[Array, ...]:
        """Return the numbers (n,) of candidates, under `heads`."""
        prior = () if self.prior is None else ("prior_cost",)
        return tuple(measured[name] for name in ("iou", "class_cost", "iou_cost", *prior, "cost"))

    def plane(self, measured: Mapping[str, Array]) -> Plane:
        """Return the class cost and the rest, whose sum is the cost."""
        rest = measured["cost"] - measured["class_cost"]
        head = Text("IoU cost") if self.prior is None else Text.of("IoU cost + {place}", place=self.prior)
        return Plane(
            heads=(Text("class cost"), head), x=measured["class_cost"], y=rest, level=lambda x, value: value - x
        )

    def contest_section(self, index: int, assignment: Assignment) -> Section | None:
        """Return the cost in formulas with the anchor's numbers, None without a prediction."""
        row, ragged = self.best_row(index, assignment), assignment.ragged
        if row < 0 or ragged is None:
            return None
        names = ("iou", "class_cost", "iou_cost", "prior_cost", "cost")
        iou, of_class, of_iou, prior, cost = (float(ragged.measured[name][row]) for name in names)
        gt = int(ragged.gt[row])
        texts = fit(lambda a: -self.iou_weight * math.log(a + IN_LOG), [iou], [4], of_iou, 4)
        weight = f"{self.iou_weight:g}"
        lines = [
            Line(
                r"c_{\mathrm{IoU}}=-\lambda\ln\mathrm{IoU}", "c_IoU = −λ ln IoU",
                f"{MINUS}{weight} · ln {texts[0]}", number(of_iou), of_iou,
            )
        ]  # fmt: skip
        parts = [of_class, of_iou] if self.prior is None else [of_class, of_iou, prior]
        texts = fit(lambda *values: sum(values), parts, [4] * len(parts), cost, 4)
        latex, plain = r"c=c_{\mathrm{cls}}+c_{\mathrm{IoU}}", "c = c_cls + c_IoU"
        if self.prior is not None:
            latex, plain = rf"{latex}+c_p", f"{plain} + c_p"
        lines.append(Line(latex, plain, " + ".join(texts), number(cost), cost))
        words = [Text.of("λ = {w}, for ground truth {n}.", w=weight, n=gt + 1)]
        if self.prior is not None:
            words.append(Text.of("c_p is the cost of the place: {what}.", what=self.prior))
        k, many = int(assignment.per_gt["k"][gt]), self.topk
        words.append(Text.of("It takes the {k} cheapest: its {n} best IoUs add up to so many.", k=k, n=many))
        return Section(Text("Who takes this point?"), Text("cost"), lines=tuple(lines), words=Text.joined(*words))

    def how_many(self, index: int, assignment: Assignment) -> Text:
        """Return why it took so many, in words."""
        return Text.of(
            "as its {topk} best IoUs add up to {value}", topk=self.topk, value=int(assignment.per_gt["k"][index])
        )
