"""Compare in the real window: two recipes over one picture, linked, counted and explained."""

import itertools
from dataclasses import replace
from html import escape

import numpy as np
import pytest
from gui_steps import open_demo, open_simulated
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QWidget

from rpn_inspector.analysis.compare.fate_changes import FateComparison
from rpn_inspector.analysis.compare.label_changes import compare
from rpn_inspector.core.fates import fate_of
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.recipe_values import value_text
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.painting import tags_of
from rpn_inspector.gui.canvas.tags import placed
from rpn_inspector.gui.compare.choosers import _most_like
from rpn_inspector.gui.compare.matrix import HEAD, ROW, CountMatrix
from rpn_inspector.gui.compare.page import LEAST_COUNTS
from rpn_inspector.gui.compare.sentences import unchanged
from rpn_inspector.gui.widgets.theme import LIGHT, sized


@pytest.fixture
def window(shared_window):
    return shared_window


def settled_on(page, name):
    shown = page.other.state.shown
    compared = page.found is not None or page.left_out.text() != ""
    return compared and shown is not None and shown.recipe.name == name


def open_compare(qtbot, window):
    open_simulated(qtbot, window)
    qtbot.keyClick(window.main_window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page = window.compare
    page.box.choose("mmdet-fpn")
    qtbot.waitUntil(lambda: settled_on(page, "mmdet-fpn"))
    return page


def test_the_numbers_are_those_of_the_two_recipes(qtbot, window):
    page = open_compare(qtbot, window)
    sample = window.workspace.state.shown.inspection.sample
    wanted = compare(*(inspect(sample, load_recipe(name)) for name in ("torchvision-fpn", "mmdet-fpn")))
    assert wanted.differing > 0
    np.testing.assert_array_equal(page.matrix.matrix, wanted.matrix)
    assert page.changed.columns_model.rowCount() == wanted.differing
    assert page.reasons.text(len([c for c in np.bincount(wanted.reasons) if c]), 1) == f"{wanted.differing:,}"
    qtbot.waitUntil(lambda: page.sheet.fields.text(0, 3) not in ("", "\u2013"))


def test_a_field_that_makes_other_anchors_shows_no_flips_of_zero(qtbot, window):
    """MMDetection's sizes alone are 8 px on every level: no anchor of torchvision's is left."""
    page = open_compare(qtbot, window)
    fields = page.sheet.fields
    qtbot.waitUntil(lambda: any(row[-1].text() not in ("", NOTHING) for row in fields.cells))
    assert [head.text() for head in fields.heads] == ["A", "B", "changed", "positive"]
    cells = {row[0].text(): (row[3].text(), row[4].text()) for row in fields.cells if row[0].text()}
    a = window.workspace.state.shown.inspection
    changed, positive = cells["sizes"]
    assert changed == NOTHING, "another grid"
    assert int(positive.replace(",", "")) != a.positive.size
    assert "anchors, whole stage" in cells


def test_what_all_fields_change_is_one_number_and_told_from_what_each_changes_alone(qtbot, window):
    page = open_compare(qtbot, window)
    fields, changed = page.sheet.fields, page.found.differing
    assert fields.unit.text() == f"all together: {changed} changed"
    assert page.tabs.tabText(0) == f"Changed  {changed}"
    assert page.reasons.text(page.reasons._rows - 1, 1) == f"{changed}"
    qtbot.waitUntil(lambda: any(row[0].text() == "resize, whole stage" for row in fields.cells))
    alone = [int(row[3].text()) for row in fields.cells if row[0].text().endswith(", whole stage")]
    assert sum(alone) != changed
    assert "do not add up to those of all together" in fields.note.text()
    page.box.choose("ssd300-torchvision")
    a = window.workspace.state.shown.inspection
    qtbot.waitUntil(lambda: fields.unit.text().startswith(f"all together: {a.positive.size} → "))
    assert fields.unit.text().endswith(f"{page.other.state.shown.inspection.positive.size} pos.")


def test_the_ground_truths_box_stands_in_both_frames_with_their_scales(qtbot, window):
    page = open_compare(qtbot, window)
    window.workspace.focus_gt(4)
    a, b = (work.state.shown.inspection for work in (window.workspace, page.other))
    table = page.sheet.gt
    qtbot.waitUntil(table.isVisible)
    assert table.title.text() == "Ground truth 5"
    assert table.unit.text() == "edges, network px"
    original = a.sample.gt[4]
    for row, axis in enumerate((0, 1, 0, 1)):
        for column, one in enumerate((a, b), 1):
            shown = float(table.text(row, column))
            assert shown == pytest.approx(original[row] * one.frame.scale[axis], abs=0.051)
            assert float(table.text(4 + axis, column)) == pytest.approx(one.frame.scale[axis], abs=5e-7)
    assert table.text(0, 1) != table.text(0, 2)
    assert page.other.state.gt == 4, "one ground truth in both"
    window.workspace.select(int(page.found.changed_a[0]))
    window.workspace.select(None)
    window.workspace.focus_gt(None)
    qtbot.waitUntil(table.isHidden)
    sizes = [f"{width:,} × {height:,}" for height, width in (a.padded_size, b.padded_size)]
    assert [table.text(table._rows - 1, column) for column in range(3)] == ["padded", *sizes]


def test_the_matrix_says_at_its_head_which_anchors_it_counts(qtbot, window):
    page = open_compare(qtbot, window)
    assert not page.left_out.isVisible(), "all anchors of both stand in the other"
    page.box.choose("mmdet-c4")
    qtbot.waitUntil(lambda: settled_on(page, "mmdet-c4"))
    found = page.found
    alone = found.only_a + found.only_b
    assert alone > 0
    assert page.left_out.isVisible()
    assert "its cell where both scale it alike, else all edges within 2 network px" in page.left_out.toolTip()
    assert page.left_out.geometry().bottom() < page.matrix.geometry().top()
    assert page.left_out.text() == (
        f"{found.differing:,} of {found.compared:,} anchors in both grids change label or ground truth; "
        f"{found.only_a:,} stand only in A, {found.only_b:,} only in B."
    )
    page.box.choose("torchvision-mobilenet-320")  # its levels and sizes over an input of 320 px
    qtbot.waitUntil(lambda: page.left_out.text().startswith("No anchor stands in both grids"))
    assert page.other.state.shown.recipe.name == "torchvision-mobilenet-320"
    assert page.matrix.what == "ground truth"
    assert page.changed.empty_words == "", "said once"


def test_where_grids_differ_no_change_is_said_of_the_anchors_in_both_alone():
    """One level more of large anchors, of which none is positive here or there."""
    a, sample = load_recipe("demo"), Sample(name="a", size=(96, 96), gt=np.zeros((0, 4)))
    kept = replace(a.anchors, **{name: getattr(a.anchors, name)[:-1] for name in ("names", "strides", "sizes")})
    pair = [inspect(sample, recipe) for recipe in (a, replace(a, anchors=kept))]
    assert unchanged(compare(pair[0], pair[0])) == "Nothing changes between A and B."
    size = f"{pair[1].grid.size:,}"
    assert unchanged(compare(*pair)) == f"Nothing changes between A and B of the {size} anchors in both grids."


def test_a_row_selects_the_anchor_in_both_and_says_why(qtbot, window):
    page = open_compare(qtbot, window)
    page.changed.setCurrentIndex(page.changed.columns_model.index(2, 0))
    anchor = window.workspace.state.selection
    a = window.workspace.state.shown.inspection.explain(anchor)
    partner = page.other.state.selection
    b = page.other.state.shown.inspection.explain(partner)
    assert (a.label, a.gt) != (b.label, b.gt)
    assert a.why in page.sheet.why_a.text()
    assert b.why in page.sheet.why_b.text()
    assert page.sheet.finding.text().startswith(("Positive in A", "Ignored in A", "Negative in A"))


def test_the_views_are_linked_in_original_pixels(qtbot, window):
    page = open_compare(qtbot, window)
    one, other = (side.canvas for side in page.sides)
    one.zoom_by(3)
    width_a, width_b = (p.inspection.network_size[1] for p in (window.workspace.state.shown, page.other.state.shown))
    assert width_a != width_b
    np.testing.assert_allclose(other.view.scale * width_b, one.view.scale * width_a)
    np.testing.assert_allclose([other.view.x, other.view.y], [one.view.x, one.view.y])


def test_fit_and_the_full_size_are_of_the_page_looked_at(qtbot, window):
    open_compare(qtbot, window)
    a, b = (side.canvas for side in window.compare.sides)
    inspect = window.canvas.view
    window.navigate.zoom_actual()
    assert round(a.percent) == 100
    assert not a.fits
    assert not b.fits
    window.navigate.fit()
    assert a.fits
    assert b.fits
    assert window.canvas.view == inspect
    window.pages.look("inspect")
    window.navigate.zoom_actual()
    assert round(window.canvas.percent) == 100
    assert a.fits


def test_a_cell_of_the_matrix_lists_its_anchors_only(qtbot, window):
    page = open_compare(qtbot, window)
    moved = [(i, j) for i in range(3) for j in range(3) if i != j and page.matrix.matrix[i, j]]
    row, column = moved[0]
    place = QPoint(page.matrix.edges()[column] + 20, HEAD + row * ROW + 10)
    qtbot.mouseClick(page.matrix, Qt.MouseButton.LeftButton, pos=place)
    assert page.changed.columns_model.rowCount() == page.matrix.matrix[row, column]


FATES = ["kept", "suppressed", "final cut", "too small", "low score", "top-k cut"]


@pytest.mark.parametrize("names", [["positive", "ignored", "negative"], FATES[:3], FATES])
@pytest.mark.parametrize("largest", [9, 4_663, 217_413, 268_569, 99_999_999])
def test_a_count_of_any_grid_is_written_whole(qtbot, names, largest):
    """At the least width the matrix asks for, each column holds its numbers, bold as they may be, and its head."""
    table = CountMatrix(LIGHT)
    qtbot.addWidget(table)
    counts = np.zeros((len(names), len(names)), np.int64)
    counts[0, -1] = counts[-1, -1] = largest
    table.show_counts(counts, "fate", names)
    table.resize(table.minimumWidth(), table.minimumHeight())
    edges, bold = table.edges(), QFontMetrics(sized(table.font(), 12, bold=True))
    assert edges[-1] <= table.width()
    widths = np.diff(edges)
    assert widths[-2] > bold.horizontalAdvance(f"{2 * largest:,}")
    assert widths[-1] > bold.horizontalAdvance(f"{2 * largest:,}")
    head = QFontMetrics(sized(table.font(), 11))
    for width, name in zip(widths, names, strict=False):
        assert all(width > head.horizontalAdvance(word) for word in name.split())
    for row in range(len(names)):
        for column in range(len(names)):
            middle = QPoint((edges[column] + edges[column + 1]) // 2, HEAD + row * ROW + ROW // 2)
            qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=middle)
            assert table.chosen == (row, column)


def test_the_matrix_of_a_full_grid_is_shown_whole(qtbot, window):
    window.main_window.resize(1366, 768)
    page = open_compare(qtbot, window)
    assert page.matrix.matrix.sum() > 200_000
    for over in (page.beside, page.over):
        over.click()
        qtbot.waitUntil(lambda: page.matrix.visibleRegion().boundingRect().width() >= page.matrix.edges()[-1])


@pytest.mark.parametrize(
    ("a", "b"), [("torchvision-fpn", "detectron2-fpn"), ("retinanet-torchvision", "efficientdet-d0")]
)
def test_the_values_of_two_recipes_stand_whole_as_the_editor_writes_them(qtbot, window, a, b):
    window.main_window.resize(1366, 768)
    open_demo(qtbot, window)
    window.workspace.use_predictions(None, recipe=load_recipe(a))
    window.pages.look("compare")
    page = window.compare
    page.box.choose(b)
    qtbot.waitUntil(lambda: settled_on(page, b))
    left, right = load_recipe(a).flat(), load_recipe(b).flat()
    table = page.sheet.fields
    said = [[label.text() for label in line if not label.isHidden()] for line in table.cells[: table._rows]]
    for place in {**left, **right}:
        if left.get(place) != right.get(place):
            values = [value_text(side[place]) if place in side else NOTHING for side in (left, right)]
            row = next(
                n
                for n, line in enumerate(said)
                if line[0] in (place, place.rpartition(".")[2]) and tip(table, n) == place
            )
            assert said[row][1:3] == values or [line[0][3:] for line in said[row + 1 : row + 3]] == values
    qtbot.waitUntil(lambda: page.sheet.isVisible() and all(fits(label) for line in table.cells for label in line))


def tip(table, row):
    return table.cells[row][0].toolTip()


def fits(label):
    """Whether a label has the room its text needs, over several lines where it wraps."""
    if label.isHidden() or not label.text():
        return True
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width())
    return label.width() >= label.fontMetrics().horizontalAdvance(label.text())


