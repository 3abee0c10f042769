"""The coder of Faster R-CNN: centre shift in anchor sides, log of the sides' ratio."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.coding import Array, Coding
from rpn_inspector.core.spec import FRACTION, number


@dataclass(frozen=True, slots=True)
class ShiftCoder(Coding):
    """Centre shift in anchor sides."""

    rule: ClassVar[str] = "shift"
    epsilon: float = number(0.0, "added to sides before the logarithm", FRACTION)

    def exact(self) -> Self:
        """Return the coder with t* in float64 and nothing added to sides."""
        return replace(self, encode_dtype="float64", epsilon=0.0)

    def _target(self, anchor: Array, box: Array, weights: Array, stride: npt.ArrayLike | None) -> Array:
        (anchor_centre, anchor_side), (centre, side) = self.centre_and_side(anchor), self.centre_and_side(box)
        epsilon = anchor.dtype.type(self.epsilon)
        # effdet, against a logarithm of 0; the shift is divided by the enlarged side too
        if epsilon:
            anchor_side, side = anchor_side + epsilon, side + epsilon
        shift = weights[:2] * (centre - anchor_centre) / anchor_side
        return np.concatenate([shift, weights[2:] * np.log(side / anchor_side)], 1)

    def _shift(self, t: Array, anchor: Array, side: Array, stride: npt.ArrayLike | None) -> Array:
        return t * side
