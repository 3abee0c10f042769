"""Suppression and ranking against the loops they stand for."""

import tracemalloc

import numpy as np
import pytest
from drawn import drawn, number_of
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rpn_inspector.core import nms
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.nms import BLOCK, CHUNK, FEW, LARGEST, PIECE, _Pairs, suppress
from rpn_inspector.core.ranking import SAMPLE, descending, top


def greedy(boxes, threshold, inclusive, at_equal, group=None):
    """Return suppressors and IoUs, each group by itself, box by box, as the libraries write it."""
    group = np.zeros(len(boxes), int) if group is None else group
    by, iou = np.full(len(boxes), -1), np.zeros(len(boxes), boxes.dtype)
    for one in np.unique(group):
        alive = np.flatnonzero(group == one)
        while alive.size:
            first, rest = alive[0], alive[1:]
            overlap = iou_with(boxes[first], boxes[rest], int(inclusive))
            gone = overlap.astype(float) >= threshold if at_equal else overlap.astype(float) > threshold
            by[rest[gone]], iou[rest[gone]] = first, overlap[gone]
            alive = rest[~gone]
    return by, iou


def check(boxes, threshold, inclusive, at_equal, group=None):
    wanted = greedy(boxes, threshold, inclusive, at_equal, group)
    for found, want in zip(suppress(boxes, threshold, inclusive, at_equal, group), wanted, strict=True):
        np.testing.assert_array_equal(found, want)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("threshold", [0.1, 0.5, 0.7])
def test_blocks_suppress_as_box_by_box(seed, threshold):
    """Many close boxes and few, with twins and empty ones, at an IoU of exactly the threshold too, in groups too."""
    generator = np.random.default_rng(seed)
    count, spread = [(8 * CHUNK, 40), (3 * CHUNK, 4000), (3, 10), (2 * BLOCK + 1, 8)][seed % 4]
    corner = generator.integers(0, spread, (count, 2)).astype(np.float32)
    boxes = np.concatenate([corner, corner + generator.integers(0, 30, (count, 2))], 1).astype(np.float32)
    boxes[::7] = boxes[0]
    for inclusive in (False, True):
        for at_equal in (False, True):
            check(boxes, threshold, inclusive, at_equal)
            for groups in (4, count // 9 + 1):  # looked at one by one, and together
                check(boxes, threshold, inclusive, at_equal, generator.integers(0, groups, count))


@pytest.mark.parametrize("most", [1, 7, 10**6])
def test_groups_of_every_size_are_suppressed_each_by_itself(monkeypatch, most):
    """Groups of one box, of few, of just as many as are paired whole, and of more, a portion of pairs at a time."""
    monkeypatch.setattr(nms, "MOST", most)
    generator = np.random.default_rng(most)
    sizes = [1, 1, 2, 5, FEW - 1, FEW, FEW + 1, 3 * BLOCK]
    group = generator.permutation(np.repeat(np.arange(len(sizes)), sizes))
    corner = generator.integers(0, 20, (len(group), 2))
    boxes = np.concatenate([corner, corner + 15], 1).astype(np.float32)
    for kept in (group >= 0, group < 6, group == 0):
        check(boxes[kept], 0.4, False, False, group[kept])
    check(boxes[:9], 0.4, False, False, np.arange(9))


place = st.floats(-200, 1500, width=32)
side = st.one_of(st.just(0.0), st.floats(2**-10, 1500, width=32), st.sampled_from([1.0, 8.0, 10.0]))


def case_of(codes):
    """Return boxes, groups or None, and the rest of what `check` takes."""
    dtype = codes.one([np.float32, np.float64])
    places, sides = (-200, 1500, (0, 1, 8)), (2**-10, 1500, (0, 2**-10, 0.3, 1, 8, 10))
    each = [[number_of(codes, *of) for of in (places, places, sides, sides)] for _ in range(codes.below(41))]
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h in each], dtype).reshape(-1, 4)
    twins = boxes + dtype(codes.one([0, 1, codes.uniform(0, 1)]))
    boxes = np.concatenate([boxes, twins]) + dtype(codes.one([0, 1e4, 1e7, 1e18]))
    group = codes.one([None, np.array([codes.below(4) for _ in boxes], int)])
    threshold = codes.one([0.5, 0.7, 1.0, *[codes.uniform(0.01, 1)] * 3])
    return boxes, threshold, codes.one([False, True]), codes.one([False, True]), group


@settings(max_examples=300, deadline=None)
@given(case=drawn(case_of, 600))
def test_any_boxes_are_suppressed_as_box_by_box(case):
    """Slivers beside giants, twins moved by a few px, far from the origin where no coordinate has a fraction."""
    check(*case)


@settings(max_examples=300, deadline=None)
@given(
    one=st.tuples(side, side),
    at=st.tuples(place, place),
    move=st.tuples(st.floats(-0.6, 0.6), st.floats(-0.6, 0.6), st.floats(0.4, 2.5), st.floats(0.4, 2.5)),
    share=st.floats(0.999, 1),
)
def test_no_pair_just_over_the_threshold_is_taken_for_far(one, at, move, share):
    """The threshold is put right under the pair's own IoU, where a bound too tight would lose it."""
    (x, y), (w, h), (dx, dy, sw, sh) = at, one, move
    boxes = [(x, y, x + w, y + h), (x + dx * w, y + dy * h, x + dx * w + sw * w, y + dy * h + sh * h)]
    pair = np.array([*boxes, (0, 0, 1333, 800)], np.float32)
    overlap = float(iou_with(pair[0], pair[1:2])[0])
    if overlap > 0:
        first, second = _Pairs(pair, overlap * share, False, True).over([(np.array([0]), np.array([1]))])[:2]
        assert (first.tolist(), second.tolist()) == ([0], [1])


