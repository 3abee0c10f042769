"""The curve of the smooth L1 loss with the selected anchor's residuals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rpn_inspector.core.formulas.numbers import beta_text, number, rounded_up
from rpn_inspector.core.losses import smooth_l1
from rpn_inspector.gui.inspector.plot_head import PlotHead
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.label_places import apart
from rpn_inspector.gui.widgets.pens import SELECTED
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized, symbols

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.plot_paper import PlotPaper

COORDINATES = ("x", "y", "w", "h")
LEFT, RIGHT, TOP = 36, 8, 10  # px beside and above the axes; letters of high points stand above
LETTER, ABOVE, LEADER = 13.0, 17.0, 11.0  # px: from letter to letter, from point to letter, and of the line between


class SmoothL1Curve(QWidget):
    """R(d) over d = t - t* with the four residuals, |d| dotted and the knees at -beta and beta dashed.

    The plot is made when the first residuals are shown.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedHeight(px(132))
        self.setAccessibleName(tr("Smooth L1 curve"))
        self.beta = 1 / 9
        self.errors: npt.NDArray[np.floating] | None = None
        self._bare: float | None = None  # the knee while no residual is shown
        self.head, self.d = PlotHead(symbol="R(d)"), PlainLabel("d", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addStretch(0)
        self._paper: PlotPaper | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.head.set_theme(theme)
        self.d.setFont(symbols(self.font(), 13))
        ink(self.d, "text_caption")
        if self._paper is not None:
            self._paper.set_theme(theme)
            self._add_items(self._paper)
            self._draw(self._paper)

    def show_errors(self, errors: npt.NDArray[np.floating] | None, beta: float) -> None:
        """Show the residuals d (4,) of x, y, w, h on the curve of knee ``beta``; None takes all off but the axes."""
        if errors is None and beta == self._bare:
            return
        self.errors, self.beta, self._bare = errors, beta, beta if errors is None else None
        self.head.title.setText(tr("Smooth L1") if beta > 0 else "L1")
        self.head.say(tr("knee β = {beta}").format(beta=beta_text(beta)) if beta > 0 else "")
        words = ""
        if errors is not None:
            said = ", ".join(f"{c} {d:+.4f}" for c, d in zip(COORDINATES, errors, strict=True))
            words = tr("residuals {said}; beta {beta:.4f}").format(said=said, beta=beta)
            self._paper = self._build() if self._paper is None else self._paper
        self.setAccessibleDescription(words)
        if self._paper is not None:
            self._draw(self._paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.d.adjustSize()
        self.d.move(self.width() - RIGHT - self.d.width(), self.height() - self.d.height() - 2)

    def _build(self) -> PlotPaper:
        from rpn_inspector.gui.widgets.plot_paper import PlotPaper

        paper = PlotPaper(self.theme)
        paper.centralLayout.setContentsMargins(0, TOP, RIGHT, 2)
        paper.box.sigResized.connect(lambda *_: self._draw(paper))  # letters stand px apart
        self._add_items(paper)
        self._column.addWidget(paper, 1)
        self.d.raise_()
        return paper

    def _add_items(self, paper: PlotPaper) -> None:
        """Put the plot's items on the paper once: an item moved costs a third of an item made."""
        from rpn_inspector.gui.widgets.plot_paper import line_pen

        theme, none = self.theme, np.zeros(0)
        paper.reset()
        paper.axes["left"].setWidth(px(LEFT))
        paper.axes["bottom"].free = px(24)  # the letter d stands there
        self._knees = [paper.vertical(0.0, line_pen(theme.text_caption, 1.0, (4.0, 2.0))) for _ in range(2)]
        small = sized(self.font(), 10)
        self._numbers = [paper.text("", 0.0, 0.0, (0.5, 0.0), theme.text_caption, small) for _ in range(2)]
        self._size = paper.curve(none, none, line_pen(theme.text_caption, 1.0, (1.0, 2.0)))
        self._curve = paper.curve(none, none, line_pen(theme.text, 1.4))
        self._leaders = paper.curve(none, none, line_pen(theme.text_caption), connect="pairs")
        font = sized(self.font(), 11, bold=True)
        self._letters = [paper.text(name, 0.0, 0.0, (0.5, 0.5), theme.text, font) for name in COORDINATES]
        self._points = paper.points(none, none, line_pen("#000000", 1.2), QColor(SELECTED), size=8)
        self._points.setZValue(10)

    def _draw(self, paper: PlotPaper) -> None:
        known = self.errors is not None and bool(np.isfinite(self.errors).all())
        errors = np.asarray(self.errors, np.float64) if known else np.zeros(0)
        low, high, top = bounds(errors, self.beta)
        paper.set_range((low, high), (0.0, top))
        grid = np.linspace(low, high, 161)
        self._curve.setData(grid, smooth_l1(grid, self.beta))
        # |d| rises above R(d): cut where it leaves the axes
        ends = np.array([max(low, -top), 0.0, min(high, top)])
        self._size.setData(ends, np.abs(ends))
        for knee, text, at in zip(self._knees, self._numbers, (-self.beta, self.beta), strict=True):
            knee.setPos(at)
            text.setText(number(at, 4))
            for item in (knee, text):
                item.setVisible(self.beta > 0)
        self._place_numbers(paper, top)
        costs = smooth_l1(errors, self.beta)
        self._points.setData(errors, costs)
        self._place_letters(paper, errors, costs, top)

    def _place_numbers(self, paper: PlotPaper, top: float) -> None:
        """Set the knees' numbers between the knees where both fit, else beyond; neither over the other nor cut."""
        (low, high), across = paper.box.viewRange()[0], paper.pixel()[0]
        half = max(text.boundingRect().width() for text in self._numbers) / 2 * across
        inside = self.beta > 2 * half
        wanted = [at + (half if (at < 0) == inside else -half) for at in (-self.beta, self.beta)]
        for text, x in zip(self._numbers, apart(wanted, 2 * half, low + half, high - half), strict=True):
            text.setPos(x, top)

    def _place_letters(
        self, paper: PlotPaper, errors: npt.NDArray[np.float64], costs: npt.NDArray[np.float64], top: float
    ) -> None:
        """Set each letter above the point, letters closer than 13 px side by side."""
        seen = bool(errors.size) and paper.box.width() > 0 and paper.box.height() > 0
        for letter in self._letters:
            letter.setVisible(seen)
        if not seen:
            self._leaders.setData([], [])
            return
        (low, high), _ = paper.box.viewRange()
        across, up = paper.pixel()
        order = np.argsort(errors, kind="stable")
        places = apart(errors[order].tolist(), LETTER * across, low + 6 * across, high - 6 * across)
        heights = np.minimum(costs[order] + ABOVE * up, top + TOP / 2 * up)
        for which, x, y in zip(order.tolist(), places, heights.tolist(), strict=True):
            self._letters[which].setPos(x, y)
        starts = heights - (ABOVE - LEADER) * up
        self._leaders.setData(np.stack([places, errors[order]], 1).ravel(), np.stack([starts, costs[order]], 1).ravel())


def bounds(errors: npt.NDArray[np.float64], beta: float) -> tuple[float, float, float]:
    """Return the least d, the greatest d and the greatest R of axes around the residuals (n,), zero and the knees.

    Ends set by the residuals are rounded, to hold the axes still while a box is dragged.
    """
    least = max(1.4 * beta, 0.05)
    low, high = (1.15 * max(0.0, float(side.max(initial=0.0))) for side in (-errors, errors))
    low, high = (rounded_up(end) if end > least else least for end in (low, high))
    return -low, high, float(smooth_l1(max(low, high), beta)) or 1.0
