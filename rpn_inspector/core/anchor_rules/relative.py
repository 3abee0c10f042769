"""SSD's default boxes: fractions of the input."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from rpn_inspector.core.anchor_rules.laying import (
    OFFSET,
    Array,
    CellAnchors,
    Edges,
    Laying,
    Lists,
    other_ratios,
    ratios_of,
    significant,
)
from rpn_inspector.core.limits import LENGTH, PLACE, RATIO
from rpn_inspector.core.spec import number, option


@dataclass(frozen=True, slots=True)
class Relative(Laying):
    """In float32, fractions of the input (SSD)."""

    rule: ClassVar[str] = "relative"
    sizes: Lists = number(
        ((0.1, 0.2), (0.2, 0.35), (0.35, 0.5), (0.5, 0.7), (0.7, 0.9)),
        "sizes of each level, in fractions of the input: the first for all ratios, the others for squares",
        LENGTH,
    )
    ratios: Lists = number(((2.0,),), "width over height, each also turned, a list per level or one for all", RATIO)
    offset: float = number(0.5, OFFSET, PLACE)
    clip: bool = option(False, "width and height are cut to the input")

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other fractions and ratios, as `Laying.reshaped`; each ratio stands turned as well."""
        # turned ratios come in pairs r and 1 / r, which no factor could move
        sizes = tuple(tuple(significant(each * size) for each in level) for level in self.sizes)
        return replace(self, sizes=sizes, ratios=other_ratios(self.ratios, spread, 1.0))

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as torchvision's ``DefaultBoxGenerator``."""
        # the edges of a map of a single cell: base anchors and the whole level agree to the bit
        x0, x1, y0, y1 = self.edges(level, np.empty((0, 4)), (1, 1), stride, padded, "float32")
        base = np.concatenate([x0, y0, x1, y1], 1)
        widths, heights = (base[:, 2] - base[:, 0]).astype(np.float64), (base[:, 3] - base[:, 1]).astype(np.float64)
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
        """Return the edges from fractions of the input.

        Arguments and result as of `Laying.edges`; ``base`` is not used.
        """
        sides, half = self._sides(level), np.float32(0.5)
        edges: list[Array] = []
        for axis, (cells, step, side) in enumerate(zip(shape[::-1], stride[::-1], padded[::-1], strict=True)):
            # torchvision divides by input / step where steps are given, else by the number of cells, which is the same
            # number for an exact stride
            centre = (np.arange(cells, dtype=np.float32) + np.float32(self.offset)) / np.float32(side / step)
            reach = half * sides[:, axis, None]
            # centre and side stay fractions until here: scaled to px last, as in torchvision
            whole = np.float32(side)
            edges += [((centre - reach) * whole).astype(dtype), ((centre + reach) * whole).astype(dtype)]
        return edges[0], edges[1], edges[2], edges[3]

    def _sides(self, level: int) -> Array:
        """Return (A, 2) sides as fractions of the input: s, s', then per ratio r (s sqrt r, s / sqrt r), turned too."""
        size = self.sizes[level][0]
        pairs = [(s, s) for s in self.sizes[level]]
        for ratio in ratios_of(self.ratios, level):
            root = np.sqrt(ratio)
            pairs += [(size * root, size / root), (size / root, size * root)]
        sides = np.array(pairs).astype(np.float32)
        return np.clip(sides, 0, 1) if self.clip else sides
