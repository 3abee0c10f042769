"""The fates of decoded boxes: one box's fate in words, and the funnel of all boxes with the recall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.assigners.overlapped import named_truth
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.proposals import Fate, Proposals
from rpn_inspector.core.specs import ProposalSpec
from rpn_inspector.core.text import NOTHING, Text, UserName
from rpn_inspector.core.warnings import raw_words
from rpn_inspector.core.words import NMS_SIGNS

Array = npt.NDArray[Any]
LOST_AT = {
    "box": Fate.NO_BOX,
    "top": Fate.CUT_LEVEL,
    "size": Fate.TOO_SMALL,
    "score": Fate.LOW_SCORE,
    "nms": Fate.SUPPRESSED,
}
THRESHOLDS = (0.5, 0.7)
SHOWN = 0.05  # network px: half of the last decimal of a box

_BEHIND = {  # by `ProposalSpec.top`
    "per_level": "Its score {score} is not among the first {first:,} on its level, so NMS never sees it.",
    "per_class": "Its score {score} is not among the first {first:,} of its class, so NMS never sees it.",
    "overall": "Its score {score} is not among the first {first:,} over all levels, so NMS never sees it.",
    "points": "Its score {score} is not among the first {first:,} of the best points, so NMS never sees it.",
}


@dataclass(frozen=True, slots=True)
class NmsOverlap:
    """How NMS came to the IoU of a suppressed box with the suppressor.

    Args:
        shared: (w, h) of the intersection, network px or fractions of the input.
        this: (w, h) of the suppressed box.
        other: (w, h) of the suppressor.
        inclusive: whether sides are x2 - x1 + 1.
        fractions: whether NMS compared fractions of the input.
        apart: whether boxes were shifted apart by group in float32, which rounds their edges.
    """

    shared: tuple[float, float]
    this: tuple[float, float]
    other: tuple[float, float]
    inclusive: bool
    fractions: bool
    apart: bool


@dataclass(frozen=True, slots=True, eq=False)
class FateFacts:
    """One anchor's decoded box and its fate; boxes (4,) float32 network px, clipped as the recipe clips.

    Args:
        fate: the fate of the anchor's class that came furthest.
        box: (4,) the decoded box.
        score: objectness p, or the best class's score.
        rank: place among all decoded boxes by score, from 1.
        proposal: place among the kept boxes, from 1; 0 for a box not kept.
        suppressor: the anchor of the suppressing box, flat, -1 none.
        suppressor_box: (4,), None without a suppressor.
        suppressor_proposal: the suppressor's place among the kept boxes, from 1; 0 where a later step cut the
            suppressor.
        suppressor_score: the suppressor's score.
        nms_iou: IoU of the box with the suppressor's.
        siblings: (n,) the anchors of all boxes with the same suppressor, highest score first.
        gt: the ground truth of the highest IoU with the box, from 0, -1 where the box covers none.
        gt_iou: IoU of the box with ``gt``, 0 without.
        suppressor_iou: IoU of the suppressor's box with ``gt``.
        words: the fate in a sentence with numbers.
        fit: the ground truth best covered by the box, and the one the anchor is trained towards where that is another,
            in a sentence or two; "" without ground truth.
        broken: the raw outputs that are not finite, in words, "" for none.
        overlap: how NMS came to ``nms_iou``, None without a suppressor.
        unclipped: (4,) the box as decoded, where clipping changed it, else None.
        clipped: that it was clipped, in a sentence; "" where it was not.
    """

    fate: Fate
    box: Array
    score: float
    rank: int
    proposal: int
    suppressor: int
    suppressor_box: Array | None
    suppressor_proposal: int
    suppressor_score: float
    nms_iou: float
    siblings: npt.NDArray[np.int64]
    gt: int
    gt_iou: float
    suppressor_iou: float
    words: Text
    fit: Text = NOTHING
    broken: Text = NOTHING  # which of its raw outputs are not finite, in words
    overlap: NmsOverlap | None = None
    unclipped: Array | None = None
    clipped: Text = NOTHING

    @property
    def of_numbers(self) -> bool:
        """Return whether every edge of the box is a finite number."""
        return bool(np.isfinite(self.box).all())

    @property
    def finding(self) -> Text:
        """Return the panel's heading, e.g. ``Suppressed by proposal 7``."""
        if self.fate is Fate.NO_BOX or not np.isfinite(self.score):
            return Text("Left out: not a number")
        if self.fate is Fate.SUPPRESSED and self.suppressor_proposal:
            return Text.of("Suppressed by proposal {n}", n=self.suppressor_proposal)
        if self.fate is Fate.SUPPRESSED:
            return Text.of("Suppressed by anchor {n:,}", n=self.suppressor)
        return {
            Fate.KEPT: Text.of("Kept as proposal {n}", n=self.proposal),
            Fate.CUT_LEVEL: Text("Cut by the first top-k"),
            Fate.CUT_FINAL: Text("Cut by the final top-k"),
            Fate.TOO_SMALL: Text("Too small"),
            Fate.LOW_SCORE: Text("Below the score threshold"),
        }[self.fate]


