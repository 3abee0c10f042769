"""Layers, zoom, pan, pointing, heat and the stack under one point, with a real mouse and keyboard."""

import re

import pytest
from desk import box_on_screen, xdotool
from PySide6.QtCore import QPoint

pytestmark = pytest.mark.xcb


def cursor(desk):
    """Read where the status bar says the mouse is: x and y of network px."""
    found = re.search(r"network px +x ([\d.,−-]+) +y ([\d.,−-]+)", desk.window.status_line.labels["cursor"].text())
    return found and tuple(float(part.replace(",", "").replace("−", "-")) for part in found.groups())


def test_each_key_shows_its_layer_with_its_count(desk):
    strip, assignment = desk.window.strip, desk.window.workspace.state.shown.inspection.assignment
    desk.click(desk.window.canvas, QPoint(20, 60))
    desk.key("Escape")
    counts = {"positive": (assignment.label == 1).sum(), "ignored": (assignment.label == -1).sum()}
    counts["negative"] = (assignment.label == 0).sum()
    for key, layer in enumerate(strip.entries, 1):
        entry = strip.entries[layer]
        before = entry.isChecked()
        desk.key(str(key))
        desk.until(lambda entry=entry, before=before: entry.isChecked() is not before)
        if before:
            desk.until(lambda entry=entry: entry.number == "")
            desk.key(str(key))
            desk.until(lambda entry=entry, before=before: entry.isChecked() is before)
        if layer in counts:
            words = re.compile(rf"(^|of ){counts[layer]:,}")
            desk.until(lambda entry=entry, words=words: words.search(entry.count.words))
            desk.until(lambda entry=entry: re.match(rf"{entry.count.drawn:,}($|/| of)", entry.number))


def test_nine_shows_all_anchors_and_again_what_was_shown(desk):
    entries = desk.window.strip.entries
    labels = [entries[name] for name in ("positive", "ignored", "negative")]
    before = [entry.number for entry in labels]
    desk.key("9")
    desk.until(lambda: all(entry.number for entry in labels))
    desk.reads_soon(f"{entries['negative'].number} negative", desk.window.main_window.statusBar())
    desk.key("9")
    desk.until(lambda: [entry.number for entry in labels] == before)


