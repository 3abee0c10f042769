"""From decoded boxes to proposals, with the fate of every box on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.boxes import clip, iou_with, sides
from rpn_inspector.core.coder import decode
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.recipe import ProposalSpec, Recipe

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


class Fate(IntEnum):
    """What became of a decoded box."""

    KEPT = 0
    SUPPRESSED = 1
    CUT_LEVEL = 2
    CUT_FINAL = 3
    TOO_SMALL = 4
    LOW_SCORE = 5


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """The kept boxes in output order, and what became of the rest.

    Kept (M,): ``boxes`` (M, 4) float32 network px, clipped; ``scores`` (M,) float32; ``anchor`` (M,) flat index.
    Every anchor (N,): ``fate`` uint8, a `Fate`; ``suppressed_by`` int32, the anchor whose box suppressed it, else -1;
    ``suppressed_iou`` float32 with it, 0 elsewhere. Considered after the first top-k (C,): ``all_boxes`` (C, 4),
    ``all_scores``, ``all_anchor``.
    """

    boxes: Array
    scores: Array
    anchor: Indices
    fate: npt.NDArray[np.uint8]
    suppressed_by: npt.NDArray[np.int32]
    suppressed_iou: Array
    all_boxes: Array
    all_scores: Array
    all_anchor: Indices


def propose(
    grid: Grid, logits: Array, deltas: Array, recipe: Recipe, size: tuple[int, int], scale: float = 1.0
) -> Proposals:
    """Return the proposals of one picture from flat ``logits`` (N,) and ``deltas`` (N, 4).

    ``size`` (h, w) is the unpadded network input boxes are clipped to, ``scale`` network / original px. Sources:
    torchvision ``RegionProposalNetwork.filter_proposals``, py-faster-rcnn ``ProposalLayer``.
    """
    spec = recipe.proposals
    inclusive = int(recipe.coder.inclusive)
    fate = np.full(grid.size, Fate.CUT_LEVEL, np.uint8)
    smallest = np.float32(spec.min_size * (scale if spec.min_size_frame == "original" else 1.0))
    if spec.filter_first:
        anchor = np.arange(grid.size)
    else:
        anchor = np.concatenate([level.offset + _top(logits[_slice(level)], spec.pre_nms) for level in grid.levels])
    boxes = clip(decode(grid.boxes(anchor), deltas[anchor], recipe), size, inclusive)
    scores = sigmoid(logits[anchor])
    all_boxes, all_scores, all_anchor = boxes, scores, anchor
    width, height = sides(boxes, inclusive)
    large = (width >= smallest) & (height >= smallest)
    scored = scores >= spec.min_score
    fate[anchor[~scored]], fate[anchor[~large]] = Fate.LOW_SCORE, Fate.TOO_SMALL
    stay = np.flatnonzero(large & scored)
    if spec.filter_first:
        stay = stay[_top(logits[anchor[stay]], spec.pre_nms)]
        all_boxes, all_scores, all_anchor = boxes[stay], scores[stay], anchor[stay]
    boxes, scores, anchor = boxes[stay], scores[stay], anchor[stay]
    order = np.argsort(-scores, kind="stable")
    boxes, scores, anchor = boxes[order], scores[order], anchor[order]
    by, iou = _suppress(boxes, anchor, grid, spec, inclusive)
    survived = np.flatnonzero(by < 0)
    suppressed_by = np.full(grid.size, -1, np.int32)
    suppressed_iou = np.zeros(grid.size, np.float32)
    lost = by >= 0
    suppressed_by[anchor[lost]], suppressed_iou[anchor[lost]] = anchor[by[lost]], iou[lost]
    fate[anchor[lost]] = Fate.SUPPRESSED
    kept = survived[: spec.post_nms]
    fate[anchor[survived]], fate[anchor[kept]] = Fate.CUT_FINAL, Fate.KEPT
    result = (
        boxes[kept],
        scores[kept],
        anchor[kept].astype(np.int64),
        fate,
        suppressed_by,
        suppressed_iou,
        all_boxes,
        all_scores,
        all_anchor.astype(np.int64),
    )
    for array in result:
        array.flags.writeable = False
    return Proposals(*result)


def _slice(level: Any) -> slice:
    return slice(level.offset, level.offset + level.count)


def _top(scores: Array, count: int) -> Indices:
    """Return the places of the ``count`` highest scores, highest first, the earlier first among equals."""
    if scores.size <= count:
        return np.argsort(-scores, kind="stable")
    threshold = np.partition(scores, scores.size - count)[scores.size - count]
    candidates = np.flatnonzero(scores >= threshold)
    return np.asarray(candidates[np.argsort(-scores[candidates], kind="stable")][:count])


def _suppress(boxes: Array, anchor: Indices, grid: Grid, spec: ProposalSpec, inclusive: int) -> tuple[Indices, Array]:
    """Return for each box (score order) the place of its suppressor or -1, and their IoU."""
    by, iou = np.full(len(boxes), -1, np.int64), np.zeros(len(boxes), np.float32)
    if not len(boxes):
        return by, iou
    if spec.top == "overall":
        return greedy_nms(boxes, spec, inclusive)
    level = grid.locate(anchor).level
    if len(boxes) <= spec.offset_boxes_below:
        # torchvision's "coordinate trick": the shift costs bits of the coordinates, which can turn a suppression
        shift = level.astype(np.float32) * (boxes.max() + np.float32(1))
        return greedy_nms(boxes + shift[:, None], spec, inclusive)
    for number in range(len(grid.levels)):
        rows = np.flatnonzero(level == number)
        row_by, row_iou = greedy_nms(boxes[rows], spec, inclusive)
        lost = row_by >= 0
        by[rows[lost]], iou[rows[lost]] = rows[row_by[lost]], row_iou[lost]
    return by, iou


def greedy_nms(boxes: Array, spec: ProposalSpec, inclusive: int = 0) -> tuple[Indices, Array]:
    """Return for each of ``boxes`` (n, 4), in score order, the place of the box that suppresses it or -1, and the IoU.

    A box is suppressed by the first survivor above it whose IoU, in float32, is over (or at) ``spec.nms`` in double.
    """
    count = len(boxes)
    by, iou = np.full(count, -1, np.int64), np.zeros(count, np.float32)
    alive = np.arange(count)
    limit = spec.nms
    while alive.size:
        first, rest = alive[0], alive[1:]
        overlap = iou_with(boxes[first], boxes[rest], inclusive)
        wide = overlap.astype(np.float64)
        gone = wide > limit if spec.nms_rule == "greater" else wide >= limit
        by[rest[gone]], iou[rest[gone]] = first, overlap[gone]
        alive = rest[~gone]
    return by, iou
