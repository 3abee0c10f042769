"""Plain text as evaluation scripts take ground truth: a file a picture, a line an object: class x1 y1 x2 y2 in px.

A class may have several words, as OIDv4's; "difficult", 1 or 0 may follow the box. With a number for class it is YOLO.
"""

from __future__ import annotations

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import TRIED, Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.picture_texts import texts_of_pictures
from rpn_inspector.data.datasets.support.text import is_number, number

_FLAGS = {"difficult": True, "1": True, "0": False}


def fields_of(line: str) -> tuple[str, Box, bool]:
    """Return class, corners and whether the object is difficult. Raises `ValueError` for another line."""
    words = line.split()
    flag = words[-1].casefold() if len(words) > 5 else ""
    # A 1 or 0 behind four numbers is a flag; behind three, it is the fourth corner.
    difficult = flag in _FLAGS and (flag == "difficult" or is_number(words[-5]))
    name, box = (words[:-5], words[-5:-1]) if difficult else (words[:-4], words[-4:])
    x1, y1, x2, y2 = map(number, box)
    if not name or any(map(is_number, name)):
        raise ValueError(f"found {line.strip()[:80]!r}, wanted class x1 y1 x2 y2")
    return " ".join(name), (x1, y1, x2, y2), difficult and _FLAGS[flag]


def looks_like(line: str) -> bool:
    """Return whether a line is a class and corners in px: no fractions, the second corner behind the first."""
    try:
        _, (x1, y1, x2, y2), _ = fields_of(line)
    except ValueError:
        return False
    return x1 < x2 and y1 < y2 and max(x2, y2) > 1


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for lines of which each is an object: a line of prose may end with four numbers."""
    lines = excerpt.lines[:TRIED]
    return likely(looks_like(excerpt.line) and sum(map(_has_form, lines)) > len(lines) / 2)


def _has_form(line: str) -> bool:
    """Return whether a line is a class and four numbers, of whatever size: a slip costs its own box alone."""
    try:
        return bool(fields_of(line))
    except ValueError:
        return False


def read(source: Source) -> Dataset:
    """Return the dataset of such files; an unusable line is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for record, path, line, content in texts_of_pictures(source, builder):
        try:
            label, box, difficult = fields_of(content)
        except ValueError:
            words = f"found {content.strip()[:80]!r}, wanted class x1 y1 x2 y2"
            builder.notes.skip("not a line of a box", path, line, words)
            continue
        kind = Kind.DIFFICULT if difficult else Kind.NORMAL
        builder.add_gt(record, box, label, path, line, kind, str(line))
    return builder.dataset(FORMAT.title, CORNERS, whole=source.whole)


FORMAT = Format(
    name="plain-text",
    title="plain text",
    covers="class x1 y1 x2 y2, OIDv4",
    content=" (class x1 y1 x2 y2)",
    suffixes=(".txt",),
    detect=detect,
    read=read,
    per_picture=(".txt",),
    grouping=Grouping.TOGETHER,
    aliases=("oidv4",),
)
