"""Anchor grids: per level a few base anchors repeated over cells, kept as x and y edges and never as N boxes.

The flat order of anchors is level, y, x, base anchor, as in every library here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.recipe import AnchorSpec, Recipe

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """One feature map's anchors.

    ``shape`` is (H, W) cells, ``stride`` (y, x) network px, ``base`` (A, 4) the anchors of the cell at the origin,
    ``offset`` the flat index of the first. ``x0``, ``x1`` (A, W) and ``y0``, ``y1`` (A, H) are the edges: anchor ``a``
    of cell (y, x) is ``x0[a, x], y0[a, y], x1[a, x], y1[a, y]``. ``sizes`` and ``ratios`` (A,) say what was asked for.
    """

    name: str
    index: int
    shape: tuple[int, int]
    stride: tuple[int, int]
    base: Array
    sizes: Array
    ratios: Array
    offset: int
    x0: Array
    x1: Array
    y0: Array
    y1: Array

    @property
    def count(self) -> int:
        """Return the number of anchors on this level."""
        return self.shape[0] * self.shape[1] * len(self.base)

    def to_flat(self, planes: Array) -> Array:
        """Return values by (A, H, W) in the level's flat order, (A * H * W,)."""
        return planes.transpose(1, 2, 0).reshape(-1)


class Place(NamedTuple):
    """Where anchors stand: level number, cell row, cell column and base anchor, each (n,) int64."""

    level: Indices
    y: Indices
    x: Indices
    base: Indices


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """All anchors of one network input; boxes are made by index, in the recipe's precision and network px."""

    levels: tuple[Level, ...]
    size: int
    dtype: np.dtype[Any]

    def locate(self, indices: npt.ArrayLike) -> Place:
        """Return level, cell and base anchor of flat ``indices`` (n,)."""
        flat = np.asarray(indices, np.int64).reshape(-1)
        ends = np.array([level.offset + level.count for level in self.levels])
        which = np.searchsorted(ends, flat, side="right")
        offset = np.array([level.offset for level in self.levels])[which]
        per_cell = np.array([len(level.base) for level in self.levels])[which]
        width = np.array([level.shape[1] for level in self.levels])[which]
        cell, base = np.divmod(flat - offset, per_cell)
        y, x = np.divmod(cell, width)
        return Place(which, y, x, base)

    def boxes(self, indices: npt.ArrayLike) -> Array:
        """Return the boxes (n, 4) of flat ``indices`` (n,), network px."""
        place = self.locate(indices)
        boxes = np.empty((len(place.level), 4), self.dtype)
        for number, level in enumerate(self.levels):
            rows = np.flatnonzero(place.level == number)
            if rows.size:
                base, y, x = place.base[rows], place.y[rows], place.x[rows]
                boxes[rows, 0], boxes[rows, 2] = level.x0[base, x], level.x1[base, x]
                boxes[rows, 1], boxes[rows, 3] = level.y0[base, y], level.y1[base, y]
        return boxes

    def all_boxes(self) -> Array:
        """Return every box (N, 4); only for small grids, tests and decoding everything."""
        return np.concatenate([self.level_boxes(level) for level in self.levels])

    @staticmethod
    def level_boxes(level: Level) -> Array:
        """Return one level's boxes (H * W * A, 4) in flat order."""
        boxes = np.empty((*level.shape, len(level.base), 4), level.x0.dtype)
        boxes[..., 0], boxes[..., 2] = level.x0.T[None], level.x1.T[None]
        boxes[..., 1], boxes[..., 3] = level.y0.T[:, None], level.y1.T[:, None]
        return boxes.reshape(-1, 4)

    def under(self, x: float, y: float) -> Indices:
        """Return the flat indices of all anchors whose box holds the point, ascending by level."""
        found = []
        for level in self.levels:
            per_cell, width = len(level.base), level.shape[1]
            for base in range(per_cell):
                left, right = level.x1[base].searchsorted(x, "left"), level.x0[base].searchsorted(x, "right")
                top, bottom = level.y1[base].searchsorted(y, "left"), level.y0[base].searchsorted(y, "right")
                if left < right and top < bottom:
                    cells = np.arange(top, bottom)[:, None] * width + np.arange(left, right)
                    found.append((level.offset + cells * per_cell + base).ravel())
        return np.concatenate(found).astype(np.int64) if found else np.empty(0, np.int64)

    def describe(self, index: int) -> str:
        """Return one anchor's place in words: level, cell (x, y), size in px and height over width."""
        place = self.locate([index])
        level = self.levels[int(place.level[0])]
        base = int(place.base[0])
        return f"{level.name} cell ({place.x[0]}, {place.y[0]}) · {level.sizes[base]:g}, h/w {level.ratios[base]:g}"


