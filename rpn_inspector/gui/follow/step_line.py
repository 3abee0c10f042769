"""The line of a training's steps: ticks where one was recorded, those still kept dark, the step shown as the knob.

A triangle above stands at the step compared from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import Theme, px, sized

EDGE, GROWING, MIDDLE = 14, 36, 13  # px: beside the line, of its dotted end, from the top
APART = 5  # px between ticks, at least
REACH = 8  # px beside the triangle that still take it


class StepLine(QWidget):
    """Shows ``kept`` among all ``recorded`` steps; ``chosen(place)`` is the place of a kept one, ``words`` its tip.

    ``compared(place)``: the triangle was dragged to a kept step, or Shift+Left and Shift+Right moved it there.
    """

    chosen, compared = Signal(int), Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.recorded: tuple[int, ...] = ()
        self.kept: tuple[int, ...] = ()
        self.shown: int | None = None
        self.since: int | None = None
        self._drags_since = False
        self.grows = False
        self.words: Callable[[int], str] = lambda step: tr("step {step}").format(step=f"{step:,}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Steps of the training"))
        self.setMinimumWidth(110)

    def sizeHint(self) -> QSize:
        return QSize(420, px(40))

    def tell(
        self,
        recorded: tuple[int, ...],
        kept: tuple[int, ...],
        shown: int | None,
        grows: bool,
        since: int | None = None,
    ) -> None:
        """Show other steps; ``grows`` while more are to come, ``since`` the step compared from."""
        now = recorded, kept, shown, grows, since
        if (self.recorded, self.kept, self.shown, self.grows, self.since) == now:
            return
        self.recorded, self.kept, self.shown, self.grows, self.since = now
        self.setAccessibleDescription("" if shown is None else tr("step {step}").format(step=f"{shown:,}"))
        self.update()

    def place(self, step: float) -> float:
        """Return the x of a step, px."""
        first, last = self._ends
        room = self.width() - 2 * EDGE - (GROWING if self.grows else 0)
        return EDGE + (step - first) / max(last - first, 1) * room

    @property
    def _ends(self) -> tuple[int, int]:
        steps = self.recorded or self.kept or (0,)
        return min(steps[0], *(self.kept or steps)), max(steps[-1], *(self.kept or steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._ends
        end = self.place(last)
        painter.setPen(QPen(QColor(theme.text_second), 1.5))
        painter.drawLine(QPointF(self.place(first), MIDDLE), QPointF(end, MIDDLE))
        if self.grows:
            painter.setPen(QPen(QColor(theme.text_second), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(end, MIDDLE), QPointF(end + GROWING, MIDDLE))
        self._ticks(painter, self.recorded, theme.line_strong, 4)
        self._ticks(painter, self.kept, theme.text, 6)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(theme.text_second))
        if self.since is not None and len(self.kept) > 1:
            x = self.place(self.since)
            painter.setBrush(QColor(theme.text_second))
            painter.drawPolygon(QPolygonF([QPointF(x - 5, 1), QPointF(x + 5, 1), QPointF(x, MIDDLE - 4)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        left, right = self._number(painter, first, None), None
        if self.shown is not None:
            right = QPointF(self.place(self.shown), MIDDLE)
            painter.setBrush(QColor(theme.field))
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.drawEllipse(right, 5.5, 5.5)
            painter.setFont(sized(self.font(), 11, bold=True))
            self._number(painter, self.shown, left)

    def _ticks(self, painter: QPainter, steps: tuple[int, ...], colour: str, high: float) -> None:
        painter.setPen(QPen(QColor(colour), 1))
        before = -APART
        for step in steps:
            x = self.place(step)
            if x - before >= APART:
                painter.drawLine(QPointF(x, MIDDLE + 5), QPointF(x, MIDDLE + 5 + high))
                before = int(x)

    def _number(self, painter: QPainter, step: int, beside: QRectF | None) -> QRectF:
        """Write a step below the line, unless it would lie on the words ``beside``; return its place."""
        words = f"{step:,}"
        width = painter.fontMetrics().horizontalAdvance(words) + 4
        x = min(max(self.place(step) - width / 2, 0), self.width() - width)
        room = QRectF(x, MIDDLE + 11, width, px(15))
        if beside is None or not room.adjusted(-4, 0, 4, 0).intersects(beside):
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
        return room

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.recorded:
            told = cast(QHelpEvent, event)
            near = min(self.recorded, key=lambda step: abs(self.place(step) - told.pos().x()))
            words = self.words(near)
            if self._at_triangle(told.pos()):
                words = tr("compared from step {step}: drag it to another").format(step=f"{self.since:,}")
            QToolTip.showText(told.globalPos(), as_tip(words), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drags_since = self._at_triangle(event.position().toPoint())
        self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().x())

    def _at_triangle(self, at: QPoint) -> bool:
        there = self.since is not None and len(self.kept) > 1
        return there and at.y() < MIDDLE and abs(self.place(self.since or 0) - at.x()) <= REACH

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.since in self.kept:
            self.compared.emit(min(max(self.kept.index(self.since) + step, 0), len(self.kept) - 1))
            return
        if step is None or self.shown not in self.kept:
            super().keyPressEvent(event)
            return
        self.chosen.emit(min(max(self.kept.index(self.shown) + step, 0), len(self.kept) - 1))

    def _go(self, x: float) -> None:
        if self.kept:
            near = min(range(len(self.kept)), key=lambda place: abs(self.place(self.kept[place]) - x))
            if self._drags_since and self.kept[near] != self.since:
                self.compared.emit(near)
            elif not self._drags_since and self.kept[near] != self.shown:
                self.chosen.emit(near)
