"""The strip of layers: entries stand still from picture to picture, and counts agree with the status line."""

import re

import pytest
from gui_steps import Painted, open_demo, settled
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from rpn_inspector.gui.canvas.strip import LayerStrip
from rpn_inspector.gui.images.finding_row import FindingRow
from rpn_inspector.gui.widgets.pens import SWATCH_WIDTH
from rpn_inspector.gui.widgets.theme import LIGHT


def places(strip):
    return {layer: entry.geometry() for layer, entry in strip.entries.items() if entry.isVisible()}


def of_the_strip():
    strip = LayerStrip(theme=LIGHT)
    strip.resize(1200, strip.height())
    return strip, strip.entries["positive"]


def of_the_findings():
    row = FindingRow("zero-size", LIGHT, "broken", True)
    row.resize(240, 24)
    return row, row


@pytest.mark.parametrize("make", [of_the_strip, of_the_findings])
def test_an_entry_moved_from_under_a_mouse_at_rest_is_not_lit(qtbot, make):
    strip, entry = make()
    qtbot.addWidget(strip)
    strip.show()
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


@pytest.mark.parametrize("width", [1366, 1920])
def test_to_show_or_hide_a_layer_moves_no_entry_nor_does_another_recipe(qtbot, window, width):
    window.main_window.resize(width, 768)
    open_demo(qtbot, window)
    strip = window.strip
    qtbot.waitUntil(lambda: strip.width() > 600 and strip.entries["positive"].number == "15")
    first = places(strip)
    assert strip.all.isVisible()
    assert set(strip.entries) == set(first)
    for layer in [*strip.entries, *strip.entries]:
        window.workspace.toggle_layer(layer)
        assert places(strip) == first, layer
        assert strip.all.isVisible()
    for recipe in ("yolov8", "rtmdet", "atss-mmdet", "ssd300-pytorch", "yolov5s"):
        window.navigate.choose_recipe(recipe)
        qtbot.waitUntil(lambda: settled(window))
        assert places(strip).items() <= first.items(), recipe


def test_every_count_stands_in_a_narrow_strip_over_its_name_and_nothing_is_cut(qtbot, window):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    qtbot.waitUntil(lambda: settled(window))
    strip = window.strip
    for layer, entry in strip.entries.items():
        if not entry.isChecked():
            window.workspace.toggle_layer(layer)
    entries = [*strip.entries.values(), strip.all]
    counted = [layer for layer, entry in strip.entries.items() if entry.number]
    assert counted == ["truth", "positive", "ignored", "negative", "sampled", "proposals"]
    for entry in entries:
        assert entry.tight
        assert entry._across(entry.text(), True) + 2 * entry._gap <= entry.width()
        head = entry._across(f"{entry.key}{entry.number}", True) + 4 * entry._gap
        assert head + (0 if entry is strip.all else SWATCH_WIDTH) <= entry.width() + entry._gap


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


def test_another_picture_paints_the_entries_anew_whose_look_changes_and_no_other(qtbot, window):
    open_demo(qtbot, window)
    strip = window.strip
    entries = {**strip.entries, "all": strip.all}
    for step in (1, 1, -1):
        for _ in range(5):
            QApplication.processEvents()
        before = {name: entry.grab().toImage() for name, entry in entries.items()}
        painted = Painted(**entries)
        window.navigate.next_image(step)
        qtbot.waitUntil(lambda: settled(window))
        for _ in range(5):
            QApplication.processEvents()
        counts = dict(painted.counts)
        changed = {name for name, entry in entries.items() if entry.grab().toImage() != before[name]}
        assert {name for name, count in counts.items() if count} == changed
        assert max(counts.values()) <= 1
