"""mAP, its errors by TIDE, and how many lost ground truths are behind each."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.end_names import ERROR_MEANINGS, ERROR_NAMES, ORDER
from rpn_inspector.analysis.audit.evaluation import Evaluation
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.predicted import Predicted
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.gui.audit.end_words import end_short, headed
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized

MOST = 30  # classes
SHOWN = {"AP": "mAP 0.50 to 0.95", "AP50": "mAP 0.50", "AP75": "mAP 0.75"}


class EvaluationTables(QWidget):
    """``error_chosen`` emits an `Error` whose ground truths are wanted."""

    error_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title, self.absent = PlainLabel(tr("Errors of the detections")), PlainLabel()
        self.absent.setWordWrap(True)
        self.numbers = FactTable(tr("mAP and its errors"), ("",), tr("COCO, 101 points"), width=60)
        self.classes = FactTable(
            tr("AP by class"), (tr("boxes"), "AP", "AP 0.50"), tr("IoU 0.50 to 0.95"), lead=tr("class"), width=58
        )
        self.errors = RowTable(tr("Errors of the detections"), 1, True)
        self.errors.setFixedHeight(px(22 + len(Error) * 20 + 4))
        self.errors.setToolTip(tr("TIDE at IoU 0.50; a row lists the ground truths behind an error"))
        self.errors.chosen.connect(lambda row: self.error_chosen.emit(Error(row)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.absent, self.numbers, self.title, self.errors, self.classes):
            column.addWidget(part)
        self.set_theme(theme)
        self.show_audit(None)

    def show_audit(self, found: Audit | None) -> None:
        """Show the evaluation of an audit, or why there is none."""
        evaluation = None if found is None else found.evaluation
        for part in (self.numbers, self.title, self.errors, self.classes):
            part.setVisible(evaluation is not None)
        why = ""
        if found is not None and found.predicted is not None and evaluation is None:
            why = tr("No mAP: {why}").format(why=said(found.no_evaluation) or tr("not evaluated as yet"))
        self.absent.setText(why)
        self.absent.setVisible(bool(why))
        if found is None or found.predicted is None or evaluation is None:
            self.errors.fill([])
            return
        rows = [(tr(words), _known(evaluation.numbers.get(name, np.nan))) for name, words in SHOWN.items()]
        self.numbers.fill(rows, note=tr("by {library}").format(library=evaluation.by))
        there = np.flatnonzero(evaluation.by_class > 0)
        most = np.sort(there[np.argsort(-evaluation.by_class[there], kind="stable")[:MOST]]).tolist()
        self.classes.fill(
            [
                (
                    evaluation.classes[at],
                    f"{int(evaluation.by_class[at]):,}",
                    _known(float(evaluation.ap[at])),
                    _known(float(evaluation.ap50[at])),
                )
                for at in most
            ]
        )
        self.errors.fill(_columns(evaluation, found.predicted))

    def show_error(self, error: Error | None) -> None:
        """Select the row of an error, none without."""
        self.errors.show_row(None if error is None else int(error))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setFont(sized(self.font(), 12, bold=True))
        ink(self.absent, "text_second")
        for table in (self.numbers, self.classes):
            table.set_theme(theme)
        self.errors.columns_model.theme = theme
        self.errors.viewport().update()


def error_name(error: Error) -> str:
    """Return an error of TIDE in a few words."""
    return headed(tr(ERROR_NAMES[error]))


def error_meaning(error: Error) -> str:
    """Return what an error of TIDE is."""
    return tr(ERROR_MEANINGS[error])


def _known(value: float) -> str:
    return NOTHING if np.isnan(value) else number(value, 4)


def _columns(evaluation: Evaluation, outputs: Predicted) -> list[Column]:
    errors = list(Error)
    lost = [rows[outputs.lost[rows]] for rows in map(evaluation.behind, errors)]
    count = np.array([len(rows) for rows in lost])
    names = ["Cls", "Loc", "Both", "Dupe", "Bkg", tr("Missed")]
    points, boxes = 100 * evaluation.points, evaluation.labelled

    def gained(at: int) -> str:
        return NOTHING if np.isnan(points[at]) else number(float(points[at]), 2, True)

    return [
        Column(
            tr("Error"), 48, np.arange(len(errors)), names.__getitem__, tr("what is wrong with a detection"), left=True,
            more=lambda at: f"{error_name(errors[at])}: {error_meaning(errors[at])}",
        ),
        Column(
            tr("Points"), 52, points, gained,
            tr("of mAP 0.50, gained if this error alone were mended: they do not add up"),
        ),
        Column(
            tr("Boxes"), 48, boxes, lambda at: f"{int(boxes[at]):,}", tr("detections; of the missed, ground truths")
        ),
        Column(tr("Lost"), 40, count, lambda at: f"{int(count[at]):,}", tr("lost ground truths behind it")),
        Column(
            tr("where they end"), 140, count, lambda at: _ends(outputs, lost[at]),
            tr("the ends of the lost ones"), left=True,
        ),
    ]  # fmt: skip


def _ends(outputs: Predicted, rows: npt.NDArray[np.int64]) -> str:
    counts = np.bincount(outputs.end[rows], minlength=len(End))
    parts = sorted((end for end in ORDER if counts[end]), key=lambda end: -int(counts[end]))
    return ", ".join(f"{int(counts[end]):,} {end_short(end)}" for end in parts) or NOTHING
