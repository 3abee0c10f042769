"""``StageResult``: labels, targets, losses and detections of one stage over one picture's proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.boxes import clip
from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.losses import Losses
from rpn_inspector.core.second_stage.candidates import candidates_of
from rpn_inspector.core.second_stage.detecting import Detected, PictureSizes, detect
from rpn_inspector.core.second_stage.head_outputs import HeadOutputs, has_column
from rpn_inspector.core.second_stage.outputs import StageOutputs
from rpn_inspector.core.second_stage.stage import Stage
from rpn_inspector.core.values import read_only, whole_numbers

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PictureTruth:
    """What every stage needs of the picture.

    Args:
        frame: of the picture.
        gt: (G, 4) network px.
        kinds: (G,) classes, from 0.
        used: (G,) bool, the ground truths in the assignment.
        regions: (I, 4) ignored regions, network px.
        dtype: precision of the IoU.
        seed: of a drawn mini-batch.
        source: the file of the outputs, for messages.
    """

    frame: Frame
    gt: Array
    kinds: Indices
    used: npt.NDArray[np.bool_]
    regions: Array
    dtype: str
    seed: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class StageResult:
    """One stage over C candidates: the proposals and the ground truths that join them. Boxes are network px.

    Args:
        name: of the stage.
        stage: the conventions.
        grid: the C candidates, in the library's order.
        source: (C,) int64, the row in ``proposals``, -1 a ground truth.
        proposals: (R, 4) float32.
        before: (R,) int64, where each came from: the anchor, or the candidate of the stage before; -1 unknown.
        assignment: of the candidates; ground truths numbered as in the sample.
        recorded: whether the mini-batch is the trainer's.
        sampled_positive: the mini-batch's positives, among the candidates.
        sampled_negative: the mini-batch's negatives, among the candidates.
        positive: (P,) int64, ascending.
        t_star: (P, 4) float32, the targets of ``positive``.
        t: (P, 4) float32, the outputs for the ground truth's class, NaN where a candidate has none; None without any.
        level: (C,) int64, the map each candidate is pooled from, from 0.
        head: the outputs as the stage means them, None without.
        refines: (S,) int64, from 0, the class by whose box each row of ``head`` becomes a box for a stage after.
        row: (C,) int64, each candidate's row of outputs, -1 none.
        loss: class loss (as ``objectness``) and box loss, rows among the candidates; None without outputs.
        detections: of the proposals, None where not every proposal has outputs.
    """

    name: str
    stage: Stage
    grid: Grid
    source: Indices
    proposals: Array
    before: Indices
    assignment: Assignment
    recorded: bool
    sampled_positive: Indices
    sampled_negative: Indices
    positive: Indices
    t_star: Array
    t: Array | None
    level: Indices
    head: HeadOutputs | None
    refines: Indices
    row: Indices
    loss: Losses | None
    detections: Detected | None

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def label(self) -> npt.NDArray[np.int8]:
        """Return each candidate's label (C,): 1 positive, 0 background, -1 ignored."""
        return self.assignment.label

    @property
    def gt(self) -> npt.NDArray[np.int32]:
        """Return each candidate's ground truth (C,), -1 where not positive."""
        return self.assignment.gt

    def compared_gt(self, index: int) -> int:
        """Return the ground truth assigned to candidate ``index``, else the one it overlaps most, -1 none."""
        owner, best = int(self.gt[index]), self.assignment.dense
        return owner if owner >= 0 or not best["iou"][index] > 0 else int(best["best_gt"][index])

    def boxes(self, candidates: npt.ArrayLike) -> Array:
        """Return the boxes (n, 4) float32 of ``candidates`` (n,)."""
        return self.grid.boxes(candidates).astype(np.float32)

    def candidate_of(self) -> Indices:
        """Return each proposal's place (R,) among the candidates."""
        place = np.empty(len(self.proposals), np.int64)
        mine = np.flatnonzero(self.source >= 0)
        place[self.source[mine]] = mine
        return place

    def refined(self, size: tuple[int, int]) -> tuple[Array, Indices]:
        """Return the boxes (n, 4) of the classes in ``refines``, clipped to ``size``, and their candidates (n,).

        Those are the proposals with outputs, the next stage's proposals. Source: MMDetection ``regress_by_class``.
        """
        mine = np.flatnonzero((self.row >= 0) & (self.source >= 0))
        if self.head is None:
            mine = mine[:0]
            return np.zeros((0, 4), np.float32), mine
        rows = self.row[mine]
        boxes = self.stage.coder.decode(self.boxes(mine), self.head.t_of(rows, self.refines[rows]))
        return clip(boxes, size, int(self.stage.coder.inclusive)), mine


