"""View: layers, workspaces, the canvas, panels, colours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.shell.docks import Docks
from rpn_inspector.gui.shell.page_stack import Pages
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.languages import LANGUAGES, SYSTEM
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.layers import LAYERS, known_layers, layer_words
from rpn_inspector.session.state import State

HEATS = {
    "iou": "Heat of best IoU",
    "objectness": "Heat of score p",
    "loss": "Heat of loss",
    "metric": "Heat of the metric for the focused ground truth",
}


class ViewMenu(Part):
    """The View menu; visible layers and panels, and the workspace in front, are ticked."""

    def __init__(
        self, menus: Menus, navigate: Navigator, docks: Docks, pages: Pages, turn_pictures: Callable[[], None]
    ) -> None:
        self._menus, self._services, self._docks, self._pages = menus, menus.services, docks, pages
        work, menu = self._services.workspace, menus.menu("&View")
        add = partial(menus.add, needs="dataset")
        self._layers: dict[str, QAction] = {}
        for number, (layer, words) in enumerate(LAYERS.items(), 1):
            self._layers[layer] = add(menu, words.name, partial(work.toggle_layer, layer), str(number))
        self._layers["cell"] = add(menu, "Feature cell of the selection", lambda: work.toggle_layer("cell"), "C")
        for action in self._layers.values():
            action.setCheckable(True)
        self._all = add(menu, "All anchors", work.toggle_all, "9")
        self._heats = {kind: add(menu, heat, partial(work.show_heat, kind), "") for kind, heat in HEATS.items()}
        self._stage = stage = add(menu, "Next stage: RPN, RoI head", self._next_stage, "H")
        stage.setToolTip(tr("of a recipe with a second stage: proposals with their labels in the anchors' place"))
        menu.addSeparator()
        add(menu, "Inspect", lambda: pages.look("inspect"), "Ctrl+1")
        add(menu, "Audit the whole dataset", lambda: pages.look("audit"), "Ctrl+3")
        add(menu, "Compare recipes or checkpoints", lambda: pages.look("compare"), "Ctrl+2")
        back = add(menu, "Back to the workspace before", pages.back, "Alt+Left")
        back.setToolTip(tr("with all that is chosen there, as from a place of the audit to its list"))
        menu.addSeparator()
        add(menu, "Fit", navigate.fit, "F")
        add(menu, "100 %", navigate.zoom_actual, "Ctrl+0")
        add(menu, "Zoom to the selection", navigate.zoom_to_selection, "Z")
        self.measure = add(menu, "Measure with the ruler", lambda: navigate.measure(not navigate.measuring), "M")
        self.measure.setCheckable(True)
        self.measure.setToolTip(tr("drag over the picture; without this, drag with Shift"))
        navigate.measured.connect(self.measure.setChecked)
        self._turned = add(menu, "Turn the pictures as EXIF says", turn_pictures, "")
        self._turned.setCheckable(True)
        self._turned.setToolTip(tr("on: boxes belong to the turned pictures; off: to the pixels as stored"))
        menu.addSeparator()
        self._add_panels(menu.addMenu(tr("Panels")))
        add(menu, "Reset the layout", docks.reset, "")
        self._add_colours(menu.addMenu(tr("Colours")), navigate)
        self._add_languages(menu.addMenu(self._language_title()), navigate)
        menus.add(
            menu, "Full screen", lambda: navigate.full_screen(not self._services.parent_widget.isFullScreen()), "F11"
        )

    def _next_stage(self) -> None:
        """Look at the next stage, in Inspect alone: Compare is of anchors."""
        if self._pages.workspace == "inspect":
            self._services.workspace.next_stage()

    def _add_panels(self, menu: QMenu) -> None:
        docks, add = self._docks, self._menus.add
        self.panels: dict[str, QAction] = {}
        for name, place in docks.places.items():
            self.panels[name] = add(menu, place.command, partial(docks.toggle, name))
            self.panels[name].setCheckable(True)
        menu.addSeparator()
        self._unlocked = add(menu, "Move the panels", lambda: docks.unlock(not docks.unlocked))
        self._unlocked.setCheckable(True)
        self._unlocked.setToolTip(tr("gives each panel a title, to drag it elsewhere, out of the window, or close it"))
        docks.changed.connect(self._tick_panels)
        self._pages.looked.connect(lambda _: self._grey_panels())

    def _add_colours(self, menu: QMenu, navigate: Navigator) -> None:
        self._colours: dict[str, QAction] = {}
        for name, words in (("system", "As the system"), ("light", "Light"), ("dark", "Dark")):
            self._colours[name] = self._menus.add(menu, words, partial(navigate.choose_colours, name))
            self._colours[name].setCheckable(True)
        navigate.coloured.connect(self._tick_colours)

    def _language_title(self) -> str:
        """Return the word for it, with the English one, for who cannot read the others."""
        return " · ".join(dict.fromkeys((tr("Language"), "Language")))

    def _add_languages(self, menu: QMenu, navigate: Navigator) -> None:
        self._languages: dict[str, QAction] = {
            SYSTEM: self._menus.add(menu, "Language of the system", partial(navigate.choose_language, SYSTEM))
        }
        for name, words in LANGUAGES.items():
            self._languages[name] = self._menus.add(menu, words, partial(navigate.choose_language, name))
        for action in self._languages.values():
            action.setCheckable(True)
        navigate.worded.connect(self._tick_languages)

    def render_state(self, old: State | None, new: State) -> None:
        """Tick the visible layers."""
        for layer, action in self._layers.items():
            action.setChecked(layer in new.layers)
        self._offer_known(new)
        self._turned.setChecked(new.dataset is not None and new.dataset.turned)
        self._grey_panels()
        self._tick_panels()
        self._tick_colours()
        self._tick_languages()

    def _offer_known(self, new: State) -> None:
        """Offer the layers, kinds of heat and stages that the recipe knows, under the names it has for them."""
        recipe, staged = new.recipe, new.staged is not None
        known = known_layers(recipe, new.shown is not None and new.shown.inspection.logits is not None)
        for layer in LAYERS:
            self._layers[layer].setVisible(staged or layer in known)
            self._layers[layer].setText(tr(layer_words(layer, recipe, staged).name))
        self._all.setText(tr("All points") if recipe.anchors.of_points else tr("All anchors"))
        self._heats["iou"].setVisible(not recipe.anchors.of_points)
        self._heats["metric"].setVisible(recipe.matcher.ranks)
        self._stage.setVisible(bool(recipe.further))

    def _grey_panels(self) -> None:
        """Grey the commands of panels that stand in Inspect alone."""
        there, inspecting = self._services.workspace.state.dataset is not None, self._pages.workspace == "inspect"
        for action in (*self.panels.values(), self._unlocked):
            action.setEnabled(there and inspecting)
            action.setProperty("reason", tr("needs a dataset") if not there else tr("these panels stand in Inspect"))

    def _tick_panels(self) -> None:
        for name, action in self.panels.items():
            action.setChecked(name not in self._docks.closed)
        self._unlocked.setChecked(self._docks.unlocked)

    def _tick_colours(self) -> None:
        wanted = str(self._services.memory.get("colours", "system"))
        for name, action in self._colours.items():
            action.setChecked(name == (wanted if wanted in self._colours else "system"))

    def _tick_languages(self) -> None:
        wanted = self._services.memory.get("language", SYSTEM)
        for name, action in self._languages.items():
            action.setChecked(name == (wanted if wanted in self._languages else SYSTEM))
