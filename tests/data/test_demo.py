"""The demo's model and dumps: small enough to ship, of one piece, and right by this package's own sums."""

from __future__ import annotations

import tomllib

import numpy as np
import pytest

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.detect import sniff
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.data.pictures.opencv import load as opencv
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.onnx import OnnxPredictions

DEMO = resource("demo")
CHECKPOINTS = ("early", "middle", "late")
HALF = 2.0**-11  # the dumps are rounded to float16: half a unit in its last place, relative
DECODER = 1e-3  # another build of OpenCV may decode and scale a picture, and add up, a little differently


@pytest.fixture(scope="module")
def dataset():
    return open_dataset(DEMO)


@pytest.fixture(scope="module")
def recipe():
    return load_recipe("demo")


@pytest.fixture(scope="module")
def dumps():
    return {name: open_predictions(DEMO / "predictions" / f"{name}.rpn") for name in CHECKPOINTS}


def outputs_of(model, layout, pixels, network, padded):
    """Run the model by ``cv2.dnn`` on RGB pixels, prepared as model.toml says; arrays by output name."""
    picture = layout["picture"]
    values = opencv().resize(pixels, network[::-1]).astype(np.float32)
    values = (values - np.array(picture["mean"], np.float32)) / np.array(picture["std"], np.float32)
    blob = np.zeros((1, 3, *padded), np.float32)
    blob[0, :, : network[0], : network[1]] = values.transpose(2, 0, 1)
    model.setInput(blob)
    names = layout["objectness"]["names"] + layout["deltas"]["names"]
    return dict(zip(names, model.forward(names), strict=True))


def test_model_and_dumps_are_small():
    files = [DEMO / "model.onnx", *(file for file in (DEMO / "predictions").rglob("*") if file.is_file())]
    assert (DEMO / "model.onnx").stat().st_size < 1_000_000
    assert sum(file.stat().st_size for file in files) < 4_000_000


def test_the_checkpoints_are_a_timeline_over_the_same_demo_pictures(dataset, dumps):
    steps = [dumps[name].step for name in CHECKPOINTS]
    assert steps == sorted(set(steps))
    assert {dump.recipe for dump in dumps.values()} == {"demo"}
    assert not any(dump.simulated for dump in dumps.values())
    names = dumps["late"].names
    assert len(names) >= 8
    assert all(dump.names == names for dump in dumps.values())
    assert set(names) <= set(dataset.names)


def test_dumps_beside_the_annotations_are_no_annotations(dataset):
    assert sniff(DEMO / "annotations.json") == "coco"
    assert [sniff(DEMO / "predictions" / f"{name}.rpn" / "meta.json") for name in CHECKPOINTS] == [None] * 3
    assert len(dataset) == 40


@pytest.mark.parametrize("checkpoint", CHECKPOINTS)
def test_losses_are_those_the_trainer_reported(dataset, recipe, dumps, checkpoint):
    for name in dumps[checkpoint].names:
        prediction = dumps[checkpoint][name]
        result = inspect(dataset[dataset.find(name)], recipe, prediction)
        assert result.loss.objectness == pytest.approx(prediction.loss_objectness, rel=1e-5)
        assert result.loss.box == pytest.approx(prediction.loss_box, rel=1e-5)
        np.testing.assert_allclose(result.gt, prediction.gt, rtol=1e-6)
        assert (result.network_size, result.padded_size) == (prediction.network_size, prediction.padded_size)
        assert (result.assignment.label[prediction.sampled_positive] == 1).all()
        assert (result.assignment.label[prediction.sampled_negative] == 0).all()


def test_training_lowers_the_loss_and_finds_more(dataset, recipe, dumps):
    totals, found = [], []
    for checkpoint in CHECKPOINTS:
        results = [
            inspect(dataset[dataset.find(name)], recipe, dumps[checkpoint][name]) for name in dumps["late"].names
        ]
        totals.append(np.mean([result.loss.total for result in results]))
        found.append(np.mean(np.concatenate([recalled(result) for result in results])))
    assert totals == sorted(totals, reverse=True)
    assert found == sorted(found)
    assert found[-1] > 0.8


def recalled(result):
    """Return for each ground truth whether one of the first 100 proposals overlaps it by IoU 0.5; brute force."""
    boxes, gt = result.proposals.boxes[:100, None].astype(float), result.gt[None].astype(float)
    inter = np.clip(np.minimum(boxes[..., 2:], gt[..., 2:]) - np.maximum(boxes[..., :2], gt[..., :2]), 0, None).prod(-1)
    area = (boxes[..., 2:] - boxes[..., :2]).prod(-1) + (gt[..., 2:] - gt[..., :2]).prod(-1)
    return (inter / (area - inter)).max(0) >= 0.5


def test_the_model_in_opencv_gives_the_numbers_of_the_late_dump(dataset, recipe, dumps):
    layout = tomllib.loads((DEMO / "model.toml").read_text(encoding="utf-8"))
    model = opencv().dnn.readNetFromONNX(str(DEMO / "model.onnx"))
    shapes = set()
    for name in dumps["late"].names:
        sample, recorded = dataset[dataset.find(name)], dumps["late"][name]
        frame = recipe.resize.of(sample.size)
        pixels = read_image(sample.path).pixels
        outputs = outputs_of(model, layout, pixels, frame.network_size, frame.padded_size)
        shapes.add(frame.padded_size)
        for part, levels in (("objectness", recorded.levels_objectness), ("deltas", recorded.levels_deltas)):
            for output, level in zip(layout[part]["names"], levels, strict=True):
                np.testing.assert_allclose(
                    outputs[output][0], level, rtol=HALF, atol=DECODER, err_msg=f"{name} {output}"
                )
    assert len(shapes) >= 2, "the model is run at two sizes at least"


def test_the_program_runs_the_model_on_every_demo_picture(dataset, recipe, dumps):
    model = OnnxPredictions(DEMO / "model.onnx", dataset=dataset)
    assert load_recipe(model.recipe) == recipe
    for name in dataset.names:
        sample = dataset[dataset.find(name)]
        inspection = inspect(sample, recipe, model.predict(sample, recipe))
        assert len(inspection.proposals.boxes) > 0, name
    for name, recorded in ((name, dumps["late"][name]) for name in dumps["late"].names):
        live = model.predict(dataset[dataset.find(name)], recipe)
        assert (live.network_size, live.padded_size) == (recorded.network_size, recorded.padded_size)
        for ours, level in zip(live.levels_deltas, recorded.levels_deltas, strict=True):
            np.testing.assert_allclose(ours, level, rtol=HALF, atol=DECODER)
