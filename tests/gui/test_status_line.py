"""The line at the bottom is never cut: texts take shorter forms where the window is narrow."""

import copy
import dataclasses
import gc
import threading
import weakref

import pytest
from gui_steps import open_demo, open_simulated, settled
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar, QToolTip

from rpn_inspector.analysis import batch_loss
from rpn_inspector.analysis.batch_loss import apart_words, batch_losses
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.warnings import InspectionWarning
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import as_outputs, prediction_for
from rpn_inspector.gui.shell.status_bar import StatusLine
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.session.request import Request, compute
from rpn_inspector.session.state import State

LONG = "ground truth 1 (sign) overlaps no anchor: every anchor ties at IoU 0 and becomes positive"


@pytest.fixture
def window(shared_window):
    return shared_window


def warn(window, *texts):
    work = window.workspace
    said = tuple(InspectionWarning("untouched", 1, text) for text in texts)
    shown = work.state.shown
    inspection = dataclasses.replace(shown.inspection, warnings=said)
    window.status_line.render_state(
        None, dataclasses.replace(work.state, shown=dataclasses.replace(shown, inspection=inspection))
    )


@pytest.mark.parametrize("width", [1280, 1366, 1440, 1920])
@pytest.mark.parametrize("notes", [(), (LONG,), (LONG, LONG)])
def test_no_text_is_cut_at_any_width(qtbot, window, width, notes):
    window.main_window.resize(width, 768)
    open_simulated(qtbot, window)
    warn(window, *notes)
    for place in ((300.5, 200.5), None):
        if place is not None:
            window.status_line.point(window.workspace.state, *place)
        else:
            window.status_line.point_away()
        seen = [label for label in window.status_line.labels.values() if not label.isHidden()]
        qtbot.waitUntil(lambda seen=seen: all(label.width() >= label.sizeHint().width() for label in seen))
        assert all(label.geometry().right() <= window.main_window.statusBar().width() for label in seen)
        assert window.status_line.labels["note"].isHidden() == (not notes)
        assert "217,413 anchors" in window.status_line.labels["counts"].text()
        assert place is None or window.status_line.labels["cursor"].text()


def test_a_trainers_loss_that_differs_is_a_warning(qtbot, window):
    open_demo(qtbot, window)
    work = window.workspace
    shown = work.state.shown
    one = shown.inspection
    recorded = {"loss_objectness": 2 * one.loss.objectness, "loss_box": one.loss.box, "loss_more": {}}
    for batch, words in ((), "objectness by 50 %"), (("a", "b"), ""):
        prediction = dataclasses.replace(one.prediction, batch=batch, **recorded)
        said = apart_words(dataclasses.replace(one, prediction=prediction))
        assert said == (f"the trainer's losses differ from those here: {words}" if words else "")
        inspection = dataclasses.replace(one, prediction=prediction)
        state = dataclasses.replace(work.state, shown=dataclasses.replace(shown, inspection=inspection))
        window.status_line.render_state(None, state)
        assert (said in window.status_line.labels["note"].toolTip().splitlines()) == bool(words)
    agreeing = dataclasses.replace(one.prediction, batch=(), **(recorded | {"loss_objectness": one.loss.objectness}))
    assert apart_words(dataclasses.replace(one, prediction=agreeing)) == ""


def test_a_trainers_loss_of_a_batch_that_differs_is_a_warning_once_it_is_compared(qtbot, window):
    open_demo(qtbot, window)
    line, work = window.status_line, window.workspace
    shown = work.state.shown
    one, outputs = shown.inspection, shown.predictions
    names = tuple(each.name for each in shown.dataset if prediction_for(outputs, each, shown.recipe) is not None)[:2]
    here = batch_losses(shown.dataset, outputs, shown.recipe, names)
    words = "the trainer's losses of its batch of 2 pictures differ from those here: objectness by 50 %"
    for factor, batch, told in ((1, names, False), (2, names[::-1], True), (2, (*names, "absent"), False)):
        recorded = {"loss_objectness": factor * here.objectness, "loss_box": here.box, "loss_more": here.more}
        inspection = dataclasses.replace(one, prediction=dataclasses.replace(one.prediction, batch=batch, **recorded))
        line.render_state(
            None, dataclasses.replace(work.state, shown=dataclasses.replace(shown, inspection=inspection))
        )
        qtbot.waitUntil(lambda batch=batch: line._batch[0][-1:] == (batch,))
        assert (words in line.labels["note"].toolTip().splitlines()) == told
    assert line.batches.idle.is_set()  # a picture of the same batch asks for nothing
    line.set_theme(window.theme)
    assert line.batches.idle.is_set()


