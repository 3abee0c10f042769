"""Two recipes on one picture: the groups add up, and each is a difference a human can check."""

import dataclasses
import itertools

import numpy as np
import pytest
from recipe_texts import with_value

from rpn_inspector.analysis.compare.label_changes import (
    ORDER,
    Effect,
    compare,
    effects,
    elsewhere,
    label_matrix,
    partners,
    without_undecided,
)
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample

SAMPLE = Sample("x", (96, 128), gt=np.array([[10, 10, 40, 44], [60, 20, 66, 25], [30, 30, 120, 90.0]]))
BASE = load_recipe("torchvision-fpn")


def test_a_recipe_does_not_differ_from_itself():
    result = inspect(SAMPLE, BASE)
    found = compare(result, result)
    assert (found.compared, found.only_a, found.only_b) == (result.grid.size, 0, 0)
    assert found.differing == 0
    assert found.groups == ()


def test_without_the_low_quality_rule_the_rescued_become_what_their_iou_says():
    plain = with_value(BASE, "matcher.low_quality.rule", "off")
    a, b = inspect(SAMPLE, BASE), inspect(SAMPLE, plain)
    found = compare(a, b)
    assert found.differing == int((a.assignment.label != b.assignment.label).sum()) > 0
    assert {group.a for group in found.groups} == {"positive: best for its GT"}
    assert {group.b for group in found.groups} <= {"negative: IoU < 0.30", "ignored: IoU 0.30–0.70"}
    for group in found.groups:
        assert group.iou_a == pytest.approx(float(a.assignment.iou[group.example_a]))


@pytest.mark.parametrize("name", list_recipes())
def test_every_recipe_can_be_laid_beside_torchvisions(name):
    a, b = inspect(SAMPLE, BASE), inspect(SAMPLE, load_recipe(name))
    found = compare(a, b)
    assert sum(group.count for group in found.groups) == found.differing
    assert found.compared + found.only_a == a.grid.size
    assert found.compared + found.only_b == b.grid.size
    mine, other = partners(a.grid, b.grid, elsewhere(a.frame, b.frame))
    assert len(np.unique(mine)) == len(mine)
    assert len(np.unique(other)) == len(other)


def test_torchvision_rounds_the_corners_mmdetection_keeps():
    """Level P2: sides of 32 sqrt(2) = 45.25 px are 46 in torchvision, and nothing else differs."""
    a, b = inspect(SAMPLE, BASE), inspect(SAMPLE, load_recipe("mmdet-fpn"))
    mine, other = partners(a.grid, b.grid, elsewhere(a.frame, b.frame))
    first = mine < a.grid.levels[0].count
    difference = np.abs(a.grid.boxes(mine[first]) - b.grid.boxes(other[first]))
    np.testing.assert_allclose(np.unique(difference.round(3)), [0, 0.314, 0.373], atol=1e-6)


def test_the_matrix_and_the_reasons_count_the_same_changes():
    a, b = inspect(SAMPLE, BASE), inspect(SAMPLE, load_recipe("mmdet-fpn"))
    found = compare(a, b)
    assert found.matrix.sum() == found.compared
    for row, label in enumerate(ORDER[: len(found.matrix)]):
        mine, _ = partners(a.grid, b.grid, elsewhere(a.frame, b.frame))
        assert found.matrix[row].sum() == (a.assignment.label[mine] == label).sum()
    moved = int((a.assignment.label[found.changed_a] != b.assignment.label[found.changed_b]).sum())
    assert found.matrix.sum() - np.trace(found.matrix) == moved
    assert len(found.reasons) == found.differing
    assert set(found.reasons.tolist()) <= set(range(len(found.whys)))


RULES = ("torchvision-fpn", "retinanet-mmdet", "atss-mmdet", "yolov3-416-darknet", "yolov5s", "ssd300-torchvision")


