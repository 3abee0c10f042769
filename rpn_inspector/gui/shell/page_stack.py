"""The pages in the middle of the window: start, opening, Inspect and Compare."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.shell.docks import Docks
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.shell.top_bar import TopBar
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.state import State


class Pages(QObject, Part):
    """Puts the page of the open dataset, or of the opening, in front, and shows the docks belonging to the page.

    ``workspace`` is ``inspect``, ``audit`` or ``compare``, ``opening`` whether a slow opening is under way; ``looked``
    emits the workspace chosen by the user.
    """

    looked = Signal(str)

    def __init__(self, services: Services, main_window: MainWindow, docks: Docks, top_bar: TopBar) -> None:
        super().__init__(main_window)
        self._services, self._window, self._docks, self._top_bar = services, main_window, docks, top_bar
        self._stack = main_window.pages
        self._pages: dict[str, QWidget] = {"start": main_window.start_page, "opening": main_window.progress_page}
        self.workspace, self._fates = "inspect", False
        self.opening = self._stack.currentWidget() is main_window.progress_page  # announced at the first paint
        self._before = "inspect"

    def add(self, name: str, page: QWidget) -> None:
        """Add the page of a workspace."""
        self._pages[name] = page
        self._stack.addWidget(page)

    @property
    def front(self) -> str:
        """Return the name of the page in front."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    @property
    def inspecting(self) -> bool:
        """Return whether the panels around one picture belong on the screen."""
        return self._services.workspace.state.dataset is not None and self.workspace == "inspect" and not self.opening

    def look(self, workspace: str) -> None:
        """Show a workspace: inspect, audit or compare. Comparing ends a what-if, no recipe to compare with."""
        if workspace != self.workspace:
            self._before, self.workspace = self.workspace, workspace
        if workspace == "compare":  # which compares anchors
            self._services.workspace.try_out(None)
            self._services.workspace.look_at_stage("")
        self.looked.emit(workspace)
        self._show()

    def back(self) -> None:
        """Return to the workspace before."""
        self.look(self._before)

    def show_opening(self, wanted: bool) -> None:
        """Put the progress page in front, or remove the page."""
        self.opening = wanted
        self._show()

    def show_fates(self, wanted: bool) -> None:
        """Put the funnel beside the tables while ``wanted``, else the plots."""
        if wanted and self.inspecting:
            self._docks.make_room_for_fates()
        self._fates = wanted
        self._show()

    def render_state(self, old: State | None, new: State) -> None:
        self._show()
        root = f"{new.dataset.home.name} – " if new.dataset is not None else ""
        self._window.setWindowTitle(f"{root}rpn_inspector")

    def _show(self) -> None:
        available = self._services.workspace.state.dataset is not None
        name = "opening" if self.opening else self.workspace if available else "start"
        if not self.inspecting:
            # Before the page: beside docks its least width would widen the window for good.
            self._docks.show(False, self._fates)
        self._stack.setCurrentWidget(self._pages.get(name, self._pages["start"]))
        self._top_bar.show_workspace(self.workspace, available)
        if self.inspecting:
            self._docks.show(True, self._fates)
