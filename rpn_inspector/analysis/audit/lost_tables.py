"""The ends and losses of ground truths in groups: by class, size and best anchor, each group's ends its sum."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.tables import SIZES, classes_of, shares_by_side, size_class

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
OVERLAPS = (0.0, 0.3, 0.5, 0.7)  # limits of the best anchor's IoU
LEVEL_PARTS = ("objectness", "box")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class EndGroups:
    """Judged ground truths in groups (k); the sum over the groups is all of them.

    Args:
        by: what the groups are of: ``all``, ``class``, ``size``, ``side``, ``best_anchor``, ``level``.
        name: (k,) the groups, in order.
        place: (m,) int64, each ground truth's group, -1 for one that is not judged.
        boxes: (k,) int64, ground truths judged.
        ends: (k, 6) int64, by `End`; the sum of a row is ``boxes``.
        with_loss: (k,) int64, ground truths with an anchor in the mini-batch.
        box: (k,) float64, the sum of the ground truths' box losses, NaN where none has a loss.
        objectness: (k,) float64, likewise of the objectness losses of the positive anchors.
    """

    by: str
    name: tuple[str, ...]
    place: Ints
    boxes: Ints
    ends: Ints
    with_loss: Ints
    box: Floats
    objectness: Floats

    @property
    def found(self) -> Floats:
        """Return the share (k,) of found ground truths, NaN for an empty group."""
        share = np.full(len(self.boxes), math.nan)
        return np.asarray(np.divide(self.ends[:, End.FOUND], self.boxes, out=share, where=self.boxes > 0))


def ends_of_all(audit: Audit, outputs: Predicted) -> EndGroups:
    """Return one group of all ground truths judged."""
    return _groups("all", ["all"], np.zeros(len(audit.side), np.int64), outputs)


def ends_by_class(audit: Audit, outputs: Predicted) -> EndGroups:
    """Return the groups of the classes."""
    names, at = classes_of(audit, outputs.judged)
    return _groups("class", names, at, outputs)


def ends_by_size(audit: Audit, outputs: Predicted) -> EndGroups:
    """Return the groups small, medium and large: COCO's areas, of the box, in original px²."""
    return _groups("size", list(SIZES), size_class(audit), outputs)


def ends_by_side(audit: Audit, outputs: Predicted) -> EndGroups:
    """Return the groups of the square root of the area, network px, by octaves; those at the ends hold the rest."""
    side = audit.side[outputs.judged]
    side = side[np.isfinite(side) & (side > 0)]
    low, high = (math.floor(math.log2(edge)) for edge in (side.min(), side.max())) if side.size else (0, 0)
    limits = 2.0 ** np.arange(low + 1, high + 1)
    names = [f"{edge:g} to {2 * edge:g}" for edge in 2.0 ** np.arange(low, high + 1)]
    return _groups("side", names, np.searchsorted(limits, np.nan_to_num(audit.side), "right"), outputs)


def found_by_side(audit: Audit) -> Floats | None:
    """Return the share found (k,) in the groups of `by_side`, NaN for an empty one; None without ends."""
    outputs = audit.predicted
    if outputs is None or not outputs.judged.any():
        return None
    return shares_by_side(audit, outputs.judged, outputs.end == End.FOUND)


def ends_by_best_anchor(audit: Audit, outputs: Predicted) -> EndGroups:
    """Return the groups of the best IoU with an anchor; the last is of ground truths without one, where there are."""
    unknown = np.isnan(audit.best_iou)
    at = np.searchsorted(OVERLAPS, np.nan_to_num(audit.best_iou), "right") - 1
    names = [f"{low:.2f} to {high:.2f}" for low, high in pairwise(OVERLAPS)] + [f"{OVERLAPS[-1]:.2f} and up"]
    names[0] = f"under {OVERLAPS[1]:.2f}"
    if (unknown & outputs.judged).any():
        names.append("not known")
    return _groups("best_anchor", names, np.where(unknown, len(OVERLAPS), at), outputs)


def ends_by_level(audit: Audit, outputs: Predicted) -> EndGroups:
    """Return the groups of the level of the best anchor; the last is of ground truths without one, where there are."""
    names, unknown = [*audit.recipe.anchors.names], audit.best_level < 0
    at = np.where(unknown, len(names), audit.best_level)
    if (unknown & outputs.judged).any():
        names.append("not known")
    return _groups("level", names, at, outputs)


def hardest(outputs: Predicted, count: int) -> Ints:
    """Return the rows of the ``count`` ground truths of the highest box loss, highest first."""
    known = np.flatnonzero(np.isfinite(outputs.gt_box))
    return known[np.argsort(-outputs.gt_box[known], kind="stable")[:count]]


def hardest_images(outputs: Predicted, count: int) -> Ints:
    """Return the ``count`` pictures of the highest total loss, highest first."""
    total = outputs.loss[:, 2]
    known = np.flatnonzero(np.isfinite(total))
    return known[np.argsort(-total[known], kind="stable")[:count]]


def _groups(by: str, names: list[str], at: Array, outputs: Predicted) -> EndGroups:
    rows, count = np.flatnonzero(outputs.judged), len(names)
    place = at[rows]
    ends = np.bincount(place * len(End) + outputs.end[rows], minlength=count * len(End)).reshape(count, len(End))
    known = np.isfinite(outputs.gt_box[rows])
    with_loss = np.bincount(place[known], minlength=count)

    def total(values: Floats) -> Floats:
        sums = np.bincount(place[known], values[rows][known], minlength=count)
        return np.asarray(np.where(with_loss > 0, sums, np.nan))

    return EndGroups(
        by=by,
        name=tuple(map(str, names)),
        place=np.where(outputs.judged, at, -1),
        boxes=ends.sum(1),
        ends=ends,
        with_loss=with_loss,
        box=total(outputs.gt_box),
        objectness=total(outputs.gt_objectness),
    )
