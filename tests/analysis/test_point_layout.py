"""The layout doctor on points: every scramble of a network that knows its boxes is named, an untrained one is left."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rpn_inspector.analysis.layout.diagnosis import diagnose, misfit
from rpn_inspector.core.coder import decode
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

SIDE = 256
CLASSES = 3


def recipe_of(name):
    return load_recipe(name).with_tables({"resize": {"size": [SIDE, SIDE]}})


def picture(seed, count=12):
    rng = np.random.default_rng(seed)
    sides = np.exp(rng.uniform(np.log(24), np.log(140), (count, 2)))
    corner = rng.uniform(0, 1, (count, 2)) * (SIDE - sides)
    return Sample(
        f"{seed}.jpg",
        (SIDE, SIDE),
        gt=np.concatenate([corner, corner + sides], 1),
        gt_class=rng.integers(0, CLASSES, count),
    )


def network(sample, recipe, seed=0, knows=True, classes=CLASSES):
    """Return flat outputs: points near a ground truth's middle know its box and class, the others nothing."""
    rng, grid = np.random.default_rng(seed), recipe.grid((SIDE, SIDE))
    coder, every = recipe.coder, np.arange(grid.size)
    points, strides = grid.all_boxes(), grid.strides(every)
    confident = recipe.loss.objectness == "yolo"
    logits = rng.normal(-5, 0.7, (grid.size, classes + confident)).astype(np.float32)
    numbers = rng.normal(0, 0.5, (grid.size, 4 * coder.bins)).astype(np.float32)
    for box, kind in zip(sample.gt, sample.gt_class, strict=True) if knows else ():
        near = np.abs(points[:, :2] - (box[:2] + box[2:]) / 2) / (box[2:] - box[:2])
        rows = np.flatnonzero((near < 0.2).all(1))
        t = coder.encode(points[rows], np.tile(box, (len(rows), 1)), strides[rows])
        if coder.bins > 1:
            place = np.arange(coder.bins)
            rows, t = rows[(t < coder.bins - 1).all(1)], t[(t < coder.bins - 1).all(1)]
            numbers[rows] = (-4 * np.abs(place - t[:, :, None])).reshape(len(rows), -1)
        else:
            numbers[rows] = coder.raw_of(t)
        logits[rows, kind + confident] = rng.normal(3, 0.5, len(rows))
        if confident:
            logits[rows, 0] = 4
    return Prediction(
        objectness=logits, deltas=numbers, network_size=(SIDE, SIDE), padded_size=(SIDE, SIDE), source="made",
    )  # fmt: skip


def by_level(flat, grid):
    def planes(rows):
        return tuple(
            np.ascontiguousarray(rows[level.rows].reshape(*level.shape, -1).transpose(2, 0, 1)) for level in grid.levels
        )

    return replace(
        flat, objectness=None, deltas=None,
        levels_objectness=planes(flat.objectness), levels_deltas=planes(flat.deltas),
    )  # fmt: skip


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def boxes_of(flat, recipe):
    grid = recipe.grid((SIDE, SIDE))
    means = recipe.coder.means_of(flat.deltas)
    return decode(grid.all_boxes(), means, recipe, grid.strides(np.arange(grid.size))).astype(np.float32)


def ordered(*places):
    """Return what stores the four numbers in another order, each with its bins."""

    def of(flat, _):
        each = flat.deltas.reshape(len(flat.deltas), 4, -1)
        return replace(flat, deltas=each[:, list(places)].reshape(len(each), -1))

    return of


def levels_turned(flat, recipe):
    rows = np.concatenate(
        [np.arange(flat.deltas.shape[0])[level.rows] for level in recipe.grid((SIDE, SIDE)).levels[::-1]]
    )
    return replace(flat, objectness=flat.objectness[rows], deltas=flat.deltas[rows])


def columns(flat, recipe):
    rows = np.concatenate(
        [
            np.arange(flat.deltas.shape[0])[level.rows].reshape(level.shape).T.ravel()
            for level in recipe.grid((SIDE, SIDE)).levels
        ]
    )
    return replace(flat, objectness=flat.objectness[rows], deltas=flat.deltas[rows])


