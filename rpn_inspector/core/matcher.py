"""Which anchors are positive, negative or ignored by IoU: the steps that assigners share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.ignored import Outside, Regions, Runs, runs_inside
from rpn_inspector.core.iou_planes import (
    Best,
    Planes,
    crowded_cells,
    highest_of,
    inside_of,
    overlay,
    planes_of,
)
from rpn_inspector.core.iou_small_levels import is_small, overlay_small
from rpn_inspector.core.spec import RecipeProblem

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class PictureBoxes:
    """One picture's boxes and sizes for an assignment, in network px.

    Args:
        boxes: (G, 4) ground truths in the grid's dtype.
        size: (h, w) of the resized picture, the border for ``outside``.
        padded_size: (h, w) of the picture's own padding where the grid is a larger batch's, else None.
        regions: (I, 4) ignored regions in the grid's dtype.
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
        """Return the picture's boxes with ``gt`` and ``regions`` in the grid's dtype; no region is (0, 4).

        Args:
            grid: the anchors; their dtype is the boxes'.
            gt: (G, 4) ground truths x1 y1 x2 y2, network px.
            size: (h, w) of the resized picture, network px.
            regions: (I, 4) ignored regions, network px; None for no region.
            padded_size: (h, w) of the picture's own padding where the grid is a larger batch's, else None.
        """
        none = np.zeros((0, 4)) if regions is None else regions
        # rounded to the recipe's precision before any area or IoU: the rounded edges decide ties
        boxes, left_out = (np.ascontiguousarray(part, grid.dtype).reshape(-1, 4) for part in (gt, none))
        return cls(boxes=boxes, size=size, padded_size=padded_size, regions=left_out)


@dataclass(slots=True, kw_only=True)
class Compared:
    """Every anchor's best IoU and ground truth (N,), every ground truth's best anchors, and the anchors left out.

    ``highest`` (G,) are the ground truths' best IoUs, ``ties`` the anchors (flat, ascending) of ``highest``;
    ``outside`` and ``crowded`` (N,) are True for the anchors left out, None for no anchor.
    """

    iou: Array
    best_gt: npt.NDArray[np.int32]
    highest: list[Any]
    ties: list[npt.NDArray[np.int64]]
    outside: Array | None
    crowded: Array | None


def compared(grid: Grid, picture: PictureBoxes, outside: Outside, regions: Regions, inclusive: bool) -> Compared:
    """Return the overlaps of all ground truths with all anchors, laid over the grid in windows: memory is O(N).

    IoU is intersection / (gt + anchor - intersection) in the grid's dtype.

    Args:
        grid: the N anchors, network px.
        picture: G ground truths and I ignored regions, in the grid's dtype.
        outside: the rule for anchors beyond the picture's border.
        regions: the rule for anchors on ignored regions.
        inclusive: whether a side is x2 - x1 + 1.
    """
    planes = _planes(grid, picture, outside, outside.before)
    # first of all: a crowded anchor must not give a ground truth the best IoU
    for plane in planes if len(picture.regions) and regions.beforehand else ():
        plane.crowded = crowded_cells(plane, picture.regions, regions, inclusive)
    # the best IoU is known before the windows are laid where a level's anchors have one size, so `overlay` looks
    # for ties only on the levels that reach the best IoU
    small, large = ([plane for plane in planes if is_small(plane) == which] for which in (True, False))
    best = [Best(highest, []) for highest in highest_of(large, picture.boxes, inclusive)]
    rows, *of_small = overlay_small(small, picture.boxes, inclusive, best, grid.dtype)
    for plane in large:
        overlay(plane, picture.boxes, inclusive, best)
    iou, best_gt = np.empty(grid.size, grid.dtype), np.empty(grid.size, np.int32)
    iou[rows], best_gt[rows] = of_small
    for plane in large:
        _lay(plane.level, plane.iou, iou)
    for plane in large:
        _lay(plane.level, plane.gt, best_gt)
    if not best:
        best_gt[:] = -1
    crowded = None
    if len(picture.regions) and not regions.beforehand:
        crowded = _flat(grid, [crowded_cells(plane, picture.regions, regions, inclusive) for plane in planes])
    elif len(picture.regions):
        crowded = _flat(grid, [plane.crowded for plane in planes if plane.crowded is not None])
        # crowded anchors had IoU -1 in the windows and anchors outside an overlap of 0, so no ground truth was ever
        # written for them: the 0 there is no number of a ground truth
        best_gt[crowded] = -1
    away = outside_of(grid, [(plane.columns, plane.rows) for plane in planes])
    if away is not None:
        best_gt[away] = -1
    # no window touched such a ground truth: its best IoU is 0, which every anchor that takes part shares
    lost = any(not record.places for record in best)
    left_out = crowded if regions.beforehand else None
    everyone = np.flatnonzero(_none_of(grid, away, left_out)) if lost else np.empty(0, np.int64)
    ties = [_ascending(record.places) if record.places else everyone for record in best]
    return Compared(
        iou=iou, best_gt=best_gt, highest=[record.iou for record in best], ties=ties, outside=away, crowded=crowded
    )


