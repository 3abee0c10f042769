"""``QuickMoves``: whether pictures are passed faster than the panels could follow, as while a key is held."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal

QUICK_SECONDS = 0.12  # between two moves; nobody reads a panel for so short a time
SETTLED_MS = 60  # after the last move: longer than the pause between two repeats of a held key


class QuickMoves(QObject):
    """Tells quick moves through the pictures from single moves; ``settled`` is emitted soon after the last of many.

    Other threads may wait for ``still``, set while no quick moves go on.
    """

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = -QUICK_SECONDS
        self.still = threading.Event()
        self.still.set()
        self._pause = QTimer(self, singleShot=True, interval=SETTLED_MS)
        # fires once no event waits: where drawing held up the keys, the next repeat comes first, and is no pause
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._quiet.start)
        self._quiet.timeout.connect(self.still.set)
        self._quiet.timeout.connect(self.settled)

    @property
    def moving(self) -> bool:
        """Return whether quick moves go on."""
        return self._pause.isActive() or self._quiet.isActive()

    def move(self) -> None:
        """Count a move to another picture."""
        now = time.monotonic()
        if now - self._last < QUICK_SECONDS:
            self._quiet.stop()
            self._pause.start()
            self.still.clear()
        self._last = now

    def close(self) -> None:
        """Emit nothing more."""
        self._pause.stop()
        self._quiet.stop()
        self.still.set()
