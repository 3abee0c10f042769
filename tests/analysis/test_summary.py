"""The document of ``inspect --json``."""

from __future__ import annotations

import json

import numpy as np
import pytest

from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample

SAMPLE = Sample("a.jpg", (400, 600), np.array([[10.0, 20, 110, 140]]), classes=("cat",))
KEYS = [
    "image",
    "recipe",
    "size",
    "network_size",
    "padded_size",
    "anchors",
    "positive",
    "negative",
    "ignored",
]


def test_keys_and_counts_are_as_promised():
    summary = summarise(inspect(SAMPLE, load_recipe("torchvision-fpn")))
    assert list(summary) == [
        *KEYS,
        "ground_truth",
        "loss",
        "proposals",
        "fates",
        "warnings",
        "trainer",
        "reproduces_not",
        "second_stage",
        "undecided",
        "no_box_loss",
    ]
    assert summary["positive"] + summary["negative"] + summary["ignored"] == summary["anchors"]
    truth = summary["ground_truth"][0]
    assert list(truth) == ["index", "class", "kind", "box", "positives", "best_iou", "best_anchor", "attributes", "why"]
    assert (truth["class"], truth["kind"], truth["box"]) == ("cat", "normal", [10.0, 20.0, 110.0, 140.0])
    assert (summary["loss"], summary["proposals"]) == (None, None)
    json.dumps(summary, allow_nan=False)


def test_loss_and_proposals_come_with_predictions():
    recipe = load_recipe("torchvision-fpn")
    n = inspect(SAMPLE, recipe).grid.size
    prediction = Prediction(objectness=np.zeros(n, np.float32), deltas=np.zeros((n, 4), np.float32))
    summary = summarise(inspect(SAMPLE, recipe, prediction))
    assert list(summary["loss"]) == ["objectness", "box", "total", "sampled", "objectness_is"]
    assert sum(summary["loss"]["sampled"]) == 256
    assert abs(summary["loss"]["objectness"] - np.log(2)) < 1e-6
    assert summary["proposals"] > 0


@pytest.mark.parametrize("name", list_recipes())
def test_every_recipe_is_summed_up_and_only_ranked_candidates_are_listed(name):
    recipe = load_recipe(name)
    truth = json.loads(json.dumps(summarise(inspect(SAMPLE, recipe))))["ground_truth"][0]
    assert ("ranked" in truth) == recipe.matcher.positives_need_outputs
