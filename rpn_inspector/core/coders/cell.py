"""The coder of YOLOv3: the centre's place in the cell, behind a sigmoid; log of the sides' ratio."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.coding import Array, Coding
from rpn_inspector.core.coders.corner_forms import MARGIN, step_sizes
from rpn_inspector.core.coders.formulas import NAMES, Cell, Four
from rpn_inspector.core.formulas.digits import fit, minus_text
from rpn_inspector.core.formulas.formula import FormulaText
from rpn_inspector.core.limits import HALF, LENGTH
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.phrases import IN_CELL
from rpn_inspector.core.spec import number


@dataclass(frozen=True, slots=True)
class CellCoder(Coding):
    """Where in its cell the centre lies, behind a sigmoid (YOLO)."""

    rule: ClassVar[str] = "cell"
    needs_stride: ClassVar[bool] = True
    note: ClassVar[str] = IN_CELL
    epsilon: float = number(0.0, "how far t* stays from 0 and 1, 0: as it is", HALF)
    reach: tuple[tuple[float, float], ...] = number(
        (),
        "pairs of a level's stride, px, and by what the sigmoid is stretched about the middle of its cell; 1 elsewhere "
        "(darknet's scale_x_y)",
        LENGTH,
    )

    def exact(self) -> Self:
        """Return the coder with t* in float64 and nothing added to sides."""
        return replace(self, encode_dtype="float64", epsilon=0.0)

    def raw_of(self, t_star: Array, margin: float = MARGIN) -> Array:
        """Return t* with the logit of the place in the cell, kept ``margin`` away from 0 and 1."""
        raw, place = np.array(t_star), self.order[:2]
        inside = np.clip(raw[:, place].astype(np.float64), margin, 1 - margin)
        raw[:, place] = np.log(inside) - np.log1p(-inside)
        return raw

    def answer(self, raw: Array) -> Array:
        """Return ``raw`` (n, 4) as t* is written: the place in the cell is behind a sigmoid."""
        found, place = np.array(raw, np.float64), self.order[:2]
        found[:, place] = sigmoid(found[:, place], "float64")
        return found

    def reaches(self, anchors: Array, box: Array, strides: Array) -> npt.NDArray[np.bool_]:
        """Return the mask (n,) of ``anchors`` (n, 4) in a cell, ``strides`` (n, 2) px, around the centre of ``box``."""
        away = np.abs((box[:2] + box[2:]) - (anchors[:, :2] + anchors[:, 2:])) / 2
        return np.asarray((away <= self._stretched_steps(strides, anchors) / 2).all(1))

    def _stretched_steps(self, stride: npt.ArrayLike | None, anchors: Array) -> Array:
        """Return the px (n, 2) from one end of the sigmoid to the other."""
        steps = step_sizes(stride, anchors)
        factors = np.ones(steps.shape, steps.dtype)
        for of, factor in self.reach:
            factors[steps == of] = factor
        return np.asarray(steps * factors)

    def _reach_of(self, stride: float) -> float:
        return dict(self.reach).get(stride, 1.0)

    def _target(self, anchor: Array, box: Array, weights: Array, stride: npt.ArrayLike | None) -> Array:
        (anchor_centre, anchor_side), (centre, side) = self.centre_and_side(anchor), self.centre_and_side(box)
        epsilon = anchor.dtype.type(self.epsilon)
        # the anchor stands in the middle of the cell, so half a stride back is 0
        shift = (centre - anchor_centre) / self._stretched_steps(stride, anchor) + anchor.dtype.type(0.5)
        shift = np.clip(shift, epsilon, 1 - epsilon) if epsilon else shift
        # YOLOBBoxCoder keeps the ratio of sides above its epsilon too
        return np.concatenate([shift, np.log(np.maximum(side / anchor_side, epsilon))], 1) * weights

    def _shift(self, t: Array, anchor: Array, side: Array, stride: npt.ArrayLike | None) -> Array:
        middle = anchor.dtype.type(0.5)
        return np.asarray((sigmoid(t, self.decode_dtype) - middle) * self._stretched_steps(stride, anchor))

    def _centre_target(self, name: str, anchor: Four, box: Four, cell: Cell, value: float) -> FormulaText:
        place, stride = cell
        if (reach := self._reach_of(stride)) != 1:
            return self._stretched_target(name, box[NAMES.index(name)], cell, reach, value)
        texts = fit(lambda a, b, c: a / b - c, [box[NAMES.index(name)], stride, place], [2, 2, 0], value, 4)
        return FormulaText(
            f"t_{name}^*={name}^*/s-c_{name}",
            f"t_{name}* = {name}* / s − c_{name}",
            f"{texts[0]} / {texts[1]} {minus_text(texts[2], place)}",
        )

    def _centre_box(self, name: str, t: float, anchor: Four, cell: Cell, value: float) -> FormulaText:
        place, stride = cell
        if (reach := self._reach_of(stride)) != 1:
            return self._stretched_box(name, t, cell, reach, value)
        texts = fit(lambda a, b, c: (1 / (1 + math.exp(-a)) + b) * c, [t, place, stride], [4, 0, 2], value, 1)
        return FormulaText(
            rf"{name}=(\sigma(t_{name})+c_{name})\,s",
            f"{name} = (sigmoid(t_{name}) + c_{name}) s",
            f"(σ({texts[0]}) + {texts[1]}) · {texts[2]}",
        )

    def _stretched_target(self, name: str, centre: float, cell: Cell, reach: float, value: float) -> FormulaText:
        place, stride = cell
        texts = fit(lambda a, b, c: (a / b - c - 0.5) / reach + 0.5, [centre, stride, place], [2, 2, 0], value, 4)
        return FormulaText(
            rf"t_{name}^*=({name}^*/s-c_{name}-\tfrac12)/{reach:g}+\tfrac12",
            f"t_{name}* = ({name}* / s − c_{name} − 1/2) / {reach:g} + 1/2",
            f"({texts[0]} / {texts[1]} {minus_text(texts[2], place)} − 1/2) / {reach:g} + 1/2",
        )

    def _stretched_box(self, name: str, t: float, cell: Cell, reach: float, value: float) -> FormulaText:
        place, stride = cell
        texts = fit(
            lambda a, b, c: (reach * (1 / (1 + math.exp(-a)) - 0.5) + b + 0.5) * c,
            [t, place, stride],
            [4, 0, 2],
            value,
            1,
        )
        return FormulaText(
            rf"{name}=({reach:g}(\sigma(t_{name})-\tfrac12)+c_{name}+\tfrac12)\,s",
            f"{name} = ({reach:g} (sigmoid(t_{name}) − 1/2) + c_{name} + 1/2) s",
            f"({reach:g} · (σ({texts[0]}) − 1/2) + {texts[1]} + 1/2) · {texts[2]}",
        )
