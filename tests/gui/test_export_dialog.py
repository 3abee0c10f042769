"""The dialog of an export, without the window: what it counts is what it writes, and it says where."""

import json
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.gui.commands.export_dialog import ExportDialog
from rpn_inspector.session.state import State


class Desk:
    """Services that write down what is said; ``parent_widget`` is a bare widget."""

    def __init__(self):
        self.parent_widget, self.memory, self.said, self.problem = QWidget(), {}, [], None
        self.parent_widget.show()

    def remember(self, **values):
        self.memory |= values

    def say(self, text, for_ms=0):
        self.said.append(text)

    def fail(self, problem):
        self.problem = problem


@pytest.fixture
def desk(left_over):
    made = Desk()
    left_over.append(made.parent_widget)
    return made


@pytest.fixture(scope="module")
def demo():
    outputs = open_predictions(resource("demo", "predictions", "late.rpn"))
    return State(load_recipe("demo"), dataset=open_dataset(resource("demo")), predictions=outputs)


def opened(desk, state, listed=()):
    dialog = ExportDialog(desk, state, listed)
    dialog.open()
    return dialog


def answer(monkeypatch, name):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (asked.append(words[2]), (str(name), ""))[1])
    return asked


def counted(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.count.text().startswith("Counting"))
    return dialog.count.text()


def test_the_count_is_told_before_and_the_place_after(qtbot, desk, demo, tmp_path, monkeypatch):
    have = [place for place, name in enumerate(demo.dataset.names) if demo.predictions.has(name, "")]
    lack = [place for place in range(len(demo.dataset)) if place not in have]
    found = [inspect(demo.dataset[n], demo.recipe, demo.predictions[demo.dataset.names[n]]) for n in have[:2]]
    boxes = sum(int((one.proposals.scores >= 0.5).sum()) for one in found)
    dialog = opened(desk, demo, (*have[:2], lack[0]))
    assert f"{len(lack)} images have no predictions" in dialog.count.text()  # at once
    dialog.which.button(1).setChecked(True)
    assert dialog.count.text() == "Counting the boxes…; 1 image has no predictions"
    dialog.score.setValue(0.5)
    words = f"{boxes:,} boxes of 2 images; 1 image has no predictions"
    assert counted(qtbot, dialog) == words
    assert dialog.which.button(1).text() == "The 3 in the list"
    assert dialog.which.button(2).text() == f"All of the dataset, {len(demo.dataset)}"
    asked = answer(monkeypatch, tmp_path / "boxes")
    old = os.umask(0o022)
    try:
        dialog.save_button.click()
    finally:
        os.umask(old)
    assert asked == ["demo-demo.json"]
    assert desk.said == [f"{tmp_path / 'boxes.json'}: {words}"]
    assert len(json.loads((tmp_path / "boxes.json").read_text())) == boxes
    assert stat.S_IMODE((tmp_path / "boxes.json").stat().st_mode) == 0o644
    assert not dialog.isVisible()

    again = opened(desk, demo)
    assert not again.which.button(1).isEnabled()
    asked = answer(monkeypatch, "")
    again.save_button.click()
    assert asked == [str(tmp_path / "demo-demo.json")]  # where the last one went
    assert again.isVisible()
    again.reject()


def test_each_set_of_boxes_is_counted(qtbot, desk, demo):
    place = next(n for n, name in enumerate(demo.dataset.names) if demo.predictions.has(name, ""))
    found = inspect(demo.dataset[place], demo.recipe, demo.predictions[demo.dataset.names[place]])
    dialog = opened(desk, State(demo.recipe, dataset=demo.dataset, predictions=demo.predictions, index=place))
    dialog.which.button(0).setChecked(True)
    assert demo.dataset.names[place] in dialog.which.button(0).text()
    for number, boxes in enumerate((len(found.proposals.boxes), len(found.positive), found.grid.size)):
        dialog.what.button(number).setChecked(True)
        dialog._chosen()
        assert counted(qtbot, dialog) == f"{boxes:,} boxes of 1 image"
    dialog.reject()


def test_a_picture_without_predictions_cannot_be_exported_alone(qtbot, desk, demo):
    place = next(n for n, name in enumerate(demo.dataset.names) if not demo.predictions.has(name, ""))
    dialog = opened(desk, State(demo.recipe, dataset=demo.dataset, predictions=demo.predictions, index=place))
    dialog.which.button(0).setChecked(True)
    assert "no usable predictions for this dataset: none of the 1 pictures is named in them" in counted(qtbot, dialog)
    assert not dialog.save_button.isEnabled()
    dialog.which.button(2).setChecked(True)
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_what_is_invented_is_not_exported_and_a_model_is_not_run_to_count(desk, demo):
    invented = opened(desk, State(demo.recipe, dataset=demo.dataset, predictions=SimulatedPredictions()))
    assert not invented.save_button.isEnabled()
    assert "are not exported" in invented.count.text()
    invented.reject()
    model = SimpleNamespace(live=True, simulated=False, names=(), path=Path("model.onnx"))
    live = opened(desk, State(demo.recipe, dataset=demo.dataset, predictions=model))
    assert live.count.text() == "The model runs on each picture with the export; its boxes are counted then."
    assert live.save_button.isEnabled()
    live.reject()


def test_a_file_whose_ending_was_added_is_not_replaced_unasked(desk, demo, tmp_path, monkeypatch):
    (tmp_path / "boxes.csv").write_text("mine")
    answer(monkeypatch, tmp_path / "boxes")
    dialog = opened(desk, demo)
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    dialog.save_button.click()
    assert (tmp_path / "boxes.csv").read_text() == "mine"
    assert desk.problem.text.startswith("boxes.csv is there already, so nothing was exported")
