"""The one protocol of everything that stands in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.theme import Theme
    from rpn_inspector.session.state import State


class Part:
    """A panel, a bar, a menu or a helper: the window holds a list of parts and calls these five methods alone.

    Each does nothing here; a part overrides those that concern it. A plain class and no `typing.Protocol`, whose
    metaclass is not Qt's.
    """

    def render_state(self, old: State | None, new: State) -> None:
        """Draw ``new``; ``old`` is the state drawn before, None the first time."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""

    def restore(self, memory: dict[str, Any]) -> None:
        """Be as the settings ``memory`` of an earlier run say; values that are not understood are left out."""

    def save(self, memory: dict[str, Any]) -> None:
        """Write into the settings ``memory`` what the next run is to begin with."""

    def close_down(self) -> None:
        """Stop threads and timers for good; returns when the threads have ended."""
