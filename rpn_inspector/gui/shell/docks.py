"""The docks around the picture: which panel stands where, how large, and when it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from rpn_inspector.gui.widgets.i18n import tr

LAYOUT_VERSION = 4
FUNNEL_WIDTH, PLOTS_WIDTH = 430, 330
LEAST_BELOW, MOST_BELOW, SHARE_BELOW = 230, 322, 0.3  # px, px, of the window's height
TALLEST = 10_000  # px; what is remembered beyond it is a mistake
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_LEFT, _RIGHT, _BELOW = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
PLACES = (("Images", _LEFT), ("Inspector", _RIGHT), ("Tables", _BELOW), ("Funnel", _BELOW), ("Plots", _BELOW))


class Docks(QObject):
    """One dock for each panel, in the order of `PLACES`; hidden until `show`.

    While ``unlocked`` each has a title by which it is moved, floated and closed; ``closed`` are those a user wants out
    of the way. ``below`` is the height in px of the panels under the picture, given or dragged, wherever the window has
    room for it: one that was small for a while gives it back. ``changed`` after a dock was closed by its title.
    """

    changed = Signal()

    def __init__(self, window: QMainWindow, panels: Sequence[QWidget]) -> None:
        super().__init__(window)
        self.window = window
        self.all: list[QDockWidget] = []
        self.closed: set[str] = set()
        self.unlocked = False
        self.below = LEAST_BELOW
        self._window_size = window.size()
        window.installEventFilter(self)
        titles = (tr("Images"), tr("Inspector"), tr("Tables"), tr("Funnel"), tr("Plots"))
        for panel, title, (name, area) in zip(panels, titles, PLACES, strict=True):
            dock = QDockWidget(title, window)
            dock.setObjectName(name)
            dock.setAccessibleName(title)
            dock.setTitleBarWidget(QWidget())
            dock.setWidget(panel)
            dock.installEventFilter(self)
            window.addDockWidget(area, dock)
            dock.hide()
            self.all.append(dock)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setCorner(Qt.Corner.BottomLeftCorner, _BELOW)
        self._size()

    def reset(self) -> None:
        """Put every dock where it was first, locked, none of them closed."""
        self.closed.clear()
        self.unlock(False)
        for dock, (_, area) in zip(self.all, PLACES, strict=True):
            shown = not dock.isHidden()
            dock.setFloating(False)
            self.window.removeDockWidget(dock)
            self.window.addDockWidget(area, dock)
            dock.setVisible(shown)
        self._size()

    def _size(self) -> None:
        self.window.resizeDocks(self.all[:2], [248, 340], ACROSS)
        self.window.resizeDocks(self.all[2:], [900, FUNNEL_WIDTH, PLOTS_WIDTH], ACROSS)
        self.below = min(max(LEAST_BELOW, round(SHARE_BELOW * self.window.height())), MOST_BELOW)
        self.window.resizeDocks(self.all[2:], [self.below] * 3, DOWN)

    def _under(self) -> list[QDockWidget]:
        """Return the docks under the picture."""
        area = self.window.dockWidgetArea
        return [dock for dock in self.all if dock.isVisible() and not dock.isFloating() and area(dock) == _BELOW]

    def _keep_height(self) -> None:
        """Give the panels under the picture their height again, where the window or what is shown of them changed."""
        self._window_size = self.window.size()
        under = self._under()
        if under:
            self.window.resizeDocks(under, [self.below] * len(under), DOWN)

    def unlock(self, wanted: bool) -> None:
        """Give the docks titles to move, float and close them by, or take them away."""
        if wanted == self.unlocked:
            return
        self.unlocked = wanted
        for dock in self.all:
            title = dock.titleBarWidget()
            dock.setTitleBarWidget(None if wanted else QWidget())  # type: ignore[arg-type]
            if title is not None:
                title.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and isinstance(watched, QDockWidget):
            self.closed.add(watched.objectName())
            self.changed.emit()
        if event.type() == QEvent.Type.Resize:
            if watched is self.window:
                self._keep_height()
            elif self._dragged and watched in self._under():
                self.below = watched.height()
        return super().eventFilter(watched, event)

    @property
    def _dragged(self) -> bool:
        """Return whether a user draws an edge between panels, not the window's own."""
        held = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        return held and self.window.size() == self._window_size

    def show(self, inspecting: bool, fates: bool) -> None:
        """Show the docks while ``inspecting``: beside the tables the funnel with the ``fates``, else the plots.

        They come and go to the right of the tables, whose tabs stay where they are under the mouse.
        """
        *_, funnel, plots = self.all
        other = plots if fates else funnel
        seen = [dock for dock in self.all if inspecting and dock is not other and dock.objectName() not in self.closed]
        for dock in self.all:
            if dock not in seen:
                dock.hide()  # before the others come: all at once would widen a small window
        for dock in seen:
            dock.show()
        self._keep_height()  # one that comes may have been left at another

    def make_room_for_funnel(self) -> None:
        """Give the funnel the width it needs, once it is about to be seen."""
        if self.all[3].isHidden():
            QTimer.singleShot(0, self.window, self._widen_funnel)

    def _widen_funnel(self) -> None:
        self.window.resizeDocks(self.all[2:4], [900, FUNNEL_WIDTH], ACROSS)

    def layout(self) -> str:
        """Return where the docks are and how large, as `restore` takes it."""
        return bytes(self.window.saveState(LAYOUT_VERSION).toBase64().data()).decode()

    def restore(self, layout: str, closed: object, unlocked: object, below: object = None) -> None:
        """Put the docks where they were; what is not understood is left out."""
        names = {name for name, _ in PLACES}
        self.closed = names.intersection(map(str, closed)) if isinstance(closed, list) else set()
        self.unlock(unlocked is True)
        if type(below) is int and 0 < below < TALLEST:
            self.below = below
        self.window.restoreState(QByteArray.fromBase64(layout.encode()), LAYOUT_VERSION)
        for dock in self.all:
            dock.setVisible(False)
