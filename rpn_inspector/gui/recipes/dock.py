"""The dock of the recipe editor, beside the inspector in a wide window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from rpn_inspector.gui.recipes.editor import RecipeEditor
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.state import State

WIDE = 1700  # px; from here on, the editor fits beside the inspector without crowding the canvas


class RecipeDock(QObject, Part):
    """Shows and hides the editor, built on first use; ``made`` is emitted once, when the editor is built.

    ``renamed`` emits the former name of a recipe saved under another name.
    """

    made = Signal()
    renamed = Signal(str)

    def __init__(self, services: Services, main_window: QMainWindow, inspector: QDockWidget) -> None:
        super().__init__(main_window)
        self._services, self._window, self._inspector = services, main_window, inspector
        self.editor: RecipeEditor | None = None
        self.dock: QDockWidget | None = None

    def toggle(self) -> None:
        """Show or hide the recipe editor."""
        if self.dock is None or self.editor is None:
            self.editor, self.dock = self._make()
            self.made.emit()
            self.dock.show()
            self.dock.raise_()
        else:
            self.dock.setVisible(not self.dock.isVisible())
        if self.dock.isVisible():
            self.editor.search.setFocus()

    def _make(self) -> tuple[RecipeEditor, QDockWidget]:
        window, work = self._window, self._services.workspace
        editor = RecipeEditor(self._services.theme, work.state.recipe)
        editor.recipeChanged.connect(work.use_recipe)
        editor.renamed.connect(self.renamed)
        for action in (editor.undo_action, editor.redo_action):
            action.setShortcut("")  # the Edit menu has these keys: a second action would make both ambiguous
        dock = QDockWidget(tr("Recipe"), window)
        dock.setObjectName("Recipe")
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(editor)
        editor.close_wanted.connect(dock.hide)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if window.width() >= WIDE or not self._inspector.isVisible():
            window.splitDockWidget(self._inspector, dock, Qt.Orientation.Horizontal)
            window.resizeDocks([dock], [348], Qt.Orientation.Horizontal)
        else:  # too narrow for two docks
            window.tabifyDockWidget(self._inspector, dock)
        return editor, dock

    def render_state(self, old: State | None, new: State) -> None:
        if self.editor is not None:
            self.editor.render_state(old, new)

    def set_theme(self, theme: Theme) -> None:
        if self.editor is not None:
            self.editor.set_theme(theme)