def bin_by_bin(flat, _):
    each = flat.deltas.reshape(len(flat.deltas), 4, -1).swapaxes(1, 2)
    return replace(flat, deltas=each.reshape(len(each), -1))


def corners(flat, recipe):
    return replace(flat, deltas=boxes_of(flat, recipe))


def centres(flat, recipe):
    box = boxes_of(flat, recipe)
    return replace(flat, deltas=np.concatenate([(box[:, :2] + box[:, 2:]) / 2, box[:, 2:] - box[:, :2]], 1))


def exported(flat, recipe):
    """Return boxes and probabilities, (4, N) and (K, N), as a network exported with its decoding gives them."""
    found = centres(flat, recipe)
    return replace(found, objectness=sigmoid(flat.objectness).T.copy(), deltas=found.deltas.T.copy())


def in_px(flat, recipe):
    grid = recipe.grid((SIDE, SIDE))
    strides = np.tile(grid.strides(np.arange(grid.size)), 2).astype(np.float32)
    unit = strides if getattr(recipe.coder, "unit", "stride") == "stride" else 1 / strides
    return replace(flat, deltas=recipe.coder.means_of(flat.deltas) * unit)


SCRAMBLES = {
    "nothing": (lambda flat, _: flat, "as the recipe says"),
    "t, l, b, r": (ordered(1, 0, 3, 2), "numbers in the order {1}, {0}, {3}, {2}"),
    "r, b, l, t": (ordered(2, 3, 0, 1), "numbers in the order {2}, {3}, {0}, {1}"),
    "coarse first": (levels_turned, "levels from the largest stride to the smallest"),
    "columns": (columns, "cells column by column"),
    "corners": (corners, "boxes, x1, y1, x2, y2 in network px"),
    "centres": (centres, "boxes, x, y, w, h in network px"),
    "exported": (
        exported,
        "boxes, x, y, w, h in network px; the axis of numbers at the other end; scores are probabilities, not logits",
    ),
    "probabilities": (
        lambda flat, _: replace(flat, objectness=sigmoid(flat.objectness)), "scores are probabilities, not logits",
    ),
}  # fmt: skip
OF_BINS = {"bin by bin": (bin_by_bin, "bin by bin, the sides within each")}
OF_SIDES = {"another unit": (in_px, "distances l, t, r, b in {unit}")}
CASES = [
    (name, scramble)
    for name in ("yolov8", "yolox-s-mmdet", "rtmdet", "yolo26")
    for scramble in [*SCRAMBLES, *(OF_BINS if name == "yolov8" else ()), *(OF_SIDES if name != "yolox-s-mmdet" else ())]
]


@pytest.mark.parametrize(("name", "scramble"), CASES)
def test_every_scramble_is_named_and_undone(name, scramble):
    recipe = recipe_of(name)
    change, words = (SCRAMBLES | OF_BINS | OF_SIDES)[scramble]
    whole = {seed: network(picture(seed), recipe, seed) for seed in (1, 2)}
    pairs = [(picture(seed), change(flat, recipe)) for seed, flat in whole.items()]
    found = diagnose(pairs, recipe)
    unit = "strides" if getattr(recipe.coder, "unit", "") == "px" else "px"
    wanted = words.format(*recipe.coder.coordinate_names, unit=unit)
    assert (found.clear, found.best.words) == (True, wanted), found.verdict
    undone = found.best.hypothesis.apply(pairs[0][1], (SIDE, SIDE))
    grid = recipe.grid((SIDE, SIDE))
    logits, deltas = undone.flat(grid, recipe.loss.objectness, recipe.coder.bins)
    np.testing.assert_allclose(logits, whole[1].objectness, atol=2e-3)
    boxes = boxes_of(replace(whole[1], deltas=deltas), recipe)
    sure = whole[1].objectness.max(1) > 0
    np.testing.assert_allclose(boxes[sure], boxes_of(whole[1], recipe)[sure], atol=0.05)


