"""``Recipe``: one library's conventions as data, one spec per stage, read from and written to TOML."""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

from rpn_inspector.core import recipe_v1
from rpn_inspector.core.anchor_rules import ANCHORS, AnchorRule
from rpn_inspector.core.anchors import Grid, grid_for
from rpn_inspector.core.assigners import ASSIGNERS, Assigner
from rpn_inspector.core.coders import CODERS, Coder
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.ground_truth import GROUND_TRUTH, GroundTruth
from rpn_inspector.core.limits import EXTENDED
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.core.regular_file import read_utf8
from rpn_inspector.core.resize import FRAMES, Resize
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sampler import SAMPLERS, Sampler
from rpn_inspector.core.second_stage.stage import FURTHER, Stage
from rpn_inspector.core.showable import Showable
from rpn_inspector.core.spec import (
    MOST_PROBLEMS,
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
    shown,
    table_of,
    toml,
    toml_lines,
    values,
)
from rpn_inspector.core.specs import LOSS, PROPOSALS, LossSpec, ProposalSpec
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.toml_text import parse_toml, read_toml
from rpn_inspector.core.user_path import user_path

HEADER = ("name", "title", "summary", "source", "version", "reproduces_not", "batch")
OWN_HEADER = ("name", "title", "summary", "source", "version")  # of one text alone: no recipe of a user's inherits it
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


FURTHER_STAGES = "stage"  # the table of the stages after the proposals, by name


