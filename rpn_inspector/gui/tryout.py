"""What-if over the whole window: what is typed or dragged, what follows from it everywhere, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.words import tr
from rpn_inspector.work.workspace import State

if TYPE_CHECKING:
    from rpn_inspector.gui.window import Window

ABOVE, EDGE = 38, 10  # px from the canvas' upper left corner


class TryOut(QObject):
    """Connects the Explain panel and the canvas of ``window`` with its workspace."""

    def __init__(self, window: Window, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.window, self.explain = window, window.aids.explain
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
        self.explain.whatIfChanged.connect(self._typed)

    def render_state(self, new: State) -> None:
        """Offer the way back while something is tried out, and mark what is copied."""
        tables = self.window.tables
        for table in (tables.anchors, tables.truths, tables.proposals):
            table.note = self.explain.note
        self.back.setVisible(new.shown is not None and new.shown.what_if is not None)

    def reset(self) -> None:
        """Go back to the data."""
        self.window.workspace.try_out(None)
        self.window.canvas.setFocus()

    def _dragged(self, kind: str, box: object) -> None:
        (self.explain.set_predicted if kind == "predicted" else self.explain.set_gt)(box)  # type: ignore[arg-type]

    def _typed(self, _: object) -> None:
        try:
            self.window.workspace.try_out(self.explain.what_if, self.explain.what_if_inspection)
        except InspectorError as error:
            self.window.workspace.fail(None, str(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.back and event.type() == QEvent.Type.Show:
            self.back.adjustSize()
        return super().eventFilter(watched, event)
