"""One ground truth is spoken of: after a what-if changes the owner, and where a box fits another than its anchor's."""

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.what_if import WhatIf, apply
from rpn_inspector.gui.canvas.painting import tags_of
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.inspector.plot_head import PlotHead

ANCHOR, BEFORE, AFTER = 8706, 1, 2  # of street_03: moved away from truth 2, truth 3 is what the anchor is best for


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def tried(qtbot, window):
    """The window with truth 2 moved 150 px to the right while an anchor of it is selected."""
    open_demo(qtbot, window)
    window.workspace.go_to(2)
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.index == 2)
    data = window.workspace.state.shown.inspection
    assert data.assignment.gt[ANCHOR] == BEFORE
    window.workspace.select(ANCHOR)
    qtbot.waitUntil(lambda: window.inspector.explain.facts is not None)
    box = tuple((data.gt[BEFORE] + [150, 0, 150, 0]).tolist())
    assert apply(data, WhatIf(ANCHOR, truth=BEFORE, gt=box)).assignment.gt[ANCHOR] == AFTER
    window.inspector.explain.set_gt(np.array(box))
    qtbot.waitUntil(lambda: window.workspace.state.shown.what_if is not None)
    return window


def tag(window):
    scene = window.canvas._scene
    return tags_of(scene, CanvasView(), QFontMetricsF(window.canvas.font()))


def test_after_an_owner_changed_every_part_speaks_of_the_new_one(qtbot, tried):
    window, inspector = tried, tried.inspector
    assert inspector.finding.text() == "What-if · Positive: best for ground truth 3"
    assert inspector.boxes.text(1, 0) == "GT 3"
    assert not inspector.gt_note.isVisible(), "a note on truth 2 beside an anchor of truth 3"
    assert "best for ground truth 3, IoU" in inspector.explain.state_line.text()
    assert "Changed: ground truth 2, no longer what this anchor answers to." in inspector.explain.state_line.text()
    assert inspector.explain.views[0].caption.text() == "t* of GT 3"
    assert [one.text for one in tag(window) if one.style == "focused"] == ["3 car"]
    assert " · IoU with GT 3: anchor 0.3482, box 0.5366" in tag(window)[0].text
    window.tables.setCurrentWidget(window.tables.ground_truths)
    assert window.tables.ground_truths.currentIndex().row() == AFTER
    window.tables.setCurrentWidget(window.tables.proposals)
    model = window.tables.proposals.columns_model
    qtbot.waitUntil(lambda: len(model.columns) > 0)
    heads = [model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for n in range(7)]
    assert "Box IoU, GT 3" in heads
    assert inspector.fate.scatter._paper.axes["bottom"].labelText == "IoU with ground truth 3"
    window.what_if.reset()
    assert inspector.fate.isVisible()
    assert window.workspace.state.gt == BEFORE
    window.tables.setCurrentWidget(window.tables.anchors)
    assert inspector.finding.text().endswith("best for ground truth 2")


def test_a_ground_truth_chosen_on_purpose_stays_chosen(tried):
    tried.what_if.reset()
    tried.workspace.focus_gt(7)
    tried.workspace.select(ANCHOR, keep_gt=True)
    tried.inspector.explain.set_gt(tried.workspace.state.shown.inspection.gt[BEFORE] + 1)
    assert tried.workspace.state.shown.what_if is not None
    assert tried.workspace.state.gt == 7


def test_a_box_on_another_ground_truth_is_told_from_its_anchors(qtbot, window):
    open_demo(qtbot, window)
    work = window.workspace
    one = work.state.shown.inspection
    positive = one.positive
    fits = np.array([iou_with(box, one.gt) for box in one.predicted(positive)])
    anchor, own, best = int(positive[0]), int(one.assignment.gt[positive[0]]), int(fits[0].argmax())
    assert own == best, "else choose an anchor whose box fits its own"
    window.tables.setCurrentWidget(window.tables.proposals)
    work.select(anchor)
    words = window.inspector.fate.words
    names = [f"{gt + 1} ({one.sample.class_name(gt)})" for gt in range(len(one.gt))]
    said = f"The box covers ground truth {names[own]} best, at IoU {fits[0, own]:.4f}."
    qtbot.waitUntil(lambda: said in words.text())
    assert "trained towards" not in words.text()
    # Its t made to decode onto another ground truth, far from its own.
    other = int(np.argmin(iou_with(one.gt[own], one.gt)))
    window.inspector.explain.set_predicted(one.gt[other])
    qtbot.waitUntil(lambda: "trained towards" in words.text())
    assert f"The box covers ground truth {names[other]} best, at IoU 1.0000." in words.text()
    assert words.text().endswith(f"Its anchor is trained towards {names[own]}, which it covers at IoU 0.0000.")
    overlap = float(one.overlap.iou[anchor])
    said = f" · IoU: anchor {overlap:.4f} (GT {own + 1}), box 0.0000 (GT {own + 1}), 1.0000 (GT {other + 1})"
    assert tag(window)[0].text.endswith(said)


