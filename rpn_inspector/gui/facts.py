"""A small table of facts: labels on a sheet, not a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from rpn_inspector.gui.theme import Theme, sized


class Facts(QWidget):
    """A small table of labels: a bold word and column heads, then rows."""

    def __init__(self, name: str, heads: tuple[str, ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(5)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self.title = QLabel(name)
        self._grid.addWidget(self.title, 0, 0)
        self.heads = [QLabel(head) for head in heads]
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, label in enumerate(self.heads, 1):
            label.setAlignment(right)
            self._grid.setColumnMinimumWidth(column, 48)
            self._grid.addWidget(label, 0, column)
        self.cells: list[list[QLabel]] = []

    def fill(self, rows: Sequence[tuple[str, ...]], bold_last: bool = False) -> None:
        """Show rows of text, the first cell naming the row; a row of one cell is a sentence over the whole width."""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        while len(self.cells) < len(rows):
            line = [QLabel() for _ in range(len(self.heads) + 1)]
            for column, label in enumerate(line):
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setAlignment(right if column else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(label, len(self.cells) + 1, column)
            self.cells.append(line)
        for number_, line in enumerate(self.cells):
            alone = number_ < len(rows) and len(rows[number_]) == 1
            self._grid.addWidget(line[0], number_ + 1, 0, 1, len(line) if alone else 1)
            line[0].setWordWrap(alone)
            for column, label in enumerate(line):
                label.setVisible(number_ < len(rows) and not (alone and column))
                text = rows[number_][column] if number_ < len(rows) and column < len(rows[number_]) else ""
                label.setText(text)
                label.setFont(sized(self.font(), 12, bold=bold_last and number_ == len(rows) - 1))

    def text(self, row: int, column: int) -> str:
        """Return what stands in one cell."""
        return self.cells[row][column].text()

    def set_theme(self, theme: Theme) -> None:
        """Colour the heads as captions."""
        self.title.setFont(sized(self.font(), 12, bold=True))
        for label in self.heads:
            label.setFont(sized(self.font(), 11))
            label.setStyleSheet(f"color: {theme.text_caption}")