def test_the_wheel_zooms_at_the_cursor_and_a_drag_moves_what_is_held(desk):
    canvas = desk.window.canvas
    at = QPoint(canvas.width() // 3, canvas.height() // 2)
    desk.move(canvas, at)
    desk.until(lambda: cursor(desk))
    here, percent = cursor(desk), canvas.percent
    desk.wheel(canvas, 4, at)
    desk.until(lambda: canvas.percent > 1.9 * percent)
    desk.move(canvas, at)
    desk.until(lambda: cursor(desk) == pytest.approx(here, abs=1.0))
    desk.drag(canvas, at, at + QPoint(90, 40))
    desk.move(canvas, at + QPoint(90, 40))
    desk.until(lambda: cursor(desk) == pytest.approx(here, abs=1.0))
    desk.key("f")
    desk.until(lambda: canvas.percent == pytest.approx(percent))


def test_pointing_says_the_place_and_the_pixel(desk):
    window = desk.window
    window.canvas.fit()
    point = window.canvas.rect().center()
    desk.move(window.canvas, point)
    desk.until(lambda: cursor(desk))
    shown = window.workspace.state.shown
    x, y = window.canvas.from_widget(point)
    at = shown.inspection.to_original([[x, y, x, y]])[0]
    colour = " ".join(str(int(value)) for value in shown.picture.pixels[int(at[1]), int(at[0])])
    desk.reads_soon(f"RGB  {colour}", window.main_window.statusBar())


def test_pointing_at_a_layer_says_what_it_is(desk):
    entry = desk.window.strip.entries["ignored"]
    desk.move(entry)
    desk.until(lambda: desk.tip().startswith("Ignored: ignored anchors"))


def test_heat_is_chosen_in_the_menu_and_lies_over_the_picture(desk):
    canvas, strip = desk.window.canvas, desk.window.strip
    desk.move(strip.entries["ignored"])  # what lies under the mouse would be drawn too
    desk.until(lambda: canvas._scene.pointed == ())
    before = canvas.grab().toImage()
    desk.choose("View", "Heat of best IoU")
    desk.until(lambda: canvas.grab().toImage() != before)
    best = canvas.grab().toImage()
    desk.choose("View", "Heat of loss")
    desk.until(lambda: canvas.grab().toImage() not in (before, best))
    if strip.more.isVisible():  # on a narrow screen its name stands in the menu at the end
        desk.unfold(strip.more, "Heat")
    else:
        desk.click(strip.entries["heat"])
    desk.until(lambda: canvas.grab().toImage() == before)


def test_clicking_again_walks_the_anchors_under_the_point(desk):
    window = desk.window
    box = box_on_screen(window.canvas, window.workspace.state.shown.inspection.gt[0])
    desk.click(window.canvas, box.center())
    desk.reads_soon("1 of ", window.inspector)
    desk.reads_soon("anchors under the cursor", window.inspector)
    first = window.inspector.place.text()
    desk.click(window.canvas, box.center())
    desk.reads_soon("2 of ", window.inspector)
    desk.until(lambda: window.inspector.place.text() != first)
    desk.key("Up")
    desk.reads_soon(first, window.inspector)
    desk.key("Escape")
    desk.reads_soon("Click a box on the picture", window.inspector)


def test_the_selected_box_is_the_selected_row(desk):
    window = desk.window
    box = box_on_screen(window.canvas, window.workspace.state.shown.inspection.gt[0])
    desk.click(window.canvas, box.center())
    desk.reads_soon("1 of ", window.inspector)
    table = window.tables.anchors
    desk.until(lambda: table.selectionModel().hasSelection())
    row = table.currentIndex().row()
    desk.until(lambda: f"IoU {desk.cell(table, row, 'IoU')}" in window.inspector.scale.accessibleDescription())


def test_pointing_says_the_best_anchors_there_and_a_click_takes_the_first(desk):
    window, canvas = desk.window, desk.window.canvas
    box = box_on_screen(canvas, window.workspace.state.shown.inspection.gt[0])
    desk.move(canvas, box.center())
    desk.until(lambda: "anchors under the cursor" in desk.pointed_words())
    said = desk.pointed_words().splitlines()
    assert len(said) == 4
    desk.click(canvas, box.center())
    desk.reads_soon("1 of ", window.inspector)
    desk.until(lambda: window.inspector.place.text().split(" · ")[1] in said[1])
    desk.until(lambda: said[0].split()[0] in window.inspector.stack.text())
    desk.move(window.inspector)
    desk.until(lambda: not desk.pointed_words())


def test_a_filter_holds_for_pointing_and_clicking_too(desk):
    window, canvas = desk.window, desk.window.canvas
    box = box_on_screen(canvas, window.workspace.state.shown.inspection.gt[0])
    window.navigate.filter_by("label == negative")
    desk.move(canvas, box.center())
    desk.until(lambda: "negative" in desk.pointed_words())
    assert "positive" not in desk.pointed_words()
    desk.click(canvas, box.center())
    desk.reads_soon("Negative", window.inspector)


@pytest.mark.parametrize("how", ["shift", "key"])
def test_the_ruler_says_how_long_a_drag_is(desk, how):
    canvas = desk.window.canvas
    view, start = canvas.view, QPoint(canvas.width() // 3, canvas.height() // 3)
    if how == "key":
        desk.key("m")
        desk.drag(canvas, start, start + QPoint(60, 80))
    else:
        xdotool("keydown", "shift")
        desk.drag(canvas, start, start + QPoint(60, 80))
        xdotool("keyup", "shift")
    wanted = pytest.approx(100 / view.scale, rel=0.03)  # the drag is longer with each place the mouse comes to
    desk.until(lambda: canvas.ruler_words and float(canvas.ruler_words.split()[0]) == wanted)
    assert canvas.view == view, "the picture moved with the ruler"
    assert "original px" in canvas.ruler_words
    desk.key("Escape")
    desk.until(lambda: not canvas.ruler_words)
    assert not canvas.measuring
    desk.drag(canvas, start, start + QPoint(30, 0))
    desk.until(lambda: canvas.view != view)


def test_the_picture_stays_where_it_is_when_an_anchor_is_clicked(desk):
    window, canvas = desk.window, desk.window.canvas
    box = box_on_screen(canvas, window.workspace.state.shown.inspection.gt[0])
    before = canvas.mapToGlobal(QPoint(0, 0)), canvas.size(), canvas.view
    desk.click(canvas, box.center())
    desk.reads_soon("1 of ", window.inspector)
    desk.until(window.inspector.explain.isVisible)
    assert (canvas.mapToGlobal(QPoint(0, 0)), canvas.size(), canvas.view) == before
