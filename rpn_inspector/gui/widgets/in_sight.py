"""Sheets of numbers that are scrolled sideways where text is larger: their sentences wrap at the edge one sees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from rpn_inspector.gui.widgets.required import required
from rpn_inspector.gui.widgets.theme import text_scale

MARGIN = 16  # px right of a sentence


def scroll_sideways(area: QScrollArea) -> None:
    """Let an area whose sheet fits its width at the usual size of text be scrolled sideways where text is larger.

    Sentences that wrap do so in sight: only tables and drawings are scrolled to. To be called with the sheet in it.
    """
    policy = Qt.ScrollBarPolicy
    area.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if text_scale() > 1 else policy.ScrollBarAlwaysOff)
    if text_scale() > 1:
        _Wrapping(area)


class _Wrapping(QObject):
    """Gives each wrapping label of the sheet a margin as wide as what of it lies beyond the area's edge."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self.area = area
        area.viewport().installEventFilter(self)
        required(area.widget()).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._wrap()
        return super().eventFilter(watched, event)

    def _wrap(self) -> None:
        sheet, width = required(self.area.widget()), self.area.viewport().width()
        for label in sheet.findChildren(QLabel):
            if not label.wordWrap() or label.isHidden():
                continue
            margins = label.contentsMargins()
            own = label.property("own_right")
            if own is None:
                own = margins.right()
                label.setProperty("own_right", own)  # where nothing of it is out of sight
            right = label.mapTo(sheet, QPoint(label.width(), 0)).x()
            beyond = max(right - width + MARGIN, 0) if sheet.width() > width else 0
            if margins.right() != max(own, beyond):
                margins.setRight(max(own, beyond))
                label.setContentsMargins(margins)
