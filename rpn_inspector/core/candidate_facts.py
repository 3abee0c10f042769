"""One candidate's facts: a proposal, or a ground truth that joins the proposals, in a second stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.box_losses import DECODED, Decoded
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.fact_tables import coding_table
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.losses import box_loss, normalisers, objectness_loss
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.sampler import membership
from rpn_inspector.core.second_stage.head_outputs import has_column
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.text import Text, UserName

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CandidateFacts:
    """Everything about one candidate; boxes (4,) in network px, coded numbers (4,) in the order x, y, w, h.

    Numbers of outputs are None where the candidate has none; t* and the numbers computed from t* are None without a
    ground truth.

    Args:
        index: the place among the candidates.
        box: (4,) float32.
        proposal: the number of the proposal, -1 a ground truth.
        before: the anchor, or the candidate of the stage before, -1 unknown.
        level: the name of the map pooled from.
        label: 1 positive, 0 negative, -1 ignored.
        cause: a `Cause`.
        gt: the ground truth assigned, from 0, -1 none.
        iou: the best IoU with any ground truth compared.
        iou_per_gt: (G,) in the recipe's precision.
        t_star: the target t*.
        t: the output for the ground truth's class, or for the likeliest class of a candidate without.
        predicted: (4,) float32, the box of ``t``, not clipped.
        difference: d = t - t*, None for a loss of decoded boxes.
        r: the cost of each coordinate, or (1,) of the whole box, without weight.
        scores: (K,) float32, each class's score.
        fates: (K,) uint8, each class's `Fate`, None where there are no detections.
        kind: the class of ``t``, from 0, -1 without outputs.
        suppressor: the proposal that suppressed the box of ``kind``, -1 none.
        suppressor_iou: the IoU of both.
        class_loss: before division by ``normaliser``.
        box_loss: before division by ``box_normaliser``.
        normaliser: of the class loss.
        box_normaliser: of the box loss.
        sampled: whether the candidate is in the mini-batch.
        why: the label in words with numbers.
        membership: whether the candidate is in the reported sums.
        coding: a row for each coordinate, and their sum.
    """

    index: int
    box: Array
    proposal: int
    before: int
    level: str
    label: int
    cause: int
    gt: int
    iou: float
    iou_per_gt: Array
    t_star: Array | None
    t: Array | None
    predicted: Array | None
    difference: Array | None
    r: Array | None
    scores: Array | None
    fates: npt.NDArray[np.uint8] | None
    kind: int
    suppressor: int
    suppressor_iou: float | None
    class_loss: float | None
    box_loss: float | None
    normaliser: float
    box_normaliser: float
    sampled: bool
    why: str
    membership: Text
    coding: Table


def candidate_facts(one: StageResult, index: int, gt: Array, sample: Sample) -> CandidateFacts:
    """Return every fact about candidate ``index``; ``gt`` (G, 4) network px are the ground truths of ``sample``."""
    stage, spec, coder = one.stage, one.stage.loss, one.stage.coder
    box, owner, label = one.boxes([index]), int(one.gt[index]), int(one.label[index])
    row, proposal = int(one.row[index]), int(one.source[index])
    truth = gt[owner : owner + 1]
    t_star = coder.encode(box, truth)[0] if owner >= 0 else None
    t = predicted = difference = r = scores = for_class = for_box = None
    kind = -1
    if one.head is not None and row >= 0:
        scores = one.head.scores()[row]
        kind = int(sample.gt_class[owner]) if owner >= 0 else int(scores.argmax())
        known = bool(has_column(kind, one.head.classes))
        if known:
            t = one.head.t_of(np.array([row]), np.array([kind]))[0]
            predicted = coder.decode(box, t[None])[0]
        if label == 0 or (label == 1 and known):
            logits, kinds = one.head.logits[row : row + 1], np.array([kind] * label, np.int64)
            for_class = float(objectness_loss(logits, label, kinds, spec)[0])
        if t_star is not None and t is not None and predicted is not None:
            pair = Decoded(predicted[None], truth.astype(np.float32)) if spec.box in DECODED else None
            difference = t - t_star if pair is None else None
            weighted = box_loss(t[None], t_star[None], spec, pair)[0]
            r, for_box = weighted / (spec.box_weight or 1), float(weighted.sum())
    as_positive = bool((one.sampled_positive == index).any())
    sampled = as_positive or bool((one.sampled_negative == index).any())
    divisors = normalisers(len(one.sampled_positive), len(one.sampled_negative), spec, stage.sampler)
    in_order = [None if values is None else values[coder.order] for values in (t_star, t, difference)]
    costs = r if r is None or len(r) == 1 else r[coder.order]
    fates, by, by_iou = _fates(one, proposal, kind)
    iou = _overlaps(one, index, gt)
    return CandidateFacts(
        index=index,
        box=box[0],
        proposal=proposal,
        before=-1 if proposal < 0 else int(one.before[proposal]),
        level=stage.level.names[int(one.level[index])] if stage.level.names else "",
        label=label,
        cause=int(one.assignment.cause[index]),
        gt=owner,
        iou=float(one.assignment.dense["iou"][index]),
        iou_per_gt=iou,
        t_star=in_order[0],
        t=in_order[1],
        predicted=predicted,
        difference=in_order[2],
        r=costs,
        scores=scores,
        fates=fates,
        kind=kind,
        suppressor=by,
        suppressor_iou=by_iou,
        class_loss=for_class,
        box_loss=for_box,
        normaliser=divisors[0],
        box_normaliser=divisors[1],
        sampled=sampled,
        why=why(one, index, sample),
        membership=membership(stage.sampler, label, sampled, one.recorded, True),
        coding=coding_table(coder.coordinate_names, spec, in_order[0], in_order[1], in_order[2], costs),
    )


def _overlaps(one: StageResult, index: int, gt: Array) -> Array:
    box = one.grid.boxes([index])[0]
    return np.asarray(iou_with(box, gt.astype(box.dtype), int(one.stage.matcher.inclusive)))


def _fates(one: StageResult, proposal: int, kind: int) -> tuple[npt.NDArray[np.uint8] | None, int, float | None]:
    """Return a proposal's fate (K,) by class, and who suppressed the box of class ``kind``, with the IoU."""
    found = one.detections
    if found is None or proposal < 0:
        return None, -1, None
    fates, classes = found.pair_fate[proposal], found.pair_fate.shape[1]
    if not 0 <= kind < classes or fates[kind] != Fate.SUPPRESSED:
        return fates, -1, None
    place = int(found.suppressed.searchsorted(proposal * classes + kind))
    return fates, int(found.suppressor[place]) // classes, float(found.suppressed_iou[place])


