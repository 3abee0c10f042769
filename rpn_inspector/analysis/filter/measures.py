"""The measures of an anchor by name: what every grid has, and what matcher, coder and loss of a recipe know besides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Level
from rpn_inspector.core.assigners import ASSIGNERS, Assigner
from rpn_inspector.core.coders import CODERS, Coder
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.loss_measures import loss_measures
from rpn_inspector.core.measure import GROUND_TRUTH, SIGNIFICANT, Measure, MeasureKind, Need
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.specs import LOSS, LossSpec
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import CAUSE_KEYS, FATE_KEYS, LABEL_WORDS

LABELS = {word: label for label, word in LABEL_WORDS.items()}
CAUSES = {key: number for number, key in enumerate(CAUSE_KEYS)}
FATES = {key: number for number, key in enumerate(FATE_KEYS)}
MeasuresByName: TypeAlias = "dict[str, Measure[Values]]"
FOREIGN = "is known to other rules than this recipe's"


class Values:
    """The columns of one `Inspection`, each (N,) in the grid's order, made once and read-only; ``measures`` by name.

    Whole numbers say "none" by the measure's ``missing``, others by NaN. Words are their codes, a level its number
    from 0, a class its place in `classes`, flags are bool.
    """

    def __init__(self, inspection: Inspection) -> None:
        self.inspection = inspection
        self.measures = measures_of(inspection.recipe)
        self._made: dict[str, Array] = {}

    @property
    def levels(self) -> tuple[str, ...]:
        """Return the names of the levels."""
        return tuple(level.name for level in self.inspection.grid.levels)

    @property
    def level_numbers(self) -> Array:
        """Return the first number in each level's name (L,) float64, NaN for a name without a number."""
        found = [re.search(r"\d+", name) for name in self.levels]
        return np.array([float(match.group()) if match else np.nan for match in found])

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the dataset's classes, followed by the classes with a number only."""
        sample = self.inspection.sample
        named = [sample.class_name(gt) for gt in range(len(sample.gt))]
        return tuple(dict.fromkeys([*sample.classes, *named]))

    @property
    def coordinates(self) -> tuple[str, ...]:
        """Return the names of the coder's coordinates."""
        return self.inspection.recipe.coder.coordinate_names

    def lacks(self, name: str) -> str:
        """Return why a measure cannot be had here, empty where available."""
        if name not in self.measures:
            return FOREIGN
        need, one = self.measures[name].need, self.inspection
        without = {
            Need.NOTHING: False,
            Need.OUTPUTS: one.logits is None,
            Need.NETWORK: one.logits is None or one.of_decoded_boxes,
            Need.LOSS: one.loss is None,
        }
        if without[need] and one.of_decoded_boxes:
            return str(Need.NETWORK.value)
        return need.value if without[need] else ""

    def __getitem__(self, name: str) -> Array:
        """Return a measure's column. Wants the data `lacks` asks for."""
        if name not in self._made:
            with np.errstate(over="ignore"):  # a loss of wild outputs is beyond float32, and infinite there
                made = self.measures[name].values(self)
            made.flags.writeable = False
            self._made[name] = made
        return self._made[name]

    def spread(self, rows: Array, values: Array) -> Array:
        """Return ``values`` (n,) of flat indices ``rows`` (n,) as a column (N,) float32, NaN elsewhere."""
        column = np.full(self.inspection.grid.size, np.nan, np.float32)
        column[rows] = values
        return column

    def by_level(self, values: npt.ArrayLike) -> Array:
        """Return a value per level (L,) as a column (N,)."""
        return np.repeat(np.asarray(values), [level.count for level in self.inspection.grid.levels])

    def by_cell(self, values: Callable[[Level], Array], dtype: npt.DTypeLike = np.float32) -> Array:
        """Return values that broadcast to (H, W, A) on each level as a column (N,)."""
        grid = self.inspection.grid
        column = np.empty(grid.size, dtype)
        for level in grid.levels:
            level.cells(column[level.rows])[...] = values(level)
        return column


def _gt(values: Values) -> Array:
    return values.inspection.assignment.gt + np.int32(1)


def _class(values: Values) -> Array:
    sample, order = values.inspection.sample, {name: code for code, name in enumerate(values.classes)}
    # Ground truths count from 1 in the columns, so place 0 stands for "none".
    codes = np.array([-1, *(order[sample.class_name(gt)] for gt in range(len(sample.gt)))], np.int32)
    own = values["gt"]
    return np.take(codes, own if values.lacks("best_gt") else np.where(own > 0, own, values["best_gt"]))


