"""Painting a row of the image list: thumbnail, name and loss, and a line of counts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rpn_inspector.gui.images.model import SEPARATOR, ImagesModel, Index
from rpn_inspector.gui.images.thumbs import SCALE, THUMB
from rpn_inspector.gui.widgets.icons import line_icon
from rpn_inspector.gui.widgets.theme import Theme, px, sized

HEIGHT = 52
LEFT, GAP, RIGHT = 12, 8, 12
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
TRAILING = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class RowDelegate(QStyledItemDelegate):
    """Paints rows; ``focused`` draws the keyboard's ring around the current row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.focused = False
        self.margin = RIGHT  # less where a scroll bar stands beside the rows
        self._fonts: tuple[QFont, QFont, QFontMetrics, QFontMetrics] | None = None
        self._font: QFont | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ImagesModel)
        number = int(model.rows[index.row()])
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        self._paint_ground(painter, area, selected, bool(option.state & QStyle.StateFlag.State_MouseOver))
        frame = QRect(
            area.left() + LEFT, area.top() + (px(HEIGHT) - THUMB.height()) // 2, THUMB.width(), THUMB.height()
        )
        self._paint_thumb(painter, frame, model, number)
        text = QRect(frame.right() + GAP, area.top() + px(9), area.right() - frame.right() - GAP - self.margin, px(17))
        self._paint_text(painter, text, model, number, selected, option.font)

    def _paint_ground(self, painter: QPainter, area: QRect, selected: bool, hover: bool) -> None:
        theme = self.theme
        if selected or hover:
            painter.fillRect(area, QColor(theme.selected_row if selected else theme.hover))
        if selected:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(theme.selected_bar))
        if selected and self.focused:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_thumb(self, painter: QPainter, frame: QRect, model: ImagesModel, number: int) -> None:
        thumb = model.thumbs.of(number)
        if thumb is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(frame, thumb, QRect(0, 0, SCALE * THUMB.width(), SCALE * THUMB.height()))
            return
        painter.fillRect(frame, QColor(self.theme.bars))
        if model.thumbs.failed(number):
            broken = line_icon("broken", self.theme.text_second, 20)
            painter.drawPixmap(frame.center().x() - 9, frame.center().y() - 9, broken)

    def _paint_text(
        self, painter: QPainter, text: QRect, model: ImagesModel, number: int, selected: bool, font: QFont
    ) -> None:
        theme = self.theme
        big, small, big_metrics, small_metrics = self._sized(font)
        loss, bad = model.loss(number)
        taken = big_metrics.horizontalAdvance(loss) + 6 if loss else 0
        painter.setFont(big)
        painter.setPen(QColor(theme.text))
        room = text.width() - taken
        name = big_metrics.elidedText(model.name(number), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(text.left(), text.top(), room, text.height()), MIDDLE, name)
        if loss:
            painter.setPen(QColor(theme.negative_text if bad else theme.text))
            painter.drawText(text, TRAILING, loss)
        parts, wrong = model.caption(number)
        painter.setFont(small)
        second = text.translated(0, text.height())
        if small_metrics.horizontalAdvance(SEPARATOR.join([*parts, wrong] if wrong else parts)) > second.width():
            parts, wrong = model.caption(number, brief=True)
        if wrong:  # the defect is never cut: counts are dropped first
            room = second.width() - small_metrics.horizontalAdvance(SEPARATOR + wrong)
            while len(parts) > 1 and small_metrics.horizontalAdvance(SEPARATOR.join(parts)) > room:
                parts.pop()
        line = SEPARATOR.join(parts)
        painter.setPen(QColor(theme.text_second if selected else theme.text_caption))
        shown = small_metrics.elidedText(line, Qt.TextElideMode.ElideRight, second.width()) if not wrong else line
        painter.drawText(second, MIDDLE, shown + (SEPARATOR if wrong and line else ""))
        if wrong:
            start = small_metrics.horizontalAdvance(line + SEPARATOR) if line else 0
            painter.setPen(QColor(theme.negative_text))
            painter.drawText(second.adjusted(start, 0, self.margin, 0), MIDDLE, wrong)

    def _sized(self, font: QFont) -> tuple[QFont, QFont, QFontMetrics, QFontMetrics]:
        if self._fonts is None or font != self._font:
            big, small = sized(font, 12), sized(font, 11)
            self._fonts, self._font = (big, small, QFontMetrics(big), QFontMetrics(small)), QFont(font)
        return self._fonts
