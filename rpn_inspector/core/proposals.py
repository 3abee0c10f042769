"""From decoded boxes to proposals or detections, with the fate of every box on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.boxes import clip, sides
from rpn_inspector.core.coder import decode
from rpn_inspector.core.losses import sigmoid, softmax
from rpn_inspector.core.nms import suppress
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import LossSpec, ProposalSpec

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


# of an anchor's several classes the one that came furthest speaks for it
FURTHEST = (Fate.LOW_SCORE, Fate.CUT_LEVEL, Fate.TOO_SMALL, Fate.SUPPRESSED, Fate.CUT_FINAL, Fate.KEPT)


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """The kept boxes in output order, and what became of the rest.

    Kept (M,): ``boxes`` (M, 4) float32 network px, clipped; ``scores`` (M,) float32; ``anchor`` (M,) flat index;
    ``classes`` (M,) from 0. Every anchor (N,): ``fate`` uint8, a `Fate`, of its class that came furthest;
    ``suppressed_by`` int32, the anchor whose box suppressed it, else -1; ``suppressed_iou`` float32 with it, 0
    elsewhere. Considered after the first top-k (C,): ``all_boxes`` (C, 4), ``all_scores``, ``all_anchor``,
    ``all_classes``.
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
    classes: Indices
    all_classes: Indices


@dataclass(slots=True)
class _Candidates:
    """Boxes on their way: anchor, class, score (C,) float32, what top-k and NMS compare, and the box (C, 4)."""

    anchor: Indices
    kind: Indices
    score: Array
    rank: Array
    boxes: Array

    def __getitem__(self, rows: Any) -> _Candidates:
        return _Candidates(self.anchor[rows], self.kind[rows], self.score[rows], self.rank[rows], self.boxes[rows])


def class_scores(logits: Array, spec: LossSpec) -> tuple[Array, Array | None]:
    """Return scores (N,) or (N, K) float32 without the background, and for yolo the confidence (N,), else None."""
    if spec.objectness == "cross_entropy" and logits.ndim == 2:
        return softmax(logits)[:, 1:].astype(np.float32), None
    if spec.objectness == "yolo" and logits.ndim == 2:
        confidence = sigmoid(logits[:, 0])
        return (sigmoid(logits[:, 1:]), confidence) if logits.shape[1] > 1 else (np.ones((len(logits), 1)), confidence)
    return sigmoid(logits), None


def objectness(logits: Array, spec: LossSpec) -> Array:
    """Return one number per anchor (N,) float32, its highest score, for maps, tables and plots."""
    scores, confidence = class_scores(logits, spec)
    best = scores.max(1) if scores.ndim == 2 else scores
    return np.asarray(best if confidence is None else best * confidence, np.float32)


def propose(
    grid: Grid,
    logits: Array,
    deltas: Array,
    recipe: Recipe,
    size: tuple[int, int],
    scale: float = 1.0,
    there: Array | None = None,
) -> Proposals:
    """Return the proposals or detections of one picture from ``logits`` (N,) or (N, K) and ``deltas`` (N, 4).

    ``size`` (h, w) is the unpadded network input boxes are clipped to, ``scale`` network / original px; ``there`` (N,)
    are the anchors that have a prediction at all, where not every one has (the others count as low scores). Sources:
    torchvision ``filter_proposals`` and ``postprocess_detections``, detectron2 ``find_top_rpn_proposals``, MMDetection
    ``predict_by_feat``, py-faster-rcnn ``ProposalLayer``, effdet ``generate_detections``.
    """
    spec = recipe.proposals
    inclusive = int(recipe.coder.inclusive)
    smallest = np.float32(spec.min_size * (scale if spec.min_size_frame == "original" else 1.0))
    rank, scores_of, allowed, confidence = _scoring(logits, recipe)
    progress: Array = np.full(rank.shape, FURTHEST.index(Fate.CUT_LEVEL), np.uint8)  # places in FURTHEST
    if there is not None:
        sparse = np.broadcast_to(there[:, None], rank.shape)
        allowed = sparse if allowed is None else allowed & sparse
    if allowed is not None:
        progress[~allowed] = FURTHEST.index(Fate.LOW_SCORE)

    def boxes_of(pairs: Indices) -> _Candidates:
        anchor, kind = np.divmod(pairs, progress.shape[1])
        boxes = decode(grid.boxes(anchor), deltas[anchor], recipe, grid.strides(anchor))
        boxes = clip(boxes, size, inclusive) if spec.clip else boxes
        return _Candidates(anchor, kind, scores_of(anchor, kind), rank[anchor, kind], boxes)

    def mark(which: _Candidates, fate: Fate) -> None:
        progress[which.anchor, which.kind] = FURTHEST.index(fate)

    def fit(which: _Candidates) -> _Candidates:
        width, height = sides(which.boxes, inclusive)
        strict = spec.min_size_rule == "greater"
        large = (width > smallest) & (height > smallest) if strict else (width >= smallest) & (height >= smallest)
        mark(which[~large], Fate.TOO_SMALL)
        scored = spec.min_score_first | (which.score >= np.float32(spec.min_score))
        mark(which[~scored], Fate.LOW_SCORE)
        return which[large & scored]

    if spec.filter_first:
        stay = fit(boxes_of(np.arange(rank.size) if allowed is None else np.flatnonzero(allowed)))
        rows = _top(stay.rank, spec.pre_nms)
        mark(stay, Fate.CUT_LEVEL)
        considered = stay = stay[rows]
    else:
        considered = boxes_of(_first_cut(grid, rank, allowed, spec))
        stay = fit(considered)
    if confidence is not None:
        stay.score = stay.score * confidence[stay.anchor]
    by_logit = spec.nms_by == "logit"
    stay = stay[np.argsort(-(stay.rank if by_logit else stay.score), kind="stable")]
    by, iou = _suppress(stay, grid, recipe)
    lost, survived = by >= 0, np.flatnonzero(by < 0)
    mark(stay[lost], Fate.SUPPRESSED)
    mark(stay[survived], Fate.CUT_FINAL)
    kept = stay[survived[: spec.post_nms]]
    mark(kept, Fate.KEPT)
    furthest = progress[:, 0] if progress.shape[1] == 1 else progress.max(1)
    fate = np.take(np.array(FURTHEST, np.uint8), furthest)
    suppressed_by, suppressed_iou = np.full(grid.size, -1, np.int32), np.zeros(grid.size, np.float32)
    told = np.flatnonzero(lost)[::-1]  # the highest score speaks last
    told = told[fate[stay.anchor[told]] == Fate.SUPPRESSED]
    suppressed_by[stay.anchor[told]], suppressed_iou[stay.anchor[told]] = stay.anchor[by[told]], iou[told]
    result = Proposals(
        kept.boxes,
        kept.score,
        kept.anchor,
        fate,
        suppressed_by,
        suppressed_iou,
        considered.boxes,
        considered.score,
        considered.anchor,
        kept.kind,
        considered.kind,
    )
    for field in fields(result):
        getattr(result, field.name).flags.writeable = False
    return result


