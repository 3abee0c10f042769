"""The common part of all anchor rules: levels and strides, the cell at the origin, and a whole level's edges.

Precision, rounding and the order of products decide ties, so every rule keeps the library's own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.limits import CELL_ANCHORS, LENGTH, LEVELS, RATIO, SIDE
from rpn_inspector.core.spec import RecipeProblem, hints_of, number, option
from rpn_inspector.core.text import Text

Array = npt.NDArray[Any]
Edges = tuple[Array, Array, Array, Array]
Lists = tuple[tuple[float, ...], ...]
Shapes = tuple[tuple[tuple[float, float], ...], ...]
Order = Literal["ratio_size", "size_ratio", "squares_first"]
SHARED = ("names", "strides", "strides_x", "stride_rule", "feature_rounding", "cells")
BASE_SIZES = "side of each level's base box, px, which sizes multiply"
RATIOS = "height over width, a list per level or one for all"
OFFSET = "first centre, in strides"
CENTRES = "first centre (x, y) px of each level, instead of offset; empty: offset"
CELLS = "(h, w) cells of each level, where convolutions of a fixed input round otherwise; empty: by strides"
ORDER = "of a cell's anchors: by ratio then size, by size then ratio, or both squares and then the first size's ratios"


SEEN = 0.05  # px: a difference of sides that their one decimal shows


class CellAnchors(NamedTuple):
    """One cell's anchors: ``base`` (A, 4) px at the origin; sizes (A,) px and ratios (A,) h / w as asked for."""

    base: Array
    sizes: Array
    ratios: Array


