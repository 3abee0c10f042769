"""The columns of the candidates of a second stage, and of the detections."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.candidate_tables import class_word
from rpn_inspector.core.formulas.numbers import NOTHING, finite, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.words import FATE_ROLES, FATE_WORDS, LABEL_WORDS, SIDE_WORDS
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.table_model import Array, Column
from rpn_inspector.session.staged import Staged


def candidate_columns(inspection: Inspection, staged: Staged) -> list[Column]:
    """Return the columns over the C candidates."""
    one, sample = staged.result, inspection.sample
    count, label, owner = one.grid.size, one.label, one.gt
    boxes, iou = one.boxes(np.arange(count)), one.assignment.dense["iou"]
    score, kind, fate = _answers(one)
    box_loss, class_loss = _losses(one)
    names, drawn = one.stage.level.names, np.zeros(count, bool)
    drawn[np.concatenate([one.sampled_positive, one.sampled_negative])] = True
    proposal = one.source + 1
    columns = [
        Column(
            tr("Proposal"),
            58,
            np.where(proposal > 0, proposal, np.iinfo(np.int32).max),
            lambda r: f"{proposal[r]:,}" if proposal[r] else tr("GT"),
            tr("in the order of the RPN's list; a ground truth joins in training"),
            exact=False,
        ),
        _anchor_column(staged.anchors),
        Column(
            tr("Label"),
            92,
            label.astype(np.int64),
            lambda r: tr(SIDE_WORDS[int(label[r])]),
            tr("foreground, background or ignored"),
            left=True,
            swatch=lambda r: LABEL_WORDS[int(label[r])],
        ),
        Column("IoU", 52, iou.astype(np.float32), lambda r: number(float(iou[r])), tr("best IoU with a ground truth")),
        Column(
            tr("GT"),
            36,
            np.where(owner >= 0, owner + 1, np.nan),
            lambda r: str(owner[r] + 1) if owner[r] >= 0 else NOTHING,
            tr("the ground truth it is assigned to, counted from 1"),
        ),
        Column(
            tr("Drawn"), 46, drawn, lambda r: tr("yes") if drawn[r] else NOTHING, tr("in the mini-batch"), left=True
        ),
        Column(
            tr("From"),
            40,
            one.level,
            lambda r: names[int(one.level[r])] if names else NOTHING,
            tr("the map it is pooled from"),
            left=True,
        ),
    ]
    if one.head is not None:
        columns += [
            Column(
                tr("Answers"),
                80,
                kind.astype(np.int64),
                lambda r: class_word(sample, int(kind[r])) if kind[r] >= 0 else NOTHING,
                tr("its likeliest class"),
                left=True,
            ),
            _score_column(score),
            _number_column(tr("Class loss"), class_loss, tr("part of the class loss, of a box in the mini-batch")),
            _number_column(tr("Box loss"), box_loss, tr("part of the box loss, of a box in the mini-batch")),
        ]
    if one.detections is not None:
        columns.append(
            Column(
                tr("Fate"),
                98,
                fate.astype(np.int64),
                lambda r: tr(FATE_WORDS[int(fate[r])]) if fate[r] >= 0 else NOTHING,
                tr("what became of the answer of its likeliest class"),
                left=True,
                swatch=lambda r: FATE_ROLES[int(fate[r])] if fate[r] >= 0 else "",
            )
        )
    return [*columns, *(_edge_column(boxes, which) for which in range(4))]


def detection_columns(inspection: Inspection, staged: Staged) -> list[Column]:
    """Return the columns over the M detections."""
    one, sample = staged.result, inspection.sample
    found = one.detections
    assert found is not None
    fit, best = _fits(inspection, found.boxes, found.classes)
    came = staged.anchors[one.candidate_of()[found.proposal]]
    return [
        Column("#", 36, np.arange(len(found.boxes)) + 1, lambda r: str(r + 1), tr("in the library's order")),
        Column(
            tr("Class"),
            90,
            found.classes,
            lambda r: class_word(sample, int(found.classes[r])),
            tr("its class"),
            left=True,
        ),
        _score_column(found.scores),
        Column(
            tr("GT"),
            36,
            np.where(best >= 0, best + 1, np.nan),
            lambda r: str(best[r] + 1) if best[r] >= 0 else NOTHING,
            tr("the ground truth of its class that it overlaps most"),
        ),
        Column(
            "IoU",
            52,
            fit,
            lambda r: number(float(fit[r])) if best[r] >= 0 else NOTHING,
            tr("with that ground truth"),
        ),
        Column(
            tr("Proposal"),
            58,
            found.proposal + 1,
            lambda r: f"{found.proposal[r] + 1:,}",
            tr("that it is decoded from"),
        ),
        _anchor_column(came),
        *(_edge_column(found.boxes, which) for which in range(4)),
    ]


def _fits(inspection: Inspection, boxes: Array, classes: Array) -> tuple[Array, Array]:
    """Return each detection's best IoU with a ground truth of its class (M,), NaN without, and which, -1 none."""
    fit, best = np.full(len(boxes), np.nan, np.float32), np.full(len(boxes), -1, np.int64)
    for gt in np.flatnonzero(inspection.used).tolist():
        iou = np.asarray(iou_with(inspection.gt[gt].astype(np.float32), boxes), np.float32)
        better = (classes == inspection.sample.gt_class[gt]) & (iou > np.nan_to_num(fit))
        fit[better], best[better] = iou[better], gt
    return fit, best


def _answers(one: StageResult) -> tuple[Array, Array, Array]:
    """Return each candidate's best score (C,), NaN without outputs, its class and its fate (C,), -1 without."""
    count = one.grid.size
    score, kind, fate = np.full(count, np.nan, np.float32), np.full(count, -1), np.full(count, -1)
    if one.head is not None and len(one.head.logits):
        there = np.flatnonzero(one.row >= 0)
        scores = one.head.scores()[one.row[there]]
        kind[there], score[there] = scores.argmax(1), scores.max(1)
    if one.detections is not None:
        mine = np.flatnonzero((one.source >= 0) & (kind >= 0))
        fate[mine] = one.detections.pair_fate[one.source[mine], kind[mine]]
    return score, kind, fate


def _losses(one: StageResult) -> tuple[Array, Array]:
    """Return each candidate's part of the box loss and of the class loss (C,), NaN outside the mini-batch."""
    box, classes = (np.full(one.grid.size, np.nan, np.float32) for _ in range(2))
    if one.loss is not None:
        classes[one.loss.rows] = one.loss.objectness_per_anchor
        owned = len(one.loss.box_per_coordinate)
        box[one.loss.rows[:owned]] = one.loss.box_per_coordinate.sum(1)
    return box, classes


def _anchor_column(anchors: Array) -> Column:
    return Column(
        tr("Anchor"),
        58,
        np.where(anchors >= 0, anchors, np.nan),
        lambda r: f"{anchors[r]:,}" if anchors[r] >= 0 else NOTHING,
        tr("the anchor it came from"),
        exact=False,
    )


def _score_column(score: Array) -> Column:
    return Column("p", 44, score, lambda r: _known(score[r], 3), tr("score, 0 to 1"))


def _number_column(title: str, values: Array, tip: str) -> Column:
    return Column(title, 70, values, lambda r: _known(values[r], 6), tip)


def _known(value: float, digits: int) -> str:
    return number(finite(float(value)), digits)


def _edge_column(boxes: Array, which: int) -> Column:
    values = boxes[:, which].astype(np.float32)
    title = ("x1", "y1", "x2", "y2")[which]
    return Column(title, 50, values, lambda r: _known(values[r], 1), tr("edge, network px, clipped"))
