"""The window of help pages, and the tour after the first look at the demo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from rpn_inspector.gui.help.help_pages import HelpWindow
from rpn_inspector.gui.help.tour import Tour, menu_place, steps_for
from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme
from rpn_inspector.session.open_request import is_demo
from rpn_inspector.session.state import State

Find = Callable[[], QWidget | None]  # finds a part to point at, None before the part is built


class HelpWindows(QObject, Part):
    """Owns the window of help, built on first use, and the tour over ``places``.

    ``places`` find the pictures, the canvas, the inspector and the tables; ``show`` brings the page of a picture to the
    screen, and the dock of a name. ``greets``: whether the first look at the demo, however opened, begins the tour.
    """

    def __init__(
        self,
        services: Services,
        main_window: MainWindow,
        places: tuple[Find, Find, Find, Find],
        show: Callable[[str], None],
        open_demo: Callable[[], None],
    ) -> None:
        super().__init__(main_window)
        self._services, self._open_demo = services, open_demo
        self.help: HelpWindow | None = None
        steps = steps_for(main_window, *places, menu_place(main_window, main_window.menus, 0), show)
        self.tour = Tour(main_window, services.theme, steps)
        self._tour_waits = False
        self.greets = False

    def open_help(self, page: str) -> None:
        """Show ``maths`` or ``glossary``."""
        if self.help is None:
            self.help = HelpWindow(self._services.parent_widget, self._services.theme)
        self.help.open_page(page)

    def first_demo(self) -> None:
        """Follow the demo with the tour, once."""
        self._tour_waits = not self._seen

    def start_tour(self) -> None:
        """Show the tour, on the demo if nothing is open."""
        if self._services.workspace.state.shown is not None:
            self._start_tour()
        else:
            self._tour_waits = True
            self._open_demo()

    def render_state(self, old: State | None, new: State) -> None:
        if new.shown is not None and not new.busy and (self._tour_waits or self._is_first_demo(new)):
            self._tour_waits = self.greets = False
            # After this render: the tour selects an anchor, another change of the state being drawn.
            QTimer.singleShot(0, self, self._start_tour)

    def set_theme(self, theme: Theme) -> None:
        self.tour.set_theme(theme)
        if self.help is not None:
            self.help.set_theme(theme)

    def close_down(self) -> None:
        """Close the window of help and the tour with the main window."""
        self.tour.stop(False, quiet=True)
        if self.help is not None:
            self.help.close()

    @property
    def _seen(self) -> bool:
        return bool(self._services.memory.get("tour_seen", False))

    def _is_first_demo(self, state: State) -> bool:
        return self.greets and not self._seen and state.dataset is not None and is_demo(state.dataset)

    def _start_tour(self) -> None:
        work = self._services.workspace
        shown = work.state.shown
        if work.state.selection is None and shown is not None and shown.inspection.positive.size:
            work.select(int(shown.inspection.positive[0]))
        self.tour.start()
        self._services.remember(tour_seen=True)
