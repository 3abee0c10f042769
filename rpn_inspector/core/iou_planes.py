"""IoU of ground truths with a whole grid, laid over each level in windows instead of one G x N matrix.

A grid is separable: the overlap of a ground truth with one base anchor's cells is an outer product of an x and a y
overlap, and both are positive on one run of cells only. Outside the window of both runs the IoU is 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Level
from rpn_inspector.core.ignored import Outside, Regions, Runs, runs_inside

Array = npt.NDArray[Any]


@dataclass(slots=True, kw_only=True)
class Planes:
    """One level's running best over ground truths, and the cells in the assignment.

    ``iou`` (A, H, W) in the recipe's precision and ``gt`` (A, H, W) int32 are the best so far; ``columns`` and ``rows``
    are (first, end) for each base anchor; ``crowded`` (A, H, W) bool, or None without ignored regions.
    """

    level: Level
    iou: Array
    gt: Array
    columns: list[tuple[int, int]]
    rows: list[tuple[int, int]]
    crowded: Array | None
    overlaps: Overlaps | None


@dataclass(slots=True)
class Best:
    """The highest IoU of one ground truth so far, and the anchors (flat indices) with the IoU, a list per level."""

    iou: Any
    places: list[Array]

    def reached(self, highest: Any) -> bool:
        """Return whether some anchors of IoU ``highest`` belong here; what was kept for less is dropped."""
        if not (highest >= self.iou and highest > 0):
            return False
        if highest > self.iou:
            self.iou, self.places = highest, []
        return True


@dataclass(slots=True, kw_only=True)
class Overlaps:
    """A level's base anchors against all ground truths: overlaps along x (G, A, W) and y (G, A, H), and the windows.

    A window holds all cells where a ground truth overlaps any base anchor. ``area`` (A, 1, 1) are the anchors' areas in
    px^2, (A, H, W) where rounding makes the areas of a base anchor differ from cell to cell. ``reached`` (G,) is the
    best IoU of the level, None where `highest_of` leaves the level to `overlay`.
    """

    in_x: Array
    in_y: Array
    left: list[int]
    right: list[int]
    top: list[int]
    bottom: list[int]
    area: Array
    reached: Array | None = None


def planes_of(
    level: Level,
    dtype: np.dtype[Any],
    outside: Outside,
    image_size: tuple[int, int],
    padded_size: tuple[int, int] | None,
    leaving: bool,
) -> Planes:
    """Return a level's empty planes with the runs of cells in the assignment.

    Args:
        level: one feature map's anchors.
        dtype: of the IoUs, the recipe's precision.
        outside: the recipe's rule for anchors beyond the picture's border.
        image_size: (h, w) network px before padding.
        padded_size: (h, w) network px of the picture's own padding, None where the grid has no larger.
        leaving: whether anchors beyond the border are left out.
    """
    shape = (len(level.base), *level.shape)
    columns, rows = runs_inside(level, outside, image_size, padded_size, leaving)
    return Planes(
        level=level,
        iou=np.zeros(shape, dtype),
        gt=np.zeros(shape, np.int32),
        columns=columns,
        rows=rows,
        crowded=None,
        overlaps=None,
    )


def axis_overlap(low: Array, high: Array, start: Array, end: Array, extra: Any) -> Array:
    """Return the overlaps (G, ...) of edges ``low`` and ``high`` (...) with each of the G runs ``start`` to ``end``."""
    start, end = (edge.reshape(-1, *[1] * low.ndim) for edge in (start, end))
    overlap = np.minimum(high, end) - np.maximum(low, start)
    return np.asarray(np.maximum(overlap + extra if extra else overlap, 0))


def _windows(overlap: Array) -> tuple[list[int], list[int]]:
    """Return for each ground truth the first and end cell where any base anchor overlaps it, (G, A, cells)."""
    # one window for all base anchors of the level: a few cells too many, but one pass instead of A
    touched = overlap.max(1) > 0
    end = np.where(touched.any(1), touched.shape[1] - touched[:, ::-1].argmax(1), 0)
    return touched.argmax(1).tolist(), end.tolist()


def crowded_cells(plane: Planes, regions: Array, spec: Regions, inclusive: bool) -> Array:
    """Return (A, H, W) bool: an anchor's share in any of ``regions`` (I, 4) is over the recipe's (mmdet iof)."""
    level, one = plane.level, regions.dtype.type(inclusive)
    found = np.zeros(plane.iou.shape, bool)
    areas = (regions[:, 2] - regions[:, 0] + one) * (regions[:, 3] - regions[:, 1] + one)
    # MMDetection's bbox_overlaps divides by at least 1e-6
    limit, floor = regions.dtype.type(spec.overlap), regions.dtype.type(1e-6)
    for base in range(len(level.base)):
        in_x = axis_overlap(level.x0[base], level.x1[base], regions[:, 0], regions[:, 2], one)
        in_y = axis_overlap(level.y0[base], level.y1[base], regions[:, 1], regions[:, 3], one)
        width, height = level.x1[base] - level.x0[base] + one, level.y1[base] - level.y0[base] + one
        for k, area in enumerate(areas):
            inter, own = in_y[k][:, None] * in_x[k], height[:, None] * width
            whole = own if spec.of == "anchor" else area if spec.of == "region" else (own + area) - inter
            share = inter / np.maximum(whole, floor)
            found[base] |= share > limit if spec.beforehand else share >= limit
    return found


def _overlaps_of(plane: Planes, gt: Array, one: Any) -> Overlaps:
    level = plane.level
    # from the rounded edges of every cell: far from the origin float32 can make one base anchor's sides differ
    width, height = level.x1 - level.x0 + one, level.y1 - level.y0 + one
    same = bool((width == width[:, :1]).all() and (height == height[:, :1]).all())
    in_x = axis_overlap(level.x0, level.x1, gt[:, 0], gt[:, 2], one)
    in_y = axis_overlap(level.y0, level.y1, gt[:, 1], gt[:, 3], one)
    # an anchor left out overlaps nothing: zeroed along one axis, the product is 0
    for overlap, runs in ((in_x, plane.columns), (in_y, plane.rows)):
        for base, (first, end) in enumerate(runs):
            # writing zeros over whole planes is saved in the usual case
            if (first, end) != (0, overlap.shape[2]):
                overlap[:, base, :first] = overlap[:, base, end:] = 0
    if same:
        width, height = width[:, :1], height[:, :1]
    (left, right), (top, bottom) = _windows(in_x), _windows(in_y)
    return Overlaps(
        in_x=in_x,
        in_y=in_y,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        area=height[:, :, None] * width[:, None, :],
    )


def highest_of(planes: list[Planes], gt: Array, inclusive: bool) -> list[Any]:
    """Return for each ground truth the best IoU among the base anchors of one size all over the level.

    With one size the IoU only grows with the intersection, a product of an x and a y overlap: the largest product is
    the product of the largest overlaps, to the bit. Other levels are searched cell by cell in `overlay`.
    """
    one = gt.dtype.type(inclusive)
    areas = (gt[:, 2] - gt[:, 0] + one) * (gt[:, 3] - gt[:, 1] + one)
    best = np.zeros(len(gt), gt.dtype)
    for plane in planes if len(gt) else ():
        o = plane.overlaps = _overlaps_of(plane, gt, one)
        # crowded cells break the product: the best x and the best y may meet in a cell left out
        if o.area.size != len(o.area) or plane.crowded is not None:
            continue
        inter = o.in_x.max(2) * o.in_y.max(2)
        # gt + anchor first, then minus the intersection: torchvision's order, so that equal boxes tie to the bit
        union = (areas[:, None] + o.area[:, 0, 0]) - inter
        o.reached = np.divide(inter, union, out=np.zeros_like(inter), where=inter > 0).max(1)
        np.maximum(best, o.reached, out=best)
    return list(best)


def overlay(plane: Planes, gt: Array, inclusive: bool, best: list[Best]) -> None:
    """Lay each ground truth over one level, in the order of the ground truths: strict >, so the first wins a tie."""
    o, plane.overlaps = plane.overlaps, None  # not needed again, and as large as the grid where areas differ
    if o is None:
        return
    one = gt.dtype.type(inclusive)
    areas = (gt[:, 2] - gt[:, 0] + one) * (gt[:, 3] - gt[:, 1] + one)
    # one allocation serves the windows of all ground truths
    most = max(
        (right - left) * (bottom - top)
        for left, right, top, bottom in zip(o.left, o.right, o.top, o.bottom, strict=True)
    )
    room, room2, flags = (np.empty(len(plane.iou) * most, dtype) for dtype in (gt.dtype, gt.dtype, bool))
    for k, record in enumerate(best):
        x, x_end, y, y_end = o.left[k], o.right[k], o.top[k], o.bottom[k]
        if x >= x_end or y >= y_end:
            continue
        shape = (len(plane.iou), y_end - y, x_end - x)
        count = shape[0] * shape[1] * shape[2]
        iou, union = room[:count].reshape(shape), room2[:count].reshape(shape)
        # w h and h w are the same float: the outer product has the bits of the libraries' product
        np.multiply(o.in_y[k, :, y:y_end, None], o.in_x[k, :, None, x:x_end], out=iou)
        if o.area.size == len(o.area):
            np.subtract(areas[k] + o.area, iou, out=union)
        else:
            np.add(o.area[:, y:y_end, x:x_end], areas[k], out=union)
            union -= iou
        iou /= union
        if plane.crowded is not None:
            # below every running best, so a crowded anchor never gets a ground truth nor ties for a best IoU
            iou[plane.crowded[:, y:y_end, x:x_end]] = -1
        # a level that stays below the ground truth's best IoU can hold no tie: the search over the window is saved
        if o.reached is None or o.reached[k] >= record.iou:
            _remember(record, iou, plane.level, y, x)
        running, higher = plane.iou[:, y:y_end, x:x_end], flags[:count].reshape(shape)
        np.greater(iou, running, out=higher)
        np.copyto(running, iou, where=higher)
        np.copyto(plane.gt[:, y:y_end, x:x_end], k, where=higher)


def _remember(record: Best, iou: Array, level: Level, y: int, x: int) -> None:
    """Keep the anchors with a ground truth's best IoU, in a window (A, h, w) from cell (y, x)."""
    highest = iou.max()
    if record.reached(highest):
        base, rows, columns = np.unravel_index(np.flatnonzero(iou == highest), iou.shape)
        record.places.append(level.flat(base, rows + y, columns + x))


def inside_of(level: Level, columns: Runs, rows: Runs) -> Array:
    """Return (A, H, W) bool, True where an anchor is in its run of ``columns`` and of ``rows``, one a base anchor."""
    mask = np.zeros((len(level.base), *level.shape), bool)
    for base, ((x, x_end), (y, y_end)) in enumerate(zip(columns, rows, strict=True)):
        mask[base, y:y_end, x:x_end] = True
    return mask
