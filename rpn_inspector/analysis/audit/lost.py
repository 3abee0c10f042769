"""Where each ground truth of a picture is lost, between the matcher and the last boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.lost_after_proposals import last_stage, lost_later
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.detections import Detections
from rpn_inspector.core.fates import LOST_AT, decoded_boxes, step_order
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.prediction import LEAST_SAID
from rpn_inspector.core.proposals import Fate, class_scores, objectness
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.stages import anchors_of

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
REACH = 0.5  # IoU from which a box stands for a ground truth
NO_CLASS = -1


class End(IntEnum):
    """Where a ground truth ends, in the order the ends are asked for."""

    FOUND = 0
    NO_ANCHOR = 1
    NEVER_REACHES = 2
    LOW_SCORE = 3
    CUT_BY_TOP_K = 4
    SUPPRESSED = 5


NOT_JUDGED = -1
_END_OF = {
    Fate.LOW_SCORE: End.LOW_SCORE,
    Fate.CUT_LEVEL: End.CUT_BY_TOP_K,
    Fate.CUT_FINAL: End.CUT_BY_TOP_K,
    Fate.TOO_SMALL: End.CUT_BY_TOP_K,
    Fate.SUPPRESSED: End.SUPPRESSED,
    Fate.KEPT: End.SUPPRESSED,  # kept, and the only detection there belongs to another ground truth
}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FoundBoxes:
    """A detector's last boxes of a picture, n.

    Args:
        boxes: (n, 4) float64, original px.
        scores: (n,) float64.
        kinds: (n,) int64, the dataset's class, `NO_CLASS` where unknown; None where boxes have no class.
        anchor: (n,) int64, flat; None for boxes of a file, of which no steps before are known.
    """

    boxes: Floats
    scores: Floats
    kinds: Ints | None
    anchor: Ints | None


class Ends:
    """The ends of a picture's ground truths (G,).

    Attributes:
        end: int8, an `End`, `NOT_JUDGED` for a ground truth outside the assignment.
        fate: int8, the `Fate` of the box that came furthest, -1 where no box reaches or no fates are known.
        best: float64, the highest IoU with any decoded box, NaN without boxes.
        kept: float64, the highest IoU with a kept box, of the class where boxes have classes; NaN without one.
        score: float64, the highest score of the boxes that reach, of the class; NaN where none does.
        by: int64, the suppressor's anchor, flat; for a file the box's place; -1 where not suppressed.
        by_gt: int64, the ground truth of the highest IoU with the suppressor, or the owner of the detection, -1 none.
        by_iou: float64, the IoU at which NMS suppressed; NaN where the best box is kept, for another ground truth.
        own: int64, the anchor of the box that was suppressed, or kept for another ground truth; -1 without.
    """

    def __init__(self, count: int) -> None:
        self.end = np.full(count, NOT_JUDGED, np.int8)
        self.fate = np.full(count, -1, np.int8)
        self.best, self.kept, self.score, self.by_iou = (np.full(count, np.nan) for _ in range(4))
        self.by, self.by_gt, self.own = (np.full(count, -1, np.int64) for _ in range(3))


def answers_of(inspection: Inspection, given: Detections | None, places: Mapping[str, int]) -> FoundBoxes | None:
    """Return the last boxes of a picture, None where the outputs are proposals without classes.

    Args:
        inspection: the picture.
        given: the boxes of a file, None for outputs of another kind.
        places: the dataset's class by the words of a file.
    """
    if given is not None:
        return FoundBoxes(boxes=given.boxes, scores=given.scores, kinds=_named(given.classes, places), anchor=None)
    prediction, logits, proposals = inspection.prediction, inspection.logits, inspection.proposals
    if prediction is None or logits is None or proposals is None or not inspection.frame.placed:
        return None
    if prediction.encoded_back:
        scores = objectness(logits, inspection.recipe.loss)
        anchors = np.flatnonzero(scores > LEAST_SAID)
        boxes = inspection.predicted(anchors)
        assert boxes is not None
        words = tuple(prediction.classes.get(one, "") for one in anchors.tolist()) if prediction.classes else ()
        return _answers(inspection, boxes, scores[anchors], _named(words, places), None)
    if (last := last_stage(inspection)) is not None and last.detections is not None:
        final = last.detections
        came = anchors_of(inspection.stages, last.name)[last.candidate_of()[final.proposal]]
        return _answers(inspection, final.boxes, final.scores, final.classes, came)
    if inspection.recipe.loss.objectness in ONE_LOGIT:
        return None
    kinds = proposals.classes if columns_of(inspection) > 1 else None
    return _answers(inspection, proposals.boxes, proposals.scores, kinds, proposals.anchor)


def proposals_of(inspection: Inspection) -> FoundBoxes | None:
    """Return a picture's proposals as boxes without classes, None where none are known."""
    proposals = inspection.proposals
    if proposals is None or not inspection.frame.placed:
        return None
    return _answers(inspection, proposals.boxes, proposals.scores, None, proposals.anchor)


