"""What the difference costs, in formulas: smooth L1 and its slope, objectness and its slope, the share of the loss."""

from __future__ import annotations

import math

from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import LossSpec
from rpn_inspector.gui.explain.coding import order
from rpn_inspector.gui.explain.digits import beta_text, factor, fit, put, signed, taken
from rpn_inspector.gui.explain.lines import Line, Section, tr
from rpn_inspector.gui.numbers import MINUS, NOTHING, number

CASES = (
    r"R_\beta(d)=\begin{cases}\frac{d^2}{2\beta}&|d|<\beta\\|d|-\frac{\beta}{2}&\mathrm{elsewhere}\end{cases}"
    r"\qquad\frac{\mathrm{d}R}{\mathrm{d}d}=\begin{cases}\frac{d}{\beta}\\\mathrm{sign}\,d\end{cases}"
)
CASES_PLAIN = "R(d) = d² / 2β where |d| < β, |d| − β/2 elsewhere; dR/dd = d/β, sign d elsewhere"
HUBER = (
    r"H_\beta(d)=\begin{cases}\frac{d^2}{2}&|d|<\beta\\\beta(|d|-\frac{\beta}{2})&\mathrm{elsewhere}\end{cases}"
    r"\qquad\frac{\mathrm{d}H}{\mathrm{d}d}=\begin{cases}d\\\beta\,\mathrm{sign}\,d\end{cases}"
)
HUBER_PLAIN = "H(d) = d² / 2 where |d| < β, β(|d| − β/2) elsewhere; dH/dd = d, β sign d elsewhere"
ENTROPY = {
    1: (r"L_{\mathrm{cls}}=-\ln p", "L_cls = −ln p"),
    0: (r"L_{\mathrm{cls}}=-\ln(1-p)", "L_cls = −ln(1 − p)"),
}
TOTAL = (
    r"L=\frac{1}{N_{\mathrm{cls}}}\sum_i L_{\mathrm{cls}}(p_i,p_i^*)"
    r"+\lambda\frac{1}{N_{\mathrm{reg}}}\sum_i p_i^*\sum_c R(t_{ic}-t_{ic}^*)"
)
TOTAL_PLAIN = "L = 1/N_cls Σ L_cls(p, p*) + λ 1/N_reg Σ p* Σ R(t − t*)"


def box_kind(spec: LossSpec) -> str:
    """Return what the box loss is: ``smooth_l1``, ``huber`` or another rule."""
    return str(getattr(spec, "box", "smooth_l1"))


def slope(d: float, spec: LossSpec) -> float:
    """Return the box loss's dR/dd at ``d``: d / beta, or the sign past the knee; times beta for Huber."""
    sign = math.copysign(1.0, d) if d else 0.0
    steep = d / spec.beta if spec.beta > 0 and abs(d) < spec.beta else sign
    return steep * spec.beta if box_kind(spec) == "huber" else steep


