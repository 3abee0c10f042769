"""The linter's findings of one kind as places and columns of the Audit workspace."""

from __future__ import annotations

import numpy as np

from rpn_inspector.analysis.audit.findings import Found
from rpn_inspector.analysis.lint.lint import FindingList, LintReport
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.table_model import Column


def places_of(report: LintReport, found: FindingList) -> Found:
    """Return the places of findings: -1 for a picture or a ground truth that there is none of."""
    image, row = np.asarray(found.image, np.int64), np.asarray(found.row, np.int64)
    return Found(kind=found.kind, image=image, row=row, of=report.images)


def lint_columns(found: FindingList) -> list[Column]:
    """Return the columns over the findings; those about the dataset have no image."""
    order = np.arange(len(found))
    by_image = np.where(np.asarray(found.image) < 0, np.inf, found.image)

    def image(place: int) -> str:
        return found[place].image or NOTHING

    def words(place: int) -> str:
        return found[place].words

    return [
        Column(tr("Image"), 180, by_image, image, tr("the image's name"), left=True, middle=True, exact=False),
        Column(tr("Finding"), 420, order, words, tr("what is odd, in the order of the dataset"), left=True, more=words),
    ]
