"""Python's garbage, collected in the thread of the window alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

PAUSE_MS = 500


@contextmanager
def collected_here() -> Iterator[None]:
    """Collect garbage between the events of the calling thread, and at no other time, until the block ends.

    Python collects wherever an allocation happens to be: a worker's would delete widgets outside their thread, and
    one inside a call of Qt a widget that Qt is about to visit. Either ends the process now and then.
    """
    automatic = gc.isenabled()
    gc.disable()
    timer = QTimer()
    timer.setInterval(PAUSE_MS)
    timer.timeout.connect(_collect)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        if automatic:
            gc.enable()


def _collect() -> None:
    """Collect the generation that is due by Python's own thresholds."""
    young, middle, old = gc.get_count()
    limits = gc.get_threshold()
    if young > limits[0]:
        gc.collect(2 if old > limits[2] else 1 if middle > limits[1] else 0)
