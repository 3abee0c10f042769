"""The columns of the table of anchors; values are computed on the first sort, cells written when visible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rpn_inspector.analysis.filter.measures import COORDINATES, Values
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.words import FATE_ROLES, FATE_WORDS, LABEL_WORDS
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.numbers import NOTHING, fitted, share
from rpn_inspector.gui.widgets.table_model import Array, Column

MOST_LETTERS = 7  # of a number; a longer number loses decimals


def anchor_columns(values: Values) -> list[Column]:
    """Return the columns over all N anchors, the hidden columns last."""
    return [*_places(values), *_labels(values), *_losses(values), *_extras(values)]


def _places(values: Values) -> list[Column]:
    grid = values.inspection.grid
    text = _texts(values)

    def cells() -> Array:
        return values.by_cell(lambda level: _rows_first(*level.shape)[..., None], np.int32)

    def cell(row: int) -> str:
        place = grid.locate([row])
        return f"{place.x[0]}, {place.y[0]}"

    sizes = [f"{size:.4g}" for level in grid.levels for size in level.sizes]
    ratios = [f"{ratio:.4g}" for level in grid.levels for ratio in level.ratios]
    return [
        Column(tr("Anchor"), 60, lambda: values["index"], lambda r: f"{r:,}", tr("flat index in the recipe's order")),
        Column(
            tr("Level"),
            _width(42, [level.name for level in grid.levels]),
            lambda: values["level"],
            lambda r: values.levels[int(values["level"][r])],
            tr("feature level"),
            left=True,
        ),
        Column(tr("Cell"), 62, cells, cell, tr("cell x, y"), exact=False),
        Column(
            tr("Size"),
            _width(38, sizes),
            lambda: values["size"],
            text("size", "g"),
            tr("square root of the area, network px"),
        ),
        Column("h/w", _width(34, ratios), lambda: values["ratio"], text("ratio", "g"), tr("height over width")),
    ]


def _width(least: int, texts: list[str]) -> int:
    """Return a column's width, px, for the longest of ``texts``."""
    return max(least, 10 + 8 * max(map(len, texts), default=0))


def _rows_first(height: int, width: int) -> Array:
    return np.arange(height)[:, None] * 100_000 + np.arange(width)


def _labels(values: Values) -> list[Column]:
    inspection = values.inspection
    assignment, recipe = inspection.assignment, inspection.recipe
    names = [inspection.sample.class_name(g) for g in range(len(inspection.gt))]

    def gt_name(row: int) -> str:
        owner = int(assignment.gt[row])
        return f"{owner + 1} {names[owner]}" if owner >= 0 else NOTHING

    return [
        Column(
            tr("Label"),
            80,
            assignment.label,
            lambda r: tr(LABEL_WORDS[int(assignment.label[r])]),
            tr("positive, negative or ignored"),
            left=True,
            swatch=lambda r: LABEL_WORDS[int(assignment.label[r])],
        ),
        Column(
            tr("Why"),
            102,
            assignment.cause,
            lambda r: recipe.matcher.row(r, assignment),
            tr("why it bears its label"),
            left=True,
        ),
        Column(tr("GT"), 66, assignment.gt, gt_name, tr("the ground truth it is trained towards"), left=True),
        Column(
            tr("IoU"),
            52,
            lambda: _single(values["iou"]),
            _texts(values)("iou"),
            tr("best overlap with any ground truth"),
        ),
    ]


def _single(column: Array) -> Array:
    return column.astype(np.float32, copy=False)