def test_the_next_picture_is_compared_too(qtbot, window):
    page = open_compare(qtbot, window)
    before = page.found
    window.workspace.go(+1)
    qtbot.waitUntil(lambda: page.found is not None and page.found is not before and page.other.state.shown.index == 1)
    qtbot.keyClick(window.main_window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.main_window.pages.currentWidget() is window.inspect


@pytest.mark.usefixtures("new_window")
def test_commands_of_panels_of_inspect_are_grey_in_compare(qtbot, window):
    open_checkpoints(qtbot, window)
    names = [place.command for place in window.docks.places.values()] + ["Move the panels"]
    actions = [window.menus.by_name[name] for name in names]
    assert not any(action.isEnabled() for action in actions)
    assert {action.property("reason") for action in actions} == {"these panels stand in Inspect"}
    window.pages.look("inspect")
    assert all(action.isEnabled() for action in actions)


@pytest.mark.usefixtures("new_window")
def test_the_status_bar_tells_of_the_picture_drawn(qtbot, window):
    page, image = open_checkpoints(qtbot, window), window.status_line.labels["image"]
    page.both.worker.ask = lambda asked: None  # B never comes
    window.workspace.go(+1)
    qtbot.waitUntil(lambda: window.workspace.state.shown.index == 1)
    assert [side.canvas._shown.index for side in page.sides] == [0, 0]
    assert image.text().startswith(("image 1 ", "1 "))
    window.pages.look("inspect")
    assert image.text().startswith(("image 2 ", "2 "))


def open_checkpoints(qtbot, window):
    """Compare the demo's last checkpoint with the one before, which is what the page begins with."""
    open_demo(qtbot, window)
    window.pages.look("compare")
    page = window.compare
    qtbot.waitUntil(lambda: isinstance(page.found, FateComparison))
    return page


@pytest.mark.usefixtures("new_window")
def test_two_checkpoints_are_compared_by_fate(qtbot, window):
    page = open_checkpoints(qtbot, window)
    assert page.box.currentText() == "step 400"
    a, b = window.workspace.state.shown.inspection, page.other.state.shown.inspection
    assert a.recipe == b.recipe
    assert "step 3,000" in page.sides[0].title.text()
    qtbot.waitUntil(lambda: page.sheet.whole.text(0, 1) not in ("", "–"))
    assert page.sheet.whole.text(0, 1) == f"{a.loss.objectness:.4f}"
    assert page.sheet.whole.text(0, 2) == f"{b.loss.objectness:.4f}"
    page.changed.setCurrentIndex(page.changed.columns_model.index(0, 0))
    anchor = window.workspace.state.selection
    first, second = fate_of(a, anchor), fate_of(b, anchor)
    assert first.fate != second.fate
    assert escape(first.words) in page.sheet.why_a.text()
    assert escape(second.words) in page.sheet.why_b.text()
    assert len(page.sheet.overlaps.text(0, 1)) == len("0.1234")


@pytest.mark.usefixtures("new_window")
def test_the_checkpoint_stays_when_the_picture_changes(qtbot, window):
    page = open_checkpoints(qtbot, window)
    outputs, names = page.other.state.predictions, window.workspace.state.dataset.names
    described = next(i for i in range(1, len(names)) if outputs.get(names[i]) is not None)
    window.workspace.go_to(described)
    qtbot.waitUntil(lambda: page.other.state.shown.index == described and page.found is not None)
    assert page.other.state.predictions is outputs
    assert page.other.state.shown.inspection.proposals is not None


@pytest.mark.usefixtures("new_window")
def test_why_outputs_cannot_be_compared_is_said_of_the_side_that_lacks_them(qtbot, window):
    page = open_checkpoints(qtbot, window)
    other = page.other.state.predictions
    names = window.workspace.state.dataset.names
    without = next(at for at, name in enumerate(names) if other.get(name) is None)
    window.workspace.go_to(without)
    qtbot.waitUntil(lambda: page.other.state.shown is not None and page.other.state.shown.index == without)
    qtbot.waitUntil(lambda: page.found is None and page.left_out.text().startswith("A: No outputs for picture"))
    assert f"{names[without]!r}, but for 10 others" in page.left_out.text()
    window.workspace.go_to(0)
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: page.left_out.text() == "A: No raw outputs are open: choose some under Predictions, above.")
    assert page.left_out.isVisible()
    assert page.changed.empty_words == "The boxes with another fate are listed here once A and B both have outputs."
    kept = len(page.other.state.shown.inspection.proposals.boxes)
    qtbot.waitUntil(lambda: page.sheet.whole.text(2, 2) == f"{kept}")
    assert [page.sheet.whole.text(2, column) for column in (0, 1)] == ["kept boxes", NOTHING]