def test_the_last_batch_compared_keeps_nothing_that_was_closed(qtbot, window):
    open_demo(qtbot, window)
    line, work = window.status_line, window.workspace
    shown = work.state.shown
    prediction = dataclasses.replace(shown.inspection.prediction, batch=("a", "b"), loss_objectness=1.0)
    inspection = dataclasses.replace(shown.inspection, prediction=prediction)
    other = dataclasses.replace(shown, inspection=inspection, dataset=copy.copy(shown.dataset))
    kept = weakref.ref(other), weakref.ref(other.dataset)
    line.render_state(None, dataclasses.replace(work.state, shown=other, dataset=other.dataset))
    qtbot.waitUntil(lambda: bool(line._batch[0]))
    line.render_state(None, work.state)
    del other
    qtbot.waitUntil(lambda: gc.collect() >= 0 and [one() for one in kept] == [None, None])


def of_batch(shown, names):
    """Return ``shown`` as one of a batch ``names`` whose losses a trainer reported."""
    prediction = dataclasses.replace(shown.inspection.prediction, batch=tuple(names), loss_objectness=1.0)
    inspection = dataclasses.replace(shown.inspection, prediction=prediction)
    return dataclasses.replace(shown, inspection=inspection)


def shown_in_demo():
    dataset, recipe = open_dataset(resource("demo")), load_recipe("demo")
    outputs = as_outputs(SimulatedPredictions())
    return compute(Request(dataset, 0, recipe, outputs))


@pytest.fixture
def line(qtbot):
    bar = QStatusBar()
    qtbot.addWidget(bar)
    made = StatusLine(bar, LIGHT)
    yield made
    made.close_down()


def test_the_end_stops_a_batch_that_is_compared(line, monkeypatch):
    shown, begun, inspected = shown_in_demo(), threading.Event(), []

    def slow(sample, *more):
        inspected.append(sample.name)
        begun.set()
        with line.batches._wake:
            assert line.batches._wake.wait_for(lambda: line.batches._closed, timeout=60)
        return inspect(sample, *more)

    monkeypatch.setattr(batch_loss, "inspect", slow)
    one = of_batch(shown, shown.dataset.names[:4])
    line.render_state(None, State(one.recipe, dataset=one.dataset, shown=one, predictions=one.predictions))
    assert begun.wait(60)
    line.close_down()
    assert inspected == [shown.dataset.names[0]]


def test_a_batch_compared_after_its_dataset_was_closed_is_not_kept(qtbot, line):
    one = of_batch(shown_in_demo(), "ab")
    line.render_state(None, State(one.recipe, dataset=one.dataset, shown=one, predictions=one.predictions))
    line.render_state(None, State(one.recipe))
    qtbot.waitUntil(lambda: line.batches._last == 1)
    assert line._batch == ((), "")


def test_a_batch_too_large_to_compare_is_told(qtbot, line):
    one = of_batch(shown_in_demo(), "abcdefghi")
    line.render_state(None, State(one.recipe, dataset=one.dataset, shown=one, predictions=one.predictions))
    words = "the trainer's losses are of a batch of 9 pictures, too many to compare here: at most 8 at once"
    qtbot.waitUntil(lambda: words in line.labels["note"].toolTip().splitlines())


def test_a_note_is_whole_where_there_is_room_and_the_time_keeps_its_width(qtbot, window):
    window.main_window.resize(1920, 768)
    open_demo(qtbot, window)
    warn(window, f"{LONG}; and more of it")
    labels, line = window.status_line.labels, window.status_line
    assert labels["note"].text() == f"⚠ {LONG}; and more of it"
    qtbot.waitUntil(lambda: labels["note"].width() >= labels["note"].sizeHint().width())
    width = labels["time"].width()
    line.render_state(None, dataclasses.replace(window.workspace.state, busy=True))
    assert labels["time"].text() == "computing…"
    assert labels["time"].sizeHint().width() <= width
    assert labels["time"].alignment() & Qt.AlignmentFlag.AlignRight
    warn(window, LONG * 9)
    assert labels["note"].text().endswith("…")


