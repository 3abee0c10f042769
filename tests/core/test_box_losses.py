"""Losses of decoded boxes: numbers a human can check, laws, and gradients beside central differences."""

import dataclasses
import math

import numpy as np
import pytest
from drawn import drawn, number_of
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pinned import SAMPLES, outputs

from rpn_inspector.core.box_losses import DECODED, Decoded, balanced_l1, decoded_loss
from rpn_inspector.core.explain_sections import box_cost, sections
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import of_error
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe

BASE = load_recipe("torchvision-fpn").loss
FORMS = [(name, form) for name in DECODED for form in ("mmdetection", "torchvision")]
every_form = pytest.mark.parametrize(("name", "form"), FORMS)
pair = drawn(lambda codes: [number_of(codes, 1, 40) for _ in range(8)], 16)


def spec_of(name, form="mmdetection", **changes):
    return dataclasses.replace(BASE, box=name, iou_form=form, beta=0.2, **changes)


def cost(name, form, predicted, truth, **changes):
    """Return the loss of one predicted box, or of several (n, 4), with one ground truth."""
    predicted = np.array(predicted, np.float64).reshape(-1, 4)
    boxes = Decoded(predicted, np.tile(np.array(truth, np.float64), (len(predicted), 1)))
    return decoded_loss(boxes, spec_of(name, form, **changes))


def test_half_an_overlap_in_numbers():
    """Two boxes 10 x 10, one 5 px to the right: I = 50, U = 150, C = 150, rho^2 = 25, c^2 = 15^2 + 10^2 = 325."""
    here, there = [0, 0, 10, 10], [5, 0, 15, 10]
    wanted = {"giou": 1 - 1 / 3, "diou": 1 - 1 / 3 + 25 / 325, "ciou": 1 - 1 / 3 + 25 / 325}
    for name, value in wanted.items():
        for form in ("mmdetection", "torchvision"):
            np.testing.assert_allclose(cost(name, form, here, there).value, [[value]], atol=1e-6)
    for mode, value in (("log", math.log(3)), ("linear", 2 / 3), ("square", 8 / 9)):
        np.testing.assert_allclose(cost("iou", "mmdetection", here, there, iou_mode=mode).value, [[value]], atol=1e-6)
    # x: the centre is 5 px off, so the best IoU by x alone is (10 - 10) / 20 = 0; y, w and h are right
    bounded = cost("bounded_iou", "mmdetection", here, there).value[0]
    np.testing.assert_allclose(bounded, [1 - 0.1, 0, 0, 0], atol=1e-4)


@every_form
@settings(max_examples=40, deadline=None)
@given(numbers=pair)
def test_the_gradient_is_the_central_difference(name, form, numbers):
    x, y, w, h, a, b, c, d = numbers
    box, truth = np.array([x, y, x + w, y + h]), np.array([a, b, a + c, b + d])
    # away from corners of maxima and minima, where there is no one slope
    assume(np.abs(box - truth).min() > 0.01)
    assume(np.abs(box - truth[[2, 3, 0, 1]]).min() > 0.01)
    assume(abs(x + w / 2 - a - c / 2) > 0.01 < abs(y + h / 2 - b - d / 2))
    assume(abs(w - c) > 0.01 < abs(h - d))
    found = cost(name, form, box, truth).gradient[0]
    step = 1e-5
    up, down = (frozen(name, form, box, box + end * np.eye(4), truth) for end in (step, -step))
    if name != "ciou":  # no knee between the two ends
        around = cost(name, form, box + np.array([[0], [step], [-step]]), truth).value
        sides = np.digitize(around, [0.0, 1e-4, 0.0999, 0.1001, 0.899, 0.9, 0.901])
        assume((sides == sides[0]).all())
    np.testing.assert_allclose(found, (up - down) / (2 * step), rtol=2e-4, atol=2e-6)


