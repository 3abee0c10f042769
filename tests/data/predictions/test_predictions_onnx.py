"""Models run in the program: the picture's way in, the outputs' way out, and the recorded outputs of a real one."""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx_bytes import model

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.models.model_process import ModelProcess
from rpn_inspector.data.predictions import onnx as module
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.layout import PictureSpec
from rpn_inspector.data.predictions.onnx import ENGINES, OnnxPredictions, prepare

HERE = Path(__file__).parent / "ultraface"

TOML = """
[picture]
size = [2, 3]
scale = 0.5
mean = [1, 2, 3]
std = [2, 4, 8]
colours = "{colours}"
[objectness]
names = ["logits"]
layout = "A,H,W"
[deltas]
names = ["t"]
layout = "A4,H,W"
"""


@pytest.fixture
def small(tmp_path):
    weights = np.random.default_rng(0).normal(size=(10, 3, 1, 1)).astype(np.float32)
    path = model(tmp_path / "small.onnx", (2, 3), weights[:2], weights[2:])
    path.with_suffix(".toml").write_text(TOML.format(colours="BGR"), encoding="utf-8")
    return path, weights


@pytest.mark.parametrize("engine", ENGINES)
def test_a_model_sees_the_picture_the_layout_describes_and_its_outputs_are_brought_to_levels(small, engine):
    path, weights = small
    pixels = np.arange(18, dtype=np.uint8).reshape(2, 3, 3) * 5
    found = OnnxPredictions(path, engine=engine).run(pixels)
    blob = (pixels[:, :, ::-1].astype(float) * 0.5 - [1, 2, 3]) / [2, 4, 8]
    wanted = np.einsum("oc,hwc->ohw", weights[:, :, 0, 0], blob)
    np.testing.assert_allclose(found.levels_objectness[0], wanted[:2], rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(found.levels_deltas[0], wanted[2:], rtol=1e-5, atol=1e-5)
    assert (found.network_size, found.padded_size, found.original_size) == ((2, 3), (2, 3), (2, 3))
    assert engine in found.source


def test_the_picture_is_resized_then_normalised_then_padded_with_zeros():
    pixels = np.full((4, 6, 3), (10, 20, 30), np.uint8)
    blob = prepare(pixels, PictureSpec(mean=(1, 2, 3), std=(1, 2, 3)), (2, 3), (4, 5))
    assert blob.shape == (1, 3, 4, 5)
    np.testing.assert_array_equal(blob[0, :, 0, 0], [9, 9, 9])
    assert (blob[0, :, 2:].any(), blob[0, :, :, 3:].any()) == (False, False)
    moved = prepare(pixels, PictureSpec(mean=(1, 2, 3), std=(1, 2, 3)), (2, 3), (4, 5), (1, 2))
    np.testing.assert_array_equal(moved[0, :, 2:, 1:4], blob[0, :, :2, :3])
    assert moved.sum() == blob.sum()


def test_a_size_left_to_the_recipe_is_the_recipes(small, tmp_path):
    path, _ = small
    path.with_suffix(".toml").write_text(TOML.replace("[2, 3]", '"recipe"').format(colours="RGB"), encoding="utf-8")
    (tmp_path / "r.toml").write_text(
        'extends = "torchvision-fpn"\n[resize]\nshort = 2\nlong = 3\npad_multiple = 1\n', encoding="utf-8"
    )
    asked = open_predictions(path)
    found = asked.run(np.zeros((4, 6, 3), np.uint8), load_recipe(tmp_path / "r.toml"))
    assert (found.network_size, found.original_size) == ((2, 3), (4, 6))
    with pytest.raises(BadPredictions, match="wanted a recipe"):
        asked.run(np.zeros((4, 6, 3), np.uint8))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("content", [b"", b"no model at all", struct.pack("<q", -1) * 9])
def test_what_is_no_model_is_one_line(tmp_path, engine, content, capfd):
    (tmp_path / "m.onnx").write_bytes(content)
    with pytest.raises(BadFile) as caught:
        OnnxPredictions(tmp_path / "m.onnx", engine=engine)
    assert str(caught.value).startswith(str(tmp_path / "m.onnx"))
    assert "\n" not in str(caught.value)
    assert "Traceback" not in capfd.readouterr().err


def test_a_missing_layout_says_which_outputs_it_must_name(small):
    path, _ = small
    path.with_suffix(".toml").unlink()
    with pytest.raises(BadFile, match="logits, t"):
        open_predictions(path)


def test_a_layout_that_names_an_unknown_output_or_misreads_a_shape_is_refused(small):
    path, _ = small
    place = path.with_suffix(".toml")
    place.write_text(TOML.replace('"t"', '"boxes"').format(colours="RGB"), encoding="utf-8")
    with pytest.raises(BadFile, match="names output 'boxes', wanted of the model's: logits, t"):
        open_predictions(path)
    place.write_text(TOML.replace("A4,H,W", "N,4").format(colours="RGB"), encoding="utf-8")
    with pytest.raises(BadPredictions, match=r"t has shape \(1, 8, 2, 3\), wanted N,4"):
        open_predictions(path).run(np.zeros((2, 3, 3), np.uint8))


def test_what_is_wrong_with_a_model_read_later_is_told_then_and_once(small, monkeypatch):
    path, _ = small
    started = []
    monkeypatch.setattr(module, "ModelProcess", lambda *words: started.append(words) or ModelProcess(*words))
    path.with_suffix(".toml").write_text(TOML.replace('"t"', '"boxes"').format(colours="RGB"), encoding="utf-8")
    later = OnnxPredictions(path, later=True)
    for _ in range(2):
        with pytest.raises(BadFile, match="names output 'boxes', wanted of the model's: logits, t"):
            later.run(np.zeros((2, 3, 3), np.uint8))
    assert len(started) == 1


@pytest.mark.parametrize("at", ["_start", "run"])
def test_what_opencv_cannot_read_or_run_onnxruntime_does(small, monkeypatch, at):
    path, _ = small
    pixels = np.arange(18, dtype=np.uint8).reshape(2, 3, 3)
    wanted = open_predictions(path, engine="onnxruntime").run(pixels)

    does = getattr(module.ModelProcess, at)

    def fails(process, *arguments):
        if process.engine == "onnxruntime":
            return does(process, *arguments)
        raise BadFile(path, "no such layer") if at == "_start" else BadPredictions("no such layer")

    monkeypatch.setattr(module.ModelProcess, at, fails)
    found = open_predictions(path).run(pixels)
    assert "(onnxruntime)" in found.source
    np.testing.assert_array_equal(found.levels_deltas[0], wanted.levels_deltas[0])
    with pytest.raises(InspectorError, match="no such layer"):
        open_predictions(path, engine="opencv").run(pixels)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(InspectorError, match=r"no such layer; engine onnxruntime is not installed, wanted pip install"):
        open_predictions(path).run(pixels)


def test_an_unknown_engine_is_named(small):
    with pytest.raises(InspectorError, match="wanted one of opencv, onnxruntime"):
        open_predictions(small[0], engine="tensorflow")


def test_a_model_that_gives_nan_gives_it_on_for_the_inspection_to_mark(small):
    path, weights = small
    weights[3] = np.nan
    model(path, (2, 3), weights[:2], weights[2:])
    found = open_predictions(path, engine="onnxruntime").run(np.zeros((2, 3, 3), np.uint8))
    assert sum(int(np.isnan(part).sum()) for part in found.levels_deltas) == 6


# ---- the real one ------------------------------------------------------------------------------------------------


def pictures(shared):
    folder = shared / "ultraface_raw"
    return [(shared / row["image"], folder / row["npz"]) for row in json.loads((folder / "index.json").read_text())]


@pytest.mark.shared_data
@pytest.mark.parametrize("engine", ENGINES)
def test_the_real_model_run_here_equals_what_was_recorded_of_it(shared_data, engine):
    asked = OnnxPredictions(
        shared_data / "ultraface_raw" / "version-RFB-320_without_postprocessing.onnx",
        HERE / "version-RFB-320.toml",
        engine,
    )
    for image, recorded in pictures(shared_data):
        wanted = np.load(recorded)
        found = asked.predict(Sample(image.name, (1, 1), path=image), load_recipe("torchvision-fpn"))
        np.testing.assert_allclose(found.objectness, wanted["logits"][:, 1] - wanted["logits"][:, 0], atol=1e-4)
        np.testing.assert_allclose(found.deltas, wanted["deltas"], atol=1e-4)


@pytest.mark.shared_data
def test_the_recorded_arrays_read_through_a_layout_of_their_own(shared_data):
    asked = open_predictions(shared_data / "ultraface_raw", layout=HERE / "recorded.toml")
    assert len(asked) == 8
    for image, recorded in pictures(shared_data):
        wanted = np.load(recorded)
        np.testing.assert_array_equal(asked[image.name].objectness, wanted["logits"][:, 1] - wanted["logits"][:, 0])
        np.testing.assert_array_equal(asked[image.name].deltas, wanted["deltas"])