def _losses(values: Values) -> list[Column]:
    text = _texts(values)
    inspection = values.inspection
    total = inspection.loss.box if inspection.loss is not None else 0.0

    def shares() -> Array:
        column = _known(values, "box_loss").astype(np.float64)
        return (column / total * 100 if 0 < total < np.inf else column * np.nan).astype(np.float32)

    def of_total(row: int) -> str:
        return share(float(_known(values, "box_loss")[row]), total, 2)

    return [
        Column("p", 44, _made(values, "score"), text("score", 3), tr("objectness, 0 to 1")),
        Column(
            "Σ R(d)",
            58,
            _made(values, "r"),
            text("r"),
            tr("box loss of the four coordinates, before weight and normaliser; positives only"),
        ),
        Column(
            tr("Of box loss"), 78, shares, of_total, tr("share of the picture's box loss, %; those in the loss only")
        ),
    ]


def _extras(values: Values) -> list[Column]:
    text, inspection = _texts(values), values.inspection
    names = [inspection.sample.class_name(g) for g in range(len(inspection.gt))]

    def best(row: int) -> str:
        owner = int(values["best_gt"][row])
        return f"{owner} {names[owner - 1]}" if owner > 0 else NOTHING

    def fate(row: int) -> str:
        return tr(FATE_WORDS[int(inspection.proposals.fate[row])]) if inspection.proposals is not None else NOTHING

    def fate_swatch(row: int) -> str:
        return FATE_ROLES[int(inspection.proposals.fate[row]) if inspection.proposals is not None else Fate.CUT_LEVEL]

    made = [
        Column(tr("Best GT"), 76, lambda: values["best_gt"], best, tr("the ground truth it overlaps most"), left=True),
        Column(
            tr("In the loss"),
            66,
            lambda: values["sampled"],
            lambda r: tr("yes") if values["sampled"][r] else NOTHING,
            tr("whether it enters the loss"),
            left=True,
        ),
        Column(
            tr("Fate"), 104, _made(values, "fate"), fate, tr("what became of its box"), left=True, swatch=fate_swatch
        ),
        Column(
            tr("Logit"), 62, _made(values, "objectness"), text("objectness", signed=True), tr("objectness as a logit")
        ),
    ]
    for name in COORDINATES:
        made.append(
            Column(
                _head(name),
                66,
                _made(values, name),
                text(name, 1),
                tr("anchor's {side}, network px").format(side=_side(name)),
            )
        )
    for name in COORDINATES:
        made += [
            Column(f"t*{name}", 66, _made(values, f"t{name}_star"), text(f"t{name}_star", signed=True), tr("target")),
            Column(f"t{name}", 66, _made(values, f"t{name}"), text(f"t{name}", signed=True), tr("predicted")),
            Column(f"d{name}", 66, _made(values, f"d{name}"), text(f"d{name}", signed=True), tr("residual t − t*")),
        ]
    made.append(Column(tr("Loss"), 76, _made(values, "loss"), text("loss", 6), tr("what it adds to the total loss")))
    return [replace(column, extra=True) for column in made]


def _head(name: str) -> str:
    """Return the head of a column of box coordinates; x and y are the centre's."""
    return {"x": tr("Centre x, px"), "y": tr("Centre y, px"), "w": tr("Width, px"), "h": tr("Height, px")}[name]


def _side(name: str) -> str:
    return {"x": "centre", "y": "centre", "w": "width", "h": "height"}[name]


def _known(values: Values, name: str) -> Array:
    """Return a measure (N,) as float32, NaN everywhere for a measure the values lack."""
    if values.lacks(name):
        return np.full(values.inspection.grid.size, np.nan, np.float32)
    return values[name]


def _made(values: Values, name: str) -> Callable[[], Array]:
    return lambda: _known(values, name)


def _texts(values: Values) -> Callable[..., Callable[[int], str]]:
    """Return a maker of functions writing a measure's row: with fixed decimals, or 4 significant digits for "g"."""

    def writer(name: str, digits: int | str = 4, signed: bool = False) -> Callable[[int], str]:
        def text(row: int) -> str:
            if values.lacks(name):
                return NOTHING
            value = float(values[name][row])
            if value != value:
                return NOTHING
            return f"{value:.4g}" if isinstance(digits, str) else fitted(value, digits, MOST_LETTERS, signed)

        return text

    return writer
