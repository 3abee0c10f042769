"""What each anchor and each coordinate adds to the loss the trainer reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.recipe import LossSpec, SamplerSpec

Array = npt.NDArray[Any]


def smooth_l1(error: npt.ArrayLike, beta: float) -> Array:
    """Return R_beta(d) elementwise: 0.5 d^2 / beta where |d| < beta, else |d| - 0.5 beta; beta 0 is L1.

    ``error`` is d = t - t*, coded numbers without unit, any shape. Source: the Fast R-CNN article's smooth L1 with
    beta = 1 / sigma^2; torch ``smooth_l1_loss``.
    """
    size = np.abs(np.asarray(error))
    if beta == 0:  # smooth L1 with no knee is L1
        return np.asarray(size)
    knee = size.dtype.type(beta) if size.dtype.kind == "f" else beta
    return np.asarray(np.where(size < knee, 0.5 * size * size / knee, size - 0.5 * knee))


def binary_cross_entropy(logit: npt.ArrayLike, target: npt.ArrayLike) -> Array:
    """Return -log p of the right answer per anchor: log(1 + e^-x) for target 1, log(1 + e^x) for 0; stable at any x.

    For two logits x is object minus background, and the softmax loss is the same number.
    """
    x = np.asarray(logit, np.float64)
    return np.asarray(np.maximum(x, 0) - x * np.asarray(target) + np.log1p(np.exp(-np.abs(x))))


def sigmoid(logit: npt.ArrayLike) -> Array:
    """Return 1 / (1 + e^-x) in float32, without overflow."""
    x = np.asarray(logit, np.float64)
    small = np.exp(-np.abs(x))
    return np.asarray(np.where(x >= 0, 1 / (1 + small), small / (1 + small)).astype(np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """The two losses, and the rows that sum to them.

    ``rows`` (S,) are the sampled anchors, positives first, then negatives, flat indices.
    ``objectness_per_anchor`` (S,) sums to ``objectness``; ``box_per_coordinate`` (P, 4), of the sampled positives in
    their order, sums to ``box``; both already divided by their normalisers. ``total`` is ``objectness + box``.
    """

    objectness: float
    box: float
    total: float
    rows: npt.NDArray[np.int64]
    objectness_per_anchor: Array
    box_per_coordinate: Array
    objectness_normaliser: float
    box_normaliser: float


def losses(
    logits: Array,
    t: Array,
    t_star: Array,
    positive: npt.NDArray[np.int64],
    negative: npt.NDArray[np.int64],
    spec: LossSpec,
    sampler: SamplerSpec,
) -> Losses:
    """Return the losses of one mini-batch.

    ``logits`` (N,) of all anchors; ``t`` and ``t_star`` (P, 4) of the sampled ``positive`` (P,); ``negative`` (M,).
    Sums are in float64 over per-element float32 errors, within 1e-6 of the trainers' float32.
    """
    rows = np.concatenate([positive, negative])
    target = np.repeat([1.0, 0.0], [len(positive), len(negative)])
    normaliser = float(max(len(rows), 1) if spec.normaliser == "sampled" else sampler.batch)
    per_anchor = binary_cross_entropy(logits[rows], target) / normaliser
    error = (np.asarray(t, np.float32) - np.asarray(t_star, np.float32)).astype(np.float64)
    per_coordinate = spec.box_weight * smooth_l1(error, spec.beta) / normaliser
    objectness, box = float(per_anchor.sum()), float(per_coordinate.sum())
    return Losses(
        objectness, box, objectness + box, rows, per_anchor, per_coordinate, normaliser, normaliser / spec.box_weight
    )
