"""The expected loss: against every subset by brute force, against many seeded mini-batches, and at its edges."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.expectation import all_losses, expected_losses
from rpn_inspector.core.losses import losses
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sampler import RandomSampler

TORCHVISION, PAPER = load_recipe("torchvision-fpn"), load_recipe("paper-vgg16")
BOTH = pytest.mark.parametrize("recipe", [TORCHVISION, PAPER], ids=lambda r: r.name)


def made(positives, negatives, ignored=3, seed=0):
    generator = np.random.default_rng(seed)
    label = generator.permutation(np.repeat(np.array([1, 0, -1], np.int8), [positives, negatives, ignored]))
    logits = generator.normal(0, 2, len(label)).astype(np.float32)
    t, t_star = generator.normal(0, 1, (2, positives, 4)).astype(np.float32)
    return logits, t, t_star, label


def one_batch(logits, t, t_star, label, positive, negative, recipe):
    rows = np.searchsorted(np.flatnonzero(label == 1), positive)
    return losses(logits, t[rows], t_star[rows], positive, negative, recipe.loss, recipe.sampler)


@BOTH
@pytest.mark.parametrize("normaliser", ["sampled", "batch"])
@pytest.mark.parametrize(("positives", "negatives"), [(4, 5), (1, 7), (5, 2), (0, 6), (3, 0)])
def test_equal_to_the_mean_over_every_mini_batch_there_is(recipe, positives, negatives, normaliser):
    loss = replace(recipe.loss, normaliser=normaliser, box_weight=2.5)
    recipe = replace(recipe, sampler=RandomSampler(batch=4, positive_fraction=0.5), loss=loss)
    given = made(positives, negatives)
    label = given[-1]
    expected = expected_losses(*given, recipe)
    taken = min(positives, 2)
    left = min(negatives, 4 - taken)
    every = [
        one_batch(*given, np.array(p, np.int64), np.array(n, np.int64), recipe)
        for p, n in product(
            combinations(np.flatnonzero(label == 1), taken), combinations(np.flatnonzero(label == 0), left)
        )
    ]
    assert expected.sampled == (taken, left)
    for name in ("objectness", "box", "total"):
        values = np.array([getattr(batch, name) for batch in every])
        assert getattr(expected, name) == pytest.approx(values.mean(), rel=1e-9)
        assert getattr(expected, f"{name}_std") == pytest.approx(values.std(), rel=1e-6, abs=1e-9)


@BOTH
def test_many_seeded_mini_batches_agree(recipe):
    recipe = replace(recipe, sampler=RandomSampler(batch=32, positive_fraction=0.5))
    given = made(40, 300)
    expected = expected_losses(*given, recipe)
    drawn = [one_batch(*given, *recipe.sampler.sample(given[-1], seed), recipe) for seed in range(1500)]
    for name in ("objectness", "box", "total"):
        values = np.array([getattr(batch, name) for batch in drawn])
        deviation = getattr(expected, f"{name}_std")
        assert abs(values.mean() - getattr(expected, name)) < 4 * deviation / np.sqrt(len(values))
        assert values.std() == pytest.approx(deviation, rel=0.08)


@BOTH
def test_nothing_is_left_to_chance_where_all_are_taken(recipe):
    given = made(10, 100)
    expected = expected_losses(*given, recipe)
    batch = one_batch(*given, *recipe.sampler.sample(given[-1], 0), recipe)
    assert (expected.objectness_std, expected.box_std, expected.total_std) == (0, 0, 0)
    assert expected.total == pytest.approx(batch.total)


def test_all_losses_by_hand():
    """Two positives at logit 0, three negatives at logit 0, one ignored; d = 1 once, so R = 1 - 1/18."""
    label = np.array([1, 0, -1, 0, 1, 0], np.int8)
    t, t_star = np.zeros((2, 4)), np.array([[0, 0, 0, 0], [0, 0, -1, 0]])
    result = all_losses(np.zeros(6), t, t_star, label, TORCHVISION)
    assert (result.counts, result.normalisers) == ((2, 3), (5, 5))
    assert result.objectness == pytest.approx(np.log(2))
    assert result.positive_objectness == pytest.approx(np.log(2) * 2 / 5)
    assert result.negative_objectness == pytest.approx(np.log(2) * 3 / 5)
    assert result.box == pytest.approx((1 - 1 / 18) / 5)
    assert (result.mean_positive, result.mean_box) == pytest.approx((np.log(2), (1 - 1 / 18) / 2))
    assert result.total == result.objectness + result.box


def test_a_fixed_batch_size_does_not_divide_the_loss_over_all():
    given = made(20, 50)
    fixed = replace(TORCHVISION, loss=replace(TORCHVISION.loss, normaliser="batch"))
    assert all_losses(*given, fixed) == all_losses(*given, TORCHVISION)
    assert expected_losses(*given, fixed).total == pytest.approx(expected_losses(*given, TORCHVISION).total * 70 / 256)


def test_a_sampler_that_takes_all_reports_the_loss_over_all():
    given = made(20, 50)
    greedy = replace(TORCHVISION, sampler=RandomSampler(batch=1000, positive_fraction=0.5))
    expected, everything = expected_losses(*given, greedy), all_losses(*given, greedy)
    assert (expected.objectness, expected.box) == pytest.approx((everything.objectness, everything.box))


def test_a_picture_without_any_anchor_costs_nothing():
    empty = (np.zeros(2), np.zeros((0, 4)), np.zeros((0, 4)), np.array([-1, -1], np.int8))
    assert expected_losses(*empty, TORCHVISION).total == 0
    assert all_losses(*empty, TORCHVISION).total == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [((0, np.zeros(2)), r"logits \(2,\)"), ((1, np.zeros((3, 4))), r"wanted \(2, 4\)"), ((2, np.zeros(4)), r"\(4,\)")],
)
def test_misfits_are_named(change, words):
    given = list(made(2, 2))
    given[change[0]] = change[1]
    with pytest.raises(InspectorError, match=words):
        expected_losses(*given, TORCHVISION)
