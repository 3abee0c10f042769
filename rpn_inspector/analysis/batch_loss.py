"""The losses of a training batch of several pictures, as a trainer reports the sums."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs, prediction_for

LARGEST_BATCH = 8  # pictures inspected at once


def batch_losses(dataset: Dataset, outputs: Outputs, recipe: Recipe, names: Sequence[str]) -> tuple[float, float]:
    """Return the objectness and the box loss of the pictures ``names`` together.

    Every RPN here divides the sum over all pictures of a batch by the sum of the pictures' own normalisers.
    Raises `InspectorError` where a picture, its outputs or its losses are missing.
    """
    sums, normalisers = [0.0, 0.0], [0.0, 0.0]
    for name in names:
        sample = dataset[dataset.find(name)]
        prediction = prediction_for(outputs, sample, recipe)
        loss = None if prediction is None else inspect(sample, recipe, prediction).loss
        if loss is None:
            raise InspectorError(f"{name}: no losses, wanted those of each picture of its batch")
        if loss.by_level is not None:
            raise InspectorError(f"{name}: losses are means by level over the whole batch, wanted sums")
        for place, (value, normaliser) in enumerate(
            ((loss.objectness, loss.objectness_normaliser), (loss.box, loss.box_normaliser))
        ):
            sums[place] += value * normaliser
            normalisers[place] += normaliser
    return sums[0] / normalisers[0], sums[1] / normalisers[1]


@dataclass(frozen=True, slots=True)
class TrainerLosses:
    """What a trainer reported, beside the same losses worked out here.

    Args:
        objectness: the trainer's, None where not recorded.
        box: the trainer's, None where not recorded.
        batch: the names of the pictures the losses are of, () for the one picture.
        here: (objectness, box) of the same pictures, None where not to be had.
    """

    objectness: float | None
    box: float | None
    batch: tuple[str, ...]
    here: tuple[float, float] | None


def trainer_losses(inspection: Inspection, dataset: Dataset, outputs: Outputs) -> TrainerLosses | None:
    """Return the recorded losses of one picture's outputs, None where none were recorded."""
    prediction, loss = inspection.prediction, inspection.loss
    if prediction is None or (prediction.loss_objectness is None and prediction.loss_box is None):
        return None
    batch = prediction.batch if len(prediction.batch) > 1 else ()
    here = None if loss is None else (loss.objectness, loss.box)
    if batch:
        here = None
        if len(batch) <= LARGEST_BATCH:
            with contextlib.suppress(InspectorError):  # a picture of the batch may not be here
                here = batch_losses(dataset, outputs, inspection.recipe, batch)
    return TrainerLosses(objectness=prediction.loss_objectness, box=prediction.loss_box, batch=batch, here=here)
