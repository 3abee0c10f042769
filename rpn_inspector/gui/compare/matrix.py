"""How often each label, or fate, in A becomes each in B."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.pens import SWATCH_HEIGHT, SWATCH_WIDTH, swatch
from rpn_inspector.gui.widgets.theme import Theme, px, sized

WIDEST, ROW_HEAD, HEAD, ROW = 78, 84, 48, 24  # px
GAP = 10  # px between the numbers of two columns
STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
NAMES = {
    "label": "Labels in A and in B",
    "fate": "Fates in A and in B",
    "ground truth": "Ground truths in A and in B",
}
HEAD_WORDS = {
    "label": ("label in A", "label in B"),
    "fate": ("fate in A", "fate in B"),
    "ground truth": ("GT in A", "ground truth in B"),
}
Counts = npt.NDArray[np.int64]


class CountMatrix(QWidget):
    """Counts (k, k) of anchors by label or fate, or of ground truths, in A (rows) and B (columns).

    A click picks a cell, a second unpicks.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.matrix: Counts | None = None
        self.names: tuple[str, ...] = ()
        self.roles: tuple[str, ...] = ()
        self.untold: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
        self.what = "label"
        self.chosen: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Labels in A and in B"))
        self.setMinimumHeight(px(HEAD) + 4 * px(ROW) + 2)

    def show_counts(
        self,
        matrix: Counts | None,
        what: str,
        names: Sequence[str],
        roles: Sequence[str] = (),
        untold: tuple[tuple[int, ...], tuple[int, ...]] = ((), ()),
    ) -> None:
        """Show other counts.

        Args:
            matrix: (k, k) counts, rows A, columns B; None shows nothing.
            what: "label", "fate" or "ground truth".
            names: the k names of the rows, and of the columns.
            roles: the k line styles of labels; empty for fates.
            untold: the rows, and the columns, whose counts only outputs would tell: dashes.
        """
        self.matrix, self.chosen, self.what = matrix, None, what
        self.names, self.roles, self.untold = tuple(names), tuple(roles), untold
        self.setMinimumHeight(px(HEAD) + (len(self.names or "123") + 1) * px(ROW) + 2)
        self.setMinimumWidth(self._head + sum(self._wanted()))
        self.setAccessibleName(tr(NAMES[what]))
        cells = [
            tr("{a} to {b}: {count}").format(a=one, b=other, count=self.text(row, column))
            for row, one in enumerate(self.names if matrix is not None else ())
            for column, other in enumerate(self.names)
        ]
        self.setAccessibleDescription("; ".join(cells))
        self.update()

    def _wanted(self) -> list[int]:
        """Return each column's least width, px: whole numbers, and the longest word of the head."""
        heads, bold = QFontMetrics(sized(self.font(), HEAD_PIXELS)), QFontMetrics(sized(self.font(), 12, bold=True))
        wanted = []
        for column, name in enumerate((*self.names, tr("all"))):
            counts = max((bold.horizontalAdvance(f"{count:,}") for count in self._column(column)), default=0)
            words = max(map(heads.horizontalAdvance, name.split()), default=0)
            wanted.append(max(counts, words) + GAP)
        return wanted

    @property
    def _head(self) -> int:
        """Return the width of the names beside the rows, px."""
        words = QFontMetrics(sized(self.font(), 12))
        return max(px(ROW_HEAD), *(words.horizontalAdvance(name) + GAP for name in self.names), 0)

    def edges(self) -> list[int]:
        """Return the left edge of each column and the right edge of the last, px; spare room is shared evenly."""
        wanted = self._wanted()
        room = max(self.width() - self._head - sum(wanted), 0)
        spare = min(room // len(wanted), max(px(WIDEST) - min(wanted), 0))
        return list(accumulate((width + spare for width in wanted), initial=self._head))

    def _column(self, column: int) -> list[int]:
        """Return the counts of a column and the sum; the last column holds the sums of the rows."""
        if self.matrix is None:
            return []
        counts = self.matrix[:, column] if column < len(self.names) else self.matrix.sum(1)
        return [*counts.tolist(), int(counts.sum())]

    def text(self, row: int, column: int) -> str:
        """Return a count as written; the row and the column behind the last hold the sums."""
        if row in self.untold[0] or column in self.untold[1]:
            return NOTHING
        return f"{self._column(column)[row]:,}"

    def pick(self, cell: tuple[int, int] | None) -> None:
        """Choose a cell, or none."""
        self.chosen = cell
        self.picked.emit(cell)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.matrix is None:
            return
        y, size = event.position().y() - px(HEAD), len(self.names)
        row, column = int(y // px(ROW)), bisect(self.edges(), int(event.position().x())) - 1
        inside = 0 <= row < size and 0 <= column < size and y >= 0
        # A second click on the picked cell, or a click on heads and sums, picks none.
        self.pick((row, column) if inside and (row, column) != self.chosen else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if self.matrix is None or (step is None and event.key() != Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        elif step is None:
            self.pick(None)
        else:
            # With none picked the first key lands on cell (0, 0).
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
        painter, edges = QPainter(self), self.edges()
        self._paint_heads(painter, edges)
        names = (*self.names, tr("all"))
        for row, name in enumerate(names):
            y = px(HEAD) + row * px(ROW)
            marked = row < len(self.roles)
            painter.setFont(sized(self.font(), 12))
            painter.setPen(QColor(self.theme.text))
            if marked:
                painter.drawPixmap(4, y + (px(ROW) - SWATCH_HEIGHT) // 2, swatch(self.roles[row], self.theme))
            painter.drawText(26 if marked else 4, y, self._head, px(ROW), LEFT, name)
            if row == len(self.names):
                painter.fillRect(4, y, edges[-1] - 4, 1, QColor(self.theme.line_strong))
            counts = [self._column(column)[row] for column in range(len(names))]
            self._paint_row(painter, row, y, counts, edges)
        if self.hasFocus():
            painter.setPen(QColor(self.theme.line_strong))
            painter.drawRect(0, 0, edges[-1], px(HEAD) + len(names) * px(ROW))

    def _paint_heads(self, painter: QPainter, edges: list[int]) -> None:
        painter.setFont(sized(self.font(), HEAD_PIXELS))
        painter.setPen(QColor(self.theme.text_caption))
        in_a, in_b = map(tr, HEAD_WORDS[self.what])
        painter.drawText(4, 0, self._head, px(20), LEFT, in_a)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        across = edges[-2] - edges[0]
        painter.drawText(edges[0], 0, across, px(20), middle, in_b)
        for column, name in enumerate((*self.names, tr("all"))):
            right = edges[column + 1]
            painter.drawText(edges[column], px(16), right - edges[column], px(30), HEADS, name)
            if column < len(self.roles):
                painter.drawPixmap(right - SWATCH_WIDTH, px(20), swatch(self.roles[column], self.theme))

    def _paint_row(self, painter: QPainter, row: int, y: int, counts: list[int], edges: list[int]) -> None:
        size = len(self.names)
        for column, count in enumerate(counts):
            left, right = edges[column], edges[column + 1]
            total = size in (row, column)
            moved = not total and row != column and count > 0
            if (row, column) == self.chosen:
                painter.fillRect(left + 4, y, right - left, px(ROW) - 2, QColor(self.theme.selected_row))
            painter.setFont(sized(self.font(), 12, bold=moved))
            painter.setPen(QColor(self.theme.text if moved or total else self.theme.text_second))
            painter.drawText(left, y, right - left, px(ROW), RIGHT, self.text(row, column))


RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
HEAD_PIXELS = 11
HEADS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