@dataclass(frozen=True, slots=True)
class Laying:
    """The anchor grid, level by level; the rules say what stands in a cell."""

    rule: ClassVar[str]
    of_points: ClassVar[bool] = False  # whether anchors have no sides
    rounding: ClassVar[Text] = Text("")  # what is rounded, in words; "" for a rule that rounds nothing to whole px
    names: tuple[str, ...] = option(("P2", "P3", "P4", "P5", "P6"), "a name for each level")
    strides: tuple[int, ...] = number((4, 8, 16, 32, 64), "nominal stride of each level, px", SIDE)
    strides_x: tuple[int, ...] = number((), "stride along x where it is not the one along y, px; empty: the same", SIDE)
    stride_rule: Literal["padded_over_feature", "exact", "given"] = option(
        "padded_over_feature", "floor(padded side / feature side) per axis, the exact quotient, or the nominal stride"
    )
    feature_rounding: Literal["ceil", "floor"] = option("ceil", "feature side = side / nominal stride, rounded so")
    cells: tuple[tuple[int, int], ...] = number((), CELLS, SIDE)

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield lists without one entry per level, and empty lists."""
        levels, mine = len(self.strides), hints_of(type(self))
        if not levels:
            yield RecipeProblem(f"{place}.strides", "found none, wanted one per level")
        if levels > LEVELS:
            yield RecipeProblem(f"{place}.strides", f"found {levels:,}, wanted at most {LEVELS} levels")
        lists = [name for name in ("sizes", "ratios", "shapes") if name in mine]
        cell = math.prod(max(map(len, self.values(name)), default=0) for name in lists)
        if cell > CELL_ANCHORS:
            text = f"found {cell:,} anchors a cell, wanted at most {CELL_ANCHORS:,}"
            yield RecipeProblem(f"{place}.{lists[-1]}", text, tuple(f"{place}.{name}" for name in lists))
        for name in self.per_level():
            value = getattr(self, name)
            if len(value) != levels:
                text = f"found {len(value)}, wanted one per level, and {place}.strides has {levels}"
                yield RecipeProblem(f"{place}.{name}", text, (f"{place}.strides",))
        if "ratios" in mine and len(self.values("ratios")) not in (1, levels):
            text = f"found {len(self.values('ratios'))} lists, wanted one, or one per level ({levels})"
            yield RecipeProblem(f"{place}.ratios", text)
        for name, what in (("sizes", "number"), ("ratios", "number"), ("shapes", "(width, height)")):
            if name in mine and any(not level for level in self.values(name)):
                yield RecipeProblem(f"{place}.{name}", f"found an empty list, wanted at least one {what}")

    def per_level(self) -> Iterator[str]:
        """Yield the names of the fields with one entry per level; optional fields only where not empty."""
        mine = hints_of(type(self))
        yield "names"
        yield from (name for name in ("sizes", "base_sizes") if name in mine)
        yield from (name for name in ("strides_x", "centres", "cells") if name in mine and self.values(name))

    def values(self, name: str) -> tuple[Any, ...]:
        """Return the list in the field ``name``."""
        found: tuple[Any, ...] = getattr(self, name)
        return found

    def rounded(self, size: float, ratio: float, sides: tuple[float, float]) -> Text:
        """Return how an anchor of ``size`` px and ``ratio`` h / w came to its ``sides`` (w, h) px, "" if exact."""
        exact = (size / math.sqrt(ratio), size * math.sqrt(ratio))
        if not self.rounding or all(abs(a - b) < SEEN for a, b in zip(exact, sides, strict=True)):
            return Text("")
        was = " × ".join(f"{side:.2f}" for side in exact)
        now = " × ".join(f"{side:.1f}".removesuffix(".0") for side in sides)
        return Text.of(
            "{size} at h/w {ratio} is {was}; {rounding}: {now}.",
            size=f"{size:.4g}", ratio=f"{ratio:.4g}", was=was, rounding=self.rounding, now=now,
        )  # fmt: skip

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the anchors of a level's first cell, in the library's order and precision.

        Args:
            level: the level's number, from 0.
            stride: (y, x) network px, for rules with the first centre in strides.
            padded: (h, w) network px of the input, for rules with fractions of the input.
        """
        raise NotImplementedError

    def edges(
        self,
        level: int,
        base: Array,
        shape: tuple[int, int],
        stride: tuple[float, float],
        padded: tuple[int, int],
        dtype: str,
    ) -> Edges:
        """Return x0, x1 (A, W) and y0, y1 (A, H) of one level, network px, as ``dtype``.

        Args:
            level: the level's number, from 0.
            base: (A, 4) network px, the first cell's anchors, as ``dtype``.
            shape: (H, W) cells.
            stride: (y, x) network px.
            padded: (h, w) network px of the input.
            dtype: ``float32`` or ``float64``.
        """
        # rounded before the sum: the libraries add shifts and base anchors in one precision
        rows, columns = (self.shifts(step, cells).astype(dtype) for step, cells in zip(stride, shape, strict=True))
        return base[:, 0, None] + columns, base[:, 2, None] + columns, base[:, 1, None] + rows, base[:, 3, None] + rows

    def fractions(
        self,
        level: int,
        base: Array,
        shape: tuple[int, int],
        stride: tuple[float, float],
        padded: tuple[int, int],
        dtype: str,
    ) -> Edges:
        """Return the edges as fractions of the input, x over its width and y over its height, as ``dtype``.

        Arguments as of `edges`. A rule with fractions of its own returns those, not rounded to px before.
        """
        x0, x1, y0, y1 = self.edges(level, base, shape, stride, padded, dtype)
        height, width = (np.dtype(dtype).type(side) for side in padded)
        return x0 / width, x1 / width, y0 / height, y1 / height

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other anchors, as many in a cell: the moves of a search for better anchors.

        Args:
            size: a factor of all sizes.
            spread: an exponent of all ratios of height to width; under 1 the anchors are nearer to squares.
            turn: a factor of all ratios of height to width; over 1 the anchors are taller.
        """
        raise NotImplementedError

    def of_sizes(self, sizes: Lists, ratios: tuple[float, ...]) -> Self | None:
        """Return the rule with ``sizes`` of each level, px, and ``ratios``, h / w; None for a rule without such."""
        return None

    def of_shapes(self, shapes: Shapes) -> Self | None:
        """Return the rule with ``shapes`` (width, height) px of each level; None for a rule of sizes and ratios."""
        return None

    def shifts(self, step: float, cells: int) -> Array:
        """Return the distance of each of ``cells`` along an axis from the origin, (cells,) px."""
        return np.arange(cells) * step  # an offset is in the base anchors


@dataclass(frozen=True, slots=True)
class SizedLaying(Laying):
    """A rule with sizes in px and ratios."""

    sizes: Lists = number(
        ((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)),
        "sizes of each level, px: the square root of the area",
        LENGTH,
    )
    ratios: Lists = number(((0.5, 1.0, 2.0),), RATIOS, RATIO)
    order: Order = option("ratio_size", ORDER)

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other sizes and ratios, as `Laying.reshaped`."""
        return replace(self, sizes=_times(self.sizes, size), ratios=other_ratios(self.ratios, spread, turn))

    def of_sizes(self, sizes: Lists, ratios: tuple[float, ...]) -> Self | None:
        """Return the rule with ``sizes`` of each level, px, and ``ratios``, h / w."""
        return replace(self, sizes=sizes, ratios=(ratios,))


