"""Files that change or go away while open: it is said, nothing of another picture stays, and F5 reads again."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import Qt

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.shell.top_bar import SIMULATED
from rpn_inspector.session.request import Request, compute

NAMES = tuple(path.name for path in sorted(resource("demo", "images").glob("road_0[1-6]*.jpg")))
LAST = len(NAMES) - 1  # too far from the first for the window to have worked ahead on it


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def data(tmp_path):
    """Six pictures with two ground truths each, as COCO."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(resource("demo", "images", name), folder)
    write(folder)
    return folder


def write(folder, names=NAMES, boxes=((20, 30, 60, 80), (200, 100, 90, 50))):
    images = [{"id": n, "file_name": name, "width": 640, "height": 480} for n, name in enumerate(names)]
    truths = [
        {"id": 10 * n + k, "image_id": n, "category_id": 1, "bbox": list(box), "iscrowd": 0}
        for n in range(len(names))
        for k, box in enumerate(boxes)
    ]
    document = {"images": images, "annotations": truths, "categories": [{"id": 1, "name": "car"}]}
    (folder / "instances.json").write_text(json.dumps(document))


def look(qtbot, window, path, index=0):
    window.opening.open_path(path)
    qtbot.waitUntil(lambda: window.workspace.state.dataset is not None and settled(window))
    window.workspace.go_to(index)
    qtbot.waitUntil(lambda: settled(window))
    return window.workspace.state.shown


def reload(qtbot, window):
    before = window.workspace.state.shown
    qtbot.keyClick(window.main_window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: window.workspace.state.shown is not before and settled(window))
    return window.workspace.state


def offered(qtbot, window, *words):
    """Wait for an offer of one of ``words``: a file that is written in pieces is told of more than once."""
    offer = window.file_watcher.offer
    qtbot.waitUntil(lambda: offer.isVisible() and any(text in offer.text() for text in words))


def test_a_picture_that_is_gone_is_told_and_no_other_stands_in_its_place(qtbot, window, data):
    look(qtbot, window, data)
    (data / NAMES[LAST]).unlink()
    window.workspace.go_to(LAST)
    qtbot.waitUntil(lambda: settled(window))
    shown = window.workspace.state.shown
    assert (shown.picture, shown.index) == (None, LAST)
    assert shown.without_picture.startswith(f"Picture unreadable: {NAMES[LAST]} cannot be read: No such file")
    assert "Picture unreadable" in window.status_line.labels["file"].toolTip()
    window.workspace.go_to(1)
    qtbot.waitUntil(lambda: settled(window))
    assert window.workspace.state.shown.index == 1
    assert window.workspace.state.shown.without_picture == ""


def test_a_picture_of_another_size_is_inspected_as_it_is_and_that_is_said(qtbot, window, data):
    (data / "instances.json").unlink()
    for name in NAMES:  # YOLO: half the picture, whatever its size
        (data / name).with_suffix(".txt").write_text("0 0.5 0.5 0.5 0.5\n")
    shown = look(qtbot, window, data)
    assert shown.inspection.sample.size == (480, 640)
    window.workspace.go_to(LAST)
    qtbot.waitUntil(lambda: settled(window))
    cv2.imwrite(str(data / NAMES[0]), np.zeros((200, 300, 3), np.uint8))
    shown = reload_by_going(qtbot, window, 0)
    assert shown.inspection.sample.size == (200, 300)
    np.testing.assert_allclose(shown.inspection.sample.gt, [[75, 50, 225, 150]])
    words = "the picture changed: it is 300 x 200 px now and was 640 x 480 when it was opened"
    assert words in window.status_line.labels["file"].toolTip()


def test_another_size_is_said_each_time_the_picture_is_computed_until_it_is_opened_anew(data):
    dataset, recipe = open_dataset(data), load_recipe("demo")
    computed = lambda: compute(Request(dataset, 0, recipe, None))  # noqa: E731
    assert computed().notes == ()
    first = (data / NAMES[0]).read_bytes()
    cv2.imwrite(str(data / NAMES[0]), np.zeros((200, 300, 3), np.uint8))
    words = "the picture changed: it is 300 x 200 px now and was 640 x 480 when it was opened"
    for _ in range(2):
        assert computed().notes == (words,)
    (data / NAMES[0]).write_bytes(first)
    assert computed().notes == ()
    cv2.imwrite(str(data / NAMES[0]), np.zeros((200, 300, 3), np.uint8))
    assert words in computed().notes
    dataset = open_dataset(data)
    assert computed().notes == ()


@pytest.mark.parametrize("content", [b"", None], ids=["emptied", "another"])
def test_a_picture_that_changed_since_it_was_made_ahead_is_read_again(qtbot, window, data, content):
    look(qtbot, window, data)
    wanted = compute(replace(window.workspace.wanted, index=LAST))
    window.worker.keep(replace(window.workspace.wanted, index=LAST), wanted)
    other = content if content is not None else cv2.imencode(".png", np.full((480, 640, 3), 7, np.uint8))[1].tobytes()
    (data / NAMES[LAST]).write_bytes(other)
    window.workspace.go_to(LAST)
    qtbot.waitUntil(lambda: settled(window))
    shown = window.workspace.state.shown
    assert shown.index == LAST
    if content is not None:
        assert (shown.picture, shown.without_picture != "") == (None, True)
    else:
        assert (shown.picture.pixels == 7).all()


def reload_by_going(qtbot, window, index):
    """Go to a picture whose finished answer is no longer kept."""
    window.worker._kept.clear()
    window.workspace.go_to(index)
    qtbot.waitUntil(lambda: settled(window))
    return window.workspace.state.shown


