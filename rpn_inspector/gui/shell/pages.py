"""The pages in the middle of the window: start, opening, Inspect and Compare."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.shell.docks import Docks
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.shell.top_bar import TopBar
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.state import State


class Pages(QObject, Part):
    """Puts the page in front that belongs to what is open or being opened, and the docks that go with it.

    ``workspace`` is ``inspect`` or ``compare``, ``opening`` whether something is being opened that takes its time;
    ``looked`` tells of a workspace the user turned to.
    """

    looked = Signal(str)

    def __init__(self, services: Services, docks: Docks, top_bar: TopBar) -> None:
        super().__init__(services.main_window)
        self._services, self._docks, self._top_bar = services, docks, top_bar
        self._stack = services.main_window.pages
        self._pages: dict[str, QWidget] = {"start": services.main_window.start_page}
        self.workspace, self.opening, self._fates = "inspect", False, False

    def add(self, name: str, page: QWidget) -> None:
        """Add a page: ``opening``, ``inspect`` or ``compare``."""
        self._pages[name] = page
        self._stack.addWidget(page)

    @property
    def front(self) -> str:
        """Return the name of the page in front."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    @property
    def inspecting(self) -> bool:
        """Return whether the panels around one picture are wanted."""
        return self._services.workspace.state.dataset is not None and self.workspace == "inspect" and not self.opening

    def look(self, workspace: str) -> None:
        """Turn to a workspace: inspect or compare; a what-if is no recipe to compare with and ends."""
        self.workspace = workspace
        if workspace == "compare":
            self._services.workspace.try_out(None)
        self.looked.emit(workspace)
        self._show()

    def show_opening(self, wanted: bool) -> None:
        """Put the page of what is being opened in front, or take it away."""
        self.opening = wanted
        self._show()

    def show_fates(self, wanted: bool) -> None:
        """Put the funnel beside the proposals, where they are in front of the tables, or the plots."""
        if wanted and self.inspecting:
            self._docks.make_room_for_fates()
        self._fates = wanted
        self._show()

    def render_state(self, old: State | None, new: State) -> None:
        self._show()
        root = f"{new.dataset.root.name} – " if new.dataset is not None else ""
        self._services.main_window.setWindowTitle(f"{root}rpn_inspector")

    def _show(self) -> None:
        available = self._services.workspace.state.dataset is not None
        name = "opening" if self.opening else self.workspace if available else "start"
        self._stack.setCurrentWidget(self._pages.get(name, self._pages["start"]))
        self._top_bar.show_workspace(self.workspace, available)
        self._docks.show(self.inspecting, self._fates)
