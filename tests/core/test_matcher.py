"""The windowed assignment against brute force, and what each cause means."""

import dataclasses
import tracemalloc
from unittest import mock

import numpy as np
import pytest
from drawn import boxes_of, drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core import pair_windows
from rpn_inspector.core.anchor_rules import ANCHORS
from rpn_inspector.core.assigners import cells, overlap, tops
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.boxes import area, iou_with
from rpn_inspector.core.ignored import OUTSIDE, Regions
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.spec import hints_of

BASE = load_recipe("torchvision-fpn")
PAPER = load_recipe("paper-vgg16")
YOLO = load_recipe("yolov3-416")


def brute_force(grid, gt, spec, image, ignored, padded):
    """Return labels, owners, IoU, best ground truth and the G x N matrix, as the libraries write it."""
    grid, gt, ignored = spec.framed(grid, gt, ignored)
    boxes = grid.all_boxes()
    truths = np.asarray(gt, grid.dtype)
    b, (h, w) = spec.outside.border, image
    within = (boxes[:, 0] >= -b) & (boxes[:, 1] >= -b) & (boxes[:, 2] < w + b) & (boxes[:, 3] < h + b)
    inside = within if spec.outside.rule == "before" else np.ones(grid.size, bool)
    if spec.outside.padding == "ignore":
        inside = inside & within_padding(grid, padded)
    in_region = crowded(boxes, np.asarray(ignored, grid.dtype), spec)
    if spec.regions.beforehand:
        inside = inside & ~in_region
    taken_out = ~inside | (~within if spec.outside.rule == "after" else False)
    if not len(truths):
        nothing = np.full(grid.size, -1)
        return np.where(taken_out | in_region, -1, 0), nothing, np.zeros(grid.size), nothing, np.zeros((0, grid.size))
    matrix = np.stack([iou_with(truth, boxes, int(spec.inclusive)) for truth in truths])
    matrix[:, ~inside] = -1
    iou, best = matrix.max(0), matrix.argmax(0)
    label, owner = np.full(grid.size, -1), best.copy()
    label[(iou >= grid.dtype.type(spec.negative_from)) & (iou < grid.dtype.type(spec.negative))] = 0
    label[iou >= grid.dtype.type(spec.positive)] = 1
    claimed = set()
    for k, row in enumerate(matrix if spec.low_quality.on else []):
        if row.max() < max(grid.dtype.type(spec.low_quality.least), 0):
            continue
        for anchor in np.flatnonzero(row == row.max())[: 1 if spec.low_quality.first else None].tolist():
            if spec.low_quality.owner == "claim_first" and anchor in claimed:
                continue
            claimed.add(anchor)
            label[anchor] = 1
            owner[anchor] = best[anchor] if spec.low_quality.owner == "overlap" else k
    for k, row in enumerate(matrix if spec.low_quality.takes_over else []):
        anchor = int(row.argmax())
        if row[anchor] >= 0 and label[anchor] == 1:
            owner[anchor] = k
    if spec.clobber_positives:
        label[(iou >= grid.dtype.type(spec.negative_from)) & (iou < grid.dtype.type(spec.negative))] = 0
    label[taken_out | (in_region & (label == 0))] = -1
    best[~inside], iou[~inside] = -1, 0
    return label, np.where(label == 1, owner, -1), iou, best, matrix


def within_padding(grid, padded):
    """Return which anchors stand in cells that a picture padded to (h, w) reaches (MMDetection ``valid_flags``)."""
    place = grid.locate(np.arange(grid.size))
    strides = np.array([level.stride for level in grid.levels])[place.level]
    return (place.y < np.ceil(padded[0] / strides[:, 0])) & (place.x < np.ceil(padded[1] / strides[:, 1]))


