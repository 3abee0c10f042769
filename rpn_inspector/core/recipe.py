"""``Recipe``: one library's conventions as data, one spec per stage, read from and written to TOML."""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import json
import math
import re
import tomllib
import typing
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from rpn_inspector.core.anchors import Grid, grid_for
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.specs import (
    AnchorSpec,
    CoderSpec,
    LossSpec,
    MatcherSpec,
    ProposalSpec,
    ResizeSpec,
    SamplerSpec,
    contradictions,
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything one library does between a picture and its loss, as a hashable value."""

    name: str
    title: str = ""
    source: str = ""
    version: str = ""
    reproduces_not: tuple[str, ...] = ()
    dtype: Literal["float32", "float64"] = "float32"
    resize: ResizeSpec = field(default_factory=ResizeSpec)
    anchors: AnchorSpec = field(default_factory=AnchorSpec)
    matcher: MatcherSpec = field(default_factory=MatcherSpec)
    sampler: SamplerSpec = field(default_factory=SamplerSpec)
    coder: CoderSpec = field(default_factory=CoderSpec)
    loss: LossSpec = field(default_factory=LossSpec)
    proposals: ProposalSpec = field(default_factory=ProposalSpec)

    @property
    def hash(self) -> str:
        """Return 16 hex digits over the meaning: stages and dtype, not names, comments or formatting."""
        meaning = {spec: dataclasses.asdict(getattr(self, spec)) for spec in STAGES} | {"dtype": self.dtype}
        return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()[:16]

    def grid(self, padded_size: tuple[int, int], features: Sequence[tuple[int, int]] | None = None) -> Grid:
        """Return the anchors over a network input of ``padded_size`` (h, w) px, as `grid_for`."""
        return grid_for(self.anchors, self.dtype, padded_size, features)

    def to_toml(self) -> str:
        """Return the complete recipe as commented TOML, which `load_recipe` reads back to an equal value."""
        lines = [f"{key} = {_toml(getattr(self, key))}" for key in HEADER]
        lines.append(f"dtype = {_toml(self.dtype)}  # precision of anchors and IoU; it decides ties")
        for stage in STAGES:
            spec = getattr(self, stage)
            lines += ["", f"# {type(spec).__doc__}", f"[{stage}]"]
            lines += [f"{f.name} = {_toml(getattr(spec, f.name))}  # {f.metadata['help']}" for f in fields(spec)]
        return "\n".join(lines) + "\n"

    def flat(self) -> dict[str, Any]:
        """Return every convention as ``{"stage.field": value}``, for comparing two recipes."""
        flat: dict[str, Any] = {"dtype": self.dtype}
        for stage in STAGES:
            spec = getattr(self, stage)
            flat |= {f"{stage}.{f.name}": getattr(spec, f.name) for f in fields(spec)}
        return flat


HEADER = ("name", "title", "source", "version", "reproduces_not")
STAGES = {
    "resize": ResizeSpec,
    "anchors": AnchorSpec,
    "matcher": MatcherSpec,
    "sampler": SamplerSpec,
    "coder": CoderSpec,
    "loss": LossSpec,
    "proposals": ProposalSpec,
}


@cache
def list_recipes() -> tuple[str, ...]:
    """Return the names of the shipped recipes, sorted; looked up once, as views ask at every change."""
    return tuple(sorted(path.stem for path in resource("recipes").glob("*.toml")))


def load_recipe(source: str | Path) -> Recipe:
    """Return the shipped recipe of that name, or the one in the TOML file at that path.

    ``extends = "name or path"`` takes over every field that is not written. A file that calls itself by a shipped
    recipe's name and is another goes by the file's. Raises `BadRecipe` with all errors at once.
    """
    if not isinstance(source, str | Path):
        raise BadRecipe(f"found {source!r:.60}, wanted a recipe's name or the path of a TOML file")
    path = _find(source)
    recipe = _build(_read(path, ()), path)
    shipped = resource("recipes", f"{recipe.name}.toml")
    if recipe.name in list_recipes() and path != shipped and _build(_read(shipped, ()), shipped).hash != recipe.hash:
        return dataclasses.replace(recipe, name=path.stem)
    return recipe


def recipe_from_toml(text: str, place: str | Path = "recipe.toml") -> Recipe:
    """Return the recipe written in ``text``, as `load_recipe` would from a file at ``place``, which names the errors.

    Raises `BadRecipe` with all errors at once.
    """
    path = Path(place)
    return _build(_parse(text, path, ()), path)


def _find(source: str | Path) -> Path:
    shipped = resource("recipes", f"{source}.toml")
    if str(source) in list_recipes():
        return shipped
    path = Path(source).expanduser()
    if path.suffix == ".toml" and path.is_file():
        return path
    nearest = _nearest(str(source), list_recipes(), "a TOML file or one of")
    raise BadRecipe(f"{str(source) or repr('')}: no such recipe; {nearest}")


def _nearest(found: str, known: Iterable[str], kinds: str) -> str:
    """Return what was probably meant by ``found``, or all that is ``known``."""
    close = difflib.get_close_matches(found, list(known), 1)
    return f"did you mean {close[0]}?" if close else f"wanted {kinds} {', '.join(known)}"


def _read(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    if path.resolve() in seen:
        way = " -> ".join(step.name for step in (*seen[seen.index(path.resolve()) :], path))
        raise BadRecipe(f"{path}: extends itself: {way}")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecipe(f"{path}: not readable as TOML: {error}") from error
    return _parse(text, path, seen)


def _parse(text: str, path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadRecipe(f"{path}: not readable as TOML: {error}") from error
    parent = table.pop("extends", None)
    if parent is None:
        return table
    merged = _read(_parent(parent, path), (*seen, path.resolve()))
    for key, value in table.items():
        merged[key] = merged.get(key, {}) | value if isinstance(value, dict) and key in STAGES else value
    merged.setdefault("name", path.stem)
    if "name" not in table:
        merged["name"] = path.stem
    return merged


def _parent(parent: object, path: Path) -> Path:
    """Return the file that the recipe at ``path`` extends: beside it, of that name, or anywhere."""
    if not isinstance(parent, str):
        raise BadRecipe(f"{path}: extends: found {parent!r}, wanted a recipe's name or the path of a TOML file")
    try:
        beside = path.parent / parent
        return beside if beside.is_file() else _find(parent)
    except (BadRecipe, OSError, ValueError) as error:
        raise BadRecipe(f"{path}: extends: {error}") from error


@cache
def _hints(spec: type) -> dict[str, Any]:
    """Return a spec's fields by name with their types, worked out once: it takes longer than the rest of a recipe."""
    return typing.get_type_hints(spec)


def _build(table: dict[str, Any], path: Path) -> Recipe:
    errors: list[str] = []
    hints = _hints(Recipe)
    made: dict[str, Any] = {}
    for key, value in table.items():
        if key in STAGES:
            made[key] = _build_stage(key, value, errors)
        elif key in HEADER or key == "dtype":
            made[key] = _convert(key, value, hints[key], errors)
        else:
            errors.append(f"{key}: unknown; {_nearest(key, (*HEADER, 'dtype', 'extends', *STAGES), 'one of')}")
    made.setdefault("name", path.stem)
    if errors:
        raise BadRecipe(f"{path}: " + "; ".join(errors))
    return Recipe(**made)


def _build_stage(stage: str, table: object, errors: list[str]) -> Any:
    spec = STAGES[stage]
    if not isinstance(table, dict):
        errors.append(f"{stage}: found {table!r}, wanted a table [{stage}]")
        return None
    hints = _hints(spec)
    values: dict[str, Any] = {}
    misfits: set[str] = set()
    for key, value in table.items():
        if key not in hints:
            errors.append(f"{stage}.{key}: unknown; {_nearest(key, hints, 'one of')}")
            continue
        plain = isinstance(value, list) and not any(isinstance(item, list) for item in value)
        shared = [value] if key == "ratios" and plain else value  # one plain list serves every level
        before = len(errors)
        values[key] = _convert(f"{stage}.{key}", shared, hints[key], errors)
        if len(errors) > before:
            misfits.add(f"{stage}.{key}")
            del values[key]
    made = spec(**values)  # in place of a misfit its default, of which nothing is said
    errors += [wrong for wrong in contradictions(made) if misfits.isdisjoint(re.findall(r"\w+\.\w+", wrong))]
    return made


def _convert(place: str, value: Any, wanted: Any, errors: list[str]) -> Any:
    """Return ``value`` as the type ``wanted``; a misfit is added to ``errors`` and returned as it is."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        if value not in inner:
            errors.append(f"{place}: found {value!r}, allowed are {', '.join(map(repr, inner))}")
        return value
    if origin is tuple:
        fixed = len(inner) if inner[-1] is not Ellipsis else None
        if not isinstance(value, list) or (fixed is not None and len(value) != fixed):
            errors.append(f"{place}: found {value!r}, wanted a list" + (f" of {fixed}" if fixed else ""))
            return value
        return tuple(_convert(f"{place}[{i}]", item, inner[0], errors) for i, item in enumerate(value))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is float and number and not math.isnan(value):
        return float(value) + 0.0  # 1 is 1.0, and -0.0 is 0.0
    if wanted is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if wanted is not float and type(value) is wanted:
        return value
    words = {float: "a number", int: "a whole number", bool: "true or false", str: "text in quotes"}
    errors.append(f"{place}: found {value!r}, wanted {words[wanted]}")
    return value


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return repr(value)