def run_stage(
    name: str,
    stage: Stage,
    proposals: Array,
    before: Indices,
    of: PictureTruth,
    outputs: StageOutputs | None,
    averaged: Mapping[str, HeadOutputs] = MappingProxyType({}),
    mode: str = "",
) -> StageResult:
    """Return the result of one stage; raises `BadLayout` or `BadPredictions` where the outputs do not fit.

    Args:
        name: of the stage.
        stage: the conventions.
        proposals: (R, 4) network px.
        before: (R,) the origin of each proposal.
        of: the picture.
        outputs: recorded, None without.
        averaged: the heads before by stage, with which the mean scores the detections.
        mode: whether the network trained, as recorded.
    """
    proposals = np.asarray(proposals, np.float32).reshape(-1, 4)
    truth = of.gt[of.used]
    found = candidates_of(proposals, truth, stage, of.dtype, of.frame.network_size, of.regions)
    assignment, count = found.assignment.of_sample(of.used), found.grid.size
    sampled = None if outputs is None else _sampled(name, outputs, count, of.source)
    head, row = None, np.full(count, -1, np.int64)
    if outputs is not None and outputs.logits is not None and outputs.deltas is not None:
        head = HeadOutputs.of(outputs.logits, outputs.deltas, stage, f"{of.source}: {name}_" if of.source else "")
        _check_classes(name, head, averaged, of.source)
        row = _rows(name, len(head.logits), found.source, len(proposals), sampled, of.source, mode)
    chosen = _chosen(stage, assignment, outputs, sampled, row if head is not None else None, of.seed)
    positive = np.flatnonzero(assignment.label == 1)
    boxes = found.grid.boxes(np.arange(count)).astype(np.float32)
    owners = assignment.gt[positive]
    t = None if head is None else _answers(head, row[positive], of.kinds[owners])
    return StageResult(
        name=name,
        stage=stage,
        grid=found.grid,
        source=found.source,
        proposals=proposals,
        before=before,
        assignment=assignment,
        recorded=sampled is not None,
        sampled_positive=chosen[0],
        sampled_negative=chosen[1],
        positive=positive,
        t_star=stage.coder.encode(boxes[positive], of.gt[owners]),
        t=t,
        level=stage.level.of(boxes),
        head=head,
        refines=_refining(head, row, chosen[0] if sampled is not None else chosen[0][:0], assignment, of.kinds),
        row=row,
        loss=None if head is None else _losses(head, row, chosen, assignment, boxes, of),
        detections=None if head is None else _detections(head, row, found.source, proposals, of, (*averaged.values(),)),
    )


