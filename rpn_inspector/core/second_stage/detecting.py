"""From the outputs of a head over proposals to detections, with the fate of every proposal and class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import clip, sides
from rpn_inspector.core.coders import Coder
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.limits import COUNT, COUNT_OR_NONE, SMALLEST_SIDE
from rpn_inspector.core.nms import suppress
from rpn_inspector.core.ranking import descending
from rpn_inspector.core.spec import FRACTION, Rules, number, option
from rpn_inspector.core.values import quiet, read_only

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class DetectionSpec:
    """From class scores and boxes to detections."""

    finite: bool = option(False, "a proposal with a score or box that is not finite is left out first, whole")
    average: Literal["logits", "scores"] = option(
        "logits", "over the boxes of a stage before: the mean of all stages' logits, or of all stages' scores"
    )
    min_score: float = number(0.05, "a class's score must be above this, compared in float32", FRACTION)
    frame: Literal["network", "original_before_nms", "original"] = option(
        "network", "px of the network; or of the picture, from before NMS, or from before decoding"
    )
    min_size: float = number(-1.0, "smallest side, px; -1: no filter", SMALLEST_SIDE)
    nms: float = number(0.5, "IoU above which the lower score of a class goes", FRACTION)
    nms_rule: Literal["greater", "greater_equal"] = option("greater", "suppress when IoU > nms, or >= nms")
    offset_boxes_below: int = number(
        1000,
        "with at most this many boxes classes are kept apart by shifting them in float32 instead of one by one",
        COUNT_OR_NONE,
    )
    offset_first: bool = option(False, "the first class is shifted too, as the background counts as class 0")
    keep: int = number(100, "detections a picture", COUNT)
    order: Literal["score", "class"] = option(
        "score", "by score; or class by class, where boxes of the lowest score kept all stay"
    )


DETECTIONS: Rules[DetectionSpec] = Rules("From class scores and boxes to detections.", "", {"": DetectionSpec})


@dataclass(frozen=True, slots=True)
class PictureSizes:
    """The sizes of one picture: ``network`` and ``original`` (h, w) px, ``scale`` (x, y) network px / original px."""

    network: tuple[int, int]
    original: tuple[int, int]
    scale: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Detected:
    """The detections of one picture in the library's order, and every (proposal, class) pair's fate.

    Args:
        boxes: (M, 4) float32, network px.
        original: (M, 4) float32, original px.
        scores: (M,) float32.
        classes: (M,) int64, from 0.
        proposal: (M,) int64, the row of the head's outputs.
        pair_fate: (R, K) uint8, a `Fate`.
        pair_score: (R, K) float32.
        suppressed: (S,) int64, pairs suppressed, proposal * K + class, ascending.
        suppressor: (S,) int64, the pairs that suppressed them.
        suppressed_iou: (S,) float32, the IoU of both.
    """

    boxes: Array
    original: Array
    scores: Array
    classes: Indices
    proposal: Indices
    pair_fate: npt.NDArray[np.uint8]
    pair_score: Array
    suppressed: Indices
    suppressor: Indices
    suppressed_iou: Array

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    def number_of(self, proposal: int, kind: int) -> int:
        """Return the number, from 0, of the detection of a proposal and class, -1 where none."""
        rows = np.flatnonzero((self.proposal == proposal) & (self.classes == kind))
        return int(rows[0]) if rows.size else -1


@quiet
def detect(
    proposals: Array, scores: Array, deltas: Array, coder: Coder, spec: DetectionSpec, of: PictureSizes
) -> Detected:
    """Return the detections of one picture.

    Sources: torchvision ``postprocess_detections``, detectron2 ``fast_rcnn_inference``, MMDetection
    ``BBoxHead.predict_by_feat`` and ``multiclass_nms``, py-faster-rcnn ``test_net``.

    Args:
        proposals: (R, 4) network px.
        scores: (R, K) float32 without the background.
        deltas: (R, K, 4) or (R, 1, 4) float32.
        coder: of the stage.
        spec: of the stage.
        of: the picture.
    """
    classes, shift = scores.shape[1], np.tile(np.array(of.scale, np.float32), 2)
    first = spec.frame == "original"
    # py-faster-rcnn divides in float32, the others multiply by the rounded inverse
    start = np.asarray(proposals, np.float32) / shift if first else np.asarray(proposals, np.float32)
    one, size = deltas.shape[1] == 1, of.original if first else of.network

    def decoded(pairs: Indices) -> Array:
        row = pairs // classes
        return coder.decode(start[row], deltas[row, 0 if one else pairs - row * classes])

    fates = np.full(scores.size, Fate.LOW_SCORE, np.uint8)
    allowed = scores > np.float32(spec.min_score)
    if spec.finite:
        boxes_finite = np.isfinite(decoded(np.arange(scores.size))).reshape(*scores.shape, 4).all((1, 2))
        whole = np.asarray(np.isfinite(scores).all(1) & boxes_finite)
        allowed &= whole[:, None]
        fates.reshape(scores.shape)[~whole] = Fate.TOO_SMALL
    pairs = np.flatnonzero(allowed)
    network = clip(decoded(pairs), size, int(coder.inclusive))
    boxes = network * (np.float32(1) / shift) if spec.frame == "original_before_nms" else network
    large = _large(boxes, spec, int(coder.inclusive))
    fates[pairs[~large]] = Fate.TOO_SMALL
    order = np.flatnonzero(large)
    order = order[descending(scores.reshape(-1)[pairs[order]])]
    pairs, boxes, network = pairs[order], boxes[order], network[order]
    kind, score = pairs % max(classes, 1), scores.reshape(-1)[pairs]
    by, iou = _suppressed(boxes, kind, spec, coder.inclusive)
    fates[pairs] = np.where(by < 0, np.uint8(Fate.CUT_FINAL), np.uint8(Fate.SUPPRESSED))
    kept = _kept(np.flatnonzero(by < 0), kind, score, spec)
    fates[pairs[kept]] = Fate.KEPT
    lost = np.flatnonzero(by >= 0)
    lost = lost[np.argsort(pairs[lost])]
    return Detected(
        boxes=boxes[kept] * shift if first else network[kept],
        original=boxes[kept] if spec.frame != "network" else boxes[kept] * (np.float32(1) / shift),
        scores=score[kept],
        classes=kind[kept],
        proposal=pairs[kept] // max(classes, 1),
        pair_fate=fates.reshape(scores.shape),
        pair_score=scores,
        suppressed=pairs[lost],
        suppressor=pairs[by[lost]],
        suppressed_iou=iou[lost],
    )


def _large(boxes: Array, spec: DetectionSpec, inclusive: int) -> npt.NDArray[np.bool_]:
    """Return which boxes (n, 4) have sides that are large enough."""
    if spec.min_size < 0:
        return np.ones(len(boxes), bool)
    width, height = sides(boxes, inclusive)
    smallest = np.float32(spec.min_size)
    return np.asarray((width >= smallest) & (height >= smallest))


def _suppressed(boxes: Array, kind: Indices, spec: DetectionSpec, inclusive: bool) -> tuple[Indices, Array]:
    """Return for each box, highest score first, the place of the suppressor of its class, -1 none, and the IoU."""
    at_equal = spec.nms_rule == "greater_equal"
    if 0 < len(boxes) <= spec.offset_boxes_below:
        # the shift costs bits of the coordinates, and an IoU beside the threshold can fall on the other side
        group = (kind + int(spec.offset_first)).astype(np.float32)
        apart = boxes + (group * (boxes.max() + np.float32(1)))[:, None]
        return suppress(apart, spec.nms, inclusive, at_equal)
    return suppress(boxes, spec.nms, inclusive, at_equal, kind)


def _kept(alive: Indices, kind: Indices, score: Array, spec: DetectionSpec) -> Indices:
    """Return the places of the detections, in the library's order, of those ``alive``, highest score first."""
    if spec.order == "score":
        return alive[: spec.keep]
    if len(alive) > spec.keep:
        alive = alive[score[alive] >= score[alive[spec.keep - 1]]]
    return alive[np.argsort(kind[alive], kind="stable")]
