"""While a large dataset is read: its first picture, how far it is, and a way out that leaves what was open."""

import shutil
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
from gui_steps import open_demo, settled
from leaving import leaving_nothing
from PySide6.QtCore import Qt

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Cancelled
from rpn_inspector.data.models.model_process import ModelProcess
from rpn_inspector.data.predictions import onnx
from rpn_inspector.gui.open import open_controller
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session.open_request import FirstPicture, OpenRequest, open_all, open_or_ask
from rpn_inspector.session.settings import last_opened

GREY = FirstPicture("first.jpg", 118_287, np.full((30, 40, 3), 128, np.uint8))


class Slow:
    """Opens like the real one, but goes on only where the test says so; `gone` is set where it was called off."""

    def __init__(self, error=None):
        self.error, self.go_on, self.gone = error, threading.Event(), threading.Event()

    def __call__(self, wanted, progress, early):
        if wanted.path.name == "demo":
            return open_or_ask(wanted, progress, early)
        early(GREY)
        progress(34, 100)
        while not self.go_on.wait(0.005):
            if progress(34, 100):
                self.gone.set()
                raise Cancelled("stopped")
        if self.error is not None:
            raise self.error
        return open_or_ask(OpenRequest(resource("demo")), progress, early)


@pytest.fixture
def slow(monkeypatch):
    made = Slow()
    monkeypatch.setattr(open_controller, "open_or_ask", made)
    yield made
    made.go_on.set()


def begin(qtbot, window):
    window.opening.open_path(Path("large"))
    page = window.opening.page
    qtbot.waitUntil(lambda: window.main_window.pages.currentWidget() is page)
    qtbot.waitUntil(lambda: page.view.pixmap is not None and page.bar.value() == 340)  # told by the thread that reads
    return page


def test_the_first_picture_and_the_progress_stand_there_before_all_is_read(qtbot, window, slow):
    page = begin(qtbot, window)
    assert page.view.pixmap is not None
    assert (page.view.pixmap.width(), page.view.pixmap.height()) == (40, 30)
    assert page.title.text() == "first.jpg, one of 118,287 pictures; its ground truths are still being read"
    assert page.note.text() == "Reading the annotations: 34 %"
    assert page.bar.value() == 340
    assert window.workspace.state.dataset is None
    slow.go_on.set()
    qtbot.waitUntil(lambda: settled(window))
    assert window.main_window.pages.currentWidget() is window.inspect
    assert window.status_line.labels["image"].text() == "image 1 of 40"


def test_a_long_name_does_not_widen_the_window(qtbot, window):
    before = window.main_window.minimumSizeHint().width()
    page = window.opening.page
    page.begin(300 * "long", Path(300 * "long"))
    page.show_first(FirstPicture(300 * "long" + ".jpg", 118_287, GREY.pixels))
    page.tell(1, 3)
    assert window.main_window.minimumSizeHint().width() == before


@pytest.mark.parametrize("by", ["button", "key"])
def test_calling_it_off_leaves_what_was_open(qtbot, window, slow, by):
    open_demo(qtbot, window)
    before = window.workspace.state.shown
    page = begin(qtbot, window)
    assert not any(dock.isVisible() for dock in window.docks.by_name.values())
    if by == "button":
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(window.main_window.focusWidget(), Qt.Key.Key_Escape)
    assert window.main_window.pages.currentWidget() is window.inspect
    assert window.workspace.state.shown is before
    assert window.main_window.statusBar().currentMessage() == "Stopped opening large."
    assert slow.gone.wait(60)
    assert window.main_window.problem.isHidden()


def test_another_dataset_calls_off_the_first(qtbot, window, slow):
    begin(qtbot, window)
    open_demo(qtbot, window)
    assert slow.gone.is_set()
    assert window.status_line.labels["image"].text() == "image 1 of 40"


def test_closing_the_window_ends_the_reading(qtbot, window, slow):
    begin(qtbot, window)
    window.main_window.close()
    assert slow.gone.is_set()


def test_what_fails_in_the_middle_leaves_what_was_open(qtbot, window, slow):
    open_demo(qtbot, window)
    before = window.workspace.state.shown
    slow.error = BadFile("large", "is torn in the middle")
    begin(qtbot, window)
    slow.go_on.set()
    qtbot.waitUntil(lambda: window.main_window.problem.isVisible())
    assert "is torn in the middle" in window.main_window.problem.text()
    assert window.workspace.state.shown is before
    assert window.main_window.pages.currentWidget() is window.inspect


