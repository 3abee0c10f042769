"""Several pictures as one batch: the sums over each divisor, the divisor of all, the mean, and means by level."""

import dataclasses
from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.core.batch_losses import alone, batch_of
from rpn_inspector.core.losses import Losses, Term
from rpn_inspector.core.recipe import list_recipes, load_recipe

GRID = SimpleNamespace(levels=[SimpleNamespace(offset=0, count=4), SimpleNamespace(offset=4, count=2)])


def losses(objectness, box, positives, rows, divisors, **more):
    return Losses(
        objectness=objectness, box=box, total=objectness + box, rows=np.arange(rows),
        objectness_per_anchor=np.full(rows, objectness / rows), box_per_coordinate=np.full((positives, 1), box),
        objectness_normaliser=divisors[0], box_normaliser=divisors[1],
        more={name: Term(value=value, rows=np.arange(1), per_anchor=np.array([value]), normaliser=divisors[0])
              for name, value in more.items()},
    )  # fmt: skip


ONE, NONE = losses(3.0, 2.0, 2, 6, (2.0, 2.0)), losses(5.0, 0.0, 0, 6, (1.0, 1.0))


@pytest.mark.parametrize(
    ("name", "objectness", "box"),
    [
        ("retinanet-mmdet", 11 / 3, 4 / 3),  # max(2, 1) + max(0, 1)
        ("ssd300-torchvision", 11 / 2, 2.0),  # max(2 + 0, 1)
        ("yolox-s-mmdet", 11 / 2, 2.0),  # max(2 + 0, 1)
        ("retinanet-torchvision", 4.0, 1.0),
        ("retinanet-detectron2", 11 / (0.9 * 100 + 0.1 * 2), 4 / (0.9 * 100 + 0.1 * 2)),
        ("yolov3-416", 11.0, 4.0),
        ("efficientdet-d0", 11 / 3, 4 / 12),
    ],
)
def test_each_library_divides_a_batch_in_its_own_way(name, objectness, box):
    recipe = load_recipe(name)
    found = batch_of(recipe, [(GRID, ONE), (GRID, NONE)])
    np.testing.assert_allclose((found.objectness, found.box), (objectness, box))


def test_a_batch_of_yolox_with_empty_pictures_is_over_its_positives_alone():
    """Three pictures, two without boxes: MMDetection 3.3 divides by max(29 + 0 + 0, 1), not by 29 + 1 + 1."""
    full, none = losses(3.0, 2.0, 29, 40, (29.0, 29.0), l1=0.5), losses(58.0, 0.0, 0, 40, (1.0, 1.0), l1=0.0)
    found = batch_of(load_recipe("yolox-s-mmdet"), [(GRID, none), (GRID, none), (GRID, full)])
    assert found.by_name() == pytest.approx({"objectness": 3 + 116 / 29, "box": 2 * 29 / 29, "l1": 0.5})
    nothing = batch_of(load_recipe("yolox-s-mmdet"), [(GRID, none), (GRID, none)])
    assert nothing.by_name() == pytest.approx({"objectness": 116.0, "box": 0.0, "l1": 0.0})


def test_further_losses_are_joined_too_and_a_picture_without_positives_weighs_nothing_in_atss():
    one, none = losses(3.0, 2.0, 2, 6, (2.0, 1.5), centreness=0.5), losses(5.0, 0.0, 0, 6, (1.0, 1.0), centreness=0.0)
    found = batch_of(load_recipe("atss-mmdet"), [(GRID, one), (GRID, none)])
    assert found.by_name() == pytest.approx({"objectness": 11 / 3, "box": 2.0, "centreness": 1 / 3})
    assert alone(one).by_name() == {"objectness": 3.0, "box": 2.0, "centreness": 0.5}


def test_means_by_level_are_taken_over_the_anchors_and_pairs_of_all_pictures():
    def picture(costs, boxes, kinds):
        """Costs (6,) of all anchors; of pairs on anchor 0, one each."""
        count = len(boxes)
        divisors = np.array([[4.0, max(count, 1)], [2.0, 1.0]])
        per_anchor = np.array(costs) / np.repeat(divisors[:, 0], (4, 2))
        box = np.array([[sum(boxes) / max(count, 1)]]) if count else np.zeros((0, 1))
        term = Term(value=0.0, rows=np.zeros(count, int), per_anchor=np.array(kinds) / max(count, 1), normaliser=1)
        return Losses(
            objectness=0.0, box=0.0, total=0.0, rows=np.arange(6), objectness_per_anchor=per_anchor,
            box_per_coordinate=box, objectness_normaliser=1.0, box_normaliser=1.0, by_level=divisors,
            more={"class": term},
        )  # fmt: skip

    first = picture([1, 2, 3, 4, 5, 6], [0.5, 0.7, 0.9], [1.0, 2.0, 3.0])
    second, third = picture([6, 5, 4, 3, 2, 1], [0.1], [4.0]), picture([0, 0, 0, 0, 0, 0], [], [])
    found = batch_of(load_recipe("yolov5s"), [(GRID, one) for one in (first, second, third)])
    assert found.objectness == pytest.approx(28 / 12 + 14 / 6)
    assert found.box == pytest.approx(2.2 / 4)
    assert found.more == {"class": pytest.approx(10 / 4)}


@pytest.mark.parametrize(("targets", "divisor"), [((3.0, 0.25), 3.25), ((0.3, 0.4), 1.0)])
@pytest.mark.parametrize("name", ["yolov8", "rtmdet"])
def test_soft_targets_divide_a_batch_by_the_sum_over_all_its_pictures(name, targets, divisor):
    one, two = (
        dataclasses.replace(made, targets=sum_, objectness_normaliser=max(sum_, 1.0), box_normaliser=max(sum_, 1.0))
        for made, sum_ in zip((ONE, NONE), targets, strict=True)
    )
    found = batch_of(load_recipe(name), [(GRID, one), (GRID, two)])
    sums = np.array([[3.0, 2.0], [5.0, 0.0]]) * np.maximum(targets, 1.0)[:, None]
    np.testing.assert_allclose((found.objectness, found.box), sums.sum(0) / divisor)


def test_the_joining_of_a_batch_is_no_part_of_the_hash():
    assert {load_recipe(name).batch for name in list_recipes()} == {"each", "whole", "mean"}
    one = load_recipe("retinanet-torchvision").with_tables({"batch": "each"})
    assert (one.batch, one.hash) == ("each", load_recipe("retinanet-torchvision").hash)
    assert load_recipe("retinanet-mmdet").batch == load_recipe("atss-mmdet").batch == "each"
