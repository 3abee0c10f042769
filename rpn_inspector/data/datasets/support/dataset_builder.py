"""``DatasetBuilder``: a dataset from pictures and ground truths in any order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import NO_ATTRIBUTES, Attributes, Kind
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.support.text import clean, worded
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.pictures.finder import FoundPicture, PictureFinder
from rpn_inspector.data.pictures.images import SUFFIXES

Box = tuple[float, float, float, float]
WALK_FROM = 8  # pictures from which one walk over the folder is quicker than asking for each


class DatasetBuilder:
    """Records by written name, classes in the order of first occurrence, and the notes of the reading."""

    def __init__(self, finder: PictureFinder, classes: Sequence[str] = ()) -> None:
        self.finder, self.notes = finder, Notes()
        self._asked = 0
        self.classes = {name: number for number, name in enumerate(dict.fromkeys(classes))}
        self.records = list[Record]()
        self._met: dict[tuple[Path, str], Record] = {}
        self._by_path: dict[Path, Record] = {}
        self._unfound: dict[str, Record] = {}
        self._attributes: dict[tuple[tuple[str, Any], ...], Attributes] = {}

    def picture(
        self,
        name: str,
        source: Path,
        place: int | str,
        *,
        declared: tuple[int, int] | None = None,
        image_id: str = "",
        relative: bool = False,
        others: Sequence[str] = (),
    ) -> Record:
        """Return the record of the picture written as ``name``, a new one at the first occurrence.

        Two names of one file are one picture.

        Args:
            name: the picture's name as written, looked for first; then each of ``others``.
            source: the annotation file.
            place: line or element in ``source``, for notes.
            declared: size (h, w) px as written, None for none.
            image_id: the picture's id as written.
            relative: whether boxes are fractions of the picture.
        """
        name = clean(name)
        record = self._met.get((source, name))
        if record is None:
            found = self.locate((name, *others), source, place)
            # A missing picture named by several files is one picture, not several.
            if found is None:
                record = self._unfound.get(name)
            elif found in self._by_path:
                record = self._by_path[found]
                same = name.replace("\\", "/") in (record.name, record.name.rpartition(".")[0])
                if not same or record.source == source:
                    self.notes.warn("picture under two names", f"{source}:{place}: {name} is {record.name} too")
            if record is None:
                record = self._record(name, found, declared, image_id, relative, source)
                self.records.append(record)
                if found is not None:
                    self._by_path[found] = record
                else:
                    self._unfound[name] = record
            self._met[source, name] = record
        return record

    def own_picture(
        self,
        names: Sequence[str],
        source: Path,
        *,
        declared: tuple[int, int] | None = None,
        relative: bool = False,
    ) -> Record:
        """Return a new record for an annotation file of one picture.

        Args:
            names: names of the picture; the first one found counts, the first is the record's name.
            source: the annotation file.
            declared: size (h, w) px as written, None for none.
            relative: whether boxes are fractions of the picture.
        """
        found = self.locate(names, source, 1)
        if found is not None:
            if found in self._by_path:
                other = self._by_path[found].source
                self.notes.warn("picture annotated twice", f"{source}: {found.name} is {other and other.name}'s too")
            record = self._record(clean(names[0]), found, declared, "", relative, source)
            self._by_path.setdefault(found, record)
        else:
            record = self._record(clean(names[0]), found, declared, "", relative, source)
        self.records.append(record)
        return record

    def embedded_picture(
        self, name: str, source: Path, picture: Embedded, declared: tuple[int, int] | None, *, relative: bool = True
    ) -> Record:
        """Return a new record of a picture inside the annotation file.

        Args:
            name: the picture's name as written.
            source: the annotation file.
            picture: the place of the picture's bytes.
            declared: the size (h, w) px as written, None if not.
            relative: whether boxes are fractions of the picture.
        """
        record = self._record(clean(name), None, declared, "", relative, source)
        record.embedded = picture
        self.records.append(record)
        return record

    @staticmethod
    def _record(
        name: str, found: Path | None, declared: tuple[int, int] | None, image_id: str, relative: bool, source: Path
    ) -> Record:
        written = name.replace("\\", "/")
        if found is not None and found.suffix and not written.lower().endswith(SUFFIXES):
            written = found.name  # a name without a suffix says less than the file's
        return Record(written, found, declared, image_id=clean(image_id), relative=relative, source=source)

    def locate(self, names: Sequence[str], source: Path, place: int | str) -> Path | None:
        """Return the first picture found under one of ``names``, with a note on an odd name."""
        self._asked += 1
        # A few names are quicker asked one by one; a whole dataset's are quicker listed by one walk.
        if self._asked == WALK_FROM:
            self.finder.walk()
        first: FoundPicture | None = None
        for name in names:
            found = self.finder.locate(clean(name), source.parent, source.stem)
            if found.path is not None:
                if found.kind:
                    self.notes.warn(found.kind, f"{source}:{place}: {found.words}")
                return found.path
            first = first or found
        if first is not None:
            self.notes.warn(first.kind, f"{source}:{place}: {first.words}")
        return None

    def add_gt(
        self,
        record: Record,
        box: Box,
        label: str,
        source: Path,
        place: int | str,
        kind: Kind = Kind.NORMAL,
        id_: str = "",
        *,
        keep_zero: bool = False,
        attributes: Mapping[str, Any] = NO_ATTRIBUTES,
    ) -> None:
        """Add one ground truth; an unusable box is noted instead.

        Args:
            record: the picture's record.
            box: x1, y1, x2, y2 in original px, or in fractions for a relative record.
            label: name of the class.
            source: the annotation file.
            place: line or element in ``source``, for notes.
            kind: normal, crowd, difficult or ignored.
            id_: id as written, "" for a number within the picture.
            keep_zero: whether a box without size is kept; see `Notes.check`.
            attributes: the other facts of the file, in the form of `worded`.
        """
        if self.notes.check(box, record, source, place, keep_zero=keep_zero):
            words = self._words(attributes) if attributes else NO_ATTRIBUTES
            record.add(box, self.label(label, source, place), kind, clean(id_) or str(len(record.boxes)), words)

    def _words(self, attributes: Mapping[str, Any]) -> Attributes:
        """Return attributes as words, one object for all equal: flags of millions of boxes are few combinations."""
        key = tuple(attributes.items())
        try:
            kept = self._attributes.get(key)
        except TypeError:  # a list or an object among them
            return Attributes(worded(attributes))
        if kept is None:
            kept = self._attributes[key] = Attributes(worded(attributes))
        return kept

    def label(self, name: str, source: Path, place: int | str) -> int:
        """Return a class's number; spaces around the name do not count."""
        if name in self.classes:
            return self.classes[name]
        plain = clean(name).strip()
        if plain != name:
            self.notes.warn("spaces around a class", f"{source}:{place}: {name!r:.80} is read as {plain!r:.80}")
        return self.classes.setdefault(plain or "unnamed", len(self.classes))

    def dataset(self, format_: str, written: str = "") -> Dataset:
        """Return the finished dataset; ``written`` as in `Dataset`."""
        _disambiguate(self.records, self.finder.root)
        return Dataset(self.finder.root, format_, self.records, tuple(self.classes), self.notes, written)


