"""The window under rules without thresholds of IoU, with losses of decoded boxes and other causes."""

import numpy as np
import pytest
from gui_steps import open_simulated
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.inspector.explain.rows import SectionView
from rpn_inspector.gui.plots.charts import CHARTS


@pytest.mark.parametrize("name", ["atss-mmdet", "yolov5s", "retinaface-mobilenet", "matterport-rpn"])
def test_every_cause_plot_and_column_is_drawn(qtbot, window, name):
    open_simulated(qtbot, window, name)
    window.main_window.resize(1366, 768)
    work = window.workspace
    assert work.state.problem is None
    shown = work.state.shown
    assert shown.recipe == load_recipe(name)
    qtbot.waitUntil(lambda: bool(window.plots.cells))
    for key in CHARTS:
        window.plots.choose([key])
        QApplication.processEvents()
        assert window.plots.cells[0].key == key
    inspection = shown.inspection
    for cause in np.unique(inspection.assignment.cause).tolist():
        anchor = int(np.flatnonzero(inspection.assignment.cause == cause)[0])
        work.select(anchor)
        qtbot.waitUntil(lambda anchor=anchor: window.inspector.why.text() == inspection.explain(anchor).why)
        # nothing of the panel is wider than the panel
        assert window.inspector.finding.width() >= window.inspector.finding.sizeHint().width() - 8
        sections = window.inspector.findChildren(SectionView)
        assert max(view.minimumSizeHint().width() for view in sections) <= window.inspector.width()
