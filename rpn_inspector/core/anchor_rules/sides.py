"""The article's anchors: sides rounded for each ratio, then scaled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import CellAnchors, ScaledLaying, around, sizes_and_ratios
from rpn_inspector.core.text import Text


@dataclass(frozen=True, slots=True)
class RoundedSides(ScaledLaying):
    """In double, sides rounded for each ratio, then scaled; inclusive pixels (the article's code)."""

    rule: ClassVar[str] = "rounded_sides"
    rounding: ClassVar[Text] = Text("base sides rounded to whole px, then scaled")

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as py-faster-rcnn's ``generate_anchors.py``."""
        side = float(self.base_sizes[level])
        scales, ratios = sizes_and_ratios(self, level)
        # half to even, and before scaling: the article's 23 x 12 cell of ratio 0.5 comes from here
        widths = np.round(np.sqrt(side * side / ratios))
        heights = np.round(widths * ratios)
        centre = 0.5 * (side - 1)
        base = around(centre, centre, 0.5 * (widths * scales - 1), 0.5 * (heights * scales - 1))
        return CellAnchors(base, scales * side, ratios)
