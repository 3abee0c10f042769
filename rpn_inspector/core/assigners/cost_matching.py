"""The common part of assigners by cost: anchors that may be taken, and the result of the matching as an assignment."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assigners.candidate_counts import counts, undecided
from rpn_inspector.core.assignment import Assignment, Cause, Pairs, Ragged
from rpn_inspector.core.centres_inside import PointPairs
from rpn_inspector.core.dynamic_k import IN_LOG, Matched
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
LEAST_LOG = -100.0  # a probability's logarithm is no less


class Costs(NamedTuple):
    """IoU, parts of the cost and their sum, (G, V) float32 each: G ground truths by V anchors that may be taken."""

    iou: Array
    class_cost: Array
    iou_cost: Array
    prior_cost: Array
    cost: Array


@quiet
def class_entropy(probabilities: Array, kinds: Indices) -> Array:
    """Return the sum of a column's binary entropies (G, V) float64, one-hot at each ground truth's class.

    Args:
        probabilities: (V, K) float32.
        kinds: (G,) the classes.
    """
    wide = probabilities.astype(np.float64)
    with np.errstate(divide="ignore"):
        right, wrong = np.maximum(np.log(wide), LEAST_LOG), np.maximum(np.log1p(-wide), LEAST_LOG)
    own = wrong.T[kinds] - right.T[kinds]
    return np.asarray(wrong.sum(1) * -1 + own)


@quiet
def iou_costs(iou: Array, weight: float, epsilon: float = IN_LOG) -> Array:
    """Return -weight ln(IoU + epsilon), as ``iou``."""
    return np.asarray(-np.log(iou + np.float32(epsilon)) * np.float32(weight), np.float32)


def without_prediction(candidates: PointPairs, possible: Indices, gts: int, size: int, dtype: Any) -> Assignment:
    """Return the assignment by geometry alone: what may be taken is undecided."""
    none = {name: np.zeros(gts, np.int64) for name in ("positives", "chosen", "k")}
    per_gt = counts(candidates, gts, size) | none | {"cut": np.zeros(gts, dtype)}
    return undecided(candidates, per_gt, size, dtype, possible)


def assigned(
    candidates: PointPairs,
    columns: Indices,
    costs: Costs,
    found: Matched,
    size: int,
    dtype: Any,
    listed: bool = False,
) -> Assignment:
    """Return the assignment of a matching.

    Args:
        candidates: pairs by geometry.
        columns: (V,) the anchors that may be taken, flat, repeated where ``listed``.
        costs: of each column for each ground truth.
        found: the matching.
        size: the number of anchors.
        dtype: of targets and cuts.
        listed: whether a column may repeat an anchor, and pairs keep the order of columns.
    """
    gts = len(found.k)
    anchor = columns[found.column]
    label, owner = np.zeros(size, np.int8), np.full(size, -1, np.int32)
    cause, target = np.full(size, Cause.BACKGROUND, np.uint8), np.zeros(size, dtype)
    cause[columns] = Cause.NOT_IN_TOP
    # written in order: of an anchor's several pairs the last stands
    label[anchor], owner[anchor] = 1, found.gt
    cause[anchor] = np.where(found.taken[found.gt, found.column], Cause.LOWEST_COST, Cause.TAKEN_OVER)
    target[anchor] = costs.iou[found.gt, found.column]
    per_gt = counts(candidates, gts, size) | {
        "positives": np.bincount(found.gt, minlength=gts).astype(np.int64),
        "chosen": found.taken.sum(1).astype(np.int64),
        "k": found.k,
        "cut": np.asarray(found.cut, dtype),
    }
    return Assignment(
        label=label,
        gt=owner,
        cause=cause,
        per_gt=per_gt,
        dense={"target": target},
        ragged=_pairs(candidates, columns, costs, found, size),
        listed=Pairs(anchor, found.gt) if listed else None,
    )


def _pairs(candidates: PointPairs, columns: Indices, costs: Costs, found: Matched, size: int) -> Ragged:
    """Return the candidate pairs, those taken and those owned, by ground truth and anchor, with what was measured."""
    place = np.full(size, -1, np.int64)
    place[columns] = np.arange(len(columns))
    gt, column = np.nonzero(found.taken)
    width = max(len(columns), 1)
    key = [candidates.gt * width + place[candidates.anchor], gt * width + column, found.gt * width + found.column]
    gt, column = np.divmod(np.unique(np.concatenate(key)), width)
    measured = {name: values[gt, column] for name, values in costs._asdict().items()}
    measured["chosen"] = found.taken[gt, column]
    return Ragged(anchor=columns[column], gt=gt.astype(np.int32), measured=measured)
