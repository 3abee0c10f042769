"""``Format``: a dataset format as a value: names, the evidence in a file, and the reader.

Every module or package of ``formats`` declares a ``FORMAT``; ``format_registry`` finds them all there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from pathlib import Path

from rpn_inspector.data.datasets.dataset import Dataset, PictureFinder
from rpn_inspector.data.datasets.options import ReadOptions
from rpn_inspector.data.datasets.support.excerpt import Excerpt


class Evidence(IntEnum):
    """How strongly an excerpt of a file speaks for a format; the strongest evidence of all formats decides."""

    NONE = 0
    POSSIBLE = 1  # the name alone: a file opened by itself is read, and the reader says what is wrong
    DETECTIONS = 2  # a detector's boxes in the form of the format, to be opened as predictions
    LIKELY = 3
    CERTAIN = 4  # what no other format has


def likely(found: bool) -> Evidence:
    """Return `Evidence.LIKELY` or none."""
    return Evidence.LIKELY if found else Evidence.NONE


class Grouping(Enum):
    """How several annotation files of one format in a folder make datasets."""

    TOGETHER = "together"  # one dataset
    SAME_NAME = "same name"  # one dataset where all have one name, as train/_annotations.csv and valid/_annotations.csv
    APART = "apart"  # each file is a dataset


@dataclass(frozen=True, slots=True)
class Source:
    """The input of a reader: annotation ``files``, with pictures under ``root`` unless the options name another folder.

    ``folder`` is the opened folder and ``under`` every file below; None and () for files alone. ``wanted`` lists the
    formats with files of this suffix, for an error.
    """

    files: Sequence[Path]
    root: Path
    options: ReadOptions = field(default_factory=ReadOptions)
    folder: Path | None = None
    under: Sequence[Path] = ()
    wanted: str = ""

    @property
    def whole(self) -> bool:
        """Whether all annotations were asked for, not a split or a single file, so that every picture has one."""
        return self.options.split is None and (self.folder is not None or len(self.files) > 1)

    def finder(self) -> PictureFinder:
        """Return the finder of the pictures."""
        return self.options.finder(self.root)

    def counted(self) -> Sequence[Path]:
        """Return the files, with progress reported during iteration."""
        return self.options.counted(self.files)


def never(_: Path) -> bool:
    """Return that a file is none of a format's companions."""
    return False


def _all(files: Sequence[Path]) -> Sequence[Path]:
    return files


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One dataset format: ``name`` as an option's value, ``title`` in words, ``suffixes`` of its annotation files.

    Args:
        name: lower case, one word; also the value of ``--format``.
        title: the format's own spelling of its name.
        suffixes: lower case, with dot; none for plain pictures.
        detect: the evidence in an excerpt of a file with one of the suffixes.
        read: the dataset of a source.
        rank: place in lists, the best known first; equal ranks by title.
        covers: variants and other names, for lists with room: "Darknet, Ultralytics, Roboflow".
        content: what a file holds, to follow the title in an error: " (class cx cy w h)".
        aliases: other values of ``--format``.
        per_picture: the suffixes with one annotation file a picture.
        grouping: how several files in a folder belong together.
        together: whether several files are one dataset where they usually stand apart: one for each picture.
        sharded: the first suffix may stand inside a name, as in a.tfrecord-00001-of-00010.
        is_companion: whether a file belongs to a dataset of the format, without boxes of its own: a list of names. Its
            suffix is one of ``suffixes``, or of no format.
        owns: whether a file without boxes is usual beside a dataset of the format: calibrations, a map of classes.
        without_boxes: what a file in the form of the format holds in place of boxes, "" for none: "captions".
        main: the files meant among several, where the others accompany them.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    detect: Callable[[Excerpt], Evidence]
    read: Callable[[Source], Dataset]
    rank: int = 50
    covers: str = ""
    content: str = ""
    aliases: tuple[str, ...] = ()
    per_picture: tuple[str, ...] = ()
    grouping: Grouping = Grouping.SAME_NAME
    together: Callable[[Sequence[Path]], bool] = lambda _: False
    sharded: bool = False
    is_companion: Callable[[Path], bool] = never
    owns: Callable[[Path], bool] = lambda _: False
    without_boxes: Callable[[Excerpt], str] = lambda _: ""
    main: Callable[[Sequence[Path]], Sequence[Path]] = _all