def crowded(boxes, regions, spec):
    """Return which of ``boxes`` share too much of their area with one of ``regions``."""
    found = np.zeros(len(boxes), bool)
    one = boxes.dtype.type(int(spec.inclusive))
    for region in regions:
        width = np.maximum(np.minimum(boxes[:, 2], region[2]) - np.maximum(boxes[:, 0], region[0]) + one, 0)
        height = np.maximum(np.minimum(boxes[:, 3], region[3]) - np.maximum(boxes[:, 1], region[1]) + one, 0)
        whole = area(boxes if spec.regions.of == "anchor" else region[None], int(spec.inclusive))
        if spec.regions.of == "union":
            whole = area(boxes, int(spec.inclusive)) + whole - width * height
        share, limit = (
            width * height / np.maximum(whole, boxes.dtype.type(1e-6)),
            boxes.dtype.type(spec.regions.overlap),
        )
        found |= share > limit if spec.regions.beforehand else share >= limit
    return found


corner = (-40, 160, (-1e6, -3e4, 0.0, 7.5, 16.0, 1e5))
side = (0.5, 150, (-9.0, 0.0, 1e-3, 16.0, 32.0, 64.0, 1e6))
boxes = boxes_of(corner, side, 6)
regions = st.one_of(st.just([]), boxes)


SHAPES = (((1.0, 1.0), (24.0, 0.7), (30.5, 61.0)),)


def anchors_of(codes):
    """Return a spec of any anchor rule, its own fields drawn as far as the rule has them."""
    levels = 1 + codes.below(3)
    rule = codes.one(list(ANCHORS.rules))
    in_px = rule in ("rounded_corners", "double")
    scale = (0.02, 0.95) if rule == "relative" else (3, 90) if in_px else (0.5, 6)
    strides = tuple(3 + codes.below(31) for _ in range(levels))
    every = {
        "sizes": tuple(codes.some(*scale, 3) for _ in range(levels)),
        "base_sizes": tuple(float(stride) for stride in strides),
        "ratios": tuple(codes.some(0.3, 3, 3) for _ in range(codes.one([1, levels]))),
        "shapes": SHAPES if rule == "octaves" else SHAPES * levels,
        "order": codes.one(["ratio_size", "size_ratio", "squares_first"]),
        "clip": codes.one([False, True]),
        "offset": codes.one([0.0, 0.25, 0.5]),
    }
    kind = ANCHORS.rules[rule]
    return kind(
        names=tuple(f"L{i}" for i in range(levels)),
        strides=strides,
        strides_x=codes.one([(), tuple(3 + codes.below(31) for _ in range(levels))]),
        stride_rule=codes.one(["padded_over_feature", "exact", "given"]),
        **{name: value for name, value in every.items() if name in hints_of(kind)},
    )


def low_quality_of(codes, rules, least):
    """Return a spec of the low-quality rule, with any owner where the rule has one."""
    rule = codes.one([name for name in ("off", "first_claims", "all", "first") if name in rules])
    if rule == "off":
        return rules[rule]()
    if rule == "first_claims":
        return rules[rule](least=codes.one([0.0, 0.2, 0.4]))
    owners = {"owner": codes.one(["overlap", "claim", "claim_first"])} if "owner" in hints_of(rules[rule]) else {}
    return rules[rule](least=codes.one(least), **owners)


def outside_of(codes):
    """Return what is done with anchors beyond the border and in the padding."""
    rule, padding = codes.one(["use", "before", "after"]), codes.one(["use", "ignore"])
    border = {} if rule == "use" else {"border": codes.one([0, 16])}
    return OUTSIDE.rules[rule](padding=padding, **border)


