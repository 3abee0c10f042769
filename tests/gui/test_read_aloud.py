"""What a screen reader reads, by the accessibility tree: the inspector from top to bottom, tables, layers, plots."""

import itertools

import numpy as np
import pytest
from gui_steps import open_demo
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.proposals import Fate
from rpn_inspector.gui.widgets.fact_table import FactTable

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def told(root):
    """Return the texts under ``root`` in the order of the tree, each with its place on the screen."""
    found, waiting = [], [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        one = waiting.pop(0)
        if one is None or not one.isValid() or one.state().invisible:
            continue
        if one.text(NAME) or one.text(DESCRIPTION):
            found.append((one.text(NAME), one.text(DESCRIPTION), one.rect()))
        waiting[:0] = [one.child(place) for place in range(one.childCount())]
    return found


def check_order(found):
    """Nothing read later stands above, but for the next column of captions over fields, or left in the same row."""
    places = [(name, rect) for name, _, rect in found if not rect.isEmpty()]
    for (one, before), (other, after) in itertools.pairwise(places):
        assert after.bottom() > before.top() or after.left() > before.right(), (one, other)
        if (before.top(), before.bottom()) == (after.top(), after.bottom()):
            assert after.left() >= before.left(), (one, other)


def described(widget):
    return QAccessible.queryAccessibleInterface(widget).text(DESCRIPTION)


def test_a_table_of_facts_is_read_row_by_row_however_it_grew(qtbot):
    table = FactTable("Targets", ("t*", "t"))
    qtbot.addWidget(table)
    table.show()
    table.show_table(Table((Head("t*"), Head("t")), (TableRow("x", (-0.1286, 0.25)),), note="a note"))
    rows = TableRow("x", (-0.1286, 0.25, 1.0)), TableRow("y", (0.5, None, 2.0))
    table.show_table(Table((Head("t*"), Head("t"), Head("R")), rows, note="a note"))
    QApplication.processEvents()
    found = told(table)
    check_order(found)
    assert [name for name, *_ in found] == [
        *("Targets", "Targets", "t*", "t", "R"),
        *("x, t* −0.1286, t 0.2500, R 1.0000", "−0.1286", "0.2500", "1.0000"),
        *("y, t* 0.5000, t –, R 2.0000", "0.5000", "–", "2.0000"),
        "a note",
    ]


@pytest.fixture
def demo(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[5]))
    qtbot.waitUntil(lambda: window.inspector.facts is not None)
    return window


def test_the_inspector_the_picture_the_layers_tables_and_plots(qtbot, demo):
    check_inspector(qtbot, demo.inspector)
    check_picture(qtbot, demo)
    check_layers(demo.strip)
    check_table(demo.tables.anchors)
    demo.plots.build()
    assert demo.plots.cells
    for cell in demo.plots.cells:
        qtbot.waitUntil(lambda cell=cell: bool(described(cell.surface)))
        assert QAccessible.queryAccessibleInterface(cell.surface).text(NAME)


def check_inspector(qtbot, inspector):
    qtbot.waitUntil(lambda: inspector.explain.isVisible() and inspector.explain.y() > inspector.curve.y())
    found = told(inspector)
    check_order(found)
    names = [name for name, *_ in found]
    labels = inspector.finding, inspector.place, inspector.why
    order = [*(label.text() for label in labels), "Boxes", "Targets", "Loss", "Smooth L1 curve", "Explain"]
    assert [names.index(name) for name in order] == sorted(names.index(name) for name in order)
    for number, coordinate in enumerate("xywh"):
        star, t, _, loss = (inspector.targets.text(number, column) for column in range(1, 5))
        row = next(name for name in names if name.startswith(f"{coordinate}, t* {star}, t {t}, "))
        assert row.endswith(f", R(d) {loss}")
        assert names.index("Targets") < names.index(row) < names.index("Loss")


def check_picture(qtbot, demo):
    inspection, facts = demo.workspace.state.shown.inspection, demo.inspector.facts
    words, place = described(demo.canvas), inspection.grid.describe(facts.index)
    assert words.startswith(f"positive · {place} · IoU {facts.iou:.4f}. ")
    other = int(np.flatnonzero(inspection.proposals.fate == Fate.SUPPRESSED)[0])
    demo.workspace.select(other)
    qtbot.waitUntil(lambda: inspection.grid.describe(other) in described(demo.canvas))
    demo.workspace.focus_gt(2)
    qtbot.waitUntil(lambda: f"ground truth 3 {inspection.sample.class_name(2)}" in described(demo.canvas))


def check_layers(strip):
    for entry in strip.entries.values():
        layer = QAccessible.queryAccessibleInterface(entry)
        assert layer.text(NAME).partition(" layer")[0] == entry.text()
        assert layer.role() == QAccessible.Role.CheckBox
        assert layer.state().checked == entry.isChecked()


def check_table(rows):
    table, model = QAccessible.queryAccessibleInterface(rows), rows.columns_model
    assert table.role() == QAccessible.Role.Table
    corner = int(table.child(0).role() == QAccessible.Role.Pane)  # of the hidden numbers of the rows
    across = model.columnCount() + corner
    seen = [place for place in range(model.columnCount()) if not rows.isColumnHidden(place)]
    for place in seen:
        head, cell = table.child(corner + place), table.child(across + corner + place)
        assert head.role() == QAccessible.Role.ColumnHeader
        assert model.columns[place].title in head.text(NAME)
        assert cell.text(NAME) == model.index(0, place).data()
