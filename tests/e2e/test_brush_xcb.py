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


def test_a_brush_over_points_goes_on_where_it_encloses_none_at_first(qtbot, window):
    window.plots.choose(["fit"])
    cell = window.plots.cells[0]
    qtbot.waitUntil(lambda: cell.key == "fit" and cell.pages.currentWidget() is cell.plot)
    surface, state = cell.surface, lambda: window.workspace.state
    whole = len(state().shown.inspection.positive)
    area = surface.box.viewRect()

    def place(x: float, y: float) -> QPoint:
        at = QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())
        return surface.mapToGlobal(surface.mapFromScene(surface.box.mapViewToScene(at)))

    def passing() -> int:
        mask = state().passing.mask
        return whole if mask is None else int(np.count_nonzero(mask[state().shown.inspection.positive]))

    xdotool(*to(place(0.99, 0.01)), "mousedown", 1)  # the highest IoU and loss, which no anchor has both
    for x, y in ((0.98, 0.02), (0.97, 0.03), (0.95, 0.05)):
        xdotool(*to(place(x, y)))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: passing() == 0)
    assert cell.pages.currentWidget() is cell.plot
    for x, y in ((0.6, 0.5), (0.2, 0.9), (0.01, 0.99)):
        xdotool(*to(place(x, y)))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: passing() == whole)
    xdotool(*to(place(0.5, 0.99)))
    qtbot.waitUntil(lambda: 0 < passing() < whole)
    xdotool("mouseup", 1)
    left = state().filter
    xdotool(*to(place(0.9, 0.9)))
    QApplication.processEvents()
    assert state().filter == left
