"""Saving the view, without the window: its size and part, what stands on it, its name and its place."""

import os
import stat
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.commands.save_view import SaveViewDialog, image_of, proposed_name, write_view
from rpn_inspector.session.state import State


class Answer(SimpleNamespace):
    """As `Shown`, of the fields a canvas looks at: one is itself alone."""

    __hash__ = object.__hash__


SQUARES = np.kron(np.indices((150, 200)).sum(0) % 2, np.ones((2, 2)))[..., None] * np.full(3, 255)


@pytest.fixture(scope="module")
def shown():
    """A chessboard of 2 px squares, 400 x 300 px, with a box in the middle."""
    recipe = load_recipe("demo")
    sample = Sample("street/one picture.png", (300, 400), np.array([[150.0, 100.0, 210.0, 160.0]]))
    picture = SimpleNamespace(pixels=SQUARES.astype(np.uint8), size=(300, 400))
    values = {"dataset": "here", "index": 0, "inspection": inspect(sample, recipe), "picture": picture}
    return Answer(**values, recipe=recipe, what_if=None, data=None, predictions=None, without_picture="")


@pytest.fixture
def canvas(qtbot, shown):
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    look = {"selection": None, "gt": None, "layers": frozenset({"truth"}), "busy": False, "passing": None}
    made.render_state(None, State(shown.recipe, shown=shown, **look))
    return made


@pytest.fixture
def desk(left_over, shown):
    """Services with a bare widget for a window."""
    made = SimpleNamespace(parent_widget=QWidget(), memory={}, said=[], problems=[])
    made.remember = lambda **values: made.memory.update(values)
    made.say = lambda text, for_ms=0: made.said.append(text)
    made.fail = made.problems.append
    made.workspace = SimpleNamespace(state=State(shown.recipe, shown=shown))
    left_over.append(made.parent_widget)
    return made


def test_each_size_has_its_own_pixels_and_no_zoom(canvas, shown):
    once = image_of(canvas)
    assert (once.width(), once.height()) == (600, 300)
    corner = QRect(520, 250, 80, 50)  # where the window says the zoom
    assert canvas.grab().toImage().copy(corner) != once.copy(corner)
    ground = QColor(once.pixelColor(599, 299))
    assert {once.pixelColor(x, y).name() for x in range(520, 600) for y in range(250, 300)} == {ground.name()}
    for scale in (2, 4):
        image = image_of(canvas, scale)
        assert (image.width(), image.height()) == (600 * scale, 300 * scale)
        # squares of the picture are as sharp as the file, not those of the window made larger
        row = [image.pixelColor(x, 20 * scale).lightness() for x in range(120 * scale, 140 * scale)]
        assert min(row) < 60
        assert max(row) > 200
    assert image_of(canvas) == once


def test_only_the_picture_is_saved_on_request_and_what_if_stays_on_it(canvas, shown):
    height, width = shown.inspection.network_size
    zoom = canvas.view.scale
    image = image_of(canvas, 2, cropped=True)
    assert image.width() == pytest.approx(2 * width * zoom, abs=4)
    assert image.height() == pytest.approx(2 * height * zoom, abs=4)
    at = canvas.picture_area.toAlignedRect().topLeft() * 2
    part = QRect(40, 80, 200, 200)
    assert image.copy(part) == image_of(canvas, 2).copy(part.translated(at))
    tried = Answer(**{**vars(shown), "what_if": object(), "data": shown.inspection})
    look = {"selection": None, "gt": None, "layers": frozenset({"truth"}), "busy": False, "passing": None}
    canvas.render_state(None, State(shown.recipe, shown=tried, **look))
    assert image_of(canvas, 2, cropped=True).copy(20, 20, 200, 40) != image.copy(20, 20, 200, 40)
    canvas.zoom_by(50)
    assert image_of(canvas, 1, cropped=True).size() == canvas.size()


def test_the_dialog_proposes_a_name_and_remembers_folder_size_and_part(canvas, desk, tmp_path, monkeypatch):
    assert proposed_name(desk.workspace.state) == "one-picture-demo.png"
    asked = []

    def ask(_parent, _title, proposed, _filters):
        asked.append(proposed)
        return str(tmp_path / "view"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = SaveViewDialog(desk, canvas)
    assert dialog.size_words.text() == "600 × 300 px"
    dialog.scales.button(4).setChecked(True)
    assert dialog.size_words.text() == "2,400 × 1,200 px"
    dialog.cropped.setChecked(True)
    old = os.umask(0o022)
    try:
        dialog.save_button.click()
    finally:
        os.umask(old)
    file = tmp_path / "view.png"
    size = QImage(str(file)).size()
    assert dialog.size_words.text() == f"{size.width():,} × {size.height():,} px"
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert desk.said == [f"Saved {file}"]
    again = SaveViewDialog(desk, canvas)
    assert (again.scales.checkedId(), again.cropped.isChecked()) == (4, True)
    again.save_button.click()
    assert asked == ["one-picture-demo.png", str(tmp_path / "one-picture-demo.png")]


def test_a_vector_file_is_of_the_same_size_and_part(canvas, desk, tmp_path):
    assert write_view(desk, canvas, tmp_path / "a.svg", 2, cropped=True)
    area = canvas.picture_area.toAlignedRect()
    assert f'viewBox="0 0 {area.width()} {area.height()}"' in (tmp_path / "a.svg").read_text()
    assert not write_view(desk, canvas, tmp_path / "a.nothing")
    assert "is not known" in desk.problems[0].text
