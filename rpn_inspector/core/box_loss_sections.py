"""The cost of a decoded box in formulas, and its gradient by the corners; and balanced L1's cost by coordinate."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rpn_inspector.core.box_losses import Decoded, balanced_l1, decoded_loss
from rpn_inspector.core.boxes import area, iou_with
from rpn_inspector.core.coders.formulas import NAMES
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.formulas.digits import fit, put
from rpn_inspector.core.formulas.formula import index_of
from rpn_inspector.core.formulas.numbers import number, signed
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

TITLES = {
    "iou": Text("What does IoU cost?"),
    "giou": Text("What does generalised IoU cost?"),
    "diou": Text("What does distance IoU cost?"),
    "ciou": Text("What does complete IoU cost?"),
    "eiou": Text("What does smooth EIoU cost?"),
    "siou": Text("What does SIoU cost?"),
    "bounded_iou": Text("What does bounded IoU cost?"),
}
FORMULAS = {
    "giou": (r"L=1-\mathrm{IoU}+\frac{|C|-|U|}{|C|}", "L = 1 − IoU + (C − U) / C"),
    "diou": (r"L=1-\mathrm{IoU}+\frac{\rho^2}{c^2}", "L = 1 − IoU + ρ² / c²"),
    "ciou": (r"L=1-\mathrm{IoU}+\frac{\rho^2}{c^2}+\alpha v", "L = 1 − IoU + ρ² / c² + α v"),
    "eiou": (r"L=R_\beta(1-J/U)", "L = R(1 − J / U)"),
    "siou": (r"L=1-\mathrm{IoU}+\frac{\Delta+\Omega}{2}", "L = 1 − IoU + (Δ + Ω) / 2"),
    "bounded_iou": (r"L=\sum_c R_\beta(1-\mathrm{IoU}_c)", "L = Σ R(1 − IoU_c)"),
}
MODES = {
    "log": (r"L=-\ln\mathrm{IoU}", "L = −ln IoU"),
    "linear": (r"L=1-\mathrm{IoU}", "L = 1 − IoU"),
    "square": (r"L=1-\mathrm{IoU}^2", "L = 1 − IoU²"),
}
MEANINGS = {
    "giou": Text("U is the union, C the smallest box around both."),
    "diou": Text("ρ is the distance of the centres, c the diagonal of the smallest box around both."),
    "ciou": Text("v compares the angles of the diagonals; its weight α is no variable of the gradient."),
    "eiou": Text("J is the intersection with a sign, so that boxes apart have a slope too."),
    "siou": Text("Δ is the cost of the distance, by its angle, and Ω that of the shape."),
    "bounded_iou": Text("IoU_c is the best IoU that this coordinate alone would allow."),
}
BALANCED = (
    r"R(d)=\frac{\alpha}{b}(b|d|+1)\ln(\frac{b|d|}{\beta}+1)-\alpha|d|\;\;(|d|<\beta)\quad\gamma|d|+C",
    "R(d) = α/b (b |d| + 1) ln(b |d| / β + 1) − α |d| where |d| < β, γ |d| + C elsewhere",
)
CORNERS = (("x_1", "x1"), ("y_1", "y1"), ("x_2", "x2"), ("y_2", "y2"))


def decoded(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return the loss of the decoded box, and the gradient by its corners."""
    truth = None if facts.gt < 0 else inspection.gt[facts.gt]
    return decoded_section(inspection.recipe.loss, facts.predicted, truth, facts.r)


def decoded_section(spec: LossSpec, predicted: Array | None, truth: Array | None, costs: Array | None) -> Section:
    """Return the loss of a decoded box, and the gradient by its corners.

    Args:
        spec: a loss of decoded boxes.
        predicted: (4,) network px, None without.
        truth: (4,) network px, None without.
        costs: (1,) or (4,), None without.
    """
    formula = FORMULAS.get(spec.box) or MODES[spec.iou_mode]
    head = (TITLES[spec.box], Text("network px"), *formula)
    words = [MEANINGS.get(spec.box, Text(""))]
    if predicted is None or truth is None or costs is None:
        return Section(*head, words=Text.joined(*words))
    pair = Decoded(predicted[None], truth[None])
    cost = decoded_loss(pair, spec)
    loss = float(costs.sum())
    lines = [_overlap(predicted, truth)]
    if len(costs) > 1:
        lines += [
            Line(rf"R(\mathrm{{{name}}})", f"R({name})", "", number(float(r), 6), float(r))
            for name, r in zip(NAMES, costs, strict=True)
        ]
    lines.append(Line("L", "L", "", number(loss, 6), loss))
    gradient = cost.gradient[0]
    lines += [
        Line(
            rf"\partial L/\partial {latex}",
            f"dL/d{plain}",
            "",
            signed(float(gradient[k]), 6),
            float(gradient[k]),
        )
        for k, (latex, plain) in enumerate(CORNERS)
    ]
    return Section(*head, lines=tuple(lines), words=Text.joined(*words))


def _overlap(predicted: np.ndarray, truth: np.ndarray) -> Line:
    iou = float(iou_with(truth, predicted[None])[0])
    width = max(min(predicted[2], truth[2]) - max(predicted[0], truth[0]), 0)
    height = max(min(predicted[3], truth[3]) - max(predicted[1], truth[1]), 0)
    inter = float(width * height)
    union = float(area(predicted[None])[0] + area(truth[None])[0]) - inter
    texts = fit(lambda a, b: a / b if b else 0.0, [inter, union], [2, 2], iou, 4)
    return Line(r"\mathrm{IoU}", "IoU", f"{texts[0]} / {texts[1]}", number(iou, 4), iou)


def balanced(spec: LossSpec, facts: AnchorFacts, names: Sequence[str] = NAMES) -> Section:
    """Return balanced L1 of each coordinate of ``names``, and the slope."""
    return balanced_section(spec, facts.difference, facts.r, names)


def balanced_section(
    spec: LossSpec, difference: Array | None, costs: Array | None, names: Sequence[str] = NAMES
) -> Section:
    """Return balanced L1 of each coordinate, and the slope; arguments as for `smooth_section`."""
    caption = Text.of(
        "α = {a}, γ = {g}, β = {b}", a=f"{spec.balanced_alpha:g}", g=f"{spec.balanced_gamma:g}", b=put(spec.beta, 4)
    )
    head = (Text("What does balanced L1 cost?"), caption, *BALANCED)
    if difference is None or costs is None:
        words = Text("It is applied to each coordinate of d = t − t*: coded numbers, never pixels.")
        return Section(*head, words=words)
    d, r = difference, costs
    steep = np.sign(d) * balanced_l1(np.abs(d.astype(np.float64)), spec)[1]
    under = [index_of(name) for name in names]
    lines = [
        Line(f"R(d_{under[i]})", f"R(d_{name})", "", number(float(r[i]), 6), float(r[i]))
        for i, name in enumerate(names)
    ]
    lines.append(Line(r"\Sigma R(d)", "Σ R(d)", "", number(float(r.sum()), 6), float(r.sum())))
    lines += [
        Line(
            rf"\mathrm{{d}}R/\mathrm{{d}}d_{under[i]}",
            f"dR/dd_{name}",
            "",
            signed(float(steep[i])),
            float(steep[i]),
        )
        for i, name in enumerate(names)
    ]
    return Section(*head, lines=tuple(lines))
