"""The measures of an anchor by name: each a column over all anchors, computed on demand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Level
from rpn_inspector.core.inspection import Inspection, relative_area
from rpn_inspector.core.losses import box_loss, sigmoid
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import CAUSE_KEYS, FATE_KEYS, LABEL_WORDS


class MeasureKind(Enum):
    """The type of a measure's values, and so of the possible comparisons."""

    NUMBER = "a number"
    WORD = "a word"
    LEVEL = "a level"
    CLASS = "a class"
    FLAG = "true or false"


class Need(Enum):
    """The data a measure cannot be had without."""

    NOTHING = ""
    OUTPUTS = "needs raw outputs, and this picture has none"
    LOSS = "needs a loss, and there is none without raw outputs that fit the classes"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: kind, meaning in words, fixed words with codes, and the data needed.

    ``missing`` is the code for "none" in whole-number columns; other columns use NaN.
    """

    name: str
    kind: MeasureKind
    tip: str
    words: dict[str, int]
    need: Need = Need.NOTHING
    missing: int | None = None


LABELS = {word: label for label, word in LABEL_WORDS.items()}
CAUSES = {key: number for number, key in enumerate(CAUSE_KEYS)}
FATES = {key: number for number, key in enumerate(FATE_KEYS)}
COORDINATES = ("x", "y", "w", "h")


def _measures() -> dict[str, Measure]:
    made = [
        Measure("index", MeasureKind.NUMBER, "flat index in the recipe's order, from 0", {}),
        Measure("level", MeasureKind.LEVEL, "feature level, by name (P3) or by the number in its name (3)", {}),
        Measure("iou", MeasureKind.NUMBER, "best overlap with any ground truth, 0 to 1", {}),
        Measure("label", MeasureKind.WORD, "positive, negative or ignored", LABELS),
        Measure("cause", MeasureKind.WORD, "why it bears its label", CAUSES),
        Measure("gt", MeasureKind.NUMBER, "ground truth it is trained towards, from 1; none without", {}, missing=0),
        Measure("best_gt", MeasureKind.NUMBER, "ground truth it overlaps most, from 1; none at IoU 0", {}, missing=0),
        Measure(
            "class", MeasureKind.CLASS, "class of its ground truth, else of the one it overlaps most", {}, missing=-1
        ),
        Measure("size", MeasureKind.NUMBER, "square root of the anchor's area as the recipe asks, network px", {}),
        Measure("ratio", MeasureKind.NUMBER, "height over width as the recipe asks", {}),
        Measure("x", MeasureKind.NUMBER, "centre, network px", {}),
        Measure("y", MeasureKind.NUMBER, "centre, network px", {}),
        Measure("w", MeasureKind.NUMBER, "width, network px", {}),
        Measure("h", MeasureKind.NUMBER, "height, network px", {}),
        Measure("inside", MeasureKind.FLAG, "lies wholly in the picture", {}),
        Measure("sampled", MeasureKind.FLAG, "enters the loss", {}),
        Measure("score", MeasureKind.NUMBER, "objectness or best class as a probability, 0 to 1", {}, Need.OUTPUTS),
        Measure("objectness", MeasureKind.NUMBER, "the same as a logit", {}, Need.OUTPUTS),
        Measure("fate", MeasureKind.WORD, "what became of its decoded box", FATES, Need.OUTPUTS),
    ]
    made += [Measure(f"t{c}", MeasureKind.NUMBER, f"predicted t_{c}", {}, Need.OUTPUTS) for c in COORDINATES]
    made += [Measure(f"t{c}_star", MeasureKind.NUMBER, f"target t*_{c}; positives only", {}) for c in COORDINATES]
    made += [
        Measure(f"d{c}", MeasureKind.NUMBER, f"t_{c} − t*_{c}, its residual; positives only", {}, Need.OUTPUTS)
        for c in COORDINATES
    ]
    made += [
        Measure(
            "r", MeasureKind.NUMBER, "Σ R(d), box loss before weight and normaliser; positives only", {}, Need.OUTPUTS
        ),
        Measure("loss", MeasureKind.NUMBER, "what it adds to the total loss", {}, Need.LOSS),
        Measure("box_loss", MeasureKind.NUMBER, "what it adds to the box loss", {}, Need.LOSS),
        Measure("objectness_loss", MeasureKind.NUMBER, "what it adds to the objectness loss", {}, Need.LOSS),
    ]
    return {measure.name: measure for measure in made}


MEASURES = _measures()
HEADS = {
    "score": "p",
    "ratio": "h/w",
    "r": "Σ R(d)",
    "index": "Anchor",
    "cause": "Why",
    "best_gt": "Best GT",
    "sampled": "In the loss",
    "objectness": "Logit",
    "x": "Centre x, px",
    "y": "Centre y, px",
    "w": "Width, px",
    "h": "Height, px",
    **{f"t{c}_star": f"t*{c}" for c in COORDINATES},
}
"""What the tables call a measure where that is not its name: the filter takes the one as well as the other."""
_BY_HEAD = {head.casefold(): name for name, head in HEADS.items()}


def measure_of(text: str) -> Measure | None:
    """Return the measure named by ``text`` in any case: by name or by the column's head. None for no measure."""
    folded = " ".join(text.casefold().split())
    return MEASURES.get(_BY_HEAD.get(folded, folded))


