"""The distribution of one side over whole distances: bars to drag, the target's two bins, and the expectation."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rpn_inspector.core.distance_losses import BINS
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.side_bins import probabilities
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.pens import POSITIVE
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, px, sized

ABOVE, HEAD, WORDS, BARS, AXIS = 8, 30, 18, 70, 18  # px: free, title and sides, marks in words, bars, distances
BUTTON = 22  # px of a side's letter
HINT = "Click a letter for another side; drag a bar to try another distribution."


class SideBinsView(QWidget):
    """Bars of the selected side of a point; ``tried(side, bin, probability)`` while a bar is dragged."""

    tried = Signal(int, int, float)

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.side = 2
        self.probabilities = np.zeros((4, 0))
        self.names: tuple[str, ...] = ("l", "t", "r", "b")
        self.target: np.ndarray | None = None
        self._held: int | None = None
        self.setAccessibleName(tr("Distribution of a side"))
        self.setToolTip(tr(HINT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(300, px(HEAD + WORDS + BARS + AXIS) + 8)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def show_anchor(self, inspection: Inspection | None, anchor: int | None, target: np.ndarray | None) -> bool:
        """Show the sides of a point, and return whether its outputs hold bins.

        Args:
            inspection: what is shown, None for nothing.
            anchor: flat index.
            target: t* (4,), None for a point without a ground truth.
        """
        raw = None if inspection is None else inspection.heads.get(BINS)
        there = raw is not None and anchor is not None
        self.probabilities = probabilities(raw[anchor]) if raw is not None and anchor is not None else np.zeros((4, 0))
        self.target = target if there else None
        if inspection is not None and there:
            self.names = inspection.recipe.coder.coordinate_names
        self._describe()
        self.update()
        return there

    @property
    def expected(self) -> float:
        """Return the mean of the selected side's distribution, in strides."""
        return float(self.probabilities[self.side] @ np.arange(self.probabilities.shape[1]))

    def _describe(self) -> None:
        if self.probabilities.shape[1]:
            words = tr("side {name}: expected {value} strides").format(
                name=self.names[self.side], value=number(self.expected, 2)
            )
            self.setAccessibleDescription(words)

    def show_side(self, side: int) -> None:
        """Show another side, 0 to 3."""
        self.side = side
        self._describe()
        self.update()

    # Places

    @property
    def _area(self) -> QRectF:
        return QRectF(2, px(HEAD + WORDS), self.width() - 4, px(BARS))

    def _letter(self, side: int) -> QRectF:
        return QRectF(self.width() - (4 - side) * px(BUTTON), ABOVE, px(BUTTON), px(18))

    def _x(self, distance: float) -> float:
        count = self.probabilities.shape[1]
        return self._area.left() + (distance + 0.5) / count * self._area.width()

    def bar(self, place: int) -> QRectF:
        """Return where the bar of a distance stands, widget px; at full height for a probability of 1."""
        width = self._area.width() / self.probabilities.shape[1]
        height = float(self.probabilities[self.side, place]) * px(BARS)
        left = self._area.left() + place * width
        return QRectF(left + 1, self._area.bottom() - height, max(width - 2, 1), height)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for side in range(4):
            if self._letter(side).contains(at):
                self.show_side(side)
                return
        if self._area.contains(at) and self.probabilities.shape[1]:
            self._held = min(int((at.x() - 2) / self._area.width() * self.probabilities.shape[1]), len(self._bins) - 1)
            self._try(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._try(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "2", "3", "4"):
            self.show_side(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    @property
    def _bins(self) -> np.ndarray:
        return np.asarray(self.probabilities[self.side])

    def _try(self, at: QPointF) -> None:
        assert self._held is not None
        share = (self._area.bottom() - at.y()) / px(BARS)
        self.tried.emit(self.side, self._held, min(max(share, 0.0), 1.0))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        count = self.probabilities.shape[1]
        if not count:
            return
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(0, ABOVE, px(150), px(18)), left, tr("Distribution of side"))
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for side, name in enumerate(self.names):
            letter = self._letter(side)
            painter.setFont(sized(self.font(), 12, bold=side == self.side))
            if side == self.side:
                painter.fillRect(letter, QColor(theme.hover))
            painter.setPen(QColor(theme.text if side == self.side else theme.text_second))
            painter.drawText(letter, middle, name)
        for place in range(count):
            painter.fillRect(self.bar(place), QColor(theme.text_caption))
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.drawLine(self._area.bottomLeft(), self._area.bottomRight())
        self._paint_marks(painter, count)
        painter.setFont(sized(self.font(), 10))
        painter.setPen(QColor(theme.text_caption))
        for place in range(count):
            painter.drawText(
                QRectF(self._x(place) - px(12), self._area.bottom() + 2, px(24), px(14)), middle, str(place)
            )

    def _paint_marks(self, painter: QPainter, count: int) -> None:
        """Draw where the expectation and the target are, and outline the two bins that the target teaches."""
        painter.setFont(sized(self.font(), 11))
        metrics, top = QFontMetricsF(painter.font()), self._area.top()
        marks = [(self.expected, tr("expected {value}"), self.theme.proposal_text)]
        if self.target is not None:
            wanted = float(np.clip(self.target[self.side], 0, count - 1.01))
            low = int(wanted)
            painter.setPen(QPen(QColor(POSITIVE), 1.6))
            for place in (low, low + 1):
                outline = self.bar(place)
                painter.drawRect(QRectF(outline.left(), top + 2, outline.width(), px(BARS) - 2))
            marks.append((float(self.target[self.side]), tr("target {value}"), self.theme.positive_text))
        marks.sort(key=lambda mark: mark[0])
        for number_, (value, form, colour) in enumerate(marks):
            x = self._x(min(max(value, 0.0), count - 1.0))
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawLine(QPointF(x, top - 4), QPointF(x, self._area.bottom()))
            text = form.format(value=number(value, 2))
            width = metrics.horizontalAdvance(text)
            # of two the lower one stands to the left of its mark, so that neither covers the other
            start = x - width - 3 if len(marks) > 1 and not number_ else x + 3
            start = min(max(start, 0.0), self.width() - width)
            painter.drawText(QPointF(start, top - 6), text)
