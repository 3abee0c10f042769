"""The lists of the top row: their letters are the window's after the mouse, and their own when reached by Tab."""

import pytest
from gui_steps import open_demo, settled
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

from rpn_inspector.core.recipe import list_recipes
from rpn_inspector.gui.commands.export_dialog import ExportDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def demo(qtbot, window):
    open_demo(qtbot, window)
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)
    return window


@pytest.mark.parametrize("name", ["recipe", "outputs"])
def test_a_click_and_esc_leave_the_keyboard_with_the_picture(qtbot, demo, name):
    field = getattr(demo.top_bar, name)
    before = field.currentText()
    qtbot.mouseClick(field, LEFT)
    assert field.view().isVisible()
    qtbot.keyClick(field.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not field.view().isVisible())
    assert demo.main_window.focusWidget() is demo.canvas
    qtbot.keyClicks(demo.canvas, "dd")
    assert demo.workspace.state.index == 2
    assert field.currentText() == before


def test_a_choice_in_a_list_opened_by_the_mouse_leaves_the_keyboard_with_the_picture(qtbot, demo):
    field = demo.top_bar.recipe
    qtbot.mouseClick(field, LEFT)
    view = field.view()
    row = field.model().index(field.findText("mmdet-fpn"), 0)
    qtbot.waitUntil(view.isVisible)
    view.setCurrentIndex(row)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: demo.workspace.state.recipe.name == "mmdet-fpn")
    assert demo.main_window.focusWidget() is demo.canvas
    qtbot.waitUntil(lambda: settled(demo))


def test_letters_and_arrows_are_the_lists_own_once_it_has_the_keyboard(qtbot, demo):
    field = demo.top_bar.recipe
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, "ret")
    assert field.currentText() == next(name for name in list_recipes() if name.startswith("ret"))
    at = field.currentIndex()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.currentIndex() == at + 1
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert field.currentIndex() == 0
    assert demo.workspace.state.index == 0, "a key of the list's turned to another picture"
    assert demo.workspace.state.recipe.name == list_recipes()[0]
    qtbot.waitUntil(lambda: settled(demo))


def test_keys_with_ctrl_stay_the_windows(qtbot, demo):
    field = demo.top_bar.recipe
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert demo.command_windows.palette.isVisible()


def test_enter_presses_the_button_of_the_tour_that_has_the_keyboard(qtbot, demo):
    demo.help_windows.start_tour()
    callout = demo.help_windows.tour.callout
    qtbot.waitUntil(callout.next.hasFocus)
    qtbot.keyClick(callout.next, Qt.Key.Key_Return)
    assert callout.count.text() == "2 of 5"
    callout.back.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(callout.back, Qt.Key.Key_Enter)
    assert callout.count.text() == "1 of 5"
    demo.help_windows.tour.stop(False)


def turned(field):
    """Turn the wheel over a field that has the keyboard; return whether what lies below may scroll."""
    field.setFocus()
    angle, nothing = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    at = QPointF(field.rect().center())
    button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, QPointF(field.mapToGlobal(at)), angle, angle, button, nothing, phase, False)
    QApplication.sendEvent(field, event)
    return not event.isAccepted()


def test_the_wheel_changes_no_field_even_one_that_has_the_keyboard(qtbot, demo):
    demo.workspace.select(8706)
    demo.recipe_dock.toggle()
    qtbot.waitUntil(lambda: demo.recipe_dock.editor is not None and demo.inspector.explain.facts is not None)
    dialog = ExportDialog(demo, demo.workspace.state, ())
    demo.pages.look("compare")
    fields = [
        *(field for kind in (QComboBox, QAbstractSpinBox) for field in demo.main_window.findChildren(kind)),
        *(field for kind in (QComboBox, QAbstractSpinBox) for field in dialog.findChildren(kind)),
    ]
    assert len(fields) > 30, "lists of the top row, of Compare and of the recipe, numbers of Explain and of the export"

    def text(field: QWidget) -> str:
        return field.currentText() if isinstance(field, QComboBox) else field.text()

    recipe, step = demo.workspace.state.recipe, [text(field) for field in fields]
    assert [field.accessibleName() for field in fields if field.isEnabled() and not turned(field)] == []
    assert [text(field) for field in fields] == step
    assert demo.workspace.state.recipe is recipe
    assert demo.workspace.state.shown.what_if is None
    dialog.reject()
