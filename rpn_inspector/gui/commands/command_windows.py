"""The palette, the keys of all commands, and the window for changing keys."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.palette import CommandPalette
from rpn_inspector.gui.commands.shortcuts import Shortcuts, ShortcutSheet, reserved_keys
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.part import Part
from rpn_inspector.gui.widgets.theme import Theme


class CommandWindows(Part):
    """Finds, lists and assigns keys to the commands of ``menus``; the window of keys is built on first use."""

    def __init__(self, services: Services, bar: QMenuBar, menus: Menus) -> None:
        self._services, self._menus = services, menus
        self.palette = CommandPalette(services.parent_widget, services.theme, menus.commands)
        self.palette.assign_wanted.connect(self.open_keys)
        self.shortcuts = Shortcuts(services.memory.get("keys"), self._remember_keys, reserved_keys(bar))
        self.sheet: ShortcutSheet | None = None

    def register_keys(self) -> None:
        """Assign the user's own keys to every command; called once, after the last menu is filled."""
        self.shortcuts.register(list(self._menus.by_name.values()))

    def browse_recipes(self) -> None:
        """List the recipes in the palette."""
        self.palette.open()
        self.palette.field.setText(tr("recipe "))

    def open_keys(self, action: QAction | None = None) -> None:
        """Show the keys of all commands, with ``action`` selected for a new key unless None."""
        if self.sheet is None:
            services, commands = self._services, self._menus.commands
            self.sheet = ShortcutSheet(services.parent_widget, services.theme, self.shortcuts, commands)
        if action is not None:
            self.sheet.edit(action)
        else:
            self.sheet.refill()
            self.sheet.show()
            self.sheet.search.setFocus()

    def set_theme(self, theme: Theme) -> None:
        self.palette.set_theme(theme)
        if self.sheet is not None:
            self.sheet.set_theme(theme)

    def close_down(self) -> None:
        """Close the window of keys with the main window."""
        if self.sheet is not None:
            self.sheet.close()

    def _remember_keys(self, own: dict[str, list[str]]) -> None:
        self._services.remember(keys=own)