def _columns(values: Array) -> Array:
    return values if values.ndim == 2 else values[:, None]


def _scoring(
    logits: Array, recipe: Recipe
) -> tuple[Array, Callable[[Indices, Indices], Array], Array | None, Array | None]:
    """Return what the first top-k compares (N, K), the scores of (anchor, class) pairs, and two masks or None.

    The masks: which pairs (N, K) pass the score filters that come first, and the confidence (N,) of YOLO. Where only
    logits are compared, scores are computed for the pairs asked for and not for all of 267,000 anchors.
    """
    spec = recipe.proposals
    if logits.ndim == 1 and spec.top_by == "logit" and not spec.min_score_first:
        return logits[:, None], lambda anchor, _: sigmoid(logits[anchor]), None, None
    scores, confidence = class_scores(logits, recipe.loss)
    columns = _columns(scores)
    allowed = None
    if spec.min_score_first:
        allowed = columns > np.float32(spec.min_score)
    if confidence is not None:
        sure = (confidence >= np.float32(spec.min_confidence))[:, None]
        allowed = np.broadcast_to(sure, columns.shape) if allowed is None else allowed & sure
    by_score = spec.top_by == "score" or recipe.loss.objectness in ("cross_entropy", "yolo")
    rank = columns if by_score else _columns(logits)
    return rank, lambda anchor, kind: columns[anchor, kind], allowed, confidence


def _first_cut(grid: Grid, rank: Array, allowed: Array | None, spec: ProposalSpec) -> Indices:
    """Return the (anchor, class) pairs, anchor * K + class, that pass the first top-k, in the library's order."""
    classes = rank.shape[1]
    if spec.top == "per_level":
        groups = [slice(lv.offset * classes, (lv.offset + lv.count) * classes) for lv in grid.levels]
    else:
        groups = [slice(0, rank.size)] if spec.top == "overall" else [slice(k, None, classes) for k in range(classes)]
    flat, found = rank.reshape(-1), []
    for group in groups:
        part, start, step = flat[group], group.start or 0, group.step or 1
        if allowed is None:
            chosen = _top(part, spec.pre_nms)
        else:
            chosen = np.flatnonzero(allowed.reshape(-1)[group])
            chosen = chosen[_top(part[chosen], spec.pre_nms)]
        found.append(start + chosen * step)
    return np.concatenate(found)


def _top(scores: Array, count: int) -> Indices:
    """Return the places of the ``count`` highest scores, highest first, the earlier first among equals."""
    if scores.size <= count:
        return np.argsort(-scores, kind="stable")
    threshold = np.partition(scores, scores.size - count)[scores.size - count]
    candidates = np.flatnonzero(scores >= threshold)
    return np.asarray(candidates[np.argsort(-scores[candidates], kind="stable")][:count])


def _suppress(boxes: _Candidates, grid: Grid, recipe: Recipe) -> tuple[Indices, Array]:
    """Return for each box (in NMS order) the place of its suppressor or -1, and their IoU."""
    spec, inclusive = recipe.proposals, recipe.coder.inclusive
    at_equal = spec.nms_rule == "greater_equal"
    if spec.nms_within == "all" or not len(boxes.anchor):
        return suppress(boxes.boxes, spec.nms, inclusive, at_equal)
    if spec.nms_within == "level":
        group = grid.locate(boxes.anchor).level
    else:  # torchvision's SSD counts the background as class 0
        group = boxes.kind + (1 if recipe.loss.objectness == "cross_entropy" else 0)
    if len(group) <= spec.offset_boxes_below:
        # the "coordinate trick": the shift costs bits of the coordinates, which can turn a suppression
        shift = group.astype(np.float32) * (boxes.boxes.max() + np.float32(1))
        return suppress(boxes.boxes + shift[:, None], spec.nms, inclusive, at_equal)
    return suppress(boxes.boxes, spec.nms, inclusive, at_equal, group)
