"""Readings of a point detector's raw arrays that differ from the recipe's, judged by the ground truths.

A point's score and its four numbers belong together, so one measure tells: the boxes of the best scored points inside
a ground truth lie on it. Read in a wrong order, unit or place they do not. Shapes say what they can; only what they
leave open is tried. An untrained network's boxes fit under no reading, and nothing is concluded.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

import numpy as np

from rpn_inspector.analysis.layout.layout_words import differences
from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.coder import encode
from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.values import Array, quiet

Size = tuple[int, int]
Meaning = Literal["recipe", "bins", "strides", "px", "corners", "centres", "corners_of_side", "centres_of_side"]
LARGEST_LOGIT = 16.0  # a probability of 0 or 1 becomes this far from 0
FARTHEST = 1e6  # px: a wrong reading may send boxes anywhere
BEST = 3  # points of a ground truth that are looked at
_MEANINGS = {
    "recipe": NOTHING,
    "bins": Text("several numbers for each side, the distances' distribution"),
    "strides": Text("distances l, t, r, b in strides"),
    "px": Text("distances l, t, r, b in px"),
    "corners": Text("boxes, x1, y1, x2, y2 in network px"),
    "centres": Text("boxes, x, y, w, h in network px"),
    "corners_of_side": Text("boxes, x1, y1, x2, y2 over the input's sides"),
    "centres_of_side": Text("boxes, x, y, w, h over the input's sides"),
}


@dataclass(frozen=True, slots=True)
class PointReading:
    """The layout of a point detector's raw arrays; every default is the recipe's.

    Args:
        recipe: the recipe.
        meaning: what the four numbers are.
        order: the stored place of each of the four in turn; (0, 1, 2, 3) as the meaning says.
        bins_first: of several numbers for each side, the sides lie within each bin.
        coarse_first: levels from the largest stride to the smallest.
        columns: cells column by column.
        channels_last: by level (H, W, C), where the recipe wants (C, H, W); flat (C, N), where it wants (N, C).
        probabilities: scores are 0 to 1.
    """

    recipe: Recipe
    meaning: Meaning = "recipe"
    order: tuple[int, int, int, int] = (0, 1, 2, 3)
    bins_first: bool = False
    coarse_first: bool = False
    columns: bool = False
    channels_last: bool = False
    probabilities: bool = False

    @property
    def deviations(self) -> tuple[str, ...]:
        """Return the names of the fields with other values than the recipe's."""
        return tuple(f.name for f in fields(self) if f.name != "recipe" and getattr(self, f.name) != f.default)

    @property
    def words(self) -> Text:
        """Return the differences to the recipe in words, or ``as the recipe says``."""
        names = self.recipe.coder.coordinate_names
        if self.meaning in ("bins", "strides", "px"):
            names = ("l", "t", "r", "b")
        elif self.meaning.startswith("corners"):
            names = ("x1", "y1", "x2", "y2")
        elif self.meaning.startswith("centres"):
            names = ("x", "y", "w", "h")
        stored = [""] * 4
        for name, place in zip(names, self.order, strict=True):
            stored[place] = name
        found = [
            _MEANINGS[self.meaning],
            Text.of("numbers in the order {order}", order=", ".join(stored)) if self.order != (0, 1, 2, 3) else NOTHING,
            Text("bin by bin, the sides within each") if self.bins_first else NOTHING,
            Text("levels from the largest stride to the smallest") if self.coarse_first else NOTHING,
            Text("cells column by column") if self.columns else NOTHING,
            Text("the axis of numbers at the other end") if self.channels_last else NOTHING,
            Text("scores are probabilities, not logits") if self.probabilities else NOTHING,
        ]
        return differences(found)

    @property
    def corrected(self) -> Recipe:
        """Return the recipe for the result of `apply`: the given one."""
        return self.recipe

    def apply(self, prediction: Prediction, size: Size | None = None) -> Prediction:
        """Return the same numbers in the recipe's layout, flat. Raises `BadPredictions` where shapes do not allow it.

        ``size`` (h, w) px of the original picture is needed where the prediction states no padded size.
        """
        stored = StoredPoints.of(prediction, self.recipe, size)
        rows = stored.rows(self)
        own = self.meaning == "recipe" or (self.meaning == "bins" and _bins(stored) == self.recipe.coder.bins)
        numbers = stored.numbers[rows]
        if own:
            deltas = self._in_own_order(numbers)
        else:
            grid = stored.grid
            every = np.arange(grid.size)
            boxes = self.boxes(numbers, grid.all_boxes(), grid.strides(every), stored.padded)
            deltas = encode(grid.all_boxes(), boxes, self.recipe, grid.strides(every))
        return replace(
            prediction,
            objectness=self.logits(stored.scores[rows]),
            deltas=np.asarray(deltas, np.float32),
            levels_objectness=(),
            levels_deltas=(),
            level_shapes=tuple(level.shape for level in stored.grid.levels),
        )

    def logits(self, scores: Array) -> Array:
        """Return logits (n, K) float32 of stored scores (n, K)."""
        if not self.probabilities:
            return np.asarray(scores, np.float32)
        tiny = math.exp(-LARGEST_LOGIT)
        values = np.clip(scores.astype(np.float64), tiny, 1 - tiny)
        return np.asarray(np.log(values / (1 - values)), np.float32)

    def _in_own_order(self, numbers: Array) -> Array:
        """Return numbers (n, 4 * bins) with each coordinate's at the recipe's place."""
        bins = numbers.shape[1] // 4
        each = numbers.reshape(len(numbers), bins, 4).swapaxes(1, 2) if self.bins_first else None
        each = numbers.reshape(len(numbers), 4, bins) if each is None else each
        return np.asarray(each[:, list(self.order)].reshape(len(numbers), -1))

    @quiet
    def boxes(self, numbers: Array, anchors: Array, strides: Array, padded: Size) -> Array:
        """Return boxes (n, 4) network px of stored ``numbers`` (n, C) at points ``anchors`` (n, 4)."""
        own = self._in_own_order(numbers)
        if self.meaning == "recipe":
            means = self.recipe.coder.means_of(own) if own.shape[1] > 4 else own
            return np.asarray(self.recipe.coder.decode(anchors, means, strides), np.float64)
        if own.shape[1] > 4:
            shaped = own.reshape(len(own), 4, -1).astype(np.float64)
            power = np.exp(shaped - shaped.max(2, keepdims=True))
            own = (power @ np.arange(shaped.shape[2])) / power.sum(2)
        four = own.astype(np.float64)
        if self.meaning in ("bins", "strides", "px"):
            unit = np.tile(strides, 2) if self.meaning != "px" else 1.0
            middle = np.tile((anchors[:, :2] + anchors[:, 2:]) / 2, 2)
            return np.asarray(middle + four * unit * [-1, -1, 1, 1])
        if self.meaning.endswith("of_side"):
            four = four * np.tile([padded[1], padded[0]], 2)
        if self.meaning.startswith("centres"):
            half = four[:, 2:] / 2
            four = np.concatenate([four[:, :2] - half, four[:, :2] + half], 1)
        return four


