"""What-if over the workspace: everything shown follows, nothing of the data is touched, and the way back is exact."""

import numpy as np
import pytest

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core import what_if
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.what_if import WhatIf, with_gt
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.session.request import compute
from rpn_inspector.session.state import State
from rpn_inspector.session.workspace import Workspace

RECIPE = load_recipe("torchvision-mobilenet-320")


@pytest.fixture
def work():
    found = Workspace(State(recipe=RECIPE))
    found.open(open_dataset(resource("demo")), SimulatedPredictions())
    found.deliver(found.wanted, compute(found.wanted))
    found.select(int(found.state.shown.inspection.positive[0]))
    return found


def test_labels_losses_proposals_and_the_filter_follow_and_come_back(work):
    data, anchor = work.state.shown.inspection, work.state.selection
    work.filter_by("label == positive")
    before = work.state.passing.mask.copy()
    work.try_out(WhatIf(anchor, values={"matcher.positive": 0.5}, score=0.001))
    tried = work.state.shown
    assert tried.data is data
    assert tried.inspection.assignment.label.tolist() != data.assignment.label.tolist()
    assert work.state.passing.mask.sum() == (tried.inspection.assignment.label == 1).sum()
    assert tried.inspection.loss.total != data.loss.total
    assert tried.inspection.proposals is not data.proposals
    assert not np.isin(anchor, tried.inspection.proposals.anchor)
    work.try_out(None)
    assert work.state.shown.inspection is data
    assert work.state.shown.what_if is None
    np.testing.assert_array_equal(work.state.passing.mask, before)


def test_a_change_gives_what_the_changed_picture_gives(work):
    """The brute force: a recipe with that threshold, inspected from the start."""
    import dataclasses

    data = work.state.shown.inspection
    matcher = dataclasses.replace(RECIPE.matcher, positive=0.5)
    fresh = inspect(data.sample, dataclasses.replace(RECIPE, matcher=matcher), data.prediction)
    work.try_out(WhatIf(work.state.selection, values={"matcher.positive": 0.5}))
    tried = work.state.shown.inspection
    np.testing.assert_array_equal(tried.assignment.label, fresh.assignment.label)
    np.testing.assert_array_equal(tried.t, fresh.t)
    np.testing.assert_array_equal(tried.sampled_positive, fresh.sampled_positive)
    assert tried.loss.total == fresh.loss.total
    np.testing.assert_array_equal(tried.proposals.boxes, fresh.proposals.boxes)


def test_it_stays_over_other_anchors_and_ends_with_the_picture(work):
    work.try_out(WhatIf(work.state.selection, values={"loss.beta": 0.5}))
    work.select(int(work.state.shown.inspection.positive[1]))
    assert work.state.shown.what_if.values == {"loss.beta": 0.5}
    work.go(+1)
    work.deliver(work.wanted, compute(work.wanted))
    assert work.state.shown.what_if is None


def test_a_box_moved_off_the_selected_anchor_stays_in_focus(work):
    anchor, gt = work.state.selection, work.state.gt
    data = work.state.shown.inspection
    assert gt == data.assignment.gt[anchor]
    work.try_out(with_gt(data, WhatIf(anchor), [0, 0, 2, 2], gt))
    assert work.state.shown.inspection.assignment.gt[anchor] != gt
    lost = int(work.state.shown.inspection.assignment.gt[anchor]) < 0
    assert work.state.gt == (gt if lost else work.state.shown.inspection.assignment.gt[anchor])
    assert lost, "no other ground truth takes this anchor: the case meant here"
    work.try_out(None)
    assert work.state.gt == gt


def test_what_means_nothing_changes_nothing(work):
    before = work.state
    with pytest.raises(InspectorError, match="thresholds"):
        work.try_out(WhatIf(work.state.selection, values={"matcher.positive": 0.1}))
    assert work.state is before


def test_only_the_ground_truth_tried_last_is_changed(work):
    data = work.state.shown.inspection
    first = what_if.with_gt(data, WhatIf(work.state.selection), [5, 5, 60, 60])
    others = [a for a in data.positive.tolist() if data.assignment.gt[a] != first.truth]
    second = what_if.with_gt(data, what_if.moved_to(first, others[0]), [9, 9, 70, 70])
    assert second.truth == data.assignment.gt[others[0]] != first.truth


def test_a_click_takes_only_what_passes_the_filter(work):
    one = work.state.shown.inspection
    x1, y1, x2, y2 = one.gt[0].tolist()
    centre = ((x1 + x2) / 2, (y1 + y2) / 2)
    work.filter_by("label == negative")
    work.click(*centre)
    assert one.assignment.label[list(work.state.stack)].tolist() == [0] * len(work.state.stack)
    assert work.state.stack
    work.point(*centre)
    assert work.state.pointed == work.state.stack
    assert work.state.hover == work.state.selection
    work.point_away()
    assert work.state.pointed == ()
