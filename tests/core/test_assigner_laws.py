"""The laws of every assigner, each run over specs drawn by the rule's generator: a rule without one fails."""

import dataclasses

import numpy as np
import pytest
from drawn import boxes_of, drawn
from dynamic_matchers import DYNAMIC, POINTS, by_geometry, fields_of
from hypothesis import given, settings
from hypothesis import strategies as st
from positives_alone import one_by_one
from test_matcher import (
    BASE,
    YOLO,
    boxes,
    brute_force,
    brute_force_by_cells,
    cell_matchers,
    outside_of,
    recipes,
    regions,
    truths_of,
)
from test_positives import all_of, chunk_of, same

from rpn_inspector.analysis.scan.scan import KINDS
from rpn_inspector.core.anchor_rules import ANCHORS
from rpn_inspector.core.assigners import ASSIGNERS
from rpn_inspector.core.assignment import DENSE, PER_GT, Cause
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.ignored import Use
from rpn_inspector.core.nearest_centres import nearest
from rpn_inspector.core.pair_windows import Runs
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.spec import problems_of, table_of
from rpn_inspector.core.text import Text

ATSS = load_recipe("atss-mmdet")
SMALL_ATSS = ATSS.with_tables(
    {
        "anchors": {
            "names": ["a", "b"], "strides": [8, 16], "base_sizes": [8, 16],
            "sizes": [[3.0, 4.0], [4.0]], "ratios": [[0.25, 1.0, 4.0]],
        }
    }
)  # fmt: skip


def adaptive_of(codes):
    return dataclasses.replace(
        ATSS.matcher,
        topk=codes.one([1, 3, 9, 40]),
        inside=codes.one([0.0, 0.01, 4.0]),
        outside=outside_of(codes),
    )


def brute_force_of_candidates(grid, gt, spec):
    """Return labels and owners by every distance and every IoU, each step in the open."""
    every, label, owner = grid.all_boxes(), np.zeros(grid.size), np.full(grid.size, -1)
    centres, best = (every[:, :2] + every[:, 2:]) / np.float32(2), np.full(grid.size, -1.0)
    for number, box in enumerate(gt):
        middle = (box[:2] + box[2:]) / np.float32(2)
        away = centres - middle
        distance = np.sqrt(away[:, 0] ** 2 + away[:, 1] ** 2)
        near = []
        for level in grid.levels:
            near += (level.offset + np.argsort(distance[level.rows], kind="stable")[: spec.topk]).tolist()
        iou = iou_with(box, every[near])
        values = iou.astype(np.float64)
        spread = np.float32(values.std(ddof=1)) if len(near) > 1 else np.nan
        for anchor, overlap in zip(near, iou, strict=True):
            (x, y), inside = centres[anchor], np.float32(spec.inside)
            within = min(x - box[0], y - box[1], box[2] - x, box[3] - y) > inside
            if overlap >= np.float32(values.mean()) + spread and within and overlap > best[anchor]:
                label[anchor], owner[anchor], best[anchor] = 1, number, overlap
    return label, owner


def brute_force_of_ratios(grid, gt, spec):
    """Return labels and owners, pair by pair: own cells first, then left, upper, right and lower ones."""
    label, owner = np.zeros(grid.size), np.full(grid.size, -1)
    for level in grid.levels:
        stride, (rows, columns) = np.float32(level.stride[0]), level.shape
        for across, down in ((0, 0), (-1, 0), (0, -1), (1, 0), (0, 1)):
            for base, corners in enumerate(level.base):
                for number, (x0, y0, x1, y1) in enumerate(gt):
                    w, h = (x1 - x0) / stride, (y1 - y0) / stride
                    a, b = (corners[2] - corners[0]) / stride, (corners[3] - corners[1]) / stride
                    if min(w, h) <= 0 or max(w / a, a / w, h / b, b / h) >= np.float32(spec.limit):
                        continue
                    x, y = (x0 + x1) / np.float32(2) / stride, (y0 + y1) / np.float32(2) / stride
                    from_edge = {-1: x, 1: columns - x} if across else {-1: y, 1: rows - y}
                    if across or down:
                        place = from_edge[across or down]
                        if not (place % 1 < spec.neighbours and place > 1):
                            continue
                    column = int(np.clip(np.trunc(x + across * np.float32(0.5)), 0, columns - 1))
                    row = int(np.clip(np.trunc(y + down * np.float32(0.5)), 0, rows - 1))
                    anchor = int(level.flat(base, row, column))
                    label[anchor], owner[anchor] = 1, number
    return label, owner


