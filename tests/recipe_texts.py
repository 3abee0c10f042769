"""Recipes of tests: written as a user writes them, in a file."""

import contextlib
import tempfile
from pathlib import Path

from rpn_inspector.core.recipe import load_recipe, tables_of


def recipe_from_toml(text, name="recipe.toml"):
    """Return the recipe in a file of this text."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path(name).write_text(text, encoding="utf-8")
        return load_recipe(name)


def with_value(recipe, place, value):
    """Return a recipe with one convention changed, such as ``matcher.low_quality.owner``."""
    return recipe.with_tables(tables_of({place: value}))
