"""The laws of how the window looks: contrast, nothing cut, nothing on top of another, at the sizes people have."""

import dataclasses
import itertools
from pathlib import Path

import numpy as np
import pytest
from gui_steps import open_demo
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from rpn_inspector.analysis.compare.label_changes import Comparison
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.formulas.numbers import fitted
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.inspection import inspect
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import CanvasScene, tags_of
from rpn_inspector.gui.canvas.picture import Backdrop, PicturePlace, place_of
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.widgets.fact_table import FactTable, NameLabel
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply

GROUNDS = ("window", "dock", "table", "table_odd", "field")
WORDS = ("text", "text_second", "text_caption", "positive_text", "negative_text", "proposal_text")


@pytest.fixture
def window(shared_window):
    return shared_window


def luminance(colour):
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_every_ground(theme):
    pairs = [(word, ground) for word in WORDS for ground in GROUNDS]
    pairs += [("text", "hover"), ("text_second", "hover"), ("text", "selected_row"), ("text_second", "selected_row")]
    poor = {pair: contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in poor.items() if value < 4.5} == {}


def test_the_same_colours_again_cost_no_widget_anything(qapp, qtbot):
    class Styled(QLabel):
        times = 0

        def changeEvent(self, event):
            self.times += event.type() == QEvent.Type.StyleChange

    apply(qapp, LIGHT)
    label = Styled("text")
    qtbot.addWidget(label)
    label.ensurePolished()
    for theme, times in ((LIGHT, 0), (DARK, 1), (DARK, 1), (LIGHT, 2)):
        apply(qapp, theme)
        assert label.times == times


