"""``inspect``: from a picture's ground truths and a recipe to labels, targets, losses and proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, grid_for
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.coder import decode, encode
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.explain import AnchorFacts, why
from rpn_inspector.core.losses import Losses, binary_cross_entropy, losses, sigmoid, smooth_l1
from rpn_inspector.core.matcher import Assignment, assign
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Proposals, propose
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.resize import Frame, frame_of
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.sampler import sample as draw

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class InspectionWarning:
    """Something a user should know about this result: its kind, how often, and one example in words."""

    kind: str
    count: int
    example: str


@dataclass(frozen=True, slots=True, eq=False)
class Inspection:
    """Everything known about one picture under one recipe. Boxes are network px unless said.

    ``gt`` (G, 4) float32 are the sample's ground truths in network px; ``used`` (G,) bool those that took part in the
    assignment. ``positive`` (P,) flat indices ascending; ``t_star`` and ``t`` (P, 4) float32 in their order, ``t``
    None without predictions. ``sampled_positive``, ``sampled_negative``: the mini-batch, flat indices; ``logits`` (N,)
    and ``deltas`` (N, 4) float32 are the prediction in the grid's order.
    """

    sample: Sample
    recipe: Recipe
    frame: Frame
    grid: Grid
    gt: Array
    used: npt.NDArray[np.bool_]
    assignment: Assignment
    positive: Indices
    t_star: Array
    t: Array | None
    sampled_positive: Indices
    sampled_negative: Indices
    prediction: Prediction | None
    logits: Array | None
    deltas: Array | None
    loss: Losses | None
    proposals: Proposals | None
    warnings: tuple[InspectionWarning, ...]

    @property
    def network_size(self) -> tuple[int, int]:
        """Return the resized picture's (h, w) px, before padding."""
        return self.frame.network_size

    @property
    def padded_size(self) -> tuple[int, int]:
        """Return the network input's (h, w) px."""
        return self.frame.padded_size

    def anchors(self, indices: npt.ArrayLike) -> Array:
        """Return the anchors (n, 4) of flat ``indices`` (n,), network px, in the recipe's precision."""
        return self.grid.boxes(indices)

    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px."""
        return self.frame.to_original(boxes)

    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px."""
        return self.frame.to_network(boxes)

    def predicted(self, indices: npt.ArrayLike) -> Array | None:
        """Return the decoded boxes (n, 4) of flat ``indices``, not clipped, or None without predictions."""
        if self.deltas is None:
            return None
        flat = np.asarray(indices, np.int64).reshape(-1)
        return decode(self.grid.boxes(flat), self.deltas[flat], self.recipe)

    def explain(self, index: int) -> AnchorFacts:
        """Return every fact about one anchor; its loss parts are there whether or not it was sampled."""
        index = int(index)
        if not 0 <= index < self.grid.size:
            raise InspectorError(f"anchor {index}: wanted 0 to {self.grid.size - 1}")
        assignment, recipe = self.assignment, self.recipe
        box = self.grid.boxes([index])
        owner = int(assignment.gt[index])
        truths = self.gt.astype(self.grid.dtype)
        overlaps = iou_with(box[0], truths, int(recipe.matcher.inclusive))
        t_star = encode(box, self.gt[owner : owner + 1], recipe)[0] if owner >= 0 else None
        t = predicted = difference = parts = score = objectness = box_loss = None
        sampled = bool(np.isin(index, self.sampled_positive) or np.isin(index, self.sampled_negative))
        normaliser = float(max(len(self.sampled_positive) + len(self.sampled_negative), 1))
        if recipe.loss.normaliser == "batch":
            normaliser = float(recipe.sampler.batch)
        if self.logits is not None and self.deltas is not None:
            t = self.deltas[index]
            predicted = decode(box, t[None], recipe)[0]
            score = float(sigmoid(self.logits[index]))
            label = int(assignment.label[index])
            if label >= 0:
                objectness = float(binary_cross_entropy(self.logits[index], label))
            if t_star is not None:
                difference = t - t_star
                parts = smooth_l1(difference.astype(np.float64), recipe.loss.beta)
                box_loss = float(recipe.loss.box_weight * parts.sum())
        return AnchorFacts(
            index=index,
            box=box[0],
            place=self.grid.describe(index),
            label=int(assignment.label[index]),
            cause=int(assignment.cause[index]),
            iou=float(assignment.iou[index]),
            gt=owner,
            best_gt=int(assignment.best_gt[index]),
            iou_per_gt=overlaps,
            t_star=t_star,
            t=t,
            predicted=predicted,
            difference=difference,
            r=parts,
            score=score,
            box_loss=box_loss,
            objectness_loss=objectness,
            normaliser=normaliser,
            sampled=sampled,
            why=why(index, assignment, recipe, self.sample),
        )


