"""The coder of corners: how far each side of the box lies from the anchor's, in anchor sides (keras-retinanet)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.corner_forms import CornerForms, both
from rpn_inspector.core.coders.formulas import Cell, Four, Scale
from rpn_inspector.core.formulas.digits import fit, minus_text, plus_text
from rpn_inspector.core.formulas.formula import FormulaText, index_of
from rpn_inspector.core.formulas.numbers import number, signed
from rpn_inspector.core.formulas.section import Line
from rpn_inspector.core.limits import FACTOR, SHIFT
from rpn_inspector.core.phrases import CORNERS_IN_SIDES
from rpn_inspector.core.spec import number as numbers
from rpn_inspector.core.spec import option
from rpn_inspector.core.values import quiet

Array = npt.NDArray[Any]
SIDE = ("w", "h", "w", "h")
LATEX = ("x_1", "y_1", "x_2", "y_2")


@dataclass(frozen=True, slots=True)
class Corners(CornerForms):
    """Differences of corners in anchor sides.

    Source: keras-retinanet 1.0, ``bbox_transform`` and ``bbox_transform_inv``, whose mean is 0 and deviation 0.2.
    """

    rule: ClassVar[str] = "corners"
    note: ClassVar[str] = CORNERS_IN_SIDES
    needs_stride: ClassVar[bool] = False
    coordinate_names: ClassVar[tuple[str, ...]] = ("x1", "y1", "x2", "y2")
    coordinates = "x1y1x2y2"
    weights = (1.0, 1.0, 1.0, 1.0)
    min_log_scale = -math.inf
    max_log_scale = math.inf
    max_shift = math.inf
    centre = "between_corners"
    inclusive = False
    means: Four = numbers((0.0, 0.0, 0.0, 0.0), "subtracted from t", SHIFT)
    stds: Four = numbers((0.2, 0.2, 0.2, 0.2), "t is divided by them afterwards", FACTOR)
    encode_dtype: Literal["float32", "float64"] = option("float64", "precision of t*; the result is float32")

    @property
    def order(self) -> list[int]:
        """Return the columns of the coordinates as named in the network's output: as they are."""
        return [0, 1, 2, 3]

    def column_of(self, name: str) -> int:
        """Return the place of coordinate ``name`` in the network's output."""
        return self.coordinate_names.index(name)

    def exact(self) -> Self:
        """Return the coder itself: t* is of float64 as it is."""
        return self

    @quiet
    def encode(self, anchors: npt.ArrayLike, boxes: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return t* (n, 4) float32, x1 y1 x2 y2, of ``boxes`` (n, 4) relative to ``anchors`` (n, 4)."""
        anchor, box = both(anchors, boxes, "boxes", self.encode_dtype)
        with np.errstate(divide="ignore"):
            t = (box - anchor) / _sides(anchor)
        return np.asarray(((t - np.array(self.means, t.dtype)) / np.array(self.stds, t.dtype)).astype(np.float32))

    @quiet
    def decode(self, anchors: npt.ArrayLike, deltas: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return boxes (n, 4) float32 of ``deltas`` (n, 4) on ``anchors`` (n, 4)."""
        anchor, t = both(anchors, deltas, "deltas")
        moved = (t * np.array(self.stds, np.float32) + np.array(self.means, np.float32)) * _sides(anchor)
        return np.asarray(anchor + moved)

    def raw_for(self, anchors: Array, boxes: Array, strides: Array) -> Array:
        """Return the outputs (n, 4) float64 that decode to ``boxes`` (n, 4); ``strides`` (n, 2) px, not used."""
        return np.asarray(self.encode(anchors, boxes).astype(np.float64))

    def target_lines(self, anchor: Array, box: Array, cells: tuple[Cell, Cell], t_star: Array) -> Iterator[Line]:
        """Yield the formula of t* of each corner."""
        for i, name in enumerate(self.coordinate_names):
            value, scale, side, plain = float(t_star[i]), self._scale(i), SIDE[i], LATEX[i]
            length = float(anchor[2 + i % 2] - anchor[i % 2])
            start = float(anchor[i])
            texts = fit(
                lambda a, b, c, scale=scale: scale.apply((a - b) / c),
                [float(box[i]), start, length],
                [2, 2, 2],
                value,
                4,
            )
            text = FormulaText(
                f"t_{index_of(plain)}^*=" + scale.latex(rf"({plain}^*-{plain}^a)/{side}_a"),
                f"t_{name}* = {scale.text(f'({name}* − {name}_a) / {side}_a')}",
                scale.text(f"({texts[0]} {minus_text(texts[1], start)}) / {texts[2]}"),
            )
            yield text.line(signed(value), value)

    def box_lines(self, anchor: Array, predicted: Array, cells: tuple[Cell, Cell], t: Array) -> Iterator[Line]:
        """Yield the formula of each corner of the predicted box."""
        for i, name in enumerate(self.coordinate_names):
            value, scale, side, plain = float(predicted[i]), self._scale(i), SIDE[i], LATEX[i]
            length = float(anchor[2 + i % 2] - anchor[i % 2])
            start = float(anchor[i])
            texts = fit(
                lambda a, b, c, scale=scale: scale.undo(a) * b + c, [float(t[i]), length, start], [5, 2, 2], value, 1
            )
            text = FormulaText(
                rf"{plain}={scale.undone_latex(f't_{index_of(plain)}')}\,{side}_a+{plain}^a",
                f"{name} = {scale.undone(f't_{name}')} {side}_a + {name}_a",
                f"{scale.undone(texts[0])} · {texts[1]} {plus_text(texts[2], start)}",
            )
            yield text.line(number(value, 1), value)

    def _scale(self, i: int) -> Scale:
        return Scale(1.0, self.means[i], self.stds[i])


def _sides(anchor: Array) -> Array:
    """Return width and height of ``anchor`` (n, 4) as (n, 4): w h w h."""
    return np.tile(anchor[:, 2:] - anchor[:, :2], 2)
