"""Every command of the window, with its key, in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from rpn_inspector import __version__
from rpn_inspector.gui.canvas.heat import KINDS
from rpn_inspector.gui.frame import MENUS
from rpn_inspector.gui.saving import copy_view, save_view
from rpn_inspector.work.workspace import LAYERS, State

if TYPE_CHECKING:
    from rpn_inspector.gui.window import Window

LAYER_NAMES = ("Ground truths", "Positive", "Ignored", "Negative", "Sampled", "Predictions", "Proposals", "Heat")


class Actions:
    """Makes the menus of ``window``; single letters are left to a text field that has the keyboard."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.by_name: dict[str, QAction] = {}
        self.needs_dataset: list[QAction] = []
        self.needs_selection: list[QAction] = []
        work = window.workspace
        file, view, go, recipe, help_ = (window.frame.by_title[name] for name in MENUS)
        add = self._add
        add(file, "Open a dataset folder…", window.ask_folder, "Ctrl+O")
        add(file, "Open an annotation file…", window.ask_file, "Ctrl+Shift+O")
        add(file, "Open raw outputs…", window.ask_predictions, "Ctrl+P", dataset=True)
        self.recent = file.addMenu("Open recent")
        self.recent.aboutToShow.connect(self._fill_recent)
        add(file, "Open the demo", window.open_demo, "Ctrl+Shift+D")
        file.addSeparator()
        add(file, "Save the view…", lambda: save_view(window), "Ctrl+Shift+S", dataset=True)
        add(file, "Copy the view", lambda: copy_view(window), "Ctrl+Shift+C", dataset=True)
        self.export = add(file, "Export decoded boxes…", window.export, "Ctrl+Shift+E", dataset=True)
        self.export.setProperty("reason", "needs a dataset and raw outputs")
        file.addSeparator()
        add(file, "Quit", window.frame.close, "Ctrl+Q")
        for number, (layer, name) in enumerate(zip(LAYERS, LAYER_NAMES, strict=True), 1):
            action = add(view, name, lambda layer=layer: work.toggle_layer(layer), str(number), dataset=True)
            action.setCheckable(True)
        self.cell = add(view, "Feature cell of the selection", lambda: work.toggle_layer("cell"), "C", dataset=True)
        self.cell.setCheckable(True)
        add(view, "All anchors", work.toggle_all, "9", dataset=True)
        for kind, words in KINDS.items():
            add(view, f"Heat of {words}", lambda kind=kind: work.show_heat(kind), "", dataset=True)
        view.addSeparator()
        add(view, "Inspect", lambda: window.look("inspect"), "Ctrl+1", dataset=True)
        add(view, "Compare recipes or checkpoints", lambda: window.look("compare"), "Ctrl+2", dataset=True)
        view.addSeparator()
        add(view, "Fit", lambda: window.canvas.fit(), "F", dataset=True)
        add(view, "100 %", lambda: window.canvas.zoom_actual(), "Ctrl+0", dataset=True)
        add(view, "Zoom to the selection", window.zoom_to_selection, "Z", dataset=True)
        self.turned = add(view, "Turn the pictures as EXIF says", window.turn_pictures, "", dataset=True)
        self.turned.setCheckable(True)
        self.turned.setToolTip("on: boxes belong to the turned pictures; off: to the pixels as stored")
        add(view, "Reset the layout", window.reset_layout, "", dataset=True)
        add(view, "Full screen", self._full_screen, "F11")
        add(go, "Next image", lambda: window.next_image(+1), "Right", "D", dataset=True)
        add(go, "Previous image", lambda: window.next_image(-1), "Left", "A", dataset=True)
        add(go, "First image", lambda: window.next_image(-(10**9)), "Home", dataset=True)
        add(go, "Last image", lambda: window.next_image(10**9), "End", dataset=True)
        go.addSeparator()
        add(go, "Next checkpoint", lambda: self._scrub(+1), ".", dataset=True)
        add(go, "Previous checkpoint", lambda: self._scrub(-1), ",", dataset=True)
        go.addSeparator()
        add(go, "Next ground truth", work.next_truth, "G", dataset=True)
        add(go, "Next anchor in the table", lambda: window.next_anchor(+1), "N", dataset=True)
        add(go, "Previous anchor in the table", lambda: window.next_anchor(-1), "P", dataset=True)
        add(go, "Next anchor under the cursor", lambda: work.walk(+1), "Down", dataset=True)
        add(go, "Previous anchor under the cursor", lambda: work.walk(-1), "Up", dataset=True)
        add(go, "Clear the selection", lambda: work.select(None), "Esc", dataset=True)
        add(go, "Filter the anchors", window.tables.filter.setFocus, "/", dataset=True)
        add(go, "Clear the filter", lambda: window.filter_by(""), "", dataset=True)
        add(go, "Find an image", window.images.filter.setFocus, "Ctrl+F", dataset=True)
        add(go, "Sort the images…", window.images.sort_button.open, dataset=True)
        go.addSeparator()
        add(go, "Next place of the finding", window.images.findings.again, dataset=True)
        add(go, "Previous place of the finding", lambda: window.images.findings.again(False), dataset=True)
        from rpn_inspector.core.recipe import list_recipes

        add(recipe, "Find the layout of the raw outputs…", window.doctor.ask, "", dataset=True)
        recipe.addSeparator()
        for name in list_recipes():
            add(recipe, name, lambda name=name: window.choose_recipe(name), "")
        recipe.addSeparator()
        add(recipe, "Edit the recipe…", window.aids.toggle_editor, "Ctrl+E")
        add(help_, "Find or run a command…", window.aids.palette.toggle, "Ctrl+K", "Ctrl+Shift+P")
        add(help_, "Keys", window.aids.open_keys, "F1", "?")
        add(help_, "The maths", lambda: window.aids.open_help("maths"), "")
        add(help_, "Glossary", lambda: window.aids.open_help("glossary"), "")
        add(help_, "Tour of the demo", window.aids.start_tour, "")
        add(help_, "About", self._about, "")

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object], *keys: str, dataset: bool = False) -> QAction:
        action = QAction(text, self.window.frame)
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.triggered.connect(lambda _=False: slot())
        menu.addAction(action)
        self.by_name[text] = action
        if dataset:
            self.needs_dataset.append(action)
            action.setProperty("reason", "needs a dataset")  # the palette says it
        return action

    def render_state(self, state: State) -> None:
        """Grey what cannot run, and tick the layers that are shown."""
        for action in self.needs_dataset:
            action.setEnabled(state.dataset is not None)
        for layer, name in zip(LAYERS, LAYER_NAMES, strict=True):
            self.by_name[name].setChecked(layer in state.layers)
        self.cell.setChecked("cell" in state.layers)
        self.turned.setChecked(state.dataset is not None and state.dataset.turned)
        self.export.setEnabled(state.dataset is not None and state.predictions is not None)
        self.export.setToolTip("" if self.export.isEnabled() else "needs a dataset and raw outputs")

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self.window.memory.get("recent", []):
            action = self.recent.addAction(path)
            action.triggered.connect(lambda _=False, path=path: self.window.open_path(Path(path)))
        if self.recent.isEmpty():
            self.recent.addAction("none yet").setEnabled(False)

    def _scrub(self, step: int) -> None:
        slider = self.window.choosers.step.slider
        self.window.workspace.scrub(slider.value() + step)

    def _full_screen(self) -> None:
        if self.window.frame.isFullScreen():
            self.window.frame.showNormal()
        else:
            self.window.frame.showFullScreen()

    def _about(self) -> None:
        self._tell(
            "About",
            f"<b>rpn_inspector {__version__}</b><br>See the anchors, targets and losses your detector trains on."
            "<br>MIT licence.",
        )

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(self.window.frame)
        box.setWindowTitle(title)
        box.setText(text)
        box.setModal(False)
        box.show()
