"""What others script against, sentence by sentence: commands, exit codes, keys, fields, types, files and folders."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.timeline import open_timeline
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource

DEMO, LATE, MODEL = (str(resource("demo", *parts)) for parts in ((), ("predictions", "late.rpn"), ("model.onnx",)))
IMAGE = "street_01_mixed.jpg"

# ---- command line ------------------------------------------------------------------------------------------------

OPTIONS = {
    "demo": "--screenshot",
    "open": "--predictions --recipe --image --select --screenshot",
    "inspect": "--image --recipe --predictions --json",
    "lint": "--fail-on --json",
    "export": "--recipe --predictions --format --output --frame --what",
    "recipes list": "--json",
    "recipes show": "--json",
    "recipes diff": "--json",
    "recipes from": "--output --overwrite --json",
    "doctor": "--json",
    "schema": "",
    "mcp": "",
    "integrate": "--remove",
}


@pytest.mark.parametrize("command", OPTIONS)
def test_every_command_has_its_options_and_help_with_an_example(command, capsys):
    assert main([*command.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Example: rpn-inspector {command}" in " ".join(out.split())
    for option in OPTIONS[command].split():
        assert re.search(rf"(?<![\w-]){option}(?![\w-])", out), option


NO_QT = """
import json, sys
sys.modules.update(dict.fromkeys(("PySide6", "pyqtgraph", "shiboken6")))  # importing any is an error
from rpn_inspector.cli import main
print(json.dumps([main(arguments) for arguments in json.loads(sys.argv[1])]), file=sys.stderr)
"""


def test_none_but_open_and_demo_import_qt(tmp_path):
    lines = [
        ["inspect", DEMO, "--image", IMAGE, "--recipe", "demo", "--predictions", LATE],
        ["lint", DEMO],
        ["export", DEMO, "--recipe", "demo", "--predictions", LATE, "--format", "npz", "--output", str(tmp_path / "x")],
        ["layout", DEMO, "--recipe", "demo", "--predictions", LATE],
        ["recipes", "list"],
        ["recipes", "show", "demo"],
        ["recipes", "diff", "demo", "torchvision-fpn", "--dataset", DEMO, "--image", IMAGE],
        ["doctor"],
    ]
    done = subprocess.run([sys.executable, "-c", NO_QT, json.dumps(lines)], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1:] == [json.dumps([0] * len(lines))], done.stderr


def test_exit_codes_0_fine_1_a_check_failed_2_one_line_of_what_where_and_what_was_wanted(tmp_path, capsys):
    assert main(["lint", DEMO, "--fail-on", "degenerate"]) == 0
    assert main(["lint", DEMO, "--fail-on", "empty"]) == 1
    assert main(["lint", DEMO, "--fail-on", "empty:50%"]) == 0
    capsys.readouterr()
    absent = str(tmp_path / "absent")
    for arguments in (["lint", absent], ["nonesuch"], ["lint", DEMO, "--fail-on", "nonesuch"], ["recipes", "show"]):
        assert main(arguments) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n"), err.startswith("rpn-inspector: ")) == ("", 1, True)


def test_inspect_json(capsys):
    assert main(["inspect", DEMO, "--image", IMAGE, "--recipe", "demo", "--predictions", LATE, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found)[:12] == [
        "image", "recipe", "size", "network_size", "padded_size", "anchors", "positive", "negative", "ignored",
        "ground_truth", "loss", "proposals",
    ]  # fmt: skip
    assert (found["image"], found["recipe"]) == (IMAGE, "demo")
    assert (found["size"], found["network_size"], found["padded_size"]) == ([480, 640], [320, 426], [320, 448])  # h, w
    assert found["positive"] + found["negative"] + found["ignored"] == found["anchors"] == 8820
    assert [truth["index"] for truth in found["ground_truth"]] == list(range(len(found["ground_truth"])))
    for truth in found["ground_truth"]:
        assert list(truth)[:7] == ["index", "class", "kind", "box", "positives", "best_iou", "best_anchor"]
        kinds = (str, str, list, int, float, int)
        assert all(isinstance(truth[key], kind) for key, kind in zip(list(truth)[1:7], kinds, strict=True))
        x1, y1, x2, y2 = truth["box"]
        assert 0 <= x1 < x2 <= 640
        assert 0 <= y1 < y2 <= 480
    assert list(found["loss"])[:4] == ["objectness", "box", "total", "sampled"]
    assert found["loss"]["total"] == found["loss"]["objectness"] + found["loss"]["box"]
    assert sum(found["loss"]["sampled"]) == 256
    assert found["proposals"] == 300
    assert all(list(warning)[:3] == ["kind", "count", "example"] for warning in found["warnings"])
    assert all(
        warning["finding"] == {"robbed": "best_anchor_taken"}.get(warning["kind"], warning["kind"])
        for warning in found["warnings"]
    )
    assert main(["inspect", DEMO, "--image", IMAGE, "--recipe", "demo", "--json"]) == 0
    without = json.loads(capsys.readouterr().out)
    assert (without["loss"], without["proposals"]) == (None, None)


@pytest.mark.usefixtures("extras_load")
def test_doctor_says_platform_libraries_display_versions_gpu_and_folders(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    assert main(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"platform", "missing", "display", "versions", "gpu", "gl", "folders"} <= set(found)
    assert all({"library", "package"} <= set(lack) for lack in found["missing"])
    from rpn_inspector.data import cache
    from rpn_inspector.session import settings

    said = {name: folder["path"] for name, folder in found["folders"].items()}
    assert said == {"settings": str(settings.home()), "cache": str(cache.folder())}  # what it says is what is used
    assert all(Path(path).is_relative_to(tmp_path) for path in said.values())


# ---- Python ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dataset():
    return ri.open_dataset(DEMO)


@pytest.fixture(scope="module")
def results(dataset, tmp_path_factory):
    """A results file that says every ground truth of the demo, by the ids of its pictures."""
    rows = [
        {"image_id": int(sample.image_id), "category_id": 1, "bbox": [x1, y1, x2 - x1, y2 - y1], "score": 0.9}
        for sample in dataset
        for x1, y1, x2, y2 in sample.gt.tolist()
    ]
    path = tmp_path_factory.mktemp("results") / "results.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_a_dataset_has_length_samples_names_classes_and_warnings(dataset):
    assert len(dataset) == 40
    assert isinstance(dataset[0], ri.Sample)
    assert len(dataset.names) == 40
    assert all(isinstance(name, str) for name in (*dataset.names, *dataset.classes))
    assert tuple(dataset.warnings) == ()


@pytest.mark.parametrize("kind", ["dump folder", "dump file", "results JSON", "ONNX model"])
def test_inspect_takes_what_any_predictions_have_under_a_pictures_name(kind, dataset, results, tmp_path):
    recipe = ri.load_recipe("demo")
    zipped = tmp_path / "late.rpn.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        for file in Path(LATE).iterdir():
            archive.write(file, file.name)
    path = {"dump folder": LATE, "dump file": zipped, "results JSON": results, "ONNX model": MODEL}[kind]
    predictions = ri.open_predictions(path, dataset)
    result = ri.inspect(dataset[0], recipe, predictions[dataset[0].name], sampled=None)
    n, p = result.grid.size, len(result.positive)
    assert (result.assignment.label.shape, result.assignment.label.dtype) == ((n,), np.int8)
    assert set(np.unique(result.assignment.label)) <= {1, 0, -1}
    assert (result.assignment.gt.shape, result.assignment.gt.dtype, result.assignment.gt.min()) == ((n,), np.int32, -1)
    assert result.anchors([0, 5]).shape == (2, 4)
    assert result.t_star.shape == result.t.shape == (p, 4)
    assert (result.assignment.label[result.positive] == 1).all()
    loss, found = result.loss, result.proposals
    assert (loss is None) == (kind == "results JSON")  # decoded boxes tell none
    if loss is not None:
        assert loss.box_per_coordinate.sum() == pytest.approx(loss.box)
        assert loss.objectness_per_anchor.sum() == pytest.approx(loss.objectness)
        assert loss.total == pytest.approx(loss.objectness + loss.box)
    m = len(found.boxes)
    assert (found.boxes.shape, found.scores.shape, found.anchor.shape) == ((m, 4), (m,), (m,))
    assert found.fate.shape == found.suppressed_by.shape == (n,)


def test_results_files_answer_for_the_picture_their_ids_mean_and_no_other(tmp_path):
    """Pictures called by numbers that are other pictures' ids."""
    images = [{"id": id_, "file_name": f"{id_ + 1}.png", "width": 100, "height": 100} for id_ in range(3)]
    truth = {"images": images, "annotations": [], "categories": [{"id": 1, "name": "a"}]}
    (tmp_path / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    rows = [{"image_id": id_, "category_id": 1, "bbox": [id_, 5, 20, 30], "score": 0.5} for id_ in (0, 1)]
    (tmp_path / "found.json").write_text(json.dumps(rows), encoding="utf-8")
    dataset, recipe = ri.open_dataset(tmp_path / "truth.json"), ri.load_recipe("demo")
    for told in (None, dataset):
        predictions = ri.open_predictions(tmp_path / "found.json", told)
        for sample, left in zip(dataset, (0, 1, None), strict=True):
            given = predictions.predict(sample, recipe)
            assert (given is None) == (left is None)
            if given is not None:
                result = ri.inspect(sample, recipe, given)
                np.testing.assert_allclose(result.to_original(result.proposals.boxes)[0, 0], left, atol=1e-4)
    assert predictions["2.png"].boxes[0, 0] == 1
    assert predictions.get("3.png") is None


def test_a_sample_works_without_any_file():
    sample = ri.Sample(name="x", size=(800, 1333), gt=[[10, 10, 100, 90]])
    assert ri.inspect(sample, ri.load_recipe("torchvision-fpn")).assignment.label.max() == 1


def test_encode_and_decode_are_each_others_inverse():
    recipe, anchors, boxes = ri.load_recipe("torchvision-fpn"), [[0, 0, 32, 32]], [[4, 4, 40, 30]]
    np.testing.assert_allclose(ri.decode(anchors, ri.encode(anchors, boxes, recipe), recipe), boxes, atol=1e-5)


def test_public_names_are_there_and_documented():
    for name in ri.__all__:
        value = getattr(ri, name)
        assert name.startswith("__") or value.__doc__, name
    assert set(ri.__all__) <= set(dir(ri))


# ---- recipes -----------------------------------------------------------------------------------------------------


def test_the_recipes_that_ship():
    named = "paper-vgg16 torchvision-fpn torchvision-mobilenet-320 detectron2-c4 detectron2-fpn mmdet-c4 mmdet-fpn "
    named += "retinanet-torchvision retinanet-detectron2 retinanet-mmdet ssd300-torchvision yolov3-416 yolov3-608 "
    named += " ".join(f"efficientdet-d{number}" for number in range(8))
    assert set(named.split()) <= set(ri.list_recipes())


# ---- dumps -------------------------------------------------------------------------------------------------------


def full(recipe, sample, dtype=np.float64):
    """A prediction with everything a dump can hold, in types a user may have."""
    grid = ri.inspect(sample, recipe).grid
    return ri.Prediction(
        levels_objectness=tuple(np.ones((3, *level.shape), dtype) for level in grid.levels),
        levels_deltas=tuple(np.zeros((12, *level.shape), dtype) for level in grid.levels),
        network_size=(320, 426), padded_size=(320, 448), original_size=(480, 640), gt=np.ones((2, 4)),
        sampled_positive=np.array([3, 1]), sampled_negative=np.array([7]), loss_objectness=0.5, loss_box=0.25,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["d.rpn", "d.zip"])
def test_a_dump_is_meta_json_and_an_npz_a_picture(name, dataset, tmp_path):
    recipe = ri.load_recipe("demo")
    path = ri.save_dump(tmp_path / name, {IMAGE: full(recipe, dataset[0])}, "demo", "mine", "c.pth", 7)
    if name.endswith("zip"):
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "folder")
        path = tmp_path / "folder"
    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    file = meta["images"].pop(IMAGE)
    assert meta == {
        "schema": 1, "producer": "mine", "recipe": "demo", "checkpoint": "c.pth", "step": 7, "images": {},
    }  # fmt: skip
    with np.load(path / file, allow_pickle=False) as arrays:
        for size in ("network_size", "padded_size", "original_size"):
            assert (arrays[size].shape, arrays[size].dtype) == ((2,), np.int32)
        for level, side in enumerate(((40, 56), (20, 28), (10, 14))):
            for name, channels in (("objectness", 3), ("deltas", 12)):
                array = arrays[f"{name}_{level}"]
                assert (array.shape, array.dtype) == ((channels, *side), np.float32)
        assert arrays["gt"].shape == (2, 4)
        assert (arrays["sampled_positive"].tolist(), arrays["sampled_negative"].tolist()) == ([3, 1], [7])
        assert (float(arrays["loss_objectness"]), float(arrays["loss_box"])) == (0.5, 0.25)


