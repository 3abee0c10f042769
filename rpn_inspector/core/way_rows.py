"""The boxes on one ground truth's way through a two-stage detector, a row each, and how many reach each stage."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.boxes import clip, iou_with
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.fates import decoded_boxes
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.second_stage.head_outputs import has_column
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.stages import anchors_of, unknown_origin

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
REACH = 0.5  # IoU from which a box is near enough to a ground truth
NONE = -1


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WayRows:
    """The n boxes of ground truth ``gt``: ground truths that join, then boxes, the furthest first.

    Numbers not known are NaN, places -1. A recorded proposal that no box decoded here equals has no anchor.

    Args:
        gt: from 0.
        anchor: (n,) the anchor of each.
        proposal: (n,) the proposal of the stage looked at, from 0.
        label: (n,) int8, of the anchor.
        anchor_iou: (n,) of the anchor with the ground truth.
        score: (n,) objectness.
        rpn_fate: (n,) a `Fate`.
        box_iou: (n,) of the decoded box with the ground truth; a ground truth's own is 1.
        candidate: (n,) the place in the stage looked at.
        side: (n,) int8, the label there.
        drawn: (n,) bool, whether in the mini-batch there.
        class_score: (n,) of the ground truth's class, by the last stage.
        answer_iou: (n,) of the last stage's box for that class.
        fate: (n,) of that box, a `Fate`.
        by: (n,) the detection that suppressed it, from 0.
        by_iou: (n,) of both.
        detection: (n,) its own number among the detections, from 0.
        reached: (n, 7) bool, whether each box is counted at each of `STEPS`.
        counts: boxes reaching each of `STEPS`; None where not known.
    """

    gt: int
    anchor: Indices
    proposal: Indices
    label: Array
    anchor_iou: Array
    score: Array
    rpn_fate: Indices
    box_iou: Array
    candidate: Indices
    side: Array
    drawn: npt.NDArray[np.bool_]
    class_score: Array
    answer_iou: Array
    fate: Indices
    by: Indices
    by_iou: Array
    detection: Indices
    reached: npt.NDArray[np.bool_]
    counts: tuple[int | None, ...]

    def lost(self, step: str) -> npt.NDArray[np.bool_]:
        """Return which boxes (n,) the step of `LOST_FROM` lost: there at the step before, and not any more."""
        before, after = (STEPS.index(name) for name in (LOST_FROM[step], step))
        return self.reached[:, before] & ~self.reached[:, after]


STEPS = ("positive", "reach", "kept", "foreground", "drawn", "answer", "left")
"""Positive anchors; boxes of IoU 0.50; proposals among those; foreground of the stage, also by the ground truth itself;
of those in the mini-batch; answers of the class at IoU 0.50; detections left for the ground truth."""

LOST_FROM = {
    "reach": "positive",
    "kept": "reach",
    "drawn": "foreground",
    "answer": "kept",
    "left": "answer",
}  # each step that loses boxes, and the one before


def way_rows(inspection: Inspection, gt: int, stage: str) -> WayRows:
    """Return the boxes on the way of ground truth ``gt``, from 0: its positive anchors and all boxes that reach it.

    Args:
        inspection: with a stage over the proposals.
        gt: from 0.
        stage: the stage whose labels are shown; answers and fates are those of the last.
    """
    assert inspection.proposals is not None
    one, last = inspection.stages[stage], list(inspection.stages.values())[-1]
    boxes = decoded_boxes(inspection, np.arange(inspection.grid.size))
    iou, nearer = _reach(inspection, gt, boxes)
    positive = np.zeros(len(boxes), bool)
    positive[inspection.assignment.pairs.anchor[inspection.assignment.pairs.gt == gt]] = True
    reach = (iou >= REACH) & nearer
    came, came_last = anchors_of(inspection.stages, stage), anchors_of(inspection.stages, last.name)
    anchors = np.flatnonzero(reach | positive)
    itself = np.flatnonzero((one.source < 0) & (one.gt == gt))
    unknown = unknown_origin(inspection.stages, stage)
    own_iou, nearer = _reach(inspection, gt, one.boxes(np.arange(one.grid.size)))
    close = (own_iou >= REACH) & nearer
    recorded = np.flatnonzero(unknown & (close | ((one.label == 1) & (one.gt == gt))))
    without = np.concatenate([itself, recorded])
    anchor = np.concatenate([np.full(len(without), NONE), anchors])
    candidate = np.concatenate([without, _places(came, anchors, len(boxes))])
    onward = _onward(inspection.stages, stage)[recorded]
    final = np.concatenate([np.full(len(itself), NONE), onward, _places(came_last, anchors, len(boxes))])
    proposal = np.where(candidate >= 0, one.source[np.maximum(candidate, 0)], NONE) if one.grid.size else candidate
    found: dict[str, Any] = {"gt": gt, "anchor": anchor, "candidate": candidate, "proposal": proposal}
    found |= _first(inspection, gt, anchor, iou) | _sides(one, candidate) | _last(inspection, last, gt, final)
    there, alone = anchor >= 0, (anchor < 0) & (proposal >= 0)
    found["box_iou"][alone] = own_iou[candidate[alone]]
    near, own = reach[np.maximum(anchor, 0)] & there, positive[np.maximum(anchor, 0)] & there
    kept = near & (found["rpn_fate"] == Fate.KEPT)
    if unknown.any():  # the trainer kept others than the recipe keeps: those it recorded count
        kept = near & (candidate >= 0)
        kept[alone] = close[candidate[alone]]
    reached = _reached(found, (own, near, kept), gt, one, last)
    found["reached"], found["counts"] = reached, _counts(inspection, gt, reached, last)
    return WayRows(**_in_order(found))


def _onward(stages: Mapping[str, StageResult], name: str) -> Indices:
    """Return the candidate (C,) of the last stage that each candidate of stage ``name`` became, -1 none."""
    later = list(stages.values())[list(stages).index(name) :]
    place = np.arange(later[0].grid.size)
    for before, after in itertools.pairwise(later):
        mine = np.flatnonzero(after.source >= 0)
        came = after.before[after.source[mine]] if after.stage.over == "boxes" else after.source[mine]
        became = np.full((before.grid.size if after.stage.over == "boxes" else len(before.proposals)) + 1, NONE)
        became[came[came >= 0]] = mine[came >= 0]
        origin = place if after.stage.over == "boxes" else np.where(place >= 0, before.source[place], NONE)
        place = became[origin]  # -1 is the last, none
    return place


def _reach(inspection: Inspection, gt: int, boxes: Array) -> tuple[Array, npt.NDArray[np.bool_]]:
    """Return each box's IoU (N,) with ``gt``, and whether no other ground truth in use is nearer."""
    one = np.asarray(iou_with(inspection.gt[gt].astype(np.float32), boxes), np.float32)
    nearer = np.ones(len(boxes), bool)
    rows = np.flatnonzero(one >= REACH)
    for other in np.flatnonzero(inspection.used).tolist():
        if other != gt:
            nearer[rows] &= iou_with(inspection.gt[other].astype(np.float32), boxes[rows]) <= one[rows]
    return one, nearer