def test_a_rule_that_needs_outputs_says_why_its_side_has_dashes(qtbot, window):
    page = open_compare(qtbot, window)
    page.box.choose("yolov8")
    qtbot.waitUntil(lambda: page.other.state.recipe.name == "yolov8" and not page.other.state.busy)
    said = "B's rule looks at what the network says, and B has no raw outputs: which are positive is not known."
    qtbot.waitUntil(lambda: said in page.left_out.text())
    assert page.sides[1].counts[0].text() == NOTHING
    window.workspace.use_predictions(None, recipe=load_recipe("yolov8"))
    page.box.choose("yolov10")
    of_a = "A's rule looks at what the network says: which anchors are positive is not known. No raw outputs are open"
    qtbot.waitUntil(lambda: of_a in page.left_out.text() and said in page.left_out.text())
    assert page.matrix.untold == ((0,), (0,)), "positives of both"
    assert "positive to negative: –;" in page.matrix.accessibleDescription()
    assert page.matrix.text(1, 1) == f"{page.matrix.matrix[1, 1]:,}"
    page.box.choose("mmdet-fpn")
    qtbot.waitUntil(lambda: of_a in page.left_out.text() and said not in page.left_out.text())


def test_a_count_that_only_outputs_would_tell_is_a_dash_alone_and_all_together(qtbot, window):
    page = open_compare(qtbot, window)
    fields, positive = page.sheet.fields, len(window.workspace.state.shown.inspection.positive)
    page.box.choose("yolov7")
    qtbot.waitUntil(lambda: fields.unit.text() == f"all together: {positive} → – pos.")
    qtbot.waitUntil(lambda: any(row[0].text() == "anchors, whole stage" for row in fields.cells))
    alone = {row[0].text(): (row[3].text(), row[4].text()) for row in fields.cells}
    assert alone["matcher.rule" if "matcher.rule" in alone else "rule"] == ("–", "–")
    assert alone["anchors, whole stage"][1].isdigit()  # of A's own rule, which looks at no outputs
    assert fields.note.text().endswith("A dash under positive: only raw outputs would tell.")


