"""Outputs on another grid than the recipe's, or on few of its anchors, are said wherever the result is."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.detections import Detections
from rpn_inspector.core.errors import BadLayout
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.warnings import InspectionWarning, maps_problem

FPN = load_recipe("torchvision-fpn")


def outputs(shapes, anchors=3, **more):
    return Prediction(
        levels_objectness=tuple(np.zeros((anchors, h, w), np.float32) for h, w in shapes),
        levels_deltas=tuple(np.zeros((4 * anchors, h, w), np.float32) for h, w in shapes),
        **more,
    )


def told(size, prediction, recipe=FPN):
    sample = Sample("x", size, gt=np.array([[10.0, 10, 90, 80]]))
    return {warning.kind: warning for warning in inspect(sample, recipe, prediction).warnings}


def shapes_of(size, recipe=FPN):
    padded = recipe.resize.of(size).padded_size
    return padded, [level.shape for level in recipe.grid(padded).levels]


def test_arrays_saved_by_column_say_width_and_height_are_exchanged():
    """480 x 640 is 800 x 1067 in the network, 800 x 1088 padded: 200 x 272 cells of 4 px, and so on."""
    _, shapes = shapes_of((480, 640))
    assert shapes[0] == (200, 272)
    assert "feature_maps" not in told((480, 640), outputs(shapes))
    turned = told((480, 640), outputs([(w, h) for h, w in shapes]))["feature_maps"]
    assert turned.count == 1
    assert turned.example == (
        "feature maps of 200 x 272, 100 x 136, 50 x 68, 25 x 34, 13 x 17 cells do not fit an input of 1088 x 800 px: "
        "width and height exchanged; labels and anchors are those of another grid"
    )


def test_maps_of_another_model_say_so_without_a_guess():
    _, shapes = shapes_of((480, 640))
    example = told((480, 640), outputs([(h // 2, w // 2) for h, w in shapes]))["feature_maps"].example
    assert "do not fit an input of 1088 x 800 px; labels" in example


@given(
    name=st.sampled_from(list_recipes()),
    size=st.tuples(st.integers(60, 1500), st.integers(60, 1500)),
    off=st.integers(-1, 1),
)
def test_rounding_either_way_is_no_misfit_and_an_exchange_always_is(name, size, off):
    recipe = load_recipe(name)
    padded, shapes = shapes_of(size, recipe)

    def problem(found):
        return maps_problem(recipe.grid(padded, found), recipe.anchors, padded)

    assert problem([(max(1, h + off), max(1, w + off)) for h, w in shapes]) is None
    if any(h != w for h, w in shapes):
        assert str(problem([(w, h) for h, w in shapes])).endswith("width and height exchanged")


def test_a_batch_pads_further_than_a_picture_alone():
    """A landscape batched with a portrait: stated, its size is the input's; not stated, given strides still hold."""
    shapes = [(-(-1344 // s), -(-1344 // s)) for s in (4, 8, 16, 32, 64)]
    assert "feature_maps" not in told((480, 640), outputs(shapes, padded_size=(1344, 1344)))
    given_strides = dataclasses.replace(FPN, anchors=dataclasses.replace(FPN.anchors, stride_rule="given"))
    assert "feature_maps" not in told((480, 640), outputs(shapes), given_strides)
    _, own = shapes_of((480, 640))
    assert "feature_maps" in told((480, 640), outputs([(w, h) for h, w in own]), given_strides)


def test_decoded_boxes_say_that_most_anchors_have_no_score():
    boxes = Detections(np.array([[12.0, 12, 88, 82]]), np.array([0.9]), source="results.json")
    words = told((200, 300), boxes)["decoded_only"].text
    assert words.startswith("the outputs are decoded boxes put back on the anchors they fit best; no other anchor")
    assert "decoded_only" not in told((480, 640), outputs(shapes_of((480, 640))[1]))


@pytest.mark.parametrize(
    ("count", "text"), [(1, "a stone"), (2, "a stone (and 1 more)"), (1201, "a stone (and 1,200 more)")]
)
def test_a_warning_says_how_many_more_there_are_once(count, text):
    assert InspectionWarning("stone", count, "a stone").text == text


def test_a_sample_of_other_labels_counts_once():
    sample = Sample("x", (480, 640), gt=np.array([[100.0, 100, 300, 280]]))
    prediction = outputs(shapes_of((480, 640))[1])
    recorded = dataclasses.replace(prediction, sampled_positive=np.arange(8), sampled_negative=np.arange(900, 909))
    words = next(w.text for w in inspect(sample, FPN, recorded).warnings if w.kind == "other_labels")
    assert words.endswith("its ground truths or its recipe were others (and 7 more)")
    assert "such" not in words


@pytest.mark.parametrize(
    ("name", "columns", "wanted"),
    [
        (
            "ssd300-torchvision",
            1,
            r"\(8732, 1\), wanted \(8732, 1 \+ classes\) for this recipe, background",
        ),
        ("ssd300-torchvision", 0, "background first"),
        ("yolov3-416", 0, r"wanted \(\d+, 1 \+ classes\) for this recipe, confidence first"),
        ("efficientdet-d0", 0, r"wanted \(\d+, classes\) for this recipe"),
        ("torchvision-fpn", 3, r"wanted \(\d+,\) for this recipe"),
    ],
)
def test_a_head_of_too_few_columns_is_refused_in_one_line(name, columns, wanted):
    recipe = load_recipe(name)
    sample = Sample("x", (300, 300), gt=np.array([[10.0, 10, 90, 80]]))
    size = inspect(sample, recipe).grid.size
    flat = Prediction(np.zeros((size, columns), np.float32), np.zeros((size, 4), np.float32))
    with pytest.raises(BadLayout, match=wanted):
        inspect(sample, recipe, flat)


def test_one_column_of_an_rpn_may_be_an_axis_of_its_own():
    sample = Sample("x", (300, 300), gt=np.array([[10.0, 10, 90, 80]]))
    size = inspect(sample, FPN).grid.size
    logits, deltas = np.arange(size, dtype=np.float32), np.zeros((size, 4), np.float32)
    np.testing.assert_array_equal(inspect(sample, FPN, Prediction(logits[:, None], deltas)).logits, logits)
