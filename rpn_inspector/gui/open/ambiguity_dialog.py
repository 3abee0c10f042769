"""The question on a folder with several readings: a dialog with the choices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from rpn_inspector.data.datasets.choose import Ambiguous
from rpn_inspector.data.datasets.open_dataset import Options
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.session.open_request import OpenRequest


class AmbiguityDialog(QDialog):
    """Lists the choices for opening a folder; Enter or a double click takes the current choice."""

    taken = Signal(object)

    def __init__(self, asked: OpenRequest, question: Ambiguous, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Which annotations?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asked, self.question = asked, question
        text = PlainLabel(
            tr("{name} can be opened in {choices} ways. Which one?").format(
                name=question.folder.name, choices=len(question.choices)
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Ways to open the folder"))
        self.list.addItems([choice.words(question.folder) for choice in question.choices])
        for row, choice in enumerate(question.choices):
            self.list.item(row).setToolTip(
                as_tip(tr("on the command line: {options}").format(options=choice.options(question.folder)))
            )
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        for widget in (text, self.list, buttons):
            column.addWidget(widget)
        self._show_whole()

    def _show_whole(self) -> None:
        """Make the list as large as the text, within the parent window."""
        rows, parent = self.list, required(self.parentWidget())
        frame = 2 * rows.frameWidth() + 8
        width = rows.sizeHintForColumn(0) + frame
        height = sum(rows.sizeHintForRow(row) for row in range(rows.count())) + frame
        rows.setMinimumSize(min(width, parent.width() - 60), min(height, parent.height() - 160))
        self.adjustSize()

    def _take(self) -> None:
        choice = self.question.choices[self.list.currentRow()]
        options = options_of(choice.files, choice.format, self.asked.options)
        self.accept()
        self.taken.emit(replace(self.asked, options=options))


def options_of(files: tuple[Path, ...], format_: str, before: Options) -> Options:
    """Return ``before`` with a choice added: a single file by name, or else the format."""
    if len(files) == 1:
        return replace(before, annotations=files[0])
    return replace(before, format=format_)
