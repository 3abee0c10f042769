"""Values of a config with the place they were written at, and the table they are taken out of by key."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.limits import LARGEST_SIDE
from rpn_inspector.core.spec import shown
from rpn_inspector.translate.config_files import MOST_DEEP, MOST_VALUES

WRITTEN = 60  # letters of a value as written


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: a place (``file:line``, or the words for a default), a key, the value as written."""

    source: str
    key: str = ""
    written: str = ""

    def __str__(self) -> str:
        """Return the origin in a line: key, value as written, place."""
        return f"{self.key} = {self.written} ({self.source})"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that only running code would tell."""

    why: str


@dataclass(frozen=True, slots=True)
class Given:
    """A value and its origin; tables are ``{str: Given}``, lists are lists of `Given`."""

    value: Any
    origin: Origin
    size: int = dataclasses.field(default=1, init=False, compare=False)
    depth: int = dataclasses.field(default=0, init=False, compare=False)

    def __post_init__(self) -> None:
        """Count what is inside: names for the same list again and again could make a tree of any size."""
        if isinstance(self.value, dict | list):
            parts = self.value.values() if isinstance(self.value, dict) else self.value
            object.__setattr__(self, "size", 1 + sum(part.size for part in parts))
            object.__setattr__(self, "depth", 1 + max((part.depth for part in parts), default=0))
            if self.size > MOST_VALUES or self.depth > MOST_DEEP:
                found = f"{self.size:,} values, {self.depth} deep"
                raise BadFile(self.origin.source, f"has {found}, wanted at most {MOST_VALUES:,}, {MOST_DEEP} deep")

    @property
    def unknown(self) -> str:
        """Return why the value, or a part, is not known; "" for a known value."""
        if isinstance(self.value, Unknown):
            return self.value.why
        parts = self.value.values() if isinstance(self.value, dict) else self.value
        return next((part.unknown for part in parts if part.unknown), "") if isinstance(self.value, dict | list) else ""

    def plain(self) -> Any:
        """Return the value in Python's types. Raises `Misfit` where a part is unknown."""
        if isinstance(self.value, Unknown):
            raise Misfit(self, "a value that can be read without running code")
        if isinstance(self.value, dict):
            return {name: part.plain() for name, part in self.value.items()}
        return [part.plain() for part in self.value] if isinstance(self.value, list) else self.value

    def named(self, key: str) -> Given:
        """Return the value under a key, where none is said yet."""
        return self if self.origin.key else Given(self.value, dataclasses.replace(self.origin, key=key))


class Misfit(InspectorError):
    """A value of a config that cannot become the field asked for; ``given`` has the place."""

    def __init__(self, given: Given, wanted: str) -> None:
        found = (given.unknown and f"{given.origin.written}, which is not run") or given.origin.written
        super().__init__(f"{given.origin.source}: {given.origin.key}: found {found}, wanted {wanted}")
        self.given = given


def given_of(value: Any, origin: Origin) -> Given:
    """Return plain values as `Given` with one origin, each part with its own text."""
    if isinstance(value, Given):
        return value
    mine = dataclasses.replace(origin, written=origin.written or as_written(value))
    inside = dataclasses.replace(origin, written="")
    if isinstance(value, Mapping):
        return Given({str(name): given_of(part, inside) for name, part in value.items()}, mine)
    if isinstance(value, list | tuple):
        return Given([given_of(part, inside) for part in value], mine)
    return Given(value, mine)


def as_written(value: Any) -> str:
    """Return a value as a config has it, cut where long."""
    text = repr(list(value)) if isinstance(value, tuple) else repr(value)
    return text if len(text) <= WRITTEN else f"{text[: WRITTEN - 1]}…"


