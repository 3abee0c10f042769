"""What-if: the same functions on changed values, the data untouched, box and t always two names for one thing."""

import dataclasses
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core import what_if
from rpn_inspector.core.coder import decode
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import smooth_l1
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.what_if import WhatIf, apply, facts, t_of

NAMES = ("torchvision-fpn", "paper-vgg16")
SAMPLE = Sample("x", (300, 400), gt=np.array([[40.0, 50, 160, 170], [200, 90, 330, 280]]))


@cache
def made(name):
    recipe = load_recipe(name)
    size = inspect(SAMPLE, recipe).grid.size
    random = np.random.default_rng(1)
    logits, deltas = random.normal(size=size), random.normal(0, 0.2, (size, 4))
    return inspect(SAMPLE, recipe, Prediction(logits.astype(np.float32), deltas.astype(np.float32)))


@pytest.fixture(scope="module", params=NAMES)
def inspection(request):
    return made(request.param)


@pytest.fixture
def anchor(inspection):
    return int(inspection.positive[0])


def test_no_change_is_the_data_itself(inspection, anchor):
    assert apply(inspection, WhatIf(anchor)) is inspection


def test_the_data_stays(inspection, anchor):
    before = inspection.explain(anchor)
    change = what_if.with_t(inspection, WhatIf(anchor), 2, 0.7)
    change = what_if.with_gt(inspection, change, [10, 10, 200, 220])
    facts(
        inspection,
        dataclasses.replace(
            change, score=0.9, values={"loss.beta": 0.5, "matcher.positive": 0.5, "matcher.negative": 0.1}
        ),
    )
    after = inspection.explain(anchor)
    for name in ("t", "t_star", "r", "box"):
        np.testing.assert_array_equal(getattr(before, name), getattr(after, name))
    assert (before.score, before.label, before.iou) == (after.score, after.label, after.iou)


place, side = st.floats(-100, 900), st.floats(4, 900)


@given(x=place, y=place, w=side, h=side, name=st.sampled_from(NAMES))
def test_a_predicted_box_and_its_t_are_inverse(x, y, w, h, name):
    inspection = made(name)
    anchor = int(inspection.positive[0])
    box = np.array([x, y, x + w, y + h])
    t = np.array([t_of(inspection, anchor, box)])
    if t[0, 2:].max() < inspection.recipe.coder.max_log_scale:
        again = decode(inspection.anchors([anchor]), t, inspection.recipe)[0]
        np.testing.assert_allclose(again, box, atol=2e-3)


@pytest.mark.parametrize("name", list_recipes())
def test_every_recipes_t_decodes_to_the_typed_box(name):
    """Inside the recipe's limits on shift and scale; where centres are coded by the cell, inside the cell."""
    recipe = load_recipe(name)
    inspection = inspect(SAMPLE, recipe)
    for anchor in inspection.positive[:3].tolist():
        x1, y1, x2, y2 = inspection.anchors([anchor])[0].astype(float)
        step = inspection.grid.strides([anchor])[0] * 0.3
        x, y, w, h = (x1 + x2) / 2 + step[0], (y1 + y2) / 2 - step[1], (x2 - x1) * 1.3, (y2 - y1) * 0.8
        box = np.array([x - w / 2, y - h / 2, x + w / 2, y + h / 2])
        t = np.array([t_of(inspection, anchor, box)])
        frame = inspection.coordinates
        again = decode(frame.of(inspection.anchors([anchor])), t, recipe, inspection.grid.strides([anchor]))
        np.testing.assert_allclose(frame.pixels(again)[0], box, atol=2e-3)


def test_a_centre_outside_its_cell_is_as_near_as_yolo_gets():
    inspection = inspect(SAMPLE, load_recipe("yolov3-416"))
    anchor = int(inspection.positive[0])
    x1, y1, x2, y2 = inspection.anchors([anchor])[0].astype(float)
    t = np.array([t_of(inspection, anchor, [x1 + 500, y1, x2 + 500, y2])])
    stride = inspection.grid.strides([anchor])
    again = decode(inspection.anchors([anchor]), t, inspection.recipe, stride)[0]
    assert (again[0] + again[2]) / 2 == pytest.approx((x1 + x2) / 2 + stride[0, 0] / 2, abs=1e-2)


def test_a_score_per_class_is_not_one_number():
    recipe = load_recipe("ssd300-torchvision")
    size = inspect(SAMPLE, recipe).grid.size
    outputs = Prediction(np.zeros((size, 3), np.float32), np.zeros((size, 4), np.float32))
    with pytest.raises(InspectorError, match="one score per class"):
        apply(inspect(SAMPLE, recipe, outputs), WhatIf(0, score=0.5))


