"""The end of the program by a signal: at once, or politely and soon."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
PATIENCE = 1.5  # s of work from a signal to the end, whatever is going on then
LONGEST = 5.0  # s, on a computer so busy that they hold less work


@contextlib.contextmanager
def on_signals(handle: Callable[[int], None]) -> Iterator[None]:
    """Call ``handle`` with the number of each signal to end; a signal that is ignored, as under nohup, stays so.

    Python runs handlers in the main thread alone; in another thread nothing happens.
    """
    main = threading.current_thread() is threading.main_thread()
    taken = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN] if main else []
    before = {number: signal.signal(number, lambda number, _: handle(number)) for number in taken}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_at_once(number: int) -> None:
    """End the process as a shell expects after a signal; nothing is cleaned up."""
    os._exit(128 + number)


def end_soon(number: int) -> None:
    """End the process after `PATIENCE`, unless it has ended before: the main thread may be busy and hear nothing."""
    wall, work = time.monotonic(), time.process_time()

    def wait() -> None:
        while not over(time.monotonic() - wall, time.process_time() - work):
            time.sleep(0.05)
        end_at_once(number)

    thread = threading.Thread(target=wait, daemon=True)
    with contextlib.suppress(RuntimeError):  # no thread can be started at the end of Python, or without memory
        thread.start()


def over(wall: float, work: float) -> bool:
    """Return whether patience ends, after ``wall`` s in which the process could work for ``work`` s."""
    return wall >= PATIENCE and (work >= PATIENCE or wall >= LONGEST)