def under(one: StageResult, before: Indices, of: PictureTruth) -> StageResult:
    """Return a stage under other ground truths, itself where nothing changes.

    Proposals, outputs and detections stay: the network is not run again, and never saw a moved ground truth among the
    proposals, which so has no outputs. The mini-batch stays but for those as long as no label changes.

    Args:
        one: the stage.
        before: (R,) the origin of each proposal.
        of: the picture with the other ground truths.
    """
    found = candidates_of(
        one.proposals, of.gt[of.used], one.stage, of.dtype, of.frame.network_size, of.regions
    )  # fmt: skip
    assignment, count = found.assignment.of_sample(of.used), found.grid.size
    boxes = found.grid.boxes(np.arange(count)).astype(np.float32)
    here = found.source >= 0
    row = np.full(count, -1, np.int64)
    row[here] = one.row[one.candidate_of()[found.source[here]]]
    kept = np.zeros(count, np.bool_)  # the same box at the same place
    if count == one.grid.size:
        kept = (boxes == one.boxes(np.arange(count))).all(1)
        row = np.where(here | ~kept, row, one.row)
    labels = count == one.grid.size and np.array_equal(assignment.label, one.label)
    if kept.all() and labels and np.array_equal(assignment.gt, one.gt) and np.array_equal(before, one.before):
        return one
    chosen = (one.sampled_positive, one.sampled_negative)
    known = None if one.head is None else row
    if not labels:
        chosen = _chosen(one.stage, assignment, None, None, known, of.seed)
    elif known is not None:
        chosen = (chosen[0][row[chosen[0]] >= 0], chosen[1][row[chosen[1]] >= 0])
    positive = np.flatnonzero(assignment.label == 1)
    owners = assignment.gt[positive]
    return replace(
        one,
        grid=found.grid,
        source=found.source,
        before=before,
        assignment=assignment,
        recorded=one.recorded and labels,
        sampled_positive=chosen[0],
        sampled_negative=chosen[1],
        positive=positive,
        t_star=one.stage.coder.encode(boxes[positive], of.gt[owners]),
        t=None if one.head is None else _answers(one.head, row[positive], of.kinds[owners]),
        level=one.stage.level.of(boxes),
        row=row,
        loss=None if one.head is None else _losses(one.head, row, chosen, assignment, boxes, of),
    )


def _sampled(name: str, outputs: StageOutputs, count: int, source: str) -> Indices | None:
    """Return the recorded mini-batch, places among ``count`` candidates, None without."""
    if outputs.sampled is None:
        return None
    found = whole_numbers(outputs.sampled)
    if found is None:
        raise BadPredictions(f"{_place(source)}{name}_sampled: wanted whole numbers, places among the candidates")
    if found.size and (found.min() < 0 or found.max() >= count):
        wrong = found.min() if found.min() < 0 else found.max()
        text = f"{name}_sampled holds {wrong}, wanted places among the {count:,} candidates"
        raise BadPredictions(f"{_place(source)}{text}")
    if outputs.gt is not None and len(outputs.gt) != len(found):
        raise BadLayout(f"{_place(source)}{name}_gt {outputs.gt.shape}, wanted ({len(found)},) as {name}_sampled")
    return found


def _place(source: str) -> str:
    return f"{source}: " if source else ""


def _check_classes(name: str, head: HeadOutputs, before: Mapping[str, HeadOutputs], source: str) -> None:
    """Raise `BadLayout` where a stage ``before``, averaged with this one, has another number of classes."""
    for other, one in before.items():
        if one.classes != head.classes:
            found = f"found {head.classes} classes, wanted {one.classes} as {other}_logits"
            raise BadLayout(f"{_place(source)}{name}_logits: {found}")


def _rows(
    name: str, rows: int, source: Indices, proposals: int, sampled: Indices | None, place: str, mode: str
) -> Indices:
    """Return each candidate's row (C,) of the outputs, -1 none; as many samples as proposals: by the mode."""
    found = np.full(len(source), -1, np.int64)
    if sampled is not None and rows == len(sampled) and not (mode == "eval" and rows == proposals):
        found[sampled] = np.arange(rows)
    elif rows == proposals:
        found[:] = source
    elif rows == len(source):
        found[:] = np.arange(rows)
    else:
        wanted = [f"{proposals:,} (one a proposal)", f"{len(source):,} (one a candidate)"]
        wanted += [] if sampled is None else [f"{len(sampled):,} (one a sampled box)"]
        raise BadLayout(f"{_place(place)}{name}_logits: found {rows:,} rows, wanted {' or '.join(wanted)}")
    return found


