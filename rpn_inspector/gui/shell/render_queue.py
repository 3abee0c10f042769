"""The order of drawing a state: all parts at once, or one after another while the mouse drags."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from rpn_inspector.session.state import State

Render = Callable[[State | None, State], None]


class RenderQueue(QObject):
    """Calls every ``render(old, new)`` with the newest state and the state of the last call: no change is missed.

    While the mouse drags, one render is called whenever no event waits, so that the drag follows the mouse, and a state
    overtaken meanwhile is never drawn.
    """

    def __init__(self, renders: Sequence[Render], parent: QObject) -> None:
        super().__init__(parent)
        self._renders = list(renders)
        self._seen: list[State | None] = [None] * len(self._renders)
        self._newest: State | None = None
        self._next_part = 0
        self._timer = QTimer(self)
        # A timer of 0 ms fires once no event waits: the next move of the mouse is handled before the next part draws.
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def add(self, render: Render) -> None:
        """Call a further ``render`` from the next state on, after the others."""
        self._renders.append(render)
        self._seen.append(None)

    def tell(self, new: State, held: bool = False) -> None:
        """Call every render: at once, or one after another while the mouse drags (``held``)."""
        self._newest = new
        if held:
            self._timer.start()
            return
        self._timer.stop()
        for place in range(len(self._renders)):
            self._tell(place)

    @property
    def idle(self) -> bool:
        """Return whether every part has drawn the newest state."""
        return not self._timer.isActive()

    def close(self) -> None:
        """Stop calling."""
        self._timer.stop()

    def _next(self) -> None:
        for _ in self._renders:
            place, self._next_part = self._next_part, (self._next_part + 1) % len(self._renders)
            if self._tell(place):
                return
        self._timer.stop()

    def _tell(self, place: int) -> bool:
        """Call the render at ``place`` with the newest state; return False if called with the same state before."""
        old, new = self._seen[place], self._newest
        if new is None or old is new:
            return False
        # Noted before the call: a render may change the state, and `tell` comes back here.
        self._seen[place] = new
        self._renders[place](old, new)
        return True
