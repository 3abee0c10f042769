"""Changing a recipe field by field: differences to the shipped recipe, errors by field, and saving."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.core.recipe import HEADER, STAGES, Recipe, list_recipes, load_recipe, recipe_from_toml
from rpn_inspector.core.specs import counts_for

PLACE = "recipe"


def differences(recipe: Recipe, base: Recipe) -> dict[str, tuple[Any, Any]]:
    """Return ``{"stage.field": (base's value, recipe's value)}`` of every differing convention."""
    ours, theirs = recipe.flat(), base.flat()
    return {place: (theirs[place], value) for place, value in ours.items() if value != theirs[place]}


@cache
def shipped(name: str) -> Recipe:
    """Return a shipped recipe, read once."""
    return load_recipe(name)


def nearest(recipe: Recipe) -> Recipe:
    """Return the shipped recipe of the same name, else the nearest by number of differences."""
    if recipe.name in list_recipes():
        return shipped(recipe.name)
    return min((shipped(name) for name in list_recipes()), key=lambda other: len(differences(recipe, other)))


def build(values: Mapping[str, Any], like: Recipe, name: str) -> tuple[Recipe | None, dict[str, str]]:
    """Return the recipe with ``values`` by place and the header of ``like``, or None and the errors by place.

    Errors of no single field stand under "".
    """
    header = {key: getattr(like, key) for key in HEADER} | {"name": name}
    lines = [f"{key} = {toml_value(value)}" for key, value in header.items()]
    lines += [f"{place} = {toml_value(value)}" for place, value in values.items() if "." not in place]
    for stage in STAGES:
        lines.append(f"[{stage}]")
        inside = {place.partition(".")[2]: v for place, v in values.items() if place.startswith(f"{stage}.")}
        lines += [f"{field} = {toml_value(value)}" for field, value in inside.items()]
    try:
        return recipe_from_toml("\n".join(lines), PLACE), {}
    except BadRecipe as error:
        return None, errors_by_place(str(error), values)


def errors_by_place(message: str, places: Mapping[str, Any]) -> dict[str, str]:
    """Return the errors of a `BadRecipe` message by the field each begins with, "" for the others."""
    found: dict[str, str] = {}
    for part in message.removeprefix(f"{PLACE}: ").split("; "):
        match = re.match(r"([a-z_]+(?:\.[a-z_0-9]+)?)(?:\[\d+\])*: ", part)
        place = match.group(1) if match and match.group(1) in places else ""
        text = part[match.end() :] if match and place else part
        found[place] = f"{found[place]}; {text}" if place in found else text
    return found


def idle(place: str, values: Mapping[str, Any]) -> str:
    """Return why a field has no effect under the other ``values`` by place, empty where the field counts."""
    stage, _, name = place.rpartition(".")
    for other, when in counts_for(STAGES[stage], name).items() if stage else ():
        if values[f"{stage}.{other}"] not in when:
            return f"no effect now: it counts only where {other} is {' or '.join(map(toml_value, when))}"
    return ""


def toml_value(value: Any) -> str:
    """Return a value as TOML writes it; tuples and lists as arrays, infinity as ``inf``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    return repr(value)


def changes_toml(recipe: Recipe, base: Recipe) -> str:
    """Return TOML of ``extends = base`` and only the fields ``recipe`` has otherwise, with each field's meaning.

    Fields of the base are not repeated; title and source, untrue of a changed recipe, say "edited from" the base.
    """
    changed = differences(recipe, base)
    own = dataclasses.replace(recipe, **_edited(recipe, base)) if changed else recipe
    lines = [f"extends = {toml_value(base.name)}", f"name = {toml_value(recipe.name)}"]
    told = [key for key in HEADER if key != "name" and getattr(own, key) != getattr(base, key)]
    lines += [f"{key} = {toml_value(getattr(own, key))}" for key in told]
    lines += [f"{place} = {toml_value(now)}" for place, (_, now) in changed.items() if "." not in place]
    for stage, spec in STAGES.items():
        inside = [f for f in dataclasses.fields(spec) if f"{stage}.{f.name}" in changed]
        if inside:
            lines += ["", f"[{stage}]"]
        for f in inside:
            before, now = changed[f"{stage}.{f.name}"]
            meaning = f.metadata.get("help", "")
            lines.append(f"{f.name} = {toml_value(now)}  # {meaning} (there {toml_value(before)})")
    return "\n".join(lines) + "\n"


def _edited(recipe: Recipe, base: Recipe) -> dict[str, Any]:
    """Return title and source of an edited recipe, where ``recipe`` still has the base's."""
    said = {"title": f"{base.title or base.name}, edited", "source": f"edited from {base.name}"}
    return {key: text for key, text in said.items() if getattr(recipe, key) == getattr(base, key)}


def save_recipe(path: Path, recipe: Recipe, base: Recipe) -> Recipe:
    """Write ``recipe`` as changes of the shipped ``base``, and return the recipe read back, named by its file.

    Written beside and then replaced. Raises `BadFile` for an unwritable place.
    """
    text = changes_toml(dataclasses.replace(recipe, name=path.stem), base)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BadFile(path, f"the recipe could not be written: {error.strerror or error}") from error
    return load_recipe(path)