def fate_of(inspection: Inspection, anchor: int) -> FateFacts | None:
    """Return the facts of one anchor's decoded box, None without predictions."""
    proposals, scores = inspection.proposals, inspection.objectness()
    if proposals is None or scores is None or not inspection.predicts(anchor):
        return None
    box = decoded_boxes(inspection, np.array([anchor]))[0]
    whole = inspection.predicted(np.array([anchor]))
    # infinite edges that stand where they were are not clipped
    cut = whole is not None and not np.allclose(whole[0], box, rtol=0, atol=SHOWN, equal_nan=True)
    fate = Fate(int(proposals.fate[anchor]))
    suppressor = int(proposals.suppressed_by[anchor]) if fate is Fate.SUPPRESSED else -1
    # decoded anew and not looked up: the suppressor may have been cut by the final top-k
    over = decoded_boxes(inspection, np.array([suppressor]))[0] if suppressor >= 0 else None
    siblings = np.flatnonzero((proposals.suppressed_by == suppressor) & (proposals.fate == Fate.SUPPRESSED))
    # no suppressor is -1, which every box that was not suppressed has too
    siblings = siblings[np.argsort(-scores[siblings], kind="stable")] if suppressor >= 0 else siblings[:0]
    gt, gt_iou, suppressor_iou = -1, 0.0, 0.0
    used = np.flatnonzero(inspection.used)
    # a dropped crowd or difficult box was no target in training, so covering one is no hit here either
    if used.size:
        overlaps = iou_with(box, inspection.gt[used])
        gt_iou = float(overlaps.max())
        gt = int(used[overlaps.argmax()]) if gt_iou > 0 else -1
        if over is not None and gt >= 0:
            suppressor_iou = float(iou_with(over, inspection.gt[gt : gt + 1])[0])
    score = float(scores[anchor])
    facts = {
        "fate": fate,
        "box": box,
        "score": score,
        "rank": int((scores > score).sum()) + 1,
        "proposal": _place(proposals, anchor),
        "suppressor": suppressor,
        "suppressor_box": over,
        "suppressor_proposal": _place(proposals, suppressor),
        "suppressor_score": float(scores[suppressor]) if suppressor >= 0 else 0.0,
        "nms_iou": float(proposals.suppressed_iou[anchor]),
        "siblings": siblings,
        "gt": gt,
        "gt_iou": gt_iou,
        "suppressor_iou": suppressor_iou,
        "unclipped": whole[0] if whole is not None and cut else None,
        "clipped": _clip_words(inspection.recipe.proposals) if cut else NOTHING,
        "broken": NOTHING,
        "overlap": _overlap(inspection, proposals, anchor) if over is not None else None,
    }
    if inspection.logits is not None and inspection.deltas is not None:
        facts["broken"] = raw_words(inspection.logits[anchor], inspection.deltas[anchor])
    return FateFacts(**facts, words=_words(facts, inspection), fit=_fit_words(facts, inspection, anchor))


