"""DOTA labelTxt: one file a picture, four corners, class and difficulty a line; the enclosing boxes are taken."""

from __future__ import annotations

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder, enclosing
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.text import number, read_text

_HEADERS = ("imagesource:", "gsd:", "acquisition")


def looks_like(line: str) -> bool:
    """Return whether a line is DOTA's: a header, or eight numbers and a class other than a number."""
    if is_header(line):
        return True
    words = line.split()
    try:
        return (
            len(words) in (9, 10) and all(number(word) is not None for word in words[:8]) and not _is_number(words[8])
        )
    except ValueError:
        return False


def is_header(line: str) -> bool:
    """Return whether a line is a header about the picture."""
    return line.strip().lower().startswith(_HEADERS)


def _is_number(word: str) -> bool:
    try:
        number(word)
    except ValueError:
        return False
    return True


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for a line of DOTA; a line with a comma belongs to a table."""
    return likely("," not in excerpt.line and looks_like(excerpt.line))


def read(source: Source) -> Dataset:
    """Return the dataset of DOTA files; every enclosing box of a quadrilateral is counted in a note."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        try:
            text = read_text(path, builder.notes) if path.stat().st_size else ""
        except (BadFile, OSError) as error:
            builder.notes.skip("unreadable", path, 1, str(error))
            continue
        record = builder.own_picture([path.stem], path)
        for line, content in enumerate(text.splitlines(), 1):
            words = content.split()
            if not words or is_header(content):
                continue
            try:
                values = [number(word) for word in words[:8]]
                label, difficulty = words[8], words[9] if len(words) > 9 else "0"
            except (ValueError, IndexError):
                builder.notes.skip(
                    "not a DOTA line", path, line, f"wanted 8 numbers and a class, but found {content[:80]!r}"
                )
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
