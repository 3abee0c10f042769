"""The keyboard focus: ringed after Tab, never in a hidden field; Ctrl keys work from every field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDockWidget, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from rpn_inspector.gui.shell.main_window import MainWindow
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.focus_ring import FocusRing, bring_into_view, needs_ring
from rpn_inspector.gui.widgets.required import application

FIELDS = (QLineEdit, QAbstractSpinBox)
_KEYS = QKeySequence.StandardKey
EDITING = (_KEYS.Undo, _KEYS.Redo, _KEYS.Cut, _KEYS.Copy, _KEYS.Paste, _KEYS.SelectAll)


class KeyboardFocus(QObject):
    """Returns the keyboard to the picture when the focused widget is hidden, lest a field swallow single letters.

    Qt passes the focus of a hidden widget to the next widget of the tab order, perhaps another field, and leaves the
    focus inside a dock that goes behind another dock's tab. A Ctrl key of ``actions`` works from every field.
    """

    def __init__(self, services: Services, main_window: MainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(main_window)
        self.services, self._window, self._actions = services, main_window, actions
        self.ring: FocusRing | None = None
        application().focusChanged.connect(self._moved)

    def watch(self, dock: QDockWidget) -> None:
        """Return the keyboard to the picture when ``dock`` closes or goes behind another dock's tab."""
        dock.visibilityChanged.connect(partial(self._seen, dock))

    def to_picture(self) -> None:
        """Give the keyboard to the picture or the audit in front, if any."""
        picture = self.services.main_view()
        if picture is not None:
            picture.setFocus()

    def _seen(self, dock: QDockWidget, seen: bool) -> None:
        has = QApplication.focusWidget()
        if not seen and has is not None and dock.isAncestorOf(has) and not self._window.isMinimized():
            self.to_picture()

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.ring is not None:
            if isValid(self.ring):  # Qt deletes the ring with the widget around which it is drawn
                self.ring.take_away()
            self.ring = None
        if now is not None and self._window.tabbing:
            bring_into_view(now)
            if needs_ring(now):
                self.ring = FocusRing(now, self.services.theme.text)
        if isinstance(now, QPushButton) and now.window() is self._window:
            now.setAutoDefault(True)  # Enter presses the focused button, as in a dialog
        if isinstance(old, FIELDS):
            old.removeEventFilter(self)
        if isinstance(now, FIELDS) and now.window() is self._window:
            now.installEventFilter(self)
            # Qt, not the user, moved the focus of a hidden field on to the next field: the picture gets the focus.
            if old is not None and not old.isVisible():
                self.to_picture()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a Ctrl key of a command to the window; on X11 a field would take Ctrl+E and Ctrl+K for editing."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or any(map(event.matches, EDITING)):
            return False
        key = QKeySequence(event.keyCombination())
        if not any(key in action.shortcuts() for action in self._actions.values()):
            return False
        # An ignored ShortcutOverride sends the key on to the shortcuts; True keeps the field from accepting the event.
        event.ignore()
        return True
