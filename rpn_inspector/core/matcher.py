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
    overlaps: list[_Overlaps]


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
    best = [_Best(highest, []) for highest in _highest(planes, truths, spec)]
    for plane in planes:
        _overlay(plane, truths, spec, best)
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
        decided = _decide_cells(grid, truths, spec, iou)
    else:
        lost = any(not record.places for record in best)
        everyone = np.flatnonzero(_none_of(grid, outside, crowded)) if lost else np.empty(0, np.int64)
        ties = [_tied(grid, record) if record.places else everyone for record in best]  # at IoU 0 all of them tie
        decided = _decide(grid, spec, iou, best_gt, [record.iou for record in best], ties)
    if spec.outside == "ignore_after":
        after = [_planes(level, grid.dtype, spec, image_size, padded_size, outside=True) for level in grid.levels]
        outside = _outside(grid, after)
    return _finished(grid, decided, iou, best_gt, outside, crowded)


def _flat(grid: Grid, planes: list[Array]) -> Array:
    """Return each level's (A, H, W) values in the grid's flat order, (N,)."""
    out = np.empty(grid.size, planes[0].dtype)
    for level, plane in zip(grid.levels, planes, strict=True):
        out[level.offset : level.offset + level.count].reshape(*level.shape, -1)[...] = plane.transpose(1, 2, 0)
    return out


def _outside(grid: Grid, planes: list[_Planes]) -> Array | None:
    """Return (N,) True for the anchors that take no part by their place, None where there are none."""
    whole = [
        all(x == (0, p.level.shape[1]) and y == (0, p.level.shape[0]) for x, y in zip(p.columns, p.rows, strict=True))
        for p in planes
    ]
    return None if all(whole) else ~_flat(grid, [_inside(plane) for plane in planes])


def _none_of(grid: Grid, *masks: Array | None) -> Array:
    left = np.ones(grid.size, bool)
    for mask in masks:
        if mask is not None:
            left &= ~mask
    return left


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
    return _Planes(level, np.zeros(shape, dtype), np.zeros(shape, np.int32), columns, rows, None, [])


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


@dataclass(slots=True)
class _Overlaps:
    """One base anchor of a level against all ground truths: overlaps along x (G, W) and y (G, H), and the windows.

    ``area`` is the anchors' one area, or None where rounding makes it differ from cell to cell; ``width`` (W,) and
    ``height`` (H,) are their sides. ``reached`` (G,) is the best IoU here, where it is known without looking.
    """

    in_x: Array
    in_y: Array
    left: list[int]
    right: list[int]
    top: list[int]
    bottom: list[int]
    width: Array
    height: Array
    area: Any
    reached: Array | None = None


def _overlaps(plane: _Planes, base: int, truths: Array, one: Any) -> _Overlaps:
    level = plane.level
    width = level.x1[base] - level.x0[base] + one
    height = level.y1[base] - level.y0[base] + one
    same = bool((width == width[0]).all() and (height == height[0]).all())
    in_x = _axis_overlap(level.x0[base], level.x1[base], truths[:, 0], truths[:, 2], one)
    in_y = _axis_overlap(level.y0[base], level.y1[base], truths[:, 1], truths[:, 3], one)
    left, right = _windows(in_x, plane.columns[base])
    top, bottom = _windows(in_y, plane.rows[base])
    return _Overlaps(in_x, in_y, left, right, top, bottom, width, height, width[0] * height[0] if same else None)