def brute_force_of_shapes(grid, gt, spec):
    """Return labels and owners shape by shape; open are those whose cell a box with enough overlap can stand in."""
    label, owner = np.zeros(grid.size), np.full(grid.size, -1)
    net = grid.levels[0].shape[1] * grid.levels[0].stride[1], grid.levels[0].shape[0] * grid.levels[0].stride[0]
    bases = [(level, base) for level in grid.levels for base in range(len(level.base))]
    sides = [level.base[base][2:] - level.base[base][:2] for level, base in bases]
    bases += [(None, None)] * len(spec.unused)
    sides += [np.float32(side) for side in spec.unused]
    order = sorted(range(len(bases)), key=lambda k: (float(sides[k][0]) * float(sides[k][1]), float(sides[k][0])))
    for x0, y0, x1, y1 in gt:
        for level in grid.levels:
            most = []
            for count, step, low, high in zip(level.shape, level.stride, (y0, x0), (y1, x1), strict=True):
                cell, middle, side = np.arange(count), (low + high) / 2, float(high) - float(low)
                near = np.clip(middle, cell * step, (cell + 1) * step)
                most.append(side / (side + 2 * abs(middle - near)) if side > 0 else np.zeros(count))
            for row, column in np.argwhere(np.outer(*most) > spec.ignore * (1 - 1e-5)):
                label[level.flat(np.arange(len(level.base)), row, column)] = -2
    for number, (x0, y0, x1, y1) in enumerate(gt):
        w, h = np.float32(x1 - x0) / np.float32(net[0]), np.float32(y1 - y0) / np.float32(net[1])
        similar = []
        for k in order:
            a, b = sides[k] / np.float32(net)
            shared = max(min(w, a), 0) * max(min(h, b), 0)
            similar.append(shared / (w * h + a * b - shared) if shared > 0 else np.float32(0))
        best = int(np.argmax(similar))
        for rank, k in enumerate(order):
            if rank == best or (spec.further < 1 and similar[rank] > np.float32(spec.further)):
                level, base = bases[k]
                if level is None:
                    continue
                x, y = (
                    np.float32(a + b) * np.float32(0.5) / np.float32(c)
                    for a, b, c in ((x0, x1, net[0]), (y0, y1, net[1]))
                )
                column = int(np.clip(np.trunc(x * np.float32(level.shape[1])), 0, level.shape[1] - 1))
                row = int(np.clip(np.trunc(y * np.float32(level.shape[0])), 0, level.shape[0] - 1))
                anchor = int(level.flat(base, row, column))
                label[anchor], owner[anchor] = 1, number
    return label, owner


SMALL_ATSS_GRID, YOLO_GRID = SMALL_ATSS.grid((96, 128)), YOLO.grid((96, 128))
GENERATORS = {
    "best_shape": fields_of(
        ASSIGNERS.rules["best_shape"], YOLO_GRID,
        ignore=[0.0, 0.5, 0.7], further=[0.213, 0.5, 1.0], unused=[(), ((7.0, 9.0), (120.0, 60.0))],
    ),
    "adaptive": drawn(lambda codes: (adaptive_of(codes), SMALL_ATSS_GRID), 5),
    "overlap": recipes.map(lambda recipe: (recipe.matcher, recipe.grid((96, 128)))),
    "cells": cell_matchers.map(lambda matcher: (matcher, YOLO_GRID)),
    "ratio": fields_of(ASSIGNERS.rules["ratio"], YOLO_GRID, limit=[1.5, 4.0, 12.0], neighbours=[0.0, 0.25, 0.5]),
    **DYNAMIC,
}  # fmt: skip
BRUTE_FORCE = {
    **dict.fromkeys(DYNAMIC, by_geometry),
    "best_shape": brute_force_of_shapes,
    "ratio": lambda grid, gt, spec: brute_force_of_ratios(grid, gt, spec),
    "adaptive": brute_force_of_candidates,
    "overlap": lambda grid, gt, spec: brute_force(grid, gt, spec, (96, 120), np.zeros((0, 4)), (96, 128))[:2],
    "cells": lambda grid, gt, spec: brute_force_by_cells(grid, gt, spec)[:2],
}
# corners in whole numbers and halves, so that a shift rounds nothing
EVEN = ANCHORS.rules["rounded_corners"](
    names=("a", "b"), strides=(8, 16), sizes=((24.0, 30.0), (50.0,)), ratios=((0.5, 1.0, 2.0),)
)
SHIFTED = {
    **dict.fromkeys(DYNAMIC, POINTS.grid((320, 320))),
    "ota": YOLO.grid((320, 320)),
    "best_shape": YOLO.grid((320, 320)),
    "ratio": YOLO.grid((320, 320)),
    "adaptive": SMALL_ATSS.grid((320, 320)),
    "overlap": dataclasses.replace(BASE, anchors=EVEN).grid((240, 240)),
    "cells": YOLO.grid((320, 320)),
}
LABEL_OF = {
    Cause.BACKGROUND: 0,
    Cause.BETWEEN_THRESHOLDS: -1,
    Cause.OVERLAP: 1,
    Cause.BEST_FOR_GT: 1,
    Cause.OUTSIDE_IMAGE: -1,
    Cause.CROWD: -1,
    Cause.OTHER_CELL: -1,
    Cause.ADAPTIVE: 1,
    Cause.UNDER_MEAN: 0,
    Cause.CENTRE_OUTSIDE: 0,
    Cause.TAKEN_OVER: 1,
    Cause.RATIO: 1,
    Cause.NEIGHBOUR_CELL: 1,
    Cause.TOP_METRIC: 1,
    Cause.LOWEST_COST: 1,
    Cause.NOT_IN_TOP: 0,
    Cause.NOT_KEPT: 0,
    Cause.UNDECIDED: -2,
    Cause.BEST_SHAPE: 1,
    Cause.SIMILAR_SHAPE: 1,
    Cause.PREDICTION_FITS: -1,
}
OF_ALL = ("label", "gt", "cause")

