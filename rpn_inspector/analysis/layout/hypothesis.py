"""A reading of raw arrays in a doubtful layout, and the arrays brought to the recipe's own layout.

How numbers lie is written as letters, slowest axis first: ``y`` and ``x`` cell row and column, ``a`` anchor of the
cell, ``c`` coordinate, ``k`` column where an anchor has several scores, background and object or classes. So ``acyx``
is a (4A, H, W) array with channel a * 4 + c, and ``yxac`` is flat, (H * W * A, 4).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.layout.codings import CODING_WORDS, Coding, boxes_of, recipe_factors
from rpn_inspector.analysis.layout.layout_words import differences
from rpn_inspector.core.anchors import Grid, Level, Place
from rpn_inspector.core.coder import encode
from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.values import Array

Size = tuple[int, int]
Sizes = Literal["stated", "swapped", "recipe", "doubled", "halved"]
Cell = Literal["recipe", "transposed", "ratios_reversed", "sizes_reversed", "reversed"]
OTHER_CELLS: tuple[Cell, ...] = ("transposed", "ratios_reversed", "sizes_reversed", "reversed")
Boxes = Literal["deltas", "corners", "corners_padded", "corners_network", "centres_padded", "centres_network"]

LARGEST_LOGIT = 16.0  # a probability of 0 or 1 becomes this far from 0
_COORDINATES = {
    "xywh": Text("coordinates in the order dx, dy, dw, dh"),
    "yxhw": Text("coordinates in the order dy, dx, dh, dw"),
    "whxy": Text("coordinates in the order dw, dh, dx, dy"),
    "hwyx": Text("coordinates in the order dh, dw, dy, dx"),
}
_SIZES = {
    "swapped": Text("the stated sizes are (w, h), not (h, w)"),
    "recipe": Text("the stated sizes are not the network's; those of the recipe's resize are"),
    "doubled": Text("the network's input is twice the stated size"),
    "halved": Text("the network's input is half the stated size"),
}
_CELLS = {
    "transposed": Text("anchors of a cell in the other order of sizes and ratios"),
    "ratios_reversed": Text("ratios of a cell in reverse order (w/h where the recipe has h/w)"),
    "sizes_reversed": Text("sizes of a cell in reverse order"),
    "reversed": Text("anchors of a cell in reverse order"),
}
_SCORES_CELLS = {
    "recipe": Text("objectness has the anchors of a cell as the recipe"),
    **{cell: Text.of("objectness has {order}", order=words) for cell, words in _CELLS.items()},
}
_BOXES = {
    "corners": Text("boxes, x1, y1, x2, y2 in network px, instead of deltas"),
    "corners_padded": Text("boxes, x1, y1, x2, y2 over the padded input's sides, instead of deltas"),
    "corners_network": Text("boxes, x1, y1, x2, y2 over the picture's sides, instead of deltas"),
    "centres_padded": Text("boxes, x, y, w, h over the padded input's sides, instead of deltas"),
    "centres_network": Text("boxes, x, y, w, h over the picture's sides, instead of deltas"),
}
_FLAT: tuple[Size, ...] = ()
_LETTERS = {"a": "A", "c": "4", "y": "H", "x": "W", "k": "2"}


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The layout of raw arrays; every default is the recipe's.

    ``deltas`` and ``objectness`` are letters as the module says, "" for the recipe's order. ``coarse_first``: levels
    stored from the largest stride. ``cell``: order of the anchors in a cell, ``scores_cell`` that of the scores where
    it is another; ``scores_turned``: the scores' levels are in the other order than the deltas'. ``background_last``:
    of two logits, or of all classes' columns, the last is the background's; a single logit is the background's.
    ``probabilities``: scores are 0 to 1. ``coordinates``: their stored order, "" the recipe's; of boxes, ``xywh`` is
    x1 y1 x2 y2 and ``yxhw`` y1 x1 y2 x2. ``coding``: how the four numbers code a box. ``weights``: the factors the
    deltas bear, None the recipe's; deviations (0.1, 0.1, 0.2, 0.2) are factors (10, 10, 5, 5). ``boxes``: the kind of
    boxes in the place of deltas. ``sizes``: how stated sizes are to be taken. ``strides``: factor on the recipe's.
    ``batch``: arrays have a batch axis of 1 in front.
    """

    recipe: Recipe
    deltas: str = ""
    objectness: str = ""
    coarse_first: bool = False
    cell: Cell = "recipe"
    scores_cell: Cell | None = None
    scores_turned: bool = False
    background_last: bool = False
    probabilities: bool = False
    coordinates: str = ""
    coding: Coding = "recipe"
    weights: tuple[float, float, float, float] | None = None
    boxes: Boxes = "deltas"
    sizes: Sizes = "stated"
    strides: float = 1.0
    batch: bool = False

    @property
    def deviations(self) -> tuple[str, ...]:
        """Return the names of the fields with other values than the recipe's."""
        return tuple(name for name, default in _DEFAULTS if getattr(self, name) != default)

    @property
    def words(self) -> Text:
        """Return the differences to the recipe in words, or ``as the recipe says``."""
        found = [
            Text.of("deltas lie as {order}", order=_order(self.deltas)) if self.deltas else NOTHING,
            Text.of("objectness lies as {order}", order=_order(self.objectness)) if self.objectness else NOTHING,
        ]
        turned = Text("levels of objectness in the other order than those of deltas")
        background = Text("scores are the background's, or object before background")
        found += [
            _SIZES.get(self.sizes, NOTHING),
            Text.of("strides {factor} times the recipe's", factor=f"{self.strides:g}")
            if self.strides != 1
            else NOTHING,
            Text("levels from the largest stride to the smallest") if self.coarse_first else NOTHING,
            Text("a batch axis of 1 in front") if self.batch else NOTHING,
            _CELLS.get(self.cell, NOTHING),
            _SCORES_CELLS.get(self.scores_cell or "", NOTHING),
            turned if self.scores_turned else NOTHING,
            background if self.background_last else NOTHING,
            Text("scores are probabilities, not logits") if self.probabilities else NOTHING,
            _COORDINATES.get(self.coordinates, NOTHING),
            _BOXES.get(self.boxes, NOTHING),
            CODING_WORDS[self.coding],
            _scaled(self.weights),
        ]
        return differences(found)

    @property
    def corrected(self) -> Recipe:
        """Return the recipe for the result of `apply`: the given one, with strides put right."""
        if self.strides == 1:
            return self.recipe
        strides = tuple(max(1, round(stride * self.strides)) for stride in self.recipe.anchors.strides)
        return replace(self.recipe, anchors=replace(self.recipe.anchors, strides=strides))

    def apply(self, prediction: Prediction, size: Size | None = None) -> Prediction:
        """Return the same numbers in the recipe's layout: by level where stored by level, flat where flat.

        ``size`` (h, w) px of the original picture is needed where neither the prediction's padded size nor its
        original size is known. Of background and object one logit per anchor is left. Raises `BadPredictions` where the
        arrays cannot be laid out so.
        """
        network, padded = self.sizes_of(prediction, size)
        reading = Reading.of(Stored.of(prediction, self.recipe), self, padded)
        place = reading.grid.locate(np.arange(reading.grid.size))
        logits = self.to_logits(reading.scores(place))
        shifts = reading.shifts(place)
        # Only absolute boxes need anchors to be encoded against; deltas pass through, whatever stands here.
        passed = self.boxes == "deltas" and self.coding == "recipe"
        anchors = shifts if passed else reading.grid.all_boxes()
        strides = (
            None if passed or not self.recipe.coder.needs_stride else reading.grid.strides(np.arange(reading.grid.size))
        )
        deltas = self.to_deltas(shifts, anchors, network, padded, strides)
        if self.sizes != "stated":
            prediction = replace(prediction, network_size=network, padded_size=padded)
        if not prediction.levels_objectness:
            return replace(prediction, objectness=logits, deltas=deltas)
        scores, planes = [], []
        for level in reading.grid.levels:
            columns = logits[level.rows].reshape(level.count, -1)
            by_class = level.cells(columns).transpose(2, 3, 0, 1)
            scores.append(np.ascontiguousarray(by_class.reshape(-1, *level.shape)))
            by_anchor = level.cells(deltas[level.rows]).transpose(2, 3, 0, 1)
            planes.append(np.ascontiguousarray(by_anchor.reshape(-1, *level.shape)))
        return replace(prediction, levels_objectness=tuple(scores), levels_deltas=tuple(planes))

    def sizes_of(self, prediction: Prediction, size: Size | None = None) -> tuple[Size, Size]:
        """Return network and padded size (h, w) px under the hypothesis; ``size`` (h, w) px of the original."""
        original = size or prediction.original_size
        network, padded = prediction.network_size, prediction.padded_size
        if original is None and (self.sizes == "recipe" or padded is None):
            raise BadPredictions(f"{prediction.source}: no padded_size and no original_size, wanted one of them")
        if original is not None:
            frame = self.recipe.resize.of(original)
            if self.sizes == "recipe":
                return frame.network_size, frame.padded_size
            network, padded = network or frame.network_size, padded or frame.padded_size
        assert padded is not None
        network = network or padded
        if self.sizes == "swapped":
            return (network[1], network[0]), (padded[1], padded[0])
        factor = {"doubled": 2.0, "halved": 0.5}.get(self.sizes, 1.0)
        return _times(network, factor), _times(padded, factor)

    def to_logits(self, scores: Array) -> Array:
        """Return logits float32: (n,) of one score or of a pair, (n, K) of classes in the loss's order."""
        values, loss = np.asarray(scores, np.float64), self.recipe.loss.objectness
        paired = loss in ONE_LOGIT and values.shape[1] == 2
        if self.probabilities:
            # Probabilities of exactly 0 and 1 would have infinite logits.
            tiny = np.exp(-LARGEST_LOGIT)
            values = np.clip(values, tiny, 1 - tiny)
            values = np.log(values) if paired or loss == "cross_entropy" else np.log(values / (1 - values))
        if loss in ONE_LOGIT:
            logits = values[:, 1] - values[:, 0] if paired else values[:, 0]
            return np.asarray(-logits if self.background_last else logits, np.float32)
        return np.asarray(np.roll(values, 1, 1) if self.background_last else values, np.float32)

    def certainty(self, scores: Array) -> Array:
        """Return one number (n,) float64 of stored ``scores`` (n, columns), higher where an object is likelier."""
        logits, loss = self.to_logits(scores).astype(np.float64), self.recipe.loss.objectness
        if logits.ndim == 1:
            return logits
        if loss == "yolo":
            return np.asarray(logits[:, 0])
        if loss == "cross_entropy" and logits.shape[1] > 1:
            return np.asarray(logits[:, 1:].max(1) - logits[:, 0])
        return np.asarray(logits.max(1))

    def answers(self, deltas: Array) -> Array:
        """Return ``deltas`` (n, 4) in the recipe's meaning as t* is written: what stands behind a sigmoid is undone."""
        return self.recipe.coder.answer(deltas)

    def ordered(self, shifts: Array) -> Array:
        """Return stored ``shifts`` (n, 4) in the recipe's order of coordinates."""
        own = recipe_order(self.recipe)
        stored = self.coordinates or own
        return np.asarray(shifts if stored == own else shifts[:, [stored.index(name) for name in own]])

    def to_deltas(
        self, shifts: Array, anchors: Array, network: Size, padded: Size, strides: Array | None = None
    ) -> Array:
        """Return deltas (n, 4) float32 in the recipe's meaning.

        Args:
            shifts: (n, 4) as stored.
            anchors: (n, 4) network px.
            network: (h, w) px of the resized picture.
            padded: (h, w) px of the input.
            strides: (n, 2) px, for a recipe that codes by the cell.
        """
        own, coder = recipe_order(self.recipe), self.recipe.coder
        stored = self.coordinates or own
        if self.boxes == "deltas":
            ordered = self.ordered(shifts)
            if self.coding != "recipe":
                factors = np.ones(4) if self.weights is None else np.array(self.weights)
                decoded = boxes_of(anchors, ordered / factors, self.coding, self.recipe)
                return _encoded(decoded, anchors, self.recipe, strides)
            if self.weights is None:
                return np.asarray(ordered, np.float32)
            # Stored numbers bear the hypothesis' factors: divide these out, apply the recipe's, then its means.
            means = np.array(coder.means) / np.array(coder.stds)
            return np.asarray(ordered / np.array(self.weights) * recipe_factors(self.recipe) - means, np.float32)
        # of four edges there is the one order
        ordered = shifts[:, [stored.index(name) for name in "xywh"]] if "w" in stored else shifts
        boxes = np.array(ordered, np.float64)
        if self.boxes != "corners":
            side = padded if self.boxes.endswith("padded") else network
            boxes *= np.array([side[1], side[0], side[1], side[0]], np.float64)
        if self.boxes.startswith("centres"):
            half = boxes[:, 2:] / 2
            boxes = np.concatenate([boxes[:, :2] - half, boxes[:, :2] + half], 1)
        return _encoded(boxes, anchors, self.recipe, strides)


