"""Between boxes and t in formulas: forward, what the network should say; inverse, where the predicted box is."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from rpn_inspector.core.coders import Coder
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.what_if import centre_form
from rpn_inspector.gui.inspector.explain.digits import fit, minus_text, plus_text, put, signed
from rpn_inspector.gui.inspector.explain.lines import Line, Section
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.numbers import number

SIDE = {"x": "w", "y": "h", "w": "w", "h": "h"}


NAMES = "xywh"


def column_of(spec: Coder, name: str) -> int:
    """Return where a coordinate stands in the network's output and in the recipe's weights."""
    return str(spec.coordinates).index(name)


def forward(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return how t* follows from the anchor and the assigned ground truth."""
    spec = inspection.recipe.coder
    title = tr("What should the network say?")
    if facts.t_star is None or facts.gt < 0:
        words = tr("This anchor belongs to no ground truth, so it has no target t* and no box loss.")
        return Section(title, tr("t* from box"), words=words)
    anchor = centre_form(facts.box, spec)
    gt = centre_form(inspection.gt[facts.gt], spec)
    lines = []
    for i, name in enumerate(NAMES):
        maker = _cell_target if spec.rule == "cell" and name in "xy" else _shift_target
        lines.append(maker(inspection, facts, name, anchor, gt, float(facts.t_star[i])))
    return Section(title, tr("t* from box"), lines=tuple(lines), words=_notes(spec))


def _shift(there: float, here: float, length: float) -> float:
    return (there - here) / length


def _log_ratio(there: float, length: float) -> float:
    return math.log(there / length)


def _shift_target(inspection: Inspection, facts: AnchorFacts, name: str, anchor: Any, gt: Any, value: float) -> Line:
    del facts
    spec, side = inspection.recipe.coder, SIDE[name]
    here, length = anchor[NAMES.index(name)], anchor[NAMES.index(side)]
    there = gt[NAMES.index(name)]
    scale = _Scale(spec, name)
    inner: Callable[..., float]
    if name in "xy":
        inner = _shift
        values, pattern = [there, here, length], "({0} {1}) / {2}"
        latex, plain = f"({name}^*-{name}_a)/{side}_a", f"({name}* − {name}_a) / {side}_a"
    else:
        inner = _log_ratio
        values, pattern = [there, length], "ln({0} / {1})"
        latex, plain = rf"\ln({name}^*/{name}_a)", f"ln({name}* / {name}_a)"
    texts = fit(lambda *v: scale.apply(inner(*v)), values, [2] * len(values), value, 4)
    if name in "xy":
        texts[1] = minus_text(texts[1], here)
    return Line(
        rf"t_{name}^*={scale.latex(latex)}",
        f"t_{name}* = {scale.text(plain)}",
        scale.text(pattern.format(*texts)),
        signed(value),
        value,
    )


class _Scale:
    """What a recipe does to a coded number: times a weight, less a mean, over a deviation; mostly nothing."""

    def __init__(self, spec: Coder, name: str) -> None:
        column = column_of(spec, name)
        self.weight, self.mean, self.deviation = spec.weights[column], spec.means[column], spec.stds[column]

    def apply(self, value: float) -> float:
        return (self.weight * value - self.mean) / self.deviation

    def undo(self, value: float) -> float:
        return (value * self.deviation + self.mean) / self.weight

    def text(self, inner: str) -> str:
        return self._around(inner, " · ", " / ")

    def latex(self, inner: str) -> str:
        return self._around(inner, r"\cdot ", "/").replace("−", "-")

    def _around(self, inner: str, times: str, over: str) -> str:
        text = inner if self.weight == 1 else f"{put(self.weight, 4)}{times}{inner}"
        if self.mean:
            text = f"({text} {minus_text(put(self.mean, 4), self.mean)})"
        elif self.deviation != 1 and self.weight != 1:
            text = f"({text})"
        return text if self.deviation == 1 else f"{text}{over}{put(self.deviation, 4)}"

    def undone(self, t: str, times: str = " · ", over: str = " / ") -> str:
        text = t if self.deviation == 1 else f"{t}{times}{put(self.deviation, 4)}"
        if self.mean:
            text = f"({text} {plus_text(put(self.mean, 4), self.mean)})"
        return text if self.weight == 1 else f"{text}{over}{put(self.weight, 4)}"

    def undone_latex(self, t: str) -> str:
        return self.undone(t, r"\cdot ", "/").replace("−", "-")


