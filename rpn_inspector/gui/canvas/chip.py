"""The filter in force, as a chip on the picture: the filter outlives the picture and the panel of typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.session.state import State

EDGE, WIDEST = 10, 420  # px


class FilterChip(QPushButton, Part):
    """Says in the upper right corner of ``canvas`` what is filtered by; a click clears the filter."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.filter = self._share = ""
        self.hide()
        canvas.installEventFilter(self)

    def render_state(self, old: State | None, new: State) -> None:
        """Show the filter of ``new`` and how many anchors pass, or nothing."""
        before = self.isHidden(), self.geometry()
        self._say(new)
        if before != (self.isHidden(), self.geometry()):
            required(self.parentWidget()).update()  # labels of boxes make room

    def _say(self, new: State) -> None:
        found = new.passing
        self.filter = new.filter
        self.setVisible(bool(new.filter) and new.shown is not None)
        if not new.filter or found is None:
            return
        share = ""
        if not found.problem:
            total = found.values.inspection.grid.size
            share = tr("{passing} of {total}").format(passing=f"{found.count:,}", total=f"{total:,}")
        words = tr("Clear the filter {filter}").format(filter=new.filter)
        self.setToolTip(as_tip(words))
        self.setAccessibleName(words)
        self.setAccessibleDescription(share)
        self._share = share
        self._place()

    def _place(self) -> None:
        room = min(WIDEST, required(self.parentWidget()).width() - 2 * EDGE)
        end = f"   {self._share}   ×" if self._share else "   ×"
        metrics = self.fontMetrics()
        text = tr("Filter: {filter}").format(filter=self.filter)
        left = max(room - metrics.horizontalAdvance(end) - 24, 0)
        self.setText((metrics.elidedText(text, Qt.TextElideMode.ElideRight, left) + end).replace("&", "&&"))
        self.resize(self.sizeHint().boundedTo(self.maximumSize()))
        self.move(required(self.parentWidget()).width() - self.width() - EDGE, EDGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.filter:
            self._place()
        return False
