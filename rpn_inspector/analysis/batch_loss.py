"""The losses of a training batch of several pictures, as a trainer reports the sums."""

from __future__ import annotations

from collections.abc import Sequence

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs, prediction_for


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
        for place, (value, normaliser) in enumerate(
            ((loss.objectness, loss.objectness_normaliser), (loss.box, loss.box_normaliser))
        ):
            sums[place] += value * normaliser
            normalisers[place] += normaliser
    return sums[0] / normalisers[0], sums[1] / normalisers[1]
