"""All negatives at once, as a picture of the number of box edges on each pixel.

A grid is separable, so the edge counts of a level and base anchor are an outer product of two vectors, and the counts
of the whole grid a matrix product of low rank: the cost does not depend on the number of anchors. The few other anchors
are subtracted again, by counting where edges begin and end.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from rpn_inspector.gui.canvas.view import CanvasView

if TYPE_CHECKING:
    from rpn_inspector.core.anchors import Grid

Array = npt.NDArray[Any]

STEPS = 256  # counts above this look the same
MANY = 10_000  # lines from which `box_counts` counts instead of sorting


def colours(colour: str, least: int = 31, each: int = 15, most: int = 170) -> npt.NDArray[np.uint32]:
    """Return premultiplied ARGB by edge count, (STEPS,): nothing at 0, ``least`` of 255 at 1, then by the logarithm."""
    base = QColor(colour)
    alpha = np.minimum(most, least - each + each * np.log2(1 + np.arange(STEPS))).astype(np.uint32)
    # Qt blends premultiplied pixels without a multiplication of its own
    alpha[0] = 0
    red, green, blue = (np.uint32(part) * alpha // 255 for part in (base.red(), base.green(), base.blue()))
    return np.asarray((alpha << 24) | (red << 16) | (green << 8) | blue, np.uint32)


def _hits(edges: Array, size: int) -> Array:
    """Return how many edges stand on each of ``size`` pixels."""
    return np.bincount(edges[(edges >= 0) & (edges < size)], minlength=size)


def _covers(first: Array, last: Array, size: int) -> Array:
    """Return how many runs first..last (inclusive) cover each of ``size`` pixels."""
    starts = np.bincount(np.clip(first, 0, size), minlength=size + 1)
    ends = np.bincount(np.clip(last + 1, 0, size), minlength=size + 1)
    return np.cumsum(starts - ends)[:size]


def grid_counts(grid: Grid, view: CanvasView, width: int, height: int) -> Array:
    """Return edges of every anchor of ``grid`` per pixel, (height, width) float32."""

    def pixels(edges: Array, shift: float) -> Array:
        return np.floor(edges.astype(np.float64) * view.scale + shift).astype(np.int64)

    down, across = [], []
    for level in grid.levels:
        for base in range(len(level.base)):
            left, right = pixels(level.x0[base], view.x), pixels(level.x1[base], view.x)
            top, bottom = pixels(level.y0[base], view.y), pixels(level.y1[base], view.y)
            # a lying edge is a hit of a row and a run of columns, a standing edge a run of rows and a hit of a column
            down += [_hits(top, height) + _hits(bottom, height), _covers(top, bottom, height)]
            across += [_covers(left, right, width), _hits(left, width) + _hits(right, width)]
    # float32 takes the fast matrix product, and is exact for whole counts below 2**24
    return np.stack(down, 1).astype(np.float32) @ np.stack(across).astype(np.float32)


def box_counts(boxes: Array, view: CanvasView, width: int, height: int) -> Array:
    """Return edges of ``boxes`` (n, 4) per pixel, (height, width) int: +1 and -1 at their ends, then running sums."""
    x1, y1, x2, y2 = np.floor(view.boxes(boxes)).astype(np.int64).T
    left, right = np.clip(x1, 0, width), np.clip(x2 + 1, 0, width)
    top, bottom = np.clip(y1, 0, height), np.clip(y2 + 1, 0, height)
    # an extra column and row take the ends of runs reaching the border, for running sums without a test
    row = width + 1

    def runs(pairs: tuple[tuple[Array, Array], ...]) -> Array:
        starts, ends = (np.concatenate(part) for part in zip(*pairs, strict=True))
        if len(starts) > MANY:  # counting over all pixels costs less than sorting so many ends
            counted = [np.bincount(part, minlength=(height + 1) * row) for part in (starts, ends)]
            return (counted[0] - counted[1]).astype(np.int32).reshape(height + 1, row)
        # few boxes, many pixels: sorting the ends costs less than counting over all pixels
        places, which = np.unique(np.concatenate([starts, ends]), return_inverse=True)
        signs = np.concatenate([np.ones(len(starts)), -np.ones(len(ends))])
        changes = np.zeros((height + 1) * row, np.int32)
        changes[places] = np.bincount(which.reshape(-1), signs, len(places)).astype(np.int32)
        return changes.reshape(height + 1, row)

    def lying(line: Array) -> tuple[Array, Array]:
        seen = (line >= 0) & (line < height) & (left < right)
        return line[seen] * row + left[seen], line[seen] * row + right[seen]

    def standing(line: Array) -> tuple[Array, Array]:
        seen = (line >= 0) & (line < width) & (top < bottom)
        return top[seen] * row + line[seen], bottom[seen] * row + line[seen]

    across, down = runs((lying(y1), lying(y2))), runs((standing(x1), standing(x2)))
    np.cumsum(across, axis=1, out=across)
    for above, line in pairwise(down):  # twice as fast as a running sum down the columns
        line += above
    across += down
    return across[:height, :width]


def edge_pixels(grid: Grid, without: Array, view: CanvasView, width: int, height: int, table: Array) -> Array:
    """Return the edges of all anchors of a grid but a few, as pixels.

    Args:
        grid: all anchors.
        without: boxes (n, 4) left out, network px, each an anchor of ``grid``.
        view: network px to device px.
        width: of the picture, device px.
        height: of the picture, device px.
        table: colour by edge count, (STEPS,) uint32 premultiplied ARGB.

    Returns:
        (height, width) uint32 premultiplied ARGB.
    """
    counts = grid_counts(grid, view, width, height)
    if len(without):
        # exact: float32 holds both whole numbers, and each edge subtracted was counted before
        counts -= box_counts(without, view, width, height)
    return coloured(counts, table)


def box_pixels(boxes: Array, view: CanvasView, width: int, height: int, table: Array) -> Array:
    """Return the edges of ``boxes`` alone.

    Args:
        boxes: (n, 4) x1 y1 x2 y2, network px.
        view: the place of the network px on the screen.
        width: of the picture, device px.
        height: of the picture, device px.
        table: colour by edge count, (STEPS,) uint32 premultiplied ARGB.

    Returns:
        (height, width) uint32 premultiplied ARGB.
    """
    return coloured(box_counts(boxes, view, width, height), table)


def coloured(counts: Array, table: Array) -> Array:
    """Return edge counts (height, width) as colours of ``table`` (STEPS,) uint32, in the same shape."""
    return np.take(table, counts.astype(np.intp), mode="clip")
