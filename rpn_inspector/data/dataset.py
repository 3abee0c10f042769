"""``Dataset``: pictures with their ground truths, whatever format they came from."""

from __future__ import annotations

import difflib
import math
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from rpn_inspector.core.errors import BadFile, BadRecord, InspectorError
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.data.images import SUFFIXES, read_size
from rpn_inspector.data.listing import fold, pictures_under, walk

Progress = Callable[[int, int], "bool | None"]
KEPT_SAMPLES = 1024


class Cancelled(InspectorError):
    """The caller's progress function asked to stop."""


@dataclass(frozen=True, slots=True)
class DatasetWarning:
    """A kind of oddity, how often it was met, and the first few places in words."""

    kind: str
    count: int
    examples: tuple[str, ...]


@dataclass(slots=True)
class Record:
    """One picture while it is read: boxes are original px, or fractions of the picture where ``relative``."""

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

    def add(self, box: tuple[float, float, float, float], label: int, kind: Kind = Kind.NORMAL, id_: str = "") -> None:
        """Add one ground truth as x1, y1, x2, y2."""
        self.boxes.append(box)
        self.labels.append(label)
        self.kinds.append(kind)
        self.ids.append(id_)


class Notes:
    """What was odd while reading, counted by kind; ``skipped`` counts the records that were left out."""

    def __init__(self) -> None:
        self.skipped: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[str]] = {}

    def skip(self, kind: str, path: Path, place: int | str, problem: str) -> None:
        """Count one record that is left out."""
        self.skipped[kind] = self.skipped.get(kind, 0) + 1
        self.warn(kind, str(BadRecord(path, place, problem)))

    def warn(self, kind: str, example: str) -> None:
        """Count one oddity that was read all the same."""
        self.many(kind, 1, [example])

    def many(self, kind: str, count: int, examples: Sequence[str]) -> None:
        """Count ``count`` oddities of one kind; ``examples`` are the first few of them."""
        self._counts[kind] = self._counts.get(kind, 0) + count
        kept = self._examples.setdefault(kind, [])
        kept += examples[: max(0, 5 - len(kept))]

    def warnings(self) -> tuple[DatasetWarning, ...]:
        """Return everything noted, in the order it was met first."""
        return tuple(DatasetWarning(k, n, tuple(self._examples[k])) for k, n in self._counts.items())

    def check(self, box: tuple[float, ...], path: Path, place: int | str, *, keep_zero: bool = False) -> bool:
        """Return whether a box x1, y1, x2, y2 can be used; note why where it cannot, or is odd.

        ``keep_zero``: a format of inclusive pixels writes a box of one pixel with x1 = x2; it is kept, and noted.
        """
        if not all(math.isfinite(value) for value in box):
            self.skip("not finite", path, place, f"box {box} holds a number that is not finite")
            return False
        if box[2] < box[0] or box[3] < box[1]:
            self.skip("negative size", path, place, f"box {box} ends before it starts, wanted x1 <= x2 and y1 <= y2")
            return False
        if box[2] == box[0] or box[3] == box[1]:
            if keep_zero:
                self.warn("zero size", f"{path}:{place}: box {box} has no width or no height; training may refuse it")
                return True
            self.skip("zero size", path, place, f"box {box} has no width or no height")
            return False
        return True