def inspect(
    sample: Sample,
    recipe: Recipe,
    prediction: Prediction | None = None,
    sampled: tuple[npt.ArrayLike, npt.ArrayLike] | None = None,
    seed: int = 0,
) -> Inspection:
    """Return the `Inspection` of one picture.

    ``sampled`` gives the mini-batch as (positives, negatives), flat indices; otherwise the prediction's own, otherwise
    one drawn with ``seed``. Raises `BadPredictions` where the outputs do not fit the recipe, `InspectorError` where a
    sampled index does not exist.
    """
    frame, grid = _place(sample, recipe, prediction)
    gt = frame.to_network(sample.gt)
    used = _used(sample, recipe)
    image = frame.network_size
    assignment = _spread(assign(grid, gt[used], recipe.matcher, image), used)
    positive = np.flatnonzero(assignment.label == 1)
    t_star = _targets(grid, positive, gt, assignment, recipe)
    chosen = _chosen(assignment, recipe, prediction, sampled, seed, grid.size)
    logits = deltas = t = loss = proposals = None
    if prediction is not None:
        logits, deltas = prediction.flat(grid)
        for array in (logits, deltas):
            array.flags.writeable = False
        t = deltas[positive]
        owned = chosen[0][assignment.gt[chosen[0]] >= 0]
        targets = _targets(grid, owned, gt, assignment, recipe)
        loss = losses(logits, deltas[owned], targets, owned, chosen[1], recipe.loss, recipe.sampler)
        proposals = propose(grid, logits, deltas, recipe, image, frame.scale[0])
    return Inspection(
        sample,
        recipe,
        frame,
        grid,
        gt,
        used,
        assignment,
        positive,
        t_star,
        t,
        *chosen,
        prediction,
        logits,
        deltas,
        loss,
        proposals,
        _warnings(sample, recipe, grid, gt, used, assignment),
    )


def _place(sample: Sample, recipe: Recipe, prediction: Prediction | None) -> tuple[Frame, Grid]:
    frame = frame_of(sample.size, recipe.resize)
    if prediction is None:
        return frame, grid_for(recipe, frame.padded_size)
    if prediction.network_size is not None or prediction.padded_size is not None:
        network = prediction.network_size or frame.network_size
        padded = prediction.padded_size or frame.padded_size
        scale = (
            frame.scale
            if network == frame.network_size
            else tuple(
                float(np.float32(new) / np.float32(old))
                for new, old in zip(network[::-1], sample.size[::-1], strict=True)
            )
        )
        frame = Frame(sample.size, network, padded, (scale[0], scale[1]), frame.box_dtype)
    features = prediction.features()
    if features is not None and len(features) != len(recipe.anchors.strides):
        prediction.flat(grid_for(recipe, frame.padded_size))  # raises with the number of levels wanted
    return frame, grid_for(recipe, frame.padded_size, features)


def _used(sample: Sample, recipe: Recipe) -> npt.NDArray[np.bool_]:
    assert sample.gt_kind is not None
    if recipe.matcher.crowd == "drop":
        return np.asarray(sample.gt_kind != Kind.CROWD)
    return np.ones(len(sample.gt), bool)


