"""Two recipes over all pictures, anchor by anchor: the labels that change, and why, where grids have anchors in common.

Picture by picture the numbers are those of `analysis.compare.label_changes.compare`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import of_images
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.execution import Execution, execution_for
from rpn_inspector.analysis.audit.rows import rows_of
from rpn_inspector.analysis.audit.units import WorkUnit, units_of
from rpn_inspector.analysis.compare.label_changes import (
    ORDER,
    elsewhere,
    label_matrix,
    partners,
    reasons_of,
    without_undecided,
)
from rpn_inspector.core.anchor_rules.laying import Laying
from rpn_inspector.core.anchors import grid_for
from rpn_inspector.core.assigners.reasons import Reason
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.values import quiet, read_only
from rpn_inspector.data.datasets.dataset import Cancelled

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
Laid = tuple[Laying, str, tuple[int, int]]  # over an input of (h, w) px, in a dtype
Side = tuple[Frame, Assignment]
Progress = Callable[[int, int], "bool | None"]
PICTURES = 32  # of a unit: a second of work
WEIGHT = 1_000  # ground truths that take as long to count as one picture's anchors to compare


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AnchorChanges:
    """The labels of the anchors of many pictures under two recipes.

    Args:
        images: (p,) int64, the pictures compared.
        of: the number of pictures that could be.
        compared: the number of anchors that stand in both grids.
        only_a: the number of anchors of A without a partner in B.
        only_b: the number of anchors of B without a partner in A.
        matrix: (3, 3) int64, the compared anchors by label in A (rows) and in B (columns), in the order of `ORDER`;
            (4, 4) where some are undecided.
        whys: the reasons either assigner knows.
        by_why: (W,) int64, anchors with another label or ground truth, by reason.
        by_gt: (m, W) int32, the same by the ground truth: of the positive label in B, else in A.
    """

    images: Ints
    of: int
    compared: int
    only_a: int
    only_b: int
    matrix: Ints
    whys: tuple[Reason, ...]
    by_why: Ints
    by_gt: npt.NDArray[np.int32]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def differing(self) -> int:
        """Return the number of anchors with another label or ground truth."""
        return int(self.by_why.sum())


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ChangeUnit:
    """A few pictures to compare under another recipe."""

    unit: WorkUnit
    other: Recipe

    @property
    def number(self) -> int:
        """Return the number of the unit, from 0."""
        return self.unit.number


@dataclass(slots=True, eq=False, kw_only=True)
class UnitChanges:
    """What the pictures of a unit came to; arrays as those of `AnchorChanges`, ``by_gt`` in the unit's order."""

    number: int
    compared: int = 0
    only: Ints
    matrix: Ints
    by_why: Ints
    by_gt: npt.NDArray[np.int32]


