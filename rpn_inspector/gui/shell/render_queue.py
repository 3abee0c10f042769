"""How the panels learn of a state: all at once, or one after another while the mouse holds something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from rpn_inspector.session.state import State

Panel = Callable[[State | None, State], None]


class Turns(QObject):
    """Tells every panel of the newest state, each time with the state it was told before: none misses a change.

    While something is held with the mouse, a panel is told whenever there is nothing else to do, one a turn, so that
    what is held follows the mouse and what was overtaken meanwhile is never drawn.
    """

    def __init__(self, panels: Sequence[Panel], parent: QObject) -> None:
        super().__init__(parent)
        self._panels = panels
        self._told: list[State | None] = [None] * len(panels)
        self._newest: State | None = None
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def tell(self, new: State, held: bool = False) -> None:
        """Tell all panels, at once or, while something is ``held``, by turns."""
        self._newest = new
        if held:
            self._timer.start()
            return
        self._timer.stop()
        for place in range(len(self._panels)):
            self._tell(place)

    def close(self) -> None:
        """Tell nothing any more."""
        self._timer.stop()

    def _next(self) -> None:
        for _ in self._panels:
            place, self._turn = self._turn, (self._turn + 1) % len(self._panels)
            if self._tell(place):
                return
        self._timer.stop()

    def _tell(self, place: int) -> bool:
        """Tell one panel what it does not know yet, and return whether there was anything."""
        old, new = self._told[place], self._newest
        if new is None or old is new:
            return False
        self._told[place] = new
        self._panels[place](old, new)
        return True
