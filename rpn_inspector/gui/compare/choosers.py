"""The choice of B: another recipe, another checkpoint, or other raw outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.gui.widgets.i18n import refused, tr
from rpn_inspector.gui.widgets.recipe_items import (
    OUTPUTS_FILE,
    OUTPUTS_FOLDER,
    RECIPE_FILE,
    AskOutputs,
    RecipeField,
    asked_recipe,
    step_name,
)

WIDEST = 260  # px; a longer name is cut in the field and whole in the list


class ComparedField(RecipeField):
    """Lists recipes, then checkpoints; emits the choice as a recipe, as outputs, or as a path to outputs."""

    recipe_chosen = Signal(object)
    outputs_chosen = Signal(object)
    path_chosen = Signal(object)
    problem = Signal(str)

    def __init__(self, ask_outputs: AskOutputs) -> None:
        super().__init__()
        self._ask = ask_outputs
        self.setAccessibleName(tr("What B is"))
        self.setToolTip(tr("what A is compared with: another recipe, another checkpoint or other raw outputs"))
        self.setMinimumWidth(120)
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._recipes: dict[str, Recipe] = {}
        self._outputs: dict[str, Outputs] = {}
        self._step_names: set[str] = set()
        self._now = "mmdet-fpn"
        self.activated.connect(lambda _: self.choose(self.currentText()))
        self.offer(None)

    def offer(self, timeline: Timeline | None) -> None:
        """Offer the recipes and the checkpoints of ``timeline``."""
        opened = {name: outputs for name, outputs in self._outputs.items() if name not in self._step_names}
        steps = [] if timeline is None else self._steps(timeline)
        self._step_names = {step_name(step) for step, _ in steps}
        self._outputs = {step_name(step): dump for step, dump in steps} | opened
        self.clear()
        self.add_shipped()
        self.addItems([*self._recipes, tr(RECIPE_FILE)])
        self.insertSeparator(self.count())
        self.addItems([*self._outputs, tr(OUTPUTS_FILE), tr(OUTPUTS_FOLDER)])
        self._show(self._now)

    def choose_first(self, recipe: Recipe, timeline: Timeline | None, outputs: Outputs | None) -> None:
        """Choose the first B: the last checkpoint but ``outputs``, else the shipped recipe most like ``recipe``."""
        others = [] if timeline is None else [step for step, dump in self._steps(timeline) if dump is not outputs]
        if others:
            self.choose(step_name(others[-1]))
        else:
            self.choose(_most_like(recipe))

    @staticmethod
    def _steps(timeline: Timeline) -> list[tuple[int, Outputs]]:
        return list(zip(timeline.steps, timeline.dumps, strict=True))

    def name_of(self, outputs: Outputs) -> str:
        """Return the entry of ``outputs``, the file's name where there is none."""
        names = (name for name, offered in self._outputs.items() if offered is outputs)
        return next(names, outputs.path.name)

    def forget_outputs(self) -> None:
        """Drop the outputs of a closed dataset."""
        self._outputs = {}

    def choose(self, name: str) -> None:
        """Compare with the entry ``name``; an entry for a file or folder asks for the path first."""
        if name == tr(RECIPE_FILE):
            self._ask_recipe()
        elif name in (tr(OUTPUTS_FILE), tr(OUTPUTS_FOLDER)):
            self._ask_outputs(name == tr(OUTPUTS_FOLDER))
        elif name in self._outputs:
            self._show(name)
            self.outputs_chosen.emit(self._outputs[name])
        else:
            self._show(name)
            self.recipe_chosen.emit(self._recipes.get(name) or load_recipe(name))

    def take_outputs(self, outputs: Outputs) -> None:
        """Compare with outputs opened from a path."""
        name = outputs.path.name
        self._outputs[name] = outputs
        if self.findText(name) < 0:
            self.insertItem(self.findText(tr(OUTPUTS_FILE)), name)
        self.choose(name)

    def take_recipe(self, path: Path) -> None:
        """Compare with the recipe in a TOML file."""
        try:
            recipe = load_recipe(path)
        except InspectorError as error:
            self.problem.emit(refused(error))
            return
        self.offer_recipe(recipe)

    def offer_recipe(self, recipe: Recipe) -> None:
        """Compare with a recipe that is no shipped one."""
        self._recipes[recipe.name] = recipe
        if self.findText(recipe.name) < 0:
            self.insertItem(self.findText(tr(RECIPE_FILE)), recipe.name)
        self.choose(recipe.name)

    def _ask_recipe(self) -> None:
        path = asked_recipe(self)
        self._show(self._now)
        if path is not None:
            self.take_recipe(path)

    def _ask_outputs(self, folder: bool = False) -> None:
        path = self._ask(self, folder)
        self._show(self._now)
        if path is not None:
            self.path_chosen.emit(path)

    def _show(self, name: str) -> None:
        self._now = name
        self.setCurrentText(name)


def _most_like(recipe: Recipe) -> str:
    """Return the shipped recipe with another first stage, the same strides if any has, and the most equal fields."""
    mine = _first_stage(recipe)

    def likeness(name: str) -> tuple[bool, bool, int]:
        other = load_recipe(name)
        found = _first_stage(other)
        same_levels = other.anchors.strides == recipe.anchors.strides
        return found != mine, same_levels, sum(found.get(place) == value for place, value in mine.items())

    others = set(list_recipes()) - {recipe.name, "demo"}  # of the program's own small model: nobody trains by it
    return max(sorted(others), key=likeness)


def _first_stage(recipe: Recipe) -> dict[str, Any]:
    """Return the conventions of everything Compare sets side by side, by place."""
    return {place: value for place, value in recipe.flat().items() if not place.startswith("stage.")}
