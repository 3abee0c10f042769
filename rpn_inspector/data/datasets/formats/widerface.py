"""WIDER FACE text: a picture's name, a count, then so many rows x y w h and six attributes; one file for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.text import lines_of, number, read_text
from rpn_inspector.data.pictures.images import SUFFIXES

ATTRIBUTES = ("blur", "expression", "illumination", "invalid", "occlusion", "pose")  # after the box
ROWS = (4, 10)  # numbers of a row
INVALID = 7  # the column that says an annotator could not tell


def is_name(line: str) -> bool:
    """Return whether a line names a picture."""
    return line.strip().lower().endswith(SUFFIXES)


def looks_like(lines: Sequence[str]) -> bool:
    """Return whether the first lines are a picture's name and a count, or a row of numbers with the count missing."""
    words = lines[1].split() if len(lines) >= 2 and is_name(lines[0]) else []
    return len(words) in (1, *ROWS) and all(word.lstrip("-").isdecimal() and len(word) < 7 for word in words)


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a picture's name on top, with a count or a row of numbers below."""
    return Evidence.CERTAIN if excerpt.at == 0 and looks_like(excerpt.lines) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of WIDER FACE files; faces marked invalid are to be ignored."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        _read(path, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _read(path: Path, builder: DatasetBuilder) -> None:
    record: Record | None = None
    wanted: int | None = None  # rows still to come; None before the count
    name_line = 0
    for line, text in enumerate(lines_of(read_text(path, builder.notes)), 1):
        if not text.strip():
            continue
        if is_name(text):
            _note_missing_rows(wanted, path, name_line, builder)
            record, wanted, name_line = builder.picture(text.strip(), path, line), None, line
        elif record is None:
            builder.notes.skip("no picture named", path, line, f"found {text[:80]!r} before any picture's name")
        elif wanted is None:
            count = text.strip()
            if not count.isdecimal() or len(count) > 6:
                builder.notes.skip("no count", path, line, f"wanted the number of faces, but found {text[:80]!r}")
                record = None
                continue
            wanted = int(count)
        elif wanted == 0:
            # The set itself writes a count of 0, and then one row all the same.
            if any(word != "0" for word in text.split()):  # an empty picture has one row of zeros
                builder.notes.skip("row too many", path, line, f"the count is used up, but found {text[:80]!r}")
        else:
            wanted -= 1
            _row(text, record, path, line, builder)
    _note_missing_rows(wanted, path, name_line, builder)


def _note_missing_rows(wanted: int | None, path: Path, line: int, builder: DatasetBuilder) -> None:
    if wanted:
        builder.notes.warn("rows missing", f"{path}:{line}: {wanted} of the counted rows are not there")


def _row(text: str, record: Record, path: Path, line: int, builder: DatasetBuilder) -> None:
    words = text.split()
    try:
        x, y, width, height = (number(word) for word in words[:4])
    except ValueError:
        builder.notes.skip("not four numbers", path, line, f"wanted x y w h, but found {text[:80]!r}")
        return
    kind = Kind.IGNORED if len(words) > INVALID and words[INVALID] == "1" else Kind.NORMAL
    attributes = dict(zip(ATTRIBUTES, words[4:], strict=False))
    box = (x, y, x + width, y + height)
    builder.add_gt(record, box, "face", path, line, kind, str(line), attributes=attributes)


FORMAT = Format(name="widerface", title="WIDER FACE", suffixes=(".txt",), detect=detect, read=read)
