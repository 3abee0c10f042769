"""Which anchors are positive, negative or ignored, and why: IoU assignment without the G x N matrix.

A grid is separable, so the overlap of a ground truth with one base anchor's cells is an outer product of an x and a y
overlap, and both are positive on one run of cells only. Everything outside that window has IoU 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.specs import MatcherSpec

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


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(slots=True)
class _Planes:
    """One level's running best over ground truths, each (A, H, W), with the cells that take part."""

    level: Level
    iou: Array
    gt: Array
    columns: list[tuple[int, int]]
    rows: list[tuple[int, int]]
    crowded: Array | None


@dataclass(slots=True)
class _Best:
    """The highest IoU of one ground truth so far, and where it stands: (level, base, row, column, mask)."""

    iou: Any
    places: list[tuple[int, int, int, int, Array]]


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
    planes = [_planes(level, grid.dtype, spec, image_size, padded_size) for level in grid.levels]
    if spec.crowd == "ignore" and ignored is not None and len(ignored):
        for plane in planes:
            plane.crowded = _crowded(plane, np.ascontiguousarray(ignored, grid.dtype), spec)
    best = [_Best(grid.dtype.type(0), []) for _ in truths]
    for plane in planes:
        _overlay(plane, truths, spec, best)
    iou = np.concatenate([p.level.to_flat(p.iou) for p in planes])
    best_gt = np.concatenate([p.level.to_flat(p.gt) for p in planes])
    if not len(truths):
        best_gt = np.full(grid.size, -1, np.int32)
    taking_part = np.concatenate([p.level.to_flat(_inside(p)) for p in planes])
    crowded = np.concatenate([p.level.to_flat(_crowd_mask(p)) for p in planes])
    compared = taking_part & ~crowded
    best_gt[~compared] = -1
    if spec.rule == "cell":
        decided = _decide_cells(grid, truths, spec, iou)
    else:
        everyone = np.flatnonzero(compared) if any(not record.places for record in best) else np.empty(0, np.int64)
        ties = [_tied(grid, record) if record.places else everyone for record in best]  # at IoU 0 all of them tie
        decided = _decide(grid, spec, iou, best_gt, [record.iou for record in best], ties)
    if spec.outside == "ignore_after":
        after = [_planes(level, grid.dtype, spec, image_size, padded_size, outside=True) for level in grid.levels]
        taking_part = np.concatenate([p.level.to_flat(_inside(p)) for p in after])
    return _finished(grid, decided, iou, best_gt, taking_part, crowded)


def _planes(
    level: Level,
    dtype: np.dtype[Any],
    spec: MatcherSpec,
    image_size: tuple[int, int],
    padded_size: tuple[int, int] | None,
    outside: bool = False,
) -> _Planes:
    count, (height, width) = len(level.base), level.shape
    if spec.padding == "ignore" and padded_size is not None:
        height, width = level.valid(padded_size)
    columns, rows = [(0, width)] * count, [(0, height)] * count
    if outside or spec.outside == "ignore":
        border, (image_h, image_w) = spec.border, image_size
        columns = [_run((x0 >= -border) & (x1 < image_w + border)) for x0, x1 in zip(level.x0, level.x1, strict=True)]
        rows = [_run((y0 >= -border) & (y1 < image_h + border)) for y0, y1 in zip(level.y0, level.y1, strict=True)]
        columns = [(first, min(end, width)) for first, end in columns]
        rows = [(first, min(end, height)) for first, end in rows]
    shape = (count, *level.shape)
    return _Planes(level, np.zeros(shape, dtype), np.zeros(shape, np.int32), columns, rows, None)


