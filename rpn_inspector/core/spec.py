"""The declaration of a recipe's stages: fields with meaning and bounds, and rules to choose from.

A spec is a strategy: a frozen dataclass with the fields and the methods of one rule. `Rules` names the rules of a
stage, builds a spec from a table and collects every `RecipeProblem`.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import math
import reprlib
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin

from rpn_inspector.core.plain_text import printable
from rpn_inspector.core.text import Text

S = TypeVar("S")


MOST_PROBLEMS = 20  # of a recipe; nothing is looked at after so many
MOST_OF_A_LIST = 3  # of them, items of one list
MOST_LISTED = 20  # numbers of a list that an error repeats


@dataclass(frozen=True, slots=True)
class RecipeProblem:
    """A problem at ``place`` (``stage.field``), in words; ``also`` are other fields of the stage in the words."""

    place: str
    text: str
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the place and the problem, cut where a key is longer than any name."""
        return f"{self.place if len(self.place) < 80 else self.place[:77] + '...'}: {self.text}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits of a number, or of every number of a list: a test, and the limits in words."""

    fine: Callable[[float], bool]
    words: str


POSITIVE = Bounds(lambda number: 0 < number < math.inf, "more than 0 and finite")
NOT_NEGATIVE = Bounds(lambda number: 0 <= number < math.inf, "0 or more and finite")
FINITE = Bounds(math.isfinite, "a finite number")
FRACTION = Bounds(lambda number: 0 <= number <= 1, "0 to 1")
ABOVE_ZERO = Bounds(lambda number: number > 0, "more than 0")


@dataclass(frozen=True, slots=True)
class Live:
    """How a what-if offers a number: over the field, in the list of changes, aloud; ``most`` is the highest number."""

    head: Text
    name: Text | str
    tip: Text
    most: float = 1.0


def number(
    default: Any, help_: str, bounds: Bounds | None = None, live: Live | None = None, **counts: tuple[Any, ...]
) -> Any:
    """Return a dataclass field for a number or a list of numbers.

    Args:
        default: the field's default.
        help_: the meaning, as shown in a recipe's text.
        bounds: the limits of each number, None for none.
        live: the words for a number that a what-if may change.
        counts: another field of the table and the values under which the number counts at all; only where a stage is
            not yet parted into rules.
    """
    return field(default=default, metadata={"help": help_, "bounds": bounds, "live": live, "counts": counts})


def option(default: Any, help_: str, **counts: tuple[Any, ...]) -> Any:
    """Return a dataclass field for a word, a truth value or a list of words; ``counts`` as in `number`."""
    return number(default, help_, None, None, **counts)


def part(rules: Rules[Any]) -> Any:
    """Return a dataclass field for a table inside a stage, built by ``rules``."""
    return field(default_factory=rules.make, metadata={"help": rules.meaning, "rules": rules})


