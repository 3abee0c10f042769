"""Steps of a held key, summed while the window is busy, so that no steps run on after the key is released."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class SummedSteps(QObject):
    """Calls ``take(steps)`` with the sum of the steps asked since the last call, as soon as no event waits."""

    def __init__(self, take: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._take, self._sum = take, 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        # A timer of 0 ms fires after the waiting events, so all repeats of a held key are summed before one `take`.
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
