"""A label of one line that says where it has no room for all of its text."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QTextDocumentFragment
from PySide6.QtWidgets import QToolTip

from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip

LEAST = 24  # px: a letter and the dots


class ElidedLabel(PlainLabel):
    """A line that ends with … in too little room, the whole text then in its tooltip; a wrapped label is left alone."""

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return whole if self.wordWrap() else QSize(min(whole.width(), LEAST), whole.height())

    def text_rect(self) -> QRect:
        """Return where the text stands."""
        return self.contentsRect()

    @property
    def is_cut(self) -> bool:
        """Return whether the text has too little room."""
        return not self.wordWrap() and self.fontMetrics().horizontalAdvance(self.text()) > self.text_rect().width()

    @property
    def tip(self) -> str:
        """Return what the tooltip shows now: a cut text is whole there."""
        own = self.toolTip()
        if not self.is_cut:
            return own
        plain = QTextDocumentFragment.fromHtml(own).toPlainText() if QtGui.Qt.mightBeRichText(own) else own
        return own if self.text() in plain else as_tip("\n".join(filter(None, (self.text(), plain))))

    def event(self, event: QEvent) -> bool:
        # the class before the type: a window asks this thousands of times, and a type is made into an enum's member
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut:
            QToolTip.showText(event.globalPos(), self.tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_cut:
            self.paint_elided(QPainter(self))
        else:
            super().paintEvent(event)

    def paint_elided(self, painter: QPainter) -> None:
        """Paint the text by a painter of the label, with … at its end where it is cut."""
        place = self.text_rect()
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)
