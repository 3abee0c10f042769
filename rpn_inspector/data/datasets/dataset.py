"""``Dataset``: pictures with their ground truths, in the same form for every format."""

from __future__ import annotations

import contextlib
import itertools
import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadFile, BadRecord, Cancelled, InspectorError, MissingPictures
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.sample import NO_ATTRIBUTES, Attributes, Kind, Sample
from rpn_inspector.core.showable import Showable
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.datasets.near_names import near_names
from rpn_inspector.data.datasets.sized_samples import sized_samples
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.pictures.finder import PictureFinder
from rpn_inspector.data.pictures.images import read_size, turned_size

__all__ = ["Cancelled", "Dataset", "DatasetWarning", "LeftOut", "Notes", "PictureFinder", "Progress", "Record"]

Progress = Callable[[int, int], "bool | None"]
CORNERS, SIDES, CENTRE = "corners", "sides", "centre"
KEPT_SAMPLES = 1024
MOST_EXAMPLES = 5  # of each kind of oddity, in words
MOST_LEFT_OUT = 100_000  # boxes of a picture that are kept though left out; all are counted
MOST_TRIED = 100  # pictures looked at for the first to be shown
NO_PICTURE, AMBIGUOUS_NAME = "Picture missing", "Ambiguous name"
EMPTY_LABELS = "empty label file"  # of a picture without boxes, and no fault
UNREAD = "no ground truth"  # the kind of warning about files beside plain pictures
LARGEST_FRACTION = 1e9  # of a picture's side: what times the side is a number still
LARGEST_CANVAS = 30_000  # px a side, of a picture that is not there and whose size only its boxes tell


