"""The columns of the table of ground truths."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.scan.scan import COVERED, missed
from rpn_inspector.core.boxes import sides
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import KIND_WORDS
from rpn_inspector.gui.tables.measure_cells import WIDTH, measure_column
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_model import Column, alphabetic

WIDTHS = {"best_iou": 56, "low_quality": 68, "rule_only": 56, "taken_by": 68}  # px
LONGEST = 400  # letters of attributes in a cell; a description may be a whole page


def gt_columns(inspection: Inspection) -> list[Column]:
    """Return the columns over the G ground truths."""
    assignment, gt, sample = inspection.assignment, inspection.gt, inspection.sample
    kinds, known = sample.gt_kind, inspection.positives_known
    names = [sample.class_name(g) for g in range(len(gt))]
    width, height = sides(gt)
    words = [_short(str(attributes)) for attributes in sample.gt_attributes]
    matcher, values = inspection.recipe.matcher, Values(inspection)
    found = [matcher.gt_finding(g, assignment, inspection.used) for g in range(len(gt))]
    missed_too = missed(inspection, inspection.used & (width > 0) & (height > 0))
    unproposed = tr("no proposal at IoU {v}").format(v=f"{COVERED:.2f}")
    finds = [said(text) if text is not None else unproposed if missed_too[g] else "" for g, text in enumerate(found)]
    columns = [
        Column(tr("GT"), 36, np.arange(len(gt)) + 1, lambda r: str(r + 1), tr("ground truth, counted from 1")),
        Column(tr("Class"), 80, alphabetic(names), lambda r: names[r], tr("its class"), left=True),
        Column(
            tr("Kind"),
            46,
            kinds,
            lambda r: KIND_WORDS[int(kinds[r])] or NOTHING,
            tr("crowd, difficult or ignored"),
            left=True,
        ),
        Column(tr("w, px"), 50, width, lambda r: number(float(width[r]), 1), tr("width, network px")),
        Column(tr("h, px"), 50, height, lambda r: number(float(height[r]), 1), tr("height, network px")),
        Column(
            tr("Positives"),
            58,
            assignment.gt_positives,
            lambda r: f"{assignment.gt_positives[r]:,}" if known else NOTHING,
            tr("anchors it owns"),
        ),
        *(
            measure_column(measure, partial(_of_used, measure, values), len(gt), names, WIDTHS.get(measure.name, WIDTH))
            for measure in matcher.gt_measures()
        ),
        Column(tr("Finding"), 138, alphabetic(finds), lambda r: finds[r], tr("what stands out"), left=True),
    ]
    tip = tr("what its annotation says besides: area, truncated, occluded, pose, ...")
    column = Column(
        tr("Attributes"), 138, lambda: alphabetic(words), lambda r: words[r] or NOTHING, tip, left=True, extra=True
    )
    return [*(replace(shown, more=lambda r: words[r]) for shown in columns), column]


def _of_used(measure: Measure[MeasureSource], values: Values) -> Array:
    """Return a measure of the ground truths, NaN of those that take no part where it is no count."""
    found, used = measure.values(values), values.inspection.used
    return np.where(used, found, found.dtype.type(np.nan)) if np.issubdtype(found.dtype, np.floating) else found


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
