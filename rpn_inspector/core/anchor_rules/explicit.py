"""YOLOv3's anchors: widths and heights in px."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np

from rpn_inspector.core.anchor_rules.laying import CENTRES, OFFSET, CellAnchors, Laying, Shapes, around, other_shapes
from rpn_inspector.core.limits import LENGTH, PLACE
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class Explicit(Laying):
    """Widths and heights in px around the first cell's centre (YOLO)."""

    rule: ClassVar[str] = "explicit"
    shapes: Shapes = number(
        (((32.0, 32.0),), ((64.0, 64.0),), ((128.0, 128.0),), ((256.0, 256.0),), ((512.0, 512.0),)),
        "(width, height) px of each level",
        LENGTH,
    )
    offset: float = number(0.5, OFFSET, PLACE)
    centres: tuple[tuple[float, float], ...] = number((), CENTRES, PLACE)

    def reshaped(self, size: float, spread: float = 1.0, turn: float = 1.0) -> Self:
        """Return the rule with other widths and heights, as `Laying.reshaped`."""
        return replace(self, shapes=other_shapes(self.shapes, size, spread, turn))

    def of_shapes(self, shapes: Shapes) -> Self | None:
        """Return the rule with ``shapes`` (width, height) px of each level."""
        return replace(self, shapes=shapes)

    def per_level(self) -> Iterator[str]:
        """Yield the names of the fields with one entry per level."""
        yield from Laying.per_level(self)
        yield "shapes"

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as MMDetection's ``YOLOAnchorGenerator``."""
        sides = np.array(self.shapes[level], np.float64)
        first = (self.offset * stride[1], self.offset * stride[0])
        x, y = self.centres[level] if self.centres else first
        base = around(x, y, 0.5 * sides[:, 0], 0.5 * sides[:, 1])
        return CellAnchors(base, np.sqrt(sides[:, 0] * sides[:, 1]), sides[:, 1] / sides[:, 0])


def by_rising_stride(shapes: Shapes, strides: tuple[int, ...]) -> Shapes:
    """Return the levels turned over where their mean areas fall while the strides rise, as YOLOv5 does with a YAML's.

    The anchors inside a level keep their order.

    Args:
        shapes: (width, height) px of each level's anchors.
        strides: of each level, px.
    """
    means = [sum(width * height for width, height in level) / len(level) for level in shapes]
    falls = (means[-1] - means[0]) * (strides[-1] - strides[0]) < 0
    return tuple(reversed(shapes)) if falls else tuple(shapes)