def _clip_words(spec: ProposalSpec) -> Text:
    """Return that a box was clipped, and to what."""
    if spec.decode_in == "fractions":
        return Text("As decoded it reaches beyond the input, and is clipped to that.")
    return Text("As decoded it reaches beyond the picture, and is clipped to that.")


def _overlap(inspection: Inspection, proposals: Proposals, anchor: int) -> NmsOverlap:
    one, other = proposals.compared_of(anchor).astype(np.float64)
    inclusive, fractions = proposals.compared_inclusive, inspection.recipe.proposals.decode_in == "fractions"
    shared = np.maximum(np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2]) + inclusive, 0.0)
    decoded = decoded_boxes(inspection, np.array([anchor]))
    inside = inspection.coordinates.of(decoded)[0]
    this, its = one[2:] - one[:2] + inclusive, other[2:] - other[:2] + inclusive
    return NmsOverlap(
        shared=(float(shared[0]), float(shared[1])),
        this=(float(this[0]), float(this[1])),
        other=(float(its[0]), float(its[1])),
        inclusive=inclusive,
        fractions=fractions,
        apart=bool(np.abs(one - inside).max() > (1e-3 if fractions else 0.5)),
    )


def fit_of(inspection: Inspection, boxes: Array, gt: int | None = None) -> Array:
    """Return the IoU (n,) float32 of ``boxes`` (n, 4), network px, with ``gt``, None: each box's best IoU.

    NaN for a box of which an edge is not finite.
    """
    best = np.zeros(len(boxes), np.float32)
    # a row at a time: memory is O(n), not G x n
    for number in np.flatnonzero(inspection.used).tolist() if gt is None else [gt]:
        np.maximum(best, iou_with(inspection.gt[number], boxes), out=best)
    finite = np.isfinite(boxes)
    return best if finite.all() else np.where(finite.all(1), best, np.float32(np.nan))


def box_ious(inspection: Inspection, anchor: int) -> Array | None:
    """Return the IoU (G,) float32 of one anchor's decoded box with each ground truth, None without a box of numbers."""
    if inspection.proposals is None or not inspection.predicts(anchor):
        return None
    box = decoded_boxes(inspection, np.array([anchor]))[0]
    if not np.isfinite(box).all():
        return None
    return np.asarray(iou_with(box, inspection.gt), np.float32) if len(inspection.gt) else np.empty(0, np.float32)


def decoded_boxes(inspection: Inspection, anchors: npt.NDArray[np.int64]) -> Array:
    """Return the decoded boxes (n, 4) float32 of ``anchors`` (n,), network px, clipped where the recipe clips."""
    # clipped where the recipe clips before NMS: the IoU shown is then the IoU that NMS compared
    boxes = inspection.predicted(anchors)
    assert boxes is not None
    recipe = inspection.recipe
    if not recipe.proposals.clip:
        return boxes
    frame = inspection.coordinates
    return frame.pixels(frame.clipped(frame.of(boxes), int(recipe.coder.inclusive)))


def _place(proposals: Proposals, anchor: int) -> int:
    """Return an anchor's place among the kept, from 1, or 0."""
    where = np.flatnonzero(proposals.anchor == anchor)
    return int(where[0]) + 1 if anchor >= 0 and where.size else 0


def _words(facts: dict[str, Any], inspection: Inspection) -> Text:
    fate = facts["fate"]
    # a finite score was still judged rightly by the first top-k; without one every fate follows from the broken number
    if facts["broken"] and (fate is Fate.NO_BOX or not np.isfinite(facts["score"])):
        return Text.of("Its raw outputs are not all numbers ({which}): such a box is left out.", which=facts["broken"])
    if fate is Fate.NO_BOX:
        return Text("Decoded, an edge is no finite number: such a box is left out.")
    if facts["broken"]:
        which = facts["broken"]
        known = Text.of(
            "Its raw outputs are not all numbers ({which}), yet its box is, as in the library.", which=which
        )
        return Text.joined(_known_words(facts, inspection), known)
    return _known_words(facts, inspection)