def _disambiguate(records: Sequence[Record], root: Path) -> None:
    """Name the pictures by their paths from ``root`` where several files share a name."""
    files: dict[str, set[Path | None]] = {}
    for record in records:
        files.setdefault(record.name, set()).add(record.path)
    for record in records:
        if len(files[record.name]) > 1 and record.path is not None and record.path.is_relative_to(root):
            record.name = record.path.relative_to(root).as_posix()


def shorten(records: list[Record], root: Path) -> list[Record]:
    """Return the records, named by file name if all differ, else by path from ``root``."""
    if len({record.name.rsplit("/", 1)[-1] for record in records}) == len(records):
        for record in records:
            record.name = record.name.rsplit("/", 1)[-1]
        return records
    for record in records:
        if record.path is not None and record.path.is_relative_to(root):
            record.name = record.path.relative_to(root).as_posix()
    return records


def enclosing(points: Sequence[tuple[float, float]]) -> Box:
    """Return the smallest box x1, y1, x2, y2 around all ``points``; NaN for a NaN among the coordinates."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if any(value != value for value in (*xs, *ys)):  # NaN would be lost in min and max
        nan = float("nan")
        return nan, nan, nan, nan
    return min(xs), min(ys), max(xs), max(ys)


def turned(box: Box, angle: float) -> Box:
    """Return the enclosing box of ``box`` turned about its centre by ``angle`` radians."""
    if not math.isfinite(angle):
        raise ValueError("the rotation is not finite")
    x, y, width, height = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1]
    across = (abs(width * math.cos(angle)) + abs(height * math.sin(angle))) / 2
    down = (abs(width * math.sin(angle)) + abs(height * math.cos(angle))) / 2
    return x - across, y - down, x + across, y + down
