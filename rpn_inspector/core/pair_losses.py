"""Losses over pairs, as means by level: the IoU of a pair is the objectness target of its anchor (YOLOv5).

An anchor with several pairs counts each in the box and the class loss; objectness follows the pair listed last. Sums
over pairs are the totals. Source: facts measured of YOLOv5 7.0.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment, Pairs
from rpn_inspector.core.box_losses import Decoded, decoded_loss
from rpn_inspector.core.coders import Coder
from rpn_inspector.core.losses import Losses, Term, sigmoid
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
CLASS = "class"
FOCAL_ALPHA = 0.25


class LevelOutputs(NamedTuple):
    """The outputs of one level, of one picture or a batch.

    Args:
        confidence: (S,) logits of all anchors.
        slot: (n,) the anchor of each pair, in the library's order.
        scores: (n, K) the pairs' class logits.
        kinds: (n,) the pairs' classes, from 0.
        boxes: (n, 4) each, the pairs' predicted boxes and ground truths.
    """

    confidence: Array
    slot: Indices
    scores: Array
    kinds: Indices
    boxes: Decoded


class LevelCosts(NamedTuple):
    """Costs of one level, float64, before level weights, weights and division.

    Args:
        objectness: (S,) of each anchor.
        box: (n,) of each pair.
        classes: (n,) of each pair, the mean over classes; 0 with one class.
        target: (S,) the objectness target, from 0 to 1.
    """

    objectness: Array
    box: Array
    classes: Array
    target: Array


@quiet
def level_costs(level: LevelOutputs, spec: LossSpec) -> LevelCosts:
    """Return the costs of one level's anchors and pairs."""
    predicted, truth = (np.asarray(part, np.float64) for part in level.boxes)
    box = decoded_loss(Decoded(predicted, truth), spec).value.sum(1)
    target = np.zeros(len(level.confidence))
    # written in the library's order: of several pairs in a slot the last stands
    target[level.slot] = np.clip(1 - box, 0, None)
    objectness = entropy(level.confidence, target, spec.positive_weight, spec.pair_gamma)
    classes = np.zeros(len(level.slot))
    if level.scores.shape[1] > 1:
        wanted = np.full(level.scores.shape, spec.class_smoothing / 2)
        wanted[np.arange(len(wanted)), level.kinds] = 1 - spec.class_smoothing / 2
        classes = entropy(level.scores, wanted, spec.class_positive_weight, spec.pair_gamma).mean(1)
    return LevelCosts(objectness, box, classes, target)


def entropy(logits: Array, target: Array, positive_weight: float, gamma: float) -> Array:
    """Return -(w t ln s + (1 - t) ln(1 - s)), s the sigmoid of ``logits``, elementwise, float64.

    With ``gamma`` above 0 times (t / 4 + 3 (1 - t) / 4) (1 - p_t)^gamma, p_t = t s + (1 - t)(1 - s), for soft targets
    as for others.
    """
    x, t = np.asarray(logits, np.float64), np.asarray(target, np.float64)
    cost = positive_weight * t * np.logaddexp(0, -x) + (1 - t) * np.logaddexp(0, x)
    if gamma > 0:
        s = sigmoid(x, "float64")
        right = t * s + (1 - t) * (1 - s)
        cost = cost * (t * FOCAL_ALPHA + (1 - t) * (1 - FOCAL_ALPHA)) * (1 - right) ** gamma
    return np.asarray(cost)


def level_weight(spec: LossSpec, level: int) -> float:
    """Return the factor of the objectness of ``level``; beyond the list the last one."""
    return spec.level_weights[min(level, len(spec.level_weights) - 1)]


