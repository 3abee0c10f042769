"""The mini-batch of a picture: recorded by the trainer, given, or drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.losses import hardness
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.values import whole_numbers

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


def recorded_batch(prediction: Prediction | None) -> tuple[Array, Array] | None:
    """Return the trainer's sample (positives, negatives), flat, None without."""
    if prediction is None or prediction.sampled_positive is None:
        return None
    negative = prediction.sampled_negative
    return prediction.sampled_positive, np.empty(0, np.int64) if negative is None else negative


def chosen_batch(
    assignment: Assignment,
    recipe: Recipe,
    sampled: tuple[npt.ArrayLike, npt.ArrayLike] | None,
    seed: int,
    logits: Array | None,
    prediction: Prediction | None = None,
) -> tuple[Indices, Indices]:
    """Return positives and negatives, flat: ``sampled`` as given, else drawn by the recipe's sampler.

    Raises `InspectorError` for an index outside the grid.

    Args:
        assignment: labels of N anchors.
        recipe: with the sampler and the loss.
        sampled: (positives, negatives), flat; None to draw.
        seed: of the draw.
        logits: (N,) or (N, K), for samplers that look at losses; None without outputs.
        prediction: the outputs, for the words of an error.
    """
    if sampled is None:
        background = None
        # hard negatives depend on the outputs; without outputs the sampler draws at random
        if recipe.sampler.by_loss and logits is not None:
            background = hardness(logits, recipe.loss, recipe.sampler)
        return recipe.sampler.sample(assignment.label, seed, background)
    if len(sampled) != 2:
        raise InspectorError(f"sampled: found {len(sampled)} parts, wanted two, positives and negatives")
    place = f"{prediction.source}: " if prediction is not None and prediction.source else ""
    names = (f"{place}sampled_positive", f"{place}sampled_negative")
    positive, negative = (whole_indices(n, part, len(assignment.label)) for n, part in zip(names, sampled, strict=True))
    return positive, negative


def whole_indices(name: str, values: npt.ArrayLike, size: int) -> Indices:
    """Return flat anchor indices (n,) int64; raises `InspectorError` for an index outside 0 to ``size`` - 1."""
    whole = whole_numbers(values)
    if whole is None:
        raise InspectorError(f"{name}: wanted whole numbers, flat indices of anchors")
    if whole.size and (whole.min() < 0 or whole.max() >= size):
        wrong = whole.min() if whole.min() < 0 else whole.max()
        raise InspectorError(f"{name}: holds anchor {wrong}, wanted 0 to {size - 1}")
    return whole