def smooth(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return the box loss of each coordinate, and its slope."""
    spec = inspection.recipe.loss
    if box_kind(spec) not in ("smooth_l1", "huber"):
        return Section(
            tr("What is there instead of smooth L1?"),
            words=tr(
                "This recipe has no smooth L1. Where in its cell the centre lies costs a cross entropy between sigmoid "
                "and its target; the sides cost the square of t − t*. Each counts more for a small ground truth where "
                "the recipe says so."
            ),
        )
    huber = box_kind(spec) == "huber"
    knee = tr("β = {beta}").format(beta=beta_text(spec.beta))
    head = (
        tr("What exactly is smooth L1?") if not huber else tr("What exactly is the Huber loss?"),
        knee if spec.beta > 0 else tr("β = 0: plain L1"),
        HUBER if huber else CASES,
        HUBER_PLAIN if huber else CASES_PLAIN,
    )
    if facts.difference is None or facts.r is None:
        words = tr("It is applied to each coordinate of d = t − t*: coded numbers, never pixels.")
        return Section(*head, words=words)
    names, d, r = order(inspection.recipe.coder), facts.difference, facts.r
    lines = [_cost(spec, name, float(d[i]), float(r[i])) for i, name in enumerate(names)]
    slopes = [_slope(spec, name, float(d[i])) for i, name in enumerate(names)]
    total = Line(r"\Sigma R(d)", "Σ R(d)", "", number(float(r.sum()), 6), float(r.sum()))
    return Section(*head, lines=(*lines, total, *slopes))


def _cost(spec: LossSpec, name: str, d: float, r: float) -> Line:
    beta, size, huber = spec.beta, abs(d), box_kind(spec) == "huber"
    letter, left = ("H", "H") if huber else ("R", "R")
    head, plain = rf"{letter}(d_{name})", f"{left}(d_{name})"
    value = number(r, 6)
    if beta == 0:
        return Line(rf"{head}=|d_{name}|", f"{plain} = |d_{name}|", f"|{put(d, 6)}|", value, r)
    if size < beta:
        half = 0.5 if huber else 0.5 / beta
        times = factor(half)
        if times is not None:
            text = fit(lambda a: a * a * half, [size], [6], r, 6)[0]
            numbers = f"{text}² · {times}"
        else:
            text, below = fit(lambda a, b: a * a / b, [size, 2 * beta], [6, 4], r, 6)
            numbers = f"{text}² / {below}"
        below_latex, below_plain = ("2", "2") if huber else (r"2\beta", "2β")
        return Line(rf"{head}=d_{name}^2/{below_latex}", f"{plain} = d_{name}² / {below_plain}", numbers, value, r)
    if huber:
        texts = fit(lambda a, b, c: a * (b - c), [beta, size, beta / 2], [4, 6, 6], r, 6)
        numbers = f"{texts[0]} · ({texts[1]} − {texts[2]})"
        return Line(rf"{head}=\beta(|d_{name}|-\beta/2)", f"{plain} = β(|d_{name}| − β/2)", numbers, value, r)
    texts = fit(lambda a, b: a - b, [size, beta / 2], [6, 6], r, 6)
    return Line(rf"{head}=|d_{name}|-\beta/2", f"{plain} = |d_{name}| − β/2", f"{texts[0]} − {texts[1]}", value, r)


def _slope(spec: LossSpec, name: str, d: float) -> Line:
    beta, huber = spec.beta, box_kind(spec) == "huber"
    letter = "H" if huber else "R"
    left, plain = rf"\mathrm{{d}}{letter}/\mathrm{{d}}d_{name}", f"d{letter}/dd_{name}"
    value = slope(d, spec)
    if beta > 0 and abs(d) < beta:
        if huber:
            return Line(rf"{left}=d_{name}", f"{plain} = d_{name}", "", signed(value), value)
        times = factor(1 / beta)
        if times is not None:
            numbers = f"{fit(lambda a: a / beta, [d], [6], value, 4)[0]} · {times}"
        else:
            texts = fit(lambda a, b: a / b, [d, beta], [6, 4], value, 4)
            numbers = f"{texts[0]} / {texts[1]}"
        return Line(rf"{left}=d_{name}/\beta", f"{plain} = d_{name}/β", numbers, signed(value), value)
    before, before_plain = (r"\beta\,", "β ") if huber else ("", "")
    numbers = f"{put(beta, 4)} · sign({put(d, 4)})" if huber else f"sign({put(d, 4)})"
    latex = rf"{left}={before}\mathrm{{sign}}\,d_{name}"
    return Line(latex, f"{plain} = {before_plain}sign d_{name}", numbers, signed(value), value)


def objectness(inspection: Inspection, facts: AnchorFacts) -> Section | None:
    """Return the objectness loss and its slope by the logit, None without raw outputs."""
    if facts.score is None or inspection.logits is None:
        return None
    spec, p, title = inspection.recipe.loss, facts.score, tr("What does objectness cost?")
    z = float(inspection.logits[facts.index])
    softmax = tr("z is object minus background: this is the softmax of both.") if spec.objectness == "softmax" else ""
    texts = fit(lambda a: 1 / (1 + math.exp(-a)), [z], [4], p, 4)
    probability = Line(
        r"p=1/(1+e^{-z})", "p = 1 / (1 + e^−z)", f"1 / (1 + exp({_negated(texts[0], z)}))", number(p, 4), p
    )
    if facts.label < 0 or facts.objectness_loss is None:
        words = tr("The anchor is ignored: p* is neither 1 nor 0, so it costs nothing and learns nothing.")
        return Section(title, lines=(probability,), words=f"{words} {softmax}".strip())
    if spec.objectness not in ("bce", "softmax"):
        words = tr("This recipe's loss is {kind}; the value is the one its trainer would add.")
        line = Line(r"L_{\mathrm{cls}}", "L_cls", "", number(facts.objectness_loss, 6), facts.objectness_loss)
        kind = str(spec.objectness).replace("_", " ")
        return Section(title, lines=(probability, line), words=words.format(kind=kind))
    latex, plain = ENTROPY[facts.label]
    loss = facts.objectness_loss
    wanted = (lambda a: -math.log(a)) if facts.label else (lambda a: -math.log(1 - a))
    text = fit(wanted, [p], [4], loss, 4)[0]
    inside = f"{MINUS}ln({text})" if facts.label else f"{MINUS}ln(1 − {text})"
    gradient = (p - facts.label) / facts.normaliser
    text = fit(lambda a: (a - facts.label) / facts.normaliser, [p], [4], gradient, 6)[0]
    lines = (
        probability,
        Line(latex, plain, inside, number(loss, 4), loss),
        Line(
            r"\partial L/\partial z=(p-p^*)/N",
            "dL/dz = (p − p*) / N",
            f"({text} − {facts.label}) / {put(facts.normaliser, 2)}",
            signed(gradient, 6),
            gradient,
        ),
    )
    return Section(title, lines=lines, words=softmax)


def _negated(text: str, value: float) -> str:
    return taken(text, value).replace(" ", "").lstrip("+")


def share(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return what this anchor adds to the two sums the trainer reports."""
    spec = inspection.recipe.loss
    head = (tr("What does it add to the loss?"), _normaliser(inspection, facts), TOTAL, TOTAL_PLAIN)
    if facts.objectness_loss is None:
        return Section(*head, words=_membership(facts))
    whole, lines, amount = put(facts.normaliser, 2), [], 0.0
    part = facts.objectness_loss / facts.normaliser
    amount += part
    text = fit(lambda a: a / facts.normaliser, [facts.objectness_loss], [4], part, 6)[0]
    lines.append(Line(r"L_{\mathrm{cls}}/N", "L_cls / N", f"{text} / {whole}", number(part, 6), part))
    if facts.box_loss is not None and facts.r is not None:
        part, weight = facts.box_loss / facts.normaliser, spec.box_weight
        amount += part
        inner = facts.box_loss / weight if weight else 0.0
        text = fit(lambda a: weight * a / facts.normaliser, [inner], [6], part, 6)[0]
        times = "" if weight == 1 else f"{put(weight, 3)} · "
        latex, plain = r"\lambda\,\Sigma R(d)/N", "λ Σ R(d) / N"
        lines.append(Line(latex, plain, f"{times}{text} / {whole}", number(part, 6), part))
    total = Line("", tr("both"), "", number(amount, 6), amount)
    return Section(*head, lines=tuple(lines), total=total, words=_membership(facts))


def _normaliser(inspection: Inspection, facts: AnchorFacts) -> str:
    rule = str(inspection.recipe.loss.normaliser)
    names = {
        "sampled": tr("N = {n} sampled"),
        "batch": tr("N = {n} by recipe"),
        "positives": tr("N = {n} positives"),
    }
    return names.get(rule, tr("N = {n}")).format(n=put(facts.normaliser, 2) if facts.normaliser else NOTHING)


def _membership(facts: AnchorFacts) -> str:
    if facts.label < 0:
        return tr("Ignored: in neither sum.")
    if facts.sampled:
        return tr("In the mini-batch: these numbers are in the reported sums.")
    return tr("Not sampled: in neither sum. The numbers are what it would add.")
