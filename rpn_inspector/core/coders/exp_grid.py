"""The coder of YOLOX: the centre in strides from the cell's corner, and the log of the sides in strides."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.corner_forms import both, step_sizes
from rpn_inspector.core.coders.formulas import NAMES, Cell, Four
from rpn_inspector.core.coders.point_coder import Array, PointCoder
from rpn_inspector.core.formulas.digits import fit, minus_text, put
from rpn_inspector.core.formulas.formula import FormulaText
from rpn_inspector.core.limits import PLACE
from rpn_inspector.core.phrases import STRIDES_FROM_CORNER
from rpn_inspector.core.spec import FRACTION, number
from rpn_inspector.core.values import quiet

HIGHEST = 700.0  # exp of no more


@dataclass(frozen=True, slots=True)
class ExpGrid(PointCoder):
    """Centre in strides from the cell's corner, exp of the sides in strides (YOLOX).

    Source: the article of YOLOX (2107.08430) and MMDetection 3.3 ``YOLOXHead``.
    """

    rule: ClassVar[str] = "exp_grid"
    note: ClassVar[str] = STRIDES_FROM_CORNER
    offset: float = number(0.5, "strides from the corner that the centre is counted from to the point", PLACE)
    epsilon: float = number(1e-8, "added to sides in strides before the logarithm", FRACTION)

    @quiet
    def encode(self, anchors: npt.ArrayLike, boxes: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return t* (n, 4) float32, x y w h, of ``boxes`` (n, 4) from points ``anchors`` (n, 4)."""
        anchor, box = both(anchors, boxes, "boxes")
        steps = step_sizes(stride, anchor)
        centre, side = self.centre_and_side(box)
        shift = (centre - self._corner(anchor, steps)) / steps
        return np.asarray(np.concatenate([shift, np.log(side / steps + np.float32(self.epsilon))], 1), np.float32)

    @quiet
    def decode(self, anchors: npt.ArrayLike, deltas: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return boxes (n, 4) float32 of ``deltas`` (n, 4) on points ``anchors`` (n, 4)."""
        anchor, t = both(anchors, deltas, "deltas")
        steps = step_sizes(stride, anchor)
        with np.errstate(over="ignore", invalid="ignore"):
            centre, side = t[:, :2] * steps + self._corner(anchor, steps), np.exp(t[:, 2:]) * steps
            half = side / np.float32(2)
            return np.asarray(np.concatenate([centre - half, centre + half], 1), np.float32)

    def _corner(self, anchor: Array, steps: Array) -> Array:
        middle = (anchor[:, :2] + anchor[:, 2:]) / np.float32(2)
        return np.asarray(middle - np.float32(self.offset) * steps)

    def target_formula(self, name: str, anchor: Four, box: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of t* of one coordinate, as `CoderFormulas.target_formula`."""
        place, stride = NAMES.index(name), cell[1]
        if name in "wh":
            texts = fit(lambda a, b: math.log(a / b + self.epsilon), [box[place], stride], [2, 2], value, 4)
            return FormulaText(
                rf"t_{name}^*=\ln({name}^*/s)", f"t_{name}* = ln({name}* / s)", f"ln({texts[0]} / {texts[1]})"
            )
        corner = anchor[place] - self.offset * stride
        texts = fit(lambda a, b, c: (a - b) / c, [box[place], corner, stride], [2, 2, 2], value, 4)
        return FormulaText(
            rf"t_{name}^*=({name}^*-{name}_0)/s",
            f"t_{name}* = ({name}* − {name}_0) / s",
            f"({texts[0]} {minus_text(texts[1], corner)}) / {texts[2]}",
        )

    def box_formula(self, name: str, t: float, anchor: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of one coordinate of the predicted box, as `CoderFormulas.box_formula`."""
        place, stride = NAMES.index(name), cell[1]
        if name in "wh":
            texts = fit(lambda a, b: b * math.exp(min(a, HIGHEST)), [t, stride], [5, 2], value, 1)
            return FormulaText(rf"{name}=s\exp(t_{name})", f"{name} = s exp(t_{name})", f"{texts[1]} · exp({texts[0]})")
        corner = anchor[place] - self.offset * stride
        texts = fit(lambda a, b, c: a * b + c, [t, stride, corner], [4, 2, 2], value, 1)
        return FormulaText(
            rf"{name}=t_{name}\,s+{name}_0",
            f"{name} = t_{name} s + {name}_0",
            f"{texts[0]} · {texts[1]} + {put(corner, 2)}",
        )
