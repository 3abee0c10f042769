"""Between boxes and t in formulas: forward, what the network should say; inverse, where the predicted box is."""

from __future__ import annotations

from rpn_inspector.core.coders import Coder
from rpn_inspector.core.coders.formulas import NAMES
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.formulas.digits import put
from rpn_inspector.core.formulas.formula import FormulaText
from rpn_inspector.core.formulas.numbers import number, signed
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.what_if import centre_form
from rpn_inspector.gui.inspector.explain.lines import Line, Section
from rpn_inspector.gui.widgets.i18n import tr


def forward(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return how t* follows from the anchor and the assigned ground truth."""
    coder = inspection.recipe.coder
    title = tr("What should the network say?")
    if facts.t_star is None or facts.gt < 0:
        words = tr("This anchor belongs to no ground truth, so it has no target t* and no box loss.")
        return Section(title, tr("t* from box"), words=words)
    anchor, gt = centre_form(facts.box, coder), centre_form(inspection.gt[facts.gt], coder)
    cells = _cells(inspection, facts)
    lines = []
    for i, name in enumerate(NAMES):
        value = float(facts.t_star[i])
        text = coder.target_formula(name, anchor, gt, cells[i % 2], value)
        lines.append(_line(text, signed(value), value))
    return Section(title, tr("t* from box"), lines=tuple(lines), words=_notes(coder))


def inverse(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return how the predicted box follows from t."""
    title, caption = tr("Where is the predicted box?"), tr("network px")
    if facts.t is None or facts.predicted is None:
        words = tr("Without raw outputs there is no t. Open a dump to see the predicted box and the losses.")
        return Section(title, caption, words=words)
    coder = inspection.recipe.coder
    anchor, box = centre_form(facts.box, coder), centre_form(facts.predicted, coder, predicted=True)
    cells = _cells(inspection, facts)
    lines = []
    for i, name in enumerate(NAMES):
        text = coder.box_formula(name, float(facts.t[i]), anchor, cells[i % 2], box[i])
        lines.append(_line(text, number(box[i], 1), box[i]))
    return Section(title, caption, lines=tuple(lines), words=_limits(coder, facts))


def _line(text: FormulaText, written: str, value: float) -> Line:
    return Line(text.latex, text.plain, text.numbers, written, value)


def _cells(inspection: Inspection, facts: AnchorFacts) -> tuple[tuple[int, float], tuple[int, float]]:
    """Return the cell's number and the stride, px, along x and along y."""
    place = inspection.grid.locate([facts.index])
    # strides are y first
    down, across = inspection.grid.levels[int(place.level[0])].stride
    return (int(place.x[0]), float(across)), (int(place.y[0]), float(down))


def _notes(coder: Coder) -> str:
    parts = [tr(coder.note)] if coder.note else []
    if coder.inclusive:
        parts.append(tr("Sides count pixels here: w = x2 − x1 + 1."))
    return " ".join(parts)


def _limits(coder: Coder, facts: AnchorFacts) -> str:
    assert facts.t is not None
    parts = []
    for name in "wh":
        bound = coder.cut_at(name, float(facts.t[NAMES.index(name)]))
        if bound is not None:
            parts.append(tr("t_{name} is cut at {bound} before exp.").format(name=name, bound=put(bound, 4)))
    if coder.inclusive:
        parts.append(tr("Decoding does not take off the pixel that encoding added."))
    return " ".join(parts)