every_rule = pytest.mark.parametrize("rule", sorted(ASSIGNERS.rules))
with_draws = given(data=st.data(), raw=boxes)
inside = boxes_of((5, 80, (), 1), (4, 90, (), 1), 5)


def everywhere(matcher):
    """Return the rule with anchors outside the picture in use, as far as the rule knows of such."""
    return dataclasses.replace(matcher, outside=Use()) if hasattr(matcher, "outside") else matcher


def arrays_of(assignment):
    return {name: getattr(assignment, name) for name in OF_ALL} | assignment.dense | assignment.per_gt


@every_rule
@settings(max_examples=25, deadline=None)
@given(data=st.data(), raw=boxes, left_out=regions)
def test_assigning_twice_gives_the_same_and_changes_nothing(rule, data, raw, left_out):
    matcher, grid = data.draw(GENERATORS[rule])
    gt, ignored = truths_of(raw), truths_of(left_out)
    before = gt.copy(), ignored.copy()
    one, other = (matcher.assign(grid, gt, (96, 120), ignored, (80, 112)) for _ in range(2))
    for name, values in arrays_of(one).items():
        np.testing.assert_array_equal(values, arrays_of(other)[name], name)
    np.testing.assert_array_equal(gt, before[0])
    np.testing.assert_array_equal(ignored, before[1])


@every_rule
@settings(max_examples=25, deadline=None)
@with_draws
def test_the_arrays_are_those_declared(rule, data, raw):
    matcher, grid = data.draw(GENERATORS[rule])
    found = matcher.assign(grid, truths_of(raw), (96, 120))
    assert set(found.per_gt) == set(matcher.per_gt) <= set(PER_GT)
    assert set(found.dense) == set(matcher.dense) <= set(DENSE)
    assert "positives" in found.per_gt
    assert matcher.measure in ("", *matcher.dense)
    assert [getattr(found, name).dtype for name in OF_ALL] == [np.int8, np.int32, np.uint8]
    for name, values in arrays_of(found).items():
        held = (PER_GT | DENSE).get(name)
        assert values.shape == ((len(raw),) if name in PER_GT else (grid.size,)), name
        assert held is None or values.dtype == (held.dtype or grid.dtype), name
        assert not values.flags.writeable, name


@settings(max_examples=25, deadline=None)
@with_draws
def test_the_ratio_is_that_of_the_most_similar_anchor(data, raw):
    matcher, grid = data.draw(GENERATORS["ratio"])
    gt = truths_of(raw)
    bases = np.concatenate([level.base for level in grid.levels])
    sides = [(b[2] - b[0], b[3] - b[1]) for b in bases.astype(float)]
    found = matcher.assign(grid, gt, (96, 120)).per_gt["ratio"]
    for (x0, y0, x1, y1), ratio in zip(gt.astype(float), found, strict=True):
        w, h = x1 - x0, y1 - y0
        if min(w, h) < 0:
            continue  # no reader lets such a box through
        wanted = np.inf if min(w, h) == 0 else min(max(w / a, a / w, h / b, b / h) for a, b in sides)
        np.testing.assert_allclose(ratio, wanted, rtol=1e-5)


