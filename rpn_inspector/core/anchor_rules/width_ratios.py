"""Matterport's anchors: in double, ratios of width to height, around each cell's first px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import CellAnchors, SizedLaying, sizes_and_ratios
from rpn_inspector.core.limits import RATIO
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class WidthRatios(SizedLaying):
    """In double around the origin, ratios of width to height (Matterport's Mask R-CNN)."""

    rule: ClassVar[str] = "width_ratios"
    ratios: tuple[tuple[float, ...], ...] = number(
        ((0.5, 1.0, 2.0),), "width over height, a list per level or one for all", RATIO
    )

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as ``generate_anchors``: h = size / sqrt(ratio), w = size sqrt(ratio)."""
        sizes, ratios = sizes_and_ratios(self, level)
        heights, widths = sizes / np.sqrt(ratios), sizes * np.sqrt(ratios)
        boxes = np.stack([-0.5 * widths, -0.5 * heights, 0.5 * widths, 0.5 * heights], 1)
        return CellAnchors(boxes, sizes, heights / widths)
