"""The laws of assigners that look at the prediction, given one: brute force, candidates alone, words for all."""

import dataclasses

import numpy as np
import pytest
from drawn import boxes_of
from dynamic_matchers import DYNAMIC, aligned, answers_for, candidates_of, cheapest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_assigner_laws import LABEL_OF
from test_matcher import truths_of

from rpn_inspector.core.assigners import ASSIGNERS
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text

every_rule = pytest.mark.parametrize("rule", sorted(DYNAMIC))
inside = boxes_of((0, 90, (), 1), (3, 60, (), 1), 4)


def of(data, rule, raw, seed):
    matcher, grid = data.draw(DYNAMIC[rule])
    gt = truths_of(raw)
    answers, asked = answers_for(grid, len(gt), seed)
    return matcher, grid, gt, answers, asked


def test_every_rule_that_needs_a_prediction_has_a_generator():
    # brute force for best_shape, whose positives no prediction changes, is in test_best_shape.py
    assert {name for name, rule in ASSIGNERS.rules.items() if rule.needs_outputs} == {*DYNAMIC, "best_shape"}


@every_rule
@settings(max_examples=12, deadline=None)
@given(data=st.data(), raw=inside, seed=st.integers(0, 99))
def test_owners_are_those_of_brute_force(rule, data, raw, seed):
    matcher, grid, gt, answers, _ = of(data, rule, raw, seed)
    found = matcher.assign(grid, gt, (96, 120), answers=answers)
    if rule == "task_aligned":
        wanted = aligned(grid, gt, matcher, answers)
        assert dict(zip(found.pairs.anchor.tolist(), found.pairs.gt.tolist(), strict=True)) == wanted
        return
    pairs, ious = cheapest(grid, gt, matcher, answers)
    sums = [
        sum(sorted((v for (n, _), v in ious.items() if n == k), reverse=True)[: matcher.topk]) for k in range(len(gt))
    ]
    assume(all(abs(total - round(total)) > 1e-4 for total in sums))  # float32 cuts a sum at a whole number otherwise
    assert list(zip(found.pairs.anchor.tolist(), found.pairs.gt.tolist(), strict=True)) == pairs


@every_rule
@settings(max_examples=20, deadline=None)
@given(data=st.data(), raw=inside, seed=st.integers(0, 99))
def test_only_what_may_be_positive_is_decoded_and_what_geometry_says_no_to_is_no_under_any(rule, data, raw, seed):
    matcher, grid, gt, answers, asked = of(data, rule, raw, seed)
    found = matcher.assign(grid, gt, (96, 120), answers=answers)
    plain = matcher.assign(grid, gt, (96, 120))
    possible = set(np.flatnonzero(plain.label == -2).tolist())
    assert possible == {anchor for _, anchor in candidates_of(matcher, grid, gt)}
    assert set(np.concatenate([np.empty(0, np.int64), *asked]).tolist()) <= possible
    assert set(np.flatnonzero(found.label == 1).tolist()) <= possible
    assert set(np.unique(found.label).tolist()) <= {0, 1}
    for name in ("candidates", "contested"):
        np.testing.assert_array_equal(found.per_gt[name], plain.per_gt[name])
    assert not plain.per_gt["positives"].any()