def _highest(planes: list[_Planes], truths: Array, spec: MatcherSpec) -> list[Any]:
    """Return for each ground truth the best IoU among the base anchors of one size all over their level.

    There the IoU only grows with the intersection, and that is a product of an x and a y overlap: the largest of all
    is the product of the largest ones, to the bit. Other levels are looked at cell by cell in `_overlay`.
    """
    one = truths.dtype.type(1 if spec.inclusive else 0)
    areas = (truths[:, 2] - truths[:, 0] + one) * (truths[:, 3] - truths[:, 1] + one)
    best = np.zeros(len(truths), truths.dtype)
    for plane in planes if len(truths) else ():
        plane.overlaps = [_overlaps(plane, base, truths, one) for base in range(len(plane.level.base))]
        for base, o in enumerate(plane.overlaps):
            (x, x_end), (y, y_end) = plane.columns[base], plane.rows[base]
            if o.area is None or plane.crowded is not None or x >= x_end or y >= y_end:
                continue
            inter = o.in_x[:, x:x_end].max(1) * o.in_y[:, y:y_end].max(1)
            touched = inter > 0
            o.reached = np.divide(inter, (areas + o.area) - inter, out=np.zeros_like(inter), where=touched)
            np.maximum(best, o.reached, out=best)
    return list(best)


def _overlay(plane: _Planes, truths: Array, spec: MatcherSpec, best: list[_Best]) -> None:
    """Lay each ground truth over one level: strict > in ground-truth order, so the first wins a tie."""
    one = truths.dtype.type(1 if spec.inclusive else 0)
    areas = (truths[:, 2] - truths[:, 0] + one) * (truths[:, 3] - truths[:, 1] + one)
    cells = plane.level.shape[0] * plane.level.shape[1]
    room, room2, flags = np.empty(cells, truths.dtype), np.empty(cells, truths.dtype), np.empty(cells, bool)
    for base, o in enumerate(plane.overlaps):
        for k in range(len(truths)):
            x, x_end, y, y_end = o.left[k], o.right[k], o.top[k], o.bottom[k]
            if x >= x_end or y >= y_end:
                continue
            shape = (y_end - y, x_end - x)
            count = shape[0] * shape[1]
            iou, union = room[:count].reshape(shape), room2[:count].reshape(shape)
            np.multiply(o.in_y[k, y:y_end, None], o.in_x[k, x:x_end], out=iou)
            if o.area is not None:
                np.subtract(areas[k] + o.area, iou, out=union)
            else:
                np.multiply(o.height[y:y_end, None], o.width[x:x_end], out=union)
                union += areas[k]
                union -= iou
            iou /= union
            if plane.crowded is not None:
                iou[plane.crowded[base, y:y_end, x:x_end]] = -1
            if o.reached is None or o.reached[k] >= best[k].iou:
                _remember(best[k], iou, (plane.level.index, base, y, x))
            running, higher = plane.iou[base, y:y_end, x:x_end], flags[:count].reshape(shape)
            np.greater(iou, running, out=higher)
            np.copyto(running, iou, where=higher)
            np.copyto(plane.gt[base, y:y_end, x:x_end], k, where=higher)


def _remember(record: _Best, iou: Array, place: tuple[int, int, int, int]) -> None:
    """Keep the cells that reach a ground truth's best IoU, in a window that holds any."""
    highest = iou.max()
    if highest >= record.iou and highest > 0:
        if highest > record.iou:
            record.iou, record.places = highest, []
        record.places.append((*place, iou == highest))


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
    label, cause = np.zeros(grid.size, np.int8), np.full(grid.size, Cause.BACKGROUND, np.uint8)
    gt = np.full(grid.size, -1, np.int32)
    near = np.flatnonzero(iou >= low)  # few of the many
    label[near], cause[near] = -1, Cause.BETWEEN_THRESHOLDS
    if spec.negative_from > 0 and best:  # without ground truth all are negative
        faint = iou < grid.dtype.type(spec.negative_from)
        label[faint], cause[faint] = -1, Cause.BETWEEN_THRESHOLDS
    positive = near[iou[near] >= high] if best else near[:0]
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
    grid: Grid, decided: _Decided, iou: Array, best_gt: Array, outside: Array | None, crowded: Array | None
) -> Assignment:
    label, gt, cause, truths = decided.label, decided.gt, decided.cause, len(decided.best)
    for mask, why in ((crowded, Cause.CROWD), (outside, Cause.OUTSIDE_IMAGE)):
        if mask is not None:
            label[mask], gt[mask], cause[mask] = -1, -1, why
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
