"""Tables of as many rows as a picture has anchors: no key looks through all of them, and a long copy is called off."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressDialog

from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column

ROWS = 250_000
FEW = 5_000  # asked of the model for what is in sight


@pytest.fixture
def large(qtbot):
    table = RowTable("large", 0)
    qtbot.addWidget(table)
    values = np.arange(ROWS)
    table.fill([Column(name, 40, values, str, name, left=name == "c") for name in "abc"])
    table.resize(400, 300)
    table.show()
    qtbot.waitExposed(table)
    QApplication.processEvents()
    return table


@pytest.fixture
def asked(large, monkeypatch):
    """How often the model of the large table is asked something."""
    model, counts = type(large.columns_model), []
    for name in ("rowCount", "columnCount", "data"):
        before = getattr(model, name)
        monkeypatch.setattr(model, name, lambda *args, before=before: counts.append(1) or before(*args))
    return counts


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_X, Qt.Key.Key_0, Qt.Key.Key_End, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("whole", [False, True])
def test_no_key_looks_through_every_row_whether_few_or_all_are_chosen(qtbot, large, asked, key, whole):
    if whole:
        qtbot.keyClick(large, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert large.selectionModel().isRowSelected(ROWS - 1)
    qtbot.keyClick(large, key)
    large.repaint()
    large.horizontalHeader().viewport().repaint()
    QApplication.processEvents()
    assert len(asked) < FEW


@pytest.mark.parametrize("called_off", [False, True])
def test_all_rows_are_copied_unless_it_is_called_off(qtbot, large, monkeypatch, called_off):
    QGuiApplication.clipboard().setText("before")
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: called_off)
    large.selectAll()
    large.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    if called_off:
        assert lines == ["before"]
    else:
        assert lines[:2] == ["a\tb\tc", "0\t0\t0"]
        assert (len(lines), lines[-1]) == (ROWS + 1, "249999\t249999\t249999")
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not large]
