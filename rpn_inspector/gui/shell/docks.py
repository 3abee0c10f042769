"""The docks around the picture: each panel's area, size and visibility."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.session.state import State

LAYOUT_VERSION = 4
LEAST_BELOW, MOST_BELOW, SHARE_BELOW = 230, 322, 0.3  # px, px, of the window's height
TALLEST = 10_000  # px; a larger height in the settings is an error
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_RIGHT, _BELOW = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
AREAS = {"left": Qt.DockWidgetArea.LeftDockWidgetArea, "right": _RIGHT, "below": _BELOW}


@dataclass(frozen=True, slots=True)
class DockPlace:
    """A panel's first place, and names.

    Args:
        name: the English title of the dock; names the dock in the settings.
        command: the English text of the command to close and show the panel.
        area: a key of `AREAS`.
        width: the first width, px.
        fates: True shows the panel only with the proposals in front of the tables, False only without, None always.
    """

    name: str
    command: str
    area: str
    width: int
    fates: bool | None = None


class Docks(QObject, Part):
    """A dock for each place, in their order, each for a panel made as its child; hidden until `show`.

    A panel of hundreds of widgets made elsewhere and put into its dock would be styled all over again.

    While ``unlocked`` each dock has a title to drag, float and close the dock by; ``closed`` names the docks closed by
    the user. ``below`` is the height, px, of the panels under the picture, given or dragged, and restored when a small
    window grows again. ``changed`` after a dock was closed or shown again, ``was_reset`` after `reset`.
    """

    changed = Signal()
    was_reset = Signal()

    def __init__(self, window: QMainWindow, places: Sequence[DockPlace]) -> None:
        super().__init__(window)
        self.window = window
        self.by_name = {place.name: QDockWidget(tr(place.name), window) for place in places}
        self.places = {place.name: place for place in places}
        self.closed: set[str] = set()
        self.unlocked = False
        self.below = LEAST_BELOW
        self._inspecting, self._fates = False, False
        self._begun, self._restored = False, False
        self._kept_room: list[int] = []  # px of the window of the last session: width, height, then each dock's width
        self._window_size = window.size()
        for name, dock in self.by_name.items():
            dock.hide()
            dock.setObjectName(name)
            dock.setAccessibleName(tr(name))
            dock.setTitleBarWidget(QWidget())

    def fill(self, panels: Sequence[QWidget]) -> None:
        """Put a panel into each dock, in the order of places, and the docks into the window."""
        window = self.window
        window.installEventFilter(self)
        for (name, dock), panel in zip(self.by_name.items(), panels, strict=True):
            dock.setWidget(panel)
            dock.installEventFilter(self)
            window.addDockWidget(AREAS[self.places[name].area], dock)
            dock.hide()
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setCorner(Qt.Corner.BottomLeftCorner, _BELOW)
        self._size()

    def reset(self) -> None:
        """Put every dock back to the first place, locked, and none closed."""
        self.closed.clear()
        self.unlock(False)
        for name, dock in self.by_name.items():
            shown = not dock.isHidden()
            dock.setFloating(False)
            self.window.removeDockWidget(dock)
            self.window.addDockWidget(AREAS[self.places[name].area], dock)
            dock.setVisible(shown)
        self._show_again()
        self._size()  # of the shown: a hidden dock takes no size
        self.was_reset.emit()

    def toggle(self, name: str) -> None:
        """Close a panel, or show a closed panel."""
        self.closed ^= {name}
        self._show_again()

    def reach(self, name: str, field: QWidget) -> None:
        """Focus ``field`` of a panel, showing a closed panel first."""
        self.bring(name)
        field.setFocus()

    def bring(self, name: str) -> None:
        """Show a closed panel, and put one that lies behind another in front."""
        if name in self.closed:
            self.toggle(name)
        self.by_name[name].raise_()

    def _show_again(self) -> None:
        self.show(self._inspecting, self._fates)
        self.changed.emit()

    def _size(self) -> None:
        under = [place for place in self.places.values() if place.area == "below"]
        beside = [place for place in self.places.values() if place.area != "below"]
        for places in (beside, under):
            self._widen(places)
        self.below = min(max(LEAST_BELOW, round(SHARE_BELOW * self.window.height())), MOST_BELOW)
        self.window.resizeDocks([self.by_name[place.name] for place in under], [self.below] * len(under), DOWN)

    def _widen(self, places: Sequence[DockPlace]) -> None:
        docks = [self.by_name[place.name] for place in places]
        self.window.resizeDocks(docks, [place.width for place in places], ACROSS)

    def _under(self) -> list[QDockWidget]:
        """Return the docks under the picture."""
        area = self.window.dockWidgetArea
        docks = self.by_name.values()
        return [dock for dock in docks if dock.isVisible() and not dock.isFloating() and area(dock) == _BELOW]

    def _keep_height(self) -> None:
        """Restore the height of the panels under the picture after a change of the window or of the visible docks."""
        self._window_size = self.window.size()
        under = self._under()
        if under:
            self.window.resizeDocks(under, [self.below] * len(under), DOWN)

    def unlock(self, wanted: bool) -> None:
        """Give the docks titles for moving, floating and closing, or remove the titles."""
        if wanted == self.unlocked:
            return
        self.unlocked = wanted
        for dock in self.by_name.values():
            title = dock.titleBarWidget()
            # None brings Qt's own title back, which the stubs do not know.
            dock.setTitleBarWidget(None if wanted else QWidget())  # type: ignore[arg-type]
            if title is not None:
                title.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QCloseEvent) and isinstance(watched, QDockWidget):
            self.closed.add(watched.objectName())
            self.changed.emit()
        if isinstance(event, QResizeEvent):
            if watched is self.window:
                self._keep_height()
            elif self._dragged and watched in self._under():
                self.below = watched.height()
        return super().eventFilter(watched, event)

    @property
    def _dragged(self) -> bool:
        """Return whether the user drags an edge between panels, not the window's own edge."""
        held = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        return held and self.window.size() == self._window_size

    def show(self, inspecting: bool, fates: bool) -> None:
        """Show the docks while ``inspecting``: beside the tables the funnel with ``fates``, else the plots.

        Funnel and plots appear to the right of the tables, so that the tables' tabs stay under the mouse.
        """
        self._inspecting, self._fates = inspecting, fates
        seen = [
            self.by_name[place.name]
            for place in self.places.values()
            if inspecting and place.fates in (None, fates) and place.name not in self.closed
        ]
        others = [dock for dock in self.by_name.values() if dock not in seen and not dock.isHidden()]
        again = [dock for dock in seen if dock.isHidden()]
        for dock in others:
            dock.hide()  # hidden first: old and new docks together would widen a small window
        for dock in again:
            dock.show()
        if others or again:
            self._keep_height()  # a dock shown again may have an old height; else the panels would be laid out anew

    def make_room_for_fates(self) -> None:
        """Widen the panel of the fates to the first width, once visible."""
        if any(self.by_name[place.name].isHidden() for place in self.places.values() if place.fates):
            QTimer.singleShot(0, self.window, self._widen_fates)

    def _widen_fates(self) -> None:
        self._widen([place for place in self.places.values() if place.area == "below" and place.fates is not False])

    def render_state(self, old: State | None, new: State) -> None:
        begun, self._begun = self._begun, new.dataset is not None
        if self._begun and not begun:
            # After this render, once `Pages` has shown the docks.
            QTimer.singleShot(0, self, self._shrink if self._restored else self.reset)

    def _shrink(self) -> None:
        """Leave the picture its share where the window is smaller than that of the last session was."""
        if len(self._kept_room) != 2 + len(self.places):
            return
        across, down = (now / then for now, then in zip(self.window.size().toTuple(), self._kept_room[:2], strict=True))
        if across < 1:
            kept = zip(self.places.values(), self._kept_room[2:], strict=True)
            wanted = {place: max(place.width, round(width * across)) for place, width in kept}
            for places in ([each for each in wanted if (each.area == "below") is under] for under in (False, True)):
                docks = [self.by_name[place.name] for place in places]
                self.window.resizeDocks(docks, [wanted[place] for place in places], ACROSS)
        if down < 1:
            self.below = max(LEAST_BELOW, round(self.below * down))
            self._keep_height()

    def save(self, memory: dict[str, Any]) -> None:
        if self._begun:
            widths = (dock.width() for dock in self.by_name.values())
            memory["room"] = [self.window.width(), self.window.height(), *widths]
            memory["layout"] = self.layout()
            memory["closed"] = sorted(self.closed)
            memory["unlocked"], memory["below"] = self.unlocked, self.below

    def restore(self, memory: dict[str, Any]) -> None:
        self._restored = "layout" in memory
        room = memory.get("room")
        if isinstance(room, list) and all(type(px) is int and 0 < px < TALLEST for px in room):
            self._kept_room = room
        if isinstance(memory.get("layout"), str):
            self.put_back(memory["layout"], *map(memory.get, ("closed", "unlocked", "below")))

    def layout(self) -> str:
        """Return the docks' places and sizes as text for `put_back`."""
        return bytes(self.window.saveState(LAYOUT_VERSION).toBase64().data()).decode()

    def put_back(self, layout: str, closed: object, unlocked: object, below: object = None) -> None:
        """Restore the docks; values of wrong types are ignored.

        Args:
            layout: from `layout`.
            closed: the list of closed docks' names.
            unlocked: whether the docks have titles.
            below: the height of the panels under the picture, px; ignored if out of range.
        """
        self.closed = set(self.places).intersection(map(str, closed)) if isinstance(closed, list) else set()
        self.unlock(unlocked is True)
        if type(below) is int and 0 < below < TALLEST:
            self.below = below
        self.window.restoreState(QByteArray.fromBase64(layout.encode()), LAYOUT_VERSION)
        for dock in self.by_name.values():
            dock.setVisible(False)