def _named(words: tuple[str, ...], places: Mapping[str, int]) -> Ints | None:
    if not places or not words:
        return None
    return np.array([places.get(word, NO_CLASS) for word in words], np.int64)


def _answers(
    inspection: Inspection, boxes: Array, scores: Array, kinds: Ints | None, anchor: Ints | None
) -> FoundBoxes:
    known = np.isfinite(boxes).all(1) & np.isfinite(scores)  # a box that is no number is no answer
    return FoundBoxes(
        boxes=inspection.to_original(boxes[known]).astype(np.float64),
        scores=scores[known].astype(np.float64),
        kinds=None if kinds is None else kinds[known],
        anchor=None if anchor is None else anchor[known],
    )


def columns_of(inspection: Inspection) -> int:
    """Return the number of classes with a fate of their own, 1 where boxes have no class."""
    proposals = inspection.proposals
    return 1 if proposals is None else len(proposals.pair_fate) // len(proposals.fate)


def owners_of(boxes: Floats, scores: Floats, kinds: Ints | None, gt: Floats, gt_kind: Ints) -> Ints:
    """Return each box's own ground truth (n,), -1 none, as COCO matches at `REACH`.

    Highest score first, a box takes the free ground truth of its class with the highest IoU, the last of equals.
    """
    owner, free = np.full(len(boxes), -1, np.int64), np.ones(len(gt), bool)
    for box in np.argsort(-scores, kind="stable").tolist():
        able = np.flatnonzero(free if kinds is None else free & (gt_kind == kinds[box]))
        overlaps = iou_with(boxes[box], gt[able])
        if overlaps.size and overlaps.max() >= REACH:
            one = able[len(able) - 1 - int(overlaps[::-1].argmax())]
            owner[box], free[one] = one, False
    return owner


def ends_of(inspection: Inspection, answers: FoundBoxes | None) -> Ends:
    """Return where each ground truth of a picture ends.

    Found is a ground truth with a kept box at `REACH`; where ``answers`` are given, with a detection of its class at
    `REACH` that is no other's. Then, in this order: no positive anchor; no decoded box reaches, whatever its score;
    and, of the boxes that reach, the step at which the furthest was lost, behind the proposals where those have a
    further stage. Ground truths of a picture whose frame is not
    known are not judged.
    """
    ends = Ends(len(inspection.gt))
    if not inspection.frame.placed:
        return ends
    used = np.flatnonzero(inspection.used)
    taken = None if answers is None else _Taken(inspection, answers, used)
    trail = _Trail(inspection) if inspection.proposals is not None and (taken is None or taken.has_fates) else None
    later = {} if taken is None else lost_later(inspection)
    for gt in used.tolist():
        reach = np.zeros(0, np.int64) if trail is None else trail.look(ends, gt)
        if taken is not None:
            taken.look(ends, gt, best=trail is None)
        found = taken.found(gt) if taken is not None else trail is not None and trail.kept(ends, gt)
        if found:
            ends.end[gt] = End.FOUND
        elif not inspection.assignment.gt_positives[gt]:
            ends.end[gt] = End.NO_ANCHOR
        elif gt in later:
            ends.fate[gt], ends.score[gt] = later[gt]
            ends.end[gt] = _END_OF[later[gt].fate]
        elif trail is not None and reach.size:
            ends.end[gt] = _END_OF[Fate(int(ends.fate[gt]))]
            if ends.fate[gt] == Fate.SUPPRESSED:
                trail.blame(ends, gt, reach)
        elif taken is not None and trail is None and taken.reaching(gt).size:
            ends.end[gt] = End.SUPPRESSED
        else:
            ends.end[gt] = End.NEVER_REACHES
        if taken is not None and ends.end[gt] == End.SUPPRESSED and ends.by[gt] < 0:
            taken.blame(ends, gt)
    return ends


