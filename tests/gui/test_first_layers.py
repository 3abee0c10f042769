"""Which layers are shown at first: decided by what there is to see, and never against what the user switched."""

import json
import shutil
from pathlib import Path

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.core.resources import resource
from rpn_inspector.gui.plots.chart import ChartFacts
from rpn_inspector.gui.plots.iou_charts import ScoreChart
from rpn_inspector.gui.plots.surface import Surface
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.gui.wiring import Wiring

FIRST = {"truth", "positive", "ignored", "prediction"}


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def pictures(tmp_path):
    names = ("road_01_mixed.jpg", "road_02_crossing.jpg")
    return [Path(shutil.copy(resource("demo", "images", name), tmp_path / name)) for name in names]


def look(qtbot, window, *paths):
    before = window.workspace.state.shown
    window.opening.open_paths(paths)
    qtbot.waitUntil(lambda: window.workspace.state.shown is not before and settled(window))
    return window.workspace.state.layers


def test_proposals_are_seen_where_there_is_nothing_else_and_go_with_it(qtbot, window, pictures):
    assert look(qtbot, window, pictures[0]) == {*FIRST, "proposals"}
    open_demo(qtbot, window)
    qtbot.waitUntil(lambda: len(window.workspace.state.shown.inspection.gt) > 0)
    assert window.workspace.state.layers == FIRST


def test_without_outputs_there_are_none_until_a_model_is_laid_over(qtbot, window, tmp_path, pictures):
    assert look(qtbot, window, tmp_path) == FIRST
    assert look(qtbot, window, resource("demo", "model.onnx")) == {*FIRST, "proposals"}


def test_what_the_user_switched_stays(qtbot, window, pictures):
    look(qtbot, window, pictures[0])
    window.workspace.toggle_layer("proposals")
    window.workspace.toggle_layer("negative")
    assert look(qtbot, window, pictures[1]) == {*FIRST, "negative"}


def test_what_the_user_switched_says_nothing_of_other_layers(qtbot, window, pictures):
    open_demo(qtbot, window)
    window.workspace.toggle_layer("negative")
    assert look(qtbot, window, pictures[0]) == {*FIRST, "negative", "proposals"}


def test_all_and_back_are_the_first_ones_for_what_is_there(qtbot, window, pictures):
    look(qtbot, window, pictures[0])
    window.workspace.toggle_layer("truth")
    window.workspace.toggle_all()
    assert window.workspace.state.layers == {*FIRST, "negative", "proposals"} - {"truth"}
    window.workspace.toggle_all()
    assert window.workspace.state.layers == {*FIRST, "proposals"}


def test_the_next_window_knows_what_was_switched(qtbot, window, pictures):
    look(qtbot, window, pictures[0])
    window.workspace.toggle_layer("proposals")
    window.main_window.close()
    again = Wiring(LIGHT)
    try:
        again.opening.reopen()
        qtbot.waitUntil(lambda: settled(again))
        assert again.workspace.state.layers == FIRST
        again.workspace.toggle_layer("proposals")
        assert look(qtbot, again, pictures[1]) == {*FIRST, "proposals"}
    finally:
        again.main_window.close()
        again.main_window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_decoded_boxes_are_seen_at_once_on_the_picture_and_in_their_plot(qtbot, new_window, tmp_path):
    window = new_window
    record = {"image_id": "1", "category_id": 1, "bbox": [10, 20, 60, 40], "score": 0.9}
    (tmp_path / "results.json").write_text(json.dumps([record]), "utf-8")
    window.opening.open_path(resource("demo"), tmp_path / "results.json")
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.predictions is not None)
    one = window.workspace.state.shown.inspection
    assert one.of_decoded_boxes
    assert window.workspace.state.layers == {*FIRST, "proposals"}
    assert len(window.canvas._scene.layers.proposals) == 1
    surface = Surface(LIGHT)
    qtbot.addWidget(surface)
    chart = ScoreChart(surface)
    chart.render(ChartFacts(Values(one), None, Filter.parse("")))
    assert len(chart.boxes.getData()[0]) == 1
