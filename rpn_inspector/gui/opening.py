"""Opening datasets and raw outputs: asked for, read in the background, shown how far it is, and called off."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rpn_inspector.core.resources import resource
from rpn_inspector.data.choosing import Ambiguous
from rpn_inspector.data.opening import Options
from rpn_inspector.gui.asking import WhichDialog
from rpn_inspector.gui.reading import ReadingPage
from rpn_inspector.gui.session import layers_of, opened_by
from rpn_inspector.gui.words import tr
from rpn_inspector.gui.worker import LatestWorker
from rpn_inspector.work import settings
from rpn_inspector.work.opening import FirstPicture, Loaded, Opened, open_or_ask, open_outputs

if TYPE_CHECKING:
    from rpn_inspector.gui.window import Window

TELL_SECONDS = 0.05
SHOW_AFTER_MS = 350  # what opens sooner needs no progress
ANNOTATIONS = "Annotations (*.json *.xml *.yaml *.yml *.txt *.csv *.odgt *.tfrecord);;All files (*)"
OUTPUTS = "Raw outputs (*.zip meta.json *.json *.txt *.pkl *.onnx *.npz);;All files (*)"


@dataclass(eq=False)
class _Job:
    """One opening; ``stop`` calls it off."""

    wanted: Opened
    stop: threading.Event = field(default_factory=threading.Event)


def outputs_asked(parent: QWidget, folder: bool) -> Path | None:
    """Ask for raw outputs, a file of them, or a ``folder``: one dump, or several checkpoints; None if none is wanted.

    Who looks for a dump that is a folder among the files finds its ``meta.json`` there, which stands for it.
    """
    if folder:
        path = QFileDialog.getExistingDirectory(parent, tr("Open a folder of raw outputs"))
    else:
        path, _ = QFileDialog.getOpenFileName(parent, tr("Open a file of raw outputs"), "", tr(OUTPUTS))
    if not path:
        return None
    chosen = Path(path)
    return chosen.parent if chosen.name == "meta.json" else chosen


class Opening(QObject):
    """What the window's menus, drops and lists open. The open dataset stays until the next one is there."""

    _told = Signal(object, int, int)
    _pictured = Signal(object, object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.opened: Opened | None = None  # what the open dataset was opened by
        self.question: WhichDialog | None = None
        self.page = ReadingPage()
        self.page.cancelled.connect(self.cancel)
        window.frame.pages.addWidget(self.page)
        self._job: _Job | None = None
        self._worker = LatestWorker(self._work, "open", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(self._failed)
        self._loader = LatestWorker(lambda asked: open_outputs(*asked), "outputs", self)
        self._loader.done.connect(self._loaded)
        self._loader.failed.connect(lambda _, message: self._problem(message))
        self._told.connect(self._tell)
        self._pictured.connect(self._show_first)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOW_AFTER_MS)
        self._soon.timeout.connect(self._show_page)

    # What a user asks for

    def ask_folder(self) -> None:
        """Let the user choose a dataset folder."""
        path = QFileDialog.getExistingDirectory(self.window.frame, tr("Open a dataset folder"))
        if path:
            self.open_path(Path(path))

    def ask_file(self) -> None:
        """Let the user choose an annotation file."""
        path, _ = QFileDialog.getOpenFileName(self.window.frame, tr("Open an annotation file"), "", tr(ANNOTATIONS))
        if path:
            self.open_path(Path(path))

    def ask_outputs(self, folder: bool = False) -> None:
        """Let the user choose raw outputs: a file of them, or a ``folder``."""
        path = outputs_asked(self.window.frame, folder)
        if path is not None:
            self.open_outputs(path)

    def open_demo(self) -> None:
        """Open the bundled dataset."""
        self.open_path(resource("demo"))

    def open_path(
        self,
        path: Path,
        predictions: Path | None = None,
        image: str | None = None,
        layout: Path | None = None,
        options: Options | None = None,
        step: int | None = None,
    ) -> None:
        """Open a dataset, in the background."""
        self._ask(Opened(path, predictions, image, layout, options or Options(), step))

    def open_outputs(self, path: Path) -> None:
        """Lay the outputs at ``path`` over the open dataset, in the background."""
        self._loader.ask((path, self.window.workspace.state.dataset))
        self._say(tr("Opening {path}…").format(path=path))

    def open_dropped(self, path: Path) -> None:
        """Open what was dropped: a dump, a recipe, or a dataset."""
        if path.suffix == ".zip" or (path / "meta.json").is_file():
            self.open_outputs(path)
        elif path.suffix == ".toml":
            self.window.choose_recipe(str(path))
        else:
            self.open_path(path)

    def reopen(self) -> None:
        """Go on where the last window was closed, if what it showed is still there."""
        session = self.window.memory.get("session")
        wanted, layers = opened_by(session), layers_of(session)
        if wanted is None:
            return
        work = self.window.workspace
        if layers is not None:
            work.show_layers(layers, work.state.heat)
        self._ask(wanted)

    def turn_pictures(self) -> None:
        """Open the dataset again with its boxes belonging to the pictures as EXIF turns them, or back as stored."""
        state = self.window.workspace.state
        if self.opened is not None and state.dataset is not None:
            options = replace(self.opened.options, turned=not state.dataset.turned)
            self._ask(replace(self.opened, options=options, image=state.dataset.names[state.index]))

    def cancel(self) -> None:
        """Stop opening; what was open stays."""
        if self._job is not None:
            path = self._job.wanted.path
            self._end()
            self._say(tr("Stopped opening {name}.").format(name=path.name))

    def close_down(self) -> None:
        """Stop for good; returns when the threads have ended."""
        self._end()
        self._worker.close()
        self._loader.close()

    # On the way

    def _ask(self, wanted: Opened) -> None:
        self._end()
        self._job = _Job(wanted)
        self.page.begin(wanted.path)
        self._soon.start()
        self._say(tr("Opening {path}…").format(path=wanted.path))
        self._worker.ask(self._job)

    def _end(self) -> None:
        """Let go of what is being opened."""
        if self._job is not None:
            self._job.stop.set()
        self._job = None
        self._soon.stop()
        self._say("")
        self.window.show_page()

    def _show_page(self) -> None:
        if self._job is not None:
            self.window.show_page()
            self.page.cancel.setFocus()

    @property
    def reading(self) -> bool:
        """Return whether something is being opened that takes its time."""
        return self._job is not None and not self._soon.isActive()

    def _tell(self, job: _Job, done: int, total: int) -> None:
        if job is self._job:
            self.page.tell(done, total)

    def _show_first(self, job: _Job, first: FirstPicture) -> None:
        if job is self._job:
            self.page.show_first(first)

    # In the thread

    def _work(self, job: _Job) -> tuple[Any, Loaded, int] | Ambiguous:
        last = 0.0

        def progress(done: int, total: int) -> bool:
            nonlocal last
            if time.monotonic() - last > TELL_SECONDS:
                last = time.monotonic()
                self._told.emit(job, done, total)
            return job.stop.is_set()

        return open_or_ask(job.wanted, progress, lambda first: self._pictured.emit(job, first))

    # What came of it

    def _failed(self, job: _Job, message: str) -> None:
        if job is self._job:
            self._end()
            self._problem(message)

    def _problem(self, message: str) -> None:
        self._say("")
        self.window.workspace.fail(None, message)

    def _there(self, job: _Job, result: tuple[Any, Loaded, int] | Ambiguous) -> None:
        if job is not self._job:
            return
        asked = job.wanted
        self._end()
        if isinstance(result, Ambiguous):
            self.question = WhichDialog(asked, result, self.window.frame)
            self.question.taken.connect(self._ask)
            self.question.show()
            return
        dataset, loaded, index = result
        self.opened = asked
        window = self.window
        window.memory["recent"] = settings.with_recent(settings.texts(window.memory, "recent"), str(asked.path))
        recipe = None if window.keep_recipe else loaded.recipe
        window.workspace.open(dataset, loaded.outputs, index, loaded.timeline, recipe)
        window.choosers.offer(loaded.others)
        self._tell_problems(None if window.keep_recipe else loaded.problem, loaded.stray)

    def _loaded(self, asked: tuple[Path, Any], loaded: Loaded) -> None:
        self._say("")
        if asked[1] is self.window.workspace.state.dataset:
            self.window.workspace.use_predictions(loaded.outputs, loaded.timeline, loaded.recipe)
            self._tell_problems(loaded.problem, loaded.stray)

    def _tell_problems(self, *problems: str | None) -> None:
        found = [problem for problem in problems if problem is not None]
        if found:
            self._problem("; ".join(found))

    def _say(self, text: str) -> None:
        self.window.frame.statusBar().showMessage(text)
