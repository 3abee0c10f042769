"""Where in a model's outputs, or in someone's own arrays, objectness and deltas are: a small TOML beside the file.

    recipe = "torchvision-fpn"      # a shipped name, or a TOML beside this one

    [picture]                       # for a model: how it wants its picture
    size = [240, 320]               # h, w it is stretched to; "recipe": resized and padded as the recipe says
    colours = "RGB"                 # or "BGR"
    scale = 1.0                     # (value * scale - mean) / std, value 0 to 255
    mean = [127, 127, 127]
    std = [128, 128, 128]

    [objectness]
    names = ["scores"]              # one for each level of the recipe, or one for all
    layout = "N,2"
    values = "probability"          # or "logit"
    background = "first"            # of the two of a layout with a 2

    [deltas]
    names = ["boxes"]
    layout = "N,4"

A layout names the axes from the slowest to the fastest: H, W, A (the anchors of a cell), N (all anchors in the recipe's
order), 2 (background and object), C (classes, in the order the recipe's loss says, logits only) and 4 (the
coordinates). Factors of one axis stand together, again the slowest first:
"A4,H,W" is torchvision's channel a * 4 + c, "2A,H,W" has all backgrounds before all objects. A first axis of length 1
beyond these, the batch, may be left out.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rpn_inspector.core.errors import BadFile, BadLayout, BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.regular_file import read_utf8
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.arrays import cut, first_line

_SURE = 1e-12  # probabilities of 0 and 1 are drawn in by this, so that their logits stay finite


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """One kind of output: ``names`` of its arrays, their ``layout``; ``probability`` values, ``background`` first."""

    names: tuple[str, ...]
    layout: tuple[str, ...]
    probability: bool = False
    background_first: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSpec:
    """How a model wants its picture; ``size`` (h, w) px or None for the recipe's, ``mean`` and ``std`` per channel."""

    size: tuple[int, int] | None = None
    rgb: bool = True
    scale: float = 1.0
    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    std: tuple[float, float, float] = (1.0, 1.0, 1.0)
    input: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout file: where objectness and deltas are, and how pictures are prepared."""

    path: Path
    objectness: LayoutPart
    deltas: LayoutPart
    picture: PictureSpec
    recipe: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all arrays wanted, each once."""
        return tuple(dict.fromkeys((*self.objectness.names, *self.deltas.names)))

    def prediction(self, arrays: Mapping[str, Array], source: str) -> Prediction:
        """Return the outputs in ``arrays``; raises `BadPredictions` naming array, shape found and layout wanted."""
        shifts = [
            unfold(_take(arrays, name, source), self.deltas.layout, "4", f"{source}: {name}")
            for name in self.deltas.names
        ]
        # Where A and C share an axis of the scores, only the deltas tell how long A is.
        flat_deltas = "N" in "".join(self.deltas.layout)
        counts = [None if flat_deltas else len(shift) for shift in shifts]
        counts = counts if len(counts) == len(self.objectness.names) else [None] * len(self.objectness.names)
        scores = [
            self._objectness(_take(arrays, name, source), f"{source}: {name}", count)
            for name, count in zip(self.objectness.names, counts, strict=True)
        ]
        # One flat side makes both flat: their common order is that of the recipe's anchors.
        if "N" in "".join(self.objectness.layout) or flat_deltas:
            flat = [_rows(score, self._classes) for score in scores]
            rows = [_rows(shift, True) for shift in shifts]
            objectness, deltas = np.concatenate(flat), np.concatenate(rows)
            if len(objectness) != len(deltas):
                raise BadLayout(f"{source}: objectness of {len(objectness)} anchors and deltas of {len(deltas)}")
            return Prediction(objectness=objectness, deltas=deltas, source=source)
        for number, (score, shift) in enumerate(zip(scores, shifts, strict=True)):
            if (score.shape[0], *score.shape[-2:]) != (shift.shape[0], *shift.shape[2:]):
                raise BadLayout(
                    f"{source}: level {number}: objectness A,H,W {score.shape} beside deltas A,4,H,W {shift.shape}"
                )
        planes = tuple(np.ascontiguousarray(t.reshape(-1, *t.shape[2:])) for t in shifts)
        levels = tuple(np.ascontiguousarray(score.reshape(-1, *score.shape[-2:])) for score in scores)
        return Prediction(levels_objectness=levels, levels_deltas=planes, source=source)

    @property
    def _classes(self) -> bool:
        return "C" in "".join(self.objectness.layout)

    def _objectness(self, array: Array, place: str, anchors: int | None) -> Array:
        """Return logits, (A, H, W) or (N,) float32, of two object minus background; or (A, C, H, W) or (N, C)."""
        part = self.objectness
        if self._classes:
            return unfold(array, part.layout, "C", place, anchors)
        values = unfold(array, part.layout, "2", place)
        if part.probability:
            if values.size and not (values.min() >= 0 and values.max() <= 1 + 1e-6):
                raise BadPredictions(
                    f"{place} holds {values.min():g} to {values.max():g}, wanted probabilities, 0 to 1"
                )
            p = np.clip(values.astype(np.float64), _SURE, 1 - _SURE)
            # Of two probabilities the logits are their logarithms, up to a constant that the difference cancels; of
            # one, the logit.
            values = np.log(p) if _paired(part.layout) else np.log(p) - np.log1p(-p)
        if _paired(part.layout):
            first, second = values.take(0, 1), values.take(1, 1)
            values = second - first if part.background_first else first - second
        return np.ascontiguousarray(values, np.float32)