def test_a_typed_box_changes_t_and_a_typed_t_changes_the_box(inspection, anchor):
    box = np.array([30.0, 40, 190, 150])
    change = what_if.with_predicted(inspection, WhatIf(anchor), box)
    now = facts(inspection, change)
    np.testing.assert_allclose(now.predicted, box, atol=1e-3)
    again = facts(inspection, what_if.with_t(inspection, change, 0, float(now.t[0]) + 1))
    width = inspection.anchors([anchor])[0]
    side = float(width[2] - width[0]) + int(inspection.recipe.coder.inclusive)
    np.testing.assert_allclose(again.predicted - now.predicted, [side, 0, side, 0], atol=1e-3)


def test_a_changed_truth_gives_what_a_picture_with_that_truth_gives(inspection, anchor):
    owner = int(inspection.assignment.gt[anchor])
    box = inspection.gt[owner] + np.float32([5, -3, 22, 9])
    now = apply(inspection, what_if.with_gt(inspection, WhatIf(anchor), box))
    gt = np.array(SAMPLE.gt)
    gt[owner] = inspection.to_original(box[None].astype(np.float64))[0]
    wanted = inspect(dataclasses.replace(SAMPLE, gt=gt), inspection.recipe)
    np.testing.assert_array_equal(now.assignment.label, wanted.assignment.label)
    np.testing.assert_array_equal(now.t_star, wanted.t_star)
    np.testing.assert_allclose(now.gt[owner], box, atol=1e-3)


def test_beta_and_thresholds(inspection, anchor):
    now = facts(inspection, WhatIf(anchor, values={"loss.beta": 0.25}))
    np.testing.assert_array_equal(now.r, smooth_l1(now.difference.astype(np.float64), 0.25))
    iou = np.asarray(inspection.assignment.iou, np.float64)
    between = int(np.flatnonzero((iou > 0.35) & (iou < 0.6) & (inspection.assignment.label == -1))[0])
    assert facts(inspection, WhatIf(between, values={"matcher.positive": float(iou[between]) - 0.01})).label == 1
    assert facts(inspection, WhatIf(between, values={"matcher.negative": float(iou[between]) + 0.01})).label == 0


def test_the_numbers_to_change_are_the_recipes_own_by_place(inspection, anchor):
    places = [entry.place for entry in what_if.live_numbers(inspection.recipe)]
    assert places == ["loss.beta", "matcher.positive", "matcher.negative"]
    change = what_if.with_number(inspection, WhatIf(anchor), "matcher.negative", 0.2)
    change = what_if.with_number(inspection, change, "loss.beta", 0.5)
    assert change.changed == ("loss.beta", "matcher.negative")
    wanted = inspection.recipe.with_tables({"matcher": {"negative": 0.2}, "loss": {"beta": 0.5}})
    assert apply(inspection, change).recipe == wanted
    with pytest.raises(InspectorError, match=r"matcher\.limit: found no such number, wanted one of loss\.beta,"):
        what_if.with_number(inspection, change, "matcher.limit", 4.0)


def test_an_anchor_has_no_number_of_the_second_stage():
    both, first = (what_if.live_numbers(load_recipe(name)) for name in ("fasterrcnn-torchvision", "torchvision-fpn"))
    assert both == first


def test_two_thresholds_may_move_past_each_others_old_place(inspection, anchor):
    change = what_if.with_number(inspection, WhatIf(anchor), "matcher.positive", 0.95)
    change = what_if.with_number(inspection, change, "matcher.negative", 0.9)
    assert apply(inspection, change).recipe.matcher.thresholds == {"negative": 0.9, "positive": 0.95}


def test_a_negative_becomes_positive_when_the_truth_moves_onto_it(inspection):
    negative = int(np.flatnonzero((inspection.assignment.label == 0) & (inspection.assignment.best_gt >= 0))[0])
    now = facts(inspection, what_if.with_gt(inspection, WhatIf(negative), inspection.anchors([negative])[0]))
    assert now.label == 1
    assert now.iou == pytest.approx(1, abs=1e-3)
    np.testing.assert_allclose(now.t_star, 0, atol=1e-3)


def test_a_score_comes_back(inspection, anchor):
    now = facts(inspection, WhatIf(anchor, score=0.75))
    assert now.score == pytest.approx(0.75, abs=1e-6)
    assert now.objectness_loss == pytest.approx(-np.log(0.75), abs=1e-6)


