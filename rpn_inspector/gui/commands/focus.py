"""Where the keyboard is: shown when it came by Tab, never in a field nobody sees; Ctrl keys work from every field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDockWidget, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.focus_ring import FocusRing, bring_into_view, needs_ring
from rpn_inspector.gui.widgets.required import application

FIELDS = (QLineEdit, QAbstractSpinBox)
_KEYS = QKeySequence.StandardKey
EDITING = (_KEYS.Undo, _KEYS.Redo, _KEYS.Cut, _KEYS.Copy, _KEYS.Paste, _KEYS.SelectAll)


class KeyboardFocus(QObject):
    """Takes the keyboard back to the picture when what had it goes out of sight, lest a field swallow single letters.

    Qt hands it to the next widget of the tab order, which may be another field, and leaves it where it is when a dock
    goes behind another one's tab. A Ctrl key of ``actions`` works from every field.
    """

    def __init__(self, services: Services, actions: Mapping[str, QAction]) -> None:
        super().__init__(services.main_window)
        self.services, self._actions = services, actions
        self.ring: FocusRing | None = None
        application().focusChanged.connect(self._moved)

    def watch(self, dock: QDockWidget) -> None:
        """Take the keyboard back from ``dock`` when it is closed or goes behind another one's tab."""
        dock.visibilityChanged.connect(partial(self._seen, dock))

    def to_picture(self) -> None:
        """Give the keyboard to the picture that is in front, if one is."""
        picture = self.services.front_canvas()
        if picture is not None:
            picture.setFocus()

    def _seen(self, dock: QDockWidget, seen: bool) -> None:
        has = QApplication.focusWidget()
        if not seen and has is not None and dock.isAncestorOf(has) and not self.services.main_window.isMinimized():
            self.to_picture()

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.ring is not None:
            if isValid(self.ring):  # it goes with what it is around
                self.ring.take_away()
            self.ring = None
        if now is not None and self.services.main_window.tabbing:
            bring_into_view(now)
            if needs_ring(now):
                self.ring = FocusRing(now, self.services.theme.text)
        if isinstance(now, QPushButton) and now.window() is self.services.main_window:
            now.setAutoDefault(True)  # Enter presses it, as it would in a dialog
        if isinstance(old, FIELDS):
            old.removeEventFilter(self)
        if isinstance(now, FIELDS) and now.window() is self.services.main_window:
            now.installEventFilter(self)
            if old is not None and not old.isVisible():
                self.to_picture()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a Ctrl key of the window's own through; on X11 a field would take Ctrl+E and Ctrl+K for itself."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or any(map(event.matches, EDITING)):
            return False
        key = QKeySequence(event.keyCombination())
        if not any(key in action.shortcuts() for action in self._actions.values()):
            return False
        event.ignore()
        return True
