"""The candidates of a ground truth by rank, beside brute force over every pair; contests side by side."""

import dataclasses
import math

import numpy as np
import pytest
from drawn import boxes_of
from dynamic_matchers import DYNAMIC, answers_for
from hypothesis import given, settings
from hypothesis import strategies as st
from test_matcher import truths_of

from rpn_inspector.core.contests import takers
from rpn_inspector.core.formulas.numbers import NOTHING, telling
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

RECIPES = {"task_aligned": "yolov8", "simota": "yolox-s-mmdet", "soft_label": "rtmdet", "ota": "yolov7"}
truths = boxes_of((0, 90, (), 1), (3, 60, (), 1), 4, least=1)


@pytest.mark.parametrize("rule", sorted(DYNAMIC))
@settings(max_examples=12, deadline=None)
@given(data=st.data(), raw=truths, seed=st.integers(0, 99))
def test_a_ranking_lists_each_candidate_once_best_first_with_who_took_and_who_got_it(rule, data, raw, seed):
    matcher, grid = data.draw(DYNAMIC[rule])
    gt = truths_of(raw)
    answers, _ = answers_for(grid, len(gt), seed)
    found = matcher.assign(grid, gt, (96, 120), answers=answers)
    pairs = list(zip(found.ragged.gt.tolist(), found.ragged.anchor.tolist(), strict=True))
    value = dict(zip(pairs, found.ragged.measured[matcher.ranked_by].tolist(), strict=True))
    took = {pair for pair, yes in zip(pairs, found.ragged.measured["chosen"].tolist(), strict=True) if yes}
    for number in range(len(gt)):
        one = matcher.ranking(number, found)
        sign = -1 if matcher.highest_first else 1
        wanted = sorted(
            (anchor for g, anchor in pairs if g == number),
            key=lambda a, g=number: ((g, a) not in took, sign * value[g, a], a),
        )
        assert one.anchor.tolist() == wanted
        assert one.above == sum(g == number for g, _ in took)
        assert one.owner.tolist() == found.gt[wanted].tolist()
        assert one.wanted.tolist() == [sum(a == anchor for _, a in took) for anchor in wanted]
        np.testing.assert_array_equal(one.parts[-1], [value[number, a] for a in wanted])
        level = one.plane.level(one.plane.x[:3].astype(np.float64), one.value)
        for place in range(min(3, len(wanted))):  # beyond the curve where the value is beyond the cut
            if math.isfinite(one.value) and np.isfinite(level[place]):
                gap = sign * (float(one.plane.y[place]) - float(level[place]))
                beyond = sign * (value[number, wanted[place]] - one.value)
                assert gap * beyond >= 0 or abs(beyond) < 1e-3 * max(1, abs(one.value)) or abs(gap) < 1e-3
        near = matcher.closeness(found, number)
        assert set(np.flatnonzero(near).tolist()) <= set(wanted)
    for anchor in range(grid.size):
        assert takers(found, anchor).tolist() == sorted(g for g, a in took if a == anchor)


@pytest.mark.parametrize("rule", sorted(DYNAMIC))
def test_the_heading_of_an_anchor_nobody_got_names_who_wanted_it_most_and_how_many_others(rule):
    recipe = load_recipe(RECIPES[rule])
    matcher, grid = recipe.matcher, recipe.grid((96, 128))
    gt = np.array([[8, 8, 72, 72], [16, 16, 80, 80], [20, 20, 90, 90]], np.float32)
    found = matcher.assign(grid, gt, (96, 128), answers=answers_for(grid, 3, 5)[0])
    others = {1: "", 2: " and 1 other", 3: " and 2 others"}
    lost = [a for a in np.unique(found.ragged.anchor).tolist() if found.gt[a] < 0]
    firsts = set()
    for anchor in lost:
        rows = np.flatnonzero(found.ragged.anchor == anchor).tolist()
        sign = -1 if matcher.highest_first else 1
        best = min(rows, key=lambda row: (sign * found.ragged.measured[matcher.ranked_by][row], found.ragged.gt[row]))
        first = int(found.ragged.gt[best]) + 1
        wanted = f"Negative: candidate of ground truth {first}{others[len(rows)]}"
        assert matcher.finding(anchor, found) == wanted
        firsts.add(first)
    assert len(firsts) > 1
    plain = matcher.assign(grid, gt, (96, 128))
    asked = np.bincount(plain.ragged.anchor)
    anchor = int(np.flatnonzero(asked == 3)[0])
    assert matcher.finding(anchor, plain) == "Undecided: candidate of ground truth 1 and 2 others"


