"""Every control has a name for a screen reader, Tab reaches it and shows where it is, and Escape leads back."""

import weakref
from pathlib import Path

import numpy as np
import pytest
from gui_steps import open_demo
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMessageBox,
    QScrollBar,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from rpn_inspector.core.proposals import Fate
from rpn_inspector.data.datasets.choose import Ambiguous, DatasetChoice
from rpn_inspector.gui.open.ambiguity_dialog import AmbiguityDialog
from rpn_inspector.session.open_request import OpenRequest

pytestmark = pytest.mark.usefixtures("beside")
CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider, QTabBar)


def controls(root):
    """Return what can take the keyboard or a click under ``root``, without the parts Qt's own widgets are made of."""
    found = [root, *root.findChildren(QWidget)]
    return [
        widget
        for widget in found
        if widget.isVisible()
        and (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, CONTROLS))
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QLineEdit)  # its signs: the text is cleared by keyboard as any text is
    ]


def named(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def check(root):
    found = controls(root)
    assert found
    described = {f"{type(widget).__name__} {widget.objectName()}" for widget in found if not named(widget)}
    assert not described, "without a name"
    reached = [
        named(widget)
        for widget in found
        if isinstance(widget, CONTROLS) and widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (isinstance(widget, QToolButton) and widget.defaultAction() and widget.defaultAction().shortcut())
    ]
    assert not reached, "only by mouse"


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def demo(qtbot, window):
    open_demo(qtbot, window)
    proposals = window.workspace.state.shown.inspection.proposals
    window.workspace.select(int(np.flatnonzero(proposals.fate == Fate.SUPPRESSED)[0]))
    qtbot.waitUntil(lambda: window.inspector.facts is not None)
    qtbot.waitUntil(lambda: not window.images.scanner.running and not window.images.linter.running)
    return window


@pytest.mark.parametrize("tab", ["anchors", "ground_truths", "proposals", "loss"])
def test_the_window_whichever_table_is_in_front(qtbot, demo, tab):
    demo.tables.setCurrentWidget(getattr(demo.tables, tab))
    qtbot.waitUntil(lambda: getattr(demo.tables, tab).isVisible())
    check(demo.main_window)


def test_the_empty_window(window):
    check(window.main_window)


def test_the_comparison(qtbot, demo):
    demo.pages.look("compare")
    qtbot.waitUntil(lambda: demo.compare.found is not None)
    check(demo.main_window)


@pytest.fixture
def editing(qtbot, demo):
    """The window with the recipe editor in sight."""
    edit = demo.menus.by_name["Edit the recipe…"]
    edit.trigger()
    qtbot.waitUntil(lambda: demo.recipe_dock.editor is not None and demo.recipe_dock.editor.isVisible())
    yield demo
    edit.trigger()


def test_the_recipe_editor(editing):
    check(editing.main_window)


def test_keys_and_help(qtbot, demo):
    demo.command_windows.open_keys()
    demo.help_windows.open_help("maths")
    qtbot.waitUntil(lambda: demo.command_windows.sheet.isVisible() and demo.help_windows.help.isVisible())
    for beside in (demo.command_windows.sheet, demo.help_windows.help):
        check(beside)
        beside.close()


def picture_of(root, widget):
    """Return what the window looks like at a widget and 4 px around it."""
    QApplication.processEvents()
    place = QRect(widget.mapTo(root, QPoint()), widget.size()).adjusted(-4, -4, 4, 4)
    return root.grab(place.intersected(root.rect())).toImage()


def in_sight(widget):
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    return widget.window().rect().intersects(place)


def behind(widget):
    """Whether it stands in a dock behind another one's tab."""
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return widget is not None and not in_sight(widget)


def check_walk(qtbot, root):
    """Tab reaches every control that takes the keyboard, comes round, and each shows that it has it."""
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    wanted = [
        widget
        for widget in controls(root)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if not behind(widget)
        if not (isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked())  # by arrows
    ]
    order, unseen = [], []
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget() or root, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget in order:
            break
        order.append(widget)
        assert in_sight(widget), named(widget)
        assert not behind(widget), named(widget)
        having = picture_of(root, widget)
        widget.clearFocus()
        if picture_of(root, widget) == having:
            unseen.append(f"{type(widget).__name__} {named(widget)}")
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    missing = [f"{type(widget).__name__} {named(widget)}" for widget in wanted if widget not in order]
    assert not missing, "Tab passes by"
    assert not unseen, "no sign of the keyboard"


@pytest.mark.parametrize("tab", ["anchors", "ground_truths", "proposals", "loss"])
def test_tab_walks_through_the_window_and_shows_where_it_is(qtbot, demo, tab):
    demo.tables.setCurrentWidget(getattr(demo.tables, tab))
    qtbot.waitUntil(lambda: getattr(demo.tables, tab).isVisible())
    check_walk(qtbot, demo.main_window)


def test_tab_walks_through_the_empty_window(qtbot, window):
    check_walk(qtbot, window.main_window)


def test_tab_walks_through_the_comparison(qtbot, demo):
    demo.pages.look("compare")
    qtbot.waitUntil(lambda: demo.compare.found is not None)
    check_walk(qtbot, demo.main_window)


def test_tab_walks_through_the_recipe_editor(qtbot, editing):
    check_walk(qtbot, editing.main_window)


def doctor(qtbot, window):
    window.layout_doctor.ask()
    qtbot.waitUntil(lambda: window.layout_doctor.dialog is not None)
    return window.layout_doctor.dialog


def keys(_qtbot, window):
    window.command_windows.open_keys()
    return window.command_windows.sheet


def help_(_qtbot, window):
    window.help_windows.open_help("maths")
    return window.help_windows.help


def about(_qtbot, window):
    window.menus.by_name["About"].trigger()
    return next(box for box in window.main_window.findChildren(QMessageBox) if box.isVisible())


def test_the_question_shows_all_its_answers(qtbot, demo):
    dialog = which(qtbot, demo)
    dialog.list.addItems([f"a way to open the folder, the one of number {n} and a rather long one" for n in range(9)])
    dialog._show_whole()
    qtbot.waitUntil(dialog.isVisible)
    bars = dialog.list.verticalScrollBar(), dialog.list.horizontalScrollBar()
    qtbot.waitUntil(lambda: not any(bar.maximum() for bar in bars))
    dialog.close()


def which(_qtbot, window):
    choices = [DatasetChoice(kind, (Path("somewhere", f"{kind}.json"),)) for kind in ("coco", "via")]
    dialog = AmbiguityDialog(OpenRequest(Path("somewhere")), Ambiguous(Path("somewhere"), choices), window.main_window)
    dialog.show()
    return dialog


@pytest.mark.parametrize("ask", [doctor, keys, help_, about, which])
def test_a_window_beside_is_walked_by_tab_and_left_by_escape_for_the_picture(qtbot, demo, ask):
    demo.canvas.setFocus()
    beside = ask(qtbot, demo)
    qtbot.waitUntil(beside.isVisible)
    check(beside)
    check_walk(qtbot, beside)
    closed = weakref.ref(beside)
    qtbot.keyClick(QApplication.focusWidget() or beside, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: closed() is None or not isValid(closed()) or not closed().isVisible())
    demo.main_window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is demo.canvas)


