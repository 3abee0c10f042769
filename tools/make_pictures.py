"""Draw the window in every state, light and dark, into docs/pictures.

usage: python tools/make_pictures.py [--dark] [--size 1280 800] [--only NAME ...]
Off-screen, on the bundled demo; takes about a minute. The README and docs/guide.md show these pictures.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["RPN_INSPECTOR_HOME"] = tempfile.mkdtemp()

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.theme import DARK, LIGHT, Theme, apply
from rpn_inspector.gui.window import Window
from rpn_inspector.work.comparing import Comparison
from rpn_inspector.work.simulated import SimulatedPredictions

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PATIENCE = 30.0


class Stage:
    """One window to put into a state and draw."""

    def __init__(self, app: QApplication, theme: Theme, size: tuple[int, int]) -> None:
        self.app = app
        apply(app, theme)
        self.window = Window(theme)
        self.window.frame.resize(*size)
        self.window.frame.show()

    def wait(self, condition: Callable[[], Any] = lambda: False, seconds: float = 0.4) -> None:
        """Let the window work until ``condition`` holds, at most ``seconds``."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not condition():
            self.app.processEvents()

    def settle(self) -> None:
        """Wait for the answer that is on its way, and for everything painted after it."""
        state = self.window.workspace
        self.wait(lambda: state.state.shown is not None and not state.state.busy, PATIENCE)
        self.wait()

    def save(self, name: str) -> None:
        """Draw the window."""
        self.wait()
        self.window.frame.grab().save(str(FOLDER / f"{name}.jpg"), quality=90)

    def close(self) -> None:
        """End the window and its threads."""
        self.window.frame.close()
        self.window.frame.deleteLater()
        self.wait(seconds=0.1)


def empty(stage: Stage) -> None:
    """Show the empty window, which says how to begin."""
    stage.wait()


def main_view(stage: Stage) -> None:
    """Show an anchor that only the low-quality rule saves."""
    window = stage.window
    window.opening.open_demo()
    stage.settle()
    inspection = window.workspace.state.shown.inspection
    window.workspace.select(int(inspection.positive[5]))
    stage.wait(lambda: window.inspector.history.history is not None, 5)


def explain(stage: Stage) -> None:
    """Show the formulas with the anchor's numbers in them."""
    main_view(stage)
    bar = stage.window.inspector.verticalScrollBar()
    stage.wait(seconds=1.5)
    bar.setValue(bar.maximum())


def full_size(stage: Stage) -> None:
    """Show 217,413 anchors with simulated outputs."""
    main_view(stage)
    stage.window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe("torchvision-fpn"))
    stage.settle()
    inspection = stage.window.workspace.state.shown.inspection
    stage.window.workspace.select(int(inspection.positive[5]))


def fates(stage: Stage) -> None:
    """Show a suppressed box, its suppressor and the funnel."""
    main_view(stage)
    window = stage.window
    window.tables.setCurrentWidget(window.tables.proposals)
    proposals = window.workspace.state.shown.inspection.proposals
    suppressed = proposals.all_anchor[proposals.fate[proposals.all_anchor] == Fate.SUPPRESSED]
    window.workspace.toggle_layer("proposals")
    window.workspace.focus_truth(6)
    window.workspace.select(int(suppressed[3]), keep_truth=True)


def loss(stage: Stage) -> None:
    """Show the losses by level, beside the trainer's own."""
    main_view(stage)
    stage.window.tables.setCurrentWidget(stage.window.tables.loss)


def truths(stage: Stage) -> None:
    """Show what became of every ground truth."""
    main_view(stage)
    stage.window.tables.setCurrentWidget(stage.window.tables.truths)
    stage.window.workspace.focus_truth(0)


def compare(stage: Stage) -> None:
    """Show two recipes side by side."""
    full_size(stage)
    window = stage.window
    window.look("compare")
    window.compare.box.choose("mmdet-fpn")
    stage.wait(lambda: isinstance(window.compare.found, Comparison), PATIENCE)
    window.workspace.select(int(window.compare.found.changed_a[3]))
    stage.wait(seconds=3)


def recipe(stage: Stage) -> None:
    """Show the recipe editor with a changed field."""
    main_view(stage)
    stage.window.aids.toggle_editor()
    stage.wait()
    stage.window.aids.editor.change("matcher.positive", 0.5)
    stage.settle()


def palette(stage: Stage) -> None:
    """Show the command palette."""
    main_view(stage)
    stage.window.aids.palette.open()
    QTest.keyClicks(stage.window.aids.palette.field, "next")


def problem(stage: Stage) -> None:
    """Show outputs that do not fit their recipe."""
    main_view(stage)
    stage.window.choose_recipe("paper-vgg16")
    stage.settle()


STATES = {
    "empty": empty,
    "main": main_view,
    "explain": explain,
    "full-size": full_size,
    "fates": fates,
    "loss": loss,
    "truths": truths,
    "compare": compare,
    "recipe": recipe,
    "palette": palette,
    "problem": problem,
}


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, nargs=2, default=(1280, 800), metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--dark", action="store_true", help="the dark ones too")
    parser.add_argument("--only", nargs="*", choices=list(STATES), default=list(STATES))
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    np.seterr(all="ignore")
    themes = ((LIGHT, ""), (DARK, "-dark")) if options.dark else ((LIGHT, ""),)
    for theme, suffix in themes:
        for name in options.only:
            stage = Stage(app, theme, tuple(options.size))
            STATES[name](stage)
            stage.save(f"{name}{suffix}")
            stage.close()


if __name__ == "__main__":
    main()
