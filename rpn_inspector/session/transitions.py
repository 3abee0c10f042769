"""How one `State` follows from another: pure functions of a state and a user's action, applied by `Workspace`.

No function keeps or tells anything. A function without anything to change returns the given state itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rpn_inspector.analysis.filter.filter import Filter, Passing, passing
from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.what_if import WhatIf, apply
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.predictions import Outputs
from rpn_inspector.session.hit_test import anchors_under, boxes_under
from rpn_inspector.session.layers import ANCHOR_LAYERS
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import Request, Shown, same_anchors
from rpn_inspector.session.stage_transitions import with_stage
from rpn_inspector.session.state import State, Visit, first_layers

SCORE_STEP = 0.05


def settle(old: State, new: State) -> State:
    """Return ``new`` with the consequences of the change: a problem still to be shown, and the passing anchors."""
    if new.choice != old.choice:
        new = replace(new, lost=None)
    # A message may be put away, not the reason why no picture stands there.
    elif new.problem is None and new.lost is not None:
        new = replace(new, problem=new.lost)
    # A mask over hundreds of thousands of anchors: worked out for a new result or a new filter, not for each hover.
    if new.shown is not old.shown or new.filter != old.filter:
        new = replace(new, passing=_passing(new))
    return with_stage(old, new)


def wanted(state: State) -> Request | None:
    """Return the request for the user's choice, None without a dataset."""
    if state.dataset is None:
        return None
    return Request(dataset=state.dataset, index=state.index, recipe=state.recipe, predictions=state.predictions)


def to_ask(old: State | None, new: State) -> Request | None:
    """Return the request to be made after a change, None where there is none or the same is on its way.

    Decided by what is waited for, not by the choice alone: whatever is ``busy`` has an answer on its way.
    """
    asked = wanted(new)
    if asked is None or (old is not None and (not new.busy or (old.busy and asked.same(wanted(old))))):
        return None
    return asked


# What is looked at


def show_dataset(
    state: State,
    dataset: Dataset,
    index: int,
    recipe: Recipe,
    predictions: Outputs | None = None,
    timeline: Timeline | None = None,
) -> State:
    """Return the state with another dataset, and nothing selected.

    Args:
        state: the state before.
        dataset: the dataset to look at.
        index: the picture to look at, from 0.
        recipe: the recipe in force.
        predictions: opened outputs, None for none.
        timeline: the checkpoints that ``predictions`` are one of, None for none.
    """
    return replace(
        _let_go(state),
        dataset=dataset,
        index=index,
        recipe=recipe,
        predictions=predictions,
        timeline=timeline,
        problem=None,
        lost=None,  # looked at anew, even where it is the choice that failed
        busy=True,
        visit=None,
    )


def renew(state: State, dataset: Dataset, index: int, predictions: Outputs | None, timeline: Timeline | None) -> State:
    """Return the state over the same files read again: the selection stays where the picture is the same.

    Args:
        state: the state before.
        dataset: the dataset read again.
        index: the picture to look at, from 0.
        predictions: opened outputs, None for none.
        timeline: the checkpoints that ``predictions`` are one of, None for none.
    """
    same = state.dataset is not None and dataset.names[index] == state.dataset.names[state.index]
    return replace(
        state if same else _let_go(state),
        dataset=dataset,
        index=index,
        predictions=predictions,
        timeline=timeline,
        problem=None,
        busy=True,
        visit=None,
    )


def go_to(state: State, index: int) -> State:
    """Return the state at picture ``index``, or at the nearest picture."""
    if state.dataset is None:
        return state
    index = min(max(index, 0), len(state.dataset) - 1)
    if index != state.index:
        return replace(_let_go(state), index=index, problem=None, busy=True, visit=None)
    return state if state.visit is None else replace(state, visit=None)