def test_two_rules_that_rank_speak_of_points_and_of_no_label_they_do_not_know(qtbot, window):
    open_simulated(qtbot, window, "yolov8")
    window.pages.look("compare")
    page = window.compare
    page.box.choose("yolov10")
    qtbot.waitUntil(lambda: settled_on(page, "yolov10"))
    one, other = (side.canvas._shown.inspection.assignment.label for side in page.sides)
    assert page.matrix.names == ("positive", "negative", "undecided")
    kinds = (1, 0, -2)
    assert page.matrix.matrix.tolist() == [[int(((one == a) & (other == b)).sum()) for b in kinds] for a in kinds]
    page.matrix.pick((1, 2))
    assert page.changed.columns_model.rowCount() == ((one == 0) & (other == -2)).sum()
    shown = [[count.text() for count in side.counts] for side in page.sides]
    assert [texts[1:3] for texts in shown] == [["", ""], ["", f"{(other == -2).sum():,}"]]
    assert page.changed.columns_model.columns[0].title == "Point"
    assert page.only.text() == "Draw changed points only"
    assert page.matrix.untold == ((), (0,))
    said = page.sheet.fields.unit.text() + page.sheet.fields.note.text() + page.sheet.fields.heads[2].toolTip()
    assert "anchor" not in said
    assert page.reasons.heads[0].text() == "points"
    window.workspace.select(None)
    assert page.sheet.finding.text() == "No point selected: click one or a row"
    page.changed.chosen.emit(0)
    assert page.sheet.place.text().startswith(f"Point {window.workspace.state.selection:,} · P3 cell")