@pytest.mark.parametrize("name", ["yolov8", "yolox-s-mmdet", "rtmdet", "yolo26", "yolov10"])
def test_a_right_layout_and_an_untrained_network_are_let_be(name):
    recipe, sample = recipe_of(name), picture(1)
    assert misfit(network(sample, recipe), sample, recipe) is None
    assert misfit(by_level(network(sample, recipe), recipe.grid((SIDE, SIDE))), sample, recipe) is None
    for seed in range(4):
        untrained = network(sample, recipe, seed, knows=False)
        assert misfit(untrained, sample, recipe) is None
    found = diagnose([(sample, untrained)], recipe)
    assert not found.clear
    assert found.verdict.endswith("an untrained network fits no reading")
    assert found.best.words == "as the recipe says"


@pytest.mark.parametrize("name", ["yolov8", "yolox-s-mmdet", "rtmdet", "yolo26"])
def test_maps_of_one_class_are_no_batch_of_one(name):
    recipe = recipe_of(name)
    sample = replace(picture(1), gt_class=np.zeros(12, int))
    flat = network(sample, recipe, classes=1)
    maps = by_level(flat, recipe.grid((SIDE, SIDE)))
    assert {each.shape[0] for each in maps.levels_objectness} == {1 + (name == "yolox-s-mmdet")}
    last = replace(
        maps,
        levels_objectness=tuple(each.transpose(1, 2, 0) for each in maps.levels_objectness),
        levels_deltas=tuple(each.transpose(1, 2, 0) for each in maps.levels_deltas),
    )
    batch = replace(
        maps,
        levels_objectness=tuple(each[None] for each in maps.levels_objectness),
        levels_deltas=tuple(each[None] for each in maps.levels_deltas),
    )
    many = replace(flat, objectness=flat.objectness[None], deltas=flat.deltas[None])
    turned = "the axis of numbers at the other end"
    for outputs, words in zip((flat, many, maps, batch, last), ["as the recipe says"] * 4 + [turned], strict=True):
        found = diagnose([(sample, outputs)], recipe)
        assert (found.clear, found.best.words) == (True, words), found.verdict
    assert misfit(maps, sample, recipe) is None


def test_one_picture_is_enough_to_doubt_a_reading():
    recipe, sample = recipe_of("yolov8"), picture(3)
    flat = network(sample, recipe)
    said = misfit(levels_turned(flat, recipe), sample, recipe)
    assert said.startswith(
        "another layout fits the ground truth better (levels from the largest stride to the smallest): the best scored"
    )
    assert misfit(ordered(1, 0, 3, 2)(flat, recipe), sample, recipe).startswith("another layout fits")
    said = misfit(SCRAMBLES["probabilities"][0](flat, recipe), sample, recipe)
    assert said == "all scores lie from 0 to 1: probabilities, where the recipe wants logits"


def test_maps_of_another_axis_order_or_level_order_are_told_by_their_shapes():
    recipe, sample = recipe_of("yolov8"), picture(4)
    maps = by_level(network(sample, recipe), recipe.grid((SIDE, SIDE)))
    last = replace(
        maps,
        levels_objectness=tuple(each.transpose(1, 2, 0)[None] for each in maps.levels_objectness),
        levels_deltas=tuple(each.transpose(1, 2, 0)[None] for each in maps.levels_deltas),
    )
    assert diagnose([(sample, last)], recipe).best.words == "the axis of numbers at the other end"
    turned = replace(maps, levels_objectness=maps.levels_objectness[::-1], levels_deltas=maps.levels_deltas[::-1])
    found = diagnose([(sample, turned)], recipe)
    assert (found.clear, found.best.words) == (True, "levels from the largest stride to the smallest")
    wrong = replace(maps, levels_deltas=tuple(each[:63] for each in maps.levels_deltas))
    assert diagnose([(sample, wrong)], recipe).verdict == (
        "no hypothesis fits: made: 63 numbers for each point, wanted 4, or several for each of the 4 sides"
    )