def visit(state: State, index: int, gt: int | None, anchor: int | None = None) -> State:
    """Return the state at picture ``index`` with a ground truth focused, as soon as the picture is shown.

    ``anchor`` is selected, None: the ground truth's best.
    """
    state = go_to(state, index)
    if state.busy:
        return replace(state, visit=Visit(state.index, gt, anchor))
    return _focus(state, gt, anchor) if _shows_choice(state) else state


def _focus(state: State, gt: int | None, anchor: int | None) -> State:
    state = focus_gt(state, gt)
    if anchor is None or state.staged is not None or not _is_shown(state, anchor):
        return state
    return select(state, anchor, keep_gt=True)


def use_recipe(state: State, recipe: Recipe) -> State:
    """Return the state of the same picture under a recipe the user chose."""
    if recipe == state.recipe:
        return replace(state, own=recipe)
    busy = state.dataset is not None
    return replace(_let_go(state), recipe=recipe, own=recipe, problem=None, busy=busy)


def use_predictions(state: State, predictions: Outputs | None, timeline: Timeline | None, recipe: Recipe) -> State:
    """Return the state with other raw outputs over the same picture, under ``recipe``."""
    same_recipe = recipe == state.recipe
    same = same_recipe and predictions is state.predictions
    return replace(
        state if same_recipe else _let_go(state),
        predictions=predictions,
        timeline=timeline,
        recipe=recipe,
        problem=None,
        busy=state.busy if same else state.dataset is not None,
    )


def scrub(state: State, position: int) -> State:
    """Return the state with another checkpoint of the timeline, nearest to ``position``; the selection stays."""
    timeline = state.timeline
    if timeline is None:
        return state
    dump = timeline.at(min(max(position, 0), len(timeline) - 1))
    if dump is state.predictions:
        return state
    return replace(state, predictions=dump, problem=None, busy=state.dataset is not None)


# What is selected


def select(state: State, anchor: int | None, keep_gt: bool = False) -> State:
    """Return the state with an anchor of the picture shown selected, and the assigned ground truth focused.

    With ``keep_gt`` the focus stays.
    """
    if anchor is None or not _is_shown(state, anchor):
        return replace(state, selection=None, candidate=None, stack=())
    # Walking through the stack under a click keeps it; an anchor from elsewhere has none.
    stack = state.stack if state.staged is None and anchor in state.stack else ()
    gt, chosen = state.gt if keep_gt else _gt_of(state, anchor), keep_gt and state.gt_chosen
    return replace(state, selection=anchor, candidate=None, stack=stack, gt=gt, gt_chosen=chosen)


def select_box(state: State, anchor: int | None) -> State:
    """Return the state with an anchor selected for its decoded box.

    A ground truth chosen for itself stays focused; one that came with another anchor does not.
    """
    return select(state if state.gt_chosen else replace(state, gt=None), anchor, keep_gt=True)


def select_candidate(state: State, candidate: int | None, keep_gt: bool = False) -> State:
    """Return the state with a candidate of the stage looked at selected, and the anchor it came from.

    The ground truth assigned is focused; with ``keep_gt`` the focus stays.
    """
    staged = state.staged
    if staged is None or candidate is None or not 0 <= candidate < len(staged.anchors):
        return select(state, None)
    anchor, owner = int(staged.anchors[candidate]), int(staged.result.gt[candidate])
    gt = state.gt if keep_gt else owner if owner >= 0 else None
    stack = state.stack if candidate in state.stack else ()
    selection, chosen = anchor if anchor >= 0 else None, keep_gt and state.gt_chosen
    return replace(state, selection=selection, candidate=candidate, stack=stack, gt=gt, gt_chosen=chosen)


def point(state: State, x: float, y: float) -> State:
    """Return the state with the cursor at (x, y) network px: the anchor a click there would take is hovered."""
    pointed = _under(state, x, y)
    if pointed == state.pointed:
        return state
    hover = next(iter(pointed), None) if state.staged is None else None
    return replace(state, pointed=pointed, hover=hover)


