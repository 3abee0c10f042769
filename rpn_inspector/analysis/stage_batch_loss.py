"""The second stage's losses over the pictures of a training batch, as a trainer reports the sums."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from rpn_inspector.analysis.batch_loss import LARGEST_BATCH, differing_words, go_on, recorded_losses, trainer_losses
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.losses import Losses
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.data.datasets.dataset import Dataset, Progress
from rpn_inspector.data.predictions import Outputs, prediction_for


def stage_losses_here(
    inspection: Inspection, dataset: Dataset, outputs: Outputs, name: str = ""
) -> tuple[float, float] | None:
    """Return class and box loss of the stage ``name``, "" the first, over the batch; None where a picture has none."""
    first = inspection.second_stage
    wanted = name or ("" if first is None else first.name)
    return stages_here(inspection, dataset, outputs).get(wanted)


def stages_here(
    inspection: Inspection, dataset: Dataset, outputs: Outputs, progress: Progress | None = None
) -> dict[str, tuple[float, float]]:
    """Return class and box loss of each stage over the batch recorded, by name; not of one a picture has none of.

    Every library here divides the sum over all pictures of a batch by the number of all boxes sampled. Without a batch
    the picture stands alone. ``progress`` is that of `batch_losses`.
    """
    prediction = inspection.prediction
    if prediction is None or not inspection.stages:
        return {}
    batch = prediction.batch if len(prediction.batch) > 1 else ()
    if len(batch) > LARGEST_BATCH:
        return {}
    pictures = [inspection.stages]
    if batch:
        pictures = []
        for done, picture in enumerate(batch):
            go_on(progress, done, len(batch))
            with contextlib.suppress(InspectorError):  # a picture of the batch may not be here
                sample = dataset[dataset.find(picture)]
                one = prediction_for(outputs, sample, inspection.recipe)
                pictures.append({} if one is None else inspect(sample, inspection.recipe, one).stages)
    found = {}
    for name in inspection.stages:
        losses = [stages[name].loss if name in stages else None for stages in pictures]
        there = [loss for loss in losses if loss is not None]
        if there and len(there) == max(len(batch), 1):
            found[name] = together(there)
    return found


def batch_apart_words(
    inspection: Inspection, dataset: Dataset, outputs: Outputs, progress: Progress | None = None
) -> Text:
    """Return that the losses a trainer reported of a picture's batch differ from those here; empty where they do not.

    Each picture of the batch is inspected, unless there are too many, which is said. Nothing is said without a batch,
    and where one of its pictures is not here. ``progress`` is that of `batch_losses`.
    """
    if not recorded_of_batch(inspection):
        return NOTHING
    assert inspection.prediction is not None
    if (many := len(inspection.prediction.batch)) > LARGEST_BATCH:
        return Text.of(
            "the trainer's losses are of a batch of {n} pictures, too many to compare here: at most {most} at once",
            n=many,
            most=LARGEST_BATCH,
        )
    found = trainer_losses(inspection, dataset, outputs, progress)
    here = {} if found is None or found.here is None else found.here.by_name()
    return differing_words(inspection, here, stages_here(inspection, dataset, outputs, progress))


def recorded_of_batch(inspection: Inspection) -> bool:
    """Return whether a trainer's losses of several pictures together are recorded."""
    prediction = inspection.prediction
    if prediction is None or len(prediction.batch) < 2:
        return False
    heads = {} if prediction.rois is None else prediction.rois.heads
    told = [value for head in heads.values() for value in (head.loss_class, head.loss_box)]
    return any(value is not None for value in (*recorded_losses(prediction).values(), *told))


def together(losses: Sequence[Losses]) -> tuple[float, float]:
    """Return class and box loss of several pictures: sums over all, divided by the sum of the divisors."""
    classes = sum(loss.objectness * loss.objectness_normaliser for loss in losses)
    boxes = sum(loss.box * loss.box_normaliser for loss in losses)
    return (
        classes / sum(loss.objectness_normaliser for loss in losses),
        boxes / sum(loss.box_normaliser for loss in losses),
    )