def _inside(values: Values) -> Array:
    height, width = values.inspection.network_size

    def whole(level: Level) -> Array:
        columns, rows = (level.x0 >= 0) & (level.x1 <= width), (level.y0 >= 0) & (level.y1 <= height)
        return np.asarray(columns.T[None] & rows.T[:, None])

    return values.by_cell(whole, np.bool_)


def _sampled(values: Values) -> Array:
    column = np.zeros(values.inspection.grid.size, bool)
    column[values.inspection.sampled_positive] = True
    column[values.inspection.sampled_negative] = True
    return column


def _objectness(values: Values) -> Array:
    logits = values.inspection.logits
    assert logits is not None
    if logits.ndim == 1:
        return np.array(logits, np.float32)
    # Several classes have no single logit: the logit of the best class's probability stands for it.
    score = values["score"].astype(np.float64)
    with np.errstate(divide="ignore"):
        return (np.log(score) - np.log1p(-score)).astype(np.float32)


def _score(values: Values) -> Array:
    score = values.inspection.objectness()
    assert score is not None
    return np.array(score, np.float32)


def _fate(values: Values) -> Array:
    assert values.inspection.proposals is not None
    return values.inspection.proposals.fate


def _box_loss(values: Values) -> Array:
    loss = values.inspection.loss
    assert loss is not None
    return values.spread(loss.rows[: len(loss.box_per_coordinate)], loss.box_per_coordinate.sum(1))


def _objectness_loss(values: Values) -> Array:
    loss = values.inspection.loss
    assert loss is not None
    return values.spread(loss.rows, loss.objectness_per_anchor)


def _loss(values: Values) -> Array:
    box = values["box_loss"]
    # A sampled negative has an objectness loss and no box loss, which must not make the sum NaN.
    total = np.asarray(values["objectness_loss"] + np.where(np.isnan(box), np.float32(0), box))
    loss = values.inspection.loss
    for term in () if loss is None else loss.more.values():
        total = total + np.nan_to_num(values.spread(term.rows, term.per_anchor))
    return total


def _length(values: Values, low: Array, high: Array) -> Array:
    """Return sides in the recipe's count, with a pixel more where the recipe counts pixels."""
    return np.asarray(high - low + int(values.inspection.recipe.coder.inclusive))


def _middle(values: Values, low: Array, high: Array) -> Array:
    """Return centres in the recipe's frame: half a pixel further where sides count pixels."""
    spec = values.inspection.recipe.coder
    return np.asarray((low + high + int(spec.inclusive and spec.centre == "from_corner")) / 2)


def _side(name: str, head: Text, side: str, make: Callable[[Values, Level], Array]) -> Measure[Values]:
    return Measure(
        name,
        lambda values: values.by_cell(lambda level: make(values, level)),
        meaning=f"{side}, network px",
        head=head,
        tip=Text.of("anchor's {side}, network px", side=side),
        digits=1,
        extra=True,
    )


# In the order of the filter's list of names; a rule's own measures come between.