def recipe_of(codes):
    base = codes.one([BASE, PAPER])
    matcher = dataclasses.replace(
        base.matcher,
        low_quality=low_quality_of(codes, overlap.LOW_QUALITY.rules, [0.0, 0.3]),
        negative_from=codes.one([0.0, 0.1]),
        negative=codes.one([0.0, 0.3, 0.5]),
        clobber_positives=codes.one([False, True]),
        inclusive=codes.one([False, True]),
        outside=outside_of(codes),
        positive=codes.one([0.5, 0.7]),
        regions=Regions(
            overlap=codes.one([0.1, 0.5]),
            of=codes.one(["anchor", "region", "union"]),
            effect=codes.one(["ignored", "not_negative"]),
        ),
    )
    if matcher.outside.rule == "use" and not matcher.inclusive:
        matcher = dataclasses.replace(matcher, frame=codes.one(["network", "fractions"]))
    return dataclasses.replace(
        base, anchors=anchors_of(codes), matcher=matcher, dtype=codes.one(["float32", "float64"])
    )


recipes = drawn(recipe_of, 64)


def truths_of(raw):
    return np.array([(x, y, x + w, y + h) for x, y, w, h in raw], np.float32).reshape(-1, 4)


@settings(max_examples=250, deadline=None)
@given(
    recipe=recipes,
    raw=boxes,
    copies=st.lists(st.integers(0, 10**6), max_size=3),
    regions=regions,
    pairs=st.booleans(),
)
def test_windows_and_pairs_equal_brute_force(recipe, raw, copies, regions, pairs):
    """Ground truths inside, outside, huge, inverted, without area, equal to one another, equal to an anchor."""
    with mock.patch.multiple(overlap, CELLS=1 if pairs else 1 << 40, FEW=0):
        equals_brute_force(recipe, raw, copies, regions)


# boxes that overlap anchors, so that labels follow from pairs; whole numbers make IoUs tie
overlapping = boxes_of((-9, 90), (1, 120), 9, least=1)


@settings(max_examples=150, deadline=None)
@given(
    recipe=recipes,
    raw=overlapping,
    copies=st.lists(st.integers(0, 10**6), max_size=3),
    block=st.sampled_from([1, 300, 1 << 16]),
)
def test_pairs_of_overlapping_boxes_equal_brute_force(recipe, raw, copies, block):
    with (
        mock.patch.multiple(overlap, CELLS=1, FEW=0),
        mock.patch.object(pair_windows, "PAIRS", block),
        mock.patch.object(tops, "CROWDED_PAIRS", block),
    ):
        equals_brute_force(recipe, raw, copies, [])


def equals_brute_force(recipe, raw, copies, regions):
    grid = recipe.grid((96, 128))
    gt = truths_of(raw)
    gt = np.concatenate([gt, gt[: len(copies)], grid.boxes(np.array(copies, np.int64) % grid.size).astype(np.float32)])
    padded = (80, 112)
    result = recipe.matcher.assign(grid, gt, (96, 120), truths_of(regions), padded)
    label, owner, iou, best, matrix = brute_force(grid, gt, recipe.matcher, (96, 120), truths_of(regions), padded)
    np.testing.assert_array_equal(result.label, label)
    np.testing.assert_array_equal(result.gt, owner)
    np.testing.assert_array_equal(result.iou, iou.astype(grid.dtype))
    np.testing.assert_array_equal(result.best_gt, best)
    np.testing.assert_array_equal(result.gt_positives, [(owner == k).sum() for k in range(len(gt))])
    highest = np.maximum(matrix.max(1), 0)
    np.testing.assert_array_equal(result.gt_best_iou, highest)
    ties = matrix == highest[:, None]
    np.testing.assert_array_equal(result.gt_ties, ties.sum(1))
    np.testing.assert_array_equal(result.gt_best_anchor, np.where(ties.any(1), ties.argmax(1), -1))


