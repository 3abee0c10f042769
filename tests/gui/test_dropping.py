"""What comes into the window by a drag, a menu or a list, in whatever order, and what it leaves behind."""

import shutil
import threading
import zipfile
from pathlib import Path

import PySide6
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.gui.open import open_controller
from rpn_inspector.gui.open.dragged_paths import paths_in
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session.dropped import is_dump
from rpn_inspector.session.open_request import open_or_ask

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction
MODEL = resource("demo", "model.onnx")
PLACE = QPointF(50, 50) if PySide6.__version_info__ >= (6, 12) else QPoint(50, 50)  # a drag enters at whole px before


def data_of(*urls, text=None):
    data = QMimeData()
    if urls:
        data.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(str(url)) for url in urls])
    if text is not None:
        data.setText(text)
    return data


def drag(window, data, actions=COPY | MOVE | LINK):
    """Drag over the window; the action the drag is accepted with, None where it is refused."""
    event = QDragEnterEvent(PLACE, actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(window.main_window, event)
    return event.dropAction() if event.isAccepted() else None


def drop(window, data, refused=False):
    """Drag over the window and let go; a careless program lets go of what was refused, too."""
    assert (drag(window, data) is None) is refused
    event = QDropEvent(QPointF(50, 50), COPY | MOVE, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.main_window.dropEvent(event) if refused else QApplication.sendEvent(window.main_window, event)


def opened(qtbot, window, *paths):
    """Drop files, and wait until what comes of them is shown."""
    before = window.workspace.state.shown
    drop(window, data_of(*paths))
    qtbot.waitUntil(lambda: window.workspace.state.shown is not before and settled(window))
    return window.workspace.state.shown


@pytest.fixture
def picture(tmp_path):
    return Path(shutil.copy(resource("demo", "images", "street_03_overlapping.jpg"), tmp_path / "mine.jpg"))


@pytest.fixture
def pictures(tmp_path):
    """A folder of two pictures without annotations."""
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("road_01_mixed.jpg", "road_02_crossing.jpg"):
        shutil.copy(resource("demo", "images", name), folder)
    return folder


def said(window):
    return window.main_window.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("/a/b c.jpg", ["/a/b c.jpg"]),
        ("file:///a/b%20c.jpg\nfile:///d.jpg\n", ["/a/b c.jpg", "/d.jpg"]),
        ("# a comment of uri-list\r\nfile://localhost/a%23b.jpg\r\n", ["/a#b.jpg"]),
        ('"/a/quoted.jpg"', ["/a/quoted.jpg"]),
        ("/a/100%.jpg", ["/a/100%.jpg"]),
    ],
)
def test_paths_are_read_from_text(text, paths):
    assert paths_in(data_of(text=text)) == [Path(path) for path in paths]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (data_of(), "names no file or folder"),
        (data_of(text=""), "names no file or folder"),
        (data_of(text="hello world"), "hello world: is no path"),
        (data_of(text="relative/a.jpg"), "relative/a.jpg: is no path"),
        (data_of(QUrl("https://example.org/a.jpg")), "https://example.org/a.jpg: is not a file on this computer"),
        (data_of(text="sftp://example.org/a.jpg"), "sftp://example.org/a.jpg: is not a file on this computer"),
        (data_of(QUrl("file://elsewhere.example/a.jpg")), "is not a file on this computer; download it first"),
        (data_of(QUrl()), "is no path"),
        (data_of(text="~nobody-of-this-name/a.jpg"), "is no path"),
        (data_of(text="https://example.org/" + 500 * "a"), "…"),
    ],
)
def test_what_names_no_file_here_is_refused_in_words(data, words):
    with pytest.raises(InspectorError, match=words):
        paths_in(data)


def test_a_drag_is_accepted_as_a_copy_or_refused_with_the_reason_in_the_status_line(window, picture, tmp_path):
    assert drag(window, data_of(picture)) == COPY
    assert drag(window, data_of(picture), MOVE | COPY) == COPY  # the file stays where it is
    assert drag(window, data_of(text=str(picture))) == COPY
    assert said(window) == ""
    assert drag(window, data_of(QUrl("https://example.org/a.jpg"))) is None
    assert said(window).startswith("https://example.org/a.jpg: is not a file on this computer")
    assert drag(window, data_of(tmp_path / "gone.json")) is None
    assert said(window).endswith("gone.json: no such file or folder")
    assert drag(window, QMimeData()) is None
    assert said(window) == "what was dropped names no file or folder"


