"""Where YOLO's class names are: data.yaml's names as they are written, and texts with a name a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.files import files_in
from rpn_inspector.data.datasets.support.text import clean, read_text
from rpn_inspector.data.pictures.images import SUFFIXES

if TYPE_CHECKING:
    import yaml  # while it runs where a node is: only a data.yaml has any

MOST_NAMES = 100_000
_CERTAIN = ("_darknet.labels", "predefined_classes.txt", "_classes.txt", "class_names.txt", "classnames.txt")
_PERHAPS = ("labels.txt", "label.txt", "names.txt", "class.txt", "label_list.txt", "categories.txt")
_NONE = ("", "~", "null")  # YAML's words for nothing


def names_of(node: yaml.Node | None, path: Path, notes: Notes) -> tuple[str, ...]:
    """Return the names of a data.yaml by number, from a list or a table; one missing between others is "class 3".

    Names are texts, as written: no and yes are not false and true, 010 is not 8, and a date is no date.
    """
    import yaml

    if node is None or (isinstance(node, yaml.ScalarNode) and _text(node) is None):
        return ()
    if isinstance(node, yaml.ScalarNode) and (listed := _list_near(path, str(node.value))) is not None:
        return read_names(listed, notes)
    if isinstance(node, yaml.MappingNode):
        numbered = {_class_number(key): _text(value, path) for key, value in node.value}
        if None in numbered:
            raise BadFile(path, f"names: wanted whole numbers from 0 to {MOST_NAMES - 1} for keys")
        last = max((key for key in numbered if key is not None), default=-1)
        names = [numbered.get(number) for number in range(last + 1)]
    else:
        names = [_text(each, path) for each in (node.value if isinstance(node, yaml.SequenceNode) else [node])]
    return tuple(f"class {number}" if name is None else clean(name).strip() for number, name in enumerate(names))


def _list_near(path: Path, name: str) -> Path | None:
    """Return the text beside a data.yaml whose name is there in place of the names, None for none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return (
        next((file for file in files_in(path.parent) if file.name == last and is_names(file)), None) if last else None
    )


def _text(node: yaml.Node, path: Path | None = None) -> str | None:
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        raise BadFile(path or "", Text("names: wanted texts"))
    return None if node.style is None and node.value in _NONE else str(node.value)


def _class_number(node: yaml.Node) -> int | None:
    """Return the number of a key of names, also in quotes, as Ultralytics accepts; None for another key."""
    import yaml

    text = node.value if isinstance(node, yaml.ScalarNode) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 and int(text) < MOST_NAMES else None


def read_names(path: Path, notes: Notes) -> tuple[str, ...]:
    """Return the classes of a text with a name a line; a blank line between names keeps its number."""
    lines = [clean(line.strip()) for line in read_text(path, notes).splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(line or f"class {number}" for number, line in enumerate(lines))


def names_beside(files: Sequence[Path], notes: Notes) -> tuple[str, ...]:
    """Return the classes of the first text with a name a line among ``files``: what an obj.data names goes before."""
    said = {name for path in files if path.suffix.lower() == ".data" for name in said_in(path, "names")}
    found = [path for path in files if path.name in said or is_names(path)]
    for path in sorted(found, key=lambda path: (path.name not in said, path.name.casefold() in _PERHAPS)):
        try:
            return read_names(path, notes)
        except BadFile as error:
            notes.warn("names unreadable", str(error))
    return ()


def said_in(path: Path, *keys: str) -> list[str]:
    """Return the file names that a Darknet obj.data says for ``keys``, such as names, train and valid."""
    try:
        pairs = [line.partition("=") for line in head_of(path).splitlines()]
    except BadFile:
        return []
    return [value.strip().replace("\\", "/").rpartition("/")[2] for key, _, value in pairs if key.strip() in keys]


def is_names(path: Path) -> bool:
    """Return whether a file is called as a list of class names is; of a name with other uses the content tells."""
    name = path.name.casefold()
    if name.endswith(".names") or name in _CERTAIN or (name.startswith("classes") and name.endswith(".txt")):
        return True
    return name in _PERHAPS and _lists_names(path)


def _lists_names(path: Path) -> bool:
    """Return whether every line is a short name: no row of numbers, and no picture's name."""
    try:
        lines = [line.strip() for line in head_of(path).splitlines()]
    except BadFile:
        return False
    lines = [line for line in lines if line]
    return bool(lines) and not any(_is_row(line) or line.lower().endswith(SUFFIXES) for line in lines)


def _is_row(line: str) -> bool:
    words = line.replace(",", " ").replace(";", " ").split()
    numbers = sum(word.lstrip("-").replace(".", "", 1).isdecimal() for word in words)
    return len(line) > 100 or numbers >= 3 or any(mark in line for mark in "{}<>")