def test_flat_arrays_also_read(dataset, tmp_path):
    recipe = ri.load_recipe("demo")
    n = ri.inspect(dataset[0], recipe).grid.size
    (tmp_path / "d").mkdir()
    np.savez(tmp_path / "d" / "0.npz", objectness=np.ones(n, np.float32), deltas=np.zeros((n, 4), np.float32))
    (tmp_path / "d" / "meta.json").write_text(json.dumps({"schema": 1, "images": {IMAGE: "0.npz"}}), encoding="utf-8")
    assert ri.inspect(dataset[0], recipe, ri.open_predictions(tmp_path / "d")[IMAGE]).proposals is not None


def test_several_dumps_with_a_step_form_one_timeline():
    assert open_timeline(resource("demo", "predictions")).steps == (60, 400, 3000)


class Loud:
    def __reduce__(self):
        return (print, ("it ran",))


def test_pickle_is_loaded_only_where_named_and_never_runs(tmp_path, capsys):
    import pickle

    for name in ("x.npz", "x.json", "x.bin", "x.pkl"):
        (tmp_path / name).write_bytes(pickle.dumps(Loud()))
        with pytest.raises(ri.InspectorError):
            ri.open_predictions(tmp_path / name).predict(ri.Sample("x", (9, 9)), ri.load_recipe("demo"))
    np.savez(tmp_path / "y.npz", objectness=np.array([Loud()], object), deltas=np.zeros((1, 4), np.float32))
    (tmp_path / "meta.json").write_text(json.dumps({"schema": 1, "images": {"a": "y.npz"}}), encoding="utf-8")
    with pytest.raises(ri.InspectorError):
        ri.open_predictions(tmp_path)["a"]
    assert capsys.readouterr().out == ""


# ---- conformance and caches --------------------------------------------------------------------------------------


def test_golden_cases_of_another_folder_are_run_by_the_same_tests_and_none_is_skipped(tmp_path):
    golden = Path(__file__).parent / "golden"
    manifest = json.loads((golden / "manifest.json").read_text(encoding="utf-8"))
    known = next(case for case in manifest["cases"] if case["kind"] == "encode")
    new = [known | {"id": f"new-{field}", field: "nonesuch"} for field in ("kind", "family")]
    manifest["cases"] = [known, *new]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    for file in golden.glob("*.npz"):
        (tmp_path / file.name).symlink_to(file)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(golden)],
        capture_output=True, text=True, check=False, env=os.environ | {"RPN_INSPECTOR_GOLDEN": str(tmp_path)},
        cwd=Path(__file__).parents[1],
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert "skipped" not in done.stdout
    failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert all(any(f"new-{field}" in line for line in failed) for field in ("kind", "family")), done.stdout
