"""Pascal VOC and ImageNet XML: one file a picture, bndbox xmin, ymin, xmax, ymax in px, taken as written.

Also the enclosing boxes of turned boxes by roLabelImg, and of polygons by LabelMe's first version, in the same form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.core.regular_file import read_small
from rpn_inspector.core.sample import NO_ATTRIBUTES, Attributes, Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Notes, Record
from rpn_inspector.data.datasets.formats.voc.plain_files import LARGEST, PlainFile, PlainFiles
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing, turned
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.text import number, size_of
from rpn_inspector.data.datasets.support.xml import Element, NotXml, XmlReader, children, parsed, text_of
from rpn_inspector.data.written_names import VOC_CORNERS

_Parts = dict[str, Element]  # the children of an object by tag
_TOP, _SIDES = ("filename", "path", "folder"), ("height", "width")
_AT_ONCE, _BYTES = 256, 1 << 22  # files that are read before a look at their words, and bytes of them
_IDS = tuple(map(str, range(100)))
_size_of = lru_cache(1 << 12)(size_of)  # a dataset's pictures have few sizes


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the root of VOC; other XML may be asked for, but not CVAT's."""
    if excerpt.root == "annotation":
        return Evidence.CERTAIN
    return Evidence.NONE if b"<annotations" in excerpt.data[:4096] else Evidence.POSSIBLE


def read(source: Source) -> Dataset:
    """Return the dataset of VOC files; a broken file is skipped and named."""
    builder, assume = DatasetBuilder(source.finder()), XmlReader(source.files)
    plain, meanings = PlainFiles(_facts), _Meanings(builder)
    for files in _some_at_once(source.counted()):
        for (path, data), file in zip(files, plain.read([data for _, data in files]), strict=True):
            if file is None or not _add_plain(file, path, builder, meanings):
                _add_parsed(path, data, assume, builder)
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


def _add_plain(file: PlainFile, path: Path, builder: DatasetBuilder, meanings: _Meanings) -> bool:
    """Add a file read by place where its objects are without any oddity; False, with nothing added, for all others."""
    found = [known for words in file.words if (known := meanings[words]) is not None]
    if len(found) < len(file.words):
        return False
    record = _record(file.facts, path, builder)
    if file.at_zero:
        for place, (x1, y1, _, _) in enumerate(file.boxes, 1):
            if not (x1 and y1):
                _note_zero(path, f"object {place}", builder.notes)
    record.boxes = list(file.boxes)
    record.ids = list(_IDS[: len(found)]) if len(found) <= len(_IDS) else list(map(str, range(len(found))))
    if found:
        names, kinds, attributes = zip(*found, strict=True)
        classes = builder.classes
        record.labels = [classes[name] if name in classes else builder.label(name, path, 1) for name in names]
        record.kinds, record.attributes = list(kinds), list(attributes)
    return True


class _Meaning(NamedTuple):
    """What the words of an object say."""

    name: str
    kind: Kind
    attributes: Attributes


class _Meanings(dict[bytes, "_Meaning | None"]):
    """The meaning of an object's words as written, None for odd ones."""

    def __init__(self, builder: DatasetBuilder) -> None:
        super().__init__()
        self._builder = builder

    def __missing__(self, words: bytes) -> _Meaning | None:
        parts = children(parsed(words))
        name = (parts["name"].text or "") if "name" in parts else ""
        difficult = text_of(parts["difficult"]) if "difficult" in parts else "0"
        found = None
        if name and name == name.strip() and difficult in ("0", "1"):
            attributes = self._builder.words(said) if (said := _attributes(parts)) else NO_ATTRIBUTES
            found = _Meaning(name, Kind.DIFFICULT if difficult == "1" else Kind.NORMAL, attributes)
        self[words] = found
        return found


def _facts(root: Element) -> list[str]:
    """Return the texts of a file's own elements: name, path and folder, height and width; "" for none."""
    top = children(root)
    size = children(top["size"]) if "size" in top else {}
    return [*(text_of(top.get(tag)) for tag in _TOP), *(text_of(size.get(tag)) for tag in _SIDES)]


def _record(facts: Sequence[str], path: Path, builder: DatasetBuilder) -> Record:
    name, place, folder, *texts = map(str.strip, facts)
    stem = path.stem
    name, declared = name or stem, _size_of(*texts)
    if declared is None:
        builder.notes.warn("size missing", f"{path}: has {texts} for <size>; the picture's own is taken")
    return builder.own_picture([name, *_with_folders(name, place, folder), stem], path, declared=declared)


def _note_zero(path: Path, place: str, notes: Notes) -> None:
    # VOC counts px from 1; a 0 says that another program wrote the file, and boxes may be off by one.
    notes.warn("starts at 0", f"{path}:{place}: starts at 0, so its writer did not count px from 1, as VOC does")


def _with_folders(name: str, place: str, folder: str) -> list[str]:
    """Return a picture's name as <path> and <folder> have it, to tell apart several pictures of the name."""
    named = [place] if place and place.replace("\\", "/").rpartition("/")[2] == name else []
    # The folder was the last of a path on the writer's machine, and may have another name here.
    return [*named, f"/{folder}/{name}"] if folder and "/" not in name else named


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
