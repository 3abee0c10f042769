"""A small table of facts whose rows can be chosen, by a press or by the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.fact_table import FactTable

KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter)
BEYOND = 4  # px of a marked row beyond its text


class ChoiceTable(FactTable):
    """The first rows of a table, as many as `choices`, can be chosen: ``chosen`` emits the row.

    The arrows move a frame, Enter chooses.
    """

    chosen = Signal(int)
    value_label = ElidedLabel  # a press is the table's

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.choices, self._marked, self._at = 0, -1, 0
        self.setMouseTracking(True)

    def set_choices(self, count: int) -> None:
        """Let the first ``count`` rows be chosen."""
        self.choices, self._at = count, min(self._at, max(count - 1, 0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)
        self.update()

    def mark(self, row: int) -> None:
        """Mark the row that is chosen, -1 for none."""
        self._marked = row
        self._at = row if row >= 0 else self._at
        self.update()

    def band(self, row: int) -> QRect:
        """Return where a row lies."""
        cells = self.cells[row]
        found = cells[0].geometry().united(cells[-1].geometry())
        return QRect(0, found.top(), self.width(), found.height()).adjusted(-BEYOND, 0, BEYOND, 0)

    def _row_at(self, y: float) -> int:
        return next((row for row in range(self.choices) if self.band(row).top() <= y <= self.band(row).bottom()), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if 0 <= self._marked < self.choices:
            painter.fillRect(self.band(self._marked), QColor(self.theme.selected_row))
        if self.hasFocus() and self._at < self.choices:
            painter.setPen(QColor(self.theme.text))
            painter.drawRect(self.band(self._at).intersected(self.rect()).adjusted(0, 0, -1, -1))
        painter.end()
        super().paintEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = self._row_at(event.position().y()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._at = row
            self.chosen.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()  # the arrows move here, not through the pictures of the dataset
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, key = self.choices - 1, Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._at)
            return
        moves = {
            Qt.Key.Key_Up: self._at - 1, Qt.Key.Key_Down: self._at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if key not in moves:
            super().keyPressEvent(event)
            return
        self._at = min(max(moves[key], 0), last)
        self.update()
