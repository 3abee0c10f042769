"""Files put in place whole or not at all: a full disk leaves nothing, and so does a killed process after the next."""

from __future__ import annotations

import base64
import contextlib
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from rpn_inspector.analysis.recipe_edit import save_recipe
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data import cache
from rpn_inspector.data.export import FORMATS, Exported, Provenance, export_boxes
from rpn_inspector.data.output_file import (
    Own,
    check_output,
    work_folder,
    write_whole,
    writing,
    writing_folder,
)
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.data.predictions.dump import open_dump
from rpn_inspector.data.remote.sending import check_apart
from rpn_inspector.session import settings

PROVENANCE = Provenance(
    tool="rpn-inspector", version="0", recipe="demo", recipe_hash="0", dataset="d", predictions="p", frame="original",
    what="proposals",
)  # fmt: skip
OUTPUTS = {"a.png": Prediction(objectness=np.zeros(3, np.float32), deltas=np.zeros((3, 4), np.float32))}


def row() -> Exported:
    return Exported(
        image="a.png", image_id=1, anchor=np.array([5]), level=np.array([0]), levels=("p2",),
        boxes=np.array([[1, 2, 3, 4]], np.float32), score=np.array([0.5], np.float32), label=np.array([1], np.int8),
        fate=np.array([0], np.uint8), size=(48, 64),
    )  # fmt: skip


def embedded(folder: Path) -> None:
    file = folder.parent / "embedded"
    file.write_bytes(base64.b64encode(cv2.imencode(".png", np.zeros((8, 8, 3), np.uint8))[1].tobytes()))
    with full_disk():
        Embedded(file, 0, file.stat().st_size, base64=True).unpack()


def columns(folder: Path) -> None:
    file = folder.parent / "source"
    file.write_bytes(b"x")
    os.utime(file, (1, 1))
    with full_disk():
        assert not cache.store(cache.key_of(file, "coco", 1), {"a": np.zeros(9)}, b"")


def quietly_saved(folder: Path) -> None:
    with full_disk():
        settings.save({"recent": ["a"]})


def exported(format_: str):
    def write(folder: Path) -> None:
        with full_disk():
            export_boxes([row()], folder / "out", format_, PROVENANCE)

    return write


def dumped(name: str):
    def write(folder: Path) -> None:
        with full_disk():
            save_dump(folder / name, OUTPUTS, "demo")

    return write


def recipe_saved(folder: Path) -> None:
    demo = load_recipe("demo")
    with full_disk():
        save_recipe(folder / "mine.toml", demo, demo)


WRITERS = {
    **{format_: (exported(format_), BadFile) for format_ in FORMATS},
    "dump": (dumped("run.rpn"), BadFile), "zip": (dumped("run.zip"), BadFile),
    "recipe": (recipe_saved, BadFile), "embedded": (embedded, BadFile),
    "cache": (columns, None), "settings": (quietly_saved, None),
}  # fmt: skip


@contextlib.contextmanager
def full_disk():
    """Let every write of a byte to a file fail, as on a full disk; files can still be made."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_is_said_in_one_line_and_leaves_nothing(name, tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(folder))
    write, error = WRITERS[name]
    if error is None:
        write(folder)
    else:
        with pytest.raises(error, match="written: File too large") as caught:
            write(folder)
        assert "\n" not in str(caught.value)
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def dead() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def test_what_a_dead_process_left_is_removed_by_the_next_writer_of_the_place_and_nothing_else(tmp_path):
    gone, target = dead(), tmp_path / "out"
    (tmp_path / f".out.{gone}-0.part").write_bytes(b"half")
    (tmp_path / f".out.{gone}.part").mkdir()
    (tmp_path / f".out.{gone}.part" / "a").touch()
    (tmp_path / f".out.{os.getpid()}-77.part").touch()  # of an earlier process of this number
    (tmp_path / f".out.{gone}-3.part").symlink_to(tmp_path / "mine")
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    kept = {".out.1-0.part", f".other.{gone}-0.part", f"out.{gone}-0.part", f".out.{gone}-0.part.txt", "mine"}
    for name in kept - {"mine"}:
        (tmp_path / name).touch()  # of a living process, of another place, and the user's own
    write_whole(target, b"whole")
    assert {path.name for path in tmp_path.iterdir()} == kept | {"out"}
    assert ((tmp_path / "mine").read_text(encoding="utf-8"), target.read_bytes()) == ("mine", b"whole")


def test_what_is_not_pushed_to_the_disk_leaves_the_parts_of_others_alone_too(tmp_path, monkeypatch):
    other = tmp_path / f".other.{dead()}-0.part"
    other.touch()
    monkeypatch.setattr(os, "fsync", None)
    write_whole(tmp_path / "out", b"whole", synced=False)
    assert {path.name for path in tmp_path.iterdir()} == {"out", other.name}


def test_two_writers_of_one_place_leave_each_other_alone(tmp_path):
    with writing([tmp_path / "a"]) as (first,), writing([tmp_path / "a"]) as (second,):
        first.write(b"first")
        second.write(b"second")
    assert (tmp_path / "a").read_bytes() == b"first"  # the last to end
    with writing_folder(tmp_path / "b") as folder:
        assert work_folder(tmp_path / "b") != folder
        assert folder.is_dir()


def test_an_earlier_folder_that_made_room_for_a_killed_export_is_put_back(tmp_path):
    room = tmp_path / f".out.{dead()}-0.old"
    room.mkdir()
    (room / "a").write_text("earlier", encoding="utf-8")
    work_folder(tmp_path / "out").rmdir()
    assert (tmp_path / "out" / "a").read_text(encoding="utf-8") == "earlier"
    room.mkdir()
    work_folder(tmp_path / "out").rmdir()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by a signal")
def test_a_killed_writer_leaves_nothing_after_the_next(tmp_path):
    code = """