def point_away(state: State) -> State:
    """Return the state with the cursor at nothing on the picture."""
    return replace(state, pointed=(), hover=None) if state.pointed else state


def click(state: State, x: float, y: float, filtered: bool = True) -> State:
    """Return the state with the best anchor under (x, y) network px selected; after the same click, the next one.

    Only an anchor that passes the filter is taken, unless not ``filtered``.
    """
    if state.shown is None:
        return state
    stack = _under(state if filtered else replace(state, passing=None), x, y)
    if not stack:
        return replace(state, selection=None, candidate=None, gt=None, stack=())
    # The same anchors under the cursor mean the same place, to within what a hand can hold still.
    if stack == state.stack and _in_stack(state) in stack:
        return walk(state, +1)
    return _taken(replace(state, stack=stack), stack[0])


def _taken(state: State, index: int) -> State:
    """Return the state with what a click took selected: a candidate, a decoded box or an anchor."""
    if state.staged is not None:
        return select_candidate(state, index)
    return select_box(state, index) if _boxes_only(state) else select(state, index)


def walk(state: State, step: int) -> State:
    """Return the state with the next anchor of the stack under the last click selected, round and round."""
    stack, here = state.stack, _in_stack(state)
    if here is None or here not in stack:
        return state
    other = stack[(stack.index(here) + step) % len(stack)]
    return _taken(state, other)


def _in_stack(state: State) -> int | None:
    """Return what is selected of what a click takes: an anchor, or a candidate while a stage is looked at."""
    return state.selection if state.staged is None else state.candidate


def focus_gt(state: State, gt: int | None, keep_selection: bool = False) -> State:
    """Return the state with a ground truth focused and the best anchor selected; the selection may stay.

    Where no IoU decides, that of its own anchors which it overlaps most is selected, if it has any.
    """
    shown = state.shown
    if gt is None or shown is None or not 0 <= gt < len(shown.inspection.gt):
        return replace(state, gt=None)
    if keep_selection:
        return replace(state, gt=gt, gt_chosen=True)
    if state.staged is not None:
        nearest = state.staged.best_for(shown.inspection.gt[gt])
        return replace(select_candidate(state, nearest), gt=gt, gt_chosen=True, stack=())
    best = _telling_anchor(shown.inspection, gt)
    return replace(state, gt=gt, gt_chosen=True, selection=best if best >= 0 else None, stack=())


def _telling_anchor(one: Inspection, gt: int) -> int:
    """Return the anchor that tells most about a ground truth, -1 for none."""
    best, recipe = int(one.overlap.gt_best_anchor[gt]), one.recipe
    if best < 0 or "best" in recipe.matcher.per_gt or one.assignment.gt[best] == gt:
        return best
    own = np.flatnonzero(one.assignment.gt == gt)
    if not own.size or recipe.anchors.of_points:
        return best
    return int(own[iou_with(one.gt[gt], one.grid.boxes(own)).argmax()])


def next_gt(state: State) -> State:
    """Return the state with the next ground truth focused, round and round; the first in a picture on the way."""
    if state.dataset is None:
        return state
    if not _shows_choice(state):  # whoever is quicker than the picture means its ground truths, not the last one's
        return replace(state, visit=Visit(state.index, 0)) if state.busy else state
    assert state.shown is not None
    count = len(state.shown.inspection.gt)
    before = -1 if state.gt is None else state.gt
    return focus_gt(state, (before + 1) % count) if count else state


def hover(state: State, anchor: int | None) -> State:
    """Return the state with an anchor of the picture shown pointed at, not selected."""
    if anchor is not None and not _is_shown(state, anchor):
        anchor = None
    return state if anchor == state.hover else replace(state, hover=anchor)


# What passes the filter


def filter_by(state: State, text: str) -> State:
    """Return the state with the anchors that pass a filter; empty lets all pass. Raises `FilterError`."""
    text = Filter.parse(text).text
    if text == state.filter:
        return state
    return replace(state, filter=text, brushing=state.brushing.retyped(text))


