"""The cost of a difference in formulas: smooth L1 and slope, objectness and slope, the share of the loss."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.boxes import relative_area
from rpn_inspector.core.coders.formulas import NAMES
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.formulas.digits import MINUS, fit, minus_text, put
from rpn_inspector.core.formulas.formula import index_of
from rpn_inspector.core.formulas.numbers import NOTHING, beta_text, factor, number, signed
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.losses import binary_cross_entropy, class_factors, softmax
from rpn_inspector.core.pair_loss_sections import objectness_by_iou, pairs_of
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

CASES = (
    r"R_\beta(d)=\begin{cases}\frac{d^2}{2\beta}&|d|<\beta\\|d|-\frac{\beta}{2}&\mathrm{elsewhere}\end{cases}"
    r"\qquad\frac{\mathrm{d}R}{\mathrm{d}d}=\begin{cases}\frac{d}{\beta}&|d|<\beta\\\mathrm{sign}\,d&\mathrm{elsewhere}\end{cases}"
)
CASES_PLAIN = "R(d) = d² / 2β where |d| < β, |d| − β/2 elsewhere; dR/dd = d/β where |d| < β, sign d elsewhere"
L1 = r"R(d)=|d|\qquad\frac{\mathrm{d}R}{\mathrm{d}d}=\mathrm{sign}\,d"
L1_PLAIN = "R(d) = |d|; dR/dd = sign d"
HUBER = (
    r"H_\beta(d)=\begin{cases}\frac{d^2}{2}&|d|<\beta\\\beta(|d|-\frac{\beta}{2})&\mathrm{elsewhere}\end{cases}"
    r"\qquad\frac{\mathrm{d}H}{\mathrm{d}d}=\begin{cases}d&|d|<\beta\\\beta\,\mathrm{sign}\,d&\mathrm{elsewhere}\end{cases}"
)
HUBER_PLAIN = "H(d) = d² / 2 where |d| < β, β(|d| − β/2) elsewhere; dH/dd = d where |d| < β, β sign d elsewhere"
YOLO = r"t_x,t_y:\;-t^*\ln\sigma(t)-(1-t^*)\ln(1-\sigma(t))\qquad t_w,t_h:\;(t-t^*)^2"
YOLO_PLAIN = "t_x, t_y: −t* ln σ(t) − (1 − t*) ln(1 − σ(t)); t_w, t_h: (t − t*)²"
PER_CLASS = {
    "focal": (r"-\alpha_t\,(1-p_t)^\gamma\,\ln p_t", "−α_t (1 − p_t)^γ ln p_t"),
    "cross_entropy": (r"-\ln\frac{e^{z_k}}{\sum_j e^{z_j}}", "−ln softmax(z)_k"),
    "bce_per_class": (r"\sum_k\mathrm{BCE}(z_k,q_k)", "Σ BCE(z_k, q_k)"),
    "quality_focal": (r"\sum_k|q_k-\sigma(z_k)|^\gamma\,\mathrm{BCE}(z_k,q_k)", "Σ |q_k − σ(z_k)|^γ BCE(z_k, q_k)"),
    "yolo": (r"-\ln\sigma(\pm z_0)\;-\sum_k\ln\sigma(\pm z_k)", "−ln σ(±z_0) − Σ ln σ(±z_k)"),
}
ENTROPY = {
    1: (r"L_{\mathrm{cls}}=-\ln p", "L_cls = −ln p"),
    0: (r"L_{\mathrm{cls}}=-\ln(1-p)", "L_cls = −ln(1 − p)"),
}
TOTAL = (
    r"L=\frac{1}{N_{\mathrm{cls}}}\sum_i L_{\mathrm{cls}}(p_i,p_i^*)"
    r"+\lambda\frac{1}{N_{\mathrm{reg}}}\sum_i p_i^*\sum_c R(t_{ic}-t_{ic}^*)"
)
TOTAL_PLAIN = "L = 1/N_cls Σ L_cls(p, p*) + λ 1/N_reg Σ p* Σ R(t − t*)"


def slope(d: float, spec: LossSpec) -> float:
    """Return the box loss's dR/dd at ``d``: d / beta, or the sign past the knee; times beta for Huber."""
    # at 0 the slope of L1 is any number from -1 to 1; libraries take 0
    sign = math.copysign(1.0, d) if d and d == d else d  # 0 and NaN stay what they are
    steep = d / spec.beta if spec.beta > 0 and abs(d) < spec.beta else sign
    return steep * spec.beta if spec.box == "huber" else steep