@dataclass(frozen=True, slots=True)
class DatasetWarning:
    """A kind of oddity, with ``count`` places, the first few of them in words."""

    kind: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A box x1, y1, x2, y2 left out for its zero or negative size; ``place`` is file and place."""

    box: tuple[float, float, float, float]
    place: str


@dataclass(slots=True)
class Record:
    """One picture during the reading: boxes in original px, or in fractions of the picture where ``relative``.

    ``left_out`` are the boxes without a usable size; see `Notes.check`. ``ambiguity`` says which of several files may
    be its picture, none of which is taken, "" elsewhere; ``extent`` is the size (h, w) px around its boxes left out.
    """

    name: str
    path: Path | None = None
    declared: tuple[int, int] | None = None
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    image_id: str = ""
    relative: bool = False
    source: Path | None = None
    embedded: Embedded | None = None
    attributes: list[Attributes] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    ambiguity: str = ""
    extent: tuple[int, int] | None = None
    landmarks: dict[int, tuple[float, ...]] = field(default_factory=dict)

    def add(
        self,
        box: tuple[float, float, float, float],
        label: int,
        kind: Kind = Kind.NORMAL,
        id_: str = "",
        attributes: Attributes = NO_ATTRIBUTES,
        landmarks: tuple[float, ...] = (),
    ) -> None:
        """Add one ground truth.

        Args:
            box: x1, y1, x2, y2 in original px, or in fractions of the picture where ``relative``.
            label: index among the dataset's classes.
            kind: normal, crowd, difficult or ignored.
            id_: the annotation's own id, empty for none.
            attributes: the other words of the annotation, as written.
            landmarks: x and y of each point, original px; empty for none.
        """
        if landmarks:
            self.landmarks[len(self.boxes)] = landmarks
        self.boxes.append(box)
        self.labels.append(label)
        self.kinds.append(kind)
        self.ids.append(id_)
        self.attributes.append(attributes)

    def clear(self) -> None:
        """Leave out every ground truth."""
        self.extent = _extent(self)
        for each in (self.boxes, self.labels, self.kinds, self.ids, self.attributes, self.left_out, self.landmarks):
            each.clear()


class KeptNotes(NamedTuple):
    """The notes of a reading by kind: how many were left out, how many there were, and the first of them in words."""

    skipped: dict[str, int]
    counts: dict[str, int]
    examples: dict[str, list[str]]


class Notes:
    """The oddities of a reading, counted by kind; ``skipped`` counts the records left out.

    ``orphans`` are names of missing pictures, each with the annotation file.
    """

    def __init__(self) -> None:
        self.skipped: dict[str, int] = {}
        self.orphans: list[tuple[str, Path]] = []
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[str]] = {}

    @classmethod
    def of_kept(cls, kept: KeptNotes, orphans: Sequence[tuple[str, Path]]) -> Notes:
        """Return the notes of an earlier reading."""
        notes = cls()
        notes.skipped, notes._counts, notes._examples = kept.skipped, kept.counts, kept.examples
        notes.orphans = [*orphans]
        return notes

    def kept(self) -> KeptNotes:
        """Return what `of_kept` takes beside the orphans."""
        return KeptNotes(self.skipped, self._counts, self._examples)

    def skip(self, kind: str, path: Path, place: int | str, problem: str | Callable[[], str]) -> None:
        """Count one record as left out; a ``problem`` that is a function is worded for the first few alone."""
        self.skipped[kind] = self.skipped.get(kind, 0) + 1
        if self._is_told(kind):  # a file may have millions of them
            self._counts[kind] += 1
        else:
            self.warn(kind, str(BadRecord(path, place, problem if isinstance(problem, str) else problem())))

    def _is_told(self, kind: str) -> bool:
        """Return whether no further example of a kind is kept."""
        return len(self._examples.get(kind, ())) >= MOST_EXAMPLES

    def orphan(self, name: str, path: Path, problem: str, place: int | str = 1) -> None:
        """Count a record of ``path`` as left out, since its picture ``name`` is missing."""
        self.orphans.append((name, path))
        self.skip("picture missing", path, place, problem)

    def warn(self, kind: str, example: str) -> None:
        """Count one oddity of a record read all the same."""
        if self._is_told(kind):
            self._counts[kind] += 1
        else:
            self.many(kind, 1, [example])

    def many(self, kind: str, count: int, examples: Sequence[str]) -> None:
        """Count ``count`` oddities of one kind, with the first few as ``examples``."""
        self._counts[kind] = self._counts.get(kind, 0) + count
        kept = self._examples.setdefault(kind, [])
        kept += [one_line(example) for example in examples[: max(0, MOST_EXAMPLES - len(kept))]]

    def warnings(self) -> tuple[DatasetWarning, ...]:
        """Return everything noted, in the order of first occurrence."""
        return tuple(DatasetWarning(k, n, tuple(self._examples[k])) for k, n in self._counts.items())

    def check(
        self,
        box: tuple[float, float, float, float],
        record: Record,
        path: Path,
        place: int | str,
        *,
        keep_zero: bool = False,
    ) -> bool:
        """Return whether a box x1, y1, x2, y2 of ``record`` can be used, with a note for an odd or unusable box.

        One law for every format: a box without width or height has no target (the logarithm of the size is infinite),
        and the meaning of a box with its end before its start is unknown. Both are left out, counted, and kept with
        their picture in ``record.left_out``.

        Args:
            box: x1, y1, x2, y2 as written, in px or fractions.
            record: the picture of the box.
            path: the annotation file.
            place: line, id or number of the record in ``path``.
            keep_zero: for a format of inclusive pixels, where a box of one pixel has x1 = x2: a zero size is kept as
                written, and noted.
        """
        x1, y1, x2, y2 = box
        if record.relative and not all(-LARGEST_FRACTION < edge < LARGEST_FRACTION for edge in box):
            self.skip("not finite", path, place, f"box {box} is no fraction of a picture")
            return False
        if -math.inf < x1 < x2 < math.inf and -math.inf < y1 < y2 < math.inf:
            return True
        if not all(map(math.isfinite, box)):
            self.skip("not finite", path, place, f"box {box} holds a number that is not finite")
            return False
        kind, words = "zero size", "has no width or no height"
        if x2 < x1 or y2 < y1:
            kind, words = "negative size", "ends before it starts, wanted x1 <= x2 and y1 <= y2"
        elif keep_zero:
            self.warn(kind, f"{path}:{place}: box {box} {words}; training may refuse it")
            return True
        self.skip(kind, path, place, "" if self._is_told(kind) else f"box {box} {words}")
        if len(record.left_out) < MOST_LEFT_OUT:
            record.left_out.append(LeftOut(box, f"{path}:{place}"))
        return False


class Dataset(Showable):
    """Samples in order; a picture's header is read with the first access to its sample, pixels never.

    ``remark`` is a line shown with every picture, "" for none. ``results`` is a detector's file of boxes beside
    pictures without ground truth, None without. ``written`` says how the file writes a box, in any unit: `CORNERS` x1,
    y1, x2, y2, `SIDES` x1, y1 and size, `CENTRE` centre and size, "" for other or mixed forms.
    """

    def __init__(
        self,
        root: Path,
        format_: str,
        records: Sequence[Record],
        classes: tuple[str, ...],
        notes: Notes,
        written: str = "",
    ) -> None:
        self.root = root
        self.home = root  # which it is called by: where its pictures were located elsewhere, the annotations' folder
        self.format = format_
        self.written = written
        self.remark = ""  # what to know of it before all else, in one line
        self.opened: tuple[Path, ...] = ()  # what the user named: folders and files
        self.files: tuple[Path, ...] = ()  # the annotation files that were read, as far as the reader tells
        self.results: Path | None = None  # a detector's boxes found beside pictures that have no ground truth
        self.unread: tuple[str, ...] = ()  # files like annotations beside it that were not read, in words
        self.turned = False  # whether boxes belong to the pictures as EXIF turns them, instead of as stored
        self._classes = classes
        self._names: tuple[str, ...] | None = None
        self._records = records
        self._notes = notes
        self._samples: dict[int, Sample] = {}
        self._first_sizes: dict[int, tuple[int, int]] = {}  # h, w px, of those renewed since
        self._by_name: dict[str, int] | None = None
        self._compared: set[int] = set()
        self._missing: int | None = None
        self._ambiguous: int | None = None

    @property
    def sources(self) -> tuple[Path, ...]:
        """Return the folders and files that the dataset is read from, and that nothing is written over or into."""
        return (self.root, *self.opened, *self.files)

    def __len__(self) -> int:
        """Return the number of pictures."""
        return len(self._records)

    def __iter__(self) -> Iterator[Sample]:
        """Return an iterator over the samples in order, without pictures of no known size; see `sized_samples`."""
        return sized_samples(self.__getitem__, len(self))

    def __getitem__(self, index: int | str) -> Sample:
        """Return one sample, by number or by the picture's name as `find` takes it.

        Raises `BadFile` where neither picture nor annotation has a size, `IndexError` or `InspectorError` for a number
        or a name that is not there.
        """
        if isinstance(index, str):
            index = self.find(index)
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"image {index}: wanted 0 to {len(self) - 1}")
        if index not in self._samples:
            # The oldest goes first: a user who walks through the pictures comes back to the last few.
            while len(self._samples) >= KEPT_SAMPLES:
                self._samples.pop(next(iter(self._samples)), None)
            self._samples[index] = self._read(index)
        return self._samples[index]

    def renew(self, index: int) -> Sample:
        """Return one sample with its picture's present size, where the file has changed since the first access."""
        before = self._samples.pop(index, None)
        if before is not None:
            self._first_sizes.setdefault(index, before.size)
        return self[index]

    def first_size(self, index: int) -> tuple[int, int]:
        """Return the size (h, w) px that one sample had at first, whatever its file has now; raises as ``[index]``."""
        return self._first_sizes.get(index) or self[index].size

    def read(self, index: int) -> Sample:
        """Return one sample without keeping the sample, for a pass over the dataset in another thread."""
        return self._read(index)

    @property
    def complete(self) -> bool:
        """Return whether the reading is complete, so that no access waits."""
        return True

    def wait(self, timeout: float | None = None) -> None:
        """Wait for the end of the reading; see `complete`."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names."""
        if self._names is None:
            self._names = tuple(record.name for record in self._records)
        return self._names

    @property
    def image_ids(self) -> tuple[str, ...]:
        """Return the pictures' ids as written, "" where there is none."""
        return tuple(record.image_id for record in self._records)

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the classes' names."""
        return self._classes

    @property
    def class_ids(self) -> tuple[str, ...]:
        """Return the classes' ids as written, () where the format has names alone."""
        return ()

    @property
    def skipped(self) -> dict[str, int]:
        """Return how many records of each kind were left out."""
        return dict(self._notes.skipped)

    @property
    def orphans(self) -> tuple[tuple[str, Path], ...]:
        """Return the names of missing pictures, each with its annotation file."""
        return tuple(self._notes.orphans)

    @property
    def warnings(self) -> tuple[DatasetWarning, ...]:
        """Return what was odd so far; sizes are compared when a sample is first asked for."""
        return self._notes.warnings()

    @property
    def unread_told(self) -> tuple[str, ...]:
        """Return of `unread` what an opening tells: nothing where one annotation file was asked for by its name."""
        alone = bool(self.files and self.opened) and self.opened[0].is_file()
        return () if alone else self.unread

    def tell(self, kind: str, words: str) -> None:
        """Add an oddity of the opened folder to `warnings`."""
        self._notes.warn(kind, words)

    @property
    def gt_total(self) -> int:
        """Return the number of ground truths in all pictures."""
        return sum(len(record.boxes) for record in self._records)

    @property
    def truths(self) -> int:
        """Return `gt_total`, by the name of version 0.1.0."""
        return self.gt_total

    def count(self, index: int) -> int:
        """Return the number of ground truths of one picture; the picture is not read."""
        return len(self._records[index].boxes)

    def record(self, index: int) -> Record:
        """Return one picture as annotated; the picture is not read."""
        return self._records[index]

    def image_path(self, index: int) -> Path | None:
        """Return the picture's path, None for a picture not found."""
        record = self._records[index]
        if record.path is None and record.embedded is not None:
            try:
                record.path = record.embedded.unpack()
            except BadFile as error:
                self._notes.warn("embedded picture", str(error))
            record.embedded = None
        return record.path

    def file_of(self, index: int) -> Path | None:
        """Return the picture's file as it lies on the disk, None where there is none: nothing is unpacked."""
        return self._records[index].path

    def is_missing(self, index: int) -> bool:
        """Return whether a picture was not found."""
        record = self._records[index]
        return record.path is None and record.embedded is None

    @property
    def notes(self) -> Notes:
        """Return the oddities so far."""
        return self._notes

    @property
    def missing(self) -> int:
        """Return how many pictures were not found; of `orphans` the annotations are left out as well."""
        if self._missing is None:
            self._missing = sum(map(self.is_missing, range(len(self)))) + len(self.orphans)
        return self._missing

    def ambiguity(self, index: int) -> str:
        """Return in words the files that may equally be a record's, none of which is taken; "" elsewhere."""
        return self._records[index].ambiguity

    @property
    def ambiguous(self) -> int:
        """Return how many of the `missing` pictures bear a name that several files have."""
        if self._ambiguous is None:
            self._ambiguous = sum(1 for index in range(len(self)) if self.is_missing(index) and self.ambiguity(index))
        return self._ambiguous

    def absence(self, index: int) -> tuple[str, str]:
        """Return in words why a record has no picture, and more of it: the possible files, or what tells its size."""
        if words := self.ambiguity(index):
            return AMBIGUOUS_NAME, words
        return NO_PICTURE, self.size_source(index)

    def size_source(self, index: int) -> str:
        """Return in words what tells the size of a record without a readable picture."""
        return (
            "its size is as annotated"
            if self.record(index).declared
            else "its size is what holds its boxes, so it is in no count"
        )

    def first_readable(self) -> int:
        """Return the first picture with a readable header, else the first of a known size, else 0."""
        paths = ((index, self.image_path(index)) for index in range(len(self)))
        found = ((index, path) for index, path in paths if path is not None)
        for index, path in itertools.islice(found, MOST_TRIED):
            with contextlib.suppress(BadFile):
                read_size(path, turned=self.turned)
                return index
        for index in range(min(len(self), MOST_TRIED)):
            with contextlib.suppress(InspectorError):
                self.read(index)
                return index
        return 0

    def find(self, text: str) -> int:
        """Return the index of the picture by name, stem or path. Raises `InspectorError` with near names."""
        if self._by_name is None:  # a loop over names looks each of them up
            self._by_name = {}
            for index, name in enumerate(self.names):
                self._by_name.setdefault(name, index)
        if str(text) in self._by_name:
            return self._by_name[str(text)]
        wanted = unicodedata.normalize("NFC", str(text)).replace("\\", "/")
        keys = [unicodedata.normalize("NFC", name).replace("\\", "/") for name in self.names]
        for form in (
            lambda n: n,
            lambda n: Path(n).name,
            lambda n: Path(n).stem,
            lambda n: str(Path(n).with_suffix("")),
        ):
            for index, key in enumerate(keys):
                if form(key) == wanted:
                    return index
        for index, record in enumerate(self._records):
            if record.path is not None and record.path == user_path(text).resolve():
                return index
        near = near_names(wanted, keys)
        hint = f"; near: {', '.join(near)}" if near else f"; the first is {self.names[0]}" if self.names else ""
        raise InspectorError(f"{self.root}: holds no image {text!r}{hint}")

    def _read(self, index: int) -> Sample:
        path, record = self.image_path(index), self._told(index)
        found, problem = None, None
        if path is not None:
            try:
                found = read_size(path, turned=self.turned)
            except BadFile as error:
                problem = error
        size = found or record.declared or record.extent or _extent(self.record(index))
        if size is None:
            words = f"{_without_size(record)}; say where the pictures are"
            raise problem or MissingPictures(record.source or self.root, words)
        # A picture and its annotation are compared once, however often the sample is made anew: each contradiction
        # counts once.
        if index not in self._compared:
            self._compared.add(index)
            self._compare(record, path, found, problem, size)
        boxes, labels, kinds = self._arrays(index)
        if record.relative:
            boxes = boxes * np.array([size[1], size[0], size[1], size[0]])
        return Sample(
            name=record.name,
            size=size,
            gt=boxes,
            gt_class=labels,
            gt_kind=kinds,
            gt_id=tuple(record.ids),
            path=record.path,
            image_id=record.image_id,
            classes=self.classes,
            turned=self.turned,
            gt_attributes=tuple(record.attributes),
            gt_landmarks=_points(record, len(boxes)),
        )

    def _told(self, index: int) -> Record:
        """Return one picture as annotated, where `_arrays` has the boxes perhaps without them, labels and kinds."""
        return self._records[index]

    def _arrays(self, index: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
        """Return a record's boxes (G, 4) as they are there, labels (G,) and kinds (G,), which a sample copies."""
        record = self._records[index]
        boxes = np.array(record.boxes, np.float64).reshape(-1, 4)
        return boxes, np.array(record.labels, np.int64), np.array(record.kinds, np.int8)

    def _compare(
        self,
        record: Record,
        path: Path | None,
        found: tuple[int, int] | None,
        problem: BadFile | None,
        size: tuple[int, int],
    ) -> None:
        """Note contradictions between a picture and its annotation."""
        said = record.declared
        if problem is not None:
            self._notes.warn("picture unreadable", f"{problem}; {size[1]} x {size[0]} px are taken for its size")
        elif found is None and said is None:
            self._notes.warn(
                "size unknown",
                f"{_without_size(record)}; {size[1]} x {size[0]} px hold its boxes",
            )
        if found is None or said is None or said == found or path is None:
            return
        words = f"{record.name}: annotated as {said[1]} x {said[0]} px, the file is {found[1]} x {found[0]} px"
        # Tools that honour EXIF annotate the turned picture; trainers that read the stored pixels then learn nonsense.
        if not self.turned and said == turned_size(path):
            self._notes.warn("boxes of the turned picture", f"{words} as stored, and turned by EXIF as annotated")
        elif said == found[::-1]:
            self._notes.warn("size differs", f"{words}: width and height are swapped")
        else:
            self._notes.warn("size differs", f"{words}: the boxes may belong to other pixels")


def _without_size(record: Record) -> str:
    if record.ambiguity:
        return f"{record.ambiguity}, and no size is written"
    return f"{record.name}: picture not found and no size written"


def _points(record: Record, count: int) -> npt.NDArray[np.float64]:
    """Return the landmarks (G, 2 L) of a record's ``count`` ground truths, NaN for one without; (G, 0) without any."""
    if not record.landmarks:
        return np.zeros((count, 0))
    most = max(map(len, record.landmarks.values()))
    found = np.full((count, most), np.nan)
    for row, points in record.landmarks.items():
        found[row, : len(points)] = points
    return found


def _extent(record: Record) -> tuple[int, int] | None:
    """Return the size (h, w) around all boxes in px, None without boxes or beyond `LARGEST_CANVAS`."""
    if record.relative or not record.boxes:
        return None
    height, width = (math.ceil(max(1.0, *(box[side] for box in record.boxes))) for side in (3, 2))
    return (height, width) if max(height, width) <= LARGEST_CANVAS else None
