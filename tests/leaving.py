"""What a test of the window must not leave behind: no window, no thread, no timer, nothing in the log."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QStatusBar, QWidget

from rpn_inspector.gui.wiring import Wiring


class _Loud(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.getMessage()}")


@contextmanager
def leaving_nothing() -> Iterator[list[Wiring]]:
    """Close the windows put into the list at the end; fail on what goes on after that, and on a logged warning.

    What Qt itself logs fails the test by ``qt_log_level_fail``, what Python warns of by ``filterwarnings``.
    """
    before, loud, made = set(threading.enumerate()), _Loud(), list[Wiring]()
    seen = _visible()  # a window that tests share
    logging.getLogger().addHandler(loud)
    try:
        yield made
    finally:
        running = [timer for window in made for timer in _end(window)]
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()
        # Outside an event loop Qt keeps what is to be deleted, and the next window's style would walk over all of it.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        logging.getLogger().removeHandler(loud)
    assert not running, f"timers go on after closing: {running}"
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads go on after closing: {left}"
    visible = [w.objectName() or type(w).__name__ for w in _visible() if w not in seen]
    assert not visible, f"windows stay: {visible}"
    assert not loud.said, f"logged: {loud.said}"


def _visible() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def _end(window: Wiring) -> list[tuple[str, int]]:
    """Close one window; return its timers that still run."""
    window.main_window.close()
    timers = [
        timer for timer in window.main_window.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()
    ]
    ours = [timer for timer in timers if not isinstance(timer.parent(), QStatusBar)]  # its message fades by itself
    window.main_window.deleteLater()
    return [(type(timer.parent()).__name__, timer.interval()) for timer in ours]
