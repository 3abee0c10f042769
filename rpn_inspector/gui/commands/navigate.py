"""Commands on the whole window: pictures, anchors, filters, recipes, colours, and the canvas' views."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe
from rpn_inspector.data.output_file import check_output, write_whole
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.commands.menus import SAID_MS
from rpn_inspector.gui.commands.ports import ImageCommands, OpenCommands, RowCommands
from rpn_inspector.gui.commands.save_view import SaveViewDialog, copy_view
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.recipe_items import asked_recipe
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State


class Navigator(QObject, Part):
    """The commands shared by menus, keys, panels and drops.

    ``canvas`` is None until built. ``measured`` emits whether the ruler is on, ``coloured`` and ``worded`` a change of
    colours and language in the settings.
    """

    measured = Signal(bool)
    coloured = Signal()
    worded = Signal()

    def __init__(
        self,
        services: Services,
        opening: OpenCommands,
        images: ImageCommands,
        anchors: RowCommands,
        candidates: RowCommands,
    ) -> None:
        super().__init__(services.parent_widget)
        self._services, self._opening, self._images = services, opening, images
        self._anchors, self._candidates = anchors, candidates
        self._work, self._window = services.workspace, services.parent_widget
        self.canvas: Canvas | None = None
        self.seen: Canvas | None = None  # of the page looked at; that of Compare's A leads B's
        self._recipes: dict[str, Recipe] = {}  # by name: recipes used in this session beside the shipped
        self.dialog: QDialog | None = None  # of the command that asks something
        self._maximised = False  # the window's state before full screen

    def render_state(self, old: State | None, new: State) -> None:
        if new.recipe.name not in list_recipes():
            self._recipes[new.recipe.name] = new.recipe

    # Recipes

    def choose_recipe(self, name: str) -> None:
        """Use a recipe by name: shipped, used earlier in the session, or a TOML file."""
        try:
            self._work.use_recipe(self._recipes.get(name) or load_recipe(name))
        except InspectorError as error:
            self._services.fail(Problem.of(error))

    def ask_recipe(self) -> None:
        """Let the user choose a recipe file."""
        path = asked_recipe(self._window)
        if path is not None:
            self.choose_recipe(str(path))

    def save_recipe_as(self, recipe: Recipe) -> None:
        """Write a recipe into a file of the user's choice."""
        name = f"{recipe.name}.toml"
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save the recipe"), name, tr("Recipes (*.toml)"))
        if not path:
            return
        file, dataset = Path(path), self._work.state.dataset
        try:
            check_output(file, {"dataset": dataset.sources} if dataset is not None else None, beside=True)
            write_whole(file, recipe.to_toml().encode())
        except BadFile as error:
            self._services.fail(Problem.of(error))
        else:
            self._services.say(tr("Saved {name}").format(name=file.name), 8000)

    def forget_recipe(self, name: str) -> None:
        """Drop a recipe saved under another name."""
        self._recipes.pop(name, None)

    # Pictures, anchors and filters

    def next_image(self, step: int) -> None:
        """Show the picture ``step`` rows further in the list's order."""
        number = self._images.beside(self._work.state.index, step)
        if number is not None:
            self._work.go_to(number)

    def next_anchor(self, step: int) -> None:
        """Select the anchor ``step`` rows further on in the table's order."""
        state = self._work.state
        if state.staged is not None:
            row = self._candidates.neighbour(state.candidate, step)
            if row is not None:
                self._work.select_candidate(row)
            return
        row = self._anchors.neighbour(state.selection, step)
        if row is not None:
            self._work.select(row)

    def filter_by(self, text: str) -> None:
        """Show only the anchors passing the filter ``text``."""
        try:
            self._work.filter_by(text)
        except InspectorError as error:
            self._services.fail(Problem.of(error))

    def brush(self, names: tuple[str, ...], clause: str) -> None:
        """Put a plot's brush into the filter."""
        try:
            self._work.brush(names, clause)
        except InspectorError as error:
            self._services.fail(Problem.of(error))

    # The canvas

    def fit(self) -> None:
        """Show the whole picture."""
        if self.seen is not None:
            self.seen.fit()

    def zoom_actual(self) -> None:
        """Show one network px as one pixel of the screen."""
        if self.seen is not None:
            self.seen.zoom_actual()

    def zoom_to_selection(self) -> None:
        """Bring the selected anchor, or the focused ground truth, into the middle."""
        state = self._work.state
        if self.canvas is None or state.shown is None:
            return
        if state.staged is not None and state.candidate is not None:
            self.canvas.zoom_to(state.staged.result.boxes([state.candidate])[0])
        elif state.selection is not None:
            self.canvas.zoom_to(state.shown.inspection.grid.drawn([state.selection], 1.0)[0])
        elif state.gt is not None:
            self.canvas.zoom_to(state.shown.inspection.gt[state.gt])

    @property
    def measuring(self) -> bool:
        """Return whether the ruler is taken up."""
        return self.canvas is not None and self.canvas.measuring

    def measure(self, wanted: bool) -> None:
        """Turn the ruler on, or off with the line drawn."""
        if self.canvas is not None:
            self.canvas.measuring = wanted
            self.measured.emit(wanted)

    def save_view(self) -> None:
        """Ask for size and file, and save the view there."""
        if self.canvas is not None:
            self._ask(SaveViewDialog(self._services, self.canvas))

    def copy_view(self) -> None:
        """Put the view on the clipboard."""
        if self.canvas is not None:
            copy_view(self._services, self.canvas)

    # The window

    def export(self) -> None:
        """Ask what to export, of which pictures and where to, and export the decoded boxes."""
        from rpn_inspector.gui.commands.export_dialog import ExportDialog

        state = self._work.state
        if state.dataset is not None and state.predictions is not None:
            self._ask(ExportDialog(self._services, state, self._images.listed))

    def _ask(self, dialog: QDialog) -> None:
        """Show a dialog of a command, one at a time; nothing waits for its answer."""
        if self.dialog is not None:
            self.dialog.reject()
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._asked(dialog))
        dialog.open()

    def _asked(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()

    def close_down(self) -> None:
        """Close the dialog that is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def leave(self) -> None:
        """End the first in force, the focus of a button for one: an opening, full screen, ruler, what-if, selection.

        Then the focused ground truth, or else a message.
        """
        state, view = self._work.state, self._services.main_view()
        if self._opening.reading:
            self._opening.cancel()
        elif view is not None and isinstance(QApplication.focusWidget(), QAbstractButton):
            view.setFocus()
        elif self._window.isFullScreen():
            self.full_screen(False)
        elif self.measuring or (self.canvas is not None and self.canvas.ruler_words):
            self.measure(False)
        elif state.shown is not None and state.shown.what_if is not None:
            self._work.try_out(None)
        elif state.selection is not None or state.candidate is not None:
            self._work.select(None)
        elif state.gt is not None:
            self._work.focus_gt(None)
        else:
            self._work.dismiss()

    def full_screen(self, wanted: bool) -> None:
        """Enter full screen, or return to the size before: maximised or normal."""
        if wanted == self._window.isFullScreen():
            return
        if wanted:
            self._maximised = self._window.isMaximized()
            self._window.showFullScreen()
        elif self._maximised:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def choose_colours(self, name: str) -> None:
        """Use ``light``, ``dark`` or the ``system``'s colours; remembered."""
        self._services.remember(colours=name)
        self.coloured.emit()

    def choose_language(self, name: str) -> None:
        """Use one of `LANGUAGES`, or the ``system``'s, from the next start on; remembered."""
        self._services.remember(language=name)
        self._services.say(tr("This language is used from the next start on."), SAID_MS)
        self.worded.emit()
