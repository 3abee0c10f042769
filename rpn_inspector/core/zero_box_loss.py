"""Why a picture's box loss is 0."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import quiet


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
        return Text.of(
            "The box loss is 0: the mini-batch has none of the positive anchors, of which there are {n}.",
            n=len(one.positive),
        )
    return _of_sampled(one)


@quiet
def _of_sampled(one: Inspection) -> Text:
    """Return why the sampled positives add nothing."""
    assert one.deltas is not None
    assert one.logits is not None
    sampled = one.sampled_positive
    owned = sampled[one.assignment.gt[sampled] >= 0]  # a trainer's positive may be none here
    if not len(owned):
        return Text("The box loss is 0: no positive of the recorded mini-batch is a positive here.")
    t, logits = one.deltas[owned], one.logits[owned].reshape(len(owned), -1)
    finite = np.isfinite(t).all(1) & np.isfinite(logits).all(1)
    if not finite.any():
        return Text("The box loss is 0: no sampled positive has finite outputs.")
    t, owned = t[finite], owned[finite]
    truth, boxes = one.gt[one.assignment.gt[owned]], one.predicted(owned)
    assert boxes is not None
    t_star = one.recipe.coder.encode(one.grid.boxes(owned), truth, one.grid.strides(owned))
    # a coder that clips decodes another box even of t = t*
    if (np.isclose(boxes, truth, rtol=1e-5, atol=0.01).all(1) | (t == t_star).all(1)).all():
        return Text("The box loss is 0: every sampled positive predicts its ground truth exactly.")
    if one.recipe.loss.skip_zero_targets:
        return Text("The box loss is 0: coordinates whose t* is exactly 0 are left out, and no other misses it.")
    return Text("The box loss is 0: every sampled positive that misses its ground truth has the weight 0.")
