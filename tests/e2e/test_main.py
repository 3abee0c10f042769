"""The program as it is started from a shell: what it prints, draws and returns."""

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


def test_outputs_found_beside_a_dataset_do_not_stand_in_the_way_of_another_recipe(tmp_path):
    words = ("open", resource("demo"), "--recipe", "torchvision-fpn", "--screenshot")
    ended = run(*words, tmp_path / "x.png", home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    asked = run(*words, tmp_path / "y.png", "--predictions", resource("demo") / "predictions", home=tmp_path)
    assert asked.returncode == 2
    assert "wanted 5 for this recipe" in asked.stderr


def test_open_draws_the_picture_and_anchor_that_were_asked_for(tmp_path):
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    for file, anchor in ((one, 2563), (other, 8626)):
        words = ("open", resource("demo"), "--image", "street_02_quiet.jpg", "--select", anchor, "--screenshot", file)
        ended = run(*words, home=tmp_path)
        assert (ended.returncode, ended.stderr) == (0, "")
    assert QImage(str(one)) != QImage(str(other))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("open", "two"), "can be opened in 2 ways, say which: CSV: --annotations a.csv; CSV: --annotations b.csv"),
        (("open", resource("demo"), "--image", "street_99.jpg"), "street_99.jpg"),
        (("open", resource("demo"), "--select", "999999999"), "999999999"),
        (("open", resource("demo"), "--recipe", "torchvision-fpm"), "torchvision-fpm"),
    ],
)
def test_what_cannot_be_drawn_is_one_line_and_two(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two").mkdir()
    for name in ("a", "b"):  # a question, and nobody to answer it
        (tmp_path / "two" / f"{name}.csv").write_text("path,xmin,ymin,xmax,ymax,label\n1.png,10,12,40,32,cell\n")
    ended = run(*words, "--screenshot", tmp_path / "x.png", home=tmp_path)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "x.png").exists()


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