@pytest.mark.parametrize("data", [data_of(), data_of(text="hello"), data_of(QUrl("https://example.org/a.jpg"))])
def test_a_drop_that_names_nothing_to_open_is_told(window, data):
    drop(window, data, refused=True)
    assert window.main_window.problem.isVisible()
    assert window.workspace.state.dataset is None


def test_a_picture_is_lent_the_demos_model_and_that_is_said(qtbot, window, picture):
    shown = opened(qtbot, window, picture)
    assert shown.recipe.name == "demo"
    assert said(window) == ("No outputs came with mine.jpg: the demo's model runs on it under its own recipe demo.")
    assert "proposals" in window.workspace.state.layers
    assert window.strip.entries["proposals"].isChecked()
    assert window.top_bar.outputs.currentText() == "demo's model"
    words = "the predictions are those of the demo's model, which never saw such pictures; none came with these"
    assert words in window.status_line.labels["note"].toolTip()
    assert words in window.top_bar.outputs.toolTip()


@pytest.mark.usefixtures("beside")
def test_nothing_is_lent_to_a_picture_that_cannot_be_read_and_annotations_beside_it_are_named(qtbot, window, tmp_path):
    (tmp_path / "zero_byte.jpg").touch()
    (tmp_path / "zero_byte.xml").write_text(
        "<annotation><size><width>8</width><height>8</height></size><object><name>a</name><bndbox><xmin>1</xmin>"
        "<ymin>1</ymin><xmax>5</xmax><ymax>5</ymax></bndbox></object></annotation>"
    )
    window.opening.open_path(tmp_path / "zero_byte.jpg")
    qtbot.waitUntil(lambda: settled(window) and not window.images.scanner.running)
    state = window.workspace.state
    assert "is empty (0 bytes), wanted a picture" in window.main_window.problem.text()
    assert (state.predictions, state.recipe.name) == (None, "torchvision-fpn")
    assert window.top_bar.outputs.currentText() == "none"
    assert state.dataset.remark == "not read: zero_byte.xml: seems to be Pascal VOC; open the folder for its boxes"
    assert window.images.model.caption(0) == ([], "no picture")
    assert [line.split(": ")[-1] for line in window.images.model.described(0).splitlines()] == [
        "zero_byte.jpg",
        "Picture missing or unreadable",
        "is empty (0 bytes), wanted a picture",
    ]
    offered = {layer for layer, entry in window.strip.entries.items() if entry.isEnabled()}
    assert not offered & {"prediction", "proposals"}


def test_the_recipe_is_the_users_again_with_the_next_dataset(qtbot, window, picture, pictures):
    opened(qtbot, window, picture)
    shown = opened(qtbot, window, pictures)
    assert shown.recipe.name == "torchvision-fpn"
    assert shown.predictions is None
    assert said(window) == "The recipe is torchvision-fpn again."
    window.main_window.close()
    again = Wiring(LIGHT)
    assert again.workspace.state.recipe.name == "torchvision-fpn"
    again.main_window.close()
    again.main_window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_recipe_the_user_chose_is_not_taken_away(qtbot, window, picture, pictures):
    window.navigate.choose_recipe("paper-vgg16")
    shown = opened(qtbot, window, picture)
    assert shown.recipe.name == "paper-vgg16"
    assert shown.predictions is None
    assert said(window) == (
        "mine.jpg is shown under your recipe paper-vgg16; the demo's model is listed under Predictions."
    )
    box = window.top_bar.outputs
    box.setCurrentText("demo's model")
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.recipe.name == "demo")
    assert "yours, paper-vgg16, returns with the next dataset" in window.top_bar.recipe.toolTip()
    assert opened(qtbot, window, pictures).recipe.name == "paper-vgg16"
    assert "returns" not in window.top_bar.recipe.toolTip()


def test_a_recipe_kept_from_the_start_against_that_of_the_outputs_is_said(qtbot, window):
    window.navigate.choose_recipe("paper-vgg16")
    window.opening.keep_recipe = True
    open_demo(qtbot, window)
    assert window.workspace.state.recipe.name == "paper-vgg16"
    assert said(window) == "The outputs were made under the recipe demo; they are shown under paper-vgg16."