def palette(window):
    window.menus.by_name["Find or run a command…"].trigger()
    return window.command_windows.palette


def sorting(window):
    window.menus.by_name["Sort the images…"].trigger()
    return window.images.sort_button.menu()


def filtering(window):
    window.images.filter_button.open()
    return window.images.filter_button.menu()


def columns(window):
    menu = window.tables.anchors.column_menu()
    menu.popup(window.tables.mapToGlobal(QPoint()))
    return menu


def recipes(window):
    window.top_bar.recipe.showPopup()
    return window.top_bar.recipe.view().window()


def menu_bar(window):
    menu = window.main_window.by_name["&View"]
    menu.popup(window.main_window.mapToGlobal(QPoint(0, 40)))
    return menu


@pytest.mark.parametrize("ask", [palette, sorting, filtering, columns, recipes, menu_bar])
def test_escape_closes_what_pops_up_and_the_keyboard_is_where_it_was(qtbot, demo, ask):
    demo.canvas.setFocus()
    anchor = demo.workspace.state.selection
    popped = ask(demo)
    qtbot.waitUntil(popped.isVisible)
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not popped.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is demo.canvas)
    assert demo.workspace.state.selection == anchor  # it closed this, and nothing under it


@pytest.mark.parametrize("panel", ["images", "tables"])
def test_escape_in_a_field_clears_it_and_then_gives_the_keyboard_back(qtbot, demo, panel):
    field = getattr(demo, panel).filter
    field.setFocus()
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Escape)
    for _ in range(3):
        if field.hasFocus():
            qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert QApplication.focusWidget() is demo.canvas


def test_escape_leads_from_a_button_to_the_audit_in_front(qtbot, demo):
    demo.main_window.activateWindow()
    demo.pages.look("audit")
    for button in (demo.top_bar.workspaces["audit"], demo.top_bar.workspaces["compare"]):
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        qtbot.keyClick(button, Qt.Key.Key_Escape)
        qtbot.waitUntil(demo.audit.hasFocus)
    assert demo.pages.front == "audit"
    assert demo.workspace.state.selection is not None


def test_escape_leads_from_a_button_to_the_picture_then_lets_go_of_the_anchor_and_of_the_ground_truth(qtbot, demo):
    demo.workspace.focus_gt(0, keep_selection=True)
    demo.main_window.activateWindow()
    for button in (demo.top_bar.workspaces["audit"], demo.strip.entries["positive"]):
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        qtbot.keyClick(button, Qt.Key.Key_Escape)
        qtbot.waitUntil(demo.canvas.hasFocus)
        assert demo.workspace.state.selection is not None
    qtbot.keyClick(demo.canvas, Qt.Key.Key_Escape)
    assert (demo.workspace.state.selection, demo.workspace.state.gt) == (None, 0)
    qtbot.keyClick(demo.canvas, Qt.Key.Key_Escape)
    assert demo.workspace.state.gt is None
