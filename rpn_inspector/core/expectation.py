"""The expected loss of a random mini-batch, exactly, and the loss over all anchors.

A trainer reports the loss of one random mini-batch. The numbers of positives and negatives drawn follow from the
labels; the anchors are random, each positive as likely as any other. So the expectation is a mean, and the spread
follows from drawing without replacement: both need no sampling.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.losses import losses
from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Mean and standard deviation of the losses over every mini-batch the recipe's sampler may draw.

    ``total`` is ``objectness + box``, with a separate deviation, because the same positives enter both losses.
    ``sampled`` are the (positives, negatives) of a mini-batch, ``normalisers`` the divisors of (objectness, box).
    """

    objectness: float
    box: float
    total: float
    objectness_std: float
    box_std: float
    total_std: float
    sampled: tuple[int, int]
    normalisers: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllLosses:
    """The losses of one mini-batch of every positive and every negative; no trainer with a sampler draws such a batch.

    ``objectness`` is ``positive_objectness + negative_objectness``. ``mean_positive`` and ``mean_negative`` are the
    objectness loss per positive and per negative, ``mean_box`` the box loss per positive over four coordinates, all
    before the normaliser; 0 where no anchor is counted. ``counts`` are (positives, negatives), ``normalisers`` the
    divisors of (objectness, box).
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
    normalisers: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Parts:
    """Each anchor's part, if all were in the loss: ``positive`` (P,), ``negative`` (M,) and ``box`` (P,)."""

    positive: Array
    negative: Array
    box: Array
    normalisers: tuple[float, float]
    drawn: tuple[int, int]
    drawn_normalisers: tuple[float, float]


def expected_losses(
    logits: npt.ArrayLike, t: npt.ArrayLike, t_star: npt.ArrayLike, label: npt.ArrayLike, recipe: Recipe
) -> Expected:
    """Return the exact expectation of the losses over the sampler's random choice.

    With k of P positives drawn, the sum of the drawn losses has mean k m and variance k (1 - k / P) s^2, where m is the
    mean of all P losses and s^2 the variance over P - 1 (Cochran, Sampling Techniques, theorem 2.2); likewise the
    negatives, drawn independently. Raises `InspectorError` where shapes do not fit, or where the sampler takes the
    costliest negatives: no random choice.

    Args:
        logits: (N,) of all anchors.
        t: (P, 4), the predictions of all positives, by ascending index.
        t_star: (P, 4), the targets.
        label: (N,) 1, 0 or -1.
        recipe: the sampler and the loss.
    """
    parts = _parts(logits, t, t_star, label, recipe)
    to_objectness, to_box = (
        whole / drawn for whole, drawn in zip(parts.normalisers, parts.drawn_normalisers, strict=True)
    )
    positive, negative, box = parts.positive * to_objectness, parts.negative * to_objectness, parts.box * to_box
    drawn, rest = parts.drawn
    objectness = drawn * _mean(positive) + rest * _mean(negative)
    box_loss = drawn * _mean(box)
    of_negatives = _variance(negative, rest)
    return Expected(
        objectness=objectness,
        box=box_loss,
        total=objectness + box_loss,
        objectness_std=math.sqrt(_variance(positive, drawn) + of_negatives),
        box_std=math.sqrt(_variance(box, drawn)),
        # a drawn positive brings both of its losses, so the sum has one variance, not the sum of two
        total_std=math.sqrt(_variance(positive + box, drawn) + of_negatives),
        sampled=parts.drawn,
        normalisers=parts.drawn_normalisers,
    )


def all_losses(
    logits: npt.ArrayLike, t: npt.ArrayLike, t_star: npt.ArrayLike, label: npt.ArrayLike, recipe: Recipe
) -> AllLosses:
    """Return the losses over all positives and negatives, as of a single mini-batch of all.

    Ignored anchors take no part. Where the recipe divides by a fixed batch size, without meaning here, the divisor is
    the number of positives and negatives.

    Args:
        logits: (N,) objectness logits.
        t: (P, 4) predicted deltas of the positives, in the order of their anchors.
        t_star: (P, 4) targets of the positives, in the same order.
        label: (N,) 1 positive, 0 negative, -1 ignored.
        recipe: the losses and their normalisers.
    """
    parts = _parts(logits, t, t_star, label, recipe)
    of_positives, of_negatives = float(parts.positive.sum()), float(parts.negative.sum())
    box_loss = float(parts.box.sum())
    for_objectness, for_box = parts.normalisers
    return AllLosses(
        objectness=of_positives + of_negatives,
        box=box_loss,
        total=of_positives + of_negatives + box_loss,
        positive_objectness=of_positives,
        negative_objectness=of_negatives,
        mean_positive=_mean(parts.positive) * for_objectness,
        mean_negative=_mean(parts.negative) * for_objectness,
        mean_box=_mean(parts.box) * for_box,
        counts=(len(parts.positive), len(parts.negative)),
        normalisers=parts.normalisers,
    )


def _parts(
    logits: npt.ArrayLike, t: npt.ArrayLike, t_star: npt.ArrayLike, label: npt.ArrayLike, recipe: Recipe
) -> _Parts:
    if recipe.sampler.by_loss:
        raise InspectorError(f"{recipe.name}: the sampler takes the costliest negatives, wanted a random choice")
    if recipe.loss.box in DECODED:
        raise InspectorError(f"{recipe.name}: the box loss is of decoded boxes, wanted one of coded coordinates")
    scores, labels = np.asarray(logits), np.asarray(label, np.int8)
    # float32 as in a trainer: the differences are those of `losses`
    predicted, target = np.asarray(t, np.float32), np.asarray(t_star, np.float32)
    if scores.ndim != 1 or scores.shape != labels.shape:
        raise InspectorError(f"logits {scores.shape} and label {labels.shape}, wanted (N,) each")
    positive, negative = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    wanted = (len(positive), 4)
    if predicted.shape != wanted or target.shape != wanted:
        raise InspectorError(f"t {predicted.shape} and t_star {target.shape}, wanted {wanted}, a row per positive")
    # a normaliser of the batch's nominal size has no meaning for all anchors: their number stands in
    everyone = replace(recipe.sampler, batch=max(len(positive) + len(negative), 1))
    whole = losses(scores, predicted, target, positive, negative, recipe.loss, everyone)
    # labels alone fix the numbers, so any seed gives the counts of every mini-batch
    some, others = (len(part) for part in recipe.sampler.sample(labels, 0))  # how many follows from the counts
    drawn = losses(
        scores, predicted[:some], target[:some], positive[:some], negative[:others], recipe.loss, recipe.sampler
    )
    return _Parts(
        positive=whole.objectness_per_anchor[: len(positive)],
        negative=whole.objectness_per_anchor[len(positive) :],
        box=whole.box_per_coordinate.sum(1),
        normalisers=(whole.objectness_normaliser, whole.box_normaliser),
        drawn=(some, others),
        drawn_normalisers=(drawn.objectness_normaliser, drawn.box_normaliser),
    )


def _mean(values: Array) -> float:
    return float(values.mean()) if values.size else 0.0


def _variance(values: Array, drawn: int) -> float:
    """Return the variance of the sum of ``drawn`` of the values, drawn without replacement."""
    count = len(values)
    if drawn == 0 or drawn >= count:
        return 0.0  # none or all drawn: no chance
    # the finite-population correction 1 - n/N: n draws from N without replacement vary less than n independent draws
    return drawn * (1 - drawn / count) * float(values.var(ddof=1))
