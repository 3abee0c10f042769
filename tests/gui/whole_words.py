"""What a window cuts: every text that has too little room, and neither dots nor a tooltip that say so."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QTabBar, QWidget

from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.table import RowTable

ROWS = 30  # of a table that are looked at
HEAD = 6  # px of a head that are no text


def cut_silently(window):
    """Return a line for each text of ``window`` that is cut and does not say so."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += [f"{_place(widget)}: {words}" for words in _cut_in(widget)]
    return found


def _cut_in(widget):
    if isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
        yield from _outside(widget, widget.text())
    elif isinstance(widget, RowTable):
        yield from _table(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        if widget.width() < widget.minimumSizeHint().width() and "…" not in widget.text():
            yield f"button {widget.text()!r}"
        yield from _outside(widget, widget.text())
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            if widget.isTabVisible(tab) and not widget.rect().contains(widget.tabRect(tab)):
                yield f"tab {widget.tabText(tab)!r}"
    elif isinstance(widget, QComboBox):
        shown = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if shown > widget.width() - 12 and not widget.toolTip():
            yield f"combo box {widget.currentText()!r}"


def _label(label):
    room, metrics = label.contentsRect().size(), label.fontMetrics()
    if label.textFormat() == Qt.TextFormat.RichText:
        page = QTextDocument()
        page.setDefaultFont(label.font())
        page.setDocumentMargin(0)
        page.setHtml(QLabel.text(label))
        if label.wordWrap():
            page.setTextWidth(room.width())
        if page.idealWidth() > room.width() + 1 or page.size().height() > room.height() + 2:
            yield f"rich {plain(label.text())!r} in {room.width()} x {room.height()} px"
    elif label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap) | int(label.alignment())
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 9999), flags, QLabel.text(label))
        if needed.width() > room.width() + 1 or needed.height() > room.height() + 1:
            yield f"wrapped {label.text()!r} in {room.width()} x {room.height()} px"
    elif isinstance(label, ElidedLabel):
        if label.is_cut and label.text() not in plain(label.tip):
            yield f"{label.text()!r}, tooltip {label.tip!r}"
    elif metrics.size(0, label.text()).width() > room.width() + 1:
        yield f"{label.text()!r} in {room.width()} px"
    elif label.text().endswith("…") and not label.toolTip():
        yield f"{label.text()!r} without a tooltip"


def _outside(widget, words):
    """Yield ``words`` where the widget lies partly beside what scrolls it, and nothing scrolls there."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
            beside = place.left() < 0 or place.right() > around.width()
            if beside and not area.horizontalScrollBar().isVisible():
                yield f"{plain(words)!r} stands {place.right() - around.width()} px beside its panel"
                return
        around = area


def _table(table):
    model, metrics, header = table.columns_model, table.fontMetrics(), table.horizontalHeader()
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        head = str(model.headerData(column, Qt.Orientation.Horizontal))
        left, room = table.columnViewportPosition(column), table.viewport().width()
        if 0 < left < room < left + table.columnWidth(column):
            yield f"column {head!r} ends {left + table.columnWidth(column) - room} px beyond the table"
        if header.fontMetrics().horizontalAdvance(head) + HEAD > header.sectionSize(column):
            yield f"head {head!r} in {header.sectionSize(column)} px"
        for row in range(min(model.rowCount(), ROWS)):
            index = model.index(row, column)
            text, tip = index.data(), index.data(Qt.ItemDataRole.ToolTipRole) or ""
            room = table.columnWidth(column) - 8 - (20 if model.columns[column].swatch else 0)
            if metrics.horizontalAdvance(text) > room and (text not in plain(tip) or not model.columns[column].left):
                yield f"cell {text!r} of {head!r} in {room} px, tooltip {tip!r}"


def plain(text):
    """Return rich text as it reads."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text


def _place(widget):
    names = []
    while widget is not None and len(names) < 3:
        if not widget.objectName().startswith("qt_"):
            names.append(widget.accessibleName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names)
