"""The losses of several pictures that were one batch, as torchvision reckons them over all sampled anchors at once."""

import dataclasses

import numpy as np
import pytest
import two_stages

from rpn_inspector.analysis.batch_loss import apart_words, batch_losses
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.second_stage.outputs import RoiOutputs
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump

RECIPE = load_recipe("torchvision-mobilenet-320")


@pytest.fixture(scope="module")
def demo():
    return open_dataset(resource("demo"))


def said(sample, seed):
    plain = inspect(sample, RECIPE)
    generator = np.random.default_rng(seed)
    return Prediction(
        objectness=generator.normal(0, 1, plain.grid.size).astype(np.float32),
        deltas=generator.normal(0, 0.3, (plain.grid.size, 4)).astype(np.float32),
        sampled_positive=plain.positive[: 3 * seed],
        sampled_negative=np.flatnonzero(plain.assignment.label == 0)[: 20 * seed],
    )


def test_a_batch_is_reckoned_over_all_its_samples_at_once(demo, tmp_path):
    names = tuple(demo.names[:2])
    outputs = {name: said(demo[number], number + 1) for number, name in enumerate(names)}
    logits, labels, distances = [], [], []
    for number, name in enumerate(names):
        result = inspect(demo[number], RECIPE, outputs[name])
        for rows, label in ((outputs[name].sampled_positive, 1), (outputs[name].sampled_negative, 0)):
            logits.append(outputs[name].objectness[rows].astype(float))
            labels.append(np.full(len(rows), label))
        rows = np.searchsorted(result.positive, outputs[name].sampled_positive)
        distances.append(np.abs(result.t[rows] - result.t_star[rows]).astype(float))
    z, y, d = np.concatenate(logits), np.concatenate(labels), np.concatenate(distances)
    objectness = (np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))).mean()
    box = np.where(d < 1 / 9, 4.5 * d**2, d - 1 / 18).sum() / len(z)
    whole = {name: dataclasses.replace(one, loss_box=box, batch=names) for name, one in outputs.items()}
    read = open_predictions(save_dump(tmp_path / "d.rpn", whole, RECIPE.name))
    assert read[names[1]].batch == names
    found = batch_losses(demo, read, RECIPE, read[names[1]].batch)
    np.testing.assert_allclose((found.objectness, found.box), (objectness, box), rtol=1e-6)


def test_a_batch_with_a_picture_that_is_not_here_is_refused(demo, tmp_path):
    read = open_predictions(save_dump(tmp_path / "d.rpn", {demo.names[0]: said(demo[0], 1)}, RECIPE.name))
    for other, words in ((demo.names[1], "no losses"), ("nowhere.jpg", "nowhere")):
        with pytest.raises(InspectorError, match=words):
            batch_losses(demo, read, RECIPE, (demo.names[0], other))


def test_a_stages_recorded_loss_that_differs_is_said():
    recipe = two_stages.small()
    head = two_stages.heads([[0.0, 1, 2], [2, 0, 1]], 3, sampled=[0, 1], gt=[0, -1])
    rois = RoiOutputs(proposals=two_stages.PROPOSALS, heads={"roi": head}, mode="train")
    own = inspect(two_stages.SAMPLE, recipe, two_stages.outputs(recipe, rois)).stages["roi"].loss
    for value, words in ((own.objectness, ""), (4 * own.objectness, "roi class by 75 %")):
        recorded = dataclasses.replace(rois, heads={"roi": dataclasses.replace(head, loss_class=value)})
        said = apart_words(inspect(two_stages.SAMPLE, recipe, two_stages.outputs(recipe, recorded)))
        assert bool(said) == bool(words)
        assert words in said