@pytest.mark.parametrize(("one", "other"), list(itertools.product(RULES, RULES)))
def test_a_reason_names_what_the_rules_themselves_know(one, other):
    """A threshold is crossed only where both rules part labels by it; else each side's own cause is named."""
    pair = [dataclasses.replace(BASE, matcher=load_recipe(name).matcher) for name in (one, other)]
    a, b = inspect(SAMPLE, pair[0]), inspect(SAMPLE, pair[1])
    found = compare(a, b)
    alike = a.recipe.matcher.thresholds == b.recipe.matcher.thresholds and pair[0].matcher.rule == pair[1].matcher.rule
    values = [f"{value:.2f}" for value in a.recipe.matcher.thresholds.values()] if alike else []
    for anchor, partner, why in zip(found.changed_a, found.changed_b, found.reasons.tolist(), strict=True):
        said = found.whys[why].told(found.whys[why].short)
        assert "{" not in said
        if said.startswith("crossed 0"):
            assert said.removeprefix("crossed ") in values
        both = [x.assignment.label[at] == 1 for x, at in ((a, anchor), (b, partner))]
        if not alike and not all(both):
            causes = [x.recipe.matcher.short(x.assignment.cause[at]) for x, at in ((a, anchor), (b, partner))]
            assert said == " → ".join(causes)


def test_one_field_alone_flips_what_it_flips():
    """Only the low-quality rule differs: it alone flips all of them; a threshold nothing reaches flips none."""
    other = with_value(with_value(BASE, "matcher.low_quality.rule", "off"), "matcher.regions.overlap", 0.9)
    found = effects(inspect(SAMPLE, BASE), other)
    a, b = inspect(SAMPLE, BASE), inspect(SAMPLE, other)
    positives = len(a.positive), len(b.positive)
    together = compare(a, b).differing
    assert together > 0
    assert found == {
        "matcher.low_quality.rule": Effect(together, 0, *positives),
        "matcher.regions.overlap": Effect(0, 0, positives[0], positives[0]),
        "matcher.*": Effect(together, 0, *positives),
    }


def test_a_field_that_makes_other_anchors_says_what_becomes_of_the_positives():
    """B's sizes alone, 8 px on each level, leave no anchor of A; with base_sizes, 4 to 64 px, all are A's again."""
    mmdet = load_recipe("mmdet-fpn")
    found = effects(inspect(SAMPLE, BASE), mmdet)
    a = inspect(SAMPLE, BASE)
    alone = dataclasses.replace(BASE, anchors=dataclasses.replace(BASE.anchors, sizes=((8.0,),) * 5))
    b = inspect(SAMPLE, alone)
    assert found["anchors.sizes"] == Effect(0, a.grid.size + b.grid.size, len(a.positive), len(b.positive))
    assert len(a.positive) != len(b.positive)
    assert found["anchors.rule"] == found["anchors.*"]
    both = inspect(SAMPLE, dataclasses.replace(BASE, anchors=mmdet.anchors))
    assert found["anchors.*"] == Effect(compare(a, both).differing, 0, len(a.positive), len(both.positive))


def test_a_size_on_one_level_is_no_small_matter_though_few_labels_flip():
    """400 px instead of 512 on the last level: each of its anchors, and of those in their place, has no partner."""
    two = dataclasses.replace(BASE.anchors, sizes=((32.0,), (64.0,), (128.0,), (256.0,), (400.0,)))
    found = effects(inspect(SAMPLE, BASE), dataclasses.replace(BASE, anchors=two))
    last = inspect(SAMPLE, BASE).grid.levels[-1].count
    assert found["anchors.sizes"].others == 2 * last


@pytest.mark.parametrize("name", ["mmdet-fpn", "detectron2-c4", "yolov3-416", "ssd300-torchvision"])
def test_fields_that_cannot_change_alone_are_left_without_an_effect(name):
    found = effects(inspect(SAMPLE, BASE), load_recipe(name))
    assert found
    assert all(one is None or (one.flips >= 0 and one.others >= 0) for one in found.values())


def test_undecided_anchors_have_a_row_and_a_column_of_their_own():
    one, other = np.array([1, 0, -1, -2, -2]), np.array([1, -2, -1, 0, -2])
    matrix = label_matrix(one, other)
    assert matrix.tolist() == [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1, 1]]
    assert without_undecided(label_matrix(one[[0, 2]], other[[0, 2]])).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 0]]


def test_positives_that_only_outputs_decide_are_no_number():
    sample = Sample("a.jpg", (480, 640), np.array([[50.0, 60, 250, 260]]))
    a, b = (inspect(sample, load_recipe(name)) for name in ("demo", "yolov8"))
    effect = Effect.of(a, b, compare(a, b))
    assert (effect.before, effect.after) == (len(a.positive), None)
    assert effect.before > 0


