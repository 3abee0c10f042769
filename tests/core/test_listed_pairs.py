"""Labels from the pairs that decide are, to the bit, the labels of all pairs; all IoUs are made when asked for."""

import copy
import dataclasses
import pickle
import tracemalloc
import weakref
from unittest import mock

import numpy as np
import pytest

from rpn_inspector.core.assigners import overlap
from rpn_inspector.core.assigners.overlap import Overlap
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.values import Later

RECIPES = [name for name in list_recipes() if isinstance(load_recipe(name).matcher, Overlap)]
BASE = load_recipe("torchvision-fpn")


def boxes(seed, size, count):
    """Return boxes (count, 4) of all sizes inside (h, w) px, some of them twice."""
    generator, (h, w) = np.random.default_rng(seed), size
    side = np.exp(generator.uniform(np.log(3), np.log([w, h]), (count, 2)))
    low = generator.uniform(0, 1, (count, 2)) * np.maximum([w, h] - side, 0)
    found = np.concatenate([low, np.minimum(low + side, [w, h])], 1)
    found[1::5] = found[0::5][: len(found[1::5])]
    return found.round(1 if count % 2 else 0).astype(np.float32)


def listed(recipe, grid, gt, size):
    """Return the assignment by pairs, and whether all labels came of them."""
    with mock.patch.multiple(overlap, CELLS=1, FEW=0):
        found = recipe.matcher.assign(grid, gt, size)
    return found, isinstance(found.dense, Later)


@pytest.mark.parametrize("name", RECIPES)
def test_labels_of_pairs_are_those_of_all_pairs(name):
    recipe, size = load_recipe(name), (300, 416)
    grid = recipe.grid(size)
    for count in (1, 40):
        gt = boxes(len(name) + count, size, count)
        pairs, _ = listed(recipe, grid, gt, size)
        with mock.patch.object(overlap, "CELLS", 1 << 40):
            whole = recipe.matcher.assign(grid, gt, size)
        assert not isinstance(whole.dense, Later)
        for part in ("label", "gt", "cause"):
            one, other = getattr(pairs, part), getattr(whole, part)
            assert one.dtype == other.dtype
            assert np.array_equal(one, other), part
        for part in ("per_gt", "dense"):
            one, other = dict(getattr(pairs, part)), dict(getattr(whole, part))
            assert one.keys() == other.keys()
            for key, values in other.items():
                assert one[key].dtype == values.dtype, key
                assert np.array_equal(one[key], values), key


@pytest.mark.parametrize("name", ["torchvision-fpn", "detectron2-fpn", "mmdet-fpn", "retinanet-torchvision"])
def test_labels_of_usual_boxes_come_of_pairs(name):
    recipe, size = load_recipe(name), (300, 416)
    assert listed(recipe, recipe.grid(size), boxes(0, size, 20), size)[1]


def test_what_pairs_cannot_tell_is_told_by_all():
    grid, gt, far = BASE.grid((96, 128)), boxes(0, (96, 128), 5), np.array([[900, 900, 910, 910]], np.float32)
    assert not listed(BASE, grid, np.concatenate([gt, far]), (96, 128))[1]
    assert not listed(BASE, grid, gt[:0], (96, 128))[1]
    for changes in ({"negative": 0.0}, {"negative_from": 0.1}, {"clobber_positives": True}):
        other = dataclasses.replace(BASE, matcher=dataclasses.replace(BASE.matcher, **changes))
        assert not listed(other, grid, gt, (96, 128))[1]


def test_overlaps_are_made_once_when_asked_for_and_only_read():
    grid, gt = BASE.grid((96, 128)), boxes(0, (96, 128), 5)
    found, _ = listed(BASE, grid, gt, (96, 128))
    assert dict.fromkeys(found.dense) == dict.fromkeys(("iou", "best_gt"))
    assert found.dense.get("target") is None
    assert found.iou is found.iou
    assert not found.iou.flags.writeable
    assert not found.best_gt.flags.writeable
    used = np.array([True, False, True, True, True, True])
    of_sample = found.of_sample(used)
    assert isinstance(of_sample.dense, Later)
    assert set(of_sample.best_gt.tolist()) <= {0, 2, 3, 4, 5}
    assert np.array_equal(of_sample.iou, found.iou)


@pytest.mark.parametrize("copied", [lambda one: pickle.loads(pickle.dumps(one)), copy.deepcopy], ids=["pickle", "copy"])
def test_an_assignment_goes_to_another_process_with_its_overlaps(copied):
    grid, gt = BASE.grid((96, 128)), boxes(0, (96, 128), 5)
    found, by_pairs = listed(BASE, grid, gt, (96, 128))
    again = copied(found)
    assert by_pairs
    assert np.array_equal(again.label, found.label)
    assert np.array_equal(again.iou, found.iou)
    assert np.array_equal(again.best_gt, found.best_gt)


def test_what_arrays_are_made_of_is_kept_no_longer_than_they_are_waited_for():
    class Source:
        def arrays(self):
            return {"a": np.arange(3)}

    source = Source()
    later, known = Later(("a",), source.arrays), weakref.ref(source)
    del source
    with pytest.raises(KeyError):
        later["b"]
    assert known() is not None
    assert later["a"].tolist() == [0, 1, 2]
    assert later["a"] is later["a"]
    assert known() is None
    assert list(later.items()) == [("a", later["a"])]
    with pytest.raises(KeyError):
        later["b"]


def test_labels_alone_need_no_overlaps_of_all_anchors():
    grid, gt = BASE.grid((800, 1344)), boxes(3, (800, 1344), 20)
    BASE.matcher.assign(grid, gt, (800, 1344))  # whatever the first call keeps
    tracemalloc.start()
    try:
        BASE.matcher.assign(grid, gt, (800, 1344))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 16 * grid.size
