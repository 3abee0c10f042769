"""Compare in the real window: two recipes over one picture, linked, counted and explained."""

import numpy as np
from gui_steps import open_simulated
from PySide6.QtCore import QPoint, Qt

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.work.comparing import compare


def open_compare(qtbot, window):
    open_simulated(qtbot, window)
    qtbot.keyClick(window.frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.compare.comparison is not None, timeout=20_000)
    return window.compare


def test_the_numbers_are_those_of_the_two_recipes(qtbot, window):
    page = open_compare(qtbot, window)
    sample = window.workspace.state.shown.inspection.sample
    wanted = compare(*(inspect(sample, load_recipe(name)) for name in ("torchvision-fpn", "mmdet-fpn")))
    assert wanted.differing > 0
    np.testing.assert_array_equal(page.matrix.matrix, wanted.matrix)
    assert page.changed.columns_model.rowCount() == wanted.differing
    assert page.reasons.text(len([c for c in np.bincount(wanted.reasons) if c]), 1) == f"{wanted.differing:,}"
    qtbot.waitUntil(lambda: page.fields.text(0, 3) not in ("", "\u2013"), timeout=30_000)


def test_a_row_selects_the_anchor_in_both_and_says_why(qtbot, window):
    page = open_compare(qtbot, window)
    page.changed.setCurrentIndex(page.changed.columns_model.index(2, 0))
    anchor = window.workspace.state.selection
    a = window.workspace.state.shown.inspection.explain(anchor)
    twin = page.other.state.selection
    b = page.other.state.shown.inspection.explain(twin)
    assert (a.label, a.gt) != (b.label, b.gt)
    assert a.why in page.why_a.text()
    assert b.why in page.why_b.text()
    assert page.finding.text().startswith(("Positive in A", "Ignored in A", "Negative in A"))


def test_the_views_are_linked_in_original_pixels(qtbot, window):
    page = open_compare(qtbot, window)
    one, other = (side.canvas for side in page.sides)
    one.zoom_by(3)
    width_a, width_b = (p.inspection.network_size[1] for p in (window.workspace.state.shown, page.other.state.shown))
    assert width_a != width_b
    np.testing.assert_allclose(other.view.scale * width_b, one.view.scale * width_a)
    np.testing.assert_allclose([other.view.x, other.view.y], [one.view.x, one.view.y])


def test_a_cell_of_the_matrix_lists_its_anchors_only(qtbot, window):
    page = open_compare(qtbot, window)
    moved = [(i, j) for i in range(3) for j in range(3) if i != j and page.matrix.matrix[i, j]]
    row, column = moved[0]
    qtbot.mouseClick(page.matrix, Qt.MouseButton.LeftButton, pos=QPoint(84 + column * 78 + 20, 44 + row * 26 + 10))
    assert page.changed.columns_model.rowCount() == page.matrix.matrix[row, column]


def test_the_next_picture_is_compared_too(qtbot, window):
    page = open_compare(qtbot, window)
    before = page.comparison
    window.workspace.go(+1)
    qtbot.waitUntil(lambda: page.comparison is not None and page.comparison is not before, timeout=20_000)
    assert page.other.state.shown.index == 1
    qtbot.keyClick(window.frame, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.pages.currentIndex() == 1
