"""Recipe: edit, browse, open, and every shipped recipe by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rpn_inspector.core.recipe import list_recipes, shipped_words
from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.widgets.plain_label import as_tip


class RecipeMenu:
    """The Recipe menu."""

    def __init__(self, menus: Menus, navigate: Navigator, edit: Callable[[], None], browse: Callable[[], None]) -> None:
        menu = menus.menu("&Recipe")
        menus.add(menu, "Edit the recipe…", edit, "Ctrl+E")
        menus.add(menu, "Browse recipes…", browse, "Ctrl+R")
        menus.add(menu, "Open a recipe file…", navigate.ask_recipe)
        menu.addSeparator()
        for name in list_recipes():
            # model, library, article and when to choose it: the note of the palette
            menus.add(menu, name, partial(navigate.choose_recipe, name), "").setToolTip(as_tip(shipped_words(name)))
