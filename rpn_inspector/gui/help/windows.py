"""What helps beside the panels, put into the window: Explain, recipe editor, palette, keys, help and tour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QWidget

from rpn_inspector.core.recipe import Recipe, list_recipes
from rpn_inspector.gui.commands.palette import CommandPalette
from rpn_inspector.gui.commands.registry import Command, commands_of
from rpn_inspector.gui.commands.shortcuts import Shortcuts, ShortcutSheet, reserved_keys
from rpn_inspector.gui.help.pages import HelpWindow
from rpn_inspector.gui.help.tour import Tour, menu_place, steps_for
from rpn_inspector.gui.inspector.explain import ExplainPanel
from rpn_inspector.gui.recipes.editor import RecipeEditor
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session import settings
from rpn_inspector.session.open_request import is_demo
from rpn_inspector.session.state import State

if TYPE_CHECKING:
    from rpn_inspector.gui.wiring import Window

WIDE = 1700  # px; from here the recipe editor stands beside the inspector and the canvas still has its room


class Aids(QObject):
    """Owns the helpers of ``window``; those that cost time are made when they are first asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.frame)
        self.window = window
        self.explain = ExplainPanel(window.theme)
        window.inspector.below_curve.addWidget(self.explain)
        self.palette = CommandPalette(window.frame, window.theme, self.commands)
        self.palette.assign_wanted.connect(self.open_keys)
        self.shortcuts = Shortcuts(window.memory.get("keys"), self._remember_keys, reserved_keys(window.frame.menus))
        self.editor: RecipeEditor | None = None
        self.editor_dock: QDockWidget | None = None
        self.keys: ShortcutSheet | None = None
        self.help: HelpWindow | None = None
        frame = window.frame
        places = (
            lambda: window.images,
            lambda: getattr(window, "canvas", None),
            lambda: window.inspector,
            lambda: window.tables,
        )
        self.tour = Tour(frame, window.theme, steps_for(frame, *places, menu_place(frame, frame.menus, 0)))
        self._tour_waits = False
        self.greets = False  # whether the first look at the demo, by whichever way, begins the tour
        self._recipes: dict[str, Recipe] = {}
        frame.empty.demo_wanted.connect(self.first_demo)
        frame.closing.connect(self._leave)

    def register_keys(self) -> None:
        """Give every command the user's own keys; called once when all commands are there."""
        self.shortcuts.register(list(self.window.actions_.by_name.values()))

    def commands(self) -> list[Command]:
        """Return every command of the menus as they now are."""
        self.window.actions_.recent.aboutToShow.emit()  # fills itself when it is looked at
        return commands_of(self.window.frame.menus)

    def render_state(self, old: State | None, new: State) -> None:
        """Follow the window's state."""
        self.explain.render_state(old, new)
        if new.recipe.name not in list_recipes():
            self._recipes[new.recipe.name] = new.recipe
        if self.editor is not None:
            self.editor.render_state(old, new)
        if new.shown is not None and not new.busy and (self._tour_waits or self._is_first_demo(new)):
            self._tour_waits = self.greets = False
            QTimer.singleShot(0, self, self._start_tour)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for aid in (self.explain, self.palette, self.tour, self.editor, self.keys, self.help):
            if aid is not None:
                aid.set_theme(theme)

    def _forget(self, name: str) -> None:
        """Leave out a recipe that was saved under another name."""
        self._recipes.pop(name, None)
        self.window.choosers.forget_recipe(name)

    def recipe_named(self, name: str) -> Recipe | None:
        """Return a recipe that was in use under ``name`` and does not ship."""
        return self._recipes.get(name)

    def toggle_editor(self) -> None:
        """Show or hide the recipe editor beside the inspector."""
        if self.editor_dock is None:
            window = self.window
            self.editor = RecipeEditor(window.theme, window.workspace.state.recipe)
            self.editor.recipeChanged.connect(window.workspace.use_recipe)
            self.editor.renamed.connect(self._forget)
            for action in (self.editor.undo_action, self.editor.redo_action):
                action.setShortcut("")  # Edit has these keys, wherever the keyboard is
            window.actions_.follow(self.editor.stack)
            self.editor_dock = QDockWidget(tr("Recipe"), window.frame)
            self.editor_dock.setObjectName("Recipe")
            self.editor_dock.setTitleBarWidget(QWidget())
            self.editor_dock.setWidget(self.editor)
            self.editor.close_wanted.connect(self.editor_dock.hide)
            window.keyboard.watch(self.editor_dock)
            window.frame.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.editor_dock)
            if window.frame.width() >= WIDE or not window.docks[1].isVisible():
                window.frame.splitDockWidget(window.docks[1], self.editor_dock, Qt.Orientation.Horizontal)
                window.frame.resizeDocks([self.editor_dock], [348], Qt.Orientation.Horizontal)
            else:  # no room beside it
                window.frame.tabifyDockWidget(window.docks[1], self.editor_dock)
            self.editor_dock.show()
            self.editor_dock.raise_()
        else:
            self.editor_dock.setVisible(not self.editor_dock.isVisible())
        if self.editor is not None and self.editor_dock.isVisible():
            self.editor.search.setFocus()

    def browse_recipes(self) -> None:
        """List the recipes in the palette."""
        self.palette.open()
        self.palette.field.setText(tr("recipe "))

    def open_keys(self, action: QAction | None = None) -> None:
        """Show the keys of all commands, at ``action`` where one is to get another."""
        if self.keys is None:
            self.keys = ShortcutSheet(self.window.frame, self.window.theme, self.shortcuts, self.commands)
        if action is not None:
            self.keys.edit(action)
        else:
            self.keys.refill()
            self.keys.show()
            self.keys.search.setFocus()

    def open_help(self, page: str) -> None:
        """Show ``maths`` or ``glossary``."""
        if self.help is None:
            self.help = HelpWindow(self.window.frame, self.window.theme)
        self.help.open_page(page)

    def first_demo(self) -> None:
        """Follow the demo with the tour, once."""
        self._tour_waits = not self.window.memory.get("tour_seen", False)

    def _is_first_demo(self, state: State) -> bool:
        seen = self.window.memory.get("tour_seen", False)
        return self.greets and not seen and state.dataset is not None and is_demo(state.dataset)

    def start_tour(self) -> None:
        """Show the tour, on the demo if nothing is open."""
        state = self.window.workspace.state
        if state.shown is not None:
            self._start_tour()
        else:
            self._tour_waits = True
            self.window.opening.open_demo()

    def _start_tour(self) -> None:
        state = self.window.workspace.state
        if state.selection is None and state.shown is not None and state.shown.inspection.positive.size:
            self.window.workspace.select(int(state.shown.inspection.positive[0]))
        self.tour.start()
        self._remember_tour()

    def _leave(self) -> None:
        """Take what stands beside the window away with it."""
        self.tour.stop(False, quiet=True)
        for beside in (self.keys, self.help):
            if beside is not None:
                beside.close()

    def _remember_tour(self) -> None:
        self.window.memory["tour_seen"] = True
        settings.save(self.window.memory)

    def _remember_keys(self, own: dict[str, list[str]]) -> None:
        self.window.memory["keys"] = own
        settings.save(self.window.memory)
