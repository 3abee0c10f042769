"""The public functions at their edges: no anchors, no boxes, lists, other dtypes, and what is refused in one line."""

import dataclasses

import numpy as np
import pytest

import rpn_inspector as ri

RECIPE, YOLO = ri.load_recipe("torchvision-fpn"), ri.load_recipe("yolov3-416")
ANCHOR, BOX = [[0, 0, 32, 32]], [[4, 4, 40, 30]]


def prediction(count, dtype=np.float32):
    generator = np.random.default_rng(1)
    return ri.Prediction(
        objectness=generator.normal(-2, 1, count).astype(dtype),
        deltas=generator.normal(0, 0.2, (count, 4)).astype(dtype),
    )


@pytest.mark.parametrize("make", [list, np.int32, np.int64, np.float32, np.float64])
def test_encode_and_decode_take_lists_and_any_numbers(make):
    anchors, boxes = (value if make is list else np.array(value, make) for value in (ANCHOR, BOX))
    t = ri.encode(anchors, boxes, RECIPE)
    assert t.dtype == np.float32
    np.testing.assert_allclose(t, [[0.1875, 0.03125, np.log(36 / 32), np.log(26 / 32)]], rtol=1e-6)
    np.testing.assert_allclose(ri.decode(anchors, t, RECIPE), BOX, atol=1e-5)


@pytest.mark.parametrize("none", [[], np.zeros((0, 4)), ()])
@pytest.mark.parametrize("recipe", [RECIPE, RECIPE.coder])
def test_no_boxes_code_to_none(none, recipe):
    assert ri.encode(none, none, recipe).shape == ri.decode(none, none, recipe).shape == (0, 4)


@pytest.mark.parametrize(
    ("anchors", "boxes", "words"),
    [
        (ANCHOR[0], BOX[0], r"anchors: found shape \(4,\), wanted \(n, 4\)"),
        (ANCHOR, np.zeros((1, 5)), r"boxes: found shape \(1, 5\)"),
        (ANCHOR * 3, BOX, r"anchors \(3, 4\) and boxes \(1, 4\) differ"),
        (ANCHOR, "abc", "boxes: wanted numbers"),
        ([[1, 2], [3]], BOX, "anchors: wanted numbers"),
    ],
)
def test_what_encode_cannot_take_is_named(anchors, boxes, words):
    with pytest.raises(ValueError, match=words):
        ri.encode(anchors, boxes, RECIPE)


def test_a_cell_coder_wants_its_strides():
    with pytest.raises(ValueError, match="stride is missing"):
        ri.encode(ANCHOR, BOX, YOLO)
    with pytest.raises(ValueError, match=r"stride: found shape \(3,\), wanted \(1,\) or \(1, 2\)"):
        ri.decode(ANCHOR, BOX, YOLO, [1, 2, 3])
    np.testing.assert_array_equal(ri.encode(ANCHOR, BOX, YOLO, 32), ri.encode(ANCHOR, BOX, YOLO, [[32, 32]]))


def test_degenerate_and_enormous_boxes_code_without_a_word():
    boxes = [[4, 4, 4, 30], [40, 4, 4, 30], [0, 0, 1e300, 1e300], [0, 0, np.inf, 9]]
    t = ri.encode(ANCHOR * 4, boxes, RECIPE)
    assert np.isneginf(t[0, 2])
    assert np.isnan(t[1, 2])
    assert not np.isfinite(t[2:, 2]).any()


def test_smooth_l1_takes_any_numbers():
    np.testing.assert_array_equal(ri.smooth_l1([-3, 0, 1], 2), [2, 0, 0.25])
    np.testing.assert_array_equal(ri.smooth_l1(np.uint8([200]), 0.5), [199.75])
    assert ri.smooth_l1(np.float32([0.1]), 1 / 9).dtype == np.float32
    assert ri.smooth_l1([], 1).shape == (0,)
    np.testing.assert_array_equal(ri.smooth_l1(np.float32([0.5]), 1e-60), np.float32([0.5]))  # no knee in float32
    for beta in (-1, np.nan):
        with pytest.raises(ValueError, match="beta: found"):
            ri.smooth_l1([1.0], beta)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"gt": [1, 2, 3, 4]}, r"gt has shape \(4,\)"),
        ({"gt": [[1, 2, 3, np.nan]]}, "not finite"),
        ({"gt": "abc"}, "gt: wanted numbers"),
        ({"size": (0, 5)}, "at least 1 each"),
        ({"size": (5.5, 5)}, "whole px"),
        ({"size": (5, 5, 3)}, r"wanted \(h, w\)"),
        ({"size": None}, r"wanted \(h, w\)"),
        ({"gt": BOX, "gt_kind": [9]}, "gt_kind holds 9, wanted 0 normal, 1 crowd"),
        ({"gt": BOX, "gt_kind": [0, 0]}, r"gt_kind has shape \(2,\)"),
        ({"gt": BOX, "gt_class": ["cat"]}, "gt_class: wanted numbers"),
        ({"gt": BOX, "gt_class": []}, r"gt_class has shape \(0,\), wanted \(1,\)"),
        ({"gt": BOX, "gt_kind": []}, r"gt_kind has shape \(0,\), wanted \(1,\)"),
    ],
)
def test_a_sample_that_cannot_be_says_why(fields, words):
    with pytest.raises(ri.InspectorError, match=words) as caught:
        ri.Sample(**{"name": "x.jpg", "size": (100, 120)} | fields)
    assert str(caught.value).startswith("x.jpg: ")


