"""ssd.pytorch's priors: fractions of the input, in double, then float32."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from rpn_inspector.core.anchor_rules.laying import (
    Array,
    CellAnchors,
    Edges,
    Laying,
    Lists,
    edges_around,
    in_px,
    other_ratios,
    ratios_of,
    significant,
)
from rpn_inspector.core.limits import LENGTH, RATIO
from rpn_inspector.core.spec import number, option

CLIP = "centre, width and height are cut to the input, each by itself"


@dataclass(frozen=True, slots=True)
class Priors(Laying):
    """In double, then float32 fractions of the input: centre, width and height (ssd.pytorch)."""

    rule: ClassVar[str] = "priors"
    sizes: Lists = number(
        ((30.0, 60.0), (60.0, 111.0), (111.0, 162.0), (162.0, 213.0), (213.0, 264.0)),
        "(smallest, largest) side px of each level: the first for all ratios, its root with each other for squares",
        LENGTH,
    )
    ratios: Lists = number(((2.0,),), "width over height, each also turned, a list per level or one for all", RATIO)
    clip: bool = option(False, CLIP)

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other sides and ratios, as `Laying.reshaped`; each ratio stands turned as well."""
        sizes = tuple(tuple(significant(each * size) for each in level) for level in self.sizes)
        return replace(self, sizes=sizes, ratios=other_ratios(self.ratios, spread, 1.0))

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as ssd.pytorch's ``PriorBox``."""
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
        """Return the edges from fractions of the input; arguments and result as of `Laying.edges`."""
        return in_px(self.fractions(level, base, shape, stride, padded, dtype), padded, dtype)

    def fractions(
        self,
        level: int,
        base: Array,
        shape: tuple[int, int],
        stride: tuple[float, float],
        padded: tuple[int, int],
        dtype: str,
    ) -> Edges:
        """Return the edges as fractions of the input; arguments and result as of `Laying.fractions`."""
        return edges_around(*self.centre_form(level, shape, stride, padded), dtype)

    def centre_form(
        self, level: int, shape: tuple[int, int], stride: tuple[float, float], padded: tuple[int, int]
    ) -> tuple[list[Array], Array]:
        """Return centres, x (W,) and y (H,), and sides (A, 2) as fractions of the input, float64."""
        centres = [
            (np.arange(cells) + 0.5) / (side / step) for cells, side, step in zip(shape, padded, stride, strict=True)
        ]
        sides = self._sides(level, padded)
        if self.clip:  # the four numbers, not the corners: a prior beside the border reaches beyond it
            centres, sides = [np.clip(centre, 0, 1) for centre in centres], np.clip(sides, 0, 1)
        return centres[::-1], sides

    def _sides(self, level: int, padded: tuple[int, int]) -> Array:
        """Return (A, 2) widths and heights as fractions: s, s', then per ratio r (s sqrt r, s / sqrt r), turned too."""
        found: list[list[float]] = []
        for side in padded[::-1]:
            size, *larger = (each / side for each in self.sizes[level])
            one_axis = [size, *(math.sqrt(size * each) for each in larger)]
            for ratio in ratios_of(self.ratios, level):
                root = math.sqrt(ratio)
                one_axis += [size * root, size / root] if not found else [size / root, size * root]
            found.append(one_axis)
        return np.array(found).T
