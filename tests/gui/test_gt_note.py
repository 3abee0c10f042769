"""The panel says which ground truths have no anchor, and of each of them why; so does the picture."""

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import CanvasScene, tags_of
from rpn_inspector.gui.canvas.view import CanvasView


@pytest.fixture
def window(shared_window):
    return shared_window


def open_street_six(qtbot, window):
    """Open the demo's sixth picture: of 23 ground truths seven have no anchor."""
    open_demo(qtbot, window)
    window.workspace.go_to(5)
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.index == 5)
    return window.workspace.state.shown.inspection


def test_before_anything_is_selected_those_without_an_anchor_are_named(qtbot, window):
    inspection = open_street_six(qtbot, window)
    lacking = [g + 1 for g in range(23) if inspection.assignment.gt_positives[g] == 0]
    assert len(lacking) == 7
    note = window.inspector.gt_note
    assert note.isVisible()
    assert note.why.text().startswith("7 of 23 ground truths have no positive anchor.")
    for number in lacking:
        assert f">{number}</a>" in note.finding.text()


def test_a_named_one_is_focused_from_the_keyboard_and_its_reason_read(qtbot, window):
    inspection = open_street_six(qtbot, window)
    first = int((inspection.assignment.gt_positives == 0).argmax())
    label = window.inspector.gt_note.finding
    label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    qtbot.keyClick(label, Qt.Key.Key_Return)
    assert window.workspace.state.gt == first
    assert label.text() == f"Ground truth {first + 1}: unmatched"
    assert window.inspector.gt_note.why.text() == inspection.explain_truth(first).why


def test_where_the_anchors_own_words_say_it_there_is_no_note(qtbot, window):
    inspection = open_street_six(qtbot, window)
    assignment = inspection.assignment
    owned = next(g for g in range(23) if assignment.gt[assignment.gt_best_anchor[g]] == g)
    window.workspace.focus_gt(owned)
    assert window.workspace.state.selection == assignment.gt_best_anchor[owned]
    assert not window.inspector.gt_note.isVisible()


def test_the_picture_says_it_beside_the_box(qtbot, window):
    inspection = open_street_six(qtbot, window)
    scene = CanvasScene(Layers(inspection))
    scene.visible = frozenset({"truth"})
    tags = tags_of(scene, CanvasView(1, 0, 0), QFontMetricsF(window.main_window.font()))
    said = {int(tag.text.split()[0]) for tag in tags if tag.text.endswith(" · unmatched")}
    assert said == {g + 1 for g in range(23) if inspection.assignment.gt_positives[g] == 0}
