"""The article's anchors: sides rounded for each ratio, then scaled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import (
    BASE_SIZES,
    ORDER,
    RATIOS,
    CellAnchors,
    Laying,
    Lists,
    Order,
    around,
    combined,
    ratios_of,
)
from rpn_inspector.core.limits import LENGTH, RATIO
from rpn_inspector.core.spec import number, option


@dataclass(frozen=True, slots=True)
class RoundedSides(Laying):
    """In double, sides rounded for each ratio, then scaled; inclusive pixels (the article's code)."""

    rule: ClassVar[str] = "rounded_sides"
    base_sizes: tuple[float, ...] = number((4.0, 8.0, 16.0, 32.0, 64.0), BASE_SIZES, LENGTH)
    sizes: Lists = number(((8.0,),) * 5, "sizes of each level, in multiples of base_sizes", LENGTH)
    ratios: Lists = number(((0.5, 1.0, 2.0),), RATIOS, RATIO)
    order: Order = option("ratio_size", ORDER)

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as py-faster-rcnn's ``generate_anchors.py``."""
        side = float(self.base_sizes[level])
        scales, ratios = combined(self.order, np.array(self.sizes[level]), np.array(ratios_of(self.ratios, level)))
        # half to even, and before scaling: the article's 23 x 12 cell of ratio 0.5 comes from here
        widths = np.round(np.sqrt(side * side / ratios))
        heights = np.round(widths * ratios)
        centre = 0.5 * (side - 1)
        base = around(centre, centre, 0.5 * (widths * scales - 1), 0.5 * (heights * scales - 1))
        return CellAnchors(base, scales * side, ratios)