class Values:
    """The columns of one `Inspection`, each (N,) in the grid's order, made once and read-only.

    Whole numbers say "none" by the measure's ``missing``, others by NaN. Words are their codes, a level its number
    from 0, a class its place in `classes`, flags are bool.
    """

    def __init__(self, inspection: Inspection) -> None:
        self.inspection = inspection
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

    def lacks(self, name: str) -> str:
        """Return why a measure cannot be had here, empty where available."""
        need = MEASURES[name].need
        without = {Need.NOTHING: False, Need.OUTPUTS: self.inspection.logits is None}
        return need.value if without.get(need, self.inspection.loss is None) else ""

    def __getitem__(self, name: str) -> Array:
        """Return a measure's column. Wants the data `lacks` asks for."""
        if name not in self._made:
            made = _COMPUTE[name](self)
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


def _best_gt(values: Values) -> Array:
    assignment = values.inspection.assignment
    # At IoU 0 the library's argmax points at the first ground truth, which means nothing.
    return (assignment.best_gt + np.int32(1)) * (assignment.iou > 0)


def _class(values: Values) -> Array:
    sample, order = values.inspection.sample, {name: code for code, name in enumerate(values.classes)}
    # Ground truths count from 1 in the columns, so place 0 stands for "none".
    codes = np.array([-1, *(order[sample.class_name(gt)] for gt in range(len(sample.gt)))], np.int32)
    own = values["gt"]
    return np.take(codes, np.where(own > 0, own, values["best_gt"]))


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


def _t(values: Values, coordinate: int) -> Array:
    inspection = values.inspection
    assert inspection.deltas is not None
    return np.array(inspection.deltas[:, inspection.recipe.coder.order[coordinate]], np.float32)


def _t_star(values: Values, coordinate: int) -> Array:
    inspection = values.inspection
    column = inspection.recipe.coder.order[coordinate]
    return values.spread(inspection.positive, inspection.t_star[:, column])


def residuals(inspection: Inspection) -> Array:
    """Return d = t - t* (P, 4) float32 of the positives, x y w h; for YOLO the centre's t goes through the sigmoid."""
    assert inspection.t is not None
    t = inspection.t
    if inspection.recipe.loss.box == "yolo":
        t = np.concatenate([sigmoid(t[:, :2]), t[:, 2:]], 1)
    return np.asarray((t - inspection.t_star)[:, inspection.recipe.coder.order], np.float32)


def _d(values: Values, coordinate: int) -> Array:
    return values.spread(values.inspection.positive, residuals(values.inspection)[:, coordinate])


def _r(values: Values) -> Array:
    inspection = values.inspection
    spec = inspection.recipe.loss
    assert inspection.t is not None
    parts = box_loss(inspection.t, inspection.t_star, spec).sum(1)
    if spec.small_box_weight:
        owner = inspection.assignment.gt[inspection.positive]
        # Darknet weighs small boxes up to twice as much, by the share of the picture they leave free.
        parts = parts * (2 - relative_area(inspection.gt[owner], inspection.padded_size))
    # The recipe's weight is taken out: the measure is the sum of R(d) that the Explain panel derives.
    return values.spread(inspection.positive, parts / (spec.box_weight or 1))


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
    return np.asarray(values["objectness_loss"] + np.where(np.isnan(box), np.float32(0), box))


def _per_coordinate(compute: Callable[[Values, int], Array], coordinate: int) -> Callable[[Values], Array]:
    return lambda values: compute(values, coordinate)


def _length(values: Values, low: Array, high: Array) -> Array:
    """Return sides in the recipe's count, with a pixel more where the recipe counts pixels."""
    return np.asarray(high - low + int(values.inspection.recipe.coder.inclusive))


def _middle(values: Values, low: Array, high: Array) -> Array:
    """Return centres in the recipe's frame: half a pixel further where sides count pixels."""
    spec = values.inspection.recipe.coder
    return np.asarray((low + high + int(spec.inclusive and spec.centre == "from_corner")) / 2)


_COMPUTE: dict[str, Callable[[Values], Array]] = {
    "index": lambda v: np.arange(v.inspection.grid.size, dtype=np.int32),
    "level": lambda v: v.by_level(np.arange(len(v.levels), dtype=np.int32)),
    "iou": lambda v: v.inspection.assignment.iou,
    "label": lambda v: v.inspection.assignment.label,
    "cause": lambda v: v.inspection.assignment.cause,
    "gt": _gt,
    "best_gt": _best_gt,
    "class": _class,
    "size": lambda v: v.by_cell(lambda level: level.sizes),
    "ratio": lambda v: v.by_cell(lambda level: level.ratios),
    "x": lambda v: v.by_cell(lambda level: _middle(v, level.x0, level.x1).T[None]),
    "y": lambda v: v.by_cell(lambda level: _middle(v, level.y0, level.y1).T[:, None]),
    "w": lambda v: v.by_cell(lambda level: _length(v, level.x0, level.x1).T[None]),
    "h": lambda v: v.by_cell(lambda level: _length(v, level.y0, level.y1).T[:, None]),
    "inside": _inside,
    "sampled": _sampled,
    "score": _score,
    "objectness": _objectness,
    "fate": _fate,
    "r": _r,
    "loss": _loss,
    "box_loss": _box_loss,
    "objectness_loss": _objectness_loss,
}
for _number, _name in enumerate(COORDINATES):
    _COMPUTE[f"t{_name}"] = _per_coordinate(_t, _number)
    _COMPUTE[f"t{_name}_star"] = _per_coordinate(_t_star, _number)
    _COMPUTE[f"d{_name}"] = _per_coordinate(_d, _number)
