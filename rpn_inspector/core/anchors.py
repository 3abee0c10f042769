"""Anchor grids: per level a few base anchors repeated over cells, kept as x and y edges and never as N boxes.

The flat order of anchors is level, y, x, base anchor, as in every library reproduced here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchor_rules.laying import Edges, Laying
from rpn_inspector.core.limits import check_anchors
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]
POINT = 0.3  # of a cell's sides, a point as drawn
UNIT = 1024.0  # a power of two: fractions times that keep every bit, and have the size of px


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Level:
    """One feature map's anchors.

    Anchor ``a`` of cell (y, x) is ``x0[a, x], y0[a, y], x1[a, x], y1[a, y]``. Only the methods of `Level` and `Grid`
    depend on the flat order.

    Args:
        name: e.g. P2.
        index: the level's number, from 0.
        shape: (H, W) cells.
        stride: (y, x) network px, may be fractional.
        base: (A, 4) network px, the anchors of the cell at the origin.
        sizes: (A,) float64, px, as the recipe asks.
        ratios: (A,) float64, height over width, as the recipe asks.
        offset: the flat index of the level's first anchor.
        x0: (A, W) network px, in the recipe's precision.
        x1: (A, W).
        y0: (A, H).
        y1: (A, H).
        order: of the flat indices: ``cell``, row by row, cell by cell, a cell's anchors side by side.
    """

    name: str
    index: int
    shape: tuple[int, int]
    stride: tuple[float, float]
    base: Array
    sizes: Array
    ratios: Array
    offset: int
    x0: Array
    x1: Array
    y0: Array
    y1: Array
    order: Literal["cell"] = "cell"

    @property
    def count(self) -> int:
        """Return the number of anchors on this level."""
        return self.shape[0] * self.shape[1] * len(self.base)

    @property
    def of_points(self) -> bool:
        """Return whether the anchors have no sides: a point a cell."""
        return len(self.base) == 1 and bool((self.base[:, :2] == self.base[:, 2:]).all())

    def half_sides(self, part: float) -> tuple[float, float]:
        """Return (x, y) px by which points reach to all sides where drawn or picked as ``part`` of their cell."""
        return part * self.stride[1] / 2, part * self.stride[0] / 2

    @property
    def rows(self) -> slice:
        """Return the slice of the level's anchors among all of the grid's."""
        return slice(self.offset, self.offset + self.count)

    def flat(self, base: npt.ArrayLike, y: npt.ArrayLike, x: npt.ArrayLike) -> Indices:
        """Return the grid's flat indices of base anchors ``base`` in cells (``y``, ``x``), broadcast, int64."""
        cell = np.asarray(y, np.int64) * self.shape[1] + np.asarray(x, np.int64)
        return self.offset + cell * len(self.base) + np.asarray(base, np.int64)

    def split(self, indices: Indices) -> tuple[Indices, Indices, Indices]:
        """Return base anchor, cell row and cell column, (n,) each, of the grid's flat ``indices`` (n,) on the level."""
        within = indices - self.offset
        cell = within // len(self.base)
        y = cell // self.shape[1]
        return within - cell * len(self.base), y, cell - y * self.shape[1]

    def cells(self, values: Array) -> Array:
        """Return one value or row per anchor of the level, (A * H * W, ...), as a view (H, W, A, ...)."""
        return values.reshape(*self.shape, len(self.base), *values.shape[1:])

    def valid(self, padded_size: tuple[int, int]) -> tuple[int, int]:
        """Return the (rows, columns) within a picture padded to (h, w) px (MMDetection ``valid_flags``)."""
        rows, columns = (math.ceil(side / stride) for side, stride in zip(padded_size, self.stride, strict=True))
        return min(rows, self.shape[0]), min(columns, self.shape[1])

    def to_flat(self, planes: Array) -> Array:
        """Return values (A, H, W) in the level's flat order, (A * H * W,)."""
        return planes.transpose(1, 2, 0).reshape(-1)


