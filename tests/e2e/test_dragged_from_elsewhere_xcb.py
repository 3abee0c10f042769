"""Files dragged out of another program and dropped on the window."""

import itertools
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from desk import xdotool
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.resources import resource

pytestmark = pytest.mark.xcb
X, Y = 1100, 560


@pytest.fixture
def dragged(start):
    """Return a function that drags something out of another program; it returns what that was told of it."""
    running = []

    def drag(*urls, text=""):
        program = str(Path(__file__).with_name("dragger.py"))
        command = [sys.executable, program, str(X), str(Y), text, *urls]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout.readline() == "ready\n"
        xdotool("mousemove", X + 60, Y + 30, "mousedown", 1)
        asked, takes = [], start.window.main_window.takes
        start.window.main_window.takes = lambda data: asked.append(takes(data)) or asked[-1]
        for step in range(1, 12):
            xdotool("mousemove", X + 60 - 20 * step, Y + 30 - 10 * step)
            QApplication.processEvents()
        # The other program asks this one at each place the mouse comes to: to and fro until it has asked.
        sides = itertools.cycle((0, 20))
        start.until(lambda: asked or xdotool("mousemove", X - 180 - next(sides), Y - 90))
        xdotool("mouseup", 1)
        told = []
        thread = threading.Thread(target=lambda: told.append(process.stdout.readline().strip()))
        thread.start()
        start.until(lambda: told)
        thread.join()
        return told[0]

    yield drag
    for process in running:
        process.kill()
        process.communicate()


def test_files_of_another_program_are_copied_never_moved(start, dragged, tmp_path):
    picture = Path(shutil.copy(resource("demo", "images", "road_01_mixed.jpg"), tmp_path / "a b#.jpg"))
    assert dragged(picture.as_uri(), resource("demo", "model.onnx").as_uri()) == "CopyAction"
    start.until(lambda: start.window.workspace.state.shown is not None)
    assert start.window.workspace.state.shown.inspection.sample.name == "a b#.jpg"
    assert picture.is_file()


def test_a_path_as_text_is_opened(start, dragged):
    assert dragged(text=str(resource("demo"))) == "CopyAction"
    start.until(lambda: start.window.workspace.state.shown is not None)
    start.reads_image(1, of=40)


@pytest.mark.parametrize(
    ("urls", "text", "words"),
    [
        (["https://example.org/a.jpg"], "", "https://example.org/a.jpg: is not a file on this computer"),
        ([], "hello", "hello: is no path of a file or folder"),
    ],
)
def test_what_cannot_be_opened_is_not_accepted_and_the_reason_is_read(start, dragged, urls, text, words):
    assert dragged(*urls, text=text) == "IgnoreAction"
    start.until(lambda: start.window.main_window.statusBar().currentMessage().startswith(words))
    assert start.window.workspace.state.dataset is None
