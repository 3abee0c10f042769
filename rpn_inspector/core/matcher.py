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
from rpn_inspector.core.recipe import MatcherSpec

Array = npt.NDArray[Any]


class Cause(IntEnum):
    """Why an anchor bears its label."""

    BACKGROUND = 0
    BETWEEN_THRESHOLDS = 1
    OVERLAP = 2
    BEST_FOR_GT = 3
    OUTSIDE_IMAGE = 4
    CROWD = 5


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


@dataclass(slots=True)
class _Best:
    """The highest IoU of one ground truth so far, and where it stands: (level, base, row, column, mask)."""

    iou: Any
    places: list[tuple[int, int, int, int, Array]]


def assign(grid: Grid, gt: Array, spec: MatcherSpec, image_size: tuple[int, int]) -> Assignment:
    """Return the labels of all anchors of ``grid`` for ground truths ``gt`` (G, 4) in network px.

    ``image_size`` (h, w) px is what "outside" is measured against. IoU is intersection / (gt + anchor - intersection)
    in the grid's dtype; thresholds are compared in that dtype. Memory is O(N), time follows the windows' area.
    """
    truths = np.ascontiguousarray(gt, grid.dtype).reshape(-1, 4)
    planes = [_planes(level, grid.dtype, spec, image_size) for level in grid.levels]
    best = [_Best(grid.dtype.type(0), []) for _ in truths]
    for plane in planes:
        _overlay(plane, truths, spec, best)
    return _label(grid, planes, best, spec, len(truths))


def _planes(level: Level, dtype: np.dtype[Any], spec: MatcherSpec, image_size: tuple[int, int]) -> _Planes:
    count, (height, width) = len(level.base), level.shape
    columns, rows = [(0, width)] * count, [(0, height)] * count
    if spec.outside == "ignore":
        border, (image_h, image_w) = spec.border, image_size
        columns = [_run((x0 >= -border) & (x1 < image_w + border)) for x0, x1 in zip(level.x0, level.x1, strict=True)]
        rows = [_run((y0 >= -border) & (y1 < image_h + border)) for y0, y1 in zip(level.y0, level.y1, strict=True)]
    shape = (count, height, width)
    return _Planes(level, np.zeros(shape, dtype), np.zeros(shape, np.int32), columns, rows)


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


def _label(grid: Grid, planes: list[_Planes], best: list[_Best], spec: MatcherSpec, truths: int) -> Assignment:
    iou = np.concatenate([p.level.to_flat(p.iou) for p in planes])
    best_gt = np.concatenate([p.level.to_flat(p.gt) for p in planes])
    inside = np.concatenate([p.level.to_flat(_inside(p)) for p in planes])
    if not truths:
        best_gt = np.full(grid.size, -1, np.int32)
    best_gt[~inside] = -1
    ties = [_tied(grid, record, inside) for record in best]
    low, high = grid.dtype.type(spec.negative), grid.dtype.type(spec.positive)
    label = np.full(grid.size, -1, np.int8)
    cause = np.full(grid.size, Cause.BETWEEN_THRESHOLDS, np.uint8)
    label[iou < low], cause[iou < low] = 0, Cause.BACKGROUND
    over = iou >= high if truths else np.zeros(grid.size, bool)
    if spec.low_quality:
        for tied in ties:
            label[tied], cause[tied] = 1, Cause.BEST_FOR_GT
    label[over], cause[over] = 1, Cause.OVERLAP
    if spec.clobber_positives:
        label[iou < low], cause[iou < low] = 0, Cause.BACKGROUND
    label[~inside], cause[~inside] = -1, Cause.OUTSIDE_IMAGE
    gt = np.where(label == 1, best_gt, np.int32(-1)).astype(np.int32)
    owned = gt[gt >= 0]
    rescued = gt[(gt >= 0) & (cause == Cause.BEST_FOR_GT)]
    arrays = (
        label,
        gt,
        iou,
        best_gt,
        cause,
        np.array([record.iou for record in best], grid.dtype),
        np.array([tied[0] if tied.size else -1 for tied in ties], np.int64),
        np.bincount(owned, minlength=truths).astype(np.int64),
        np.bincount(rescued, minlength=truths).astype(np.int64),
        np.array([tied.size for tied in ties], np.int64),
    )
    for array in arrays:
        array.flags.writeable = False
    return Assignment(*arrays)


def _inside(plane: _Planes) -> Array:
    mask = np.zeros(plane.iou.shape, bool)
    for base, ((x, x_end), (y, y_end)) in enumerate(zip(plane.columns, plane.rows, strict=True)):
        mask[base, y:y_end, x:x_end] = True
    return mask


def _tied(grid: Grid, record: _Best, inside: Array) -> npt.NDArray[np.int64]:
    """Return the anchors (flat, ascending) that share a ground truth's best IoU; at IoU 0 that is every one inside."""
    if not record.places:
        return np.flatnonzero(inside)
    found = []
    for number, base, y, x, mask in record.places:
        level = grid.levels[number]
        rows, columns = np.nonzero(mask)
        found.append(level.offset + ((rows + y) * level.shape[1] + columns + x) * len(level.base) + base)
    return np.sort(np.concatenate(found)).astype(np.int64)