@dataclass(frozen=True, slots=True, eq=False)
class StoredPoints:
    """One picture's raw arrays with a row for each point, in the stored order of cells.

    Args:
        grid: the recipe's N points.
        scores: (N, K) as stored.
        numbers: (N, C) as stored, C a multiple of 4.
        padded: (h, w) px of the network's input.
        flat: whether they were stored flat: only then the levels' order is open.
        channels_last: whether the shapes show the numbers at the other end than the recipe wants.
        coarse_first: whether the shapes show levels from the largest stride.
    """

    grid: Grid
    scores: Array
    numbers: Array
    padded: Size
    flat: bool
    channels_last: bool
    coarse_first: bool

    @classmethod
    def of(cls, prediction: Prediction, recipe: Recipe, size: Size | None = None) -> StoredPoints:
        """Return a prediction's arrays; raises `BadLayout` for shapes that no reading brings onto the points."""
        padded = prediction.padded_size
        original = size or prediction.original_size
        if padded is None:
            if original is None:
                raise BadPredictions(f"{prediction.source}: no padded_size and no original_size, wanted one of them")
            padded = recipe.resize.of(original).padded_size
        grid = recipe.grid(padded)
        if not prediction.levels_objectness:
            return cls._of_flat(prediction, grid, padded)
        planes = [_without_batch(each, 3) for each in prediction.levels_objectness]
        shifts = [_without_batch(each, 3) for each in prediction.levels_deltas]
        shapes = [level.shape for level in grid.levels]
        for last, turned in itertools.product((False, True), (False, True)):
            found = [each.shape[:2] if last else each.shape[1:] for each in (*planes, *shifts) if each.ndim == 3]
            if found == (shapes[::-1] if turned else shapes) * 2:
                made = [
                    np.concatenate([_cells(each, last) for each in (levels[::-1] if turned else levels)])
                    for levels in (planes, shifts)
                ]
                return cls._checked(prediction, grid, made[0], made[1], padded, (False, last, turned))
        told = f"{[each.shape for each in planes]} and {[each.shape for each in shifts]}"
        raise BadLayout(f"{prediction.source}: levels {told}, wanted maps of {shapes} for this recipe")

    @classmethod
    def _of_flat(cls, prediction: Prediction, grid: Grid, padded: Size) -> StoredPoints:
        if prediction.objectness is None or prediction.deltas is None:
            raise BadPredictions(f"{prediction.source}: objectness or deltas missing, wanted both")
        scores, numbers = (_without_batch(each, 2) for each in (prediction.objectness, prediction.deltas))
        scores = scores[:, None] if scores.ndim == 1 else scores
        for last in (False, True):
            made = [each.T if last else each for each in (scores, numbers)]
            if all(each.ndim == 2 and len(each) == grid.size for each in made):
                return cls._checked(prediction, grid, made[0], made[1], padded, (True, last, False))
        told = f"objectness {scores.shape} and deltas {numbers.shape}"
        raise BadLayout(f"{prediction.source}: {told}, wanted a row for each of {grid.size} points of this recipe")

    @classmethod
    def _checked(
        cls, prediction: Prediction, grid: Grid, scores: Array, numbers: Array, padded: Size, shapes: Sequence[bool]
    ) -> StoredPoints:
        if numbers.shape[1] % 4 or not numbers.shape[1]:
            found = f"{numbers.shape[1]} numbers for each point"
            raise BadLayout(f"{prediction.source}: {found}, wanted 4, or several for each of the 4 sides")
        flat, last, coarse = shapes
        return cls(grid, scores, numbers, padded, flat, last, coarse)

    def rows(self, reading: PointReading) -> Array:
        """Return the stored row (N,) of each point of the grid."""
        offset = 0
        # arrays by level are in the grid's order already
        levels = self.grid.levels[::-1] if reading.coarse_first and self.flat else self.grid.levels
        places = {}
        for level in levels:
            cells = offset + np.arange(level.count)
            if reading.columns:
                height, width = level.shape
                cells = offset + np.arange(level.count).reshape(width, height).T.reshape(-1)
            places[level.offset] = cells
            offset += level.count
        return np.concatenate([places[level.offset] for level in self.grid.levels])

    def reading(self, recipe: Recipe, probabilities: bool) -> PointReading:
        """Return the reading that the shapes alone say."""
        shapes = PointReading(recipe, channels_last=self.channels_last, coarse_first=self.coarse_first)
        return replace(shapes, probabilities=probabilities)


