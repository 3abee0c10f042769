"""The columns of the table of anchors; values are computed on the first sort, cells written when visible."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.formulas.numbers import NOTHING, share
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.words import FATE_ROLES, FATE_WORDS, LABEL_WORDS
from rpn_inspector.gui.tables.measure_cells import WIDTH, measure_column
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_cells import MARK
from rpn_inspector.gui.widgets.table_model import Array, Column, width_for

FIRST = ("index", "level", "size", "ratio", "label", "cause", "gt")
LATER = ("sampled", "fate", "objectness", "x", "y", "w", "h")
OF_A_COORDINATE = ("t{}_star", "t{}", "d{}")
BEHIND_LEVEL = 2
# px; others have `WIDTH`
WIDTHS = {"index": 60, "label": 80, "cause": 102, "iou": 52, "score": 44, "r": 58}
WIDTHS |= {"best_gt": 76, "fate": 104, "objectness": 62, "loss": 76}


def anchor_columns(values: Values) -> list[Column]:
    """Return the columns over all N anchors, the hidden columns last.

    The matcher's own measures stand behind the ground truth, the coder's by coordinate, all others at the end.
    """
    matcher = [measure.name for measure in values.inspection.recipe.matcher.measures()]
    coordinates = [form.format(name) for name in values.coordinates for form in OF_A_COORDINATE]
    order = dict.fromkeys([*FIRST, *matcher, "score", *LATER, *coordinates, *values.measures])
    widths, worded = WIDTHS | _widths(values), _worded(values)
    names = [values.inspection.sample.class_name(gt) for gt in range(len(values.inspection.gt))]
    columns = []
    for name in order:
        measure = values.measures.get(name)
        if measure is not None and measure.tip:
            made = None if values.lacks(name) else partial(values.__getitem__, name)
            column = measure_column(measure, made, values.inspection.grid.size, names, widths.get(name, WIDTH))
            columns.append(replace(column, **worded.get(name, {})))
    shown = [column for column in columns if not column.extra]
    shown.insert(BEHIND_LEVEL, _cell(values))
    return [*shown, _of_box_loss(values), *(column for column in columns if column.extra)]


def _widths(values: Values) -> dict[str, int]:
    """Return the widths, px, that depend on the levels and on the longest of the labels."""
    levels = values.inspection.grid.levels
    undecided = [tr(LABEL_WORDS[-2])] if (values.inspection.assignment.label == -2).any() else []
    return {
        "label": max(WIDTHS["label"], MARK + width_for(0, undecided)),
        "level": width_for(42, [level.name for level in levels]),
        "size": width_for(38, [f"{size:.4g}" for level in levels for size in level.sizes]),
        "ratio": width_for(34, [f"{ratio:.4g}" for level in levels for ratio in level.ratios]),
    }


def _worded(values: Values) -> dict[str, dict[str, Any]]:
    """Return text and swatch of the columns that every recipe words alike."""
    assignment, matcher, proposals = (
        values.inspection.assignment,
        values.inspection.recipe.matcher,
        values.inspection.proposals,
    )

    def label(row: int) -> str:
        return LABEL_WORDS[int(assignment.label[row])]

    def fate(row: int) -> str:
        return tr(FATE_WORDS[int(proposals.fate[row])]) if proposals is not None else NOTHING

    def fate_role(row: int) -> str:
        return FATE_ROLES[int(proposals.fate[row]) if proposals is not None else Fate.CUT_LEVEL]

    own: dict[str, dict[str, Any]] = {}
    if not values.inspection.used.any():
        own["iou"] = {"text": lambda _: NOTHING}
    if values.inspection.recipe.anchors.of_points:
        own["index"] = {"title": tr("Point")}
    return own | {
        "level": {"text": lambda row: values.levels[int(values["level"][row])]},
        "label": {"text": lambda row: tr(label(row)), "swatch": label},
        "cause": {"text": lambda row: said(matcher.row(row, assignment))},
        "fate": {"text": fate, "swatch": fate_role},
    }


def _cell(values: Values) -> Column:
    grid = values.inspection.grid

    def cells() -> Array:
        return values.by_cell(lambda level: _rows_first(*level.shape)[..., None], np.int32)

    def cell(row: int) -> str:
        place = grid.locate([row])
        return f"{place.x[0]}, {place.y[0]}"

    return Column(tr("Cell"), 62, cells, cell, tr("cell x, y"), exact=False)


def _rows_first(height: int, width: int) -> Array:
    return np.arange(height)[:, None] * 100_000 + np.arange(width)


def _of_box_loss(values: Values) -> Column:
    inspection = values.inspection
    total, lacking = inspection.loss.box if inspection.loss is not None else 0.0, bool(values.lacks("box_loss"))

    def shares() -> Array:
        if lacking or not 0 < total < np.inf:
            return np.full(inspection.grid.size, np.nan, np.float32)
        return (values["box_loss"].astype(np.float64) / total * 100).astype(np.float32)

    def of_total(row: int) -> str:
        return NOTHING if lacking else share(float(values["box_loss"][row]), total, 2)

    tip = tr("share of the picture's box loss, %; those in the loss only")
    return Column(tr("Box share"), 78, shares, of_total, tip)
