"""Positives of many pictures at once: those that each picture has on its own, to the bit, in any order and split."""

import dataclasses

import numpy as np
import pytest
from drawn import boxes_of
from hypothesis import given, settings
from hypothesis import strategies as st
from positives_alone import joined, one_by_one
from test_matcher import BASE, YOLO, boxes, cell_matchers, recipes, truths_of

from rpn_inspector.core.assigners import tops
from rpn_inspector.core.ignored import After, Before, Use
from rpn_inspector.core.positives import Chunk
from rpn_inspector.core.recipe import list_recipes, load_recipe

FIELDS = ("picture", "anchor", "gt", "cause", "measure")
# whole numbers meet edges of anchors, so that IoUs tie
inside = boxes_of((0, 90), (4, 90), 6)
SIZES = np.array([[96, 120], [96, 128], [70, 128], [96, 99]])


def chunk_of(grid, pictures, sizes=SIZES):
    counts = [len(gt) for gt in pictures]
    every = np.concatenate([np.zeros((0, 4), np.float32), *pictures])
    picture = np.repeat(np.arange(len(pictures)), counts)
    return Chunk(grid=grid, gt=every, picture=picture, sizes=sizes[: len(pictures)])


def all_of(assigner, chunk):
    many = assigner.positives(chunk)
    return joined(chunk, many, one_by_one(assigner, chunk, many.whole.tolist()))


def same(one, other):
    assert set(one.per_gt) == set(other.per_gt)
    pairs = [(name, getattr(one, name), getattr(other, name)) for name in FIELDS]
    for name, mine, other_s in [*pairs, *((name, one.per_gt[name], other.per_gt[name]) for name in one.per_gt)]:
        np.testing.assert_array_equal(mine, other_s, name)
        assert mine is other_s is None or mine.dtype == other_s.dtype, name


@settings(max_examples=150, deadline=None)
@given(
    recipe=recipes,
    raw=st.lists(st.one_of(boxes, inside), min_size=1, max_size=4),
    copies=st.lists(st.integers(0, 10**6), max_size=3),
)
def test_many_pictures_are_each_on_its_own(recipe, raw, copies):
    grid = recipe.grid((96, 128))
    pictures = [truths_of(part) for part in raw]
    equal = grid.boxes(np.array(copies, np.int64) % grid.size).astype(np.float32)
    pictures[0] = np.concatenate([pictures[0], pictures[0][:1], equal])
    chunk = chunk_of(grid, pictures)
    same(all_of(recipe.matcher, chunk), one_by_one(recipe.matcher, chunk))


@settings(max_examples=100, deadline=None)
@given(
    matcher=cell_matchers,
    leaving=st.sampled_from([Use(), Before(), Before(border=9), After(border=-3)]),
    raw=st.lists(st.one_of(boxes, inside), min_size=1, max_size=4),
)
def test_many_pictures_of_cells_are_each_on_its_own(matcher, leaving, raw):
    matcher, grid = dataclasses.replace(matcher, outside=leaving), YOLO.grid((96, 128))
    pictures = [truths_of(part) for part in raw]
    pictures[0] = np.concatenate([pictures[0], pictures[0][:2], grid.boxes([5, 77]).astype(np.float32)])
    chunk = chunk_of(grid, pictures)
    many = matcher.positives(chunk)
    assert not many.whole.size
    same(many, one_by_one(matcher, chunk))


def crowd(seed, count, most):
    generator = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        many = int(generator.integers(0, most))
        corner, side = generator.uniform(0, 260, (many, 2)), np.exp(generator.normal(3.6, 0.9, (many, 2)))
        found.append(np.concatenate([corner, corner + side], 1).astype(np.float32))
    return found


@pytest.mark.parametrize(
    "name", [name for name in list_recipes() if not name.startswith("efficientdet-d") or name[-1] == "0"]
)
def test_shipped_recipes_count_many_pictures_alike_and_in_any_split(name):
    matcher = load_recipe(name).matcher
    grid = load_recipe(name).grid((300, 320))
    pictures = crowd(1, 6, 30)
    sizes = np.array([[300, 320], [290, 310], [300, 300], [280, 320], [300, 320], [300, 319]])
    chunk = chunk_of(grid, pictures, sizes)
    whole = all_of(matcher, chunk)
    same(whole, one_by_one(matcher, chunk))
    left, right = chunk_of(grid, pictures[:2], sizes), chunk_of(grid, pictures[2:], sizes[2:])
    one, other = all_of(matcher, left), all_of(matcher, right)
    for field in ("anchor", "cause", "measure") if matcher.measure else ("anchor", "cause"):
        np.testing.assert_array_equal(
            np.concatenate([getattr(one, field), getattr(other, field)]), getattr(whole, field)
        )
    for name, values in whole.per_gt.items():
        np.testing.assert_array_equal(np.concatenate([one.per_gt[name], other.per_gt[name]]), values)
    np.testing.assert_array_equal(np.concatenate([one.gt, other.gt + len(left.gt)]), whole.gt)
    np.testing.assert_array_equal(np.concatenate([one.picture, other.picture + 2]), whole.picture)


