"""The window's services for the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rpn_inspector.gui.widgets.theme import Theme
    from rpn_inspector.session.problem import Problem
    from rpn_inspector.session.workspace import Workspace


class Services(Protocol):
    """The window as seen by the parts; for another room's part, a part gets a callable or a signal instead."""

    @property
    def workspace(self) -> Workspace:
        """Return the state and every change open to the user."""
        ...

    @property
    def parent_widget(self) -> QWidget:
        """Return the window, as parent of dialogs and of objects living as long as the window."""
        ...

    @property
    def memory(self) -> dict[str, Any]:
        """Return the settings, as in the user's file."""
        ...

    @property
    def theme(self) -> Theme:
        """Return the colours in use."""
        ...

    def remember(self, **values: Any) -> None:
        """Put ``values`` into the settings and write the user's file."""
        ...

    def say(self, text: str, for_ms: int = 0) -> None:
        """Write ``text`` into the status bar for ``for_ms`` milliseconds, 0: until the next; an empty text clears."""
        ...

    def unsay(self, text: str) -> None:
        """Clear the status bar where it still says ``text``."""
        ...

    def fail(self, problem: Problem) -> None:
        """Show a problem in the line above the picture."""
        ...

    def main_view(self) -> QWidget | None:
        """Return what the page in front is looked at for, a picture or the audit; None for a page without."""
        ...
