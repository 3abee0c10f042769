"""How often each label, or fate, in A becomes each in B."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.canvas.pens import SWATCH_WIDTH, swatch
from rpn_inspector.gui.theme import Theme, sized
from rpn_inspector.gui.words import tr

CELL, ROW_HEAD, HEAD, ROW = 78, 84, 48, 26
STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
Counts = npt.NDArray[np.int64]


class CountMatrix(QWidget):
    """Counts (k, k) by what anchors are in A (rows) and in B (columns); a click picks one cell, a second lets it go."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.matrix: Counts | None = None
        self.names: tuple[str, ...] = ()
        self.roles: tuple[str, ...] = ()
        self.what = "label"
        self.chosen: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Labels in A and in B"))
        self.setMinimumWidth(ROW_HEAD + 4 * 56)
        self.setMinimumHeight(HEAD + 4 * ROW + 2)

    def show_counts(self, matrix: Counts | None, what: str, names: Sequence[str], roles: Sequence[str] = ()) -> None:
        """Show other counts of ``what`` ("label" or "fate"); ``roles`` name the line styles of labels."""
        self.matrix, self.chosen, self.what = matrix, None, what
        self.names, self.roles = tuple(names), tuple(roles)
        self.setMinimumHeight(HEAD + (len(self.names or "123") + 1) * ROW + 2)
        self.setAccessibleName(tr("{capitalize}s in A and in B").format(capitalize=what.capitalize()))
        if matrix is not None:
            pairs = ((i, j) for i in range(len(self.names)) for j in range(len(self.names)))
            cells = [
                tr("{names} to {names2}: {matrix:,}").format(
                    names=self.names[i], names2=self.names[j], matrix=matrix[i, j]
                )
                for i, j in pairs
            ]
            self.setAccessibleDescription("; ".join(cells))
        self.update()

    def cell_width(self) -> int:
        """Return a column's width, px: narrower where there are many."""
        return min(CELL, (self.width() - ROW_HEAD) // (len(self.names) + 1))

    def pick(self, cell: tuple[int, int] | None) -> None:
        """Choose a cell, or none."""
        self.chosen = cell
        self.picked.emit(cell)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.matrix is None:
            return
        x, y, size = event.position().x() - ROW_HEAD, event.position().y() - HEAD, len(self.names)
        row, column = int(y // ROW), int(x // self.cell_width())
        inside = 0 <= row < size and 0 <= column < size and x >= 0 and y >= 0
        self.pick((row, column) if inside and (row, column) != self.chosen else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if self.matrix is None or (step is None and event.key() != Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        elif step is None:
            self.pick(None)
        else:
            row, column = self.chosen or (-step[0], -step[1])
            size = len(self.names)
            self.pick(((row + step[0]) % size, (column + step[1]) % size))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.matrix is None:
            return
        painter = QPainter(self)
        self._paint_heads(painter)
        names = (*self.names, tr("all"))
        for row, name in enumerate(names):
            y = HEAD + row * ROW
            marked = row < len(self.roles)
            painter.setFont(sized(self.font(), 12))
            painter.setPen(QColor(self.theme.text))
            if marked:
                painter.drawPixmap(4, y + 7, swatch(self.roles[row], self.theme))
            painter.drawText(26 if marked else 4, y, ROW_HEAD, ROW, LEFT, name)
            if row == len(self.names):
                painter.fillRect(
                    4, y, ROW_HEAD + len(names) * self.cell_width() - 12, 1, QColor(self.theme.line_strong)
                )
            counts = self.matrix[row] if row < len(self.names) else self.matrix.sum(0)
            self._paint_row(painter, row, y, [*counts.tolist(), int(counts.sum())])
        if self.hasFocus():
            painter.setPen(QColor(self.theme.line_strong))
            painter.drawRect(0, 0, ROW_HEAD + len(names) * self.cell_width(), HEAD + len(names) * ROW)

    def _paint_heads(self, painter: QPainter) -> None:
        width = self.cell_width()
        painter.setFont(sized(self.font(), 11 if width >= CELL else 10))
        painter.setPen(QColor(self.theme.text_caption))
        painter.drawText(4, 0, ROW_HEAD, 20, LEFT, tr("{what} in A").format(what=self.what))
        painter.drawText(
            ROW_HEAD,
            0,
            len(self.names) * width,
            20,
            int(Qt.AlignmentFlag.AlignCenter),
            tr("{what} in B").format(what=self.what),
        )
        for column, name in enumerate((*self.names, tr("all"))):
            x = ROW_HEAD + column * width
            if painter.fontMetrics().horizontalAdvance(name.rpartition(" ")[2]) > width - 6:
                name = (
                    f"{name[: max(3, len(name) * (width - 6) // painter.fontMetrics().horizontalAdvance(name) - 1)]}."
                )
            painter.drawText(x, 16, width - 8, 30, HEADS, name)
            if column < len(self.roles):
                words = painter.fontMetrics().horizontalAdvance(name)
                left = max(x - 2, x + width - 8 - words - SWATCH_WIDTH - 4)
                painter.drawPixmap(left, 34, swatch(self.roles[column], self.theme))

    def _paint_row(self, painter: QPainter, row: int, y: int, counts: list[int]) -> None:
        width, size = self.cell_width(), len(self.names)
        for column, count in enumerate(counts):
            x = ROW_HEAD + column * width
            total = size in (row, column)
            moved = not total and row != column and count > 0
            if (row, column) == self.chosen:
                painter.fillRect(x + 4, y, width - 4, ROW - 2, QColor(self.theme.selected_row))
            painter.setFont(sized(self.font(), 12, bold=moved))
            painter.setPen(QColor(self.theme.text if moved or total else self.theme.text_second))
            whole = f"{count:,}"
            fits = painter.fontMetrics().horizontalAdvance(whole) <= width - 8
            # thousands rather than a number that has lost its first digits
            painter.drawText(x, y, width - 8, ROW, RIGHT, whole if fits else f"{count // 1000:,}k")


RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
HEADS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
