"""B's picture follows A's: both are drawn as a pair, none beside another picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from rpn_inspector.gui.shell.quick_moves import QuickMoves
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Request, Shown, compute
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace

Pair = tuple[Shown, Shown]


class PairFollower:
    """A, the picture looked at, and B, ``other``, computed in the background while the page is ``active``.

    A's next picture waits for B's. While pictures are passed by, each pair that is ready is drawn, and the panels wait
    for the last.
    """

    def __init__(self, work: Workspace, quick_moves: QuickMoves, parent: QObject) -> None:
        self.work, self.other = work, Workspace(State(recipe=work.state.recipe))
        self.active = False
        self._quick_moves = quick_moves
        self._beside: State | None = None  # A as it was when B's picture was asked for
        self._read: Pair | None = None  # the pair the panels were filled with last
        self.worker = LatestWorker(lambda asked: compute(asked[0]), "compare", parent)
        self.worker.done.connect(lambda asked, shown: self._take(self.other.deliver, asked, shown))
        self.worker.overtaken.connect(lambda asked, shown: self._take(self.other.pass_by, asked, shown))
        self.worker.failed.connect(lambda asked, error: self.other.fail(asked[0], Problem.of(error)))

    def set_active(self, active: bool) -> None:
        """Start or stop following; nothing is computed for B while the page is hidden.

        The pair drawn last is kept, here, by B and by whoever drew it: the page comes back as it was left, at once.
        """
        self.active = active
        if not active:
            self._beside = None  # of a picture passed by, which is not come back to

    def ask(self) -> None:
        """Ask for B's picture."""
        if self.active and self.other.wanted is not None:
            self.worker.ask((self.other.wanted, self.work.state))

    def _take(self, take: Callable[[Request, Shown], None], asked: tuple[Request, State], shown: Shown) -> None:
        """Take an answer for B together with the state of A it was asked beside."""
        before, self._beside = self._beside, asked[1]
        take(asked[0], shown)
        if self.other.state.shown is not shown:  # no longer wanted
            self._beside = before

    @property
    def drawn(self) -> tuple[State, State]:
        """Return the states to draw, of one picture."""
        a, b = self.work.state, self.other.state
        if a.shown is None:
            return a, b if b.dataset is a.dataset and b.index == a.index and not b.busy else replace(b, shown=None)
        if _same_picture(a.shown, b.shown):
            return a, b
        if self._beside is not None and _same_picture(self._beside.shown, b.shown):
            passed = replace(self._beside, layers=a.layers, heat=a.heat, selection=None, gt=None, busy=a.busy)
            return replace(passed, hover=None, pointed=()), b
        return a, replace(b, shown=None)

    @property
    def pair(self) -> Pair | None:
        """Return what is drawn on both sides, None unless on both."""
        a, b = (one.shown for one in self.drawn)
        return None if a is None or b is None else (a, b)

    @property
    def apart(self) -> bool:
        """Return whether the picture's file has another size for B than for A: it changed on the disk in between."""
        a, b = self.work.state.shown, self.other.state.shown
        return _of_one_place(a, b) and not _same_picture(a, b)

    @property
    def gone_on(self) -> bool:
        """Return whether A has gone on to a picture that is not drawn yet."""
        return self.drawn[0].shown is not self.work.state.shown

    @property
    def unread(self) -> bool:
        """Return whether another pair is drawn than the panels were filled with."""
        return self.pair != self._read

    @property
    def passing_by(self) -> bool:
        """Return whether the pair drawn is only passed by, too short a time for panels."""
        return self.other.state.on_the_way or (self._quick_moves.moving and self.unread)

    def read(self) -> Pair | None:
        """Return the pair to fill the panels with now, None while pictures are passed by."""
        self._read = None if self.passing_by else self.pair
        return self._read

    def close(self) -> None:
        """Stop the background work."""
        self.worker.close()


def _of_one_place(a: Shown | None, b: Shown | None) -> bool:
    return a is not None and b is not None and a.dataset is b.dataset and a.index == b.index


def _same_picture(a: Shown | None, b: Shown | None) -> bool:
    """Return whether both show a picture of the dataset as it was of one size."""
    if a is None or b is None or not _of_one_place(a, b):
        return False
    return a.stamp == b.stamp or a.inspection.sample.size == b.inspection.sample.size
