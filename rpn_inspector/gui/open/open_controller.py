"""Opening datasets and raw outputs: requested, read in the background with progress, and cancelled."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.choose import Ambiguous
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.open_dataset import Options
from rpn_inspector.gui.open.ambiguity_dialog import AmbiguityDialog
from rpn_inspector.gui.open.dialogs import files_asked, outputs_asked
from rpn_inspector.gui.open.dragged_paths import paths_in
from rpn_inspector.gui.shell.progress_page import ProgressPage
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.shell.top_bar import TopBar
from rpn_inspector.gui.widgets.i18n import refused, said, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session import settings
from rpn_inspector.session.dropped import DroppedFiles, sort_out
from rpn_inspector.session.last_session import layers_of, opened_by, set_layers_of
from rpn_inspector.session.open_request import (
    BeforeReload,
    FirstPicture,
    Loaded,
    OpenRequest,
    open_or_ask,
    open_outputs,
)
from rpn_inspector.session.problem import Problem, ProblemKind

TELL_SECONDS = 0.05
SHOW_AFTER_MS = 350  # a quicker opening shows no progress
NOTE_MS = 10_000
Places = Path | tuple[Path, ...]
log = logging.getLogger(__name__)


@dataclass(eq=False)
class _OpenJob:
    """An opening under way; ``stop`` cancels. ``recipe`` wins over a recipe named by the outputs."""

    wanted: OpenRequest
    recipe: Recipe | None = None
    stop: threading.Event = field(default_factory=threading.Event)


class OpenController(QObject, Part):
    """Opens the paths from menus, drops and lists; the open dataset stays until the next is read.

    ``keep_recipe``: a recipe given at the start wins over a recipe named by outputs. ``attended``: whether a user can
    answer questions; without, a question is a problem. ``recipe_chosen`` emits a dropped recipe's path,
    ``reading_changed`` whether a slow opening is under way.
    """

    recipe_chosen = Signal(str)
    reading_changed = Signal(bool)
    _progress_heard = Signal(object, int, int)
    _pictured = Signal(object, object)

    def __init__(
        self,
        services: Services,
        top_bar: TopBar,
        page: ProgressPage,
        keeping_search: Callable[[], AbstractContextManager[None]],
    ) -> None:
        super().__init__(services.parent_widget)
        self.services, self._top_bar, self._keeping_search = services, top_bar, keeping_search
        self._workspace, self._window = services.workspace, services.parent_widget
        self.keep_recipe, self.attended = False, True
        self.opened: OpenRequest | None = None  # the request that opened the dataset
        self.question: AmbiguityDialog | None = None
        self.page = page
        self.page.cancelled.connect(self.cancel)
        self._job: _OpenJob | None = None
        self._refused: OpenRequest | None = None  # the last, where it could not be opened
        self._located: dict[Path, Path] = {}  # the folder of pictures by the place of the annotations
        self._looked_in = Path()  # the folder that was looked in last
        self._waiting: tuple[Places, Path | None] | None = None  # outputs, with their layout, for the next dataset
        self._worker = LatestWorker(self._work, "open", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(self._failed)
        self._loader = LatestWorker(lambda asked: open_outputs(*asked), "outputs", self)
        self._loader.done.connect(self._loaded)
        self._loader.failed.connect(lambda _, error: self._fail(Problem.of(error)))
        self._progress_heard.connect(self._tell)
        self._pictured.connect(self._show_first)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOW_AFTER_MS)
        self._soon.timeout.connect(self._show_page)

    # What a user asks for

    def ask_folder(self) -> None:
        """Let the user choose a folder: a dataset, a dump, or a folder of checkpoints."""
        path = QFileDialog.getExistingDirectory(self._window, tr("Open a folder"))
        if path:
            self.open_paths([Path(path)])

    def ask_files(self) -> None:
        """Let the user choose files of any kind the program reads."""
        paths = files_asked(self._window)
        if paths:
            self.open_paths(paths)

    def ask_outputs(self, folder: bool = False) -> None:
        """Let the user choose raw outputs: a file, or a ``folder``."""
        path = outputs_asked(self._window, folder)
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
        image_path: str | None = None,
    ) -> None:
        """Open a dataset, in the background.

        Args:
            path: a dataset, a folder of pictures, or a file of annotations.
            predictions: raw outputs to show over the pictures.
            image: the name of the first picture to show, None for the first of the dataset.
            layout: a file saying the layout of ``predictions``.
            options: the manner of opening the dataset.
            step: the training step in a folder of checkpoints, None for the last.
            image_path: the first picture by the path another tool knows it under.
        """
        self._ask(
            OpenRequest(
                path, predictions=predictions, image=image, image_path=image_path, layout=layout,
                options=options or Options(), step=step,
            )
        )  # fmt: skip

    def open_outputs(self, places: Places, layout: Path | None = None) -> None:
        """Show outputs over the open dataset, read in the background; without a dataset, over the next to open."""
        if self._job is not None:  # for the dataset being opened
            self._waiting = (places, layout)
            return
        self._loader.ask((places, self._workspace.state.dataset, layout))
        self._say(tr("Opening {path}…").format(path=_words(places)))

    def wait_with(self, outputs: Path) -> None:
        """Keep outputs that the program was started with for the dataset or pictures that are opened next."""
        self.reading_changed.emit(False)  # as was announced
        self.open_outputs(outputs)

    def takes(self, data: QMimeData) -> bool:
        """Return whether dragged data can be opened; the status line gives the reason for a refusal."""
        try:
            sort_out(paths_in(data))
        except InspectorError as error:
            self._say(refused(error), NOTE_MS)
            return False
        return True

    def open_dropped(self, data: QMimeData) -> None:
        """Open the data dropped on the window."""
        try:
            self._open_dropped(sort_out(paths_in(data)))
        except InspectorError as error:
            self._fail(Problem.of(error))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open the readable paths; the problem line names the rest."""
        try:
            self._open_dropped(sort_out(paths))
        except InspectorError as error:
            self._fail(Problem.of(error))

    def _open_dropped(self, dropped: DroppedFiles) -> None:
        if dropped.recipe is not None:
            self.recipe_chosen.emit(str(dropped.recipe))
        outputs: Places | None = dropped.outputs[0] if len(dropped.outputs) == 1 else dropped.outputs or None
        place, pictures = dropped.dataset, dropped.pictures
        if len(pictures) == 1:
            place, pictures = pictures[0], ()
        elif pictures:
            place = Path(os.path.commonpath([picture.parent for picture in pictures]))
        if place is not None:
            wanted = OpenRequest(place, predictions=outputs, layout=dropped.layout, pictures=pictures)
            self._ask(wanted, self._workspace.state.recipe if dropped.recipe is not None else None)
        elif outputs is not None:
            self.open_outputs(outputs, dropped.layout)

    def reopen(self) -> None:
        """Open the dataset of the last session again, at the same picture and layers, if recorded."""
        session = self.services.memory.get("session")
        wanted, layers = opened_by(session), layers_of(session)
        if wanted is None:
            self.reading_changed.emit(False)  # as may have been announced
            return
        work = self._workspace
        if layers is not None:
            work.show_layers(layers, work.state.heat, set_layers_of(session))
        self._ask(wanted)

    def reload(self) -> None:
        """Read the open files again; picture, recipe and selection stay as far as still present."""
        if self.opened is not None:
            self._ask_again(self.opened.options)

    def turn_pictures(self) -> None:
        """Open the dataset again with the boxes in pictures turned as in EXIF, or in pictures as stored."""
        state = self._workspace.state
        if self.opened is not None and state.dataset is not None:
            self._ask_again(replace(self.opened.options, turned=not state.dataset.turned))

    def ask_pictures(self) -> None:
        """Let the user choose the folder of pictures that were not found; see `locate`."""
        path = QFileDialog.getExistingDirectory(self._window, tr("The folder of the pictures"), str(self._looked_in))
        if path:
            self.locate(Path(path))

    def locate(self, folder: Path) -> None:
        """Open the same annotations with the pictures under ``folder``: those just refused, else the open ones.

        The folder is remembered for this place until the window closes.
        """
        self._looked_in = folder
        problem, refused = self._workspace.state.problem, self._refused
        if refused is not None and problem is not None and problem.kind is ProblemKind.PICTURES:
            self._ask(replace(refused, options=replace(refused.options, images=folder)))
        elif self.opened is not None and self._workspace.state.dataset is not None:
            self._ask_again(replace(self.opened.options, images=folder), self._workspace.state.dataset.missing)

    def _ask_again(self, options: Options, missing: int | None = None) -> None:
        state = self._workspace.state
        if self.opened is not None and state.dataset is not None:
            again = BeforeReload(state.predictions, state.timeline, state.index, missing)
            name = state.dataset.names[state.index]
            self._ask(replace(self.opened, options=options, image=name, before=again), state.recipe)

    def cancel(self) -> None:
        """Stop opening; the open dataset stays."""
        if self._job is not None:
            name = self._job.wanted.name
            self._end()
            self._forget_waiting()
            self._say(tr("Stopped opening {name}.").format(name=name))

    def set_theme(self, theme: Theme) -> None:
        self.page.set_theme(theme)

    def close_down(self) -> None:
        """Stop for good; returns when the threads have ended."""
        self._end()
        self._worker.close()
        self._loader.close()

    # On the way

    def _ask(self, wanted: OpenRequest, recipe: Recipe | None = None) -> None:
        standing = self.page.isVisible()
        self._end()
        self._refused = None
        located = self._located.get(wanted.path.absolute())
        if located is not None and wanted.options.images is None and not wanted.pictures and located.is_dir():
            wanted = replace(wanted, options=replace(wanted.options, images=located))
        if self.question is not None:
            self.question.close()
        self._job = _OpenJob(wanted, recipe)
        self.page.begin(wanted.name, wanted.path)
        if standing:
            self._show_page()
        else:  # the page comes only after `SHOW_AFTER_MS`: a quick opening never flashes
            self._soon.start()
        self._say(tr("Opening {path}…").format(path=wanted.name if wanted.pictures else wanted.path))
        self._worker.ask(self._job)

    def _end(self) -> None:
        """Cancel the opening under way."""
        if self._job is not None:
            self._job.stop.set()
        self._job = None
        self._soon.stop()
        self._say("")
        self.reading_changed.emit(self.reading)

    def _show_page(self) -> None:
        if self._job is not None:
            self.reading_changed.emit(self.reading)
            self.page.cancel.setFocus()

    @property
    def reading(self) -> bool:
        """Return whether an opening has lasted longer than `SHOW_AFTER_MS`."""
        return self._job is not None and not self._soon.isActive()

    @property
    def under_way(self) -> bool:
        """Return whether something is being opened."""
        return self._job is not None

    def _tell(self, job: _OpenJob, done: int, total: int) -> None:
        if job is self._job:
            self.page.tell(done, total)

    def _show_first(self, job: _OpenJob, first: FirstPicture) -> None:
        if job is self._job:
            self.page.show_first(first)

    # In the thread

    def _work(self, job: _OpenJob) -> tuple[Any, Loaded, int] | Ambiguous:
        last = 0.0

        def progress(done: int, total: int) -> bool:
            nonlocal last
            # Each report is an event of the window: a report for every file would fill the window's queue.
            if time.monotonic() - last > TELL_SECONDS:
                last = time.monotonic()
                self._progress_heard.emit(job, done, total)
            return job.stop.is_set()

        return open_or_ask(job.wanted, progress, lambda first: self._pictured.emit(job, first))

    # Results

    def _failed(self, job: _OpenJob, error: InspectorError) -> None:
        if job is self._job:
            self._end()
            self._forget_waiting()
            self._fail(Problem.of(error))
            self._refused = job.wanted if job.wanted.before is None else None

    def _fail(self, problem: Problem) -> None:
        self._say("")
        self.services.fail(problem)

    def _forget_waiting(self) -> None:
        """Drop outputs waiting for a dataset that failed to open; with no dataset open the outputs wait on."""
        if self._workspace.state.dataset is not None:
            self._waiting = None

    def _there(self, job: _OpenJob, result: tuple[Any, Loaded, int] | Ambiguous) -> None:
        if job is not self._job:
            return
        asked = job.wanted
        self._end()
        if isinstance(result, Ambiguous):
            self._ask_which(job, result)
            return
        dataset, loaded, index = result
        self.opened = replace(asked, before=None, image=None)
        if asked.options.images is not None:
            self._located[asked.path.absolute()] = asked.options.images
        work, known = self._workspace, self._top_bar.known
        before = work.state.recipe
        # A reload: the other outputs in the top row stay listed, except outputs just read again.
        if asked.before is not None:
            with self._keeping_search():
                work.renew(dataset, loaded.outputs, index, loaded.timeline)
            read = {one.path for one in (loaded.outputs, *loaded.others) if one is not None}
            self._top_bar.offer(tuple(one for one in known if one is not asked.before.outputs and one.path not in read))
            self._say(_again_words(asked, dataset), NOTE_MS)
        else:
            if not asked.pictures:
                memory = self.services.memory
                memory["recent"] = settings.with_recent(settings.texts(memory, "recent"), str(asked.path))
            note = ""
            if job.recipe is None and not self.keep_recipe:
                loaded, note = self._under_which(asked, loaded, before)
            elif self.keep_recipe:
                note = self._made_under(loaded)
            recipe = job.recipe or (None if self.keep_recipe else loaded.recipe)
            work.open(dataset, loaded.outputs, index, loaded.timeline, recipe)
            self._note(note)
        self._top_bar.offer(loaded.others)
        self._tell_problems(None if self.keep_recipe else loaded.problem, loaded.no_match)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.open_outputs(*waiting)

    def _under_which(self, asked: OpenRequest, loaded: Loaded, before: Recipe) -> tuple[Loaded, str]:
        """Return the outputs and recipe to show, and a note on a recipe changed or outputs left out.

        The demo's model was not asked for: a recipe chosen by the user stays.
        """
        work = self._workspace
        own, other = work.own_recipe, loaded.recipe
        if loaded.stand_in and loaded.outputs is not None and work.state.own is not None and other != own:
            words = tr("{name} is shown under your recipe {own}; the demo's model is listed under Predictions.")
            return replace(Loaded(None), others=(loaded.outputs,)), words.format(name=asked.name, own=own.name)
        if loaded.stand_in and other is not None:
            words = tr("No outputs came with {name}: the demo's model runs on it under its own recipe {recipe}.")
            return loaded, words.format(name=asked.name, recipe=other.name)
        if other is not None and work.state.own is not None and other != own:
            words = tr("The recipe is {recipe}, which the outputs name; yours, {own}, returns with the next dataset.")
            return loaded, words.format(recipe=other.name, own=own.name)
        if other is None and before != own:
            return loaded, tr("The recipe is {own} again.").format(own=own.name)
        return loaded, ""

    def _made_under(self, loaded: Loaded) -> str:
        """Return a note where the outputs say another recipe than the one kept, or an unknown one, else nothing."""
        if loaded.problem is not None:
            return said(loaded.problem.text)
        own, other = self._workspace.own_recipe, loaded.recipe
        if other is None or other.hash == own.hash:
            return ""
        words = tr("The outputs were made under the recipe {recipe}; they are shown under {own}.")
        return words.format(recipe=other.name, own=own.name)

    def _ask_which(self, job: _OpenJob, question: Ambiguous) -> None:
        if not self.attended:
            self._fail(Problem.of(question))
            return
        self.question = AmbiguityDialog(job.wanted, question, self._window)
        self.question.taken.connect(lambda wanted: self._ask(wanted, job.recipe))
        self.question.finished.connect(self._answered)
        self.question.show()

    def _answered(self) -> None:
        self.question = None

    def _loaded(self, asked: tuple[Places, Any, Path | None], loaded: Loaded) -> None:
        self._say("")
        places, dataset, layout = asked
        work = self._workspace
        if dataset is not work.state.dataset:
            if dataset is None:  # a dataset was opened while the outputs were read
                self.open_outputs(places, layout)
            return
        if dataset is None:
            self._waiting = (places, layout)
            self._say(tr("{name} waits for a dataset or pictures: open or drop them.").format(name=_words(places)))
            return
        work.use_predictions(loaded.outputs, loaded.timeline, loaded.recipe)
        self._tell_problems(loaded.problem, loaded.no_match)

    def _tell_problems(self, *problems: Problem | None) -> None:
        found = [problem for problem in problems if problem is not None]
        if found:
            self._fail(reduce(Problem.before, found))

    def _note(self, text: str) -> None:
        """Show in the status line, and log, a step taken without the user's request."""
        if text:
            log.info(text)
            self._say(text, NOTE_MS)

    def _say(self, text: str, for_ms: int = 0) -> None:
        self.services.say(text, for_ms)


def _again_words(asked: OpenRequest, dataset: Dataset) -> str:
    """Return what is said of a dataset read again, or with the pictures of another folder."""
    if asked.before is None or asked.before.missing is None:
        return tr("Read {name} again.").format(name=asked.name)
    total = len(dataset) + len(dataset.orphans)
    return tr("{name}: {found} of {total} pictures found.").format(
        name=asked.name, found=f"{total - dataset.missing:,}", total=f"{total:,}"
    )


def _words(places: Places) -> str:
    """Return the name of outputs at one or several places."""
    return str(places) if isinstance(places, Path) else f"{places[0].name} … {places[-1].name}"
