"""The settings of the window's parts: read at its beginning, saved soon after a change and at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer

from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.quick_moves import QuickMoves
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.state import State

AFTER_MS = 2_000


class Remembering(QObject):
    """Keeps the user's settings.

    Args:
        services: whose memory is read and written.
        window: whose place on the screen is kept.
        parts: of the window, also those added later.
        quick_moves: between which nothing is saved.
        facts: makes the other values to keep, by name.
    """

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        parts: Sequence[Part],
        quick_moves: QuickMoves,
        facts: Callable[[], dict[str, Any]],
    ) -> None:
        super().__init__(window)
        self.services, self.window, self.parts = services, window, parts
        self.quick_moves, self.facts = quick_moves, facts
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.save)  # a crash of screen or computer loses little

    def restore(self) -> None:
        """Give window and parts what was remembered."""
        memory = self.services.memory
        geometry = memory.get("geometry")
        if isinstance(geometry, str):
            self.window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        for part in self.parts:
            part.restore(memory)

    def soon(self, old: State | None, new: State) -> None:
        """Save in a while, after another picture."""
        # between pictures passed by it is put off: the next would wait for the disk; and nothing is kept of a what-if
        put_off = self.quick_moves.moving or not self._timer.isActive()
        trying = new.shown is not None and new.shown.what_if is not None
        if old is not None and old.shown is not new.shown and put_off and not trying:
            self._timer.start()

    def save(self) -> None:
        """Save the parts' settings, the window's geometry and the other facts."""
        for part in self.parts:
            part.save(self.services.memory)
        geometry = bytes(self.window.saveGeometry().toBase64().data()).decode()
        self.services.remember(geometry=geometry, **self.facts())

    def close(self) -> None:
        """Save for the last time."""
        self.save()
        self._timer.stop()
