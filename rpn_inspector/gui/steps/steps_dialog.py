"""The assignment of a dataset from checkpoint to checkpoint: churn as a plot, and what never had a positive."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from rpn_inspector.analysis.assignment_steps import MOVING, AssignmentSteps, assignment_steps
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions.run_dataset import RunDataset
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.pens import POSITIVE
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column, alphabetic
from rpn_inspector.gui.widgets.theme import Theme, sized
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State

NO_TIMELINE = "Open a folder of dumps, one for each checkpoint, to see the assignment change over the steps."
STATIC = "This recipe labels by geometry alone: no checkpoint changes an assignment."
LEFT, TOP, PANEL, GAP, BOTTOM, END = 56, 4, 88, 22, 24, 12  # px


@dataclass(frozen=True, slots=True, eq=False)
class ComparedSteps:
    """What is compared, and what the thread tells meanwhile: pictures done and all, and whether to stop."""

    timeline: Timeline
    dataset: Dataset
    recipe: Recipe
    told: list[int] = field(default_factory=lambda: [0, 0])
    stopped: list[bool] = field(default_factory=lambda: [False])

    def progress(self, done: int, total: int) -> bool:
        """Take the progress, and return whether to stop."""
        self.told[:] = [done, total]
        return self.stopped[0]


class StepsOverDataset(QObject, Part):
    """Compares the steps of the open timeline over the whole dataset, in the background, and shows the dialog.

    ``place_wanted`` emits picture and ground truth, from 0.
    """

    place_wanted = Signal(int, object)

    def __init__(self, services: Services) -> None:
        super().__init__(services.parent_widget)
        self.services = services
        self.dialog: StepsDialog | None = None
        self.asked: ComparedSteps | None = None
        self.worker = LatestWorker(
            lambda one: assignment_steps(one.timeline, one.dataset, one.recipe, one.progress), "steps", self
        )
        self.worker.done.connect(self._there)
        self.worker.failed.connect(self._failed)

    def render_state(self, old: State | None, new: State) -> None:
        """Close the dialog of another dataset, recipe or timeline."""
        one = self.asked
        if one is not None and (one.timeline, one.dataset, one.recipe) != (new.timeline, new.dataset, new.recipe):
            self._stop()

    def ask(self) -> None:
        """Compare the steps, or say why there are none."""
        state = self.services.workspace.state
        if state.timeline is None or state.dataset is None:
            self.services.say(tr(NO_TIMELINE), 8000)
            return
        if not state.recipe.matcher.needs_outputs:
            self.services.say(tr(STATIC), 8000)
            return
        if isinstance(state.dataset, RunDataset):
            self.services.say(tr(MOVING), 8000)
            return
        self._stop()
        self.asked = ComparedSteps(timeline=state.timeline, dataset=state.dataset, recipe=state.recipe)
        self.dialog = StepsDialog(self.services.theme, self.asked, self.services.parent_widget)
        self.dialog.finished.connect(self._stop)
        self.dialog.place_wanted.connect(self.place_wanted)
        self.dialog.show()
        self.worker.ask(self.asked)

    def _there(self, asked: ComparedSteps, found: AssignmentSteps) -> None:
        if self.dialog is not None and asked is self.asked:
            self.dialog.show_steps(found)

    def _failed(self, asked: ComparedSteps, error: Exception) -> None:
        if asked is self.asked and not asked.stopped[0]:
            self._stop()
            self.services.fail(Problem.of(error))

    def _stop(self) -> None:
        if self.asked is not None:
            self.asked.stopped[0] = True
        dialog, self.dialog, self.asked = self.dialog, None, None
        if dialog is not None:
            dialog.finished.disconnect(self._stop)
            dialog.close()

    def close_down(self) -> None:
        """Stop the background work."""
        self._stop()
        self.worker.close()


class ChurnPlot(QWidget):
    """Over the steps: positives that changed, in percent, and ground truths without a positive."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.found: AssignmentSteps | None = None
        self.setAccessibleName(tr("Churn of the assignment"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(620, TOP + 2 * (PANEL + GAP) + BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.found
        if found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        churn = 100 * found.churn
        words = tr("Churn: positives new or another ground truth's, % of all, against the step before")
        self._panel(painter, 0, words, churn, " %", POSITIVE)
        without = tr("Ground truths without a positive")
        self._panel(painter, 1, without, found.without.astype(float), "", self.theme.negative_text)
        painter.setPen(QColor(self.theme.text_caption))
        below = QRectF(LEFT, self.height() - BOTTOM, self.width() - LEFT - END, 16)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), f"{found.steps[0]:,}")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), tr("step {step}").format(step=f"{found.steps[-1]:,}"))

    def _panel(self, painter: QPainter, row: int, title: str, values: np.ndarray, unit: str, colour: str) -> None:
        assert self.found is not None
        top = TOP + row * (PANEL + GAP)
        area = QRectF(LEFT, top + 22, self.width() - LEFT - END, PANEL - 22)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self.theme.text_second))
        painter.drawText(QRectF(0, top, self.width(), 18), int(Qt.AlignmentFlag.AlignVCenter), title)
        known = np.flatnonzero(np.isfinite(values))
        high = max(float(values[known].max(initial=0.0)), 1.0)
        steps = self.found.steps.astype(float)
        span = max(float(steps[-1] - steps[0]), 1.0)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for value in (0.0, high):
            y = area.bottom() - value / high * area.height()
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self.theme.text_caption))
            painter.drawText(QRectF(0, y - 8, LEFT - 6, 16), right, f"{value:,.0f}{unit}")
        points = [
            QPointF(
                area.left() + (steps[place] - steps[0]) / span * area.width(),
                area.bottom() - float(values[place]) / high * area.height(),
            )
            for place in known.tolist()
        ]
        painter.setPen(QPen(QColor(colour), 1.8))
        painter.setBrush(QColor(colour))
        if len(points) > 1:
            painter.drawPolyline(points)
        for point in points:
            painter.drawEllipse(point, 2.6, 2.6)


