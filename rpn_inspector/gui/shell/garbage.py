"""Python's garbage, collected in the thread of the window alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

PAUSE_MS = 500
USUAL = 10  # collections of a generation before the next older one has its turn


@contextmanager
def collected_here() -> Iterator[None]:
    """Collect garbage between the events of the calling thread, and at no other time, until the block ends.

    Python collects wherever an allocation happens to be: a worker's would delete widgets outside their thread, and
    one inside a call of Qt a widget that Qt is about to visit. Either ends the process now and then.
    """
    automatic = gc.isenabled()
    gc.disable()
    timer, collector = QTimer(), _Collector()
    timer.setInterval(PAUSE_MS)
    timer.timeout.connect(collector.collect)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        if automatic:
            gc.enable()


class _Collector:
    """Collects by Python's own thresholds, and counts the turns: not every Python counts those of the oldest."""

    def __init__(self) -> None:
        self.turns = 0

    def collect(self) -> None:
        """Collect the generation that is due."""
        young, *older = gc.get_threshold()
        if gc.get_count()[0] <= young:
            return
        self.turns += 1
        middle, old = ((limit or USUAL) + 1 for limit in older)  # 0 where Python has another way to the oldest
        gc.collect(2 if self.turns % (middle * old) == 0 else 1 if self.turns % middle == 0 else 0)