def _crowded(plane: _Planes, regions: Array, spec: MatcherSpec) -> Array:
    """Return (A, H, W), True where an anchor's share in one of ``regions`` (I, 4) is over the recipe's (mmdet iof)."""
    level, one = plane.level, regions.dtype.type(1 if spec.inclusive else 0)
    found = np.zeros(plane.iou.shape, bool)
    areas = (regions[:, 2] - regions[:, 0] + one) * (regions[:, 3] - regions[:, 1] + one)
    limit, floor = regions.dtype.type(spec.ignore_overlap), regions.dtype.type(1e-6)
    for base in range(len(level.base)):
        in_x = _axis_overlap(level.x0[base], level.x1[base], regions[:, 0], regions[:, 2], one)
        in_y = _axis_overlap(level.y0[base], level.y1[base], regions[:, 1], regions[:, 3], one)
        width, height = level.x1[base] - level.x0[base] + one, level.y1[base] - level.y0[base] + one
        for k, area in enumerate(areas):
            whole = height[:, None] * width if spec.ignore_of == "anchor" else area
            found[base] |= in_y[k][:, None] * in_x[k] / np.maximum(whole, floor) > limit
    return found


def _crowd_mask(plane: _Planes) -> Array:
    return np.zeros(plane.iou.shape, bool) if plane.crowded is None else plane.crowded


def _run(mask: Array) -> tuple[int, int]:
    """Return first and end of the one run of True in ``mask``; (0, 0) where there is none."""
    where = np.flatnonzero(mask)
    return (int(where[0]), int(where[-1]) + 1) if where.size else (0, 0)


def _axis_overlap(low: Array, high: Array, start: Array, end: Array, extra: Any) -> Array:
    overlap = np.minimum(high, end[:, None]) - np.maximum(low, start[:, None])
    return np.asarray(np.maximum(overlap + extra if extra else overlap, 0))


