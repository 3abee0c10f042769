"""The page of a window without a dataset: how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.data.datasets.format_registry import titles
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.icons import line_icon
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ground, ink, px, sized

WIDTH, CAPTION, CARD = 560, 96, 54  # px; the lead stands in one line
FACTS = (
    ("Predictions", "optional; without them you see labels and targets, with them t, losses and proposals"),
    ("Your files", "are only read, never changed or sent anywhere"),
)


class Card(QPushButton):
    """A first step: icon, title, a line of explanation, and the keys as caps."""

    def __init__(self, icon: str, title: str, words: str, keys: str) -> None:
        super().__init__()
        keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)  # as menus and the list of keys say
        self._icon, self._title, self._words, self._keys = icon, title, words, keys
        self.theme: Theme | None = None
        self.setObjectName("start")
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{words}. {keys}")
        self.setToolTip(as_tip(f"{words} ({keys})"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(CARD))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.theme is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(12, (self.height() - 20) // 2, line_icon(self._icon, self.theme.text, 20))
        left, right = 46, self._paint_keys(painter)
        upper = QRect(left, px(8), right - left, px(20))
        painter.setFont(sized(self.font(), 13, bold=True))
        painter.setPen(QColor(self.theme.text))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(self.theme.text_second))
        painter.drawText(upper.translated(0, px(19)), Qt.AlignmentFlag.AlignVCenter, self._words)

    def _paint_keys(self, painter: QPainter) -> int:
        """Draw the keys at the right; return the left edge, px."""
        assert self.theme is not None
        painter.setFont(sized(self.font(), 11))
        at = self.width() - 12
        for key in reversed(self._keys.split("+")):
            width = painter.fontMetrics().horizontalAdvance(key) + 12
            high = px(20)
            cap = QRect(at - width, (self.height() - high) // 2, width, high)
            painter.setPen(QColor(self.theme.line_strong))
            painter.setBrush(QColor(self.theme.field))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(QColor(self.theme.text_second))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            at -= width + 4
        return at


class StartPage(QScrollArea):
    """Three first steps, and facts on reading and writing files; scrolled, by Page Down too, where text is large."""

    open_wanted = Signal()
    demo_wanted = Signal()
    recipes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Start"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        self.setWidget(sheet)
        block = QWidget(sheet)
        block.setMaximumWidth(px(WIDTH))
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = PlainLabel(tr("Why is this anchor positive?"))
        self.lead = PlainLabel(tr("See the anchors, targets and losses your detector trains on, one box at a time."))
        self.lead.setWordWrap(True)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addSpacing(12)
        dropped = tr("Choose a folder, or drop a folder or file anywhere")
        bundled = tr("A small bundled dataset with raw predictions")
        shipped = tr("From Faster R-CNN's article to YOLO26, with their sources")
        cards = (
            (Card("folder", tr("Open a dataset"), dropped, "Ctrl+O"), self.open_wanted),
            (Card("play", tr("Open the demo"), bundled, "Ctrl+Shift+D"), self.demo_wanted),
            (Card("lines", tr("Browse recipes"), shipped, "Ctrl+R"), self.recipes_wanted),
        )
        self.buttons = [card for card, _ in cards]
        for card, wanted in cards:
            card.clicked.connect(wanted)
            column.addWidget(card)
        column.addSpacing(8)
        self.rule = QFrame()
        self.rule.setFixedHeight(1)
        column.addWidget(self.rule)
        column.addSpacing(8)
        self.captions: list[QLabel] = []
        formats = ", ".join(title for name, title in titles().items() if name != "pictures")
        reads = (tr("Reads"), tr("{formats}, and folders of pictures").format(formats=formats))
        for name, words in (reads, *((tr(name), tr(words)) for name, words in FACTS)):
            text = PlainLabel(words)
            text.setWordWrap(True)
            self._line(column, name, text)
        self.lines = QWidget()
        self._lines = QHBoxLayout(self.lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._line(column, tr("Lines"), self.lines)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(16, 0, 16, 0)
        row.addItem(QSpacerItem(160, 0, QSizePolicy.Policy.Maximum))  # gives way in a narrow window
        row.addWidget(block, 1000, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def _line(self, column: QVBoxLayout, name: str, content: QWidget) -> None:
        line, caption = QHBoxLayout(), PlainLabel(name)
        caption.setFixedWidth(px(CAPTION))
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addWidget(caption)
        line.addWidget(content, 1)
        column.addLayout(line)
        self.captions.append(caption)

    def show_lines(self, styles: Sequence[tuple[str, QPixmap]]) -> None:
        """Explain the line styles; called after the import of the pens, later than the first paint."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for word, pixmap in styles:
            mark = PlainLabel()
            mark.setPixmap(pixmap)
            self._lines.addWidget(mark)
            text = PlainLabel(word)
            text.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._lines.addWidget(text)
            self._lines.addSpacing(4)
        self._lines.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setFont(sized(self.font(), 20, bold=True))
        self.lead.setFont(sized(self.font(), 14))
        ink(self.lead, "text_second")
        ground(self.rule, "line_strong")
        for caption in self.captions:
            ink(caption, "text_caption")
        for card in self.buttons:
            card.theme = theme
            card.update()
