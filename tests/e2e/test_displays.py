"""A display that does not let a window in: one line and exit code 2, where Qt would end the program in its own way."""

import os
import secrets
import shutil
import socket
import struct
import subprocess
import sys

import pytest

from rpn_inspector.cli import displays


def run(home, **more):
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND", "XDG"))
    }
    environment |= {"RPN_INSPECTOR_HOME": str(home), "XAUTHORITY": str(home / "nobody"), "DISPLAY": ""} | more
    command = [sys.executable, "-m", "rpn_inspector", "demo"]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, cwd=home, check=False)
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.returncode, ended.stderr.removeprefix("rpn-inspector: ").rstrip("\n")


def test_a_display_on_another_computer_that_does_not_answer(tmp_path):
    assert run(tmp_path, DISPLAY="localhost:9999") == (2, "display localhost:9999 does not answer")


def test_a_display_that_is_none(tmp_path):
    assert run(tmp_path, DISPLAY="nonsense") == (2, "display nonsense is not written as host:number")


def test_a_wayland_socket_nobody_listens_at(tmp_path):
    with socket.socket(socket.AF_UNIX) as left_over:
        left_over.bind(str(tmp_path / "wayland-7"))
    said = run(tmp_path, WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path))
    assert said == (2, "Wayland display wayland-7 does not answer; no display (DISPLAY is not set)")
    said = run(tmp_path, WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path), QT_QPA_PLATFORM="wayland")
    assert said == (2, "Wayland display wayland-7 does not answer")


def test_one_of_several_platforms_is_enough(monkeypatch, tmp_path):
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "wayland-7"))
    monkeypatch.delenv("WAYLAND_SOCKET", raising=False)
    assert displays.lacks(["wayland"]) == [(f"Wayland display {tmp_path}/wayland-7 does not answer", True)]
    assert displays.lacks(["wayland", "offscreen"]) == []


def test_no_display_at_all_is_no_refusal(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    assert displays.lacks([]) == [("no display (DISPLAY and WAYLAND_DISPLAY are not set)", False)]


def test_a_server_that_never_answers_is_given_up(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        number = silent.getsockname()[1] - 6000
        assert displays._x_refusal(f"127.0.0.1:{number}", patience=0.2) == "does not answer within 0.2 s"


@pytest.fixture
def locked(tmp_path):
    """An X server that lets in who has its cookie: its display, and the file of the cookie."""
    assert shutil.which("Xvfb")
    keys = tmp_path / "cookies"
    parts = (b"", b"", b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16))
    keys.write_bytes(struct.pack(">H", 0xFFFF) + b"".join(struct.pack(">H", len(part)) + part for part in parts))
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-auth", str(keys), "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}", keys
    server.terminate()
    server.wait()


@pytest.mark.xcb
def test_a_server_that_refuses_says_why_in_the_one_line(tmp_path, locked, monkeypatch):
    display, keys = locked
    code, said = run(tmp_path, DISPLAY=display)
    assert code == 2
    assert said.startswith(f"display {display} refuses this program: Authorization required")
    monkeypatch.setenv("XAUTHORITY", str(keys))
    assert displays._x_refusal(display) is None
    assert displays._x_refusal(f"{display}.0") is None
    assert displays._x_refusal(f"{display}.5") == "has no such screen"