class Rules(Generic[S]):
    """The rules of one place of a recipe by name, in listed order; a nameless rule has no ``rule`` key.

    ``shared`` names the fields of a stage with the same meaning under every rule: another rule inherits the values.
    """

    def __init__(self, meaning: str, default: str, rules: Mapping[str, type[S]], shared: Iterable[str] = ()) -> None:
        self.meaning, self.default, self.rules, self.shared = meaning, default, dict(rules), frozenset(shared)

    @property
    def tagged(self) -> bool:
        """Return whether a table names the rule under the key ``rule``."""
        return "" not in self.rules

    def make(self) -> S:
        """Return the default rule with default fields."""
        return self.rules[self.default]()

    def build(self, place: str, table: object, problems: list[RecipeProblem]) -> S | None:
        """Return the spec described by ``table``, or None; everything wrong is added to ``problems``."""
        if not isinstance(table, Mapping):
            choice = f" with a rule, one of {_either(self.rules)}" if self.tagged else ""
            problems.append(RecipeProblem(place, f"found {shown(table)}, wanted a table [{place}]{choice}"))
            return None
        values = dict(table)
        rule = values.pop("rule", self.default) if self.tagged else ""
        if not isinstance(rule, str) or rule not in self.rules:  # a list has no hash to be looked up by
            problems.append(
                RecipeProblem(f"{place}.rule", f"found {shown(rule)}, allowed are {', '.join(map(repr, self.rules))}")
            )
            # without a rule only names unknown to every rule are surely wrong
            known = {name for other in self.rules.values() for name in hints_of(other)}
            problems += [_unknown(place, name, known) for name in list(values)[:MOST_PROBLEMS] if name not in known]
            return None
        kind = self.rules[rule]
        made: dict[str, Any] = {}
        hints, by_name = hints_of(kind), {f.name: f for f in fields(typing.cast(Any, kind))}
        for name, value in values.items():
            if len(problems) >= MOST_PROBLEMS:
                break
            if name not in by_name:
                problems.append(self._foreign(place, name, rule))
                continue
            # a value with a problem is not used, so that the other fields can still be checked together
            before = len(problems)
            nested = by_name[name].metadata.get("rules")
            if nested is not None:
                found = nested.build(f"{place}.{name}", value, problems)
            else:
                found = convert(f"{place}.{name}", _listed_once(name, value), hints[name], problems)
            if len(problems) == before:
                made[name] = found
        wrong = set(values) - set(made)
        spec = kind(**made)  # a misfit is replaced by the default, and not reported twice
        # a check of two fields says nothing new where either is a misfit
        problems += [problem for problem in problems_of(spec, place) if not _speaks_of(problem, place, wrong)]
        return spec

    def _foreign(self, place: str, name: str, rule: str) -> RecipeProblem:
        owners = [owner for owner, other in self.rules.items() if name in hints_of(other)]
        if owners:
            return RecipeProblem(f"{place}.{name}", f"belongs to rule {_either(owners)}; the rule here is {rule}")
        hints = hints_of(self.rules[rule])
        return _unknown(place, name, ["rule", *hints] if self.tagged else list(hints))


