"""DOTA labelTxt: one file a picture, four corners, class and difficulty a line; the enclosing boxes are taken."""

from __future__ import annotations

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.picture_texts import texts_of_pictures
from rpn_inspector.data.datasets.support.text import is_number, number

_HEADERS = ("imagesource:", "gsd:", "acquisition")


def looks_like(line: str) -> bool:
    """Return whether a line is DOTA's: a header, or eight numbers and a class other than a number."""
    if is_header(line):
        return True
    words = line.split()
    return len(words) in (9, 10) and all(map(is_number, words[:8])) and not is_number(words[8])


def is_header(line: str) -> bool:
    """Return whether a line is a header about the picture."""
    return line.strip().lower().startswith(_HEADERS)


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for a line of DOTA; a line with a comma belongs to a table."""
    return likely("," not in excerpt.line and looks_like(excerpt.line))


def read(source: Source) -> Dataset:
    """Return the dataset of DOTA files; every enclosing box of a quadrilateral is counted in a note."""
    builder = DatasetBuilder(source.finder())
    for record, path, line, content in texts_of_pictures(source, builder):
        words = content.split()
        if is_header(content):
            continue
        try:
            values = [number(word) for word in words[:8]]
            label, difficulty = words[8], words[9] if len(words) > 9 else "0"
        except (ValueError, IndexError):
            wanted = f"wanted 8 numbers and a class, but found {content[:80]!r}"
            builder.notes.skip("not a DOTA line", path, line, wanted)
            continue
        box = enclosing(list(zip(values[0::2], values[1::2], strict=True)))
        builder.notes.warn("box from quadrilateral", f"{path}:{line}: the quadrilateral's enclosing box is taken")
        kind = Kind.NORMAL if difficulty == "0" else Kind.DIFFICULT
        attributes = {"difficulty": difficulty} if len(words) > 9 else {}
        builder.add_gt(record, box, label, path, line, kind, str(line), attributes=attributes)
    return builder.dataset(FORMAT.title, whole=source.whole)


FORMAT = Format(
    name="dota",
    title="DOTA",
    suffixes=(".txt",),
    detect=detect,
    read=read,
    per_picture=(".txt",),
    grouping=Grouping.TOGETHER,
)
