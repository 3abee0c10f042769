"""States follow from states: the functions keep nothing, and a change that changes nothing is none."""

import dataclasses
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.session import transitions
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import compute
from rpn_inspector.session.state import State, Visit
from rpn_inspector.session.workspace import Workspace

FIELDS = [field.name for field in dataclasses.fields(State)]


@cache
def first():
    """Return a state that shows the demo's first picture; a fixture would be written out by each failing example."""
    recipe = load_recipe("torchvision-mobilenet-320")
    state = transitions.show_dataset(State(recipe), open_dataset(resource("demo")), 0, recipe)
    return answered(state)


def answered(state):
    request = transitions.wanted(state)
    return transitions.settle(state, transitions.deliver(state, request, compute(request)))


ACTS = {
    "select": lambda n: lambda s: transitions.select(s, n),
    "focus": lambda n: lambda s: transitions.focus_gt(s, n % 5),
    "next": lambda n: transitions.next_gt,
    "click": lambda n: lambda s: transitions.click(s, n % 320, n % 240),
    "point": lambda n: lambda s: transitions.point(s, n % 320, n % 240),
    "away": lambda n: transitions.point_away,
    "walk": lambda n: lambda s: transitions.walk(s, n % 3 - 1),
    "hover": lambda n: lambda s: transitions.hover(s, n),
    "filter": lambda n: lambda s: transitions.filter_by(s, ("", "label == positive", "iou > 0.5")[n % 3]),
    "brush": lambda n: lambda s: transitions.brush(s, ("iou",), ("", "iou > 0.3", "iou < 0.2")[n % 3]),
    "toggle": lambda n: lambda s: transitions.toggle_layer(s, ("positive", "proposals", "heat")[n % 3]),
    "all": lambda n: transitions.toggle_all,
    "heat": lambda n: lambda s: transitions.show_heat(s, ("iou", "loss")[n % 2]),
    "fail": lambda n: lambda s: transitions.fail(s, None, Problem.general(str(n))),
    "dismiss": lambda n: transitions.dismiss,
    "visit": lambda n: lambda s: transitions.visit(s, n % 3, n % 4),
    "go": lambda n: lambda s: transitions.go_to(s, n % 12),
}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 9000)), max_size=8))
def test_a_transition_leaves_the_state_it_is_given_and_gives_the_same_again(steps):
    state = first()
    for name, number in steps:
        act = ACTS[name](number)
        before = {field: getattr(state, field) for field in FIELDS}
        new = transitions.settle(state, act(state))
        assert all(getattr(state, field) is value for field, value in before.items())
        again = transitions.settle(state, act(state))
        assert (new.selection, new.gt, new.stack, new.filter, new.layers) == (
            again.selection,
            again.gt,
            again.stack,
            again.filter,
            again.layers,
        )
        size = new.shown.inspection.grid.size
        assert new.selection is None or 0 <= new.selection < size
        assert new.selection is None or not new.stack or new.selection in new.stack
        state = new


@pytest.mark.parametrize(
    "act",
    [
        lambda s: transitions.go_to(s, 0),
        lambda s: transitions.hover(s, None),
        lambda s: transitions.point_away(s),
        lambda s: transitions.walk(s, 1),
        lambda s: transitions.filter_by(s, ""),
        lambda s: transitions.brush(s, ("iou",), ""),
        lambda s: transitions.scrub(s, 3),
        lambda s: transitions.try_out(s, None),
        lambda s: transitions.deliver(transitions.go_to(s, 0), transitions.wanted(transitions.go_to(s, 1)), s.shown),
    ],
)
def test_what_changes_nothing_is_the_same_state_and_no_listener_hears_of_it(act):
    shown = first()
    assert act(shown) is shown
    work, heard = Workspace(shown), []
    work.subscribe(lambda old, new: heard.append((old, new)))
    work._become(act(shown))
    assert heard == []


def test_a_ground_truth_waits_for_its_picture_and_is_forgotten_with_another_one():
    shown = first()
    going = transitions.visit(shown, 2, 1)
    assert (going.index, going.visit, going.gt) == (2, Visit(2, 1), None)
    assert transitions.arrive(going) is going
    there = transitions.arrive(answered(going))
    assert (there.gt, there.visit) == (1, None)
    own = transitions.arrive(answered(transitions.visit(shown, 2, 1, 5)))
    assert (own.gt, own.selection) == (1, 5)
    assert there.selection != 5
    away = transitions.go_to(going, 3)
    assert away.visit is None
    assert transitions.arrive(answered(away)).gt is None


def test_an_overtaken_answer_is_shown_on_the_way_with_nothing_selected():
    state = transitions.go_to(transitions.select(first(), 5), 1)
    passed = transitions.wanted(state)
    state = transitions.go_to(state, 3)
    answer = compute(passed)
    shown = transitions.pass_by(state, passed, answer)
    assert (shown.shown, shown.index, shown.busy, shown.on_the_way) == (answer, 3, True, True)
    assert (shown.selection, shown.gt) == (None, None)
    there = transitions.deliver(shown, transitions.wanted(shown), compute(transitions.wanted(shown)))
    assert (there.shown.index, there.busy, there.on_the_way) == (3, False, False)


def test_an_overtaken_answer_under_another_recipe_is_dropped():
    state = transitions.go_to(first(), 1)
    passed = transitions.wanted(state)
    other = transitions.use_recipe(transitions.go_to(state, 2), load_recipe("torchvision-fpn"))
    assert transitions.pass_by(other, passed, compute(passed)) is other


def test_an_overtaken_answer_after_the_wanted_one_is_dropped():
    state = transitions.go_to(first(), 1)
    passed = transitions.wanted(state)
    there = answered(transitions.go_to(state, 2))
    assert transitions.pass_by(there, passed, compute(passed)) is there


def test_a_failed_choice_leaves_nothing_of_the_picture_on_the_way():
    state = transitions.go_to(first(), 1)
    passed = transitions.wanted(state)
    state = transitions.pass_by(transitions.go_to(state, 2), passed, compute(passed))
    state = dataclasses.replace(state, selection=3, stack=(3, 4), hover=5, pointed=(5,), gt=0, visit=Visit(2, 0))
    failed = transitions.fail(state, transitions.wanted(state), Problem.general("gone"))
    assert (failed.busy, failed.on_the_way, failed.shown, failed.visit) == (False, False, None, None)
    assert (failed.selection, failed.stack, failed.hover, failed.pointed, failed.gt) == (None, (), None, (), None)
    assert transitions.settle(state, failed).passing is None


def test_whatever_is_busy_has_asked_for_its_answer():
    state = first()
    again = transitions.show_dataset(state, state.dataset, state.index, state.recipe, state.predictions)
    assert again.busy
    assert transitions.to_ask(state, again).same(transitions.wanted(state))
    assert transitions.to_ask(again, dataclasses.replace(again, hover=1)) is None  # on its way
    assert transitions.to_ask(state, dataclasses.replace(state, hover=1)) is None
    other = transitions.go_to(again, 1)
    assert transitions.to_ask(again, other).index == 1


def test_a_choice_that_failed_is_asked_for_again_where_it_is_opened_again():
    state = first()
    failed = transitions.fail(state, transitions.wanted(state), Problem.general("gone"))
    again = transitions.show_dataset(failed, state.dataset, state.index, state.recipe, state.predictions)
    again = transitions.settle(failed, again)
    assert (again.lost, again.problem, again.busy) == (None, None, True)
    assert transitions.to_ask(failed, again) is not None
