"""Two outputs under one recipe: every anchor is counted once, by its fate in A and in B."""

import numpy as np
import pytest

from rpn_inspector.analysis.compare.fate_changes import ORDER, compare_fates, totals
from rpn_inspector.core.fates import recalls
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

SAMPLE = Sample("x", (96, 128), gt=np.array([[10, 10, 40, 44], [60, 20, 66, 25], [30, 30, 120, 90.0]]))
RECIPE = load_recipe("torchvision-mobilenet-320")
SIZE = inspect(SAMPLE, RECIPE).grid.size


def outputs(seed):
    rng = np.random.default_rng(seed)
    logits = rng.normal(0, 2, SIZE).astype(np.float32)
    return inspect(SAMPLE, RECIPE, Prediction(logits, rng.normal(0, 0.3, (SIZE, 4)).astype(np.float32)))


def test_the_matrix_is_what_counting_one_by_one_gives():
    a, b = outputs(1), outputs(2)
    found = compare_fates(a, b)
    assert found is not None
    for i, one in enumerate(found.fates):
        for j, other in enumerate(found.fates):
            pairs = zip(a.proposals.fate.tolist(), b.proposals.fate.tolist(), strict=True)
            assert found.matrix[i, j] == sum(pair == (one, other) for pair in pairs)
    assert found.matrix.sum() == SIZE
    assert sum(count for _, count in found.changes()) == len(found.changed) > 0
    np.testing.assert_array_equal(found.changed, np.flatnonzero(a.proposals.fate != b.proposals.fate))


def test_outputs_do_not_differ_from_themselves():
    found = compare_fates(outputs(1), outputs(1))
    assert found is not None
    assert found.changes() == []
    assert found.changed.size == 0


def test_nothing_is_compared_without_outputs_or_under_two_recipes():
    plain = inspect(SAMPLE, RECIPE)
    assert compare_fates(plain, outputs(1)) is None
    other = inspect(SAMPLE, load_recipe("torchvision-fpn"))
    assert compare_fates(outputs(1), other) is None


def test_every_fate_has_its_word():
    assert sorted(ORDER) == sorted(Fate)


def test_the_totals_are_the_inspections_own():
    one = outputs(3)
    found = totals(one)
    assert found["objectness loss"] == pytest.approx(one.loss.objectness)
    assert found["kept boxes"] == len(one.proposals.boxes)
    assert found["recall at 0.5"] == recalls(one)[-1].at_half
    assert totals(inspect(SAMPLE, RECIPE))["kept boxes"] is None
