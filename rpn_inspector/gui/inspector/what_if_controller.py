"""What-if over the whole window: the typed or dragged change, the results everywhere, and the return to the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QPushButton, QWidget

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.what_if import WhatIf, apply, with_gt
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.inspector.candidate_panel import TRIED
from rpn_inspector.gui.inspector.explain import ExplainPanel
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.copy_menu import COPY_NOTE
from rpn_inspector.gui.widgets.i18n import refused, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

ABOVE, EDGE = 38, 10  # px from the canvas' upper left corner


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A dragged change, and the data being changed."""

    data: Inspection
    change: WhatIf
    hold: int  # the number of the press of a button in which it was dragged


def _answer(asked: _Asked) -> Inspection:
    """Return what a change makes of the data; called in the thread."""
    found = apply(asked.data, asked.change)
    _ = found.overlap.iou  # of every anchor, and the picture asks first: the box under the mouse does not wait for it
    return found


class TryOut(QUndoCommand):
    """A step from one change to another, None for the data; the steps of one ``hold`` of a box are one."""

    def __init__(
        self, take: Callable[[WhatIf | None], None], before: WhatIf | None, after: WhatIf, hold: int | None = None
    ) -> None:
        super().__init__()
        self.before, self.after, self.hold = before, after, hold
        self._take, self._done = take, True  # it is pushed once done

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, TryOut)
        if self.hold is None or other.hold != self.hold:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._take(self.before)

    def redo(self) -> None:
        if not self._done:
            self._take(self.after)
        self._done = False