class StepsDialog(QDialog):
    """The plot, and a row for each ground truth that never had a positive; ``place_wanted`` asks for one."""

    place_wanted = Signal(int, object)

    def __init__(self, theme: Theme, asked: ComparedSteps, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked = asked
        self.setWindowTitle(tr("The assignment over the steps"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 560)
        self.words, self.bar, self.plot = PlainLabel(tr("Comparing the steps…")), QProgressBar(), ChurnPlot(theme)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.table = RowTable(tr("Ground truths without a positive at any step"), 0)
        self.table.columns_model.theme = theme
        self.table.chosen.connect(self._tell)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.words, self.bar, self.plot):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(buttons)
        self.plot.hide()
        self.table.hide()
        self.found: AssignmentSteps | None = None
        self._clock = self.startTimer(100)

    def timerEvent(self, event: object) -> None:
        done, total = self.asked.told
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_steps(self, found: AssignmentSteps) -> None:
        """Show the plot and the list."""
        self.killTimer(self._clock)
        self.found = self.plot.found = found
        self.bar.hide()
        share = found.churn[-1]
        said = [_judged(found)]
        if np.isfinite(share):
            said.append(tr("{share} % of the positives changed at the last step.").format(share=f"{100 * share:.1f}"))
        if found.problems:
            why, count = next(iter(found.problems.values())), len(found.problems)
            said.append(counted(count, "1 image left out: {why}.", "{n} images left out, the first: {why}.", why=why))
        self.words.setText(" ".join(said))
        self.plot.setAccessibleDescription(" ".join(said))
        self.table.fill(never_columns(self.asked.dataset, found))
        self.table.setVisible(bool(found.never))
        self.plot.show()
        self.plot.update()

    def _tell(self, row: int) -> None:
        if self.found is not None:
            self.place_wanted.emit(*self.found.never[row])


def _judged(found: AssignmentSteps) -> str:
    """Return how many of the ground truths judged never had a positive, in a sentence."""
    steps, judged = len(found.steps), f"{found.judged:,}"
    if not found.judged:
        return tr("No ground truth to judge: no step has outputs with the boxes of these images.")
    if not found.never:
        return tr("Each of {judged} ground truths judged has a positive at one of {steps} steps or more.").format(
            judged=judged, steps=steps
        )
    return counted(
        len(found.never),
        "1 of {judged} ground truths judged has no positive at any of {steps} steps.",
        "{n} of {judged} ground truths judged have no positive at any of {steps} steps.",
        judged=judged,
        steps=steps,
    )


def never_columns(dataset: Dataset, found: AssignmentSteps) -> list[Column]:
    """Return the columns over the ground truths that never had a positive."""
    images = np.array([number for number, _ in found.never], np.int64)
    gts = np.array([gt for _, gt in found.never], np.int64)
    names, samples = dataset.names, {number: dataset[number] for number in set(images.tolist())}
    kinds = [samples[number].class_name(gt) for number, gt in found.never]
    boxes = [samples[number].gt[gt] for number, gt in found.never]
    sides = np.array([np.sqrt(max(float((b[2] - b[0]) * (b[3] - b[1])), 0.0)) for b in boxes], np.float32)
    return [
        Column(tr("Image"), 220, images, lambda r: names[int(images[r])], tr("its name"), left=True, middle=True),
        Column(tr("GT"), 40, gts + 1, lambda r: str(gts[r] + 1), tr("ground truth, counted from 1")),
        Column(tr("Class"), 120, alphabetic(kinds), lambda r: kinds[r], tr("its class"), left=True),
        Column(tr("√area, px"), 80, sides, lambda r: f"{sides[r]:.1f}", tr("root of the area, original px")),
    ]
