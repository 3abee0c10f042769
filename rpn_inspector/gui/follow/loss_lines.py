"""The losses a trainer reported, by part over the steps, with the step compared from as a dotted line."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.data.predictions.rolling import Run
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.label_places import apart
from rpn_inspector.gui.widgets.pens import SELECTED
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, px, sized

HEAD, LEFT, FOOT, GAP, WORD = 26, 40, 20, 8, 15.0  # px
LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
LIGHT_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")
DARK_COLOURS = ("#56B4E9", "#E8732A", "#1FB184", "#CC79A7")


def losses_at(run: Run, step: int, loss: LossSpec) -> list[tuple[str, float | None]]:
    """Return name and value of each loss at a recorded step, none at another."""
    if step not in run.steps:
        return []
    place = run.steps.index(step)
    return [(tr(loss.called(name)), values[place]) for name, values in run.losses.items()]


class LossLines(QWidget):
    """A line for each loss; its newest value stands at its end, its values at a step in the tooltip there."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.run: Run | None = None
        self.loss = LossSpec()
        self.since: int | None = None
        self.shown: int | None = None
        self.setAccessibleName(tr("Losses over the steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, px(110))

    def sizeHint(self) -> QSize:
        return QSize(380, 190)

    def tell(self, run: Run | None, loss: LossSpec, since: int | None, shown: int | None) -> None:
        """Show the losses of ``run``, named as under ``loss``; ``since`` and ``shown`` are steps."""
        if (self.run, self.loss, self.since, self.shown) == (run, loss, since, shown):
            return
        self.run, self.loss, self.since, self.shown = run, loss, since, shown
        newest = [] if run is None or not run.steps else losses_at(run, run.steps[-1], loss)
        self.setAccessibleDescription(", ".join(f"{name} {_text(value)}" for name, value in newest))
        self.update()

    @property
    def _names(self) -> list[str]:
        return [] if self.run is None else [tr(self.loss.called(name)) for name in self.run.losses]

    @property
    def _area(self) -> QRectF:
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(f"{name} 88.888") for name in self._names), default=0)
        return QRectF(
            px(LEFT), px(HEAD), max(self.width() - px(LEFT) - words - 2 * GAP, 20), self.height() - px(HEAD + FOOT) - 4
        )

    def x_of(self, step: float) -> float:
        """Return the x of a step, px."""
        assert self.run is not None
        first, last = self.run.steps[0], self.run.steps[-1]
        return self._area.left() + (step - first) / max(last - first, 1) * self._area.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, run = QPainter(self), self.theme, self.run
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(0, 2, self.width(), px(18)), middle, tr("Losses over the steps"))
        beside = painter.fontMetrics().horizontalAdvance(tr("Losses over the steps")) + 10
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(theme.text_caption))
        painter.drawText(QRectF(beside, 2, self.width() - beside, px(18)), middle, tr("as the trainer reports them"))
        values = [] if run is None else [np.array(one, np.float64) for one in run.losses.values()]
        finite = np.concatenate([one[np.isfinite(one)] for one in values] or [np.zeros(0)])
        if run is None or not finite.size:
            painter.drawText(
                QRectF(0, px(HEAD), self.width(), px(18)), middle, tr("The trainer has reported no loss yet.")
            )
            return
        area, top = self._area, max(float(finite.max()), 1e-12)
        low = min(0.0, float(finite.min()))

        def y_of(value: float) -> float:
            return area.bottom() - (value - low) / (top - low) * area.height()

        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for value in (low, (low + top) / 2, top):
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(area.left(), y_of(value)), QPointF(area.right(), y_of(value)))
            painter.setPen(QColor(theme.text_caption))
            painter.drawText(QRectF(0, y_of(value) - px(8), px(LEFT - 6), px(16)), right, number(value, 2))
        self._marks(painter, area)
        ends, colours = [], DARK_COLOURS if theme.dark else LIGHT_COLOURS
        for at, (name, one) in enumerate(zip(self._names, values, strict=True)):
            pen = QPen(QColor(colours[at % len(colours)]), 1.6, LINES[at % len(LINES)])
            points = [
                QPointF(self.x_of(step), y_of(value))
                for step, value in zip(run.steps, one.tolist(), strict=True)
                if np.isfinite(value)
            ]
            if not points:
                continue
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(QColor(pen.color()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(points[-1], 3.2, 3.2)
            ends.append((points[-1].y(), f"{name} {number(float(one[np.isfinite(one)][-1]), 3)}", pen.color()))
        ends.sort(key=lambda end: end[0])
        places = apart([y for y, *_ in ends], px(WORD), area.top() - 4, area.bottom() + 8)
        for y, (_, words, colour) in zip(places, ends, strict=True):
            painter.fillRect(QRectF(area.right() + GAP, y - 4, 3, 9), colour)
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(area.right() + GAP + 7, y - px(8), px(200), px(16)), middle, words)

    def _marks(self, painter: QPainter, area: QRectF) -> None:
        """Draw the step compared from, the step shown, and the ends' numbers."""
        assert self.run is not None
        below = area.bottom() + 3
        painter.setPen(QColor(self.theme.text_caption))
        first, last = self.run.steps[0], self.run.steps[-1]
        painter.drawText(QRectF(area.left(), below, px(90), px(16)), int(Qt.AlignmentFlag.AlignLeft), f"{first:,}")
        if last != first:
            painter.drawText(
                QRectF(area.right() - px(90), below, px(90), px(16)), int(Qt.AlignmentFlag.AlignRight), f"{last:,}"
            )
        if self.since is not None and first <= self.since <= last:
            x = self.x_of(self.since)
            painter.setPen(QPen(QColor(self.theme.text_second), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self.shown is not None and first <= self.shown <= last:
            x = self.x_of(self.shown)
            for colour, wide in (("#000000", 3.4), (SELECTED, 2.0)):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawLine(QPointF(x, area.bottom() - 6), QPointF(x, area.bottom() + 2))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.run is not None and self.run.steps:
            assert isinstance(event, QHelpEvent)
            step = min(self.run.steps, key=lambda each: abs(self.x_of(each) - event.pos().x()))
            lines = [tr("step {step}").format(step=f"{step:,}")]
            lines += [f"{name}  {_text(value)}" for name, value in losses_at(self.run, step, self.loss)]
            QToolTip.showText(event.globalPos(), as_tip("\n".join(lines)), self)
            return True
        return super().event(event)


def _text(value: float | None) -> str:
    return NOTHING if value is None else number(value)