@pytest.mark.parametrize("predicted", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_centre_and_corner_forms_are_inverse(name, predicted):
    spec = load_recipe(name).coder
    box = (3.0, 5.0, 40.0, 21.5)
    assert spec.corner_form(spec.centre_form(box, predicted), predicted) == pytest.approx(box)


def test_what_means_nothing_is_refused(inspection, anchor):
    for wrong in ([0, 0, 0, 10], [0, 0, np.nan, 10], [1, 2, 3]):
        with pytest.raises(InspectorError, match="box: found"):
            what_if.with_gt(inspection, WhatIf(anchor), wrong)
    with pytest.raises(InspectorError, match="thresholds"):
        apply(inspection, WhatIf(anchor, values={"matcher.negative": 0.9}))
    with pytest.raises(InspectorError, match="beta"):
        apply(inspection, WhatIf(anchor, values={"loss.beta": -1.0}))
    with pytest.raises(InspectorError, match="score"):
        apply(inspection, WhatIf(anchor, score=1.5))
    with pytest.raises(InspectorError, match="no raw outputs"):
        what_if.with_t(inspect(SAMPLE, inspection.recipe), WhatIf(anchor), 0, 1.0)
    empty = inspect(Sample("e", (300, 400)), load_recipe("torchvision-fpn"))
    with pytest.raises(InspectorError, match="no ground truth"):
        what_if.with_gt(empty, WhatIf(0), [0, 0, 9, 9])


def test_outputs_with_their_own_sizes_keep_their_grid():
    sample = Sample("x", (300, 400), gt=SAMPLE.gt)
    recipe = load_recipe("torchvision-fpn")
    small = Prediction(network_size=(300, 400), padded_size=(320, 416))
    shapes = [(-(-320 // s), -(-416 // s)) for s in recipe.anchors.strides]
    size = sum(3 * h * w for h, w in shapes)
    small = dataclasses.replace(small, objectness=np.zeros(size, np.float32), deltas=np.zeros((size, 4), np.float32))
    inspection = inspect(sample, recipe, small)
    now = apply(inspection, WhatIf(int(inspection.positive[0]), values={"matcher.positive": 0.5}))
    assert now.frame == inspection.frame
    assert now.grid.size == inspection.grid.size == size


def warned(sample, **changed):
    """Outputs of four classes for a dataset of two, of a picture of another size; anchor 3 has a NaN."""
    recipe = load_recipe("retinanet-mmdet")
    size = inspect(sample, recipe).grid.size
    logits, deltas = np.full((size, 4), -3, np.float32), np.zeros((size, 4), np.float32)
    deltas[3, 1] = np.nan
    trained = dataclasses.replace(recipe, anchors=dataclasses.replace(recipe.anchors, ratios=(0.4, 1.0, 2.0)))
    given = {"original_size": (310, 400), "recipe": trained, **changed}
    return inspect(sample, recipe, Prediction(logits, deltas, **given))


def test_what_holds_of_the_outputs_is_said_after_a_what_if_too():
    sample = dataclasses.replace(SAMPLE, gt_class=np.array([1, 7]), classes=("cat", "dog"))
    data = warned(sample)
    kinds = [warning.kind for warning in data.warnings]
    assert kinds == ["other_recipe", "other_size", "class_range", "class_columns", "not_a_number"]
    box = [60, 70, 200, 190]
    moved = apply(data, WhatIf(0, truth=0, gt=tuple(box)))
    anew = warned(dataclasses.replace(sample, gt=moved.sample.gt))
    assert moved.warnings == anew.warnings == data.warnings
    assert apply(data, WhatIf(0, values={"matcher.positive": 0.6})).warnings == data.warnings
    assert apply(data, WhatIf(0, values={"loss.beta": 0.2})).warnings == data.warnings
    assert apply(data, WhatIf(9, t=(0, 0, 0, 0.0))).warnings == data.warnings
    mended = apply(data, WhatIf(3, t=(0, 0, 0, 0.0)))
    assert [warning.kind for warning in mended.warnings] == kinds[:-1]


def test_a_trainers_labels_are_compared_with_those_of_the_data_alone():
    data = warned(SAMPLE, recipe=None, sampled_positive=np.array([0]), sampled_negative=np.array([5]))
    assert "other_labels" in [warning.kind for warning in data.warnings]
    moved = apply(data, WhatIf(0, truth=0, gt=(60, 70, 200, 190)))
    assert [warning.kind for warning in moved.warnings] == ["other_size", "not_a_number"]
    assert apply(data, WhatIf(9, t=(0, 0, 0, 0.0))).warnings == data.warnings
