"""How the task-aligned assigner words its results."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

import numpy as np

from rpn_inspector.core.assigners.dynamic_words import DynamicWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.contests import Plane
from rpn_inspector.core.formulas.digits import fit, fit_significant
from rpn_inspector.core.formulas.numbers import TINY, telling
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.core.formulas.table import Head
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array, quiet


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
    near: ClassVar[Text] = Text("inside a ground truth")
    near_it: ClassVar[Text] = Text("inside it")
    decided_by: ClassVar[str] = "overlap"
    contest: ClassVar[Text] = Text("the largest overlap there is that of")
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
            Head(Text("score"), tiny=True),
            Head("CIoU", tiny=True),
            Head(f"s^{self.alpha:g}", tip=Text("score to the alpha"), tiny=True),
            Head(f"o^{self.beta:g}", tip=Text("overlap to the beta"), tiny=True),
            Head(Text("metric"), tip=Text("the product of both"), tiny=True),
        )

    def parts(self, measured: Mapping[str, Array]) -> tuple[Array, ...]:
        """Return the numbers (n,) of candidates, under `heads`."""
        score, overlap = (measured[name].astype(np.float64) for name in ("score", "overlap"))
        return score, overlap, score**self.alpha, overlap**self.beta, measured["metric"]

    def plane(self, measured: Mapping[str, Array]) -> Plane:
        """Return score and overlap; at a score s a metric m needs an overlap of (m / s^alpha)^(1 / beta)."""

        def level(x: Array, value: float) -> Array:
            with np.errstate(divide="ignore", invalid="ignore"):
                return np.asarray((value / x**self.alpha) ** (1 / self.beta if self.beta else np.inf))

        heads = Text("score"), "CIoU"
        return Plane(heads=heads, x=measured["score"], y=measured["overlap"], level=level)

    @quiet
    def contest_section(self, index: int, assignment: Assignment) -> Section | None:
        """Return the metric and the soft target in formulas with the anchor's numbers, None without a prediction."""
        row, ragged = self.best_row(index, assignment), assignment.ragged
        if row < 0 or ragged is None:
            return None
        score, overlap, metric = (float(ragged.measured[name][row]) for name in ("score", "overlap", "metric"))
        gt = int(ragged.gt[row])
        texts = _fit(lambda a, b: a**self.alpha * b**self.beta, [score, overlap], metric)
        lines = [
            Line(
                r"m=s^{\alpha_s}\,o^{\beta_o}", "m = s^(α_s) · o^(β_o)",
                f"{texts[0]}^{self.alpha:g} · {texts[1]}^{self.beta:g}", telling(metric), metric,
            )
        ]  # fmt: skip
        words = [
            Text.of("s is the score of the class, o the CIoU of the predicted box, for ground truth {n}.", n=gt + 1)
        ]
        mine = (ragged.gt == gt) & (assignment.gt[ragged.anchor] == gt)
        if assignment.gt[index] == gt and mine.any():
            best, most = (float(ragged.measured[name][mine].max()) for name in ("overlap", "metric"))
            target = float(assignment.dense["target"][index])
            texts = _fit(lambda a, b, c: a * b / c, [metric, best, most], target)
            numbers = f"{texts[0]} · {texts[1]} / {texts[2]}"
            latex = r"q=m\,o_{\max}/m_{\max}"
            lines.append(Line(latex, "q = m · o_max / m_max", numbers, telling(target), target))
            words.append(Text("q is the soft target; the maxima are of the points it owns."))
        return Section(Text("Who takes this point?"), Text("metric"), lines=tuple(lines), words=Text.joined(*words))

    def how_many(self, index: int, assignment: Assignment) -> Text:
        """Return why it took so many, in words."""
        return (
            Text("as many as it may")
            if assignment.per_gt["chosen"][index] == self.topk
            else Text("all with a metric above 0")
        )


def _fit(compute: Callable[..., float], values: Sequence[float], result: float) -> list[str]:
    """Return numbers as texts that give ``result`` by hand, of tiny numbers with powers of ten."""
    if min(result, *values) < TINY:
        return fit_significant(compute, values, result, 4)
    return fit(compute, values, [4] * len(values), result, 4)
