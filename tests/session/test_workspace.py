"""What stays selected from one answer to the next."""

import numpy as np

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.request import compute
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace


class Fixed:
    """Outputs whose network input is padded to ``padded`` whatever the picture's size."""

    def __init__(self, padded):
        self.padded = padded

    def get(self, _name):
        sides = [tuple(-(-side // stride) for side in self.padded) for stride in (4, 8, 16, 32, 64)]
        return Prediction(
            levels_objectness=tuple(np.zeros((3, *side), np.float32) for side in sides),
            levels_deltas=tuple(np.zeros((12, *side), np.float32) for side in sides),
            padded_size=self.padded,
        )


def shown_by(work, outputs):
    work.use_predictions(outputs)
    work.deliver(work.wanted, compute(work.wanted))
    assert work.state.shown.misfit is None
    return work.state.shown.inspection.grid.size


def test_a_selection_lives_only_as_long_as_its_index_means_the_same_anchor():
    work = Workspace(State(recipe=load_recipe("torchvision-fpn")))
    work.open(open_dataset(resource("demo")))
    many = shown_by(work, Fixed((1344, 1344)))
    work.select(many - 1)
    assert shown_by(work, Fixed((1344, 1344))) == many
    assert work.state.selection == many - 1
    assert shown_by(work, None) < many
    assert work.state.selection is None


def test_why_a_picture_is_not_shown_is_said_as_long_as_it_is_chosen_and_nothing_stands_there():
    work = Workspace(State(recipe=load_recipe("torchvision-fpn")))
    work.open(open_dataset(resource("demo")))
    work.deliver(work.wanted, compute(work.wanted))
    work.go(+1)
    work.fail(work.wanted, Problem.general("the picture cannot be read"))
    work.dismiss()
    assert work.state.problem.text == "the picture cannot be read"
    work.fail(None, Problem.general("column 6: the filter ends here"))
    assert work.state.problem.text == "column 6: the filter ends here; the picture cannot be read"
    work.use_predictions(None)
    assert (work.state.problem.text, work.state.shown) == ("the picture cannot be read", None)
    work.go(-1)
    assert (work.state.problem, work.state.busy) == (None, True)


def test_a_message_meanwhile_does_not_end_the_wait_and_is_not_lost_with_it():
    work = Workspace(State(recipe=load_recipe("torchvision-fpn")))
    work.open(open_dataset(resource("demo")))
    work.deliver(work.wanted, compute(work.wanted))
    work.go(+1)
    work.fail(None, Problem.general("column 6: the filter ends here"))
    assert work.state.busy
    assert work.state.shown.index == 0
    work.deliver(work.wanted, compute(work.wanted))
    assert (work.state.busy, work.state.shown.index) == (False, 1)
    assert work.state.problem.text == "column 6: the filter ends here"
    work.go(+1)
    assert work.state.problem is None
    work.fail(work.wanted, Problem.general("the picture cannot be read"))
    assert not work.state.busy
