"""A small table of facts: its title and its note have their room, whatever stands beside and around them."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.theme import LIGHT

NOTE = "How many change, a dash where the grid changes too, and how many are positive then; they overlap. " * 3


def shown(qtbot, table, width):
    """Show a table above empty room, in a panel of ``width`` px."""
    panel, area = QWidget(), QScrollArea()
    column = QVBoxLayout(panel)
    column.addWidget(table)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    qtbot.addWidget(area)
    table.set_theme(LIGHT)
    area.resize(width, 500)
    area.show()
    return area


@pytest.mark.parametrize("width", [250, 320, 366, 700])
def test_a_title_ends_before_the_head_in_its_line(qtbot, width):
    table = FactTable("Would other anchors be of any help here?", ("at present", "suggested", "change"))
    area = shown(qtbot, table, width)
    table.fill([("all reached", "8.7 %", "21.6 %", "+12.9")])
    area.grab()  # lays out what is waiting
    head, title = table.heads[0], table.title
    text = QRect(head.geometry())
    text.setLeft(head.geometry().right() + 1 - head.fontMetrics().horizontalAdvance(head.text()))
    right = title.geometry().right() if title.is_cut else title.geometry().left() + title.sizeHint().width()
    assert right < text.left()
    assert title.is_cut or width >= 366


@pytest.mark.parametrize("lead", ["", "field"])
def test_a_note_is_whole_under_few_rows_too(qtbot, lead):
    table = FactTable("Recipes differ in", ("A", "B", "changed", "positive"), names=100, lead=lead)
    area = shown(qtbot, table, 368)
    for rows in (1, 12, 1):
        table.fill([(f"positive {row}", "0.7", "0.5", "10", "25") for row in range(rows)], note=NOTE)
        area.grab()
        assert table.note.height() >= table.note.heightForWidth(table.note.width()) > 40
