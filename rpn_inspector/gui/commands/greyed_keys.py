"""The keys of greyed commands, which Qt leaves without an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from rpn_inspector.gui.widgets.i18n import tr


class GreyedKeys(QObject):
    """Says why nothing happens at a key of a command that is greyed for a reason.

    Args:
        actions: returns the commands.
        say: shows a line.
        parent: the window that the keys arrive at.
    """

    def __init__(self, actions: Callable[[], Collection[QAction]], say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._say = actions, say
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer a key that no widget took."""
        # the class before the type: a window asks this thousands of times, and a type is made into an enum's member
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = QKeySequence(event.keyCombination())
            for action in self._actions():
                reason = action.property("reason")
                if not action.isEnabled() and reason and keys in action.shortcuts():
                    name = action.text().replace("&", "").rstrip("…")
                    self._say(tr("{command}: {reason}").format(command=name, reason=reason))
                    return True
        return super().eventFilter(watched, event)
