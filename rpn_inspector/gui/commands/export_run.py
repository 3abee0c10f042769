"""An export from the window: what is asked for, counted in a thread, and written with progress and cancel."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog

from rpn_inspector.analysis.export_dataset import ExportCancelled, Outcome, count_boxes, export_dataset, outcome_words
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.session.problem import Problem

SAY_MS = 20_000
SIMULATED = "simulated predictions are for looking only and are not exported"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ExportChoice:
    """What is to be exported; ``images`` are the pictures' indices, None for all, ``stop`` calls a count off."""

    dataset: Dataset
    recipe: Recipe
    outputs: Outputs
    what: str = "proposals"
    min_score: float = 0.0
    images: tuple[int, ...] | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    def count(self) -> Outcome:
        """Return what would be written; raises `ExportCancelled` once called off, `InspectorError` for nothing."""
        return count_boxes(
            self.dataset, self.recipe, self.outputs, self.what,
            progress=lambda *_: self.stop.is_set(), min_score=self.min_score, images=self.images,
        )  # fmt: skip

    @property
    def without_outputs(self) -> int:
        """Return how many of the pictures have no outputs by their names, at once and without reading any."""
        if self.outputs.live or not self.outputs.names:
            return 0
        names, ids, has = self.dataset.names, self.dataset.image_ids, self.outputs.has
        places = range(len(names)) if self.images is None else self.images
        return sum(not has(names[place], ids[place]) for place in places)


def told(outcome: Outcome) -> str:
    """Return how many boxes of how many pictures, and how many pictures are left out, as the command line says."""
    return "; ".join(map(said, outcome_words(outcome)))


def write_export(services: Services, choice: ExportChoice, path: Path, format_: str) -> bool:
    """Export to ``path``, whose replacing was asked about; return whether written. Messages say what and where."""
    if choice.outputs.simulated:
        services.fail(Problem.general(tr(SIMULATED)))
        return False
    progress = QProgressDialog(tr("Exporting decoded boxes…"), tr("Cancel"), 0, 0, services.parent_widget)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(500)

    def tell(done: int, total: int) -> bool:
        progress.setMaximum(total)
        progress.setValue(done)
        # The export runs in the window's own thread: without this call Cancel would never be noticed.
        QApplication.processEvents()
        return progress.wasCanceled() or not services.parent_widget.isVisible()  # closed by a signal

    try:
        outcome = export_dataset(
            choice.dataset, choice.recipe, choice.outputs, path, format_, what=choice.what, overwrite=True,
            progress=tell, min_score=choice.min_score, images=choice.images,
        )  # fmt: skip
    except ExportCancelled:
        services.say(tr("Export cancelled; nothing was written"), 8000)
        return False
    except InspectorError as error:
        services.fail(Problem.of(error))
        return False
    finally:
        progress.close()
    words = tr("{path}: {what}").format(path=path, what=told(outcome))
    log.info(words)
    services.say(words, SAY_MS)
    return True