@dataclass(frozen=True, slots=True, repr=False)
class Recipe(Showable):
    """Everything one library does between a picture and the loss, as a hashable value.

    ``title`` names model and library, ``summary`` the article and what the recipe is to be chosen for, in a line each.
    ``batch`` says how the losses of several pictures become one: their sums over the sum of the pictures' own
    normalisers (each), over the normaliser of all as if they were one picture (whole), or the mean of the pictures'
    losses (mean). ``further`` are the stages after the proposals, in order, each with a name; ``left_over`` are fields
    of format 1, by place, with a value the chosen rule never read.
    """

    name: str
    title: str = ""
    source: str = ""
    version: str = ""
    reproduces_not: tuple[str, ...] = ()
    batch: Literal["each", "whole", "mean"] = "each"
    dtype: Literal["float32", "float64"] = "float32"
    ground_truth: GroundTruth = field(default_factory=GROUND_TRUTH.make)
    resize: Resize = field(default_factory=FRAMES.make)
    anchors: AnchorRule = field(default_factory=ANCHORS.make)
    matcher: Assigner = field(default_factory=ASSIGNERS.make)
    sampler: Sampler = field(default_factory=SAMPLERS.make)
    coder: Coder = field(default_factory=CODERS.make)
    loss: LossSpec = field(default_factory=LOSS.make)
    proposals: ProposalSpec = field(default_factory=PROPOSALS.make)
    further: tuple[tuple[str, Stage], ...] = ()
    left_over: recipe_v1.LeftOver = field(default=(), compare=False, repr=False)
    summary: str = field(default="", compare=False, repr=False)

    @property
    def stages(self) -> dict[str, Any]:
        """Return the spec of each stage by name."""
        return {stage: getattr(self, stage) for stage in STAGES}

    def _specs(self) -> Iterator[tuple[str, Rules[Any], Any]]:
        """Yield place, rules and spec of every stage, in the order of the text."""
        yield from ((stage, rules, getattr(self, stage)) for stage, rules in STAGES.items())
        yield from ((f"{FURTHER_STAGES}.{name}", FURTHER, spec) for name, spec in self.further)

    def with_stages_of(self, other: Recipe) -> Recipe:
        """Return the recipe with the stages after the proposals that ``other`` has, at the default where missing."""
        own = dict(self.further)
        return dataclasses.replace(
            self, further=tuple((name, own.get(name) or FURTHER.make()) for name, _ in other.further)
        )

    @property
    def hash(self) -> str:
        """Return 16 hex digits over the meaning: dtype, rules and fields off the default, no names or words.

        A released default never changes, and a new field's default means the former behaviour, so hashes stay.
        """
        meaning = {place: differing(rules, spec) for place, rules, spec in self._specs()}
        text = json.dumps(meaning | {"dtype": self.dtype}, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def former(self) -> str:
        """Return the hash of the recipe in release 0.1.0, "" where format 1 cannot express the recipe."""
        return "" if self.further else recipe_v1.former_hash(self.stages, self.dtype, self.left_over)

    def grid(self, padded_size: tuple[int, int], features: Sequence[tuple[int, int]] | None = None) -> Grid:
        """Return the anchors over a network input of ``padded_size`` (h, w) px, as `grid_for`."""
        return grid_for(self.anchors, self.dtype, padded_size, features)

    def to_toml(self) -> str:
        """Return the complete recipe as commented TOML; `load_recipe` reads the text back to an equal value."""
        lines = ["format = 2", *(f"{key} = {toml(getattr(self, key))}" for key in HEADER)]
        lines.append(f"dtype = {toml(self.dtype)}  # {DTYPE}")
        lines += [f"# format 1 said {place} = {toml(value)}, which no rule here reads" for place, value in self.unread]
        for place, rules, spec in self._specs():
            lines += ["", *toml_lines(rules, spec, place)]
        return "\n".join(lines) + "\n"

    @property
    def unread(self) -> recipe_v1.LeftOver:
        """Return the values of format 1 off the default, by place, that no rule of the recipe reads."""
        return recipe_v1.unread(self.left_over)

    def entries(self) -> Iterator[Convention]:
        """Yield every convention with place, type and meaning, in the order of the text."""
        yield Convention(place="dtype", value=self.dtype, hint=hints_of(Recipe)["dtype"], help=DTYPE)
        for place, rules, spec in self._specs():
            yield from entries(rules, spec, place)

    def flat(self) -> dict[str, Any]:
        """Return every convention as ``{place: value}``, such as ``matcher.low_quality.owner``."""
        flat: dict[str, Any] = {"dtype": self.dtype}
        for place, rules, spec in self._specs():
            flat.update(values(rules, spec, place))
        return flat

    def ruled(self, tables: Mapping[str, Any]) -> Recipe:
        """Return the recipe under the rules named by ``tables`` of format 2, misfits at the default.

        A text that extends the recipe and names only rules inherits the result.
        """
        made: dict[str, Any] = {}
        for stage, above in tables.items():
            if stage == FURTHER_STAGES:
                made["further"] = _further(_on_top(further_tables(self), above), [])
                continue
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
            elif stage == FURTHER_STAGES:
                made["further"] = _further(_on_top(further_tables(self), above), problems)
            else:
                made[stage] = convert(stage, above, hints_of(Recipe)[stage], problems)
        _refuse(self.name, problems)
        return dataclasses.replace(self, **made)


def further_tables(recipe: Recipe) -> dict[str, Any]:
    """Return the stages after the proposals as tables of format 2, by name."""
    return {name: table_of(FURTHER, spec) for name, spec in recipe.further}


def _on_top(below: Any, above: object) -> object:
    """Return the tables ``above`` of stages by name on top of those ``below``."""
    if not isinstance(above, Mapping) or not isinstance(below, Mapping):
        return above
    start = table_of(FURTHER, FURTHER.make())
    return {**below, **{name: merged(FURTHER, below.get(name, start), table) for name, table in above.items()}}


def _further(tables: object, problems: list[RecipeProblem]) -> tuple[tuple[str, Stage], ...]:
    """Return the stages of tables by name, in order; everything wrong is added to ``problems``."""
    if not isinstance(tables, Mapping):
        text = f"found {shown(tables)}, wanted tables [{FURTHER_STAGES}.NAME]"
        problems.append(RecipeProblem(FURTHER_STAGES, text))
        return ()
    made = []
    for name, table in tables.items():
        if not name.isidentifier():
            text = "wanted a name of letters, digits and underscores"
            problems.append(RecipeProblem(f"{FURTHER_STAGES}.{name}", text))
        elif (spec := FURTHER.build(f"{FURTHER_STAGES}.{name}", table, problems)) is not None:
            made.append((name, spec))
    return tuple(made)


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


@cache
def shipped_words(name: str) -> str:
    """Return title and summary of a shipped recipe in a line; read off the text, for lists that need nothing else."""
    lines = read_utf8(resource(f"recipes/{name}.toml")).splitlines()
    found = (line for key in ("title", "summary") for line in lines if line.startswith(f"{key} = "))
    return ". ".join(line.partition("=")[2].strip().strip('"') for line in found)


def load_recipe(source: str | Path) -> Recipe:
    """Return the shipped recipe of a name, or the recipe in the TOML file at a path.

    ``extends = "name or path"`` takes over every field the text leaves out, but neither name, title, summary, source
    nor version. A file with a shipped recipe's name but another meaning is named by the file. Raises `BadRecipe` with
    all errors at once.
    """
    if not isinstance(source, str | Path):
        raise BadRecipe(f"found {source!r:.60}, wanted a recipe's name or the path of a TOML file")
    return _shipped(str(source)) if str(source) in list_recipes() else _at(_find(source))


@cache
def _shipped(name: str) -> Recipe:
    return _at(_find(name))


def _at(path: Path) -> Recipe:
    return _own_name(_loaded(_read(path)), path)


def recipe_of_text(text: str, path: Path) -> Recipe:
    """Return the recipe of a whole TOML text, extending none; ``path`` is named in errors. Raises `BadRecipe`."""
    try:
        table = parse_toml(text)
    except ValueError as error:
        raise BadRecipe(Text.of("{path}: not readable as TOML: {why}", path=UserName(path), why=error)) from error
    if "extends" in table:
        raise BadRecipe(f"{path}: found extends, wanted a whole recipe")
    return _own_name(_loaded(_parsed(table, path)), path)


def _own_name(recipe: Recipe, path: Path) -> Recipe:
    if recipe.name not in list_recipes() or path == resource("recipes", f"{recipe.name}.toml"):
        return recipe
    # a user's edited copy often keeps the name line; under a shipped name the two could not be told apart
    shipped = load_recipe(recipe.name)
    if shipped.hash == recipe.hash:
        return recipe
    own: dict[str, Any] = {key: "" for key in OWN_HEADER if getattr(recipe, key) == getattr(shipped, key)}
    return dataclasses.replace(recipe, **own | {"name": path.stem})


@dataclass(frozen=True, slots=True)
class _Text:
    """One text: ``format`` 1 or 2, tables, the text below, and whatever is wrong with the format.

    Args:
        path: the file, a name in errors and the folder of ``extends``.
        format: 1 or 2.
        table: the content without ``format`` and ``extends``.
        below: the extended file, None where the text begins from the defaults.
        problems: what is wrong with the format; the tables are then read as format 2.
    """

    path: Path
    format: int
    table: dict[str, Any]
    below: Path | None = None
    problems: tuple[RecipeProblem, ...] = ()


def _find(source: str | Path) -> Path:
    shipped = resource("recipes", f"{source}.toml")
    if str(source) in list_recipes():
        return shipped
    path = user_path(source)
    if path.suffix == ".toml" and path.is_file():
        return path
    close = difflib.get_close_matches(str(source), list_recipes(), 1)
    meant = f"did you mean {close[0]}?" if close else f"wanted a TOML file or one of {some_of(list_recipes())}"
    raise BadRecipe(f"{str(source) or repr('')}: no such recipe; {meant}")


def _loaded(text: _Text) -> Recipe:
    """Return the recipe of a text on top of those it extends, one after the other from the lowest."""
    chain = [text]
    while (below := chain[-1].below) is not None:
        # resolved, since two spellings or a link can name the same file
        paths = [each.path.resolve() for each in chain]
        if below.resolve() in paths:
            way = [each.path for each in chain[paths.index(below.resolve()) :]]
            raise BadRecipe(f"{chain[-1].path}: extends itself: {' -> '.join(each.name for each in (*way, below))}")
        if len(chain) > EXTENDED:
            raise BadRecipe(f"{text.path}: extends more than {EXTENDED} recipes, one after the other")
        chain.append(_read(below))
    whole = chain.pop()
    while chain:
        # built, so that what is wrong in a text is said of its own file
        whole = _merged(whole, _built(whole), chain.pop())
    return _built(whole)


def _read(path: Path) -> _Text:
    try:
        return _parsed(read_toml(path), path)
    except (OSError, ValueError) as error:
        raise BadRecipe(Text.of("{path}: not readable as TOML: {why}", path=UserName(path), why=error)) from error


def _parsed(table: dict[str, Any], path: Path) -> _Text:
    format_, parent = table.pop("format", None), table.pop("extends", None)
    made = partial(_Text, path, table=table, below=None if parent is None else _parent(parent, path))
    if format_ is None:  # a text of release 0.1.0, where nothing in it is newer
        newer = recipe_v1.of_format_2(table, STAGES)
        if not newer:
            # what was shipped then under the name, where that means another assignment by now
            former = resource("recipes", "former", f"{parent}.toml")
            moved = parent in list_recipes() and former.is_file()
            return dataclasses.replace(made(format=1), below=former) if moved else made(format=1)
        text = f"not said, but found {', '.join(newer)}, known to format 2 alone; wanted format = 2 at the top"
        return made(format=2, problems=(RecipeProblem("format", text),))
    # true equals 1 in Python
    if format_ not in (1, 2) or isinstance(format_, bool):
        return made(format=2, problems=(RecipeProblem("format", f"found {shown(format_)}, wanted 1 or 2"),))
    return made(format=format_)


def _merged(below: _Text, recipe: Recipe, text: _Text) -> _Text:
    """Return ``text`` on top of the text ``below``, of which ``recipe`` is made."""
    # tables merge only within one format: the extended recipe is brought to the format of the text
    whole = dict(below.table) if below.format == text.format else _translated(recipe, text)
    whole.pop("name", None)  # another recipe, which the library's words are not true of; what ships shares its source
    for key in () if _ships(text.path) else OWN_HEADER:
        whole.pop(key, None)
    for key, value in text.table.items():
        if key == FURTHER_STAGES:
            whole[key] = _on_top(whole.get(key, {}), value)
        elif key not in STAGES or key not in whole:
            whole[key] = value
        elif text.format == 2:
            whole[key] = merged(STAGES[key], whole[key], value)
        else:
            whole[key] = {**whole[key], **value} if isinstance(value, dict) and isinstance(whole[key], dict) else value
    return _Text(text.path, text.format, whole, problems=text.problems)


def _translated(recipe: Recipe, text: _Text) -> dict[str, Any]:
    """Return a recipe as the tables of another format, for the ``text`` that extends the recipe."""
    header = {key: as_lists(getattr(recipe, key)) for key in (*HEADER, "dtype")}
    if text.format == 2:
        whole = header | {stage: table_of(rules, getattr(recipe, stage)) for stage, rules in STAGES.items()}
        return whole | {FURTHER_STAGES: further_tables(recipe)}
    tables = None if recipe.further else recipe_v1.tables_1(recipe.stages, recipe.left_over)
    if tables is None:
        raise BadRecipe(f"{text.path}: extends: {recipe.name} has rules that only a text with format = 2 can name")
    return header | tables


def _ships(path: Path) -> bool:
    return path.parent in (resource("recipes"), resource("recipes", "former"))


def _idle_values(name: str, path: Path) -> recipe_v1.LeftOver:
    """Return the values of format 1 that a shipped recipe left idle, none where the name means another by now."""
    if not _ships(path) or (path.parent.name != "former" and resource("recipes", "former", path.name).is_file()):
        return ()
    return recipe_v1.SHIPPED.get(name, ())


def _parent(parent: object, path: Path) -> Path:
    """Return the file extended by the recipe at ``path``: beside the recipe, a shipped recipe, or any path."""
    if not isinstance(parent, str):
        raise BadRecipe(f"{path}: extends: found {shown(parent)}, wanted a recipe's name or the path of a TOML file")
    try:
        beside = path.parent / parent
        return beside if beside.is_file() else _find(parent)
    except (BadRecipe, OSError, ValueError) as error:
        raise BadRecipe(f"{path}: extends: {error}") from error


def _built(text: _Text) -> Recipe:
    """Return the recipe of a text with everything it extends; raises `BadRecipe` with everything wrong."""
    problems = list(text.problems)
    made: dict[str, Any] = {}
    stages = STAGES if text.format == 2 else recipe_v1.fields_1()
    old: dict[str, Any] = {}
    for key, value in text.table.items():
        if len(problems) >= MOST_PROBLEMS:
            break
        if key in stages:
            (made if text.format == 2 else old)[key] = stages[key].build(key, value, problems)
        elif key == FURTHER_STAGES and text.format == 2:
            made["further"] = _further(value, problems)
        elif key in HEADER or key == "dtype":
            made[key] = convert(key, value, hints_of(Recipe)[key], problems)
        else:
            further = (FURTHER_STAGES,) if text.format == 2 else ()
            known = ("format", "extends", *HEADER, "dtype", *stages, *further)
            problems.append(RecipeProblem(key, f"unknown; {nearest(key, known, 'one of')}"))
    made.setdefault("name", text.path.stem)
    if text.format == 1:
        _refuse(str(text.path), problems)
        return _built_1(text, made, old)
    _refuse(str(text.path), [recipe_v1.moved(problem) for problem in problems])
    # shipped texts are in format 2 by now; their idle fields of format 1 are remembered for the former hash
    return Recipe(**made, left_over=_idle_values(made["name"], text.path))


def _built_1(text: _Text, header: dict[str, Any], old: dict[str, Any]) -> Recipe:
    """Return the recipe of the stages ``old`` of format 1."""
    problems: list[RecipeProblem] = []
    old = {stage: old.get(stage) or rules.make() for stage, rules in recipe_v1.fields_1().items()}
    tables = recipe_v1.tables_2(old).items()
    new: dict[str, Any] = {stage: STAGES[stage].build(stage, table, problems) for stage, table in tables}
    _refuse(str(text.path), [recipe_v1.moved_back(problem) for problem in problems])
    return Recipe(**header, **new, left_over=recipe_v1.left_over(old, new))


def _refuse(place: str, problems: list[RecipeProblem]) -> None:
    """Raise `BadRecipe` with all ``problems``, where any."""
    if problems:
        by_place: dict[str, str] = {}
        for problem in problems:
            # errors inside a list belong to the whole field, as an editor has one line per field
            own = problem.place.partition("[")[0]
            by_place[own] = f"{by_place[own]}; {problem.text}" if own in by_place else problem.text
        raise BadRecipe(f"{place}: " + "; ".join(map(str, problems)), by_place)
