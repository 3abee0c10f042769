"""Every shipped recipe from picture to loss: what each anchor is said to add up to is what the totals say."""

import numpy as np
import pytest

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample

GT = np.array([[10, 10, 60, 70], [60, 20, 66, 25], [30, 30, 120, 90.0], [0, 0, 128, 96]])
SAMPLE = Sample("x", (96, 128), gt=GT, gt_class=np.array([0, 1, 2, 1]), classes=("a", "b", "c"))
SMALL = {name for name in list_recipes() if name not in {f"efficientdet-d{n}" for n in range(2, 8)}}
CLASSES = {"focal": 3, "cross_entropy": 4, "yolo": 4}


def results(name):
    """Return the recipe's result with one score per anchor and, where it has classes, with a column for each."""
    recipe = load_recipe(name)
    simulated = SimulatedPredictions().predict(SAMPLE, recipe)
    found = [inspect(SAMPLE, recipe, simulated)]
    columns = CLASSES.get(recipe.loss.objectness)
    if columns:
        noise = np.random.default_rng(0).normal(-2, 1.5, (found[0].grid.size, columns)).astype(np.float32)
        found.append(inspect(SAMPLE, recipe, Prediction(objectness=noise, deltas=simulated.deltas)))
    return found


@pytest.mark.parametrize("name", sorted(SMALL))
def test_anchors_and_coordinates_sum_to_the_totals(name):
    for result in results(name):
        loss = result.loss
        assert loss.objectness_per_anchor.sum() == pytest.approx(loss.objectness)
        assert loss.box_per_coordinate.sum() == pytest.approx(loss.box)
        further = sum(term.per_anchor.sum() for term in loss.more.values())
        assert loss.total == pytest.approx(loss.objectness + loss.box + further)
        owned = loss.rows[: len(loss.box_per_coordinate)]
        facts = [result.explain(anchor) for anchor in owned[:300].tolist()]
        added = sum(fact.box_loss / fact.box_normaliser for fact in facts)
        assert added == pytest.approx(loss.box_per_coordinate[:300].sum())
        for fact, per_anchor in zip(facts, loss.objectness_per_anchor, strict=False):
            assert fact.objectness_loss / fact.normaliser == pytest.approx(per_anchor)
            assert fact.label == 1
            assert fact.sampled


@pytest.mark.parametrize("name", sorted(SMALL))
def test_every_label_and_fate_is_put_in_words(name):
    for result in results(name):
        for cause in np.unique(result.assignment.cause).tolist():
            fact = result.explain(int(np.flatnonzero(result.assignment.cause == cause)[0]))
            assert len(fact.why) > 20
            assert fact.finding.split(":")[0] in {"Positive", "Negative", "Ignored"}
        proposals = result.proposals
        assert set(proposals.anchor.tolist()) == set(np.flatnonzero(proposals.fate == Fate.KEPT).tolist())
        lost = np.flatnonzero(proposals.fate == Fate.SUPPRESSED)
        assert (proposals.suppressed_by[lost] >= 0).all()
        assert (proposals.fate[proposals.suppressed_by[lost]] != Fate.SUPPRESSED).all()
        assert (np.diff(proposals.scores) <= 0).all()


@pytest.mark.parametrize("name", ["retinanet-torchvision", "ssd300-torchvision", "yolov3-416"])
def test_a_class_the_outputs_have_no_column_for_is_a_warning_and_no_loss(name):
    recipe = load_recipe(name)
    beyond = Sample("x", (96, 128), gt=GT, gt_class=np.array([0, 1, 2, 7]))
    size = inspect(beyond, recipe).grid.size
    columns = CLASSES[recipe.loss.objectness]
    logits, deltas = np.zeros((size, columns), np.float32), np.zeros((size, 4), np.float32)
    result = inspect(beyond, recipe, Prediction(objectness=logits, deltas=deltas))
    assert result.loss is None
    assert "class_range" in {warning.kind for warning in result.warnings}
    assert result.explain(int(result.positive[0])).why
