"""torchvision's anchors: float32, corners rounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import Array, CellAnchors, SizedLaying, sizes_and_ratios
from rpn_inspector.core.text import Text


@dataclass(frozen=True, slots=True)
class RoundedCorners(SizedLaying):
    """In float32 around the origin, corners rounded half to even (torchvision)."""

    rule: ClassVar[str] = "rounded_corners"
    rounding: ClassVar[Text] = Text("corners rounded to whole px")

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as torchvision's ``AnchorGenerator.generate_anchors``."""
        sizes, ratios = sizes_and_ratios(self, level)
        # 1 / root, not sqrt(1 / ratio): torchvision's operations, each rounded to float32
        root = np.sqrt(ratios.astype(np.float32))
        heights = root * sizes.astype(np.float32)
        widths = (np.float32(1) / root) * sizes.astype(np.float32)
        base: Array = np.round(np.stack([-widths, -heights, widths, heights], 1) / np.float32(2))
        return CellAnchors(base, sizes, ratios)
