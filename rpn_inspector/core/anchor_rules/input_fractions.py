"""Anchors told by centre and sides as fractions of the input."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rpn_inspector.core.anchor_rules.laying import Array, CellAnchors, Edges, Laying, edges_around, in_px
from rpn_inspector.core.spec import option


@dataclass(frozen=True, slots=True)
class InputFractions(Laying):
    """In double, then float32 fractions of the input: centre, width and height; the rule says which."""

    clip: bool = option(False, "centre, width and height are cut to the input, each by itself")

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors in the library's order and precision, as `Laying.cell`."""
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
        """Return centres, x (W,) and y (H,), and sides (A, 2) as fractions of the input, float64.

        Args:
            level: the level's number, from 0.
            shape: (H, W) cells.
            stride: (y, x) network px.
            padded: (h, w) network px of the input.
        """
        centres = [self.centres_of(*axis) for axis in zip(shape, padded, stride, strict=True)]
        sides = self.sides_of(level, padded)
        if self.clip:  # the four numbers, not the corners: an anchor beside the border reaches beyond it
            centres, sides = [np.clip(centre, 0, 1) for centre in centres], np.clip(sides, 0, 1)
        return centres[::-1], sides

    def centres_of(self, cells: int, side: int, step: float) -> Array:
        """Return the centres (cells,) along an axis, as fractions of the input's ``side`` px, float64."""
        raise NotImplementedError

    def sides_of(self, level: int, padded: tuple[int, int]) -> Array:
        """Return widths and heights (A, 2) of a level's anchors, as fractions of the input, float64."""
        raise NotImplementedError