def brush(state: State, names: Sequence[str], clause: str) -> State:
    """Return the state with ``clause`` in the place of the brushes over ``names`` alone; empty removes the brushes.

    The typed part of the filter stays, and both hold. Raises `FilterError`.
    """
    brushing = state.brushing.with_brush(names, clause)
    return state if brushing == state.brushing else replace(state, filter=brushing.text, brushing=brushing)


def step_score(state: State, steps: int) -> State:
    """Return the state with the least score moved by ``steps`` twentieths, down to the typed score."""
    typed, now = (_least_score(Filter.parse(text)) for text in (state.brushing.typed, state.filter))
    least = min(max(round(now / SCORE_STEP) + steps, 0), round(1 / SCORE_STEP) - 1) * SCORE_STEP
    return brush(state, ("score",), f"score >= {least:.2f}" if least > typed else "")


def try_out(state: State, change: WhatIf | None, result: Inspection | None = None) -> State:
    """Return the state with the consequences of changed numbers, or with the data again without a change.

    The focus follows the selected anchor to the ground truth now assigned, and stays where there is none. ``result``
    is `what_if.apply` of data and change, where already known. Raises `InspectorError` for an absurd change.
    """
    shown = state.shown
    if shown is None or (change is None and shown.what_if is None):
        return state
    data = shown.inspection if shown.data is None else shown.data
    if change is None or not change.changed:
        return _refocused(state, replace(shown, inspection=data, what_if=None, data=None))
    result = apply(data, change) if result is None else result
    return _refocused(state, replace(shown, inspection=result, what_if=change, data=data))


def _refocused(state: State, shown: Shown) -> State:
    """Return the state with ``shown`` of the same anchors; a focus on the selected anchor's ground truth stays one."""
    after = replace(state, shown=shown)
    if state.selection is None or state.gt != _gt_of(state, state.selection):
        return after  # another ground truth was chosen on purpose
    now = _gt_of(after, state.selection)
    return after if now is None else replace(after, gt=now)


# What is drawn


def toggle_layer(state: State, layer: str) -> State:
    """Return the state with a layer shown or hidden."""
    return replace(state, layers=state.layers ^ {layer}, set_layers=state.set_layers | {layer})


def show_layers(state: State, layers: frozenset[str], heat: str, set_layers: frozenset[str]) -> State:
    """Return the state with exactly ``layers`` and one kind of heat; ``set_layers`` are the user's own choice."""
    return replace(state, layers=layers, heat=heat, set_layers=set_layers)


def toggle_all(state: State) -> State:
    """Return the state with every anchor shown, or with the first layers again."""
    every = state.layers | {"positive", "ignored", "negative"}
    if every == state.layers:
        return replace(state, layers=first_layers(state.shown), set_layers=frozenset())
    return replace(state, layers=every, set_layers=state.set_layers | (every - state.layers))


def show_heat(state: State, kind: str) -> State:
    """Return the state with another kind of heat over the picture: iou, objectness or loss."""
    return replace(state, heat=kind, layers=state.layers | {"heat"}, set_layers=state.set_layers | {"heat"})


# Answers and problems


def deliver(state: State, request: Request, shown: Shown) -> State:
    """Return the state with an answer shown, if still wanted; a selection of another answer is let go."""
    if not request.same(wanted(state)):
        return state
    before, layers = state.shown, state.layers
    if before is None or (before.dataset, before.predictions) != (shown.dataset, shown.predictions):
        # Other outputs bring their first layers, but never against what the user has switched.
        layers = (first_layers(shown) - state.set_layers) | (layers & state.set_layers)
    state = _kept(state, before, shown)
    problem = shown.misfit or state.problem  # a message that came meanwhile is not lost
    return replace(state, shown=shown, busy=False, on_the_way=False, problem=problem, layers=layers)


