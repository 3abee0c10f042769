"""The funnel's columns hold heads and numbers of any length: one that finds no room is scrolled to, never cut."""

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from rpn_inspector.core.fates import Funnel, FunnelRow, Recall
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.gui.tables.funnel import FunnelPanel, FunnelTable, step_heads
from rpn_inspector.gui.widgets.theme import LIGHT, sized

STEPS = ("anchors", "score", "top", "size", "nms", "kept")


@pytest.mark.parametrize("width", [0, 300, 800])
@pytest.mark.parametrize("most", [87, 120_087, 12_000_087])
def test_no_number_of_the_funnel_is_cut(qtbot, most, width):
    table = FunnelTable(LIGHT)
    qtbot.addWidget(table)
    left = (most, most // 2, 3_447, 3_447, 764, 300)
    table.show_funnel(
        Funnel(STEPS, (FunnelRow("P3", left),), FunnelRow("all", left), {}),
        step_heads(load_recipe("retinanet-torchvision")),
        (),
    )
    table.resize(max(width, table.minimumWidth()), table.height())
    bold, small = QFontMetrics(sized(table.font(), 12, bold=True)), QFontMetrics(sized(table.font(), 11))
    places = [place for place, row, _ in table._cells() if row == 1]
    for place, count, head in zip(places, left, table.heads, strict=True):
        assert place.width() >= bold.horizontalAdvance(f"{count:,}")
        assert place.width() >= small.horizontalAdvance(head)
    ends = [place.right() for place in places]
    assert all(end < place.left() for end, place in zip(ends, places[1:], strict=False))
    assert ends[-1] <= table.width()


def test_the_panel_asks_for_the_room_of_all_columns_of_decoded_boxes(qtbot):
    panel = FunnelPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    before = panel.minimumWidth()
    left = (217_413, 4_663, 1_000, 1_000, 1_000, 190, 190)
    recall = (Recall("anchors", 1.0, 0.95, np.ones(1)), Recall("nms", 1.0, 1.0, np.ones(1)))
    panel.table.show_funnel(
        Funnel(("anchors", "box", "top", "size", "score", "nms", "kept"), (), FunnelRow("all", left), {}),
        step_heads(load_recipe("torchvision-fpn"), some_without=True),
        recall,
    )
    panel.table.show()
    panel._fit()
    panel.resize(panel.minimumWidth(), 300)
    QApplication.processEvents()
    assert panel.minimumWidth() > before
    assert panel.horizontalScrollBar().maximum() == 0
