"""A small table of facts: labels on a sheet, not a form."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.plain_text import for_spreadsheet, one_line
from rpn_inspector.gui.widgets.copy_menu import copy_note, copy_of, offer_copies, pasteable
from rpn_inspector.gui.widgets.elided_label import LEAST, ElidedLabel
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.pens import SWATCH_HEIGHT, SWATCH_WIDTH, swatch
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, ground, ink, px, sized, style, symbols, text_scale

ROW, GAP, LEAST_NAME, LEAST_VALUE, INDENT = 19, 8, 64, 36, 12  # px
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SYMBOLS = {"x", "y", "w", "h", "l", "t", "r", "b", "t*", "d = t − t*", "σ(t) − t*", "R(d)", "β R(d)"}


class NameLabel(ElidedLabel):
    """The name of a row, with a box's line style before the name if ``mark`` is set; cut in a narrow table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.mark, self.theme = "", theme

    def stand(self, mark: str, wrapped: bool) -> None:
        """Stand behind the line style of ``mark``, empty for none, in one line or ``wrapped`` over several."""
        if (mark, wrapped) != (self.mark, self.wordWrap()):  # told the same, Qt too lays all out anew
            self.mark = mark
            self.setContentsMargins(SWATCH_WIDTH + 6 if mark else INDENT if wrapped else 0, 0, 0, 0)
            self.setWordWrap(wrapped)
            self.update()

    def minimumSizeHint(self) -> QSize:
        least = LEAST_NAME if self.wordWrap() else min(self.sizeHint().width(), LEAST_NAME)
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.mark:
            picture = swatch(self.mark, self.theme, self.devicePixelRatioF())
            QPainter(self).drawPixmap(0, (self.height() - SWATCH_HEIGHT) // 2, picture)


class ValueLabel(ElidedLabel):
    """A value of a row, to be selected once the mouse is over it: what can be selected costs five times as much."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self._let_select()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._let_select()  # of a row that came to stand under a mouse at rest
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.setSelection(0, len(QLabel.text(self)))  # Qt's word ends at a sign or a decimal point

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # the table's menu knows more than a label's

    def _let_select(self) -> None:
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def text_rect(self) -> QRect:
        rect = super().text_rect()
        spare = rect.height() - self.sizeHint().height()
        return rect.adjusted(0, 0, 0, -(spare % 2))  # of an odd room a text to be selected stands above the middle

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasSelectedText():
            super().paintEvent(event)
        else:
            self.paint_elided(QPainter(self))


def shared(room: int, wanted: Sequence[int]) -> list[int]:
    """Return widths of the sum ``room`` px at most, the ``wanted`` where they fit, else the widest cut alike."""
    widths, left = [0] * len(wanted), max(room, 0)
    for done, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[place] = min(wanted[place], left // (len(wanted) - done))
        left -= widths[place]
    return widths


class FactTable(QWidget):
    """A small table of labels: a bold title, a unit, and column heads, then rows. Heads of formula symbols are italic.

    Args:
        name: the title.
        heads: the heads of the columns of values.
        unit: of the values, beside the title.
        lead: the head of the names; with ``lead`` the heads get a line below the title.
        whole: never cut names or values; a scroll area around the table has to give the width.
        width: the least width of a column of values, px.
        names: the least width of the names, px.
    """

    value_label: type[ElidedLabel] = ValueLabel

    def __init__(
        self,
        name: str,
        heads: tuple[str, ...],
        unit: str = "",
        lead: str = "",
        whole: bool = False,
        width: int = LEAST_VALUE,
        names: int = 0,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.theme, self._whole, self._names = LIGHT, whole, names
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(0, names)
        self.title, self.unit = ElidedLabel(name), ElidedLabel(unit)
        self.lead, self.note = PlainLabel(lead), PlainLabel()
        self._dress()  # before any is shown: Qt forgets a later font at the next change of style
        self._head = head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        if lead:
            head.addStretch(1)
        head.addWidget(self.unit, 0 if lead else 1)
        self._first = 2 if lead else 1  # the grid's row of the first row of text
        self._grid.addLayout(head, 0, 0, 1, len(heads) + 1 if lead else 2)  # a head of one letter leaves room
        self.unit.setVisible(bool(unit or lead))  # only with a parent: else a window of its own opens
        self._width = width
        self.heads: list[ElidedLabel] = []
        if lead:
            self._grid.addWidget(self.lead, 1, 0)
        for row in range(self._first):
            self._grid.setRowMinimumHeight(row, ROW)
        self.line = QFrame(self)
        ground(self.line, "line_strong")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(0, 4, 0, 0)
        self.note.hide()
        self.cells: list[list[ElidedLabel]] = []
        self._rows, self._total, self._bold_last = 0, False, False
        self._filled: tuple[object, ...] = ()  # what the last filling was told, () once its heads or letters are others
        self.set_heads(heads)

    def set_heads(self, heads: Sequence[str]) -> None:
        """Have a column of values for each of ``heads``, and no other."""
        if [self.heads[column - 1].text() for column in self._columns] == [*heads]:
            return
        self._filled = ()  # rows told again are put under the new heads, in the room there is then
        self._have_heads(len(heads))
        for label, head in zip(self.heads, heads, strict=False):
            label.setText(head)

    def show_table(self, table: Table) -> None:
        """Show heads, rows, unit and note of a table made below the window."""
        self.set_heads([said(head.text) for head in table.heads])
        for label, head in zip(self.heads, table.heads, strict=False):
            label.setToolTip(as_tip(said(head.tip)))
        self.unit.setText(said(table.unit))
        self.unit.setVisible(bool(table.unit))
        rows = [
            (said(row.name), *(said(head.written(cell)) for head, cell in zip(table.heads, row.cells, strict=True)))
            for row in table.rows
        ]
        self.fill(rows, bold_last=table.total, note=said(table.note))

    def _have_heads(self, count: int) -> None:
        """Have a column of values for each of ``count`` heads; those beyond stay, empty."""
        for column in range(len(self.heads) + 1, count + 1):
            head = ElidedLabel()
            head.setAlignment(RIGHT)
            head.setFont(sized(self.font(), 11))
            style(head, f"color: {self.theme.text_caption}")  # of its own: Qt forgets a later font of one without
            self._grid.setColumnMinimumWidth(column, self._width)
            self._grid.addWidget(head, self._first - 1, column)
            self.heads.append(head)
            for row, line in enumerate(self.cells):
                line.append(self._value(row, column))
            self._read_in_order()
        for column, head in enumerate(self.heads, 1):
            if head.isHidden() != (column > count):
                head.setVisible(column <= count)
                self._grid.setColumnMinimumWidth(column, self._width if column <= count else 0)

    def _value(self, row: int, column: int) -> ElidedLabel:
        label = self.value_label()
        label.setAlignment(RIGHT)
        self._grid.addWidget(label, row + self._first, column)
        return label

    def fill(
        self,
        rows: Sequence[tuple[str, ...]],
        bold_last: bool = False,
        marks: Sequence[str] = (),
        note: str = "",
        tips: Sequence[tuple[str, ...]] = (),
        wrapped: Collection[int] = (),
    ) -> None:
        """Show rows of text.

        Args:
            rows: a row's name, then the values; empty values leave room for the name.
            bold_last: set the last row as the sum of the others, under a line.
            marks: a role of box for each row, for the line style beside the name; empty for none.
            note: a sentence under the rows.
            tips: the cells' tooltips, in the order of ``rows``.
            wrapped: the indices of rows with names wrapped over several lines.
        """
        now = ([*rows], bold_last, [*marks], note, [*tips], {*wrapped})
        if now == self._filled:
            return
        self._filled = ()  # an error leaves half a table
        policy = QSizePolicy.Policy  # the height of wrapped lines is unknown before the width
        self.setSizePolicy(policy.Preferred, policy.Preferred if wrapped or note else policy.Maximum)
        with self._laid_out_once():
            self._fill(rows, bold_last, marks, tips, wrapped)
            self.note.setText(note)
            self.note.setVisible(bool(note))
        self._dress_heads()
        self._share_room()
        self._place_line()
        self._filled = now

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Lay out once at the end of a block, where Qt lays out all there is for each label that is shown."""
        self._grid.setEnabled(False)
        try:
            yield
        finally:
            self._grid.setEnabled(True)
            widget: QWidget | None = self
            while widget is not None and widget.isVisible() and (layout := widget.layout()):
                layout.activate()
                widget = None if widget.isWindow() else widget.parentWidget()

    def _fill(
        self,
        rows: Sequence[tuple[str, ...]],
        bold_last: bool,
        marks: Sequence[str],
        tips: Sequence[tuple[str, ...]],
        wrapped: Collection[int],
    ) -> None:
        self._grow(len(rows))
        self._rows, self._total, self._bold_last = len(rows), bold_last and len(rows) > 1, bold_last
        self._put(self.note, len(self.cells) + self._first, len(self.heads) + 1)
        for number, line in enumerate(self.cells):
            height = ROW if number < len(rows) else 0
            if self._grid.rowMinimumHeight(number + self._first) != height:
                self._grid.setRowMinimumHeight(number + self._first, height)
            row = rows[number] if number < len(rows) else ()
            wide = next((place for place, text in enumerate(row) if place and text), len(line))  # a name's columns
            self._put(line[0], number + self._first, wide)
            for column, label in enumerate(line):
                label.setVisible(number < len(rows) and (not column or column >= wide))
                text = row[column] if column < len(row) else ""
                label.setText(one_line(text, len(text)))  # a name out of a file may have a line break
                tip = tips[number][column] if number < len(tips) and column < len(tips[number]) else ""
                if as_tip(tip) != label.toolTip():
                    label.setToolTip(as_tip(tip))
            name = line[0]
            assert isinstance(name, NameLabel)
            name.stand(marks[number] if number < len(marks) else "", number in wrapped)
        for number in range(len(rows)):
            self.cells[number][0].setAccessibleName(self._row_words(number))
        self._dress_rows()
        if self._whole:
            self._grid.setColumnMinimumWidth(0, max((line[0].sizeHint().width() for line in self.cells), default=0))

    def _put(self, label: QLabel, row: int, columns: int) -> None:
        """Put a label over so many ``columns`` of a row of the grid; one that stands there lays nothing out anew."""
        at, wanted = self._grid.indexOf(label), (row, 0, 1, columns)
        if at < 0 or self._grid.getItemPosition(at) != wanted:
            self._grid.addWidget(label, *wanted)

    def _grow(self, rows: int) -> None:
        if len(self.cells) >= rows:
            return
        while len(self.cells) < rows:
            row, name = len(self.cells), NameLabel(self.theme)
            self._grid.addWidget(name, row + self._first, 0)
            self.cells.append([name, *(self._value(row, column) for column in range(1, len(self.heads) + 1))])
        self._read_in_order()

    def _read_in_order(self) -> None:
        """Put the labels into the order of reading, row by row: screen readers walk through children as they stand."""
        for label in itertools.chain((self.lead, *self.heads), *self.cells, (self.note, self.line)):
            label.raise_()

    def _row_words(self, row: int) -> str:
        """Return a row as a screen reader says it: the name, then each value after the head of its column."""
        name, *values = (label.text() for label in self.cells[row])
        said_ = [f"{head.text()} {value}".strip() for head, value in zip(self.heads, values, strict=True) if value]
        return ", ".join([name, *said_])

    def _dress(self) -> None:
        """Set the fonts and colours of all but heads and rows."""
        self.title.setFont(sized(self.font(), 12, bold=True))
        for label in (self.unit, self.lead, self.note):
            label.setFont(sized(self.font(), 11))
            ink(label, "text_second" if label is self.note else "text_caption")

    def _dress_rows(self) -> None:
        """Set the fonts of the rows, of symbols and of the sum; another style sheet takes them away."""
        plain, bold, symbol = sized(self.font(), 12), sized(self.font(), 12, bold=True), symbols(self.font(), 13)
        for number, (name, *values) in enumerate(self.cells):
            name.setFont(symbol if name.text() in SYMBOLS else plain)
            last = self._bold_last and number == self._rows - 1
            for label in values:
                label.setFont(bold if last else plain)

    def _dress_heads(self) -> None:
        for label in self.heads:
            label.setFont(symbols(self.font(), 13) if label.text() in SYMBOLS else sized(self.font(), 11))

    def _place_line(self) -> None:
        """Draw the line over the sum."""
        self.line.setVisible(self._total)
        if self._total:
            self._grid.activate()
            self.line.setGeometry(QRect(0, self.cells[self._rows - 1][0].geometry().top(), self.width(), 1))
            self.line.raise_()

    def minimumSizeHint(self) -> QSize:
        if self._whole:
            least = sum(self._wanted()) + GAP * len(self._columns)
        elif text_scale() > 1:  # scrolled sideways rather than cut to nothing
            least = px(LEAST_NAME) + sum(width + GAP for width in self._wanted()[1:])
        else:
            least = LEAST_NAME + sum(LEAST + GAP for _ in self._columns)
        return QSize(least, super().minimumSizeHint().height())

    @property
    def _columns(self) -> range:
        return range(1, 1 + sum(not head.isHidden() for head in self.heads))

    def _wanted(self) -> list[int]:
        """Return the widths of names and values with no text cut, px."""
        rows = self.cells[: self._rows]
        wanted = [max((line[0].sizeHint().width() for line in rows), default=0)]
        for column in self._columns:
            labels = (label for label in (self.heads[column - 1], *(line[column] for line in rows)) if label.text())
            wanted.append(max([self._width, *(label.sizeHint().width() for label in labels)]))
        return wanted

    def _share_room(self) -> None:
        """Give each column of values the room it wants; in a narrow table the widest are cut, none is pushed out."""
        hint, *wanted = self._wanted()
        names = hint if self._whole else max(min(hint, LEAST_NAME), self._names)
        room = self.width() - names - GAP * len(wanted)
        for column, width in zip(self._columns, shared(room, wanted), strict=True):
            if self._grid.columnMinimumWidth(column) != width:
                self._grid.setColumnMinimumWidth(column, width)
        if self._first == 1 and wanted:  # the title ends before the first head, which stands in its line
            words = self.heads[0].sizeHint().width() if self.heads[0].text() else 0
            self._head.setContentsMargins(0, 0, words + self._head.spacing() if words else 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._filled = ()

    def resizeEvent(self, event: object) -> None:
        self._share_room()
        self._place_line()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is selected of the cell under the mouse, else the whole, and the table."""
        cell, texts = self.childAt(event.pos()), []
        if isinstance(cell, ElidedLabel):
            texts += copy_of(cell.selectedText() or cell.text())
        if self._rows:
            texts.append((tr("Copy the table"), self.as_tsv()))
        offer_copies(self, event.globalPos(), texts)

    def as_tsv(self) -> str:
        """Return heads and rows, a line each, their cells parted by tabs; the first line marks a what-if."""
        lines = [[self.title.text(), *(self.heads[column - 1].text() for column in self._columns)]]
        for name, *values in self.cells[: self._rows]:
            lines.append([name.text(), *(pasteable(values[column - 1].text()) for column in self._columns)])
        note = copy_note(self)
        return "\n".join([*([note] if note else []), *("\t".join(map(for_spreadsheet, line)) for line in lines)])

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        return self.cells[row][column].text()

    def set_theme(self, theme: Theme) -> None:
        """Colour the heads as captions."""
        self.theme = theme
        self._dress()
        for head in self.heads:
            style(head, f"color: {theme.text_caption}")
        self._dress_heads()
        self._dress_rows()
        for line in self.cells:
            if isinstance(line[0], NameLabel):
                line[0].theme = theme
