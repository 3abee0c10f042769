"""What a training has moved in one picture between two steps: each ground truth's positives, and the losses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.trained_picture import same_picture

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MovedSince:
    """One picture at two steps, assigned anew from the outputs of each: only the network differs.

    Args:
        before: (G,) each ground truth's positive anchors at the earlier step.
        now: (G,) at the later one.
        new: (G,) anchors that are its positives now and were not.
        lost: (G,) anchors that were and are not.
        new_anchor: (n,) flat, ascending: positive for a ground truth they were not positive for.
        lost_anchor: (m,) flat, ascending, the reverse.
        losses: by the recipe's name of each loss, of the picture alone, at both steps; `total` last.
        classes: (G,) what each ground truth is called.
    """

    before: Counts
    now: Counts
    new: Counts
    lost: Counts
    new_anchor: Counts
    lost_anchor: Counts
    losses: Mapping[str, tuple[float, float]]
    classes: tuple[str, ...]


def moved_since(sample: Sample, recipe: Recipe, before: Prediction, now: Prediction) -> MovedSince:
    """Return what has moved between the outputs of two steps; raises `InspectorError` for two different pictures."""
    if not same_picture(before.trained, now.trained):
        raise InspectorError(f"{sample.name}: another picture at each of the two steps, wanted the same")
    one, other = (inspect(sample, recipe, each) for each in (before, now))
    if one.grid.size != other.grid.size or len(one.gt) != len(other.gt):
        raise InspectorError(f"{sample.name}: another input or other ground truths at the two steps, wanted the same")
    count, size = len(one.gt), max(one.grid.size, 1)
    pairs = [_pairs(each, size) for each in (one, other)]
    new, lost = (np.setdiff1d(a, b, assume_unique=True) for a, b in (pairs[::-1], pairs))
    return MovedSince(
        before=np.bincount(pairs[0] // size, minlength=count),
        now=np.bincount(pairs[1] // size, minlength=count),
        new=np.bincount(new // size, minlength=count),
        lost=np.bincount(lost // size, minlength=count),
        new_anchor=np.unique(new % size),
        lost_anchor=np.unique(lost % size),
        losses=_losses(one, other),
        classes=tuple(other.sample.class_name(gt) for gt in range(count)),
    )


def _pairs(one: Inspection, size: int) -> Counts:
    """Return gt * size + anchor (n,) of each pair, once and ascending."""
    pairs = one.assignment.pairs
    return np.unique(pairs.gt.astype(np.int64) * size + pairs.anchor)


def _losses(one: Inspection, other: Inspection) -> dict[str, tuple[float, float]]:
    if one.loss is None or other.loss is None:
        return {}
    parts = [{"box": each.box, "objectness": each.objectness} for each in (one.loss, other.loss)]
    for part, each in zip(parts, (one.loss, other.loss), strict=True):
        part |= {name: term.value for name, term in each.more.items()} | {"total": each.total}
    called = one.recipe.loss.called
    return {called(name): (parts[0][name], parts[1][name]) for name in parts[0] if name in parts[1]}
