"""Fates a human can check: three boxes on one level, and sums that add up for every recipe."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.core.anchor_rules.corners import RoundedCorners
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.fates import fate_of, funnel, recalls
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

BASE = load_recipe("torchvision-fpn")


def one_level(**proposals):
    """Four anchors of 32 px at (0, 0), (16, 0), (0, 16), (16, 16): centres of a 2 x 2 grid with stride 16."""
    anchors = RoundedCorners(names=("L",), strides=(16,), sizes=((32.0,),), ratios=((1.0,),), stride_rule="given")
    resize = dataclasses.replace(BASE.resize, short=32, long=32, pad_multiple=1)
    kept = dataclasses.replace(BASE.proposals, **proposals)
    return dataclasses.replace(BASE, anchors=anchors, resize=resize, proposals=kept)


def predicted(recipe, boxes, scores, gt=((0, 0, 20, 20),)):
    """Return the inspection in which the four anchors decode to ``boxes`` with ``scores``."""
    from rpn_inspector.core.coder import encode

    grid = recipe.grid((32, 32))
    deltas = encode(grid.all_boxes(), np.float32(boxes), recipe)
    logits = np.log(np.array(scores) / (1 - np.array(scores)))
    sample = Sample("x", (32, 32), gt=np.array(gt, float), classes=("cell",))
    return inspect(sample, recipe, Prediction(objectness=logits, deltas=deltas))


BOXES = [[0, 0, 20, 20], [0, 0, 20, 18], [20, 20, 32, 32], [4, 4, 4.0005, 10]]
SCORES = [0.6, 0.9, 0.3, 0.8]


def test_fates_by_hand():
    """Box 0 fits better but box 1 scores higher: IoU 360 / 400 = 0.9. Box 3 is thinner than a thousandth of a px."""
    result = predicted(one_level(), BOXES, SCORES)
    assert result.proposals.fate.tolist() == [Fate.SUPPRESSED, Fate.KEPT, Fate.KEPT, Fate.TOO_SMALL]
    facts = fate_of(result, 0)
    assert facts.finding == "Suppressed by proposal 1"
    assert (facts.suppressor, facts.rank, facts.gt) == (1, 3, 0)
    assert facts.nms_iou == pytest.approx(0.9)
    assert facts.gt_iou == pytest.approx(1)
    assert facts.siblings.tolist() == [0]
    assert "IoU 0.9000 > 0.70, the NMS threshold" in facts.words
    assert "better fit: IoU with ground truth 1 (cell) is 1.0000, the survivor has 0.9000" in facts.words
    assert fate_of(result, 1).finding == "Kept as proposal 1"
    assert fate_of(result, 3).finding == "Too small"


def test_a_box_clipped_to_the_picture_says_so_with_the_box_before():
    """Box 2 of 12 px reaches 8 px beyond the picture of 32 px; box 0 lies in it."""
    beyond = [*BOXES[:2], [20, 20, 40, 40], BOXES[3]]
    result = predicted(one_level(), beyond, SCORES)
    facts = fate_of(result, 2)
    np.testing.assert_allclose(facts.unclipped, beyond[2], atol=1e-4)
    np.testing.assert_allclose(facts.box, [20, 20, 32, 32], atol=1e-4)
    assert facts.clipped == "As decoded it reaches beyond the picture, and is clipped to that."
    inside = fate_of(result, 0)
    assert (inside.unclipped, inside.clipped) == (None, "")
    free = fate_of(predicted(one_level(clip=False), beyond, SCORES), 2)
    assert (free.unclipped, free.clipped) == (None, "")


@pytest.mark.parametrize(("rule", "sign"), [("greater", ">"), ("greater_equal", "≥")])
def test_the_words_of_nms_are_those_of_its_rule(rule, sign):
    result = predicted(one_level(nms_rule=rule), BOXES, SCORES)
    assert f"overlaps proposal 1 at IoU 0.9000 {sign} 0.70, the NMS threshold" in fate_of(result, 0).words
    assert f"No box above it overlaps it at IoU {sign} 0.70" in fate_of(result, 1).words


def test_the_first_and_the_last_cut_by_hand():
    first = predicted(one_level(pre_nms=2), BOXES, SCORES)
    assert first.proposals.fate.tolist() == [Fate.CUT_LEVEL, Fate.KEPT, Fate.CUT_LEVEL, Fate.TOO_SMALL]
    assert "first 2 on its level" in fate_of(first, 0).words
    last = predicted(one_level(post_nms=1), BOXES, SCORES)
    assert last.proposals.fate.tolist() == [Fate.SUPPRESSED, Fate.KEPT, Fate.CUT_FINAL, Fate.TOO_SMALL]
    low = predicted(one_level(min_score=0.5), BOXES, SCORES)
    assert low.proposals.fate.tolist() == [Fate.SUPPRESSED, Fate.KEPT, Fate.LOW_SCORE, Fate.TOO_SMALL]
    assert "below the threshold 0.5" in fate_of(low, 2).words


def test_the_funnel_loses_what_the_fates_say():
    result = predicted(one_level(pre_nms=3), BOXES, SCORES)
    found = funnel(result)
    assert found.steps == ("anchors", "top", "size", "score", "nms", "kept")
    assert found.rows[0].left == (4, 3, 2, 2, 1, 1)
    assert found.total.left == found.rows[0].left
    assert sum(found.fates.values()) == 4
    assert funnel(inspect(Sample("x", (32, 32)), one_level())) is None


def test_recall_falls_from_step_to_step():
    """The ground truth is box 0: every decoded box covers it, after NMS only box 1 is left, at 0.9."""
    result = predicted(one_level(), BOXES, SCORES, gt=[[0, 0, 20, 20], [24, 0, 32, 8]])
    by_step = {recall.step: recall for recall in recalls(result)}
    assert by_step["decoded"].best[0] == pytest.approx(1)
    assert by_step["kept"].best[0] == pytest.approx(0.9)
    assert (by_step["kept"].at_half, by_step["kept"].at_seven) == (0.5, 0.5)
    for recall, step in ((by_step["anchors"], result.grid.all_boxes()), (by_step["kept"], result.proposals.boxes)):
        wanted = [iou_with(truth, step.astype(np.float32)).max() for truth in result.gt]
        np.testing.assert_array_equal(recall.best, wanted)
    assert [recall.step for recall in recalls(inspect(result.sample, result.recipe))] == ["anchors"]