def _places(came: Indices, anchors: Indices, size: int) -> Indices:
    """Return the candidate of each of ``anchors`` (n,), -1 none; ``came`` (C,) are the anchors, below ``size``."""
    place = np.full(size, NONE, np.int64)
    known = np.flatnonzero(came >= 0)
    place[came[known]] = known
    return place[anchors]


def _first(inspection: Inspection, gt: int, anchor: Indices, iou: Array) -> dict[str, Any]:
    proposals, scores = inspection.proposals, inspection.objectness()
    assert proposals is not None
    assert scores is not None
    there = anchor >= 0
    mine = anchor[there]
    anchors = inspection.anchors(mine).astype(np.float32)
    own = iou_with(inspection.gt[gt].astype(np.float32), anchors)
    return {
        "label": _spread(there, inspection.assignment.label[mine], 0).astype(np.int8),
        "anchor_iou": _spread(there, own, np.nan),
        "score": _spread(there, scores[mine], np.nan),
        "rpn_fate": _spread(there, proposals.fate[mine], NONE).astype(np.int64),
        "box_iou": _spread(there, iou[mine], 1.0),
    }


def _spread(there: npt.NDArray[np.bool_], values: Array, empty: float) -> Array:
    found = np.full(len(there), empty, np.float32)
    found[there] = values
    return found


