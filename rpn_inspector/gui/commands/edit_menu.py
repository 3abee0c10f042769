"""Edit: undo and redo of recipe edits and of numbers tried out, copy, filter, selection, keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoGroup

from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.widgets.i18n import tr


class EditMenu:
    """The Edit menu; undo and redo are of the active stack of ``steps``: what is tried out, else the recipe's."""

    def __init__(
        self, menus: Menus, navigate: Navigator, write_filter: Callable[[], None], open_keys: Callable[[], None]
    ) -> None:
        menu, work = menus.menu("&Edit"), menus.services.workspace
        self.steps = steps = QUndoGroup()
        self.undo = menus.add(menu, "Undo the last change", steps.undo, "Ctrl+Z")
        self.redo = menus.add(menu, "Redo the last change", steps.redo, "Ctrl+Shift+Z")
        for action, changed in ((self.undo, steps.canUndoChanged), (self.redo, steps.canRedoChanged)):
            action.setEnabled(False)  # until there is a step
            action.setProperty("reason", tr("no recipe was edited and nothing tried out"))
            changed.connect(action.setEnabled)
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