@pytest.mark.parametrize("share", [0.1, 0.3, 0.45, 0.7, 0.9])
def test_the_farthest_pairs_that_can_overlap_so_much(share):
    """A box that fills the one side of another: the centres are as far apart as the IoU, its share, allows."""
    wide, tall, outer = [0, 0, 100, 100 * share], [0, 0, 100 * share, 100], [0, 0, 100, 100]
    for pair in ([wide, outer], [outer, wide], [tall, outer], [outer, tall]):
        assert suppress(np.array(pair, np.float32), share * 0.999)[0].tolist() == [-1, 0]


def test_more_boxes_than_one_block_holds():
    """A row of boxes that only overlap their neighbours: every other one survives, in any direction of the row."""
    count = 3 * LARGEST
    for left in (np.arange(count, dtype=np.float32), np.arange(count, 0, -1, dtype=np.float32)):
        boxes = np.stack([left, 0 * left, left + 10, 0 * left + 10], 1)
        by, iou = suppress(boxes, 0.8)  # shifted by 1: 90 / 110 = 0.82, by 2: 80 / 120
        np.testing.assert_array_equal(by, np.where(np.arange(count) % 2, np.arange(count) - 1, -1))
        np.testing.assert_array_equal(iou, np.where(by >= 0, np.float32(90) / np.float32(110), 0))


@pytest.mark.parametrize("threshold", [0.3, 0.7])
def test_boxes_all_over_a_picture_and_in_heaps_are_suppressed_as_box_by_box(threshold):
    """Blocks that grow by little and by much, of more chunks than one and of more than one piece."""
    generator = np.random.default_rng(0)
    for middles, spread in ((3 * PIECE // CHUNK, 2), (10, 20)):
        centre = generator.uniform(0, 1500, (middles, 2))[generator.integers(0, middles, 3 * PIECE // CHUNK)]
        centre, half = centre + generator.normal(0, spread, centre.shape), generator.uniform(8, 40, centre.shape)
        check(np.concatenate([centre - half, centre + half], 1).astype(np.float32), threshold, False, False)


def test_boxes_smaller_than_rounding_are_twins_where_a_pixel_is_added():
    """Both sides are 1 px in float32, and so is their intersection: an IoU of 1 over a threshold of 1."""
    boxes = np.array([[0, 0, 1e-8, 1e-8], [2e-8, 0, 3e-8, 1e-8]], np.float32)
    assert suppress(boxes, 1.0, inclusive=True, at_equal=True)[0].tolist() == [-1, 0]


def test_an_edge_that_is_no_number_hides_no_pair():
    boxes = np.array([[0, 0, 10, 10], [np.nan, 0, 10, 10], [0, 0, np.inf, 10], [0, 0, 10, 10]] * CHUNK, np.float32)
    by, _ = suppress(boxes, 0.5)
    np.testing.assert_array_equal(by, [-1, -1, -1, 0] + [0, -1, -1, 0] * (CHUNK - 1))


scores = arrays.arrays(
    np.float32, st.integers(0, 60), elements=st.one_of(st.floats(width=32), st.sampled_from([0.0, -0.0, 1.0, -1.0]))
)


@given(values=scores)
def test_descending_is_the_stable_sort(values):
    np.testing.assert_array_equal(descending(values), np.argsort(-values, kind="stable"))
    np.testing.assert_array_equal(descending(values.astype(np.float64)), np.argsort(-values, kind="stable"))


@given(values=scores, count=st.integers(1, 70))
def test_the_top_is_the_head_of_the_order_with_nan_before_it(values, count):
    first = np.flatnonzero(np.isnan(values))
    order = np.append(first, descending(values)[: len(values) - len(first)])
    np.testing.assert_array_equal(top(values, count), order[:count])


@pytest.mark.parametrize("count", [1, 2_000, 29_000])
@pytest.mark.parametrize("kind", ["random", "ties", "few in the sample", "many in the sample", "sorted"])
def test_the_top_of_many_is_the_head_of_the_stable_sort_whatever_a_sample_says(kind, count):
    size, step = 30_000, 30_000 // SAMPLE
    values = np.random.default_rng(0).normal(0, 1, size).astype(np.float32)
    if kind == "ties":
        values = np.round(values)
    if kind == "few in the sample":
        values[::step] = -10
    if kind == "many in the sample":  # the bound is too high, and fewer than wanted reach it
        values[::step] += 10
    if kind == "sorted":
        values.sort()
    np.testing.assert_array_equal(top(values, count), np.argsort(-values, kind="stable")[:count])


def test_boxes_that_all_meet_and_leave_each_other_alone_take_little_memory():
    """Without threshold every box is near every other: of a few thousand apart, millions of pairs."""
    corner = 10 * np.stack(np.divmod(np.arange(3000, dtype=np.float32), 60), 1)
    boxes = np.concatenate([corner, corner + 8], 1)
    tracemalloc.start()
    try:
        by, _ = suppress(boxes, 0.0)
        assert tracemalloc.get_traced_memory()[1] < 50 << 20
    finally:
        tracemalloc.stop()
    assert (by == -1).all()
