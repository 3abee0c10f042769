"""An export never touches what it was made from: neither the dataset nor the predictions, by whatever name."""

import os
import shutil
from pathlib import Path

import pytest

from rpn_inspector.cli import main
from rpn_inspector.data.opening import open_dataset

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


def test_another_name_of_a_datasets_file_takes_the_export_and_the_file_stays(demo):
    before = content("demo")
    assert export("coco", "hard.json") == 0
    assert content("demo") == before


@pytest.mark.parametrize(("format_", "name"), [("coco", "new.json"), ("csv", "new.csv"), ("npz", "new.npz")])
def test_a_new_file_in_the_datasets_folder_is_not_read_as_part_of_it(format_, name, demo):
    wanted = len(open_dataset("demo"))
    assert export(format_, f"demo/{name}") == 0
    assert export(format_, f"demo/{name}") == 0
    assert len(open_dataset("demo")) == wanted
