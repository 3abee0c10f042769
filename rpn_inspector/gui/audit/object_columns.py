"""The places of a finding as columns: ground truths, or pictures."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.findings import Found, picture_reasons
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.table_model import Column

Floats = npt.NDArray[np.float64]


def object_columns(audit: Audit, found: Found) -> list[Column]:
    """Return the columns over the ground truths of a finding; a dash for a box left out by the reading."""
    annotations, row = audit.annotations, found.row
    at = np.maximum(row, 0)
    there = row >= 0
    used = there & audit.used[at] if len(audit.used) else there
    index = np.where(there, row - annotations.first[found.image], -1)
    label = np.where(there, annotations.label[at], -1) if len(annotations.label) else np.full(len(row), -1)
    level = np.where(used, audit.best_level[at], -1) if len(audit.used) else np.full(len(row), -1)
    names = audit.recipe.anchors.names

    def known(values: npt.NDArray[np.generic]) -> Floats:
        """Return the values of the ground truths in the assignment, NaN for the others."""
        if not len(values):
            return np.full(len(row), np.nan)
        return np.where(used, values[at].astype(np.float64), np.nan)

    def numbers(title: str, width: int, values: Floats, digits: int, tip: str) -> Column:
        def text(place: int) -> str:
            return NOTHING if np.isnan(values[place]) else number(float(values[place]), digits)

        return Column(title, width, values, text, tip)

    def object_name(place: int) -> str:
        name = annotations.class_name(int(label[place])) if label[place] >= 0 else NOTHING
        return f"{index[place] + 1} {name}" if there[place] else tr("left out")

    def level_name(place: int) -> str:
        return names[int(level[place])] if level[place] >= 0 else NOTHING

    best, low = tr("best IoU with any anchor compared"), tr("of these by the low-quality rule")
    of_best = tr("the level of its best anchor")
    return [
        Column(tr("Object"), 110, index, object_name, tr("number in its image, and class"), left=True),
        _image_column(audit, found),
        numbers(tr("√area"), 56, known(audit.side), 1, tr("square root of its area, network px")),
        *([numbers(tr("Best IoU"), 60, known(audit.best_iou), 4, best)] if audit.knows_iou else []),
        *(
            [numbers(tr("Positives"), 60, known(audit.gt_positives), 0, tr("positive anchors"))]
            if audit.decided
            else []
        ),
        *([numbers(tr("Low-quality"), 72, known(audit.gt_low_quality), 0, low)] if audit.knows_low_quality else []),
        *([Column(tr("Level"), 48, level, level_name, of_best, left=True)] if audit.knows_iou else []),
    ]


def picture_columns(audit: Audit, found: Found) -> list[Column]:
    """Return the columns over the pictures of a finding."""
    reasons = picture_reasons(audit).get(found.kind, {})
    problems = [said(reasons.get(int(image), "")) for image in found.image]
    order = np.argsort(np.argsort(np.array(problems, dtype=str), kind="stable"), kind="stable")
    return [
        _image_column(audit, found),
        Column(tr("Problem"), 300, order, lambda place: problems[place] or NOTHING, tr("why"), left=True),
    ]


def _image_column(audit: Audit, found: Found) -> Column:
    names = audit.annotations.names
    return Column(
        tr("Image"),
        180,
        found.image,
        lambda place: names[int(found.image[place])],
        tr("the image's name"),
        left=True,
        middle=True,
    )
