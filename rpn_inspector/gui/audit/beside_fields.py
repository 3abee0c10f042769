"""The choice of what the audit is compared with: a recipe, other outputs, another dataset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QSizePolicy, QWidget

from rpn_inspector.core.recipe import list_recipes
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.recipe_items import (
    OUTPUTS_FILE,
    OUTPUTS_FOLDER,
    RECIPE_FILE,
    AskOutputs,
    RecipeField,
    asked_recipe,
    step_name,
)
from rpn_inspector.gui.widgets.theme import Theme, ink, sized
from rpn_inspector.session.compared_with import ComparedWith
from rpn_inspector.session.state import State

Ask = Callable[[QWidget], Path | None]
VALUE = Qt.ItemDataRole.UserRole


class BesideField(RecipeField):
    """Nothing, what is offered, and entries that ask for a path; ``changed`` follows a choice, and another `value`."""

    changed = Signal()

    def __init__(self, name: str, nothing: str, asks: Mapping[str, Ask]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumWidth(100)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._nothing, self._asks = nothing, dict(asks)
        self._offered: list[tuple[str, str]] = []
        self._added: list[str] = []
        self._value: str | None = None
        self.activated.connect(lambda at: self._choose(at))
        self.offer([])

    @property
    def value(self) -> str | None:
        """Return the name, or the path, that is chosen; None for nothing."""
        return self._value

    def offer(self, items: list[tuple[str, str]]) -> None:
        """Offer other values, each with its words; the chosen one stays."""
        self._offered = items
        self._fill()

    def take(self, value: str | None) -> None:
        """Choose a value, one that is not offered too."""
        if value != self._value:
            self._put(value)

    def _put(self, value: str | None) -> None:
        known = {value for _, value in self._offered} | {*self._added}
        if value is not None and value not in known:
            self._added.append(value)
        self._value = value
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self.clear()
        self.addItem(self._nothing)
        names = [words for words, _ in self._offered]
        if names == [*list_recipes()]:
            self.add_shipped()
        else:
            self.addItems(names)
        for at, (_, value) in enumerate(self._offered, 1):
            self.setItemData(at, value, VALUE)
        for value in self._added:
            self.addItem(Path(value).name or value, value)
            self.setItemData(self.count() - 1, as_tip(value), Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        self.addItems([*self._asks])
        self._mark()

    def _mark(self) -> None:
        """Show the chosen entry; one that is offered no more is none."""
        at = 0 if self._value is None else self.findData(self._value, VALUE)
        if at < 0:
            at, self._value = 0, None
        self.setCurrentIndex(at)

    def _choose(self, at: int) -> None:
        ask = self._asks.get(self.itemText(at)) if self.itemData(at, VALUE) is None and at else None
        if ask is None:
            self._put(self.itemData(at, VALUE))  # the same too: what failed is tried again
            return
        self._mark()
        path = ask(self)
        if path is not None:
            self._put(str(path))


class BesideFields(QWidget):
    """``changed`` follows a choice, and another `compared`."""

    changed = Signal()

    def __init__(self, ask_outputs: AskOutputs) -> None:
        super().__init__()
        self.recipe = BesideField(tr("Other recipe"), tr("no other recipe"), {tr(RECIPE_FILE): asked_recipe})
        self.outputs = BesideField(
            tr("Other outputs"),
            tr("no other outputs"),
            {
                tr(OUTPUTS_FILE): lambda parent: ask_outputs(parent, False),
                tr(OUTPUTS_FOLDER): lambda parent: ask_outputs(parent, True),
            },
        )
        self.dataset = BesideField(
            tr("Other dataset"),
            tr("no other dataset"),
            {tr("Dataset, folder…"): _asked_folder, tr("Dataset, annotation file…"): _asked_file},
        )
        self.recipe.offer([(name, name) for name in list_recipes()])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.labels = [PlainLabel(words) for words in (tr("Recipe"), tr("Predictions"), tr("Dataset"))]
        for row, (label, field) in enumerate(zip(self.labels, self.fields, strict=True)):
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            field.changed.connect(self.changed)
        self._state: State | None = None

    @property
    def fields(self) -> tuple[BesideField, BesideField, BesideField]:
        """Return the three fields, from above."""
        return self.recipe, self.outputs, self.dataset

    @property
    def compared(self) -> ComparedWith | None:
        """Return what is chosen, None for nothing."""
        recipe, outputs, dataset = (field.value for field in self.fields)
        open_ = None if self._state is None else self._state.predictions
        layout = None if open_ is None or open_.layout is None else open_.layout.path
        made = ComparedWith(
            recipe=recipe,
            predictions=None if outputs is None else Path(outputs),
            layout=layout if outputs is not None else None,
            dataset=None if dataset is None else Path(dataset),
        )
        return made if made.any else None

    def render_state(self, old: State | None, new: State) -> None:
        """Offer the checkpoints of what is open; outputs stand beside open ones alone."""
        before = self.compared
        self._state = new
        if old is not None and (old.dataset, old.predictions, old.timeline) == (
            new.dataset, new.predictions, new.timeline,
        ):  # fmt: skip
            return
        if old is not None and old.dataset is not new.dataset:
            self.outputs.take(None)
        there = new.predictions is not None and not new.predictions.simulated
        self.outputs.setEnabled(there)
        self.outputs.setToolTip(as_tip("" if there else tr("open predictions first: Ctrl+P")))
        steps = () if new.timeline is None else zip(new.timeline.steps, new.timeline.dumps, strict=True)
        self.outputs.offer([(step_name(step), str(dump.path)) for step, dump in steps])
        if before != self.compared:
            self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for label in self.labels:
            label.setFont(sized(self.font(), 12))
            ink(label, "text_second")


def _asked_folder(parent: QWidget) -> Path | None:
    path = QFileDialog.getExistingDirectory(parent, tr("Open a folder"))
    return Path(path) if path else None


def _asked_file(parent: QWidget) -> Path | None:
    path, _ = QFileDialog.getOpenFileName(parent, tr("Open an annotation file"), "", f"{tr('All files')} (*)")
    return Path(path) if path else None
