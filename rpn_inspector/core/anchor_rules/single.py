"""MMDetection's anchors: everything in float32; and the rounded anchors of version 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import CENTRES, CellAnchors, ScaledLaying, around, sizes_and_ratios
from rpn_inspector.core.limits import PLACE
from rpn_inspector.core.spec import number
from rpn_inspector.core.text import Text


@dataclass(frozen=True, slots=True)
class Float32(ScaledLaying):
    """In float32 around the first centre (MMDetection)."""

    rule: ClassVar[str] = "float32"
    less: ClassVar[int] = 0
    offset: float = number(0.0, "first centre, in base boxes", PLACE)
    centres: tuple[tuple[float, float], ...] = number((), CENTRES, PLACE)

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as MMDetection's ``AnchorGenerator`` or ``LegacyAnchorGenerator``."""
        side = self.base_sizes[level]
        scales, ratios = sizes_and_ratios(self, level)
        root, scale, base = np.sqrt(ratios.astype(np.float32)), scales.astype(np.float32), np.float32(side)
        # float32 products are rounded factor by factor: the order is MMDetection's, for scale_major and not
        if self.order == "ratio_size":
            widths, heights = base * (np.float32(1) / root) * scale, base * root * scale
        else:
            widths, heights = base * scale * (np.float32(1) / root), base * scale * root
        first = self.offset * (side - self.less)
        x, y = (np.float32(c) for c in (self.centres[level] if self.centres else (first, first)))
        half, less = np.float32(0.5), np.float32(self.less)
        boxes = around(x, y, half * (widths - less), half * (heights - less))
        return CellAnchors(np.round(boxes) if self.less else boxes, scales * side, ratios)


@dataclass(frozen=True, slots=True)
class RoundedLegacy(Float32):
    """In float32, corners rounded, inclusive pixels (MMDetection's version 1)."""

    rule: ClassVar[str] = "rounded_legacy"
    rounding: ClassVar[Text] = Text("corners rounded to whole px")
    less: ClassVar[int] = 1
