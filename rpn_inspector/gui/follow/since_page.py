"""What a training has moved since a step: a picture's positives and losses then and now, and the losses reported."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rpn_inspector.analysis.moved_since import MovedSince, moved_since
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import Outputs, prediction_for
from rpn_inspector.data.predictions.rolling import Run, read_run
from rpn_inspector.data.predictions.run_dataset import RunDataset, stays
from rpn_inspector.gui.follow.loss_lines import LossLines
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.i18n import counted, refused, tr
from rpn_inspector.gui.widgets.latest_worker import LatestWorker
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, ink, sized
from rpn_inspector.session.state import State

SHOWN = 8  # ground truths, those with the most moved
MINUS = "−"
WORDS = {
    (False, True): "Since step {step}, on this same picture: {new} and {lost}.",
    (False, False): "Since step {step}, on this same picture: the same positives.",
    (True, True): "From the step shown to step {step}, on this same picture: {new} and {lost}.",
    (True, False): "From the step shown to step {step}, on this same picture: the same positives.",
}
"""By whether the step shown is the earlier, and whether any positive has moved."""


@dataclass(frozen=True, slots=True, eq=False)
class TwoSteps:
    """A picture to be compared: the step ``shown``, whose inspection is given, and the ``other``."""

    inspection: Inspection
    recipe: Recipe
    shown: Outputs
    other: Outputs

    @property
    def sample(self) -> Sample:
        """Return the picture."""
        return self.inspection.sample

    @property
    def steps(self) -> tuple[Outputs, Outputs]:
        """Return the earlier step and the later."""
        return (self.shown, self.other) if self.shown_first else (self.other, self.shown)

    @property
    def shown_first(self) -> bool:
        """Return whether the step shown is the earlier."""
        return (self.shown.step or 0) < (self.other.step or 0)

    def same(self, asked: TwoSteps | None) -> bool:
        """Return whether ``asked`` is of the same picture and steps."""
        mine = (self.inspection, self.shown, self.other)
        return asked is not None and all(
            a is b for a, b in zip(mine, (asked.inspection, asked.shown, asked.other), strict=True)
        )


def moved(wanted: TwoSteps) -> MovedSince:
    """Return what has moved; background work. Raises `InspectorError`."""
    found = [prediction_for(each, wanted.sample, wanted.recipe) for each in wanted.steps]
    if found[0] is None or found[1] is None:
        raise InspectorError(f"{wanted.sample.name}: not recorded at both steps")
    return moved_since(wanted.sample, wanted.recipe, found[0], found[1])


class SincePage(QWidget, Part):
    """``offered``: whether a recorded training is open, whose page this is.

    ``moved``: an inspection with its anchors new and lost (n,) as positives; None while nothing is compared.
    """

    offered = Signal(bool)
    moved = Signal(object, object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Training"))
        self.since: int | None = None
        self.found: MovedSince | None = None
        self._state: State | None = None
        self._run: Run | None = None
        self._asked: TwoSteps | None = None
        self.words = PlainLabel()
        self.words.setWordWrap(True)
        heads = (tr("then"), tr("new"), tr("lost"), tr("now"))
        self.positives = FactTable(tr("Positives"), heads, " ", lead=tr("ground truth"), width=52, names=110)
        self.losses = FactTable(
            tr("Loss of this picture"), (tr("then"), tr("now"), tr("change")), " ", lead=tr("loss"), width=62
        )
        self.lines = LossLines()
        sheet, area = QWidget(), QScrollArea()
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 6, 16, 8)
        for part in (self.words, self.positives, self.losses):
            column.addWidget(part)
        column.addStretch(1)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 6)
        line.addWidget(area, 5)
        line.addWidget(self.lines, 4)
        self._worker = LatestWorker(moved, "since", self)
        self._worker.done.connect(self._there)
        self._worker.failed.connect(self._failed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.lines.theme = theme
        self.words.setFont(sized(self.font(), 12))
        ink(self.words, "text_second")
        for table in (self.positives, self.losses):
            table.set_theme(theme)
        self.lines.update()

    def tell(self, run: Run | None, since: int | None) -> None:
        """Take what the trainer says now, and the step to compare from; None for the oldest that is kept."""
        self._run, self.since = run, since
        self._fill()

    def render_state(self, old: State | None, new: State) -> None:
        self._state = new
        before = None if old is None else old.dataset
        if old is None or new.dataset is not before:
            self._run, self.since = None, None
            if isinstance(new.dataset, RunDataset):
                with contextlib.suppress(InspectorError):
                    self._run = read_run(new.dataset.root)
            self.offered.emit(isinstance(new.dataset, RunDataset))
        if old is None or (old.shown, old.timeline) != (new.shown, new.timeline):
            self._fill()

    def showEvent(self, event: object) -> None:
        self._fill()

    def hideEvent(self, event: object) -> None:
        self._say("")

    def close_down(self) -> None:
        self._worker.close()

    # What is shown

    def _fill(self) -> None:
        """Ask for what is to be compared, while seen."""
        state = self._state
        shown = None if state is None else state.shown
        if not self.isVisible() or state is None or shown is None or not isinstance(shown.dataset, RunDataset):
            self._say("")  # no number of a picture that is gone
            return
        kept = () if state.timeline is None else state.timeline.steps
        since = self.since if self.since in kept else next(iter(kept), None)
        now = None if shown.predictions is None else shown.predictions.step
        self.lines.tell(self._run, shown.recipe.loss, since, now)
        if not stays(shown.dataset, shown.index):
            self._say(_moving(shown.dataset))
        elif state.timeline is None or since is None or now is None or shown.predictions is None:
            self._say(tr("No step is kept to compare with."))
        elif since == now:
            self._say(
                tr("Step {step} is the one shown: drag the triangle over the line of steps to another.").format(
                    step=f"{now:,}"
                )
            )
        else:
            other = state.timeline.dumps[kept.index(since)]
            wanted = TwoSteps(shown.inspection, shown.recipe, shown.predictions, other)
            if not wanted.same(self._asked):
                self._say(tr("Comparing the steps…"), wanted)
                self._worker.ask(wanted)

    def _say(self, words: str, asked: TwoSteps | None = None) -> None:
        """Show ``words`` and no number; ``asked`` is what they are about."""
        self._asked, self.found = asked, None
        self.moved.emit(None, (), ())
        self.words.setText(words)
        for table in (self.positives, self.losses):
            table.hide()

    def _failed(self, asked: TwoSteps, error: Exception) -> None:
        if asked is self._asked:
            self._say(refused(error), asked)

    def _there(self, asked: TwoSteps, found: MovedSince) -> None:
        if asked is not self._asked:
            return
        self.found = found
        self.moved.emit(asked.inspection, found.new_anchor, found.lost_anchor)
        before, now = (f"{each.step:,}" for each in asked.steps)
        changed = bool(found.new.any() or found.lost.any())
        self.words.setText(
            tr(WORDS[asked.shown_first, changed]).format(
                step=now if asked.shown_first else before,
                new=counted(int(found.new.sum()), "1 new positive", "{n} new positives"),
                lost=counted(int(found.lost.sum()), "1 lost", "{n} lost"),
            )
        )
        self.positives.set_heads((before, tr("new"), tr("lost"), now))
        self.positives.fill(_rows(found), bold_last=True)
        self.losses.set_heads((before, now, tr("change")))
        self.losses.fill(
            [
                (tr(name), number(one), number(other), number(other - one, signed=True))
                for name, (one, other) in found.losses.items()
            ],
            bold_last=True,
        )
        self.positives.show()
        self.losses.setVisible(bool(found.losses))


def _moving(dataset: RunDataset) -> str:
    """Return in words why a place of a batch cannot be compared, and which can."""
    watched = [dataset.names[at] for at in range(len(dataset)) if stays(dataset, at)]
    words = tr("Each step has another picture here, so nothing can be compared.")
    if not watched:
        return f"{words} {tr('This recorder watches no picture.')}"
    return f"{words} {tr('The picture {name} is the same at every step.').format(name=watched[0])}"


def _rows(found: MovedSince) -> list[tuple[str, ...]]:
    """Return the ground truths with the most moved, the others together, and all."""
    order = np.argsort(-(found.new + found.lost), kind="stable")
    first, others = order[:SHOWN], order[SHOWN:]
    rows = [(f"{gt + 1} {found.classes[gt]}", *_numbers(found, np.array([gt]))) for gt in first.tolist()]
    if len(others):
        rows.append((counted(len(others), "1 other", "{n} others"), *_numbers(found, others)))
    return [*rows, (tr("all"), *_numbers(found, order))]


def _numbers(found: MovedSince, rows: np.ndarray) -> tuple[str, ...]:
    before, new, lost, now = (int(each[rows].sum()) for each in (found.before, found.new, found.lost, found.now))
    return (f"{before:,}", f"+{new:,}" if new else "0", f"{MINUS}{lost:,}" if lost else "0", f"{now:,}")
