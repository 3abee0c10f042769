"""From decoded boxes to proposals or detections, with the fate of every box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.boxes import iou_with, sides
from rpn_inspector.core.decoding import FractionCoordinates, PixelCoordinates, coordinates
from rpn_inspector.core.fate import Fate as Fate
from rpn_inspector.core.losses import sigmoid, softmax
from rpn_inspector.core.nms import suppress
from rpn_inspector.core.ranking import descending, top
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import LossSpec, ProposalSpec
from rpn_inspector.core.values import quiet, read_only

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


# an anchor with several classes has one fate: that of the class that came furthest
FURTHEST = (
    Fate.NO_BOX,
    Fate.LOW_SCORE,
    Fate.CUT_LEVEL,
    Fate.TOO_SMALL,
    Fate.SUPPRESSED,
    Fate.CUT_FINAL,
    Fate.KEPT,
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Proposals:
    """The kept boxes in output order, and the fate of every anchor's box.

    Args:
        boxes: (M, 4) float32, the kept boxes, network px, clipped as the recipe clips.
        scores: (M,) float32.
        anchor: (M,) int64, flat index.
        fate: (N,) uint8, a `Fate`, of the anchor's class that came furthest; NO_BOX where none was put on the anchor,
            or an edge of the one decoded is not finite.
        suppressed_by: (N,) int32, the anchor of the suppressor, -1 none.
        suppressed_iou: (N,) float32, the IoU with the suppressor's box, 0 without a suppressor.
        all_boxes: (C, 4) float32, the boxes considered after the first top-k.
        all_scores: (C,) float32.
        all_anchor: (C,) int64, flat index.
        classes: (M,) int64, from 0; of decoded boxes put back, as `Prediction.kinds` numbers the classes.
        pair_fate: (N * K,) uint8, the fate of each of an anchor's K classes, flat as anchor * K + class.
        suppressed_pair: (S,) int64, the pairs suppressed, flat as in ``pair_fate``, ascending.
        suppressor_pair: (S,) int64, the suppressors of the same.
        compared: (S, 2, 4) float32, the two boxes NMS compared, the suppressed one first, in its coordinates: px or
            fractions, groups shifted apart where they were.
        compared_inclusive: whether NMS counted their sides as x2 - x1 + 1.
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
    pair_fate: npt.NDArray[np.uint8]
    suppressed_pair: Indices
    suppressor_pair: Indices
    compared: Array
    compared_inclusive: bool

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    def compared_of(self, anchor: int) -> Array:
        """Return the boxes (2, 4) float32 whose IoU is ``suppressed_iou`` of ``anchor``, a suppressed one, first."""
        classes = len(self.pair_fate) // len(self.fate)
        first, last = self.suppressed_pair.searchsorted([anchor * classes, (anchor + 1) * classes])
        rows = np.arange(first, last)
        rows = rows[self.suppressor_pair[rows] // classes == self.suppressed_by[anchor]]
        found = self.compared[rows]
        # several classes of the anchor may have lost to the same: the one whose IoU is told
        overlaps = [iou_with(one, other[None], int(self.compared_inclusive))[0] for one, other in found]
        return np.asarray(found[np.abs(np.array(overlaps) - self.suppressed_iou[anchor]).argmin()])


@dataclass(slots=True)
class _Candidates:
    """Boxes on the way from the first top-k to the kept boxes, (C,) each.

    ``pair`` is anchor * K + class, ``rank`` the number top-k and NMS compare, ``boxes`` (C, 4) network px.
    """

    pair: Indices
    anchor: Indices
    score: Array
    rank: Array
    boxes: Array

    def __getitem__(self, rows: Indices) -> _Candidates:
        return _Candidates(*(np.take(getattr(self, field.name), rows, 0) for field in fields(self)))


def class_scores(logits: Array, spec: LossSpec) -> tuple[Array, Array | None]:
    """Return scores (N,) or (N, K) float32 without the background, and YOLO's confidence (N,) or None."""
    if spec.objectness == "cross_entropy" and logits.ndim == 2:
        return softmax(logits)[:, 1:].astype(np.float32), None
    if spec.objectness == "yolo" and logits.ndim == 2:
        confidence = sigmoid(logits[:, 0])
        # a YOLO output of the confidence alone stands for one class of probability 1
        return (sigmoid(logits[:, 1:]), confidence) if logits.shape[1] > 1 else (np.ones((len(logits), 1)), confidence)
    return sigmoid(logits), None


def objectness(logits: Array, spec: LossSpec) -> Array:
    """Return one number per anchor (N,) float32, its highest score, for maps, tables and plots."""
    if logits.ndim == 2 and spec.objectness not in ("cross_entropy", "yolo"):
        return sigmoid(logits.max(1))  # which rises with the logit: the highest score is the highest logit's
    scores, confidence = class_scores(logits, spec)
    best = scores.max(1) if scores.ndim == 2 else scores
    return np.asarray(best if confidence is None else best * confidence, np.float32)


@quiet
def propose(
    grid: Grid,
    logits: Array,
    deltas: Array,
    recipe: Recipe,
    size: tuple[int, int],
    scale: float = 1.0,
    there: Array | None = None,
    kinds: Indices | None = None,
    centreness: Array | None = None,
    padded: tuple[int, int] | None = None,
) -> Proposals:
    """Return the proposals or detections of one picture.

    Sources: torchvision ``filter_proposals`` and ``postprocess_detections``, detectron2 ``find_top_rpn_proposals``,
    MMDetection ``predict_by_feat``, py-faster-rcnn ``ProposalLayer``, effdet ``generate_detections``.

    Args:
        grid: N anchors, network px.
        logits: (N,) or (N, K) float32.
        deltas: (N, 4) float32, in the recipe's order of coordinates.
        recipe: the steps, thresholds and counts.
        size: (h, w) network px before padding, to which boxes are clipped.
        scale: network px / original px, for a smallest side in original px.
        there: (N,) bool, the anchors with a prediction, None for all; the others have no box.
        kinds: (N,) int64, each anchor's class where one column stands for boxes of several classes, -1 none; None where
            the columns are the classes.
        centreness: (N,) logits, by whose sigmoid scores are multiplied after the filters and the top-k; None without.
        padded: (h, w) network px with padding, of which a recipe may take fractions; None: as ``size``.
    """
    spec = recipe.proposals
    frame = coordinates(spec, size, padded or size)
    scoring = replace(_scoring(logits, recipe, there), kinds=kinds)
    if centreness is not None:
        scoring = replace(scoring, confidence=sigmoid(centreness))
    classes = scoring.rank.shape[1]
    # a pair that no later step meets was cut by the first top-k, so that is the fate to start from
    fates = np.full(scoring.rank.size, Fate.CUT_LEVEL, np.uint8)  # of each (anchor, class) pair
    if scoring.allowed is not None:
        fates[~scoring.allowed.reshape(-1)] = Fate.LOW_SCORE
    if there is not None:
        fates[np.repeat(~there, classes)] = Fate.NO_BOX
    # float32 as the sides, so that a side equal to the limit compares as in the library
    smallest = np.float32(spec.min_size * (scale if spec.min_size_frame == "original" else 1.0))

    def boxes_of(pairs: Indices) -> _Candidates:
        anchor = pairs // classes
        strides = grid.strides(anchor) if recipe.coder.needs_stride else None
        boxes = recipe.coder.decode(frame.of(grid.boxes(anchor)), np.take(deltas, anchor, 0), strides)
        # clipped before the size filter: a box mostly outside may be too small inside
        boxes = frame.clipped(boxes, int(recipe.coder.inclusive)) if spec.clip else boxes
        rank = np.take(scoring.rank, pairs)
        return _Candidates(pair=pairs, anchor=anchor, score=scoring.scores_of(pairs), rank=rank, boxes=boxes)

    if spec.filter_first:
        # py-faster-rcnn: the size filter sees every box, and top-k counts the fitting boxes only
        allowed = np.arange(fates.size) if scoring.allowed is None else np.flatnonzero(scoring.allowed)
        stay = _fit(boxes_of(allowed), fates, classes, recipe, smallest, frame)
        fitting = np.zeros(scoring.rank.shape, bool)
        fitting.reshape(-1)[stay.pair] = True
        chosen = _first_cut(grid, replace(scoring, allowed=fitting), spec)
        # stay ascends by pair and holds every chosen pair, so the search finds the exact places
        considered = stay = stay[stay.pair.searchsorted(chosen)]
    else:
        considered = boxes_of(_first_cut(grid, scoring, spec))
        stay = _fit(considered, fates, classes, recipe, smallest, frame)
    if scoring.confidence is not None:
        # YOLO's score is confidence times class probability, but thresholds and top-k before here look at the parts
        stay = replace(stay, score=stay.score * scoring.confidence[stay.anchor])
    # stable, highest first: the libraries' NMS and final top-k break ties by the earlier place
    stay = stay[descending(stay.rank if spec.nms_by == "logit" else stay.score)]

    def kinds_of(found: _Candidates) -> Indices:
        return found.pair - found.anchor * classes if kinds is None else kinds[found.anchor]

    inclusive = recipe.coder.inclusive or spec.nms_inclusive
    compared, group = apart(stay.boxes, _kin(stay, kinds_of(stay), grid, recipe, kinds is not None), spec)
    by, iou = suppress(compared, _threshold(spec), inclusive, spec.nms_rule == "greater_equal", group)
    # every survivor of NMS counts as cut by the final top-k until kept below
    fates[stay.pair] = np.where(by < 0, np.uint8(Fate.CUT_FINAL), np.uint8(Fate.SUPPRESSED))
    kept = stay[np.flatnonzero(by < 0)[: spec.post_nms]]
    fates[kept.pair] = Fate.KEPT
    fate = _furthest(fates, classes)
    suppressed_by, suppressed_iou = _suppressors(stay.anchor, by, iou, fate)
    losers = np.flatnonzero(by >= 0)
    losers = losers[np.argsort(stay.pair[losers])]
    return Proposals(
        boxes=frame.pixels(kept.boxes),
        scores=kept.score,
        anchor=kept.anchor,
        fate=fate,
        suppressed_by=suppressed_by,
        suppressed_iou=suppressed_iou,
        all_boxes=frame.pixels(considered.boxes),
        all_scores=considered.score,
        all_anchor=considered.anchor,
        classes=kinds_of(kept),
        pair_fate=fates,
        suppressed_pair=stay.pair[losers],
        suppressor_pair=stay.pair[by[losers]],
        compared=np.take(compared, np.stack([losers, by[losers]], 1), 0),
        compared_inclusive=inclusive,
    )


def _fit(
    found: _Candidates,
    fates: npt.NDArray[np.uint8],
    classes: int,
    recipe: Recipe,
    smallest: np.float32,
    frame: PixelCoordinates | FractionCoordinates,
) -> _Candidates:
    """Return the candidates of ``found`` that are large and sure enough, and note the ``fates`` of the others."""
    spec = recipe.proposals
    width, height = sides(frame.pixels(found.boxes), int(recipe.coder.inclusive))
    strict = spec.min_size_rule == "greater"
    large = (width > smallest) & (height > smallest) if strict else (width >= smallest) & (height >= smallest)
    if spec.min_size < 0:  # distances may be negative, and a box turned over
        large = np.ones(len(large), bool)
    fates[found.pair[~large]] = Fate.TOO_SMALL
    finite = np.isfinite(found.boxes)
    if not finite.all():
        whole = finite.all(1)
        large &= whole  # NaN and infinity have no size: a comparison with NaN is False in torchvision too
        fates.reshape(-1, classes)[found.anchor[~whole]] = Fate.NO_BOX  # of none of the anchor's classes
    scored = spec.min_score_first | (found.score >= np.float32(spec.min_score))  # never where the score is NaN
    fates[found.pair[large & ~scored]] = Fate.LOW_SCORE  # sizes are looked at first
    fitting = large & scored
    return found if fitting.all() else found[np.flatnonzero(fitting)]


def _furthest(fates: npt.NDArray[np.uint8], classes: int) -> npt.NDArray[np.uint8]:
    """Return each anchor's fate (N,), from the fates of all pairs (N * K,): the class that came furthest decides."""
    if classes == 1:
        return fates
    order, table = np.array(FURTHEST, np.uint8), np.zeros(256, np.uint8)
    table[order] = np.arange(len(order))
    rank = np.frombuffer(fates.tobytes().translate(table.tobytes()), np.uint8)  # half the time of indexing
    return np.asarray(order[rank.reshape(-1, classes).max(1)])


def _suppressors(
    anchor: Indices, by: Indices, iou: Array, fate: npt.NDArray[np.uint8]
) -> tuple[npt.NDArray[np.int32], Array]:
    """Return each anchor's suppressor (N,), -1 none, and the IoU (N,) with the suppressor, from boxes in NMS order."""
    suppressed_by, suppressed_iou = np.full(len(fate), -1, np.int32), np.zeros(len(fate), np.float32)
    losers = np.flatnonzero(by >= 0)[::-1]  # reversed: the class with the highest score is written last
    # an anchor with another class that came further has no suppressor of its own
    losers = losers[fate[anchor[losers]] == Fate.SUPPRESSED]
    suppressed_by[anchor[losers]], suppressed_iou[anchor[losers]] = anchor[by[losers]], iou[losers]
    return suppressed_by, suppressed_iou


def _columns(values: Array) -> Array:
    return values if values.ndim == 2 else values[:, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scoring:
    """The numbers (N, K) the first top-k compares, and the scores of pairs.

    ``allowed`` (N, K) are the pairs past the filters before the top-k, None for all pairs; ``confidence`` (N,) is
    YOLO's, or a centreness; ``kinds`` (N,) are the classes of a single column, None where the columns are the classes.
    """

    rank: Array
    scores_of: Callable[[Indices], Array]
    allowed: Array | None
    confidence: Array | None
    kinds: Indices | None = None


def _scoring(logits: Array, recipe: Recipe, there: Array | None) -> _Scoring:
    """Return the scoring; where only logits are compared, scores are computed for the pairs asked for alone."""
    spec = recipe.proposals
    # the sigmoid rises with the logit, but in float32 distinct logits can share a score: the order is the logits'
    if logits.ndim == 1 and spec.top_by == "logit" and not spec.min_score_first:
        allowed = None if there is None else there[:, None]
        return _Scoring(
            rank=logits[:, None],
            scores_of=lambda pairs: sigmoid(np.take(logits, pairs)),
            allowed=allowed,
            confidence=None,
        )
    if logits.ndim == 2 and spec.min_score_first and recipe.loss.objectness not in ("cross_entropy", "yolo"):
        scores, confidence = _high_scores(logits, spec.min_score), None
    else:
        scores, confidence = class_scores(logits, recipe.loss)
    columns, confidence, allowed = candidates(_columns(scores), confidence, spec, there)
    # a softmax mixes the columns of a row, and YOLO's confidence is a column too: their single logits order no pairs
    by_score = spec.top_by == "score" or recipe.loss.objectness in ("cross_entropy", "yolo")
    return _Scoring(
        rank=columns if by_score else _columns(logits),
        scores_of=lambda pairs: np.take(columns, pairs),
        allowed=allowed,
        confidence=confidence,
    )


def _high_scores(logits: Array, least: float) -> Array:
    """Return the sigmoids (N, K) float32 of all logits that may be over ``least``; 0 for the others, most of them."""
    if not 0 < least < 0.999:  # nearer to 1 a float32 stands for a wide span of logits
        return sigmoid(logits)
    found, flat = np.zeros(logits.shape, np.float32), logits.reshape(-1)
    # a little below the limit's own logit, far more than rounding moves; NaN stays NaN
    high = np.flatnonzero(~(flat <= np.log(least) - np.log1p(-least) - 1e-3))
    found.reshape(-1)[high] = sigmoid(np.take(flat, high))
    return found


def candidates(
    scores: Array, confidence: Array | None, spec: ProposalSpec, there: Array | None = None
) -> tuple[Array, Array | None, Array | None]:
    """Return what is compared (N, K), the confidence (N,) not yet in it or None, and the pairs past the filters (N, K).

    Args:
        scores: (N, K) float32 of classes.
        confidence: (N,) float32 of YOLO, None without.
        spec: the filters.
        there: (N,) the anchors with a prediction, None for all.
    """
    filters = [] if there is None else [there[:, None]]
    if confidence is not None and spec.score_of != "class":
        if spec.score_of == "product_of_several" and scores.shape[1] == 1:
            scores = np.ones_like(scores)
        filters.append((confidence > np.float32(spec.min_confidence))[:, None])
        scores, confidence = np.asarray(scores * confidence[:, None], np.float32), None
    if spec.min_score_first:
        # strict > before the top-k, as torchvision's RetinaNet and SSD; >= after, as in RPN
        filters.append(scores > np.float32(spec.min_score))
    if confidence is not None:
        filters.append((confidence >= np.float32(spec.min_confidence))[:, None])
    if spec.classes == "best" and scores.shape[1] > 1:
        filters.append(np.arange(scores.shape[1]) == scores.argmax(1)[:, None])
    allowed = np.broadcast_to(reduce(np.logical_and, filters), scores.shape) if filters else None
    return scores, confidence, allowed


def _first_cut(grid: Grid, scoring: _Scoring, spec: ProposalSpec) -> Indices:
    """Return the pairs that pass the first top-k, in the library's order."""
    if spec.top == "points":
        return _of_best_points(scoring, spec.pre_nms)
    flat, found = scoring.rank.reshape(-1), []
    for group in _groups(grid, scoring, spec):
        part = flat[group]
        if scoring.allowed is None:
            chosen = top(part, spec.pre_nms)
        else:
            chosen = np.flatnonzero(scoring.allowed.reshape(-1)[group])
            chosen = chosen[top(part[chosen], spec.pre_nms)]
        is_slice = isinstance(group, slice)
        found.append((group.start or 0) + chosen * (group.step or 1) if is_slice else group[chosen])
    return np.concatenate(found) if found else np.empty(0, np.int64)


def _of_best_points(scoring: _Scoring, count: int) -> Indices:
    """Return the best ``count`` pairs of the ``count`` points whose best class scores highest (YOLOv10, YOLO26)."""
    rank = scoring.rank if scoring.allowed is None else np.where(scoring.allowed, scoring.rank, -np.inf)
    best = rank.max(1)
    points = np.flatnonzero(best > -np.inf)
    points = points[top(best[points], count)]
    pairs = np.add.outer(points * rank.shape[1], np.arange(rank.shape[1])).reshape(-1)
    pairs = pairs[rank.reshape(-1)[pairs] > -np.inf]
    return np.asarray(pairs[top(rank.reshape(-1)[pairs], count)])


def _groups(grid: Grid, scoring: _Scoring, spec: ProposalSpec) -> list[Any]:
    """Return the places of the pairs that compete in the first top-k, group by group, as slices or indices."""
    classes = scoring.rank.shape[1]
    if spec.top == "per_level":
        return [slice(lv.offset * classes, (lv.offset + lv.count) * classes) for lv in grid.levels]
    if spec.top == "overall":
        return [slice(None)]
    if scoring.kinds is not None:  # a single column: pairs are anchors
        return [np.flatnonzero(scoring.kinds == kind) for kind in np.unique(scoring.kinds[scoring.kinds >= 0])]
    # a class's pairs stand K apart in the flat order (anchor * K + class)
    return [slice(k, None, classes) for k in range(classes)]


def _kin(boxes: _Candidates, kinds: Indices, grid: Grid, recipe: Recipe, final: bool) -> Indices | None:
    """Return the group (n,) of each box within which boxes suppress each other, None for one group.

    ``kinds`` are classes; ``final``: the boxes are decoded ones with classes.
    """
    # detections of a second stage, encoded back, went through the NMS of that stage, each class alone
    within = "class" if recipe.further and final else recipe.proposals.nms_within
    if within == "all" or not len(boxes.anchor):
        return None
    if within == "level":
        # a box's level follows from the anchor's flat index: levels stand one after the other
        return np.searchsorted([level.offset + level.count for level in grid.levels], boxes.anchor, "right")
    # torchvision's SSD counts the background as class 0
    return kinds + (1 if recipe.loss.objectness == "cross_entropy" else 0)


def suppressed(
    boxes: Array, group: Indices | None, spec: ProposalSpec, inclusive: bool = False
) -> tuple[Indices, Array]:
    """Return for each of ``boxes`` (n, 4), highest score first, the place of the suppressor, -1 none, and the IoU.

    Boxes of another ``group`` (n,) do not suppress each other; None: one group.
    """
    compared, group = apart(boxes, group, spec)
    return suppress(compared, _threshold(spec), inclusive, spec.nms_rule == "greater_equal", group)


def apart(boxes: Array, group: Indices | None, spec: ProposalSpec) -> tuple[Array, Indices | None]:
    """Return the boxes (n, 4) as NMS compares them, and the groups still to be kept apart, None where shifted."""
    if group is None or not 0 < len(boxes) <= spec.offset_boxes_below:
        return boxes, group
    # the "coordinate trick" of torchvision and YOLOv5: groups are shifted apart in float32, and the shift costs
    # bits of the coordinates, so an IoU beside the threshold can fall on the other side; repeated here bit by bit
    step = np.float32(spec.nms_offset) if spec.nms_offset else boxes.max() + np.float32(1)
    return boxes + (group.astype(np.float32) * step)[:, None], None


def _threshold(spec: ProposalSpec) -> float:
    return float(np.float32(spec.nms)) if spec.nms_dtype == "float32" else spec.nms
