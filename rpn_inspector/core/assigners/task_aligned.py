"""The task-aligned assigner: the points inside a ground truth whose scores and boxes fit it best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.answers import Answers
from rpn_inspector.core.assigners.candidate_counts import counts, undecided
from rpn_inspector.core.assigners.task_aligned_words import TaskAlignedWords
from rpn_inspector.core.assignment import Assignment, Cause, Ragged
from rpn_inspector.core.centres_inside import PointPairs, centres_inside
from rpn_inspector.core.complete_iou import complete_iou
from rpn_inspector.core.limits import CANDIDATES, COUNT_OR_NONE, EXPONENT, WEIGHT
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.positives import PictureByPicture
from rpn_inspector.core.spec import Live, number
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
MARGIN = 1e-9  # px; a centre is inside by more
EPSILON = 1e-9  # in the targets' quotient
BLOCK = 1 << 16  # pairs measured at a time, so that large objects over all points do not fill the memory


class Alignment(NamedTuple):
    """Class score, overlap (CIoU, 0 or more) and metric of each candidate, (n,) float32 each."""

    score: Array
    overlap: Array
    metric: Array


class Owned(NamedTuple):
    """Anchors (m,) ascending, the ground truth of each, and its metric and overlap there."""

    anchor: Indices
    gt: Indices
    metric: Array
    overlap: Array


@dataclass(frozen=True, slots=True)
class TaskAligned(PictureByPicture, TaskAlignedWords):
    """The points inside with the best score^alpha x overlap^beta (TOOD; YOLOv8, YOLOv10, YOLO26).

    Sources: the article of TOOD (2108.07755), and facts measured of Ultralytics 8.4. Of candidates with a metric of 0,
    with which the library may fill up the best, none is taken here: they teach nothing.
    """

    rule: ClassVar[str] = "task_aligned"
    topk: int = number(10, "so many of the best candidates of a ground truth", CANDIDATES)
    keep: int = number(0, "so many of them stay after contests; 0: all", COUNT_OR_NONE)
    alpha: float = number(
        0.5, "exponent of the score", EXPONENT, Live(Text("α_s"), "α_s", Text("alpha, of the score"), 9)
    )
    beta: float = number(
        6.0, "exponent of the overlap", EXPONENT, Live(Text("β_o"), "β_o", Text("beta, of the overlap"), 99)
    )
    small_side: float = number(
        0.0, "px to which a shorter side of a ground truth is enlarged for its candidates; 0: none (YOLO26)", WEIGHT
    )

    def assign(
        self,
        grid: Grid,
        gt: Array,
        image_size: tuple[int, int],
        regions: Array | None = None,
        padded_size: tuple[int, int] | None = None,
        answers: Answers | None = None,
    ) -> Assignment:
        """Return the labels of all anchors; without ``answers`` candidates are undecided, all others negative.

        Args:
            grid: N anchors, network px; their centres count.
            gt: (G, 4) x1 y1 x2 y2, network px.
            image_size: not used.
            regions: not used.
            padded_size: not used.
            answers: what the network says, None without a prediction.
        """
        boxes = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
        candidates = self.candidates(grid, boxes)
        known = counts(candidates, len(boxes), grid.size)
        if answers is None:
            none = np.zeros(len(boxes), np.int64)
            per_gt = known | {"positives": none, "chosen": none.copy(), "cut": np.zeros(len(boxes), grid.dtype)}
            return undecided(candidates, per_gt, grid.size, grid.dtype)
        measured = self.measured(candidates, boxes, answers)
        chosen = self.chosen(candidates, measured.metric)
        every = resolved(candidates, measured, chosen)
        owned = self.kept(every)
        label, owner = np.zeros(grid.size, np.int8), np.full(grid.size, -1, np.int32)
        label[owned.anchor], owner[owned.anchor] = 1, owned.gt
        target = np.zeros(grid.size, grid.dtype)
        target[owned.anchor] = targets(owned, len(boxes))
        cut = np.zeros(len(boxes), grid.dtype)
        np.maximum.at(cut, candidates.gt[chosen], np.inf)
        np.minimum.at(cut, candidates.gt[chosen], measured.metric[chosen])
        per_gt = known | {
            "positives": np.bincount(owned.gt, minlength=len(boxes)).astype(np.int64),
            "chosen": np.bincount(candidates.gt[chosen], minlength=len(boxes)).astype(np.int64),
            "cut": cut,
        }
        pairs = Ragged(
            anchor=candidates.anchor,
            gt=candidates.gt.astype(np.int32),
            measured={**measured._asdict(), "chosen": chosen},
        )
        cause = causes(grid.size, candidates, chosen, every, owned)
        return Assignment(label=label, gt=owner, cause=cause, per_gt=per_gt, dense={"target": target}, ragged=pairs)

    def candidates(self, grid: Grid, gt: Array) -> PointPairs:
        """Return the anchors with centres inside ``gt`` (G, 4), small ones enlarged about their centres."""
        if self.small_side:
            two, least = gt.dtype.type(2), gt.dtype.type(self.small_side)
            centre, side = (gt[:, :2] + gt[:, 2:]) / two, gt[:, 2:] - gt[:, :2]
            half = np.maximum(side, least) / two
            gt = np.where(np.tile(side < least, 2), np.concatenate([centre - half, centre + half], 1), gt)
        return centres_inside(grid, gt, MARGIN)

    @quiet
    def measured(self, candidates: PointPairs, gt: Array, answers: Answers) -> Alignment:
        """Return score, overlap and metric of candidates; only their rows are decoded."""
        rows = np.unique(candidates.anchor)
        decoded = answers.boxes(rows)
        found = Alignment(*(np.empty(len(candidates.anchor), np.float32) for _ in Alignment._fields))
        for start in range(0, len(candidates.anchor), BLOCK):
            part = slice(start, start + BLOCK)
            anchor, own = candidates.anchor[part], candidates.gt[part]
            score = sigmoid(answers.scores[anchor, answers.kinds[own]])
            overlap = np.maximum(complete_iou(gt[own], decoded[np.searchsorted(rows, anchor)]), np.float32(0))
            found.score[part], found.overlap[part] = score, overlap
            found.metric[part] = score.astype(np.float64) ** self.alpha * overlap.astype(np.float64) ** self.beta
        return found

    def chosen(self, candidates: PointPairs, metric: Array) -> Mask:
        """Return which candidates are among the best of their ground truth, at equal metrics the lower anchor."""
        found = np.zeros(len(metric), bool)
        by_gt = np.argsort(candidates.gt, kind="stable")
        ends = np.cumsum(np.bincount(candidates.gt))
        for rows in np.split(by_gt, ends[:-1]) if len(ends) else ():
            if len(rows) > self.topk:  # those above the last that is taken, and of those equal to it the first
                least = -np.partition(-metric[rows], self.topk - 1)[self.topk - 1]
                rows = rows[~(metric[rows] < least)]  # NaN too, which comes last
                rows = rows[np.lexsort((candidates.anchor[rows], -metric[rows]))][: self.topk]
            found[rows] = metric[rows] > 0
        return found

    def kept(self, owned: Owned) -> Owned:
        """Return the anchors that stay: the ``keep`` best of each ground truth, at equal metrics the lower anchor."""
        if not self.keep or self.keep >= self.topk:
            return owned
        order = np.lexsort((owned.anchor, -owned.metric, owned.gt))
        ordered = owned.gt[order]
        first = order[np.arange(len(order)) - np.searchsorted(ordered, ordered) < self.keep]
        stay = np.sort(first)
        return Owned(*(values[stay] for values in owned))


def resolved(candidates: PointPairs, measured: Alignment, chosen: Mask) -> Owned:
    """Return the anchors chosen, each with one ground truth.

    An anchor chosen by several goes to the one of the largest overlap among all ground truths it is a candidate of,
    the first at a tie, whether that one chose it or not; where all are 0, to ground truth 0.
    """
    asked = np.bincount(candidates.anchor[chosen])
    several = np.flatnonzero(asked > 1)
    contested = np.isin(candidates.anchor, several)
    own = np.flatnonzero(chosen & ~contested)
    rows = np.flatnonzero(contested)
    order = rows[np.lexsort((candidates.gt[rows], -measured.overlap[rows], candidates.anchor[rows]))]
    order = order[np.diff(candidates.anchor[order], prepend=-1) != 0]
    best = np.concatenate([own, order])
    best = best[np.argsort(candidates.anchor[best])]
    gt, overlap, metric = candidates.gt[best], measured.overlap[best], measured.metric[best]
    nowhere = np.isin(candidates.anchor[best], several) & (overlap <= 0)
    gt, metric = np.where(nowhere, 0, gt), np.where(nowhere, np.float32(0), metric)
    return Owned(candidates.anchor[best], gt, metric, overlap)


def targets(owned: Owned, gts: int) -> Array:
    """Return the soft target (m,) float32 of each anchor's class.

    That is its metric, scaled so that a ground truth's best metric becomes the ground truth's best overlap.
    """
    overlap, metric = np.zeros(gts, np.float32), np.zeros(gts, np.float32)
    np.maximum.at(overlap, owned.gt, owned.overlap)
    np.maximum.at(metric, owned.gt, owned.metric)
    return np.asarray(owned.metric * overlap[owned.gt] / (metric[owned.gt] + np.float32(EPSILON)), np.float32)


def causes(size: int, candidates: PointPairs, chosen: Mask, every: Owned, owned: Owned) -> npt.NDArray[np.uint8]:
    """Return each anchor's `Cause` (N,)."""
    cause = np.full(size, Cause.BACKGROUND, np.uint8)
    cause[candidates.anchor] = Cause.NOT_IN_TOP
    cause[every.anchor] = Cause.NOT_KEPT
    cause[owned.anchor] = Cause.TAKEN_OVER
    width = int(max(candidates.gt.max(initial=0), owned.gt.max(initial=0))) + 1
    own = np.isin(owned.anchor * width + owned.gt, candidates.anchor[chosen] * width + candidates.gt[chosen])
    cause[owned.anchor[own]] = Cause.TOP_METRIC
    return cause
