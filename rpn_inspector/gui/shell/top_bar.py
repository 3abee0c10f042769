"""The choices of the top row: recipe, raw outputs, training step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.shell.step_slider import StepSlider
from rpn_inspector.gui.widgets.fields import FindField, ListField
from rpn_inspector.gui.widgets.i18n import said, tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.recipe_items import RecipeField
from rpn_inspector.gui.widgets.theme import px
from rpn_inspector.session.open_request import is_lent, lent_words, none_fits
from rpn_inspector.session.state import State

NAMES = {"inspect": "Inspect", "audit": "Audit", "compare": "Compare"}
KEYS = {"inspect": 1, "audit": 3, "compare": 2}  # as before there was an audit
WORKSPACES = {
    "inspect": "one picture and every anchor on it",
    "audit": "the whole dataset under the recipe in use, counted",
    "compare": "the same picture under two recipes, or with two checkpoints",
}
WIDEST = 212  # px; a longer name is cut in the field and whole in the list
NONE, SIMULATED, OPEN = "none", "simulated, not from a model", "Open a file…"
OPEN_FOLDER = "Open a folder…"
LENT, FITS_NONE = "demo's model", "fits none: {name}"


class TopBar(QObject, Part):
    """The fields of the top row; each emits the user's choice and shows the choice in force."""

    recipe_wanted = Signal(str)
    outputs_wanted = Signal(object, object)
    open_wanted = Signal(bool)  # a folder of raw outputs, or a file
    scrubbed = Signal(int)
    workspace_wanted = Signal(str)
    find_wanted = Signal()

    def __init__(self, row: QHBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self.recipe, self.outputs, self.step = RecipeField(), ListField(), StepSlider()
        self.recipe.setAccessibleName(tr("Recipe"))
        self.recipe.add_shipped()
        self.recipe.setToolTip(tr("the library whose conventions are computed"))
        self.outputs.setAccessibleName(tr("Predictions"))
        for box in (self.recipe, self.outputs):
            box.setMinimumWidth(112)
            box.setMaximumWidth(px(WIDEST))
            box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._state: State | None = None
        self.workspaces = {}
        for number, name in enumerate(WORKSPACES, 1):
            button = QToolButton()
            button.setText(tr(NAMES[name]))
            button.setObjectName("workspace")
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFixedHeight(px(39))  # the button's underline lies on the row's edge
            button.setAccessibleName(tr("{name} workspace").format(name=tr(NAMES[name])))
            button.setToolTip(as_tip(tr("{what} (Ctrl+{number})").format(what=tr(WORKSPACES[name]), number=KEYS[name])))
            button.clicked.connect(lambda _=False, name=name: self.workspace_wanted.emit(name))
            row.insertWidget(number, button, 0, Qt.AlignmentFlag.AlignTop)
            self.workspaces[name] = button
        row.insertStretch(len(WORKSPACES) + 1, 1)
        self._known: list[_Open] = []
        for caption, widget in ((tr("Recipe"), self.recipe), (tr("Predictions"), self.outputs)):
            label = PlainLabel(caption)
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

    def offer(self, outputs: tuple[Outputs, ...]) -> None:
        """List further outputs."""
        new = [one for one in outputs if not any(one is other.outputs for other in self._known)]
        self._known += [_Open(one, strange=_strangeness(one, self._state)) for one in new]
        if self._state is not None:
            self._list(self._state)

    @property
    def known(self) -> tuple[Any, ...]:
        """Return the listed outputs."""
        return tuple(one.outputs for one in self._known)

    def show_workspace(self, name: str, available: bool) -> None:
        """Mark the workspace in front."""
        for key, button in self.workspaces.items():
            button.setChecked(key == name and available)
            button.setEnabled(available)

    def forget_recipe(self, name: str) -> None:
        """Remove a recipe not in use from the list."""
        place = self.recipe.findText(name)
        if place >= 0 and name != self.recipe.currentText():
            self.recipe.removeItem(place)

    def render_state(self, old: State | None, new: State) -> None:
        """Show the recipe, outputs and step in force."""
        if old is None or old.recipe != new.recipe:
            if self.recipe.findText(new.recipe.name) < 0:
                self.recipe.addItem(new.recipe.name)
            self.recipe.setCurrentText(new.recipe.name)
        if old is None or (old.recipe, old.own) != (new.recipe, new.own):
            words = new.recipe.title or tr("the library whose conventions are computed")
            if new.recipe.summary:
                words = f"{words}\n{new.recipe.summary}"
            if new.own is not None and new.own != new.recipe:
                named = tr("named by the outputs; yours, {own}, returns with the next dataset").format(own=new.own.name)
                words = f"{words}\n{named}"
            self.recipe.setToolTip(as_tip(words))
        if old is not None and old.dataset is not new.dataset:
            self._known = []
        if old is None or (old.predictions, old.timeline, old.dataset) != (new.predictions, new.timeline, new.dataset):
            self._list(new)
        self.step.render_state(new)
        self._state = new

    def _list(self, state: State) -> None:
        """List the open outputs, the last shown first; outputs of equal names get the folder's name too."""
        now = _Open(state.predictions, state.timeline, _strangeness(state.predictions, state))
        if now.by_name:
            self._known = [now, *(other for other in self._known if not now.same(other))][:8]
        names = [one.name for one in self._known]
        self.outputs.clear()
        self.outputs.addItem(tr(NONE), _Open(None))
        for one in self._known:
            name = one.name if names.count(one.name) == 1 else one.longer_name
            self.outputs.addItem(tr(FITS_NONE).format(name=name) if one.strange else name, one)
        self.outputs.addItem(tr(SIMULATED), _Open(SimulatedPredictions()))
        self.outputs.insertSeparator(self.outputs.count())
        self.outputs.addItems([tr(OPEN), tr(OPEN_FOLDER)])
        self._show_chosen(state)
        lent = "" if state.dataset is None else lent_words(state.predictions, state.dataset)
        words = (tr("the raw outputs laid over the anchors"), now.strange or lent)
        self.outputs.setToolTip(as_tip("\n".join(filter(None, words))))
        self.outputs.setEnabled(state.dataset is not None)

    def _show_chosen(self, state: State) -> None:
        simulated = self.outputs.findText(tr(SIMULATED))
        by_name = _Open(state.predictions, state.timeline).by_name
        self.outputs.setCurrentIndex(1 if by_name else 0 if state.predictions is None else simulated)

    def _chosen(self, row: int) -> None:
        chosen = self.outputs.itemData(row)
        if chosen is not None:
            self.outputs_wanted.emit(chosen.outputs, chosen.timeline)
        elif self._state is not None:
            self._show_chosen(self._state)  # the list shows the outputs in force until others are opened
            self.open_wanted.emit(self.outputs.itemText(row) == tr(OPEN_FOLDER))


def _strangeness(outputs: Outputs | None, state: State | None) -> str:
    """Return why outputs are of none of the dataset's pictures, "" where some fits."""
    dataset = None if state is None else state.dataset
    problem = None if outputs is None or dataset is None else none_fits(outputs, dataset)
    return "" if problem is None else said(problem.text)


@dataclass(frozen=True, slots=True, eq=False)
class _Open:
    """Open outputs, or one checkpoint of a timeline; ``strange`` says why the outputs fit no picture, "" where any."""

    outputs: Outputs | None
    timeline: Timeline | None = None
    strange: str = ""

    @property
    def by_name(self) -> bool:
        """Return whether the outputs come from a model, and have a name."""
        return self.outputs is not None and not self.outputs.simulated

    @property
    def name(self) -> str:
        return name_of(self.outputs, self.timeline)

    @property
    def longer_name(self) -> str:
        """Return the name with the folder's name."""
        assert self.outputs is not None
        path = self.outputs.path
        return str(Path(*(path.parent if self.timeline is not None else path).parts[-2:]))

    def same(self, other: _Open) -> bool:
        """Return whether both are one entry of the list, as are the checkpoints of one timeline."""
        if self.timeline is None or self.outputs is None or other.outputs is None:
            return self.outputs is other.outputs
        if other.timeline is None:  # the first step of a training, before there were several
            return any(dump.path == other.outputs.path for dump in self.timeline.dumps)
        # of a training that runs each look at the folder is another timeline
        return self.timeline is other.timeline or self.outputs.path.parent == other.outputs.path.parent


def name_of(outputs: Outputs | None, timeline: Timeline | None = None) -> str:
    """Return the words for outputs: the file's name, a timeline's folder, or a word for none or simulated."""
    if outputs is None:
        return tr(NONE)
    if outputs.simulated:
        return tr(SIMULATED)
    if is_lent(outputs):
        return tr(LENT)
    path = outputs.path
    return path.parent.name if timeline is not None else path.name
