"""The window's commands: actions in menus, by English text, greyed while unavailable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from rpn_inspector.gui.commands.command_registry import Command, commands_of
from rpn_inspector.gui.commands.greyed_keys import GreyedKeys
from rpn_inspector.gui.commands.synonyms import SYNONYMS
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.session.state import State

SAID_MS = 6000  # ms that the status bar says why a command is greyed


class Menus(Part):
    """Every command of the menu bar, each `add`-ed by a menu; ``by_name`` maps English text to action.

    Single letters are left to a focused text field.
    """

    def __init__(self, services: Services, main_window: MainWindow) -> None:
        self.services, self._window = services, main_window
        self.by_name: dict[str, QAction] = {}
        self._need_dataset: list[QAction] = []
        self._need_outputs: list[QAction] = []
        say = lambda words: services.say(words, SAID_MS)  # noqa: E731
        GreyedKeys(self.by_name.values, say, main_window)

    def menu(self, name: str) -> QMenu:
        """Return the menu ``name`` of the bar, mnemonic included."""
        return self._window.by_name[name]

    def add(self, menu: QMenu, text: str, slot: Callable[[], object], *keys: str, needs: str = "") -> QAction:
        """Add a command to ``menu``.

        Args:
            menu: a menu of the bar.
            text: the English text; names the command, and the user's own keys, in every language.
            slot: called without arguments when the command runs.
            keys: the default shortcuts; empty strings are skipped.
            needs: ``dataset``, ``outputs`` or empty: greyed without a dataset, without a dataset and outputs, never.
        """
        action = QAction(tr(text), self._window)
        action.setObjectName(text.rstrip("…"))
        action.setProperty("synonyms", tr(SYNONYMS.get(text, "")))
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.triggered.connect(lambda _=False: slot())
        menu.addAction(action)
        self.by_name[text] = action
        if needs == "dataset":
            self._need_dataset.append(action)
            action.setProperty("reason", tr("needs a dataset"))  # shown in the palette
        elif needs == "outputs":
            self._need_outputs.append(action)
        return action

    def commands(self) -> list[Command]:
        """Return every command of the menus, submenus freshly filled."""
        for menu in self._window.by_name.values():
            for inner in menu.findChildren(QMenu):
                inner.aboutToShow.emit()  # submenus filled on opening must be filled before listing
        return commands_of(self._window.menus)

    def render_state(self, old: State | None, new: State) -> None:
        """Grey the commands without the dataset or the outputs needed."""
        if old is not None and _held(old) == _held(new):
            return
        for action in self._need_dataset:
            action.setEnabled(new.dataset is not None)
        for action in self._need_outputs:
            action.setEnabled(new.dataset is not None and new.predictions is not None)
            reason = tr("needs a dataset and raw outputs")
            action.setProperty("reason", reason)
            action.setToolTip(as_tip("" if action.isEnabled() else reason))


def _held(state: State) -> tuple[bool, bool]:
    """Return whether there is a dataset, and whether there are outputs."""
    return state.dataset is not None, state.predictions is not None