def _known_words(facts: dict[str, Any], inspection: Inspection) -> Text:
    """Return the fate of a box whose edges and score are numbers."""
    spec = inspection.recipe.proposals
    fate, score = facts["fate"], f"{facts['score']:.4g}"
    if fate is Fate.KEPT:
        return Text.of(
            "No box above it overlaps it at IoU {sign} {nms:.2f}; it is proposal {place:,} by score.",
            sign=NMS_SIGNS[spec.nms_rule],
            nms=spec.nms,
            place=facts["proposal"],
        )
    if fate is Fate.CUT_LEVEL:
        return Text(_BEHIND[spec.top], {"score": score, "first": spec.pre_nms})
    if fate is Fate.CUT_FINAL:
        return Text.of(
            "It survived NMS, but {n:,} boxes with higher scores did too, and no more are kept.", n=spec.post_nms
        )
    if fate is Fate.TOO_SMALL and spec.min_size_frame == "original":
        return Text.of(
            "Clipped to the picture it has a side under {least:g} px of the original picture.", least=spec.min_size
        )
    if fate is Fate.TOO_SMALL:
        return Text.of("Clipped to the picture it has a side under {least:g} network px.", least=spec.min_size)
    if fate is Fate.LOW_SCORE:
        least = max(spec.min_score, spec.min_confidence)
        return Text.of("Its score {score} is below the threshold {least:g}.", score=score, least=least)
    return _suppressed_words(facts, inspection, spec)


def _fit_words(facts: dict[str, Any], inspection: Inspection, anchor: int) -> Text:
    """Return which ground truth the box covers best, and how well the anchor's own where that is another."""
    gt, own = facts["gt"], int(inspection.assignment.gt[anchor])
    if not np.isfinite(facts["box"]).all() or not inspection.used.any():
        return NOTHING
    sample = inspection.sample
    text = Text("The box covers no ground truth.")
    if gt >= 0:
        text = Text.of(
            "The box covers {best} best, at IoU {iou:.4f}.", best=named_truth(gt, sample), iou=facts["gt_iou"]
        )
    if own < 0 or own == gt:
        return text
    fit = float(iou_with(facts["box"], inspection.gt[own : own + 1])[0])
    trained = Text.of(
        "Its anchor is trained towards {n} ({name}), which it covers at IoU {iou:.4f}.",
        n=own + 1,
        name=UserName(sample.class_name(own)),
        iou=fit,
    )
    return Text.joined(text, trained)


def _suppressed_words(facts: dict[str, Any], inspection: Inspection, spec: ProposalSpec) -> Text:
    place = facts["suppressor_proposal"]
    by = Text.of("proposal {n}", n=place) if place else Text.of("the box of anchor {n:,}", n=facts["suppressor"])
    text = Text.of(
        "It overlaps {by} at IoU {iou} {sign} {nms}, the NMS threshold, and scores lower: {score} against {other}.",
        by=by,
        iou=f"{facts['nms_iou']:.4f}",
        sign=NMS_SIGNS[spec.nms_rule],
        nms=f"{spec.nms:.2f}",
        score=f"{facts['score']:.4g}",
        other=f"{facts['suppressor_score']:.4g}",
    )
    if facts["gt"] < 0 or facts["gt_iou"] <= facts["suppressor_iou"]:
        return text
    better = Text.of(
        "It was the better fit: IoU with {gt} is {iou:.4f}, the survivor has {other:.4f}.",
        gt=named_truth(facts["gt"], inspection.sample),
        iou=facts["gt_iou"],
        other=facts["suppressor_iou"],
    )
    return Text.joined(text, better)


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """The number of boxes left after each step of `Funnel.steps`, of one level or of all."""

    name: str
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """From anchors to proposals, step by step in the recipe's order.

    ``steps`` are "anchors", then "box" where some anchors have none, then "top", "size", "score", "nms" as the
    recipe orders the four, then "kept". ``rows`` are the levels, ``total`` is the sum; ``fates`` counts the anchors by
    fate, N in sum.
    """

    steps: tuple[str, ...]
    rows: tuple[FunnelRow, ...]
    total: FunnelRow
    fates: dict[Fate, int]


