"""A named pipe under every name a reader looks for: refused in one line, or passed over, and never waited for."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from rpn_inspector.cli import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.format_registry import formats
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import SUFFIXES, read_image, read_size
from rpn_inspector.data.predictions.layout_toml import read_layout
from rpn_inspector.session import settings
from rpn_inspector.session.dropped import kind_of

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
DEMO = resource("demo")
PICTURE = "street_03_overlapping"
READ = sorted({suffix for each in formats() for suffix in each.suffixes})
OUTPUTS = [".npz", ".txt", ".json", ".onnx", ".pkl", ".pickle", ".parquet", ".zip", ".rpn.zip", ".bin"]


@pytest.fixture(autouse=True)
def _never_waiting():
    """End a test that waits: a pipe without a writer would do so for ever."""
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("waited for a pipe"))
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def pipe(tmp_path):
    def made(name: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)
        return path

    return made


def one_line(code: int, capsys) -> str:
    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.count("\n") == 1, told.err
    return told.err


@pytest.mark.parametrize("suffix", READ)
def test_a_pipe_as_annotations_is_refused_and_in_a_folder_passed_over(suffix, tmp_path, pipe, capsys):
    single = pipe(f"alone/a{suffix}")
    with pytest.raises(InspectorError):
        open_dataset(single)
    with pytest.raises(InspectorError):
        kind_of(single)
    shutil.copytree(DEMO, tmp_path / "demo", ignore=shutil.ignore_patterns("predictions", "model.*"))
    for place in (f"demo/a{suffix}", f"demo/images/a{suffix}", f"demo/labels/{PICTURE}{suffix}"):
        pipe(place)
    assert len(open_dataset(tmp_path / "demo", annotations="annotations.json")) > 2
    one_line(main(["lint", str(single)]), capsys)


def test_pipes_and_devices_called_as_annotations_of_pictures_are_named(tmp_path, pipe):
    for name in ("1.jpg", "2.jpg"):
        shutil.copy(DEMO / "images" / f"{PICTURE}.jpg", tmp_path / name)
    (tmp_path / "1.txt").symlink_to("/dev/zero")
    for name in ("2.txt", "a.json", "pipe", "else.txt"):
        pipe(name)
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    (told,) = open_dataset(tmp_path).warnings
    kinds = {"1.txt": "is a device", "2.txt": "is a named pipe", "a.json": "is a named pipe"}
    assert list(told.examples) == [f"{tmp_path / name}: {words}, wanted a file" for name, words in kinds.items()]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_pipe_as_a_picture_is_refused(suffix, tmp_path, pipe):
    for reading in (read_image, read_size):
        with pytest.raises(InspectorError, match="is no file, wanted a picture"):
            reading(pipe(f"{reading.__name__}{suffix}"))


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_a_pipe_as_predictions_is_refused(suffix, tmp_path, pipe, capsys):
    command = ["inspect", str(DEMO), "-i", PICTURE, "-r", "demo", "-p"]
    single = pipe(f"folder/{PICTURE}{suffix}")
    pipe(f"folder/{PICTURE}.toml")
    assert PICTURE in one_line(main([*command, str(single)]), capsys)
    one_line(main([*command, str(tmp_path / "folder")]), capsys)


def test_a_pipe_in_a_dump_beside_a_model_as_layout_recipe_and_settings_is_refused(tmp_path, pipe, capsys, monkeypatch):
    command = ["inspect", str(DEMO), "-i", PICTURE, "-r", "demo"]
    shutil.copytree(DEMO / "predictions" / "late.rpn", tmp_path / "dump")
    for file in (tmp_path / "dump").rglob("*.npz"):
        file.unlink()
        os.mkfifo(file)
    assert "is a named pipe, wanted a file" in one_line(main([*command, "-p", str(tmp_path / "dump")]), capsys)
    shutil.copy(DEMO / "model.onnx", tmp_path / "model.onnx")
    layout = pipe("model.toml")
    one_line(main([*command, "-p", str(tmp_path / "model.onnx")]), capsys)
    one_line(main([*command, "-p", str(tmp_path / "model.onnx"), "--layout", str(layout)]), capsys)
    with pytest.raises(InspectorError):
        read_layout(layout)
    with pytest.raises(InspectorError):
        load_recipe(layout)
    pipe("home/settings.json")
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path / "home"))
    assert settings.load() == {}
