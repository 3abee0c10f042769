"""The filter line in the window: typed, completed, refused in words, and one filter for every view."""

import numpy as np
import pytest
from gui_steps import open_demo, open_simulated, settled
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.canvas.layers import Layers

# a list of completions is a popup, and the off-screen platform has no keyboard to grab for one
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing the keyboard)", extend=True)


@pytest.fixture
def window(shared_window):
    line = shared_window.tables.filter
    line.completer_.popup().hide()
    line.clear()  # also of what was typed and not taken
    return shared_window


@pytest.fixture
def line(qtbot, window):
    return line_of(qtbot, window)


@pytest.fixture
def new_line(qtbot, new_window):
    """The line of a window that has completed nothing yet."""
    return line_of(qtbot, new_window)


def line_of(qtbot, window):
    open_simulated(qtbot, window)
    window.main_window.activateWindow()
    window.tables.filter.setFocus()
    qtbot.waitUntil(window.tables.filter.hasFocus)
    return window.tables.filter


def write(qtbot, line, text):
    """Type a text as a user does; the list of completions gets every key first, as it does on a screen."""
    for letter in text:
        popup = line.completer_.popup()
        qtbot.keyClicks(popup if popup.isVisible() else line, letter)


def enter(qtbot, line):
    popup = line.completer_.popup()
    qtbot.keyClick(popup if popup.isVisible() else line, Qt.Key.Key_Return)


def test_one_filter_leads_the_tables_the_canvas_and_the_strip(qtbot, window, line):
    write(qtbot, line, "level == 3 and iou > 0.4 and label == ignored")
    inspection = window.workspace.state.shown.inspection
    mask = Filter.parse(line.text()).mask(inspection)
    count = int(mask.sum())
    assert 0 < count < inspection.grid.size
    assert window.workspace.state.filter == line.text()
    assert line.count.text() in (f"{count:,} of {inspection.grid.size:,}", f"{count:,}")
    assert line.count.toolTip() == f"{count:,} of {inspection.grid.size:,}"
    assert f"{count:,} of {inspection.grid.size:,} anchors pass" in line.accessibleDescription()
    order = window.tables.anchors.columns_model.order
    assert np.array_equal(np.sort(order), np.flatnonzero(mask))
    window.tables.filter.completer_.popup().hide()
    layers = window.canvas._scene.layers
    assert len(layers.positive) == 0
    assert len(layers.ignored) == count
    assert window.strip.entries["ignored"].count.drawn == count
    window.tables.setCurrentWidget(window.tables.proposals)
    anchors = inspection.proposals.all_anchor[window.tables._rows][window.tables.proposals.columns_model.order]
    assert mask[anchors].all()


def test_layers_under_a_filter_hold_what_passes_and_nothing_else(qtbot, window):
    open_simulated(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    label = inspection.assignment.label
    for text in ("iou > 0.2", "level >= 4", "score > 0.3 and sampled", "label == negative and iou > 0.29"):
        mask = Filter.parse(text).mask(inspection)
        layers = Layers(inspection, mask)
        assert layers.count("positive").total == int((mask & (label == 1)).sum())
        assert layers.count("ignored").total == int((mask & (label == -1)).sum())
        assert layers.count("negative").total == layers.negative_total == int((mask & (label == 0)).sum())
        assert layers.count("proposals").total == int(mask[inspection.proposals.anchor].sum())
        if layers.few_negatives is not None:
            assert len(layers.few_negatives) == layers.negative_total


def test_a_wrong_text_is_told_in_words_and_the_last_good_one_stays(qtbot, window, line):
    write(qtbot, line, "iou > 0.4 ")
    before = window.workspace.state.passing
    write(qtbot, line, "and lable == ignored and sampled")
    problem = window.tables.problem
    assert problem.isVisible()
    assert "Found 'lable', which is no name here; did you mean label? (column 15)" in problem.toolTip()
    assert line.property("wrong")
    assert window.workspace.state.passing is before
    line.completer_.popup().hide()
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window.main_window]
    assert not others  # no box to click away
    qtbot.mouseClick(problem, Qt.MouseButton.LeftButton)
    assert line.selectedText() == "lable"


