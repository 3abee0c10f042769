"""Text files of which each is of one picture, called as the picture is: KITTI's, DOTA's, VisDrone's, plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Record
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.format import Source
from rpn_inspector.data.datasets.support.text import lines_of, read_text


class TextLine(NamedTuple):
    """A line of a picture's text: the record of the picture, file and line number (from 1) for notes, and the words."""

    record: Record
    path: Path
    line: int
    text: str


def texts_of_pictures(source: Source, builder: DatasetBuilder) -> Iterator[TextLine]:
    """Yield the lines of every file but blank ones; each file makes a record of its name, an empty one too.

    An unreadable file is skipped and counted.
    """
    for path in source.counted():
        try:
            text = read_text(path, builder.notes, empty=True)
        except BadFile as error:
            builder.notes.skip("unreadable", path, 1, str(error))
            continue
        record = builder.own_picture([path.stem], path)
        for line, content in enumerate(lines_of(text), 1):
            if content.strip():
                yield TextLine(record, path, line, content)
