"""The bar of a training that is followed: what it does, its steps, and the buttons to stand still and to catch up."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rpn_inspector.core.formulas.numbers import NOTHING, number
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.gui.follow.loss_lines import losses_at
from rpn_inspector.gui.follow.step_line import StepLine
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.i18n import counted, tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.following import News

HEADS = {
    "waiting": "Waiting for {name}",
    "following": "Following {name}",
    "paused": "Paused in {name}",
    "silent": "Silent: {name}",
    "ended": "Ended: {name}",
}
FULL = "●"


class FollowBar(QWidget, Part):
    """Hidden while nothing is followed. ``pause_wanted``, ``newest_wanted``, ``step_wanted(place)``.

    ``since_wanted(place)``: the place of a kept step to compare from.
    """

    pause_wanted = Signal()
    newest_wanted = Signal()
    step_wanted = Signal(int)
    since_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("missingLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.dot, self.head, self.words = PlainLabel(FULL), ElidedLabel(), ElidedLabel()
        self.head.setObjectName("followed")
        self.words.setObjectName("caption")
        self.steps = StepLine(theme)
        self.pause, self.newest = QPushButton(tr("Pause")), QPushButton(tr("Newest"))
        self.pause.setToolTip(tr("stay at this step while the training goes on (Shift+Space)"))
        self.newest.setToolTip(tr("go to the newest step and follow on (Shift+End)"))
        self.pause.clicked.connect(self.pause_wanted)
        self.newest.clicked.connect(self.newest_wanted)
        self.steps.chosen.connect(self.step_wanted)
        self.steps.compared.connect(self.since_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 2, 12, 2)
        line.setSpacing(8)
        for widget in (self.dot, self.head):
            line.addWidget(widget)
        line.addWidget(self.words, 1)
        line.addWidget(self.steps, 2)
        for button in (self.pause, self.newest):
            line.addWidget(button)
        self.set_theme(theme)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(600, 44)

    def set_theme(self, theme: Theme) -> None:
        self.theme = self.steps.theme = theme
        self.head.setStyleSheet("font-weight: 600;")
        self._colour("")
        self.update()

    def _colour(self, how: str) -> None:
        colours = {"following": self.theme.positive_text, "silent": self.theme.negative_text}
        self.dot.setStyleSheet(f"color: {colours.get(how, self.theme.text_second)};")

    def tell(
        self,
        news: News,
        shown: int | None,
        paused: bool,
        pace: float | None,
        now: float | None = None,
        since: int | None = None,
        loss: LossSpec | None = None,
    ) -> None:
        """Show what there is.

        Args:
            news: of the training.
            shown: the step on the screen, None before the first.
            paused: whether newer steps are left aside.
            pace: steps a second, None where not known.
            now: seconds since 1970, the present by default.
            since: the step compared from, None for none.
            loss: what the trainer's losses are called under, None where not known.
        """
        how, kept = news.how(now), () if news.timeline is None else news.timeline.steps
        head = "paused" if paused and how in ("following", "silent") else how
        self._colour(head)
        self.head.setText(tr(HEADS[head]).format(name=news.path.name))
        self.words.setText(_words(news, how, pace, time.time() if now is None else now))
        logged = () if news.run is None else news.run.steps
        self.steps.words = lambda step: _losses(news, step, loss or LossSpec())
        self.steps.tell(logged, kept, shown, grows=how in ("following", "silent"), since=since)
        behind = 0 if shown is None else sum(step > shown for step in kept)
        self.newest.setText(tr("Newest +{n}").format(n=behind) if behind else tr("Newest"))
        self.newest.setEnabled(bool(behind) or paused)
        self.pause.setText(tr("Go on") if paused else tr("Pause"))
        self.pause.setEnabled(how != "ended" or paused)
        self.show()


def ago(seconds: float) -> str:
    """Return how long ago something was, in words."""
    whole = max(0, round(seconds))
    if whole < 100:
        return tr("{n} s ago").format(n=whole)
    if whole < 6000:
        return tr("{n} min ago").format(n=round(whole / 60))
    return tr("{n} h ago").format(n=round(whole / 3600))


def _losses(news: News, step: int, loss: LossSpec) -> str:
    """Return a step's losses by part, as the trainer reported them, a line each."""
    lines = [tr("step {step}").format(step=f"{step:,}")]
    parts = [] if news.run is None else losses_at(news.run, step, loss)
    return "\n".join([*lines, *(f"{name}  {NOTHING if value is None else number(value)}" for name, value in parts)])


def _words(news: News, how: str, pace: float | None, now: float) -> str:
    run, newest = news.run, news.newest
    if how == "ended" and newest is None:
        return tr("no step was recorded")
    if run is None or newest is None:
        return tr("no step yet, watching {path}").format(path=news.path)
    step, when = f"{newest:,}", ago(now - run.seconds)
    if how == "ended":
        return tr("at step {step} · {ago}").format(step=step, ago=when)
    if how == "silent":
        return tr("last step {step} · {ago}").format(step=step, ago=when)
    parts = [tr("step {step} written {ago}").format(step=step, ago=when)]
    if pace is not None:
        parts.append(tr("{n} steps/s").format(n=f"{pace:.2g}" if pace < 10 else f"{pace:,.0f}"))
    parts.append(counted(run.every, "every step", "every {n} steps"))
    return " · ".join(parts)
