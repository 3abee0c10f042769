"""What is said of a ground truth: its anchors counted, and the reason where it has none."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from recipe_texts import recipe_from_toml, with_value

from rpn_inspector.core.assigners.overlapped import listed_truths
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample


def inspected(boxes, matcher="", kinds=None):
    """One level of 32 px squares on a grid of 16 px over 64 x 64 px: x1 of column c is 16 c - 16."""
    recipe = recipe_from_toml(
        'name = "squares"\nextends = "torchvision-fpn"\n[resize]\nshort = 64\nlong = 64\npad_multiple = 1\n'
        '[anchors]\nnames = ["P"]\nstrides = [16]\nsizes = [[32.0]]\nratios = [[1.0]]\n[matcher]\n' + matcher
    )
    gt = np.array(boxes, float).reshape(-1, 4)
    classes = np.zeros(len(gt), np.int64)
    return inspect(Sample("a", (64, 64), gt, classes, kinds, classes=("cat",)), recipe)


def words(one, truth):
    facts = one.explain_truth(truth)
    return facts.finding, facts.why


def test_an_anchor_that_fits():
    assert words(inspected([[0, 0, 32, 32]]), 0) == (
        "Ground truth 1: 1 anchor",
        "IoU with it reaches the threshold 0.70 for 1 anchor; the best is 1.0000.",
    )


def test_only_the_low_quality_rule_helps():
    # 16 x 32 inside one 32 x 32 anchor: IoU 512 / 1024; the column to the left holds it wholly too
    assert words(inspected([[0, 0, 16, 32]]), 0) == (
        "Ground truth 1: 2 anchors",
        "No anchor of its own reaches the threshold 0.70; its best overlap is IoU 0.5000. "
        "Only the low-quality rule gives it 2 anchors.",
    )


def test_without_the_low_quality_rule_it_has_none():
    assert words(inspected([[0, 0, 16, 32]], "low_quality = false"), 0) == (
        "Ground truth 1: unmatched",
        "Its best overlap with an anchor is IoU 0.5000, under the threshold 0.70, and this recipe has no "
        "low-quality rule.",
    )


def test_the_low_quality_rule_has_a_least_iou():
    assert words(inspected([[0, 0, 16, 32]], "low_quality_from = 0.6"), 0)[1].endswith(
        "IoU 0.5000, under the 0.60 from which the low-quality rule helps."
    )


def test_of_several_best_anchors_the_first_is_told_of():
    # the squares at (-16, -16), (0, -16), (-16, 0) and (0, 0) hold the small one; the first meets the other in 16 x 16
    one = inspected([[0, 0, 32, 32], [4, 4, 12, 12]], 'low_quality_ties = "first"')
    assert words(one, 1) == (
        "Ground truth 2: unmatched",
        "Its best overlap with an anchor is IoU 0.0625; 4 anchors tie there. But that anchor overlaps "
        "ground truth 1 (cat) more, IoU 0.1429, and is trained towards that one.",
    )


def test_the_best_anchor_is_trained_towards_the_other():
    one = inspected([[0, 0, 32, 32], [12, 12, 20, 20]], "positive = 0.9")
    # of the nine squares that touch it only the one at (0, 0) holds all of the small one: IoU 64 / 1024
    assert words(one, 1) == (
        "Ground truth 2: unmatched",
        "Its best overlap with an anchor is IoU 0.0625. But that anchor overlaps ground truth 1 (cat) more, "
        "IoU 1.0000, and is trained towards that one.",
    )
    assert one.explain_truth(1).owner == 0


def test_a_claim_that_wins_is_said():
    # the last to claim wins: both have the square at (0, 0) for their best
    one = inspected([[12, 12, 20, 20], [0, 0, 32, 32]], "low_quality_owner = 'claim'")
    assert words(one, 0)[1].endswith("But that anchor is given to ground truth 2 (cat), which claims it too.")


def test_a_ground_truth_that_touches_no_anchor():
    finding, why = words(inspected([[200, 200, 210, 210]]), 0)
    assert why == "It overlaps no anchor: every anchor ties at IoU 0 and becomes positive."
    assert finding == "Ground truth 1: 16 anchors"


@pytest.mark.parametrize(
    ("kind", "matcher", "why"),
    [
        (1, "", "It is marked crowd, and this recipe leaves such ground truths out."),
        (3, "", "It is marked ignored, and this recipe leaves such ground truths out."),
        (
            1,
            'crowd = "ignore"',
            "It is marked crowd: no anchor is trained towards it, and those inside it enter no loss.",
        ),
    ],
)
def test_a_ground_truth_that_takes_no_part(kind, matcher, why):
    one = inspected([[0, 0, 32, 32]], matcher, np.array([kind], np.int8))
    assert words(one, 0) == ("Ground truth 1: takes no part", why)


def test_a_number_that_is_none():
    one = inspected([[0, 0, 32, 32]])
    for number in (-1, 1):
        with pytest.raises(InspectorError, match=f"ground truth {number}: wanted 0 to 0"):
            one.explain_truth(number)


corner, side = st.floats(-40, 70, width=32), st.floats(0, 60, width=32)
MATCHERS = st.builds(
    "low_quality = {}\nlow_quality_ties = '{}'\nlow_quality_owner = '{}'\noutside = '{}'\n"
    "clobber_positives = {}\n".format,
    st.sampled_from(["true", "false"]),
    st.sampled_from(["all", "first"]),
    st.sampled_from(["overlap", "claim", "claim_first"]),
    st.sampled_from(["use", "ignore", "ignore_after"]),
    st.sampled_from(["true", "false"]),
)


@given(st.lists(st.tuples(corner, corner, side, side), min_size=1, max_size=5), MATCHERS)
def test_the_words_agree_with_the_counts(raw, matcher):
    one = inspected([[x, y, x + w, y + h] for x, y, w, h in raw], matcher)
    for truth in range(len(raw)):
        facts = one.explain_truth(truth)
        owned = np.count_nonzero(one.assignment.gt == truth)
        assert facts.positives == owned
        assert facts.finding.endswith(": unmatched") == (facts.used and owned == 0)
        assert ("not enough" in facts.why) is False, "every reason has a sentence of its own"
        if "low-quality rule gives it" in facts.why:
            assert facts.low_quality == owned > 0


def test_of_two_ground_truths_that_an_anchor_overlaps_alike_the_first_is_said_to_come_first():
    one = inspected([[4, 4, 28, 28], [4, 4, 28, 28]])
    assert words(one, 1)[1].endswith(
        "overlaps ground truth 1 (cat) just as much, and comes first, and is trained towards that one."
    )


RULES = ("torchvision-fpn", "mmdet-fpn", "atss-mmdet", "retinaface-mobilenet", "yolov3-416", "yolov5s")


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("box", [[40.0, 40, 104, 104], [30.0, 52, 140, 91]])
def test_of_equal_boxes_none_is_overlapped_more(name, box):
    one = inspect(Sample("a", (160, 160), [box, box]), load_recipe(name))
    said = [one.explain_truth(truth).why for truth in range(2)]
    said += [one.explain(int(anchor)).why for anchor in one.positive]
    said = [re.sub("[Nn]o anchor[^.,]*", "", words) for words in said]
    assert not [words for words in said if " more" in words or "most." in words]


def test_a_ground_truth_no_anchor_overlaps_has_no_best_anchor_by_a_rule_without_iou():
    one = inspect(Sample("a", (160, 160), [[40.0, 40, 104, 104], [900, 900, 960, 960]]), load_recipe("yolov5s"))
    assert (one.overlap.gt_best_anchor >= 0).tolist() == [True, False]
    assert one.explain_truth(1).best_anchor == -1


def test_of_a_ground_truth_without_sides_no_factor_is_told():
    recipe = with_value(load_recipe("yolov5s"), "ground_truth.drop_empty", False)
    one = inspect(Sample("a", (160, 160), [[40.0, 40, 40, 104], [40, 40, 40.25, 40.25]]), recipe)
    assert one.used.all()
    words = "A side of it is 0, which is within no factor of any anchor's. So no level trains it."
    assert one.explain_truth(0).why == words
    assert "differs 13.00 times in one." in one.explain_truth(1).why


def test_ground_truths_are_listed_in_the_plural():
    assert [listed_truths([2]), listed_truths([2, 3])] == ["ground truth 3", "ground truths 3, 4"]
    box = [40.0, 40, 104, 104]
    one = inspect(Sample("a", (160, 160), [box] * 3), load_recipe("yolov5s"))
    assert "Ground truths 1, 2 teach it too; its objectness follows" in one.explain(int(one.positive[0])).why


def test_a_low_quality_match_names_the_threshold_that_decides_what_it_would_be():
    for box, start in (
        ([4, 4, 12, 12], "IoU 0.0625 is under the threshold 0.30, so it would be negative."),
        ([0, 0, 16, 32], "IoU 0.5000 is under the threshold 0.70, so it would be ignored."),
    ):
        one = inspected([box])
        assert one.explain(int(one.positive[0])).why.startswith(start)
