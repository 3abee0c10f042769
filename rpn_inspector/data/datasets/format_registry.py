"""The registry of dataset formats: every module of ``formats`` with a ``FORMAT``, found by looking into the folder.

A new format is one file there, and its writer in tests/data/datasets/test_pairing.py; ``--help``, the start page and
errors follow, and README's list by ``python tools/house.py --write``.

A reader never looks for a picture. Each record says by what name, and `support.pairing.pair` gives all records of a
dataset their pictures at once, in ``DatasetBuilder.dataset``:

    builder = DatasetBuilder(source.finder())
    record = builder.picture(name, path, place)  # one file for many pictures; the name exactly as written
    record = builder.own_picture([name, path.stem], path)  # a file for each picture
    builder.add_gt(record, box, label, path, place)
    return builder.dataset(FORMAT.title, SIDES)

Names keep their folders, address, escapes and blanks: these are the rule's work. ``others`` are further names to try,
``embedded`` gives the pixels inside an annotation file where no picture is found. ``record.path`` is None until
`dataset` is called. Where files of another kind are wanted (labels of pictures, as YOLO's), `pair` is called itself.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from rpn_inspector.core.text import Text

if TYPE_CHECKING:
    from rpn_inspector.data.datasets.support.format import Format

_FEW = 6  # titles named in an error
_PACKAGE, _FOLDER = "rpn_inspector.data.datasets.formats", Path(__file__).parent / "formats"


@cache
def formats() -> tuple[Format, ...]:
    """Return all formats, the best known first."""
    found = [import_module(f"{_PACKAGE}.{name}").FORMAT for name in _sources()]
    return tuple(sorted(found, key=lambda each: (each.rank, each.title.casefold())))


def format_named(name: str) -> Format | None:
    """Return the format of a name or alias, in any case; None for another word."""
    word = name.casefold()
    return next((each for each in formats() if word == each.name or word in each.aliases), None)


@cache
def titles() -> dict[str, str]:
    """Return the titles of all formats by name, in the order of `formats`, without importing any reader.

    The words are read off the declarations, as a packaging tool reads a version: readers need NumPy and lxml, and
    neither ``--help`` nor the first sight of the window has to wait for these.
    """
    found = sorted(_declared(source) for source in _sources().values())
    return {name: title for _, _, name, title in found}


def _sources() -> dict[str, Path]:
    """Return the source file of each format by module name: name.py, or name/__init__.py."""
    places = (place for place in sorted(_FOLDER.iterdir()) if not place.name.startswith("_"))
    sources = {place.stem: place if place.suffix == ".py" else place / "__init__.py" for place in places}
    return {name: source for name, source in sources.items() if source.is_file()}


def _declared(source: Path) -> tuple[int, str, str, str]:
    """Return rank, title for sorting, name and title, as the literals in ``FORMAT = Format(name=...)``."""
    text = source.read_text(encoding="utf-8")
    statement = ast.parse(text[text.index("\nFORMAT = Format(") :]).body[0]
    assert isinstance(statement, ast.Assign)
    assert isinstance(statement.value, ast.Call)
    options = {keyword.arg: keyword.value for keyword in statement.value.keywords}
    name, title = (ast.literal_eval(options[field]) for field in ("name", "title"))
    rank = ast.literal_eval(options["rank"]) if "rank" in options else 50
    return rank, title.casefold(), name, title


def suffix_of(path: Path) -> str | None:
    """Return the lower-case suffix of a possible annotation file; None for a suffix of no format."""
    known, sharded = _suffixes()
    stem, dot, ending = (name := path.name).rpartition(".")
    for each in sharded:
        if each in name:
            return each
    suffix = dot + ending.lower()
    return suffix if stem and ending and suffix in known else None


@cache
def _suffixes() -> tuple[frozenset[str], tuple[str, ...]]:
    known = frozenset(suffix for each in formats() for suffix in each.suffixes)
    return known, tuple(each.suffixes[0] for each in formats() if each.sharded)


def is_candidate(path: Path) -> bool:
    """Return whether a file may hold annotations, by its name."""
    suffix = suffix_of(path)
    return suffix is not None and companion_of(path, suffix) is None


def companion_of(path: Path, suffix: str = "") -> Format | None:
    """Return the format with ``path`` as a companion, a list of classes or pictures by its name; None without.

    With ``suffix``, one of annotation files, only the formats with such files are asked.
    """
    for each in _with_companions(suffix):
        if each.is_companion(path):
            return each
    return None


@cache
def _with_companions(suffix: str) -> tuple[Format, ...]:
    """Return the formats that have companions: all the others need not be asked of a hundred thousand files."""
    from rpn_inspector.data.datasets.support.format import never

    return tuple(each for each in formats() if each.is_companion is not never and suffix in ("", *each.suffixes))


@cache
def wanted() -> Text:
    """Return what could be opened as a dataset, for an error."""
    return Text.of("wanted annotations ({titles}) or pictures", titles=some_titles())


def some_titles() -> Text:
    """Return the best known of `annotated` with the number of the others: an error is one short line."""
    first, rest = annotated()[:_FEW], annotated()[_FEW:]
    some = Text.of("{line}", line=", ".join(first))
    return Text.of("{some}, and {n} more formats", some=some, n=len(rest)) if rest else some


def annotated() -> list[str]:
    """Return the titles of the formats with annotation files, in the order of `formats`."""
    return [each.title for each in formats() if each.suffixes]


def listed(suffix: str) -> str:
    """Return the formats with files of one suffix and their content, for an error: "COCO's images and ... or VIA"."""
    words = [each.title + each.content for each in formats() if suffix in each.suffixes] or annotated()
    return f"{', '.join(words[:-1])} or {words[-1]}"
