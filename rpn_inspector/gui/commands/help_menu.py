"""Help: keys, pages, tour, about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from rpn_inspector import __version__
from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.ports import HelpCommands
from rpn_inspector.gui.widgets.i18n import tr


class HelpMenu:
    """The Help menu; the first command is Edit's ``Keys``, so Edit is built before Help."""

    def __init__(self, menus: Menus, help_windows: HelpCommands) -> None:
        self._window, menu = menus.services.parent_widget, menus.menu("&Help")
        menu.addAction(menus.by_name["Keys"])
        menu.addSeparator()
        menus.add(menu, "The maths", lambda: help_windows.open_help("maths"), "")
        menus.add(menu, "Glossary", lambda: help_windows.open_help("glossary"), "")
        menus.add(menu, "Tour of the demo", help_windows.start_tour, "")
        menus.add(menu, "About", self._about, "")

    def _about(self) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("About"))
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(
            f"<b>rpn_inspector {__version__}</b><br>"
            + tr("See the anchors, targets and losses your detector trains on.<br>MIT licence.")
        )
        box.setModal(False)
        box.show()
