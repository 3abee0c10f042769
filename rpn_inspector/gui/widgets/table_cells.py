"""Painting a table's rows straight from the columns: Qt asks style, delegate and model a dozen times a cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QRegion
from PySide6.QtWidgets import QTableView

from rpn_inspector.gui.widgets.pens import PREDICTION, swatch
from rpn_inspector.gui.widgets.table_model import Column, ColumnsModel

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
WIDEST = 2 / 3  # of a digit's width by the letters' height
ROLES = QPalette.ColorRole
MIDDLE, END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
MARGIN, MARK = 4, 20  # px beside a cell's text; px of a swatch


def paint_rows(painter: QPainter, table: QTableView, exposed: QRegion) -> None:
    """Paint the rows of a `ColumnsModel` in ``exposed``, px of the viewport: ground, lines of a marked row, cells."""
    model, header, area = table.model(), table.horizontalHeader(), exposed.boundingRect()
    assert isinstance(model, ColumnsModel)
    places = [(column, header.sectionViewportPosition(n), header.sectionSize(n)) for n, column in _columns(table)]
    start = min((left for _, left, _ in places), default=0)
    places = [place for place in places if place[1] <= area.right() and place[1] + place[2] > area.left()]
    palette, font, metrics = table.palette(), table.font(), table.fontMetrics()
    inks = palette.color(ROLES.Text), palette.color(ROLES.HighlightedText)
    letter, wide = WIDEST * font.pixelSize(), dict[str, int]()  # px of a digit at most, and of words: many come again
    painter.setFont(font)
    parts = cast("Iterable[QRect]", exposed)  # PySide's types leave it out
    for at in sorted({at for part in parts for at in _rows(table, part)}):
        line = QRect(start, table.rowViewportPosition(at), header.length(), table.rowHeight(at))
        row, selected = int(model.order[at]), table.selectionModel().isRowSelected(at)
        ground = ROLES.Highlight if selected else ROLES.AlternateBase if at % 2 else ROLES.Base
        painter.fillRect(line, palette.brush(ground))
        if row == model.marked:
            colour = QColor(model.theme.proposal_text if model.theme is not None else PREDICTION)
            for top in (line.top(), line.bottom() - 1):
                painter.fillRect(line.left(), top, line.width(), 2, colour)
        painter.setPen(inks[selected])
        for column, left, width in places:
            inner = QRect(left + MARGIN, line.top(), width - 2 * MARGIN, line.height())
            if column.swatch is not None and (role := column.swatch(row)):
                mark = swatch(role, model.theme)
                height = mark.height() / mark.devicePixelRatio()
                painter.drawPixmap(inner.left(), round(inner.center().y() + 1 - height / 2), mark)
                inner.setLeft(inner.left() + MARK)
            text, room = column.text(row), inner.width()
            # most numbers need no measuring
            if column.left or len(text) * letter > room:
                if text not in wide:
                    wide[text] = metrics.horizontalAdvance(text)
                if wide[text] > room:
                    text = metrics.elidedText(text, MIDDLE if column.middle else END, room)
            painter.drawText(inner, LEFT if column.left else RIGHT, text)
    focused = table.currentIndex()
    if focused.isValid() and table.hasFocus() and not table.isColumnHidden(focused.column()):
        painter.drawRect(table.visualRect(focused).adjusted(0, 0, -1, -1))


def _columns(table: QTableView) -> list[tuple[int, Column]]:
    """Return the columns that are not hidden, with their numbers."""
    model = table.model()
    assert isinstance(model, ColumnsModel)
    return [(number, column) for number, column in enumerate(model.columns) if not table.isColumnHidden(number)]


def _rows(table: QTableView, part: QRect) -> range:
    """Return the rows that ``part`` of the viewport shows."""
    first, last = table.rowAt(part.top()), table.rowAt(part.bottom())
    return range(first, (last if last >= 0 else table.model().rowCount() - 1) + 1) if first >= 0 else range(0)