_DEFAULTS = tuple((field.name, field.default) for field in fields(Hypothesis) if field.name != "recipe")


def recipe_order(recipe: Recipe) -> str:
    """Return the order of coordinates in the recipe's deltas."""
    return recipe.coder.coordinates


def _encoded(boxes: Array, anchors: Array, recipe: Recipe, strides: Array | None) -> Array:
    sound = np.concatenate([boxes[:, :2], np.maximum(boxes[:, 2:], boxes[:, :2] + 1e-3)], 1)  # a side of 0 has no log
    raw = recipe.coder.raw_of(encode(anchors, sound, recipe, strides).astype(np.float64))
    return np.asarray(raw, np.float32)


def _times(size: Size, factor: float) -> Size:
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _order(letters: str) -> str:
    hint = " (channel c * A + a)" if letters == "cayx" else ""
    return f"{', '.join(_LETTERS[letter] for letter in letters)}{hint}"


def _scaled(weights: tuple[float, float, float, float] | None) -> Text:
    if weights is None:
        return NOTHING
    return Text.of(
        "deltas bear weights {weights} (deviations {deviations})",
        weights=", ".join(f"{weight:g}" for weight in weights),
        deviations=", ".join(f"{1 / weight:g}" for weight in weights),
    )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Stored:
    """One picture's raw numbers raveled, with the facts their shapes tell.

    ``scores`` (N * ``logits``,) and ``shifts`` (N * 4,), levels one after another as stored. ``planes`` are the two
    spatial sides of each stored level, in stored order, () for flat arrays; ``channels_last`` tells that channels
    follow them. ``per_cell`` is A of each level of the recipe.
    """

    scores: Array
    shifts: Array
    logits: int
    planes: tuple[Size, ...]
    channels_last: bool
    batch: bool
    per_cell: tuple[int, ...]
    source: str

    @property
    def kind(self) -> tuple[bool, bool, bool, int]:
        """Return the facts pictures must share to be judged together."""
        return bool(self.planes), self.channels_last, self.batch, self.logits

    @classmethod
    def of(cls, prediction: Prediction, recipe: Recipe) -> Stored:
        """Return the numbers of ``prediction``; raises `BadLayout` where the sizes fit no layout."""
        per_cell = _anchors_per_cell(recipe)
        by_level = bool(prediction.levels_objectness)
        scores: Sequence[Array | None] = prediction.levels_objectness if by_level else (prediction.objectness,)
        shifts: Sequence[Array | None] = prediction.levels_deltas if by_level else (prediction.deltas,)
        if by_level and not len(scores) == len(shifts) == len(per_cell):
            found = f"{len(scores)} levels of objectness and {len(shifts)} of deltas"
            raise BadLayout(f"{prediction.source}: {found}, wanted {len(per_cell)} for this recipe")
        given = [np.asarray(array) for array in (*scores, *shifts) if array is not None]
        if len(given) != 2 * len(scores):
            raise BadPredictions(f"{prediction.source}: objectness or deltas missing, wanted both")
        wanted = 4 if by_level else 3
        batch = all(a.shape[0] == 1 for a in given if a.ndim) and given[-1].ndim == wanted
        given = [array[0] for array in given] if batch else given
        first, rest = given[: len(scores)], given[len(scores) :]
        one, four = sum(a.size for a in first), sum(a.size for a in rest)
        logits = 0 if not four or 4 * one % four else 4 * one // four
        shapes = f"objectness {[a.shape for a in first]} and deltas {[a.shape for a in rest]}"
        paired = recipe.loss.objectness in ONE_LOGIT
        if not logits or (paired and logits > 2):
            each = "1 or 2 logits" if paired else "a logit of each class"
            raise BadLayout(f"{prediction.source}: {shapes}, wanted {each} and 4 deltas per anchor")
        if not all(np.isfinite(array).all() for array in given):
            raise BadPredictions(f"{prediction.source}: holds numbers that are not finite, wanted finite numbers")
        last, planes = False, _FLAT
        if by_level:
            if any(array.ndim != 3 for array in given):
                raise BadLayout(f"{prediction.source}: {shapes}, wanted 3 axes each")
            last, planes = _planes(rest, per_cell, f"{prediction.source}: {shapes}")
        ravel = [np.concatenate([np.asarray(a, np.float32).reshape(-1) for a in part]) for part in (first, rest)]
        return cls(
            scores=ravel[0],
            shifts=ravel[1],
            logits=logits,
            planes=planes,
            channels_last=last,
            batch=batch,
            per_cell=per_cell,
            source=prediction.source,
        )