def test_what_is_still_being_typed_is_not_shouted_at(qtbot, window, line):
    write(qtbot, line, "label == ign")
    assert not line.property("wrong")
    assert "label wants one of positive, negative, ignored" in window.tables.problem.toolTip()
    line.completer_.popup().hide()
    enter(qtbot, line)
    assert line.property("wrong")
    assert line.selectedText() == "ign"


def test_words_complete_with_the_keyboard_alone(qtbot, new_window, new_line):
    window, line = new_window, new_line
    write(qtbot, line, "lab")
    popup = line.completer_.popup()
    assert popup.isVisible()
    enter(qtbot, line)
    assert line.text() == "label "
    write(qtbot, line, "== ")
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        "positive",
        "negative",
        "ignored",
        "undecided",
    ]
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    enter(qtbot, line)
    assert line.text() == "label == negative "
    assert window.workspace.state.filter == "label == negative"
    qtbot.keyClick(popup if popup.isVisible() else line, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert popup.isVisible()
    assert popup.model().index(0, 0).data() == "and"
    popup.hide()


def test_classes_and_levels_of_what_is_shown_are_offered(qtbot, new_window, new_line):
    window, line = new_window, new_line
    write(qtbot, line, "level == ")
    model = line.completer_.popup().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered == list(window.workspace.state.passing.values.levels)
    line.completer_.popup().hide()
    line.clear_filter()
    write(qtbot, line, "class == ")
    model = line.completer_.popup().model()
    offered = [model.index(row, 0).data().strip('"') for row in range(model.rowCount())]
    assert set(window.workspace.state.shown.dataset.classes) <= set(offered)
    line.completer_.popup().hide()


def test_escape_goes_back_to_the_canvas_and_leaves_what_is_applied(qtbot, window, line):
    write(qtbot, line, "iou > 0.4 ")
    write(qtbot, line, "and nonsense ")
    line.completer_.popup().hide()
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    chosen = window.workspace.state.selection
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.canvas.hasFocus)
    assert line.text() == "iou > 0.4"
    assert not window.tables.problem.isVisible()
    assert window.workspace.state.selection == chosen


def test_slash_comes_here_and_letters_stay_here(qtbot, window):
    open_simulated(qtbot, window)
    window.main_window.activateWindow()
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)
    layers = window.workspace.state.layers
    qtbot.keyClick(window.canvas, Qt.Key.Key_Slash)
    line = window.tables.filter
    qtbot.waitUntil(line.hasFocus)
    write(qtbot, line, "gt == 2")
    line.completer_.popup().hide()
    assert line.text() == "gt == 2"
    assert window.workspace.state.layers == layers
    assert window.workspace.state.index == 0


def test_the_cross_takes_the_filter_away(qtbot, window, line):
    write(qtbot, line, "iou > 0.4 ")
    assert line.clear_button.isVisible()
    qtbot.mouseClick(line.clear_button, Qt.MouseButton.LeftButton)
    assert line.text() == window.workspace.state.filter == ""
    assert window.workspace.state.passing.mask is None
    assert not line.clear_button.isVisible()
    assert window.tables.anchors.columns_model.rowCount() == window.workspace.state.shown.inspection.grid.size


def test_a_filter_stays_over_pictures_and_counts_each(qtbot, window, line):
    window.navigate.filter_by("label == positive")
    assert line.text() == "label == positive"
    window.workspace.go(+1)
    qtbot.waitUntil(lambda: settled(window))
    state = window.workspace.state
    assert state.shown.index == 1
    assert state.passing.count == len(state.shown.inspection.positive)
    assert line.count.text().startswith(f"{state.passing.count:,}")


