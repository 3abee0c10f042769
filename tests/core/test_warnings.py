"""Traps are said aloud: each with its kind, how many, and one example in words."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.ignored import After
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Kind, Sample


def told(recipe, size, boxes, **more):
    recipe = load_recipe(recipe) if isinstance(recipe, str) else recipe
    return {w.kind: (w.count, w.example) for w in inspect(Sample("x", size, gt=boxes, **more), recipe).warnings}


FAR = [[900.0, 900, 950, 960], [10.0, 10, 90, 80]]


def test_a_truth_that_touches_no_anchor_says_what_follows():
    count, words = told("torchvision-fpn", (200, 300), FAR)["untouched"]
    assert (count, words) == (
        1,
        "ground truth 1 (0) overlaps no anchor: every anchor ties at IoU 0 and becomes positive",
    )
    assert told("ssd300-torchvision", (200, 300), FAR)["untouched"][1].endswith("the very first becomes positive")
    paper = load_recipe("paper-vgg16")
    clobbering = dataclasses.replace(paper, matcher=dataclasses.replace(paper.matcher, clobber_positives=True))
    result = inspect(Sample("x", (200, 300), gt=FAR[:1]), clobbering)
    assert not (result.assignment.label == 1).any()
    assert "is negative again" in told(clobbering, (200, 300), FAR)["untouched"][1]


def test_a_truth_outside_is_told_from_one_without_area():
    boxes = [*FAR, [20.0, 20, 20, 50]]
    plain = told("torchvision-fpn", (200, 300), boxes)["degenerate"]
    assert plain == (
        1,
        "ground truth 3 (0) has no width or no height; training may refuse it; an audit counts it as zero-size alone",
    )
    clipped = told("mmdet-fpn", (200, 300), FAR)["degenerate"]
    assert clipped == (1, "ground truth 1 (0) lies outside, clipped to no width or height; training may refuse it")
    dropped = told("efficientdet-d0", (200, 300), FAR)
    assert dropped["degenerate"][1].endswith("the library drops it")
    assert "crowd" not in dropped


@pytest.mark.parametrize("kind", [Kind.CROWD, Kind.IGNORED])
def test_a_region_that_takes_no_part_is_said(kind):
    assert told("torchvision-fpn", (200, 300), FAR[1:], gt_kind=[kind])["crowd"][0] == 1


def test_a_robbed_truth_says_by_whom():
    twins = [[50.0, 50, 90, 90], [52.0, 52, 88, 88]]
    count, words = told("torchvision-fpn", (200, 300), twins)["robbed"]
    assert count == 1
    assert words.endswith("ground truth 1 (0) is unmatched: its best anchors belong to ground truth 2")


def test_a_truth_whose_best_anchor_the_rule_takes_away_is_unmatched_not_robbed():
    """detectron2 with a boundary drops anchors after matching: nobody else has them. Here 100 px inside already."""
    recipe = load_recipe("detectron2-fpn")
    recipe = dataclasses.replace(recipe, matcher=dataclasses.replace(recipe.matcher, outside=After(border=-100)))
    found = told(recipe, (480, 640), [[0.0, 0, 14, 14]])
    assert "robbed" not in found
    assert found["unmatched"][0] == 1


@pytest.mark.parametrize(
    ("recipe", "size", "words"),
    [
        ("torchvision-fpn", (2, 3), "3 x 2 px, smaller than the stride of P2, 4 px"),
        ("torchvision-fpn", (37, 2000), "1333 x 24 px in the network, smaller than the stride of P5, 32 px"),
        ("efficientdet-d0", (40, 400), "512 x 51 px in the network, smaller than the stride of P6, 64 px"),
    ],
)
def test_a_picture_smaller_than_a_stride_is_said(recipe, size, words):
    assert told(recipe, size, [[0.0, 0, 2, 2]])["smaller_than_stride"][1] == f"the picture is {words}"


def test_a_fine_picture_has_no_trap():
    assert told("torchvision-fpn", (480, 640), [[100.0, 100, 300, 280]]) == {}


@pytest.mark.parametrize("far", [0, 1])
def test_a_truth_without_overlap_is_said_alike_of_every_anchor_it_makes_positive(far):
    """Under torchvision each anchor ties for its IoU, 0, and is trained towards what it overlaps most, or the first."""
    boxes = [FAR[1], FAR[0]] if far else FAR
    result = inspect(
        Sample("x", (200, 300), gt=boxes, gt_class=[0, 1], classes=("RBC", "WBC")), load_recipe("torchvision-fpn")
    )
    assert (result.assignment.label == 1).all()
    facts = result.explain(0)  # its first anchor is in a corner of the picture
    assert facts.iou == 0
    assert facts.finding == f"Positive: ground truth {far + 1} overlaps no anchor"
    assert facts.why.startswith(f"Ground truth {far + 1} ({('RBC', 'WBC')[far]}) overlaps no anchor: its best IoU is 0")
    assert facts.why.endswith("towards ground truth 1 (RBC), the first, for it overlaps none.")
    assert result.recipe.matcher.row(0, result.assignment) == f"GT {far + 1} at IoU 0"
    best = int(result.assignment.gt_best_anchor[1 - far])
    assert result.explain(best).finding.endswith(f"ground truth {2 - far}")
    touching = np.flatnonzero((result.assignment.iou > 0) & (result.assignment.iou < 0.3))[0]
    assert "which it overlaps most" in result.explain(touching).why


def test_a_region_left_out_makes_no_anchor_positive():
    """Its best IoU stands as 0 too, but nothing was compared with it."""
    boxes = [[20.0, 20, 60, 60], [22.0, 22, 61, 61], [100.0, 100, 120, 120]]
    kinds = [Kind.NORMAL, Kind.NORMAL, Kind.CROWD]
    recipe = load_recipe("detectron2-fpn")
    result = inspect(Sample("x", (200, 300), gt=boxes, gt_kind=kinds), recipe)
    said = {result.explain(anchor).finding for anchor in result.positive.tolist()}
    assert not any("overlaps no anchor" in words for words in said)


def test_an_anchor_that_is_best_for_another_truth_says_so():
    """It is the best of the second, yet trained towards the first, which it overlaps more."""
    boxes = [[10.0, 10, 40, 50], [10.0, 10, 52, 52]]
    result = inspect(Sample("x", (200, 300), gt=boxes), load_recipe("torchvision-fpn"))
    anchor = int(result.assignment.gt_best_anchor[1])
    assert result.assignment.gt[anchor] == 0
    assert result.explain(anchor).finding == "Positive: best for ground truth 2"
    assert result.recipe.matcher.row(anchor, result.assignment) == "best for GT 2"


@pytest.mark.parametrize("seed", range(4))
def test_who_made_a_low_quality_match_is_the_one_whose_best_iou_it_has(seed):
    """Small boxes, many beside each other, and two levels of the same boxes, so that each best anchor ties."""
    random, named = np.random.default_rng(seed), 0
    corner = random.uniform(0, 250, (40, 2))
    boxes = np.concatenate([corner, corner + random.uniform(4, 30, (40, 2))], 1)
    result = inspect(Sample("x", (300, 300), gt=boxes), load_recipe("torchvision-mobilenet-320"))
    matcher, assignment = result.recipe.matcher, result.assignment
    for anchor in result.positive[assignment.cause[result.positive] == Cause.BEST_FOR_GT].tolist():
        facts = result.explain(anchor)
        if matcher.best_for(anchor, assignment) < 0:
            best = np.flatnonzero(facts.iou_per_gt == assignment.per_gt["best"])
            claiming = matcher.claimants(anchor, assignment)
            assert {*claiming} <= {*best.tolist()} - {facts.gt}
            assert facts.finding.endswith("another ground truth" if not claiming else str(claiming[-1] + 1))
            named += bool(claiming)
    assert named > 8, "all but those that tie with an anchor of another owner"


def test_a_class_without_a_column_has_no_loss_and_a_word_why():
    recipe = load_recipe("retinanet-torchvision").with_tables({"resize": {"short": 64, "long": 64}})
    said = {}
    for kind in (2, -1):
        sample = Sample("x", (64, 64), gt=[[8.0, 8, 40, 40]], gt_class=[kind], classes=("cat", "dog", "cow"))
        count = recipe.grid(recipe.resize.of(sample.size).padded_size).size
        outputs = Prediction(objectness=np.zeros((count, 2), np.float32), deltas=np.zeros((count, 4), np.float32))
        found = inspect(sample, recipe, outputs)
        assert found.loss is None
        said[kind] = next(w.example for w in found.warnings if w.kind == "class_range")
    assert said[2] == "ground truth 1 is of class 2 (from 0), but the outputs have 2: no loss"
    assert said[-1] == "ground truth 1 is of no known class, but the outputs have 2: no loss"
