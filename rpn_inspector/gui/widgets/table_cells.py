"""Painting a table's cells straight from the columns: Qt's own delegate asks the model seven times a cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rpn_inspector.gui.widgets.pens import PREDICTION, swatch
from rpn_inspector.gui.widgets.table_model import ColumnsModel

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
WIDEST = 2 / 3  # of a digit's width by the letters' height
STATE, PALETTE = QStyle.StateFlag, QPalette.ColorRole
SELECTED, FOCUSED = STATE.State_Selected.value, STATE.State_HasFocus.value  # numbers: & of flags is slow
HIGHLIGHT, HIGHLIGHTED, TEXT = PALETTE.Highlight, PALETTE.HighlightedText, PALETTE.Text
MIDDLE, END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
MARGIN, MARK = 4, 20  # px beside a cell's text; px of a swatch


class CellDelegate(QStyledItemDelegate):
    """Paints a cell: the ground of a selected row, the lines of a marked one, swatch, text, and a line at the focus."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, ColumnsModel)
        column, row = model.columns[index.column()], int(model.order[index.row()])
        rect, palette, state, font = option.rect, option.palette, option.state.value, option.font
        if state & SELECTED:
            painter.fillRect(rect, palette.brush(HIGHLIGHT))
            painter.setPen(palette.color(HIGHLIGHTED))
        else:
            painter.setPen(palette.color(TEXT))
        if row == model.marked:
            colour = QColor(model.theme.proposal_text if model.theme is not None else PREDICTION)
            for top in (rect.top(), rect.bottom() - 1):
                painter.fillRect(rect.left(), top, rect.width(), 2, colour)
        inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if column.swatch is not None and (role := column.swatch(row)):
            mark = swatch(role, model.theme)
            height = mark.height() / mark.devicePixelRatio()
            painter.drawPixmap(inner.left(), round(rect.center().y() + 1 - height / 2), mark)
            inner.setLeft(inner.left() + MARK)
        painter.setFont(font)
        text = column.text(row)
        wide = column.left or len(text) * WIDEST * font.pixelSize() > inner.width()  # most numbers need no measuring
        if wide and option.fontMetrics.horizontalAdvance(text) > inner.width():
            text = option.fontMetrics.elidedText(text, MIDDLE if column.middle else END, inner.width())
        painter.drawText(inner, LEFT if column.left else RIGHT, text)
        if state & FOCUSED:
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
