"""One anchor's score, losses and t over the checkpoints of a training, as curves in the inspector."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rpn_inspector.analysis.timeline import History, Timeline, history
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions.run_dataset import RunDataset, stays
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.label_places import apart
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.pens import SELECTED
from rpn_inspector.gui.widgets.theme import Theme, px, sized
from rpn_inspector.session.request import Shown
from rpn_inspector.session.state import State

HEAD, TITLE, ROW, LEFT, END = 26, 18, 74, 44, 22  # px: heading, a panel's title, a panel, its axes
SERIES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")  # x y w h, told apart by their letters too


@dataclass(frozen=True, slots=True, eq=False)
class Follow:
    """An anchor to be followed through a timeline."""

    timeline: Timeline
    sample: Sample
    recipe: Recipe
    anchor: int


def follow(wanted: Follow) -> History:
    """Return the anchor's history; background work."""
    return history(wanted.timeline, wanted.sample, wanted.recipe, wanted.anchor)


class HistoryPlot(QWidget):
    """Score, losses and t of an anchor over the steps, stacked; yellow marks the step shown.

    Painted by hand: the 30 lines, dots and letters of three plots cost pyqtgraph 63 ms an anchor, a painter 2.5 ms.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.history: History | None = None
        self.step: int | None = None
        self.of_boxes = False
        self.setAccessibleName(tr("Over the steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(300, px(HEAD) + 3 * px(ROW) + px(18))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def show_history(
        self,
        found: History | None,
        step: int | None,
        scores: str = "objectness",
        names: Sequence[str] = "xywh",
        of_boxes: bool = False,
    ) -> None:
        """Show an anchor's history, or nothing; ``of_boxes``: of decoded boxes, which have no loss."""
        self.history, self.step, self.scores, self.names, self.of_boxes = found, step, scores, names, of_boxes
        self.setVisible(found is not None)
        told = [] if found is None else list(zip(found.steps.tolist(), found.score, strict=True))
        self.setAccessibleDescription(
            ", ".join(tr("step {step}: p {score}").format(step=f"{s:,}", score=f"{p:.3g}") for s, p in told)
        )
        self.update()

    def wait(self) -> None:
        """Show nothing of the anchor before, and keep the room until the next history is there."""
        self.history = None
        self.setAccessibleDescription("")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.history is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(self.theme.text))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0, 0, self.width(), px(20)), left, tr("Over the steps"))
        found, text = self.history, self.theme.text
        self._panel(painter, 0, tr("score p"), [("", text, found.score)])
        losses = [("b", SERIES[0], found.loss_box), (self.scores[:1], SERIES[1], found.loss_objectness)]
        title = tr("loss: box and {scores}").format(scores=tr(self.scores))
        self._panel(painter, 1, title, [row for row in losses if np.isfinite(row[2]).any()])
        shifts = [
            (name, colour, found.t[:, i]) for i, (name, colour) in enumerate(zip(self.names, SERIES, strict=True))
        ]
        self._panel(painter, 2, tr("t, with t* dashed"), shifts)
        painter.setPen(QColor(self.theme.text_caption))
        painter.setFont(sized(self.font(), 11))
        below = QRectF(px(LEFT), px(HEAD) + 3 * px(ROW), self.width() - px(LEFT) - px(END), px(16))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"{found.steps[0]:,}")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, tr("step {step}").format(step=f"{found.steps[-1]:,}"))

    def _panel(self, painter: QPainter, row: int, title: str, series: list[tuple[str, str, np.ndarray]]) -> None:
        assert self.history is not None
        found = self.history
        top = px(HEAD) + row * px(ROW)
        area = QRectF(px(LEFT), top + px(TITLE + 8), self.width() - px(LEFT + END), px(ROW - TITLE - 20))
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.theme.text_second))
        painter.drawText(QRectF(0, top, self.width(), px(TITLE)), int(Qt.AlignmentFlag.AlignVCenter), title)
        values = [v for _, _, v in series]
        if row == 2 and found.t_star is not None:
            values.append(found.t_star)
        finite = np.concatenate([np.asarray(v, float)[np.isfinite(v)] for v in values] or [np.zeros(0)])
        if not finite.size:
            painter.setPen(QColor(self.theme.text_caption))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._why_none(row))
            return
        # from 0, so that a flat line is seen to be low or high
        low, high = min(0.0, float(finite.min())), float(finite.max())
        high = high if high > low else low + 1.0
        steps = found.steps.astype(float)
        span = max(steps[-1] - steps[0], 1.0)

        def place(step: float, value: float) -> QPointF:
            x = area.left() + (step - steps[0]) / span * area.width()
            return QPointF(x, area.bottom() - (value - low) / (high - low) * area.height())

        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for value in (low, high):
            y = place(steps[0], value).y()
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self.theme.text_caption))
            painter.drawText(QRectF(0, y - px(8), px(40), px(16)), right, number(value, 2))
        if row == 2 and found.t_star is not None:
            for colour, value in zip(SERIES, found.t_star.tolist(), strict=True):
                painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine))
                painter.drawLine(place(steps[0], value), place(steps[-1], value))
        ends: list[tuple[float, str]] = []
        for name, colour, line in series:
            known = [place(s, float(v)) for s, v in zip(steps, line, strict=True) if np.isfinite(v)]
            self._line(painter, known, colour)
            if name and known:
                ends.append((known[-1].y(), name))
        ends.sort()
        painter.setPen(QColor(self.theme.text))
        beside = area.right() + 6
        for y, (_, name) in zip(apart([y for y, _ in ends], px(12), top + 8, top + px(ROW)), ends, strict=True):
            painter.drawText(QRectF(beside, y - px(8), px(60), px(16)), int(Qt.AlignmentFlag.AlignVCenter), name)
        if self.step is not None:
            x = place(float(self.step), low).x()
            painter.setPen(QPen(QColor("#000000"), 3.4))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(QPen(QColor(SELECTED), 2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _why_none(self, row: int) -> str:
        """Return why a panel is empty."""
        if row != 1:
            return tr("none: no decoded box belongs to it") if self.of_boxes else tr("none")
        return tr("none: decoded boxes have no loss") if self.of_boxes else tr("none: it is in no loss")

    @staticmethod
    def _line(painter: QPainter, points: list[QPointF], colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 1.6))
        painter.setBrush(QColor(colour))
        for one, other in itertools.pairwise(points):
            painter.drawLine(one, other)
        for point in points:
            painter.drawEllipse(point, 2.5, 2.5)


class HistoryFollower(QObject, Part):
    """The worker that fetches the selected anchor's history over several checkpoints for ``plot``."""

    def __init__(self, plot: HistoryPlot, parent: QObject) -> None:
        super().__init__(parent)
        self._plot = plot
        self._state: State | None = None
        self._asked: Follow | None = None
        self._worker = LatestWorker(follow, "history", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(lambda *_: self._plot.show_history(None, None))

    def render_state(self, old: State | None, new: State) -> None:
        """Follow another anchor, or none."""
        self._state = new
        seen = (new.shown, new.selection, new.timeline)
        if old is not None and (old.shown, old.selection, old.timeline) == seen:
            return
        if new.timeline is None or new.shown is None or new.selection is None or not _stays(new.shown):
            self._asked = None
            self._plot.show_history(None, None)
            return
        if old is None or _followed(old) != _followed(new):
            self._plot.wait()
        shown = new.shown.inspection
        self._asked = Follow(timeline=new.timeline, sample=shown.sample, recipe=shown.recipe, anchor=new.selection)
        self._worker.ask(self._asked)

    def close_down(self) -> None:
        """Stop the background work."""
        self._worker.close()

    def _there(self, asked: Follow, found: History) -> None:
        state = self._state
        # an answer for the anchor, picture or recipe before is dropped
        if state is not None and asked is self._asked:
            step = None if state.predictions is None else state.predictions.step
            names = asked.recipe.coder.coordinate_names
            of_boxes = state.shown is not None and state.shown.inspection.of_decoded_boxes
            self._plot.show_history(found, step, asked.recipe.loss.called("objectness"), names, of_boxes)


def _stays(shown: Shown) -> bool:
    """Return whether each step has the same picture: in a recorded training an anchor has no history else."""
    prediction = shown.inspection.prediction
    moving = prediction is not None and prediction.trained is not None and not isinstance(shown.dataset, RunDataset)
    return not moving and stays(shown.dataset, shown.index)


def _followed(state: State) -> tuple[object, ...]:
    """Return the anchor whose history is shown, whichever checkpoint or what-if is looked at."""
    shown = state.shown
    picture = () if shown is None else (shown.dataset, shown.index, shown.recipe)
    return (state.timeline, state.selection, *picture)
