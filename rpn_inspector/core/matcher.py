"""Which anchors are positive, negative or ignored, and why: what every assigner gives, and the steps they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.ignored import Outside, Regions
from rpn_inspector.core.iou_planes import (
    Best,
    Planes,
    crowded_cells,
    highest_of,
    inside_of,
    overlay,
    planes_of,
)
from rpn_inspector.core.spec import RecipeProblem
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


class Pairs(NamedTuple):
    """Anchors (M,) int64, flat, and the ground truths (M,) int64 they are trained towards, in the library's order."""

    anchor: npt.NDArray[np.int64]
    gt: npt.NDArray[np.int64]


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

    @property
    def pairs(self) -> Pairs:
        """Return every positive anchor with its ground truth, by ascending anchor."""
        anchor = np.flatnonzero(self.label == 1)
        return Pairs(anchor, self.gt[anchor].astype(np.int64))


@dataclass(frozen=True, slots=True)
class PictureBoxes:
    """What an assignment is made for, beside the grid.

    ``boxes`` (G, 4) are the ground truths in network px and the grid's dtype; ``size`` (h, w) px is what "outside" is
    measured against, ``padded_size`` (h, w) px the picture's own padded size where the grid is a larger batch's;
    ``regions`` (I, 4) are those whose anchors are left out.
    """

    boxes: Array
    size: tuple[int, int]
    padded_size: tuple[int, int] | None
    regions: Array

    @classmethod
    def of(
        cls,
        grid: Grid,
        gt: Array,
        size: tuple[int, int],
        regions: Array | None,
        padded_size: tuple[int, int] | None,
    ) -> PictureBoxes:
        """Return the same with boxes and regions in the grid's dtype, none as (0, 4)."""
        none = np.zeros((0, 4)) if regions is None else regions
        boxes, left_out = (np.ascontiguousarray(part, grid.dtype).reshape(-1, 4) for part in (gt, none))
        return cls(boxes, size, padded_size, left_out)


@dataclass(slots=True)
class Compared:
    """Every anchor's best IoU and ground truth (N,), every ground truth's best anchors, and who takes no part.

    ``highest`` (G,) are the ground truths' best IoUs and ``ties`` the anchors (flat, ascending) that have it;
    ``outside`` and ``crowded`` (N,) are True for the anchors left out, None where there are none.
    """

    iou: Array
    best_gt: npt.NDArray[np.int32]
    highest: list[Any]
    ties: list[npt.NDArray[np.int64]]
    outside: Array | None
    crowded: Array | None


def compared(grid: Grid, picture: PictureBoxes, outside: Outside, regions: Regions, inclusive: bool) -> Compared:
    """Return the overlaps of all ground truths with all anchors, laid over the grid in windows: memory is O(N).

    IoU is intersection / (gt + anchor - intersection) in the grid's dtype; ``inclusive`` counts x2 - x1 + 1.
    """
    planes = _planes(grid, picture, outside, outside.before)
    for plane in planes if len(picture.regions) else ():
        plane.crowded = crowded_cells(plane, picture.regions, regions, inclusive)
    best = [Best(highest, []) for highest in highest_of(planes, picture.boxes, inclusive)]
    for plane in planes:
        overlay(plane, picture.boxes, inclusive, best)
    iou = _flat(grid, [plane.iou for plane in planes])
    best_gt = _flat(grid, [plane.gt for plane in planes]) if best else np.full(grid.size, -1, np.int32)
    crowded = None
    if len(picture.regions):
        crowded = _flat(grid, [plane.crowded for plane in planes if plane.crowded is not None])
        best_gt[crowded] = -1
    away = _outside(grid, planes)
    if away is not None:
        best_gt[away] = -1
    lost = any(not record.places for record in best)
    everyone = np.flatnonzero(_none_of(grid, away, crowded)) if lost else np.empty(0, np.int64)
    # at IoU 0 all of them tie
    ties = [np.sort(np.concatenate(record.places)) if record.places else everyone for record in best]
    return Compared(iou, best_gt, [record.iou for record in best], ties, away, crowded)


def _planes(grid: Grid, picture: PictureBoxes, outside: Outside, leaving: bool) -> list[Planes]:
    sizes = picture.size, picture.padded_size
    return [planes_of(level, grid.dtype, outside, *sizes, leaving) for level in grid.levels]


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
class Decided:
    """Labels, owners and causes (N,) before anchors outside are taken out; each ground truth's best and ties."""

    label: npt.NDArray[np.int8]
    gt: npt.NDArray[np.int32]
    cause: npt.NDArray[np.uint8]
    highest: list[Any]
    ties: list[npt.NDArray[np.int64]]


def finished(grid: Grid, picture: PictureBoxes, outside: Outside, found: Compared, decided: Decided) -> Assignment:
    """Return the assignment, with the anchors outside and in ignored regions taken out and the counts made."""
    away = _outside(grid, _planes(grid, picture, outside, leaving=True)) if outside.after else found.outside
    label, gt, cause, count = decided.label, decided.gt, decided.cause, len(decided.highest)
    for mask, why in ((found.crowded, Cause.CROWD), (away, Cause.OUTSIDE_IMAGE)):
        if mask is not None:
            label[mask], gt[mask], cause[mask] = -1, -1, why
    owned, low_quality = gt[gt >= 0], gt[cause == Cause.BEST_FOR_GT]
    return Assignment(
        label=label,
        gt=gt,
        iou=found.iou,
        best_gt=found.best_gt,
        cause=cause,
        gt_best_iou=np.array(decided.highest, grid.dtype),
        gt_best_anchor=np.array([tied[0] if tied.size else -1 for tied in decided.ties], np.int64),
        gt_positives=np.bincount(owned, minlength=count).astype(np.int64),
        gt_low_quality=np.bincount(low_quality, minlength=count).astype(np.int64),
        gt_ties=np.array([tied.size for tied in decided.ties], np.int64),
    )


def threshold_problems(spec: Any, place: str) -> Iterator[RecipeProblem]:
    """Yield what is wrong with the order of ``negative_from``, ``negative`` and ``positive`` of an assigner."""
    if spec.negative > spec.positive:
        text = f"found {spec.negative}, wanted at most {place}.positive ({spec.positive})"
        yield RecipeProblem(f"{place}.negative", text, (f"{place}.positive",))
    if spec.negative_from > spec.negative:
        text = f"found {spec.negative_from}, wanted at most {spec.negative}"
        yield RecipeProblem(f"{place}.negative_from", text)
