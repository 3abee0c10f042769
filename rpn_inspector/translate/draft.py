"""A recipe on the way: values by place, each with an origin, and what could not be translated."""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.plain_text import one_line, printable, some_of
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe, tables_of
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.translate.given import Config, Given, Misfit, Origin

TABLE, ASSIGNED = re.compile(r"\[([\w.]+)\]"), re.compile(r"(\w+) = ")
MARK = "# Translated by rpn-inspector from"  # begins every text written here
UNREAD = "known to no place of a recipe"


@dataclass(frozen=True, slots=True)
class Field:
    """A place of the recipe, the value put there, and the origins of the value."""

    place: str
    value: Any
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What was not translated: a key, or several, and the reason; ``aside``: a recipe has no such part at all."""

    what: str
    reason: str
    aside: bool = False

    def __str__(self) -> str:
        """Return both in a line."""
        return f"{self.what}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Translation:
    """A recipe made from a config or a model, with the origin of every field translated, and what was left.

    ``base`` is the shipped recipe with the conventions that are the library's code, and so in no config; ``files`` are
    those read.
    """

    recipe: Recipe
    library: str
    base: str
    fields: tuple[Field, ...]
    left: tuple[Left, ...]
    files: tuple[Path, ...] = ()

    def document(self) -> dict[str, Any]:
        """Return the translation in JSON's types, every place of the recipe with an origin."""
        told = {each.place: [dataclasses.asdict(origin) for origin in each.origins] for each in self.fields}
        library = [{"source": f"recipe {self.base}", "key": "", "written": ""}]
        places = [
            {"place": place, "value": value, "origin": told.get(place, library)}
            for place, value in self.recipe.flat().items()
        ]
        left = [dataclasses.asdict(each) for each in self.left]
        return {
            "recipe": self.recipe.name, "library": self.library, "base": self.base, "fields": places, "left": left,
        }  # fmt: skip

    def to_toml(self) -> str:
        """Return the complete recipe as TOML, each translated field with its origin as the comment."""
        told = {each.place: origins_text(each.origins) for each in self.fields}
        lines, table = [f"{MARK} {printable(self.recipe.title)}; the rest is as in {self.base}"], ""
        for line in self.recipe.to_toml().splitlines():
            heading, assigned = TABLE.match(line), ASSIGNED.match(line)
            table = heading[1] if heading else table
            place = f"{table}.{assigned[1]}" if assigned and table else ""
            if place in told:
                line = f"{_before_comment(line)}  # {one_line(told[place])}"
            lines.append(line)
        return "\n".join(lines) + "\n"


def origins_text(origins: Sequence[Origin]) -> str:
    """Return origins in a line, a source of several named once."""
    keys: dict[str, list[str]] = {}
    for each in origins:
        keys.setdefault(each.source, []).append(f"{each.key} = {each.written}")
    return "; ".join(f"{', '.join(said)} ({source})" for source, said in keys.items())


def _before_comment(line: str) -> str:
    """Return a line of TOML without its comment; a value of a translated place has no # in it, or is a text."""
    return re.match(r'(?:"(?:[^"\\]|\\.)*"|[^"#])*', line)[0].rstrip()  # type: ignore[index]  # matches anything


class Draft:
    """Collects the values of a recipe on top of a shipped one."""

    def __init__(self, base: str, library: str) -> None:
        self.base, self.library = load_recipe(base), library
        self.fields: dict[str, Field] = {}
        self.left: list[Left] = []
        self.unlike = self.base.reproduces_not  # what the base says of itself, where it holds for the library too
        self.problems: dict[str, str] = {}
        self.stage = ""

    def under(self, stage: str) -> Draft:
        """Return the same draft for the places of one further stage, such as ``stage.roi``."""
        made = copy.copy(self)  # values, what was left and problems are shared
        made.stage = f"{stage}."
        return made

    def put(self, place: str, value: Any, *given: Given) -> None:
        """Set a place of the recipe to ``value``, made from ``given``."""
        place = self.stage + place
        self.fields[place] = Field(place, value, tuple(dict.fromkeys(each.origin for each in given)))

    def take(self, place: str, given: Given) -> None:
        """Set a place of the recipe to a value as it stands; a value that is not known is left."""
        if given.unknown:
            self.leave(given, f"{given.unknown}; {place} is as in {self.base.name}")
        else:
            self.put(place, given.plain(), given)

    def leave(self, given: Given, reason: str) -> None:
        """Say that a value was not translated, and why."""
        self.left.append(Left(str(given.origin), reason))

    def leave_rest(self, config: Config, reasons: Mapping[str, str], otherwise: str) -> None:
        """Say what nobody took, by the reason of the longest key that begins it; ``otherwise`` for the others.

        A reason other than `UNREAD` is of what a recipe has no part for.
        """
        by_reason: dict[str, list[str]] = {}
        for key, given in config.untaken():
            begins = [begin for begin in reasons if key == begin or key.startswith((f"{begin}.", f"{begin}["))]
            reason = reasons[max(begins, key=len)] if begins else otherwise
            by_reason.setdefault(reason, []).append(given.origin.key)
        for reason, named in by_reason.items():
            keys, aside = list(dict.fromkeys(named)), reason != UNREAD
            self.left.append(Left(some_of(keys) if aside else ", ".join(keys), reason, aside=aside))

    @contextlib.contextmanager
    def part(self) -> Iterator[None]:
        """Collect what does not fit in a part of the translation, so that the other parts still tell theirs."""
        try:
            yield
        except Misfit as error:
            self.problems.setdefault(str(error), "")

    def finish(self, name: str, source: str, words: str) -> Translation:
        """Return the translation; ``words`` say which part of ``source`` was translated. Raises `BadRecipe`."""
        name = printable(name)
        made = self._built()
        if self.problems:
            raise BadRecipe("; ".join(self.problems), dict.fromkeys(self.problems, ""))
        assert made is not None
        recipe = dataclasses.replace(
            made,
            name=name if name not in list_recipes() else f"{name}-config",
            title=printable(f"{source}, {words}"),
            summary="",
            source=printable(f"{source}; {self.base.source}"),
            version=self.library,
            reproduces_not=(*self.unlike, *(one_line(f"{left}") for left in self.left if not left.aside)),
        )
        return Translation(recipe, self.library, self.base.name, tuple(self.fields.values()), tuple(self.left))

    def _built(self) -> Recipe | None:
        try:
            return self.base.with_tables(tables_of({each.place: each.value for each in self.fields.values()}))
        except BadRecipe as error:
            blamed = set[str]()
            for place, text in error.problems.items():
                known = [self.fields[one] for one in self.fields if one == place or place.startswith(f"{one}[")]
                origin = known[0].origins[0] if known and known[0].origins else None
                if origin is None and self.problems:  # follows from a part that was not translated
                    continue
                where = place if origin is None else f"{origin.source}: {origin.key}"
                if where in blamed:  # of a value that makes several fields the first says enough
                    continue
                blamed.add(where)
                self.problems[one_line(f"{where}: {text}")] = ""
            return None


def is_translation(path: Path) -> bool:
    """Return whether a file was written from a `Translation`."""
    with contextlib.suppress(OSError), open_regular(path) as file:
        return file.read(len(MARK)) == MARK.encode()
    return False
