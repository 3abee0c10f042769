"""In which order the parts draw a state: all at once, or one after another while the mouse holds something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from rpn_inspector.session.state import State

Render = Callable[[State | None, State], None]


class RenderQueue(QObject):
    """Calls every ``render(old, new)`` with the newest state and the one it had before: none misses a change.

    While something is held with the mouse, one is called each time there is nothing else to do, so that what is held
    follows the mouse and a state that was overtaken meanwhile is never drawn.
    """

    def __init__(self, renders: Sequence[Render], parent: QObject) -> None:
        super().__init__(parent)
        self._renders = list(renders)
        self._seen: list[State | None] = [None] * len(self._renders)
        self._newest: State | None = None
        self._next_part = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def add(self, render: Render) -> None:
        """Call one more from the next state on, after the others."""
        self._renders.append(render)
        self._seen.append(None)

    def tell(self, new: State, held: bool = False) -> None:
        """Call all of them, at once or, while something is ``held``, one after another."""
        self._newest = new
        if held:
            self._timer.start()
            return
        self._timer.stop()
        for place in range(len(self._renders)):
            self._tell(place)

    def close(self) -> None:
        """Call none any more."""
        self._timer.stop()

    def _next(self) -> None:
        for _ in self._renders:
            place, self._next_part = self._next_part, (self._next_part + 1) % len(self._renders)
            if self._tell(place):
                return
        self._timer.stop()

    def _tell(self, place: int) -> bool:
        """Call one with the newest state unless it has it already, and return whether it had not."""
        old, new = self._seen[place], self._newest
        if new is None or old is new:
            return False
        self._seen[place] = new
        self._renders[place](old, new)
        return True
