"""A kind of finding with its counts and its meaning; a click lists the places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.widgets.end_marks import END
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import line_icon
from rpn_inspector.gui.widgets.pens import swatch
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.pointing import pointed_at
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, ink, px, sized

COUNT = 44  # px of a column of counts
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingButton(QAbstractButton):
    """Icon, title, number of boxes and of pictures, and a sentence below; ``isChecked`` where its places are listed."""

    def __init__(self, kind: str, symbol: str, grave: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.symbol, self.grave, self.theme = kind, symbol, grave, LIGHT
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.symbol_label = PlainLabel()
        self.title, self.boxes, self.images, self.means = (PlainLabel() for _ in range(4))
        self.title.setWordWrap(True)
        self.means.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.symbol_label, 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.boxes, 0, 2)
        grid.addWidget(self.images, 0, 3)
        grid.addWidget(self.means, 1, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        for column, label in ((2, self.boxes), (3, self.images)):
            grid.setColumnMinimumWidth(column, px(COUNT))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        parts: tuple[QWidget, ...] = (self.symbol_label, self.title, self.boxes, self.images, self.means)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(180, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def describe(self, words: str, means: str, boxes: int, images: int | None, of_pictures: bool) -> None:
        """Show a kind's words and counts; ``of_pictures``: pictures are counted, no boxes; ``images`` None: of none."""
        self.title.setText(words)
        self.means.setText(means)
        self.boxes.setText("" if of_pictures else f"{boxes:,}")
        pictures = NOTHING if images is None else f"{images:,}"
        self.images.setText(pictures)
        said = tr("{boxes} boxes in {images} pictures") if not of_pictures else tr("{images} pictures")
        counts = f"{boxes:,}" if images is None else said.format(boxes=f"{boxes:,}", images=pictures)
        self.setAccessibleName(f"{words}, {counts}")
        self.setAccessibleDescription(means)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        colour = theme.negative_text if self.grave else theme.text_second
        mark = swatch(self.symbol, theme) if self.symbol.startswith(END) else line_icon(self.symbol, colour)
        self.symbol_label.setPixmap(mark)
        self.title.setFont(sized(self.font(), 12, bold=True))
        self.boxes.setFont(sized(self.font(), 12, bold=True))
        self.images.setFont(sized(self.font(), 12))
        self.means.setFont(sized(self.font(), 11))
        for label in (self.images, self.means):
            ink(label, "text_second")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in WALKING:
            event.accept()  # the arrows move through the findings here, not through the anchors
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.rect()
        if self.isChecked():
            painter.fillRect(area, QColor(self.theme.selected_row))
            painter.fillRect(0, 0, 3, area.height(), QColor(self.theme.selected_bar))
        elif pointed_at(self):
            painter.fillRect(area, QColor(self.theme.hover))
        if self.hasFocus():
            painter.setPen(QColor(self.theme.text))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