def test_what_only_outputs_would_tell_is_a_dash_in_row_column_and_sum(qtbot):
    matrix = CountMatrix(LIGHT)
    qtbot.addWidget(matrix)
    matrix.show_counts(np.array([[0, 0], [1200, 7]]), "label", ("positive", "negative"), untold=((0,), ()))
    assert [[matrix.text(row, column) for column in range(3)] for row in range(3)] == [
        ["–", "–", "–"],
        ["1,200", "7", "1,207"],
        ["1,200", "7", "1,207"],
    ]
    matrix.show_counts(matrix.matrix, "label", matrix.names, untold=((), (0,)))
    assert [matrix.text(row, 0) for row in range(3)] == ["–"] * 3
    assert matrix.text(2, 2) == "1,207"


@pytest.mark.usefixtures("new_window")
def test_the_layouts_reset_puts_the_panes_of_compare_back(qtbot, window):
    page = open_checkpoints(qtbot, window)
    below = next(iter(page._panes))
    qtbot.waitUntil(lambda: below.sizes()[0] >= page.counts.minimumWidth() > LEAST_COUNTS)  # laid out
    first = [panes.sizes() for panes in page._panes]
    for panes in page._panes:
        panes.setSizes([700, 10])
        page.pictures.divider.moved.emit(200)
    assert [panes.sizes() for panes in page._panes] != first
    window.docks.reset()
    qtbot.waitUntil(lambda: [panes.sizes() for panes in page._panes] == first)
    assert abs(page.sides[0].width() - page.sides[1].width()) <= 1


