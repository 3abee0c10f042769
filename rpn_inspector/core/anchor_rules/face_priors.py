"""RetinaFace's priors: squares in px of the input, as fractions of it in double, then float32."""

from __future__ import annotations

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
    significant,
)
from rpn_inspector.core.limits import LENGTH
from rpn_inspector.core.spec import number, option


@dataclass(frozen=True, slots=True)
class FacePriors(Laying):
    """In double, then float32 fractions of the input: squares in px of it (RetinaFace)."""

    rule: ClassVar[str] = "face_priors"
    sizes: Lists = number(
        ((16.0, 32.0), (64.0, 128.0), (256.0, 512.0), (512.0,), (512.0,)), "sides of each level's squares, px", LENGTH
    )
    clip: bool = option(False, "centre, width and height are cut to the input, each by itself")

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other sides, as `Laying.reshaped`; squares have one ratio."""
        return replace(self, sizes=tuple(tuple(significant(each * size) for each in level) for level in self.sizes))

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as RetinaFace's ``PriorBox``."""
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
            (np.arange(cells) + 0.5) * step / side for cells, side, step in zip(shape, padded, stride, strict=True)
        ]
        sides = np.array([[each / side for side in padded[::-1]] for each in self.sizes[level]])
        if self.clip:
            centres, sides = [np.clip(centre, 0, 1) for centre in centres], np.clip(sides, 0, 1)
        return centres[::-1], sides
