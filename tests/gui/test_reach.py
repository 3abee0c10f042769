"""Every control has a name for a screen reader, and every one that acts on a click is reached by keyboard."""

import numpy as np
import pytest
from gui_steps import open_demo
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)

from rpn_inspector.core.proposals import Fate

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
def demo(qtbot, window):
    open_demo(qtbot, window)
    proposals = window.workspace.state.shown.inspection.proposals
    window.workspace.select(int(np.flatnonzero(proposals.fate == Fate.SUPPRESSED)[0]))
    qtbot.waitUntil(lambda: window.inspector.facts is not None)
    return window


@pytest.mark.parametrize("tab", ["anchors", "truths", "proposals", "loss"])
def test_the_window_whichever_table_is_in_front(qtbot, demo, tab):
    demo.tables.setCurrentWidget(getattr(demo.tables, tab))
    qtbot.waitUntil(lambda: getattr(demo.tables, tab).isVisible())
    check(demo.frame)


def test_the_empty_window(window):
    check(window.frame)


def test_the_comparison(qtbot, demo):
    demo.look("compare")
    qtbot.waitUntil(lambda: demo.compare.found is not None)
    check(demo.frame)


def test_the_recipe_editor(qtbot, demo):
    demo.actions_.by_name["Edit the recipe…"].trigger()
    qtbot.waitUntil(lambda: demo.aids.editor is not None and demo.aids.editor.isVisible())
    check(demo.frame)


def test_keys_and_help(qtbot, demo):
    demo.aids.open_keys()
    demo.aids.open_help("maths")
    qtbot.waitUntil(lambda: demo.aids.keys.isVisible() and demo.aids.help.isVisible())
    check(demo.aids.keys)
    check(demo.aids.help)
