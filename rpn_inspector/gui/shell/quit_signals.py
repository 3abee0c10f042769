"""Ctrl+C in the terminal, a closed terminal, and SIGTERM close the window like the close button: settings are kept."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

from rpn_inspector.session.ending import SIGNALS, on_signals


@contextmanager
def closing_on_signals(
    close: Callable[[], object], arrives: Callable[[int], None] = lambda _: None
) -> Iterator[list[int]]:
    """Call ``close`` in the event loop when a signal to end arrives; yield the list of signals arrived.

    A ``close`` returning False refuses: the program goes on, and the next signal asks again. ``arrives`` hears each
    number as soon as the main thread runs Python's code, before the event loop does.

    Python's own handlers run only between Python instructions, and Qt runs none while waiting for events: the signal's
    number is written to a socket, which wakes Qt. Only the main thread can take signals; elsewhere nothing happens.
    """
    arrived: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield arrived
        return
    reading, writing = socket.socketpair()
    for end in (reading, writing):
        end.setblocking(False)
    awake = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)

    def wake() -> None:
        came = [number for number in reading.recv(64) if number in SIGNALS]
        arrived.extend(came)
        if came and close() is False:
            arrived.clear()

    notifier.activated.connect(wake)
    try:
        with on_signals(arrives):
            yield arrived
    finally:
        notifier.setEnabled(False)
        notifier.deleteLater()
        signal.set_wakeup_fd(awake)
        reading.close()
        writing.close()
