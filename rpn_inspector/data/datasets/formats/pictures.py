"""Plain pictures as a dataset without ground truth: a folder of them, or some."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.splits import in_split
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source


def detect(_: Excerpt) -> Evidence:
    """Return no evidence: a folder is opened as pictures where nothing else is found, or where asked for."""
    return Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the pictures under a folder, of one split where asked for. Raises `BadFile` for none."""
    finder, split = source.finder(), source.options.split
    found = finder.all()
    if split is not None:
        found = [path for path in found if in_split(path, split, finder.root)]
    if not found:
        raise BadFile(source.root, "holds no pictures" + (f" of split {split!r}" if split else ""))
    return of_files(finder.root, found)


def of_files(root: Path, files: Sequence[Path]) -> Dataset:
    """Return the dataset of picture ``files``, named by their paths from ``root``."""
    records = [Record(path.relative_to(root).as_posix(), path, source=path) for path in files]
    return Dataset(root, FORMAT.title, records, (), Notes())


FORMAT = Format(name="pictures", title="pictures", suffixes=(), detect=detect, read=read, rank=99)