def inverse(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return how the predicted box follows from t."""
    title, caption = tr("Where is the predicted box?"), tr("network px")
    if facts.t is None or facts.predicted is None:
        words = tr("Without raw outputs there is no t. Open a dump to see the predicted box and the losses.")
        return Section(title, caption, words=words)
    spec = inspection.recipe.coder
    anchor = centre_form(facts.box, spec)
    box = centre_form(facts.predicted, spec, predicted=True)
    lines = []
    for i, name in enumerate(NAMES):
        maker = _cell_box if spec.rule == "cell" and name in "xy" else _shift_box
        lines.append(maker(inspection, facts, name, anchor, box[i]))
    return Section(title, caption, lines=tuple(lines), words=_limits(inspection, facts))


def _shift_box(inspection: Inspection, facts: AnchorFacts, name: str, anchor: Any, value: float) -> Line:
    assert facts.t is not None
    spec, side, t = inspection.recipe.coder, SIDE[name], float(facts.t[NAMES.index(name)])
    here, length = anchor[NAMES.index(name)], anchor[NAMES.index(side)]
    scale = _Scale(spec, name)
    if name in "xy":
        shift = spec.max_shift

        def compute(a: float, b: float, c: float) -> float:
            return min(max(scale.undo(a) * b, -shift), shift) + c

        texts = fit(compute, [t, length, here], [5, 2, 2], value, 1)
        moved = f"{scale.undone(texts[0])} · {texts[1]}"
        # a shift cut by the recipe is written as the bound: the product would not give the result
        if abs(scale.undo(t) * length) > shift:
            moved = f"±{put(shift, 2)}".replace("±", "" if t > 0 else "−")
        latex = rf"{name}={scale.undone_latex(f't_{name}')}\,{side}_a+{name}_a"
        plain = f"{name} = {scale.undone(f't_{name}')} {side}_a + {name}_a"
        return Line(latex, plain, f"{moved} {plus_text(texts[2], here)}", number(value, 1), value)
    low, high = spec.min_log_scale, spec.max_log_scale
    # exp of a wild t overflows: libraries cut the log scale before
    cut = min(max(scale.undo(t), low), high)

    def stretch(a: float, b: float) -> float:
        return b * math.exp(min(max(scale.undo(a), low), high))

    texts = fit(stretch, [t, length], [5, 2], value, 1)
    inside = scale.undone(texts[0]) if cut == scale.undo(t) else put(cut, 5)
    latex = rf"{name}={name}_a\exp({scale.undone_latex(f't_{name}')})"
    plain = f"{name} = {name}_a exp({scale.undone(f't_{name}')})"
    return Line(latex, plain, f"{texts[1]} · exp({inside})", number(value, 1), value)


def _cell(inspection: Inspection, facts: AnchorFacts, name: str) -> tuple[int, float]:
    """Return the cell's number along an axis, and the stride, px."""
    place = inspection.grid.locate([facts.index])
    level = inspection.grid.levels[int(place.level[0])]
    return (int(place.x[0]), float(level.stride[1])) if name == "x" else (int(place.y[0]), float(level.stride[0]))


def _cell_target(inspection: Inspection, facts: AnchorFacts, name: str, anchor: Any, gt: Any, value: float) -> Line:
    del anchor
    cell, stride = _cell(inspection, facts, name)
    there = gt[NAMES.index(name)]
    texts = fit(lambda a, b, c: a / b - c, [there, stride, cell], [2, 2, 0], value, 4)
    latex, plain = f"t_{name}^*={name}^*/s-c_{name}", f"t_{name}* = {name}* / s − c_{name}"
    return Line(latex, plain, f"{texts[0]} / {texts[1]} {minus_text(texts[2], cell)}", signed(value), value)


def _cell_box(inspection: Inspection, facts: AnchorFacts, name: str, anchor: Any, value: float) -> Line:
    del anchor
    assert facts.t is not None
    t = float(facts.t[NAMES.index(name)])
    cell, stride = _cell(inspection, facts, name)
    compute: Callable[..., float] = lambda a, b, c: (1 / (1 + math.exp(-a)) + b) * c  # noqa: E731
    texts = fit(compute, [t, cell, stride], [4, 0, 2], value, 1)
    latex, plain = (
        rf"{name}=(\sigma(t_{name})+c_{name})\,s",
        f"{name} = (sigmoid(t_{name}) + c_{name}) s",
    )
    return Line(latex, plain, f"(σ({texts[0]}) + {texts[1]}) · {texts[2]}", number(value, 1), value)


def _notes(spec: Coder) -> str:
    parts = []
    if spec.rule == "cell":
        parts.append(tr("t_x and t_y say where in its cell c, of stride s, the centre lies: from 0 to 1."))
    if spec.inclusive:
        parts.append(tr("Sides count pixels here: w = x2 − x1 + 1."))
    return " ".join(parts)


def _limits(inspection: Inspection, facts: AnchorFacts) -> str:
    assert facts.t is not None
    spec, parts = inspection.recipe.coder, []
    high, low = spec.max_log_scale, spec.min_log_scale
    for name in "wh":
        t = _Scale(spec, name).undo(float(facts.t[NAMES.index(name)]))
        if t > high or t < low:
            bound = put(high if t > high else low, 4)
            parts.append(tr("t_{name} is cut at {bound} before exp.").format(name=name, bound=bound))
    if spec.inclusive:
        parts.append(tr("Decoding does not take off the pixel that encoding added."))
    return " ".join(parts)