@pytest.mark.parametrize("given", [{}, {"gt_class": None, "gt_kind": None}])
def test_a_sample_without_classes_and_kinds_has_zeros_of_both(given):
    sample = ri.Sample("x.jpg", (100, 120), gt=BOX * 2, **given)
    assert (sample.gt_class.tolist(), sample.gt_kind.tolist()) == ([0, 0], [0, 0])
    assert (sample.gt_class.dtype, sample.gt_kind.dtype) == (np.int64, np.int8)


SAMPLE = ri.Sample("x", (100, 120), gt=[[10, 10, 60, 70]])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((SAMPLE, 5), "recipe: found 5, wanted a Recipe"),
        (("x", RECIPE), "sample: found 'x', wanted a Sample"),
        ((SAMPLE, RECIPE, {"a": 1}), "prediction: found a dict"),
    ],
)
def test_inspect_refuses_arguments_of_another_kind(arguments, words):
    with pytest.raises(TypeError, match=words):
        ri.inspect(*arguments)


@pytest.mark.parametrize(
    ("sampled", "words"),
    [
        (([10**9], []), "sampled_positive: holds anchor 1000000000, wanted 0 to"),
        (([], [-1]), "sampled_negative: holds anchor -1"),
        (([1.5], []), "wanted whole numbers"),
        (([np.nan], []), "wanted whole numbers"),
        (([True], []), "wanted whole numbers"),
        ([1, 2, 3], "found 3 parts, wanted two"),
    ],
)
def test_inspect_refuses_a_mini_batch_that_cannot_be(sampled, words):
    with pytest.raises(ri.InspectorError, match=words):
        ri.inspect(SAMPLE, RECIPE, sampled=sampled)


def test_what_has_no_source_is_refused_without_one():
    with pytest.raises(ri.BadPredictions, match=r"^objectness \(5,\), wanted"):
        ri.inspect(SAMPLE, RECIPE, ri.Prediction(objectness=np.zeros(5), deltas=np.zeros((5, 4))))
    with pytest.raises(ri.BadRecipe, match="found None, wanted a recipe's name"):
        ri.load_recipe(None)


def test_anchors_are_asked_for_by_existing_indices():
    result = ri.inspect(SAMPLE, RECIPE)
    assert result.anchors([]).shape == (0, 4)
    np.testing.assert_array_equal(result.anchors(3), result.anchors([3]))
    for index in (-1, result.grid.size):
        with pytest.raises(ri.InspectorError, match=f"anchors: holds anchor {index}"):
            result.anchors([0, index])


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.float16])
@pytest.mark.parametrize("boxes", [[], [[10, 10, 60, 70]], [[10, 10, 60, 70], [5, 5, 5, 9], [0, 0, 120, 100]]])
def test_results_have_the_promised_shapes_and_types_and_do_not_change(boxes, dtype):
    sample = ri.Sample("x", (100, 120), gt=boxes)
    count = ri.inspect(sample, RECIPE).grid.size
    result = ri.inspect(sample, RECIPE, prediction(count, dtype))
    loss, found, assignment = result.loss, result.proposals, result.assignment
    positives, kept, chosen = len(result.positive), len(found.boxes), len(result.sampled_positive)
    promised = {
        "label": (assignment.label, (count,), np.int8),
        "gt": (assignment.gt, (count,), np.int32),
        "t_star": (result.t_star, (positives, 4), np.float32),
        "t": (result.t, (positives, 4), np.float32),
        "per anchor": (loss.objectness_per_anchor, (len(loss.rows),), np.float64),
        "per coordinate": (loss.box_per_coordinate, (chosen, 4), np.float64),
        "boxes": (found.boxes, (kept, 4), np.float32),
        "scores": (found.scores, (kept,), np.float32),
        "anchor": (found.anchor, (kept,), np.int64),
        "fate": (found.fate, (count,), np.uint8),
        "suppressed_by": (found.suppressed_by, (count,), np.int32),
        "anchors": (result.anchors(result.positive), (positives, 4), np.float32),
    }
    assert {name: (array.shape, array.dtype) for name, (array, _, _) in promised.items()} == {
        name: (shape, np.dtype(kind)) for name, (_, shape, kind) in promised.items()
    }
    for value in (result, loss, found, assignment):
        for field in dataclasses.fields(value):
            array = getattr(value, field.name)
            assert not isinstance(array, np.ndarray) or not array.flags.writeable, field.name
    assert loss.objectness_per_anchor.sum() == pytest.approx(loss.objectness, rel=1e-12)
    assert loss.box_per_coordinate.sum() == pytest.approx(loss.box, rel=1e-12)
    assert loss.total == loss.objectness + loss.box


def test_the_callers_own_arrays_stay_the_callers():
    positive, negative = np.array([5], np.int64), np.array([7, 9], np.int64)
    outputs = prediction(ri.inspect(SAMPLE, RECIPE).grid.size)
    result = ri.inspect(SAMPLE, RECIPE, outputs, sampled=(positive, negative))
    positive[0], outputs.deltas[0, 0] = 6, 99
    assert result.deltas[0, 0] != 99
    assert result.sampled_positive.tolist() == [5]
