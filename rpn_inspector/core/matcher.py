"""Which anchors are positive, negative or ignored, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.overlay import (
    Best,
    Planes,
    crowded_cells,
    highest_of,
    inside_of,
    overlay,
    planes_of,
)
from rpn_inspector.core.specs import MatcherSpec
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]


class Cause(IntEnum):
    """Why an anchor bears its label."""

    BACKGROUND = 0
    BETWEEN_THRESHOLDS = 1
    OVERLAP = 2
    BEST_FOR_GT = 3
    OUTSIDE_IMAGE = 4
    CROWD = 5
    OTHER_CELL = 6


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Assignment:
    """Every anchor's label and its cause.

    Over anchors (N,): ``label`` int8 1 positive, 0 negative, -1 ignored; ``gt`` int32, the ground truth the library
    gives a positive anchor, else -1; ``iou`` with its best ground truth, in the recipe's precision; ``best_gt`` int32,
    the first of those that tie, -1 where none was compared; ``cause`` uint8, a `Cause`. Over ground truths (G,):
    ``gt_best_iou``, ``gt_best_anchor`` (first, -1 none), ``gt_positives`` (given to it), ``gt_low_quality`` (of those,
    positive only by the low-quality rule), ``gt_ties`` (anchors that share its best IoU).
    """

    label: npt.NDArray[np.int8]
    gt: npt.NDArray[np.int32]
    iou: Array
    best_gt: npt.NDArray[np.int32]
    cause: npt.NDArray[np.uint8]
    gt_best_iou: Array
    gt_best_anchor: npt.NDArray[np.int64]
    gt_positives: npt.NDArray[np.int64]
    gt_low_quality: npt.NDArray[np.int64]
    gt_ties: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


def assign(
    grid: Grid,
    gt: Array,
    spec: MatcherSpec,
    image_size: tuple[int, int],
    ignored: Array | None = None,
    padded_size: tuple[int, int] | None = None,
) -> Assignment:
    """Return the labels of all anchors of ``grid`` for ground truths ``gt`` (G, 4) in network px.

    ``image_size`` (h, w) px is what "outside" is measured against, ``padded_size`` (h, w) px the picture's own padded
    size where the grid is a larger batch's; ``ignored`` (I, 4) are regions whose anchors `MatcherSpec.crowd` may leave
    out. IoU is intersection / (gt + anchor - intersection) in the grid's dtype; thresholds are compared in that dtype.
    Memory is O(N), time follows the windows' area. Sources: torchvision and detectron2 ``Matcher``, MMDetection
    ``MaxIoUAssigner`` and ``GridAssigner``, py-faster-rcnn ``anchor_target_layer``, torchvision ``SSDMatcher``, effdet
    ``ArgMaxMatcher``.
    """
    truths = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
    planes = [planes_of(level, grid.dtype, spec, image_size, padded_size) for level in grid.levels]
    if spec.crowd == "ignore" and ignored is not None and len(ignored):
        for plane in planes:
            plane.crowded = crowded_cells(plane, np.ascontiguousarray(ignored, grid.dtype), spec)
    best = [Best(highest, []) for highest in highest_of(planes, truths, spec)]
    for plane in planes:
        overlay(plane, truths, spec, best)
    iou = _flat(grid, [plane.iou for plane in planes])
    best_gt = _flat(grid, [plane.gt for plane in planes]) if len(truths) else np.full(grid.size, -1, np.int32)
    crowded = None
    if any(plane.crowded is not None for plane in planes):
        crowded = _flat(grid, [plane.crowded for plane in planes if plane.crowded is not None])
        best_gt[crowded] = -1
    outside = _outside(grid, planes)
    if outside is not None:
        best_gt[outside] = -1
    if spec.rule == "cell":
        decided = _decide_cells(grid, truths, spec, iou, best_gt)
    else:
        lost = any(not record.places for record in best)
        everyone = np.flatnonzero(_none_of(grid, outside, crowded)) if lost else np.empty(0, np.int64)
        # at IoU 0 all of them tie
        ties = [np.sort(np.concatenate(record.places)) if record.places else everyone for record in best]
        decided = _decide(grid, spec, iou, best_gt, [record.iou for record in best], ties)
    if spec.outside == "ignore_after":
        after = [planes_of(level, grid.dtype, spec, image_size, padded_size, outside=True) for level in grid.levels]
        outside = _outside(grid, after)
    return _finished(grid, decided, iou, best_gt, outside, crowded)


def _flat(grid: Grid, planes: list[Array]) -> Array:
    """Return each level's (A, H, W) values in the grid's flat order, (N,)."""
    out = np.empty(grid.size, planes[0].dtype)
    for level, plane in zip(grid.levels, planes, strict=True):
        np.stack(list(plane), -1, out=level.cells(out[level.rows]))
    return out


def _outside(grid: Grid, planes: list[Planes]) -> Array | None:
    """Return (N,) True for the anchors that take no part by their place, None where there are none."""
    whole = [
        all(x == (0, p.level.shape[1]) and y == (0, p.level.shape[0]) for x, y in zip(p.columns, p.rows, strict=True))
        for p in planes
    ]
    return None if all(whole) else ~_flat(grid, [inside_of(plane) for plane in planes])


def _none_of(grid: Grid, *masks: Array | None) -> Array:
    left = np.ones(grid.size, bool)
    for mask in masks:
        if mask is not None:
            left &= ~mask
    return left


@dataclass(slots=True)
class _Decided:
    """Labels, owners and causes (N,) before anchors outside are taken out; each ground truth's best and ties."""

    label: npt.NDArray[np.int8]
    gt: npt.NDArray[np.int32]
    cause: npt.NDArray[np.uint8]
    best: list[Any]
    ties: list[npt.NDArray[np.int64]]


