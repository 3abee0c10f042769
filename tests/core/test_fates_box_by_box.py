"""Each library's order of operations once more, one box at a time in plain loops, against the fates told."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.boxes import clip
from rpn_inspector.core.coder import decode
from rpn_inspector.core.fates import funnel
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

RPN = [
    "paper-vgg16",
    "torchvision-fpn",
    "torchvision-mobilenet-320",
    "detectron2-c4",
    "detectron2-fpn",
    "mmdet-c4",
    "mmdet-fpn",
]
SIZE = (90, 120)


def overlap(one, other, pixel):
    """Return the IoU of two boxes in float32, as the libraries' kernels reckon it."""
    pixel = np.float32(pixel)
    width = max(np.float32(0), min(one[2], other[2]) - max(one[0], other[0]) + pixel)
    height = max(np.float32(0), min(one[3], other[3]) - max(one[1], other[1]) + pixel)
    shared = width * height
    areas = [(box[2] - box[0] + pixel) * (box[3] - box[1] + pixel) for box in (one, other)]
    with np.errstate(invalid="ignore"):  # two boxes without area: NaN, which is above no threshold
        return shared / (areas[0] + areas[1] - shared)


def fates_box_by_box(recipe, grid, logits, deltas, size, scale):
    """Return the fate, suppressor and IoU of every box, and the kept ones in order."""
    spec, pixel = recipe.proposals, int(recipe.coder.inclusive)
    scores = sigmoid(logits)
    boxes = clip(decode(grid.all_boxes(), deltas, recipe), size, pixel)
    level = [number for number, one in enumerate(grid.levels) for _ in range(one.count)]
    smallest = np.float32(spec.min_size * (scale if spec.min_size_frame == "original" else 1))
    told = {}

    def large_enough(box):
        sides = (box[2] - box[0] + pixel, box[3] - box[1] + pixel)
        return all(side > smallest if spec.min_size_rule == "greater" else side >= smallest for side in sides)

    def filtered(rows):
        left = []
        for row in rows:
            if not large_enough(boxes[row]):
                told[row] = Fate.TOO_SMALL
            elif scores[row] < np.float32(spec.min_score):
                told[row] = Fate.LOW_SCORE
            else:
                left.append(row)
        return left

    def first(rows):
        compared = scores if spec.top_by == "score" else logits
        groups = (
            {0: rows} if spec.top == "overall" else {n: [r for r in rows if level[r] == n] for n in sorted({*level})}
        )
        left = []
        for group in groups.values():
            ordered = sorted(group, key=lambda row: -compared[row])
            told.update(dict.fromkeys(ordered[spec.pre_nms :], Fate.CUT_LEVEL))
            left += ordered[: spec.pre_nms]
        return left

    everything = list(range(len(logits)))
    stay = first(filtered(everything)) if spec.filter_first else filtered(first(everything))
    stay.sort(key=lambda row: -(logits if spec.nms_by == "logit" else scores)[row])
    apart = spec.nms_within == "level"
    places = {row: boxes[row] for row in stay}
    if apart and len(stay) and len(stay) <= spec.offset_boxes_below:
        furthest = max(places[row].max() for row in stay) + np.float32(1)
        places = {row: box + np.float32(level[row]) * furthest for row, box in places.items()}
    kept, by, iou = [], {}, {}
    for row in stay:
        for winner in kept:
            if apart and len(stay) > spec.offset_boxes_below and level[winner] != level[row]:
                continue
            found = overlap(places[winner], places[row], pixel)
            if found > spec.nms or (spec.nms_rule == "greater_equal" and found >= spec.nms):
                told[row], by[row], iou[row] = Fate.SUPPRESSED, winner, found
                break
        else:
            kept.append(row)
    told.update(dict.fromkeys(kept, Fate.CUT_FINAL))
    told.update(dict.fromkeys(kept[: spec.post_nms], Fate.KEPT))
    return [told[row] for row in everything], by, iou, kept[: spec.post_nms]


@pytest.mark.parametrize("name", RPN)
@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    pre=st.integers(1, 60),
    post=st.integers(1, 40),
    nms=st.sampled_from([0.3, 0.5, 0.7, 0.95]),
    changes=st.fixed_dictionaries(
        {},
        optional={
            "min_score": st.sampled_from([0.3, 0.5]),
            "min_size": st.sampled_from([0.0, 12.0, 30.0]),
            "filter_first": st.booleans(),
            "offset_boxes_below": st.sampled_from([0, 20, 1000]),
            "nms_within": st.sampled_from(["level", "all"]),
            "nms_rule": st.sampled_from(["greater", "greater_equal"]),
        },
    ),
)
def test_every_fate_is_the_one_found_box_by_box(name, seed, pre, post, nms, changes):
    recipe = load_recipe(name)
    recipe = dataclasses.replace(
        recipe,
        resize=dataclasses.replace(recipe.resize, short=48, long=64),
        proposals=dataclasses.replace(recipe.proposals, pre_nms=pre, post_nms=post, nms=nms, **changes),
    )
    sample = Sample("x", SIZE, [[5.0, 5, 40, 50]])
    grid = inspect(sample, recipe).grid
    generator = np.random.default_rng(seed)
    logits = generator.normal(0, 2, grid.size).round(1).astype(np.float32)  # many ties
    deltas = generator.normal(0, 0.3, (grid.size, 4)).astype(np.float32)
    result = inspect(sample, recipe, Prediction(objectness=logits, deltas=deltas))
    fates, by, iou, kept = fates_box_by_box(recipe, grid, logits, deltas, result.network_size, result.frame.scale[0])
    found = result.proposals
    assert found.fate.tolist() == fates
    assert found.anchor.tolist() == kept
    assert found.suppressed_by.tolist() == [by.get(row, -1) for row in range(grid.size)]
    np.testing.assert_allclose(found.suppressed_iou, [iou.get(row, 0) for row in range(grid.size)], rtol=1e-6)
    counted = funnel(result)
    assert counted.total.left[0] == grid.size
    assert counted.total.left[-1] == len(kept)
    assert sum(counted.fates.values()) == grid.size
    assert all(counted.fates.get(fate, 0) == fates.count(fate) for fate in Fate)
