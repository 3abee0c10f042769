"""The dialog of an export: which boxes of which pictures, how many they are, and the file."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
)

from rpn_inspector.analysis.export_dataset import ExportCancelled, Outcome, without_words
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.export import SELECTIONS
from rpn_inspector.gui.commands.export_run import (
    SIMULATED,
    ExportChoice,
    told,
    write_export,
)
from rpn_inspector.gui.commands.last_folder import in_last_folder, remember_folder
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.dialog_buttons import save_or_cancel
from rpn_inspector.gui.widgets.fields import ListField, NumberField
from rpn_inspector.gui.widgets.i18n import counted, said, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State

FORMATS = {
    "coco": ("COCO results (*.json)", ".json"),
    "csv": ("CSV (*.csv)", ".csv"),
    "npz": ("NumPy (*.npz)", ".npz"),
    "parquet": ("Parquet (*.parquet)", ".parquet"),
    "voc": ("Pascal VOC, a folder (*)", ""),
    "yolo": ("YOLO, a folder (*)", ""),
    "labelme": ("LabelMe, a folder (*)", ""),
}
DETECTIONS = SELECTIONS.index("detections")
COUNT_AFTER_MS = 200  # a threshold is changed step by step


class ExportDialog(QDialog):
    """Asks what to export of the dataset, recipe and outputs of a state, counts it, and writes it."""

    def __init__(self, services: Services, state: State, listed: tuple[int, ...]) -> None:
        super().__init__(services.parent_widget)
        assert state.dataset is not None
        assert state.predictions is not None
        self.setWindowTitle(tr("Export decoded boxes"))
        self._services, self._state, self._listed = services, state, listed
        self._choice = ExportChoice(dataset=state.dataset, recipe=state.recipe, outputs=state.predictions)
        self.what = self._buttons(
            tr("Proposals: the boxes kept after NMS"),
            tr("Positives: the predicted boxes of the positive anchors"),
            tr("All: the predicted box of every anchor"),
            tr("Detections: the boxes of the last stage"),
        )
        self.what.button(DETECTIONS).setVisible(bool(state.recipe.further))
        total = len(state.dataset)
        self.which = self._buttons(
            tr("This one, {name}").format(name=state.dataset.names[state.index].replace("&", "&&")),
            counted(len(listed), "The 1 in the list", "The {n} in the list"),
            counted(total, "All of the dataset, 1", "All of the dataset, {n}"),
            chosen=2,
        )
        self.which.button(1).setEnabled(bool(listed))
        self.score = NumberField()
        self.score.setRange(0.0, 1.0)
        self.score.setSingleStep(0.05)  # by Up and Down
        self.score.setAccessibleName(tr("Score at least"))
        self.format = ListField()
        for name, (words, _) in FORMATS.items():
            self.format.addItem(tr(words), name)
        self.format.setAccessibleName(tr("Format"))
        self.count = PlainLabel()
        self.count.setWordWrap(True)
        self.count.setMinimumHeight(2 * self.count.fontMetrics().lineSpacing())
        buttons, self.save_button = save_or_cancel(tr("Export…"))
        buttons.accepted.connect(self._ask_file)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._worker = LatestWorker(ExportChoice.count, "count boxes", self)
        self._worker.done.connect(lambda _, outcome: self._say(outcome))
        self._worker.failed.connect(lambda _, error: self._say(error))
        self._soon = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._soon.timeout.connect(lambda: self._worker.ask(self._choice))
        for group in (self.what, self.which):
            group.idToggled.connect(lambda _, on: self._chosen() if on else None)
        self.score.valueChanged.connect(lambda _: self._chosen())
        self._chosen()

    def _buttons(self, *texts: str, chosen: int = 0) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(texts):
            button = QRadioButton(text)
            button.setChecked(number == chosen)
            group.addButton(button, number)
        return group

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form, column = QFormLayout(), QVBoxLayout(self)
        for head, group in ((tr("Boxes"), self.what), (tr("Images"), self.which)):
            for number, button in enumerate(group.buttons()):
                form.addRow(head if not number else "", button)
        form.insertRow(len(SELECTIONS), tr("Score at least"), self.score)
        form.addRow(tr("Format"), self.format)
        form.setVerticalSpacing(4)
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(self.count)
        column.addWidget(buttons)

    # What is chosen, and how much that is

    @property
    def choice(self) -> ExportChoice:
        """Return what is chosen now."""
        images = ((self._state.index,), self._listed, None)[self.which.checkedId()]
        first = self._choice
        return ExportChoice(
            dataset=first.dataset,
            recipe=first.recipe,
            outputs=first.outputs,
            what=SELECTIONS[self.what.checkedId()],
            min_score=round(self.score.value(), 2),
            images=images,
        )

    def _chosen(self) -> None:
        """Say what is known at once, and count the boxes in the background."""
        self._choice.stop.set()
        self._choice = choice = self.choice
        self.save_button.setEnabled(not choice.outputs.simulated)
        if choice.outputs.simulated:
            self.count.setText(tr(SIMULATED))
            return
        if choice.outputs.live:
            self.count.setText(tr("The model runs on each picture with the export; its boxes are counted then."))
            return
        known = said(without_words(choice.without_outputs))
        self.count.setText("; ".join(filter(None, (tr("Counting the boxes…"), known))))
        self._soon.start()

    def _say(self, found: Outcome | InspectorError) -> None:
        if isinstance(found, ExportCancelled):
            return
        if isinstance(found, InspectorError):
            self.count.setText(str(Problem.of(found).text))
            self.save_button.setEnabled(False)
        else:
            self.count.setText(told(found))

    # Where to

    @property
    def proposed(self) -> str:
        """Return a file name made of the dataset's and the recipe's names; the format adds the suffix."""
        words = (self._choice.dataset.home.name, self._state.recipe.name)
        return re.sub(r"[^\w-]+", "-", "-".join(filter(None, words))).strip("-")

    def _ask_file(self) -> None:
        format_ = str(self.format.currentData())
        words, suffix = FORMATS[format_]
        proposed = in_last_folder(self._services.memory, "export_folder", self.proposed + suffix)
        name, _ = QFileDialog.getSaveFileName(self, tr("Export decoded boxes"), proposed, tr(words))
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name + suffix)
        choice = self.choice
        self.accept()
        if path != Path(name) and path.exists():  # the file dialog asked about the name without the suffix
            text = tr("{name} is there already, so nothing was exported; choose its whole name to replace it")
            self._services.fail(Problem.general(text.format(name=path.name)))
        elif write_export(self._services, choice, path, format_):
            remember_folder(self._services, "export_folder", path)

    def done(self, result: int) -> None:
        """Close, and stop counting."""
        self._soon.stop()
        self._choice.stop.set()
        self._worker.close()
        super().done(result)
