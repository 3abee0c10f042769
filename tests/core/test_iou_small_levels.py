"""Small levels laid at once are, to the bit, levels laid window by window, and both are the dense comparison."""

import numpy as np
import pytest

from rpn_inspector.core import iou_small_levels
from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigners.overlap import Overlap
from rpn_inspector.core.recipe import list_recipes, load_recipe

SIZES = {"ssd300-torchvision": (300, 300), "yolov3-mmdet": (96, 160)}
RECIPES = [name for name in list_recipes() if isinstance(load_recipe(name).matcher, Overlap)]


def boxes(generator, size, count):
    """Return boxes (count, 4) of all sizes, some of them twice, some flat, some beyond the picture."""
    h, w = size
    low = generator.uniform(-0.1, 0.9, (count, 2)) * (w, h)
    side = np.exp(generator.uniform(np.log(2), np.log(max(size)), (count, 2)))
    side[::7] *= 0
    found = np.concatenate([low, low + side], 1)
    found[1::5] = found[0::5][: len(found[1::5])]
    return found.round(1 if count % 2 else 0)


def assigned(monkeypatch, most, recipe, grid, gt, size, regions):
    monkeypatch.setattr(iou_small_levels, "SMALL", most)
    found = recipe.matcher.assign(grid, gt, size, regions)
    return {"label": found.label, "gt": found.gt, "cause": found.cause, **found.per_gt, **found.dense}


@pytest.mark.parametrize("name", RECIPES)
def test_levels_at_once_are_levels_window_by_window(monkeypatch, name):
    recipe, generator = load_recipe(name), np.random.default_rng(len(name))
    size = SIZES.get(name, (120, 200))
    grid = recipe.grid(size)
    for count, crowds in ((0, 0), (1, 0), (9, 2), (40, 0)):
        gt, regions = boxes(generator, size, count), boxes(generator, size, crowds)
        monkeypatch.setattr(iou_small_levels, "AT_ONCE", int(generator.choice([1, grid.size * 7, 1 << 16])))
        windows, mixed, whole = (
            assigned(monkeypatch, most, recipe, grid, gt, size, regions) for most in (0, grid.size // 3, grid.size)
        )
        for key, values in windows.items():
            for other in (mixed, whole):
                assert np.array_equal(values, other[key], equal_nan=True), (key, count)
                assert not np.signbit(np.asarray(other[key], np.float64)[np.asarray(other[key]) == 0]).any()


def test_by_hand():
    grid = Grid.of_boxes([[0, 0, 4, 4], [4, 0, 8, 4], [0, 0, 8, 8]])
    gt = np.array([[0, 0, 4, 4], [0, 0, 8, 8], [2, 0, 6, 4]])
    found = load_recipe("torchvision-fpn").matcher.assign(grid, gt, (8, 8))
    assert found.dense["iou"].tolist() == [1, np.float32(1 / 3), 1]
    assert found.dense["best_gt"].tolist() == [0, 2, 1]
    assert found.label.tolist() == [1, 1, 1]  # the second is the third ground truth's best, as the first is
    assert found.per_gt["ties"].tolist() == [1, 1, 2]