def brute_force_by_cells(grid, gt, spec):
    """Return labels, owners and each ground truth's best IoU in the cells of centres, every step in the open."""
    if not len(gt):
        return np.zeros(grid.size), np.full(grid.size, -1), np.zeros(0)
    boxes_ = grid.all_boxes()
    matrix = np.stack([iou_with(truth, boxes_) for truth in gt])
    highest = matrix.max(0)
    below = highest <= np.float32(spec.negative)
    if spec.negative_from:
        below &= highest > np.float32(spec.negative_from)
    mine = np.zeros(grid.size, bool)
    for level in grid.levels:
        for x1, y1, x2, y2 in gt:
            column = min(int((x1 + x2) * np.float32(0.5) / np.float32(level.stride[1])), level.shape[1] - 1)
            row = min(int((y1 + y2) * np.float32(0.5) / np.float32(level.stride[0])), level.shape[0] - 1)
            first = level.offset + (row * level.shape[1] + column) * len(level.base)
            mine[first : first + len(level.base)] = True
    matrix[:, ~mine] = -1
    owner = np.where(matrix.max(0) > np.float32(spec.positive), matrix.argmax(0), -1)
    for k, row in enumerate(matrix if spec.low_quality.on else []):
        if row.max() > np.float32(spec.low_quality.least):
            owner[np.flatnonzero(row == row.max())[: 1 if spec.low_quality.first else None]] = k
    return np.where(owner >= 0, 1, np.where(below, 0, -1)), owner, matrix.max(1)


def cells_of(codes):
    return dataclasses.replace(
        YOLO.matcher,
        positive=codes.one([0.0, 0.3, 0.5, 0.7]),
        negative=codes.one([0.0, 0.3, 0.5]),
        negative_from=codes.one([0.0, 0.1]),
        low_quality=low_quality_of(codes, cells.LOW_QUALITY.rules, [0.0, 0.4]),
    )


cell_matchers = drawn(cells_of, 6)


@settings(max_examples=100, deadline=None)
@given(
    spec=cell_matchers,
    raw=boxes_of((0, 120), (1, 110), 6),
    copies=st.lists(st.integers(0, 10**6), max_size=2),
)
def test_cells_equal_brute_force(spec, raw, copies):
    """YOLO: positives only in cells with a centre, negatives by IoU, the rest ignored; every step in the open."""
    grid = YOLO.grid((160, 224))
    gt = np.array([(x, y, x + w, y + h) for x, y, w, h in raw], np.float32).reshape(-1, 4)
    gt = np.concatenate([gt, gt[: len(copies)], grid.boxes(np.array(copies, np.int64) % grid.size)])
    result = spec.assign(grid, gt, (160, 224))
    label, owner, best = brute_force_by_cells(grid, gt, spec)
    np.testing.assert_array_equal(result.gt, owner)
    np.testing.assert_array_equal(result.label, label)
    np.testing.assert_array_equal(result.gt_best_iou, best)


SHIPPED = {(r.matcher, r.anchors.rule): r for r in map(load_recipe, list_recipes())}.values()


# a rule that ranks candidates lists them, so here, where most points are candidates of many, that is its memory
UNRANKED = [recipe for recipe in SHIPPED if "candidates" not in recipe.matcher.per_gt]


@pytest.mark.parametrize("recipe", UNRANKED, ids=lambda recipe: recipe.name)
def test_200_ground_truths_need_memory_for_the_anchors_only(recipe):
    """A G x N matrix of float32 would be 800 bytes an anchor; here they are a few arrays of N, whatever the rule."""
    generator = np.random.default_rng(0)
    corners = generator.uniform(0, 700, (200, 2))
    gt = np.concatenate([corners, corners + generator.uniform(8, 500, (200, 2))], 1).astype(np.float32)
    gt[:3] += 50_000  # some that touch nothing: all anchors may tie for them
    times = 1
    while (grid := recipe.grid((800 * times, 1344 * times))).size < 200_000:
        times += 1
    tracemalloc.start()
    try:
        regions_ = gt[:20] * times if recipe.ground_truth.crowd == "ignore" else None
        recipe.matcher.assign(grid, gt[20:] * times, (800 * times, 1333 * times), regions_)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # of which a few hold IoUs
    assert peak < (44 + 4 * grid.dtype.itemsize) * grid.size, f"{peak / grid.size:.0f} bytes an anchor"