def test_a_rewritten_annotation_is_offered_and_read_with_f5_picture_and_selection_kept(qtbot, window, data):
    look(qtbot, window, data, 1)
    window.images.filter.setText("road")
    window.navigate.choose_recipe("paper-vgg16")
    qtbot.waitUntil(lambda: settled(window))
    window.workspace.focus_gt(0)
    anchor = window.workspace.state.selection
    write(data, boxes=((20, 30, 60, 80), (300, 200, 40, 40), (10, 10, 30, 30)))
    offered(qtbot, window, "instances.json changed: reload (F5)")
    state = reload(qtbot, window)
    assert len(state.shown.inspection.gt) == 3
    assert (state.index, state.selection, state.gt, state.recipe.name) == (1, anchor, 0, "paper-vgg16")
    assert window.images.filter.text() == "road"
    assert window.main_window.statusBar().currentMessage() == "Read data again."
    assert window.file_watcher.offer.isHidden()


def test_a_ground_truth_that_moved_is_let_go(qtbot, window, data):
    look(qtbot, window, data)
    window.workspace.focus_gt(1)
    write(data, boxes=((20, 30, 60, 80), (300, 200, 40, 40)))
    assert reload(qtbot, window).gt is None
    window.workspace.focus_gt(1)
    write(data, boxes=((20, 30, 60, 80),))
    assert reload(qtbot, window).gt is None


def test_where_the_picture_went_away_the_one_in_its_place_is_shown(qtbot, window, data):
    look(qtbot, window, data, LAST)
    window.workspace.focus_gt(0)
    write(data, NAMES[:2])
    state = reload(qtbot, window)
    assert (state.index, state.selection, state.shown.inspection.sample.name) == (1, None, NAMES[1])


@pytest.mark.parametrize("how", ["torn", "gone"])
def test_what_can_no_longer_be_read_leaves_what_is_open(qtbot, window, data, how):
    shown = look(qtbot, window, data)
    if how == "gone":
        shutil.rmtree(data)
        offered(qtbot, window, "gone: reload (F5)", "(+")
    else:
        (data / "instances.json").write_text('{"images": [')
    qtbot.keyClick(window.main_window, Qt.Key.Key_F5)
    qtbot.waitUntil(window.main_window.problem.isVisible)
    assert "data" in window.main_window.problem.text()
    assert window.workspace.state.shown is shown
    assert not window.workspace.state.busy


def test_a_picture_that_may_not_be_read_is_told(qtbot, window, data, monkeypatch):
    look(qtbot, window, data)
    read = os.open

    def refuse(path, *words, **more):
        if Path(path).name == NAMES[LAST]:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path, *words, **more)

    monkeypatch.setattr(os, "open", refuse)
    window.workspace.go_to(LAST)
    qtbot.waitUntil(lambda: settled(window))
    shown = window.workspace.state.shown
    assert "Permission denied: its size is as annotated" in shown.without_picture
    assert (shown.picture, shown.index, len(shown.inspection.gt)) == (None, LAST, 2)


def test_a_picture_that_failed_is_watched_and_read_again_once_mended(qtbot, window, data):
    look(qtbot, window, data)
    good = (data / NAMES[LAST]).read_bytes()
    (data / NAMES[LAST]).write_bytes(b"no picture")
    window.workspace.go_to(LAST)
    qtbot.waitUntil(lambda: settled(window))
    assert 'it starts with "no picture"' in window.workspace.state.shown.without_picture
    (data / NAMES[LAST]).write_bytes(good)
    offered(qtbot, window, f"{NAMES[LAST]} changed: reload (F5)")
    state = reload(qtbot, window)
    assert (state.shown.index, state.shown.without_picture) == (LAST, "")


def test_outputs_stay_at_their_step_over_a_dataset_read_again(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.scrub(1)
    qtbot.waitUntil(lambda: settled(window))
    step = window.workspace.state.predictions.step
    state = reload(qtbot, window)
    assert (len(state.timeline), state.predictions.step) == (3, step)
    names = [window.top_bar.outputs.itemText(row) for row in range(window.top_bar.outputs.count())]
    assert "demo's model" in names


def test_simulated_outputs_stay(qtbot, window):
    open_demo(qtbot, window)
    box = window.top_bar.outputs
    box.setCurrentText(SIMULATED)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: settled(window))
    assert reload(qtbot, window).shown.inspection.prediction.simulated


def test_a_dump_that_went_away_is_told_and_the_anchors_are_shown_without_it(qtbot, window, tmp_path):
    dump = tmp_path / "one.rpn"
    shutil.copytree(resource("demo", "predictions", "late.rpn"), dump)
    window.opening.open_path(resource("demo"), dump)
    qtbot.waitUntil(lambda: settled(window))
    assert window.workspace.state.shown.inspection.proposals is not None
    recipe = window.workspace.state.recipe
    shutil.rmtree(dump)
    offered(qtbot, window, "gone: reload (F5)")
    state = reload(qtbot, window)
    assert "one.rpn" in window.main_window.problem.text()
    assert (state.predictions, state.recipe) == (None, recipe)
    assert state.shown.inspection.proposals is None


def test_a_change_that_was_taken_back_is_no_longer_offered(qtbot, window, data):
    look(qtbot, window, data)
    file = data / "instances.json"
    before, stamp = file.read_bytes(), file.stat()
    write(data, NAMES[:1])
    offered(qtbot, window, "instances.json changed")
    file.write_bytes(before)
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    qtbot.waitUntil(window.file_watcher.offer.isHidden)


def test_f5_without_a_dataset_does_nothing(qtbot, window):
    assert not window.menus.by_name["Reload"].isEnabled()
    qtbot.keyClick(window.main_window, Qt.Key.Key_F5)
    assert window.workspace.state.dataset is None
