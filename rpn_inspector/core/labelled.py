"""The labels of a picture's anchors alone, without losses, proposals or facts: for many steps and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigning import assigned
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.given_classes import class_columns, paired
from rpn_inspector.core.input_frame import frame_and_grid
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import seen_by_trainer
from rpn_inspector.core.recorded_recipe import of_recipe, resize_of
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import quiet


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Labelled:
    """A picture's labels.

    Args:
        grid: N anchors.
        sample: the picture; the annotated ground truths, or the recorded ones where those are others.
        used: (G,) the ground truths in the assignment.
        assignment: over all G ground truths.
    """

    grid: Grid
    sample: Sample
    used: npt.NDArray[np.bool_]
    assignment: Assignment


@quiet
def labelled(sample: Sample, recipe: Recipe, prediction: Prediction | None) -> Labelled:
    """Return the labels that `inspect` gives; arguments and errors as there."""
    if prediction is not None:
        prediction, _ = of_recipe(prediction, recipe)
    frame, grid = frame_and_grid(sample, recipe, prediction)
    seen = seen_by_trainer(sample, frame, prediction)
    if seen.recorded is None:
        seen = replace(seen, gt=recipe.ground_truth.as_loaded(sample.gt, frame))
    logits = deltas = None
    if prediction is not None and not prediction.encoded_back and recipe.matcher.needs_outputs:
        logits, raw = prediction.flat(grid, recipe.loss.objectness, recipe.coder.bins)
        deltas = recipe.coder.means_of(raw)
        seen = paired(seen, prediction, class_columns(recipe, prediction, logits))
    used, found = assigned(seen, recipe, grid, logits, deltas, resize_of(recipe, prediction))
    return Labelled(grid=grid, sample=seen.sample, used=used, assignment=found)
