"""The window over annotations whose pictures are not there: canvas, words, and the way to the pictures."""

import json

import cv2
import numpy as np
import pytest
from gui_steps import settled
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog

from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.canvas.picture import UNKNOWN
from rpn_inspector.gui.open.missing_line import missing_words


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def cats(tmp_path):
    """Two pictures' annotations, and the pictures in a folder elsewhere."""
    (tmp_path / "ann").mkdir()
    (tmp_path / "pictures").mkdir()
    images = [{"id": n, "file_name": f"{n}.png", "height": 96, "width": 160} for n in (1, 2)]
    boxes = [{"id": n, "image_id": n, "category_id": 1, "bbox": [8, 16, 64, 48]} for n in (1, 2)]
    text = json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "cat"}]})
    (tmp_path / "ann" / "instances.json").write_text(text)
    for n in (1, 2):
        cv2.imwrite(str(tmp_path / "pictures" / f"{n}.png"), np.full((96, 160, 3), 255, np.uint8))
    return tmp_path


def opened(qtbot, window, place):
    before = window.workspace.state.dataset
    window.opening.open_path(place)
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.dataset is not before)


def ground(window):
    """Return the colour of the canvas where no box is: the right lower corner of the picture."""
    height, width = window.workspace.state.shown.inspection.network_size
    corner = window.canvas.to_widget(width, height).toPoint() - QPoint(6, 60)
    return window.canvas.grab().toImage().pixelColor(corner)


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_boxes_and_anchors_stand_on_an_empty_canvas_until_the_pictures_are_located(qtbot, window, cats, monkeypatch):
    opened(qtbot, window, cats / "ann")
    line, state = window.missing_line, window.workspace.state
    qtbot.waitUntil(line.isVisible)
    assert line.words.text() == "No picture was found; where the size is known, an empty canvas stands in."
    assert state.problem is None
    assert state.shown.inspection.sample.size == (96, 160)
    assert state.shown.inspection.positive.size
    assert ground(window) == QColor(UNKNOWN)
    assert "Picture missing: its size is as annotated" in window.status_line.labels["note"].toolTip()
    window.status_line.point(window.workspace.state, 20.0, 20.0)
    assert "original px" in window.status_line.labels["cursor"].text()
    assert "RGB" not in window.status_line.labels["cursor"].text()

    choose(monkeypatch, cats / "ann")  # which holds none either
    line.locate.click()
    qtbot.waitUntil(lambda: window.workspace.state.problem is not None)
    assert "holds 0 of the dataset's 2 pictures, and 0 are found already" in window.main_window.problem.text()
    assert window.workspace.state.dataset is state.dataset
    assert window.main_window.locate.isVisible()
    assert line.isHidden(), "one button in sight"
    window.main_window.away.click()
    assert window.main_window.problem_line.isHidden()
    assert line.isVisible()
    line.locate.click()
    qtbot.waitUntil(window.main_window.locate.isVisible)

    choose(monkeypatch, cats / "pictures")
    window.main_window.locate.click()
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.picture is not None)
    qtbot.waitUntil(lambda: not line.isVisible())
    assert window.main_window.statusBar().currentMessage() == "ann: 2 of 2 pictures found."
    assert window.main_window.windowTitle() == "ann – rpn_inspector", "called by its annotations, as before"
    assert ground(window) == QColor("#ffffff")
    assert window.workspace.state.problem is None

    opened(qtbot, window, cats / "ann")  # where they are is remembered
    assert window.workspace.state.shown.picture is not None


def test_some_are_missing_and_the_line_can_be_closed(qtbot, window, cats):
    (cats / "ann" / "2.png").write_bytes((cats / "pictures" / "2.png").read_bytes())
    opened(qtbot, window, cats / "ann")
    assert window.workspace.state.index == 1
    qtbot.waitUntil(window.missing_line.isVisible)
    assert window.missing_line.words.text().startswith("1 of 2 pictures was not found; ")
    window.missing_line.away.click()
    window.navigate.next_image(-1)
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.index == 0)
    assert window.workspace.state.shown.picture is None
    assert window.missing_line.isHidden()
    window.workspace.filter_by("iou > 2")
    assert window.tables.anchors.empty_words == "Nothing passes the filter."
    window.workspace.filter_by("")
    assert window.tables.anchors.empty_words == "No anchor in this picture."


def test_what_is_refused_for_want_of_pictures_can_be_located_too(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "far" / "labels").mkdir(parents=True)
    (tmp_path / "far" / "labels" / "a.txt").write_text("0 0.5 0.5 0.25 0.25\n")
    (tmp_path / "pictures").mkdir()
    cv2.imwrite(str(tmp_path / "pictures" / "a.png"), np.full((96, 160, 3), 255, np.uint8))
    window.opening.open_path(tmp_path / "far")
    qtbot.waitUntil(window.main_window.locate.isVisible)
    assert "holds no image that can be used" in window.main_window.problem.text()
    assert window.status_line.labels["file"].text() == "No dataset"
    choose(monkeypatch, tmp_path / "pictures")
    window.main_window.locate.click()
    qtbot.waitUntil(lambda: window.workspace.state.shown is not None)
    qtbot.waitUntil(lambda: not window.main_window.locate.isVisible())
    assert window.workspace.state.shown.inspection.sample.size == (96, 160)


def test_a_picture_of_no_known_size_is_no_dataset_without_pictures(qtbot, window, tmp_path):
    (tmp_path / "o.csv").write_text("ImageID,LabelName,XMin,XMax,YMin,YMax\na,c,.1,.4,.2,.5\n")
    opened(qtbot, window, tmp_path)
    qtbot.waitUntil(window.main_window.locate.isVisible)
    assert "picture not found and no size written" in window.main_window.problem.text()
    assert window.status_line.labels["file"].text() == "No picture to show"
    assert window.main_window.away.isHidden(), "why there is nothing to show stays"
    assert window.tables.anchors.empty_words == ""


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a.png"], "1 of 1 pictures bears a name that several files have; none is taken."),
        (
            ["a.png", "b.png", "c.png"],
            "1 of 3 pictures was not found; where the size is known, an empty canvas stands in. "
            "1 of 3 pictures bears a name that several files have; none is taken.",
        ),
        (["b.png"], "No picture was found; where the size is known, an empty canvas stands in."),
        (["c.png"], ""),
    ],
)
def test_a_name_of_several_files_is_counted_apart_from_pictures_that_were_not_found(tmp_path, names, words):
    for place in ("x/a.png", "y/a.png", "x/c.png"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes())
    rows = "".join(f"{name},1,2,30,40,cat\n" for name in names)
    (tmp_path / "a.csv").write_text(f"path,xmin,ymin,xmax,ymax,label\n{rows}")
    dataset = open_dataset(tmp_path)
    assert (missing_words(dataset) if dataset.missing else "") == words
