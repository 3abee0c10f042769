"""The result of every assigner: each anchor's label and cause, and the arrays the assigner declares by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.values import Later, read_only

Array = npt.NDArray[Any]


UNDECIDED = -2  # the label of an anchor that only a prediction could decide about, where there is none


class Cause(IntEnum):
    """Why an anchor bears its label."""

    BACKGROUND = 0
    BETWEEN_THRESHOLDS = 1
    OVERLAP = 2
    BEST_FOR_GT = 3
    OUTSIDE_IMAGE = 4
    CROWD = 5
    OTHER_CELL = 6
    ADAPTIVE = 7
    UNDER_MEAN = 8
    CENTRE_OUTSIDE = 9
    TAKEN_OVER = 10
    RATIO = 11
    NEIGHBOUR_CELL = 12
    UNDECIDED = 13
    TOP_METRIC = 14
    LOWEST_COST = 15
    NOT_IN_TOP = 16
    NOT_KEPT = 17
    BEST_SHAPE = 18
    SIMILAR_SHAPE = 19
    PREDICTION_FITS = 20


IGNORING = frozenset({Cause.BETWEEN_THRESHOLDS, Cause.OUTSIDE_IMAGE, Cause.CROWD, Cause.PREDICTION_FITS})
"""The causes of an ignored anchor."""


def may_ignore(causes: Iterable[Cause]) -> bool:
    """Return whether an assigner of these ``causes`` ignores anchors."""
    return not IGNORING.isdisjoint(causes)


class Pairs(NamedTuple):
    """Anchors (M,) int64, flat, each with the ground truth (M,) int64 of the assignment, in the library's order."""

    anchor: npt.NDArray[np.int64]
    gt: npt.NDArray[np.int64]


class Held(NamedTuple):
    """An array of an `Assignment` known by name.

    Args:
        words: the meaning.
        dtype: of the values; None for the grid's.
        missing: the value of a ground truth outside the assignment.
        numbers: whether the values are ground truths, counted from 0, -1 none.
    """

    words: str
    dtype: type[np.generic] | None = np.int64
    missing: int = 0
    numbers: bool = False


PER_GT: Mapping[str, Held] = {
    "positives": Held("the number of positive anchors"),
    "low_quality": Held("the number of low-quality matches among the positives"),
    "best": Held("the best IoU with any anchor compared", None),
    "best_anchor": Held("the first anchor of the best IoU, flat, -1 none", missing=-1),
    "ties": Held("the number of anchors with the best IoU"),
    "candidates": Held("the number of anchors compared"),
    "slots": Held("the number of anchors, each counted once, where pairs may repeat"),
    "contested": Held("the number of candidates that are another ground truth's too"),
    "k": Held("the number of candidates it may take, by the sum of its best IoUs"),
    "chosen": Held("the number of candidates it took, before another could take them over"),
    "cut": Held("the metric or cost of the last candidate it took, 0 without", None),
    "layer": Held("the number of the layer with the shape most like its own, from 1, 0 none"),
    "layers": Held("the layers it is paired in, of each its bit, the first layer's 1"),
    "shape": Held("the IoU of shapes with the most similar anchor", None),
    "ratio": Held("the least factor that an anchor's sides are its own times or over; infinite without sides", None),
    "threshold": Held("the IoU from which a candidate may be positive", None),
}
"""By name, the arrays (G,) an assigner may declare; ``positives`` is every assigner's."""

