"""The focused ground truth over the checkpoints: its positives by level and step, first and lost, in the inspector."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.analysis.assignment_steps import GtHistory, gt_history, history_words
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions.run_dataset import RunDataset, stays
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.pens import SELECTED
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import LIGHT, Theme, ink, px, sized
from rpn_inspector.session.state import State

TITLE, BARS, AXIS = 34, 64, 18  # px: title and key, bars, steps
LEVELS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")  # told apart by their names too
LEFT = 30  # px of the numbers beside the bars


@dataclass(frozen=True, slots=True, eq=False)
class FollowGt:
    """A ground truth to be followed through a timeline."""

    timeline: Timeline
    sample: Sample
    recipe: Recipe
    gt: int


class LevelBars(QWidget):
    """A bar of positives for each step, parted by level; yellow marks the step shown."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.history: GtHistory | None = None
        self.step: int | None = None
        self.setAccessibleName(tr("Positives over the steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, px(TITLE + BARS + AXIS))

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.history
        if found is None:
            return
        painter, theme = QPainter(self), self.theme
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(0, 0, self.width(), px(18)), middle, tr("Positives over the steps"))
        painter.setFont(sized(self.font(), 11))
        x = 0.0
        for number, name in enumerate(found.levels):
            painter.fillRect(QRectF(x, px(18) + px(8) - 4, 9, 9), QColor(LEVELS[number % len(LEVELS)]))
            painter.setPen(QColor(theme.text_second))
            painter.drawText(QRectF(x + 12, px(18), px(60), px(16)), middle, name)
            x += 22 + painter.fontMetrics().horizontalAdvance(name)
        most = max(int(found.total.max(initial=0)), 1)
        area = QRectF(px(LEFT), px(TITLE + 4), self.width() - px(LEFT) - 2, px(BARS - 6))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(theme.text_caption))
        painter.drawText(QRectF(0, area.top() - px(6), px(LEFT - 6), px(14)), right, f"{most:,}")
        painter.drawText(QRectF(0, area.bottom() - px(8), px(LEFT - 6), px(14)), right, "0")
        slot = area.width() / len(found.steps)
        wide = min(slot * 0.7, 26.0)
        for place, counts in enumerate(found.positives.tolist()):
            left, bottom = area.left() + (place + 0.5) * slot - wide / 2, area.bottom()
            if int(found.steps[place]) == self.step:
                painter.fillRect(QRectF(left - 3, area.top() - 3, wide + 6, area.height() + 5), QColor(SELECTED))
                painter.fillRect(QRectF(left - 1, area.top() - 1, wide + 2, area.height() + 1), QColor(theme.dock))
            for number, count in enumerate(counts):
                height = count / most * area.height()
                bottom -= height
                painter.fillRect(QRectF(left, bottom, wide, height), QColor(LEVELS[number % len(LEVELS)]))
        painter.setPen(QColor(theme.line_strong))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QColor(theme.text_caption))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), px(16))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), f"{found.steps[0]:,}")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), tr("step {step}").format(step=f"{found.steps[-1]:,}"))


class GtHistoryView(QWidget):
    """Bars over the steps, and when the ground truth got and lost its positives in words."""

    def __init__(self) -> None:
        super().__init__()
        self.bars, self.words = LevelBars(), PlainLabel()
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        column.addWidget(self.bars)
        column.addWidget(self.words)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.bars.theme = theme
        self.words.setFont(sized(self.font(), 11))
        ink(self.words, "text_second")
        self.bars.update()

    def show_history(self, found: GtHistory | None, step: int | None) -> None:
        """Show a ground truth's history, or nothing."""
        self.bars.history, self.bars.step = found, step
        words = "" if found is None else history_words(found)
        self.words.setText(words)
        self.bars.setAccessibleDescription(words)
        self.setVisible(found is not None)
        self.bars.update()


class GtFollower(QObject, Part):
    """The worker that fetches the focused ground truth's history over several checkpoints for ``view``."""

    def __init__(self, view: GtHistoryView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._state: State | None = None
        self._asked: FollowGt | None = None
        self._worker = LatestWorker(lambda one: gt_history(one.timeline, one.sample, one.recipe, one.gt), "gt", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(lambda *_: self._view.show_history(None, None))

    def render_state(self, old: State | None, new: State) -> None:
        """Follow another ground truth, or none; of a rule that labels by geometry alone there is nothing to follow."""
        self._state = new
        if old is not None and _followed(old) == _followed(new):
            found = self._view.bars.history
            if found is not None and old.predictions is not new.predictions:
                self._view.show_history(found, _step(new))
            return
        shown, asked = new.shown, new.timeline is not None and new.gt is not None
        asked = asked and shown is not None and stays(shown.dataset, shown.index)
        if shown is None or not asked or not shown.recipe.matcher.needs_outputs or shown.what_if is not None:
            self._asked = None
            self._view.show_history(None, None)
            return
        assert new.timeline is not None
        assert new.gt is not None
        sample = shown.inspection.sample if isinstance(shown.dataset, RunDataset) else shown.dataset[shown.index]
        self._asked = FollowGt(timeline=new.timeline, sample=sample, recipe=shown.recipe, gt=new.gt)
        self._worker.ask(self._asked)

    def close_down(self) -> None:
        """Stop the background work."""
        self._worker.close()

    def _there(self, asked: FollowGt, found: GtHistory) -> None:
        if self._state is not None and asked is self._asked:
            self._view.show_history(found, _step(self._state))


def _step(state: State) -> int | None:
    return None if state.predictions is None else state.predictions.step


def _followed(state: State) -> tuple[object, ...]:
    """Return the ground truth whose history is shown, whichever checkpoint is looked at."""
    shown = state.shown
    picture = () if shown is None else (shown.dataset, shown.index, shown.recipe, shown.what_if is None)
    return (state.timeline, state.gt, *picture)
