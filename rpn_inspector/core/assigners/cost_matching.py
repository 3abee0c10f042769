"""The common part of assigners by cost: anchors that may be taken, and the result of the matching as an assignment."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.candidate_counts import counts, undecided
from rpn_inspector.core.assignment import Assignment, Cause, Pairs, Ragged
from rpn_inspector.core.centres_inside import PointPairs
from rpn_inspector.core.dynamic_k import IN_LOG, Matched, in_blocks, matched
from rpn_inspector.core.positives import PictureByPicture
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
    """Return the sum of a column's binary entropies (G, V) float32, one-hot at each ground truth's class.

    Args:
        probabilities: (V, K) float32.
        kinds: (G,) the classes.
    """
    wide = probabilities.astype(np.float64)
    with np.errstate(divide="ignore"):
        right, wrong = np.maximum(np.log(wide), LEAST_LOG), np.maximum(np.log1p(-wide), LEAST_LOG)
    base, own = wrong.sum(1) * -1, wrong.T - right.T
    return in_blocks(len(kinds), len(wide), lambda rows: np.asarray(base + own[kinds[rows]]))


@quiet
def iou_costs(iou: Array, weight: float, epsilon: float = IN_LOG) -> Array:
    """Return -weight ln(IoU + epsilon), as ``iou``."""
    return np.asarray(-np.log(iou + np.float32(epsilon)) * np.float32(weight), np.float32)


class CheapestPoints(PictureByPicture):
    """A rule that matches each ground truth with its cheapest points, by candidates and costs of the rule's own."""

    __slots__ = ()
    topk: int

    def candidates(self, grid: Grid, gt: Array) -> PointPairs:
        """Return the anchors that may be taken for ``gt`` (G, 4), network px."""
        raise NotImplementedError

    def costs(self, grid: Grid, columns: Indices, gt: Array, answers: Answers) -> Costs:
        """Return the costs of anchors ``columns`` (V,), flat and ascending, for ground truths ``gt`` (G, 4)."""
        raise NotImplementedError

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors; without ``answers`` candidates are undecided, all others negative.

        Args:
            grid: N anchors, network px; their centres count.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: not used.
            regions: not used.
            padded_size: not used.
            answers: what the network says, None without a prediction.
        """
        boxes = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
        candidates = self.candidates(grid, boxes)
        columns = np.unique(candidates.anchor)
        if answers is None:
            return without_prediction(candidates, columns, len(boxes), grid.size, grid.dtype)
        costs = self.costs(grid, columns, boxes, answers)
        found = matched(costs.cost, costs.iou, self.topk)
        return assigned(candidates, columns, costs, found, grid.size, grid.dtype)


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
    # a column may repeat an anchor: a pair is listed once, as taken where any of them was
    order = np.lexsort((~found.taken[gt, column], columns[column], gt))
    first = np.unique(gt[order] * size + columns[column[order]], return_index=True)[1]
    gt, column = gt[order][first], column[order][first]
    measured = {name: values[gt, column] for name, values in costs._asdict().items()}
    measured["chosen"] = found.taken[gt, column]
    return Ragged(anchor=columns[column], gt=gt.astype(np.int32), measured=measured)
