"""What a window opens again: the dataset, picture, outputs and layers the last one was closed with."""

import json

import pytest
from gui_steps import open_demo, settled
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import Options
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session.last_session import layers_of, opened_by


def close(window):
    window.main_window.close()
    window.main_window.deleteLater()
    QApplication.sendPostedEvents(None, 0)


def test_the_next_window_goes_on_where_the_last_was_closed(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.go_to(7)
    window.workspace.toggle_layer("negative")
    qtbot.waitUntil(lambda: settled(window))
    name, outputs = window.workspace.state.shown.inspection.sample.name, window.top_bar.outputs.currentText()
    layers = window.workspace.state.layers
    window.main_window.close()
    again = Wiring(LIGHT)
    try:
        again.opening.reopen()
        qtbot.waitUntil(lambda: settled(again))
        assert again.status_line.labels["file"].text().startswith(name)
        assert again.top_bar.outputs.currentText() == outputs
        assert again.workspace.state.layers == layers
    finally:
        close(again)


def test_what_is_gone_is_not_opened(qtbot, window, tmp_path):
    window.memory["session"] = {"dataset": str(tmp_path / "gone"), "image": "a.jpg"}
    window.opening.reopen()
    assert window.workspace.state.dataset is None
    assert window.main_window.problem.isHidden()


@pytest.mark.parametrize("session", [None, 3, [], {}, {"dataset": 5}, {"dataset": "gone"}])
def test_a_torn_memory_opens_nothing(session, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert opened_by(session) is None
    assert layers_of(session) is None


def test_a_session_outlives_being_written(tmp_path):
    session = {
        "dataset": str(resource("demo")),
        "image": "a.jpg",
        "predictions": str(tmp_path),
        "layout": None,
        "options": {"annotations": "x.json", "images": None, "split": "val", "format": None, "turned": True, "new": 1},
        "layers": ["truth", "nonsense", "cell"],
    }
    wanted = opened_by(json.loads(json.dumps(session)))
    assert wanted is not None
    assert wanted.path == resource("demo")
    assert wanted.predictions == tmp_path
    assert wanted.options == Options(annotations=type(tmp_path)("x.json"), split="val", turned=True)
    assert layers_of(session) == {"truth", "cell"}
