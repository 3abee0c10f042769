"""Tables over NumPy columns: every anchor of the picture, and its ground truths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rpn_inspector.core.explain import cause_words
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.gui.canvas.pens import swatch
from rpn_inspector.gui.numbers import NOTHING, number
from rpn_inspector.gui.theme import Theme

Array = npt.NDArray[Any]
Index = QModelIndex | QPersistentModelIndex
ROLES = {1: "positive", 0: "negative", -1: "ignored"}
LABELS = {1: "positive", 0: "negative", -1: "ignored"}


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: ``values`` (rows,) sort it, ``text`` writes one of its rows, ``tip`` says what it holds."""

    title: str
    width: int
    values: Array
    text: Callable[[int], str]
    tip: str
    left: bool = False
    swatch: Callable[[int], str] | None = None


def sort_order(values: Array, descending: bool) -> npt.NDArray[np.int64]:
    """Return a stable order of ``values`` (n,): through one packed unsigned key where they are float32."""
    if values.dtype != np.float32:
        return np.argsort(-values if descending else values, kind="stable")
    bits = (values + np.float32(0)).view(np.uint32)
    key = np.where(bits >> 31, ~bits, bits | np.uint32(0x80000000)).astype(np.uint64)
    if descending:
        key = np.uint64(0xFFFFFFFF) - key
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
        if role == Qt.ItemDataRole.DecorationRole:
            pick = self.columns[index.column()].swatch
            return swatch(pick(int(self.order[index.row()])), self.theme) if pick else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def fill(self, columns: list[Column]) -> None:
        """Show other columns, in the order last sorted by."""
        self.beginResetModel()
        self.columns = columns
        rows = len(columns[0].values) if columns else 0
        self._arrange(np.arange(rows))
        if self.sorted_by and self.sorted_by[0] < len(columns):
            column, order = self.sorted_by
            self._arrange(sort_order(columns[column].values, order == Qt.SortOrder.DescendingOrder))
        self.endResetModel()

    def _arrange(self, order: npt.NDArray[np.int64]) -> None:
        self.order = order
        self.place = np.empty_like(order)
        self.place[order] = np.arange(len(order))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self.sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        rows = [int(self.order[index.row()]) for index in old]
        self._arrange(sort_order(self.columns[column].values, order == Qt.SortOrder.DescendingOrder))
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
        self.columns_model.sorted_by = None
        self._telling = False
        self._first = (first, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.setModel(self.columns_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(20)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(36)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def fill(self, columns: list[Column]) -> None:
        """Show other columns."""
        fresh = not self.columns_model.columns
        self._telling = True
        self.columns_model.fill(columns)
        self._telling = False
        if fresh and columns:
            self.setSortingEnabled(True)
            self.sortByColumn(*self._first)
            for number_, column in enumerate(columns):
                self.setColumnWidth(number_, column.width)

    def show_row(self, row: int | None) -> None:
        """Select the row of that number, and bring it into view."""
        self._telling = True
        if row is None or not 0 <= row < len(self.columns_model.place):
            self.selectionModel().clear()
        else:
            index = self.columns_model.index(int(self.columns_model.place[row]), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        self._telling = False

    def neighbour(self, row: int | None, step: int) -> int | None:
        """Return the number of the row ``step`` further down in the current order."""
        model = self.columns_model
        if not len(model.order):
            return None
        at = int(model.place[row]) + step if row is not None else 0
        return int(model.order[min(max(at, 0), len(model.order) - 1)])

    def _tell(self, current: QModelIndex) -> None:
        if not self._telling and current.isValid():
            self.chosen.emit(int(self.columns_model.order[current.row()]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            model = self.columns_model
            rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
            lines = ["\t".join(column.title for column in model.columns)]
            lines += ["\t".join(column.text(int(model.order[row])) for column in model.columns) for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)


def anchor_columns(inspection: Inspection) -> list[Column]:
    """Return the columns over all N anchors."""
    assignment, grid, recipe = inspection.assignment, inspection.grid, inspection.recipe
    place = grid.locate(np.arange(grid.size))
    size = np.concatenate([np.tile(level.sizes, level.shape[0] * level.shape[1]) for level in grid.levels])
    ratio = np.concatenate([np.tile(level.ratios, level.shape[0] * level.shape[1]) for level in grid.levels])
    iou = assignment.iou.astype(np.float32)
    box_loss = np.full(grid.size, -1, np.float32)
    if inspection.loss is not None:
        owned = inspection.loss.rows[: len(inspection.loss.box_per_coordinate)]
        box_loss[owned] = inspection.loss.box_per_coordinate.sum(1) * inspection.loss.box_normaliser
    score = inspection.objectness() if inspection.logits is not None else np.full(grid.size, -1, np.float32)
    total = max(float(box_loss[box_loss >= 0].sum()), 1e-30)
    names = [inspection.sample.class_name(g) for g in range(len(inspection.gt))]

    def truth(row: int) -> str:
        owner = int(assignment.gt[row])
        return f"{owner + 1} {names[owner]}" if owner >= 0 else NOTHING

    return [
        Column("Anchor", 64, np.arange(grid.size), lambda r: f"{r:,}", "flat index in the recipe's order"),
        Column("Level", 46, place.level, lambda r: grid.levels[place.level[r]].name, "feature level", left=True),
        Column("Cell", 58, place.y * 100_000 + place.x, lambda r: f"{place.x[r]}, {place.y[r]}", "cell x, y"),
        Column("Size", 44, size, lambda r: f"{size[r]:g}", "square root of the area, network px"),
        Column("h/w", 40, ratio, lambda r: f"{ratio[r]:g}", "height over width"),
        Column(
            "Label",
            88,
            assignment.label,
            lambda r: LABELS[int(assignment.label[r])],
            "positive, negative or ignored",
            left=True,
            swatch=lambda r: ROLES[int(assignment.label[r])],
        ),
        Column(
            "Why", 132, assignment.cause, lambda r: cause_words(int(assignment.cause[r]), recipe), "cause", left=True
        ),
        Column("GT", 76, assignment.gt, truth, "the ground truth it is trained towards", left=True),
        Column("IoU", 66, iou, lambda r: number(float(iou[r])), "best overlap with any ground truth"),
        Column("p", 52, score, lambda r: number(float(score[r]) if score[r] >= 0 else None, 3), "objectness, 0 to 1"),
        Column(
            "Σ R(d)",
            62,
            box_loss,
            lambda r: number(float(box_loss[r]) if box_loss[r] >= 0 else None),
            "smooth L1 of the four coordinates, before the normaliser; sampled positives only",
        ),
        Column(
            "Of box loss",
            84,
            box_loss,
            lambda r: f"{100 * box_loss[r] / total:.2f} %" if box_loss[r] >= 0 else NOTHING,
            "share of the picture's box loss",
        ),
    ]


def truth_columns(inspection: Inspection) -> list[Column]:
    """Return the columns over the G ground truths."""
    assignment, gt = inspection.assignment, inspection.gt
    sample = inspection.sample
    assert sample.gt_kind is not None
    kinds = sample.gt_kind
    words = ("", "crowd", "difficult", "ignored")
    names = [sample.class_name(g) for g in range(len(gt))]
    width, height = (gt[:, 2] - gt[:, 0]).astype(np.float32), (gt[:, 3] - gt[:, 1]).astype(np.float32)
    best = assignment.gt_best_iou.astype(np.float32)
    finds = [_truth_finding(inspection, g) for g in range(len(gt))]

    return [
        Column("GT", 40, np.arange(len(gt)), lambda r: str(r + 1), "ground truth, counted from 1"),
        Column("Class", 110, np.argsort(np.argsort(names)), lambda r: names[r], "class", left=True),
        Column("Kind", 66, kinds, lambda r: words[int(kinds[r])] or NOTHING, "crowd, difficult or ignored", left=True),
        Column("w, px", 60, width, lambda r: number(float(width[r]), 1), "width, network px"),
        Column("h, px", 60, height, lambda r: number(float(height[r]), 1), "height, network px"),
        Column(
            "Positives", 66, assignment.gt_positives, lambda r: f"{assignment.gt_positives[r]:,}", "anchors it owns"
        ),
        Column(
            "Rescued",
            66,
            assignment.gt_low_quality,
            lambda r: f"{assignment.gt_low_quality[r]:,}",
            "of these, positive by the low-quality rule only",
        ),
        Column("Best IoU", 66, best, lambda r: number(float(best[r])), "highest overlap with any anchor"),
        Column("Finding", 200, np.argsort(np.argsort(finds)), lambda r: finds[r], "what stands out", left=True),
    ]


def _truth_finding(inspection: Inspection, gt: int) -> str:
    assignment = inspection.assignment
    if not inspection.used[gt]:
        return "takes no part"
    if assignment.gt_best_iou[gt] == 0:
        return "touches no anchor"
    if assignment.gt_positives[gt] == 0:
        return "its best anchors belong to another" if assignment.gt_ties[gt] else "no anchor"
    if assignment.gt_positives[gt] == assignment.gt_low_quality[gt]:
        return "only the low-quality rule saves it"
    return ""