@dataclass(frozen=True, slots=True)
class ScaledLaying(Laying):
    """A rule with sizes in multiples of a base box, and ratios."""

    base_sizes: tuple[float, ...] = number((4.0, 8.0, 16.0, 32.0, 64.0), BASE_SIZES, LENGTH)
    sizes: Lists = number(((8.0,),) * 5, "sizes of each level, in multiples of base_sizes", LENGTH)
    ratios: Lists = number(((0.5, 1.0, 2.0),), RATIOS, RATIO)
    order: Order = option("ratio_size", ORDER)

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other multiples and ratios, as `Laying.reshaped`; the base boxes stay."""
        return replace(self, sizes=_times(self.sizes, size), ratios=other_ratios(self.ratios, spread, turn))

    def of_sizes(self, sizes: Lists, ratios: tuple[float, ...]) -> Self | None:
        """Return the rule with ``sizes`` of each level, px, as multiples of the base boxes, and ``ratios``, h / w."""
        multiples = tuple(
            tuple(significant(size / base) for size in level)
            for level, base in zip(sizes, self.base_sizes, strict=True)
        )
        return replace(self, sizes=multiples, ratios=(ratios,))


def significant(value: float) -> float:
    """Return ``value`` in three significant digits, to be read and typed."""
    return float(f"{value:.3g}")


def other_ratios(ratios: Lists, spread: float, turn: float) -> Lists:
    """Return each ratio r as turn * r ** spread, in three significant digits."""
    return tuple(tuple(significant(turn * ratio**spread) for ratio in level) for level in ratios)


def other_shapes(shapes: Shapes, size: float, spread: float, turn: float) -> Shapes:
    """Return (width, height) pairs with ``size`` times the side and height over width turn * r ** spread."""
    made = []
    for level in shapes:
        pairs = []
        for width, height in level:
            side, root = size * math.sqrt(width * height), math.sqrt(turn * (height / width) ** spread)
            pairs.append((significant(side / root), significant(side * root)))
        made.append(tuple(pairs))
    return tuple(made)


def _times(sizes: Lists, size: float) -> Lists:
    return tuple(tuple(significant(each * size) for each in level) for level in sizes)


def sizes_and_ratios(spec: SizedLaying | ScaledLaying, level: int) -> tuple[Array, Array]:
    """Return size and ratio of each anchor of a level's cell, (A,) each, in the recipe's order."""
    return combined(spec.order, np.array(spec.sizes[level]), np.array(ratios_of(spec.ratios, level)))


def ratios_of(ratios: Lists, level: int) -> tuple[float, ...]:
    """Return a level's ratios; a single list counts for all levels."""
    return ratios[level if len(ratios) > 1 else 0]


def combined(order: str, sizes: Array, ratios: Array) -> tuple[Array, Array]:
    """Return size and ratio of each anchor of a cell, in the recipe's order."""
    if order == "size_ratio":
        return np.repeat(sizes, len(ratios)), np.tile(ratios, len(sizes))
    if order == "squares_first":  # the first ratio at both sizes, then the others at the first size
        return (
            np.concatenate([sizes, np.repeat(sizes[:1], len(ratios) - 1)]),
            np.concatenate([np.repeat(ratios[:1], len(sizes)), ratios[1:]]),
        )
    return np.tile(sizes, len(ratios)), np.repeat(ratios, len(sizes))


def around(x: Any, y: Any, half_w: Array, half_h: Array) -> Array:
    """Return boxes (A, 4) around the centre (x, y) with half sides ``half_w`` and ``half_h`` (A,), px."""
    return np.stack([x - half_w, y - half_h, x + half_w, y + half_h], 1)


def edges_around(centres: list[Array], sides: Array, dtype: str) -> Edges:
    """Return edges of ``sides`` (A, 2) around ``centres``, x (W,) and y (H,), each rounded to ``dtype`` beforehand."""
    half = np.dtype(dtype).type(0.5)
    edges: list[Array] = []
    for axis, centre in enumerate(centres):
        middle, reach = centre.astype(dtype), half * sides[:, axis, None].astype(dtype)
        edges += [middle - reach, middle + reach]
    return edges[0], edges[1], edges[2], edges[3]


def in_px(fractions: Edges, padded: tuple[int, int], dtype: str) -> Edges:
    """Return edges of fractions of an input ``padded`` (h, w) in network px, as ``dtype``."""
    height, width = (np.dtype(dtype).type(side) for side in padded)
    x0, x1, y0, y1 = fractions
    return x0 * width, x1 * width, y0 * height, y1 * height
