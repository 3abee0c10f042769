"""An inspection with other labels or other outputs, for what-ifs: the frame and the grid stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assigning import assigned
from rpn_inspector.core.inspection import Inspection, centreness_of
from rpn_inspector.core.mini_batch import chosen_batch
from rpn_inspector.core.picture_losses import picture_losses, targets_of, with_average
from rpn_inspector.core.prediction import LEAST_SAID, Prediction
from rpn_inspector.core.proposals import objectness, propose
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen
from rpn_inspector.core.recorded_recipe import resize_of
from rpn_inspector.core.stage_warnings import stage_warnings
from rpn_inspector.core.stages import stages_under
from rpn_inspector.core.values import quiet
from rpn_inspector.core.warnings import InspectionWarning, not_numbers, warnings_of

Array = npt.NDArray[Any]


@quiet
def reassigned(inspection: Inspection, recipe: Recipe, moved: Mapping[int, npt.ArrayLike]) -> Inspection:
    """Return the inspection with the labels of another matcher or of moved ground truths, without losses and proposals.

    Args:
        inspection: the picture, whose frame and grid stay.
        recipe: the same but for matcher and loss.
        moved: box (4,), network px, by number of the ground truth.
    """
    one, seen = inspection, _seen(inspection)
    if moved:
        rows, boxes = list(moved), np.array(list(moved.values()), np.float64)
        annotated, gt = np.array(one.sample.gt), one.gt.copy()
        # a sample keeps original px, so a box goes back and through the frame again, as any ground truth
        annotated[rows] = one.to_original(boxes)
        gt[rows] = one.to_network(annotated[rows])
        seen = replace(seen, sample=replace(one.sample, gt=annotated), gt=gt)
    return replace(_labelled(one, seen, recipe, one.logits, one.deltas), t=None, loss=None, proposals=None)


def _labelled(one: Inspection, seen: Seen, recipe: Recipe, logits: Array | None, deltas: Array | None) -> Inspection:
    """Return the inspection with the labels of a recipe and outputs, and with what follows from labels alone."""
    said, resize = _said(one, logits, deltas), resize_of(recipe, one.prediction)
    used, assignment = assigned(seen, recipe, one.grid, *said, resize)
    positive = np.flatnonzero(assignment.label == 1)
    return replace(
        one,
        stages=stages_under(one.stages, recipe, seen, used),
        sample=seen.sample,
        recipe=recipe,
        gt=seen.gt,
        used=used,
        assignment=assignment,
        positive=positive,
        t_star=targets_of(one.grid, positive, seen.gt, assignment, recipe),
    )


def _said(inspection: Inspection, logits: Array | None, deltas: Array | None) -> tuple[Array | None, Array | None]:
    """Return logits and deltas where they speak of every anchor, as those of decoded boxes do not."""
    known = inspection.prediction
    return (None, None) if known is not None and known.encoded_back else (logits, deltas)


def _decided_anew(inspection: Inspection, logits: Array | None, deltas: Array | None) -> Inspection:
    """Return the inspection with the labels that other outputs make, itself for a rule without a look at them."""
    one, recipe = inspection, inspection.recipe
    if not recipe.matcher.needs_outputs:
        return one
    return _labelled(one, _seen(one), recipe, logits, deltas)


def _seen(one: Inspection) -> Seen:
    return Seen(sample=one.sample, frame=one.frame, gt=one.gt, recorded=one.recorded, pairing=one.pairing)


@quiet
def with_outputs(inspection: Inspection, logits: Array | None, deltas: Array | None, redraw: bool) -> Inspection:
    """Return the inspection with other outputs, flat in the grid's order, and new losses and proposals.

    With ``redraw`` the mini-batch is drawn anew, as changed labels demand. The trainer's recorded sample and losses
    belong to the former outputs and are left out. The stages over the proposals stay: their network is not run again.
    """
    one, recipe = _decided_anew(inspection, logits, deltas), inspection.recipe
    chosen = (one.sampled_positive, one.sampled_negative)
    if redraw or not np.array_equal(one.assignment.label, inspection.assignment.label):
        chosen = chosen_batch(one.assignment, recipe, None, 0, None if one.of_decoded_boxes else logits)
    known = one.prediction
    if known is not None:
        rois = None if known.rois is None else known.rois.without_losses()
        known = replace(known.without_losses(), sampled_positive=None, sampled_negative=None, rois=rois)
    t = loss = proposals = None
    if logits is not None and deltas is not None:
        t = deltas[one.positive]
        there = objectness(logits, recipe.loss) > LEAST_SAID if known is not None and known.encoded_back else None
        kinds = None if known is None else known.kinds(one.grid.size)
        centre = centreness_of(one.heads, recipe)
        size, padded, scale = one.network_size, one.frame.padded_size, one.frame.scale[0]
        proposals = propose(one.grid, logits, deltas, recipe, size, scale, there, kinds, centre, padded)
        trained = with_average(recipe, known)
        loss = (
            None
            if one.of_decoded_boxes
            else picture_losses(
                one.sample,
                trained,
                one.grid,
                one.gt,
                one.assignment,
                chosen,
                logits,
                deltas,
                one.heads,
                padded,
                one.landmarks,
            )
        )
    return replace(
        one,
        t=t,
        sampled_positive=chosen[0],
        sampled_negative=chosen[1],
        prediction=known,
        logits=logits,
        deltas=deltas,
        loss=loss,
        proposals=proposals,
    )


def warnings_under(before: Inspection, after: Inspection) -> tuple[InspectionWarning, ...]:
    """Return the warnings of a what-if: those of its labels and outputs, and of those of the data what still holds.

    Args:
        before: the picture in the data.
        after: the same under the what-if.
    """
    found = list(before.warnings)
    if after.assignment is not before.assignment:
        anew, others = (_of_labels(one, before.prediction) for one in (after, before))
        found = [*anew, *(warning for warning in before.warnings if warning not in others)]
        # the trainer's labels are those of the data, and say nothing of others
        same = np.array_equal(after.assignment.label, before.assignment.label)
        found = [warning for warning in found if same or warning.kind != "other_labels"]
        found = [warning for warning in found if warning in before.warnings or warning.kind != "stage_labels"]
    if after.logits is not before.logits or after.deltas is not before.deltas:
        found = [warning for warning in found if warning.kind != "not_a_number"]
        if after.logits is not None and after.deltas is not None and not after.of_decoded_boxes:
            found += not_numbers(after.logits, after.deltas)
    order = [warning.kind for warning in before.warnings]
    return tuple(sorted(found, key=lambda one: order.index(one.kind) if one.kind in order else len(order)))


def _of_labels(one: Inspection, prediction: Prediction | None) -> tuple[InspectionWarning, ...]:
    """Return the warnings that may follow from labels, beside the outputs as given."""
    own = warnings_of(one.recipe, one.grid, _seen(one), one.used, one.assignment)
    return (*own, *stage_warnings(one.recipe, one.sample, prediction, one.stages))
