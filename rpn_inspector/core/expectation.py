"""The loss a random mini-batch is expected to have, exactly, and the loss over all anchors.

A trainer reports the loss of one random mini-batch. How many positives and negatives it draws follows from how many
there are; which ones is random, each positive being as likely as any other. So the expectation is a mean, and the
spread is that of drawing without replacement: no sampling is needed for either.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.losses import binary_cross_entropy, smooth_l1
from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Expected:
    """Mean and standard deviation of the losses over every mini-batch the recipe's sampler may draw.

    ``total`` is ``objectness + box``; its deviation is its own, because the same positives enter both. ``sampled`` is
    how many (positives, negatives) a mini-batch holds, ``normaliser`` what the sums are divided by.
    """

    objectness: float
    box: float
    total: float
    objectness_std: float
    box_std: float
    total_std: float
    sampled: tuple[int, int]
    normaliser: float


@dataclass(frozen=True, slots=True)
class AllLosses:
    """The losses if the mini-batch held every positive and every negative; no trainer reports these.

    ``objectness`` is ``positive_objectness + negative_objectness``, their shares of it. ``mean_positive`` and
    ``mean_negative`` are the objectness loss of one such anchor on average, ``mean_box`` the box loss of one positive
    over its four coordinates; 0 where there is none. ``counts`` are (positives, negatives), ``normaliser`` their sum.
    """

    objectness: float
    box: float
    total: float
    positive_objectness: float
    negative_objectness: float
    mean_positive: float
    mean_negative: float
    mean_box: float
    counts: tuple[int, int]
    normaliser: float


def expected_losses(
    logits: npt.ArrayLike, t: npt.ArrayLike, t_star: npt.ArrayLike, label: npt.ArrayLike, recipe: Recipe
) -> Expected:
    """Return the exact expectation of the losses over the sampler's random choice.

    ``logits`` (N,) and ``label`` (N,) 1 / 0 / -1 of all anchors; ``t`` and ``t_star`` (P, 4) of all positives, by
    ascending index. With k of P positives drawn, the sum of their losses has mean k times their mean and variance
    k (1 - k / P) s^2, where s^2 is their variance over P - 1 (Cochran, Sampling Techniques, theorem 2.2); likewise
    the negatives, drawn on their own. Raises `InspectorError` where shapes or the recipe's losses do not fit.
    """
    positive, negative, box = _parts(logits, t, t_star, label, recipe)
    spec = recipe.sampler
    drawn = min(len(positive), int(spec.batch * spec.positive_fraction))
    rest = min(len(negative), spec.batch - drawn)
    normaliser = float(max(drawn + rest, 1) if recipe.loss.normaliser == "sampled" else spec.batch)
    objectness = (drawn * _mean(positive) + rest * _mean(negative)) / normaliser
    box_loss = drawn * _mean(box) / normaliser
    of_negatives = _variance(negative, rest)
    return Expected(
        objectness,
        box_loss,
        objectness + box_loss,
        math.sqrt(_variance(positive, drawn) + of_negatives) / normaliser,
        math.sqrt(_variance(box, drawn)) / normaliser,
        math.sqrt(_variance(positive + box, drawn) + of_negatives) / normaliser,
        (drawn, rest),
        normaliser,
    )


def all_losses(
    logits: npt.ArrayLike, t: npt.ArrayLike, t_star: npt.ArrayLike, label: npt.ArrayLike, recipe: Recipe
) -> AllLosses:
    """Return the losses over all positives and negatives, divided by how many they are.

    Arguments and errors as for `expected_losses`. Ignored anchors take no part. The normaliser is the number of
    anchors in the sums whatever the recipe's is, since a fixed batch size has no meaning here.
    """
    positive, negative, box = _parts(logits, t, t_star, label, recipe)
    normaliser = float(max(len(positive) + len(negative), 1))
    of_positives, of_negatives = float(positive.sum()) / normaliser, float(negative.sum()) / normaliser
    box_loss = float(box.sum()) / normaliser
    return AllLosses(
        of_positives + of_negatives,
        box_loss,
        of_positives + of_negatives + box_loss,
        of_positives,
        of_negatives,
        _mean(positive),
        _mean(negative),
        _mean(box),
        (len(positive), len(negative)),
        normaliser,
    )


def _parts(
    logits: npt.ArrayLike, t: npt.ArrayLike, t_star: npt.ArrayLike, label: npt.ArrayLike, recipe: Recipe
) -> tuple[Array, Array, Array]:
    """Return the undivided losses: objectness of positives (P,) and negatives (M,), box of positives (P,), float64."""
    if recipe.loss.objectness not in ("bce", "softmax"):
        raise InspectorError(f"{recipe.name}: objectness loss {recipe.loss.objectness!r}, wanted bce or softmax here")
    scores, labels = np.asarray(logits), np.asarray(label)
    predicted, target = np.asarray(t, np.float32), np.asarray(t_star, np.float32)
    if scores.ndim != 1 or scores.shape != labels.shape:
        raise InspectorError(f"logits {scores.shape} and label {labels.shape}, wanted (N,) each")
    positive, negative = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    wanted = (len(positive), 4)
    if predicted.shape != wanted or target.shape != wanted:
        raise InspectorError(f"t {predicted.shape} and t_star {target.shape}, wanted {wanted}, a row per positive")
    box = recipe.loss.box_weight * smooth_l1((predicted - target).astype(np.float64), recipe.loss.beta).sum(1)
    return binary_cross_entropy(scores[positive], 1), binary_cross_entropy(scores[negative], 0), box


def _mean(values: Array) -> float:
    return float(values.mean()) if values.size else 0.0


def _variance(values: Array, drawn: int) -> float:
    """Return the variance of the sum of ``drawn`` of the values, taken without replacement."""
    count = len(values)
    if drawn == 0 or drawn >= count:
        return 0.0  # nothing is left to chance
    return drawn * (1 - drawn / count) * float(values.var(ddof=1))
