"""The objectness of an anchor with an IoU as target, in formulas."""

from __future__ import annotations

from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.formulas.digits import put
from rpn_inspector.core.formulas.numbers import number, signed
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.pair_losses import level_weight
from rpn_inspector.core.text import Text

FORMULA = (r"L_{\mathrm{obj}}=b\,\mathrm{BCE}(z_0,q)", "L_obj = b BCE(z_0, q)")


def objectness_by_iou(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return the target of the confidence, its loss and the slope by the logit."""
    spec, title = inspection.recipe.loss, Text("What does objectness cost?")
    assert inspection.logits is not None
    row = inspection.logits[facts.index].reshape(-1)
    probability = float(sigmoid(row[0], "float64"))
    target = max(0.0, 1 - float(facts.r.sum())) if facts.label == 1 and facts.r is not None else 0.0
    lines = [
        Line(r"\sigma(z_0)", "σ(z_0)", "", number(probability, 4), probability),
        Line("q", "q", "", number(target, 4), target),
    ]
    level = int(inspection.grid.locate([facts.index]).level[0])
    factor = spec.objectness_weight * level_weight(spec, level)
    words = [
        Text(
            "q, the target of the entropy, is how well the pair listed last fits by the IoU of the box loss, 0 or more."
        )
    ]
    words.append(Text.of("b = {b} on this level.", b=put(factor, 4)))
    if facts.objectness_loss is None:
        words.append(facts.membership)
        return Section(title, "", *FORMULA, lines=tuple(lines), words=Text.joined(*words))
    loss = facts.objectness_loss
    lines.append(Line(r"L_{\mathrm{obj}}", "L_obj", "", number(loss, 6), loss))
    if spec.positive_weight == 1 and not spec.pair_gamma:
        slope = factor * (probability - target) / facts.normaliser
        lines.append(
            Line(r"\partial L/\partial z_0=b(\sigma-q)/N", "dL/dz_0 = b (σ − q) / N", "", signed(slope, 6), slope)
        )
    elif spec.positive_weight != 1:
        words.append(Text.of("The term with q counts {w} times.", w=put(spec.positive_weight, 4)))
    if spec.pair_gamma:
        words.append(Text.of("Easy answers are damped, γ = {g}.", g=put(spec.pair_gamma, 4)))
    return Section(title, "", *FORMULA, lines=tuple(lines), words=Text.joined(*words))


def pairs_of(inspection: Inspection, facts: AnchorFacts) -> tuple[Text, ...]:
    """Return how many pairs the anchor's box and class losses count, () for one at most."""
    count = int((inspection.assignment.pairs.anchor == facts.index).sum())
    if inspection.recipe.loss.normaliser != "level_mean" or count < 2:
        return ()
    return (Text.of("Box and class losses count {n} pairs, the formulas above show the last one.", n=str(count)),)
