"""The user's place in the data: ``Workspace`` holds the `State`, changed by the user's actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.what_if import WhatIf
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs, Predictor, as_outputs
from rpn_inspector.session import stage_transitions, transitions
from rpn_inspector.session.layers import LAYERS
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Request, Shown
from rpn_inspector.session.state import State

Listener = Callable[[State, State], None]


class Workspace:
    """Holds the `State`: each change is a function of `transitions`; afterwards the listeners hear (old, new)."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._first = state.recipe
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Call ``listener(old, new)`` after every change."""
        self._listeners.append(listener)

    def _become(self, new: State) -> None:
        old = self.state
        if new is old:
            return
        # Set before the listeners hear: a listener may change the state again, and starts from this one.
        self.state = transitions.settle(old, new)
        for listener in self._listeners:
            listener(old, self.state)

    @property
    def wanted(self) -> Request | None:
        """Return the request of the choice, None without a dataset."""
        return transitions.wanted(self.state)

    @property
    def own_recipe(self) -> Recipe:
        """Return the recipe in force where no outputs name one: the user's choice, or the first recipe."""
        return self._first if self.state.own is None else self.state.own

    # What is looked at

    def open(
        self,
        dataset: Dataset,
        predictions: Predictor | None = None,
        index: int = 0,
        timeline: Timeline | None = None,
        recipe: Recipe | None = None,
    ) -> None:
        """Look at another dataset.

        Args:
            dataset: the dataset to look at.
            predictions: a predictor or opened outputs, None for none.
            index: the first picture, from 0.
            timeline: the checkpoints that ``predictions`` are one of, None for none.
            recipe: the recipe in force, None for the user's own.
        """
        recipe = self.own_recipe if recipe is None else recipe
        outputs = None if predictions is None else as_outputs(predictions)
        self._become(transitions.show_dataset(self.state, dataset, index, recipe, outputs, timeline))

    def renew(self, dataset: Dataset, predictions: Outputs | None, index: int, timeline: Timeline | None) -> None:
        """Look at the files as changed since: recipe and selection stay where still meaningful."""
        self._become(transitions.renew(self.state, dataset, index, predictions, timeline))

    def go(self, step: int) -> None:
        """Look at the picture ``step`` further on, stopping at both ends."""
        self.go_to(self.state.index + step)

    def go_to(self, index: int) -> None:
        """Look at picture ``index``, or the nearest picture."""
        self._become(transitions.go_to(self.state, index))

    def visit(self, index: int, gt: int | None = None, anchor: int | None = None) -> None:
        """Look at picture ``index``, focus a ground truth and select an anchor, None its best, as soon as shown."""
        self._become(transitions.visit(self.state, index, gt, anchor))

    def use_recipe(self, recipe: Recipe) -> None:
        """Look at the same picture under a recipe the user chose."""
        self._become(transitions.use_recipe(self.state, recipe))

    def use_predictions(
        self, predictions: Predictor | None, timeline: Timeline | None = None, recipe: Recipe | None = None
    ) -> None:
        """Lay other raw outputs over the same picture, under the outputs' recipe where known."""
        recipe = self.state.recipe if recipe is None else recipe
        outputs = None if predictions is None else as_outputs(predictions)
        self._become(transitions.use_predictions(self.state, outputs, timeline, recipe))

    def scrub(self, position: int) -> None:
        """Show another checkpoint of the timeline, nearest to ``position``; the selection stays."""
        self._become(transitions.scrub(self.state, position))

    # What is selected

    def select(self, anchor: int | None, keep_gt: bool = False) -> None:
        """Select an anchor of the picture shown and focus the assigned ground truth, unless the focus is to be kept."""
        self._become(transitions.select(self.state, anchor, keep_gt))

    def select_box(self, anchor: int | None) -> None:
        """Select an anchor for its decoded box; only a ground truth chosen for itself stays focused."""
        self._become(transitions.select_box(self.state, anchor))

    def select_candidate(self, candidate: int | None, keep_gt: bool = False) -> None:
        """Select a candidate of the stage looked at, and the anchor the candidate came from."""
        self._become(transitions.select_candidate(self.state, candidate, keep_gt))

    def look_at_stage(self, stage: str) -> None:
        """Look at a stage over the proposals in the anchors' place, "" for the anchors."""
        self._become(stage_transitions.look_at_stage(self.state, stage))

    def next_stage(self) -> None:
        """Look at the next stage: the anchors, then each stage of the recipe, and the anchors again."""
        self._become(stage_transitions.next_stage(self.state))

    def point(self, x: float, y: float) -> None:
        """Point at a place of network px: the anchor a click there would take is hovered."""
        self._become(transitions.point(self.state, x, y))

    def point_away(self) -> None:
        """Point at nothing on the picture."""
        self._become(transitions.point_away(self.state))

    def click(self, x: float, y: float, filtered: bool = True) -> None:
        """Select the best anchor under a point of network px; at the same place again, the next in the stack.

        Only anchors that pass the filter are taken, unless not ``filtered``.
        """
        self._become(transitions.click(self.state, x, y, filtered))

    def walk(self, step: int) -> None:
        """Select the next anchor of the stack under the last click, round and round."""
        self._become(transitions.walk(self.state, step))

    def focus_gt(self, gt: int | None, keep_selection: bool = False) -> None:
        """Focus a ground truth, and select the best anchor unless the selection is to be kept."""
        self._become(transitions.focus_gt(self.state, gt, keep_selection))

    def next_gt(self) -> None:
        """Focus the next ground truth, round and round; the first as soon as the picture is shown."""
        self._become(transitions.next_gt(self.state))

    def hover(self, anchor: int | None) -> None:
        """Point at an anchor of the picture shown, without selecting."""
        self._become(transitions.hover(self.state, anchor))

    # What passes the filter

    def filter_by(self, text: str) -> None:
        """Look at the anchors within a filter, all where empty. Raises `FilterError`, and then nothing changes."""
        self._become(transitions.filter_by(self.state, text))

    def brush(self, names: Sequence[str], clause: str) -> None:
        """Put ``clause`` in the place of the brushes about the measures ``names`` alone; empty removes the brushes.

        The typed part stays, and both parts hold. Raises `FilterError`, and then nothing changes.
        """
        self._become(transitions.brush(self.state, names, clause))

    def step_score(self, steps: int) -> None:
        """Move the least score that passes the filter by ``steps`` twentieths, down to the typed one."""
        self._become(transitions.step_score(self.state, steps))

    def try_out(self, change: WhatIf | None, result: Inspection | None = None) -> None:
        """Show the consequences of a change, or, without a change, the data again; never saved.

        ``result`` is `what_if.apply` of data and change, where known. Raises `InspectorError` for an absurd change.
        """
        self._become(transitions.try_out(self.state, change, result))

    # What is drawn

    def toggle_layer(self, layer: str) -> None:
        """Show or hide a layer."""
        self._become(transitions.toggle_layer(self.state, layer))

    def show_layers(self, layers: frozenset[str], heat: str, set_layers: frozenset[str] | None = None) -> None:
        """Show exactly ``layers`` and one kind of heat; ``set_layers`` are those the user set, by default all."""
        chosen = frozenset(LAYERS) if set_layers is None else set_layers
        self._become(transitions.show_layers(self.state, layers, heat, chosen))

    def toggle_all(self) -> None:
        """Show every anchor, or the first layers again."""
        self._become(transitions.toggle_all(self.state))

    def show_heat(self, kind: str) -> None:
        """Lay another kind of heat over the picture: iou, objectness or loss."""
        self._become(transitions.show_heat(self.state, kind))

    # Answers and problems

    def deliver(self, request: Request, shown: Shown) -> None:
        """Show an answer, if still wanted; a selection of another answer is let go."""
        answered = transitions.deliver(self.state, request, shown)
        if answered is self.state:
            return
        self._become(answered)
        self._become(transitions.arrive(self.state))  # apart: the views have the picture before its ground truth

    def pass_by(self, request: Request, shown: Shown) -> None:
        """Show an answer that was overtaken, as a picture on the way to the chosen picture."""
        self._become(transitions.pass_by(self.state, request, shown))

    def fail(self, request: Request | None, problem: Problem) -> None:
        """Say what went wrong: a failed request leaves nothing on the screen, a message alone changes nothing else."""
        self._become(transitions.fail(self.state, request, problem))

    def dismiss(self) -> None:
        """Take the message away, unless the message says why there is no picture."""
        self._become(transitions.dismiss(self.state))
