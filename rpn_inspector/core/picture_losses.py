"""The losses of one picture's chosen anchors: their targets, decoded boxes and weights, and all terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.box_losses import DECODED, Decoded
from rpn_inspector.core.boxes import relative_area
from rpn_inspector.core.centreness import HEAD, centreness, centreness_loss
from rpn_inspector.core.distance_losses import BINS, NAMES, distance_term
from rpn_inspector.core.landmarks import LANDMARKS, encode_landmarks, landmark_term
from rpn_inspector.core.losses import Losses, Term, losses
from rpn_inspector.core.pair_losses import pair_losses
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.specs import LossSpec

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


def with_average(recipe: Recipe, prediction: Prediction | None) -> Recipe:
    """Return the recipe with the moving average that was recorded with the outputs, if any."""
    if prediction is None or prediction.loss_average is None:
        return recipe
    return replace(recipe, loss=replace(recipe.loss, average=prediction.loss_average))


def class_fits(logits: Array, kinds: Array, spec: LossSpec) -> bool:
    """Return whether the columns of ``logits`` hold every class of ``kinds`` (from 0)."""
    columns = logits.shape[1] if logits.ndim == 2 else 1
    columns -= 1 if spec.objectness in ("cross_entropy", "yolo") else 0
    # one column is objectness, whatever the class
    return columns <= 1 or not len(kinds) or (int(kinds.max()) < columns and int(kinds.min()) >= 0)


def soft_targets(assignment: Assignment, anchors: Indices) -> Array | None:
    """Return the soft targets (n,) float64 of positive ``anchors`` (n,), None under a rule without such."""
    target = assignment.dense.get("target")
    return None if target is None else target[anchors].astype(np.float64)


def targets_of(grid: Grid, anchors: Indices, gt: Array, assignment: Assignment, recipe: Recipe) -> Array:
    """Return t* (n, 4) float32 of positive ``anchors`` (n,), flat; ``gt`` (G, 4) network px."""
    if not anchors.size:
        return np.zeros((0, 4), np.float32)
    strides = grid.strides(anchors) if recipe.coder.needs_stride else None
    return recipe.coder.encode(grid.boxes(anchors), gt[assignment.gt[anchors]], strides)


def picture_losses(
    sample: Sample,
    recipe: Recipe,
    grid: Grid,
    gt: Array,
    assignment: Assignment,
    chosen: tuple[Indices, Indices],
    logits: Array,
    deltas: Array,
    heads: Mapping[str, Array],
    padded_size: tuple[int, int],
    landmarks: Array | None = None,
) -> Losses | None:
    """Return the losses of the chosen anchors, None where the outputs have no column for a ground truth's class.

    Args:
        sample: the picture, for the classes.
        recipe: coder, loss and sampler.
        grid: N anchors.
        gt: (G, 4) network px.
        assignment: over all G ground truths.
        chosen: positives and negatives of the mini-batch, flat.
        logits: (N,) or (N, K).
        deltas: (N, 4) in the recipe's order of coordinates.
        heads: further outputs (N, C) by name.
        padded_size: (h, w) network px of the input.
        landmarks: (G, 2 L) network px, NaN for a ground truth without; None without any.
    """
    # a trainer's recorded positive may be no positive here, and has no target then
    owned = chosen[0][assignment.gt[chosen[0]] >= 0]
    owners, spec = assignment.gt[owned], recipe.loss
    kinds = sample.gt_class[owners]
    if not class_fits(logits, kinds, spec):
        return None
    if spec.normaliser == "level_mean":
        every = sample.gt_class
        return pair_losses(grid, gt, every, assignment, (owned, chosen[1]), logits, deltas, spec, recipe.coder)
    targets = targets_of(grid, owned, gt, assignment, recipe)
    areas = relative_area(gt[owners], padded_size)
    boxes = None
    if spec.box in DECODED:
        predicted = recipe.coder.decode(grid.boxes(owned), deltas[owned], grid.strides(owned))
        boxes = Decoded(predicted, gt[owners])
    weights = centreness(grid.boxes(owned), gt[owners]) if spec.box_rows == "centreness" else None
    soft, sampler = soft_targets(assignment, owned), recipe.sampler
    found = losses(logits, deltas[owned], targets, owned, chosen[1], spec, sampler, kinds, areas, boxes, weights, soft)
    more: dict[str, Term] = {}
    if spec.distances != "none":
        bins, ones = heads.get(BINS), np.ones(len(owned))
        term = distance_term(
            spec, owned, deltas[owned], targets, None if bins is None else bins[owned],
            ones if soft is None else soft, grid.strides(owned), padded_size, found.box_normaliser,
        )  # fmt: skip
        more |= {} if term is None else {NAMES[spec.distances]: term}
    if spec.centreness_weight and HEAD in heads:
        target = centreness(grid.boxes(owned), gt[owners])
        more[HEAD] = centreness_loss(heads[HEAD][owned, 0], target, owned, spec, found.objectness_normaliser)
    said = heads.get(LANDMARKS)
    if spec.landmark_weight and said is not None and landmarks is not None and landmarks.shape[1] == said.shape[1]:
        wanted = encode_landmarks(grid.boxes(owned), landmarks[owners], recipe.coder.stds[0])
        more[LANDMARKS] = landmark_term(said[owned], wanted, owned, spec.landmark_weight)
    return found.with_more(more) if more else found
