"""The layout doctor in the window: reports outputs that do not fit, and shows the fitting readings."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.analysis.layout.diagnosis import Diagnosis
from rpn_inspector.analysis.layout.reread import Checkup, Reread, check_up
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.text import Text
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import said, titled, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import px
from rpn_inspector.session.problem import Problem, ProblemKind
from rpn_inspector.session.state import State

HEADS = ("Reading", "Recall", "Mean IoU", "Separation", "Ranking", "Agreement")
TIPS = (
    "how the arrays would have to be read; 'as the recipe says' is the reading shown now",
    "share of ground truths that a high-scoring decoded box covers at IoU 0.5",
    "mean IoU of ground truths with the best of those boxes",
    "mean logit of positives less that of negatives",
    "share of pairs in which a positive anchor scores above a negative one: 1 always, 0.5 is chance",
    "how much of the targets t* the outputs t explain: 1 all of it, 0 no more than zeros would, below 0 even less; "
    "1 less the mean distance of t and t* over the mean size of t*, over the positive anchors",
)


class LayoutDoctor(QObject, Part):
    """Checks newly opened outputs once, and offers to find the layout of those that do not fit."""

    def __init__(self, services: Services) -> None:
        super().__init__(services.parent_widget)
        self.services = services
        self.worker = LatestWorker(check_up, "layout", self)
        self.worker.done.connect(self._answered)
        self.worker.failed.connect(lambda _, error: services.fail(Problem.of(error)))
        self._seen: tuple[object, object] | None = None
        self.dialog: LayoutDialog | None = None

    def render_state(self, old: State | None, new: State) -> None:
        """Check outputs shown for the first time under a recipe; close the dialog of other outputs."""
        if self.dialog is not None and self.dialog.outputs is not new.predictions:
            self.dialog.reject()
        shown = new.shown
        if shown is None or new.busy or not _of_a_network(shown.predictions):
            return
        if self._seen != (shown.predictions, shown.recipe):
            self._seen = (shown.predictions, shown.recipe)
            self.worker.ask(
                Checkup(
                    dataset=shown.dataset,
                    outputs=shown.predictions,
                    recipe=shown.recipe,
                    sample=shown.inspection.sample,
                    prediction=shown.inspection.prediction,
                )
            )

    def can_help(self, state: State) -> bool:
        """Return whether the problem shown is about layout, and `ask` can be called."""
        about_layout = state.problem is not None and state.problem.kind is ProblemKind.LAYOUT
        return about_layout and self.can_ask(state)

    def can_ask(self, state: State) -> bool:
        """Return whether a network's outputs are open over a dataset, so that other layouts can be tried."""
        return state.dataset is not None and _of_a_network(state.predictions)

    def ask(self) -> None:
        """Try the plausible layouts of the open outputs, in the background."""
        state = self.services.workspace.state
        if state.dataset is not None and _of_a_network(state.predictions):
            self.services.say(tr("Trying the plausible layouts…"))
            self.worker.ask(Checkup(state.dataset, state.predictions, state.recipe))

    def _answered(self, asked: Checkup, answer: Text | Diagnosis | None) -> None:
        if asked.outputs is not self.services.workspace.state.predictions:
            return
        if isinstance(answer, Diagnosis):
            self.services.say("")
            if self.dialog is not None:
                self.dialog.reject()
            self.dialog = LayoutDialog(self, asked.outputs, answer, self.services.parent_widget)
            self.dialog.finished.connect(self._put_away)
            self.dialog.show()
        elif answer is not None:
            words = tr("These outputs do not fit the recipe: {answer}").format(answer=said(answer))
            self.services.fail(Problem(ProblemKind.LAYOUT, words))

    def _put_away(self) -> None:
        self.dialog = None  # deleted by Qt on closing, as set in the dialog

    def use(self, outputs: Outputs, diagnosis: Diagnosis, row: int) -> None:
        """Show the outputs under the reading in ``row`` of the diagnosis."""
        hypothesis = diagnosis.fits[row].hypothesis
        recipe = None if hypothesis.corrected == hypothesis.recipe else hypothesis.corrected
        read = outputs if not hypothesis.deviations else Reread(outputs, hypothesis)
        self.services.workspace.use_predictions(read, recipe=recipe)

    def close_down(self) -> None:
        """Stop the background work."""
        self.worker.close()


def _of_a_network(outputs: Outputs | None) -> TypeGuard[Outputs]:
    """Return whether outputs are a network's own, as stored: neither decoded boxes nor read again already."""
    return outputs is not None and not (outputs.simulated or outputs.encoded_back or isinstance(outputs, Reread))


class LayoutDialog(QDialog):
    """The best readings with evidence; a button shows the outputs under the chosen reading."""

    def __init__(self, doctor: LayoutDoctor, outputs: Outputs, diagnosis: Diagnosis, parent: QWidget) -> None:
        super().__init__(parent)
        self.outputs = outputs
        self.setWindowTitle(tr("Layout of the raw outputs"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(px(880), px(360)).boundedTo(parent.window().size() - QSize(60, 60)))
        verdict = PlainLabel(titled(diagnosis.verdict))
        verdict.setWordWrap(True)
        self.verdict = verdict
        self.table = QTableWidget(len(diagnosis.fits), len(HEADS))
        self.table.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        self.table.setAccessibleName(tr("Readings of the raw outputs"))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setMinimumSectionSize(20)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # a reading is a list
        self.table.horizontalHeader().setHighlightSections(False)
        for column, tip in enumerate(map(tr, TIPS)):
            required(self.table.horizontalHeaderItem(column)).setToolTip(as_tip(tip))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in range(len(HEADS)):
            side = right if column else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            required(self.table.horizontalHeaderItem(column)).setTextAlignment(side)
        for row, fit in enumerate(diagnosis.fits):
            cells = (
                said(fit.words),
                f"{100 * fit.recall:.0f} %",
                number(fit.mean_iou, 3),
                number(fit.separation, 2, signed=True),
                number(fit.ranking, 3),
                number(fit.agreement, 3),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(as_tip(text))
                if column:
                    item.setTextAlignment(right)
                self.table.setItem(row, column, item)
        heads = self.table.horizontalHeader()
        for column in range(1, len(HEADS)):
            self.table.setColumnWidth(column, max(px(84), heads.sectionSizeHint(column)))
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if diagnosis.fits:
            self.table.selectRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.use = buttons.addButton(tr("Read them so"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setToolTip(tr("show the outputs under the chosen reading; the file stays as it is"))
        self.use.setEnabled(bool(diagnosis.fits))
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self.accept)
        self.accepted.connect(lambda: doctor.use(outputs, diagnosis, self.table.currentRow()))
        column_ = QVBoxLayout(self)
        for widget in (verdict, self.table, buttons):
            column_.addWidget(widget)
