"""Every command of the window, with its key, in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMessageBox

from rpn_inspector import __version__
from rpn_inspector.gui.canvas.layers import NAMES
from rpn_inspector.gui.commands.key_repeat import Summed
from rpn_inspector.gui.commands.save_view import copy_view, save_view
from rpn_inspector.gui.shell.main_window import MENUS
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.session import settings
from rpn_inspector.session.state import State

if TYPE_CHECKING:
    from rpn_inspector.gui.wiring import Window

PANELS = {
    "Images": "Images panel",
    "Inspector": "Inspector panel",
    "Tables": "Tables panel",
    "Funnel": "Funnel panel",
    "Plots": "Plots panel",
}
HEATS = {"iou": "Heat of best IoU", "objectness": "Heat of score p", "loss": "Heat of loss"}
LONGEST_PATH = 560  # px of a path in the menu; a longer one is cut in the middle, and whole in its tooltip


class Actions:
    """Makes the menus of ``window``; single letters are left to a text field that has the keyboard."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.by_name: dict[str, QAction] = {}
        self.needs_dataset: list[QAction] = []
        self.needs_outputs: list[QAction] = []
        menus = [window.frame.by_name[name] for name in MENUS]
        for fill, menu in zip(
            (self._file, self._edit, self._view, self._go, self._recipe, self._tools, self._help), menus, strict=True
        ):
            fill(menu)

    def _file(self, menu: QMenu) -> None:
        add, window = self._add, self.window
        add(menu, "Open a dataset folder…", window.opening.ask_folder, "Ctrl+O").setToolTip(
            tr("a dataset, a folder of pictures, a dump of raw outputs, or a folder of checkpoints")
        )
        add(menu, "Open files…", window.opening.ask_files, "Ctrl+Shift+O").setToolTip(
            tr("annotations, pictures, raw outputs, ONNX models or recipes, found out from their content")
        )
        add(menu, "Open a file of raw outputs…", window.opening.ask_outputs, "Ctrl+P")
        folder = add(menu, "Open a folder of raw outputs…", lambda: window.opening.ask_outputs(True), "Ctrl+Alt+P")
        folder.setToolTip(tr("one dump, or the checkpoints of one training"))
        self.recent = menu.addMenu(tr("Open recent"))
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.places = [self.recent.addAction("") for _ in range(settings.RECENT)]  # these stay: the palette holds them
        for place in self.places:
            place.triggered.connect(lambda _=False, place=place: window.opening.open_path(Path(place.data())))
        self.no_places = self.recent.addAction(tr("none yet"))
        self.no_places.setEnabled(False)
        add(menu, "Open the demo", window.opening.open_demo, "Ctrl+Shift+D")
        add(menu, "Reload", window.opening.reload, "F5", dataset=True).setToolTip(
            tr("reads the files again; picture, recipe and selection stay where they are still there")
        )
        menu.addSeparator()
        add(menu, "Save the view…", lambda: save_view(window), "Ctrl+Shift+S", dataset=True)
        self.needs_outputs.append(add(menu, "Export decoded boxes…", window.export, "Ctrl+Shift+E"))
        menu.addSeparator()
        leave = add(menu, "Quit", window.frame.close, "Ctrl+Q")
        leave.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # from the keys' and the help's window too

    def _edit(self, menu: QMenu) -> None:
        add, window = self._add, self.window
        self.undo = add(menu, "Undo the recipe edit", lambda: None, "Ctrl+Z")
        self.redo = add(menu, "Redo the recipe edit", lambda: None, "Ctrl+Shift+Z")
        for action in (self.undo, self.redo):
            action.setEnabled(False)  # until there is a step, see `follow`
            action.setProperty("reason", tr("no recipe was edited"))
        menu.addSeparator()
        add(menu, "Copy the view", lambda: copy_view(window), "Ctrl+Shift+C", dataset=True)
        menu.addSeparator()
        add(menu, "Filter the anchors", lambda: window.reach("Tables", window.tables.filter), "/", dataset=True)
        lower = add(menu, "Lower the score threshold", lambda: window.workspace.step_score(-1), "[")
        higher = add(menu, "Raise the score threshold", lambda: window.workspace.step_score(+1), "]")
        self.needs_outputs += [lower, higher]
        add(menu, "Clear the filter", lambda: window.filter_by(""), "", dataset=True)
        add(menu, "Clear the selection", window.let_go, "Esc")
        menu.addSeparator()
        add(menu, "Keys", window.aids.open_keys, "F1", "?")

    def _view(self, menu: QMenu) -> None:
        add, window, work = self._add, self.window, self.window.workspace
        for number, (layer, name) in enumerate(NAMES.items(), 1):
            action = add(menu, name, partial(work.toggle_layer, layer), str(number), dataset=True)
            action.setCheckable(True)
        self.cell = add(menu, "Feature cell of the selection", lambda: work.toggle_layer("cell"), "C", dataset=True)
        self.cell.setCheckable(True)
        add(menu, "All anchors", work.toggle_all, "9", dataset=True)
        for kind, words in HEATS.items():
            add(menu, words, partial(work.show_heat, kind), "", dataset=True)
        menu.addSeparator()
        add(menu, "Inspect", lambda: window.look("inspect"), "Ctrl+1", dataset=True)
        add(menu, "Compare recipes or checkpoints", lambda: window.look("compare"), "Ctrl+2", dataset=True)
        menu.addSeparator()
        add(menu, "Fit", lambda: window.canvas.fit(), "F", dataset=True)
        add(menu, "100 %", lambda: window.canvas.zoom_actual(), "Ctrl+0", dataset=True)
        add(menu, "Zoom to the selection", window.zoom_to_selection, "Z", dataset=True)
        self.measure = add(menu, "Measure with the ruler", self._measure, "M", dataset=True)
        self.measure.setCheckable(True)
        self.measure.setToolTip(tr("drag over the picture; without this, drag with Shift"))
        self.turned = add(menu, "Turn the pictures as EXIF says", window.opening.turn_pictures, "", dataset=True)
        self.turned.setCheckable(True)
        self.turned.setToolTip(tr("on: boxes belong to the turned pictures; off: to the pixels as stored"))
        menu.addSeparator()
        self._panels(menu.addMenu(tr("Panels")))
        add(menu, "Reset the layout", window.reset_layout, "", dataset=True)
        self._colours(menu.addMenu(tr("Colours")))
        add(menu, "Full screen", self._full_screen, "F11")

    def _panels(self, menu: QMenu) -> None:
        self.panels: dict[str, QAction] = {}
        for dock in self.window.docks:
            name = dock.objectName()
            action = self._add(menu, PANELS[name], partial(self.window.toggle_panel, name), dataset=True)
            action.setCheckable(True)
            self.panels[name] = action
        menu.addSeparator()
        docks = self.window.arrangement
        self.unlocked = self._add(menu, "Move the panels", lambda: docks.unlock(not docks.unlocked), dataset=True)
        self.unlocked.setCheckable(True)
        self.unlocked.setProperty("synonyms", tr("float dock undock detach rearrange"))
        self.unlocked.setToolTip(tr("gives each panel a title, to drag it elsewhere, out of the window, or close it"))

    def _colours(self, menu: QMenu) -> None:
        self.colours: dict[str, QAction] = {}
        for name, words in (("system", "As the system"), ("light", "Light"), ("dark", "Dark")):
            action = self._add(menu, words, partial(self.window.choose_colours, name))
            action.setCheckable(True)
            self.colours[name] = action

    def _go(self, menu: QMenu) -> None:
        add, window, work = self._add, self.window, self.window.workspace
        add(menu, "Next image", lambda: window.next_image(+1), "Right", "D", dataset=True)
        add(menu, "Previous image", lambda: window.next_image(-1), "Left", "A", dataset=True)
        add(menu, "First image", lambda: window.next_image(-(10**9)), "Home", dataset=True)
        add(menu, "Last image", lambda: window.next_image(10**9), "End", dataset=True)
        add(menu, "Find an image", lambda: window.reach("Images", window.images.filter), "Ctrl+F", dataset=True)
        add(menu, "Sort the images…", window.images.sort_button.open, dataset=True)
        menu.addSeparator()
        add(menu, "Next checkpoint", lambda: self._scrub(+1), ".", dataset=True)
        add(menu, "Previous checkpoint", lambda: self._scrub(-1), ",", dataset=True)
        menu.addSeparator()
        add(menu, "Next ground truth", work.next_truth, "G", dataset=True)
        table, stack = Summed(window.next_anchor, window), Summed(work.walk, window)
        add(menu, "Next anchor in the table", lambda: table.ask(+1), "N", dataset=True)
        add(menu, "Previous anchor in the table", lambda: table.ask(-1), "P", dataset=True)
        add(menu, "Next anchor under the cursor", lambda: stack.ask(+1), "Down", dataset=True)
        add(menu, "Previous anchor under the cursor", lambda: stack.ask(-1), "Up", dataset=True)
        menu.addSeparator()
        add(menu, "Next place of the finding", window.images.findings.again, dataset=True)
        add(menu, "Previous place of the finding", lambda: window.images.findings.again(False), dataset=True)

    def _recipe(self, menu: QMenu) -> None:
        from rpn_inspector.core.recipe import list_recipes

        add, window = self._add, self.window
        add(menu, "Edit the recipe…", window.aids.toggle_editor, "Ctrl+E")
        add(menu, "Browse recipes…", window.aids.browse_recipes, "Ctrl+R")
        add(menu, "Open a recipe file…", window.ask_recipe)
        menu.addSeparator()
        for name in list_recipes():
            add(menu, name, partial(window.choose_recipe, name), "")

    def _tools(self, menu: QMenu) -> None:
        add, window = self._add, self.window
        add(menu, "Find or run a command…", window.aids.palette.toggle, "Ctrl+K", "Ctrl+Shift+P")
        menu.addSeparator()
        add(menu, "Find the layout of the raw outputs…", window.doctor.ask, "", dataset=True)

    def _help(self, menu: QMenu) -> None:
        add, aids = self._add, self.window.aids
        menu.addAction(self.by_name["Keys"])
        menu.addSeparator()
        add(menu, "The maths", lambda: aids.open_help("maths"), "")
        add(menu, "Glossary", lambda: aids.open_help("glossary"), "")
        add(menu, "Tour of the demo", aids.start_tour, "")
        add(menu, "About", self._about, "")

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object], *keys: str, dataset: bool = False) -> QAction:
        """Add a command: its English ``text`` finds it and its remembered keys in every language."""
        action = QAction(tr(text), self.window.frame)
        action.setObjectName(text.rstrip("…"))
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.triggered.connect(lambda _=False: slot())
        menu.addAction(action)
        self.by_name[text] = action
        if dataset:
            self.needs_dataset.append(action)
            action.setProperty("reason", tr("needs a dataset"))  # the palette says it
        return action

    def render_state(self, state: State) -> None:
        """Grey what cannot run, and tick the layers that are shown."""
        for action in self.needs_dataset:
            action.setEnabled(state.dataset is not None)
        for layer, name in NAMES.items():
            self.by_name[name].setChecked(layer in state.layers)
        self.cell.setChecked("cell" in state.layers)
        for name, action in self.panels.items():
            action.setChecked(name not in self.window.arrangement.closed)
        self.unlocked.setChecked(self.window.arrangement.unlocked)
        wanted = str(self.window.memory.get("colours", "system"))
        for name, action in self.colours.items():
            action.setChecked(name == (wanted if wanted in self.colours else "system"))
        self.turned.setChecked(state.dataset is not None and state.dataset.turned)
        for action in self.needs_outputs:
            action.setEnabled(state.dataset is not None and state.predictions is not None)
            reason = tr("needs a dataset and raw outputs")
            action.setProperty("reason", reason)
            action.setToolTip("" if action.isEnabled() else reason)

    def _fill_recent(self) -> None:
        paths = settings.texts(self.window.memory, "recent")[: len(self.places)]
        self.no_places.setVisible(not paths)
        cut = self.recent.fontMetrics().elidedText
        for place, path in zip_longest(self.places, paths, fillvalue=""):
            words = cut(path, Qt.TextElideMode.ElideMiddle, LONGEST_PATH).replace("&", "&&")
            there = _exists(path)
            place.setText(words)
            place.setToolTip(path if there else tr("{path}: no longer there").format(path=path))
            place.setEnabled(there)
            place.setProperty("reason", tr("no longer there"))
            place.setData(path)
            place.setVisible(bool(path))

    def _scrub(self, step: int) -> None:
        slider = self.window.choosers.step.slider
        self.window.workspace.scrub(slider.value() + step)

    def _full_screen(self) -> None:
        self.window.full_screen(not self.window.frame.isFullScreen())

    def _measure(self) -> None:
        self.window.canvas.measuring = not self.window.canvas.measuring
        self.measure.setChecked(self.window.canvas.measuring)

    def follow(self, steps: QUndoStack) -> None:
        """Let Edit undo and redo ``steps``."""
        for action, changed, step in (
            (self.undo, steps.canUndoChanged, steps.undo),
            (self.redo, steps.canRedoChanged, steps.redo),
        ):
            changed.connect(action.setEnabled)
            action.triggered.connect(step)

    def _about(self) -> None:
        self._tell(
            tr("About"),
            f"<b>rpn_inspector {__version__}</b><br>"
            + tr("See the anchors, targets and losses your detector trains on.<br>MIT licence."),
        )

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(self.window.frame)
        box.setWindowTitle(title)
        box.setText(text)
        box.setModal(False)
        box.show()


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name no file can have, from a torn memory
        return False