@pytest.mark.usefixtures("new_window")
def test_over_shows_a_left_of_the_divider_and_b_right_of_it(qtbot, window):
    page = open_checkpoints(qtbot, window)
    qtbot.mouseClick(page.over, Qt.MouseButton.LeftButton)
    a, b = page.sides
    assert a.size() == b.size()
    assert a.mapTo(page, QPoint(0, 0)) == b.mapTo(page, QPoint(0, 0))
    np.testing.assert_allclose([a.canvas.view.scale, a.canvas.view.x], [b.canvas.view.scale, b.canvas.view.x])
    divider = page.pictures.divider
    start = divider.rect().center()
    qtbot.mousePress(divider, Qt.MouseButton.LeftButton, pos=start)
    middle = divider.geometry().center().x()
    qtbot.mouseMove(divider, start + QPoint(-100, 0))
    qtbot.mouseRelease(divider, Qt.MouseButton.LeftButton)
    at = divider.geometry().center().x()
    assert at == pytest.approx(middle - 100, abs=2)
    assert page.pictures.childAt(at - 40, 200) is a.canvas
    assert page.pictures.childAt(at + 40, 200) is b.canvas
    qtbot.mouseClick(page.beside, Qt.MouseButton.LeftButton)
    assert abs(a.width() - b.width()) <= 1
    for side in page.sides:
        height, width = side.canvas._shown.inspection.network_size
        corners = side.canvas.to_widget(0, 0), side.canvas.to_widget(width, height)
        assert side.canvas.rect().contains(QRect(*(point.toPoint() for point in corners)))
    assert page.pictures.childAt(a.width() - 40, 200) is a.canvas
    assert b.mapTo(page.pictures, QPoint(0, 0)).x() == a.width()


def stand_apart(widgets):
    areas = sorted((widget.geometry() for widget in widgets), key=lambda area: area.x())
    return all(left.right() < right.left() for left, right in itertools.pairwise(areas))


