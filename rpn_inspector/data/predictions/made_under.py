"""The recipe that outputs were made under: recorded whole with them, or named."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe, recipe_of_text
from rpn_inspector.data.predictions.outputs import Outputs

_shipped = lru_cache(load_recipe)
_recorded = lru_cache(16)(recipe_of_text)


def made_under(outputs: Outputs) -> Recipe | None:
    """Return the recipe of `recipe_of`, None also where it cannot be read."""
    try:
        return recipe_of(outputs)
    except BadRecipe:
        return None


def recipe_of(outputs: Outputs) -> Recipe | None:
    """Return the recipe recorded with the outputs, else the one named, None without. Raises `BadRecipe`."""
    name, layout = outputs.recipe, outputs.layout
    if outputs.recipe_toml is not None:
        return _recorded(outputs.recipe_toml, outputs.path)
    if not name:
        return None
    if layout is not None and Path(name).is_file():  # a layout is the user's own, and says it from where it lies
        return load_recipe(name)
    return recipe_named(name, outputs.path if layout is None else layout.path)


def recipe_named(name: str, path: Path) -> Recipe:
    """Return the recipe of a name in outputs at ``path``: a shipped recipe, or a TOML beside. Raises `BadRecipe`."""
    if name in list_recipes():
        return _shipped(name)
    plain = Path(name).name.removesuffix(".toml")
    for folder in (path, path.parent, path.parent.parent):
        beside = folder / f"{plain}.toml"
        if beside.is_file():
            return load_recipe(beside)
    raise BadRecipe(f"{path}: names the recipe {name!r}, which does not ship; wanted {plain}.toml beside it")
