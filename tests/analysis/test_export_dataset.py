"""An export never touches what it was made from: neither the dataset nor the predictions, by whatever name."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.data.datasets.open_dataset import open_dataset

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