@every_rule
@settings(max_examples=15, deadline=None)
@given(data=st.data(), raw=inside, seed=st.integers(0, 99))
def test_arrays_causes_and_words_fit_what_was_decided(rule, data, raw, seed):
    matcher, grid, gt, answers, _ = of(data, rule, raw, seed)
    found = matcher.assign(grid, gt, (96, 120), answers=answers)
    assert set(found.per_gt) == set(matcher.per_gt)
    assert set(found.dense) == set(matcher.dense)
    sample, used = Sample("x", (96, 120), gt=gt), np.ones(len(gt), bool)
    for cause in np.unique(found.cause).tolist():
        assert Cause(cause) in matcher.causes
        assert set(found.label[found.cause == cause].tolist()) == {LABEL_OF[cause]}
        anchor = int(np.flatnonzero(found.cause == cause)[0])
        assert all([matcher.finding(anchor, found), matcher.why(anchor, found, sample), matcher.row(anchor, found)])
        table = matcher.compared(anchor, np.zeros(len(gt)), found, np.zeros(len(gt)), sample)
        assert all(len(row.cells) == len(table.heads) for row in table.rows)
    np.testing.assert_array_equal(np.bincount(found.pairs.gt, minlength=len(gt)), found.per_gt["positives"])
    target = found.dense["target"]
    assert not target[found.label != 1].any()
    assert (target >= 0).all()
    assert (target <= 1 + 1e-5).all()
    for number in range(len(gt)):
        assert matcher.gt_why(number, found, sample)
        table = matcher.ranked(number, found, grid.describe)
        assert all(len(row.cells) == len(table.heads) for row in table.rows)
        column = [float(row.cells[-2]) for row in table.rows]
        assert column == sorted(column, reverse=matcher.highest_first)
    kinds = matcher.gt_findings(found)
    for other in ("starved", "contested"):  # few candidates may all be shared
        assert (np.sum([mask for kind, mask in kinds.items() if kind != other], 0) <= 1).all()
    assert all(words(Text("ground truth 1")) for _, _, words in matcher.warnings(found, used))


@every_rule
@settings(max_examples=15, deadline=None)
@given(data=st.data(), raw=inside, seed=st.integers(0, 99))
def test_ground_truths_in_another_order_take_the_same(rule, data, raw, seed):
    matcher, grid, gt, answers, _ = of(data, rule, sorted(set(raw)), seed)
    order = np.array(data.draw(st.permutations(range(len(gt)))), np.int64)
    one = matcher.assign(grid, gt, (96, 120), answers=answers)
    other = matcher.assign(grid, gt[order], (96, 120), answers=dataclasses.replace(answers, kinds=answers.kinds[order]))
    if rule == "ota":  # an anchor listed twice follows the last, and pairs are listed by ground truth
        assert sorted(one.pairs.anchor.tolist()) == sorted(other.pairs.anchor.tolist())
        return
    np.testing.assert_array_equal(one.label, other.label)
    same = one.gt == np.append(order, -1)[other.gt]
    assert same.all() or len({tuple(box) for box in gt}) < len(gt)
    np.testing.assert_array_equal(one.dense["target"][same], other.dense["target"][same])


def test_pairs_measured_in_blocks_and_the_best_of_each_object_are_as_by_one_sort_of_all(monkeypatch):
    recipe = load_recipe("yolov8").with_tables({"matcher": {"topk": 3}})
    rule, grid, random = recipe.matcher, recipe.grid((96, 128)), np.random.default_rng(3)
    corner = random.uniform(-20, 60, (9, 2))
    gt = np.concatenate([corner, corner + random.uniform(1, 120, (9, 2))], 1).astype(np.float32)  # some over all points
    answers, _ = answers_for(grid, len(gt))
    pairs = rule.candidates(grid, gt)
    whole = rule.measured(pairs, gt, answers)
    monkeypatch.setattr("rpn_inspector.core.assigners.task_aligned.BLOCK", 7)
    for one, other in zip(rule.measured(pairs, gt, answers), whole, strict=True):
        assert one.tobytes() == other.tobytes()
    for metric in (
        whole.metric,
        np.round(whole.metric, 2),
        np.where(random.random(len(whole.metric)) < 0.9, np.nan, 1),
    ):
        order = np.lexsort((pairs.anchor, -metric, pairs.gt))
        ordered = pairs.gt[order]
        wanted = np.zeros(len(order), bool)
        wanted[order] = (np.arange(len(order)) - np.searchsorted(ordered, ordered) < 3) & (metric[order] > 0)
        assert (rule.chosen(pairs, metric) == wanted).all()
        assert wanted.any()