def smooth(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return the box loss of each coordinate, and the slope."""
    spec = inspection.recipe.loss
    return (
        _instead(inspection, facts)
        if spec.box == "yolo"
        else smooth_section(spec, facts.difference, facts.r, inspection.recipe.coder.coordinate_names)
    )


def smooth_section(
    spec: LossSpec, difference: Array | None, costs: Array | None, names: Sequence[str] = NAMES
) -> Section:
    """Return the box loss of coded coordinates, and the slope.

    Args:
        spec: smooth L1, L1 or Huber.
        difference: d (4,), None without.
        costs: R(d) (4,), None without.
        names: of the coordinates.
    """
    huber = spec.box == "huber"
    knee = Text.of("β = {beta}", beta=beta_text(spec.beta))
    formula = (HUBER, HUBER_PLAIN) if huber else (CASES, CASES_PLAIN) if spec.beta > 0 else (L1, L1_PLAIN)
    head = (
        Text("What exactly is smooth L1?") if not huber else Text("What exactly is the Huber loss?"),
        knee if spec.beta > 0 else Text("β = 0: plain L1"),
        *formula,
    )
    if difference is None or costs is None:
        words = Text("It is applied to each coordinate of d = t − t*: coded numbers, never pixels.")
        return Section(*head, words=words)
    d, r = difference, costs
    lines = [_cost(spec, name, float(d[i]), float(r[i])) for i, name in enumerate(names)]
    slopes = [
        _slope(spec, name, float(d[i])) for i, name in enumerate(names) if not _left_out(float(d[i]), float(r[i]))
    ]
    letter = "H" if huber else "R"
    total = Line(rf"\Sigma {letter}(d)", f"Σ {letter}(d)", "", number(float(r.sum()), 6), float(r.sum()))
    out = any(_left_out(float(d[i]), float(r[i])) for i in range(4))
    words = Text("A coordinate whose t* is exactly 0 is left out, as this library does.") if out else Text("")
    return Section(*head, lines=(*lines, total, *slopes), words=words)


def _left_out(d: float, r: float) -> bool:
    """Return whether the recipe leaves out a coordinate in spite of a difference."""
    return r == 0 and d != 0


def _instead(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return what YOLOv3 compares t with t* by."""
    title, spec = Text("What is there instead of smooth L1?"), inspection.recipe.loss
    words = [
        Text(
            "This recipe has no smooth L1. Where in its cell the centre lies costs a binary cross entropy; the sides "
            "cost the square of t − t*."
        )
    ]
    if facts.t is None or facts.t_star is None or facts.r is None:
        return Section(title=title, caption="", formula=YOLO, formula_plain=YOLO_PLAIN, words=Text.joined(*words))
    weight = 1.0
    if spec.small_box_weight:
        weight = 2 - float(relative_area(inspection.gt[[facts.gt]], inspection.padded_size)[0])
        words.append(Text("Each counts k = 2 − w h times, w and h of the ground truth over the input's."))
    if spec.side_weight != 1:
        words.append(Text.of("The squares count {v} times besides.", v=put(spec.side_weight, 3)))
    k, k_plain = ("", "") if weight == 1 else (r"k\,", "k ")
    lines = []
    for i, name in enumerate(NAMES):
        t, wanted, r = float(facts.t[i]), float(facts.t_star[i]), float(facts.r[i])
        if name in "xy":
            latex, plain = rf"{k}\mathrm{{BCE}}(t_{name},t_{name}^*)", f"{k_plain}BCE(t_{name}, t_{name}*)"
            texts = fit(lambda a, b, c: c * _entropy(a, b), [t, wanted, weight], [4, 4, 4], r, 6)
            times = "" if weight == 1 else f"{texts[2]} · "
            lines.append(Line(latex, plain, f"{times}BCE({texts[0]}, {texts[1]})", number(r, 6), r))
        else:
            compute = lambda a, b, c: c * (a - b) ** 2  # noqa: E731
            times_all = weight * spec.side_weight
            texts = fit(compute, [t, wanted, times_all], [4, 4, 4], r, 6)
            times = "" if times_all == 1 else f"{texts[2]} · "
            latex, plain = rf"{k}(t_{name}-t_{name}^*)^2", f"{k_plain}(t_{name} − t_{name}*)²"
            lines.append(Line(latex, plain, f"{times}({texts[0]} {minus_text(texts[1], wanted)})²", number(r, 6), r))
    total = Line("", Text("sum"), "", number(float(facts.r.sum()), 6), float(facts.r.sum()))
    return Section(
        title=title,
        caption="",
        formula=YOLO,
        formula_plain=YOLO_PLAIN,
        lines=tuple(lines),
        total=total,
        words=Text.joined(*words),
    )


def _entropy(logit: float, wanted: float) -> float:
    return float(binary_cross_entropy(logit, wanted))


def _cost(spec: LossSpec, name: str, d: float, r: float) -> Line:
    beta, size, huber, under = spec.beta, abs(d), spec.box == "huber", index_of(name)
    letter, left = ("H", "H") if huber else ("R", "R")
    head, plain = rf"{letter}(d_{under})", f"{left}(d_{name})"
    value = number(r, 6)
    if _left_out(d, r):
        return Line(rf"{head}=0", f"{plain} = 0", "", value, r)
    if beta == 0:
        return Line(rf"{head}=|d_{under}|", f"{plain} = |d_{name}|", f"|{put(d, 6)}|", value, r)
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
        return Line(rf"{head}=d_{under}^2/{below_latex}", f"{plain} = d_{name}² / {below_plain}", numbers, value, r)
    if huber:
        texts = fit(lambda a, b, c: a * (b - c), [beta, size, beta / 2], [4, 6, 6], r, 6)
        numbers = f"{texts[0]} · ({texts[1]} − {texts[2]})"
        return Line(rf"{head}=\beta(|d_{under}|-\beta/2)", f"{plain} = β(|d_{name}| − β/2)", numbers, value, r)
    texts = fit(lambda a, b: a - b, [size, beta / 2], [6, 6], r, 6)
    return Line(rf"{head}=|d_{under}|-\beta/2", f"{plain} = |d_{name}| − β/2", f"{texts[0]} − {texts[1]}", value, r)


def _slope(spec: LossSpec, name: str, d: float) -> Line:
    beta, huber, under = spec.beta, spec.box == "huber", index_of(name)
    letter = "H" if huber else "R"
    left, plain = rf"\mathrm{{d}}{letter}/\mathrm{{d}}d_{under}", f"d{letter}/dd_{name}"
    value = slope(d, spec)
    if beta > 0 and abs(d) < beta:
        if huber:
            return Line(rf"{left}=d_{under}", f"{plain} = d_{name}", "", signed(value), value)
        times = factor(1 / beta)
        if times is not None:
            numbers = f"{fit(lambda a: a / beta, [d], [6], value, 4)[0]} · {times}"
        else:
            texts = fit(lambda a, b: a / b, [d, beta], [6, 4], value, 4)
            numbers = f"{texts[0]} / {texts[1]}"
        return Line(rf"{left}=d_{under}/\beta", f"{plain} = d_{name}/β", numbers, signed(value), value)
    before, before_plain = (r"\beta\,", "β ") if huber else ("", "")
    numbers = f"{put(beta, 4)} · sign({put(d, 4)})" if huber else f"sign({put(d, 4)})"
    latex = rf"{left}={before}\mathrm{{sign}}\,d_{under}"
    return Line(
        latex,
        f"{plain} = {before_plain}sign d_{name}",
        numbers,
        signed(value),
        value,
    )


def objectness(inspection: Inspection, facts: AnchorFacts) -> Section | None:
    """Return the objectness loss and the slope by the logit, None without raw outputs."""
    if facts.score is None or inspection.logits is None:
        return None
    spec, p, title = inspection.recipe.loss, facts.score, Text("What does objectness cost?")
    if spec.normaliser == "level_mean":
        return objectness_by_iou(inspection, facts)
    if inspection.logits.ndim > 1 or spec.objectness not in ("bce", "softmax"):
        return _class_loss(inspection, facts, _soft_target(inspection, facts))
    z = float(inspection.logits[facts.index])
    both = Text("z is object minus background: this is the softmax of both.")
    of_both = [both] if spec.objectness == "softmax" else []
    texts = fit(lambda a: 1 / (1 + math.exp(-a)), [z], [4], p, 4)
    numbers = f"1 / (1 + exp({_negated(texts[0], z)}))"
    probability = Line(r"p=1/(1+e^{-z})", "p = 1 / (1 + e^−z)", numbers, number(p, 4), p)
    if facts.label < 0 or facts.objectness_loss is None:
        words = Text("The anchor is ignored: p* is neither 1 nor 0, so it costs nothing and learns nothing.")
        return Section(title, lines=(probability,), words=Text.joined(words, *of_both))
    weight = _weight(spec, facts.label)
    before, factor_ = ("", "") if weight == 1 else (f"{put(weight, 4)} · ", rf"{put(weight, 4)}\cdot ")
    latex, plain = ENTROPY[facts.label]
    loss = facts.objectness_loss
    wanted = (lambda a: -weight * math.log(a)) if facts.label else (lambda a: -weight * math.log(1 - a))
    text = fit(wanted, [p], [4], loss, 4)[0]
    inside = f"{MINUS}{before}ln({text})" if facts.label else f"{MINUS}{before}ln(1 − {text})"
    gradient = weight * (p - facts.label) / facts.normaliser
    whole = put(facts.normaliser, 2)
    text = fit(lambda a: weight * (a - facts.label) / facts.normaliser, [p], [4], gradient, 6)[0]
    slope_ = rf"\partial L/\partial z={factor_}(p-p^*)/N"
    lines = (
        probability,
        Line(latex, plain, inside, number(loss, 4), loss),
        Line(
            slope_,
            "dL/dz = (p − p*) / N",
            f"{before}({text} − {facts.label}) / {whole}",
            signed(gradient, 6),
            gradient,
        ),
    )
    return Section(title, lines=lines, words=Text.joined(*of_both))


def _soft_target(inspection: Inspection, facts: AnchorFacts) -> Text | None:
    """Return the soft target of a positive anchor's class in words, None under a rule without such."""
    target = inspection.assignment.dense.get("target")
    if target is None or facts.label != 1 or inspection.recipe.loss.one_hot:
        return None
    return Text.of("Its class has the soft target q = {q}, the others 0.", q=number(float(target[facts.index]), 4))


def _class_loss(inspection: Inspection, facts: AnchorFacts, soft: Text | None = None) -> Section:
    """Return the loss of outputs with a score per class: formula and value."""
    spec, loss, title = inspection.recipe.loss, facts.objectness_loss, Text("What do the class scores cost?")
    latex, plain = PER_CLASS.get(spec.objectness, (r"-\sum_k\ln\sigma(\pm z_k)", "−Σ ln σ(±z_k)"))
    factors = spec.objectness == "bce_per_class" and bool(spec.class_factors)
    if factors:
        latex, plain = r"\sum_k w_k\,\mathrm{BCE}(z_k,q_k)", "Σ w_k BCE(z_k, q_k)"
    lines: tuple[Line, ...] = (Line("p", Text("p, the best class's"), "", number(facts.score, 4), facts.score),)
    words = {
        "focal": Text.of(
            "Summed over classes; p_t is p for the right class and 1 − p for the others: α = {a}, γ = {g}.",
            a=f"{spec.focal_alpha:g}",
            g=f"{spec.focal_gamma:g}",
        ),
        "quality_focal": Text.of("Summed over classes, by the error to the power γ = {g}.", g=f"{spec.focal_gamma:g}"),
        "cross_entropy": Text("One softmax over all classes, the background first."),
        "yolo": Text("A confidence z_0 and one score per class; a negative pays for the confidence alone."),
    }.get(spec.objectness, Text("A sigmoid per class, summed."))
    if factors:
        words = Text.joined(words, Text("w_k is the class's own factor, of loss.class_factors."))
    if loss is None:
        words = Text("The anchor is ignored, or the outputs have no column for its class: it costs nothing.")
        return Section(title, "", latex, plain, lines, words=words)
    if spec.objectness == "cross_entropy":
        assert inspection.logits is not None
        row = inspection.logits[facts.index]
        column = 0 if facts.label != 1 else 1 if len(row) == 2 else int(inspection.sample.gt_class[facts.gt]) + 1
        lines = cross_entropy_lines(spec, facts.label, (len(row), column), float(softmax(row[None])[0, column]), loss)
    else:
        lines += (class_loss_line(spec, facts.label, loss),)
    words = words if soft is None else Text.joined(words, soft)
    return Section(title, "", latex, plain, lines, words=words)


def cross_entropy_lines(spec: LossSpec, label: int, place: tuple[int, int], p: float, loss: float) -> tuple[Line, ...]:
    """Return p of the right one of a softmax's classes, and its loss with every factor.

    Args:
        spec: the loss.
        label: 1 of a class, else of the background.
        place: the number of columns, and the right one's.
        p: of the right one.
        loss: with the factors, not yet divided.
    """
    columns, column = place
    weight, shown = _weight(spec, label) * float(class_factors(columns, spec)[column]), max(p, 0.0)
    whose = Text("p of its own class") if label == 1 else Text("p of the background")
    own = Line("p", whose, "", number(shown, 4), shown)
    if p <= 0:
        return (own,)
    text = fit(lambda a: -weight * math.log(a), [p], [4], loss, 4)[0]
    before = "" if weight == 1 else f"{put(weight, 4)} · "
    return own, Line(*ENTROPY[1], f"{MINUS}{before}ln({text})", number(loss, 4), loss)


def class_loss_line(spec: LossSpec, label: int, loss: float) -> Line:
    """Return a class loss as its factor times the sum of the formula; a factor of 0 leaves no sum to be told."""
    weight, numbers = _weight(spec, label), ""
    if weight == 0:
        numbers = "0 · Σ"
    elif weight != 1:
        texts = fit(lambda a, b: a * b, [weight, loss / weight], [4, 6], loss, 6)
        numbers = f"{texts[0]} · {texts[1]}"
    return Line(r"L_{\mathrm{cls}}", "L_cls", numbers, number(loss, 6), loss)


def _weight(spec: LossSpec, label: int) -> float:
    """Return the factor of a row's objectness or class loss."""
    return spec.objectness_weight * (spec.positive_weight if label == 1 else 1.0)


def _negated(text: str, value: float) -> str:
    return minus_text(text, value).replace(" ", "").lstrip("+")


def share(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return the anchor's part of the two sums reported by the trainer."""
    spec = inspection.recipe.loss
    formula = ("", "") if spec.box in ("yolo", *DECODED) else (TOTAL, TOTAL_PLAIN)
    head = (Text("What does it add to the loss?"), _normaliser(inspection, facts), *formula)
    if facts.objectness_loss is None:
        return Section(*head, words=facts.membership)
    lines, amount, (latex_n, plain_n) = [], 0.0, _names_of_n(facts)
    part = facts.objectness_loss / facts.normaliser
    amount += part
    texts = fit(lambda a, b: a / b, [facts.objectness_loss, facts.normaliser], [4, 2], part, 6)
    latex, plain = rf"L_{{\mathrm{{cls}}}}/{latex_n['cls']}", f"L_cls / {plain_n['cls']}"
    lines.append(Line(latex, plain, f"{texts[0]} / {texts[1]}", number(part, 6), part))
    if facts.box_loss is not None and facts.r is not None:
        part, weight = facts.box_loss / facts.box_normaliser, spec.box_weight
        amount += part
        inner = float(facts.r.sum())
        # a row's own weight, as centreness or a soft target, or its further pairs, are part of the factor
        if inner and not math.isclose(facts.box_loss, weight * inner, rel_tol=1e-5):
            weight = facts.box_loss / inner
        if weight == 1:
            texts, times = fit(lambda a, b: a / b, [inner, facts.box_normaliser], [6, 2], part, 6), ""
        else:
            *texts, own = fit(lambda a, b, c: c * a / b, [inner, facts.box_normaliser, weight], [6, 2, 3], part, 6)
            times = f"{own} · "
        letter = "H" if spec.box == "huber" else "R"
        latex, plain = rf"\lambda\,\Sigma {letter}(d)", f"λ Σ {letter}(d)"
        if spec.box in ("yolo", *DECODED):
            latex, plain = r"\lambda\,\Sigma_{\mathrm{box}}", "λ Σ box"
        latex, plain = f"{latex}/{latex_n['reg']}", f"{plain} / {plain_n['reg']}"
        lines.append(Line(latex, plain, f"{times}{texts[0]} / {texts[1]}", number(part, 6), part))
    for name, (value, divisor) in facts.further.items():
        part = value / divisor
        amount += part
        texts = fit(lambda a, b: a / b, [value, divisor], [4, 2], part, 6)
        latex, plain = rf"L_{{\mathrm{{{name}}}}}/{latex_n[name]}", f"L_{name} / {plain_n[name]}"
        lines.append(Line(latex, plain, f"{texts[0]} / {texts[1]}", number(part, 6), part))
    words = Text.joined(_factors(spec, facts), *pairs_of(inspection, facts), facts.membership)
    total = Line("", Text("all") if facts.further else Text("both"), "", number(amount, 6), amount)
    return Section(*head, lines=tuple(lines), total=total, words=words)


def _divisors(facts: AnchorFacts) -> dict[str, float]:
    """Return what each loss is divided by: of the class ``cls``, of the box ``reg``, and the further ones."""
    return {
        "cls": facts.normaliser,
        "reg": facts.box_normaliser,
        **{name: divisor for name, (_, divisor) in facts.further.items()},
    }


def _names_of_n(facts: AnchorFacts) -> tuple[dict[str, str], dict[str, str]]:
    """Return how N is written for each loss, in LaTeX and plain: N where there is one for all, else N of a loss.

    A further loss divided by what the class loss is divided by bears that N's name.
    """
    divisors = _divisors(facts)
    if len(set(divisors.values())) == 1:
        return dict.fromkeys(divisors, "N"), dict.fromkeys(divisors, "N")
    known = dict(reversed([(value, name) for name, value in divisors.items()]))  # the first of equal ones names them
    names = {name: name if name in ("cls", "reg") else known[value] for name, value in divisors.items()}
    return {key: rf"N_{{\mathrm{{{name}}}}}" for key, name in names.items()}, {
        key: f"N_{name}" for key, name in names.items()
    }


def _factors(spec: LossSpec, facts: AnchorFacts) -> Text:
    """Return λ and every N of the formula in numbers."""
    weight = f"{spec.box_weight:g}"
    if spec.normaliser == "none":
        return Text.of("λ = {l}, N = 1: the sums are divided by nothing.", l=weight)
    divisors, (_, names) = _divisors(facts), _names_of_n(facts)
    if set(names.values()) == {"N"}:
        return Text.of("λ = {l}, N_cls = N_reg = N = {n}.", l=weight, n=put(facts.normaliser, 2))
    told = {names[loss]: put(value, 2) for loss, value in divisors.items()}
    return Text.of("λ = {l}, {all}.", l=weight, all=", ".join(f"{name} = {value}" for name, value in told.items()))


def _normaliser(inspection: Inspection, facts: AnchorFacts) -> Text:
    n = put(facts.normaliser, 2) if facts.normaliser and inspection.positives_known else NOTHING
    return {
        "sampled": Text.of("N = {n} sampled", n=n),
        "batch": Text.of("N = {n} by recipe", n=n),
        "sampled_parts": Text.of("N = {n} sampled", n=n),
        "positives": Text.of("N = {n} positives", n=n),
        "positives_plus_one": Text.of("N = {n}, pos. + 1", n=n),
        "moving_average": Text.of("N = {n} averaged", n=n),
        "none": Text("plain sums"),
        "sampled_and_positives": Text.of("N = {n} sampled", n=n),
        "level_mean": Text("means by level"),
        "targets": Text.of("N = {n} targets", n=n),
    }[inspection.recipe.loss.normaliser]
