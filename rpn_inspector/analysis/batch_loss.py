"""The losses of a training batch of several pictures, as a trainer reports the sums."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rpn_inspector.core.batch_losses import BatchLosses, alone, batch_of
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.picture_losses import with_average
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs, prediction_for

LARGEST_BATCH = 8  # pictures inspected at once


def batch_losses(dataset: Dataset, outputs: Outputs, recipe: Recipe, names: Sequence[str]) -> BatchLosses:
    """Return the losses of the pictures ``names`` together, as the recipe's library makes them.

    Raises `InspectorError` where a picture, its outputs or its losses are missing.
    """
    found, prediction = [], None
    for name in names:
        sample = dataset[dataset.find(name)]
        prediction = prediction_for(outputs, sample, recipe)
        one = None if prediction is None else inspect(sample, recipe, prediction)
        if one is None or one.loss is None:
            raise InspectorError(f"{name}: no losses, wanted those of each picture of its batch")
        found.append((one.grid, one.loss))
    return batch_of(with_average(recipe, prediction), found)  # the average is the same for all of a batch


@dataclass(frozen=True, slots=True)
class TrainerLosses:
    """What a trainer reported, beside the same losses worked out here.

    Args:
        recorded: the trainer's losses by name, `objectness` and `box` first; None where not recorded.
        batch: the names of the pictures the losses are of, () for the one picture.
        here: the losses of the same pictures, None where not to be had.
    """

    recorded: Mapping[str, float | None]
    batch: tuple[str, ...]
    here: BatchLosses | None

    def rows(self) -> list[tuple[str, float, float | None]]:
        """Return name, the trainer's loss and the loss here, None where not to be had, of each loss recorded."""
        here = {} if self.here is None else self.here.by_name()
        return [(name, value, here.get(name)) for name, value in self.recorded.items() if value is not None]


def recorded_losses(prediction: Prediction) -> dict[str, float | None]:
    """Return the trainer's losses by name, of the whole batch; None where not recorded."""
    return {"objectness": prediction.loss_objectness, "box": prediction.loss_box, **prediction.loss_more}


def trainer_losses(inspection: Inspection, dataset: Dataset, outputs: Outputs) -> TrainerLosses | None:
    """Return the recorded losses of one picture's outputs, None where none were recorded."""
    prediction, loss = inspection.prediction, inspection.loss
    if prediction is None or (prediction.loss_objectness is None and prediction.loss_box is None):
        return None
    batch = prediction.batch if len(prediction.batch) > 1 else ()
    here = None if loss is None else alone(loss)
    if batch:
        here = None
        if len(batch) <= LARGEST_BATCH:
            with contextlib.suppress(InspectorError):  # a picture of the batch may not be here
                here = batch_losses(dataset, outputs, inspection.recipe, batch)
    return TrainerLosses(recorded_losses(prediction), batch, here)
