"""Writing the audit's findings for a tool of annotation: into a new file of the user's choice, by a thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.report.found_boxes import found_by_audit
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.output_file import Sources
from rpn_inspector.exchange.finding_file import words, write_findings
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.sources import sources_of

SAID_MS = 20_000
FOLDER = "findings_folder"  # in the settings: the folder the last findings were put in


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Writing:
    """What is written, and where to."""

    audit: Audit
    dataset: Dataset
    file: Path
    format: str
    sources: Sources

    def write(self) -> list[Text]:
        """Write the file; return in lines what it holds and leaves out. Raises `BadFile` as the command does."""
        found = found_by_audit(self.audit, self.dataset)
        write_findings(found, self.file, self.format, self.sources)
        return words(found, self.format)


class FindingsWriter(QObject):
    """``changed`` follows the beginning and the end of a file; ``working`` says whether one is under way."""

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services.parent_widget)
        self._services = services
        self._worker = LatestWorker(_Writing.write, "findings", self)
        self._worker.done.connect(self._wrote)
        self._worker.failed.connect(self._failed)
        self.working = False

    def ask(self, found: Audit) -> None:
        """Ask for file and format, and write there."""
        state = self._services.workspace.state
        if state.dataset is None or self.working:
            return
        filters = {tr("COCO with attributes: CVAT, FiftyOne (*.json)"): "coco"}
        filters[tr("FiftyOne's labels.json (*.json)")] = "fiftyone"
        dataset, sources = state.dataset, sources_of(state)  # events go on while the dialog is open
        title, proposed = tr("Write the boxes with findings into a new file"), self._proposed(dataset, found)
        name, chosen = QFileDialog.getSaveFileName(
            self._services.parent_widget, title, proposed, ";;".join(filters)
        )  # fmt: skip
        if name:
            file = Path(name) if Path(name).suffix else Path(f"{name}.json")
            format = filters.get(chosen, "coco")
            self._begin(_Writing(audit=found, dataset=dataset, file=file, format=format, sources=sources))

    def _begin(self, writing: _Writing) -> None:
        self.working = True
        self._worker.ask(writing)
        self.changed.emit()

    def _proposed(self, dataset: Dataset, found: Audit) -> str:
        name = re.sub(r"[^\w-]+", "-", f"findings-{dataset.home.name}-{found.recipe.name}").strip("-")
        place = self._services.memory.get(FOLDER)
        folder = Path(place) if isinstance(place, str) and Path(place).is_dir() else Path.home()
        return str(folder / f"{name}.json")

    def _wrote(self, writing: _Writing, lines: list[Text]) -> None:
        self.working = False
        written = tr("Findings written into {file}").format(file=writing.file)
        self._services.say("; ".join([written, *map(said, lines)]), SAID_MS)
        self._services.remember(**{FOLDER: str(writing.file.absolute().parent)})
        self.changed.emit()

    def _failed(self, _: _Writing, error: InspectorError) -> None:
        self.working = False
        self._services.fail(Problem.of(error))
        self.changed.emit()

    def close(self) -> None:
        """Stop for good, once a file under way is written."""
        self._worker.close()
