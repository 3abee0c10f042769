"""keras-yolo3 text: a picture a line, its name and boxes x1,y1,x2,y2,class in px, a blank between two boxes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Notes
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.picture_lines import is_boxes_after_name, split_name
from rpn_inspector.data.datasets.support.text import clean, lines_of, number, read_text

_NAMES = ("_classes.txt", "classes.txt", "obj.names")


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a picture's name with boxes behind."""
    return Evidence.CERTAIN if is_boxes_after_name(excerpt.line) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of such texts; an unusable line or box is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        names = _names(path, builder.notes)
        for name in names:
            builder.label(name, path, 1)
        for line, text in enumerate(lines_of(read_text(path, builder.notes)), 1):
            if text.strip() and not text.lstrip().startswith("#"):
                _picture(text, names, path, line, builder)
    return builder.dataset(FORMAT.title, CORNERS)


def _names(path: Path, notes: Notes) -> Sequence[str]:
    """Return the classes of a text of names beside, a name a line; empty without."""
    for beside in (path.parent / name for name in _NAMES):
        if beside.is_file() and beside.resolve().is_relative_to(path.parent.resolve()):
            try:
                return [clean(line.strip()) for line in read_text(beside, notes).rstrip().splitlines()]
            except BadFile as error:
                notes.warn("names unreadable", str(error))
    return ()


def _picture(text: str, names: Sequence[str], path: Path, line: int, builder: DatasetBuilder) -> None:
    named = split_name(text)
    if named is None:
        words = f"found {text.strip()[:80]!r}, wanted a picture's name and boxes x1,y1,x2,y2,class"
        builder.notes.skip("no picture named", path, line, words)
        return
    record = builder.picture(named[0], path, line)
    for at, written in enumerate(named[1].split()):
        place = f"{line}: box {at}"
        *corners, class_ = written.split(",")
        try:
            x1, y1, x2, y2 = map(number, corners)
        except ValueError:
            builder.notes.skip("not a box", path, place, f"found {written[:80]!r}, wanted x1,y1,x2,y2,class")
            continue
        builder.add_gt(record, (x1, y1, x2, y2), _label(class_, names), path, place)


def _label(written: str, names: Sequence[str]) -> str:
    """Return a class's name by its number, or what is written where there is none."""
    if written.isascii() and written.isdecimal() and len(written) < 7 and names:
        number_ = int(written)
        return names[number_] if number_ < len(names) else f"class {number_}"
    return written


FORMAT = Format(
    name="keras-yolo",
    title="keras-yolo3",
    suffixes=(".txt",),
    detect=detect,
    read=read,
    content=" (picture x1,y1,x2,y2,class ...)",
    aliases=("keras-yolo3",),
    is_companion=lambda path: path.name.casefold() == _NAMES[0],
)
