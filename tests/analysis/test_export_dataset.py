"""An export never touches what it was made from: neither the dataset nor the predictions, by whatever name."""

import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.analysis.export_dataset import count_boxes, export_dataset
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.fixture
def demo(tmp_path, monkeypatch):
    shutil.copytree(DEMO, tmp_path / "demo")
    (tmp_path / "beside").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "demo" / "annotations.json")
    os.link(tmp_path / "demo" / "annotations.json", tmp_path / "hard.json")
    shutil.copytree(DEMO / "predictions" / "late.rpn", tmp_path / "late.rpn")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(format_, output, predictions="late.rpn"):
    arguments = ["--recipe", "demo", "--predictions", predictions, "--format", format_, "--output", output]
    return main(["export", "demo", *arguments, "--overwrite"])


def content(*folders):
    return {path: path.read_bytes() for folder in folders for path in Path(folder).rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("format_", "output", "words"),
    [
        ("coco", "demo/annotations.json", "belongs to the dataset"),
        ("coco", "link.json", "belongs to the dataset"),
        ("csv", "beside/../demo/annotations.json", "belongs to the dataset"),
        ("npz", "demo/images/parking_01_half.jpg", "belongs to the dataset"),
        ("parquet", "late.rpn/meta.json", "belongs to the predictions"),
        ("npz", "late.rpn/new.npz", "belongs to the predictions"),
        ("voc", "late.rpn/new", "belongs to the predictions"),
        ("voc", "demo", "no export wrote"),
        ("yolo", "demo/images", "no export wrote"),
        ("yolo", "demo/new", "inside the dataset"),
        ("labelme", "demo/images/new", "inside the dataset"),
    ],
)
def test_nothing_is_written_over_or_into_what_it_was_made_from(format_, output, words, demo, capsys):
    before = content("demo", "late.rpn")
    assert export(format_, output) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
    assert content("demo", "late.rpn") == before


@pytest.mark.parametrize("format_", ["coco", "csv", "npz", "parquet"])
@pytest.mark.parametrize("output", ["hard.json", "mine.toml", "other.npz", "elsewhere/a.jpg"])
def test_what_no_export_wrote_is_never_replaced_wherever_it_lies(format_, output, demo, capsys):
    (demo / "mine.toml").write_text('extends = "demo"\n', encoding="utf-8")
    np.savez(demo / "other.npz", boxes=np.zeros((1, 4)))
    (demo / "elsewhere").mkdir()
    (demo / "elsewhere" / "a.jpg").write_bytes(b"a picture")
    before = content(".")
    assert export(format_, output) == 2
    assert "is there already and no export wrote it" in capsys.readouterr().err
    assert content(".") == before


@pytest.mark.parametrize("format_", ["coco", "csv", "npz", "parquet", "voc", "yolo", "labelme"])
def test_an_earlier_export_and_an_empty_file_are_replaced(format_, demo):
    if format_ in ("coco", "csv", "npz", "parquet"):
        (demo / "x").touch()
    assert export(format_, "x") == 0
    before = content(".")
    assert export(format_, "x") == 0
    assert content(".").keys() == before.keys()


def test_a_file_system_of_one_case_is_not_deceived(demo, monkeypatch, capsys):
    """A link stands for the other case of a name: there too both are one folder, and no path says so."""
    for name, other in (("DEMO", "demo"), ("LATE.rpn", "late.rpn")):
        (demo / name).symlink_to(demo / other)
    monkeypatch.setattr(Path, "resolve", Path.absolute)
    before = content("demo", "late.rpn")
    for format_, output in (("voc", "DEMO/new"), ("csv", "LATE.rpn/new.csv"), ("coco", "DEMO/annotations.json")):
        assert export(format_, output) == 2
        assert "the dataset" in (err := capsys.readouterr().err) or "the predictions" in err
    assert content("demo", "late.rpn") == before


@pytest.mark.parametrize(("format_", "name"), [("coco", "new.json"), ("csv", "new.csv"), ("npz", "new.npz")])
def test_a_new_file_in_the_datasets_folder_is_not_read_as_part_of_it(format_, name, demo):
    wanted = len(open_dataset("demo"))
    assert export(format_, f"demo/{name}") == 0
    assert export(format_, f"demo/{name}") == 0
    assert len(open_dataset("demo")) == wanted


@pytest.mark.parametrize("what", ["proposals", "positives", "all"])
def test_only_boxes_of_a_score_and_of_chosen_pictures_are_written_and_counted_before(tmp_path, what):
    dataset, recipe = open_dataset(DEMO), load_recipe("demo")
    outputs = open_predictions(DEMO / "predictions" / "late.rpn")
    with_outputs = [place for place, name in enumerate(dataset.names) if outputs.has(name, "")]
    without = next(place for place in range(len(dataset)) if place not in with_outputs)
    images = (with_outputs[1], with_outputs[3], without)
    wanted = 0
    for place in images[:2]:
        found = inspect(dataset[place], recipe, outputs[dataset.names[place]])
        scores = 1 / (1 + np.exp(-found.logits.astype(np.float64)))
        score = {"proposals": found.proposals.scores, "positives": scores[found.positive], "all": scores}[what]
        wanted += int((score >= 0.25).sum())
    asked = {"what": what, "min_score": 0.25, "images": images}
    counted = count_boxes(dataset, recipe, outputs, **asked)
    written = export_dataset(dataset, recipe, outputs, tmp_path / "b.npz", "npz", **asked)
    for outcome in (counted, written):
        assert (outcome.boxes, outcome.images, outcome.without_predictions) == (wanted, 2, 1)
    with np.load(tmp_path / "b.npz") as arrays:
        assert len(arrays["boxes"]) == wanted
        assert (arrays["scores" if "scores" in arrays else "score"] >= 0.25).all()
    with pytest.raises(InspectorError, match="none of the 1 pictures is named in them"):
        count_boxes(dataset, recipe, outputs, images=(without,))


def test_the_command_line_exports_a_score_and_pictures_too(demo, capsys):
    name = open_predictions("late.rpn").names[0]
    words = ["export", "demo", "-r", "demo", "-p", "late.rpn", "-f", "csv", "--min-score", "0.5", "--image", name]
    assert main([*words, "-o", "some.csv", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    rows = [row for row in Path("some.csv").read_text().splitlines() if row and not row.startswith("#")][1:]
    assert (found["images"], found["boxes"], found["without_predictions"]) == (1, len(rows), 0)
    assert found["boxes_of_unknown_classes"] == {}
    assert {row.split(",")[0] for row in rows} == {name}
    assert main([*words, "-o", "other.csv", "--min-score", "1.5"]) == 2
    assert main([*words, "-o", "other.csv", "--image", "nothing"]) == 2
