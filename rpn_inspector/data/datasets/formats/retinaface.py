"""RetinaFace's label.txt: "# name", then a row for each face: x y w h, five points x y flag, a score; no count."""

from __future__ import annotations

import math
from pathlib import Path

from rpn_inspector.data.datasets.dataset import SIDES, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.text import lines_of, number, read_text
from rpn_inspector.data.pictures.images import SUFFIXES

POINTS = 5
ROWS = (19, 20)  # numbers of a row, without and with the score
TOP = 50  # lines of a file among which the first face is looked for
NONE = -1.0  # a coordinate of a face without landmarks


def named(line: str) -> str | None:
    """Return the picture's name in a line that begins with "# ", None in another."""
    name = line[1:].strip() if line.startswith("#") else ""
    return name if name.lower().endswith(SUFFIXES) else None


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a name behind "# " on top, and below a row of a box and five points."""
    # the excerpt's own lines are without comments, which here name the pictures
    lines = [line for line in excerpt.text.splitlines()[:TOP] if line.strip()] if excerpt.at == 0 else []
    rows = [len(line.split()) for line in lines if named(line) is None]
    first = bool(lines and rows) and named(lines[0]) is not None and rows[0] in ROWS
    return Evidence.CERTAIN if first else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of such files; points at -1 are no landmarks."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        record: Record | None = None
        for line, text in enumerate(lines_of(read_text(path, builder.notes)), 1):
            if not text.strip():
                continue
            name = named(text)
            if name is not None:
                record = builder.picture(name, path, line)
            elif record is None:
                builder.notes.skip("no picture named", path, line, f"found {text[:80]!r} before any picture's name")
            else:
                _row(text, record, path, line, builder)
    return builder.dataset(FORMAT.title, SIDES)


def _row(text: str, record: Record, path: Path, line: int, builder: DatasetBuilder) -> None:
    words = text.split()
    try:
        values = [number(word) for word in words]
    except ValueError:
        values = []
    if len(values) not in ROWS:
        builder.notes.skip("not a face", path, line, f"wanted x y w h and five points, but found {text[:80]!r}")
        return
    x, y, width, height = values[:4]
    points = [(values[4 + 3 * k], values[5 + 3 * k]) for k in range(POINTS)]
    there = all(math.isfinite(edge) and edge != NONE for point in points for edge in point)
    flat = tuple(edge for point in points for edge in point) if there else ()
    box = (x, y, x + width, y + height)
    builder.add_gt(record, box, "face", path, line, id_=str(line), landmarks=flat)


FORMAT = Format(name="retinaface", title="RetinaFace", suffixes=(".txt",), detect=detect, read=read)
