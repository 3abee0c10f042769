"""The strip of layers: entries stand still from picture to picture, and counts agree with the status line."""

import re

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor

from rpn_inspector.gui.canvas.strip import LayerStrip
from rpn_inspector.gui.widgets.theme import LIGHT


def places(strip):
    return {layer: entry.geometry() for layer, entry in strip.entries.items() if entry.isVisible()}


def test_an_entry_moved_from_under_a_mouse_at_rest_is_not_lit(qtbot):
    strip = LayerStrip(theme=LIGHT)
    qtbot.addWidget(strip)
    strip.resize(1200, strip.height())
    strip.show()
    entry = strip.entries["positive"]
    outside = strip.mapToGlobal(QPoint(600, 300))
    QCursor.setPos(outside)
    plain = entry.grab().toImage()
    entry.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt leaves it until the mouse moves
    assert entry.grab().toImage() == plain
    QCursor.setPos(entry.mapToGlobal(entry.rect().center()))
    assert entry.grab().toImage() != plain
    QCursor.setPos(outside)


@pytest.mark.parametrize("width", [1366, 1920])
def test_no_entry_moves_when_a_count_gains_a_digit(qtbot, window, width):
    window.main_window.resize(width, 768)
    open_demo(qtbot, window)
    strip, work = window.strip, window.workspace
    qtbot.waitUntil(lambda: strip.width() > 600 and strip.entries["positive"].number == "15")
    first, lengths = places(strip), set()
    assert {"truth", "positive", "ignored", "negative", "sampled", "prediction", "proposals"} <= set(first)
    for index in (1, 5, 6, 11, 12):  # 12, 58, 53, 1 and 20 positives or so
        work.go_to(index)
        qtbot.waitUntil(lambda: settled(window))
        assert places(strip) == first, index
        lengths |= {len(strip.entries[layer].number) for layer in ("positive", "ignored")}
    assert len(lengths) > 2, "else the law says nothing"
    work.select(0)
    assert places(strip) == first


@pytest.mark.parametrize(("width", "form"), [(1366, "{drawn}/{total}"), (1920, "{drawn} of {total}")])
def test_the_ignored_drawn_are_told_from_those_the_status_line_counts(qtbot, window, width, form):
    window.main_window.resize(width, 768)
    open_demo(qtbot, window)
    window.workspace.go_to(2)
    qtbot.waitUntil(lambda: settled(window))
    counts, entry = window.status_line.labels["counts"], window.strip.entries["ignored"]
    qtbot.waitUntil(lambda: ">17 positive<" in counts.text())
    total = re.search(r"([\d,]+) ignored", counts.text()).group(1)
    assert total == "70"
    assert entry.number == form.format(drawn=0, total=total)
    assert "0 of 70 drawn: IoU 0.60 and up" in entry.toolTip()
    assert "whatever the layers draw" in counts.toolTip()


def test_what_a_picture_has_not_is_not_counted(qtbot, window):
    window.main_window.resize(1920, 768)
    open_demo(qtbot, window)
    window.workspace.toggle_layer("proposals")
    entry = window.strip.entries["proposals"]
    assert entry.number == "100 of 300"
    window.workspace.go_to(11)  # of no outputs
    qtbot.waitUntil(lambda: settled(window))
    assert not entry.isEnabled()
    assert entry.number == ""
