"""The real program on a real X server with a real mouse."""

import os
import shutil
import subprocess

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpn_inspector import load_recipe
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump
from rpn_inspector.gui.commands.export_run import ExportChoice, write_export
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring

pytestmark = pytest.mark.xcb


def mouse(point: QPoint) -> None:
    subprocess.run(["xdotool", "mousemove", str(point.x()), str(point.y()), "click", "1"], check=True)


def test_click_read_export(qtbot, tmp_path):
    assert QGuiApplication.platformName() == "xcb"
    assert shutil.which("xdotool")
    assert os.environ["DISPLAY"]
    recipe = load_recipe("torchvision-fpn")
    dataset = open_dataset(resource("demo"))
    made = {dataset.names[0]: SimulatedPredictions().predict(dataset[0], recipe)}
    dump = tmp_path / "made.rpn"
    save_dump(dump, made, recipe=recipe.name, producer="test")
    apply(QApplication.instance(), LIGHT)
    window = Wiring(LIGHT)
    window.main_window.setGeometry(0, 0, 1280, 800)
    window.main_window.show()
    qtbot.waitExposed(window.main_window)
    window.opening.open_path(resource("demo"), dump)
    try:
        qtbot.waitUntil(lambda: window.workspace.state.shown is not None)
        inspection = window.workspace.state.shown.inspection
        truth = inspection.gt[0]
        qtbot.waitUntil(lambda: window.canvas.isVisible() and window.canvas.width() > 300)
        at = window.canvas.to_widget(float(truth[0] + truth[2]) / 2, float(truth[1] + truth[3]) / 2)
        mouse(window.canvas.mapToGlobal(at.toPoint()))
        qtbot.waitUntil(lambda: window.workspace.state.selection is not None)
        facts = inspection.explain(window.workspace.state.selection)
        qtbot.waitUntil(lambda: window.inspector.finding.text() == facts.finding)
        assert facts.place in window.inspector.place.text()
        state = window.workspace.state
        choice = ExportChoice(dataset=state.dataset, recipe=state.recipe, outputs=state.predictions)
        assert write_export(window, choice, tmp_path / "boxes.npz", "npz")
        with np.load(tmp_path / "boxes.npz", allow_pickle=False) as written:
            boxes = np.asarray(written["boxes"])
        wanted = inspection.to_original(inspection.proposals.boxes)
        np.testing.assert_allclose(boxes, wanted, atol=1e-3)
    finally:
        window.main_window.close()
        window.main_window.deleteLater()
        QApplication.processEvents()
    assert open_predictions(dump).get(dataset.names[0]) is not None
