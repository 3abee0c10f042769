"""The real window, which must leave nothing behind: no window, no thread, no timer."""

import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QStatusBar

from rpn_inspector.gui.theme import LIGHT, apply
from rpn_inspector.gui.window import Window


@pytest.fixture
def window(qtbot):
    before = set(threading.enumerate())
    apply(QApplication.instance(), LIGHT)
    made = Window(LIGHT)
    made.frame.resize(1440, 900)
    made.frame.show()
    made.frame.activateWindow()
    yield made
    made.frame.close()
    timers = [timer for timer in made.frame.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
    ours = [timer for timer in timers if not isinstance(timer.parent(), QStatusBar)]  # its message fades by itself
    running = [(type(timer.parent()).__name__, timer.interval()) for timer in ours]
    assert not running, f"timers go on after closing: {running}"
    made.frame.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads go on after closing: {left}"
    visible = [w.objectName() or type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert not visible, f"windows stay: {visible}"


@pytest.fixture
def left_over():
    """Objects a test makes without a parent, deleted after it."""
    made: list[QObject] = []
    yield made
    for thing in made:
        thing.deleteLater()
