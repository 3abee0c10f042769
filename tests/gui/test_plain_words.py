"""What the panels say is plain and whole: one thing is one thing, a cap says of how many, a filter is seen."""

import dataclasses

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import Qt

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.widgets.i18n import counted


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.mark.parametrize(
    ("number", "text"), [(0, "boxes in 0 images"), (1, "boxes in 1 image"), (1200, "boxes in 1,200 images")]
)
def test_one_thing_is_counted_as_one(qapp, number, text):
    assert counted(number, "boxes in 1 image", "boxes in {n} images") == text


def test_a_count_holds_other_words_besides(qapp):
    assert counted(1, "{done} of 1 image", "{done} of {n} images", done="0") == "0 of 1 image"
    assert counted(2, "{done} of 1 image", "{done} of {n} images", done="1") == "1 of 2 images"


def test_the_tabs_stay_under_the_mouse_when_the_funnel_comes_and_goes(qtbot, window):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    tabs = window.tables.tabs
    tables = next(dock for dock in window.docks.by_name.values() if dock.objectName() == "Tables")
    qtbot.waitUntil(lambda: window.plots.isVisible() and tables.height() == window.docks.below)  # laid out
    places = [tabs.mapTo(window.main_window, tabs.tabRect(tab).topLeft()) for tab in range(tabs.count())]
    for tab, other in ((2, window.funnel), (1, window.plots), (2, window.funnel), (0, window.plots)):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(tab).center())
        qtbot.waitUntil(lambda other=other: other.isVisible() and other.width() > 200)
        assert [tabs.mapTo(window.main_window, tabs.tabRect(tab).topLeft()) for tab in range(tabs.count())] == places


def test_the_filter_is_seen_on_every_picture_and_cleared_there(qtbot, window):
    open_demo(qtbot, window)
    assert window.chip.isHidden()
    window.navigate.filter_by("iou > 0.5")
    window.navigate.next_image(+1)
    qtbot.waitUntil(lambda: settled(window))
    window.docks.toggle("Tables")  # where it was typed
    passing = window.workspace.state.passing
    assert window.chip.isVisible()
    assert window.chip.text() == f"Filter: iou > 0.5   {passing.count:,} of {passing.values.inspection.grid.size:,}   ×"
    assert window.canvas.rect().contains(window.chip.geometry())
    qtbot.mouseClick(window.chip, Qt.MouseButton.LeftButton)
    assert window.workspace.state.filter == ""
    assert window.chip.isHidden()


def test_a_long_filter_stays_on_the_picture(qtbot, window):
    open_demo(qtbot, window)
    window.navigate.filter_by(" or ".join(f"iou > 0.{number}" for number in range(1, 40)))
    window.main_window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.canvas.rect().contains(window.chip.geometry()))
    assert window.chip.text().endswith("×")
    assert "…" in window.chip.text()


def test_ious_say_of_how_many_truths_they_are_the_best(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.next_gt()
    assert len(window.workspace.state.shown.inspection.gt) == 10
    best = min(int((window.inspector.facts.iou_per_gt > 0).sum()), 6)
    assert window.inspector.overlaps.unit.text() == f"the {best} best of 10"


def test_a_cap_says_of_how_many(qapp):
    """A truth far outside makes all 24,552 anchors positive; 5,000 are drawn one by one."""
    result = inspect(Sample("x", (200, 300), gt=[[900.0, 900, 950, 960]]), load_recipe("torchvision-fpn"))
    total = result.grid.size
    assert total > 5000
    count = Layers(result).count("positive")
    assert count.short == f"5,000 of {total:,}"
    assert count.words == f"5,000 of {total:,} drawn: the first 5,000"


def test_the_reasons_of_a_picture_stand_whole_where_nothing_is_selected(qtbot, window):
    open_demo(qtbot, window)
    shown = window.workspace.state.shown
    sample = Sample("x", shown.inspection.sample.size, gt=[[900.0, 900, 950, 960]])
    window.inspector.show_anchor(dataclasses.replace(shown, inspection=inspect(sample, shown.recipe)), None, ())
    label = window.inspector.why
    assert "overlaps no anchor: every anchor ties at IoU 0 and becomes positive." in label.text()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


@pytest.mark.parametrize("name", ["efficientdet-d0", "yolov3-320", "ssd300-torchvision", "mmdet-c4"])
def test_no_value_of_a_recipe_is_cut_in_its_editor(qtbot, window, name):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    window.recipe_dock.toggle()
    editor = window.recipe_dock.editor
    editor.set_recipe(load_recipe(name))
    for row in editor.rows.values():
        if row.isVisibleTo(editor):
            field = row.editor
            text = field.text() if hasattr(field, "text") else field.currentText()
            room = field.width() - (18 if hasattr(field, "text") else 36)
            whole = row.whole.text().replace("],\n[", "], [")
            fits = lambda text=text, field=field, room=room: field.fontMetrics().horizontalAdvance(text) <= room  # noqa: E731
            assert fits() or whole == text, row.place
