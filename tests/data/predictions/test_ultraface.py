"""The real outputs of an anchor detector under a recipe written for it: its anchors, and its boxes decoded."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import open_predictions

pytestmark = pytest.mark.shared_data
HERE = Path(__file__).parent / "ultraface"
PIXELS = np.array([320, 240, 320, 240])


@pytest.fixture
def recipe():
    return load_recipe(HERE / "ultraface-rfb-320.toml")


def rows(folder):
    return json.loads((folder / "index.json").read_text(encoding="utf-8"))


def test_the_recipes_anchors_are_the_models(shared_data, recipe):
    folder = shared_data / "ultraface_raw"
    centre, side = np.split(np.load(folder / "anchors_cxcywh_normalised.npy"), 2, 1)
    grid = recipe.grid((240, 320))
    np.testing.assert_allclose(
        grid.all_boxes() / PIXELS, np.concatenate([centre - side / 2, centre + side / 2], 1), atol=1e-6
    )
    np.testing.assert_array_equal(grid.locate(np.arange(grid.size)).level, np.load(folder / "anchor_level.npy"))


def test_the_recorded_outputs_decode_to_the_authors_own_boxes(shared_data, recipe):
    folder = shared_data / "ultraface_raw"
    outputs = open_predictions(folder, layout=HERE / "recorded.toml")
    assert outputs.recipe == str(HERE / "ultraface-rfb-320.toml")
    for row in rows(folder):
        raw = np.load(folder / row["npz"])
        name = Path(row["image"]).name
        result = inspect(Sample(name, (row["height"], row["width"])), recipe, outputs[name])
        found = result.predicted(np.arange(result.grid.size)) / PIXELS
        np.testing.assert_allclose(found, raw["decoded_reference"], atol=1e-6)
        np.testing.assert_allclose(result.objectness(), raw["scores"][:, 1], atol=1e-6)
        assert (result.objectness() > 0.7).sum() == row["over_0_7"]


def test_the_model_run_here_decodes_to_the_same_boxes(shared_data, recipe):
    folder = shared_data / "ultraface_raw"
    model = open_predictions(
        folder / "version-RFB-320_without_postprocessing.onnx", layout=HERE / "version-RFB-320.toml"
    )
    for row in rows(folder):
        path = shared_data / row["image"]
        sample = Sample(path.name, (row["height"], row["width"]), path=path)
        result = inspect(sample, recipe, model.predict(sample, recipe))
        found = result.predicted(np.arange(result.grid.size)) / PIXELS
        np.testing.assert_allclose(found, np.load(folder / row["npz"])["decoded_reference"], atol=2e-5)