PLACES: tuple[Measure[Values], ...] = (
    Measure(
        "index",
        lambda v: np.arange(v.inspection.grid.size, dtype=np.int32),
        meaning="flat index in the recipe's order, from 0",
        head=Text("Anchor"),
        tip=Text("flat index in the recipe's order"),
        digits=0,
    ),
    Measure(
        "level",
        lambda v: v.by_level(np.arange(len(v.levels), dtype=np.int32)),
        MeasureKind.LEVEL,
        meaning="feature level, by name (P3) or by the number in its name (3)",
        head=Text("Level"),
        tip=Text("feature level"),
    ),
)
LABELLING: tuple[Measure[Values], ...] = (
    Measure(
        "label",
        lambda v: v.inspection.assignment.label,
        MeasureKind.WORD,
        meaning="positive, negative, ignored or undecided",
        head=Text("Label"),
        tip=Text("positive, negative or ignored"),
        words=LABELS,
        also={"foreground": LABEL_WORDS[1], "background": LABEL_WORDS[0]},
    ),
    Measure(
        "cause",
        lambda v: v.inspection.assignment.cause,
        MeasureKind.WORD,
        meaning="why it bears its label",
        head=Text("Why"),
        tip=Text("why it bears its label"),
        words=CAUSES,
    ),
    Measure(
        "gt",
        _gt,
        meaning="ground truth it is trained towards, from 1; none without",
        head=Text("GT"),
        tip=Text("the ground truth it is trained towards"),
        unit=GROUND_TRUTH,
        missing=0,
    ),
)
OF_SIDES = ("size", "ratio", "w", "h")
"""The measures of an anchor's sides, which a point has not."""
SHAPES: tuple[Measure[Values], ...] = (
    Measure(
        "class",
        _class,
        MeasureKind.CLASS,
        meaning="class of its ground truth, else of the one it overlaps most",
        missing=-1,
    ),
    Measure(
        "size",
        lambda v: v.by_cell(lambda level: level.sizes),
        meaning="square root of the anchor's area as the recipe asks, network px",
        head=Text("Size"),
        tip=Text("square root of the area, network px"),
        digits=SIGNIFICANT,
    ),
    Measure(
        "ratio",
        lambda v: v.by_cell(lambda level: level.ratios),
        meaning="height over width as the recipe asks",
        head="h/w",
        tip=Text("height over width"),
        digits=SIGNIFICANT,
    ),
    _side("x", Text("Centre x, px"), "centre", lambda v, level: _middle(v, level.x0, level.x1).T[None]),
    _side("y", Text("Centre y, px"), "centre", lambda v, level: _middle(v, level.y0, level.y1).T[:, None]),
    _side("w", Text("Width, px"), "width", lambda v, level: _length(v, level.x0, level.x1).T[None]),
    _side("h", Text("Height, px"), "height", lambda v, level: _length(v, level.y0, level.y1).T[:, None]),
    Measure("inside", _inside, MeasureKind.FLAG, meaning="lies wholly in the picture"),
    Measure(
        "sampled",
        _sampled,
        MeasureKind.FLAG,
        meaning="enters the loss",
        head=Text("In the loss"),
        tip=Text("whether it enters the loss"),
        extra=True,
    ),
    Measure(
        "score",
        _score,
        meaning="objectness or best class as a probability, 0 to 1",
        head="p",
        tip=Text("score, 0 to 1: objectness or the best class"),
        digits=3,
        need=Need.OUTPUTS,
        ends=(0, 1),
    ),
    Measure(
        "objectness",
        _objectness,
        meaning="the same as a logit",
        head=Text("Logit"),
        tip=Text("the score as a logit"),
        signed=True,
        need=Need.OUTPUTS,
        extra=True,
    ),
    Measure(
        "fate",
        _fate,
        MeasureKind.WORD,
        meaning="what became of its decoded box",
        head=Text("Fate"),
        tip=Text("what became of its box"),
        words=FATES,
        need=Need.OUTPUTS,
        extra=True,
    ),
)
COSTS: tuple[Measure[Values], ...] = (
    Measure(
        "loss",
        _loss,
        meaning="what it adds to the total loss",
        head=Text("Loss"),
        tip=Text("what it adds to the total loss"),
        digits=6,
        need=Need.LOSS,
        extra=True,
    ),
    Measure("box_loss", _box_loss, meaning="what it adds to the box loss", need=Need.LOSS),
    Measure(
        "objectness_loss", _objectness_loss, meaning="what it adds to the objectness or class loss", need=Need.LOSS
    ),
)


def _gathered(matchers: Sequence[Assigner], coders: Sequence[Coder], losses: Sequence[LossSpec]) -> MeasuresByName:
    """Return the measures of every grid and of the rules by name; of a name, rules mean the same."""
    by_matcher = [measure for matcher in matchers for measure in matcher.measures()]
    by_coder = [measure for coder in coders for measure in coder.measures()]
    pairs = product(losses, coders)
    by_loss = [m for loss, coder in pairs for m in loss_measures(loss, coder.coordinate_names, coder.order)]
    listed: list[Measure[Values]] = [
        *PLACES,
        *(measure for measure in by_matcher if not measure.extra),
        *LABELLING,
        *(measure for measure in by_matcher if measure.extra),
        *SHAPES,
        *by_coder,
        *by_loss,
        *COSTS,
    ]
    return {measure.name: measure for measure in listed}


def measures_of(recipe: Recipe) -> MeasuresByName:
    """Return every measure of an anchor under ``recipe`` by name, in the order of the filter's list."""
    found = _gathered([recipe.matcher], [recipe.coder], [recipe.loss])
    without = OF_SIDES if recipe.anchors.of_points else ()
    return {name: measure for name, measure in found.items() if name not in without}


MEASURES = _gathered(
    [rule() for rule in ASSIGNERS.rules.values()],
    [rule() for rule in CODERS.rules.values()],
    [rule() for rule in LOSS.rules.values()],
)
"""Every measure under any rule: what a filter may name, whatever recipe is shown."""

HEADS = {name: str(m.head) for name, m in MEASURES.items() if m.head and str(m.head).casefold() != name}
"""What the tables call a measure where that is not its name: the filter takes the one as well as the other."""
_BY_HEAD = {head.casefold(): name for name, head in HEADS.items()}


def measure_of(text: str) -> Measure[Values] | None:
    """Return the measure named by ``text`` in any case: by name or by the column's head. None for no measure."""
    folded = " ".join(text.casefold().split())
    return MEASURES.get(_BY_HEAD.get(folded, folded))
