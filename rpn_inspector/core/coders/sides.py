"""The coder of distances: from a point to the left, upper, right and lower side of the box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coders.corner_forms import both, step_sizes
from rpn_inspector.core.coders.formulas import Cell
from rpn_inspector.core.coders.point_coder import Array, PointCoder
from rpn_inspector.core.formulas.digits import fit, plus_text
from rpn_inspector.core.formulas.formula import FormulaText
from rpn_inspector.core.formulas.numbers import number, signed
from rpn_inspector.core.formulas.section import Line
from rpn_inspector.core.limits import BINS
from rpn_inspector.core.phrases import DISTANCES, DISTANCES_OF_BINS
from rpn_inspector.core.spec import number as numbers
from rpn_inspector.core.spec import option
from rpn_inspector.core.values import quiet

EDGES = ("x1", "y1", "x2", "y2")
SIGN = (-1, -1, 1, 1)
LATEX = (r"x_1", r"y_1", r"x_2", r"y_2")


@dataclass(frozen=True, slots=True)
class Sides(PointCoder):
    """Distances from a point to the four sides of its box (FCOS, RTMDet, YOLOv8 to YOLO26).

    With several bins the network has a number for each whole distance from 0, and t is the mean of their softmax.
    Sources: the articles of FCOS (1904.01355) and of the generalised focal loss (2006.04388).
    """

    rule: ClassVar[str] = "sides"
    coordinate_names: ClassVar[tuple[str, ...]] = ("l", "t", "r", "b")
    coordinates = "ltrb"
    unit: Literal["stride", "px"] = option("stride", "what distances are counted in")
    bins: int = numbers(1, "numbers of the network for each distance: 1, or one for each whole distance from 0", BINS)

    @property
    def note(self) -> str:  # type: ignore[override]  # of some fields
        """Return what t is, in a sentence."""
        return DISTANCES_OF_BINS if self.bins > 1 else DISTANCES

    @quiet
    def encode(self, anchors: npt.ArrayLike, boxes: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return t* (n, 4) float32, left, top, right, bottom, of ``boxes`` (n, 4) from points ``anchors`` (n, 4)."""
        anchor, box = both(anchors, boxes, "boxes")
        t = (box - _middle(anchor)) * np.array(SIGN, np.float32)
        return np.asarray((t / self._units(stride, anchor)).astype(np.float32))

    @quiet
    def decode(self, anchors: npt.ArrayLike, deltas: npt.ArrayLike, stride: npt.ArrayLike | None = None) -> Array:
        """Return boxes (n, 4) float32 of distances ``deltas`` (n, 4) from points ``anchors`` (n, 4)."""
        anchor, t = both(anchors, deltas, "deltas")
        moved = t * self._units(stride, anchor) * np.array(SIGN, np.float32)
        return np.asarray((_middle(anchor) + moved).astype(np.float32))

    @quiet
    def means_of(self, raw: Array) -> Array:
        """Return the mean distances (n, 4) float32 of ``raw`` (n, 4 * bins), bin by bin for each side in turn."""
        if raw.shape[1] == 4:
            return raw
        x = np.asarray(raw, np.float32).reshape(len(raw), 4, self.bins)
        most = x[..., 0].copy()
        for place in range(1, self.bins):  # twice as fast as a maximum over a short axis
            np.maximum(most, x[..., place], out=most)
        power = x - most[..., None]
        np.exp(power, out=power)
        return np.asarray((power @ np.arange(self.bins, dtype=np.float32)) / power.sum(2), np.float32)

    def reaches(self, anchors: Array, box: Array, strides: Array) -> npt.NDArray[np.bool_]:
        """Return the mask (n,) of points from which all sides of ``box`` (4,) are in reach: always without bins."""
        if self.bins == 1:
            return np.ones(len(anchors), bool)
        t = self.encode(anchors, np.broadcast_to(box, (len(anchors), 4)), strides)
        return np.asarray(((t >= 0) & (t <= self.bins - 1)).all(1))

    def target_lines(self, anchor: Array, box: Array, cells: tuple[Cell, Cell], t_star: Array) -> Iterator[Line]:
        """Yield the formula of t* of each side."""
        for i, name in enumerate(self.coordinate_names):
            value, place, edge = float(t_star[i]), float(anchor[i % 2]), float(box[i])
            unit = self._unit_of(cells[i % 2])
            first, second = (place, edge) if SIGN[i] < 0 else (edge, place)
            texts = fit(lambda a, b, c: (a - b) / c, [first, second, unit], [2, 2, 2], value, 4)
            axis, end = "xy"[i % 2], LATEX[i]
            named = (f"{axis}_a", f"{EDGES[i]}*") if SIGN[i] < 0 else (f"{EDGES[i]}*", f"{axis}_a")
            latex = (rf"{axis}_a-{end}^*") if SIGN[i] < 0 else (rf"{end}^*-{axis}_a")
            below = " / s" if self.unit == "stride" else ""
            inside = f"{texts[0]} {_minus(texts[1], second)}"
            told = f"({inside}) / {texts[2]}" if below else inside
            text = FormulaText(
                rf"t_{name}^*=({latex})/s" if below else rf"t_{name}^*={latex}",
                f"t_{name}* = ({named[0]} − {named[1]}){below}",
                told,
            )
            yield text.line(signed(value), value)

    def box_lines(self, anchor: Array, predicted: Array, cells: tuple[Cell, Cell], t: Array) -> Iterator[Line]:
        """Yield the formula of each side of the predicted box."""
        return (self._edge(i, anchor, predicted, cells, t) for i in range(4))

    def _edge(self, i: int, anchor: Array, predicted: Array, cells: tuple[Cell, Cell], t: Array) -> Line:
        name, axis, value = self.coordinate_names[i], "xy"[i % 2], float(predicted[i])
        place, unit, sign = float(anchor[i % 2]), self._unit_of(cells[i % 2]), SIGN[i]
        texts = fit(lambda a, b, c: a + sign * b * c, [place, float(t[i]), unit], [2, 4, 2], value, 1)
        between, between_plain = ("-", "−") if sign < 0 else ("+", "+")
        strides = self.unit == "stride"
        times = f"{texts[1]} · {texts[2]}" if strides else texts[1]
        moved = _minus(times, float(t[i])) if sign < 0 else plus_text(times, float(t[i]))
        return FormulaText(
            rf"{LATEX[i]}={axis}_a{between}t_{name}" + (r"\,s" if strides else ""),
            f"{EDGES[i]} = {axis}_a {between_plain} t_{name}" + (" s" if strides else ""),
            f"{texts[0]} {moved}",
        ).line(number(value, 1), value)

    def _unit_of(self, cell: Cell) -> float:
        return cell[1] if self.unit == "stride" else 1.0

    def _units(self, stride: npt.ArrayLike | None, anchor: Array) -> Array:
        """Return what each distance is counted in, (n, 4) px."""
        if self.unit == "px":
            return np.ones((1, 4), np.float32)
        return np.tile(step_sizes(stride, anchor), 2)


def _middle(anchor: Array) -> Array:
    """Return the middle of ``anchor`` (n, 4), of a point the point, as (n, 4): x y x y."""
    return np.tile((anchor[:, :2] + anchor[:, 2:]) / np.float32(2), 2)


def _minus(text: str, value: float) -> str:
    return f"+ {text[1:]}" if value < 0 and text.startswith("−") else f"− {text}"