@pytest.fixture(params=[(1366, 768), (1440, 900), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
def seen(request, qtbot, window):
    window.main_window.resize(*request.param)
    open_demo(qtbot, window)
    window.docks.reset()
    inspection = window.workspace.state.shown.inspection
    window.workspace.select(int(inspection.positive[5]))
    qtbot.waitUntil(lambda: window.inspector.facts is not None)
    return window


def written_at(label):
    """Return where the text of a label of one line stands in its parent."""
    place = label.geometry()
    width = QFontMetrics(label.font()).horizontalAdvance(label.text())
    if label.alignment() & Qt.AlignmentFlag.AlignRight:
        place.setLeft(place.right() - width)
    else:
        place.setRight(min(place.right(), place.left() + width))
    return place


def test_no_fact_is_cut_or_touches_another(qtbot, seen):
    assert seen.inspector.width() <= 341
    for table in seen.inspector.findChildren(FactTable):
        if not table.isVisible():
            continue
        labels = [label for label in table.findChildren(QLabel) if label.isVisible() and label.text()]
        for label in labels:
            room = label.contentsRect().width()
            if not isinstance(label, NameLabel) and not label.wordWrap():
                assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= room + 1, label.text()
        for one, other in itertools.combinations(labels, 2):
            assert not written_at(one).intersects(written_at(other)), (one.text(), other.text())


def test_the_table_of_anchors_needs_no_scrolling_sideways(qtbot, seen):
    table = seen.tables.anchors
    assert table.horizontalScrollBar().maximum() == 0
    model, metrics = table.columns_model, table.horizontalHeader().fontMetrics()
    for column in range(model.columnCount()):
        if not table.isColumnHidden(column):
            head = model.headerData(column, seen.tables.anchors.horizontalHeader().orientation(), 0)
            assert metrics.horizontalAdvance(head) + 8 <= table.columnWidth(column), head


def test_the_layers_stand_in_one_strip_without_a_menu_from_1366_on(qtbot, seen):
    strip = seen.strip
    assert not strip.more.isVisible()
    shown = [entry.geometry() for entry in (*strip.entries.values(), strip.all) if entry.isVisible()]
    assert len(shown) == len(strip.entries) + 1
    assert all(not one.intersects(other) for one, other in itertools.combinations(shown, 2))
    assert shown[-1].right() <= strip.width() - 8


def test_all_in_the_strip_shows_every_anchor(qtbot, window):
    window.main_window.resize(1920, 900)
    open_demo(qtbot, window)
    assert not window.strip.all.isChecked()
    window.strip.all.click()
    assert window.strip.all.isChecked()
    assert {"positive", "ignored", "negative"} <= window.workspace.state.layers
    window.strip.all.click()
    assert not window.strip.all.isChecked()


def test_fields_and_buttons_of_the_top_row_have_one_height(qtbot, seen):
    choosers = seen.top_bar
    assert {field.height() for field in (choosers.recipe, choosers.outputs, choosers.find)} == {24}
    middle = {field.geometry().center().y() for field in (choosers.recipe, choosers.outputs, choosers.find)}
    assert len(middle) == 1


@pytest.mark.usefixtures("new_window")
def test_a_sorted_column_says_which_way_in_words_beside_its_name(qtbot, seen):
    table = seen.tables.anchors
    across = table.horizontalHeader().orientation()
    heads = [table.columns_model.headerData(column, across, 0) for column in range(12)]
    assert [head for head in heads if head[-1] in "↑↓"] == ["Box share ↓"]
    table.sortByColumn(0, table.horizontalHeader().sortIndicatorOrder().AscendingOrder)
    assert table.columns_model.headerData(0, across, 0) == "Anchor ↑"


@pytest.mark.parametrize(
    ("value", "digits", "letters", "wanted"),
    [
        (0.018, 6, 8, "0.018000"),
        (170.9514212, 5, 7, "170.951"),
        (12345678.9, 6, 8, "12,345,679"),
        (None, 6, 8, "–"),
        (-2.0146, 6, 8, "−2.01460"),
    ],
)
def test_large_numbers_give_up_decimals_before_they_need_more_room(value, digits, letters, wanted):
    assert fitted(value, digits, letters) == wanted


@pytest.mark.parametrize("name", ["yolov3-416", "retinanet-torchvision", "efficientdet-d0"])
def test_the_inspector_is_never_wider_than_it_is_seen(qtbot, window, name):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    window.navigate.choose_recipe(name)
    window.workspace.use_predictions(SimulatedPredictions())
    qtbot.waitUntil(lambda: not window.workspace.state.busy and window.workspace.state.shown.recipe.name == name)
    inspection = window.workspace.state.shown.inspection
    for anchor in (*inspection.positive[:3].tolist(), 0):
        window.workspace.select(anchor)
        sheet = window.inspector.widget()
        assert sheet.minimumSizeHint().width() <= window.inspector.viewport().width()
        assert sheet.width() <= window.inspector.viewport().width()


def test_a_cell_too_narrow_for_its_number_never_shows_half_of_it(qtbot, window):
    open_demo(qtbot, window)
    window.navigate.choose_recipe("yolov3-416")
    qtbot.waitUntil(lambda: window.workspace.state.shown.recipe.name == "yolov3-416")
    table = window.tables.anchors
    metrics = QFontMetrics(table.font())
    for title in ("Level", "Size", "h/w"):
        column = next(i for i, one in enumerate(table.columns_model.columns) if one.title == title)
        texts = {table.columns_model.columns[column].text(row) for row in range(0, 7000, 13)}
        assert max(metrics.horizontalAdvance(text) for text in texts) + 8 <= table.columnWidth(column)


def test_a_long_class_name_is_cut_in_its_tag(qtbot, window, tmp_path):
    open_demo(qtbot, window)
    shown = window.workspace.state.shown
    sample = dataclasses.replace(
        shown.inspection.sample, classes=tuple("an endless name for a class " * 3 for _ in range(9))
    )
    inspection = inspect(sample, shown.recipe)
    scene = CanvasScene(Layers(inspection))
    scene.visible = frozenset({"truth"})
    texts = [tag.text for tag in tags_of(scene, CanvasView(1, 0, 0), QFontMetricsF(window.main_window.font()))]
    assert texts
    assert all(len(text) < 32 for text in texts)


def test_the_tabs_leave_their_counts_out_before_they_touch_the_filter(qtbot, window):
    open_demo(qtbot, window)
    tables = window.tables
    for width in (900, 460):
        tables.resize(width, 230)
        last = tables.tabs.tabRect(tables.tabs.count() - 1).right()
        assert last <= tables.filter.geometry().left()
    assert tables.tabs.compact


def test_no_label_shows_itself_as_a_window_of_its_own(qtbot, window):
    open_demo(qtbot, window)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [window.main_window]


def test_compare_fits_a_small_screen(qtbot, window):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    window.navigate.choose_recipe("torchvision-fpn")
    window.workspace.use_predictions(None)
    window.pages.look("compare")
    page = window.compare
    page.box.choose("mmdet-fpn")
    qtbot.waitUntil(lambda: isinstance(page.found, Comparison))
    window.workspace.select(int(page.found.changed_a[0]))
    area = page.sheet.parentWidget()
    qtbot.waitUntil(lambda: page.sheet.minimumSizeHint().width() <= area.width())
    assert window.main_window.width() == 1366


@pytest.mark.parametrize("name", ["ground_truths", "proposals"])
def test_every_table_fits_a_screen_of_1440(qtbot, window, name):
    open_demo(qtbot, window)
    window.docks.reset()
    table = getattr(window.tables, name)
    window.tables.setCurrentWidget(table)
    qtbot.waitUntil(lambda: table.columns_model.rowCount() > 0)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize(("zoom", "squares"), [(1.5, False), (3.9, False), (4.5, True)])
def test_a_picture_is_smooth_until_its_pixels_are_what_is_looked_at(qapp, ratio, zoom, squares):
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:, ::2] = 255
    side = 40
    screen = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    screen.fill(0)
    painter = QPainter(screen)
    area = QRectF(0, 0, 8 * zoom, 8 * zoom)
    Backdrop(pixels).paint(painter, PicturePlace(area, area), side, side, ratio)
    painter.end()
    inside = range(1, round(8 * zoom * ratio) - 1)
    shades = {screen.pixelColor(x, round(4 * zoom * ratio)).red() for x in inside}
    assert (shades <= {0, 255}) == squares


def test_a_picture_far_away_is_averaged_and_a_stretched_side_keeps_its_pixels(qapp):
    pixels = np.random.default_rng(1).integers(0, 255, (40, 64, 3), np.uint8)
    area = QRectF(0, 0, 8, 5)
    seen = painted(pixels, PicturePlace(area, area), 8, 5)
    wanted = pixels.reshape(5, 8, 8, 8, 3).mean((1, 3))
    assert np.abs(seen - wanted).max() <= 2  # each halving rounds
    area = QRectF(0, 0, 8, 80)
    seen = painted(pixels, PicturePlace(area, area), 8, 80)
    assert np.abs(seen[::2] - pixels.reshape(40, 8, 8, 3).mean(2)).max() <= 2


def painted(pixels, place, width, height):
    screen = QImage(width, height, QImage.Format.Format_RGB888)
    screen.fill(0)
    painter = QPainter(screen)
    Backdrop(pixels).paint(painter, place, width, height, 1.0)
    painter.end()
    rows = np.frombuffer(screen.constBits(), np.uint8).reshape(height, screen.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).copy()


@pytest.mark.parametrize("mirrored", [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("crop", [(0.0, 0.0), (3.0, 2.0)])
def test_a_picture_is_drawn_as_the_network_saw_it(qapp, mirrored, crop):
    pixels = np.random.default_rng(0).integers(1, 255, (12, 16, 3), np.uint8)
    across, down = 16 - int(crop[0]), 12 - int(crop[1])
    frame = Frame((12, 16), (down, across), (12, 16), (1.0, 1.0), crop=crop, mirrored=mirrored)
    zoom = 8
    seen = painted(pixels, place_of(frame, QPointF(16, 8), zoom), 200, 150)
    wanted = pixels[int(crop[1]) :, int(crop[0]) :][:: -1 if mirrored[1] else 1, :: -1 if mirrored[0] else 1]
    middles = seen[8 + zoom // 2 :: zoom, 16 + zoom // 2 :: zoom][:down, :across]
    assert middles.tolist() == wanted.tolist()
    assert not seen[8 + zoom * down :].any(), "the padding shows nothing of the picture"
    assert not seen[:, :16].any()


def test_a_problem_names_files_from_the_folder_that_was_opened(qtbot, window):
    open_demo(qtbot, window)
    folder = Path(window.workspace.state.predictions.path).parent
    window.navigate.choose_recipe("paper-vgg16")
    qtbot.waitUntil(lambda: window.workspace.state.problem is not None and not window.workspace.state.busy)
    assert str(folder) in window.workspace.state.problem.text
    assert str(folder) not in window.main_window.problem.text()
    assert "late.rpn" in window.main_window.problem.text()
    assert window.main_window.problem.toolTip() == window.workspace.state.problem.text
