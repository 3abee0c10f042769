"""YOLO: labels and pictures with a data.yaml, in folders alone, or a few label files; Darknet's lists and names too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.formats.yolo.class_names import is_names
from rpn_inspector.data.datasets.formats.yolo.open_yolo import read_folder, read_labels, read_table
from rpn_inspector.data.datasets.formats.yolo.yolo import looks_like
from rpn_inspector.data.datasets.formats.yolo.yolo_layout import NOT_LABELS
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.excerpt import TRIED, Excerpt
from rpn_inspector.data.datasets.support.files import files_under
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source, likely
from rpn_inspector.data.datasets.support.picture_lines import is_boxes_after_name

_TABLES = (".yaml", ".yml")
_ENDINGS = (".txt", ".names", ".labels", ".data")  # of lists of names and of pictures
_TABLE = re.compile(r"^(train|val|valid|test|path|nc)\s*:", re.MULTILINE)
_NAMES = re.compile(r"^names\s*:", re.MULTILINE)


def detect(excerpt: Excerpt) -> Evidence:
    """Return the evidence of a table of names, or of a line of numbers; an empty text may stand for no object."""
    if excerpt.suffix in _TABLES:
        named = excerpt.path.stem.casefold() in ("data", "dataset") or _TABLE.search(excerpt.text)
        return likely(bool(named and _NAMES.search(excerpt.text)))
    if looks_like(excerpt.line):
        return Evidence.LIKELY
    by_place = not excerpt.text.strip() or excerpt.path.parent.name == "labels"
    return Evidence.POSSIBLE if by_place else Evidence.NONE


def is_companion(path: Path) -> bool:
    """Return whether a file lists class names or pictures, by its name."""
    name = path.name.casefold()
    if not name.endswith(_ENDINGS):
        return False
    if name in NOT_LABELS:
        return not _has_boxes(path)
    return is_names(path) or path.suffix.lower() == ".data"


def _has_boxes(path: Path) -> bool:
    """Return whether a list of pictures has boxes behind the names: another format's, which has such names too."""
    try:
        lines = head_of(path, 1 << 12).splitlines()[:TRIED]
    except BadFile:
        return False
    return any(map(is_boxes_after_name, lines))


def read(source: Source) -> Dataset:
    """Return the dataset of a data.yaml, of a folder, of its list of names, or of label files alone."""
    first, options = source.files[0], source.options
    if first.suffix.lower() in _TABLES:
        return read_table(first, options, source.under if source.folder == first.parent else None)
    if is_companion(first):
        return read_folder(first.parent, files_under(first.parent), options, names=first)
    if source.folder is None:
        return read_labels(source.files, source.root, options)
    return read_folder(source.folder, source.under, options, labels=source.files)


def main(files: Sequence[Path]) -> Sequence[Path]:
    """Return the data.yaml nearest to the top where there is one, else all ``files``."""
    named = [path for path in files if path.suffix in _TABLES and path.stem in ("data", "dataset")]
    top = min((len(path.parts) for path in named), default=0)
    return [path for path in named if len(path.parts) == top] or files


FORMAT = Format(
    name="yolo",
    title="YOLO",
    suffixes=(".txt", ".yaml", ".yml"),
    detect=detect,
    read=read,
    rank=3,
    covers="Darknet, Ultralytics, Roboflow",
    content=" (class cx cy w h)",
    aliases=("darknet", "ultralytics", "roboflow"),
    per_picture=(".txt",),
    grouping=Grouping.TOGETHER,
    is_companion=is_companion,
    owns=lambda path: path.name == "notes.json" and (path.parent / "classes.txt").is_file(),  # Label Studio's export
    main=main,
)