def _chosen(
    stage: Stage,
    assignment: Assignment,
    outputs: StageOutputs | None,
    sampled: Indices | None,
    row: Indices | None,
    seed: int,
) -> tuple[Indices, Indices]:
    """Return the mini-batch: recorded, else drawn, of candidates with outputs where there are any."""
    label = assignment.label
    if sampled is not None:
        as_positive = label[sampled] == 1
        if outputs is not None and outputs.gt is not None:
            as_positive = np.asarray(outputs.gt) >= 0
        return sampled[as_positive], sampled[~as_positive]
    drawn = label if row is None else np.where(row >= 0, label, np.int8(-1))
    return stage.sampler.sample(drawn, seed)


def _answers(head: HeadOutputs, rows: Indices, kinds: Indices) -> Array:
    """Return t (P, 4) of outputs ``rows`` (P,) for classes ``kinds`` (P,), NaN without a row or a column."""
    found = np.full((len(rows), 4), np.nan, np.float32)
    there = np.flatnonzero((rows >= 0) & has_column(kinds, head.classes))
    found[there] = head.t_of(rows[there], kinds[there])
    return found


def _refining(
    head: HeadOutputs | None, row: Indices, foreground: Indices, assignment: Assignment, kinds: Indices
) -> Indices:
    """Return each row's class (S,) for a stage after: the likeliest, of a trainer's ``foreground`` the ground truth's.

    Sources: MMDetection ``refine_bboxes`` while training, ``CascadeRoIHead._refine_roi`` at rest.
    """
    if head is None:
        return np.empty(0, np.int64)
    found: Indices = head.logits[:, -head.classes :].argmax(1)
    known = foreground[(row[foreground] >= 0) & (assignment.gt[foreground] >= 0)]
    wanted = kinds[assignment.gt[known]]
    there = has_column(wanted, head.classes)
    found[row[known[there]]] = wanted[there]
    return found


def _losses(
    head: HeadOutputs,
    row: Indices,
    chosen: tuple[Indices, Indices],
    assignment: Assignment,
    boxes: Array,
    of: PictureTruth,
) -> Losses | None:
    """Return the losses of the mini-batch, None where a sampled box has no outputs or a class no column."""
    # a trainer's recorded positive may be no positive here, and has no target then
    owned = chosen[0][assignment.gt[chosen[0]] >= 0]
    owners = assignment.gt[owned]
    kinds = of.kinds[owners]
    everyone = np.concatenate([owned, chosen[1]])
    if (row[everyone] < 0).any() or not has_column(kinds, head.classes).all():
        return None
    found = head.losses(boxes[owned], of.gt[owners].astype(np.float32), row[owned], row[chosen[1]], kinds)
    return replace(found, rows=everyone)


def _detections(
    head: HeadOutputs,
    row: Indices,
    source: Indices,
    proposals: Array,
    of: PictureTruth,
    averaged: tuple[HeadOutputs, ...],
) -> Detected | None:
    """Return the detections of the proposals, None where one has no outputs."""
    mine = np.flatnonzero(source >= 0)
    rows = np.empty(len(proposals), np.int64)
    rows[source[mine]] = row[mine]
    if (rows < 0).any():
        return None
    if any(len(one.logits) != len(head.logits) for one in averaged):
        return None  # the stages before speak of other boxes
    frame, stage = of.frame, head.stage
    sizes = PictureSizes(frame.network_size, frame.original_size, frame.scale)
    found = detect(
        proposals, _mean_scores(head, averaged)[rows], head.deltas[rows], stage.coder, stage.detections, sizes
    )
    if stage.detections.frame != "network":
        return found
    return replace(found, original=frame.to_original(found.boxes).astype(np.float32))


def _mean_scores(head: HeadOutputs, before: tuple[HeadOutputs, ...]) -> Array:
    """Return each class's score (R, K), of a stage over boxes the mean with the stages before.

    Sources: MMDetection ``CascadeRoIHead`` (logits), detectron2 ``CascadeROIHeads`` (scores).
    """
    every, many = (*before, head), np.float32(len(before) + 1)
    if head.stage.detections.average == "scores":
        return np.asarray(np.sum([one.scores() for one in every], 0, np.float32) / many)
    logits = np.asarray(np.sum([one.logits for one in every], 0, np.float32) / many)
    return replace(head, logits=logits).scores()
