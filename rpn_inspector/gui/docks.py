"""The docks around the picture: which panel stands where, how large, and when it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

LAYOUT_VERSION = 3
FUNNEL_WIDTH, FATES_HEIGHT, PLOTS_WIDTH = 430, 322, 330
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_LEFT, _RIGHT, _BELOW = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
PLACES = (("Images", _LEFT), ("Inspector", _RIGHT), ("Funnel", _BELOW), ("Tables", _BELOW), ("Plots", _BELOW))


class Docks:
    """One dock for each panel, in the order of `PLACES`; hidden until `show`."""

    def __init__(self, window: QMainWindow, panels: Sequence[QWidget]) -> None:
        self.window = window
        self.all: list[QDockWidget] = []
        for panel, (name, area) in zip(panels, PLACES, strict=True):
            dock = QDockWidget(name, window)
            dock.setObjectName(name)
            dock.setTitleBarWidget(QWidget())
            dock.setWidget(panel)
            window.addDockWidget(area, dock)
            dock.hide()
            self.all.append(dock)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setCorner(Qt.Corner.BottomLeftCorner, _BELOW)
        self.reset()

    def reset(self) -> None:
        """Give the docks their first sizes."""
        self.window.resizeDocks(self.all[:2], [248, 340], ACROSS)
        self.window.resizeDocks(self.all[2:], [FUNNEL_WIDTH, 900, PLOTS_WIDTH], ACROSS)
        self.window.resizeDocks(self.all[2:], [230] * 3, DOWN)

    def show(self, inspecting: bool, fates: bool) -> None:
        """Show the docks while ``inspecting``: beside the tables the funnel with the ``fates``, else the plots."""
        _, _, funnel, _, plots = self.all
        for dock in self.all:
            dock.setVisible(inspecting and dock is not (plots if fates else funnel))

    def make_room_for_funnel(self) -> None:
        """Give the funnel the width it needs, once it is about to be seen."""
        if self.all[2].isHidden():
            QTimer.singleShot(0, self.window, self._widen_funnel)

    def _widen_funnel(self) -> None:
        beside = self.all[2:4]
        self.window.resizeDocks(beside, [FUNNEL_WIDTH, 900], ACROSS)
        height = max(FATES_HEIGHT, beside[1].height())
        self.window.resizeDocks(beside, [height, height], DOWN)

    def layout(self) -> str:
        """Return where the docks are and how large, as `restore` takes it."""
        return bytes(self.window.saveState(LAYOUT_VERSION).toBase64().data()).decode()

    def restore(self, layout: str) -> None:
        """Put the docks where they were; what is not understood is left out."""
        self.window.restoreState(QByteArray.fromBase64(layout.encode()), LAYOUT_VERSION)
        for dock in self.all:
            dock.setVisible(False)
