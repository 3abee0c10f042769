"""Steps asked for faster than they can be shown: added up, so that a key held down never runs on after it is let go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class SummedSteps(QObject):
    """Calls ``take(steps)`` with the sum of what was asked since, as soon as no further event waits."""

    def __init__(self, take: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._take, self._sum = take, 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._go)

    def ask(self, step: int) -> None:
        """Want ``step`` more."""
        self._sum += step
        self._soon.start()

    def _go(self) -> None:
        steps, self._sum = self._sum, 0
        if steps:
            self._take(steps)
