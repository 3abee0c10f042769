"""detectron2's anchors: in double, not rounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import (
    OFFSET,
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
from rpn_inspector.core.limits import LENGTH, PLACE, RATIO
from rpn_inspector.core.spec import number, option


@dataclass(frozen=True, slots=True)
class Double(Laying):
    """In double around the origin, not rounded (detectron2)."""

    rule: ClassVar[str] = "double"
    sizes: Lists = number(
        ((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)),
        "sizes of each level, px: the square root of the area",
        LENGTH,
    )
    ratios: Lists = number(((0.5, 1.0, 2.0),), RATIOS, RATIO)
    order: Order = option("ratio_size", ORDER)
    offset: float = number(0.0, OFFSET, PLACE)

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as ``DefaultAnchorGenerator``: w = sqrt(size^2 / ratio), h = ratio w."""
        sizes, ratios = combined(self.order, np.array(self.sizes[level]), np.array(ratios_of(self.ratios, level)))
        widths = np.sqrt(sizes**2.0 / ratios)
        heights = ratios * widths
        return CellAnchors(np.stack([-widths / 2.0, -heights / 2.0, widths / 2.0, heights / 2.0], 1), sizes, ratios)

    def shifts(self, step: float, cells: int) -> Array:
        """Return the positions of the cells along an axis, with the offset in strides, (cells,) px float32."""
        return torch_arange(self.offset * step, step, cells)


def torch_arange(first: float, step: float, count: int) -> Array:
    """Return ``torch.arange(first, first + count * step, step, dtype=torch.float32)``, (count,) float32, as on a CPU.

    torch counts in double, but in each whole block of 16 from a start of every eight, already a float32 (ATen
    ``RangeFactoriesKernel.cpp`` under ``cpu_serial_kernel_vec``); so ``first`` may be rounded twice.
    """
    index = np.arange(count)
    start = index - index % 8
    # the last, incomplete block is not vectorised: each number there is its own start
    start[count - count % 16 :] = index[count - count % 16 :]
    return np.asarray(((first + step * start).astype(np.float32) + step * (index - start)).astype(np.float32))