def grid_for(recipe: Recipe, padded_size: tuple[int, int], features: Sequence[tuple[int, int]] | None = None) -> Grid:
    """Return the grid over a network input of ``padded_size`` (h, w) px.

    ``features`` are the (H, W) of the model's own feature maps where its outputs tell them; otherwise they follow from
    the nominal strides. Grids are cached: pictures of one size share one value.
    """
    spec = recipe.anchors
    if features is None:
        features = tuple(feature_size(padded_size, stride, spec.feature_rounding) for stride in spec.strides)
    return _grid(spec, recipe.dtype, tuple(padded_size), tuple((int(h), int(w)) for h, w in features))


def feature_size(size: tuple[int, int], stride: int, rounding: str) -> tuple[int, int]:
    """Return a feature map's (H, W) for an input of ``size`` px, never less than one cell."""
    if rounding == "ceil":
        return max(1, -(-size[0] // stride)), max(1, -(-size[1] // stride))
    return max(1, size[0] // stride), max(1, size[1] // stride)


@lru_cache(maxsize=16)
def _grid(spec: AnchorSpec, dtype: str, padded: tuple[int, int], features: tuple[tuple[int, int], ...]) -> Grid:
    levels: list[Level] = []
    offset = 0
    for number, (height, width) in enumerate(features):
        if spec.stride_rule == "given":
            stride = (spec.strides[number], spec.strides[number])
        else:
            stride = (padded[0] // height, padded[1] // width)
        base, sizes, ratios = base_anchors(spec, number, dtype)
        level = _level(spec.names[number], number, (height, width), stride, base, sizes, ratios, offset)
        offset += level.count
        levels.append(level)
    return Grid(tuple(levels), offset, np.dtype(dtype))


def _level(
    name: str,
    number: int,
    shape: tuple[int, int],
    stride: tuple[int, int],
    base: Array,
    sizes: Array,
    ratios: Array,
    offset: int,
) -> Level:
    shift_y = (np.arange(shape[0]) * stride[0]).astype(base.dtype)
    shift_x = (np.arange(shape[1]) * stride[1]).astype(base.dtype)
    arrays = [base, sizes, ratios]
    arrays += [base[:, 0, None] + shift_x, base[:, 2, None] + shift_x]
    arrays += [base[:, 1, None] + shift_y, base[:, 3, None] + shift_y]
    for array in arrays:
        array.flags.writeable = False
    base, sizes, ratios, x0, x1, y0, y1 = arrays
    return Level(name, number, shape, stride, base, sizes, ratios, offset, x0, x1, y0, y1)


def base_anchors(spec: AnchorSpec, level: int, dtype: str = "float32") -> tuple[Array, Array, Array]:
    """Return the anchors (A, 4) of the cell at the origin, with their sizes (A,) and ratios (A,).

    ``rounded_corners``: torchvision's ``AnchorGenerator.generate_anchors``, float32, corners rounded half to even.
    ``rounded_sides``: ``generate_anchors.py`` of py-faster-rcnn, double, sides rounded for each ratio, then scaled,
    inclusive pixels around the centre (base_size - 1) / 2. Both go through ratios first, then sizes.
    """
    sizes, ratios = np.array(spec.sizes[level]), np.array(spec.ratios)
    named = np.tile(sizes, len(ratios)), np.repeat(ratios, len(sizes))
    if spec.base == "rounded_corners":
        root = np.sqrt(ratios.astype(np.float32))
        inverse = np.float32(1) / root
        heights = (root[:, None] * sizes.astype(np.float32)).reshape(-1)
        widths = (inverse[:, None] * sizes.astype(np.float32)).reshape(-1)
        base = np.round(np.stack([-widths, -heights, widths, heights], 1) / np.float32(2))
        return base.astype(dtype), *named
    side = float(spec.base_size)
    scales = sizes / side
    ratio_widths = np.round(np.sqrt(side * side / ratios))
    ratio_heights = np.round(ratio_widths * ratios)
    widths = (ratio_widths[:, None] * scales).reshape(-1)
    heights = (ratio_heights[:, None] * scales).reshape(-1)
    centre = 0.5 * (side - 1)
    half_w, half_h = 0.5 * (widths - 1), 0.5 * (heights - 1)
    base = np.stack([centre - half_w, centre - half_h, centre + half_w, centre + half_h], 1)
    return base.astype(dtype), *named
