"""Distributions of sides under what-ifs: means and probabilities come out as asked, and the rest keeps its shape."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.distance_losses import BINS, bin_costs, side_costs
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.side_bins import probabilities, tilted, with_probability
from rpn_inspector.core.what_if import WhatIf, apply, score_column, with_bin, with_predicted, with_t

raws = st.lists(st.floats(-8, 8), min_size=64, max_size=64).map(np.array)


@given(raw=raws, means=st.lists(st.floats(0.01, 14.9), min_size=4, max_size=4))
def test_a_tilted_distribution_has_the_mean_asked_for_and_falls_by_one_ratio_a_bin(raw, means):
    made = tilted(raw, means)
    np.testing.assert_allclose(probabilities(made) @ np.arange(16), means, atol=1e-6)
    steps = np.diff((made - raw).reshape(4, 16), axis=1)
    np.testing.assert_allclose(steps, steps[:, :1] * np.ones((1, 15)), atol=1e-9)


@given(raw=raws, side=st.integers(0, 3), place=st.integers(0, 15), wanted=st.floats(0.01, 0.99))
def test_one_probability_changes_and_the_others_keep_their_ratios(raw, side, place, wanted):
    before, after = probabilities(raw), probabilities(with_probability(raw, side, place, wanted))
    assert after[side, place] == pytest.approx(wanted)
    rest = np.delete(before[side], place)
    np.testing.assert_allclose(np.delete(after[side], place), rest * (1 - wanted) / rest.sum(), atol=1e-9)
    others = [other for other in range(4) if other != side]
    np.testing.assert_array_equal(after[others], before[others])


def _looked_at():
    recipe = load_recipe("yolov8").with_tables({"resize": {"size": [64, 64]}})
    sample = Sample("x", (64, 64), gt=np.array([[8, 8, 56, 56]], np.float32), gt_class=np.array([1]))
    random = np.random.default_rng(3)
    raw = random.normal(0, 1, (84, 64)).astype(np.float32)
    logits = random.normal(0, 1, (84, 3)).astype(np.float32)
    return inspect(sample, recipe, Prediction(objectness=logits, deltas=raw))


def test_what_ifs_of_bins_t_and_the_class_score_assign_anew():
    one = _looked_at()
    anchor = int(one.positive[0])
    nothing = WhatIf(anchor)
    dragged = apply(one, with_bin(one, nothing, 2, 15, 0.9))
    assert float(dragged.deltas[anchor, 2]) > 13
    np.testing.assert_allclose(probabilities(dragged.heads[BINS][anchor])[2, 15], 0.9, atol=1e-6)
    assert one.deltas[anchor, 2] != dragged.deltas[anchor, 2]
    metric = [
        pair.ragged.measured["metric"][pair.ragged.anchor == anchor] for pair in (one.assignment, dragged.assignment)
    ]
    assert metric[0] != metric[1]
    typed = apply(one, with_t(one, nothing, 1, 5.25))
    np.testing.assert_allclose(typed.deltas[anchor, 1], 5.25, atol=1e-5)
    wanted = np.array([16, 12, 60, 52], np.float32)
    moved = apply(one, with_predicted(one, nothing, wanted))
    reach = np.abs(moved.predicted([anchor])[0] - wanted)
    centre, stride = one.anchors([anchor])[0][:2], float(one.grid.strides([anchor])[0, 0])
    near = np.abs(np.tile(centre, 2) - wanted) / stride
    assert (reach[near > 0.1] < 0.05).all()
    assert score_column(one, anchor) == 1
    surer = apply(one, dataclasses.replace(nothing, score=0.75))
    assert surer.logits[anchor, 1] == pytest.approx(np.log(3))
    np.testing.assert_array_equal(np.delete(surer.logits[anchor], 1), np.delete(one.logits[anchor], 1))


def test_the_cost_of_a_point_is_the_mean_of_its_sides_and_stands_in_its_table():
    one = _looked_at()
    anchor = int(one.positive[0])
    raw, target = one.heads[BINS][[anchor]], one.t_star[:1]
    sides = side_costs(raw, target)
    np.testing.assert_array_equal(bin_costs(raw, target), sides.mean(1))
    table = one.explain(anchor).coding
    assert [row.cells[-1] for row in table.rows] == [*sides[0].tolist(), float(sides.mean())]


def test_without_bins_there_is_none_to_drag():
    one = _looked_at()
    means = inspect(one.sample, one.recipe, Prediction(objectness=one.logits, deltas=one.deltas))
    with pytest.raises(InspectorError, match="no bins"):
        with_bin(means, WhatIf(0), 0, 0, 0.5)
