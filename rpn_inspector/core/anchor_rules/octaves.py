"""EfficientDet's anchors: octaves and factors of a base size, in double."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from rpn_inspector.core.anchor_rules.laying import (
    BASE_SIZES,
    OFFSET,
    Array,
    CellAnchors,
    Edges,
    Laying,
    Lists,
    Shapes,
    around,
    other_shapes,
    significant,
)
from rpn_inspector.core.limits import LENGTH, PLACE
from rpn_inspector.core.spec import RecipeProblem, number

THIRDS = (1.0, 2 ** (1 / 3), 2 ** (2 / 3))


@dataclass(frozen=True, slots=True)
class Octaves(Laying):
    """In double, octaves of a base size that follows the input's own stride (EfficientDet)."""

    rule: ClassVar[str] = "octaves"
    base_sizes: tuple[float, ...] = number((16.0, 32.0, 64.0, 128.0, 256.0), BASE_SIZES, LENGTH)
    sizes: Lists = number((THIRDS,) * 5, "octaves of each level, in multiples of base_sizes", LENGTH)
    shapes: Shapes = number(
        (((1.0, 1.0), (1.4, 0.7), (0.7, 1.4)),), "(width, height) factors of the size, one list for all", LENGTH
    )
    offset: float = number(0.5, OFFSET, PLACE)

    def problems(self, place: str) -> Iterator[RecipeProblem]:
        """Yield the problems of the levels, and factors not in a single list."""
        yield from Laying.problems(self, place)
        if len(self.shapes) != 1:
            text = f"found {len(self.shapes)} lists, wanted one list of (width, height) factors"
            yield RecipeProblem(f"{place}.shapes", text)

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other base sizes and factors, as `Laying.reshaped`; the octaves stay."""
        base = tuple(significant(each * size) for each in self.base_sizes)
        return replace(self, base_sizes=base, shapes=other_shapes(self.shapes, 1.0, spread, turn))

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as effdet's ``Anchors``.

        A side is (base size per px of stride * stride) * octave * factor, per axis. The stride is the input's exact
        quotient, possibly fractional; off the nominal stride the sides follow.
        """
        widths, heights = self._sides(level, stride).T
        base = around(self.offset * stride[1], self.offset * stride[0], widths / 2.0, heights / 2.0)
        return CellAnchors(base, np.sqrt(widths * heights), heights / widths)

    def edges(
        self,
        level: int,
        base: Array,
        shape: tuple[int, int],
        stride: tuple[float, float],
        padded: tuple[int, int],
        dtype: str,
    ) -> Edges:
        """Return the edges with centres and sides in double, rounded once.

        Arguments and result as of `Laying.edges`; ``base`` is not used.
        """
        # not the base anchors plus shifts: effdet keeps centres and sides in double, and rounds the edges once
        half = self._sides(level, stride) / 2.0
        edges: list[Array] = []
        for axis, (cells, step) in enumerate(zip(shape[::-1], stride[::-1], strict=True)):
            first = self.offset * step
            centre = first + np.arange(cells) * ((first + step) - first)  # np.arange multiplies the first difference
            edges += [(centre - half[:, axis, None]).astype(dtype), (centre + half[:, axis, None]).astype(dtype)]
        return edges[0], edges[1], edges[2], edges[3]

    def _sides(self, level: int, stride: tuple[float, float]) -> Array:
        """Return (A, 2) widths and heights in px, double."""
        octaves, factors = np.array(self.sizes[level]), np.array(self.shapes[0])
        octave, factor = np.repeat(octaves, len(factors)), np.tile(factors, (len(octaves), 1))
        nominal = np.array([(self.strides_x or self.strides)[level], self.strides[level]], np.float64)
        # the order of products is effdet's: base size, then octave, then factor
        base = self.base_sizes[level] / nominal * np.array(stride[::-1])  # x, y
        return np.asarray(base * octave[:, None] * factor)