def _planes(deltas: Sequence[Array], per_cell: tuple[int, ...], place: str) -> tuple[bool, tuple[Size, ...]]:
    """Return whether channels come last, and each level's two other sides."""
    for counts in (per_cell, per_cell[::-1]):
        if all(a.shape[0] == 4 * count for a, count in zip(deltas, counts, strict=True)):
            return False, tuple((a.shape[1], a.shape[2]) for a in deltas)
        if all(a.shape[2] == 4 * count for a, count in zip(deltas, counts, strict=True)):
            return True, tuple((a.shape[0], a.shape[1]) for a in deltas)
    raise BadLayout(f"{place}, wanted 4 times {list(per_cell)} channels, first or last")


def _anchors_per_cell(recipe: Recipe) -> tuple[int, ...]:
    return tuple(len(level.base) for level in recipe.grid((64, 64)).levels)


@dataclass(frozen=True, eq=False)
class Reading:
    """Raw numbers under one hypothesis and over one grid: the numbers of any anchor, without touching the rest."""

    stored: Stored
    hypothesis: Hypothesis
    grid: Grid

    @classmethod
    def of(cls, stored: Stored, hypothesis: Hypothesis, padded: Size) -> Reading:
        """Return the reading for a network input of ``padded`` (h, w) px; raises `BadLayout` where none fits."""
        recipe = hypothesis.corrected
        features = None
        if stored.planes:
            planes = stored.planes[::-1] if hypothesis.coarse_first else stored.planes
            order = orders_of(stored, hypothesis)[1]
            by_column = (order[:2] if stored.channels_last else order[2:]) == "xy"
            features = _turned(planes, padded) if by_column else planes
        grid = recipe.grid(padded, features)
        if grid.size * 4 != stored.shifts.size:
            raise BadLayout(f"{stored.source}: {stored.shifts.size // 4} anchors, wanted {grid.size}")
        return cls(stored, hypothesis, grid)

    def scores(self, place: Place) -> Array:
        """Return the stored scores (n, 1), or (n, 2) where there are two, of the anchors at ``place``."""
        hypothesis, count = self.hypothesis, self.stored.logits
        order, coarse_first = orders_of(self.stored, hypothesis)[0], hypothesis.coarse_first != hypothesis.scores_turned
        order_of_cell = hypothesis.scores_cell or hypothesis.cell
        return self._take(self.stored.scores, order, ("k", count), place, order_of_cell, coarse_first)

    def shifts(self, place: Place) -> Array:
        """Return the four stored numbers (n, 4) of the anchors at ``place``."""
        order, hypothesis = orders_of(self.stored, self.hypothesis)[1], self.hypothesis
        return self._take(self.stored.shifts, order, ("c", 4), place, hypothesis.cell, hypothesis.coarse_first)

    def _take(
        self, values: Array, order: str, columns: tuple[str, int], place: Place, cell: Cell, coarse_first: bool
    ) -> Array:
        first, by_row, by_column, beside = _steps(self.grid.levels, order, columns, cell, coarse_first)
        level = place.level
        at = first[level, place.base] + place.y * by_row[level] + place.x * by_column[level]
        return np.asarray(values[at[:, None] + beside[level]])


