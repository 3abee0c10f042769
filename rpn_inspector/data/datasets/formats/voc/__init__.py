"""Pascal VOC and ImageNet XML: one file a picture, bndbox xmin, ymin, xmax, ymax in px, taken as written.

Also the enclosing boxes of turned boxes by roLabelImg, and of polygons by LabelMe's first version, in the same form.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.core.regular_file import read_small
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Notes, Record
from rpn_inspector.data.datasets.formats.voc.plain_files import LARGEST, MOST, PlainFiles, PlainReader
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing, turned
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.file_builder import FileBuilder, FileColumns
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.text import clean, number, size_of
from rpn_inspector.data.datasets.support.xml import Element, NotXml, XmlReader, children, parsed, text_of
from rpn_inspector.data.written_names import VOC_CORNERS

_Parts = dict[str, Element]  # the children of an object by tag
_TOP, _SIDES = ("filename", "path", "folder"), ("height", "width")
_AT_ONCE, _BYTES = 256, 1 << 22  # files that are read before a look at their words, and bytes of them
_ODD = -1
_Column = npt.NDArray[np.int32]
_size_of = lru_cache(1 << 12)(size_of)  # a dataset's pictures have few sizes


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the root of VOC; other XML may be asked for, but not CVAT's."""
    if excerpt.root == "annotation":
        return Evidence.CERTAIN
    return Evidence.NONE if b"<annotations" in excerpt.data[:4096] else Evidence.POSSIBLE


def read(source: Source) -> Dataset:
    """Return the dataset of VOC files; a broken file is skipped and named."""
    builder, assume = FileBuilder(source.finder()), XmlReader(source.files)
    reader, meanings = PlainReader(_facts), _Meanings(builder)
    for files in _some_at_once(source.counted()):
        paths, data = [path for path, _ in files], [data for _, data in files]
        plain = _PlainVoc(reader.read(data), paths, meanings)
        before = 0
        for row in sorted({*range(len(files))}.difference(plain.row)):
            before = plain.add(before, row, builder)
            _add_parsed(paths[row], data[row], assume, builder)
        plain.add(before, len(files), builder)
    return builder.dataset(FORMAT.title, CORNERS, whole=source.whole)


def _some_at_once(paths: Sequence[Path]) -> Iterator[list[tuple[Path, bytes | None]]]:
    """Yield files with their bytes, None for a large one, or where the parser has to say what is wrong."""
    found, size = list[tuple[Path, bytes | None]](), 0
    for path in paths:
        try:
            data = read_small(path, LARGEST)
        except OSError:
            data = None
        found.append((path, data))
        size += len(data or b"")
        if len(found) >= _AT_ONCE or size > _BYTES:
            yield found
            found, size = [], 0
    yield found


def _add_parsed(path: Path, data: bytes | None, assume: XmlReader, builder: DatasetBuilder) -> None:
    """Add a file by the parser."""
    try:
        root = assume.read(path, builder.notes, data)
    except BadRecord as error:
        kind = "broken XML" if isinstance(error, NotXml) else "refused XML"
        builder.notes.skip(kind, path, error.place, error.problem)
        return
    if root.tag != "annotation":
        builder.notes.skip("not VOC", path, 1, f"not VOC: root is {root.tag}, wanted annotation")
        return
    record = _record(_facts(root), path, builder)
    for number_, element in enumerate(root.iter("object"), 1):
        _object(element, record, path, f"object {number_}", builder)


