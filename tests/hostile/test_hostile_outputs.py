"""Whatever is written at a place the user names: never over or into what is read, through a link, or onto a device."""

from __future__ import annotations

import os
import shutil
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import typer
from PySide6.QtGui import QImage

from rpn_inspector.analysis.recipe_edit import save_recipe
from rpn_inspector.cli.program import app, main
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.export import FOLDERS, check_target
from rpn_inspector.data.output_file import check_output
from rpn_inspector.data.predictions import DumpWriter
from rpn_inspector.session import settings
from rpn_inspector.session.sources import DRAWN, SOFTWARE

DEMO = resource("demo")
READ = {
    "dataset", "path", "predictions", "layout", "annotations", "images", "baseline", "folder", "against_predictions",
    "against_dataset",
}  # fmt: skip
EXPORT = ["export", "data", "-r", "mine.toml", "-p", "late.rpn", "--overwrite"]
OPEN = ["open", "data", "-r", "mine.toml", "-p", "late.rpn"]
AUDIT = ["audit", "data", "-r", "mine.toml", "-p", "late.rpn", "--overwrite"]
WRITTEN = {  # every option that writes, with the commands to try it by
    ("demo", "screenshot"): [["demo", "--screenshot"]],
    ("open", "screenshot"): [
        [*OPEN, "--screenshot"],
        ["open", "data/annotations.json", "-p", "m.onnx", "--layout", "m.toml", "--screenshot"],
    ],
    ("export", "output"): [
        [*EXPORT, "-f", "csv", "-o"],
        [*EXPORT, "-f", "coco", "-o"],
        [*EXPORT, "-f", "npz", "-o"],
        [*EXPORT, "-f", "parquet", "-o"],
        [*EXPORT, "-f", "voc", "-o"],
        [*EXPORT, "-f", "yolo", "-o"],
        [*EXPORT, "-f", "labelme", "-o"],
    ],
    ("audit", "output"): [[*AUDIT, "-o"]],
    ("audit", "save_recipe"): [[*AUDIT, "--save-recipe"]],
    ("audit", "findings"): [[*AUDIT, "--findings"], [*AUDIT, "--findings-format", "fiftyone", "--findings"]],
    ("lint", "findings"): [["lint", "data", "--findings"]],
    ("from", "output"): [["recipes", "from", "rcnn.yaml", "--overwrite", "-o"]],
}
PLACES = [  # where nothing may be written
    "data/annotations.json", "data/images/street_03_overlapping.jpg", "data/empty.txt", "data", "data/images",
    "late.rpn", "late.rpn/meta.json", "late.rpn/000001.npz", "mine.toml",
    "to_annotations.json", "to_nothing.png", "to_folder", "to_data/empty.txt", "hard.jpg", "hard.png",
    "pipe", "socket", "/dev/null", "folder", "none/x.png", "thesis.txt", "rcnn.yaml",
]  # fmt: skip


def commands(group: typer.Typer) -> Iterator[tuple[str, Callable[..., None]]]:
    """Yield the name and the function of every command."""
    for command in group.registered_commands:
        yield command.name or command.callback.__name__, command.callback
    for inner in group.registered_groups:
        yield from commands(inner.typer_instance)


def test_every_option_that_takes_a_path_is_read_or_tried_here():
    takes = {
        (name, option)
        for name, function in commands(app)
        for option, kind in get_type_hints(function).items()
        if Path in (kind, *get_args(kind)) and option not in READ
    }
    assert takes == set(WRITTEN)


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DEMO, "data", ignore=shutil.ignore_patterns("predictions", "model.*", "*.md"))
    shutil.copytree(DEMO / "predictions" / "late.rpn", "late.rpn")
    shutil.copy(DEMO / "model.onnx", "m.onnx")
    shutil.copy(DEMO / "model.toml", "m.toml")
    Path("rcnn.yaml").write_text("VERSION: 2\n", encoding="utf-8")
    Path("mine.toml").write_text('extends = "demo"\n', encoding="utf-8")
    Path("thesis.txt").write_text("all of it", encoding="utf-8")
    Path("data/empty.txt").touch()
    Path("folder").mkdir()
    Path("folder/mine.txt").write_text("mine", encoding="utf-8")
    Path("to_annotations.json").symlink_to("data/annotations.json")
    Path("to_nothing.png").symlink_to("nothing.png")
    Path("to_folder").symlink_to("folder")
    Path("to_data").symlink_to("data")
    os.link("data/images/street_03_overlapping.jpg", "hard.jpg")
    drawn("drawn.png")
    os.link("drawn.png", "hard.png")
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        yield tmp_path


def drawn(name: str) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.setText(*SOFTWARE)
    image.save(name, "PNG")