@pytest.mark.parametrize("name", ["torchvision-fpn", "detectron2-fpn"])
def test_overlaps_need_memory_for_what_is_kept_and_little_more(name):
    """14 bytes an anchor are kept; anchors of detectron2 differ in size from cell to cell, by rounding."""
    recipe, gt = load_recipe(name), np.random.default_rng(0).uniform(0, 700, (20, 2))
    grid, gt = recipe.grid((800, 1344)), np.concatenate([gt, gt + 90], 1).astype(np.float32)
    recipe.matcher.assign(grid, gt, (800, 1333))  # what is kept of a grid
    tracemalloc.start()
    try:
        recipe.matcher.assign(grid, gt, (800, 1333)).iou  # noqa: B018  # computed when asked for
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 24 * grid.size, f"{peak / grid.size:.1f} bytes an anchor"


def test_cells_need_memory_for_their_anchors_only():
    """A thousand ground truths make some 6,000 anchors of cells: a matrix of both would be 24 MB."""
    generator = np.random.default_rng(0)
    corners = generator.uniform(0, 600, (1000, 2))
    gt = np.concatenate([corners, corners + generator.uniform(4, 9, (1000, 2))], 1).astype(np.float32)
    grid = YOLO.grid((608, 608))
    tracemalloc.start()
    try:
        YOLO.matcher.assign(grid, gt, (608, 608))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 12 << 20, f"{peak >> 20} MB"


def one_level(size=32.0):
    spec = ANCHORS.rules["rounded_corners"](names=("L",), strides=(16,), sizes=((size,),), ratios=((1.0,),))
    return dataclasses.replace(BASE, anchors=spec).grid((64, 64))


def test_causes_of_a_grid_a_human_can_check():
    """Anchors of 32 px every 16 px; the ground truth is exactly the anchor of cell (1, 1)."""
    grid = one_level()
    result = BASE.matcher.assign(grid, np.array([[0, 0, 32, 32]]), (64, 64))
    assert grid.boxes([5]).tolist() == [[0, 0, 32, 32]]
    assert result.iou[5] == 1
    assert result.cause[5] == Cause.OVERLAP
    # one cell to the right: 16 x 32 shared of 2 x 1024 - 512
    assert result.iou[6] == np.float32(512) / np.float32(1536)
    assert result.cause[6] == Cause.BETWEEN_THRESHOLDS
    # diagonal: 256 / 1792 = 0.14
    assert result.cause[10] == Cause.BACKGROUND
    assert result.gt_positives.tolist() == [1]
    assert result.gt_low_quality.tolist() == [0]


def test_a_small_truth_is_saved_by_the_low_quality_rule_only():
    grid = one_level()
    result = BASE.matcher.assign(grid, np.array([[12, 12, 20, 20]]), (64, 64))
    assert np.flatnonzero(result.label == 1).tolist() == [5]
    assert result.cause[5] == Cause.BEST_FOR_GT
    assert result.iou[5] == np.float32(64) / np.float32(1024)
    assert result.gt_low_quality.tolist() == [1]


def test_a_truth_that_touches_nothing_makes_every_anchor_positive():
    result = BASE.matcher.assign(one_level(), np.array([[500, 500, 510, 510]]), (64, 64))
    assert (result.label == 1).all()
    assert result.gt_best_iou.tolist() == [0]


def test_of_two_equal_truths_the_first_owns_the_anchors():
    result = BASE.matcher.assign(one_level(), np.array([[0, 0, 32, 32], [0, 0, 32, 32]]), (64, 64))
    assert result.gt_positives.tolist() == [1, 0]
    assert result.gt_ties.tolist() == [1, 1]


def test_without_truth_all_are_negative():
    result = BASE.matcher.assign(one_level(), np.zeros((0, 4)), (64, 64))
    assert (result.label == 0).all()
    assert (result.best_gt == -1).all()