def _sides(one: StageResult, candidate: Indices) -> dict[str, Any]:
    there = candidate >= 0
    drawn = np.zeros(one.grid.size, bool)
    drawn[np.concatenate([one.sampled_positive, one.sampled_negative])] = True
    return {
        "side": _spread(there, one.label[candidate[there]], 0).astype(np.int8),
        "drawn": _spread(there, drawn[candidate[there]], 0).astype(bool),
    }


def _last(inspection: Inspection, one: StageResult, gt: int, candidate: Indices) -> dict[str, Any]:
    """Return what the last stage says of the ground truth's class at each of ``candidate`` (n,)."""
    kind, nothing = int(inspection.sample.gt_class[gt]), np.full(len(candidate), np.nan, np.float32)
    score, iou, by_iou = nothing.copy(), nothing.copy(), nothing.copy()
    fate, by, own = (np.full(len(candidate), NONE, np.int64) for _ in range(3))
    head, found = one.head, one.detections
    if head is None or not has_column(kind, head.classes):
        return {"class_score": score, "answer_iou": iou, "fate": fate, "by": by, "by_iou": by_iou, "detection": own}
    there = np.flatnonzero(candidate >= 0)
    there = there[one.row[candidate[there]] >= 0]
    places = candidate[there]
    rows = one.row[places]
    score[there] = head.scores()[rows, kind]
    t = head.t_of(rows, np.full(len(rows), kind))
    boxes = clip(one.stage.coder.decode(one.boxes(places), t), inspection.network_size, int(one.stage.coder.inclusive))
    iou[there] = iou_with(inspection.gt[gt].astype(np.float32), boxes)
    if found is not None:
        classes = found.pair_fate.shape[1]
        score[there] = found.pair_score[one.source[places], kind]
        fate[there] = found.pair_fate[one.source[places], kind]
        for at, proposal in zip(there.tolist(), one.source[places].tolist(), strict=True):
            own[at] = found.number_of(proposal, kind)
            if fate[at] == Fate.SUPPRESSED:
                where = int(found.suppressed.searchsorted(proposal * classes + kind))
                by[at] = found.number_of(int(found.suppressor[where]) // classes, kind)
                by_iou[at] = found.suppressed_iou[where]
    return {"class_score": score, "answer_iou": iou, "fate": fate, "by": by, "by_iou": by_iou, "detection": own}


def _reached(
    found: dict[str, Any],
    first: tuple[npt.NDArray[np.bool_], ...],
    gt: int,
    one: StageResult,
    last: StageResult,
) -> npt.NDArray[np.bool_]:
    """Return which boxes are counted at each of `STEPS` (n, 7); ``first`` are the first three."""
    foreground = (found["candidate"] >= 0) & (found["side"] == 1)
    foreground[foreground] = one.gt[found["candidate"][foreground]] == gt
    near = found["answer_iou"] >= REACH  # False for a NaN
    return np.stack(
        [
            *first,
            foreground,
            foreground & found["drawn"],
            near & (found["class_score"] > last.stage.detections.min_score),
            near & (found["detection"] >= 0),
        ],
        1,
    )


def _counts(
    inspection: Inspection, gt: int, reached: npt.NDArray[np.bool_], last: StageResult
) -> tuple[int | None, ...]:
    positive, reach, kept, foreground, drawn, answer, _ = (int(count) for count in reached.sum(0))
    left = None
    if last.detections is not None:
        mine = last.detections.classes == inspection.sample.gt_class[gt]
        iou, nearer = _reach(inspection, gt, last.detections.boxes)
        left = int((mine & (iou >= REACH) & nearer).sum())
    return (positive, reach, kept, foreground, drawn, None if last.head is None else answer, left)


def _in_order(found: dict[str, Any]) -> dict[str, Any]:
    """Return the rows in order: joined ground truths, boxes with a candidate by class score, then by objectness."""
    joined = (found["anchor"] < 0) & (found["proposal"] < 0)
    second = np.nan_to_num(found["class_score"], nan=-1.0)
    order = np.lexsort((-np.nan_to_num(found["score"], nan=-1.0), -second, found["candidate"] < 0, ~joined))
    return {name: value[order] if isinstance(value, np.ndarray) else value for name, value in found.items()}