class WhatIfController(QObject, Part):
    """Connects the Explain panel and the canvas with the workspace; what is copied in ``places`` says what was changed.

    The results of a dragged box are computed by a worker, one place at a time, the newest next: the box itself
    follows the mouse at once, everything else when ready. Each drag and each typed number is a step to be undone, the
    active one of ``steps`` while there is any.
    """

    def __init__(
        self,
        services: Services,
        explain: ExplainPanel,
        canvas: Canvas,
        places: Sequence[QWidget],
        steps: QUndoGroup,
    ) -> None:
        super().__init__(canvas)
        self.stack, self._steps, self._hold = QUndoStack(self), steps, 0
        self._others: QUndoStack | None = None  # the stack of before
        self._base: Inspection | None = None  # the data that the steps are of
        self._at: WhatIf | None = None  # where the steps have come to
        steps.addStack(self.stack)
        self.explain = explain
        self._services, self._work, self._canvas, self._places = services, services.workspace, canvas, places
        self._shown: Shown | None = None
        self._asked: _Asked | None = None
        self._next: _Asked | None = None
        self._worker = LatestWorker(_answer, "what-if", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(self._failed)
        self.back = QPushButton(tr("Back to the data"), canvas)
        self.back.setObjectName("back")
        self.back.setAccessibleName(tr("Leave the what-if and go back to the data"))
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.setCursor(Qt.CursorShape.ArrowCursor)
        self.back.move(EDGE, ABOVE)
        self.back.clicked.connect(self.reset)
        self.back.hide()
        self.back.installEventFilter(self)
        canvas.tryable = True
        canvas.tried.connect(self._dragged)
        canvas.installEventFilter(self)  # tells one hold of a box from the next
        self.explain.whatIfChanged.connect(self._typed)

    def render_state(self, old: State | None, new: State) -> None:
        """Offer the way back while something is tried out, and mark what is copied."""
        if new.shown is not self._shown:
            self._shown = new.shown
            self._asked = self._next = None  # what was dragged belongs to what was shown
        if self._data is not self._base or self._tried is not self._at:
            self._forget()
        tried = new.shown is not None and new.shown.what_if is not None
        note = self.explain.note or (tr(TRIED) if tried else "")  # with no anchor selected none is explained
        for place in self._places:
            place.setProperty(COPY_NOTE, note)
        self.back.setVisible(new.shown is not None and new.shown.what_if is not None)

    def reset(self) -> None:
        """Go back to the data."""
        self._work.try_out(None)
        self._canvas.setFocus()

    def close_down(self) -> None:
        """Stop the background work."""
        self._worker.close()

    def _dragged(self, kind: str, box: npt.NDArray[np.floating]) -> None:
        data, state = self._data, self._work.state
        if data is None:
            return
        if state.staged is None or state.candidate is None:
            change = self.explain.with_box(kind, box)
        else:
            change = self._for_candidate(data, state.staged.result.name, state.candidate, box)
        if change is not None:
            self._next = _Asked(data, change, self._hold)
            if self._asked is None:
                self._ask()

    def _for_candidate(
        self, data: Inspection, stage: str, candidate: int, box: npt.NDArray[np.floating]
    ) -> WhatIf | None:
        """Return the what-if with another box of the ground truth compared with a candidate."""
        shown, selected = self._work.state.shown, self._work.state.selection
        known = shown.what_if if shown is not None and shown.what_if is not None else WhatIf(selected or 0)
        try:
            return with_gt(data, known, box, data.stages[stage].compared_gt(candidate))
        except InspectorError as error:
            self._services.fail(Problem.of(error))
            return None

    @property
    def idle(self) -> bool:
        """Return whether every dragged change has been answered."""
        return self._asked is None

    @property
    def _data(self) -> Inspection | None:
        shown = self._work.state.shown
        return None if shown is None else shown.inspection if shown.data is None else shown.data

    def _ask(self) -> None:
        self._asked, self._next = self._next, None
        if self._asked is not None:
            self._worker.ask(self._asked)

    def _there(self, asked: _Asked, result: Inspection) -> None:
        # an answer may come after another picture or recipe: it is dropped
        if asked is self._asked and asked.data is self._data:
            # trying out makes a new state, and rendering the state clears what was waiting
            following, before = self._next, self._tried
            self._try(asked.change, result)
            self._push(TryOut(self._take, before, asked.change, asked.hold))
            self._shown, self._next = self._work.state.shown, following
            self._ask()

    def _failed(self, asked: _Asked, error: InspectorError) -> None:
        if asked is self._asked:
            self.explain.say(refused(error))
            self._ask()

    def _typed(self, _: object) -> None:
        before, after = self._tried, self.explain.what_if
        try:
            self._try(after, self.explain.what_if_inspection)
        except InspectorError as error:
            self._services.fail(Problem.of(error))
            return
        if after is not None and after.changed:
            self._push(TryOut(self._take, before, after))

    # Steps

    @property
    def _tried(self) -> WhatIf | None:
        shown = self._work.state.shown
        return None if shown is None else shown.what_if

    def _try(self, change: WhatIf | None, result: Inspection | None = None) -> None:
        """Try ``change`` out, as a step has it. Raises `InspectorError` for an absurd change."""
        before = self._base, self._at
        self._base, self._at = self._data, change if change is not None and change.changed else None
        try:
            self._work.try_out(change, result)
        except InspectorError:
            self._base, self._at = before
            raise

    def _push(self, step: TryOut) -> None:
        if self._steps.activeStack() is not self.stack:
            self._others = self._steps.activeStack()
            self._steps.setActiveStack(self.stack)
        self.stack.push(step)

    def _take(self, change: WhatIf | None) -> None:
        if self._data is self._base:  # else another picture came since
            self._try(change)

    def _forget(self) -> None:
        """Leave no step of what is shown no more; undo is of the recipe again."""
        self._base, self._at = self._data, self._tried
        self.stack.clear()
        if self._others is not None and self._steps.activeStack() is self.stack:
            self._steps.setActiveStack(self._others)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.back and event.type() == QEvent.Type.Show:
            self.back.adjustSize()
        if watched is self._canvas and event.type() == QEvent.Type.MouseButtonPress:
            self._hold += 1
        return super().eventFilter(watched, event)
