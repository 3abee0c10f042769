"""Tools: the palette of commands the layout doctor, and the steps of a training."""

from __future__ import annotations

from collections.abc import Callable

from rpn_inspector.gui.commands.menus import Menus


class ToolsMenu:
    """The Tools menu."""

    def __init__(
        self,
        menus: Menus,
        find_command: Callable[[], None],
        find_layout: Callable[[], None],
        compare_steps: Callable[[], None],
    ) -> None:
        menu = menus.menu("&Tools")
        menus.add(menu, "Find or run a command…", find_command, "Ctrl+K", "Ctrl+Shift+P")
        menu.addSeparator()
        menus.add(menu, "Find the layout of the raw outputs…", find_layout, "", needs="dataset")
        menus.add(menu, "Compare the assignment over the steps…", compare_steps, "", needs="dataset")
