"""Where a YOLO dataset keeps its pictures and class names: data.yaml, obj.data, obj.names, classes.txt, train.txt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, Wanted, pair
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import clean, decode_noted, read_bytes, read_text
from rpn_inspector.data.pictures.finder import PictureFinder
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.path_match import same_split

SPLITS = ("train", "val", "valid", "test")
NOT_LABELS = {"classes.txt", "obj.names", "train.txt", "valid.txt", "val.txt", "test.txt", "labelmap.txt"}
LARGEST_YAML = 1 << 18  # bytes; a table of 1,000 names has 20,000
MOST_NAMES = 100_000


@dataclass(frozen=True, slots=True)
class YoloLayout:
    """Class ``names`` by number, the numbers a line has for key points, and the lists of pictures by split."""

    names: tuple[str, ...] = ()
    keypoints: int = 0
    table: dict[str, Any] = field(default_factory=dict)
    path: Path | None = None


def read_yaml(path: Path, notes: Notes) -> YoloLayout:
    """Return the layout of a data.yaml. Raises `BadFile` for another table, with the line for anything but YAML."""
    data = read_bytes(path)
    if len(data) > LARGEST_YAML:
        raise BadFile(path, f"has {len(data):,} bytes, over the limit of {LARGEST_YAML:,} for a table of names")
    try:
        table = yaml.safe_load(decode_noted(data, path, notes))
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, " ".join(str(error.problem or error.context or error).split())
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark is not None else ""
        raise BadFile(path, f"not YAML that can be read: {place}{problem[:200]}") from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError) as error:
        raise BadFile(path, f"not YAML that can be read: {' '.join(str(error).split())[:200]}") from error
    if not isinstance(table, dict):
        raise BadFile(path, "wanted a table with names and train, val or test")
    names = _names(table.get("names"), path)
    count = table.get("nc")
    if isinstance(count, int) and 0 <= count < 10**9 and names and count != len(names):
        notes.warn("nc differs", f"{path}: nc is {count}, but there are {len(names)} names")
    shape = table.get("kpt_shape")
    points = shape[0] * shape[1] if isinstance(shape, list) and _is_shape(shape) else 0
    return YoloLayout(names=names, keypoints=points, table=table, path=path)


def _is_shape(shape: list[Any]) -> bool:
    return len(shape) == 2 and all(isinstance(n, int) and 0 < n < 1000 for n in shape)


def _names(names: Any, path: Path) -> tuple[str, ...]:
    """Return class names by number from a list or a table; a number missing between others is "class 3"."""
    if names is None:
        return ()
    if isinstance(names, dict):
        numbered = {_class_number(key): name for key, name in names.items()}
        if None in numbered:
            raise BadFile(path, f"names: wanted whole numbers from 0 to {MOST_NAMES - 1} for keys")
        names = [
            numbered.get(number) for number in range(max((key for key in numbered if key is not None), default=-1) + 1)
        ]
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list) or not all(isinstance(name, str | int | float | None) for name in names):
        raise BadFile(path, "names: wanted texts")
    names = [f"class {number}" if name is None else name for number, name in enumerate(names)]
    try:
        return tuple(clean(str(name)) for name in names)
    except ValueError as error:  # a number of thousands of digits
        raise BadFile(path, "names: wanted texts") from error


def _class_number(key: Any) -> int | None:
    """Return the number of a key of names, also in quotes, as Ultralytics accepts; None for another key."""
    if isinstance(key, str) and key.isdecimal() and len(key) < 7:
        key = int(key)
    return key if isinstance(key, int) and not isinstance(key, bool) and 0 <= key < MOST_NAMES else None


def read_names(path: Path, notes: Notes) -> tuple[str, ...]:
    """Return the classes of a text with a name a line; a blank line between names keeps its number."""
    lines = [clean(line.strip()) for line in read_text(path, notes).splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(line or f"class {number}" for number, line in enumerate(lines))


def names_beside(files: Iterable[Path], notes: Notes) -> tuple[str, ...]:
    """Return the classes of a text with a name a line; a blank line between names keeps its number."""
    for path in files:
        if is_names(path):
            try:
                return read_names(path, notes)
            except BadFile as error:
                notes.warn("names unreadable", str(error))
    return ()


def is_names(path: Path) -> bool:
    """Return whether a file is called as a list of class names is."""
    name = path.name.casefold()
    return name.endswith(".names") or (name.startswith("classes") and name.endswith(".txt"))


def folders_of(layout: YoloLayout, split: str | None, notes: Notes) -> list[Path]:
    """Return the picture folders and lists of a data.yaml under its own folder; foreign paths by their last parts."""
    assert layout.path is not None
    root, found = layout.path.parent.resolve(), list[Path]()
    base = layout.table.get("path")
    for key in SPLITS:
        entries = layout.table.get(key)
        if split is not None and not same_split(key, split):
            continue
        for entry in entries if isinstance(entries, list) else [entries]:
            if not isinstance(entry, str) or not entry:
                continue
            place = _inside(root, entry, base if isinstance(base, str) else "")
            if place is None:
                notes.warn("folder missing", f"{layout.path}: {key}: {entry[:200]!r} is not under {root}")
                continue
            if place != (root / entry).absolute():
                words = f"{layout.path}: {key}: {entry[:200]!r} is not here, {place.relative_to(root)} is taken"
                notes.warn("foreign path", words)
            if place not in found:
                found.append(place)
    return found


def _inside(root: Path, entry: str, base: str) -> Path | None:
    parts = [part for part in entry.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if not parts:
        return root
    # A data.yaml often travels with the paths of its author's disk. The last parts of such a path that exist here are
    # taken: /home/me/coco/images/train2017 becomes images/train2017, and nothing outside of the folder is opened.
    bases = [root] if Path(base).is_absolute() or "\0" in base else [root / base, root]
    for start in range(min(len(parts), 20)):
        for prefix in bases:
            try:
                place = prefix.joinpath(*parts[start:]).resolve()
                if place.is_relative_to(root) and (place.is_dir() or (place.suffix == ".txt" and place.is_file())):
                    return place
            except (OSError, ValueError, RuntimeError):
                continue
    return None


def pictures_of(places: Sequence[Path], finder: PictureFinder, notes: Notes) -> list[Path]:
    """Return the pictures in folders and in text lists; without places, all pictures.

    A missing picture of a list is noted.
    """
    if not places:
        return finder.all()
    listed = {path for place in places if place.suffix == ".txt" for path in _listed(place, finder, notes)}
    folders = [place for place in places if place.suffix != ".txt"]
    return [p for p in finder.all() if p in listed or any(p.is_relative_to(folder) for folder in folders)]


def _listed(place: Path, finder: PictureFinder, notes: Notes) -> list[Path]:
    try:
        lines = read_text(place, notes).splitlines()
    except BadFile as error:
        notes.warn("list unreadable", str(error))
        return []
    named = [(line, name) for line, name in enumerate(map(str.strip, lines), 1) if name.lower().endswith(SUFFIXES)]
    source = finder.place_of(place)
    pairs = pair([Wanted((name,), source) for _, name in named], Places(finder.paths, finder.links))
    for row, (line, name) in enumerate(named):
        note = pairs.notes.get(row)
        if pairs.at[row] >= 0 or note is None:
            continue
        if note.kind == AMBIGUOUS:
            notes.skip(AMBIGUOUS, place, line, note.words)
        else:
            notes.orphan(name, place, finder.trouble(name, place, note.words)[1], line)
    return [finder.root / finder.paths[at] for at in pairs.at if at >= 0]
