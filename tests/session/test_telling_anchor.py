"""Which anchor is selected with a ground truth: where no IoU decides, one that learns it."""

import numpy as np
import pytest
from test_transitions import answered

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.session import transitions
from rpn_inspector.session.state import State


@pytest.mark.parametrize("name", ["yolov3-416-darknet", "yolov5s", "torchvision-mobilenet-320"])
def test_the_anchor_selected_with_a_ground_truth_learns_it_where_no_iou_decides(name):
    recipe = load_recipe(name)
    state = answered(transitions.show_dataset(State(recipe), open_dataset(resource("demo")), 0, recipe))
    one = state.shown.inspection
    others = 0
    for gt in range(len(one.gt)):
        chosen, best = transitions.focus_gt(state, gt).selection, int(one.overlap.gt_best_anchor[gt])
        own = np.flatnonzero(one.assignment.gt == gt)
        if "best" in recipe.matcher.per_gt or not own.size:
            assert chosen == best
        else:
            assert chosen in own
            assert one.ious(chosen)[gt] == pytest.approx(max(one.ious(anchor)[gt] for anchor in own))
            others += chosen != best
    assert (others > 0) == ("best" not in recipe.matcher.per_gt)
