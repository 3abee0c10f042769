"""The labels of a picture's anchors: the ground truths that take part, and what the network says where a rule asks."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.picture_losses import class_fits
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen
from rpn_inspector.core.resize import Resize

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


def assigned(
    seen: Seen, recipe: Recipe, grid: Grid, logits: Array | None, deltas: Array | None, resize: Resize
) -> tuple[npt.NDArray[np.bool_], Assignment]:
    """Return the ground truths in use (G,) and the labels, numbered as in the sample.

    Args:
        seen: the picture as the network saw it.
        recipe: its matcher, and what its outputs mean.
        grid: N anchors, network px.
        logits: (N,) or (N, K), None without outputs, or where they do not speak of every anchor.
        deltas: (N, 4) in the recipe's order of coordinates, None likewise.
        resize: by which the picture reached the network; of outputs their own.
    """
    used, ignored = recipe.ground_truth.roles(seen.sample.gt_kind, seen.gt)
    if seen.recorded is not None:  # the trainer's loader has decided
        used, ignored = seen.recorded, ignored & ~seen.recorded
    image = seen.frame.network_size
    # the grid may be a whole batch's: the padding of this picture alone bounds the picture's own cells
    own_padding = resize.padded_size(image)
    said = None
    if recipe.matcher.needs_outputs and logits is not None and deltas is not None:
        said = answers_of(recipe, grid, logits, deltas, seen.sample.gt_class[used])
    found = recipe.matcher.assign(grid, seen.gt[used], image, seen.gt[ignored], own_padding, said)
    return used, found.of_sample(used)


def answers_of(recipe: Recipe, grid: Grid, logits: Array, deltas: Array, kinds: Indices) -> Answers | None:
    """Return the outputs as an assigner reads them, beside the classes ``kinds`` (G,) of the ground truths.

    None where a class has no column.
    """
    if not class_fits(logits, kinds, recipe.loss):
        return None
    columns = logits if logits.ndim == 2 else logits[:, None]
    confidence = recipe.loss.objectness == "yolo"
    scores = columns[:, 1:] if recipe.loss.objectness in ("yolo", "cross_entropy") else columns
    if not scores.shape[1]:  # a confidence alone stands for one class of probability 1
        scores = np.full((len(columns), 1), np.inf, np.float32)
    if scores.shape[1] == 1:
        kinds = np.zeros(len(kinds), np.int64)

    def boxes(rows: Indices) -> Array:
        return recipe.coder.decode(grid.boxes(rows), deltas[rows], grid.strides(rows))

    return Answers(scores, columns[:, 0] if confidence else None, kinds, boxes)
