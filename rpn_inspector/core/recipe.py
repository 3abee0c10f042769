"""``Recipe``: one library's conventions as data, one spec per stage, read from and written to TOML."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from rpn_inspector.core import recipe_v1
from rpn_inspector.core.anchor_rules import ANCHORS, AnchorRule
from rpn_inspector.core.anchors import Grid, grid_for
from rpn_inspector.core.assigners import ASSIGNERS, Assigner
from rpn_inspector.core.coders import CODERS, Coder
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.ground_truth import GROUND_TRUTH, GroundTruth
from rpn_inspector.core.regular_file import read_utf8
from rpn_inspector.core.resize import FRAMES, Resize
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sampler import SAMPLERS, Sampler
from rpn_inspector.core.spec import (
    Convention,
    RecipeProblem,
    Rules,
    as_lists,
    convert,
    differing,
    entries,
    hints_of,
    merged,
    nearest,
    table_of,
    toml,
    toml_lines,
    values,
)
from rpn_inspector.core.specs import LOSS, PROPOSALS, LossSpec, ProposalSpec

HEADER = ("name", "title", "source", "version", "reproduces_not")
DTYPE = "precision of anchors and IoU; it decides ties"
STAGES: dict[str, Rules[Any]] = {
    "ground_truth": GROUND_TRUTH,
    "resize": FRAMES,
    "anchors": ANCHORS,
    "matcher": ASSIGNERS,
    "sampler": SAMPLERS,
    "coder": CODERS,
    "loss": LOSS,
    "proposals": PROPOSALS,
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything one library does between a picture and the loss, as a hashable value.

    ``left_over`` are fields of format 1, by place, with a value the chosen rule never read.
    """

    name: str
    title: str = ""
    source: str = ""
    version: str = ""
    reproduces_not: tuple[str, ...] = ()
    dtype: Literal["float32", "float64"] = "float32"
    ground_truth: GroundTruth = field(default_factory=GROUND_TRUTH.make)
    resize: Resize = field(default_factory=FRAMES.make)
    anchors: AnchorRule = field(default_factory=ANCHORS.make)
    matcher: Assigner = field(default_factory=ASSIGNERS.make)
    sampler: Sampler = field(default_factory=SAMPLERS.make)
    coder: Coder = field(default_factory=CODERS.make)
    loss: LossSpec = field(default_factory=LOSS.make)
    proposals: ProposalSpec = field(default_factory=PROPOSALS.make)
    left_over: recipe_v1.LeftOver = field(default=(), compare=False, repr=False)

    @property
    def stages(self) -> dict[str, Any]:
        """Return the spec of each stage by name."""
        return {stage: getattr(self, stage) for stage in STAGES}

    @property
    def hash(self) -> str:
        """Return 16 hex digits over the meaning: dtype, rules and fields off the default, no names or words.

        A released default never changes, and a new field's default means the former behaviour, so hashes stay.
        """
        meaning = {stage: differing(rules, getattr(self, stage)) for stage, rules in STAGES.items()}
        text = json.dumps(meaning | {"dtype": self.dtype}, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def former(self) -> str:
        """Return the hash of the recipe in release 0.1.0, "" where format 1 cannot express the recipe."""
        return recipe_v1.former_hash(self.stages, self.dtype, self.left_over)

    def grid(self, padded_size: tuple[int, int], features: Sequence[tuple[int, int]] | None = None) -> Grid:
        """Return the anchors over a network input of ``padded_size`` (h, w) px, as `grid_for`."""
        return grid_for(self.anchors, self.dtype, padded_size, features)

    def to_toml(self) -> str:
        """Return the complete recipe as commented TOML; `load_recipe` reads the text back to an equal value."""
        lines = ["format = 2", *(f"{key} = {toml(getattr(self, key))}" for key in HEADER)]
        lines.append(f"dtype = {toml(self.dtype)}  # {DTYPE}")
        lines += [f"# format 1 said {place} = {toml(value)}, which no rule here reads" for place, value in self.unread]
        for stage, rules in STAGES.items():
            lines += ["", *toml_lines(rules, getattr(self, stage), stage)]
        return "\n".join(lines) + "\n"

    @property
    def unread(self) -> recipe_v1.LeftOver:
        """Return the values of format 1 off the default, by place, that no rule of the recipe reads."""
        return recipe_v1.unread(self.left_over)

    def entries(self) -> Iterator[Convention]:
        """Yield every convention with place, type and meaning, in the order of the text."""
        yield Convention("dtype", self.dtype, hints_of(Recipe)["dtype"], DTYPE)
        for stage, rules in STAGES.items():
            yield from entries(rules, getattr(self, stage), stage)

    def flat(self) -> dict[str, Any]:
        """Return every convention as ``{place: value}``, such as ``matcher.low_quality.owner``."""
        flat: dict[str, Any] = {"dtype": self.dtype}
        for stage, rules in STAGES.items():
            flat.update(values(rules, getattr(self, stage), stage))
        return flat

    def with_value(self, place: str, value: Any) -> Recipe:
        """Return the recipe with one convention changed; another rule starts from the rule's own defaults.

        Raises `BadRecipe` for an unknown place, or a value the place cannot have.
        """
        if place not in self.flat():
            raise BadRecipe(f"{place}: unknown; {nearest(place, self.flat(), 'one of')}")
        return self.with_tables(tables_of({place: value}))

    def ruled(self, tables: Mapping[str, Any]) -> Recipe:
        """Return the recipe under the rules named by ``tables`` of format 2, misfits at the default.

        A text that extends the recipe and names only rules inherits the result.
        """
        made: dict[str, Any] = {}
        for stage, above in tables.items():
            rules = STAGES[stage]
            table = merged(rules, table_of(rules, getattr(self, stage)), above)
            made[stage] = rules.build(stage, table, []) or rules.make()
        return dataclasses.replace(self, **made)

    def with_tables(self, tables: Mapping[str, Any]) -> Recipe:
        """Return the recipe with ``tables`` of format 2 on top; raises `BadRecipe` with all errors at once."""
        problems: list[RecipeProblem] = []
        made: dict[str, Any] = {}
        for stage, above in tables.items():
            if stage in STAGES:
                rules = STAGES[stage]
                table = merged(rules, table_of(rules, getattr(self, stage)), above)
                made[stage] = rules.build(stage, table, problems)
            else:
                made[stage] = convert(stage, above, hints_of(Recipe)[stage], problems)
        _refuse(self.name, problems)
        return dataclasses.replace(self, **made)


def tables_of(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``{place: value}`` as the tables of a text: ``{stage: {field: value}}``, with ``dtype`` at the top."""
    tables: dict[str, Any] = {}
    for place, value in flat.items():
        *path, name = place.split(".")
        table = tables
        for part in path:
            table = table.setdefault(part, {})
        table[name] = as_lists(value)
    return tables


@cache
def list_recipes() -> tuple[str, ...]:
    """Return the names of the shipped recipes, sorted; cached, as views ask at every change."""
    return tuple(sorted(path.stem for path in resource("recipes").glob("*.toml")))


def load_recipe(source: str | Path) -> Recipe:
    """Return the shipped recipe of a name, or the recipe in the TOML file at a path.

    ``extends = "name or path"`` takes over every field the text leaves out. A file with a shipped recipe's name but
    another meaning is named by the file. Raises `BadRecipe` with all errors at once.
    """
    if not isinstance(source, str | Path):
        raise BadRecipe(f"found {source!r:.60}, wanted a recipe's name or the path of a TOML file")
    path = _find(source)
    recipe = _recipe(_read(path, ()), path)
    shipped = resource("recipes", f"{recipe.name}.toml")
    # a user's edited copy often keeps the name line; under a shipped name the two could not be told apart
    if recipe.name in list_recipes() and path != shipped and load_recipe(recipe.name).hash != recipe.hash:
        return dataclasses.replace(recipe, name=path.stem)
    return recipe


def recipe_from_toml(text: str, place: str | Path = "recipe.toml") -> Recipe:
    """Return the recipe written in ``text``, as `load_recipe` from a file at ``place``, the name in errors.

    Raises `BadRecipe` with all errors at once.
    """
    path = Path(place)
    return _recipe(_parse(text, path, ()), path)


@dataclass(frozen=True, slots=True)
class _Text:
    """The content of a text and all extended texts: ``format`` 1 or 2, and the tables on top of one another."""

    format: int
    table: dict[str, Any]


def _find(source: str | Path) -> Path:
    shipped = resource("recipes", f"{source}.toml")
    if str(source) in list_recipes():
        return shipped
    path = Path(source).expanduser()
    if path.suffix == ".toml" and path.is_file():
        return path
    meant = nearest(str(source), list_recipes(), "a TOML file or one of")
    raise BadRecipe(f"{str(source) or repr('')}: no such recipe; {meant}")


def _read(path: Path, seen: tuple[Path, ...]) -> _Text:
    # resolved, since two spellings or a link can name the same file
    if path.resolve() in seen:
        chain = " -> ".join(step.name for step in (*seen[seen.index(path.resolve()) :], path))
        raise BadRecipe(f"{path}: extends itself: {chain}")
    try:
        text = read_utf8(path)
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecipe(f"{path}: not readable as TOML: {error}") from error
    return _parse(text, path, seen)


def _parse(text: str, path: Path, seen: tuple[Path, ...]) -> _Text:
    try:
        table = tomllib.loads(text)
    # deeply nested arrays exhaust the parser's stack; integers of over 4,300 digits are a plain ValueError
    except (ValueError, RecursionError) as error:
        raise BadRecipe(f"{path}: not readable as TOML: {error}") from error
    # texts of release 0.1.0 have no format key
    format_, parent = table.pop("format", 1), table.pop("extends", None)
    # true equals 1 in Python
    if format_ not in (1, 2) or isinstance(format_, bool):
        raise BadRecipe(f"{path}: format: found {format_!r}, wanted 1 or 2")
    if parent is None:
        return _Text(format_, table)
    below = _read(_parent(parent, path), (*seen, path.resolve()))
    # tables merge only within one format: the extended recipe is brought to the format of the text
    if below.format != format_:
        below = _translated(_recipe(below, _parent(parent, path)), format_, path)
    whole = dict(below.table)
    for key, value in table.items():
        if key not in STAGES or key not in whole:
            whole[key] = value
        elif format_ == 2:
            whole[key] = merged(STAGES[key], whole[key], value)
        else:
            whole[key] = {**whole[key], **value} if isinstance(value, dict) and isinstance(whole[key], dict) else value
    # a name is not inherited: an extending text is another recipe
    whole["name"] = table.get("name", path.stem)
    return _Text(format_, whole)


def _translated(recipe: Recipe, format_: int, path: Path) -> _Text:
    """Return a recipe as a text of another format, for the text at ``path`` that extends the recipe."""
    header = {key: as_lists(getattr(recipe, key)) for key in (*HEADER, "dtype")}
    if format_ == 2:
        return _Text(2, header | {stage: table_of(rules, getattr(recipe, stage)) for stage, rules in STAGES.items()})
    tables = recipe_v1.tables_1(recipe.stages, recipe.left_over)
    if tables is None:
        raise BadRecipe(f"{path}: extends: {recipe.name} has rules that only a text with format = 2 can name")
    return _Text(1, header | tables)


def _parent(parent: object, path: Path) -> Path:
    """Return the file extended by the recipe at ``path``: beside the recipe, a shipped recipe, or any path."""
    if not isinstance(parent, str):
        raise BadRecipe(f"{path}: extends: found {parent!r}, wanted a recipe's name or the path of a TOML file")
    try:
        beside = path.parent / parent
        return beside if beside.is_file() else _find(parent)
    except (BadRecipe, OSError, ValueError) as error:
        raise BadRecipe(f"{path}: extends: {error}") from error


def _recipe(text: _Text, path: Path) -> Recipe:
    """Return the recipe of a text; raises `BadRecipe` with everything wrong."""
    problems: list[RecipeProblem] = []
    made: dict[str, Any] = {}
    stages = STAGES if text.format == 2 else recipe_v1.fields_1()
    old: dict[str, Any] = {}
    for key, value in text.table.items():
        if key in stages:
            (made if text.format == 2 else old)[key] = stages[key].build(key, value, problems)
        elif key in HEADER or key == "dtype":
            made[key] = convert(key, value, hints_of(Recipe)[key], problems)
        else:
            known = (*HEADER, "dtype", "extends", *stages)
            problems.append(RecipeProblem(key, f"unknown; {nearest(key, known, 'one of')}"))
    made.setdefault("name", path.stem)
    _refuse(str(path), problems)
    if text.format == 1:
        old = {stage: old.get(stage) or rules.make() for stage, rules in recipe_v1.fields_1().items()}
        tables = recipe_v1.tables_2(old).items()
        new: dict[str, Any] = {stage: STAGES[stage].build(stage, table, problems) for stage, table in tables}
        _refuse(str(path), problems)
        return Recipe(**made, **new, left_over=recipe_v1.left_over(old, new))
    # shipped texts are in format 2 by now; their idle fields of format 1 are remembered for the former hash
    shipped = path == resource("recipes", f"{made['name']}.toml")
    return Recipe(**made, left_over=recipe_v1.SHIPPED.get(made["name"], ()) if shipped else ())


def _refuse(place: str, problems: list[RecipeProblem]) -> None:
    """Raise `BadRecipe` with all ``problems``, where any."""
    if problems:
        by_place: dict[str, str] = {}
        for problem in problems:
            # errors inside a list belong to the whole field, as an editor has one line per field
            own = problem.place.partition("[")[0]
            by_place[own] = f"{by_place[own]}; {problem.text}" if own in by_place else problem.text
        raise BadRecipe(f"{place}: " + "; ".join(map(str, problems)), by_place)