def test_of_many_who_want_a_point_the_best_are_named_and_the_others_counted():
    recipe = load_recipe("yolov8")
    grid = recipe.grid((96, 128))
    gt = np.tile(np.array([[8, 8, 72, 72]], np.float32), (9, 1))
    plain = recipe.matcher.assign(grid, gt, (96, 128))
    said = recipe.matcher.why(int(plain.ragged.anchor[0]), plain, Sample("x", (96, 128), gt=gt))
    assert said.startswith("It is a candidate of ground truth 1 (0), 2 (0), 3 (0), 4 (0), 5 (0), 6 (0) and 3 others;")


def test_tiny_metrics_are_written_with_significant_digits_and_can_be_recomputed():
    told = {
        0.0: "0.0000",
        0.5: "0.5000",
        1.234567e-5: "1.23e−5",
        2.5e-12: "2.5e−12",
        12345.678: "12,346",
        None: NOTHING,
    }
    assert {value: telling(value) for value in told} == told
    recipe = load_recipe("yolov8")
    grid, gt = recipe.grid((96, 128)), np.array([[8, 8, 72, 72]], np.float32)
    answers = dataclasses.replace(answers_for(grid, 1, 3)[0], scores=np.full((grid.size, 3), -9, np.float32))
    found = recipe.matcher.assign(grid, gt, (96, 128), answers=answers)
    tiny = 0
    for anchor in np.flatnonzero(found.label == 1).tolist():
        (metric, target) = recipe.matcher.contest_section(anchor, found).lines
        score, overlap = (part.split("^") for part in metric.numbers.replace("−", "-").split(" · "))
        by_hand = float(score[0]) ** float(score[1]) * float(overlap[0]) ** float(overlap[1])
        assert by_hand == pytest.approx(metric.exact, rel=2e-3, abs=5e-5 * (metric.exact >= 1e-3))
        m, rest = target.numbers.replace("−", "-").split(" · ")
        best, most = rest.split(" / ")
        assert float(m) * float(best) / float(most) == pytest.approx(target.exact, rel=2e-3)
        tiny += metric.exact < 1e-3
    assert tiny
    table = recipe.matcher.ranked(0, found, str)
    assert all("e" in table.heads[4].written(row.cells[4]) for row in table.rows if 0 < row.cells[4] < 1e-4)


@pytest.mark.parametrize("rule", sorted(DYNAMIC))
def test_a_contest_is_told_side_by_side_and_in_formulas(rule):
    recipe = load_recipe(RECIPES[rule])
    matcher, grid = recipe.matcher, recipe.grid((96, 128))
    gt = np.array([[8, 8, 72, 72], [16, 16, 80, 80]], np.float32)
    sample = Sample("x", (96, 128), gt=gt)
    for seed in range(20):
        answers, _ = answers_for(grid, 2, seed)
        found = matcher.assign(grid, gt, (96, 128), answers=answers)
        both = [a for a in np.flatnonzero(found.label == 1).tolist() if len(takers(found, a)) == 2]
        if both:
            break
    anchor = both[0]
    table = matcher.compared(anchor, np.zeros(2), found, np.zeros(2), sample)
    assert [str(head.text) for head in table.heads] in (["for 1", "for 2"], ["for 2", "for 1"])
    assert [str(row.name) for row in table.rows[-2:]] == ["rank", "taken"]
    owner = int(found.gt[anchor]) + 1
    assert sorted(table.rows[-1].cells) == sorted(["yes", f"by {owner}"])
    assert " against " in matcher.why(anchor, found, sample)
    section = matcher.contest_section(anchor, found)
    rows = (found.ragged.anchor == anchor) & (found.ragged.gt == owner - 1)
    values = {line.exact for line in section.lines}
    assert float(found.ragged.measured[matcher.ranked_by][rows][0]) in values
    if rule == "task_aligned":
        assert float(found.dense["target"][anchor]) in values
    plain = matcher.assign(grid, gt, (96, 128))
    assert matcher.contest_section(anchor, plain) is None
    assert matcher.closeness(plain, 0) is None
    assert matcher.ranking(0, plain).heads == ()


def test_static_rules_rank_nothing():
    recipe = load_recipe("torchvision-fpn")
    assert not recipe.matcher.ranks
    grid = recipe.grid((64, 64))
    found = recipe.matcher.assign(grid, np.array([[8, 8, 40, 40]], np.float32), (64, 64))
    assert recipe.matcher.ranking(0, found) is None
    assert recipe.matcher.contest_section(0, found) is None
    assert recipe.matcher.closeness(found, 0) is None