class Place(NamedTuple):
    """The position of anchors: level number, cell row, cell column and base anchor, each (n,) int64."""

    level: Indices
    y: Indices
    x: Indices
    base: Indices


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """All anchors of one network input; boxes are made by index, in the recipe's precision and network px.

    ``fractions`` makes the same anchors as fractions of the input, None for a grid that stands alone.
    """

    levels: tuple[Level, ...]
    size: int
    dtype: np.dtype[Any]
    fractions: Callable[[], Fractions] | None = None
    _spans: Indices = field(init=False, repr=False)  # (4, levels): end, start, base anchors a cell, cells a row

    def __post_init__(self) -> None:
        """Keep what `locate` asks of every level: it is mostly asked for a single anchor."""
        spans = [(level.offset + level.count, level.offset, len(level.base), level.shape[1]) for level in self.levels]
        object.__setattr__(self, "_spans", np.array(spans, np.int64).reshape(-1, 4).T)

    @classmethod
    def of_boxes(cls, boxes: npt.ArrayLike, dtype: str = "float32") -> Grid:
        """Return ``boxes`` (n, 4), network px, as a grid of one cell with n base anchors: proposals, in their order."""
        base = np.array(boxes, dtype).reshape(-1, 4)
        base.flags.writeable = False
        width, height = base[:, 2].astype(np.float64) - base[:, 0], base[:, 3].astype(np.float64) - base[:, 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            sizes, ratios = np.sqrt(width * height), height / width
        x0, y0, x1, y1 = (base[:, k : k + 1] for k in range(4))
        level = Level(
            name="proposals",
            index=0,
            shape=(1, 1),
            stride=(1.0, 1.0),
            base=base,
            sizes=sizes,
            ratios=ratios,
            offset=0,
            x0=x0,
            x1=x1,
            y0=y0,
            y1=y1,
        )
        return cls((level,), len(base), base.dtype)

    def locate(self, indices: npt.ArrayLike) -> Place:
        """Return level, cell and base anchor of flat ``indices`` (n,)."""
        flat = np.asarray(indices, np.int64).reshape(-1)
        which = np.searchsorted(self._spans[0], flat, side="right")
        _, offset, per_cell, width = self._spans[:, which]
        cell, base = np.divmod(flat - offset, per_cell)  # as `Level.split`, of all levels at once: a fifth of the time
        y, x = np.divmod(cell, width)
        return Place(level=which, y=y, x=x, base=base)

    def boxes(self, indices: npt.ArrayLike) -> Array:
        """Return the boxes (n, 4) of flat ``indices`` (n,), network px."""
        flat = np.asarray(indices, np.int64).reshape(-1)
        boxes = np.empty((len(flat), 4), self.dtype)
        which = np.searchsorted([level.offset for level in self.levels[1:]], flat, "right")
        for number, level in enumerate(self.levels):
            rows = np.flatnonzero(which == number)
            if rows.size:
                base, y, x = level.split(flat[rows])  # divides by one number, where `locate` divides by many
                boxes[rows, 0], boxes[rows, 2] = level.x0[base, x], level.x1[base, x]
                boxes[rows, 1], boxes[rows, 3] = level.y0[base, y], level.y1[base, y]
        return boxes

    def drawn(self, indices: npt.ArrayLike, part: float = POINT) -> Array:
        """Return the boxes (n, 4) of flat ``indices`` (n,) as drawn: a point as a square of ``part`` of its cell."""
        boxes = self.boxes(indices)
        if not any(level.of_points for level in self.levels):
            return boxes
        reach = np.stack([level.half_sides(part if level.of_points else 0.0) for level in self.levels])
        half = reach[self.locate(indices).level].astype(boxes.dtype)
        return np.asarray(np.concatenate([boxes[:, :2] - half, boxes[:, 2:] + half], 1))

    def strides(self, indices: npt.ArrayLike) -> Array:
        """Return the strides (n, 2), x then y, network px, float64, of flat ``indices`` (n,)."""
        per_level = np.array([level.stride[::-1] for level in self.levels], np.float64)
        return np.asarray(per_level[self.locate(indices).level])

    def all_boxes(self) -> Array:
        """Return every box (N, 4), network px; only for small grids, tests and decoding everything."""
        return np.concatenate([self.level_boxes(level) for level in self.levels])

    @staticmethod
    def level_boxes(level: Level) -> Array:
        """Return one level's boxes (H * W * A, 4) in flat order."""
        boxes = np.empty((*level.shape, len(level.base), 4), level.x0.dtype)
        boxes[..., 0], boxes[..., 2] = level.x0.T[None], level.x1.T[None]
        boxes[..., 1], boxes[..., 3] = level.y0.T[:, None], level.y1.T[:, None]
        return boxes.reshape(-1, 4)

    def under(self, x: float, y: float) -> Indices:
        """Return the flat indices of all anchors that hold the point (x, y), network px, ascending by level.

        A point, an anchor without sides, holds what lies in its cell.
        """
        found = []
        for level in self.levels:
            wide, tall = level.half_sides(1.0) if level.of_points else (0.0, 0.0)
            for base in range(len(level.base)):
                # edges ascend: columns with x0 <= x <= x1 are one run, as are rows
                left, right = level.x1[base].searchsorted(x - wide), level.x0[base].searchsorted(x + wide, "right")
                top, bottom = level.y1[base].searchsorted(y - tall), level.y0[base].searchsorted(y + tall, "right")
                if left < right and top < bottom:
                    found.append(level.flat(base, np.arange(top, bottom)[:, None], np.arange(left, right)).ravel())
        return np.concatenate(found) if found else np.empty(0, np.int64)

    def describe(self, index: int) -> str:
        """Return one anchor's place in words: level, cell (x, y), size in px and height over width."""
        place = self.locate([index])
        level = self.levels[int(place.level[0])]
        base = int(place.base[0])
        if level.of_points:
            return Text.of(
                "{level} cell ({x}, {y}) · stride {stride:g}",
                level=level.name,
                x=place.x[0],
                y=place.y[0],
                stride=level.stride[0],
            )
        return Text.of(
            "{level} cell ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}",
            level=level.name,
            x=place.x[0],
            y=place.y[0],
            size=level.sizes[base],
            ratio=level.ratios[base],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Fractions:
    """The anchors as fractions of the network's input, times `UNIT`, for libraries that compare boxes there.

    Args:
        grid: the same anchors in the same order; their px are parts of `UNIT`.
        padded_size: (h, w) network px of the input.
    """

    grid: Grid
    padded_size: tuple[int, int]

    def of(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in the frame of ``grid``, rounded to the grid's dtype as fractions."""
        height, width = self.padded_size
        parts = np.asarray(boxes, np.float64).reshape(-1, 4) / np.array([width, height, width, height])
        with np.errstate(over="ignore"):
            return np.asarray(parts.astype(self.grid.dtype) * self.grid.dtype.type(UNIT))


def grid_for(
    spec: Laying, dtype: str, padded_size: tuple[int, int], features: Sequence[tuple[int, int]] | None = None
) -> Grid:
    """Return the grid of ``spec`` over a network input. Grids are cached: pictures of one size share one value.

    Args:
        spec: the recipe's anchors.
        dtype: of the edges, ``float32`` or ``float64``.
        padded_size: (h, w) px of the network's input.
        features: (H, W) of each of the model's feature maps, None to follow from the nominal strides.

    Raises `BadRecipe` for more anchors than the limit.
    """
    features = features_of(spec, padded_size) if features is None else features
    return _grid(spec, dtype, tuple(padded_size), tuple((int(h), int(w)) for h, w in features))


def features_of(spec: Laying, padded_size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return (H, W) of each level's feature map over an input of ``padded_size`` (h, w) px, as the recipe says."""
    pairs = zip(spec.strides, spec.strides_x or spec.strides, strict=True)
    return spec.cells or tuple(feature_size(padded_size, pair, spec.feature_rounding) for pair in pairs)


def feature_size(size: tuple[int, int], stride: tuple[int, int], rounding: str) -> tuple[int, int]:
    """Return a feature map's (H, W) for an input of ``size`` (h, w) px and a ``stride`` (y, x), at least one cell."""
    if rounding == "ceil":
        # ceil in whole numbers, exact at any size
        return max(1, -(-size[0] // stride[0])), max(1, -(-size[1] // stride[1]))
    return max(1, size[0] // stride[0]), max(1, size[1] // stride[1])


@lru_cache(maxsize=16)
def _grid(spec: Laying, dtype: str, padded: tuple[int, int], features: tuple[tuple[int, int], ...]) -> Grid:
    grid = _laid(spec, dtype, padded, features, spec.edges)
    return replace(grid, fractions=partial(_fractions, spec, dtype, padded, features))


@lru_cache(maxsize=16)
def _fractions(spec: Laying, dtype: str, padded: tuple[int, int], features: tuple[tuple[int, int], ...]) -> Fractions:
    def edges(*arguments: Any) -> Edges:
        x0, x1, y0, y1 = (edge * np.dtype(dtype).type(UNIT) for edge in spec.fractions(*arguments))
        return x0, x1, y0, y1

    return Fractions(_laid(spec, dtype, padded, features, edges), padded)


def _laid(
    spec: Laying,
    dtype: str,
    padded: tuple[int, int],
    features: tuple[tuple[int, int], ...],
    edges_of: Callable[..., Edges],
) -> Grid:
    levels: list[Level] = []
    offset = 0
    strides = [_stride(spec, number, padded, shape) for number, shape in enumerate(features)]
    cells = [spec.cell(number, stride, padded) for number, stride in enumerate(strides)]
    # counted before the edges are made
    check_anchors(sum(h * w * len(cell.base) for (h, w), cell in zip(features, cells, strict=True)), padded)
    for number, (shape, stride, cell) in enumerate(zip(features, strides, cells, strict=True)):
        # rounded to the recipe's precision before the shifts are added: the sum's last bit, and so ties, depend on the
        # order
        base, sizes, ratios = cell.base.astype(dtype), *(np.asarray(part, np.float64) for part in cell[1:])
        edges = edges_of(number, base, shape, stride, padded, dtype)
        for array in (base, sizes, ratios, *edges):
            # grids are cached and shared by all pictures of one size
            array.flags.writeable = False
        x0, x1, y0, y1 = edges
        level = Level(
            name=spec.names[number],
            index=number,
            shape=shape,
            stride=stride,
            base=base,
            sizes=sizes,
            ratios=ratios,
            offset=offset,
            x0=x0,
            x1=x1,
            y0=y0,
            y1=y1,
        )
        offset += level.count
        levels.append(level)
    return Grid(tuple(levels), offset, np.dtype(dtype))


def _stride(spec: Laying, level: int, padded: tuple[int, int], shape: tuple[int, int]) -> tuple[float, float]:
    if spec.stride_rule == "given":
        return spec.strides[level], (spec.strides_x or spec.strides)[level]
    if spec.stride_rule == "exact":
        return padded[0] / shape[0], padded[1] / shape[1]
    # torchvision: whole quotient, so the last level's stride is often 57 to 60, not 64
    return padded[0] // shape[0], padded[1] // shape[1]