def anchor_changes(
    a: Audit,
    b: Audit,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    most: int | None = None,
    execution: Execution | None = None,
) -> AnchorChanges:
    """Return the changes over the pictures counted in both audits of one dataset.

    Args:
        a: under one recipe.
        b: under another.
        workers: the number of processes; None: as many as are worth their start.
        progress: called with the pictures done and the total; True stops, and `Cancelled` is raised.
        most: the number of pictures looked at, evenly taken; None for all.
        execution: where to compute `change_unit`, in place of ``workers``.
    """
    there = np.setdiff1d(np.arange(len(a.annotations.names)), [*a.problems, *b.problems])
    images = there if most is None else there[:: max(1, -(-len(there) // most))]
    chosen, _ = units_of(of_images(a.annotations, images), a.recipe, PICTURES)
    units = [ChangeUnit(unit=unit, other=b.recipe) for unit in chosen]
    rows = rows_of(a.annotations.first, images)
    whys = reasons_of(a.recipe.matcher, b.recipe.matcher, np.zeros((0, 5)))[0]
    made = UnitChanges(
        number=0,
        only=np.zeros(2, np.int64),
        matrix=np.zeros((len(ORDER), len(ORDER)), np.int64),
        by_why=np.zeros(len(whys), np.int64),
        by_gt=np.zeros((len(a.used), len(whys)), np.int32),
    )
    where, done = execution or execution_for(len(images) * WEIGHT, workers, change_unit), 0
    where.submit(units, a.recipe)
    for one in where.completed():
        unit = units[one.number].unit
        made.compared += one.compared
        for name in ("only", "matrix", "by_why"):
            setattr(made, name, getattr(made, name) + getattr(one, name))
        made.by_gt[rows[unit.row]] = one.by_gt
        done += len(unit.image)
        if progress is not None and progress(done, len(images)):
            where.cancel()
            raise Cancelled(f"stopped after the anchors of {done:,} of {len(images):,} pictures")
    return AnchorChanges(
        images=images,
        of=len(there),
        compared=made.compared,
        only_a=int(made.only[0]),
        only_b=int(made.only[1]),
        matrix=without_undecided(made.matrix),
        whys=whys,
        by_why=made.by_why,
        by_gt=made.by_gt,
    )


@quiet
def change_unit(change: ChangeUnit, recipe: Recipe) -> UnitChanges:
    """Return what a unit's pictures come to from ``recipe`` to the other."""
    unit, pair = change.unit, (recipe, change.other)
    whys = reasons_of(recipe.matcher, change.other.matcher, np.zeros((0, 5)))[0]
    made = UnitChanges(
        number=unit.number,
        only=np.zeros(2, np.int64),
        matrix=np.zeros((len(ORDER), len(ORDER)), np.int64),
        by_why=np.zeros(len(whys), np.int64),
        by_gt=np.zeros((len(unit.row), len(whys)), np.int32),
    )
    for place in range(len(unit.image)):
        mine = slice(int(unit.first[place]), int(unit.first[place + 1]))
        sides = [_assigned(unit, place, mine, one) for one in pair]
        _take(made, mine, sides, pair)
    return made


def _assigned(unit: WorkUnit, place: int, mine: slice, recipe: Recipe) -> Side:
    """Return the frame and the labels of a picture as `inspect` makes them."""
    height, width = unit.size[place].tolist()
    frame = recipe.resize.of((height, width))
    gt = recipe.ground_truth.as_loaded(unit.box[mine], frame)
    used, region = recipe.ground_truth.roles(unit.kind[mine], gt)
    grid, size = recipe.grid(frame.padded_size), frame.network_size
    found = recipe.matcher.assign(grid, gt[used], size, gt[region], recipe.resize.padded_size(size))
    return frame, found.of_sample(used)


def _take(made: UnitChanges, mine: slice, sides: list[Side], pair: tuple[Recipe, Recipe]) -> None:
    (frame_a, a), (frame_b, b) = sides
    one, other = pair
    at = _partners(
        (one.anchors, one.dtype, frame_a.padded_size),
        (other.anchors, other.dtype, frame_b.padded_size),
        elsewhere(frame_a, frame_b),
    )
    made.compared += len(at[0])
    made.only += np.array([len(side.label) - len(at[0]) for side in (a, b)])
    label_a, label_b, gt_a, gt_b = a.label[at[0]], b.label[at[1]], a.gt[at[0]], b.gt[at[1]]
    made.matrix += label_matrix(label_a, label_b)
    rows = np.flatnonzero((label_a != label_b) | (gt_a != gt_b))
    if not rows.size:
        return
    causes = a.cause[at[0][rows]], b.cause[at[1][rows]]
    changes = np.stack([causes[0], label_a[rows], causes[1], label_b[rows], gt_a[rows] != gt_b[rows]], 1)
    kinds, inverse = np.unique(changes.astype(np.int64), axis=0, return_inverse=True)
    why = reasons_of(pair[0].matcher, pair[1].matcher, kinds)[1][inverse.reshape(-1)]
    made.by_why += np.bincount(why, minlength=len(made.by_why))
    owner = np.where(label_b[rows] == 1, gt_b[rows], np.where(label_a[rows] == 1, gt_a[rows], -1))
    owned = owner >= 0
    np.add.at(made.by_gt[mine], (owner[owned], why[owned]), 1)


@lru_cache(maxsize=16)  # of a dataset's sizes; 16 B an anchor
def _partners(one: Laid, other: Laid, apart: tuple[Frame, Frame] | None) -> tuple[Ints, Ints]:
    """Return the flat indices of anchors that stand in the grids of both inputs."""
    return partners(grid_for(*one), grid_for(*other), apart)