@pytest.fixture
def unhurried(monkeypatch):
    """A window, made after this, whose page of progress is far off: no machine is too slow for a small dataset."""
    monkeypatch.setattr(open_controller, "SHOW_AFTER_MS", 3_600_000)


def test_a_small_dataset_needs_no_progress(qtbot, unhurried, window):
    shown = []
    window.main_window.pages.currentChanged.connect(lambda _: shown.append(window.main_window.pages.currentWidget()))
    open_demo(qtbot, window)
    assert window.opening.page not in shown


def test_what_is_asked_for_at_the_start_is_named_at_the_first_paint_and_until_it_is_open(qtbot, tmp_path):
    (tmp_path / "pictures").mkdir()
    shutil.copy(resource("demo", "images", "street_01_mixed.jpg"), tmp_path / "pictures")
    with leaving_nothing() as windows:
        main_window = MainWindow(LIGHT)
        main_window.announce(tmp_path / "pictures")
        main_window.show()
        assert main_window.progress_page.isVisible()
        assert main_window.progress_page.title.text() == "Opening pictures"
        made = Wiring(LIGHT, main_window, remembers=False)
        windows.append(made)
        assert made.pages.front == "opening"
        made.opening.open_path(tmp_path / "pictures")
        assert made.pages.front == "opening"
        qtbot.waitUntil(lambda: settled(made))
        assert made.pages.front == "inspect"
        made.pages.show_opening(True)
        made.opening.open_path(tmp_path / "gone")
        assert made.pages.front == "opening"
        qtbot.waitUntil(main_window.problem.isVisible)
        assert made.pages.front == "inspect"


def test_the_last_session_is_named_where_it_is_still_there(tmp_path):
    assert last_opened({"session": {"dataset": str(tmp_path)}}) == tmp_path
    for gone in ({}, {"session": None}, {"session": {"dataset": 3}}, {"session": {"dataset": str(tmp_path / "gone")}}):
        assert last_opened(gone) is None


def test_a_large_coco_file_tells_its_first_picture_early(tmp_path):
    picture = sorted(resource("demo", "images").glob("*.jpg"))[0]
    names = ", ".join(f'{{"id": {i}, "file_name": "{picture.name}", "width": 640, "height": 480}}' for i in range(3))
    box = '{{"id": {}, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "iscrowd": 0}}'
    boxes = ", ".join(box.format(i) for i in range(200_000))
    (tmp_path / picture.name).write_bytes(picture.read_bytes())
    (tmp_path / "instances.json").write_text(
        f'{{"images": [{names}], "annotations": [{boxes}], "categories": [{{"id": 1, "name": "a"}}]}}'
    )
    first, described, shown = [], [], threading.Event()

    def read_slowly(done, total):
        described.append((done, total))
        if threading.current_thread().name == "coco":  # what is read at once needs no early picture
            shown.wait(60)

    dataset, _, _ = open_all(OpenRequest(tmp_path), read_slowly, lambda one: (first.append(one), shown.set()))
    assert [(one.name, one.count, one.pixels.shape) for one in first] == [(picture.name, 3, (480, 640, 3))]
    assert described == sorted(described)
    assert described[-1][0] <= described[-1][1] == (tmp_path / "instances.json").stat().st_size
    assert dataset.complete
    assert dataset.count(1) == 200_000
    unread = shutil.copytree(tmp_path, tmp_path.with_name("unread"))  # a slow machine has put the other into the cache
    with pytest.raises(Cancelled):
        open_all(OpenRequest(unread), lambda done, _: done > 4 << 20, None)


def test_what_lies_beside_plain_pictures_is_told_at_the_bottom(qtbot, window, tmp_path):
    (tmp_path / "1.png").write_bytes(cv2.imencode(".png", np.full((48, 64, 3), 90, np.uint8))[1].tobytes())
    (tmp_path / "a.json").write_text('{"images": [{"id": 1}], "annotations": [{"image_id": 1, "caption": "a cat"}]}')
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: window.workspace.state.dataset is not None and settled(window))
    assert window.status_line.labels["note"].toolTip().startswith("no ground truth: a.json: holds captions, no boxes")
    assert window.workspace.state.problem is None


def test_the_demo_starts_its_model_once_a_picture_is_asked_of_it(monkeypatch):
    started = []
    monkeypatch.setattr(onnx, "ModelProcess", lambda *words: started.append(ModelProcess(*words)) or started[-1])
    dataset, loaded, _ = open_all(OpenRequest(resource("demo")))
    [model] = loaded.others
    assert (started, model.recipe, model.live) == ([], "demo", True)
    assert model.get(dataset.names[0]) is not None
    assert len(started) == 1
    started[0].close()