@pytest.mark.parametrize("name", ["torchvision-fpn", "detectron2-fpn", "mmdet-fpn", "paper-vgg16"])
def test_crowded_pictures_are_compared_in_blocks_alike(monkeypatch, name):
    """Of pictures with more than 3 ground truths some at a time: a few anchors by all, or one anchor alone."""
    matcher, grid = load_recipe(name).matcher, load_recipe(name).grid((300, 320))
    chunk = chunk_of(grid, [*crowd(2, 3, 30), *crowd(3, 2, 3)], np.array([[300, 320]] * 5))
    monkeypatch.setattr(tops, "CROWDED", 3)
    for pairs in (1, 200):
        monkeypatch.setattr(tops, "CROWDED_PAIRS", pairs)
        same(all_of(matcher, chunk), one_by_one(matcher, chunk))


def test_pictures_whose_every_anchor_ties_are_left_over():
    far = np.array([[9000, 9000, 9010, 9010]], np.float32)
    near = np.array([[10, 10, 60, 70]], np.float32)
    grid = BASE.grid((96, 128))
    chunk = chunk_of(grid, [near, far, near, np.zeros((0, 4), np.float32)])
    many = BASE.matcher.positives(chunk)
    assert many.whole.tolist() == [1]
    assert set(many.picture.tolist()) == {0, 2}
    assert many.per_gt["positives"].tolist()[1] == 0
    assert all_of(BASE.matcher, chunk).per_gt["positives"].tolist()[1] == grid.size


def test_a_chunk_that_cannot_be_is_refused():
    grid = BASE.grid((96, 128))
    box = np.array([[1, 2, 30, 40]] * 2, np.float32)
    for picture, wrong in (([1, 0], "ascending"), ([0], "wanted"), ([0, 9], "wanted 0 to 3")):
        with pytest.raises(ValueError, match=wrong):
            Chunk(grid=grid, gt=box, picture=np.array(picture), sizes=SIZES)
    chunk = Chunk(grid=grid, gt=box, picture=np.array([0, 2]), sizes=SIZES)
    assert chunk.first.tolist() == [0, 1, 1, 2, 2]
    with pytest.raises(dataclasses.FrozenInstanceError):
        chunk.gt = box


UNEVEN = ("detectron2-fpn", "mmdet-fpn", "retinanet-mmdet", "efficientdet-d0", "ssd300-torchvision", "paper-vgg16")


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(UNEVEN),
    move=st.tuples(*[st.floats(0.6, 1.5)] * 3),
    raw=st.lists(inside, min_size=1, max_size=4),
    copies=st.lists(st.integers(0, 10**6), max_size=3),
)
def test_anchors_whose_size_differs_from_cell_to_cell_by_rounding_count_alike(name, move, raw, copies):
    recipe = load_recipe(name)
    recipe = dataclasses.replace(recipe, anchors=recipe.anchors.reshaped(*move))
    grid = recipe.grid((96, 128))
    pictures = [truths_of(part) for part in raw]
    # boxes that are anchors, and boxes between two anchors: ties and near ties
    equal = grid.boxes(np.array(copies, np.int64) % grid.size).astype(np.float32)
    pictures[0] = np.concatenate([pictures[0], equal, equal + np.float32(0.5)])
    chunk = chunk_of(grid, pictures)
    same(all_of(recipe.matcher, chunk), one_by_one(recipe.matcher, chunk))


def test_large_uneven_grids_are_counted_many_at_a_time():
    recipe = load_recipe("retinanet-mmdet")
    recipe = dataclasses.replace(recipe, anchors=recipe.anchors.reshaped(1.3127, 0.83, 1.1))
    grid = recipe.grid((608, 800))
    chunk = chunk_of(grid, crowd(5, 8, 20), np.full((8, 2), [600, 790]))
    many = recipe.matcher.positives(chunk)
    assert len(many.whole) <= 4
    same(all_of(recipe.matcher, chunk), one_by_one(recipe.matcher, chunk))