def pass_by(state: State, request: Request, shown: Shown) -> State:
    """Return the state with an answer shown that was overtaken: a picture on the way to the chosen picture.

    Whoever holds a key sees where they are, although every answer comes too late. Nothing in the picture is selected.
    """
    asked = wanted(state)
    if not state.busy or asked is None or not request.same(replace(asked, index=request.index)):
        return state
    return replace(_let_go(state), shown=shown, on_the_way=True)


def arrive(state: State) -> State:
    """Return the state with the awaited ground truth focused, once the picture is shown."""
    visited, shown = state.visit, state.shown
    if visited is None or state.busy:
        return state
    state = replace(state, visit=None)
    return _focus(state, visited.gt, visited.anchor) if shown is not None and visited.index == shown.index else state


def fail(state: State, request: Request | None, problem: Problem) -> State:
    """Return the state with a problem.

    ``request`` has failed: nothing is shown, since a picture or a number of before would be taken for the choice's.
    Without a request the problem is a message, and an answer on its way is waited for.
    """
    if request is None:
        return replace(state, problem=problem if state.lost is None else problem.before(state.lost))
    if not request.same(wanted(state)):
        return state
    return replace(_let_go(state), shown=None, problem=problem, lost=problem, busy=False, on_the_way=False, visit=None)


def dismiss(state: State) -> State:
    """Return the state without the message, unless the message says why there is no picture."""
    return replace(state, problem=None)


def _let_go(state: State) -> State:
    """Return the state with nothing selected, focused or pointed at."""
    return replace(state, selection=None, candidate=None, gt=None, stack=(), hover=None, pointed=())


def _kept(state: State, before: Shown | None, now: Shown) -> State:
    """Return the state with the parts of the selection that mean the same in the picture ``now``."""
    # A flat index means another anchor in another grid.
    if before is None or not same_anchors(before, now):
        return _let_go(state)
    gt, boxes = state.gt, now.inspection.gt
    if before.dataset is now.dataset or gt is None:
        return state
    gone = gt >= len(boxes) or not np.array_equal(boxes[gt], before.inspection.gt[gt])
    return replace(state, gt=None) if gone else state


def _is_shown(state: State, anchor: int) -> bool:
    return state.shown is not None and 0 <= anchor < state.shown.inspection.grid.size


def _shows_choice(state: State) -> bool:
    """Return whether the picture shown is the chosen picture, not an earlier picture."""
    shown = state.shown
    return shown is not None and shown.dataset is state.dataset and shown.index == state.index


def _gt_of(state: State, anchor: int) -> int | None:
    """Return the ground truth assigned to an anchor, None without assignment."""
    assert state.shown is not None
    gt = int(state.shown.inspection.assignment.gt[anchor])
    return gt if gt >= 0 else None


def _boxes_only(state: State) -> bool:
    """Return whether decoded boxes are looked at, and no anchors."""
    return "proposals" in state.layers and not state.layers & ANCHOR_LAYERS


def _under(state: State, x: float, y: float) -> tuple[int, ...]:
    """Return the anchors a click takes at a point of network px, best first: only anchors that pass the filter."""
    if state.shown is None:
        return ()
    if state.staged is not None:
        return state.staged.under(x, y, _boxes_only(state))
    stack = (boxes_under if _boxes_only(state) else anchors_under)(state.shown.inspection, x, y)
    mask = state.passing.mask if state.passing is not None else None
    return stack if mask is None else tuple(anchor for anchor in stack if mask[anchor])


def _least_score(filter_: Filter) -> float:
    span = filter_.range_of("score")
    return span[0] if span is not None and math.isfinite(span[0]) else 0.0


def _passing(new: State) -> Passing | None:
    """Return the passing anchors; the columns of a result are kept as long as the result is."""
    return None if new.shown is None else passing(Filter.parse(new.filter), new.shown.values)
