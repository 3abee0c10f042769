"""What the top row chooses: recipe, raw outputs and their step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton

from rpn_inspector.core.recipe import list_recipes
from rpn_inspector.gui.fields import FindField, ListField
from rpn_inspector.gui.steps import StepSlider
from rpn_inspector.gui.words import tr
from rpn_inspector.work.simulated import SimulatedPredictions
from rpn_inspector.work.workspace import State

WORKSPACES = {
    "inspect": "one picture and every anchor on it",
    "compare": "the same picture under two recipes, or with two checkpoints",
}
WIDEST = 212  # px; what is longer is cut in the field and whole in its list
NONE, SIMULATED, OPEN = "none", "simulated, not from a model", "Open raw outputs…"


class Choosers(QObject):
    """The boxes of the top row; each tells what is wanted and shows what is."""

    recipe_wanted = Signal(str)
    outputs_wanted = Signal(object, object)
    open_wanted = Signal()
    scrubbed = Signal(int)
    workspace_wanted = Signal(str)
    find_wanted = Signal()

    def __init__(self, row: QHBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self.recipe, self.outputs, self.step = ListField(), ListField(), StepSlider()
        self.recipe.setAccessibleName(tr("Recipe"))
        self.recipe.addItems(list(list_recipes()))
        self.recipe.setToolTip(tr("the library whose conventions are computed"))
        self.outputs.setAccessibleName(tr("Predictions"))
        for box in (self.recipe, self.outputs):
            box.setMinimumWidth(130)
            box.setMaximumWidth(WIDEST)
            box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.outputs.setToolTip(tr("the raw outputs laid over the anchors"))
        self._state: State | None = None
        self.workspaces = {}
        for number, name in enumerate(WORKSPACES, 1):
            button = QToolButton()
            button.setText(tr(name.capitalize()))
            button.setObjectName("workspace")
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFixedHeight(39)  # its underline is the row's
            button.setAccessibleName(tr("{capitalize} workspace").format(capitalize=tr(name.capitalize())))
            button.setToolTip(tr("{workspaces} (Ctrl+{number})").format(workspaces=tr(WORKSPACES[name]), number=number))
            button.clicked.connect(lambda _=False, name=name: self.workspace_wanted.emit(name))
            row.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignTop)
            self.workspaces[name] = button
        row.insertStretch(len(WORKSPACES) + 1, 1)
        self._known: list[tuple[str, Any, Any]] = []
        for caption, widget in ((tr("Recipe"), self.recipe), (tr("Predictions"), self.outputs)):
            label = QLabel(caption)
            label.setObjectName("caption")
            row.addSpacing(8)
            row.addWidget(label)
            row.addWidget(widget)
        row.addWidget(self.step)
        self.find = FindField()
        self.find.setToolTip(tr("find and run any command (Ctrl+K)"))
        self.find.setAccessibleName(tr("Find or run a command"))
        self.find.clicked.connect(self.find_wanted)
        row.addSpacing(8)
        row.addWidget(self.find)
        self.recipe.activated.connect(lambda _: self.recipe_wanted.emit(self.recipe.currentText()))
        self.outputs.activated.connect(self._chosen)
        self.step.scrubbed.connect(self.scrubbed)

    def offer(self, outputs: tuple[Any, ...]) -> None:
        """List outputs that could be shown as well."""
        known = {name for name, _, _ in self._known}
        self._known += [(name_of(one), one, None) for one in outputs if name_of(one) not in known]
        if self._state is not None:
            self._list(self._state)

    def show_workspace(self, name: str, available: bool) -> None:
        """Mark the workspace that is in front."""
        for key, button in self.workspaces.items():
            button.setChecked(key == name and available)
            button.setEnabled(available)

    def render_state(self, old: State | None, new: State) -> None:
        """Show what is chosen."""
        if old is None or old.recipe != new.recipe:
            if self.recipe.findText(new.recipe.name) < 0:
                self.recipe.addItem(new.recipe.name)
            self.recipe.setCurrentText(new.recipe.name)
            self.recipe.setToolTip(new.recipe.title or tr("the library whose conventions are computed"))
        if old is not None and old.dataset is not new.dataset:
            self._known = []
        if old is None or (old.predictions, old.timeline, old.dataset) != (new.predictions, new.timeline, new.dataset):
            self._list(new)
        self.step.render_state(new)
        self._state = new

    def _list(self, state: State) -> None:
        now = name_of(state.predictions, state.timeline)
        if state.predictions is not None and now not in (tr(NONE), tr(SIMULATED)):
            kept = [entry for entry in self._known if entry[0] != now]
            self._known = [(now, state.predictions, state.timeline), *kept][:8]
        names = [tr(NONE), *(name for name, _, _ in self._known), tr(SIMULATED)]
        self.outputs.clear()
        self.outputs.addItems(names)
        self.outputs.insertSeparator(len(names))
        self.outputs.addItem(tr(OPEN))
        self.outputs.setCurrentText(now)
        self.outputs.setEnabled(state.dataset is not None)

    def _chosen(self, _row: int) -> None:
        name = self.outputs.currentText()
        if name == tr(OPEN):
            self.outputs.setCurrentText(self._shown)
            self.open_wanted.emit()
        elif name == tr(NONE):
            self.outputs_wanted.emit(None, None)
        elif name == tr(SIMULATED):
            self.outputs_wanted.emit(SimulatedPredictions(), None)
        else:
            self.outputs_wanted.emit(*next((o, t) for known, o, t in self._known if known == name))

    @property
    def _shown(self) -> str:
        return self._known[0][0] if self._known else tr(NONE)


def name_of(outputs: Any, timeline: Any = None) -> str:
    """Return the words for outputs: their file, or that no model made them."""
    if outputs is None:
        return tr(NONE)
    if getattr(outputs, "simulated", False) is True:
        return tr(SIMULATED)
    path = Path(outputs.path)
    return path.parent.name if timeline is not None else path.name