@pytest.mark.usefixtures("new_window")
@pytest.mark.parametrize("over", [False, True])
def test_at_any_divider_the_larger_pane_has_the_whole_picture_and_no_words_overlap(qtbot, window, over):
    page = open_checkpoints(qtbot, window)
    page.over.setChecked(over)
    pair = page.pictures
    for share in (0.02, 0.3, 0.7, 0.98, 0.5):
        pair.divider.moved.emit(round(share * pair.width()))
        title = page.sides[0].title
        qtbot.waitUntil(lambda title=title: title.width() >= title.sizeHint().width())
        larger = max((side.canvas for side in page.sides), key=lambda canvas: canvas.width())
        corners = larger.to_widget(0, 0), larger.to_widget(*larger._shown.inspection.network_size[::-1])
        assert larger.rect().contains(QRect(*(point.toPoint() for point in corners)))
        for side in page.sides:
            words = [child for child in side.strip.children() if isinstance(child, QWidget) and child.isVisible()]
            qtbot.waitUntil(lambda words=words: stand_apart(words))


@pytest.mark.usefixtures("new_window")
def test_over_the_divider_goes_to_both_edges_and_no_head_is_cut(qtbot, window):
    page = open_checkpoints(qtbot, window)
    page.over.setChecked(True)
    pair, (a, b) = page.pictures, page.sides
    width = pair.width()

    def heads_stand(at):
        for side, (left, right) in ((a, (0, at)), (b, (at, width))):
            words = [child for child in side.strip.children() if isinstance(child, QWidget) and child.isVisible()]
            least = [word.minimumWidth() if word is b.chooser else 6 for word in words]
            inside = all(left <= word.x() and word.geometry().right() < right for word in words)
            if not inside or any(word.width() < px for word, px in zip(words, least, strict=True)):
                return False
        return stand_apart([child for child in a.strip.children() if isinstance(child, QWidget) and child.isVisible()])

    for at in (0, 6, 40, 130, 260, width - 260, width - 130, width - 40, width - 6, width):
        pair.divider.moved.emit(at)
        assert abs(pair.divider.geometry().center().x() - at) <= 5
        assert pair.rect().contains(pair.divider.geometry()), "a divider that nobody can take back"
        divider, seen = pair.divider.geometry(), [side.canvas._seen for side in (a, b)]
        assert [seen[0].left(), seen[1].right()] == [0, width]
        if 0 < at < width:  # no words under the divider, and none far from it
            assert divider.left() - 1 <= seen[0].right() <= divider.left()
            assert divider.right() + 1 <= seen[1].left() <= divider.right() + 2
        else:
            assert [seen[0].right(), seen[1].left()] == [at, at]
        qtbot.waitUntil(lambda at=at: heads_stand(at))


