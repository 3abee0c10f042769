"""Changing a recipe field by field: differences to the shipped recipe, errors by field, and saving."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.core.recipe import FURTHER_STAGES, HEADER, Recipe, list_recipes, load_recipe, tables_of
from rpn_inspector.core.spec import Convention, toml
from rpn_inspector.data.output_file import Sources, check_output, write_whole

RULE = ".rule"


def differences(recipe: Recipe, base: Recipe) -> dict[str, tuple[Any, Any]]:
    """Return ``{place: (base's value, recipe's value)}`` of every differing convention.

    Under another rule than the base's, a field is compared with the value inherited by a text that extends the base and
    names the rule: the rule's default, save where the stage's rules share the field.
    """
    theirs = reference(recipe, base)
    return {place: (theirs[place], value) for place, value in recipe.flat().items() if value != theirs[place]}


def reference(recipe: Recipe, base: Recipe) -> dict[str, Any]:
    """Return the base's value by place of ``recipe``, as `differences` compares."""
    base = base.with_stages_of(recipe)
    own, theirs = recipe.flat(), base.flat()
    stages = {place: rule for place, rule in own.items() if place.count(".") == 1 and place.endswith(RULE)}
    tables = {place: rule for place, rule in own.items() if place.count(".") > 1 and place.endswith(RULE)}
    outer = base.ruled(tables_of(stages))
    inner = outer.ruled(tables_of(tables)).flat()
    rules = {place: outer.flat()[place] for place in tables} | {place: theirs[place] for place in stages}
    return {place: rules.get(place, inner[place]) for place in own}


@cache
def shipped(name: str) -> Recipe:
    """Return a shipped recipe, read once."""
    return load_recipe(name)


def nearest(recipe: Recipe) -> Recipe:
    """Return the shipped recipe of the same name, else the nearest by number of differences."""
    if recipe.name in list_recipes():
        return shipped(recipe.name)
    # a text cannot take a stage away from the recipe it extends
    own = set(dict(recipe.further))
    fit = [one for one in map(shipped, list_recipes()) if own.issuperset(dict(one.further))]
    return min(fit, key=lambda other: len(differences(recipe, other)))


def build(values: Mapping[str, Any], like: Recipe, name: str) -> tuple[Recipe | None, dict[str, str]]:
    """Return the recipe with ``values`` by place and the header of ``like``, or None and the errors by place.

    Errors of no single field stand under "".
    """
    try:
        return dataclasses.replace(like, name=name).with_tables(tables_of(values)), {}
    except BadRecipe as error:
        found: dict[str, str] = {}
        for place, text in error.problems.items():
            own, words = (place, text) if place in values else ("", f"{place}: {text}")
            found[own] = f"{found[own]}; {words}" if own in found else words
        return None, found


def under_rule(values: Mapping[str, Any], place: str, rule: str) -> dict[str, Any]:
    """Return ``values`` by place with another rule at ``place``, and the fields of the rule in the table.

    Fields shared by the stage's rules stay, the others start from the rule's defaults, as in an extending text.
    """
    plain = ruled(values)
    changed, before = plain.ruled(tables_of({place: rule})).flat(), plain.flat()
    return {
        other: values[other] if other in values and value == before.get(other) else value
        for other, value in changed.items()
    }


def ruled(values: Mapping[str, Any]) -> Recipe:
    """Return the recipe with ``values`` by place; an impossible value is replaced by the default."""
    return Recipe("").ruled({stage: table for stage, table in tables_of(values).items() if stage != "dtype"})


def rows_of(values: Mapping[str, Any]) -> Iterator[Convention]:
    """Yield the places of ``values``, as the chosen rules have the places, with types and meanings."""
    return ruled(values).entries()


def table_of_place(place: str) -> str:
    """Return the table whose head stands above a field: ``matcher``, ``stage.roi``; "" for one at the top."""
    path = place.split(".")
    return "" if len(path) == 1 else ".".join(path[:2] if path[0] == FURTHER_STAGES else path[:1])


def idle(entry: Convention, values: Mapping[str, Any]) -> str:
    """Return in words why a field has no effect under the other ``values`` by place, empty for a field with effect."""
    waits = entry.waits_for(values)
    return f"no effect now: it counts only where {waits[0]} is {' or '.join(map(toml, waits[1]))}" if waits else ""


def changes_toml(recipe: Recipe, base: Recipe) -> str:
    """Return TOML of ``extends = base`` and only the fields ``recipe`` has otherwise, with each field's meaning.

    Fields of the base are not repeated; title and source, untrue of a changed recipe, say "edited from" the base.
    """
    changed = differences(recipe, base)
    own = dataclasses.replace(recipe, **_edited(recipe, base)) if changed else recipe
    lines = ["format = 2", f"extends = {toml(base.name)}", f"name = {toml(recipe.name)}"]
    said = [key for key in HEADER if key != "name" and getattr(own, key) != getattr(base, key)]
    lines += [f"{key} = {toml(getattr(own, key))}" for key in said]
    table = ""
    for entry in recipe.entries():
        if entry.place not in changed:
            continue
        within, before = entry.place.rpartition(".")[0], changed[entry.place][0]
        if within != table:
            table = within
            lines += ["", f"[{table}]"]
        lines.append(f"{entry.name} = {toml(entry.value)}  # {entry.help} (there {toml(before)})")
    return "\n".join(lines) + "\n"


def _edited(recipe: Recipe, base: Recipe) -> dict[str, Any]:
    """Return title and source of an edited recipe, where ``recipe`` still has the base's."""
    said = {"title": f"{base.title or base.name}, edited", "source": f"edited from {base.name}"}
    return {key: text for key, text in said.items() if getattr(recipe, key) == getattr(base, key)}


def save_recipe(path: Path, recipe: Recipe, base: Recipe, sources: Sources | None = None) -> Recipe:
    """Write ``recipe`` as changes of the shipped ``base``, and return the recipe read back, named by the file.

    A file that is there is replaced. Raises `BadFile` for an unwritable place, or one among the ``sources``.
    """
    text = changes_toml(dataclasses.replace(recipe, name=path.stem), base)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        check_output(path, sources, beside=True)
        write_whole(path, text.encode())
    except (OSError, BadFile) as error:
        reason = error.problem if isinstance(error, BadFile) else error.strerror or error
        raise BadFile(path, f"the recipe could not be written: {reason}") from error
    return load_recipe(path)