def test_the_positives_of_a_rule_that_looks_at_outputs_are_known_with_them_and_unknown_in_b():
    a = load_recipe("yolov7")
    one = inspect(SAMPLE, a, SimulatedPredictions().predict(SAMPLE, a))
    found = effects(one, load_recipe("yolov5s"))
    assert one.positives_known
    assert found["anchors.shapes"].before == found["matcher.rule"].before == len(one.positive)
    assert found["anchors.shapes"].after is None
    assert effects(inspect(SAMPLE, a), load_recipe("yolov5s"))["matcher.rule"].before is None
    back = effects(inspect(SAMPLE, load_recipe("yolov5s")), a)
    assert back["anchors.shapes"].after is not None
    assert back["matcher.rule"].after is None


def test_rounded_sides_are_one_place_and_other_inputs_are_not():
    """375 x 500 px: torchvision scales by 2.132, mmdet by 2.134, the paper by 1.6, and a letterbox shifts down."""
    frames = {name: load_recipe(name).resize.of((375, 500)) for name in (*RULES, "mmdet-fpn", "paper-vgg16", "yolov8")}
    torchvision = frames["torchvision-fpn"]
    assert elsewhere(torchvision, frames["mmdet-fpn"]) is None
    assert elsewhere(torchvision, frames["paper-vgg16"]) == (torchvision, frames["paper-vgg16"])
    boxed, flush = frames["yolov8"], dataclasses.replace(frames["yolov8"], offset=(0.0, 0.0))
    assert elsewhere(boxed, flush) == (boxed, flush)
    assert elsewhere(boxed, dataclasses.replace(boxed, mirrored=(True, False))) is not None
    both = [dataclasses.replace(frames[name], mirrored=(True, True)) for name in ("torchvision-fpn", "mmdet-fpn")]
    assert elsewhere(*both) is None


@pytest.mark.parametrize("flip", [(False, False), (True, False), (True, True)])
@pytest.mark.parametrize("wider", [0, 1, 2, 3, 9])
def test_two_mirrored_pictures_begin_where_their_sides_end(flip, wider):
    """Equal network px of two parts of a picture lie in the picture as far apart as one part is wider, if mirrored."""
    a = Frame((96, 160), (96, 128), (128, 192), (1.0, 1.0), crop=(16.0, 0.0), mirrored=flip)
    b = dataclasses.replace(a, network_size=(96, 128 + wider))
    px = np.array([[40.0, 30, 60, 50]])
    away = np.abs(a.to_original(px) - b.to_original(px)).max()
    assert (elsewhere(a, b) is None) == (away <= 2)


@pytest.mark.parametrize("flip", [(False, False), (True, False)])
@pytest.mark.parametrize(
    ("scale", "offset"), [(1.0, (0.0, 32.0)), (1.0, (0.0, 19.0)), (1.03, (0.0, 0.0)), (1.6, (0.0, 0.0))]
)
def test_anchors_stand_in_both_grids_where_all_their_edges_lie_at_one_place_of_the_picture(scale, offset, flip):
    """Each pair beside all pairs, measured in original px: nearest of its kind to one another, and within 2 px."""
    recipe = load_recipe("torchvision-mobilenet-320")
    a = Frame((96, 128), (96, 128), (128, 128), (1.0, 1.0), clip_back=True)
    b = Frame((96, 128), (96, 128), (128, 192), (scale, scale), offset=offset, mirrored=flip)
    grids = [recipe.grid(frame.padded_size) for frame in (a, b)]
    boxes = [
        dataclasses.replace(frame, clip_back=False).to_original(grid.boxes(np.arange(grid.size)))
        for grid, frame in zip(grids, (a, b), strict=True)
    ]
    kinds = [grid.locate(np.arange(grid.size)) for grid in grids]
    alike = (kinds[0].level[:, None] == kinds[1].level) & (kinds[0].base[:, None] == kinds[1].base)
    away = np.where(alike, np.abs(boxes[0][:, None] - boxes[1]).max(2), np.inf)
    mine, other = partners(*grids, elsewhere(a, b))
    np.testing.assert_array_equal(mine, np.flatnonzero((away <= 2).any(1)))
    np.testing.assert_array_equal(away[mine, other], away[mine].min(1))
    assert len(np.unique(other)) == len(other)
    assert (len(mine) > 0) == (scale < 1.6 and offset[1] != 19)
