"""The program as it is started from a shell: what it prints, draws and returns."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from rpn_inspector.core.resources import resource


def run(*words, home, platform="offscreen"):
    environment = os.environ | {"RPN_INSPECTOR_HOME": str(home), "QT_QPA_PLATFORM": platform}
    command = [sys.executable, "-m", "rpn_inspector", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


def colours(image):
    """Return how many colours there are at 20 x 20 places of a picture."""
    step_x, step_y = image.width() // 20, image.height() // 20
    return len({image.pixel(x * step_x, y * step_y) for x in range(20) for y in range(20)})


def test_the_demo_draws_itself_and_says_nothing(tmp_path):
    file = tmp_path / "demo.png"
    ended = run("demo", "--screenshot", file, home=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    image = QImage(str(file))
    assert (image.width(), image.height()) == (1440, 900)
    assert colours(image) > 50


DEMO = str(resource("demo"))
DRAWN = {
    "another recipe": ("open", DEMO, "--recipe", "torchvision-fpn"),
    "outputs asked for": ("open", DEMO, "--recipe", "torchvision-fpn", "--predictions", f"{DEMO}/predictions"),
    "anchor 2563": ("open", DEMO, "--image", "street_02_quiet.jpg", "--select", "2563"),
    "anchor 8626": ("open", DEMO, "--image", "street_02_quiet.jpg", "--select", "8626"),
}
NOT_DRAWN = {
    ("open", "two"): "can be opened in 2 ways, say which: CSV: --annotations a.csv; CSV: --annotations b.csv",
    ("open", DEMO, "--image", "street_99.jpg"): "street_99.jpg",
    ("open", DEMO, "--select", "999999999"): "999999999",
    ("open", DEMO, "--recipe", "torchvision-fpm"): "torchvision-fpm",
}
ONE_START = """
import json, os, sys
from pathlib import Path
from rpn_inspector.cli import main
codes = []
for number, words in enumerate(json.loads(sys.argv[1])):
    for stream in (1, 2):
        os.dup2(os.open(f"{number}.{stream}", os.O_WRONLY | os.O_CREAT), stream)
    codes.append(main([*words, "--screenshot", f"{number}.png"]))
    sys.stdout.flush()
Path("codes.json").write_text(json.dumps(codes))
"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Code, stderr and picture (None for none) of every command of `DRAWN` and `NOT_DRAWN`, drawn by one process."""
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "two").mkdir()
    for name in ("a", "b"):  # a question, and nobody to answer it
        (folder / "two" / f"{name}.csv").write_text("path,xmin,ymin,xmax,ymax,label\n1.png,10,12,40,32,cell\n")
    lines = [*DRAWN.values(), *NOT_DRAWN]
    home = {"RPN_INSPECTOR_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", ONE_START, json.dumps(lines)]
    subprocess.run(command, cwd=folder, env=os.environ | home, timeout=480, check=True)
    found = {}
    for number, (words, code) in enumerate(zip(lines, json.loads((folder / "codes.json").read_text()), strict=True)):
        picture = folder / f"{number}.png"
        found[words] = code, (folder / f"{number}.2").read_text(), QImage(str(picture)) if picture.exists() else None
    return found


def test_outputs_found_beside_a_dataset_do_not_stand_in_the_way_of_another_recipe(drawn):
    assert drawn[DRAWN["another recipe"]][:2] == (0, "")
    code, said, _ = drawn[DRAWN["outputs asked for"]]
    assert code == 2
    assert "wanted 5 for this recipe" in said


def test_open_draws_the_picture_and_anchor_that_were_asked_for(drawn):
    one, other = (drawn[DRAWN[name]] for name in ("anchor 2563", "anchor 8626"))
    assert one[:2] == other[:2] == (0, "")
    assert one[2] != other[2]


@pytest.mark.parametrize("words", NOT_DRAWN)
def test_what_cannot_be_drawn_is_one_line_and_two(drawn, words):
    code, said, picture = drawn[words]
    assert code == 2
    assert NOT_DRAWN[words] in said
    assert said.count("\n") == 1
    assert picture is None


def test_what_is_raised_where_qt_calls_python_ends_the_drawing(tmp_path):
    text = (
        "from rpn_inspector.cli import main\n"
        "from rpn_inspector.gui.images.scan_thread import Scanner\n"
        'def begin(self, job): raise RuntimeError("can\'t start new thread")\n'
        "Scanner._begin = begin\n"
        f"raise SystemExit(main(['demo', '--screenshot', {str(tmp_path / 'x.png')!r}]))"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "RPN_INSPECTOR_HOME": str(tmp_path)}
    command = [sys.executable, "-c", text]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (2, "rpn-inspector: not enough memory for this\n")
    assert not (tmp_path / "x.png").exists()


def test_a_platform_qt_does_not_have_is_one_line_and_two(tmp_path):
    ended = run("demo", home=tmp_path, platform="nonsense")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
    assert "'nonsense' is no platform of Qt's here, wanted one of" in ended.stderr
    assert "offscreen" in ended.stderr


def test_a_display_that_does_not_answer_is_said_whichever_way_it_was_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":9999")
    monkeypatch.chdir(tmp_path)
    ended = run("demo", home=tmp_path, platform="xcb")
    assert ended.returncode == 0
    assert "display :9999 does not answer" in ended.stderr
    assert (tmp_path / "rpn-inspector.png").is_file()