def _bins(stored: StoredPoints) -> int:
    return int(stored.numbers.shape[1]) // 4


def _without_batch(array: Array, axes: int) -> Array:
    """Return an array without a batch axis of 1 in front of its ``axes``: a map has three, flat numbers have two."""
    return array[0] if array.ndim == axes + 1 and len(array) == 1 else array


def _cells(plane: Array, last: bool) -> Array:
    """Return the rows (H * W, C) of one level."""
    return np.asarray((plane if last else np.moveaxis(plane, 0, -1)).reshape(-1, plane.shape[-1 if last else 0]))


@dataclass(frozen=True, slots=True, eq=False)
class PointCase:
    """One picture: arrays, and ground truths (G, 4) network px with their classes (G,)."""

    stored: StoredPoints
    gt: Array
    kinds: Array

    def best(self, reading: PointReading) -> Array:
        """Return the points (G, BEST) inside each ground truth that score highest for its class, -1 where fewer."""
        rows, grid = self.stored.rows(reading), self.stored.grid
        middle = grid.all_boxes()[:, :2]
        found = np.full((len(self.gt), BEST), -1, np.int64)
        for place, (box, kind) in enumerate(zip(self.gt, self.kinds.tolist(), strict=True)):
            inside = np.flatnonzero(((middle > box[:2]) & (middle < box[2:])).all(1))
            score = _score(reading, self.stored.scores[rows[inside]], kind)
            top = inside[np.argsort(-score, kind="stable")[:BEST]]
            found[place, : len(top)] = top
        return found

    def overlaps(self, reading: PointReading, best: Array) -> Array:
        """Return the mean IoU (G,) of the boxes at ``best`` with their ground truths, NaN without a point."""
        there = best >= 0
        points = np.where(there, best, 0).reshape(-1)
        stored, grid = self.stored, self.stored.grid
        numbers = stored.numbers[stored.rows(reading)[points]]
        boxes = reading.boxes(numbers, grid.boxes(points), grid.strides(points), stored.padded)
        iou = _iou(
            np.clip(np.nan_to_num(boxes), -FARTHEST, FARTHEST), np.repeat(self.gt.astype(np.float64), BEST, 0)
        ).reshape(best.shape)
        count = there.sum(1)
        mean = np.where(there, iou, 0).sum(1) / np.maximum(count, 1)
        return np.asarray(np.where(count > 0, mean, np.nan))


