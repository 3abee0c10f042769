"""An anchor taught by several ground truths: all are told, one is the last, and their parts are the sums."""

import numpy as np
import pytest

from rpn_inspector.core.formulas.digits import put
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.owners import owners_of, owners_table
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

# two on one another, one of their size beside, one alone, and one whose centre lies on a line between cells
GT = np.array(
    [[100, 100, 160, 170], [102, 101, 158, 168], [130, 104, 190, 176], [30, 200, 60, 260], [192, 32, 256, 96]]
)
SAMPLE = Sample("a", (320, 320), gt=GT, gt_class=np.array([0, 1, 2, 1, 0]), classes=("cat", "dog", "ox"))
RECIPE = load_recipe("yolov5s").with_tables({"resize": {"size": [320, 320]}})


@pytest.fixture(scope="module")
def found():
    count = inspect(SAMPLE, RECIPE).grid.size
    made = np.random.default_rng(5).normal(size=(count, 8)).astype(np.float32) / 2
    return inspect(SAMPLE, RECIPE, Prediction(objectness=made[:, 4:], deltas=made[:, :4]))


def test_every_pair_is_told_once_and_the_last_owns_the_objectness(found):
    pairs = found.assignment.pairs
    told = 0
    for anchor in found.positive.tolist():
        owners = owners_of(found, anchor)
        told += sum(owner.times for owner in owners)
        assert {owner.gt for owner in owners} == set(pairs.gt[pairs.anchor == anchor].tolist())
        assert [owner.gt for owner in owners if owner.last] == [found.assignment.gt[anchor]]
    assert told == len(pairs.gt) > len(found.positive)
    assert owners_of(found, int(np.flatnonzero(found.assignment.label == 0)[0])) == ()


def test_the_owners_parts_sum_to_the_losses(found):
    box = classes = 0.0
    for anchor in found.positive.tolist():
        owners, facts = owners_of(found, anchor), found.explain(anchor)
        mine = sum(owner.box for owner in owners)
        assert mine == pytest.approx(facts.box_loss / facts.box_normaliser)
        box, classes = box + mine, classes + sum(owner.classes for owner in owners)
        assert next(owner.fit for owner in owners if owner.last) == pytest.approx(max(0.0, 1 - facts.r.sum()), abs=1e-6)
    assert box == pytest.approx(found.loss.box)
    assert classes == pytest.approx(found.loss.more["class"].value)


def test_the_table_is_of_anchors_with_several_pairs_alone(found):
    counts = np.bincount(found.assignment.pairs.anchor, minlength=found.grid.size)
    for anchor in found.positive.tolist():
        table = owners_table(found, anchor)
        assert bool(table.rows) == (counts[anchor] > 1)
        if len(owners_of(found, anchor)) > 1:
            assert "collide" in str(table.note)
            assert str(found.assignment.gt[anchor] + 1) in str(table.note)
            assert table.rows[-1].cells[2] == pytest.approx(sum(row.cells[2] for row in table.rows[:-1]))


def test_the_words_say_the_factor_of_the_sides_and_of_which():
    plain = inspect(SAMPLE, RECIPE)
    for anchor in plain.positive.tolist():
        box, owner = plain.grid.boxes([anchor])[0], int(plain.assignment.gt[anchor])
        wide, high = ((GT[owner][2:] - GT[owner][:2]) / (box[2:] - box[:2])).tolist()
        factors = [max(one, 1 / one) for one in (wide, high)]
        side = "height" if factors[1] > factors[0] else "width"
        said = f"a factor of {put(max(factors), 2)} in {side}, under the limit of 4."
        assert said in plain.explain(anchor).why


@pytest.mark.parametrize(
    ("side", "said"),
    [
        (
            3.9999 * 30,
            "The box is 3.9999 times as wide as the anchor and 1 times as high: a factor of 3.9999 in width",
        ),
        (30 / 2.67, "The box is 0.375 times as wide as the anchor and 1 times as high: a factor of 2.67 in width"),
    ],
)
def test_the_digits_tell_a_factor_from_the_limit_and_let_it_be_recomputed(side, said):
    sample = Sample("a", (320, 320), [[160 - side / 2, 140, 160 + side / 2, 201]])
    plain = inspect(sample, RECIPE)
    sides = plain.grid.boxes(plain.positive)
    (anchor, *_) = plain.positive[(np.round(sides[:, 2:] - sides[:, :2]) == (30, 61)).all(1)].tolist()
    assert f"{said}, under the limit of 4." in plain.explain(anchor).why


def test_without_outputs_the_owners_are_told_without_numbers():
    plain = inspect(SAMPLE, RECIPE)
    anchor = int(np.bincount(plain.assignment.pairs.anchor).argmax())
    owners = owners_of(plain, anchor)
    assert sum(owner.times for owner in owners) > 1
    assert {(owner.fit, owner.box, owner.classes) for owner in owners} == {(None, None, None)}
    assert owners_table(plain, anchor).rows[-1].cells[1:] == ("", None, None)