@every_rule
@settings(max_examples=50, deadline=None)
@given(data=st.data(), raw=boxes, left_out=regions)
def test_causes_are_declared_and_fit_the_label_and_pairs_say_the_same(rule, data, raw, left_out):
    matcher, grid = data.draw(GENERATORS[rule])
    found = matcher.assign(grid, truths_of(raw), (96, 120), truths_of(left_out))
    causes = {Cause(cause) for cause in np.unique(found.cause).tolist()}
    assert causes <= set(matcher.causes)
    for cause in causes:
        assert set(found.label[found.cause == cause].tolist()) == {LABEL_OF[cause]}
    pairs = found.pairs
    assert set(pairs.anchor.tolist()) == set(np.flatnonzero(found.label == 1).tolist())
    last = np.full(grid.size, -1)
    for anchor, gt in zip(pairs.anchor.tolist(), pairs.gt.tolist(), strict=True):
        last[anchor] = gt  # of several pairs the last one stands
    np.testing.assert_array_equal(found.gt, last)
    np.testing.assert_array_equal(np.bincount(pairs.gt, minlength=len(raw)), found.per_gt["positives"])


@every_rule
@settings(max_examples=40, deadline=None)
@given(data=st.data(), raw=inside)
def test_labels_and_owners_are_those_of_brute_force(rule, data, raw):
    matcher, grid = data.draw(GENERATORS[rule])
    matcher = everywhere(matcher)
    found = matcher.assign(grid, truths_of(raw), (96, 120))
    label, owner = BRUTE_FORCE[rule](grid, truths_of(raw), matcher)
    np.testing.assert_array_equal(found.label, label)
    np.testing.assert_array_equal(found.gt, owner)


@every_rule
@settings(max_examples=60, deadline=None)
@with_draws
def test_the_order_of_ground_truths_matters_only_where_they_tie(rule, data, raw):
    matcher, grid = data.draw(GENERATORS[rule])
    gt = truths_of(raw)
    order = np.array(data.draw(st.permutations(range(len(gt)))), np.int64)
    one, other = (matcher.assign(grid, part, (96, 120)) for part in (gt, gt[order]))
    np.testing.assert_array_equal(one.label, other.label)
    for name in set(matcher.dense) - {"best_gt"}:
        np.testing.assert_array_equal(one.dense[name], other.dense[name], name)
    for name in set(matcher.per_gt) & {"best", "best_anchor", "ties"}:
        np.testing.assert_array_equal(one.per_gt[name][order], other.per_gt[name], name)
    named_alike = (one.gt < 0) | (one.gt == np.append(order, -1)[other.gt])
    each = np.unique(np.stack(one.pairs, 1), axis=0)[:, 0]
    shared = np.bincount(each, minlength=grid.size) > 1  # the last listed owns it
    assert (named_alike | shared | tied(matcher, grid, gt, one)).all()


def tied(matcher, grid, gt, found):
    """Return the mask (N,) of anchors two ground truths overlap alike or, where claims count, both claim."""
    grid, gt, _ = matcher.framed(grid, gt)
    every = grid.all_boxes()
    if not len(gt):
        return np.zeros(grid.size, bool)
    matrix = np.stack([iou_with(box, every, int(matcher.inclusive)) for box in gt.astype(grid.dtype)])
    if "iou" not in matcher.dense:  # owners are chosen among those that an anchor is a candidate of: any two may tie
        return (np.diff(np.sort(matrix, 0), axis=0) == 0).any(0)
    claims = (matrix == found.gt_best_iou[:, None]).sum(0)
    return ((matrix == matrix.max(0)).sum(0) > 1) | ((claims > 1) & matcher.claimed)