def funnel(inspection: Inspection) -> Funnel | None:
    """Return the funnel of one picture's boxes, None without predictions."""
    if inspection.proposals is None:
        return None
    fate, spec = inspection.proposals.fate, inspection.recipe.proposals
    some_without = inspection.of_decoded_boxes or bool((fate == Fate.NO_BOX).any())
    order = (("box",) if some_without else ()) + step_order(spec)
    rows = []
    for level in inspection.grid.levels:
        counts = np.bincount(fate[level.offset : level.offset + level.count], minlength=len(Fate))
        left = [level.count]
        for step in order:
            # each fate belongs to one step, so the boxes a step loses are the boxes of its fate
            left.append(left[-1] - int(counts[LOST_AT[step]]))
        rows.append(FunnelRow(level.name, (*left, int(counts[Fate.KEPT]))))
    total = FunnelRow("all", tuple(sum(column) for column in zip(*(row.left for row in rows), strict=True)))
    every = np.bincount(fate, minlength=len(Fate))
    return Funnel(
        steps=("anchors", *order, "kept"),
        rows=tuple(rows),
        total=total,
        fates={kind: int(every[kind]) for kind in Fate},
    )


def step_order(spec: ProposalSpec) -> tuple[str, ...]:
    """Return the steps between all anchors and the kept boxes in the recipe's order."""
    if spec.filter_first:
        return ("size", "score", "top", "nms")
    return ("score", "top", "size", "nms") if spec.min_score_first else ("top", "size", "score", "nms")


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of ground truths covered at IoU 0.5 and 0.7 by the boxes of a step; ``best`` (G,) is each best IoU."""

    step: str
    at_half: float
    at_seven: float
    best: Array


def recalls(inspection: Inspection) -> tuple[Recall, ...]:
    """Return the recall of the ground truths in the assignment after each step; empty without ground truth.

    Steps: all anchors, not decoded; all boxes decoded; boxes of the first top-k; survivors of NMS; kept boxes. IoU is
    in network px with plain widths; without predictions "anchors" is the only step.
    """
    used = np.flatnonzero(inspection.used)
    if not used.size:
        return ()
    gt = inspection.gt[used]
    # in float32, as the decoded boxes: all steps of the funnel are measured alike
    found = [("anchors", _best(inspection.grid.all_boxes().astype(np.float32), gt))]
    proposals = inspection.proposals
    if proposals is not None:
        fate = proposals.fate
        there = np.flatnonzero(fate != Fate.NO_BOX)
        every = decoded_boxes(inspection, there)
        # the final top-k comes after NMS: boxes it cut have survived NMS
        surviving = np.isin(fate[there], (Fate.KEPT, Fate.CUT_FINAL))
        found.append(("decoded", _best(every, gt)))
        found.append(("top", _best(proposals.all_boxes, gt)))
        found.append(("nms", _best(every[surviving], gt)))
        found.append(("kept", _best(proposals.boxes, gt)))
    half, seven = THRESHOLDS
    return tuple(
        Recall(step=step, at_half=float((b >= half).mean()), at_seven=float((b >= seven).mean()), best=b)
        for step, b in found
    )


def _best(boxes: Array, gt: Array) -> Array:
    """Return the highest IoU (G,) of each of ``gt`` (G, 4) with ``boxes`` (n, 4), one row at a time."""
    # the maximum of no box is no number, but nothing covers: IoU 0
    if not len(boxes):
        return np.zeros(len(gt), np.float32)
    return np.array([iou_with(box, boxes).max() for box in gt], np.float32)