class Dataset:
    """Samples in order; a picture's header is read when its sample is asked for, its pixels never."""

    def __init__(
        self, root: Path, format_: str, records: Sequence[Record], classes: tuple[str, ...], notes: Notes
    ) -> None:
        self.root = root
        self.format = format_
        self._classes = classes
        self._names: tuple[str, ...] | None = None
        self._records = records
        self._notes = notes
        self._samples: dict[int, Sample] = {}
        self._compared: set[int] = set()

    def __len__(self) -> int:
        """Return the number of pictures."""
        return len(self._records)

    def __iter__(self) -> Iterator[Sample]:
        """Yield every sample in order."""
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> Sample:
        """Return one sample. Raises `BadFile` where neither the picture nor its annotation tells a size."""
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"image {index}: wanted 0 to {len(self) - 1}")
        if index not in self._samples:
            while len(self._samples) >= KEPT_SAMPLES:
                self._samples.pop(next(iter(self._samples)), None)
            self._samples[index] = self._read(index)
        return self._samples[index]

    @property
    def complete(self) -> bool:
        """Return whether all of it is read; nothing waits any more then."""
        return True

    @property
    def names(self) -> tuple[str, ...]:
        """Return the pictures' names."""
        if self._names is None:
            self._names = tuple(record.name for record in self._records)
        return self._names

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the classes' names."""
        return self._classes

    @property
    def skipped(self) -> dict[str, int]:
        """Return how many records of each kind were left out."""
        return dict(self._notes.skipped)

    @property
    def warnings(self) -> tuple[DatasetWarning, ...]:
        """Return what was odd so far; sizes are compared when a sample is first asked for."""
        return self._notes.warnings()

    @property
    def truths(self) -> int:
        """Return the number of ground truths in all pictures."""
        return sum(len(record.boxes) for record in self._records)

    def count(self, index: int) -> int:
        """Return one picture's number of ground truths without touching the picture."""
        return len(self._records[index].boxes)

    def record(self, index: int) -> Record:
        """Return one picture as its annotation has it; its file is not touched."""
        return self._records[index]

    def image_path(self, index: int) -> Path | None:
        """Return where the picture is, None where it was not found."""
        return self._records[index].path

    def find(self, text: str) -> int:
        """Return the index of the picture of that name, stem or path. Raises `InspectorError` with near names."""
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
            if record.path is not None and record.path == Path(text).expanduser().resolve():
                return index
        near = difflib.get_close_matches(wanted, [Path(key).stem for key in keys], 3, 0.5)
        hint = f"; near: {', '.join(near)}" if near else f"; the first is {self.names[0]}" if self.names else ""
        raise InspectorError(f"{self.root}: holds no image {text!r}{hint}")

    def _read(self, index: int) -> Sample:
        record = self._records[index]
        size, problem = record.declared, None
        if record.path is not None:
            try:
                size = read_size(record.path)
            except BadFile as error:
                problem = error
        if size is None:
            raise problem or BadFile(
                record.source or self.root, f"{record.name}: picture not found and no size written"
            )
        first = index not in self._compared
        self._compared.add(index)
        if first and record.declared is not None and record.path is not None and record.declared != size:
            said, found = record.declared, size
            self._notes.warn(
                "size differs",
                f"{record.name}: annotated as {said[1]} x {said[0]} px, the file is {found[1]} x {found[0]} px",
            )
        boxes = np.array(record.boxes, np.float64).reshape(-1, 4)
        if record.relative:
            boxes = boxes * np.array([size[1], size[0], size[1], size[0]])
        return Sample(
            record.name,
            size,
            boxes,
            np.array(record.labels, np.int64),
            np.array(record.kinds, np.int8),
            tuple(record.ids),
            record.path,
            record.image_id,
            self.classes,
        )


class PictureFinder:
    """Finds pictures under one folder by the names annotations use, and never outside of it."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._named: dict[str, list[str]] | None = None
        self._folded: dict[str, list[str]] | None = None
        self._folders: dict[Path, list[Path]] = {}

    def _by_name(self) -> dict[str, list[str]]:
        """Return the pictures' paths from the root by name."""
        if self._named is None:
            named: dict[str, list[str]] = {}
            for path in walk(self.root):
                named.setdefault(path.rpartition("/")[2], []).append(path)
            self._named = named
        return self._named

    def _by_key(self) -> dict[str, list[str]]:
        """Return them by folded name and by folded stem; made only where names as they stand are not enough."""
        if self._folded is None:
            folded: dict[str, list[str]] = {}
            for name, paths in self._by_name().items():
                key = fold(name)
                for form in (key, key.rpartition(".")[0]):
                    folded.setdefault(form, []).extend(paths)
            self._folded = folded
        return self._folded

    def _shallow(self, name: str, near: Path) -> Path | None:
        """Return the picture in a folder right under the root: the usual layout needs no walk over all of them.

        Not where pictures deeper under ``near`` might go first, or where there are many folders to ask.
        """
        near = near if near.is_relative_to(self.root) else self.root
        for folder in (self.root, near):
            if folder not in self._folders:
                found = [Path(e.path) for e in os.scandir(folder) if e.is_dir(follow_symlinks=False)]
                self._folders[folder] = sorted(found)
        if "/" in name or len(self._folders[self.root]) > 16 or (near != self.root and self._folders[near]):
            return None
        for folder in self._folders[self.root]:
            path = folder / name
            if path.is_file() and path.suffix.lower() in SUFFIXES and path.resolve().is_relative_to(self.root):
                return path.resolve()
        return None

    def all(self) -> list[Path]:
        """Return every picture under the root, sorted by path."""
        return [self.root / path for path in pictures_under(self.root)]

    def find(self, name: str, near: Path | None = None) -> Path | None:
        """Return the picture called ``name``: as a path from ``near`` or the root, else by its last part, else stem."""
        name = name.replace("\\", "/")
        for base in (near, self.root):
            if base is None or not name:
                continue
            try:
                path = (base / name).resolve()
                if path.is_relative_to(self.root) and path.suffix.lower() in SUFFIXES and path.is_file():
                    return path
                if base == self.root and (shallow := self._shallow(name, (near or base).resolve())) is not None:
                    return shallow
            except (OSError, ValueError):
                continue  # too long for the system, or with a zero byte
        last = name.rsplit("/", 1)[-1]
        found = (
            self._by_name().get(last) or self._by_key().get(fold(last)) or self._by_key().get(fold(Path(last).stem), [])
        )
        candidates = sorted(found, key=lambda path: path.split("/"))
        folder = [p for p in candidates if near is not None and (self.root / p).is_relative_to(near.resolve())]
        pool = folder or candidates
        return self.root / pool[0] if pool else None
