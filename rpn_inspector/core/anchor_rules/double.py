"""detectron2's anchors: in double, not rounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rpn_inspector.core.anchor_rules.laying import OFFSET, Array, CellAnchors, SizedLaying, sizes_and_ratios
from rpn_inspector.core.limits import PLACE
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class Double(SizedLaying):
    """In double around the origin, not rounded (detectron2)."""

    rule: ClassVar[str] = "double"
    offset: float = number(0.0, OFFSET, PLACE)

    def cell(self, level: int, stride: tuple[float, float], padded: tuple[int, int]) -> CellAnchors:
        """Return the first cell's anchors as ``DefaultAnchorGenerator``: w = sqrt(size^2 / ratio), h = ratio w."""
        sizes, ratios = sizes_and_ratios(self, level)
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
