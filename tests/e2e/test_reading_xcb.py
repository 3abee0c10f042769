"""Calling off the reading of a large dataset, on a real X server with a real mouse."""

import subprocess
import threading

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Cancelled
from rpn_inspector.gui.open import open_controller
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session.open_request import open_or_ask

pytestmark = pytest.mark.xcb


def large_coco(folder):
    picture = sorted(resource("demo", "images").glob("*.jpg"))[0]
    (folder / picture.name).write_bytes(picture.read_bytes())
    box = '{{"id": {}, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "iscrowd": 0}}'
    boxes = ", ".join(map(box.format, range(200_000)))
    image = f'{{"id": 1, "file_name": "{picture.name}", "width": 640, "height": 480}}'
    text = f'{{"images": [{image}], "annotations": [{boxes}], "categories": [{{"id": 1, "name": "a"}}]}}'
    (folder / "instances.json").write_text(text)
    return folder


class HeldUp:
    """The real opening, whose reading stands still a third of the way in until it is called off."""

    def __init__(self):
        self.called_off = threading.Event()

    def __call__(self, wanted, progress, early):
        def slow(done, total):
            stop = progress(done, total)
            while 3 * done > total and not stop:
                self.called_off.wait(0.005)
                stop = progress(done, total)
            return stop

        try:
            return open_or_ask(wanted, slow, early)
        except Cancelled:
            self.called_off.set()
            raise


@pytest.fixture
def window(qtbot):
    assert QGuiApplication.platformName() == "xcb"
    apply(QApplication.instance(), LIGHT)
    made = Wiring(LIGHT)
    made.main_window.setGeometry(0, 0, 1280, 800)
    made.main_window.show()
    qtbot.waitExposed(made.main_window)
    made.opening.open_path(resource("demo"))
    qtbot.waitUntil(lambda: made.workspace.state.shown is not None)
    yield made
    made.main_window.close()
    made.main_window.deleteLater()
    QApplication.processEvents()


def click(point: QPoint) -> None:
    subprocess.run(["xdotool", "mousemove", "--sync", str(point.x()), str(point.y()), "click", "1"], check=True)


def test_a_click_on_cancel_leaves_what_was_open(qtbot, window, monkeypatch, tmp_path):
    before, held = window.workspace.state.shown, HeldUp()
    monkeypatch.setattr(open_controller, "open_or_ask", held)
    window.opening.open_path(large_coco(tmp_path))
    page = window.opening.page
    qtbot.waitUntil(lambda: page.isVisible() and page.view.pixmap is not None)
    qtbot.waitUntil(lambda: page.bar.value() > 300)
    qtbot.waitUntil(lambda: "ground truths are still being read" in page.title.text())
    qtbot.waitUntil(lambda: page.width() == window.main_window.width())  # the docks have gone
    assert window.main_window.width() == 1280
    assert not held.called_off.is_set()
    click(page.cancel.mapToGlobal(page.cancel.rect().center()))
    qtbot.waitUntil(lambda: window.main_window.pages.currentWidget() is window.inspect)
    assert held.called_off.wait(10)
    assert window.workspace.state.shown is before
    assert window.workspace.state.problem is None
    said = f"Stopped opening {tmp_path.name}."
    qtbot.waitUntil(lambda: window.main_window.statusBar().currentMessage() == said)
    qtbot.waitUntil(lambda: not [one for one in threading.enumerate() if one.name == "coco"])