def test_a_filter_that_a_picture_cannot_answer_shows_everything_and_says_so(qtbot, window, line):
    window.navigate.filter_by("score > 0.5")
    assert window.workspace.state.passing.mask is not None
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: settled(window))
    state = window.workspace.state
    assert state.passing.mask is None
    assert (
        "score needs raw outputs, and this picture has none. Every anchor is shown." in window.tables.problem.toolTip()
    )
    assert window.tables.problem.isVisible()
    assert line.count.text() == ""
    window.navigate.filter_by("")
    assert not window.tables.problem.isVisible()


def test_a_filter_nothing_passes_says_so(qtbot, window, line):
    window.navigate.filter_by("iou > 2")
    table = window.tables.anchors
    assert table.columns_model.rowCount() == 0
    assert table.empty_words == "Nothing passes the filter."
    assert line.count.text().startswith("0")


def test_a_cell_of_the_funnel_filters(qtbot, window):
    open_simulated(qtbot, window)
    window.navigate.filter_by("iou >= 0")
    window.funnel.chosen.emit("P4", "kept")
    window.funnel.chosen.emit("P3", "nms")
    inspection = window.workspace.state.shown.inspection
    assert window.tables.filter.text() == "iou >= 0 and level == P3 and fate == suppressed"
    level = inspection.grid.locate(np.arange(inspection.grid.size)).level
    assert window.workspace.state.passing.count == int(((inspection.proposals.fate == 1) & (level == 1)).sum())


def test_what_is_wrong_stands_above_the_heads_and_the_hint_is_seen(qtbot, window, line):
    open_simulated(qtbot, window)
    window.main_window.resize(1366, 768)
    head = window.tables.anchors.horizontalHeader()
    free = head.mapTo(window.tables, head.rect().topLeft()).y()
    line.setText("fate == lowscore")
    line._entered()
    problem = window.tables.problem
    assert "did you mean low_score?" in problem.text()
    qtbot.waitUntil(lambda: head.mapTo(window.tables, head.rect().topLeft()).y() > problem.geometry().bottom())
    line.clear_filter()
    qtbot.waitUntil(lambda: head.mapTo(window.tables, head.rect().topLeft()).y() == free)


def test_every_head_of_the_anchors_names_its_column_in_the_filter(qtbot, window):
    open_simulated(qtbot, window)
    from rpn_inspector.analysis.filter.measures import measure_of

    titles = [column.title for column in window.tables.anchors.columns_model.columns]
    assert [title for title in titles if measure_of(title) is None] == ["Cell", "Box share"]


@pytest.mark.parametrize("name", ["yolov8", "yolox-s-mmdet", "yolov7", "yolov5s", "demo"])
def test_the_examples_are_of_measures_that_the_rule_has(qtbot, window, name):
    open_demo(qtbot, window)
    window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe(name))
    line, work = window.tables.filter, window.workspace
    qtbot.waitUntil(lambda: settled(window) and work.state.passing is not None)
    values = work.state.passing.values
    points = name in ("yolov8", "yolox-s-mmdet")
    head, example = line.placeholderText().split(": ")
    assert head == ("Filter points" if points else "Filter anchors")
    lines = [text.strip() for text in line.toolTip().splitlines()]
    assert example == lines[1]
    for text in lines[1:3]:
        filter_ = Filter.parse(text)
        assert not any(values.lacks(measure) for measure in filter_.names), text
        assert filter_.mask(values).any() or "ignored" in text, text


def test_the_hint_names_no_label_that_the_rule_does_not_give(qtbot, window):
    open_demo(qtbot, window)
    assert "label == ignored" in window.tables.filter.placeholderText()
    window.navigate.choose_recipe("yolov5s")
    qtbot.waitUntil(lambda: settled(window))
    assert "label == negative" in window.tables.filter.placeholderText()
    assert "ignored" not in window.tables.filter.toolTip().split("Esc")[0].split("label ==")[-1]
