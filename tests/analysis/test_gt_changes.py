"""Ground truths under two recipes, whatever the grids: counts as the two inspections have them."""

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.compare.gt_changes import GtState, compare_gts

BOXES = np.array([[10, 20, 110, 220], [300, 50, 302, 51], [500, 300, 590, 390], [0, 0, 30, 600]], float)
SAMPLE = ri.Sample(name="a", size=(400, 600), gt=BOXES, gt_kind=[0, 0, 1, 0])


@pytest.mark.parametrize(
    ("a", "b"), [("torchvision-fpn", "yolov3-416"), ("retinanet-mmdet", "ssd300-torchvision"), ("paper-vgg16", "demo")]
)
def test_each_ground_truth_is_counted_on_both_sides(a, b):
    pair = [ri.inspect(SAMPLE, ri.load_recipe(name)) for name in (a, b)]
    found = compare_gts(*pair)
    for side, one in enumerate(pair):
        label, owner, used = one.assignment.label, one.assignment.gt, one.used
        for gt in range(len(BOXES)):
            mine = np.flatnonzero((label == 1) & (owner == gt))
            assert found.positives[side, gt] == len(mine)
            by_rule = int(one.assignment.gt_low_quality[gt])
            wanted = (
                GtState.LEFT_OUT
                if not used[gt]
                else GtState.UNMATCHED
                if not len(mine)
                else GtState.LOW_QUALITY_ONLY
                if by_rule == len(mine)
                else GtState.MATCHED
            )
            assert found.state[side, gt] == wanted
    assert found.matrix.sum() == len(BOXES)
    for one in GtState:
        for two in GtState:
            both = (found.state[0] == one) & (found.state[1] == two)
            assert found.matrix[one, two] == both.sum()


def test_other_ground_truths_are_not_compared():
    fewer = ri.Sample(name="a", size=(400, 600), gt=BOXES[:2])
    recipe = ri.load_recipe("torchvision-fpn")
    assert compare_gts(ri.inspect(SAMPLE, recipe), ri.inspect(fewer, recipe)) is None


def test_the_same_recipe_changes_nothing():
    one = ri.inspect(SAMPLE, ri.load_recipe("mmdet-fpn"))
    assert not compare_gts(one, one).changed.any()