def state(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return the kind of everything in the folder, and of each file what changes with any write to it."""
    found = {}
    for path in sorted(folder.rglob("*")):
        of = path.lstat()
        written = (of.st_ino, of.st_size, of.st_mtime_ns, of.st_ctime_ns) if stat.S_ISREG(of.st_mode) else ()
        found[path.relative_to(folder).as_posix()] = (stat.S_IFMT(of.st_mode), *written)
    return found


def refused(arguments: list[str], capsys) -> str:
    device = Path("/dev/null").stat().st_rdev
    assert main(arguments) == 2, arguments
    error = capsys.readouterr().err
    assert error.count("\n") == 1, error
    assert len(error) < 300
    assert Path("/dev/null").stat().st_rdev == device
    return error


@pytest.mark.parametrize("option", WRITTEN, ids="-".join)
def test_no_option_writes_over_what_is_read_through_a_link_or_onto_a_device(option, tree, capsys):
    before = state(tree)
    for command in WRITTEN[option]:
        folder = any(name in FOLDERS for name in command) or option == ("audit", "output")
        for place in PLACES:
            if (command[0], place) in (("demo", "data/empty.txt"), ("demo", "to_data/empty.txt")) or (
                folder and place in ("none/x.png",)
            ):
                continue
            if command[0] == "open" and command[1] != "data" and not place.startswith(("data/annotations", "to_a")):
                continue  # tried once for a file as dataset
            error = refused([*command, place], capsys)
            assert error.startswith(f"rpn-inspector: {place}") or "folder" in error, error
            assert state(tree) == before, (command, place)


def test_a_picture_is_not_drawn_into_the_dataset_and_one_that_was_drawn_may_be_again(tree, capsys):
    sources = {"dataset": open_dataset("data").sources}
    for place in ("data/new.png", "data/images/new.png", "to_data/new.png"):
        assert "is inside the dataset" in refused([*OPEN, "--screenshot", place], capsys)
        with pytest.raises(BadFile, match="is inside the dataset"):
            check_output(Path(place), sources, DRAWN)
    Path("empty.png").touch()
    drawn("again.png")
    for place in ("new.png", "empty.png", "again.png"):
        check_output(Path(place), sources, DRAWN)
    Path("hard.png").unlink()
    check_output(Path("drawn.png"), sources, DRAWN)


def test_nothing_is_written_into_a_folder_of_dumps_inside_the_dataset(tree, capsys):
    shutil.copytree(DEMO / "predictions", "data/dumps")
    before = state(tree)
    for predictions in ("data/dumps", "data/dumps/late.rpn"):
        for place in ("data/dumps/boxes.csv", "data/dumps/late.rpn/boxes.csv"):
            command = ["export", "data", "-r", "demo", "-p", predictions, "-f", "csv", "-o", place]
            assert main(command) == 2
            assert "belongs to the predictions and is never written to" in capsys.readouterr().err
            assert state(tree) == before
    dataset = {"dataset": [Path("data")], "predictions": [Path("data/dumps/late.rpn")]}
    with pytest.raises(BadFile, match="belongs to the predictions"):
        save_recipe(Path("data/dumps/mine.toml"), load_recipe("demo"), load_recipe("demo"), dataset)
    assert main(["export", "data", "-r", "demo", "-p", "data/dumps", "-f", "csv", "-o", "data/boxes.csv"]) == 0


def test_an_export_that_is_the_dataset_or_the_predictions_is_not_replaced_by_the_next(tree, capsys):
    assert main([*EXPORT, "-f", "csv", "-o", "boxes.csv"]) == 0
    assert main([*EXPORT, "-f", "coco", "-o", "boxes.json"]) == 0
    capsys.readouterr()
    before = state(tree)
    for dataset in ((Path("boxes.csv"),), (tree, Path("boxes.csv"))):
        with pytest.raises(BadFile, match="belongs to the dataset"):
            check_target(Path("boxes.csv"), "csv", True, {"dataset": dataset})
    read = ["export", "data", "-r", "demo", "-p", "boxes.json", "--overwrite", "-f", "coco", "-o"]
    assert "belongs to the predictions" in refused([*read, "boxes.json"], capsys)
    assert state(tree) == before


@pytest.mark.parametrize("place", [place for place in PLACES if not place.startswith("none")])
def test_dumps_recipes_and_settings_keep_to_the_same_guard(place, tree, monkeypatch):
    before = state(tree)
    with pytest.raises(BadFile):
        DumpWriter(place, "demo")
    sources = {"dataset": open_dataset("data").sources, "predictions": [Path("late.rpn")]}
    if place not in ("thesis.txt", "mine.toml", "rcnn.yaml"):  # the dialog has asked about those
        with pytest.raises(BadFile):
            save_recipe(Path(place), load_recipe("demo"), load_recipe("demo"), sources)
    if place in ("pipe", "socket", "folder", "to_annotations.json", "to_nothing.png"):
        Path("home").mkdir()
        before |= {"home": (stat.S_IFDIR,)}
        monkeypatch.setenv("RPN_INSPECTOR_HOME", "home")
        if place == "folder":
            Path("home/settings.json").mkdir()
        else:
            Path("home/settings.json").symlink_to(f"../{place}")
        settings.save({"recent": []})
        assert Path("home/settings.json").is_symlink() or Path("home/settings.json").is_dir()
        shutil.rmtree("home")
        del before["home"]
    assert state(tree) == before
