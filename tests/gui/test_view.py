"""Heat, every anchor, decoded boxes under the mouse, and the view saved: in the real window."""

import numpy as np
import pytest
from gui_steps import open_demo
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from rpn_inspector.core.proposals import Fate
from rpn_inspector.gui.canvas.heat import cell_map, colour_table, values_of
from rpn_inspector.gui.commands.save_view import copy_view, write_view


@pytest.fixture
def window(shared_window):
    return shared_window


def test_a_place_takes_the_highest_number_of_the_cells_it_lies_in(qtbot, window):
    """Brute force: for each cell of the finest level, the best of all anchors of all levels whose cell holds it."""
    open_demo(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    found, stride = cell_map(inspection, inspection.assignment.iou)
    assert stride == (8, 8)
    assert found.shape == inspection.grid.levels[0].shape
    generator = np.random.default_rng(0)
    for row, column in generator.integers(0, found.shape, (40, 2)).tolist():
        wanted = 0.0
        for level in inspection.grid.levels:
            y, x = (int(place * 8 // step) for place, step in zip((row, column), level.stride, strict=True))
            first = level.offset + (y * level.shape[1] + x) * len(level.base)
            wanted = max(wanted, float(inspection.assignment.iou[first : first + len(level.base)].max()))
        assert found[row, column] == np.float32(wanted)


def test_the_heat_of_losses_adds_up_to_the_loss(qtbot, window):
    open_demo(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    np.testing.assert_allclose(values_of(inspection, "loss").sum(), inspection.loss.total, rtol=1e-5)
    np.testing.assert_array_equal(values_of(inspection, "objectness"), inspection.objectness())


def test_the_colours_run_from_clear_dark_blue_to_strong_yellow():
    table = colour_table()
    assert table[0].tolist() == [0, 0, 0, 0]
    blue, green, red, opacity = table[255].tolist()
    assert opacity > 150
    assert red > green > blue
    assert (np.diff(table[:, 3].astype(int)) >= 0).all()


def pixel(window, x, y):
    place = window.canvas.to_widget(x, y)
    return window.canvas.grab().toImage().pixelColor(int(place.x()), int(place.y()))


def test_key_8_lays_heat_over_the_picture_and_takes_it_away(qtbot, window):
    open_demo(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    best = inspection.anchors([int(inspection.assignment.iou.argmax())])[0]
    x, y = (best[0] + best[2]) / 2 + 2, (best[1] + best[3]) / 2 + 2
    before = pixel(window, x, y)
    window.workspace.show_heat("iou")
    warm = pixel(window, x, y)
    assert warm != before
    assert warm.red() > warm.blue()
    qtbot.keyClick(window.canvas, Qt.Key.Key_8)
    assert pixel(window, x, y) == before


def test_key_9_shows_every_anchor_and_the_first_layers_again(qtbot, window):
    open_demo(qtbot, window)
    first = window.workspace.state.layers
    qtbot.keyClick(window.canvas, Qt.Key.Key_9)
    assert {"positive", "ignored", "negative"} <= window.workspace.state.layers
    qtbot.keyClick(window.canvas, Qt.Key.Key_9)
    assert window.workspace.state.layers == first


def test_with_the_proposals_alone_a_click_takes_a_decoded_box(qtbot, window):
    open_demo(qtbot, window)
    work = window.workspace
    for layer in ("positive", "ignored", "proposals"):
        work.toggle_layer(layer)
    proposals = work.state.shown.inspection.proposals
    lost = proposals.all_anchor[proposals.fate[proposals.all_anchor] == Fate.SUPPRESSED]
    anchor = int(lost[0])
    row = int(np.flatnonzero(proposals.all_anchor == anchor)[0])
    x1, y1, x2, y2 = proposals.all_boxes[row]
    place = window.canvas.to_widget((x1 + x2) / 2, (y1 + y2) / 2)
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=place.toPoint())
    stack = work.state.stack
    assert anchor in stack
    while work.state.selection != anchor:
        work.walk(+1)
    window.tables.setCurrentWidget(window.tables.proposals)
    assert window.inspector.finding.text().startswith("Suppressed by")


def test_the_view_is_saved_as_png_and_as_svg_with_lines_and_copied(qtbot, window, tmp_path):
    open_demo(qtbot, window)
    write_view(window, window.canvas, tmp_path / "view.png")
    assert QImage(str(tmp_path / "view.png")).size() == window.canvas.grab().size()
    write_view(window, window.canvas, tmp_path / "view.svg")
    text = (tmp_path / "view.svg").read_text()
    assert text.count("<image") == 1  # the picture
    assert text.count("<rect") >= 2 * len(window.workspace.state.shown.inspection.gt)  # each on its casing
    assert sorted(path.name for path in tmp_path.iterdir()) == ["view.png", "view.svg"]
    copy_view(window, window.canvas)
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_view_that_cannot_be_saved_is_said_so(qtbot, window, tmp_path):
    open_demo(qtbot, window)
    write_view(window, window.canvas, tmp_path / "view.nothing")
    assert "could not be written" in window.workspace.state.problem.text
    assert list(tmp_path.iterdir()) == []


def test_the_status_line_reads_the_picture_under_the_cursor(qtbot, window):
    open_demo(qtbot, window)
    shown = window.workspace.state.shown
    place = window.canvas.to_widget(100.5, 60.5)
    qtbot.mouseMove(window.canvas, place.toPoint())
    at = window.canvas.from_widget(QPointF(place.toPoint()))
    original = shown.inspection.to_original(np.array([[*at, *at]]))[0]
    wanted = shown.picture.pixels[int(original[1]), int(original[0])]
    rgb = "RGB  " + " ".join(map(str, wanted.tolist()))
    qtbot.waitUntil(lambda: window.status_line.labels["cursor"].text().endswith(rgb))
    assert f"original px  x {original[0]:.1f}" in window.status_line.labels["cursor"].text()


def test_key_c_shows_the_feature_cell_of_the_selection(qtbot, window):
    open_demo(qtbot, window)
    inspection = window.workspace.state.shown.inspection
    anchor = int(inspection.positive[0])
    window.workspace.select(anchor)
    place = inspection.grid.locate([anchor])
    step = inspection.grid.levels[int(place.level[0])].stride
    x, y = int(place.x[0]) * step[1], int(place.y[0]) * step[0] + step[0] / 2
    qtbot.keyClick(window.canvas, Qt.Key.Key_C)
    assert pixel(window, x, y).lightness() > 200  # the cell's left edge, white on black
    assert window.menus.by_name["Feature cell of the selection"].isChecked()
