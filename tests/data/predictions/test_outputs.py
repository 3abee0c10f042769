"""Every reader answers the whole of `Outputs`, and what a caller hands over does so too."""

import json
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.analysis.layout.hypothesis import Hypothesis
from rpn_inspector.analysis.layout.reread import Reread
from rpn_inspector.analysis.scan.scan import scan
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import Outputs, as_outputs, open_predictions, prediction_for

RECIPE = load_recipe("torchvision-mobilenet-320")
ATTRIBUTES = {
    "path": Path,
    "names": tuple,
    "recipe": str | None,
    "recipe_toml": str | None,
    "checkpoint": str | None,
    "step": int | None,
    "layout": object,
    "simulated": bool,
    "live": bool,
    "encoded_back": bool,
    "indexed": bool,
    "skipped": int,
    "warnings": tuple,
}


@pytest.fixture(scope="module")
def dataset():
    return open_dataset(resource("demo"))


def made_by(name, folder):
    if name == "dump":
        return open_predictions(next(resource("demo", "predictions").iterdir()))
    if name == "reread":
        dump = open_predictions(next(resource("demo", "predictions").iterdir()))
        return Reread(dump, Hypothesis(load_recipe("demo")))
    if name == "model":
        return open_predictions(resource("demo", "model.onnx"))
    if name == "results":
        record = {"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}
        (folder / "r.json").write_text(json.dumps([record, {"image_id": 2}]))
        return open_predictions(folder / "r.json")
    if name == "arrays":
        np.savez(folder / "a.npz", objectness=np.zeros(1, np.float32), deltas=np.zeros((1, 4), np.float32))
        return open_predictions(folder / "a.npz")
    if name == "simulated":
        return SimulatedPredictions()
    return as_outputs({"a.jpg": Prediction()})


@pytest.mark.parametrize("name", ["dump", "reread", "model", "results", "arrays", "simulated", "mapping"])
def test_every_reader_answers_the_whole_protocol(tmp_path, name):
    outputs = made_by(name, tmp_path)
    declared = {each for each in vars(Outputs) if not each.startswith("_")} - {"predict", "has"}
    assert declared == set(ATTRIBUTES)
    for attribute, kind in ATTRIBUTES.items():
        assert isinstance(getattr(outputs, attribute), kind), attribute
    assert as_outputs(outputs) is outputs
    assert not outputs.has("no such picture.jpg", "")
    assert all(outputs.has(name, "") for name in outputs.names[:2])
    assert outputs.simulated == (name == "simulated")
    assert outputs.live == (name == "model")
    assert outputs.encoded_back == (name == "results")
    assert outputs.skipped == (name == "results")
    assert (outputs.layout is not None) == (name == "model")


def test_a_mapping_and_an_object_of_a_caller_serve_in_place_of_outputs(dataset):
    sample = dataset[0]
    plain = inspect(sample, RECIPE)
    logits, deltas = np.zeros(plain.grid.size, np.float32), np.zeros((plain.grid.size, 4), np.float32)
    prediction = Prediction(objectness=logits, deltas=deltas)

    class Mine:
        step = 7

        def predict(self, sample, recipe):
            return {dataset.names[0]: prediction}.get(sample.name)

    class Named:
        def get(self, name):
            return {dataset.names[0]: prediction}.get(name)

    for given in ({sample.name: prediction}, Mine(), Named()):
        assert prediction_for(given, sample, RECIPE) is prediction
        assert prediction_for(given, dataset[1], RECIPE) is None
        rows = {row.index: row for row in scan(dataset, RECIPE, given)}
        assert rows[0].loss is not None
        assert rows[1].loss is None
    assert as_outputs(Mine()).step == 7
    assert as_outputs({sample.name: prediction}).step is None