def frozen(name, form, box, moved, truth):
    """Return the losses of ``moved`` (n, 4) with CIoU's alpha of ``box``."""
    if name != "ciou":
        return cost(name, form, moved, truth).value.sum(1)
    one, other = cost("diou", form, moved, truth).value.sum(1), cost("diou", form, box, truth).value.sum()
    v, [before] = ((4 / math.pi**2) * (angle(truth) - angle(each)) ** 2 for each in (moved, box[None]))
    alpha = (cost(name, form, box, truth).value.sum() - other) / before if before else 0
    return one + alpha * v


def angle(box):
    return np.arctan((box[..., 2] - box[..., 0]) / (box[..., 3] - box[..., 1] + 1e-6))


@every_form
@settings(max_examples=25, deadline=None)
@given(numbers=pair, times=st.sampled_from([2.0, 8.0]))
def test_losses_are_0_at_equality_not_negative_and_do_not_know_px(name, form, numbers, times):
    x, y, w, h, a, b, c, d = numbers
    box, truth = np.array([x, y, x + w, y + h]) + 1, np.array([a, b, a + c, b + d]) + 1
    value = cost(name, form, box, truth, epsilon=1e-12).value
    assert (value >= -1e-9).all()
    np.testing.assert_allclose(cost(name, form, times * box, times * truth, epsilon=1e-12).value, value, atol=1e-6)
    if name != "ciou" or form != "mmdetection":  # 0 / 0 there, in the library as well
        np.testing.assert_allclose(cost(name, form, truth, truth, epsilon=1e-12).value, 0, atol=1e-6)


def test_balanced_l1_and_its_slope_meet_at_the_knee():
    spec = spec_of("balanced_l1", balanced_alpha=0.5, balanced_gamma=1.5)
    d = np.array([0.0, 0.05, 0.1, 0.19, 0.3, 2.0])
    value, slope = balanced_l1(d, spec)
    np.testing.assert_array_equal(of_error(-d, spec), value)
    near = [balanced_l1(d + sign * 1e-6, spec)[0] for sign in (1, -1)]
    np.testing.assert_allclose(slope[1:], (near[0] - near[1])[1:] / 2e-6, rtol=1e-5)
    ends = balanced_l1(np.array([0.2 - 1e-12, 0.2]), spec)
    np.testing.assert_allclose(ends[0][0], ends[0][1], rtol=1e-9)
    assert value[0] == 0


@pytest.mark.parametrize("name", [*DECODED, "balanced_l1"])
def test_parts_of_a_picture_sum_to_its_loss_and_are_explained(name):
    recipe = load_recipe("retinanet-mmdet").with_tables(
        {"loss": {"box": name, "beta": 0.2, "box_weight": 2.0}, "anchors": {"strides": [16, 32, 64, 128, 256]}}
    )
    plain = inspect(SAMPLES[0], recipe)
    logits, deltas = outputs(plain.grid.size, 3)
    one = inspect(SAMPLES[0], recipe, Prediction(objectness=logits, deltas=deltas))
    np.testing.assert_allclose(one.loss.box_per_coordinate.sum(), one.loss.box)
    assert one.loss.box_per_coordinate.shape == (len(one.positive), 4 if name in ("bounded_iou", "balanced_l1") else 1)
    facts = [one.explain(anchor) for anchor in one.positive[:40].tolist()]
    added = [fact.box_loss / fact.box_normaliser for fact in facts]
    np.testing.assert_allclose(added, one.loss.box_per_coordinate[:40].sum(1))
    fact = facts[0]
    assert (fact.difference is None) == (name in DECODED)
    assert fact.coding.rows[-1].cells[-1] == pytest.approx(fact.r.sum())
    section = box_cost(one, fact)
    spoken = [line.spoken for line in section.lines]
    assert any(line.exact == pytest.approx(fact.r.sum()) for line in section.lines)
    assert len([line for line in spoken if line.startswith(("dL/d", "dR/d"))]) == 4
    assert all(section is not None for section in sections(one, fact))
    assert box_cost(plain, plain.explain(int(plain.positive[0]))).formula