def _ascending(places: list[Array]) -> Array:
    if len(places) == 1 and places[0].size == 1:  # the usual case, and a sort for each ground truth is not free
        return places[0]
    return np.sort(np.concatenate(places))


def _planes(grid: Grid, picture: PictureBoxes, outside: Outside, leaving: bool) -> list[Planes]:
    sizes = picture.size, picture.padded_size
    return [planes_of(level, grid.dtype, outside, *sizes, leaving) for level in grid.levels]


def _flat(grid: Grid, planes: list[Array]) -> Array:
    """Return each level's (A, H, W) values in the grid's flat order, (N,)."""
    out = np.empty(grid.size, planes[0].dtype)
    for level, plane in zip(grid.levels, planes, strict=True):
        _lay(level, plane, out)
    return out


def _lay(level: Level, plane: Array, out: Array) -> None:
    """Write a level's (A, H, W) values into its part of (N,) at once: no second array of N."""
    cells = level.cells(out[level.rows])
    for base, values in enumerate(plane):
        cells[..., base] = values


def outside_of(grid: Grid, runs: list[tuple[Runs, Runs]]) -> Array | None:
    """Return the mask (N,) of anchors outside each level's ``runs`` of columns and rows, None for no anchor."""
    # whole runs on every level are the usual case, and need no mask of N
    whole = [
        set(columns) <= {(0, level.shape[1])} and set(rows) <= {(0, level.shape[0])}
        for level, (columns, rows) in zip(grid.levels, runs, strict=True)
    ]
    if all(whole):
        return None
    return ~_flat(grid, [inside_of(level, *each) for level, each in zip(grid.levels, runs, strict=True)])


def _none_of(grid: Grid, *masks: Array | None) -> Array:
    left = np.ones(grid.size, bool)
    for mask in masks:
        if mask is not None:
            left &= ~mask
    return left


@dataclass(slots=True)
class Decided:
    """Labels, owners and causes (N,) before anchors outside lose the label; ``best`` are the arrays of `best_of`."""

    label: npt.NDArray[np.int8]
    gt: npt.NDArray[np.int32]
    cause: npt.NDArray[np.uint8]
    best: Mapping[str, Array]


def finished(
    grid: Grid,
    picture: PictureBoxes,
    outside: Outside,
    regions: Regions,
    decided: Decided,
    dense: Mapping[str, Array],
    away: Array | None,
    crowded: Array | None = None,
) -> Assignment:
    """Return the assignment: anchors outside and in ignored regions get label -1, and the counts are made.

    Args:
        grid: N anchors.
        picture: the boxes and sizes compared.
        outside: the recipe's rule for anchors beyond the border.
        regions: the recipe's rule for anchors on ignored regions.
        decided: the assigner's labels; ``label``, ``gt`` and ``cause`` are changed in place.
        dense: best IoU and ground truth of every anchor.
        away: (N,) the anchors outside that were not compared, None for no anchor.
        crowded: (N,) the anchors in ignored regions, None for no anchor; changed in place.
    """
    label, gt, cause = decided.label, decided.gt, decided.cause
    if outside.after:  # every anchor was compared, so the border is applied only now
        sizes = picture.size, picture.padded_size
        away = outside_of(grid, [runs_inside(level, outside, *sizes, leaving=True) for level in grid.levels])
    if crowded is not None and not regions.beforehand:
        crowded &= label == 0
    # outside last: an anchor both in a crowd and outside the picture is said to be outside
    for mask, why in ((crowded, Cause.CROWD), (away, Cause.OUTSIDE_IMAGE)):
        if mask is not None:
            label[mask], gt[mask], cause[mask] = -1, -1, why
    # counted behind the masks: an anchor outside is no positive of any ground truth
    positive, count = np.flatnonzero(label == 1), len(decided.best["best"])
    owner = gt[positive]
    per_gt = {
        "positives": np.bincount(owner, minlength=count),
        "low_quality": np.bincount(owner[cause[positive] == Cause.BEST_FOR_GT], minlength=count),
        **decided.best,
    }
    return Assignment(label=label, gt=gt, cause=cause, per_gt=per_gt, dense=dense)


def best_of(grid: Grid, highest: list[Any], ties: list[npt.NDArray[np.int64]]) -> dict[str, Array]:
    """Return the ground truths' best IoU, best anchor and number of ties (G,), by the names of `PER_GT`."""
    return {
        "best": np.array(highest, grid.dtype),
        # ties ascend by flat index, so the first is the lowest
        "best_anchor": np.array([tied[0] if tied.size else -1 for tied in ties], np.int64),
        "ties": np.array([tied.size for tied in ties], np.int64),
    }


def threshold_problems(spec: Any, place: str) -> Iterator[RecipeProblem]:
    """Yield the problems in the order of an assigner's ``negative_from``, ``negative`` and ``positive``."""
    if spec.negative > spec.positive:
        text = f"found {spec.negative}, wanted at most {place}.positive ({spec.positive})"
        yield RecipeProblem(f"{place}.negative", text, (f"{place}.positive",))
    if spec.negative_from > spec.negative:
        text = f"found {spec.negative_from}, wanted at most {spec.negative}"
        yield RecipeProblem(f"{place}.negative_from", text)
