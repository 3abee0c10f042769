"""Each anchor's best IoU and each ground truth's: of the assignment, or computed for an assigner without IoU."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment, dense_of_sample, per_gt_of_sample
from rpn_inspector.core.ignored import Regions, Use
from rpn_inspector.core.matcher import PictureBoxes, best_of, compared
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BestOverlaps:
    """The best IoUs of all anchors and ground truths, in the recipe's precision.

    Args:
        dense: ``iou`` and ``best_gt`` (N,), which may be computed when first asked for.
        gt_best_iou: (G,) the best IoU with any anchor compared.
        gt_best_anchor: (G,) int64, the first anchor of ``gt_best_iou``, flat, -1 none; by an assigner without IoU
            also where no anchor overlaps.
        gt_ties: (G,) int64, the number of anchors with ``gt_best_iou``.
    """

    dense: Mapping[str, Array]
    gt_best_iou: Array
    gt_best_anchor: npt.NDArray[np.int64]
    gt_ties: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def iou(self) -> Array:
        """Return each anchor's best IoU with any ground truth compared (N,)."""
        return self.dense["iou"]

    @property
    def best_gt(self) -> npt.NDArray[np.int32]:
        """Return the ground truth of ``iou`` (N,) int32, the first at a tie, -1 where none was compared."""
        return self.dense["best_gt"]


def best_overlaps(
    assignment: Assignment,
    grid: Grid,
    gt: Array,
    used: npt.NDArray[np.bool_],
    size: tuple[int, int],
    inclusive: bool = False,
) -> BestOverlaps:
    """Return the best overlaps: declared arrays of ``assignment``, else every anchor's and every used ground truth's.

    Args:
        assignment: over all G ground truths of the picture.
        grid: N anchors, network px.
        gt: (G, 4) network px.
        used: (G,) the ground truths in the assignment.
        size: (h, w) network px of the resized picture.
        inclusive: whether widths are x2 - x1 + 1.
    """
    dense, per_gt = assignment.dense, assignment.per_gt
    # an assigner that compares IoU declares the arrays: its precision, its order at ties, and not the work twice
    if not ({"iou", "best_gt"} <= set(dense) and {"best", "best_anchor", "ties"} <= set(per_gt)):
        picture = PictureBoxes.of(grid, gt[used], size, None, None)
        # nothing is left out at the border or on ignored regions: an overlap to be read, which decides no label
        found = compared(grid, picture, Use(), Regions(), inclusive)
        dense = dense_of_sample({"iou": found.iou, "best_gt": found.best_gt}, used)
        best = best_of(grid, found.highest, found.ties)
        # where no tie of IoU 0 makes an anchor positive, none of those anchors is one's best
        best |= {"best_anchor": np.where(best["best"] > 0, best["best_anchor"], -1)}
        per_gt = per_gt_of_sample(best, used)
    return BestOverlaps(
        dense=dense,
        gt_best_iou=per_gt["best"],
        gt_best_anchor=per_gt["best_anchor"],
        gt_ties=per_gt["ties"],
    )
