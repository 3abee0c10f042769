"""Edit: undo and redo of recipe edits, copy, filter, selection, keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoStack

from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.widgets.i18n import tr


class EditMenu:
    """The Edit menu; undo and redo stay grey until `follow` connects an undo stack."""

    def __init__(
        self, menus: Menus, navigate: Navigator, write_filter: Callable[[], None], open_keys: Callable[[], None]
    ) -> None:
        menu, work = menus.menu("&Edit"), menus.services.workspace
        self.undo = menus.add(menu, "Undo the recipe edit", lambda: None, "Ctrl+Z")
        self.redo = menus.add(menu, "Redo the recipe edit", lambda: None, "Ctrl+Shift+Z")
        for action in (self.undo, self.redo):
            action.setEnabled(False)  # until there is a step, see `follow`
            action.setProperty("reason", tr("no recipe was edited"))
        menu.addSeparator()
        menus.add(menu, "Copy the view", navigate.copy_view, "Ctrl+Shift+C", needs="dataset")
        menu.addSeparator()
        menus.add(menu, "Filter the anchors", write_filter, "/", needs="dataset")
        menus.add(menu, "Lower the score threshold", lambda: work.step_score(-1), "[", needs="outputs")
        menus.add(menu, "Raise the score threshold", lambda: work.step_score(+1), "]", needs="outputs")
        menus.add(menu, "Clear the filter", lambda: navigate.filter_by(""), "", needs="dataset")
        menus.add(menu, "Clear the selection", navigate.leave, "Esc")
        menu.addSeparator()
        menus.add(menu, "Keys", open_keys, "F1", "?")

    def follow(self, steps: QUndoStack) -> None:
        """Let Edit undo and redo ``steps``."""
        for action, changed, step in (
            (self.undo, steps.canUndoChanged, steps.undo),
            (self.redo, steps.canRedoChanged, steps.redo),
        ):
            changed.connect(action.setEnabled)
            action.triggered.connect(step)
