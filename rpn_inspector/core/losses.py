"""Each anchor's and each coordinate's part of the loss the trainer reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.box_losses import DECODED, Decoded, balanced_l1, decoded_loss
from rpn_inspector.core.errors import BadLayout
from rpn_inspector.core.sampler import Sampler
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.core.values import quiet, read_only

Array = npt.NDArray[Any]
MOVING_AVERAGE = 0.9  # detectron2 RetinaNet.loss_normalizer_momentum
BLOCK = 1 << 15  # numbers at a time: what is made on the way stays in the cache, and never fills the memory


@quiet
def smooth_l1(error: npt.ArrayLike, beta: float) -> Array:
    """Return R_beta(d) elementwise: 0.5 d^2 / beta where abs(d) < beta, else abs(d) - 0.5 beta; beta 0: L1.

    The result has the precision of ``error``, float64 for whole numbers. Sources: the Fast R-CNN article's smooth L1
    with beta = 1 / sigma^2; torch ``smooth_l1_loss``. Raises ValueError for a negative beta or NaN.

    Args:
        error: d = t - t*, coded numbers without unit, any shape.
        beta: the knee, in the same numbers as d.
    """
    if not beta >= 0:
        raise ValueError(f"beta: found {beta}, wanted 0 or more")
    size = np.abs(np.asarray(error))
    if size.dtype.kind != "f":
        size = size.astype(np.float64)
    # in the error's precision, since the trainers compare |d| with beta in float32
    knee = size.dtype.type(beta)
    if knee == 0:  # smooth L1 with no knee is L1
        return np.asarray(size)
    return np.asarray(np.where(size < knee, 0.5 * size * size / knee, size - 0.5 * knee))


@quiet
def binary_cross_entropy(logit: npt.ArrayLike, target: npt.ArrayLike) -> Array:
    """Return -log p of the right answer per anchor: log(1 + e^-x) for target 1, log(1 + e^x) for 0; stable at any x.

    ``target`` may lie between 0 and 1. With x = object minus background, the softmax loss of two logits is the same
    number.
    """
    x = np.asarray(logit, np.float64)
    rest = np.abs(x)
    rest = np.log1p(np.exp(np.negative(rest, out=rest), out=rest), out=rest) if rest.ndim else np.log1p(np.exp(-rest))
    return np.asarray(np.maximum(x, 0) - x * np.asarray(target) + rest)


@quiet
def trained_cross_entropy(logit: npt.ArrayLike, target: npt.ArrayLike) -> Array:
    """Return the binary cross entropy in torch's float32 operations: (1 - t) x - (min(0, x) - log1p(e^-|x|)).

    Both are of one shape, the result float64. The difference of two large numbers loses the small loss of a sure
    answer, down to 0; a trainer's sum over many sure answers is smaller than the exact sum by as much. Source: torch
    ``binary_cross_entropy_with_logits``.
    """
    x, t = np.asarray(logit, np.float32), np.asarray(target, np.float32)
    rest = np.asarray(np.abs(x))
    np.log1p(np.exp(np.negative(rest, out=rest), out=rest), out=rest)
    log_sigmoid = np.subtract(np.minimum(x, np.float32(0)), rest, out=rest)
    return np.asarray(np.subtract((np.float32(1) - t) * x, log_sigmoid, out=rest), np.float64)


@quiet
def sigmoid(logit: npt.ArrayLike, dtype: str = "float32") -> Array:
    """Return 1 / (1 + e^-x) as ``dtype``, without overflow."""
    logits = np.asarray(logit)
    flat, found = logits.reshape(-1), np.empty(logits.size, dtype)
    for start in range(0, len(flat), BLOCK):
        x = flat[start : start + BLOCK].astype(np.float64)
        # no exponent is positive, so exp cannot overflow on either side; above 0 it is 1 / (1 + e^-x)
        found[start : start + BLOCK] = np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))
    return found.reshape(logits.shape)


@quiet
def softmax(logits: npt.ArrayLike) -> Array:
    """Return e^x / sum e^x over the last axis, float64."""
    x = np.asarray(logits, np.float64)
    power = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(power / power.sum(-1, keepdims=True))


@quiet
def cross_entropy(logits: npt.ArrayLike, target: npt.NDArray[np.int64]) -> Array:
    """Return -log softmax(``logits`` (n, K))[target] per row (n,), with ``target`` (n,) the right class."""
    x = np.asarray(logits, np.float64)
    # the highest logit at 0: exp cannot overflow, and the loss is unchanged
    x = x - x.max(-1, keepdims=True)
    return np.asarray(np.log(np.exp(x).sum(-1)) - x[np.arange(len(x)), target])


@quiet
def focal(logits: npt.ArrayLike, target: npt.ArrayLike, alpha: float, gamma: float, smoothing: float = 0.0) -> Array:
    """Return alpha_t (1 - p_t)^gamma (-log p_t) elementwise.

    Sources: the RetinaNet article, torchvision and fvcore ``sigmoid_focal_loss``, effdet ``new_focal_loss``.

    Args:
        logits: any shape.
        target: 0 or 1, in the shape of ``logits``.
        alpha: the weight of target 1; target 0 weighs 1 - alpha.
        gamma: the damping of easy answers.
        smoothing: draws the cross entropy's target towards one half, as effdet does.
    """
    x, y = np.asarray(logits, np.float64), np.asarray(target, np.float64)
    p = sigmoid(x, "float64")
    # the modulating factor looks at the unsmoothed target: effdet smooths the cross entropy alone
    wrong = np.where(y > 0, 1 - p, p)
    weight = np.where(y > 0, alpha, 1 - alpha) * wrong**gamma
    return np.asarray(weight * binary_cross_entropy(x, y * (1 - smoothing) + 0.5 * smoothing))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Term:
    """A further loss: its value, and the part of each anchor, divided by the normaliser.

    Args:
        value: the sum of ``per_anchor``.
        rows: (n,) int64, the anchors, flat.
        per_anchor: (n,) float64.
        normaliser: the divisor.
    """

    value: float
    rows: npt.NDArray[np.int64]
    per_anchor: Array
    normaliser: float

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Losses:
    """The losses of a mini-batch, and the parts of their sums.

    Args:
        objectness: the objectness or class loss.
        box: the box loss.
        total: the sum of all.
        rows: (S,) int64, the anchors in the loss, flat, positives first, then negatives.
        objectness_per_anchor: (S,) float64, summed over classes, divided by the normaliser; the sum is ``objectness``.
        box_per_coordinate: (P, 4) float64, of the positives in the recipe's order of coordinates, divided by the
            normaliser; the sum is ``box``. (P, 1) for a loss of whole boxes.
        objectness_normaliser: the divisor of the objectness loss.
        box_normaliser: the divisor of the box loss.
        more: further losses by name, e.g. centreness.
        by_level: (L, 2) float64, the divisors of objectness and box by level, where the losses are means by level; None
            where one divisor is for all.
        targets: the sum of the soft targets of positives, 0 under a rule without such.
    """

    objectness: float
    box: float
    total: float
    rows: npt.NDArray[np.int64]
    objectness_per_anchor: Array
    box_per_coordinate: Array
    objectness_normaliser: float
    box_normaliser: float
    more: Mapping[str, Term] = field(default_factory=dict)
    by_level: Array | None = None
    targets: float = 0.0

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    def with_more(self, more: Mapping[str, Term]) -> Losses:
        """Return the losses with further ones, which the total counts."""
        return replace(self, more=more, total=self.total + sum(term.value for term in more.values()))


@quiet
def losses(
    logits: Array,
    t: Array,
    t_star: Array,
    positive: npt.NDArray[np.int64],
    negative: npt.NDArray[np.int64],
    spec: LossSpec,
    sampler: Sampler,
    classes: npt.NDArray[np.int64] | None = None,
    relative_area: Array | None = None,
    boxes: Decoded | None = None,
    box_weights: Array | None = None,
    soft: Array | None = None,
) -> Losses:
    """Return the losses of one mini-batch.

    Sums are in float64 over per-element float32 errors, within 1e-6 of the trainers' float32. An anchor without finite
    outputs adds 0, so that the other anchors can still be read (where no anchor is finite, all is NaN); the normalisers
    count the anchor, and the trainers' own sums would be NaN.

    Args:
        logits: (N,) or (N, K), of all anchors.
        t: (P, 4), the predictions of ``positive``, in the recipe's order of coordinates.
        t_star: (P, 4), the targets of ``positive``, in the same order.
        positive: (P,) int64, flat.
        negative: (M,) int64, flat.
        spec: the loss of the recipe.
        sampler: the sampler of the recipe, for the nominal batch size.
        classes: (P,) from 0, the positives' classes where the logits have several.
        relative_area: (P,) w h of the ground truths over w h of the input, for darknet's weight.
        boxes: (P, 4) each, predicted and true, for losses of decoded boxes.
        box_weights: (P,) centreness of the positives, where the recipe counts rows by it.
        soft: (P,) soft targets of the positives' classes, of a rule with such.
    """
    rows = np.concatenate([positive, negative])
    targets = 0.0 if soft is None else float(soft.sum(dtype=np.float64))
    for_objectness, for_box = normalisers(len(positive), len(negative), spec, sampler, targets)
    kinds = np.zeros(len(positive), np.int64) if classes is None else np.asarray(classes, np.int64)
    own = logits[rows]
    per_anchor = objectness_loss(own, len(positive), kinds, spec, soft) / for_objectness
    per_coordinate = box_loss(t, t_star, spec, boxes)
    if spec.box_rows == "centreness" and box_weights is not None:
        weights = np.asarray(box_weights, np.float64)
        # MMDetection divides by the sum first, and once more by 1 + its epsilon
        for_box = max(float(weights.sum()), 1.0) * (1 + float(np.finfo(np.float32).eps))
        per_coordinate = per_coordinate * weights[:, None]
    if spec.box_rows == "target" and soft is not None:
        per_coordinate = per_coordinate * np.asarray(soft, np.float64)[:, None]
    if spec.small_box_weight and relative_area is not None:
        per_coordinate = per_coordinate * (2 - np.asarray(relative_area, np.float64))[:, None]
    per_coordinate = per_coordinate / for_box
    bad = ~np.isfinite(own.reshape(len(rows), -1)).all(1) if len(rows) else np.zeros(0, bool)
    bad[: len(positive)] |= ~np.isfinite(t).all(1)
    nothing = np.nan if bad.size and bad.all() else 0  # no finite anchor: no loss
    per_anchor[bad], per_coordinate[bad[: len(positive)]] = nothing, nothing
    objectness, box = float(per_anchor.sum()), float(per_coordinate.sum())
    return Losses(
        objectness=objectness,
        box=box,
        total=objectness + box,
        rows=rows,
        objectness_per_anchor=per_anchor,
        box_per_coordinate=per_coordinate,
        objectness_normaliser=for_objectness,
        box_normaliser=for_box,
        targets=targets,
    )


def normalisers(
    positives: int, negatives: int, spec: LossSpec, sampler: Sampler, targets: float = 0.0
) -> tuple[float, float]:
    """Return the divisors of the objectness and of the box loss, before the losses' weights.

    ``targets`` is the sum of the soft targets.
    """
    # detectron2's RetinaNet updates the average before dividing by the new value
    averaged = MOVING_AVERAGE * spec.average + (1 - MOVING_AVERAGE) * max(positives, 1)
    shared = {
        "sampled": max(positives + negatives, 1),
        # MMDetection: at least 1 each, and the float32 eps of its weight_reduce_loss
        "sampled_parts": max(positives, 1) + max(negatives, 1) + float(np.finfo(np.float32).eps),
        # detectron2: the nominal size, however few anchors were sampled
        "batch": sampler.batch,
        "positives": max(positives, 1),
        "positives_plus_one": positives + 1,
        "moving_average": averaged,
        "none": 1,
        "sampled_and_positives": max(positives + negatives, 1),
        "level_mean": 1,  # `Losses.by_level` has the divisors
        "targets": max(targets, 1.0),
    }[spec.normaliser]
    if spec.normaliser == "sampled_and_positives":
        return float(shared), float(4 * max(positives, 1))
    # effdet takes the mean over the four coordinates as well
    return float(shared), float(4 * shared if spec.normaliser == "positives_plus_one" else shared)


@quiet
def hardness(logits: Array, spec: LossSpec, sampler: Sampler, highest: float | None = None) -> Array:
    """Return the number (N,) by which a sampler compares negatives: the class loss, or what stands for it.

    The rule `shared_maximum` subtracts the highest of all logits before exp, in float32, so that a row some 104 below
    is -inf and never taken.

    Args:
        logits: (N,) or (N, K), background first where a softmax has classes.
        spec: the loss of the recipe.
        sampler: the sampler of the recipe.
        highest: the highest logit of the whole batch, None for a batch of ``logits`` alone.
    """
    if sampler.rule != "shared_maximum" or not logits.size:
        return objectness_loss(logits, 0, np.empty(0, np.int64), spec)
    rows = np.asarray(logits, np.float32)
    rows = rows if rows.ndim == 2 else np.stack([np.zeros_like(rows), rows], 1)
    top = np.float32(rows.max() if highest is None else highest)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(rows - top).sum(1)) + top - rows[:, 0])


@quiet
def objectness_loss(
    logits: Array, positives: int, classes: npt.NDArray[np.int64], spec: LossSpec, soft: Array | None = None
) -> Array:
    """Return each row's objectness or class loss (S,) float64, weighted, not yet divided by a normaliser.

    Args:
        logits: (S,) or (S, K), positives first.
        positives: the number of positive rows.
        classes: (P,) from 0, the classes of the positive rows.
        spec: the loss of the recipe.
        soft: (P,) their soft targets, None for 1 each.
    """
    count = len(logits)
    is_positive = np.arange(count) < positives
    if spec.objectness == "cross_entropy":
        target = np.zeros(count, np.int64)
        target[:positives] = 1 if logits.shape[1] == 2 else classes + 1  # class 0 is the background
        per_anchor = cross_entropy(logits, target) * class_factors(logits.shape[1], spec)[target]
    elif spec.objectness not in ("bce", "softmax") or logits.ndim == 2:
        columns = logits if logits.ndim == 2 else logits[:, None]
        per_anchor, step = np.empty(count), max(BLOCK // max(columns.shape[1], 1), 1)
        # positives come first, so a chunk's classes are a slice as well
        for start in range(0, count, step):
            part, own = slice(start, start + step), slice(start, min(start + step, positives))
            wanted = None if soft is None else soft[own]
            per_anchor[part] = _per_class(columns[part], is_positive[part], classes[own], spec, wanted)
    elif spec.objectness == "bce":
        # one logit: torch's float32 formula, since sure answers cost a trainer less than the exact loss
        per_anchor = trained_cross_entropy(logits, is_positive)
    else:
        per_anchor = binary_cross_entropy(logits, is_positive)
    weight = spec.objectness_weight * np.where(is_positive, spec.positive_weight, 1.0)
    return np.asarray(weight * per_anchor)


def class_factors(columns: int, spec: LossSpec) -> Array:
    """Return the factor (columns,) of each class in its entropy; raises `BadLayout` for another number of them.

    Source: MMDetection ``CrossEntropyLoss(class_weight=...)``, and Ultralytics' ``cls_pw``, measured; both leave the
    normaliser as it is.
    """
    if spec.class_factors and len(spec.class_factors) != columns:
        wanted = f"wanted {len(spec.class_factors)}, one for each of loss.class_factors"
        background = ", the background's among them" if spec.objectness == "cross_entropy" else ""
        raise BadLayout(f"found {columns} scores{background}, {wanted}")
    return np.array(spec.class_factors or [1.0] * columns, np.float64)


def _per_class(
    logits: Array, is_positive: Array, classes: npt.NDArray[np.int64], spec: LossSpec, soft: Array | None
) -> Array:
    """Return the loss (S,) of ``logits`` (S, K), summed over classes; YOLO's column 0 is the confidence."""
    target = np.zeros(logits.shape, np.float32 if spec.objectness == "bce_per_class" else np.float64)
    first = 1 if spec.objectness == "yolo" else 0
    rows = np.flatnonzero(is_positive)
    if logits.shape[1] - first == 1:
        classes = np.zeros(len(rows), np.int64)  # one column: objectness, whatever the class
    if logits.shape[1] > first:
        target[rows, classes + first] = 1 if soft is None or spec.one_hot else soft
    if spec.objectness == "focal":
        return np.asarray(focal(logits, target, spec.focal_alpha, spec.focal_gamma, spec.label_smoothing).sum(1))
    if spec.objectness == "yolo":
        target[rows, 0] = 1
        every = binary_cross_entropy(logits, target)
        return np.asarray(every[:, 0] + np.where(is_positive, spec.class_weight * every[:, 1:].sum(1), 0))
    if spec.objectness == "bce_per_class":
        # torch's float32 formula: over many sure answers the exact sum differs by some millionths from the trainer's
        every = trained_cross_entropy(logits, target)
        every = every * class_factors(logits.shape[1], spec) if spec.class_factors else every
        return np.asarray(every.sum(1))
    every = binary_cross_entropy(logits, target)
    if spec.objectness == "quality_focal":
        every = every * np.abs(target - sigmoid(logits, "float64")) ** spec.focal_gamma
    return np.asarray(every.sum(1))


