"""How a coder writes its two directions: from boxes to t*, and from t to the predicted box."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.formulas.digits import fit, minus_text, plus_text, put
from rpn_inspector.core.formulas.formula import FormulaText
from rpn_inspector.core.formulas.numbers import number, signed
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.core.measure import Measure, MeasureSource, Need
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array

NAMES = "xywh"
SIDES = "wh"
SIDE = {"x": "w", "y": "h", "w": "w", "h": "h"}
Four = tuple[float, float, float, float]
Cell = tuple[int, float]


class CoderFormulas:
    """The formulas of a coder, one a coordinate, with numbers put in, and what a coder measures.

    Coordinates are named x, y, w, h. Boxes are x y w h, network px, in the recipe's count of pixels. A rule whose
    centre is coded otherwise writes the two formulas of the centre itself.
    """

    __slots__ = ()
    note: ClassVar[str] = ""
    without_target: ClassVar[Text] = Text(
        "This anchor belongs to no ground truth, so it has no target t* and no box loss."
    )
    coordinate_names: ClassVar[tuple[str, ...]] = tuple(NAMES)
    coordinates: str
    inclusive: bool
    weights: Four
    means: Four
    stds: Four
    max_log_scale: float
    min_log_scale: float
    max_shift: float

    def column_of(self, name: str) -> int:
        """Return the place of coordinate ``name`` in the network's output and in the weights."""
        return self.coordinates.index(name)

    def scale_of(self, name: str) -> Scale:
        """Return weight, mean and deviation of coordinate ``name``."""
        column = self.column_of(name)
        return Scale(self.weights[column], self.means[column], self.stds[column])

    def measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return t and t* of each coordinate."""
        return (*map(self._t, self.coordinate_names), *map(self._t_star, self.coordinate_names))

    def _t(self, name: str) -> Measure[MeasureSource]:
        def values(source: MeasureSource) -> Array:
            deltas = source.inspection.deltas
            assert deltas is not None
            return np.array(deltas[:, self.column_of(name)], np.float32)

        meaning, tip, need = f"predicted t_{name}", Text("predicted"), Need.OUTPUTS
        return Measure(f"t{name}", values, meaning=meaning, tip=tip, signed=True, need=need, extra=True)

    def _t_star(self, name: str) -> Measure[MeasureSource]:
        def values(source: MeasureSource) -> Array:
            one = source.inspection
            return source.spread(one.positive, one.t_star[:, self.column_of(name)])

        head, meaning, tip = f"t*{name}", f"target t*_{name}; positives only", Text("target")
        return Measure(f"t{name}_star", values, meaning=meaning, head=head, tip=tip, signed=True, extra=True)

    def centre_form(self, box: npt.ArrayLike, predicted: bool = False) -> Four:
        """Return x, y, w, h, px, of ``box`` (4,) as in the formulas."""
        raise NotImplementedError

    def forward(self, anchor: Array, box: Array | None, cells: tuple[Cell, Cell], t_star: Array | None) -> Section:
        """Return in formulas how t* follows from an anchor and the assigned ground truth.

        Args:
            anchor: (4,), network px.
            box: (4,), network px, of the ground truth, None without.
            cells: the cell's number and the stride, px, along x and along y.
            t_star: (4,) in the order of the coordinates' names, None without.
        """
        title, caption = Text("What should the network say?"), Text("t* from box")
        if t_star is None or box is None:
            return Section(title, Text("no target"), words=self.without_target)
        notes = [Text(self.note)] if self.note else []
        if self.inclusive:
            notes.append(Text("Sides count pixels here: w = x2 − x1 + 1."))
        lines = tuple(self.target_lines(anchor, box, cells, t_star))
        return Section(title, caption, lines=lines, words=Text.joined(*notes))

    def inverse(self, anchor: Array, predicted: Array | None, cells: tuple[Cell, Cell], t: Array | None) -> Section:
        """Return in formulas how the predicted box follows from t; arguments as for `forward`."""
        title, caption = Text("Where is the predicted box?"), Text("network px")
        if t is None or predicted is None:
            words = Text(
                "There are no raw outputs for this picture, so no t, no predicted box, no losses. A dump brings them."
            )
            return Section(title, caption, words=words)
        lines = tuple(self.box_lines(anchor, predicted, cells, t))
        return Section(title, caption, lines=lines, words=Text.joined(*self._limits(t)))

    def target_lines(self, anchor: Array, box: Array, cells: tuple[Cell, Cell], t_star: Array) -> Iterator[Line]:
        """Yield the formula of t* of each coordinate; arguments as for `forward`."""
        here, there = self.centre_form(anchor), self.centre_form(box)
        for i, name in enumerate(self.coordinate_names):
            value = float(t_star[i])
            yield self.target_formula(name, here, there, cells[i % 2], value).line(signed(value), value)

    def box_lines(self, anchor: Array, predicted: Array, cells: tuple[Cell, Cell], t: Array) -> Iterator[Line]:
        """Yield the formula of the predicted box of each coordinate; arguments as for `inverse`."""
        here, there = self.centre_form(anchor), self.centre_form(predicted, predicted=True)
        for i, name in enumerate(self.coordinate_names):
            text = self.box_formula(name, float(t[i]), here, cells[i % 2], there[i])
            yield text.line(number(there[i], 1), there[i])

    def _limits(self, t: Array) -> Iterator[Text]:
        for name in (side for side in SIDES if side in self.coordinate_names):
            bound = self.cut_at(name, float(t[self.coordinate_names.index(name)]))
            if bound is not None:
                yield Text.of("t_{name} is cut at {bound} before exp.", name=name, bound=put(bound, 4))
        if self.inclusive:
            yield Text("Decoding does not take off the pixel that encoding added.")

    def target_formula(self, name: str, anchor: Four, box: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of t* of one coordinate.

        Args:
            name: the coordinate.
            anchor: x y w h.
            box: x y w h of the assigned ground truth.
            cell: the cell's number along the coordinate's axis, and the stride there, px.
            value: t* of the coordinate; as many digits are put in as give this again.
        """
        if name in "xy":
            return self._centre_target(name, anchor, box, cell, value)
        length, there = (four[NAMES.index(name)] for four in (anchor, box))
        scale = self.scale_of(name)
        texts = fit(lambda a, b: scale.apply(math.log(a / b)), [there, length], [2, 2], value, 4)
        latex = rf"\ln({name}^*/{name}_a)"
        return FormulaText(
            f"t_{name}^*={scale.latex(latex)}",
            f"t_{name}* = {scale.text(f'ln({name}* / {name}_a)')}",
            scale.text(f"ln({texts[0]} / {texts[1]})"),
        )

    def box_formula(self, name: str, t: float, anchor: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of one coordinate of the predicted box.

        Args:
            name: the coordinate.
            t: the network's output for the coordinate.
            anchor: x y w h.
            cell: the cell's number along the coordinate's axis, and the stride there, px.
            value: the coordinate of the box, px; as many digits are put in as give this again.
        """
        if name in "xy":
            return self._centre_box(name, t, anchor, cell, value)
        length, scale = anchor[NAMES.index(name)], self.scale_of(name)
        low, high = self.min_log_scale, self.max_log_scale

        def stretch(a: float, b: float) -> float:
            # exp of a wild t overflows: libraries cut the log scale before
            return b * math.exp(min(max(scale.undo(a), low), high))

        texts = fit(stretch, [t, length], [5, 2], value, 1)
        bound = self.cut_at(name, t)
        inside = scale.undone(texts[0]) if bound is None else put(bound, 5)
        return FormulaText(
            rf"{name}={name}_a\exp({scale.undone_latex(f't_{name}')})",
            f"{name} = {name}_a exp({scale.undone(f't_{name}')})",
            f"{texts[1]} · exp({inside})",
        )

    def cut_at(self, name: str, t: float) -> float | None:
        """Return the bound at which the logarithm of side ``name`` is cut for output ``t``, None within the bounds."""
        inside = self.scale_of(name).undo(t)
        if inside > self.max_log_scale:
            return self.max_log_scale
        return self.min_log_scale if inside < self.min_log_scale else None

    def _centre_target(self, name: str, anchor: Four, box: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of t* of the centre, by default the shift in anchor sides."""
        del cell
        side, scale = SIDE[name], self.scale_of(name)
        here, length, there = anchor[NAMES.index(name)], anchor[NAMES.index(side)], box[NAMES.index(name)]
        texts = fit(lambda a, b, c: scale.apply((a - b) / c), [there, here, length], [2, 2, 2], value, 4)
        return FormulaText(
            f"t_{name}^*={scale.latex(f'({name}^*-{name}_a)/{side}_a')}",
            f"t_{name}* = {scale.text(f'({name}* − {name}_a) / {side}_a')}",
            scale.text(f"({texts[0]} {minus_text(texts[1], here)}) / {texts[2]}"),
        )

    def _centre_box(self, name: str, t: float, anchor: Four, cell: Cell, value: float) -> FormulaText:
        """Return the formula of the predicted centre, by default from the shift in anchor sides."""
        del cell
        side, scale, most = SIDE[name], self.scale_of(name), self.max_shift
        here, length = anchor[NAMES.index(name)], anchor[NAMES.index(side)]

        def moved_by(a: float, b: float, c: float) -> float:
            return min(max(scale.undo(a) * b, -most), most) + c

        texts = fit(moved_by, [t, length, here], [5, 2, 2], value, 1)
        moved = f"{scale.undone(texts[0])} · {texts[1]}"
        # a shift cut by the recipe is written as the bound: the product would not give the result
        if abs(scale.undo(t) * length) > most:
            moved = f"{'' if t > 0 else '−'}{put(most, 2)}"
        return FormulaText(
            rf"{name}={scale.undone_latex(f't_{name}')}\,{side}_a+{name}_a",
            f"{name} = {scale.undone(f't_{name}')} {side}_a + {name}_a",
            f"{moved} {plus_text(texts[2], here)}",
        )


class Scale:
    """What a recipe does to a coded number: times a weight, less a mean, over a deviation; mostly nothing."""

    def __init__(self, weight: float, mean: float, deviation: float) -> None:
        self.weight, self.mean, self.deviation = weight, mean, deviation

    def apply(self, value: float) -> float:
        """Return the coded number of ``value``."""
        return (self.weight * value - self.mean) / self.deviation

    def undo(self, value: float) -> float:
        """Return the number coded as ``value``."""
        return (value * self.deviation + self.mean) / self.weight

    def text(self, inner: str) -> str:
        """Return the text of `apply` around ``inner``."""
        return self._around(inner, " · ", " / ")

    def latex(self, inner: str) -> str:
        """Return the LaTeX of `apply` around ``inner``."""
        return self._around(inner, r"\cdot ", "/").replace("−", "-")

    def undone(self, t: str, times: str = " · ", over: str = " / ") -> str:
        """Return the text of `undo` around ``t``."""
        text = t if self.deviation == 1 else f"{t}{times}{put(self.deviation, 4)}"
        if self.mean:
            text = f"({text} {plus_text(put(self.mean, 4), self.mean)})"
        return text if self.weight == 1 else f"{text}{over}{put(self.weight, 4)}"

    def undone_latex(self, t: str) -> str:
        """Return the LaTeX of `undo` around ``t``."""
        return self.undone(t, r"\cdot ", "/").replace("−", "-")

    def _around(self, inner: str, times: str, over: str) -> str:
        text = inner if self.weight == 1 else f"{put(self.weight, 4)}{times}{inner}"
        if self.mean:
            text = f"({text} {minus_text(put(self.mean, 4), self.mean)})"
        elif self.deviation != 1 and self.weight != 1:
            text = f"({text})"
        return text if self.deviation == 1 else f"{text}{over}{put(self.deviation, 4)}"