@every_rule
@settings(max_examples=25, deadline=None)
@given(data=st.data(), raw=inside, steps=st.tuples(st.integers(0, 2), st.integers(0, 2)))
def test_a_shift_by_whole_strides_shifts_the_labels(rule, data, raw, steps):
    """Ground truths in the middle and their anchors move together; anchors at the edges have no partner."""
    matcher, grid = everywhere(data.draw(GENERATORS[rule])[0]), SHIFTED[rule]
    if rule == "overlap":  # a fraction of the input rounds otherwise at another place
        matcher = dataclasses.replace(matcher, frame="network")
    stride = int(np.lcm.reduce([int(level.stride[0]) for level in grid.levels]))
    by = np.array(steps) * stride  # x, y px
    gt = truths_of(raw) + np.float32(40)
    one, other = (matcher.assign(grid, part, (320, 320)) for part in (gt, gt + np.tile(by, 2).astype(np.float32)))
    for level in grid.levels:
        x, y = (by // int(level.stride[0])).tolist()
        height, width = level.shape
        for name in OF_ALL:
            before, after = (level.cells(getattr(part, name)[level.rows]) for part in (one, other))
            np.testing.assert_array_equal(before[: height - y, : width - x], after[y:, x:], name)


@every_rule
@settings(max_examples=15, deadline=None)
@given(data=st.data(), raw=st.lists(st.one_of(boxes, inside), min_size=1, max_size=3))
def test_many_pictures_are_each_on_its_own(rule, data, raw):
    matcher, grid = data.draw(GENERATORS[rule])
    chunk = chunk_of(grid, [truths_of(part) for part in raw])
    same(all_of(matcher, chunk), one_by_one(matcher, chunk))


@every_rule
@settings(max_examples=15, deadline=None)
@with_draws
def test_a_rule_has_words_for_all_that_it_finds(rule, data, raw):
    matcher, grid = data.draw(GENERATORS[rule])
    gt = truths_of(raw)
    found = matcher.assign(grid, gt, (96, 120))
    sample = Sample("x", (96, 120), gt=gt.clip(-1e5, 1e5))
    used = np.ones(len(gt), bool)
    assert {None, *matcher.causes} == set(matcher.reasons())
    said = [matcher.short(cause) for cause in matcher.causes]
    for cause in np.unique(found.cause).tolist():
        anchor = int(np.flatnonzero(found.cause == cause)[0])
        said += [matcher.finding(anchor, found), matcher.why(anchor, found, sample), matcher.row(anchor, found)]
    said += [matcher.gt_why(k, found, sample) for k in range(len(gt))]
    for reason in matcher.reasons().values():
        assert reason.words
        assert reason.short.format(**matcher.thresholds)
    for kind, which, words in matcher.warnings(found, used):
        assert which.shape == used.shape, kind
        said.append(words(Text("ground truth 1")))
    assert all(said)
    assert {type(text) for text in said} == {Text}
    kinds = matcher.gt_findings(found)
    assert set(kinds) <= set(KINDS)
    few = kinds.get("starved", False) & kinds.get("contested", False)  # few candidates, and others want them all
    assert (np.sum([*kinds.values()], 0) <= 1 + few).all()


@every_rule
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_drawn_spec_is_built_again_from_its_table(rule, data):
    matcher, _ = data.draw(GENERATORS[rule])
    problems = []
    assert ASSIGNERS.build("matcher", table_of(ASSIGNERS, matcher), problems) == matcher
    assert problems == list(problems_of(matcher, "matcher"))  # thresholds are drawn in any order


def test_the_lower_index_goes_first_where_rounding_makes_distances_equal():
    grid = ATSS.grid((256, 256))
    random = np.random.default_rng(0)
    centres = random.integers(0, 64, (300, 2)) * 4 + random.normal(0, 2e-5, (300, 2))
    # the left column is nearer by a millionth of a px, the right one's row goes first
    centres[0] = 12.000001, 67.999985
    gt = np.concatenate([centres - 20, centres + 20], 1).astype(np.float32)
    runs = [
        [Runs(*(np.full(len(gt), edge) for edge in (0, level.shape[1], 0, level.shape[0]))) for _ in level.base]
        for level in grid.levels
    ]
    every, middle = grid.all_boxes(), (gt[:, :2] + gt[:, 2:]) / np.float32(2)
    points = (every[:, :2] + every[:, 2:]) / np.float32(2)
    for k in (1, 3, 5, 9):
        found = nearest(grid, gt, runs, k)
        for number, centre in enumerate(middle):
            away = points - centre
            distance = np.sqrt(away[:, 0] * away[:, 0] + away[:, 1] * away[:, 1])
            wanted = [level.offset + np.argsort(distance[level.rows], kind="stable")[:k] for level in grid.levels]
            assert found.anchor[found.gt == number].tolist() == np.concatenate(wanted).tolist()