class _PlainVoc:
    """Some files read by place, but those with an object in whose words anything is odd."""

    def __init__(self, files: PlainFiles, paths: Sequence[Path], meanings: _Meanings) -> None:
        files = files.without(np.array([meanings[words] == _ODD for words in files.words], bool))
        self.row, self._box, self._meanings = files.row, files.box, meanings
        self._code = np.array([meanings[words] for words in files.words], np.intp)
        self._counts, self._first = files.counts, np.concatenate([[0], np.cumsum(files.counts)])
        self._at_zero = np.flatnonzero((self._box[:, :2] == 0).any(1))
        self._path = [paths[row] for row in files.row]
        names, places, folders, *sides = (
            [*map(str.strip, column)] for column in files.facts or [[]] * len((*_TOP, *_SIDES))
        )
        self._name = [clean(name or path.stem) for name, path in zip(names, self._path, strict=True)]
        self._heads = [_heads(*each) for each in zip(self._name, places, folders, strict=True)]
        self._size, self._sides = [*map(_size_of, *sides)], [*zip(*sides, strict=True)]

    def add(self, first: int, stop: int, builder: FileBuilder) -> int:
        """Add the files from number ``first`` on that come before the row ``stop``; return the number of the next."""
        last = bisect_left(self.row, stop, first)
        files, boxes = slice(first, last), slice(*self._first[[first, last]].tolist())
        self._note(first, last, builder.notes)
        label, kind, words = self._meanings.told(self._code[boxes])
        size = np.array([each or (0, 0) for each in self._size[files]], np.int64).reshape(-1, 2)
        builder.add_plain(FileColumns(
            self._path[files], self._name[files], self._heads[files], size, self._counts[files],
            self._box[boxes], label, kind, words,
        ))  # fmt: skip
        return last

    def _note(self, first: int, last: int, notes: Notes) -> None:
        """Note what is odd in some files beside their objects' words, file by file."""
        start, stop = self._first[[first, last]]
        at_zero = self._at_zero[(self._at_zero >= start) & (self._at_zero < stop)]
        odd = {at for at in range(first, last) if self._size[at] is None}
        odd.update((np.searchsorted(self._first, at_zero, "right") - 1).tolist())
        for at in sorted(odd):
            if self._size[at] is None:
                _note_size(self._path[at], self._sides[at], notes)
            for place in at_zero[(at_zero >= self._first[at]) & (at_zero < self._first[at + 1])] - self._first[at]:
                _note_zero(self._path[at], f"object {place + 1}", notes)


class _Meanings(dict[bytes, int]):
    """What the words of an object say, by number; `_ODD` where the parser has to tell."""

    def __init__(self, builder: FileBuilder) -> None:
        super().__init__()
        self._builder = builder
        self._names, self._labels = list[str](), list[int]()  # a class has its number when a file with it is added
        self._kinds, self._words = list[Kind](), list[int]()
        self._bytes = 0

    def __missing__(self, words: bytes) -> int:
        if self._bytes > MOST:  # where each object has words of its own
            self.clear()
            self._bytes = 0
        self._bytes += len(words)
        parts = children(parsed(words))
        name = (parts["name"].text or "") if "name" in parts else ""
        difficult = text_of(parts["difficult"]) if "difficult" in parts else "0"
        found = _ODD
        if name and name == name.strip() and difficult in ("0", "1"):
            found = len(self._names)
            self._names.append(name)
            self._labels.append(-1)
            self._kinds.append(Kind.DIFFICULT if difficult == "1" else Kind.NORMAL)
            self._words.append(self._builder.number_of(_attributes(parts)))
        self[words] = found
        return found

    def told(self, codes: npt.NDArray[np.intp]) -> tuple[_Column, _Column, _Column]:
        """Return class, kind and row of attributes of objects by their numbers; a class is new at its first object."""
        found = codes.tolist()  # of very many meanings, so that none but these are looked at
        for code in found:
            if self._labels[code] < 0:
                self._labels[code] = self._builder.label(self._names[code], Path(), 1)
        label, kind, words = (
            np.array([column[code] for code in found], np.int32) for column in (self._labels, self._kinds, self._words)
        )
        return label, kind, words


def _facts(root: Element) -> list[str]:
    """Return the texts of a file's own elements: name, path and folder, height and width; "" for none."""
    top = children(root)
    size = children(top["size"]) if "size" in top else {}
    return [*(text_of(top.get(tag)) for tag in _TOP), *(text_of(size.get(tag)) for tag in _SIDES)]


def _record(facts: Sequence[str], path: Path, builder: DatasetBuilder) -> Record:
    name, place, folder, *sides = map(str.strip, facts)
    name, declared = name or path.stem, _size_of(*sides)
    if declared is None:
        _note_size(path, sides, builder.notes)
    names = [name, *(head + name for head in _heads(name, place, folder)), path.stem]
    return builder.own_picture(names, path, declared=declared)


def _note_size(path: Path, sides: Sequence[str], notes: Notes) -> None:
    notes.warn("size missing", f"{path}: has {[*sides]} for <size>; the picture's own is taken")


def _note_zero(path: Path, place: str, notes: Notes) -> None:
    # VOC counts px from 1; a 0 says that another program wrote the file, and boxes may be off by one.
    notes.warn("starts at 0", f"{path}:{place}: starts at 0, so its writer did not count px from 1, as VOC does")