def _spread(assignment: Assignment, used: npt.NDArray[np.bool_]) -> Assignment:
    """Return the assignment with ground truths numbered as in the sample, where some were left out."""
    if used.all():
        return assignment
    number = np.append(np.flatnonzero(used), -1).astype(np.int32)  # the last entry answers for -1
    count, kept = len(used), np.flatnonzero(used)

    def full(values: Array, empty: int) -> Array:
        out = np.full(count, empty, values.dtype)
        out[kept] = values
        return out

    return Assignment(
        assignment.label,
        number[assignment.gt],
        assignment.iou,
        number[assignment.best_gt],
        assignment.cause,
        full(assignment.gt_best_iou, 0),
        full(assignment.gt_best_anchor, -1),
        full(assignment.gt_positives, 0),
        full(assignment.gt_low_quality, 0),
        full(assignment.gt_ties, 0),
    )


def _targets(grid: Grid, anchors: Indices, gt: Array, assignment: Assignment, recipe: Recipe) -> Array:
    if not anchors.size:
        return np.zeros((0, 4), np.float32)
    return encode(grid.boxes(anchors), gt[assignment.gt[anchors]], recipe)


def _chosen(
    assignment: Assignment,
    recipe: Recipe,
    prediction: Prediction | None,
    sampled: tuple[npt.ArrayLike, npt.ArrayLike] | None,
    seed: int,
    size: int,
) -> tuple[Indices, Indices]:
    if sampled is None and prediction is not None and prediction.sampled_positive is not None:
        negative = prediction.sampled_negative
        sampled = (prediction.sampled_positive, np.empty(0, np.int64) if negative is None else negative)
    if sampled is None:
        return draw(assignment.label, recipe.sampler, seed)
    positive, negative = (np.asarray(part, np.int64).reshape(-1) for part in sampled)
    for name, part in (("sampled_positive", positive), ("sampled_negative", negative)):
        if part.size and (part.min() < 0 or part.max() >= size):
            raise InspectorError(f"{name}: holds anchor {part.max()}, wanted 0 to {size - 1}")
    return positive, negative


def _warnings(
    sample: Sample, recipe: Recipe, grid: Grid, gt: Array, used: npt.NDArray[np.bool_], assignment: Assignment
) -> tuple[InspectionWarning, ...]:
    found = []

    def add(kind: str, which: Array, words: str) -> None:
        numbers = np.flatnonzero(which)
        if numbers.size:
            first = int(numbers[0])
            example = words.format(n=first + 1, name=sample.class_name(first))
            found.append(InspectionWarning(kind, int(numbers.size), example))

    side = np.minimum(gt[:, 2] - gt[:, 0], gt[:, 3] - gt[:, 1])
    add("degenerate", side <= 0, "ground truth {n} ({name}) has no width or no height; training may refuse it")
    zero = used & (assignment.gt_best_iou == 0)
    effect = "every anchor ties at IoU 0 and becomes positive" if recipe.matcher.low_quality else "it gets no anchor"
    add("untouched", zero, "ground truth {n} ({name}) touches no anchor: " + effect)
    add(
        "robbed",
        used & ~zero & (assignment.gt_positives == 0) & (assignment.gt_ties > 0),
        "ground truth {n} ({name}) has no positive anchor of its own: the best ones belong to another ground truth",
    )
    add("crowd", ~used, "ground truth {n} ({name}) is marked crowd and takes no part in the assignment")
    if not used.any() and recipe.matcher.no_truth == "error":
        text = "no ground truth: the library cannot train on this picture; all anchors are shown as negative"
        found.append(InspectionWarning("no_truth", 1, text))
    smallest = min(min(level.stride) for level in grid.levels)
    if min(sample.size) < smallest:
        text = f"the picture is {sample.size[1]} x {sample.size[0]} px, smaller than a stride of {smallest} px"
        found.append(InspectionWarning("smaller_than_stride", 1, text))
    return tuple(found)
