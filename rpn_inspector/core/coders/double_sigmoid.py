"""The coder of YOLOv5: twice a sigmoid, about the middle of the cell, and its square for the sides."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.coding import Array, Coding
from rpn_inspector.core.coders.corner_forms import MARGIN, step_sizes
from rpn_inspector.core.coders.formulas import NAMES, Cell, Four
from rpn_inspector.core.formulas.digits import fit, minus_text, put
from rpn_inspector.core.formulas.formula import FormulaText
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.phrases import TWICE_A_SIGMOID


@dataclass(frozen=True, slots=True)
class DoubleSigmoid(Coding):
    """Twice a sigmoid for the centre, half a cell beyond its cell, and the square for the sides (YOLOv5).

    t* is the output itself whose box is the ground truth; infinite where none reaches so far. Source: facts measured
    of YOLOv5 7.0.
    """

    rule: ClassVar[str] = "double_sigmoid"
    needs_stride: ClassVar[bool] = True
    note: ClassVar[str] = TWICE_A_SIGMOID

    def raw_of(self, t_star: Array, margin: float = MARGIN) -> Array:
        """Return t*, (n, 4), no further out than the sigmoid's ``margin`` from 0 and 1."""
        most = math.log(1 - margin) - math.log(margin)
        return np.asarray(np.clip(t_star, -most, most))

    def reaches(self, anchors: Array, box: Array, strides: Array) -> npt.NDArray[np.bool_]:
        """Return the mask (n,) of ``anchors`` (n, 4) within a cell, and of sides under four times their own."""
        away = np.abs((box[:2] + box[2:]) - (anchors[:, :2] + anchors[:, 2:])) / 2
        small = (box[2:] - box[:2]) < 4 * (anchors[:, 2:] - anchors[:, :2])
        return np.asarray(((away < strides) & small).all(1))

    def _target(self, anchor: Array, box: Array, weights: Array, stride: npt.ArrayLike | None) -> Array:
        (anchor_centre, anchor_side), (centre, side) = self.centre_and_side(anchor), self.centre_and_side(box)
        shift = (centre - anchor_centre) / step_sizes(stride, anchor)
        wanted = np.concatenate([shift / 2 + anchor.dtype.type(0.5), np.sqrt(side / anchor_side) / 2], 1)
        wanted = np.clip(wanted.astype(np.float64), 0, 1)
        return np.asarray((np.log(wanted) - np.log1p(-wanted)) * weights)

    def _shift(self, t: Array, anchor: Array, side: Array, stride: npt.ArrayLike | None) -> Array:
        # the anchor stands in the middle of the cell, and sigmoid 1/2 is that middle
        return np.asarray((2 * sigmoid(t, self.decode_dtype) - 1) * step_sizes(stride, anchor))

    def _stretched(self, t: Array) -> Array:
        dtype = t.dtype.type
        ratio = np.square(2 * sigmoid(t, self.decode_dtype))
        return np.asarray(np.clip(ratio, *np.exp([dtype(self.min_log_scale), dtype(self.max_log_scale)])))

    def cut_at(self, name: str, t: float) -> float | None:
        """Return the bound at which the log of side ``name``'s ratio is cut for output ``t``, None within."""
        half = 1 / (1 + math.exp(-min(max(self.scale_of(name).undo(t), -700.0), 700.0)))
        ratio = 2 * math.log(2 * half)
        if ratio > self.max_log_scale:
            return self.max_log_scale
        return self.min_log_scale if ratio < self.min_log_scale else None

    def target_formula(self, name: str, anchor: Four, box: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of t* of one coordinate, as `CoderFormulas.target_formula`."""
        place, (number, stride), scale = NAMES.index(name), cell, self.scale_of(name)
        if name in "xy":
            texts = fit(
                lambda a, b, c: scale.apply(_logit((a / b - c + 0.5) / 2)), [box[place], stride, number], [2, 2, 0],
                value, 4,
            )  # fmt: skip
            latex = rf"\sigma^{{-1}}(({name}^*/s-c_{name}+0.5)/2)"
            plain = f"logit(({name}* / s − c_{name} + 0.5) / 2)"
            numbers = f"logit(({texts[0]} / {texts[1]} {minus_text(texts[2], number)} + 0.5) / 2)"
        else:
            texts = fit(
                lambda a, b: scale.apply(_logit(math.sqrt(a / b) / 2)), [box[place], anchor[place]], [2, 2], value, 4
            )
            latex = rf"\sigma^{{-1}}(({name}^*/{name}_a)^{{1/2}}/2)"
            plain, numbers = f"logit(√({name}* / {name}_a) / 2)", f"logit(√({texts[0]} / {texts[1]}) / 2)"
        return FormulaText(f"t_{name}^*={scale.latex(latex)}", f"t_{name}* = {scale.text(plain)}", scale.text(numbers))

    def box_formula(self, name: str, t: float, anchor: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of one coordinate of the predicted box, as `CoderFormulas.box_formula`."""
        (number, stride), scale, length = cell, self.scale_of(name), anchor[NAMES.index(name)]
        inside, inside_latex = scale.undone(f"t_{name}"), scale.undone_latex(f"t_{name}")
        if name in "xy":
            texts = fit(
                lambda a, b, c: (2 * _half(scale.undo(a)) - 0.5 + b) * c, [t, number, stride], [4, 0, 2], value, 1
            )
            return FormulaText(
                rf"{name}=(2\sigma({inside_latex})-0.5+c_{name})\,s",
                f"{name} = (2 sigmoid({inside}) − 0.5 + c_{name}) s",
                f"(2 · σ({scale.undone(texts[0])}) − 0.5 + {texts[1]}) · {texts[2]}",
            )
        bound = self.cut_at(name, t)
        texts = fit(lambda a, b: b * (2 * _half(scale.undo(a))) ** 2, [t, length], [5, 2], value, 1)
        told = f"(2 · σ({scale.undone(texts[0])}))²" if bound is None else put(math.exp(bound), 5)
        return FormulaText(
            rf"{name}={name}_a\,(2\sigma({inside_latex}))^2",
            f"{name} = {name}_a (2 sigmoid({inside}))²",
            f"{texts[1]} · {told}",
        )


def _half(t: float) -> float:
    return float(sigmoid(t, "float64"))


def _logit(p: float) -> float:
    if not 0 < p < 1:
        return math.inf if p >= 1 else -math.inf
    return math.log(p) - math.log1p(-p)
