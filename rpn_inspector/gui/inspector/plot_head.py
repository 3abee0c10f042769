"""The line above a plot of the inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized, symbols

GAP = 6  # px between the words


class PlotHead(QWidget):
    """A bold title, the formula's symbol behind the title, and a caption at the right, 20 px high."""

    def __init__(self, title: str = "", symbol: str = "") -> None:
        super().__init__()
        self.setFixedHeight(px(20))
        self.title, self.symbol, self.caption = PlainLabel(title), PlainLabel(symbol), PlainLabel()
        self._words = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.title)
        row.addWidget(self.symbol)
        row.addWidget(self.caption, 1)
        self.symbol.setVisible(bool(symbol))
        # a long caption is cut: the panel is as wide as its tables need, not wider
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.caption.installEventFilter(self)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.title.setFont(sized(self.font(), 12, bold=True))
        self.symbol.setFont(symbols(self.font(), 13))
        self.caption.setFont(sized(self.font(), 11))
        ink(self.title, "text")
        for label in (self.symbol, self.caption):
            ink(label, "text_caption")

    def say(self, words: str) -> None:
        """Write the caption, cut where there is no room."""
        self._words = words
        self.caption.setToolTip(as_tip(words))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.caption and event.type() in (QEvent.Type.FontChange, QEvent.Type.Resize):
            self._elide()  # else what stands at the right loses its first digits
        return super().eventFilter(watched, event)

    def _elide(self) -> None:
        used = [label.sizeHint().width() + GAP for label in (self.title, self.symbol) if not label.isHidden()]
        room = max(self.width() - sum(used), 0)
        words = self.caption.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if words != self.caption.text():
            self.caption.setText(words)