@pytest.mark.usefixtures("new_window")
def test_changed_anchors_only_leaves_out_what_is_the_same(qtbot, window):
    page = open_checkpoints(qtbot, window)
    qtbot.mouseClick(page.only, Qt.MouseButton.LeftButton, pos=QPoint(8, page.only.height() // 2))
    assert page.only.isChecked()
    drawn = np.flatnonzero(page.sides[0].canvas._scene.layers.mask)
    np.testing.assert_array_equal(drawn, np.sort(page.found.changed))


def test_a_recipe_of_ones_own_can_be_b_and_a_wrong_one_is_said(qtbot, window, tmp_path):
    page = open_compare(qtbot, window)
    own = tmp_path / "mine.toml"
    own.write_text('extends = "torchvision-fpn"\nname = "mine"\n[matcher]\npositive = 0.5\n')
    page.box.take_recipe(own)
    qtbot.waitUntil(lambda: settled_on(page, "mine"))
    assert page.box.currentText() == "mine"
    assert page.sheet.fields.text(0, 2) == "0.5"
    own.write_text('extends = "torchvision-fpn"\n[matcher]\npositive = 5\n')
    page.box.take_recipe(own)
    assert "positive" in window.main_window.problem.text()
    assert page.other.state.recipe.name == "mine"


@pytest.mark.usefixtures("new_window")
@pytest.mark.parametrize(("a", "b"), [("torchvision-fpn", "detectron2-fpn"), ("mmdet-c4", "detectron2-c4")])
def test_b_begins_with_the_recipe_most_like_as(qtbot, window, a, b):
    open_simulated(qtbot, window, a)
    window.pages.look("compare")
    qtbot.waitUntil(lambda: window.compare.found is not None)
    assert window.compare.box.currentText() == b


def test_b_is_never_the_demos_own_recipe_unasked():
    assert _most_like(load_recipe("mmdet-c4")) != "demo"
    for name in ("demo", "torchvision-mobilenet-320"):  # the demo's is most like the latter
        assert _most_like(load_recipe(name)) not in ("demo", name)


def test_outputs_compared_with_themselves_are_said_to_be_the_same(qtbot, window):
    page = open_compare(qtbot, window)
    page.box.take_outputs(window.workspace.state.predictions)
    qtbot.waitUntil(
        lambda: page.changed.empty_words == "A and B are the same outputs: choose others above the picture."
    )
    assert page.changed.columns_model.rowCount() == 0


def test_the_ground_truth_of_a_changed_anchor_is_the_one_its_sentence_names(qtbot, window):
    page = open_compare(qtbot, window)
    a = page._inspections()[0]
    columns = {column.title: column for column in page.changed.columns_model.columns}
    anchors = page._anchors()
    learns_nothing = np.flatnonzero(np.maximum(*(one.assignment.gt[anchors] for one in page._inspections())) < 0)
    assert learns_nothing.size
    for row in learns_nothing[:20].tolist():
        number = columns["GT"].text(row).split()[0]
        if number == NOTHING:
            assert a.overlap.iou[anchors[row]] == 0
        else:
            assert f"ground truth {number} (" in a.explain(int(anchors[row])).why


def test_where_grids_differ_the_ground_truths_are_compared(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.use_predictions(None, recipe=load_recipe("torchvision-fpn"))
    window.pages.look("compare")
    page = window.compare
    page.box.choose("yolov3-416")
    qtbot.waitUntil(lambda: page.other.state.recipe.name == "yolov3-416" and not page.other.state.busy)
    qtbot.waitUntil(lambda: page.lists.currentWidget() is page.gts)
    a, b = page._inspections()
    assert page.gts.columns_model.rowCount() == len(a.gt) == page.matrix.matrix.sum()
    titles = [column.title for column in page.gts.columns_model.columns]
    cells = page.gts.columns_model.columns
    assert [cells[titles.index("Pos. A")].text(row) for row in range(len(a.gt))] == [
        f"{count:,}" for count in a.assignment.gt_positives
    ]
    assert [cells[titles.index("Pos. B")].text(row) for row in range(len(b.gt))] == [
        f"{count:,}" for count in b.assignment.gt_positives
    ]
    page.gts.chosen.emit(2)
    assert window.workspace.state.gt == page.other.state.gt == 2
    assert (
        page.sheet.finding.text() == f"Anchor {window.workspace.state.selection:,} of A stands in no place of B's grid"
    )
    assert page.other.state.selection == b.overlap.gt_best_anchor[2]
    window.workspace.select(int(np.flatnonzero(a.assignment.gt < 0)[0]))
    assert page.other.state.selection is None, "an anchor of before beside one that has nothing to do with it"
    page.box.choose("mmdet-fpn")
    qtbot.waitUntil(lambda: settled_on(page, "mmdet-fpn"))
    qtbot.waitUntil(lambda: page.tabs.isTabVisible(0))
    assert page.matrix.what == "label"


def test_over_each_side_keeps_its_words_to_its_own_part(qtbot, window):
    """Letterboxed inputs of two sizes: the divider parts one picture, and no tag of A goes on as one of B."""
    open_simulated(qtbot, window, "yolov5s")
    window.pages.look("compare")
    page = window.compare
    page.box.choose("yolov3-416-darknet")
    qtbot.waitUntil(lambda: settled_on(page, "yolov3-416-darknet"))
    page.over.click()
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    pair, (a, b) = page.pictures, page.sides
    for share in (0.3, 0.5, 0.8):
        pair.divider.moved.emit(round(share * pair.width()))
        parts, divider = (a.canvas._seen, b.canvas._seen), pair.divider.geometry()
        assert abs(parts[0].right() - divider.left()) <= 1
        assert abs(parts[1].left() - divider.right()) <= 1
        one, two = (side.canvas.picture_area for side in page.sides)
        np.testing.assert_allclose(one.getRect(), two.getRect(), atol=1.0)
        for side, part in zip(page.sides, parts, strict=True):
            metrics = QFontMetricsF(side.canvas.font())
            tags = placed(tags_of(side.canvas._scene, side.canvas.view, metrics), part)
            assert all(part.contains(spot) for _, spot in tags)
    page.beside.click()
    assert a.canvas.covered == b.canvas.covered == (0, 0)
