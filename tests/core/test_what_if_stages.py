"""A what-if over two stages: labels, targets and losses follow a moved ground truth, proposals and outputs stay."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_stage_demo import CASCADE, outputs_of
from two_stage_demo import demo as open_demo
from two_stages import PROPOSALS, SAMPLE, eval_rois, heads, outputs, small

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.second_stage.outputs import RoiOutputs
from rpn_inspector.core.stages import anchors_of
from rpn_inspector.core.what_if import WhatIf, apply, with_gt, with_number

RECIPE = small()
LOGITS = [[0.1, 2, -1], [3, 0, 0.5], [0.2, 0.1, 2.5], [0, 1, 2], [1, 0.5, 0.9]]
# with the three ground truths that join in training; candidate 3 is the second's twin
TRAINED = RoiOutputs(
    proposals=PROPOSALS, mode="train",
    heads={"roi": heads([*LOGITS[:4], *LOGITS[:3]], 3, sampled=[0, 1, 2, 4, 5, 6, 7], loss_class=0.5, loss_box=0.25)},
)  # fmt: skip


def data(rois=None):
    return inspect(SAMPLE, RECIPE, outputs(RECIPE, eval_rois(LOGITS) if rois is None else rois))


def moved(one, truth, box):
    return apply(one, with_gt(one, WhatIf(0), box, truth))


def same(one, other):
    """Assert that two stages are equal in every number."""
    for name in ("source", "before", "sampled_positive", "sampled_negative", "positive", "t_star", "t", "level", "row"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), name)
    np.testing.assert_array_equal(one.label, other.label)
    np.testing.assert_array_equal(one.gt, other.gt)
    np.testing.assert_array_equal(one.assignment.dense["iou"], other.assignment.dense["iou"])
    for name in ("objectness", "box"):
        assert getattr(one.loss, name) == getattr(other.loss, name)


edge = st.integers(0, 30)


@given(truth=st.integers(0, 2), x=edge, y=edge, w=st.integers(4, 60), h=st.integers(4, 30))
def test_a_moved_ground_truth_gives_what_the_changed_picture_gives(truth, x, y, w, h):
    """The brute force: the picture with that box, inspected from the start with the same outputs."""
    box = [x, y, x + w, y + h]
    one = moved(data(), truth, box)
    gt = SAMPLE.gt.copy()
    gt[truth] = one.sample.gt[truth]
    fresh = inspect(dataclasses.replace(SAMPLE, gt=gt), RECIPE, one.prediction)
    same(one.second_stage, fresh.second_stage)
    np.testing.assert_array_equal(one.second_stage.detections.boxes, fresh.second_stage.detections.boxes)


def test_labels_targets_and_ways_follow_and_sums_add_up():
    before = data()
    one = moved(before, 0, [50, 10, 90, 52])
    stage, was = one.second_stage, before.second_stage
    assert (was.gt[:4].tolist(), stage.gt[:4].tolist()) == ([0, -1, 1, 1], [-1, -1, 0, 1])
    assert (was.label[0], stage.label[0]) == (1, 0)
    np.testing.assert_allclose(stage.t_star[stage.positive.tolist().index(2)], 0, atol=1e-6)  # the very box
    facts = [one.explain_candidate(int(place)) for place in stage.loss.rows]
    assert sum(each.class_loss / each.normaliser for each in facts) == pytest.approx(stage.loss.objectness, rel=1e-6)
    boxes = [each.box_loss / each.box_normaliser for each in facts if each.label == 1]
    assert sum(boxes) == pytest.approx(stage.loss.box, rel=1e-6)
    assert one.ways()[0].owner == 0
    assert one.ways()[0].proposal == 2


def test_proposals_outputs_and_detections_are_the_networks_own():
    before = data()
    one = moved(before, 0, [50, 10, 90, 52])
    for name in ("proposals", "head", "detections"):
        assert getattr(one.second_stage, name) is getattr(before.second_stage, name)
    anchor = int(before.positive[0])
    tried = apply(before, WhatIf(anchor, t=(0.4, 0.3, 0.2, 0.1), score=0.99))
    assert tried.second_stage is before.second_stage  # no ground truth moved
    tried = apply(before, with_number(before, WhatIf(anchor), "matcher.positive", 0.9))
    assert tried.second_stage is before.second_stage


def test_a_moved_ground_truth_that_joined_the_proposals_has_no_outputs():
    before = data(TRAINED)
    was = before.second_stage
    assert (was.recorded, was.row.tolist()) == (True, [0, 1, 2, -1, 3, 4, 5, 6])
    one = moved(before, 2, [11, 44, 30, 60]).second_stage  # every label stays
    np.testing.assert_array_equal(one.label, was.label)
    assert one.row.tolist() == [0, 1, 2, -1, 3, 4, 5, -1]
    assert (one.recorded, 7 in one.sampled_positive, 7 in was.sampled_positive) == (True, False, True)
    assert np.isnan(one.t[-1]).all()
    assert one.loss is not None
    assert one.loss.rows.tolist() == [*one.sampled_positive, *one.sampled_negative]
    other = moved(before, 0, [50, 10, 90, 50]).second_stage  # labels change: drawn anew, of those with outputs
    assert not other.recorded
    assert (other.row[[*other.sampled_positive, *other.sampled_negative]] >= 0).all()


def test_what_the_trainer_reported_is_of_the_data_alone():
    before = data(TRAINED)
    heads_ = moved(before, 0, [50, 10, 90, 50]).prediction.rois.heads["roi"]
    assert (heads_.loss_class, heads_.loss_box) == (None, None)
    assert before.prediction.rois.heads["roi"].loss_class == 0.5


def test_what_holds_of_a_stages_outputs_is_said_after_a_what_if_too():
    rois = dataclasses.replace(TRAINED, unread=("roi_extra",))
    before = data(rois)
    one = moved(before, 0, [50, 10, 90, 50])
    fresh = inspect(dataclasses.replace(SAMPLE, gt=one.sample.gt), RECIPE, before.prediction)
    assert "arrays_unread" in [warning.kind for warning in one.warnings]
    assert set(one.warnings) == {warning for warning in fresh.warnings if warning.kind != "stage_labels"}


def test_each_of_cascades_stages_follows_and_keeps_the_anchors():
    sample = open_demo()[0]
    before = inspect(sample, CASCADE, outputs_of(sample, CASCADE))
    box = before.gt[0] + np.array([-9, -9, 14, 17], np.float32)
    one = moved(before, 0, box)
    gt = sample.gt.copy()
    gt[0] = one.sample.gt[0]
    fresh = inspect(dataclasses.replace(sample, gt=gt), CASCADE, one.prediction)
    assert list(one.stages) == list(before.stages)
    for name, stage in one.stages.items():
        if np.array_equal(stage.label, before.stages[name].label):
            continue  # the mini-batch stays as it was drawn
        same(stage, fresh.stages[name])
        np.testing.assert_array_equal(anchors_of(one.stages, name), anchors_of(fresh.stages, name))
    assert any(not np.array_equal(one.stages[name].label, before.stages[name].label) for name in one.stages)