def _heads(name: str, place: str, folder: str) -> tuple[str, ...]:
    """Return what a picture's name has before it in <path> and <folder>, to tell apart several pictures of the name."""
    if not (place or folder):
        return ()
    heads = (place[: len(place) - len(name)],) if place and place.replace("\\", "/").rpartition("/")[2] == name else ()
    # The folder was the last of a path on the writer's machine, and may have another name here.
    return (*heads, f"/{folder}/") if folder and "/" not in name else heads


def _object(element: Element, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    notes, parts = builder.notes, children(element)
    if "bndbox" not in parts:
        _outlined(parts, record, path, place, builder)
        return
    corners = children(parts["bndbox"])
    texts = [text_of(corners.get(corner)) for corner in VOC_CORNERS]
    try:
        x1, y1, x2, y2 = map(number, texts)
    except ValueError:
        notes.skip("bndbox is not four numbers", path, place, f"found {texts}, wanted four numbers")
        return
    if 0 in (x1, y1):
        _note_zero(path, place, notes)
    _add_object(parts, (x1, y1, x2, y2), record, path, place, builder, keep_zero=True)


def _outlined(parts: _Parts, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    """Add the enclosing box of an object without upright box.

    roLabelImg marks a turned box in <type>; without the mark a robndbox is not taken.
    """
    notes = builder.notes
    try:
        if "robndbox" in parts and text_of(parts.get("type")) == "robndbox":
            turn = children(parts["robndbox"])
            x, y, width, height, angle = (number(text_of(turn.get(tag))) for tag in ("cx", "cy", "w", "h", "angle"))
            box, kind = (x - width / 2, y - height / 2, x + width / 2, y + height / 2), "turned box"
            box = turned(box, angle) if min(width, height) > 0 else box
        elif "polygon" in parts:
            box, kind = enclosing(_points(parts["polygon"])), "polygon"
        else:
            notes.skip("no bndbox", path, place, "wanted <bndbox> with xmin, ymin, xmax, ymax")
            return
    except ValueError as error:
        notes.skip("no bndbox", path, place, f"its outline is not of numbers: {error}")
        return
    if text_of(parts.get("deleted")) == "1":
        notes.warn("deleted object", f"{path}:{place}: is marked as deleted, and is left out")
        return
    notes.warn("box from polygon", f"{path}:{place}: the {kind}'s enclosing box is taken")
    _add_object(parts, box, record, path, place, builder, keep_zero=False)


def _points(polygon: Element) -> list[tuple[float, float]]:
    """Return the corners, written as <pt> with x and y, or as x1, y1, x2, y2 and so on. Raises `ValueError`."""
    corners = [children(point) for point in polygon.iter("pt")]
    points = [(number(text_of(corner.get("x"))), number(text_of(corner.get("y")))) for corner in corners]
    by_tag = {child.tag: child.text or "" for child in polygon}
    while not points or f"x{len(points) + 1}" in by_tag:
        at = len(points) + 1
        points.append((number(by_tag.get(f"x{at}", "")), number(by_tag.get(f"y{at}", ""))))
    return points


def _add_object(
    parts: _Parts, box: Box, record: Record, path: Path, place: str, builder: DatasetBuilder, *, keep_zero: bool
) -> None:
    notes = builder.notes
    name = (parts["name"].text or "") if "name" in parts else ""
    if not name.strip():
        notes.skip("object without name", path, place, "wanted <name>")
        return
    difficult = text_of(parts.get("difficult"))
    if "difficult" in parts and difficult not in ("0", "1"):
        notes.warn("odd difficult", f"{path}:{place}: <difficult> is {difficult!r:.40}, wanted 0 or 1")
    kind = Kind.DIFFICULT if difficult.casefold() in ("1", "1.0", "true", "yes") else Kind.NORMAL
    id_, attributes = str(len(record.boxes)), _attributes(parts)
    builder.add_gt(record, box, name, path, place, kind, id_, keep_zero=keep_zero, attributes=attributes)


def _attributes(parts: _Parts) -> dict[str, str]:
    """Return the children of an object beside name and box, and CVAT's additional <attributes>."""
    words = {tag: part.text or "" for tag, part in parts.items() if not len(part) and tag != "name"}
    for child in parts.get("attributes", ()):
        pair = children(child)
        if name := text_of(pair.get("name")):
            words[name] = text_of(pair.get("value"))
    return words


FORMAT = Format(
    name="voc",
    title="Pascal VOC",
    suffixes=(".xml",),
    detect=detect,
    read=read,
    rank=2,
    covers="ImageNet",
    aliases=("imagenet",),
    per_picture=(".xml",),
    grouping=Grouping.TOGETHER,
)
