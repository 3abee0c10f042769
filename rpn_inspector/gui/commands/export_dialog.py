"""Exporting from the window: file, kind of boxes, progress with cancel."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from rpn_inspector.analysis.export_dataset import ExportCancelled, export_dataset
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State

FILTERS = {
    "COCO results (*.json)": ("coco", ".json"),
    "CSV (*.csv)": ("csv", ".csv"),
    "NumPy (*.npz)": ("npz", ".npz"),
    "Parquet (*.parquet)": ("parquet", ".parquet"),
    "Pascal VOC, a folder (*)": ("voc", ""),
    "YOLO, a folder (*)": ("yolo", ""),
    "LabelMe, a folder (*)": ("labelme", ""),
}


class ExportDialog:
    """Asks for a file, then writes the proposals of every picture in original px."""

    def __init__(self, services: Services, state: State) -> None:
        self.services, self.state = services, state

    @property
    def proposed(self) -> str:
        """Return a file name made of the dataset's and the recipe's names; the chosen format adds the suffix."""
        dataset = self.state.dataset.root.name if self.state.dataset is not None else ""
        return re.sub(r"[^\w-]+", "-", "-".join(filter(None, (dataset, self.state.recipe.name)))).strip("-")

    def run(self) -> None:
        """Ask, and export; messages go to the status bar and the problem line."""
        name, chosen = QFileDialog.getSaveFileName(
            self.services.main_window, tr("Export decoded boxes"), self.proposed, ";;".join(map(tr, FILTERS))
        )
        if name:
            format_, suffix = {tr(words): kind for words, kind in FILTERS.items()}.get(chosen, ("coco", ".json"))
            path = Path(name) if Path(name).suffix else Path(name + suffix)
            if path != Path(name) and path.exists():  # the file dialog asked about the name without the suffix
                words = tr("{name} is there already, so nothing was exported; choose its whole name to replace it")
                self.services.fail(Problem.general(words.format(name=path.name)))
                return
            self.write(path, format_)

    def write(self, path: Path, format_: str) -> None:
        """Export to ``path``; the dialog has asked about overwriting."""
        outputs = self.state.predictions
        assert outputs is not None
        if isinstance(outputs, SimulatedPredictions):
            words = tr("simulated predictions are for looking only and are not exported")
            self.services.fail(Problem.general(words))
            return
        progress = QProgressDialog(tr("Exporting decoded boxes…"), tr("Cancel"), 0, 0, self.services.main_window)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(500)

        def tell(done: int, total: int) -> bool:
            progress.setMaximum(total)
            progress.setValue(done)
            # The export runs in the window's own thread: without this call Cancel would never be noticed.
            QApplication.processEvents()
            return progress.wasCanceled() or not self.services.main_window.isVisible()  # closed by a signal

        assert self.state.dataset is not None
        try:
            outcome = export_dataset(
                self.state.dataset, self.state.recipe, outputs, path, format_, overwrite=True, progress=tell
            )
            self.services.say(
                tr("{boxes} of {images} in {path}").format(
                    boxes=counted(outcome.boxes, "1 box", "{n} boxes"),
                    images=counted(outcome.images, "1 image", "{n} images"),
                    path=path,
                ),
                8000,
            )
        except ExportCancelled:
            self.services.say(tr("Export cancelled; nothing was written"), 8000)
        except InspectorError as error:
            self.services.fail(Problem.of(error))
        finally:
            progress.close()
