"""Every way out of the program, from every state it can be in: under a window manager, as a process of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from leaver import STATES

pytestmark = pytest.mark.xcb
PATIENCE = 90.0
MODAL = ("exporting", "dialog")  # the window behind takes no keys, and the dialog is left first


class Screen:
    """An X server of its own, with a window manager."""

    def __init__(self):
        assert shutil.which("Xvfb")
        assert shutil.which("openbox"), "a window manager is needed: apt-get install openbox"
        reading, writing = os.pipe()
        self.server = self._start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-noreset", fd=writing
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self.manager = self._start("openbox")

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
        return kept | {"DISPLAY": getattr(self, "display", "")}

    def _start(self, *words, fd=None):
        passed = [] if fd is None else [fd]
        return subprocess.Popen(words, pass_fds=passed, stderr=subprocess.DEVNULL, env=self.environment())

    def xdotool(self, *words):
        subprocess.run(["xdotool", *words], env=self.environment(), check=True, stdout=subprocess.DEVNULL)

    def close(self):
        for process in (self.manager, self.server):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def screen():
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def own_screen():
    made = Screen()
    yield made
    made.close()


WAYS = {
    "Ctrl+Q": (0, lambda screen, process: screen.xdotool("key", "ctrl+q")),
    "Alt+F4": (0, lambda screen, process: screen.xdotool("key", "alt+F4")),
    "File, Quit": (0, lambda screen, process: screen.xdotool("key", "--delay", "150", "alt+f", "Up", "Return")),
    "SIGINT": (130, lambda screen, process: process.send_signal(signal.SIGINT)),
    "SIGTERM": (143, lambda screen, process: process.send_signal(signal.SIGTERM)),
    "SIGHUP": (129, lambda screen, process: process.send_signal(signal.SIGHUP)),
}
BEFORE = {"recent": ["/a/place"], "tour_seen": True}


def begin(screen, state, home):
    """Start the program and bring it into a state."""
    home.mkdir()
    (home / "settings.json").write_text(json.dumps(BEFORE))
    command = [sys.executable, str(Path(__file__).with_name("leaver.py")), state]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=screen.environment() | {"RPN_INSPECTOR_HOME": str(home)},
    )  # fmt: skip
    assert process.stdout.readline() == "ready\n", process.stderr.read()
    return process


def ended(process):
    """Wait for the end; the exit code and what was said on the way."""
    try:
        _, said = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        process.communicate()
    return process.returncode, said


def leave(screen, state, way, home):
    code, do = WAYS[way]
    process = begin(screen, state, home)
    do(screen, process)
    assert ended(process) == (code, "")
    return json.loads((home / "settings.json").read_text())


OWN_CROSS = (*MODAL, "keys")  # where Alt+F4 closes another window first
EVERY = [("shown", way) for way in WAYS] + [
    (state, way) for state in STATES for way in ("SIGTERM", "Alt+F4")
    if state != "shown" and (state not in OWN_CROSS or way == "SIGTERM")
]  # fmt: skip
if os.environ.get("RPN_INSPECTOR_EVERY_WAY") == "1":
    EVERY = [(state, way) for state in STATES for way, (code, _) in WAYS.items() if code or state not in OWN_CROSS]


@pytest.mark.parametrize(("state", "way"), EVERY)
def test_it_ends_with_its_code_without_a_word_and_remembers(screen, tmp_path, state, way):
    memory = leave(screen, state, way, tmp_path / "home")
    assert memory["recipe"] == "torchvision-fpn"
    if state not in ("empty", "loading"):
        assert memory["session"]["dataset"].endswith("demo")
        assert memory["closed"] == []
    else:
        assert memory["recent"] == BEFORE["recent"]


def test_a_screen_that_goes_away_ends_it_and_it_is_remembered_where_one_was(own_screen, tmp_path):
    home = tmp_path / "home"
    process = begin(own_screen, "shown", home)
    end = time.monotonic() + PATIENCE
    while "session" not in json.loads((home / "settings.json").read_text()):
        assert time.monotonic() < end
    own_screen.server.kill()
    code, said = ended(process)
    assert code == 1
    assert "Traceback" not in said
    assert "X11 connection broke" in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_the_program_is_still_loading_ends_it_with_its_code(screen, tmp_path, number):
    code = (
        "import os, sys; from rpn_inspector.gui.shell import main_window as frame\n"
        "show = frame.MainWindow.show\n"
        f"frame.MainWindow.show = lambda self: (show(self), os.kill(os.getpid(), {int(number)}))\n"
        "from rpn_inspector.cli import main; sys.exit(main(['open']))"
    )
    environment = screen.environment() | {"RPN_INSPECTOR_HOME": str(tmp_path)}
    (tmp_path / "settings.json").write_text(json.dumps(BEFORE))
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, env=environment)
    assert ended(process) == (128 + number, "")
    assert json.loads((tmp_path / "settings.json").read_text())["recent"] == BEFORE["recent"]
