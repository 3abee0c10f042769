"""The filter line against plain NumPy, its errors with their place, and nothing ever run."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.matcher import Cause
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.work.filtering import NAMES, BadFilter, Filter, completions
from rpn_inspector.work.simulated import SimulatedPredictions

GT = np.array([[10, 10, 60, 70], [60, 20, 66, 25], [30, 30, 120, 90.0]])
SAMPLE = Sample("x", (96, 128), gt=GT, gt_class=np.array([0, 1, 1]), classes=("car", "zebra crossing"))
RECIPE = load_recipe("torchvision-fpn")
RESULT = inspect(SAMPLE, RECIPE, SimulatedPredictions().predict(SAMPLE, RECIPE))
PLAIN = inspect(SAMPLE, RECIPE)
A = RESULT.assignment
LEVEL = RESULT.grid.locate(np.arange(RESULT.grid.size)).level
BOXES = RESULT.grid.all_boxes()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", np.ones(RESULT.grid.size, bool)),
        ("iou > 0.4", A.iou > 0.4),
        ("iou > 0.4 and iou < 1" + "0" * 400, A.iou > 0.4),
        ("level == 3 and iou > 0.4 and label == ignored", (LEVEL == 1) & (A.iou > 0.4) & (A.label == -1)),
        ("level == P3", LEVEL == 1),
        ("level in (P3, P6)", (LEVEL == 1) | (LEVEL == 4)),
        ("level not in (P3, 6)", (LEVEL != 1) & (LEVEL != 4)),
        ("0.3 <= iou < 0.7", (A.iou >= np.float32(0.3)) & (A.iou < np.float32(0.7))),
        ("not label == negative", A.label != 0),
        ("cause == best or cause == overlap", (A.cause == Cause.BEST_FOR_GT) | (A.cause == Cause.OVERLAP)),
        ("gt == 2", A.gt == 1),
        ("gt == none", A.gt == -1),
        ("best_gt != 3", A.best_gt != 2),
        ("cls == car", A.gt == 0),
        ("cls == 'zebra crossing'", A.gt >= 1),
        ("fate == suppressed", RESULT.proposals.fate == Fate.SUPPRESSED),
        ("score >= 0.5", RESULT.objectness() >= 0.5),
        ("tx < -0.1", RESULT.deltas[:, 0] < -0.1),
        ("w > h", BOXES[:, 2] - BOXES[:, 0] > BOXES[:, 3] - BOXES[:, 1]),
        ("sampled and label == positive", np.isin(np.arange(len(A.label)), RESULT.sampled_positive)),
        ("inside == no", (BOXES < 0).any(1) | (BOXES[:, 2] > 1066) | (BOXES[:, 3] > 800)),
        ("index == 12", np.arange(RESULT.grid.size) == 12),
        ("ratio == 2", np.isclose(np.tile([0.5, 1, 2], RESULT.grid.size // 3), 2)),
    ],
)
def test_a_filter_means_what_numpy_says(text, wanted):
    np.testing.assert_array_equal(Filter.parse(text).mask(RESULT), wanted)


def test_losses_and_targets_are_known_for_the_anchors_that_have_them():
    mask = Filter.parse("box_loss >= 0").mask(RESULT)
    np.testing.assert_array_equal(np.flatnonzero(mask), RESULT.positive)
    np.testing.assert_array_equal(np.flatnonzero(Filter.parse("tx_star > -9").mask(PLAIN)), PLAIN.positive)
    assert not Filter.parse("score >= 0").mask(PLAIN).any()
    assert not Filter.parse("fate == kept").mask(PLAIN).any()


@pytest.mark.parametrize(
    ("text", "position", "problem"),
    [
        ("iuo > 0.4", 0, "did you mean iou"),
        ("iou = 0.4", None, "wanted =="),
        ("iou > 0.4 & iou < 1", 6, "wanted and, or"),
        ("label == positiv", 9, "did you mean positive"),
        ("  iou >", None, "wanted"),
        ("iou", 0, "wanted a comparison"),
        ("iou > (", None, "wanted"),
        ("3 < 4", 0, "wanted a name"),
        ("__import__('os').system('true')", 0, "wanted a comparison"),
        ("iou > open('x')", 6, "wanted a name, a number or a word"),
        ("[x for x in (1, 2)] == iou", 0, "wanted a name, a number or a word"),
        ("iou is 3", 0, "wanted =="),
        ("level in P3", 9, "in brackets"),
        ("(" * 400 + "iou > 1" + ")" * 400, None, "wanted"),
        ("iou > 1" + " and iou > 1" * 200, 1000, "at most 1000"),
    ],
)
def test_an_error_says_where_and_what_was_wanted(text, position, problem):
    with pytest.raises(BadFilter, match=problem) as caught:
        Filter.parse(text).mask(RESULT)
    if position is not None:
        assert caught.value.position == position
    assert "\n" not in str(caught.value)


@given(st.text(st.sampled_from("iou><=()andrlevbP3.05 '\"_[]{}:;,+-*/%@!~^&|\n\t"), max_size=40))
def test_any_text_is_a_filter_or_a_clear_error(text):
    try:
        mask = Filter.parse(text).mask(RESULT)
    except BadFilter as error:
        place, mask = error.position, np.ones(RESULT.grid.size, bool)
    else:
        place = 0
    assert 0 <= place <= max(len(text), 1)
    assert mask.shape == (RESULT.grid.size,)
    assert mask.dtype == bool


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_has_a_value_for_every_anchor(name):
    for result in (RESULT, PLAIN):
        assert NAMES[name].values(result).shape == (result.grid.size,)
    assert NAMES[name].help


def test_completion_knows_names_words_and_joints():
    assert completions("io", 2) == ["iou"]
    assert completions("label == ", 9) == ["positive", "negative", "ignored"]
    assert completions("level == P", 10, RESULT) == ["P2", "P3", "P4", "P5", "P6"]
    assert completions("iou > 0.4 a", 11) == ["and"]
    assert "label" in completions("iou > 0.4 and ", 14)
    assert completions("fate in (kept, sup", 18) == ["suppressed"]