def _either(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _unknown(place: str, name: str, known: Iterable[str]) -> RecipeProblem:
    return RecipeProblem(f"{place}.{name}", f"unknown; {nearest(name, known, 'one of')}")


def _speaks_of(problem: RecipeProblem, place: str, names: set[str]) -> bool:
    return any(f"{place}.{name}" in (problem.place, *problem.also) for name in names)


def _listed_once(name: str, value: Any) -> Any:
    """Return a plain list of ratios as a list of one list, for all levels."""
    plain = isinstance(value, list) and not any(isinstance(item, list) for item in value)
    return [value] if name == "ratios" and plain else value


def nearest(found: str, known: Iterable[str], kinds: str) -> str:
    """Return a guess at the meant name for ``found``, or all ``known`` names."""
    known = list(known)
    close = difflib.get_close_matches(found, known, 1) if len(found) < 100 else []
    return f"did you mean {close[0]}?" if close else f"wanted {kinds} {', '.join(known)}"


def hints_of(kind: type) -> dict[str, Any]:
    """Return a spec's fields by name with types, cached: resolving types takes longer than the rest of a recipe."""
    return _hints_of(kind)


@cache
def _hints_of(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def problems_of(spec: Any, place: str) -> Iterator[RecipeProblem]:
    """Yield the problems of one spec's values: numbers out of bounds first, then the spec's own checks."""
    for f in fields(spec):
        bounds, value = f.metadata.get("bounds"), getattr(spec, f.name)
        if bounds is not None and not all(map(bounds.fine, _numbers(value))):
            yield RecipeProblem(f"{place}.{f.name}", f"found {_misfit(value, bounds)}, wanted {bounds.words}")
        nested = f.metadata.get("rules")
        if nested is not None:
            yield from problems_of(value, f"{place}.{f.name}")
    if hasattr(spec, "problems"):
        yield from spec.problems(place)


def _numbers(value: Any) -> list[float]:
    return [number for item in value for number in _numbers(item)] if isinstance(value, tuple) else [value]


def _misfit(value: Any, bounds: Bounds) -> str:
    """Return a field's value for an error message: tuples as lists, of a long list the first misfit."""
    numbers = _numbers(value)
    if len(numbers) <= MOST_LISTED:
        return _listed(value)
    return f"{shown(next(number for number in numbers if not bounds.fine(number)))} among {len(numbers):,} numbers"


def _listed(value: Any) -> str:
    return f"[{', '.join(map(_listed, value))}]" if isinstance(value, tuple) else shown(value)


class _Shortened(reprlib.Repr):
    """Values for error messages: cut, of any depth and length, truth values as TOML has them."""

    def repr_bool(self, value: bool, _level: int) -> str:
        return str(value).lower()


_shortened = _Shortened()
_shortened.maxstring = _shortened.maxother = 60


def shown(value: object) -> str:
    """Return a value of a text for an error message, cut where long."""
    return _shortened.repr(value)


def convert(place: str, value: Any, wanted: Any, problems: list[RecipeProblem]) -> Any:
    """Return ``value`` as the type ``wanted``; a misfit is added to ``problems`` and returned unchanged."""
    if len(problems) >= MOST_PROBLEMS:  # of a long list each item is one
        return value
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        if value not in inner:
            problems.append(RecipeProblem(place, f"found {shown(value)}, allowed are {', '.join(map(repr, inner))}"))
        return value
    if origin is tuple:
        fixed = len(inner) if inner[-1] is not Ellipsis else None
        if not isinstance(value, list) or (fixed is not None and len(value) != fixed):
            many = f" of {fixed}" if fixed else ""
            problems.append(RecipeProblem(place, f"found {shown(value)}, wanted a list{many}"))
            return value
        own: list[RecipeProblem] = []
        found = tuple(convert(f"{place}[{i}]", item, inner[0], own) for i, item in enumerate(value))
        problems += own[:MOST_OF_A_LIST]
        return found
    # bool is an int in Python, but true is no number in a recipe
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is float and is_number and not (isinstance(value, float) and math.isnan(value)):
        try:
            return float(value) + 0.0  # 1 and 1.0, -0.0 and 0.0 mean the same: one value, one hash
        except OverflowError:  # TOML's integers have no end
            problems.append(RecipeProblem(place, "found an integer beyond 1.8e308, wanted a number"))
            return value
    if wanted is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if wanted is not float and type(value) is wanted:
        return value
    words = {float: "a number", int: "a whole number", bool: "true or false", str: "text in quotes"}
    problems.append(RecipeProblem(place, f"found {shown(value)}, wanted {words[wanted]}"))
    return value


# From a spec to places and tables, and back


@dataclass(frozen=True, slots=True)
class Convention:
    """One place of a recipe: value, type and meaning; of a rule, also the meaning of each by name."""

    place: str
    value: Any
    hint: Any
    help: str
    live: Live | None = None
    counts: Mapping[str, tuple[Any, ...]] = dataclasses.field(default_factory=dict)
    rules: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the last part of the place."""
        return self.place.rpartition(".")[2]

    def waits_for(self, values: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]] | None:
        """Return the field, and its values, without which this one has no effect; None where it counts.

        ``values`` are a recipe's by place.
        """
        stage = self.place.rpartition(".")[0]
        waiting = ((other, when) for other, when in self.counts.items() if values[f"{stage}.{other}"] not in when)
        return next(waiting, None)


def entries(rules: Rules[Any], spec: Any, place: str) -> Iterator[Convention]:
    """Yield every place of a spec: the rule first, then the fields, then nested tables."""
    if rules.tagged:
        hint = Literal[tuple(rules.rules)]  # type: ignore[valid-type]  # known only at run time
        each = {name: summary(rule) for name, rule in rules.rules.items()}
        meaning = "; ".join(f"{name}: {words}" for name, words in each.items())
        yield Convention(place=f"{place}.rule", value=spec.rule, hint=hint, help=meaning, rules=each)
    for f in _fields(spec, nested=False):
        data, hint = f.metadata, hints_of(type(spec))[f.name]
        counts = data.get("counts", {})
        yield Convention(
            place=f"{place}.{f.name}",
            value=getattr(spec, f.name),
            hint=hint,
            help=data["help"],
            live=data["live"],
            counts=counts,
        )
    for f in _fields(spec, nested=True):
        yield from entries(f.metadata["rules"], getattr(spec, f.name), f"{place}.{f.name}")


def values(rules: Rules[Any], spec: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Yield every place of a spec with the value, in the order of `entries`, in a tenth of the time."""
    if rules.tagged:
        yield f"{place}.rule", spec.rule
    inside = []
    for f in fields(spec):
        if "rules" in f.metadata:
            inside.append(f)
        else:
            yield f"{place}.{f.name}", getattr(spec, f.name)
    for f in inside:
        yield from values(f.metadata["rules"], getattr(spec, f.name), f"{place}.{f.name}")


def _fields(spec: Any, nested: bool) -> list[dataclasses.Field[Any]]:
    return [f for f in fields(spec) if ("rules" in f.metadata) == nested]


def words_of(rules: Rules[Any]) -> Iterator[str]:
    """Yield what can be said of a stage in words: its meaning, its rules, and the fields of each."""
    yield rules.meaning
    for kind in rules.rules.values():
        yield summary(kind)
        for f in fields(kind):
            if "rules" in f.metadata:
                yield from words_of(f.metadata["rules"])
            else:
                yield f.metadata["help"]


def summary(kind: type) -> str:
    """Return the first line of a spec's docstring as part of a sentence."""
    line = (kind.__doc__ or "").strip().partition("\n")[0].rstrip(".")
    return line[:1].lower() + line[1:] if line[1:2].islower() else line


def differing(rules: Rules[Any], spec: Any) -> dict[str, Any]:
    """Return the rule and the fields off the default, as JSON values: the input of a hash."""
    found: dict[str, Any] = {"rule": spec.rule} if rules.tagged else {}
    # against the chosen rule's own defaults: a new field with the former behaviour as default leaves every hash
    plain = type(spec)()
    for f in fields(spec):
        value, nested = getattr(spec, f.name), f.metadata.get("rules")
        if value != getattr(plain, f.name):
            found[f.name] = value if nested is None else differing(nested, value)
    return found


def table_of(rules: Rules[Any], spec: Any) -> dict[str, Any]:
    """Return a spec as a complete table; `Rules.build` makes an equal spec of the table."""
    found: dict[str, Any] = {"rule": spec.rule} if rules.tagged else {}
    for f in fields(spec):
        value, nested = getattr(spec, f.name), f.metadata.get("rules")
        found[f.name] = as_lists(value) if nested is None else table_of(nested, value)
    return found


def as_lists(value: Any) -> Any:
    """Return a value with lists in place of tuples, as TOML reads arrays."""
    return [as_lists(item) for item in value] if isinstance(value, tuple | list) else value


def merged(rules: Rules[Any], below: Any, above: object) -> object:
    """Return the table ``above`` on top of the complete table ``below``.

    The same rule inherits field by field, nested tables alike; another rule inherits the fields shared by all rules,
    and the other fields start from the rule's defaults.
    """
    if not isinstance(above, Mapping) or not isinstance(below, Mapping):
        return above
    kind: Any = rules.rules.get(below.get("rule", rules.default) if rules.tagged else "")
    # a table without a rule key keeps the rule below
    same = not rules.tagged or above.get("rule", below.get("rule")) == below.get("rule")
    rule = above.get("rule") if rules.tagged else None
    other = rules.rules.get(rule) if isinstance(rule, str) else None
    # of the shared fields a rule may lack one
    shared = rules.shared if other is None else rules.shared & set(hints_of(other))
    found = dict(below) if same else {name: value for name, value in below.items() if name in shared}
    nested = {} if kind is None else {f.name: f.metadata["rules"] for f in fields(kind) if "rules" in f.metadata}
    for name, value in above.items():
        inside = nested.get(name) if name in found else None
        found[name] = value if inside is None else merged(inside, found[name], value)
    return found


def toml(value: Any) -> str:
    """Return one value as TOML text; tuples and lists as arrays, infinity as ``inf``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        words = json.dumps(value, ensure_ascii=False)
        # TOML refuses a raw U+007F, and a terminal must not be controlled by a name.
        return "".join(letter if letter == printable(letter) else f"\\U{ord(letter):08x}" for letter in words)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    return repr(value)


def toml_lines(rules: Rules[Any], spec: Any, place: str) -> Iterator[str]:
    """Yield a spec as commented TOML, complete, followed by the nested tables."""
    yield f"[{place}]  # {rules.meaning}"
    if rules.tagged:
        others = ", ".join(name for name in rules.rules if name != spec.rule)
        yield f"rule = {toml(spec.rule)}  # {summary(type(spec))}; or {others}"
    for f in _fields(spec, nested=False):
        yield f"{f.name} = {toml(getattr(spec, f.name))}  # {f.metadata['help']}"
    for f in _fields(spec, nested=True):
        yield ""
        yield from toml_lines(f.metadata["rules"], getattr(spec, f.name), f"{place}.{f.name}")
