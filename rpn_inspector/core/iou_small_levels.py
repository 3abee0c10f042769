"""IoU of ground truths with every anchor of a grid's small levels, all of these levels at once.

Where a level has few anchors, a window of it costs more to prepare than the whole level costs to compute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Level
from rpn_inspector.core.iou_planes import Best, Planes, axis_overlap
from rpn_inspector.core.values import read_only

Array = npt.NDArray[Any]
SMALL = 8192  # anchors: up to here the whole level is computed sooner than a window of it
AT_ONCE = 1 << 16  # pairs, whose numbers stay in the cache of a core
GRIDS = 8  # whose small levels are kept, some 200 kB each


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SmallLevels:
    """n anchors of some levels, plane by plane (A, H, W) one behind the other.

    Args:
        parts: each level's slice of the n anchors.
        x0: each level's columns (A, W), raveled one behind the other, network px; ``x1`` likewise.
        x1: as ``x0``.
        y0: each level's rows (A, H), raveled likewise; ``y1`` as well.
        y1: as ``y0``.
        area: (n,) px^2.
        flat: (n,) int64, the index of each in the grid.
    """

    parts: tuple[slice, ...]
    x0: Array
    x1: Array
    y0: Array
    y1: Array
    area: Array
    flat: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @classmethod
    def of(cls, levels: tuple[Level, ...], inclusive: bool) -> SmallLevels:
        """Return ``levels`` together; with ``inclusive`` a side is x2 - x1 + 1."""
        one, ends = levels[0].x0.dtype.type(inclusive), np.cumsum([level.count for level in levels]).tolist()
        parts = tuple(slice(end - level.count, end) for level, end in zip(levels, ends, strict=True))
        area, flat = np.empty(ends[-1], levels[0].x0.dtype), np.empty(ends[-1], np.int64)
        for level, part in zip(levels, parts, strict=True):
            shape = len(level.base), *level.shape
            # from the rounded edges of every cell: far from the origin float32 makes one base anchor's sides differ
            width, height = level.x1 - level.x0 + one, level.y1 - level.y0 + one
            np.multiply(height[:, :, None], width[:, None, :], out=area[part].reshape(shape))
            indices = level.cells(np.arange(level.rows.start, level.rows.stop))
            flat[part].reshape(shape)[...] = indices.transpose(2, 0, 1)
        x0, x1, y0, y1 = (
            np.concatenate([getattr(level, edge).ravel() for level in levels]) for edge in ("x0", "x1", "y0", "y1")
        )
        return cls(parts=parts, x0=x0, x1=x1, y0=y0, y1=y1, area=area, flat=flat)


_small_levels = lru_cache(GRIDS)(SmallLevels.of)


def is_small(plane: Planes) -> bool:
    """Return whether a level belongs to `overlay_small`."""
    return plane.level.count <= SMALL


def overlay_small(
    planes: list[Planes], gt: Array, inclusive: bool, best: list[Best], dtype: np.dtype[Any]
) -> tuple[npt.NDArray[np.int64], Array, npt.NDArray[np.int32]]:
    """Lay each ground truth over the whole of ``planes``, equal to the bit to `iou_planes.overlay` level by level.

    Returns the n anchors' indices in the grid, and of each the best IoU and its ground truth, 0 without any.

    Args:
        planes: empty ones of the small levels, which stay empty.
        gt: (G, 4) network px, in the recipe's precision.
        inclusive: whether a side is x2 - x1 + 1.
        best: a record a ground truth, which other levels may have filled.
        dtype: of the IoUs.
    """
    if not planes:
        return np.empty(0, np.int64), np.empty(0, dtype), np.empty(0, np.int32)
    levels, one = _small_levels(tuple(plane.level for plane in planes), inclusive), gt.dtype.type(inclusive)
    running, owner = np.zeros(len(levels.area), dtype), np.zeros(len(levels.area), np.int32)
    if not len(gt):
        return levels.flat, running, owner
    areas, size = (gt[:, 2] - gt[:, 0] + one) * (gt[:, 3] - gt[:, 1] + one), len(levels.area)
    overlap_x = axis_overlap(levels.x0, levels.x1, gt[:, 0], gt[:, 2], one)
    overlap_y = axis_overlap(levels.y0, levels.y1, gt[:, 1], gt[:, 3], one)
    shapes = [plane.iou.shape for plane in planes]
    in_x = _by_level(overlap_x, [(a, w) for a, _, w in shapes], [plane.columns for plane in planes])
    in_y = _by_level(overlap_y, [(a, h) for a, h, _ in shapes], [plane.rows for plane in planes])
    left_out = _crowded(planes, levels.parts)
    higher, claim = np.empty(size, bool), np.empty(size, np.int32)
    step = min(max(1, AT_ONCE // size), len(gt))
    room, room2 = (np.empty((step, size), gt.dtype) for _ in range(2))
    for first in range(0, len(gt), step):
        some = slice(first, min(first + step, len(gt)))
        iou, union = room[: some.stop - first], room2[: some.stop - first]
        for part, shape, x, y in zip(levels.parts, shapes, in_x, in_y, strict=True):
            np.multiply(y[some, :, :, None], x[some, :, None, :], out=iou[:, part].reshape(-1, *shape))
        # gt + anchor first, then minus the intersection: torchvision's order, so that equal boxes tie to the bit
        np.add(areas[some, None], levels.area, out=union)
        union -= iou
        with np.errstate(invalid="ignore"):  # a box without area and an anchor without area: 0 / 0, passed by below
            iou /= union
        if left_out is not None:
            # below every running best, so a crowded anchor never gets a ground truth nor ties for a best IoU
            iou[:, left_out] = -1
        for k, (row, highest) in enumerate(zip(iou, np.fmax.reduce(iou, axis=1), strict=True), first):
            if best[k].reached(highest):
                best[k].places.append(levels.flat[(row == highest).nonzero()[0]])
            if k:
                # k is over every owner so far: the maximum writes it where the IoU is higher; a tie stays the first's
                np.greater(row, running, out=higher)
                np.multiply(higher, np.int32(k), out=claim)
                np.maximum(owner, claim, out=owner)
            np.fmax(running, row, out=running)
    running += 0  # a ground truth of negative area leaves -0
    return levels.flat, running, owner


def _by_level(
    overlap: Array, shapes: list[tuple[int, int]], runs: list[list[tuple[int, int]]]
) -> list[npt.NDArray[Any]]:
    """Return each level's overlaps (G, A, cells) along one axis, 0 beyond the runs of cells in the assignment."""
    found, first = [], 0
    for (bases, cells), level_runs in zip(shapes, runs, strict=True):
        part = overlap[:, first : first + bases * cells].reshape(-1, bases, cells)
        first += bases * cells
        for base, (begin, stop) in enumerate(level_runs):
            if (begin, stop) != (0, cells):  # an anchor left out overlaps nothing
                part[:, base, :begin] = part[:, base, stop:] = 0
        found.append(part)
    return found


def _crowded(planes: list[Planes], parts: tuple[slice, ...]) -> npt.NDArray[np.int64] | None:
    """Return where the anchors in ignored regions stand among those of all levels, None for no anchor."""
    found = [
        part.start + np.flatnonzero(plane.crowded)
        for plane, part in zip(planes, parts, strict=True)
        if plane.crowded is not None
    ]
    return np.concatenate(found) if found else None
