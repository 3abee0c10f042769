"""Tables over NumPy columns: sorted and filtered by one permutation, with columns to choose and copying as TSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.numbers import NOTHING
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.table_cells import CellDelegate
from rpn_inspector.gui.widgets.table_copy import lines_of
from rpn_inspector.gui.widgets.theme import Theme, sized

Array = npt.NDArray[Any]
Index = QModelIndex | QPersistentModelIndex
HEAD_MARGIN = 10  # px beside a column's head
OWN_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: ``values`` sort it, ``text`` writes one of its rows, ``tip`` says what it holds.

    ``values`` are (rows,), NaN where there is none, or a function that makes them when they are first sorted by.
    ``exact`` says that they are what the column shows, so that a copy gives them with all their digits; a column of
    words (``left``) copies as it is written. An ``extra`` one is hidden until it is asked for. ``more`` is what
    a cell's tip says of its row below the cell's own text; empty where there is nothing to say.
    """

    title: str
    width: int
    values: Array | Callable[[], Array]
    text: Callable[[int], str]
    tip: str
    left: bool = False
    swatch: Callable[[int], str] | None = None
    exact: bool = True
    extra: bool = False
    more: Callable[[int], str] | None = None

    @property
    def keys(self) -> Array:
        """Return what the rows are sorted by."""
        return self.values() if callable(self.values) else self.values

    def full(self, rows: npt.NDArray[np.int64]) -> list[str]:
        """Return ``rows`` as they are copied: numbers with all their digits, nothing as an empty text."""
        if self.left or not self.exact:
            return ["" if text == NOTHING else text for text in map(self.text, rows.tolist())]
        values = self.keys[rows]
        texts: list[str] = values.astype(str).tolist()
        if values.dtype.kind == "f":
            texts = ["" if empty else text for empty, text in zip(np.isnan(values).tolist(), texts, strict=True)]
        return texts


def sort_order(values: Array, descending: bool) -> npt.NDArray[np.int64]:
    """Return a stable order of ``values`` (n,), NaN always last: through one packed unsigned key where 32 bits do."""
    if values.dtype == np.float32:
        bits = (values + np.float32(0)).view(np.uint32)
        key = np.where(bits >> 31, ~bits, bits | np.uint32(0x80000000)).astype(np.uint64)
    elif not values.size:
        return np.empty(0, np.int64)
    elif values.dtype.kind in "iub":
        least = int(values.min())
        if int(values.max()) - least > 0xFFFFFFFE:
            return np.argsort(-values if descending else values, kind="stable")
        key = (values.astype(np.int64) - least).astype(np.uint64)
    else:
        return np.argsort(-values if descending else values, kind="stable")
    if descending:
        key = np.uint64(0xFFFFFFFF) - key
    if values.dtype.kind == "f":
        key[np.isnan(values)] = np.uint64(0xFFFFFFFF)
    key <<= np.uint64(32)
    key |= np.arange(values.size, dtype=np.uint64)
    key.sort()
    return (key & np.uint64(0xFFFFFFFF)).astype(np.int64)


