"""NumPy columns as a Qt model: sorted and filtered by one permutation, written for the visible cells only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import Theme

Array = npt.NDArray[Any]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of a table.

    Args:
        title: the head, also the column's name in the settings.
        width: the least width, px.
        values: (rows,) to sort by, NaN for none; or a function to compute the values on the first use.
        text: writes a row's cell.
        tip: the head's tooltip.
        left: whether a column of words, aligned left and copied as written.
        swatch: a row's role of box, for the line style before the text; empty for none.
        exact: whether ``values`` are the numbers in the cells; a copy then gives all digits.
        extra: whether hidden by default.
        more: a row's further words for the cell's tooltip; empty for none.
        name: of a column whose title differs from picture to picture, the title by default.
        middle: whether a long text is cut in its middle: names of files differ at their ends.
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
    name: str = ""
    middle: bool = False

    @property
    def same(self) -> str:
        """Return the name by which a sort finds the column again in another picture."""
        return self.name or self.title

    @property
    def keys(self) -> Array:
        """Return the values (rows,) to sort by."""
        return self.values() if callable(self.values) else self.values

    def full(self, rows: npt.NDArray[np.int64]) -> list[str]:
        """Return the cells of ``rows`` for copying: numbers with all digits, nothing as an empty text."""
        if self.left or not self.exact:
            return ["" if text == NOTHING else text for text in map(self.text, rows.tolist())]
        values = self.keys[rows]
        texts: list[str] = values.astype(str).tolist()
        if values.dtype.kind == "f":
            texts = ["" if empty else text for empty, text in zip(np.isnan(values).tolist(), texts, strict=True)]
        return texts


def alphabetic(texts: list[str]) -> Array:
    """Return numbers sorting like ``texts``, equal for equal texts."""
    return np.unique(np.array(texts, dtype=str), return_inverse=True)[1].reshape(-1)


def width_for(least: int, texts: Iterable[str], most: int = 1000) -> int:
    """Return a column's width, px, for the longest of ``texts``, between ``least`` and ``most``."""
    return min(max(least, 10 + 8 * max(map(len, texts), default=0)), most)


def sort_order(values: Array, descending: bool) -> npt.NDArray[np.int64]:
    """Return a stable order of ``values`` (n,), NaN always last; by a single packed uint64 key where 32 bits do."""
    if values.dtype == np.float32:
        bits = (values + np.float32(0)).view(np.uint32)
        # Flipping all bits of negatives and the sign bit of the rest makes the unsigned order the order of floats.
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
    # The row number in the low half makes the keys unique: a plain sort is then stable, and faster than argsort.
    key <<= np.uint64(32)
    key |= np.arange(values.size, dtype=np.uint64)
    key.sort()
    return (key & np.uint64(0xFFFFFFFF)).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class SortedRows:
    """The visible ``rows``, and the column they are sorted ``by`` with its direction, None for neither.

    ``asked`` is what the user wanted, and the sort without a choice.
    """

    asked: tuple[tuple[str, Qt.SortOrder] | None, tuple[int, Qt.SortOrder]]
    by: tuple[int, Qt.SortOrder] | None
    rows: npt.NDArray[np.int64]


class ColumnsModel(QAbstractTableModel):
    """Columns stay NumPy; the order is one permutation; text is written for visible cells only.

    ``wanted`` is the sort the user chose, by the column's name; ``first`` the one without a choice, and where the
    chosen column is missing or has no value in any visible row; ``sorted_by`` the one in force. ``marked`` is a row
    that the selected one tells of, None for none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[Column] = []
        self.order: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self.place: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self.theme: Theme | None = None
        self.wanted: tuple[str, Qt.SortOrder] | None = None
        self.first = (0, Qt.SortOrder.AscendingOrder)
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        self.mask: npt.NDArray[np.bool_] | None = None
        self.marked: int | None = None

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
            return as_tip(tip) or None
        if role == Qt.ItemDataRole.DecorationRole:
            pick = self.columns[index.column()].swatch
            role_of_box = pick(int(self.order[index.row()])) if pick else ""
            return swatch(role_of_box, self.theme) if role_of_box else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + (self._arrow if self.sorted_by and self.sorted_by[0] == section else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(f"{column.title}: {column.tip}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def fill(
        self, columns: list[Column], mask: npt.NDArray[np.bool_] | None = None, sorted_: SortedRows | None = None
    ) -> None:
        """Show other columns, sorted as wanted; ``mask`` (rows,) leaves rows out, ``sorted_`` is `sorted_rows`."""
        before = (len(self.order), [column.title for column in self.columns])
        reset = not columns or before[1] != [column.title for column in columns] or mask is not None
        reset = reset or self.mask is not None or before[0] != len(columns[0].keys)
        if reset:
            self.beginResetModel()
        self.columns, self.mask = columns, mask
        self._arrange(sorted_)
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

    def _arrange(self, sorted_: SortedRows | None = None) -> None:
        """Sort the visible rows; ``place`` is -1 for hidden rows."""
        rows = len(self.columns[0].keys) if self.columns else 0
        if sorted_ is None or self.mask is not None or sorted_.asked != (self.wanted, self.first):
            sorted_ = self.sorted_rows(self.columns, self.first, self.mask)
        self.sorted_by, self.order = sorted_.by, sorted_.rows
        self.place = np.full(rows, -1, np.int64)
        self.place[self.order] = np.arange(len(self.order))

    def sorted_rows(
        self, columns: list[Column], first: tuple[int, Qt.SortOrder], mask: npt.NDArray[np.bool_] | None = None
    ) -> SortedRows:
        """Return the visible rows of ``columns`` as the user wants them sorted; by any thread."""
        wanted, rows = self.wanted, len(columns[0].keys) if columns else 0
        shown = None if mask is None else np.flatnonzero(mask)
        by, keys = _chosen(columns, wanted, shown)
        if keys is None and first[0] < len(columns):
            by, keys = first, _visible(columns[first[0]].keys, shown)
        if keys is None or by is None:
            return SortedRows((wanted, first), None, np.arange(rows) if shown is None else shown)
        order = sort_order(keys, by[1] == Qt.SortOrder.DescendingOrder)
        return SortedRows((wanted, first), by, order if shown is None else shown[order])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self.wanted = (self.columns[column].same, order)
        # Persistent indices follow their rows: the selection stays on the same rows.
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        rows = [int(self.order[index.row()]) for index in old]
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        new = [self.index(int(self.place[row]), index.column()) for row, index in zip(rows, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


def _chosen(
    columns: list[Column], wanted: tuple[str, Qt.SortOrder] | None, shown: npt.NDArray[np.int64] | None
) -> tuple[tuple[int, Qt.SortOrder] | None, Array | None]:
    """Return place, direction and visible keys of the wanted column, None where there is none or no value in it."""
    name, direction = wanted if wanted is not None else ("", Qt.SortOrder.AscendingOrder)
    place = next((place for place, column in enumerate(columns) if column.same == name), None)
    if place is None:
        return None, None
    keys = _visible(columns[place].keys, shown)
    if keys.dtype.kind == "f" and keys.size and np.isnan(keys).all():
        return None, None
    return (place, direction), keys


def _visible(keys: Array, shown: npt.NDArray[np.int64] | None) -> Array:
    return keys if shown is None else keys[shown]
