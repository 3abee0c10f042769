"""Looks for new steps of a training, and lets the newest slide in unless the user stands still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.data.predictions.made_under import recipe_of
from rpn_inspector.gui.follow.follow_bar import FollowBar
from rpn_inspector.gui.follow.since_page import SincePage
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import refused, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.following import News, look
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State

EVERY_MS = 500


class Follower(QObject, Part):
    """Follows one training at a time.

    ``open_run`` opens its dataset, in the background, at the first step, and where that failed at the next news;
    ``opens`` tells whether anything is being opened.
    """

    def __init__(
        self,
        services: Services,
        bar: FollowBar,
        page: SincePage,
        open_run: Callable[[Path], object],
        opens: Callable[[], bool],
    ) -> None:
        super().__init__(services.parent_widget)
        self.services, self.bar, self.page, self._open, self._opens = services, bar, page, open_run, opens
        self.path: Path | None = None
        self.news: News | None = None
        self.paused = False
        self.since: int | None = None  # the step compared from, None for the oldest kept
        self._said: tuple[str, ...] = ()  # what cannot be read, as last told
        self._line = ""  # what of that stands in the window
        self._tried: News | None = None  # at which the dataset was last asked for
        self._pace: float | None = None
        self._worker = LatestWorker(lambda asked: look(*asked), "follow", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(lambda asked, error: self._say_broken(asked[0], (refused(error),)))
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._ask)
        bar.pause_wanted.connect(self.pause)
        bar.newest_wanted.connect(self.catch_up)
        bar.step_wanted.connect(self._go)
        bar.since_wanted.connect(self._compare_from)

    def follow(self, path: Path) -> None:
        """Follow the training recorded at ``path``, which may not be there yet."""
        self.path, self.news, self.paused, self._tried, self._pace = path.absolute(), None, False, None, None
        self.since, self._said, self._line = None, (), ""
        self._timer.start()
        self._ask()

    def ask(self) -> None:
        """Let the user choose the folder of a training to follow."""
        path = QFileDialog.getExistingDirectory(self.services.parent_widget, tr("The folder of a recorded training"))
        if path:
            self.follow(Path(path))

    def pause(self) -> None:
        """Stand still at the step shown, or follow on."""
        if self.path is None:
            return
        if self.paused:
            self.catch_up()
        else:
            self.paused = True
            self._show()

    def catch_up(self) -> None:
        """Go to the newest step, and follow on."""
        if self.path is not None:
            self.paused = False
            self._slide()

    def render_state(self, old: State | None, new: State) -> None:
        """Follow no more once something else is open; a step the user went back to is stood still at."""
        if self.path is None or new.dataset is None:
            return
        if new.dataset.root != self.path:
            if old is not None and old.dataset is not new.dataset:
                self._stop()
            return
        timeline = new.timeline
        moved = old is not None and timeline is not None and old.timeline is timeline
        if moved and old is not None and old.predictions is not new.predictions:
            self.paused |= timeline is not None and new.predictions is not timeline.dumps[-1]
        self._show()

    def close_down(self) -> None:
        self._timer.stop()
        self._worker.close()

    def _stop(self) -> None:
        self._timer.stop()
        self.path = self.news = None
        self.bar.hide()

    def _ask(self) -> None:
        if self.path is not None:
            self._worker.ask((self.path, self.news))

    def _there(self, asked: tuple[Path, News | None], found: News) -> None:
        if asked[0] != self.path:
            return
        before, self.news = self.news, found
        self._say_broken(asked[0], found.unread)
        if before is not None and before.run is not None and found.run is not None and not found.same(before):
            seconds = found.run.seconds - before.run.seconds
            if before.newest is not None and found.newest is not None and seconds > 0 and found.newest > before.newest:
                self._pace = (found.newest - before.newest) / seconds
        dataset = self.services.workspace.state.dataset
        if dataset is None or dataset.root != self.path:
            if found.timeline is not None and not found.same(self._tried) and not self._opens():
                self._tried = found
                self._open(self.path)
            self._show()
        else:
            self._slide()

    def _say_broken(self, path: Path, lines: tuple[str, ...]) -> None:
        """Say once what cannot be read: over the picture where there is nothing else of the training to be shown.

        What can be read again, or is gone, is said no longer.
        """
        if path != self.path:
            return
        new, self._said = [line for line in lines if line not in self._said], lines
        if self._line and self._line not in lines:
            self._take_back()
        if not new:
            return
        self._line = new[-1]
        if self.news is None or self.news.timeline is None:
            self.services.fail(Problem.general(self._line))
        else:
            self.services.say(self._line)

    def _take_back(self) -> None:
        """Say no longer what is no longer true."""
        work, line, self._line = self.services.workspace, self._line, ""
        if work.state.problem is not None and work.state.problem.text == line:
            work.dismiss()
        else:
            self.services.unsay(line)

    def _slide(self) -> None:
        """Let the steps there are now be the timeline, and the newest be shown unless the user stands still."""
        work, news = self.services.workspace, self.news
        timeline = None if news is None else news.timeline
        state = work.state
        if timeline is not None and state.dataset is not None and state.dataset.root == self.path:
            newest = timeline.dumps[-1]
            wanted = state.predictions if self.paused and state.predictions is not None else newest
            if state.timeline is not timeline or state.predictions is not wanted:
                work.use_predictions(wanted, timeline, self._recipe(state, newest))
        self._show()

    def _recipe(self, state: State, newest: Outputs) -> Recipe:
        """Return the recipe to look under: the user's own stays, that of the training is the recorded one."""
        try:
            recorded = recipe_of(newest)
        except InspectorError:
            recorded = None
        return state.recipe if state.own is not None or recorded is None else recorded

    def _go(self, place: int) -> None:
        self.services.workspace.scrub(place)

    def _compare_from(self, place: int) -> None:
        kept = () if self.news is None or self.news.timeline is None else self.news.timeline.steps
        self.since = kept[place] if place < len(kept) else None
        self._show()

    def _show(self) -> None:
        if self.news is not None:
            state = self.services.workspace.state
            kept = () if self.news.timeline is None else self.news.timeline.steps
            self.since = self.since if self.since in kept else None
            since = self.since if self.since is not None else next(iter(kept), None)
            step = None if state.predictions is None else state.predictions.step
            self.bar.tell(self.news, step, self.paused, self._pace, since=since, loss=state.recipe.loss)
            if state.dataset is not None and state.dataset.root == self.path:
                self.page.tell(self.news.run, self.since)
