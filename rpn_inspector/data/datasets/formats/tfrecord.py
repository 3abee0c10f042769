"""TFRecord of the TensorFlow object detection API, read without TensorFlow: boxes in fractions, pictures inside."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular, read_whole
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.text import clean
from rpn_inspector.data.pictures.embedded import Embedded
from rpn_inspector.data.protobuf import TornMessage, fields, numbers
from rpn_inspector.data.written_names import VOC_CORNERS

LARGEST = 1 << 28  # bytes of one record
_ATTRIBUTES = ("difficult", "truncated", "occluded", "view", "area")


@dataclass(slots=True)
class _Feature:
    """A feature's values, and the place of the first bytes value in the record."""

    texts: list[bytes] = field(default_factory=list)
    floats: list[float] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    at: int = 0


def looks_like(head: bytes) -> bool:
    """Return whether a file's first bytes are a record's length and an Example."""
    return len(head) > 13 and 0 < struct.unpack_from("<Q", head)[0] < LARGEST and head[12] == 0x0A


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a record's length, followed by an Example."""
    return Evidence.CERTAIN if looks_like(excerpt.data) else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of TFRecord files; an unreadable record ends the file, with a note."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        names = _label_map(path.parent) or (_label_map(path.parent.parent) if path.parent != source.root else {})
        try:
            with open_regular(path) as file:
                for place, start, data in _records(file, path, builder):
                    _example(data, start, path, place, names, builder)
        except OSError as error:
            raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
    return builder.dataset(FORMAT.title, CORNERS)


def _records(file: BinaryIO, path: Path, builder: DatasetBuilder) -> Iterator[tuple[int, int, bytes]]:
    """Yield number, place in the file and bytes of each record; their checksums are not compared."""
    place = 0
    while head := file.read(12):
        # Eight bytes of length and four of their checksum. A wrong length would send the reader anywhere, so it ends
        # the file.
        length = struct.unpack_from("<Q", head)[0] if len(head) == 12 else LARGEST
        if length >= LARGEST:
            builder.notes.skip("torn record", path, place, "its length is none; the rest of the file is left out")
            return
        start, data = file.tell(), file.read(length)
        if len(data) < length or len(file.read(4)) < 4:
            builder.notes.skip("torn record", path, place, "the file ends within it")
            return
        yield place, start, data
        place += 1


def _example(data: bytes, start: int, path: Path, place: int, names: dict[int, str], builder: DatasetBuilder) -> None:
    try:
        features = _features(data)
    except (TornMessage, struct.error) as error:
        builder.notes.skip("not an Example", path, place, f"{error}")
        return
    if not features:
        builder.notes.skip("not an Example", path, place, "it holds no feature")
        return
    empty = _Feature()
    name = _text(features.get("image/filename", empty)) or _text(features.get("image/source_id", empty))
    size = tuple(next(iter(features.get(f"image/{side}", empty).numbers), 0) for side in ("height", "width"))
    declared = (size[0], size[1]) if all(0 < side < 10**9 for side in size) else None
    picture = features.get("image/encoded", empty)
    if not name:
        name = f"record {place}"
    # A picture beside the records wins over the stored bytes: it need not be unpacked, and has the user's own path.
    if picture.texts and picture.texts[0]:
        stored = Embedded(path, start + picture.at, len(picture.texts[0]))
        record = builder.own_picture([name], path, declared=declared, relative=True, embedded=lambda: stored)
    else:
        record = builder.picture(name, path, place, declared=declared, relative=True)
    record.image_id = _text(features.get("image/source_id", empty))
    edges = [features.get(f"image/object/bbox/{edge}", empty).floats for edge in VOC_CORNERS]
    if len({len(edge) for edge in edges}) != 1:
        builder.notes.skip("edges do not match", path, place, f"found {[len(edge) for edge in edges]} of {VOC_CORNERS}")
        return
    labels = _labels(features, len(edges[0]), names)
    crowd, difficult = (features.get(f"image/object/{key}", empty).numbers for key in ("is_crowd", "difficult"))
    others = {name: _written(features.get(f"image/object/{name}", empty)) for name in _ATTRIBUTES}
    for at, (x1, y1, x2, y2) in enumerate(zip(*edges, strict=True)):
        kind = (
            Kind.CROWD
            if crowd[at : at + 1] == [1]
            else Kind.DIFFICULT
            if difficult[at : at + 1] == [1]
            else Kind.NORMAL
        )
        words = {name: values[at] for name, values in others.items() if at < len(values)}
        where = f"{place}: object {at}"
        builder.add_gt(record, (x1, y1, x2, y2), labels[at], path, where, kind, str(at), attributes=words)