def _score(reading: PointReading, scores: Array, kind: int) -> Array:
    """Return one number (n,) of stored scores (n, K) that rises with how sure they are of class ``kind``."""
    p = scores.astype(np.float64) if reading.probabilities else sigmoid(scores, "float64")
    confidence = p[:, 0] if reading.recipe.loss.objectness == "yolo" and p.shape[1] > 1 else 1.0
    classes = p[:, 1:] if reading.recipe.loss.objectness == "yolo" and p.shape[1] > 1 else p
    own = classes[:, kind] if kind < classes.shape[1] else classes.max(1)
    return np.asarray(own * confidence)


def _iou(one: Array, other: Array) -> Array:
    low, high = np.maximum(one[:, :2], other[:, :2]), np.minimum(one[:, 2:], other[:, 2:])
    shared = np.clip(high - low, 0, None).prod(1)
    area = [np.clip(each[:, 2:] - each[:, :2], 0, None).prod(1) for each in (one, other)]
    return np.asarray(shared / np.maximum(area[0] + area[1] - shared, 1e-9))


def places(stored: StoredPoints, given: PointReading) -> Iterator[PointReading]:
    """Yield the readings of the cells' places that the shapes leave open, the recipe's first."""
    for coarse, columns in itertools.product((False, True) if stored.flat else (stored.coarse_first,), (False, True)):
        yield replace(given, coarse_first=coarse, columns=columns)


def meanings(stored: StoredPoints, place: PointReading) -> Iterator[PointReading]:
    """Yield every meaning of the stored numbers at a place, the recipe's first."""
    coder, bins = place.recipe.coder, _bins(stored)
    kinds: list[Meaning] = []
    if coder.rule != "sides" or bins in (1, coder.bins):
        kinds.append("recipe")
    if bins > 1:
        kinds += [] if kinds and coder.bins == bins else ["bins"]
    else:
        own = "px" if getattr(coder, "unit", "stride") == "px" else "strides"
        sides: list[Meaning] = ["strides", "px"]
        kinds += [each for each in sides if coder.rule != "sides" or each != own]
        kinds += ["corners", "centres", "corners_of_side", "centres_of_side"]
    firsts = (False, True) if bins > 1 else (False,)
    for kind, first in itertools.product(kinds, firsts):
        orders = itertools.permutations(range(4)) if not kind.startswith(("corners", "centres")) else _ORDERS_OF_BOXES
        for order in orders:
            yield replace(place, meaning=kind, order=(order[0], order[1], order[2], order[3]), bins_first=first)


_ORDERS_OF_BOXES = ((0, 1, 2, 3), (1, 0, 3, 2))  # of boxes: x first, or y first