class ColumnsModel(QAbstractTableModel):
    """Columns stay NumPy; the order is one permutation; text is made for visible cells only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[Column] = []
        self.order: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self.place: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self.theme: Theme | None = None
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        self.mask: npt.NDArray[np.bool_] | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[index.column()].text(int(self.order[index.row()]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if self.columns[index.column()].left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            column, row = self.columns[index.column()], self.order[index.row() : index.row() + 1]
            lines = (column.full(row)[0], column.more(int(row[0])) if column.more else "")
            tip = "\n".join(filter(None, lines))
            if "<" in tip:  # a tag in a file's words is shown, not obeyed
                return f'<p style="white-space: pre-wrap">{escape(tip)}</p>'
            return tip or None
        if role == Qt.ItemDataRole.DecorationRole:
            pick = self.columns[index.column()].swatch
            return swatch(pick(int(self.order[index.row()])), self.theme) if pick else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + (self._arrow if self.sorted_by and self.sorted_by[0] == section else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.title}: {column.tip}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def fill(self, columns: list[Column], mask: npt.NDArray[np.bool_] | None = None) -> None:
        """Show other columns, in the order last sorted by; ``mask`` (rows,) leaves rows out."""
        before = (len(self.order), [column.title for column in self.columns])
        reset = not columns or before[1] != [column.title for column in columns] or mask is not None
        reset = reset or self.mask is not None or before[0] != len(columns[0].keys)
        if reset:
            self.beginResetModel()
        self.columns, self.mask = columns, mask
        self._arrange()
        if reset:
            self.endResetModel()
        elif len(self.order):  # the same shape: views need not lay out 267,000 rows again
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.order) - 1, len(columns) - 1))

    def show_only(self, mask: npt.NDArray[np.bool_] | None) -> None:
        """Leave out the rows where ``mask`` is False; None shows all."""
        if mask is not self.mask:
            self.beginResetModel()
            self.mask = mask
            self._arrange()
            self.endResetModel()

    @property
    def total(self) -> int:
        """Return the number of rows, shown or not."""
        return len(self.place)

    @property
    def _arrow(self) -> str:
        down = self.sorted_by is not None and self.sorted_by[1] == Qt.SortOrder.DescendingOrder
        return " ↓" if down else " ↑"

    def _arrange(self) -> None:
        """Sort the rows that are shown; ``place`` is -1 for the others."""
        rows = len(self.columns[0].keys) if self.columns else 0
        shown = None if self.mask is None else np.flatnonzero(self.mask)
        if self.sorted_by and self.sorted_by[0] < len(self.columns):
            column, direction = self.sorted_by
            keys = self.columns[column].keys
            order = sort_order(keys if shown is None else keys[shown], direction == Qt.SortOrder.DescendingOrder)
            self.order = order if shown is None else shown[order]
        else:
            self.order = np.arange(rows) if shown is None else shown
        self.place = np.full(rows, -1, np.int64)
        self.place[self.order] = np.arange(len(self.order))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self.sorted_by = (column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        rows = [int(self.order[index.row()]) for index in old]
        self._arrange()
        new = [self.index(int(self.place[row]), index.column()) for row, index in zip(rows, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


class RowTable(QTableView):
    """A table whose rows are chosen by their own number, whatever the order; Ctrl+C copies as TSV."""

    chosen = Signal(int)

    def __init__(self, name: str, first: int, descending: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.columns_model = ColumnsModel(self)
        self.empty_words = ""
        self.note = ""  # the first line of what is copied, where what is shown is not the data
        self._telling = False
        self._hidden: frozenset[str] | None = None
        self._own_widths = self._spreading = False  # whether a column was dragged; whether that is us
        self.sort_first_by(first, descending)
        self.setModel(self.columns_model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(20)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        # of its own, and empty: with the table's it looks through every row for whether a column is selected whole
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(self.columns_model, self))
        self.horizontalHeader().setMinimumSectionSize(30)
        self.horizontalHeader().setFixedHeight(22)
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
        self.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._spread())

    def fill(self, columns: list[Column], mask: npt.NDArray[np.bool_] | None = None) -> None:
        """Show other columns, and of their rows those in ``mask`` (rows,)."""
        fresh = not self.columns_model.columns
        widths = [column.width for column in self.columns_model.columns]
        self._telling = True
        self.columns_model.fill(columns, mask)
        if fresh and columns:
            self.setSortingEnabled(True)
            self.sortByColumn(*self._first)
            self._hide_columns()
        elif widths != [column.width for column in columns]:
            self._spread()  # another recipe's levels and sizes are longer or shorter words
        self._telling = False

    def sort_first_by(self, column: int, descending: bool) -> None:
        """Sort by this column when columns are shown for the first time."""
        self._first = (column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def show_only(self, mask: npt.NDArray[np.bool_] | None) -> None:
        """Leave out the rows where ``mask`` is False; None shows all."""
        self._telling = True
        self.columns_model.show_only(mask)
        self._telling = False

    def show_row(self, row: int | None) -> None:
        """Select the row of that number, and bring it into view; rows selected beside it stay."""
        model, selection = self.columns_model, self.selectionModel()
        self._telling = True
        if row is None or not 0 <= row < model.total or model.place[row] < 0:
            if selection.hasSelection() or selection.currentIndex().isValid():  # else all of it would be painted anew
                selection.clear()
        else:
            index = model.index(int(model.place[row]), max(self.currentIndex().column(), 0))
            flags = QItemSelectionModel.SelectionFlag
            if self.currentIndex().row() != index.row() or not selection.isRowSelected(index.row()):
                selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._bring_into_view(index)
        self._telling = False

    def _bring_into_view(self, index: QModelIndex) -> None:
        across = self.horizontalScrollBar().value()
        self.scrollTo(index)
        self.horizontalScrollBar().setValue(across)  # a row is sought, not one of its cells

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
        """Return the titles of the columns that are not shown."""
        if self._hidden is not None:
            return self._hidden
        return frozenset(column.title for column in self.columns_model.columns if column.extra)

    @property
    def chosen_columns(self) -> frozenset[str] | None:
        """Return the hidden columns as they were chosen, None where nothing was."""
        return self._hidden

    def hide_columns(self, titles: frozenset[str] | None) -> None:
        """Show all columns but these; None is the first choice."""
        self._hidden = titles
        self._hide_columns()

    def _hide_columns(self) -> None:
        hidden = self.hidden_columns
        for number_, column in enumerate(self.columns_model.columns):
            self.setColumnHidden(number_, column.title in hidden)
        self._own_widths = False
        self._spread()

    def _dragged(self, _column: int, old: int, new: int) -> None:
        self._own_widths = self._own_widths or (not self._spreading and bool(old) and bool(new))

    def _spread(self) -> None:
        """Give each shown column its width, what its head needs, and its share of the room that is left."""
        columns = self.columns_model.columns
        shown = [number_ for number_ in range(len(columns)) if not self.isColumnHidden(number_)]
        if self._own_widths or not shown:
            return
        metrics, heads = self.horizontalHeader().fontMetrics(), self.columns_model
        wanted = []
        for number_ in shown:
            head = heads.headerData(number_, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            wanted.append(max(columns[number_].width, metrics.horizontalAdvance(head) + HEAD_MARGIN))
        spare = max(self.viewport().width() - sum(wanted), 0)
        total, given = sum(wanted), 0
        self._spreading = True
        for place, (number_, width) in enumerate(zip(shown, wanted, strict=True)):
            whole = spare * sum(wanted[: place + 1]) // total
            self.setColumnWidth(number_, width + whole - given)
            given = whole
        self._spreading = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def column_menu(self) -> QMenu:
        """Return the menu of columns, ticked where shown; it deletes itself when it closes."""
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
            action.setEnabled(shown != [column])  # one stays
            action.setToolTip(column.tip)
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
            event.accept()  # they walk the rows here, not the anchors under the cursor or the pictures
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
        """Leave letters to the window's shortcuts: looking through every row for them would take long."""

    # Copying

    def copy(self) -> None:
        """Put the selected rows on the clipboard: the columns that are shown, as they stand, under their titles."""
        note = self.note
        model, header = self.columns_model, self.horizontalHeader()
        order = sorted(range(len(model.columns)), key=header.visualIndex)
        columns = [model.columns[number_] for number_ in order if not self.isColumnHidden(number_)]
        spans = [(part.top(), part.bottom() + 1) for part in list(self.selectionModel().selection())]  # type: ignore[call-overload]
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.columns_model.rowCount() == 0 and self.empty_words:
            painter = QPainter(self.viewport())
            theme = self.columns_model.theme
            painter.setPen(QColor(theme.text_second if theme is not None else "#4A5159"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), flags, self.empty_words)
