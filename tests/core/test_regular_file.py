"""One opener for the files of others: a pipe, a socket or a device is refused, and nothing waits."""

from __future__ import annotations

import ast
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rpn_inspector.core.regular_file import (
    note_failure,
    open_regular,
    read_small,
    read_utf8,
    read_whole,
    reading_inside,
    watching_failures,
)

PACKAGE = Path(__file__).parents[2] / "rpn_inspector"
OWN = {  # what these open is the package's own
    "core/regular_file.py",
    "data/datasets/format_registry.py",
    "data/remote/fetching.py",  # what fsspec gives as a stream
    "data/remote/kept.py",
    "gui/help/help_pages.py",
    "gui/inspector/explain/typeset.py",
    "gui/widgets/icons.py",
}


def test_bytes_and_text_come_as_they_are(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"\xc3\xa4\r\nb\rc\n")
    assert read_whole(file) == b"\xc3\xa4\r\nb\rc\n"
    assert read_utf8(file) == "\u00e4\nb\nc\n"
    (tmp_path / "link").symlink_to(file)
    with open_regular(tmp_path / "link") as stream:
        assert (stream.read(2), stream.tell()) == (b"\xc3\xa4", 2)


def test_a_file_over_the_limit_is_not_read_and_the_others_at_once(tmp_path, monkeypatch):
    file, asked = tmp_path / "a", []
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: asked.append(size) or read(handle, size))
    for size in (0, 9, 10):
        file.write_bytes(b"x" * size)
        assert read_small(file, 10) == read_whole(file) == b"x" * size
    assert max(asked) == 11 or 0 in asked
    asked.clear()
    os.truncate(file, 2 << 30)  # with a hole
    assert read_small(file, 10) is None
    assert asked == []


def test_a_file_that_comes_in_pieces_or_grows_is_read_to_its_end(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(bytes(range(100)))
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: read(handle, min(size, 7)))
    assert read_whole(tmp_path / "a") == read_small(tmp_path / "a", 100) == bytes(range(100))
    if Path("/proc/self/status").exists():  # of 0 bytes, says the system
        assert read_whole("/proc/self/status").startswith(b"Name:")
        assert read_small("/proc/self/status", 50) is None


def test_failures_are_noted_while_they_are_watched(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"x" * 99)
    with watching_failures() as outer, watching_failures() as failed:
        for read in (read_whole, open_regular):
            with pytest.raises(FileNotFoundError):
                read(tmp_path / "none")
        note_failure(ValueError())
        assert failed == []
        with pytest.raises(IsADirectoryError):
            open_regular(tmp_path)
        with open_regular(tmp_path / "a") as stream:
            assert stream.read() == b"x" * 99
            os.dup2(os.open(tmp_path, os.O_RDONLY), stream.fileno())  # a folder in its place cannot be read
            for step in (lambda: stream.read(5), stream.read, lambda: (stream.seek(0) and None) or stream.read(1)):
                with pytest.raises(IsADirectoryError):
                    step()
    assert [type(error) for error in failed] == [IsADirectoryError] * len(failed)
    assert len(failed) >= 3
    assert outer == failed
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)
    assert outer == failed


def test_what_is_no_file_is_named_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to_pipe").symlink_to("pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
        for name, words in [
            ("pipe", "a named pipe"),
            ("to_pipe", "a named pipe"),
            ("socket", "a socket"),
            ("/dev/zero", "a device"),
        ]:
            with pytest.raises(OSError, match=f"is {words}, wanted a file") as caught:
                open_regular(tmp_path / name)
            assert caught.value.filename == str(tmp_path / name)
    with pytest.raises(IsADirectoryError):
        read_whole(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_whole(tmp_path / "none")


def readings(tree: ast.AST) -> list[int]:
    """Return the lines that open a file to read without `open_regular`."""
    found = []
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        owner = getattr(getattr(call.func, "value", None), "id", "")
        said = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        keywords = {keyword.arg for keyword in call.keywords}
        if (
            (name in ("read_bytes", "read_text") and not call.args)
            or (
                name == "open" and (any(mode.startswith("r") for mode in said) or ("encoding" in keywords and not said))
            )
            or (name == "open" and isinstance(call.func, ast.Name))
            or (owner == "np" and name in ("load", "fromfile", "loadtxt", "genfromtxt"))
            or (name in ("imread", "imreadmulti"))
            or (name == "ZipFile" and len(call.args) == 1 and not isinstance(call.args[0], ast.Name))
            or (name == "ZipFile" and len(call.args) == 1 and call.args[0].id in ("path", "place", "target"))
        ):
            found.append(call.lineno)
    return found


def test_every_reader_opens_by_the_one_opener():
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if name not in OWN and (lines := readings(ast.parse(file.read_text(encoding="utf-8")))):
            found[name] = lines
    assert found == {}
    for text in ("p.open('rb')", "p.read_bytes()", "open(p)", "ZipFile(self.p)", "np.load(p)", "p.open(encoding='x')"):
        assert readings(ast.parse(text)) == [1]


def test_bounds_hold_for_links_and_in_every_thread(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out.txt"
    inside.mkdir()
    outside.write_bytes(b"x")
    (inside / "own").write_bytes(b"y")
    (inside / "link").symlink_to(outside)
    (inside / "loop").symlink_to(inside / "loop")
    with reading_inside([inside.resolve()]), ThreadPoolExecutor(1) as pool:
        for read in (read_whole, lambda path: pool.submit(read_whole, path).result()):
            assert read(inside / "own") == b"y"
            for path in (outside, inside / "link", inside / ".." / "out.txt"):
                with pytest.raises(PermissionError, match="lies outside the folders that may be read"):
                    read(path)
            with pytest.raises(OSError, match="loop"):
                read(inside / "loop")
        with open_regular(outside, ours=True) as file:
            assert file.read() == b"x"
    assert read_whole(inside / "link") == b"x"
