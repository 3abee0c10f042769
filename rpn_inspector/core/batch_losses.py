"""The losses of several pictures that were one training batch, from the losses of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.landmarks import LANDMARKS
from rpn_inspector.core.losses import Losses, normalisers
from rpn_inspector.core.recipe import Recipe

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLosses:
    """The losses of a whole batch as its trainer reports them.

    Args:
        objectness: the objectness or class loss.
        box: the box loss.
        more: further losses by name, e.g. centreness.
    """

    objectness: float
    box: float
    more: Mapping[str, float] = field(default_factory=dict)

    def by_name(self) -> dict[str, float]:
        """Return every loss by name."""
        return {"objectness": self.objectness, "box": self.box, **self.more}


def alone(losses: Losses) -> BatchLosses:
    """Return the losses of one picture that was the whole batch."""
    more = {name: term.value for name, term in losses.more.items()}
    return BatchLosses(objectness=losses.objectness, box=losses.box, more=more)


def batch_of(recipe: Recipe, pictures: Sequence[tuple[Grid, Losses]]) -> BatchLosses:
    """Return the losses of at least one picture together, as ``recipe.batch`` says.

    Args:
        recipe: of all the pictures, with the loss of the batch.
        pictures: each picture's anchors and losses.
    """
    found = [losses for _, losses in pictures]
    if found[0].by_level is not None:
        return _means_by_level(pictures)
    sums = np.sum([(one.objectness * one.objectness_normaliser, one.box * one.box_normaliser) for one in found], 0)
    names = dict.fromkeys(name for one in found for name in one.more)
    if recipe.batch == "mean":
        objectness, box = np.mean([(one.objectness, one.box) for one in found], 0).tolist()
        mean = {name: float(np.mean([_value(one, name) for one in found])) for name in names}
        return BatchLosses(objectness=objectness, box=box, more=mean)
    divisors = np.sum([(one.objectness_normaliser, one.box_normaliser) for one in found], 0)
    targets = sum(one.targets for one in found)
    if recipe.batch == "whole":
        positives = sum(len(one.box_per_coordinate) for one in found)
        negatives = sum(len(one.rows) for one in found) - positives
        divisors = np.array(normalisers(positives, negatives, recipe.loss, recipe.sampler, targets))
    elif recipe.loss.normaliser == "targets":
        divisors[:] = max(targets, 1.0)  # at least 1 of the whole batch, not of each picture
    if recipe.loss.box_rows == "centreness":
        # the sum of the weights, at least 1 of the whole batch: a picture without positives has none
        divisors[1] = sum(one.box_normaliser for one in found if len(one.box_per_coordinate)) or 1.0
    # of landmarks the positives count whose face has some, wherever in the batch
    faces = sum(len(one.more[LANDMARKS].rows) for one in found if LANDMARKS in one.more)
    more = {
        name: sum(_value(one, name) * _divisor(one, name) for one in found)
        / (max(faces, 1) if name == LANDMARKS else divisors[0])
        for name in names
    }
    objectness, box = (sums / divisors).tolist()
    return BatchLosses(objectness=objectness, box=box, more=more)


def _value(losses: Losses, name: str) -> float:
    return losses.more[name].value if name in losses.more else 0.0


def _divisor(losses: Losses, name: str) -> float:
    return losses.more[name].normaliser if name in losses.more else 0.0


def _means_by_level(pictures: Sequence[tuple[Grid, Losses]]) -> BatchLosses:
    """Return the losses where each level's mean is over the anchors and pairs of the whole batch."""
    sums: dict[str, Array] = {}
    counts: dict[str, Array] = {}
    for grid, losses in pictures:
        assert losses.by_level is not None
        ends = np.array([level.offset + level.count for level in grid.levels])
        level = np.searchsorted(ends, losses.rows, "right")
        of_positives = level[: len(losses.box_per_coordinate)]
        # a level's divisor is at least 1, though it may have no pair
        pairs = losses.by_level[:, 1] * (np.bincount(of_positives, minlength=len(ends)) > 0)
        parts = {
            "objectness": (level, losses.objectness_per_anchor, losses.by_level[:, 0]),
            "box": (of_positives, losses.box_per_coordinate.sum(1), pairs),
        }
        for name, term in losses.more.items():
            parts[name] = (np.searchsorted(ends, term.rows, "right"), term.per_anchor, pairs)
        for name, (which, values, count) in parts.items():
            total = np.bincount(which, values, len(ends)) * count
            sums[name], counts[name] = sums.get(name, 0) + total, counts.get(name, 0) + count
    found = {name: float((total / np.maximum(counts[name], 1)).sum()) for name, total in sums.items()}
    return BatchLosses(objectness=found.pop("objectness"), box=found.pop("box"), more=found)
