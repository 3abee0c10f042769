"""Why a picture's box loss is 0."""

from __future__ import annotations

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.text import Text


def why_no_box_loss(inspection: Inspection) -> Text | None:
    """Return why the box loss is 0, None where it is another number or not known."""
    one, loss = inspection, inspection.loss
    if loss is None or loss.box != 0:
        return None
    count, used = len(one.gt), int(one.used.sum())
    if not one.recipe.loss.box_weight:
        return Text("The box loss is 0: the recipe gives it no weight.")
    if not count:
        return Text("The box loss is 0: the picture has no ground truth, so no anchor is positive.")
    if not used:
        return Text.of("The box loss is 0: none of the {n} ground truths takes part (crowd, difficult, ...).", n=count)
    if not len(one.positive):
        return Text.of("The box loss is 0: no anchor is positive, though ground truths take part: {n}.", n=used)
    if not len(one.sampled_positive):
        words = "The box loss is 0: the mini-batch has none of the positive anchors, of which there are {n}."
        return Text.of(words, n=len(one.positive))
    return Text("The box loss is 0: every sampled positive predicts its ground truth exactly.")
