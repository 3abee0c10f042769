"""The protocol of every part of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.theme import Theme
    from rpn_inspector.session.state import State


class Part:
    """A panel, a bar, a menu or a helper: the window holds a list of parts and calls these five methods alone.

    By default each method does nothing. A plain class and not a `typing.Protocol`, whose metaclass differs from Qt's.
    """

    def render_state(self, old: State | None, new: State) -> None:
        """Draw ``new``; ``old`` is the state drawn before, None the first time."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def restore(self, memory: dict[str, Any]) -> None:
        """Apply the settings ``memory`` of an earlier run; unreadable values are ignored."""

    def save(self, memory: dict[str, Any]) -> None:
        """Write the settings for the next run into ``memory``."""

    def close_down(self) -> None:
        """Stop threads and timers for good; returns when the threads have ended."""