class _Trail:
    """The decoded boxes of all anchors, clipped, with the fates of their classes."""

    def __init__(self, inspection: Inspection) -> None:
        self.inspection = inspection
        self.boxes = decoded_boxes(inspection, np.arange(inspection.grid.size))
        self.columns = columns_of(inspection)
        order = [LOST_AT[step] for step in step_order(inspection.recipe.proposals)]
        self.place = np.zeros(len(Fate), np.int64)
        self.place[[Fate.NO_BOX, *order, Fate.CUT_FINAL, Fate.KEPT]] = np.arange(len(Fate))

    def look(self, ends: Ends, gt: int) -> Ints:
        """Note best IoU, score and furthest fate of ground truth ``gt``; return the anchors (k,) of boxes that reach.

        Ground truths of a class without a column have no box that reaches.
        """
        proposals, logits = self.inspection.proposals, self.inspection.logits
        assert proposals is not None
        assert logits is not None
        overlaps = iou_with(self.inspection.gt[gt], self.boxes)
        ends.best[gt] = overlaps.max() if overlaps.size else np.nan
        kind = self._column(gt)
        reach = np.flatnonzero(overlaps >= REACH)
        if not 0 <= kind < self.columns:
            return reach[:0]
        if reach.size:
            fates = proposals.pair_fate[reach * self.columns + kind]
            ends.fate[gt] = fates[self.place[fates].argmax()]
            scores = self._scores(reach, kind)
            ends.score[gt] = np.nan if np.isnan(scores).all() else np.nanmax(scores)
        mine = proposals.anchor if self.columns == 1 else proposals.anchor[proposals.classes == kind]
        if mine.size:
            ends.kept[gt] = overlaps[mine].max()
        return reach

    def kept(self, ends: Ends, gt: int) -> bool:
        """Return whether a kept box reaches."""
        return bool(ends.fate[gt] == Fate.KEPT)

    def blame(self, ends: Ends, gt: int, reach: Ints) -> None:
        """Note who suppressed the box of the highest score among those that ``reach`` and were suppressed."""
        proposals, kind = self.inspection.proposals, self._column(gt)
        assert proposals is not None
        pairs = reach * self.columns + kind
        lost = reach[proposals.pair_fate[pairs] == Fate.SUPPRESSED]
        one = int(lost[np.nan_to_num(self._scores(lost, kind), nan=-1).argmax()])
        at = np.searchsorted(proposals.suppressed_pair, one * self.columns + kind)
        by = int(proposals.suppressor_pair[at]) // self.columns
        used = np.flatnonzero(self.inspection.used)
        overlaps = iou_with(self.boxes[by], self.inspection.gt[used])
        ends.by[gt], ends.own[gt] = by, one
        pair = proposals.compared[at]  # as NMS counted
        ends.by_iou[gt] = iou_with(pair[1], pair[:1], int(proposals.compared_inclusive))[0]
        ends.by_gt[gt] = used[overlaps.argmax()] if overlaps.max() > 0 else -1

    def _column(self, gt: int) -> int:
        return 0 if self.columns == 1 else int(self.inspection.sample.gt_class[gt])

    def _scores(self, anchors: Ints, kind: int) -> Array:
        logits = self.inspection.logits
        assert logits is not None
        scores, confidence = class_scores(logits[anchors], self.inspection.recipe.loss)
        mine = scores[:, kind] if scores.ndim == 2 else scores
        return np.asarray(mine if confidence is None else mine * confidence)


class _Taken:
    """The last boxes of a picture, each with its own ground truth; IoU in original px, as COCO evaluates."""

    def __init__(self, inspection: Inspection, answers: FoundBoxes, used: Ints) -> None:
        self.answers, sample = answers, inspection.sample
        self.gt, self.kind = sample.gt, sample.gt_class
        mine = owners_of(answers.boxes, answers.scores, answers.kinds, sample.gt[used], sample.gt_class[used])
        self.owner = np.where(mine >= 0, used[mine], -1) if len(used) else mine
        self.has_fates = answers.anchor is not None

    def found(self, gt: int) -> bool:
        """Return whether ground truth ``gt`` has a detection of its own."""
        return bool((self.owner == gt).any())

    def look(self, ends: Ends, gt: int, best: bool) -> None:
        """Note the IoU of the best detection of the class, with ``best`` of any class too, and the score."""
        mine, overlaps = self._mine(gt), iou_with(self.gt[gt], self.answers.boxes)
        if mine.size:
            ends.kept[gt] = overlaps[mine].max()
        if best:
            ends.best[gt] = overlaps.max() if overlaps.size else np.nan
            reach = self.reaching(gt)
            if reach.size:
                ends.score[gt] = self.answers.scores[reach].max()

    def reaching(self, gt: int) -> Ints:
        """Return the detections of the class that reach (k,)."""
        mine = self._mine(gt)
        return mine[iou_with(self.gt[gt], self.answers.boxes[mine]) >= REACH]

    def blame(self, ends: Ends, gt: int) -> None:
        """Note the detection that reaches and is another ground truth's, of the highest score."""
        reach = self.reaching(gt)
        if not reach.size:
            return
        one = int(reach[self.answers.scores[reach].argmax()])
        ends.by[gt], ends.by_gt[gt] = one, self.owner[one]
        if self.answers.anchor is not None:
            ends.by[gt] = ends.own[gt] = self.answers.anchor[one]

    def _mine(self, gt: int) -> Ints:
        kinds = self.answers.kinds
        return np.arange(len(self.answers.boxes)) if kinds is None else np.flatnonzero(kinds == self.kind[gt])