def why(one: StageResult, index: int, sample: Sample) -> str:
    """Return the label of candidate ``index`` in words with numbers."""
    matcher, assignment = one.stage.matcher, one.assignment
    iou, owner, cause = float(assignment.dense["iou"][index]), int(one.gt[index]), int(assignment.cause[index])
    best = int(assignment.dense["best_gt"][index])

    if one.source[index] < 0 and one.stage.add_gt == "first":
        return Text.of(
            "It is {owner} itself, which joins the proposals in training: positive without a comparison.",
            owner=_named(owner, sample),
        )
    named = [_named(gt, sample) if gt >= 0 else None for gt in (owner, best)]
    label = _why_label(iou, cause, named[0], named[1], matcher)
    if one.source[index] >= 0:
        return label
    return Text.joined(Text("It is a ground truth that joins the proposals in training."), label)


def _named(gt: int, sample: Sample) -> Text:
    return Text.of("ground truth {number} ({name})", number=gt + 1, name=UserName(sample.class_name(gt)))


def _why_label(iou: float, cause: int, owner: Text | None, best: Text | None, matcher: Any) -> Text:
    if not iou > 0 and cause == Cause.BACKGROUND:
        return Text("It overlaps no ground truth: background.")
    low, high = f"{matcher.negative:.2f}", f"{matcher.positive:.2f}"
    if owner is not None and cause == Cause.OVERLAP:
        return Text.of("IoU {iou:.4f} with {owner} reaches {least}: positive.", iou=iou, owner=owner, least=high)
    if owner is not None and cause == Cause.BEST_FOR_GT:
        return Text.of("No box overlaps {owner} more, so that it is positive at IoU {iou:.4f}.", owner=owner, iou=iou)
    if cause == Cause.CROWD:
        return Text("It lies in an ignored region: in no loss.")
    reach = Text.of("Its best overlap, IoU {iou:.4f}", iou=iou)
    if best is not None:
        reach = Text.of("Its best overlap, IoU {iou:.4f} with {best}", iou=iou, best=best)
    if cause == Cause.BACKGROUND:
        return Text.of("{reach}, is below {limit}: background.", reach=reach, limit=low)
    if iou < matcher.negative_from:
        return Text.of("{reach}, is below {limit}: never drawn.", reach=reach, limit=f"{matcher.negative_from:.2f}")
    return Text.of("{reach}, is between {low} and {high}: ignored.", reach=reach, low=low, high=high)
