"""Losses over pairs: numbers by hand, sums over pairs, and which pair an anchor's objectness follows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.box_losses import Decoded
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.pair_losses import LevelOutputs, entropy, level_costs
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.specs import LossSpec

SPEC = LossSpec(objectness="yolo", box="ciou", iou_form="torchvision", epsilon=1e-7, normaliser="level_mean")
LOSS = {
    "objectness": "yolo", "box": "ciou", "iou_form": "torchvision", "normaliser": "level_mean", "class_weight": 0.5,
    "box_weight": 0.05,
}  # fmt: skip
TABLES = {
    "resize": {"rule": "stretch", "size": [64, 64]},
    "matcher": {"rule": "ratio"},
    "coder": {"rule": "double_sigmoid"},
    "anchors": {
        "names": ["P3", "P4"], "strides": [8, 16], "stride_rule": "given",
        "shapes": [[[8.0, 8.0], [16.0, 12.0]], [[24.0, 24.0], [32.0, 20.0]]],
    },
    "loss": LOSS,
}  # fmt: skip
GT = np.array([[10.0, 10, 22, 22], [11, 10, 23, 22], [4, 30, 40, 60], [50, 50, 56, 58]])
ALONE = np.array([[10.0, 10, 22, 22]])


def recipe():
    return load_recipe("yolov3-416").with_tables(TABLES)


def looked_at(gt, kinds, seed=1, columns=4):
    plain = inspect(Sample("a", (64, 64), gt=gt, gt_class=kinds), recipe())
    generator = np.random.default_rng(seed)
    count = plain.grid.size
    outputs = Prediction(
        objectness=generator.normal(0, 1, (count, columns)).astype(np.float32),
        deltas=generator.normal(0, 1, (count, 4)).astype(np.float32),
    )
    return inspect(Sample("a", (64, 64), gt=gt, gt_class=kinds), recipe(), outputs)


def test_entropy_by_hand():
    """Sigmoid of ln 3 is 3/4; focal 1.5 at target 1 damps by 1/4 (1 - 3/4)^1.5 = 1/32."""
    z = np.log(3)
    np.testing.assert_allclose(entropy(z, 1, 1, 0), -np.log(0.75))
    np.testing.assert_allclose(entropy(z, 0.5, 2, 0), -np.log(0.75) - 0.5 * np.log(0.25))
    np.testing.assert_allclose(entropy(z, 1, 1, 1.5), -np.log(0.75) / 32)
    np.testing.assert_allclose(entropy([-1000, 1000], [0, 1], 1, 0), [0, 0])


def test_of_two_pairs_in_a_slot_the_last_sets_the_target_and_both_cost():
    """A box of 4 x 4 on itself has IoU 1, and one shifted by half a side 1/3 less 4 / (36 + 16) for the distance."""
    box = np.array([[0.0, 0, 4, 4], [0, 0, 4, 4]])
    truth = np.array([[0.0, 0, 4, 4], [2, 0, 6, 4]])
    level = LevelOutputs(np.zeros(3), np.array([1, 1]), np.zeros((2, 2)), np.array([0, 1]), Decoded(box, truth))
    found = level_costs(level, SPEC)
    shifted = 1 / 3 - 4 / 52
    np.testing.assert_allclose(found.box, [0, 1 - shifted], atol=1e-6)
    np.testing.assert_allclose(found.target, [0, shifted, 0], atol=1e-6)
    np.testing.assert_allclose(found.classes, np.log(2))
    np.testing.assert_allclose(found.objectness, np.log(2))


@given(seed=st.integers(0, 99), take=st.lists(st.sampled_from(range(4)), max_size=6))
def test_parts_of_anchors_sum_to_the_totals(seed, take):
    found = looked_at(GT[take].reshape(-1, 4), np.arange(len(take)) % 3, seed)
    loss, term = found.loss, found.loss.more["class"]
    np.testing.assert_allclose(loss.objectness_per_anchor.sum(), loss.objectness)
    np.testing.assert_allclose(loss.box_per_coordinate.sum(), loss.box)
    assert len(term.rows) == len(found.assignment.pairs.anchor)
    np.testing.assert_allclose(loss.total, loss.objectness + loss.box + term.per_anchor.sum())
    facts = [found.explain(index) for index in np.unique(found.assignment.pairs.anchor)]
    np.testing.assert_allclose(sum(one.box_loss / one.box_normaliser for one in facts), loss.box)
    further = sum(part / by for one in facts for part, by in one.further.values())
    np.testing.assert_allclose(further, term.value)


def test_explain_speaks_of_the_last_pair_and_of_how_many():
    found = looked_at(GT, np.zeros(4, np.int64))
    anchors, counts = np.unique(found.assignment.pairs.anchor, return_counts=True)
    shared = found.explain(int(anchors[counts > 1][0]))
    *_, objectness, share = sections(found, shared)
    assert f"count {counts[counts > 1][0]} pairs" in str(share.words)
    target = next(line for line in objectness.lines if line.plain == "q")
    assert target.exact == max(0, 1 - shared.r[0])
    alone = found.explain(int(anchors[counts == 1][0]))
    assert alone.box_loss == pytest.approx(0.05 * alone.r[0])
    logit, q = found.logits[shared.index, 0], target.exact
    balance = found.recipe.loss.level_weights[int(found.grid.locate([shared.index]).level[0])]
    assert shared.objectness_loss == pytest.approx(balance * float(entropy(logit, q, 1, 0)))


def test_one_class_has_no_class_loss():
    assert not looked_at(ALONE, np.zeros(1, np.int64), columns=2).loss.more


def test_an_anchor_without_finite_outputs_adds_nothing():
    found = looked_at(ALONE, np.zeros(1, np.int64))
    anchor = int(found.assignment.pairs.anchor[0])
    deltas = np.array(found.deltas)
    deltas[anchor] = np.nan
    broken = inspect(found.sample, found.recipe, Prediction(objectness=found.logits, deltas=deltas)).loss
    part = found.loss.box_per_coordinate[found.loss.rows[: len(found.loss.box_per_coordinate)] == anchor].sum()
    np.testing.assert_allclose(broken.box, found.loss.box - part)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"objectness": "bce"}, "loss.objectness"),
        ({"box": "smooth_l1"}, "loss.box"),
        ({"box": "iou"}, "loss.box"),
        ({"level_weights": []}, "loss.level_weights"),
    ],
)
def test_what_means_by_level_need_is_asked_for(changes, place):
    with pytest.raises(BadRecipe, match=place):
        recipe().with_tables({"loss": LOSS | changes})
