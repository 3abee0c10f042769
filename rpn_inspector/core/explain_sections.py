"""One anchor's answers in formulas: what coder and loss say of the facts."""

from __future__ import annotations

from dataclasses import replace

from rpn_inspector.core.box_loss_sections import balanced, decoded
from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.coders.formulas import Cell
from rpn_inspector.core.decoding import FAR, PixelCoordinates
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.formulas.section import Section
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.loss_sections import objectness, share, smooth
from rpn_inspector.core.prediction import WITHOUT_LOSS
from rpn_inspector.core.text import Text

_UNSAID = {  # by whether anchors are points
    False: Text.of("No decoded box belongs to this anchor, so it has no prediction."),
    True: Text.of("No decoded box belongs to this point, so it has no prediction."),
}


def unsaid(inspection: Inspection) -> Text:
    """Return that an anchor has no prediction, where the outputs are decoded boxes."""
    return _UNSAID[inspection.recipe.anchors.of_points]


def sections(inspection: Inspection, facts: AnchorFacts) -> tuple[Section | None, ...]:
    """Return the five answers: target, box, box loss, objectness, share of the loss; None without outputs."""
    coder, place = inspection.recipe.coder, inspection.grid.locate([facts.index])
    # strides are y first
    down, across = inspection.grid.levels[int(place.level[0])].stride
    cells = (int(place.x[0]), float(across)), (int(place.y[0]), float(down))
    box = inspection.gt[facts.gt] if facts.gt >= 0 else None
    target = coder.forward(facts.box, box, cells, facts.t_star)
    if facts.t_star is not None and box is not None:
        target = replace(target, caption=Text.of("t* of GT {number}", number=str(facts.gt + 1)))
    costs: tuple[Section | None, ...] = (
        box_cost(inspection, facts),
        objectness(inspection, facts),
        share(inspection, facts),
    )
    if inspection.of_decoded_boxes:
        costs = tuple(one and replace(one, lines=(), words=WITHOUT_LOSS) for one in costs)
    found = _inverse(inspection, facts, cells)
    if facts.t is None and inspection.prediction is not None:
        found = replace(found, words=unsaid(inspection))
    return target, found, *costs


def _inverse(inspection: Inspection, facts: AnchorFacts, cells: tuple[Cell, Cell]) -> Section:
    coder = inspection.recipe.coder
    if facts.predicted is None or isinstance(inspection.coordinates, PixelCoordinates):
        return coder.inverse(facts.box, facts.predicted, cells, facts.t)
    # decoding scales with its coordinates: fractions of a side are px of that side, once the far edges are moved
    found = coder.inverse(facts.box - FAR, facts.predicted - FAR, cells, facts.t)
    said = Text("The library decodes fractions of the sides less one px: far edges stand one px earlier here.")
    before = [found.words] if isinstance(found.words, Text) and found.words.sentences else []
    return replace(found, words=Text.joined(*before, said))


def box_cost(inspection: Inspection, facts: AnchorFacts) -> Section:
    """Return the box loss in formulas: of the decoded box, or of the coded coordinates."""
    loss = inspection.recipe.loss
    if loss.box in DECODED:
        return decoded(inspection, facts)
    names = inspection.recipe.coder.coordinate_names
    return balanced(loss, facts, names) if loss.box == "balanced_l1" else smooth(inspection, facts)
