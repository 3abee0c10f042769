"""What a user asks the whole window for: other pictures, anchors, filters, recipes, colours, and the canvas' views."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.commands.ports import ImageCommands, OpenCommands, RowCommands
from rpn_inspector.gui.commands.save_view import copy_view, save_view
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.state import State


class Navigator(QObject, Part):
    """The commands that stand in menus and are asked for by keys, panels and drops alike.

    ``canvas`` is None until it is made. ``measured`` tells whether the ruler is taken up, ``coloured`` of other colours
    in the settings.
    """

    measured = Signal(bool)
    coloured = Signal()

    def __init__(self, services: Services, opening: OpenCommands, images: ImageCommands, anchors: RowCommands) -> None:
        super().__init__(services.main_window)
        self._services, self._opening, self._images, self._anchors = services, opening, images, anchors
        self._work, self._window = services.workspace, services.main_window
        self.canvas: Canvas | None = None
        self._recipes: dict[str, Recipe] = {}  # those in use so far that do not ship, by name
        self._maximised = False  # before it took the whole screen

    def render_state(self, old: State | None, new: State) -> None:
        if new.recipe.name not in list_recipes():
            self._recipes[new.recipe.name] = new.recipe

    # Recipes

    def choose_recipe(self, name: str) -> None:
        """Use a shipped recipe, one that was in use before, or one from a TOML file."""
        try:
            self._work.use_recipe(self._recipes.get(name) or load_recipe(name))
        except InspectorError as error:
            self._services.fail(Problem.of(error))

    def ask_recipe(self) -> None:
        """Let the user choose a recipe of their own."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a recipe"), "", tr("Recipes (*.toml);;All files (*)")
        )
        if path:
            self.choose_recipe(path)

    def forget_recipe(self, name: str) -> None:
        """Leave out a recipe that was saved under another name."""
        self._recipes.pop(name, None)

    # Pictures, anchors and filters

    def next_image(self, step: int) -> None:
        """Look at the picture ``step`` rows further on as they are listed."""
        number = self._images.beside(self._work.state.index, step)
        if number is not None:
            self._work.go_to(number)

    def next_anchor(self, step: int) -> None:
        """Select the anchor ``step`` rows further on in the table's order."""
        row = self._anchors.neighbour(self._work.state.selection, step)
        if row is not None:
            self._work.select(row)

    def filter_by(self, text: str) -> None:
        """Look at the anchors that pass a filter."""
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
        if self.canvas is not None:
            self.canvas.fit()

    def zoom_actual(self) -> None:
        """Show one pixel of the network's input as one of the screen."""
        if self.canvas is not None:
            self.canvas.zoom_actual()

    def zoom_to_selection(self) -> None:
        """Bring the selected anchor, or the focused ground truth, into the middle."""
        state = self._work.state
        if self.canvas is None or state.shown is None:
            return
        if state.selection is not None:
            self.canvas.zoom_to(state.shown.inspection.anchors([state.selection])[0])
        elif state.gt is not None:
            self.canvas.zoom_to(state.shown.inspection.gt[state.gt])

    @property
    def measuring(self) -> bool:
        """Return whether the ruler is taken up."""
        return self.canvas is not None and self.canvas.measuring

    def measure(self, wanted: bool) -> None:
        """Take up the ruler, or put it and its line away."""
        if self.canvas is not None:
            self.canvas.measuring = wanted
            self.measured.emit(wanted)

    def save_view(self) -> None:
        """Ask where to, and save what the canvas shows."""
        if self.canvas is not None:
            save_view(self._services, self.canvas)

    def copy_view(self) -> None:
        """Put what the canvas shows on the clipboard."""
        if self.canvas is not None:
            copy_view(self._services, self.canvas)

    # The window

    def export(self) -> None:
        """Ask where to, and export the decoded boxes of every picture."""
        from rpn_inspector.gui.commands.export_dialog import ExportDialog

        state = self._work.state
        if state.dataset is not None and state.predictions is not None:
            ExportDialog(self._services, state).run()

    def leave(self) -> None:
        """End what is in force: an opening, full screen, the ruler, a what-if, the selection, or else a message."""
        state = self._work.state
        if self._opening.reading:
            self._opening.cancel()
        elif self._window.isFullScreen():
            self.full_screen(False)
        elif self.measuring or (self.canvas is not None and self.canvas.ruler_words):
            self.measure(False)
        elif state.shown is not None and state.shown.what_if is not None:
            self._work.try_out(None)
        elif state.selection is not None:
            self._work.select(None)
        else:
            self._work.dismiss()

    def full_screen(self, wanted: bool) -> None:
        """Take the whole screen, or give it back as the window was before."""
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
        """Be ``light`` or ``dark``, or as the ``system`` is; remembered."""
        self._services.remember(colours=name)
        self.coloured.emit()
