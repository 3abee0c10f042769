"""What is being looked at: ``Workspace`` holds the one `State`, and changes it by what a user does."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence

import numpy as np

from rpn_inspector.analysis.filter.filter import Filter, Passing, passing
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.whatif import WhatIf, apply
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.session.hit_test import anchors_under, boxes_under
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Request, Shown, same_anchors
from rpn_inspector.session.state import ANCHOR_LAYERS, LAYERS, State, first_layers

SCORE_STEP = 0.05
Listener = Callable[[State, State], None]


class Workspace:
    """Holds the one `State`; every change makes a new one and tells the listeners (old, new)."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._first = state.recipe
        self._listeners: list[Listener] = []
        self._visited: tuple[int, int | None] | None = None

    def subscribe(self, listener: Listener) -> None:
        """Call ``listener(old, new)`` after every change."""
        self._listeners.append(listener)

    def _change(self, **fields: object) -> None:
        old = self.state
        self.state = dataclasses.replace(old, **fields)  # type: ignore[arg-type]
        if self.state.choice != old.choice:
            self.state = dataclasses.replace(self.state, lost=None)
        elif self.state.problem is None and self.state.lost is not None:
            self.state = dataclasses.replace(self.state, problem=self.state.lost)
        if self.state.shown is not old.shown or self.state.filter != old.filter:
            self.state = dataclasses.replace(self.state, passing=_passing(old, self.state))
        for listener in self._listeners:
            listener(old, self.state)

    @property
    def wanted(self) -> Request | None:
        """Return the request that belongs to what is chosen, None without a dataset."""
        state = self.state
        if state.dataset is None:
            return None
        return Request(state.dataset, state.index, state.recipe, state.predictions)

    def open(
        self,
        dataset: Dataset,
        predictions: Outputs | None = None,
        index: int = 0,
        timeline: Timeline | None = None,
        recipe: Recipe | None = None,
    ) -> None:
        """Look at another dataset, with the recipe its outputs were made under where that is known, else the user's."""
        recipe = self.own_recipe if recipe is None else recipe
        self._visited = None
        new = {"dataset": dataset, "index": index, "predictions": predictions, "timeline": timeline, "recipe": recipe}
        self._change(**new, problem=None, busy=True, **_NOTHING)

    def renew(
        self,
        dataset: Dataset,
        predictions: Outputs | None,
        index: int,
        timeline: Timeline | None,
    ) -> None:
        """Look at what is open as its files are now: recipe and selection stay where they still mean something."""
        state = self.state
        same = state.dataset is not None and dataset.names[index] == state.dataset.names[state.index]
        new = {"dataset": dataset, "index": index, "predictions": predictions, "timeline": timeline}
        self._visited = None
        self._change(**new, problem=None, busy=True, **({} if same else _NOTHING))

    @property
    def own_recipe(self) -> Recipe:
        """Return the recipe in force where no outputs name one: what the user chose, or what there was at first."""
        return self._first if self.state.own is None else self.state.own

    def go(self, step: int) -> None:
        """Look at the picture ``step`` further on, stopping at both ends."""
        if self.state.dataset is not None:
            self.go_to(self.state.index + step)

    def go_to(self, index: int) -> None:
        """Look at picture ``index``, or the nearest there is."""
        if self.state.dataset is None:
            return
        index = min(max(index, 0), len(self.state.dataset) - 1)
        self._visited = None
        if index != self.state.index:
            self._change(index=index, problem=None, busy=True, **_NOTHING)

    def visit(self, index: int, truth: int | None = None) -> None:
        """Look at picture ``index`` and focus one of its ground truths, as soon as it is shown."""
        self.go_to(index)
        shown = self.state.shown
        if self.state.busy:
            self._visited = (self.state.index, truth)
        elif shown is not None and shown.dataset is self.state.dataset and shown.index == self.state.index:
            self.focus_truth(truth)

    def use_recipe(self, recipe: Recipe) -> None:
        """Look at the same picture under a recipe the user chose."""
        if recipe == self.state.recipe:
            self._change(own=recipe)
        else:
            self._change(recipe=recipe, own=recipe, problem=None, busy=self.state.dataset is not None, **_NOTHING)

    def use_predictions(
        self,
        predictions: Outputs | None,
        timeline: Timeline | None = None,
        recipe: Recipe | None = None,
    ) -> None:
        """Lay other raw outputs over the same picture, under the recipe they were made with where that is known."""
        recipe = self.state.recipe if recipe is None else recipe
        left = {} if recipe == self.state.recipe else _NOTHING
        same = predictions is self.state.predictions and recipe == self.state.recipe
        busy = self.state.busy if same else self.state.dataset is not None
        self._change(predictions=predictions, timeline=timeline, recipe=recipe, problem=None, busy=busy, **left)

    def scrub(self, position: int) -> None:
        """Show another checkpoint of the timeline, nearest to ``position``; the selection stays."""
        timeline = self.state.timeline
        if timeline is None:
            return
        dump = timeline.at(min(max(position, 0), len(timeline) - 1))
        if dump is not self.state.predictions:
            self._change(predictions=dump, problem=None, busy=self.state.dataset is not None)

    def select(self, anchor: int | None, keep_truth: bool = False) -> None:
        """Select one anchor of what is shown; its ground truth is focused with it, unless it is to be kept."""
        shown = self.state.shown
        if anchor is None or shown is None or not 0 <= anchor < shown.inspection.grid.size:
            self._change(selection=None, stack=())
            return
        stack = self.state.stack if anchor in self.state.stack else ()
        owner = int(shown.inspection.assignment.gt[anchor])
        truth = self.state.truth if keep_truth else owner if owner >= 0 else None
        self._change(selection=anchor, stack=stack, truth=truth)

    @property
    def _boxes_only(self) -> bool:
        """Return whether decoded boxes are looked at, and no anchors."""
        return "proposals" in self.state.layers and not self.state.layers & ANCHOR_LAYERS

    def _under(self, x: float, y: float) -> tuple[int, ...]:
        """Return what a click takes at a point of network px, best first: of the anchors those that pass the filter."""
        shown, found = self.state.shown, self.state.passing
        if shown is None:
            return ()
        stack = (boxes_under if self._boxes_only else anchors_under)(shown.inspection, x, y)
        mask = found.mask if found is not None else None
        return stack if mask is None else tuple(anchor for anchor in stack if mask[anchor])

    def point(self, x: float, y: float) -> None:
        """Point at a place of network px: what a click there would take is hovered."""
        pointed = self._under(x, y)
        if pointed != self.state.pointed:
            self._change(pointed=pointed, hover=pointed[0] if pointed else None)

    def point_away(self) -> None:
        """Point at nothing on the picture."""
        if self.state.pointed:
            self._change(pointed=(), hover=None)

    def click(self, x: float, y: float) -> None:
        """Select the best anchor under a point of network px; at the same place again, the next in the stack."""
        shown = self.state.shown
        if shown is None:
            return
        inspection, boxes_only = shown.inspection, self._boxes_only
        stack = self._under(x, y)
        if not stack:
            self._change(selection=None, truth=None, stack=())
            return
        if stack == self.state.stack and self.state.selection in stack:
            self.walk(+1)
            return
        if boxes_only:
            self._change(selection=stack[0], stack=stack)
            return
        owner = int(inspection.assignment.gt[stack[0]])
        self._change(selection=stack[0], stack=stack, truth=owner if owner >= 0 else None)

    def walk(self, step: int) -> None:
        """Select the next anchor of the stack under the last click, round and round."""
        stack = self.state.stack
        if stack and self.state.selection in stack:
            self.select(stack[(stack.index(self.state.selection) + step) % len(stack)])

    def focus_truth(self, truth: int | None) -> None:
        """Focus a ground truth, and select its best anchor."""
        shown = self.state.shown
        if truth is None or shown is None or not 0 <= truth < len(shown.inspection.gt):
            self._change(truth=None)
            return
        best = int(shown.inspection.assignment.gt_best_anchor[truth])
        self._change(truth=truth, selection=best if best >= 0 else None, stack=())

    def next_truth(self) -> None:
        """Focus the next ground truth, round and round; the first as soon as its picture is shown."""
        shown, state = self.state.shown, self.state
        if state.dataset is None:
            return
        if shown is None or shown.dataset is not state.dataset or shown.index != state.index:
            if state.busy:  # whoever is quicker than the picture means its ground truths, not the last one's
                self._visited = (state.index, 0)
        elif len(shown.inspection.gt):
            before = -1 if state.truth is None else state.truth
            self.focus_truth((before + 1) % len(shown.inspection.gt))

    def hover(self, anchor: int | None) -> None:
        """Point at an anchor of what is shown, without selecting it."""
        shown = self.state.shown
        if anchor is not None and (shown is None or not 0 <= anchor < shown.inspection.grid.size):
            anchor = None
        if anchor != self.state.hover:
            self._change(hover=anchor)

    def filter_by(self, text: str) -> None:
        """Look at the anchors that pass a filter; empty: at all. Raises `FilterError`, and then nothing changes."""
        text = Filter.parse(text).text
        if text != self.state.filter:
            self._change(filter=text, brushing=self.state.brushing.retyped(text))

    def brush(self, names: Sequence[str], clause: str) -> None:
        """Put ``clause`` in the place of what brushes said of the measures ``names`` alone; empty takes it out.

        What was typed stays as it is, and both hold. Raises `FilterError`, and then nothing changes.
        """
        brushing = self.state.brushing.with_brush(names, clause)
        if brushing != self.state.brushing:
            self._change(filter=brushing.text, brushing=brushing)

    def step_score(self, steps: int) -> None:
        """Move the least score that passes the filter by ``steps`` twentieths, down to the one that was typed."""
        typed, now = (_least_score(Filter.parse(text)) for text in (self.state.brushing.typed, self.state.filter))
        wanted = min(max(round(now / SCORE_STEP) + steps, 0), round(1 / SCORE_STEP) - 1) * SCORE_STEP
        self.brush(("score",), f"score >= {wanted:.2f}" if wanted > typed else "")

    def try_out(self, change: WhatIf | None, result: Inspection | None = None) -> None:
        """Show what would follow from a change, or, without one, the data again; nothing of it is ever saved.

        ``result`` is what `whatif.apply` makes of the data with it, where that is known. Raises `InspectorError` for a
        change that means nothing.
        """
        shown = self.state.shown
        if shown is None or (change is None and shown.what_if is None):
            return
        data = shown.inspection if shown.data is None else shown.data
        if change is None or not change.changed:
            tried = dataclasses.replace(shown, inspection=data, what_if=None, data=None)
        else:
            result = apply(data, change) if result is None else result
            tried = dataclasses.replace(shown, inspection=result, what_if=change, data=data)
        self._change(shown=tried)

    def toggle_layer(self, layer: str) -> None:
        """Show or hide a layer."""
        self._change(layers=self.state.layers ^ {layer}, set_layers=self.state.set_layers | {layer})

    def show_layers(self, layers: frozenset[str], heat: str, set_layers: frozenset[str] | None = None) -> None:
        """Show exactly these layers, and this kind of heat; ``set_layers`` are those the user set, by default all."""
        self._change(layers=layers, heat=heat, set_layers=frozenset(LAYERS) if set_layers is None else set_layers)

    def toggle_all(self) -> None:
        """Show every anchor there is, or the first layers again."""
        every = self.state.layers | {"positive", "ignored", "negative"}
        if every == self.state.layers:
            self._change(layers=first_layers(self.state.shown), set_layers=frozenset())
        else:
            self._change(layers=every, set_layers=self.state.set_layers | (every - self.state.layers))

    def show_heat(self, kind: str) -> None:
        """Lay another kind of heat over the picture: iou, objectness or loss."""
        self._change(heat=kind, layers=self.state.layers | {"heat"}, set_layers=self.state.set_layers | {"heat"})

    def deliver(self, request: Request, shown: Shown) -> None:
        """Show an answer, if it is still the one wanted; what was selected in another answer is let go."""
        if not request.same(self.wanted):
            return
        before = self.state.shown
        kept = _NOTHING if before is None or not same_anchors(before, shown) else _kept(self.state, before, shown)
        problem = shown.misfit or self.state.problem  # what was said meanwhile
        layers = self.state.layers
        if before is None or (before.dataset, before.predictions) != (shown.dataset, shown.predictions):
            layers = (first_layers(shown) - self.state.set_layers) | (layers & self.state.set_layers)
        self._change(shown=shown, busy=False, problem=problem, layers=layers, **kept)
        visited, self._visited = self._visited, None
        if visited is not None and visited[0] == shown.index:
            self.focus_truth(visited[1])

    def fail(self, request: Request | None, problem: Problem) -> None:
        """Say what went wrong; the last good picture stays, and what is still on its way is still waited for."""
        if request is None:
            lost = self.state.lost
            self._change(problem=problem if lost is None else problem.before(lost))
        elif request.same(self.wanted):
            self._change(problem=problem, lost=problem, busy=False)

    def dismiss(self) -> None:
        """Take the message away, unless what is shown is not what is chosen."""
        self._change(problem=None)


_NOTHING: dict[str, object] = {"selection": None, "truth": None, "stack": (), "hover": None, "pointed": ()}


def _least_score(filter_: Filter) -> float:
    span = filter_.range_of("score")
    return span[0] if span is not None and math.isfinite(span[0]) else 0.0


def _kept(state: State, before: Shown, now: Shown) -> dict[str, object]:
    """Return what is let go of the selection: a focused ground truth that is no longer the one it was."""
    truth, truths = state.truth, now.inspection.gt
    if before.dataset is now.dataset or truth is None:
        return {}
    gone = truth >= len(truths) or not np.array_equal(truths[truth], before.inspection.gt[truth])
    return {"truth": None} if gone else {}


def _passing(old: State, new: State) -> Passing | None:
    """Return what passes; the columns of a result are kept as long as it is shown."""
    if new.shown is None:
        return None
    kept = old.passing.values if old.passing is not None and old.shown is new.shown else Values(new.shown.inspection)
    return passing(Filter.parse(new.filter), kept)