def test_outputs_that_name_another_recipe_than_the_users_say_so(qtbot, window):
    window.navigate.choose_recipe("paper-vgg16")
    open_demo(qtbot, window)
    assert window.workspace.state.recipe.name == "demo"
    assert said(window) == (
        "The recipe is demo, which the outputs name; yours, paper-vgg16, returns with the next dataset."
    )


def test_several_pictures_are_one_dataset_and_come_back_with_the_next_window(qtbot, window, pictures):
    picked = sorted(pictures.iterdir())
    shown = opened(qtbot, window, *picked)
    assert shown.dataset.names == ("road_01_mixed.jpg", "road_02_crossing.jpg")
    assert shown.recipe.name == "demo"
    assert "recent" not in window.memory
    window.main_window.close()
    again = Wiring(LIGHT)
    try:
        again.opening.reopen()
        qtbot.waitUntil(lambda: settled(again))
        assert again.workspace.state.shown.dataset.names == shown.dataset.names
    finally:
        again.main_window.close()
        again.main_window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_model_dropped_first_waits_for_its_pictures(qtbot, window, pictures):
    drop(window, data_of(MODEL))
    qtbot.waitUntil(lambda: "waits for a dataset" in said(window))
    assert said(window) == f"{MODEL} waits for a dataset or pictures: open or drop them."
    drop(window, data_of(pictures))
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.predictions is not None)
    state = window.workspace.state
    assert (state.shown.recipe.name, state.predictions.path.name) == ("demo", "model.onnx")
    assert len(state.shown.inspection.proposals.boxes) > 0


def test_a_dump_the_desktop_hands_over_waits_and_the_announced_page_goes(qtbot, window, pictures, tmp_path):
    file = tmp_path / "late.rpn"
    with zipfile.ZipFile(file, "w") as whole:
        for part in resource("demo", "predictions", "late.rpn").iterdir():
            whole.write(part, part.name)
    told = []
    window.opening.reading_changed.connect(told.append)
    window.opening.wait_with(file)
    assert told == [False]
    qtbot.waitUntil(lambda: said(window).endswith("late.rpn waits for a dataset or pictures: open or drop them."))
    drop(window, data_of(pictures))
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.predictions is not None)
    assert window.workspace.state.predictions.path == file


def test_only_a_dump_is_handed_over_as_outputs(tmp_path):
    with zipfile.ZipFile(tmp_path / "late.rpn", "w") as whole:
        whole.writestr("meta.json", "{}")
    with zipfile.ZipFile(tmp_path / "pictures.zip", "w") as whole:
        whole.writestr("a.jpg", "")
    (tmp_path / "broken.rpn").write_text("nonsense")
    (tmp_path / "new.rpn").mkdir()
    (tmp_path / "new.rpn" / "meta.json").write_text("{}")
    names = ("late.rpn", "pictures.zip", "broken.rpn", "new.rpn", "gone.rpn", ".", "x" * 300, "late.rpn/in")
    assert [name for name in names if is_dump(tmp_path / name)] == ["late.rpn", "new.rpn"]


def test_a_broken_model_does_not_wait(qtbot, window, tmp_path):
    (tmp_path / "torn.onnx").write_bytes(b"no model")
    drop(window, data_of(tmp_path / "torn.onnx"))
    qtbot.waitUntil(window.main_window.problem.isVisible)
    assert "torn.onnx" in window.main_window.problem.text()
    assert "waits" not in said(window)


def test_a_dataset_its_checkpoints_and_a_recipe_are_dropped_together(qtbot, window, tmp_path):
    recipe = tmp_path / "ours.toml"
    recipe.write_text(resource("recipes", "demo.toml").read_text().replace('name = "demo"', 'name = "ours"'))
    data = tmp_path / "data"
    shutil.copytree(resource("demo"), data)
    shown = opened(qtbot, window, data, resource("demo", "predictions"), recipe)
    assert shown.recipe.name == "ours"
    assert len(window.workspace.state.timeline) == 3
    assert shown.inspection.proposals is not None