def _rows(values: Array, columns: bool) -> Array:
    """Return one level's (A, H, W) or (A, C, H, W) in flat order; flat arrays stay."""
    if values.ndim < 3:
        return values
    last = [] if not columns else [values.shape[1]]
    moved = values.transpose(2, 3, 0, 1) if columns else values.transpose(1, 2, 0)
    return np.asarray(moved.reshape(-1, *last))


def unfold(array: Array, layout: tuple[str, ...], component: str, place: str, anchors: int | None = None) -> Array:
    """Return an array of any layout as float32, with A slowest; raises `BadLayout` where the shape is another.

    Args:
        array: floats of one level, or of all.
        layout: one word an axis, of the letters A, C, H, W, N and numbers: an axis of several letters holds them all,
            the first slowest.
        component: the letter of the wanted numbers per anchor, or a letter not in ``layout``.
        place: the words for the array in errors.
        anchors: the length of A where A and C share an axis.

    Returns:
        (A, C, H, W) or (N, C), without the C where the layout has no ``component``.
    """
    wanted = ",".join(layout)
    # Models keep a batch axis of 1 that the layout need not name.
    if array.ndim == len(layout) + 1 and array.shape[0] == 1:
        array = array[0]
    if array.ndim != len(layout):
        raise BadLayout(f"{place} has shape {array.shape}, wanted {wanted}")
    if array.dtype.kind != "f":
        raise BadPredictions(f"{place} has type {array.dtype}, wanted float32")
    letters, sides = "", []
    for axis, length in zip(layout, array.shape, strict=True):
        given = {letter: int(letter) for letter in axis if letter.isdecimal()}
        if "A" in axis and "C" in axis and anchors:
            given["A"] = anchors
        free, known = [letter for letter in axis if letter not in given], math.prod(given.values())
        if length % known or (not free and length != known) or len(free) > 1:
            raise BadLayout(f"{place} has shape {array.shape}, wanted {wanted}: {length} is no {axis}")
        letters += axis
        sides += [given.get(letter, length // known) for letter in axis]
    # Each letter is an axis of its own now, whatever shared one, so that one transposition serves every layout.
    order = [letter for letter in ("N" if "N" in letters else "A", component, "H", "W") if letter in letters]
    return array.reshape(sides).transpose([letters.index(letter) for letter in order]).astype(np.float32)


def read_layout(path: Path) -> Layout:
    """Return the layout in the TOML at ``path``; raises `BadFile` naming every error."""
    try:
        table = tomllib.loads(read_utf8(path))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadFile(path, f"not readable as TOML: {first_line(error)}") from error
    reader = _Toml(path, [])
    layout = reader.layout(table)
    if reader.errors or layout is None:
        raise BadFile(path, "; ".join(cut(error) for error in reader.errors))
    return layout


@dataclass(slots=True)
class _Toml:
    """Takes values out of tables and collects errors."""

    path: Path
    errors: list[str]

    def layout(self, table: dict[str, object]) -> Layout | None:
        self.known("", table, ("recipe", "picture", "objectness", "deltas"))
        recipe = table.get("recipe")
        if recipe is not None and not isinstance(recipe, str):
            self.errors.append(f"recipe: found {recipe!r}, wanted a name or a file")
            recipe = None
        if recipe is not None and (self.path.parent / recipe).is_file():
            recipe = str(self.path.parent / recipe)
        objectness, deltas = self.part("objectness", table, "2"), self.part("deltas", table, "4")
        picture = self.picture(table.get("picture", {}))
        if objectness is None or deltas is None or picture is None:
            return None
        if len(objectness.names) != len(deltas.names) and "N" not in "".join(objectness.layout + deltas.layout):
            self.errors.append(f"{len(objectness.names)} names of objectness and {len(deltas.names)} of deltas")
        return Layout(path=self.path, objectness=objectness, deltas=deltas, picture=picture, recipe=recipe)

    def part(self, name: str, table: dict[str, object], component: str) -> LayoutPart | None:
        part = table.get(name)
        if not isinstance(part, dict):
            self.errors.append(f"{name}: found {part!r}, wanted a table [{name}] with names and layout")
            return None
        self.known(f"{name}.", part, ("names", "layout", *(("values", "background") if component == "2" else ())))
        names, layout = part.get("names"), part.get("layout")
        if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
            self.errors.append(f"{name}.names: found {names!r}, wanted a list of names")
            return None
        axes = tuple(axis.strip() for axis in layout.split(",")) if isinstance(layout, str) else ()
        letters = "".join(axes)
        cells = {"N"} if "N" in letters else {"A", "H", "W"}
        wanted = [cells | {"4"}] if component == "4" else [cells, cells | {"2"}, cells | {"C"}]
        if not all(axes) or set(letters) not in wanted or len(set(letters)) != len(letters):
            self.errors.append(
                f"{name}.layout: found {layout!r:.80}, wanted each of A, H, W (or N) and {component} once, such as "
                f"{'A,H,W or N,2' if component == '2' else 'A4,H,W or N,4'}"
            )
            return None
        values = self.choice(f"{name}.values", part.get("values", "logit"), ("logit", "probability"))
        if values == "probability" and "C" in letters:
            self.errors.append(f"{name}.values: found 'probability', wanted logits of classes")
        background = self.choice(f"{name}.background", part.get("background", "first"), ("first", "last"))
        return LayoutPart(tuple(names), axes, values == "probability", background == "first")

    def picture(self, table: object) -> PictureSpec | None:
        if not isinstance(table, dict):
            self.errors.append(f"picture: found {table!r}, wanted a table [picture]")
            return None
        self.known("picture.", table, ("size", "colours", "scale", "mean", "std", "input"))
        size = table.get("size", "recipe")
        fixed = isinstance(size, list) and len(size) == 2 and all(type(s) is int and 0 < s <= 1 << 14 for s in size)
        if size != "recipe" and not fixed:
            self.errors.append(f'picture.size: found {size!r}, wanted [h, w] in px or "recipe"')
        colours = self.choice("picture.colours", table.get("colours", "RGB"), ("RGB", "BGR"))
        name = table.get("input")
        if name is not None and not isinstance(name, str):
            self.errors.append(f"picture.input: found {name!r}, wanted the input's name")
        scale = self.numbers("picture.scale", [table.get("scale", 1.0)], 1)
        mean = self.numbers("picture.mean", table.get("mean", [0.0] * 3), 3)
        std = self.numbers("picture.std", table.get("std", [1.0] * 3), 3)
        if std is not None and min(map(abs, std)) == 0:
            self.errors.append(f"picture.std: found {list(std)}, wanted none of 0")
        if self.errors or scale is None or mean is None or std is None:
            return None
        return PictureSpec(
            size=(size[0], size[1]) if fixed else None,
            rgb=colours == "RGB",
            scale=scale[0],
            mean=(mean[0], mean[1], mean[2]),
            std=(std[0], std[1], std[2]),
            input=name,
        )

    def known(self, place: str, table: dict[str, object], names: tuple[str, ...]) -> None:
        self.errors += [f"{place}{key}: unknown; known are {', '.join(names)}" for key in table if key not in names]

    def choice(self, place: str, value: object, allowed: tuple[str, ...]) -> str:
        if value not in allowed:
            self.errors.append(f"{place}: found {value!r}, allowed are {', '.join(map(repr, allowed))}")
        return str(value)

    def numbers(self, place: str, value: object, count: int) -> tuple[float, ...] | None:
        plain = isinstance(value, list) and len(value) == count and all(type(v) in (int, float) for v in value)
        if not isinstance(value, list) or not plain or not all(map(math.isfinite, value)):
            self.errors.append(f"{place}: found {value!r}, wanted {count} number{'s' if count > 1 else ''}")
            return None
        return tuple(float(v) for v in value)


def _paired(layout: tuple[str, ...]) -> bool:
    return "2" in "".join(layout)


def _take(arrays: Mapping[str, Array], name: str, source: str) -> Array:
    if name not in arrays:
        raise BadPredictions(f"{source}: holds no {name!r}, but {', '.join(arrays) or 'nothing'}")
    return arrays[name]
