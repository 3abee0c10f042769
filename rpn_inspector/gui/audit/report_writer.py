"""Writing the report of the audit in the window: into a new folder of the user's choice, by a thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.analysis.audit.against import Against
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.suggest import Suggestions, suggestions_document
from rpn_inspector.analysis.report.folder import PAGE, SUMMARY, Extras, write_folder
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.output_file import Sources
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.session.compared_with import ComparedWith
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.sources import sources_of

SAID_MS = 20_000
FOLDER = "report_folder"  # in the settings: the folder the last report was put in
MOST_NAMES = 1_000


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Report:
    """What is written, and where to."""

    audit: Audit
    dataset: Dataset
    suggestions: Suggestions | None
    against: Against | None
    command: str
    sources: Sources
    folder: Path

    def write(self) -> list[str]:
        """Write the folder; return what was left out for want of an extra. Raises `BadFile` as the command does."""
        suggestions = None if self.suggestions is None else suggestions_document(self.suggestions)
        comparisons = {} if self.against is None else self.against.document()
        extras = Extras(suggestions=suggestions, comparisons=comparisons, command=self.command, dataset=self.dataset)
        return write_folder(self.audit, self.folder, extras, sources=self.sources)


class ReportWriter(QObject):
    """``changed`` follows the beginning and the end of a report.

    ``working`` says whether one is under way, ``written`` is the folder of the last, ``of`` the audit in it.
    ``command`` returns the command line that writes the same files, "" for none.
    """

    changed = Signal()

    def __init__(self, services: Services, command: Callable[[Audit, bool, ComparedWith | None], str]) -> None:
        super().__init__(services.parent_widget)
        self._services, self._command = services, command
        self._worker = LatestWorker(_Report.write, "report", self)
        self._worker.done.connect(self._wrote)
        self._worker.failed.connect(self._failed)
        self.working = False
        self.written: Path | None = None
        self.of: Audit | None = None

    def ask(
        self,
        found: Audit,
        suggestions: Suggestions | None,
        against: Against | None = None,
        compared: ComparedWith | None = None,
    ) -> None:
        """Ask for the folder, and write there; ``against`` is what came of a comparison with ``compared``."""
        dataset = self._services.workspace.state.dataset
        if dataset is None or self.working:
            return
        proposed = self._proposed(dataset, found)
        beside = (against, compared)
        report = self._taken(
            Path(proposed), found, suggestions, dataset, *beside
        )  # events go on while the dialog is open
        name, _ = QFileDialog.getSaveFileName(
            self._services.parent_widget, tr("Write the report into a new folder"), proposed, tr("A new folder (*)")
        )
        if name:
            self._begin(replace(report, folder=Path(name)))

    def write(self, folder: Path, found: Audit, suggestions: Suggestions | None, dataset: Dataset) -> None:
        """Write the report of ``found`` into ``folder``, in the background."""
        self._begin(self._taken(folder, found, suggestions, dataset))

    def _taken(
        self,
        folder: Path,
        found: Audit,
        suggestions: Suggestions | None,
        dataset: Dataset,
        against: Against | None = None,
        compared: ComparedWith | None = None,
    ) -> _Report:
        """Return the report of what is open now."""
        if against is None or compared is None:
            against = compared = None
        command = self._command(found, suggestions is not None, compared)
        sources = sources_of(self._services.workspace.state)
        if against is not None and compared is not None:
            sources = {**sources, **compared.sources(against.others)}
        return _Report(
            audit=found, dataset=dataset, suggestions=suggestions, against=against, folder=folder, command=command,
            sources=sources,
        )  # fmt: skip

    def _begin(self, report: _Report) -> None:
        self.working, self.written = True, None
        self._worker.ask(report)
        self.changed.emit()

    def open(self) -> None:
        """Open the written page in the browser, the summary where there is no page."""
        if self.written is not None:
            file = next(
                (self.written / name for name in (PAGE, SUMMARY) if (self.written / name).is_file()), self.written
            )
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _proposed(self, dataset: Dataset, found: Audit) -> str:
        """Return a name that is not taken, in the folder of the last report."""
        words = "-".join(filter(None, ("audit", dataset.home.name, found.recipe.name)))
        name = re.sub(r"[^\w-]+", "-", words).strip("-")
        place = self._services.memory.get(FOLDER)
        folder = Path(place) if isinstance(place, str) and Path(place).is_dir() else Path.home()
        free = (folder / f"{name}-{number}" for number in range(2, MOST_NAMES))
        first = folder / name
        return str(first if not first.exists() else next((one for one in free if not one.exists()), first))

    def _wrote(self, report: _Report, left_out: list[str]) -> None:
        self.working, self.written, self.of = False, report.folder, report.audit
        words = tr("Report written into {folder}").format(folder=report.folder)
        self._services.say("; ".join([words, *left_out]), SAID_MS)
        self._services.remember(**{FOLDER: str(report.folder.absolute().parent)})
        self.changed.emit()

    def _failed(self, _: _Report, error: InspectorError) -> None:
        self.working = False
        self._services.fail(Problem.of(error))
        self.changed.emit()

    def close(self) -> None:
        """Stop for good, once a report under way is written."""
        self._worker.close()