def _decide(
    grid: Grid, spec: MatcherSpec, iou: Array, best_gt: Array, best: list[Any], ties: list[npt.NDArray[np.int64]]
) -> _Decided:
    low, high, least = (grid.dtype.type(t) for t in (spec.negative, spec.positive, spec.low_quality_from))
    label, cause = np.zeros(grid.size, np.int8), np.zeros(grid.size, np.uint8)  # negative, Cause.BACKGROUND
    gt = np.full(grid.size, -1, np.int32)
    near = np.flatnonzero(iou >= low) if best else np.empty(0, np.int64)  # few of the many; without ground truth none
    label[near], cause[near] = -1, Cause.BETWEEN_THRESHOLDS
    if spec.negative_from > 0 and best:
        faint = iou < grid.dtype.type(spec.negative_from)
        label[faint], cause[faint] = -1, Cause.BETWEEN_THRESHOLDS
    positive = near[iou[near] >= high]
    label[positive], gt[positive], cause[positive] = 1, best_gt[positive], Cause.OVERLAP
    if spec.low_quality:
        claimed = np.zeros(grid.size if spec.low_quality_owner == "claim_first" else 0, bool)
        for k, (highest, tied) in enumerate(zip(best, ties, strict=True)):
            if not highest >= least:
                continue
            rescued = tied if spec.low_quality_ties == "all" else tied[:1]
            if spec.low_quality_owner == "claim_first":
                rescued = rescued[~claimed[rescued]]
                claimed[rescued] = True
            owner = best_gt[rescued] if spec.low_quality_owner == "overlap" else np.int32(k)
            plain = (iou[rescued] >= high) & (owner == best_gt[rescued])
            label[rescued], gt[rescued] = 1, owner
            cause[rescued] = np.where(plain, Cause.OVERLAP, Cause.BEST_FOR_GT)
    if spec.clobber_positives:
        below = (iou < low) & (iou >= grid.dtype.type(spec.negative_from))
        label[below], gt[below], cause[below] = 0, -1, Cause.BACKGROUND
    return _Decided(label, gt, cause, best, ties)


def responsible(grid: Grid, truths: Array) -> npt.NDArray[np.int64]:
    """Return the anchors (flat, ascending) of every cell that holds the centre of a ground truth (G, 4), network px."""
    found = []
    for level in grid.levels:
        cells = []
        for axis, count in ((1, level.shape[0]), (0, level.shape[1])):
            centre = (truths[:, axis] + truths[:, axis + 2]) * truths.dtype.type(0.5)
            step = level.stride[1 - axis]
            cells.append(np.clip(np.floor(centre / truths.dtype.type(step)), 0, count - 1).astype(np.int64))
        found.append(level.flat(np.arange(len(level.base)), cells[0][:, None], cells[1][:, None]).ravel())
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def _decide_cells(grid: Grid, truths: Array, spec: MatcherSpec, iou: Array, best_gt: Array) -> _Decided:
    """Decide as MMDetection's ``GridAssigner``: only anchors in responsible cells can be positive, with strict >."""
    low, high, least = (grid.dtype.type(t) for t in (spec.negative, spec.positive, spec.low_quality_from))
    below = (iou <= low) & ((iou > grid.dtype.type(spec.negative_from)) if spec.negative_from > 0 else True)
    gt = np.full(grid.size, -1, np.int32)
    if not len(truths):  # all are negative
        return _Decided(np.zeros(grid.size, np.int8), gt, np.zeros(grid.size, np.uint8), [], [])
    label = np.where(below, 0, -1).astype(np.int8)
    cause = np.where(below, Cause.BACKGROUND, Cause.OTHER_CELL).astype(np.uint8)
    cells = responsible(grid, truths)
    boxes = grid.boxes(cells)
    over = cells[iou[cells] > high]
    label[over], gt[over], cause[over] = 1, best_gt[over], Cause.OVERLAP
    highest, ties = [], []
    for truth in truths:  # a row at a time: the cells alone may be many times the ground truths
        row = iou_with(truth, boxes, int(spec.inclusive))
        highest.append(row.max())
        ties.append(cells[row == row.max()])
    if spec.low_quality:
        for k, tied in enumerate(ties):
            if highest[k] > least:
                rescued = tied if spec.low_quality_ties == "all" else tied[:1]
                plain = (label[rescued] == 1) & (gt[rescued] == k)
                label[rescued], gt[rescued] = 1, k
                cause[rescued] = np.where(plain, cause[rescued], Cause.BEST_FOR_GT)
    return _Decided(label, gt, cause, highest, ties)


def _finished(
    grid: Grid, decided: _Decided, iou: Array, best_gt: Array, outside: Array | None, crowded: Array | None
) -> Assignment:
    label, gt, cause, truths = decided.label, decided.gt, decided.cause, len(decided.best)
    for mask, why in ((crowded, Cause.CROWD), (outside, Cause.OUTSIDE_IMAGE)):
        if mask is not None:
            label[mask], gt[mask], cause[mask] = -1, -1, why
    owned, rescued = gt[gt >= 0], gt[cause == Cause.BEST_FOR_GT]
    return Assignment(
        label=label,
        gt=gt,
        iou=iou,
        best_gt=best_gt,
        cause=cause,
        gt_best_iou=np.array(decided.best, grid.dtype),
        gt_best_anchor=np.array([tied[0] if tied.size else -1 for tied in decided.ties], np.int64),
        gt_positives=np.bincount(owned, minlength=truths).astype(np.int64),
        gt_low_quality=np.bincount(rescued, minlength=truths).astype(np.int64),
        gt_ties=np.array([tied.size for tied in decided.ties], np.int64),
    )