def _labels(features: dict[str, _Feature], count: int, names: dict[int, str]) -> list[str]:
    texts = features.get("image/object/class/text", _Feature()).texts
    if len(texts) == count:
        return [text.decode("utf-8", "replace") for text in texts]
    numbers = features.get("image/object/class/label", _Feature()).numbers
    return [names.get(number, f"class {number}") for number in numbers[:count]] + ["unnamed"] * (count - len(numbers))


def _written(feature: _Feature) -> list[str | float]:
    return [*(text.decode("utf-8", "replace") for text in feature.texts), *feature.floats, *feature.numbers]


def _text(feature: _Feature) -> str:
    return clean(feature.texts[0].decode("utf-8", "replace")) if feature.texts else ""


def _label_map(folder: Path) -> dict[int, str]:
    """Return class names by number from a label_map.pbtxt in a folder, empty where there is none."""
    names: dict[int, str] = {}
    for path in sorted(folder.glob("*label_map*.pbtxt")):
        if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
            continue
        # Protocol buffers as text; the two fields wanted stand on lines of their own, in either order.
        number, name = None, None
        for line in read_whole(path)[: 1 << 20].decode("utf-8", "replace").splitlines():
            key, _, value = line.strip().partition(":")
            if key.strip() == "id" and value.strip().isdecimal():
                number = int(value.strip()[:9])
            elif key.strip() == "name":
                name = value.strip().strip("'\"")
            elif "}" in line and number is not None and name:
                names[number], number, name = name, None, None
    return names


def _features(data: bytes) -> dict[str, _Feature]:
    """Return the features of an Example message: features = 1, in it a map feature = 1 of key = 1, value = 2."""
    found: dict[str, _Feature] = {}
    for number, start, end in fields(data, 0, len(data)):
        if number != 1:
            continue
        for inner, first, last in fields(data, start, end):
            if inner != 1:
                continue
            parts = {part: (a, b) for part, a, b in fields(data, first, last)}
            if 1 in parts and 2 in parts:
                key = data[slice(*parts[1])].decode("utf-8", "replace")
                found[key] = _feature(data, *parts[2])
    return found


def _feature(data: bytes, start: int, end: int) -> _Feature:
    """Return a Feature: bytes_list = 1, float_list = 2 or int64_list = 3, each with value = 1."""
    feature = _Feature()
    for kind, first, last in fields(data, start, end):
        # Only the first bytes value is a picture, if any; its place is kept, so that the picture is read when it is
        # looked at.
        for _, a, b in fields(data, first, last) if kind == 1 else ():
            feature.at = feature.at if feature.texts else a
            feature.texts.append(data[a:b])
        if kind == 2:
            feature.floats += _packed_floats(data, first, last)
        if kind == 3:
            feature.numbers += _packed_numbers(data, first, last)
    return feature


def _packed_floats(data: bytes, start: int, end: int) -> list[float]:
    values: list[float] = []
    for _, a, b in fields(data, start, end):
        if (b - a) % 4:
            raise TornMessage("a list of floats is cut off")
        values += struct.unpack(f"<{(b - a) // 4}f", data[a:b])
    return values


def _packed_numbers(data: bytes, start: int, end: int) -> list[int]:
    values: list[int] = []
    for _, a, b in fields(data, start, end):
        values += numbers(data, a, b)
    return values


FORMAT = Format(
    name="tfrecord",
    title="TFRecord",
    suffixes=(".tfrecord", ".tfrecords", ".record"),
    detect=detect,
    read=read,
    grouping=Grouping.TOGETHER,
    sharded=True,
)
