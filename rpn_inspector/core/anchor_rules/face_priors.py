"""RetinaFace's priors: squares in px of the input, as fractions of it in double, then float32."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from rpn_inspector.core.anchor_rules.input_fractions import InputFractions
from rpn_inspector.core.anchor_rules.laying import Array, Lists, significant
from rpn_inspector.core.limits import LENGTH
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class FacePriors(InputFractions):
    """In double, then float32 fractions of the input: squares in px of it (RetinaFace)."""

    rule: ClassVar[str] = "face_priors"
    sizes: Lists = number(
        ((16.0, 32.0), (64.0, 128.0), (256.0, 512.0), (512.0,), (512.0,)), "sides of each level's squares, px", LENGTH
    )

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other sides, as `Laying.reshaped`; squares have one ratio."""
        return replace(self, sizes=tuple(tuple(significant(each * size) for each in level) for level in self.sizes))

    def centres_of(self, cells: int, side: int, step: float) -> Array:
        """Return the centres (cells,) along an axis, as fractions of the input's ``side`` px, float64."""
        return (np.arange(cells) + 0.5) * step / side

    def sides_of(self, level: int, padded: tuple[int, int]) -> Array:
        """Return widths and heights (A, 2) of a level's squares, as fractions of the input, float64."""
        return np.array([[each / side for side in padded[::-1]] for each in self.sizes[level]])
