"""Points: one anchor a cell without sides, for detectors that say how far the box's sides are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import OFFSET, CellAnchors, Laying
from rpn_inspector.core.limits import PLACE
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class PointGrid(Laying):
    """A point a cell, without width and height (FCOS, YOLOX, RTMDet, YOLOv8 to YOLO26)."""

    rule: ClassVar[str] = "points"
    of_points: ClassVar[bool] = True
    offset: float = number(0.5, OFFSET, PLACE)

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's point as a box of no sides; its size is the stride, to be named by."""
        x, y = self.offset * stride[1], self.offset * stride[0]
        size = np.array([float(np.sqrt(stride[0] * stride[1]))])
        return CellAnchors(np.array([[x, y, x, y]], np.float64), size, np.ones(1))