class Config:
    """Takes values out of a table by key, and remembers which; ``library`` names whose defaults fill in."""

    def __init__(self, root: Given, library: str, prefix: str = "", taken: set[str] | None = None) -> None:
        self.root, self.library, self.prefix = root, library, prefix
        self.taken = set[str]() if taken is None else taken

    def path(self, key: str) -> str:
        """Return the whole key of ``key``."""
        return f"{self.prefix}.{key}" if self.prefix else key

    def find(self, key: str) -> Given | None:
        """Return the value at a dotted key, marked as taken, None where the config says nothing."""
        found = self.root
        for part in key.split("."):
            if not isinstance(found.value, dict) or part not in found.value:
                return None
            found = found.value[part]
        self.taken.add(self.path(key))
        return found.named(self.path(key))

    def get(self, key: str, default: Any) -> Given:
        """Return the value at a dotted key, or the library's default."""
        found = self.find(key)
        return self.default(key, default) if found is None else found

    def default(self, key: str, value: Any) -> Given:
        """Return a default of the library as the value of ``key``."""
        return given_of(value, Origin(f"default of {self.library}", self.path(key)))

    def table(self, key: str, default: Mapping[str, Any] | None = None) -> Config:
        """Return the config of the table at a key; a table of defaults, empty or given, where there is none."""
        found: Given | None = self.root
        for part in key.split("."):
            found = found.value.get(part) if found is not None and isinstance(found.value, dict) else None
        if found is None:
            found = self.default(key, default or {})
        elif found.value is None:
            self.taken.add(self.path(key))
            found = self.default(key, {})
        if not isinstance(found.value, dict):
            raise Misfit(found.named(self.path(key)), "a table")
        return Config(found, self.library, self.path(key), self.taken)

    def untaken(self) -> Iterator[tuple[str, Given]]:
        """Yield the values nobody took, each with its whole key here, in the order of the config."""
        yield from self._untaken(self.root, self.prefix)

    def _untaken(self, given: Given, path: str) -> Iterator[tuple[str, Given]]:
        if path in self.taken:
            return
        if isinstance(given.value, dict) and given.value:
            for name, part in given.value.items():
                yield from self._untaken(part, f"{path}.{name}" if path else name)
        else:
            yield path, given.named(path)


def number(given: Given) -> float:
    """Return a value as a number. Raises `Misfit`."""
    value = given.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Misfit(given, "a number")
    try:
        return float(value)
    except OverflowError:
        raise Misfit(given, "a number below 1.8e308") from None


def positive(given: Given) -> float:
    """Return a value as a finite number over 0. Raises `Misfit`."""
    value = number(given)
    if not 0 < value < math.inf:
        raise Misfit(given, "a number over 0")
    return value


def whole(given: Given) -> int:
    """Return a value as a whole number. Raises `Misfit`."""
    value = number(given)
    if not value.is_integer():
        raise Misfit(given, "a whole number")
    return int(value)


def word(given: Given) -> str:
    """Return a value as text. Raises `Misfit`."""
    if not isinstance(given.value, str):
        raise Misfit(given, "a name")
    return given.value


def flag(given: Given) -> bool:
    """Return a value as true or false. Raises `Misfit`."""
    if not isinstance(given.value, bool):
        raise Misfit(given, "true or false")
    return given.value


def items(given: Given) -> list[Given]:
    """Return the parts of a list, with its origin where they have none. Raises `Misfit`."""
    if not isinstance(given.value, list):
        raise Misfit(given, "a list")
    return [Given(part.value, dataclasses.replace(given.origin, written=part.origin.written)) for part in given.value]


def side(given: Given) -> int:
    """Return a side of an input, px: whatever follows from another would be told as well."""
    found = whole(given)
    if not 1 <= found <= LARGEST_SIDE:
        raise Misfit(given, f"1 to {LARGEST_SIDE:,}")
    return found


def numbers(given: Given, count: int | None = None) -> list[float]:
    """Return a list of numbers, ``count`` where given. Raises `Misfit`."""
    found = [number(part) for part in items(given)]
    if count is not None and len(found) != count:
        raise Misfit(given, f"{count} numbers")
    return found


def positives(given: Given, count: int | None = None) -> list[float]:
    """Return a list of finite numbers over 0, ``count`` where given. Raises `Misfit`."""
    numbers(given, count)
    return [positive(part) for part in items(given)]


def lists(given: Given) -> list[list[float]]:
    """Return a list of lists of numbers. Raises `Misfit`."""
    return [numbers(part) for part in items(given)]


def collapsed(levels: list[list[float]]) -> list[list[float]]:
    """Return one list for all levels where all are the same."""
    return levels[:1] if all(level == levels[0] for level in levels) else levels


def listed(value: object) -> str:
    """Return a value for a sentence, cut where long."""
    return shown(value)
