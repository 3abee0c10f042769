"""Brushing, filtering and the tables, with a real mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpn_inspector.analysis.filter.filter import Filter

pytestmark = pytest.mark.xcb


def test_a_wrong_filter_says_where_it_is_wrong(desk):
    tables = desk.window.tables
    desk.key("slash")
    desk.until(tables.filter.hasFocus)
    desk.type("iou > 0.4 and lab")
    desk.until(lambda: tables.filter.completer_.popup().isVisible())
    desk.key("Return")
    desk.type("== positve")
    desk.key("Return")
    desk.until(lambda: "positve" in tables.problem.text() and "column" in tables.problem.text())
    desk.reads_soon(tables.problem.text(), tables)


def test_a_filter_typed_says_how_many_pass(desk):
    tables = desk.window.tables
    desk.key("slash")
    desk.until(tables.filter.hasFocus)
    desk.type("label == positive")
    desk.key("Tab")
    desk.until(lambda: desk.window.workspace.state.filter == "label == positive")
    count = int((desk.window.workspace.state.shown.inspection.assignment.label == 1).sum())
    desk.until(lambda: tables.filter.count.text().startswith(f"{count:,}"))
    desk.until(lambda: tables.anchors.model().rowCount() == count)
    assert desk.cell(tables.anchors, 0, "Label") == "positive"


def test_a_brush_in_a_plot_is_written_into_the_filter(desk):
    window = desk.window
    window.plots.choose(["iou"])
    desk.until(lambda: bool(window.plots.cells) and window.plots.cells[0].chart.facts is not None)
    surface = window.plots.cells[0].surface
    desk.until(lambda: surface.isVisible() and surface.height() > 40)

    def place(iou):
        return surface.mapFromScene(surface.box.mapViewToScene(QPointF(iou, 2.0)))

    desk.drag(surface.viewport(), place(0.4), place(0.6))
    brushed = pytest.approx((0.4, 0.6), abs=0.02)  # the clause follows the mouse until it is let go
    desk.until(lambda: Filter.parse(window.workspace.state.filter).range_of("iou") == brushed)
    desk.until(lambda: window.tables.filter.count.text() and window.tables.filter.count.text() in desk.reads())
    count = window.workspace.state.passing.count
    desk.until(lambda: window.tables.anchors.model().rowCount() == count)
    shown = [float(desk.cell(window.tables.anchors, row, "IoU")) for row in range(3)]
    assert all(0.38 <= value <= 0.62 for value in shown), shown


def test_a_click_on_a_head_sorts_and_end_goes_to_the_last_row(desk):
    anchors = desk.window.tables.anchors
    head = anchors.horizontalHeader()
    desk.click(head.viewport(), desk.head(head, "IoU"))
    desk.until(lambda: desk.cell(anchors, 0, "IoU") == "0.0000")
    desk.click(anchors.viewport(), QPoint(60, 10))
    desk.until(anchors.hasFocus)
    desk.key("End")
    last = anchors.model().rowCount() - 1
    desk.until(lambda: anchors.currentIndex().row() == last)
    desk.until(lambda: float(desk.cell(anchors, last, "IoU")) > 0.5)
    desk.reads_image(1)  # End is not the last picture here


def test_a_column_is_chosen_in_the_menu_of_the_head(desk):
    anchors = desk.window.tables.anchors
    head = anchors.horizontalHeader()
    desk.click(head.viewport(), desk.head(head, "IoU"), button=3)
    desk.pick("Best GT")
    desk.until(lambda: not QApplication.activePopupWidget())
    column = next(
        n for n in range(anchors.model().columnCount()) if anchors.model().headerData(n, _across()) == "Best GT"
    )
    desk.until(lambda: not anchors.isColumnHidden(column))
    anchors.horizontalScrollBar().setValue(anchors.horizontalScrollBar().maximum())
    desk.until(lambda: desk.cell(anchors, 0, "Best GT"))


def test_copy_gives_what_is_read(desk):
    anchors = desk.window.tables.anchors
    desk.click(anchors.viewport(), QPoint(60, 10))
    desk.until(anchors.hasFocus)
    desk.key("shift+Down", "ctrl+c")
    desk.until(lambda: "\t" in QGuiApplication.clipboard().text())
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert len(lines) == 3
    at = lines[0].index("Label")
    assert [line[at] for line in lines[1:]] == [desk.cell(anchors, row, "Label") for row in (0, 1)]


def _across():
    from PySide6.QtCore import Qt

    return Qt.Orientation.Horizontal