def test_one_dump_of_the_demo_is_laid_over_what_is_open(qtbot, window):
    open_demo(qtbot, window)
    one = sorted(resource("demo", "predictions").glob("*"))[0]
    shown = opened(qtbot, window, one)
    assert window.workspace.state.timeline is None
    assert shown.predictions.path == one


class Gate:
    """Opens what is called slow only when the test says so."""

    def __init__(self):
        self.go_on, self.gone = threading.Event(), threading.Event()

    def __call__(self, wanted, progress, early):
        if wanted.path.name == "slow":
            while not self.go_on.wait(0.005):
                if progress(1, 100):
                    self.gone.set()
                    raise InspectorError("stopped")
        return open_or_ask(wanted, progress, early)


@pytest.fixture
def gate(monkeypatch):
    made = Gate()
    monkeypatch.setattr(open_controller, "open_or_ask", made)
    yield made
    made.go_on.set()


def test_outputs_dropped_while_a_dataset_is_read_are_laid_over_it(qtbot, window, pictures, gate):
    open_demo(qtbot, window)
    drop(window, data_of(pictures.rename(pictures.with_name("slow"))))
    drop(window, data_of(MODEL))
    gate.go_on.set()
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.dataset.root.name == "slow")
    qtbot.waitUntil(lambda: window.workspace.state.shown.predictions is not None)
    assert window.workspace.state.shown.predictions.path == MODEL


def test_the_last_of_two_drops_wins_and_the_wait_is_seen(qtbot, window, pictures, picture, gate):
    drop(window, data_of(pictures.rename(pictures.with_name("slow"))))
    qtbot.waitUntil(lambda: window.main_window.pages.currentWidget() is window.opening.page)
    assert window.opening.page.title.text() == "Opening slow"
    shown = opened(qtbot, window, picture)
    assert gate.gone.wait(60)
    assert shown.inspection.sample.name == "mine.jpg"


def test_outputs_for_a_dataset_that_was_called_off_are_forgotten(qtbot, window, pictures, gate):
    open_demo(qtbot, window)
    drop(window, data_of(pictures.rename(pictures.with_name("slow"))))
    drop(window, data_of(MODEL))
    window.opening.cancel()
    assert said(window) == "Stopped opening slow."
    other = pictures.with_name("other")
    shutil.copytree(pictures.with_name("slow"), other)
    assert opened(qtbot, window, other).predictions is None


def test_the_menu_and_the_palette_open_whatever_is_dropped(qtbot, window, pictures, monkeypatch):
    chosen = [str(path) for path in sorted(pictures.iterdir())]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([*chosen, str(MODEL)], ""))
    command = next(one for one in window.menus.commands() if one.text == "Open files…")
    assert "ONNX models" in command.note
    command.action.trigger()
    qtbot.waitUntil(lambda: settled(window))
    assert len(window.workspace.state.dataset) == 2
    assert window.workspace.state.predictions.path == MODEL
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(resource("demo", "predictions")))
    window.menus.by_name["Open a dataset folder…"].trigger()
    qtbot.waitUntil(lambda: window.workspace.state.timeline is not None)
    qtbot.waitUntil(lambda: settled(window))


def test_a_recipe_is_dropped(window, tmp_path):
    recipe = tmp_path / "ours.toml"
    recipe.write_text(resource("recipes", "demo.toml").read_text().replace('name = "demo"', 'name = "ours"'))
    drop(window, data_of(recipe))
    assert window.workspace.state.recipe.name == "ours"
    assert window.workspace.own_recipe == load_recipe(recipe)


def test_recent_places_that_are_gone_are_grey_and_long_ones_are_cut_in_the_middle(window, tmp_path):
    long = tmp_path / ("a & b" + 60 * "c") / ("d" * 60)
    long.mkdir(parents=True)
    window.memory["recent"] = [str(long), str(tmp_path / "gone")]
    window.file_menu.recent.aboutToShow.emit()
    here, gone = (place for place in window.file_menu.recent.actions() if place.isVisible())
    assert here.isEnabled()
    assert here.toolTip() == str(long)
    assert "…" in here.text()
    assert len(here.text()) < len(str(long))
    assert here.text().endswith("dddd")
    assert not gone.isEnabled()
    assert gone.toolTip() == f"{tmp_path / 'gone'}: no longer there"
    assert window.file_menu.recent.toolTipsVisible()