@quiet
def pair_losses(
    grid: Grid,
    gt: Array,
    kinds: Indices,
    assignment: Assignment,
    chosen: tuple[Indices, Indices],
    logits: Array,
    deltas: Array,
    spec: LossSpec,
    coder: Coder,
) -> Losses:
    """Return the losses of one picture, with the class loss as a further one.

    An anchor without finite outputs adds 0, so that the other anchors can still be read; the means count the anchor.

    Args:
        grid: N anchors, network px.
        gt: (G, 4) network px.
        kinds: (G,) classes, from 0.
        assignment: over all G ground truths.
        chosen: positives and negatives, flat; the means of a level are over its own.
        logits: (N, 1 + K), the confidence first.
        deltas: (N, 4) in the recipe's order of coordinates.
        spec: the loss of the recipe.
        coder: the coder of the recipe.
    """
    rows = np.concatenate(chosen)
    place = np.full(grid.size, -1, np.int64)
    place[rows] = np.arange(len(rows))
    columns = logits if logits.ndim == 2 else logits[:, None]
    finite = np.asarray(np.isfinite(columns).all(1) & np.isfinite(deltas).all(1))
    pairs = assignment.pairs
    taken = (place[pairs.anchor] >= 0) & (place[pairs.anchor] < len(chosen[0]))
    pairs = Pairs(pairs.anchor[taken], pairs.gt[taken])
    boxes = relative_boxes(grid, gt, pairs, deltas, coder)
    objectness, box, classes = np.zeros(len(rows)), np.zeros(len(pairs.gt)), np.zeros(len(pairs.gt))
    ends = [level.offset + level.count for level in grid.levels]
    level_of, level_of_pair = np.searchsorted(ends, rows, "right"), np.searchsorted(ends, pairs.anchor, "right")
    divisors = np.stack([np.bincount(which, minlength=len(ends)) for which in (level_of, level_of_pair)], 1)
    for k in range(len(ends)):
        mine, own = np.flatnonzero(level_of == k), np.flatnonzero(level_of_pair == k)
        slot = np.zeros(len(rows), np.int64)
        slot[mine] = np.arange(len(mine))
        anchors = pairs.anchor[own]
        costs = level_costs(
            LevelOutputs(
                columns[rows[mine], 0],
                slot[place[anchors]],
                columns[anchors, 1:],
                kinds[pairs.gt[own]],
                Decoded(boxes.predicted[own], boxes.truth[own]),
            ),
            spec,
        )
        objectness[mine] = spec.objectness_weight * level_weight(spec, k) * costs.objectness / max(len(mine), 1)
        box[own] = spec.box_weight * costs.box / max(len(own), 1)
        classes[own] = spec.objectness_weight * spec.class_weight * costs.classes / max(len(own), 1)
    lost = np.flatnonzero(~finite[rows])
    nothing = 0.0 if len(lost) < len(rows) else np.nan
    objectness[lost] = nothing
    for part in (box, classes):
        part[~finite[pairs.anchor]] = nothing
    per_anchor = np.bincount(place[pairs.anchor], box, len(chosen[0]))[:, None]
    found = Losses(
        objectness=float(objectness.sum()),
        box=float(box.sum()),
        total=float(objectness.sum() + box.sum()),
        rows=rows,
        objectness_per_anchor=objectness,
        box_per_coordinate=per_anchor,
        objectness_normaliser=1.0,
        box_normaliser=1.0,
    )
    found = replace(found, by_level=np.maximum(divisors, 1).astype(np.float64))
    if columns.shape[1] <= 2:  # with one class there is no class loss
        return found
    return found.with_more(
        {CLASS: Term(value=float(classes.sum()), rows=pairs.anchor, per_anchor=classes, normaliser=1)}
    )


class SlotParts(NamedTuple):
    """An anchor's part of the sums, before division.

    Args:
        divisors: of objectness and box, of the anchor's level.
        objectness: None outside the sample.
        box: of all pairs, None without.
    """

    divisors: tuple[float, float]
    objectness: float | None
    box: float | None


def slot_parts(losses: Losses, index: int, level: int) -> SlotParts:
    """Return the part of anchor ``index``, on ``level``, of losses that are means by level."""
    assert losses.by_level is not None
    one, two = map(float, losses.by_level[level])
    found = np.flatnonzero(losses.rows == index)
    if not found.size:
        return SlotParts((one, two), None, None)
    place, boxes = int(found[0]), losses.box_per_coordinate
    box = float(boxes[place].sum()) * two if place < len(boxes) else None
    return SlotParts((one, two), float(losses.objectness_per_anchor[place]) * one, box)


def relative_boxes(grid: Grid, gt: Array, pairs: Pairs, deltas: Array, coder: Coder) -> Decoded:
    """Return predicted boxes and ground truths (n, 4) float64 of ``pairs``, px from the anchor's centre.

    IoU and its kin are the same anywhere; near 0 float32 keeps more digits of a box.
    """
    anchors = grid.boxes(pairs.anchor)
    middle = np.tile((anchors[:, :2] + anchors[:, 2:]) / 2, 2)
    predicted = coder.decode(anchors - middle, deltas[pairs.anchor], grid.strides(pairs.anchor))
    return Decoded(predicted.astype(np.float64), gt[pairs.gt].astype(np.float64) - middle)