import os, signal, sys; sys.path[:0] = sys.argv[2:]
from pathlib import Path
from rpn_inspector.data.output_file import work_folder, writing
(work_folder(Path(sys.argv[1], "run.rpn")) / "000000.npz").touch()
with writing([Path(sys.argv[1], "boxes.csv")]) as (stream,):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    root = str(Path(cache.__file__).parents[2])
    subprocess.run([sys.executable, "-c", code, str(tmp_path), root], check=False)
    assert len(list(tmp_path.iterdir())) == 2
    export_boxes([row()], tmp_path / "boxes.csv", "csv", PROVENANCE)
    save_dump(tmp_path / "run.rpn", OUTPUTS, "demo")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["boxes.csv", "run.rpn"]


def test_a_name_as_long_as_the_system_takes_is_written_beside_too(tmp_path):
    write_whole(tmp_path / ("x" * 255), b"a")
    assert [path.name for path in tmp_path.iterdir()] == ["x" * 255]


def test_a_link_that_comes_in_between_is_not_replaced(tmp_path):
    (tmp_path / "mine").write_text("mine", encoding="utf-8")

    def meanwhile() -> None:
        with writing([tmp_path / "a"]):
            (tmp_path / "a").symlink_to("mine")

    with pytest.raises(BadFile, match="is a link"):
        meanwhile()
    assert (tmp_path / "a").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "mine"]


def test_what_may_be_replaced_is_what_was_written_before_or_is_empty(tmp_path):
    own = Own(lambda file: file.read_bytes().startswith(b"own"), "is no result")
    (tmp_path / "a").write_bytes(b"own 1")
    (tmp_path / "b").write_bytes(b"other")
    (tmp_path / "c").touch()
    for name in ("a", "c", "new"):
        check_output(tmp_path / name, own=own)
    check_output(tmp_path / "b")
    with pytest.raises(BadFile, match="b: is there already and is no result; choose another name, or move it"):
        check_output(tmp_path / "b", own=own)
    for name in ("a", "b", "c"):
        with pytest.raises(BadFile, match="belongs to the layout and is never written to"):
            check_output(tmp_path / name, {"layout": [tmp_path / name]})
    with pytest.raises(BadFile, match=r"the folder .* does not exist"):
        check_output(tmp_path / "none" / "a")


@pytest.mark.parametrize(("flag", "why"), [(0, "Permission denied"), (getattr(os, "ST_RDONLY", 1), "Read-only")])
def test_a_folder_that_cannot_be_written_to_is_refused_before_any_work(tmp_path, monkeypatch, flag, why):
    class Disk:
        f_flag = flag

    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(os, "statvfs", lambda path: Disk, raising=False)
    for folder in (False, True):
        with pytest.raises(BadFile, match=f"new: cannot be written: {why}"):
            check_output(tmp_path / "new", folder=folder)


def test_a_read_only_disk_names_the_file_that_was_asked_for(tmp_path, monkeypatch):
    def refused(path, *_, **__):
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "unlink", refused)  # says so of what is not there too
    with pytest.raises(BadFile) as said:
        write_whole(tmp_path / "f.json", b"{}")
    assert str(said.value) == f"{tmp_path / 'f.json'}: cannot be written: Read-only file system"


@pytest.mark.parametrize("names", [("one", "one"), ("one", "one/two"), ("one/two", "one"), ("one", "sub/../one/f")])
def test_outputs_that_lie_in_one_another_clash(tmp_path, names):
    (tmp_path / "sub").mkdir()
    with pytest.raises(BadFile, match="choose another place for"):
        check_apart(dict(zip("ab", (tmp_path / name for name in names), strict=True)))
    check_apart({"a": tmp_path / "one", "b": tmp_path / "one_more", "c": tmp_path / "two"})


def test_a_dump_of_a_whole_recipe_has_it_and_its_name(tmp_path):
    recipe = load_recipe("demo")
    read = open_dump(save_dump(tmp_path / "d", OUTPUTS, recipe))
    assert (read.recipe, read.recipe_toml) == ("demo", recipe.to_toml())
