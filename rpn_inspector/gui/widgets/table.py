"""Tables over NumPy columns: sorted and filtered by one permutation, with a menu of columns and copying as TSV."""

from __future__ import annotations

import re
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.copy_menu import copy_note
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.outline import Fill, Mark, TextMark
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.table_cells import LEFT, RIGHT, paint_rows
from rpn_inspector.gui.widgets.table_copy import lines_of
from rpn_inspector.gui.widgets.table_model import Column, ColumnsModel, SortedRows
from rpn_inspector.gui.widgets.theme import Theme, px, sized

OF_A_BOX = re.compile(r" \d+$")  # the end of a head that tells of one ground truth, as "IoU, GT 5"
HEAD_MARGIN = 10  # px beside a column's head
OWN_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class RowTable(QTableView):
    """A table of rows chosen by row number, whatever the order; Ctrl+C copies as TSV."""

    chosen = Signal(int)

    def __init__(self, name: str, first: int, descending: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.columns_model = ColumnsModel(self)
        self.empty_words = ""
        self.cut = 0  # rows above a strong line, where they stand in the order of their numbers
        self._telling = False
        self._hidden: frozenset[str] | None = None
        self._own_widths = False  # dragged by the user
        self.enters = False  # whether Tab into a table without a current row chooses the first
        self.sort_first_by(first, descending)
        self.setModel(self.columns_model)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that a scroll moves what is painted
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(20))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        # An empty selection for the header: the table's would be searched row by row for whole columns.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self.columns_model, self))
        self.horizontalHeader().setMinimumSectionSize(30)
        self.horizontalHeader().setFixedHeight(px(22))
        self.horizontalHeader().setFont(sized(self.font(), 11))
        self.horizontalHeader().setSectionsMovable(True)
        for place in (self, self.horizontalHeader()):
            place.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().customContextMenuRequested.connect(
            lambda at: self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))
        )
        self.customContextMenuRequested.connect(self._ask)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.horizontalHeader().sectionResized.connect(self._dragged)
        self.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._sorted())

    def fill(
        self, columns: list[Column], mask: npt.NDArray[np.bool_] | None = None, sorted_: SortedRows | None = None
    ) -> None:
        """Show other columns, of the rows in ``mask`` (rows,), None for all; ``sorted_`` as the model knows them."""
        fresh = not self.columns_model.columns
        widths = [column.width for column in self.columns_model.columns]
        self._telling = True
        self.columns_model.fill(columns, mask, sorted_)
        self._show_sort()
        if fresh and columns:
            self._hide_columns()
        elif widths != [column.width for column in columns]:
            self._spread()  # another recipe's levels and sizes have other widths
        self.executeDelayedItemsLayout()  # else made while painting, which then is done again
        self._telling = False

    def sort_first_by(self, column: int, descending: bool) -> None:
        """Sort by ``column`` as long as the user chose none, and where the chosen column has no values."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.columns_model.first = (column, order)

    def _show_sort(self) -> None:
        """Let the head say by which column the rows are sorted; a click on that head turns the order round."""
        header, sorted_by = self.horizontalHeader(), self.columns_model.sorted_by
        if sorted_by is not None and (header.sortIndicatorSection(), header.sortIndicatorOrder()) != sorted_by:
            with QSignalBlocker(header):  # no choice of the user's
                header.setSortIndicator(*sorted_by)
            header.viewport().update()
            self._spread()

    def _sorted(self) -> None:
        self._show_sort()
        self._spread()

    def show_only(self, mask: npt.NDArray[np.bool_] | None) -> None:
        """Leave out the rows where ``mask`` is False; None shows all."""
        self._telling = True
        self.columns_model.show_only(mask)
        self._show_sort()
        self.executeDelayedItemsLayout()  # as in `fill`
        self._telling = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        fresh = not self.currentIndex().isValid()
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self.enters and by_tab and fresh and self.columns_model.rowCount():
            self.selectRow(0)

    def show_row(self, row: int | None) -> None:
        """Select row number ``row``, and scroll there; an additional selection stays."""
        model, selection = self.columns_model, self.selectionModel()
        self._telling = True
        if row is None or not 0 <= row < model.total or model.place[row] < 0:
            if selection.hasSelection() or selection.currentIndex().isValid():  # else all is painted anew
                selection.clear()
        else:
            index = model.index(int(model.place[row]), max(self.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag
            if self.currentIndex().row() != index.row() or not selection.isRowSelected(index.row()):
                selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._bring_into_view(index)
        self._telling = False

    def mark_row(self, row: int | None) -> None:
        """Frame row number ``row`` in blue: the selected one is about it; None for none."""
        before, self.columns_model.marked = self.columns_model.marked, row
        if row != before:
            for each in (before, row):
                self._paint_again(each)

    def _paint_again(self, row: int | None) -> None:
        """Paint row number ``row`` anew, if it is in sight."""
        model = self.columns_model
        if row is not None and row < model.total and model.place[row] >= 0:
            top, height = self.rowViewportPosition(int(model.place[row])), self.rowHeight(int(model.place[row]))
            self.viewport().update(0, top, self.viewport().width(), height)

    def _bring_into_view(self, index: QModelIndex) -> None:
        across = self.horizontalScrollBar().value()
        self.scrollTo(index)
        self.horizontalScrollBar().setValue(across)  # scrollTo looks for a cell: only the row counts

    def neighbour(self, row: int | None, step: int) -> int | None:
        """Return the number of the row ``step`` further down in the current order."""
        model = self.columns_model
        if not len(model.order):
            return None
        here = -1 if row is None or row >= model.total else int(model.place[row])
        at = here + step if here >= 0 else 0
        return int(model.order[min(max(at, 0), len(model.order) - 1)])

    def _tell(self, current: QModelIndex) -> None:
        if not self._telling and current.isValid():
            self.chosen.emit(int(self.columns_model.order[current.row()]))

    # Columns

    @property
    def hidden_columns(self) -> frozenset[str]:
        """Return the titles of the hidden columns."""
        if self._hidden is not None:
            return self._hidden
        return frozenset(column.title for column in self.columns_model.columns if column.extra)

    @property
    def chosen_columns(self) -> frozenset[str] | None:
        """Return the titles of the columns hidden by the user, None for the default."""
        return self._hidden

    def hide_columns(self, titles: frozenset[str] | None) -> None:
        """Show all columns except ``titles``; None restores the default."""
        self._hidden = titles
        self._hide_columns()

    def _hide_columns(self) -> None:
        hidden = self.hidden_columns
        for number_, column in enumerate(self.columns_model.columns):
            self.setColumnHidden(number_, column.title in hidden)
        self._own_widths = False
        self._spread()

    def _dragged(self, _column: int, old: int, new: int) -> None:
        self._own_widths = self._own_widths or (bool(old) and bool(new))

    def _spread(self) -> None:
        """Set the widths of visible columns: at least the head's, and a proportional share of the spare room.

        Where there is no room for all, those in sight before any scrolling share it, so that none is cut.
        """
        columns = self.columns_model.columns
        shown = [number_ for number_ in range(len(columns)) if not self.isColumnHidden(number_)]
        if self._own_widths or not shown:
            return
        metrics, heads = self.horizontalHeader().fontMetrics(), self.columns_model
        wanted = []
        for number_ in shown:
            head = heads.headerData(number_, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            wanted.append(max(px(columns[number_].width), metrics.horizontalAdvance(head) + HEAD_MARGIN))
        room, given = self.viewport().width(), 0
        total = max((end for end in accumulate(wanted) if end <= room), default=sum(wanted))
        spare = max(room - total, 0)
        before = [self.columnWidth(number_) for number_ in shown]
        with QSignalBlocker(self.horizontalHeader()):  # else the rows are painted at the old widths and then again
            for place, (number_, width) in enumerate(zip(shown, wanted, strict=True)):
                whole = spare * min(sum(wanted[: place + 1]), total) // total
                self.setColumnWidth(number_, width + whole - given)
                given = whole
        if before != [self.columnWidth(number_) for number_ in shown]:
            self.updateGeometries()
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def column_menu(self) -> QMenu:
        """Return the menu of columns, visible columns ticked; deleted on closing."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        self._add_columns(menu)
        return menu

    def _add_columns(self, menu: QMenu) -> None:
        hidden = self.hidden_columns
        shown = [column for column in self.columns_model.columns if column.title not in hidden]
        for column in self.columns_model.columns:
            action = QAction(column.title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(column.title not in hidden)
            action.setEnabled(shown != [column])  # the last visible column stays
            action.setToolTip(as_tip(column.tip))
            action.triggered.connect(
                lambda _=False, title=column.title: self.hide_columns(self.hidden_columns ^ {title})
            )
            menu.addAction(action)
        menu.addSeparator()
        again = menu.addAction(tr("First choice of columns"))
        again.triggered.connect(lambda: self.hide_columns(None))

    def _ask(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(tr("Copy as TSV\tCtrl+C"), self.copy)
        copy.setEnabled(self.selectionModel().hasSelection())
        self._add_columns(menu.addMenu(tr("Columns")))
        menu.popup(self.viewport().mapToGlobal(at))

    def event(self, event: QEvent) -> bool:
        own = isinstance(event, QKeyEvent) and (event.key() in OWN_KEYS or event.matches(QKeySequence.StandardKey.Copy))
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # arrows move through the rows, not through anchors or pictures
            return True
        return super().event(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:  # rows are chosen here, not cells: Home and End are the first and the last row
        actions, model = QAbstractItemView.CursorAction, self.columns_model
        if action in (actions.MoveHome, actions.MoveEnd) and model.rowCount():
            row = 0 if action == actions.MoveHome else model.rowCount() - 1
            return model.index(row, max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's shortcuts: Qt's search over every row would take long."""

    # Copying

    def copy(self) -> None:
        """Put the selected rows on the clipboard: the visible columns, in the order on the screen, under the titles."""
        note = copy_note(self)
        model, header = self.columns_model, self.horizontalHeader()
        order = sorted(range(len(model.columns)), key=header.visualIndex)
        columns = [model.columns[number_] for number_ in order if not self.isColumnHidden(number_)]
        selection = self.selectionModel().selection()
        spans = [(part.top(), part.bottom() + 1) for part in (selection.at(n) for n in range(selection.size()))]
        places = np.unique(np.concatenate([np.arange(*span) for span in spans])) if spans else np.empty(0, np.int64)
        rows = model.order[places.astype(np.int64)]
        lines = lines_of(columns, rows, self)
        if lines is not None:
            QGuiApplication.clipboard().setText("\n".join([note, *lines] if note else lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def outline(self, theme: Theme) -> tuple[Mark, ...]:
        """Return heads, rows and a dash for each cell, px of the table; no head that numbers a box."""
        header, area = self.horizontalHeader(), self.viewport().geometry()
        columns = [n for n in range(len(self.columns_model.columns)) if not self.isColumnHidden(n)]
        marks: list[Mark] = [Fill(QRect(0, header.geometry().bottom(), self.width(), 1), theme.line)]
        places = [QRect(header.sectionViewportPosition(n), 0, header.sectionSize(n), header.height()) for n in columns]
        places = [place.adjusted(4, 0, -4, 0) for place in places]
        sides = [LEFT if self.columns_model.columns[n].left else RIGHT for n in columns]
        font, text, height = header.font(), self.font(), self.verticalHeader().defaultSectionSize()
        for number, place, side in zip(columns, places, sides, strict=True):
            head = self.columns_model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            marks.append(TextMark(place, side, "" if OF_A_BOX.search(head) else head, font, theme.text_caption))
        rows, top = min(-(-area.height() // height), self.columns_model.rowCount()), area.top()
        for row in range(rows):
            line = QRect(0, top + row * height, area.width(), height)
            marks.append(Fill(line, theme.table_odd if row % 2 else theme.table))
        for place, side in zip(places, sides, strict=True):
            first = QRect(place.left(), top, place.width(), height)
            marks.append(TextMark(first, side, NOTHING, text, theme.text, rows))
        return tuple(marks)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.columns_model.rowCount() == 0:
            self.viewport().update()  # the words of an empty table stay where they are

    def paintEvent(self, event: QPaintEvent) -> None:
        model, painter = self.columns_model, QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().base())
        paint_rows(painter, self, event.region())
        painter.end()
        if 0 < self.cut < len(model.order) and model.order[self.cut] == self.cut and model.theme is not None:
            bottom = self.visualRect(model.index(self.cut - 1, 0)).bottom()
            QPainter(self.viewport()).fillRect(0, bottom, self.viewport().width(), 2, QColor(model.theme.text))
        if self.columns_model.rowCount() == 0 and self.empty_words:
            painter = QPainter(self.viewport())
            theme = self.columns_model.theme
            painter.setPen(QColor(theme.text_second if theme is not None else "#4A5159"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.empty_words)
