"""The coder of corners, by hand and as a law, and the rule of centres beyond the picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.coders import Corners
from rpn_inspector.core.recipe import load_recipe

ANCHOR = np.array([[10, 20, 50, 100]], np.float32)  # 40 x 80 px


def test_t_are_differences_of_corners_in_sides_of_the_anchor_over_the_deviation():
    t = Corners().encode(ANCHOR, [[14, 12, 46, 132]])
    # 4 / 40, -8 / 80, -4 / 40 and 32 / 80, each over 0.2
    np.testing.assert_allclose(t, [[0.5, -0.5, -0.5, 2.0]], rtol=1e-7)
    np.testing.assert_allclose(Corners().decode(ANCHOR, [[0.5, -0.5, -0.5, 2.0]]), [[14, 12, 46, 132]], rtol=1e-6)


def test_means_are_taken_off_before_the_deviation():
    coder = Corners(means=(0.1, 0.0, 0.0, 0.2), stds=(0.1, 0.2, 0.2, 0.4))
    np.testing.assert_allclose(coder.encode(ANCHOR, [[14, 12, 46, 132]]), [[0.0, -0.5, -0.5, 0.5]], atol=1e-7)


edge = st.integers(-400, 1400)
box = st.tuples(edge, edge, st.integers(1, 500), st.integers(1, 500)).map(
    lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3])
)


@given(box, box, st.sampled_from([0.1, 0.2, 1.0]))
def test_decoding_undoes_encoding(anchor, wanted, std):
    coder = Corners(stds=(std,) * 4)
    t = coder.encode([anchor], [wanted])
    reach = max(map(abs, (*anchor, *wanted)))
    np.testing.assert_allclose(coder.decode([anchor], t), [wanted], atol=4e-6 * reach)


def test_formulas_put_in_the_numbers_and_recompute():
    t_star = Corners().encode(ANCHOR, [[14, 12, 46, 132]])[0]
    forward = Corners().forward(ANCHOR[0], np.array([14, 12, 46, 132], np.float32), ((0, 8.0), (0, 8.0)), t_star)
    assert forward.lines[0].plain == "t_x1* = (x1* − x1_a) / w_a / 0.2000"
    assert [line.numbers for line in forward.lines] == [
        "(14 − 10) / 40 / 0.2000", "(12 − 20) / 80 / 0.2000", "(46 − 50) / 40 / 0.2000", "(132 − 100) / 80 / 0.2000",
    ]  # fmt: skip
    inverse = Corners().inverse(ANCHOR[0], np.array([14, 12, 46, 132], np.float32), ((0, 8.0), (0, 8.0)), t_star)
    assert inverse.lines[3].numbers == "2 · 0.2000 · 80 + 100"


def test_anchors_whose_centre_is_beyond_the_picture_are_ignored_whatever_they_overlap():
    recipe = load_recipe("retinanet-keras")
    grid = recipe.grid((100, 130))
    gt = np.array([[60, 40, 130, 100]], np.float64)
    found = recipe.matcher.assign(grid, gt, (100, 130))
    boxes = grid.all_boxes()
    beyond = ((boxes[:, 0] + boxes[:, 2]) / 2 >= 130) | ((boxes[:, 1] + boxes[:, 3]) / 2 >= 100)
    assert beyond.any()
    assert (found.label[beyond] == -1).all()
    kept = recipe.with_tables({"matcher": {"outside": {"rule": "use"}}}).matcher.assign(grid, gt, (100, 130))
    np.testing.assert_array_equal(found.label[~beyond], kept.label[~beyond])


@pytest.mark.parametrize(("width", "label"), [(0.3, 0), (0.4, 0), (0.45, -1), (0.5, 1)])
def test_an_iou_of_exactly_the_lower_threshold_is_background(width, label):
    matcher = load_recipe("retinanet-keras").matcher
    grid = load_recipe("retinanet-keras").with_tables(
        {"anchors": {"names": ["P3"], "strides": [8], "sizes": [[10.0]], "ratios": [1.0]}}
    )
    grid = grid.grid((8, 8))
    box = grid.all_boxes()[0]
    gt = np.array([[box[0], box[1], box[0] + width * 10, box[3]]])
    assert matcher.assign(grid, gt, (8, 8)).label.tolist() == [label]
