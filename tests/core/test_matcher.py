"""The windowed assignment against brute force, and what each cause means."""

import dataclasses

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.anchors import grid_for
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.matcher import Cause, assign
from rpn_inspector.core.recipe import AnchorSpec, load_recipe

BASE = load_recipe("torchvision-fpn")
PAPER = load_recipe("paper-vgg16")


def brute_force(grid, gt, spec, image):
    """Return labels, owners, IoU and best ground truth as the libraries write it, with the whole G x N matrix."""
    boxes = grid.all_boxes()
    truths = np.asarray(gt, grid.dtype)
    inside = np.ones(grid.size, bool)
    if spec.outside == "ignore":
        b, (h, w) = spec.border, image
        inside = (boxes[:, 0] >= -b) & (boxes[:, 1] >= -b) & (boxes[:, 2] < w + b) & (boxes[:, 3] < h + b)
    if not len(truths):
        return np.where(inside, 0, -1), np.full(grid.size, -1), np.zeros(grid.size), np.full(grid.size, -1)
    matrix = np.stack([iou_with(truth, boxes, int(spec.inclusive)) for truth in truths])
    matrix[:, ~inside] = -1
    iou, best = matrix.max(0), matrix.argmax(0)
    label = np.full(grid.size, -1)
    label[iou < grid.dtype.type(spec.negative)] = 0
    if spec.low_quality:
        for row in matrix:
            if row.max() >= 0:
                label[row == row.max()] = 1
    label[iou >= grid.dtype.type(spec.positive)] = 1
    label[~inside] = -1
    best[~inside] = -1
    iou[~inside] = 0
    return label, np.where(label == 1, best, -1), iou, best


corner = st.floats(-40, 160, allow_nan=False, width=32)
side = st.one_of(st.just(0.0), st.floats(0.5, 150, width=32), st.sampled_from([16.0, 32.0, 64.0]))
boxes = st.lists(st.tuples(corner, corner, side, side), max_size=6)


@st.composite
def recipes(draw):
    levels = draw(st.integers(1, 3))
    sizes = st.lists(st.floats(3, 90), min_size=1, max_size=3).map(tuple)
    spec = AnchorSpec(
        names=tuple(f"L{i}" for i in range(levels)),
        strides=tuple(draw(st.integers(3, 33)) for _ in range(levels)),
        sizes=tuple(draw(sizes) for _ in range(levels)),
        ratios=tuple(draw(st.lists(st.floats(0.3, 3), min_size=1, max_size=3))),
        base=draw(st.sampled_from(["rounded_corners", "rounded_sides"])),
        stride_rule=draw(st.sampled_from(["padded_over_feature", "given"])),
    )
    base = draw(st.sampled_from([BASE, PAPER]))
    matcher = dataclasses.replace(
        base.matcher,
        low_quality=draw(st.booleans()),
        outside=draw(st.sampled_from(["use", "ignore"])),
        border=draw(st.sampled_from([0, 16])),
        positive=draw(st.sampled_from([0.5, 0.7])),
    )
    return dataclasses.replace(base, anchors=spec, matcher=matcher, dtype=draw(st.sampled_from(["float32", "float64"])))


@settings(max_examples=120, deadline=None)
@given(recipe=recipes(), raw=boxes, twin=st.booleans())
def test_windowed_equals_brute_force(recipe, raw, twin):
    gt = np.array([(x, y, x + w, y + h) for x, y, w, h in raw], np.float32).reshape(-1, 4)
    if twin and len(gt):
        gt = np.concatenate([gt, gt[:1]])
    grid = grid_for(recipe, (96, 128))
    result = assign(grid, gt, recipe.matcher, (96, 120))
    label, owner, iou, best = brute_force(grid, gt, recipe.matcher, (96, 120))
    np.testing.assert_array_equal(result.label, label)
    np.testing.assert_array_equal(result.gt, owner)
    np.testing.assert_array_equal(result.iou, iou.astype(grid.dtype))
    np.testing.assert_array_equal(result.best_gt, best)


def one_level(size=32.0):
    spec = AnchorSpec(names=("L",), strides=(16,), sizes=((size,),), ratios=(1.0,))
    return grid_for(dataclasses.replace(BASE, anchors=spec), (64, 64))


def test_causes_of_a_grid_a_human_can_check():
    """Anchors of 32 px every 16 px; the ground truth is exactly the anchor of cell (1, 1)."""
    grid = one_level()
    result = assign(grid, np.array([[0, 0, 32, 32]]), BASE.matcher, (64, 64))
    assert grid.boxes([5]).tolist() == [[0, 0, 32, 32]]
    assert result.iou[5] == 1
    assert result.cause[5] == Cause.OVERLAP
    # one cell to the right: 16 x 32 shared of 2 x 1024 - 512
    assert result.iou[6] == np.float32(512) / np.float32(1536)
    assert result.cause[6] == Cause.BETWEEN_THRESHOLDS
    # diagonal: 256 / 1792 = 0.14
    assert result.cause[10] == Cause.BACKGROUND
    assert result.gt_positives.tolist() == [1]
    assert result.gt_low_quality.tolist() == [0]


def test_a_small_truth_is_saved_by_the_low_quality_rule_only():
    grid = one_level()
    result = assign(grid, np.array([[12, 12, 20, 20]]), BASE.matcher, (64, 64))
    assert np.flatnonzero(result.label == 1).tolist() == [5]
    assert result.cause[5] == Cause.BEST_FOR_GT
    assert result.iou[5] == np.float32(64) / np.float32(1024)
    assert result.gt_low_quality.tolist() == [1]


def test_a_truth_that_touches_nothing_makes_every_anchor_positive():
    result = assign(one_level(), np.array([[500, 500, 510, 510]]), BASE.matcher, (64, 64))
    assert (result.label == 1).all()
    assert result.gt_best_iou.tolist() == [0]


def test_of_two_equal_truths_the_first_owns_the_anchors():
    result = assign(one_level(), np.array([[0, 0, 32, 32], [0, 0, 32, 32]]), BASE.matcher, (64, 64))
    assert result.gt_positives.tolist() == [1, 0]
    assert result.gt_ties.tolist() == [1, 1]


def test_without_truth_all_are_negative():
    result = assign(one_level(), np.zeros((0, 4)), BASE.matcher, (64, 64))
    assert (result.label == 0).all()
    assert (result.best_gt == -1).all()
