"""torchvision's anchors: float32, corners rounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import (
    ORDER,
    RATIOS,
    Array,
    CellAnchors,
    Laying,
    Lists,
    Order,
    combined,
    ratios_of,
)
from rpn_inspector.core.limits import LENGTH, RATIO
from rpn_inspector.core.spec import number, option


@dataclass(frozen=True, slots=True)
class RoundedCorners(Laying):
    """In float32 around the origin, corners rounded half to even (torchvision)."""

    rule: ClassVar[str] = "rounded_corners"
    sizes: Lists = number(
        ((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)),
        "sizes of each level, px: the square root of the area",
        LENGTH,
    )
    ratios: Lists = number(((0.5, 1.0, 2.0),), RATIOS, RATIO)
    order: Order = option("ratio_size", ORDER)

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as torchvision's ``AnchorGenerator.generate_anchors``."""
        sizes, ratios = combined(self.order, np.array(self.sizes[level]), np.array(ratios_of(self.ratios, level)))
        # 1 / root, not sqrt(1 / ratio): torchvision's operations, each rounded to float32
        root = np.sqrt(ratios.astype(np.float32))
        heights = root * sizes.astype(np.float32)
        widths = (np.float32(1) / root) * sizes.astype(np.float32)
        base: Array = np.round(np.stack([-widths, -heights, widths, heights], 1) / np.float32(2))
        return CellAnchors(base, sizes, ratios)