DENSE: Mapping[str, Held] = {
    "iou": Held("the best IoU with any ground truth compared", None),
    "target": Held("the soft target of a positive anchor's class, 0 elsewhere", None),
    "best_gt": Held("the ground truth of the best IoU, the first at a tie, -1 none", np.int32, numbers=True),
}
"""By name, the arrays (N,) an assigner may declare."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Ragged:
    """Candidate pairs with the numbers measured, for an assigner that compares few anchors with each ground truth.

    Args:
        anchor: (M,) int64, flat.
        gt: (M,) int32, the ground truth.
        measured: (M,) each, by name.
    """

    anchor: npt.NDArray[np.int64]
    gt: npt.NDArray[np.int32]
    measured: Mapping[str, Array]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Assignment:
    """Every anchor's label and cause, and the arrays the assigner declares.

    Properties read declared arrays by name: None for an array the assigner has not.

    Args:
        label: (N,) int8, 1 positive, 0 negative, -1 ignored, -2 undecided without outputs.
        gt: (N,) int32, the ground truth assigned to a positive anchor, of several the last listed, else -1.
        cause: (N,) uint8, a `Cause`.
        per_gt: (G,) each, by the names of `PER_GT`.
        dense: (N,) each, by the names of `DENSE`; they may be computed when first asked for.
        ragged: the candidate pairs, None for an assigner by dense arrays.
        listed: the pairs in the library's order where an anchor may have several, None where ``gt`` says all.
        origin: whether the assigner computed the labels or a trainer recorded them.
    """

    label: npt.NDArray[np.int8]
    gt: npt.NDArray[np.int32]
    cause: npt.NDArray[np.uint8]
    per_gt: Mapping[str, Array]
    dense: Mapping[str, Array] = field(default_factory=dict)
    ragged: Ragged | None = None
    listed: Pairs | None = None
    origin: Literal["computed", "recorded"] = "computed"

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def pairs(self) -> Pairs:
        """Return the pairs as listed, or every positive anchor with its ground truth, by ascending anchor."""
        if self.listed is not None:
            return self.listed
        anchor = np.flatnonzero(self.label == 1)
        return Pairs(anchor, self.gt[anchor].astype(np.int64))

    @property
    def iou(self) -> Array | None:
        """Return each anchor's best IoU with any ground truth compared (N,), in the recipe's precision."""
        return self.dense.get("iou")

    @property
    def best_gt(self) -> npt.NDArray[np.int32] | None:
        """Return the ground truth of ``iou`` (N,), the first at a tie, -1 where none was compared."""
        return self.dense.get("best_gt")

    @property
    def gt_best_iou(self) -> Array | None:
        """Return each ground truth's best IoU with any anchor compared (G,), in the recipe's precision."""
        return self.per_gt.get("best")

    @property
    def gt_best_anchor(self) -> npt.NDArray[np.int64] | None:
        """Return the first anchor of ``gt_best_iou`` (G,), flat, -1 none."""
        return self.per_gt.get("best_anchor")

    @property
    def gt_ties(self) -> npt.NDArray[np.int64] | None:
        """Return the number of anchors with ``gt_best_iou`` (G,)."""
        return self.per_gt.get("ties")

    @property
    def gt_positives(self) -> npt.NDArray[np.int64]:
        """Return each ground truth's number of positive anchors (G,)."""
        return self.per_gt["positives"]

    @property
    def unmatched(self) -> npt.NDArray[np.bool_]:
        """Return the mask (G,) of ground truths without positive anchors; where undecided, without candidates."""
        if "candidates" in self.per_gt and (self.label == UNDECIDED).any():
            return np.asarray(self.per_gt["candidates"] == 0)
        return np.asarray(self.gt_positives == 0)

    @property
    def gt_low_quality(self) -> npt.NDArray[np.int64]:
        """Return the number of low-quality matches among ``gt_positives`` (G,), 0 under a rule without such matches."""
        found = self.per_gt.get("low_quality")
        return np.zeros_like(self.gt_positives) if found is None else found

    def of_sample(self, used: npt.NDArray[np.bool_]) -> Assignment:
        """Return the assignment with ground truths numbered as in the sample, given the mask (G,) of those assigned."""
        if used.all():
            return self
        ragged, listed = self.ragged, self.listed
        return replace(
            self,
            gt=renumbered(self.gt, used),
            dense=dense_of_sample(self.dense, used),
            per_gt=per_gt_of_sample(self.per_gt, used),
            ragged=None if ragged is None else replace(ragged, gt=renumbered(ragged.gt, used)),
            listed=None if listed is None else Pairs(listed.anchor, renumbered(listed.gt, used).astype(np.int64)),
        )


def renumbered(gt: Array, used: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    """Return numbers of used ground truths, -1 none, as numbers in the sample, given the mask ``used`` (G,)."""
    number = np.append(np.flatnonzero(used), -1).astype(np.int32)  # index -1 reads the last entry, -1
    return number[gt]


def dense_of_sample(dense: Mapping[str, Array], used: npt.NDArray[np.bool_]) -> Mapping[str, Array]:
    """Return arrays (N,) by the names of `DENSE` with ground truths numbered as in the sample."""
    if isinstance(dense, Later):
        return Later(tuple(dense), lambda: dense_of_sample(dict(dense), used))
    return {name: renumbered(values, used) if DENSE[name].numbers else values for name, values in dense.items()}


def per_gt_of_sample(per_gt: Mapping[str, Array], used: npt.NDArray[np.bool_]) -> dict[str, Array]:
    """Return arrays by the names of `PER_GT` over all ground truths of the sample (G,)."""
    found = {}
    for name, values in per_gt.items():
        # of a ground truth out of the assignment nothing is known: each array has its own value for that
        found[name] = np.full(len(used), PER_GT[name].missing, values.dtype)
        found[name][used] = values
    return found