def _windows(overlap: Array, run: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Return for each ground truth (rows of ``overlap``) the first and end cell with overlap inside ``run``."""
    touched = overlap > 0
    first = np.maximum(touched.argmax(1), run[0])
    end = np.minimum(touched.shape[1] - touched[:, ::-1].argmax(1), run[1])
    end = np.where(touched.any(1), end, 0)
    return first.tolist(), end.tolist()


def _overlay(plane: _Planes, truths: Array, spec: MatcherSpec, best: list[_Best]) -> None:
    """Lay each ground truth over one level: strict > in ground-truth order, so the first wins a tie."""
    if not len(truths):
        return
    level, one = plane.level, truths.dtype.type(1 if spec.inclusive else 0)
    gt_w, gt_h = truths[:, 2] - truths[:, 0] + one, truths[:, 3] - truths[:, 1] + one
    gt_area = gt_w * gt_h
    for base in range(len(level.base)):
        width = level.x1[base] - level.x0[base] + one
        height = level.y1[base] - level.y0[base] + one
        same = bool((width == width[0]).all() and (height == height[0]).all())
        in_x = _axis_overlap(level.x0[base], level.x1[base], truths[:, 0], truths[:, 2], one)
        in_y = _axis_overlap(level.y0[base], level.y1[base], truths[:, 1], truths[:, 3], one)
        left, right = _windows(in_x, plane.columns[base])
        top, bottom = _windows(in_y, plane.rows[base])
        for k in range(len(truths)):
            x, x_end, y, y_end = left[k], right[k], top[k], bottom[k]
            if x >= x_end or y >= y_end:
                continue
            inter = in_y[k, y:y_end, None] * in_x[k, x:x_end]
            if same:
                union = (gt_area[k] + width[0] * height[0]) - inter
            else:
                union = (gt_area[k] + height[y:y_end, None] * width[x:x_end]) - inter
            inter /= union
            if plane.crowded is not None:
                inter[plane.crowded[base, y:y_end, x:x_end]] = -1
            highest = inter.max()
            record = best[k]
            if highest >= record.iou and highest > 0:
                if highest > record.iou:
                    record.iou, record.places = highest, []
                record.places.append((level.index, base, y, x, inter == highest))
            running = plane.iou[base, y:y_end, x:x_end]
            higher = inter > running
            np.copyto(running, inter, where=higher)
            np.copyto(plane.gt[base, y:y_end, x:x_end], k, where=higher)


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
    label = np.full(grid.size, -1, np.int8)
    cause = np.full(grid.size, Cause.BETWEEN_THRESHOLDS, np.uint8)
    below = iou < low
    if spec.negative_from > 0 and best:  # without ground truth all are negative
        below &= iou >= grid.dtype.type(spec.negative_from)
    label[below], cause[below] = 0, Cause.BACKGROUND
    over = iou >= high if best else np.zeros(grid.size, bool)
    gt = best_gt.copy()
    label[over], cause[over] = 1, Cause.OVERLAP
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
            plain = over[rescued] & (owner == best_gt[rescued])
            label[rescued], gt[rescued] = 1, owner
            cause[rescued] = np.where(plain, Cause.OVERLAP, Cause.BEST_FOR_GT)
    if spec.clobber_positives:
        label[below], cause[below] = 0, Cause.BACKGROUND
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
        first = level.offset + (cells[0] * level.shape[1] + cells[1]) * len(level.base)
        found.append((first[:, None] + np.arange(len(level.base))).ravel())
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def _decide_cells(grid: Grid, truths: Array, spec: MatcherSpec, iou: Array) -> _Decided:
    """Decide as MMDetection's ``GridAssigner``: only anchors in responsible cells can be positive, with strict >."""
    low, high, least = (grid.dtype.type(t) for t in (spec.negative, spec.positive, spec.low_quality_from))
    below = iou <= low
    if spec.negative_from > 0:
        below &= iou > grid.dtype.type(spec.negative_from)
    label = np.where(below, 0, -1).astype(np.int8)
    cause = np.where(below, Cause.BACKGROUND, Cause.OTHER_CELL).astype(np.uint8)
    gt = np.full(grid.size, -1, np.int32)
    if not len(truths):
        return _Decided(label, gt, cause, [], [])
    cells = responsible(grid, truths)
    boxes = grid.boxes(cells)
    overlaps = np.stack([iou_with(truth, boxes, int(spec.inclusive)) for truth in truths])
    over = overlaps.max(0) > high
    label[cells[over]], gt[cells[over]], cause[cells[over]] = 1, overlaps.argmax(0)[over], Cause.OVERLAP
    highest = overlaps.max(1)
    ties = [cells[row == top] for row, top in zip(overlaps, highest, strict=True)]
    if spec.low_quality:
        for k, tied in enumerate(ties):
            if highest[k] > least:
                rescued = tied if spec.low_quality_ties == "all" else tied[:1]
                plain = (label[rescued] == 1) & (gt[rescued] == k)
                label[rescued], gt[rescued] = 1, k
                cause[rescued] = np.where(plain, cause[rescued], Cause.BEST_FOR_GT)
    return _Decided(label, gt, cause, list(highest), ties)


def _finished(
    grid: Grid, decided: _Decided, iou: Array, best_gt: Array, taking_part: Array, crowded: Array
) -> Assignment:
    label, cause, truths = decided.label, decided.cause, len(decided.best)
    label[crowded], cause[crowded] = -1, Cause.CROWD
    label[~taking_part], cause[~taking_part] = -1, Cause.OUTSIDE_IMAGE
    gt = np.where(label == 1, decided.gt, np.int32(-1)).astype(np.int32)
    owned = gt[gt >= 0]
    rescued = gt[(gt >= 0) & (cause == Cause.BEST_FOR_GT)]
    arrays = (
        label,
        gt,
        iou,
        best_gt,
        cause,
        np.array(decided.best, grid.dtype),
        np.array([tied[0] if tied.size else -1 for tied in decided.ties], np.int64),
        np.bincount(owned, minlength=truths).astype(np.int64),
        np.bincount(rescued, minlength=truths).astype(np.int64),
        np.array([tied.size for tied in decided.ties], np.int64),
    )
    for array in arrays:
        array.flags.writeable = False
    return Assignment(*arrays)


def _inside(plane: _Planes) -> Array:
    mask = np.zeros(plane.iou.shape, bool)
    for base, ((x, x_end), (y, y_end)) in enumerate(zip(plane.columns, plane.rows, strict=True)):
        mask[base, y:y_end, x:x_end] = True
    return mask


def _tied(grid: Grid, record: _Best) -> npt.NDArray[np.int64]:
    """Return the anchors (flat, ascending) that share a ground truth's best IoU."""
    found = []
    for number, base, y, x, mask in record.places:
        level = grid.levels[number]
        rows, columns = np.nonzero(mask)
        found.append(level.offset + ((rows + y) * level.shape[1] + columns + x) * len(level.base) + base)
    return np.sort(np.concatenate(found)).astype(np.int64)
