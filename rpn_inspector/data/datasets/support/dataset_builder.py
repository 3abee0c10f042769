"""``DatasetBuilder``: a dataset from pictures and ground truths in any order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.core.sample import NO_ATTRIBUTES, Attributes, Kind
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.support.files import child
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, MISSING, PairNote, Partners, Wanted, pair
from rpn_inspector.data.datasets.support.places import Places
from rpn_inspector.data.datasets.support.text import clean, worded
from rpn_inspector.data.datasets.support.written_paths import joined, plain_spelling, stem_of, was_fetched
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.pictures.finder import PictureFinder
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import fold

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Wish:
    """A record's wish for a picture, to be granted when all are known."""

    record: Record
    wanted: Wanted
    place: int | str
    embedded: Callable[[], Embedded | None] | None = None


class DatasetBuilder:
    """Records by written name, classes in the order of first occurrence, and the notes of the reading.

    Records get their pictures at the end, in `dataset`, all at once and by `pair`: only then the picture that is
    another record's own is known.
    """

    def __init__(self, finder: PictureFinder, classes: Sequence[str] = ()) -> None:
        self.finder, self.notes = finder, Notes()
        self.classes = {name: number for number, name in enumerate(dict.fromkeys(classes))}
        self.records = list[Record]()
        self._met: dict[tuple[Path, str], Record] = {}
        self.wishes = list[Wish]()
        self._attributes: dict[str, Attributes] = {}

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
        embedded: Callable[[], Embedded | None] | None = None,
    ) -> Record:
        """Return the record of the picture written as ``name``, a new one at the first occurrence in ``source``.

        Args:
            name: the picture's name as written, looked for first; then each of ``others``.
            source: the annotation file.
            place: line or element in ``source``, for notes.
            declared: size (h, w) px as written, None for none.
            image_id: the picture's id as written.
            relative: whether boxes are fractions of the picture.
            others: further names of the picture.
            embedded: the picture inside the annotation file, asked for where no file is found.
        """
        name = clean(name)
        record = self._met.get((source, name))
        if record is None:
            record = Record(name, None, declared, image_id=clean(image_id), relative=relative, source=source)
            self._met[source, name] = record
            self._wish(record, (name, *map(clean, others)), source, place, embedded=embedded)
        return record

    def own_picture(
        self,
        names: Sequence[str],
        source: Path,
        *,
        declared: tuple[int, int] | None = None,
        relative: bool = False,
        embedded: Callable[[], Embedded | None] | None = None,
    ) -> Record:
        """Return a new record for an annotation file of one picture.

        Args:
            names: names of the picture; the first one found counts, the first is the record's name.
            source: the annotation file.
            declared: size (h, w) px as written, None for none.
            relative: whether boxes are fractions of the picture.
            embedded: the picture inside the annotation file, asked for where no file is found.
        """
        written = tuple(dict.fromkeys(map(clean, names)))
        record = Record(written[0], None, declared, relative=relative, source=source)
        self._wish(record, written, source, 1, own=True, embedded=embedded)
        return record

    def _wish(
        self,
        record: Record,
        names: tuple[str, ...],
        source: Path,
        place: int | str,
        *,
        own: bool = False,
        embedded: Callable[[], Embedded | None] | None = None,
    ) -> None:
        self.records.append(record)
        self.wishes.append(Wish(record, Wanted(names, self.finder.place_of(source), own), place, embedded))

    def note_unannotated(self, pairs: Partners) -> None:
        """Note the pictures of nobody in the folders of annotated ones: elsewhere are other splits, and masks."""
        paths, used = self.finder.paths, {at for at in pairs.at if at >= 0}
        folders = {paths[at].rpartition("/")[0] for at in used}
        used.update(at for note in pairs.notes.values() for at in note.possible)
        rest = [path for at, path in enumerate(paths) if at not in used and path.rpartition("/")[0] in folders]
        if rest:
            words = [f"{self.finder.root / path}: has no annotation, and is left out" for path in rest[:5]]
            self.notes.many("picture without annotation", len(rest), words)

    def grant(self, pairs: Partners, rows: Iterable[int], others: Iterable[str] = ()) -> None:
        """Give every record its picture, if there is just one; one picture with two names is one record.

        ``rows`` are the wishes' own in ``pairs``, ``others`` the names of the pictures of all other rows.
        """
        root, paths = self.finder.root, self.finder.paths
        folders: dict[str, Path] = {}
        by_row: dict[int, Record] = {}
        missing: dict[tuple[str, str], Record] = {}
        merged = set[int]()
        lost = list[Wish]()
        for row, wish in zip(rows, self.wishes, strict=True):
            record, note, at = wish.record, pairs.notes.get(row), pairs.at[row]
            if at < 0:
                record.name = plain_spelling(record.name)
                lost.append(wish)
                self._miss(wish, note or PairNote(MISSING), missing, merged)
                continue
            folder, _, last = paths[at].rpartition("/")
            if folder not in folders:
                folders[folder] = root / folder
            path = record.path = child(folders[folder], last)
            if note is not None:
                self.notes.warn(note.kind, f"{record.source}:{wish.place}: {note.words}")
            if record.name != last or row in pairs.spelled:
                self._name(wish, path, pairs.spelled.get(row, record.name))
            first = by_row.setdefault(at, record)
            if first is not record:
                self._met_again(first, wish, merged)
        if lost:
            _rename_namesakes(lost, {*others, *(record.name for record in self.records if record.path is not None)})
        if merged:
            self.records = [record for record in self.records if id(record) not in merged]

    def _name(self, wish: Wish, path: Path, spelled: str) -> None:
        """Give a record the name of its picture in a spelling other than the file's."""
        record = wish.record
        record.name = spelled.rpartition("/")[2] if was_fetched(record.name) else spelled
        if not record.name.lower().endswith(SUFFIXES) and path.suffix:
            record.name = path.name  # a name without a suffix says less than the file's
        if wish.wanted.own and record.name != path.name:
            self._note_other_name(record, path)

    def _note_other_name(self, record: Record, path: Path) -> None:
        written = record.name.rpartition("/")[2]
        if fold(path.stem) not in (fold(stem_of(written)), fold(written), fold(Path(written).stem)):
            words = f"{record.source}: it names {written}, {path.name} is taken"
            self.notes.warn("picture by the annotation's name", words)

    def _met_again(self, first: Record, wish: Wish, merged: set[int]) -> None:
        """Note a second record of a picture, and make one of the two unless each has a file of its own."""
        record = wish.record
        if wish.wanted.own:
            other = first.source
            self.notes.warn("picture annotated twice", f"{record.source}: {first.name} is {other and other.name}'s too")
            return
        if record.source == first.source or record.name != first.name:
            words = f"{record.source}:{wish.place}: {wish.wanted.names[0]} is {first.name} too"
            self.notes.warn("picture under two names", words)
        _merge(first, record)
        merged.add(id(record))

    def _miss(self, wish: Wish, note: PairNote, missing: dict[tuple[str, str], Record], merged: set[int]) -> None:
        """Note a record without a picture; the boxes of one that may be of several pictures are left out."""
        record, source = wish.record, wish.record.source
        assert source is not None
        if wish.embedded is not None and (embedded := wish.embedded()) is not None:
            record.embedded = embedded
            return
        if note.kind == AMBIGUOUS:
            count = len(record.boxes)
            words = f"{note.words}, and its {'box is' if count == 1 else f'{count} boxes are'} left out"
            self.notes.skip(AMBIGUOUS, source, wish.place, words)
            record.clear()
            record.ambiguity = note.words
            return
        kind, words = self.finder.trouble(wish.wanted.names[0], source, note.words)
        self.notes.warn(kind, f"{source}:{wish.place}: {words}")
        # A missing picture named by several files of a folder is one picture, not several.
        folder = wish.wanted.source.rpartition("/")[0]
        first = missing.setdefault((folder, record.name), record)
        if first is not record and not wish.wanted.own:
            _merge(first, record)
            merged.add(id(record))

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
        landmarks: tuple[float, ...] = (),
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
            landmarks: x and y of each point, original px; empty for none.
        """
        if self.notes.check(box, record, source, place, keep_zero=keep_zero):
            words = self.words(attributes) if attributes else NO_ATTRIBUTES
            own = clean(id_) or str(len(record.boxes))
            record.add(box, self.label(label, source, place), kind, own, words, landmarks)

    def words(self, attributes: Mapping[str, Any]) -> Attributes:
        """Return attributes as words, one object for all equal: flags of millions of boxes are few combinations."""
        try:
            key = repr(attributes)  # not by value: 1, 1.0 and true are equal, and other words
        except RecursionError:
            return Attributes(worded(attributes))
        kept = self._attributes.get(key)
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

    def disambiguate(self, count: Mapping[str, int]) -> None:
        """Name the pictures by their paths from the root where several records share a name."""
        finder = self.finder
        for record in self.records:
            if count[record.name] == 1 or record.source is None:
                continue
            if record.path is not None and record.path.is_relative_to(finder.root):
                record.name = record.path.relative_to(finder.root).as_posix()
            elif record.path is None and "/" not in record.name:
                # of several files' missing pictures each is its file's
                record.name = joined(finder.place_of(record.source).rpartition("/")[0], record.name)

    def dataset(self, format_: str, written: str = "", *, short: bool = False, whole: bool = False) -> Dataset:
        """Return the finished dataset.

        Args:
            format_: the format in words.
            written: as in `Dataset`.
            short: whether names are without folders.
            whole: whether every picture should have an annotation, so that the others are noted.
        """
        pairs = pair([wish.wanted for wish in self.wishes], Places(self.finder.paths, self.finder.links))
        self.grant(pairs, range(len(self.wishes)))
        if whole:
            self.note_unannotated(pairs)
        if short:
            shorten(self.records, self.finder.root)
        self.disambiguate(Counter(record.name for record in self.records))
        _number_namesakes(self.records, self.notes)
        return Dataset(self.finder.root, format_, self.records, tuple(self.classes), self.notes, written)


def _merge(first: Record, other: Record) -> None:
    """Add the boxes of ``other``, of the same picture, to ``first``."""
    first.declared = first.declared or other.declared
    first.landmarks |= {len(first.boxes) + row: points for row, points in other.landmarks.items()}
    for name in ("boxes", "labels", "kinds", "ids", "attributes", "left_out"):
        getattr(first, name).extend(getattr(other, name))


def _rename_namesakes(lost: Sequence[Wish], found: Collection[str]) -> None:
    """Give records without a picture the written names back where others, ``found``, have the plain ones."""
    for wish in lost:
        if wish.record.name in found:
            wish.record.name = wish.wanted.names[0]


def _number_namesakes(records: Sequence[Record], notes: Notes) -> None:
    """Give pictures inside annotation files that share a name a number each: none is another."""
    count = Counter(record.name for record in records)
    met = Counter[str]()
    for record in records:
        if count[record.name] > 1 and record.embedded is not None:
            met[record.name] += 1
            stem = stem_of(record.name)
            numbered = f"{stem}#{met[record.name]}{record.name[len(stem) :]}"
            notes.warn("equal names", f"{record.source}: {record.name} is several pictures; one is called {numbered}")
            record.name = numbered


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
    total = sum(xs) + sum(ys)
    if total != total and any(value != value for value in (*xs, *ys)):  # NaN would be lost in min and max
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
