"""``Layout``: where in a model's outputs, or in someone's own arrays, scores and boxes are, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from rpn_inspector.core.detections import Detections, as_prediction
from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import class_scores
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import ONE_LOGIT
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.layout_axes import Axes, column_part, picked, unfold

SURE = 1e-12  # probabilities of 0 and 1 are drawn in by this, so that their logits stay finite
NOT_ONE = 0.01  # by how much the probabilities of an anchor may miss a sum of 1, for rounding
ABOVE_ONE = 1e-6  # by how much a rounded probability may exceed 1
NO_SIDE = 1e-3  # px, the shortest side of a decoded box: a side of 0 has no logarithm
MOST_NUMBERS = 1 << 27  # of one picture's outputs: half a gigabyte in float32
MOST_AGAIN = 1 << 24  # numbers of arrays named again, in a file of fewer; a large one may be named twice whole
MOST_CLASS = 1_000_000
UNIT = 1.5  # fractions of a picture go little beyond 1, and boxes in px far
SMALL = 16  # px of a picture, above which boxes within UNIT px say nothing
MOST_BOXES = 1000  # of one picture, by score: each is put back on an anchor by itself
Background = Literal["first", "last", "none"]


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """One kind of output.

    Args:
        names: its arrays.
        axes: the axes of each array, as `axes_of` returns them.
        columns: which of an anchor's columns are meant, None for all.
    """

    names: tuple[str, ...]
    axes: Axes
    columns: slice | tuple[int, ...] | None = None

    @property
    def flat(self) -> bool:
        """Return whether all anchors, or all boxes, lie along one axis."""
        return "N" in "".join(self.axes)

    def read(self, arrays: Mapping[str, Array], name: str, source: str, anchors: int | None = None) -> Array:
        """Return one array as (A, columns, H, W) or (N, columns) float32, without columns where none are laid out."""
        component = column_part(self.axes)
        place = f"{source}: {name}"
        values = unfold(_take(arrays, name, source), self.axes, component, place, anchors)
        return values if self.columns is None or component is None else picked(values, self.columns, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart(LayoutPart):
    """The scores: logits, or with ``probability`` probabilities; ``background`` None is the usual place of the loss."""

    probability: bool = False
    background: Background | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxPart(LayoutPart):
    """Decoded boxes: two corners, a centre and sides, or the first corner and sides; y before x; px or fractions."""

    form: Literal["corners", "centre", "corner"] = "corners"
    y_first: bool = False
    fractions: bool = False
    of_picture: bool = False

    def doubt(self, numbers: Array, frame: Frame) -> Text:
        """Return why stored ``numbers`` (n, 4) are in another unit than the layout's, in words; "" without a reason."""
        sides = frame.original_size if self.of_picture else frame.padded_size
        # exports fill up with zeros
        known = numbers[np.isfinite(numbers).all(1) & (numbers != 0).any(1)]
        if not len(known) or max(sides) <= SMALL:
            return NOTHING
        far = np.abs(known).max(1)
        if not self.fractions and far.max() <= UNIT:
            return Text.of(
                'boxes.unit = "px", but no number of the {n} decoded boxes is beyond {most:.3g}: they seem to be '
                'fractions, unit = "fraction"',
                n=len(known),
                most=float(far.max()),
            )
        if self.fractions and np.median(far) > SMALL:
            return Text.of(
                'boxes.unit = "fraction", but the {n} decoded boxes reach to {most:.4g} as a rule: they seem to be in '
                'px, unit = "px"',
                n=len(known),
                most=float(np.median(far)),
            )
        return NOTHING

    def in_network(self, numbers: Array, frame: Frame) -> Array:
        """Return stored ``numbers`` (n, 4) as x1 y1 x2 y2, network px, float64."""
        four = np.asarray(numbers, np.float64)
        four = four[:, [1, 0, 3, 2]] if self.y_first else four
        begin, end = four[:, :2], four[:, 2:]
        if self.form == "centre":
            begin, end = begin - end / 2, begin + end / 2
        elif self.form == "corner":
            end = begin + end
        boxes = np.concatenate([begin, end], 1)
        if self.fractions:
            height, width = frame.original_size if self.of_picture else frame.padded_size
            boxes = boxes * np.array([width, height, width, height], np.float64)
        if self.of_picture:  # in float64: the frame's own rounding is a trainer's, for ground truths
            boxes = boxes * np.array([*frame.scale, *frame.scale]) + np.array([*frame.offset, *frame.offset])
        return boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPart(LayoutPart):
    """The class of each decoded box, a whole number; ``first`` is the number of the dataset's first class."""

    first: int = 0

    def numbers(self, arrays: Mapping[str, Array], source: str) -> Array:
        """Return the numbers (n,) as stored, of a column of an array with others."""
        name = self.names[0]
        return (_take(arrays, name, source) if self.columns is None else self.read(arrays, name, source)).reshape(-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSpec:
    """How a model wants its picture.

    Args:
        size: (h, w) px the picture is stretched to, None for the recipe's.
        colours: the channels, in order.
        scale: value * scale, before mean and deviation.
        mean: subtracted, one for each channel.
        std: the divisors, one for each channel.
        input: the model's input, None for the first.
        channels_last: (1, H, W, C), not (1, C, H, W).
        uint8: values 0 to 255 as they are, not float32.
    """

    size: tuple[int, int] | None = None
    colours: Literal["RGB", "BGR", "grey"] = "RGB"
    scale: float = 1.0
    mean: tuple[float, ...] = (0.0, 0.0, 0.0)
    std: tuple[float, ...] = (1.0, 1.0, 1.0)
    input: str | None = None
    channels_last: bool = False
    uint8: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout file: where scores and ``deltas`` or decoded ``boxes`` are, and how pictures are prepared.

    ``guess`` says in words what was guessed, where no file said it.
    """

    path: Path
    objectness: ScorePart
    deltas: LayoutPart | None = None
    boxes: BoxPart | None = None
    classes: ClassPart | None = None
    picture: PictureSpec
    recipe: str | None = None
    guess: Text = NOTHING

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all arrays wanted, each once."""
        parts = (self.objectness, self.deltas, self.boxes, self.classes)
        return tuple(dict.fromkeys(name for part in parts if part is not None for name in part.names))

    def prediction(
        self, arrays: Mapping[str, Array], source: str, recipe: Recipe | None = None, frame: Frame | None = None
    ) -> Prediction:
        """Return the outputs in ``arrays``; raises `BadPredictions` naming array, shape found and layout wanted.

        Args:
            arrays: by name.
            source: the file, for messages.
            recipe: gives columns a meaning; needed for probabilities of classes and for decoded boxes.
            frame: the picture in the network's input; needed for decoded boxes.
        """
        place = self.deltas or self.boxes
        assert place is not None
        self._check_total(arrays, source)
        shifts = [place.read(arrays, name, source) for name in place.names]
        # Where A and C share an axis of the scores, only the deltas tell how long A is.
        counts = [None if place.flat else len(shift) for shift in shifts]
        counts = counts if len(counts) == len(self.objectness.names) else [None] * len(self.objectness.names)
        loss = None if recipe is None else recipe.loss.objectness
        scores = [
            self._logits(self.objectness.read(arrays, name, source, count), f"{source}: {name}", loss)
            for name, count in zip(self.objectness.names, counts, strict=True)
        ]
        # One flat side makes both flat: their common order is that of the recipe's anchors.
        if self.objectness.flat or place.flat or self.boxes is not None:
            logits, numbers = _together(scores), _together(shifts)
            if len(logits) != len(numbers):
                words = "boxes" if self.boxes is not None else "deltas"
                raise BadLayout(f"{source}: objectness of {len(logits)} anchors and {words} of {len(numbers)}")
            if self.boxes is None:
                return Prediction(objectness=logits, deltas=numbers, source=source)
            if recipe is None or frame is None:
                raise BadPredictions(f"{source}: holds decoded boxes, wanted a recipe and a picture to put them back")
            found = self._of_boxes(arrays, logits, self.boxes.in_network(numbers, frame), recipe, frame, source)
            return replace(found, doubt=self.guess or self.boxes.doubt(numbers, frame))
        for number, (score, shift) in enumerate(zip(scores, shifts, strict=True)):
            if (score.shape[0], *score.shape[-2:]) != (shift.shape[0], *shift.shape[2:]):
                raise BadLayout(
                    f"{source}: level {number}: objectness A,H,W {score.shape} beside deltas A,4,H,W {shift.shape}"
                )
        planes = tuple(np.ascontiguousarray(t.reshape(-1, *t.shape[2:])) for t in shifts)
        levels = tuple(np.ascontiguousarray(score.reshape(-1, *score.shape[-2:])) for score in scores)
        return Prediction(levels_objectness=levels, levels_deltas=planes, source=source)

    def _check_total(self, arrays: Mapping[str, Array], source: str) -> None:
        """Raise `BadPredictions` for more numbers than a picture's, an array named twice counted twice."""
        parts = (self.objectness, self.deltas, self.boxes, self.classes)
        named = [name for part in parts if part is not None for name in part.names]
        total, once = (sum(arrays[name].size for name in names if name in arrays) for names in (named, set(named)))
        most = min(MOST_NUMBERS, once + max(MOST_AGAIN, once))
        if total > most:
            raise BadPredictions(f"{source}: {len(named)} outputs of {total:,} numbers, wanted at most {most:,}")

    def _logits(self, values: Array, place: str, loss: str | None) -> Array:
        """Return logits of stored scores: (A, H, W) or (N,) where there is one, else with columns of classes.

        ``loss`` is the recipe's `LossSpec.objectness`, None where no recipe is known.
        """
        part = self.objectness
        component = column_part(part.axes)
        if component is None:
            return np.asarray(_logit(_within(values, place)) if part.probability else values, np.float32)
        count = values.shape[1]
        if count == 1 and (loss in ONE_LOGIT or (component != "C" and loss != "yolo")):
            return self._logits_of_one(values, place)
        if count == 2 and (component == "2" or loss in ONE_LOGIT):
            if part.probability:  # up to a constant that the difference cancels
                values = _log(_within(values, place))
            first, second = values.take(0, 1), values.take(1, 1)
            return np.asarray(first - second if part.background == "last" else second - first, np.float32)
        return np.asarray(self._of_classes(values, place, loss), np.float32)

    def _logits_of_one(self, values: Array, place: str) -> Array:
        one = values.take(0, 1)
        return np.asarray(_logit(_within(one, place)) if self.objectness.probability else one, np.float32)

    def _of_classes(self, values: Array, place: str, loss: str | None) -> Array:
        """Return logits with the columns in the order of the loss: background first for a softmax, else none."""
        part = self.objectness
        if loss is None and (part.probability or part.background is not None):
            raise BadPredictions(f"{place} holds scores of classes, wanted a recipe that says what they are")
        if part.probability:
            values = _within(values, place)
        if loss != "cross_entropy":
            if part.background in ("first", "last"):
                values = values[:, 1:] if part.background == "first" else values[:, :-1]
            return _logit(values) if part.probability else values
        if part.background == "last":
            values = np.roll(values, 1, 1)
        if part.background == "none":
            if not part.probability:
                raise BadPredictions(f"{place} holds logits without the background's, which a softmax needs")
            values = np.concatenate([1 - values.sum(1, keepdims=True), values], 1)
        elif part.probability and values.size:
            sums = values.sum(1)
            usual = float(np.median(sums[np.isfinite(sums)])) if np.isfinite(sums).any() else 1.0
            if abs(usual - 1) > NOT_ONE:
                raise BadPredictions(
                    f"{place}: an anchor's probabilities add up to {usual:.3g}, wanted 1 with the background's; "
                    'background = "none" says that it is not there'
                )
        return _log(values) if part.probability else values

    def _of_boxes(
        self, arrays: Mapping[str, Array], logits: Array, boxes: Array, recipe: Recipe, frame: Frame, source: str
    ) -> Prediction:
        """Return the outputs of decoded ``boxes`` (n, 4) network px: one for each anchor, or put back on anchors."""
        grid = recipe.grid(frame.padded_size)
        if len(boxes) == grid.size and self.classes is None:
            everything = np.arange(grid.size)
            sided = np.concatenate([boxes[:, :2], np.maximum(boxes[:, 2:], boxes[:, :2] + NO_SIDE)], 1)
            with np.errstate(over="ignore", invalid="ignore"):
                raw = recipe.coder.raw_for(grid.boxes(everything), sided, grid.strides(everything)).astype(np.float32)
            return Prediction(objectness=logits, deltas=raw, source=source)
        scores, confidence = class_scores(logits, recipe.loss)
        columns = scores if scores.ndim == 2 else scores[:, None]
        best = columns.max(1) * (1 if confidence is None else confidence)
        # Exports fill up with boxes of score 0, or of nothing. NaN is no filling: such a box is counted.
        said = np.flatnonzero(~(best <= 2 * SURE))
        kinds = self._kinds(arrays, columns, said, source)
        one = self.classes is None and columns.shape[1] == 1  # one column is an object's, of whatever class
        sound = said[np.isfinite(boxes[said]).all(1) & np.isfinite(best[said])]
        chosen = sound[np.argsort(-best[sound], kind="stable")[:MOST_BOXES]]
        found = Detections(
            boxes=frame.to_original(boxes[chosen]),
            scores=best[chosen],
            classes=() if one else tuple(kinds[chosen].tolist()),
            source=source,
        )
        back = as_prediction(found, frame, grid, recipe)
        return replace(back, left_out=back.left_out + len(said) - len(chosen))

    def _kinds(self, arrays: Mapping[str, Array], columns: Array, said: Array, source: str) -> Array:
        """Return each box's class (n,), as text counted from 0: the given class, or the class of the highest score.

        Raises `BadLayout` where a given class is no whole number among the boxes ``said``; fillings may be anything.
        """
        if self.classes is None:
            return np.asarray(columns.argmax(1).astype(str))
        name = self.classes.names[0]
        numbers = self.classes.numbers(arrays, source)
        if numbers.dtype.kind not in "iuf" or len(numbers) != len(columns):
            given = arrays[name]
            raise BadLayout(f"{source}: {name} is {given.dtype} {given.shape}, wanted {len(columns)} whole numbers")
        known = np.nan_to_num(numbers.astype(np.float64), nan=-1, posinf=-1, neginf=-1)
        least = min(0, self.classes.first)
        wrong = said[~((known[said] >= least) & (known[said] <= MOST_CLASS) & (known[said] % 1 == 0))]
        if wrong.size:
            raise BadLayout(
                f"{source}: {name}[{wrong[0]}] is {numbers[wrong[0]]:g} ({wrong.size} such of {len(said)}), wanted "
                f"whole numbers, {least} to {MOST_CLASS:,}"
            )
        known = np.where((known >= least) & (known <= MOST_CLASS), known, -1)
        return np.asarray((known.astype(np.int64) - self.classes.first).astype(str))


def _together(parts: list[Array]) -> Array:
    """Return all levels in flat order (N,) or (N, columns)."""
    flat = [_rows(part) for part in parts]
    if len({part.shape[1:] for part in flat}) > 1:
        found = ", ".join(str(part.shape[1]) for part in flat)
        raise BadLayout(f"{found} columns by level, wanted the same in each")
    return np.concatenate(flat)


def _rows(values: Array) -> Array:
    """Return one level's (A, H, W) or (A, C, H, W) in flat order; flat arrays stay."""
    if values.ndim < 3:
        return values
    if values.ndim == 3:
        return np.asarray(values.transpose(1, 2, 0).reshape(-1))
    return np.asarray(values.transpose(2, 3, 0, 1).reshape(-1, values.shape[1]))


def _within(values: Array, place: str) -> Array:
    """Return probabilities as float64; raises `BadPredictions` beyond 0 and 1. NaN stays, and marks its anchor."""
    known = values[~np.isnan(values)]
    if known.size and not (known.min() >= 0 and known.max() <= 1 + ABOVE_ONE):
        raise BadPredictions(f"{place} holds {known.min():g} to {known.max():g}, wanted probabilities, 0 to 1")
    return np.asarray(values, np.float64)


def _log(p: Array) -> Array:
    return np.asarray(np.log(np.clip(p, SURE, 1)))


def _logit(p: Array) -> Array:
    drawn = np.clip(p, SURE, 1 - SURE)
    return np.asarray(np.log(drawn) - np.log1p(-drawn))


def _take(arrays: Mapping[str, Array], name: str, source: str) -> Array:
    if name not in arrays:
        raise BadPredictions(f"{source}: holds no {name!r}, but {', '.join(arrays) or 'nothing'}")
    return arrays[name]
