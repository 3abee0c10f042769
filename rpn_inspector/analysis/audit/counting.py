"""The positive anchors of a work unit, counted: by ground truth, by picture, and their targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.targets import TargetStatistics
from rpn_inspector.analysis.audit.units import WorkUnit, frames_of
from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assignment import Assignment
from rpn_inspector.core.boxes import covered_by
from rpn_inspector.core.positives import Chunk, Positives
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.values import quiet, read_only

Array = npt.NDArray[Any]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
INSIDE = 0.5  # the share of a ground truth's area inside an ignored region from which the ground truth counts as inside


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class UnitCounts:
    """What a unit's pictures (p) and ground truths (g) came to, in the unit's order.

    Args:
        number: of the unit.
        anchors: the number of anchors of each picture.
        positives: (p,) int64, positive anchors of each picture.
        by_level: (p, L) int64, the same by level.
        no_overlap: (p,) int64, positive anchors that overlap no ground truth, made positive by a tie at IoU 0.
        gt: (g, 4) float32, network px.
        used: (g,) whether the ground truth is in the assignment.
        region: (g,) whether the ground truth is an ignored region.
        inside: (g,) whether a ground truth of the assignment lies in an ignored region by `INSIDE` of the area.
        per_gt: (g,) each, by the names of `PER_GT`, as far as the assigner has the array; 0 outside the assignment.
        owner: (g,) int64, the row of the ground truth assigned to the best anchor, -1 none.
        best_level: (g,) int8, the best anchor's level, -1 without a best anchor.
        found: (g,) each, by the assigner's kind of finding; no ground truth is in two.
        targets: of all positives.
    """

    number: int
    anchors: int
    positives: Ints
    by_level: Ints
    no_overlap: Ints
    gt: Array
    used: Bools
    region: Bools
    inside: Bools
    per_gt: dict[str, Array]
    owner: Ints
    best_level: npt.NDArray[np.int8]
    found: dict[str, Bools]
    targets: TargetStatistics

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)


@quiet
def count(unit: WorkUnit, recipe: Recipe) -> UnitCounts:
    """Return what ``unit`` comes to under ``recipe``; equal to `inspect` picture by picture.

    Raises `BadRecipe` for a grid beyond the limits.
    """
    grid = recipe.grid(unit.padded_size)
    gt, network = _in_network(unit, recipe)
    used, region = recipe.ground_truth.roles(unit.kind, gt)
    if not region.any():
        region = np.zeros(len(gt), bool)
    alone = np.unique(unit.picture[region])  # ignored regions have no part in a chunk
    found = _Rows(unit, recipe, grid, gt, network)
    together = used & ~np.isin(unit.picture, alone)
    chunk_rows = np.flatnonzero(together)
    if chunk_rows.size:
        chunk = Chunk(grid=grid, gt=gt[chunk_rows], picture=unit.picture[chunk_rows], sizes=network)
        many = recipe.matcher.positives(chunk)
        found.take_many(many, chunk_rows)
        alone = np.union1d(alone, many.whole)
    for picture in alone.tolist():
        found.take_one(picture, used, region)
    return found.counted(used, region)


def _in_network(unit: WorkUnit, recipe: Recipe) -> tuple[Array, Ints]:
    """Return the ground truths (g, 4) in network px, and the resized sizes (p, 2)."""
    frames, which, _ = frames_of(unit.size, recipe)
    gt, network = np.zeros((len(unit.box), 4), np.float32), np.zeros((len(unit.image), 2), np.int64)
    of_row = which[unit.picture]
    order = np.argsort(of_row, kind="stable")
    ends = np.searchsorted(of_row[order], np.arange(len(frames) + 1))
    for number, frame in enumerate(frames):
        assert frame is not None  # a unit holds pictures with a size alone
        rows = order[ends[number] : ends[number + 1]]
        gt[rows] = recipe.ground_truth.as_loaded(unit.box[rows], frame)
        network[which == number] = frame.network_size
    return gt, network


class _Rows:
    """The counts of a unit while pictures are counted, many at once or one by one."""

    def __init__(self, unit: WorkUnit, recipe: Recipe, grid: Grid, gt: Array, network: Ints) -> None:
        self.unit, self.recipe, self.grid, self.gt, self.network = unit, recipe, grid, gt, network
        self.by_level = np.zeros((len(unit.image), len(grid.levels)), np.int64)
        self.no_overlap = np.zeros(len(unit.image), np.int64)
        self.per_gt: dict[str, Array] = {}
        self.owner = np.full(len(gt), -1, np.int64)
        self.found: dict[str, Bools] = {}
        self.targets: dict[int, TargetStatistics] = {}  # by first picture, so that the sum has one order

    def take_many(self, many: Positives, rows: Ints) -> None:
        """Add the positives of a chunk, of which ground truth i is row ``rows[i]`` of the unit."""
        self._take_positives(many.picture, many.anchor, rows[many.gt])
        looked = np.flatnonzero(~np.isin(self.unit.picture[rows], many.whole))
        anchor = many.per_gt.get("best_anchor")
        owner = np.full(len(rows), -1, np.int64)
        if anchor is not None and len(many.anchor):
            key = many.picture * self.grid.size + many.anchor  # ascending
            wanted = self.unit.picture[rows] * self.grid.size + anchor
            at = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
            owner = np.where((key[at] == wanted) & (anchor >= 0), many.gt[at], -1)
        masks = self.recipe.matcher.findings_from(many.per_gt, owner)
        self._take_gt(
            rows[looked],
            {name: values[looked] for name, values in many.per_gt.items()},
            np.where(owner[looked] >= 0, rows[owner[looked]], -1),
            {kind: mask[looked] for kind, mask in masks.items()},
        )

    def take_one(self, picture: int, used: Bools, region: Bools) -> None:
        """Add one picture by `assign`, as a picture with ignored regions or with ties at IoU 0 demands."""
        unit, matcher = self.unit, self.recipe.matcher
        mine = np.arange(unit.first[picture], unit.first[picture + 1])
        rows = mine[used[mine]]
        height, width = self.network[picture].tolist()
        own_padding = self.recipe.resize.padded_size((height, width))
        one = matcher.assign(self.grid, self.gt[rows], (height, width), self.gt[mine[region[mine]]], own_padding)
        # an anchor of several pairs counts once, for its owner, as in an inspection
        positive = np.flatnonzero(one.label == 1)
        self._take_positives(np.full(len(positive), picture), positive, rows[one.gt[positive]])
        if one.iou is not None:
            self.no_overlap[picture] = int((one.iou[positive] == 0).sum())
        self._take_gt(rows, one.per_gt, _owner(one, rows), matcher.gt_findings(one))

    def _take_positives(self, picture: Ints, anchor: Ints, row: Ints) -> None:
        if not anchor.size:
            return
        levels = len(self.grid.levels)
        at = picture * levels + self.grid.locate(anchor).level
        self.by_level += np.bincount(at, minlength=self.by_level.size).reshape(self.by_level.shape)
        boxes, strides = self.grid.boxes(anchor), self.grid.strides(anchor)
        with np.errstate(divide="ignore", invalid="ignore"):  # a box clipped to nothing has log 0
            t_star = self.recipe.coder.encode(boxes, self.gt[row], strides)
        self.targets[int(picture[0])] = TargetStatistics.of(t_star)

    def _take_gt(self, rows: Ints, per_gt: Any, owner: Ints, found: Any) -> None:
        for name, values in per_gt.items():
            if name not in self.per_gt:
                self.per_gt[name] = np.zeros(len(self.gt), values.dtype)
            self.per_gt[name][rows] = values
        self.owner[rows] = owner
        for kind, mask in found.items():
            self.found.setdefault(kind, np.zeros(len(self.gt), bool))[rows] = mask

    def counted(self, used: Bools, region: Bools) -> UnitCounts:
        """Return the whole."""
        targets = TargetStatistics.of(np.zeros((0, 4)))
        for picture in sorted(self.targets):
            targets = targets.joined(self.targets[picture])
        self.per_gt.setdefault("positives", np.zeros(len(self.gt), np.int64))
        return UnitCounts(
            number=self.unit.number,
            anchors=self.grid.size,
            positives=self.by_level.sum(1),
            by_level=self.by_level,
            no_overlap=self.no_overlap,
            gt=self.gt,
            used=used,
            region=region,
            inside=self._inside(used, region),
            per_gt=self.per_gt,
            owner=self.owner,
            best_level=self._best_level(used),
            found=self.found,
            targets=targets,
        )

    def _best_level(self, used: Bools) -> npt.NDArray[np.int8]:
        level = np.full(len(self.gt), -1, np.int8)
        anchor = self.per_gt.get("best_anchor")
        if anchor is not None:
            known = np.flatnonzero(used & (anchor >= 0) & (self.per_gt["best"] > 0))
            level[known] = self.grid.locate(anchor[known]).level
        return level

    def _inside(self, used: Bools, region: Bools) -> Bools:
        inside = np.zeros(len(self.gt), bool)
        for picture in np.unique(self.unit.picture[region]).tolist():
            mine = np.arange(self.unit.first[picture], self.unit.first[picture + 1])
            rows, regions = mine[used[mine]], mine[region[mine]]
            for one in regions.tolist():
                inside[rows] |= covered_by(self.gt[rows], self.gt[one]) >= INSIDE
        return inside


def _owner(one: Assignment, rows: Ints) -> Ints:
    """Return the rows of the ground truths assigned to the best anchors of a picture, -1 none."""
    anchor = one.per_gt.get("best_anchor")
    if anchor is None:
        return np.full(len(rows), -1, np.int64)
    owner = np.where(anchor >= 0, one.gt[anchor], -1)
    return np.where(owner >= 0, rows[owner], -1)