def test_an_anchor_and_a_box_on_no_ground_truth_are_explained_without_one(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.go_to(2)
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.index == 2)
    one = window.workspace.state.shown.inspection
    cut = np.flatnonzero((one.proposals.fate == Fate.CUT_FINAL) & (one.overlap.iou == 0))
    anchor = next(n for n in cut.tolist() if not iou_with(one.predicted([n])[0], one.gt).any())
    window.tables.setCurrentWidget(window.tables.proposals)
    window.workspace.select(anchor)
    inspector = window.inspector
    qtbot.waitUntil(lambda: "The box covers no ground truth." in inspector.fate.words.text())
    rows = [inspector.boxes.text(row, 0) for row in range(inspector.boxes._rows)]
    rows += [inspector.fate.boxes.text(row, 0) for row in range(inspector.fate.boxes._rows)]
    assert not [row for row in rows if row.startswith("GT")]
    assert inspector.explain.form.row_labels["gt"].text() == "GT"
    assert inspector.fate.scatter.isHidden()
    assert "IoU" not in tag(window)[0].text
    window.workspace.select(int(one.positive[0]))
    window.tables.setCurrentWidget(window.tables.anchors)
    assert [inspector.boxes.text(row, 0) for row in range(2)] == [
        "anchor",
        f"GT {one.assignment.gt[one.positive[0]] + 1}",
    ]


def test_sides_that_are_not_those_of_size_and_ratio_say_what_was_rounded(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.select(8706)  # 80 px at h/w 0.5: 114 × 56
    boxes = window.inspector.boxes
    x1, y1, x2, y2 = (float(boxes.text(0, column)) for column in (1, 2, 3, 4))
    assert (x2 - x1, y2 - y1) == (114, 56)
    assert boxes.note.text() == "80 at h/w 0.5 is 113.14 × 56.57; corners rounded to whole px: 114 × 56."
    window.inspector.put_fates_first(True)
    assert window.inspector.fate.isVisible()
    assert window.inspector.fate.boxes.note.text() == boxes.note.text()
    window.inspector.put_fates_first(False)
    window.workspace.select(8707)  # h/w 1: exact
    x1, y1, x2, y2 = (float(boxes.text(0, column)) for column in (1, 2, 3, 4))
    assert x2 - x1 == y2 - y1 == 80
    assert boxes.note.text() == ""


def test_the_scale_between_the_frames_is_a_number(qtbot, window):
    window.main_window.resize(1920, 800)
    open_demo(qtbot, window)
    sizes = window.status_line.labels["sizes"]
    text = "original 640 × 480  →  network 426 × 320 (x × {}, y × {})  →  padded 448 × 320"
    qtbot.waitUntil(lambda: sizes.text() == text.format("0.6656", "0.6667"))
    assert text.format("0.6656250", "0.6666667") in sizes.toolTip()


def test_a_caption_at_the_right_never_loses_its_first_digit(qtbot):
    head = PlotHead("Score against fit")
    qtbot.addWidget(head)
    head.resize(280, 20)
    head.show()
    head.say("36 boxes on GT 5: 6 kept")
    font = head.caption.font()
    font.setPixelSize(19)
    head.caption.setFont(font)
    caption = head.caption
    qtbot.waitUntil(lambda: caption.fontMetrics().horizontalAdvance(caption.text()) <= caption.width())
    assert caption.text().startswith("36")


def test_a_box_ends_the_focus_that_came_with_an_anchor_and_none_that_was_chosen(qtbot, window):
    open_demo(qtbot, window)
    work, table = window.workspace, window.tables.proposals
    one = work.state.shown.inspection
    window.tables.setCurrentWidget(table)
    qtbot.waitUntil(lambda: len(table.columns_model.columns) > 0)

    def heads():
        model = table.columns_model
        return {
            model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            for n in range(model.columnCount())
        }

    work.select(int(one.positive[0]))
    own = int(one.assignment.gt[one.positive[0]])
    qtbot.waitUntil(lambda: f"Box IoU, GT {own + 1}" in heads())
    table.setCurrentIndex(table.columns_model.index(40, 0))
    qtbot.waitUntil(lambda: work.state.gt is None and "Box IoU" in heads())
    assert work.state.selection is not None
    assert not window.inspector.gt_note.isVisible()
    assert "0.0000" not in tag(window)[0].text
    work.focus_gt(own)
    table.setCurrentIndex(table.columns_model.index(30, 0))
    assert work.state.gt == own
    qtbot.waitUntil(lambda: f"Box IoU, GT {own + 1}" in heads())
