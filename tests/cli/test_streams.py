"""Streams that are closed, full or read by nobody, and signals at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from forked import forked

from rpn_inspector.core.resources import resource

DEMO = str(resource("demo"))
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="redirects as a POSIX shell does")


def ended(words, redirected):
    """Run a shell line; the exit code of the program and what was said on streams still open."""
    line = f'exec "$0" -m rpn_inspector {words} {redirected}'
    environment = os.environ | {"RPN_INSPECTOR_TRACEBACK": "1"}
    done = subprocess.run(["sh", "-c", line, sys.executable], capture_output=True, env=environment, check=False)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("redirected", "code", "said"),
    [
        (">&-", 0, ""),
        ("2>&-", 0, ""),
        ("<&- >&- 2>&-", 0, ""),
        (">/dev/full", 2, "rpn-inspector: system: No space left on device\n"),
        ("2>/dev/full", 0, ""),
    ],
)
def test_a_closed_or_full_stream_is_no_traceback_and_no_failure_of_what_was_asked(redirected, code, said):
    assert ended(f"lint {DEMO} --no-pictures", redirected) == (code, said)


def test_what_is_written_does_not_land_in_a_stream_that_was_closed(tmp_path):
    file = tmp_path / "x.json"
    predictions = resource("demo", "predictions", "late.rpn")
    words = f"export {DEMO} -r demo -p {predictions} -f coco -o {file}"
    assert ended(words, ">&- 2>&-") == (0, "")
    assert file.read_text("utf-8").startswith("[")
    assert "pictures" not in file.read_text("utf-8")


def test_a_refusal_keeps_its_code_where_nobody_can_hear_it():
    for redirected in ("2>&-", "2>/dev/full"):
        assert ended("lint no/such/place", redirected) == (2, "")


BUSY = """
import os, signal, sys
from rpn_inspector import cli
from rpn_inspector.analysis import export_dataset as exporting
def deaf(*arguments):
    os.kill(os.getpid(), signal.SIGTERM)
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
exporting.inspect = deaf
sys.exit(cli.main(sys.argv[1:]))
"""
DRAWING = """
import signal
from rpn_inspector import cli
from rpn_inspector.cli import program
from rpn_inspector.gui import app
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.gui.images import ImagesPanel
from rpn_inspector.gui.canvas.canvas import Canvas
def run(owner, name, home, *line):
    def killed(*arguments, **named):
        os.kill(os.getpid(), signal.SIGTERM)
        return real(*arguments, **named)
    os.environ["RPN_INSPECTOR_HOME"] = home
    owner = globals()[owner]
    real = getattr(owner, name)
    setattr(owner, name, killed)
    return cli.main(line)
each(run)
"""
MOMENTS = {
    "making the window": ("Wiring", "_make_panels"),
    "in a slot": ("ImagesPanel", "render_state"),
    "while painting": ("Canvas", "paintEvent"),
}


def started(code, *arguments, home):
    environment = os.environ | {"RPN_INSPECTOR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, env=environment, timeout=120, check=False
    )


def test_a_signal_ends_what_hears_nothing(tmp_path):
    predictions = str(resource("demo", "predictions", "late.rpn"))
    arguments = ["export", DEMO, "-r", "demo", "-p", predictions, "-f", "csv", "-o", str(tmp_path / "x")]
    assert started(BUSY, *arguments, home=tmp_path / "home").returncode == 143


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """By moment the exit code, the words and what is left in the folder of a screenshot that a signal ends there."""
    folders = {moment: tmp_path_factory.mktemp("screenshot") for moment in MOMENTS}
    cases = [
        [*MOMENTS[moment], str(folder / "home"), "demo", "--screenshot", str(folder / "x.png")]
        for moment, folder in folders.items()
    ]
    found = dict(zip(folders, forked(DRAWING, cases, QT_QPA_PLATFORM="offscreen"), strict=True))
    return {moment: (*found[moment], folder) for moment, folder in folders.items()}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_signal_at_any_moment_of_a_screenshot_ends_it_without_a_word_or_a_file(moment, killed):
    code, said, folder = killed[moment]
    assert (code, said) == (128 + signal.SIGTERM, "")
    assert [path for path in folder.iterdir() if path.name != "home"] == []
    assert not (folder / "home" / "settings.json").exists()


def test_a_screenshot_leaves_the_users_settings_as_they_are(tmp_path):
    (tmp_path / "settings.json").write_text('{"recipe": "mmdet-fpn", "docks": 3}')
    code = "import sys; from rpn_inspector.cli import main; sys.exit(main(sys.argv[1:]))"
    assert started(code, "demo", "--screenshot", str(tmp_path / "x.png"), home=tmp_path).returncode == 0
    assert (tmp_path / "x.png").stat().st_size > 0
    assert (tmp_path / "settings.json").read_text() == '{"recipe": "mmdet-fpn", "docks": 3}'


IGNORING = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from rpn_inspector import cli
from rpn_inspector.cli import streams
def killed():
    os.kill(os.getpid(), signal.SIGHUP)
    return real()
real, streams.stand = streams.stand, killed
sys.exit(cli.main(sys.argv[1:]))
"""


def test_a_signal_that_is_ignored_stays_ignored(tmp_path):
    done = started(IGNORING, "recipes", "list", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
