"""Brushing and filtering on a real X server, with a real mouse and keyboard."""

import subprocess

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.core.resources import resource
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring

pytestmark = pytest.mark.xcb


def xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True)


def to(point: QPoint) -> tuple[object, ...]:
    return ("mousemove", point.x(), point.y())


@pytest.fixture
def window(qtbot):
    assert QGuiApplication.platformName() == "xcb"
    apply(QApplication.instance(), LIGHT)
    made = Wiring(LIGHT)
    made.plots.choose(["iou"])
    made.main_window.setGeometry(0, 0, 1280, 800)
    made.main_window.show()
    qtbot.waitExposed(made.main_window)
    made.opening.open_path(resource("demo"))
    qtbot.waitUntil(lambda: made.workspace.state.shown is not None)
    qtbot.waitUntil(lambda: bool(made.plots.cells) and made.plots.cells[0].chart.facts is not None)
    qtbot.waitUntil(lambda: made.tables.filter.isVisible() and made.plots.cells[0].surface.height() > 50)
    yield made
    made.main_window.close()
    made.main_window.deleteLater()
    QApplication.processEvents()


def test_drag_over_the_histogram_then_type(qtbot, window):
    surface = window.plots.cells[0].surface

    def place(iou: float) -> QPoint:
        return surface.mapToGlobal(surface.mapFromScene(surface.box.mapViewToScene(QPointF(iou, 2.0))))

    xdotool(*to(place(0.3)), "mousedown", 1)
    for iou in (0.35, 0.4, 0.45, 0.5):
        xdotool(*to(place(iou)))
        QApplication.processEvents()
    xdotool("mouseup", 1)
    qtbot.waitUntil(
        lambda: Filter.parse(window.workspace.state.filter).range_of("iou") == pytest.approx((0.3, 0.5), abs=0.02)
    )
    line = window.tables.filter
    qtbot.waitUntil(lambda: line.text() == Filter.parse(window.workspace.state.filter).text)
    xdotool(*to(line.mapToGlobal(QPoint(line.width() // 2, line.height() // 2))), "click", 1)
    qtbot.waitUntil(line.hasFocus)
    xdotool("key", "End", "type", "--delay", "30", " and lab")
    qtbot.waitUntil(lambda: line.text().endswith(" and lab") and line.completer_.popup().isVisible())
    xdotool("key", "Return")
    qtbot.waitUntil(lambda: line.text().endswith(" and label "))
    xdotool("type", "--delay", "30", "== ign")
    qtbot.waitUntil(lambda: line.text().endswith("== ign") and line.completer_.popup().isVisible())
    xdotool("key", "Tab")
    qtbot.waitUntil(lambda: window.workspace.state.filter.endswith("and label == ignored"))
    assignment = window.workspace.state.shown.inspection.assignment
    low, high = Filter.parse(window.workspace.state.filter).range_of("iou")
    wanted = (assignment.label == -1) & (assignment.iou >= np.float32(low)) & (assignment.iou <= np.float32(high))
    qtbot.waitUntil(lambda: window.workspace.state.passing.count == int(wanted.sum()))
    qtbot.waitUntil(lambda: line.count.toolTip().startswith(f"{int(wanted.sum()):,} of"))
    qtbot.waitUntil(lambda: not line.completer_.popup().isVisible())
    xdotool("key", "Escape")
    qtbot.waitUntil(window.canvas.hasFocus)
