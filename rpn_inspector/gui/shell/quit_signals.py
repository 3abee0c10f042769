"""Ctrl+C in the terminal, a closed terminal, and SIGTERM close the window like the close button: settings are kept."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def closing_on_signals(close: Callable[[], object]) -> Iterator[list[int]]:
    """Call ``close`` in the event loop when a signal to end arrives; yield the list of signals arrived.

    A ``close`` returning False refuses: the program goes on, and the next signal asks again.

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
    # Handlers that do nothing: the default action would end the process at once.
    before = {number: signal.signal(number, lambda *_: None) for number in SIGNALS}
    awake = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)

    def wake() -> None:
        came = [number for number in reading.recv(64) if number in SIGNALS]
        arrived.extend(came)
        if came and close() is False:
            arrived.clear()

    notifier.activated.connect(wake)
    try:
        yield arrived
    finally:
        notifier.setEnabled(False)
        notifier.deleteLater()
        signal.set_wakeup_fd(awake)
        for number, handler in before.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()
