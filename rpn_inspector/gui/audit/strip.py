"""A row of small pictures of the first ground truths of a list, in the list's order."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.gui.audit.crops import HIGH, WIDE, Crops
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import Theme, px, sized

MOST = 60  # pictures; the table below has them all
PAD, LINE = 5, 15  # px around a picture; of a line of text
HEIGHT = HIGH + 2 * PAD + 2 * LINE + 2
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
Index = QModelIndex | QPersistentModelIndex
Ints = npt.NDArray[np.int64]


class StripModel(QAbstractListModel):
    """The rows of ground truths shown, and their places in the list."""

    def __init__(self, crops: Crops, parent: QWidget) -> None:
        super().__init__(parent)
        self.crops = crops
        self.audit: Audit | None = None
        self.rows, self.places = np.empty(0, np.int64), np.empty(0, np.int64)
        crops.made.connect(self._made)

    def fill(self, audit: Audit | None, rows: Ints, places: Ints) -> None:
        """Show ground truths ``rows`` (k,) at ``places`` (k,) of the list."""
        self.beginResetModel()
        self.audit, self.rows, self.places = audit, rows[:MOST], places[:MOST]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words = "\n".join(filter(None, self.words(index.row())))
        return as_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def words(self, at: int) -> tuple[str, str, str]:
        """Return best IoU, or √area in px under a rule without IoU; positives; and object and picture of a place."""
        audit, row = self.audit, int(self.rows[at])
        assert audit is not None
        annotations = audit.annotations
        image = int(annotations.image[row])
        name = annotations.class_name(int(annotations.label[row]))
        best, side = float(audit.best_iou[row]), float(audit.side[row])
        number_ = number(best, 4) if np.isfinite(best) else NOTHING
        if not audit.knows_iou:
            number_ = tr("{side} px").format(side=number(side, 1)) if np.isfinite(side) else ""
        positives = (
            counted(int(audit.gt_positives[row]), "1 positive", "{n} positive")
            if audit.used[row] and audit.decided
            else ""
        )
        return (
            number_,
            positives,
            one_line(f"{row - int(annotations.first[image]) + 1} {name}, {annotations.names[image]}"),
        )

    def _made(self, row: int) -> None:
        for at in np.flatnonzero(self.rows == row).tolist():
            self.dataChanged.emit(self.index(at), self.index(at))


class _CropDelegate(QStyledItemDelegate):
    """Paints a crop over two lines of text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDE + 2 * PAD, HEIGHT + 2 * (px(LINE) - LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, StripModel)
        area, theme = option.rect, self.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, QColor(theme.selected_row))
            painter.fillRect(QRect(area.left(), area.bottom() - 2, area.width(), 3), QColor(theme.selected_bar))
        picture = QRect(area.left() + PAD, area.top() + PAD, WIDE, HIGH)
        row = int(model.rows[index.row()])
        crop = model.crops.of(row)
        left, right, below = model.words(index.row())
        painter.setPen(QColor(theme.text_second))
        painter.setFont(sized(option.font, 11))
        if crop is not None:
            painter.drawPixmap(picture, crop)
        else:
            painter.fillRect(picture, QColor(theme.line))
            if model.crops.failed(row):
                painter.drawText(picture, int(Qt.AlignmentFlag.AlignCenter), tr("no picture"))
        line = QRect(picture.left(), picture.bottom() + 3, WIDE, px(LINE))
        bold = QFontMetrics(sized(option.font, 11, bold=True))
        if bold.horizontalAdvance(left) + painter.fontMetrics().horizontalAdvance(right) < WIDE:
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), right)
        words = painter.fontMetrics().elidedText(below, Qt.TextElideMode.ElideRight, WIDE)
        painter.drawText(line.translated(0, px(LINE)), int(Qt.AlignmentFlag.AlignLeft), words)
        painter.setPen(QColor(theme.text))
        painter.setFont(sized(option.font, 11, bold=True))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), left)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))


class Strip(QListView):
    """``chosen(place)``: another ground truth of the list is current; ``activated`` as of any list."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, crops: Crops) -> None:
        super().__init__()
        self.pictures = StripModel(crops, self)
        self.setModel(self.pictures)
        self.delegate = _CropDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Pictures of the first ground truths of the list"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedHeight(HEIGHT + 2 * (px(LINE) - LINE) + 12)
        self._telling = False
        self.selectionModel().currentChanged.connect(self._tell)

    def fill(self, audit: Audit | None, rows: Ints, places: Ints) -> None:
        """Show ground truths ``rows`` (k,) of ``audit`` at ``places`` (k,) of the list."""
        self._telling = True
        self.pictures.fill(audit, rows, places)
        self._telling = False

    def mark(self, place: int | None) -> None:
        """Select the picture of a place of the list, none where it has no picture here."""
        at = np.flatnonzero(self.pictures.places == (-1 if place is None else place))
        self._telling = True
        if len(at):
            index = self.pictures.index(int(at[0]))
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.clearSelection()
        self._telling = False

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.delegate.theme = theme
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if not self._telling and current.isValid():
            self.chosen.emit(int(self.pictures.places[current.row()]))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()  # the arrows move here, not through the pictures of the dataset
            return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's shortcuts."""