@quiet
def box_loss(t: Array, t_star: Array, spec: LossSpec, boxes: Decoded | None = None) -> Array:
    """Return each coordinate's box loss (P, 4) float64, weighted, not yet divided by a normaliser.

    Smooth L1, Huber or balanced L1 of t - t*. YOLO has no smooth L1: binary cross entropy of t_x and t_y (logits)
    against the place in the cell, and (t - t*)^2 of t_w and t_h. IoU and its kin compare decoded boxes, and have one
    number a box, (P, 1), bounded IoU four.

    Args:
        t: (P, 4), the predictions, in the recipe's order of coordinates.
        t_star: (P, 4), the targets.
        spec: the loss of the recipe.
        boxes: (P, 4) each, for a loss of `DECODED` only.
    """
    if spec.box in DECODED:
        assert boxes is not None
        return np.asarray(spec.box_weight * decoded_loss(boxes, spec).value.astype(np.float64))
    wanted = np.asarray(t_star, np.float32).astype(np.float64)
    if spec.box == "yolo":
        shift = binary_cross_entropy(t[:, :2], wanted[:, :2])
        squares = spec.side_weight * (t[:, 2:] - wanted[:, 2:]) ** 2
        return np.asarray(spec.box_weight * np.concatenate([shift, squares], 1))
    # the difference is taken in float32, as the trainers do: the rounding is part of the reported loss
    error = (np.asarray(t, np.float32) - np.asarray(t_star, np.float32)).astype(np.float64)
    per_coordinate = of_error(error, spec)
    if spec.skip_zero_targets:
        per_coordinate = np.where(wanted != 0, per_coordinate, 0)
    return np.asarray(spec.box_weight * per_coordinate)


def of_error(error: Array, spec: LossSpec) -> Array:
    """Return smooth L1, Huber or balanced L1 of d = t - t*, elementwise, before the weight."""
    if spec.box == "balanced_l1":
        return balanced_l1(np.abs(error), spec)[0]
    values = smooth_l1(error, spec.beta)
    # Huber is beta times smooth L1: 0.5 d^2 below the knee
    return np.asarray(spec.beta * values if spec.box == "huber" else values)