@pytest.mark.parametrize("width", [1366, 1920])
def test_a_warning_takes_the_room_that_is_left_and_no_word_of_the_facts(qtbot, window, width):
    window.main_window.resize(width, 768)
    open_demo(qtbot, window)
    labels = window.status_line.labels
    warn(window)
    before = {name: label.text() for name, label in labels.items()}
    assert before["sizes"].startswith("original 640 × 480")
    warn(window, LONG)
    assert labels["note"].text().startswith("⚠ ground" if width > 1366 else "⚠ 1 warning")
    after = {name: label.text() for name, label in labels.items()}
    assert after == before | {"note": after["note"], "image": "image 1 of 40" if width > 1366 else "1 / 40"}


def test_a_warning_of_which_few_letters_would_be_left_is_counted_and_whole_in_the_tip(qtbot, window):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    line, note = window.status_line, window.status_line.labels["note"]
    for texts, counted in (((LONG,), "⚠ 1 warning"), ((LONG, LONG), "⚠ 2 warnings")):
        warn(window, *texts)
        wide = line._metrics().horizontalAdvance
        assert line._note(wide("⚠ ground truth 1 (sign) over…   (+1)")).startswith("⚠ ground truth 1 (s")
        assert line._note(wide(counted) + 2) == counted
        assert line._note(wide("⚠ 2") + 2) == f"⚠ {len(texts)}"
        assert LONG in note.toolTip().replace("&nbsp;", " ")


def test_a_warning_gives_way_to_the_scale_between_the_frames(qtbot, window):
    window.main_window.resize(1366, 768)
    open_simulated(qtbot, window)
    labels = window.status_line.labels
    warn(window)
    assert "(x × 1.6656, y × 1.6667)" in labels["sizes"].text()
    warn(window, LONG, LONG)
    assert "(x × 1.6656, y × 1.6667)" in labels["sizes"].text()
    assert labels["note"].text().startswith("⚠ ")
    assert labels["note"].width() >= labels["note"].sizeHint().width()


def test_a_name_of_two_lines_stands_in_one(qtbot, window):
    open_demo(qtbot, window)
    state = window.workspace.state
    sample = dataclasses.replace(state.shown.inspection.sample, name="<b>a</b>\nb.jpg")
    inspection = dataclasses.replace(state.shown.inspection, sample=sample)
    shown = dataclasses.replace(state.shown, inspection=inspection)
    window.status_line.render_state(None, dataclasses.replace(state, shown=shown))
    assert window.status_line.labels["file"].text() == "<b>a</b> b.jpg"


def test_a_message_has_the_place_of_the_texts_for_a_while(qtbot, window):
    open_demo(qtbot, window)
    bar, file = window.main_window.statusBar(), window.status_line.labels["file"]
    bar.showMessage("Saved a.png")
    assert file.isHidden()
    window.status_line.point(window.workspace.state, 300.5, 200.5)
    window.navigate.next_image(+1)
    qtbot.waitUntil(lambda: settled(window))
    assert file.isHidden()
    assert window.status_line.labels["cursor"].isHidden()
    bar.clearMessage()
    assert file.isVisible()
    assert file.text().startswith("street_02")


def test_the_notes_are_read_whole_by_a_click(qtbot, window, monkeypatch):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    warn(window, LONG, "another")
    note = window.status_line.labels["note"]
    assert note.text() == "⚠ 2 warnings"
    assert note.toolTip() == f"{LONG}\nanother"
    described = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: described.append(text))
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    assert described == [f"{LONG}\nanother"]


def test_a_message_stands_alone_at_the_left(qtbot, window):
    open_demo(qtbot, window)
    window.say("Exported")
    window.status_line.point(window.workspace.state, 20.5, 20.5)  # more to say while the message stands there
    labels = window.status_line.labels
    assert not any(labels[name].isVisible() for name in ("file", "image", "sizes", "cursor"))
    assert labels["counts"].isVisible()
    window.say("")
    assert labels["file"].isVisible()
    assert labels["cursor"].isVisible()


def test_the_key_of_a_greyed_command_says_why_nothing_happens(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: settled(window))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.main_window, Qt.Key.Key_E, both)
    said = window.main_window.statusBar().currentMessage()
    assert said == "Export decoded boxes: needs a dataset and raw outputs"


def test_no_number_of_the_picture_before_stands_beside_what_is_being_opened(qtbot, window):
    open_demo(qtbot, window)
    labels = window.status_line.labels
    assert not labels["counts"].isHidden()
    window.opening.reading_changed.emit(True)
    assert all(label.isHidden() for label in labels.values())
    window.opening.reading_changed.emit(False)
    qtbot.waitUntil(lambda: not labels["counts"].isHidden())
