"""ssd.pytorch's priors: fractions of the input, in double, then float32."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from rpn_inspector.core.anchor_rules.input_fractions import InputFractions
from rpn_inspector.core.anchor_rules.laying import Array, Lists, other_ratios, ratios_of, significant
from rpn_inspector.core.limits import LENGTH, RATIO
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class Priors(InputFractions):
    """In double, then float32 fractions of the input: centre, width and height (ssd.pytorch)."""

    rule: ClassVar[str] = "priors"
    sizes: Lists = number(
        ((30.0, 60.0), (60.0, 111.0), (111.0, 162.0), (162.0, 213.0), (213.0, 264.0)),
        "(smallest, largest) side px of each level: the first for all ratios, its root with each other for squares",
        LENGTH,
    )
    ratios: Lists = number(((2.0,),), "width over height, each also turned, a list per level or one for all", RATIO)

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other sides and ratios, as `Laying.reshaped`; each ratio stands turned as well."""
        sizes = tuple(tuple(significant(each * size) for each in level) for level in self.sizes)
        return replace(self, sizes=sizes, ratios=other_ratios(self.ratios, spread, 1.0))

    def centres_of(self, cells: int, side: int, step: float) -> Array:
        """Return the centres (cells,) along an axis, as fractions of the input's ``side`` px, float64."""
        return (np.arange(cells) + 0.5) / (side / step)

    def sides_of(self, level: int, padded: tuple[int, int]) -> Array:
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
