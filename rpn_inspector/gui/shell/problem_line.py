"""The line above the picture for problems, with the buttons of remedies."""

from __future__ import annotations

import os
from collections.abc import Callable

from rpn_inspector.core.plain_text import one_line
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.widgets.i18n import said
from rpn_inspector.gui.widgets.icons import icon
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.problem import ProblemKind
from rpn_inspector.session.state import State


class ProblemLine(Part):
    """Fills the problem line of ``main_window``; ``can_help`` says whether another layout may fit.

    A message can be closed; why there is nothing to show stays.
    """

    def __init__(self, main_window: MainWindow, can_help: Callable[[State], bool]) -> None:
        self._window, self._can_help = main_window, can_help

    def set_theme(self, theme: Theme) -> None:
        self._window.away.setIcon(icon("close", theme.text_second))

    def render_state(self, old: State | None, new: State) -> None:
        window = self._window
        window.problem.setText(_shorter(new))
        window.problem.setToolTip(as_tip("" if new.problem is None else one_line(said(new.problem.text))))
        window.problem.setVisible(new.problem is not None)
        window.problem_line.setVisible(new.problem is not None)
        window.away.setVisible(new.problem != new.lost)
        window.remedy.setVisible(self._can_help(new))
        window.locate.setVisible(new.problem is not None and new.problem.kind is ProblemKind.PICTURES)


def _shorter(state: State) -> str:
    """Return the problem with shorter paths: from the folder of the dataset or the outputs on."""
    text = "" if state.problem is None else one_line(said(state.problem.text))
    roots = [] if state.dataset is None else [state.dataset.root]
    roots += [] if state.predictions is None else [state.predictions.path]
    for root in roots:
        if root.parent != root:
            text = text.replace(f"{root.parent}{os.sep}", "")
    return text
