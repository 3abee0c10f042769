"""Who takes part in a second stage, proposals and ground truths, and each one's label."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.second_stage.stage import Stage
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]
NO_SOURCE = -1  # a ground truth among the candidates


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The C boxes of a second stage as a grid of one cell, in the library's order.

    Args:
        grid: the boxes, network px.
        source: (C,) int64, the row of each in the list of proposals, -1 a ground truth.
        assignment: labels and causes; ground truths numbered as in the list given.
    """

    grid: Grid
    source: npt.NDArray[np.int64]
    assignment: Assignment

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


def candidates_of(
    proposals: Array, gt: Array, stage: Stage, dtype: str, size: tuple[int, int], regions: Array | None = None
) -> Candidates:
    """Return proposals and ground truths with labels.

    Sources: torchvision ``RoIHeads.select_training_samples``, detectron2 ``label_and_sample_proposals``, MMDetection
    ``SamplingResult`` and ``add_gt_``, py-faster-rcnn ``ProposalTargetLayer``.

    Args:
        proposals: (R, 4) network px.
        gt: (G, 4) network px, the ground truths in use.
        stage: the conventions.
        dtype: precision of the IoU.
        size: (h, w) network px before padding.
        regions: (I, 4) ignored regions, network px.
    """
    boxes, count = np.asarray(proposals, np.float32).reshape(-1, 4), len(gt)
    source = np.arange(len(boxes))
    if stage.add_gt == "last":
        boxes = np.concatenate([boxes, np.asarray(gt, np.float32).reshape(-1, 4)])
        source = np.append(source, np.full(count, NO_SOURCE))
    if len(boxes):
        assignment = stage.matcher.assign(Grid.of_boxes(boxes, dtype), gt, size, regions)
    else:
        assignment = _of_nobody(count, dtype)
    if stage.add_gt == "first":
        boxes = np.concatenate([np.asarray(gt, np.float32).reshape(-1, 4), boxes])
        source = np.append(np.full(count, NO_SOURCE), source)
        assignment = _with_gt_first(assignment, count)
    return Candidates(Grid.of_boxes(boxes, dtype), source, assignment)


def _of_nobody(count: int, dtype: str) -> Assignment:
    """Return the assignment of no candidate to ``count`` ground truths."""
    none, zero = np.zeros(0, np.int32), np.zeros(count, np.int64)
    return Assignment(
        label=none.astype(np.int8),
        gt=none,
        cause=none.astype(np.uint8),
        per_gt={
            "positives": zero,
            "low_quality": zero,
            "best": zero.astype(dtype),
            "best_anchor": zero - 1,
            "ties": zero,
        },
        dense={"iou": none.astype(dtype), "best_gt": none},
    )


def _with_gt_first(assignment: Assignment, count: int) -> Assignment:
    """Return the assignment with ``count`` ground truths before the proposals, each its own positive of IoU 1."""
    one = assignment
    ahead = {"iou": np.ones(count), "best_gt": np.arange(count)}
    per_gt = {**one.per_gt, "positives": one.per_gt["positives"] + 1}
    if "best_anchor" in per_gt:  # of the proposals, whose numbers rise
        per_gt["best_anchor"] = np.where(per_gt["best_anchor"] >= 0, per_gt["best_anchor"] + count, -1)
    return replace(
        one,
        label=np.concatenate([np.ones(count, one.label.dtype), one.label]),
        gt=np.concatenate([np.arange(count, dtype=one.gt.dtype), one.gt]),
        cause=np.concatenate([np.full(count, Cause.OVERLAP, one.cause.dtype), one.cause]),
        dense={name: np.concatenate([ahead[name].astype(part.dtype), part]) for name, part in one.dense.items()},
        per_gt=per_gt,
    )
