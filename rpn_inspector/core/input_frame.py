"""A picture's place in the network's input, and the anchors: by the sizes the outputs know, else by the recipe."""

from __future__ import annotations

import math
from dataclasses import replace

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.errors import BadPredictions, BadRecipe
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.limits import PIXELS
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_recipe import resize_of
from rpn_inspector.core.sample import Sample


def frame_and_grid(sample: Sample, recipe: Recipe, prediction: Prediction | None) -> tuple[Frame, Grid]:
    """Return a picture's place in the network's input, and the anchors over the input.

    Sizes recorded with the outputs go before the recipe's. Raises `BadPredictions` for sizes that contradict each
    other, `BadRecipe` for a total beyond the limits.

    Args:
        sample: the picture.
        recipe: the conventions.
        prediction: the outputs, None without.
    """
    try:
        return _frame_and_grid(sample, recipe, prediction)
    except BadRecipe as error:  # of a total beyond the limits, which depends on the picture
        raise BadRecipe(f"{sample.name}: recipe {recipe.name}: {error}") from error


def _frame_and_grid(sample: Sample, recipe: Recipe, prediction: Prediction | None) -> tuple[Frame, Grid]:
    resize = resize_of(recipe, prediction)
    frame = resize.of(sample.size)
    if prediction is None:
        return frame, recipe.grid(frame.padded_size)
    # outputs know the true size of the network's input, e.g. a batch's padding; the recipe can only compute the usual
    # size
    if prediction.network_size is not None or prediction.padded_size is not None:
        prediction.checked()
        network, padded = prediction.network_size or frame.network_size, prediction.padded_size or frame.padded_size
        if prediction.padded_size is not None:
            replace(prediction, network_size=network).checked()
        if math.prod(padded) > PIXELS:
            raise BadPredictions(f"padded_size: found {padded[0]:,} x {padded[1]:,}, wanted at most {PIXELS:,} px")
        if network != frame.network_size or padded != frame.padded_size:
            frame = resize.at(sample.size, network, padded)
    features = prediction.features()
    if features is not None and len(features) != len(recipe.anchors.strides):
        # a wrong number of levels has no grid: the recipe's own grid words the error
        prediction.flat(recipe.grid(frame.padded_size))  # raises with the number of levels wanted
        features = None
    return frame, recipe.grid(frame.padded_size, features)
