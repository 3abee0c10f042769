"""A row of the findings: kind and count; a click goes to the next place of the kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.icons import line_icon
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.pointing import pointed_at
from rpn_inspector.gui.widgets.theme import Theme, px, sized

ROW_HEIGHT = 24
WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class FindingRow(QAbstractButton):
    """One kind of finding: icon, words, count. Enter or a click: ``stepped(forward)``; ↓ or ↑: ``walked(down)``."""

    stepped = Signal(bool)
    walked = Signal(bool)
    only_wanted = Signal()

    def __init__(self, kind: str, theme: Theme, symbol: str, grave: bool) -> None:
        super().__init__()
        self.kind, self.theme, self.symbol, self.grave = kind, theme, symbol, grave
        self.count_text = self.short_text = ""
        self.current = False
        self._back = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # ``clicked`` carries no modifiers: the press before remembers Shift.
        self.clicked.connect(lambda: self.stepped.emit(not self._back))

    def sizeHint(self) -> QSize:
        return QSize(200, px(ROW_HEIGHT))

    def describe(self, words: str, means: str, places: int, images: int | None, number: int | None) -> None:
        """Show a kind's words and counts.

        Args:
            words: the kind in a few words.
            means: the meaning, for the tooltip.
            places: the number of places found.
            images: the number of pictures found in, None for a finding about pictures or the dataset as a whole.
            number: the place on the screen, counted from 1, None for none.
        """
        self.current = number is not None
        self.count_text = self.short_text = f"{places:,}"
        if number is not None:
            self.short_text = f"{number:,}/{places:,}"
            self.count_text = tr("{a} of {b}").format(a=f"{number:,}", b=f"{places:,}")
        where = "" if images is None else counted(images, " in 1 picture", " in {n} pictures")
        if self.text() != words:
            self.setText(words)
        self.setAccessibleName(f"{words}, {self.count_text}{where}")
        hint = tr("Click for the next place, Shift+click for the one before; ↓ and ↑ go to the other rows.")
        self.setToolTip(as_tip(f"{places:,}{where}. {means}\n{hint}"))
        self.setAccessibleDescription(means)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in WALKING:
            self.walked.emit(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, slot in self.offers():
            action = QAction(words, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        menu.popup(event.globalPos())

    def offers(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the entries of the row's menu: words and slot."""
        return [(tr("Show only these pictures"), self.only_wanted.emit)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), self.theme, self.rect()
        if self.current:
            painter.fillRect(area, QColor(theme.selected_row))
            painter.fillRect(QRect(0, 0, 3, area.height()), QColor(theme.selected_bar))
        elif pointed_at(self):
            painter.fillRect(area, QColor(theme.hover))
        colour = theme.negative_text if self.grave else theme.text_second
        painter.drawPixmap(12, (area.height() - 16) // 2, line_icon(self.symbol, colour))
        font = sized(self.font(), 12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        room = area.width() - 34 - 12 - 8 - metrics.horizontalAdvance(self.text())
        number = self.count_text if metrics.horizontalAdvance(self.count_text) <= room else self.short_text
        count = metrics.horizontalAdvance(number)
        place = QRect(34, 0, area.width() - 34 - 12 - count - 8, area.height())
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        end = area.adjusted(0, 0, -12, 0)
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), number)
        if self.hasFocus():
            painter.setPen(QColor(theme.text))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in WALKING:
            event.accept()  # ↓ and ↑ move through the rows here, not through the anchors
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