@lru_cache(maxsize=256)  # thousands of hypotheses ask for the same few, each for two sorts of anchors
def _steps(
    levels: tuple[Level, ...], order: str, columns: tuple[str, int], cell: Cell, coarse_first: bool
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return where the numbers of each level lie among all, in numbers.

    (L, A) the first of each base anchor in the cell at the origin, (L,) the step from row to row, (L,) from column to
    column, and (L, columns) from the first number of an anchor to each.
    """
    letter, count = columns
    sides = {
        "y": np.array([level.shape[0] for level in levels]),
        "x": np.array([level.shape[1] for level in levels]),
        "a": np.array([len(level.base) for level in levels]),
        letter: np.full(len(levels), count),
    }
    step = np.ones(len(levels), np.int64)
    steps = {letter: step}
    for name in reversed(order):
        steps[name] = step
        step = step * sides[name]
    ends = step[::-1].cumsum()[::-1] if coarse_first else step.cumsum()
    first = (ends - step)[:, None] + _stored_base(levels, cell) * steps["a"][:, None]
    return first, steps["y"], steps["x"], steps[letter][:, None] * np.arange(count)


def _stored_base(levels: Sequence[Level], cell: Cell) -> npt.NDArray[np.int64]:
    """Return (L, A) the place in the cell at which each base anchor is stored."""
    table = np.zeros((len(levels), max(len(level.base) for level in levels)), np.int64)
    for number, level in enumerate(levels):
        stored = cell_order(level, cell)
        table[number, stored] = np.arange(len(stored))
    return table


def _turned(planes: tuple[Size, ...], padded: Size) -> tuple[Size, ...]:
    """Return the (H, W) of ``planes`` whose numbers go column by column, in an input of ``padded`` (h, w) px.

    Their shape is (W, H), or (H, W) where written over: the one with the input's aspect is taken.
    """
    (height, width), turned = planes[0], tuple((w, h) for h, w in planes)
    as_stated, as_turned = (abs(math.log(padded[0] * w / (padded[1] * h))) for h, w in (planes[0], turned[0]))
    return planes if height != width and as_stated < as_turned else turned


def orders_of(stored: Stored, hypothesis: Hypothesis) -> tuple[str, str]:
    """Return the letters of objectness and deltas, the recipe's where the hypothesis leaves both open."""
    one, other = ("yxa", "yxac") if not stored.planes else ("ayx", "acyx")
    if stored.logits > 1:
        one = usual_scores(stored, hypothesis.recipe)
    return hypothesis.objectness or one, hypothesis.deltas or other


def usual_scores(stored: Stored, recipe: Recipe) -> str:
    """Return the letters of several scores where the recipe's library puts them: pairs apart, classes together."""
    if not stored.planes:
        return "yxak"
    return "kayx" if recipe.loss.objectness in ONE_LOGIT else "akyx"


def cell_order(level: Level, cell: Cell) -> npt.NDArray[np.int64]:
    """Return the base anchors (A,) of ``level`` in the order in which a cell stores them under ``cell``."""
    return _ordered(tuple(level.sizes.tolist()), tuple(level.ratios.tolist()), cell)


@lru_cache(maxsize=256)  # thousands of hypotheses ask for the same few
def _ordered(of_size: tuple[float, ...], of_ratio: tuple[float, ...], cell: Cell) -> npt.NDArray[np.int64]:
    count = len(of_size)
    sizes, ratios = list(dict.fromkeys(of_size)), list(dict.fromkeys(of_ratio))
    same = np.arange(count)
    if cell == "recipe" or len(sizes) * len(ratios) != count:
        return same
    size = np.array([sizes.index(value) for value in of_size])
    ratio = np.array([ratios.index(value) for value in of_ratio])
    if cell != "transposed":
        place = {pair: number for number, pair in enumerate(zip(size.tolist(), ratio.tolist(), strict=True))}
        by_size = size if cell == "ratios_reversed" else len(sizes) - 1 - size
        by_ratio = ratio if cell == "sizes_reversed" else len(ratios) - 1 - ratio
        return np.array([place[pair] for pair in zip(by_size.tolist(), by_ratio.tolist(), strict=True)])
    ratio_first = bool((np.diff(ratio) >= 0).all())
    return np.lexsort((ratio, size)) if ratio_first and len(ratios) > 1 else np.lexsort((size, ratio))
