"""The line above the picture that says what went wrong, with the button that looks for a remedy."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.state import State

# What the errors of arrays of other shapes have in common, whoever found them out.
ABOUT_LAYOUT = ("do not fit the recipe", "for this recipe", " has shape ", " levels of objectness", " of the same N")


class ProblemLine(Part):
    """Fills the problem line of ``main_window``; ``can_ask``: whether the layout of the outputs can be looked for."""

    def __init__(self, main_window: MainWindow, can_ask: Callable[[State], bool]) -> None:
        self._window, self._can_ask = main_window, can_ask

    def render_state(self, old: State | None, new: State) -> None:
        window = self._window
        window.problem.setText(_shorter(new))
        window.problem.setToolTip(new.problem or "")
        window.problem.setVisible(new.problem is not None)
        window.problem_line.setVisible(new.problem is not None)
        window.remedy.setVisible(_is_about_layout(new.problem) and self._can_ask(new))


def _shorter(state: State) -> str:
    """Return the problem with the paths of what is open from its own folder on; the whole of it is the tooltip."""
    text = state.problem or ""
    roots = (state.dataset.root if state.dataset is not None else None, getattr(state.predictions, "path", None))
    for root in roots:
        if root is not None and Path(root).parent != Path(root):
            text = text.replace(f"{Path(root).parent}{os.sep}", "")
    return text


def _is_about_layout(problem: str | None) -> bool:
    return problem is not None and any(words in problem for words in ABOUT_LAYOUT)
