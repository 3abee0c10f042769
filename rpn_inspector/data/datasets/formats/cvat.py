"""CVAT 1.1, XML, for images and for video: one file for all; enclosing boxes of polygons, ellipses and masks."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile, BadRecord
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Record
from rpn_inspector.data.datasets.support.dataset_builder import Box, DatasetBuilder, enclosing, turned
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.text import number, size_of
from rpn_inspector.data.datasets.support.written_paths import splits_in, stem_of, telling_folders
from rpn_inspector.data.datasets.support.xml import Element, XmlReader, attribute, local_name, text_of

_OUTLINES = ("polygon", "polyline", "ellipse", "mask")
_NO_AREA = ("points", "skeleton", "cuboid", "tag")
_CORNERS = ("xtl", "ytl", "xbr", "ybr")
MOST_FRAMES, MOST_BETWEEN = 100_000, 20_000  # frames looked for, and boxes set between two key frames


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape of an image or a track: ``values`` of the tag as written, ``attributes`` of its children."""

    tag: str
    values: Mapping[str, str]
    attributes: Mapping[str, str]

    @classmethod
    def of(cls, element: Element) -> _Shape:
        """Return the shape of ``element``, free to be emptied afterwards."""
        tag = local_name(element)
        written = {part.get("name", ""): part.text or "" for part in element if local_name(part) == "attribute"}
        return cls(tag, {str(name): str(value) for name, value in element.items()}, written)

    @property
    def is_keyframe(self) -> bool:
        """Return whether the file has the shape, False for a box in between two of a track."""
        return "keyframe" in self.values


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the root of CVAT with an element of CVAT's inside."""
    if excerpt.root == "annotations" and re.search(r"<(image|track|meta|version)\b", excerpt.text):
        return Evidence.CERTAIN
    return Evidence.POSSIBLE if b"<annotations" in excerpt.data[:4096] else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of CVAT files. Raises `BadFile` for other XML."""
    builder, reader = DatasetBuilder(source.finder()), XmlReader(source.files)
    for path in source.counted():
        try:
            _read(reader.stream(path, builder.notes, "annotations", ("meta", "image", "track")), path, builder)
        except BadRecord as error:
            raise BadFile(path, f"line {error.place}: {error.problem}") from error
    return builder.dataset(FORMAT.title, CORNERS)


def _read(elements: Iterator[Element], path: Path, builder: DatasetBuilder) -> None:
    images, tracks, video = 0, list[_Track](), _Video()
    folders = frozenset(
        part for place in set(map(posixpath.dirname, builder.finder.paths)) for part in place.split("/")
    )
    for element in elements:
        tag = local_name(element)
        if tag == "meta":
            video = _meta(element, path, builder)
        elif tag == "image":
            _image(element, path, f"image {element.get('id') or images}", folders, builder)
            images += 1
        else:
            shapes = [_Shape.of(part) for part in element]
            tracks.append(_Track(element.get("id") or str(len(tracks)), element.get("label", ""), shapes))
    if tracks:
        _add_video(video, tracks, path, builder)
    elif not images:
        raise BadFile(path, Text("is not VOC: its root is <annotations>; and not CVAT: it holds no <image> or <track>"))


@dataclass(frozen=True, slots=True)
class _Video:
    """A video as declared in a file: size (h, w) px, None for none, and the number of frames."""

    declared: tuple[int, int] | None = None
    frames: int = 0


@dataclass(frozen=True, slots=True)
class _Track:
    """An object of a video, with a shape for each key frame."""

    id: str
    label: str
    shapes: Sequence[_Shape]


def _meta(meta: Element, path: Path, builder: DatasetBuilder) -> _Video:
    """Take the listed classes in their order; return the declared video."""
    found: dict[str, Element] = {}
    for element in meta.iter("{*}original_size", "{*}size"):
        found.setdefault(local_name(element), element)
    for label in meta.iterfind(".//{*}labels/{*}label"):
        if name := text_of(label.find("{*}name")):
            builder.label(name, path, "meta")
    size = {local_name(side): text_of(side) for side in found.get("original_size", ())}
    length = text_of(found.get("size"))
    frames = min(int(length), MOST_FRAMES) if length.isdecimal() and len(length) < 10 else 0
    return _Video(size_of(size.get("height"), size.get("width")), frames)


def _image(image: Element, path: Path, place: str, folders: frozenset[str], builder: DatasetBuilder) -> None:
    name = _with_subset(image.get("name", ""), image.get("subset", ""), folders)
    if not name.strip():
        builder.notes.skip("no picture named", path, place, "wanted a name")
        return
    declared = size_of(image.get("height"), image.get("width"))
    record = builder.picture(name, path, place, declared=declared, image_id=image.get("id", ""))
    for at, element in enumerate(image):
        shape = _Shape.of(element)
        id_, words = shape.values.get("id", str(at)), f"{place}: {shape.tag} {at}"
        _add(shape, shape.values.get("label", ""), id_, record, path, words, builder)


def _with_subset(name: str, subset: str, folders: frozenset[str]) -> str:
    """Return a name with its subset before where ``folders`` of pictures are called as subsets, as CVAT exports them.

    A name with folders that have the subset already is left as written.
    """
    known = subset in folders or (splits_in(subset) and splits_in(*folders))
    if not (name.strip() and subset and known) or telling_folders(subset)[-1:] == telling_folders(name)[:1]:
        return name
    return f"{subset}/{name}"


def _add_video(video: _Video, tracks: Sequence[_Track], path: Path, builder: DatasetBuilder) -> None:
    """Add the tracks of a video frame by frame; pictures are called frame_000000, as by CVAT itself."""
    frames: dict[int, list[tuple[_Shape, str, str, str]]] = {}
    # A hostile file could ask for a box in each of a billion frames.
    budget = MOST_BETWEEN
    for track in tracks:
        for frame, shape in _shown(track, path, budget, builder):
            budget -= not shape.is_keyframe
            place = f"track {track.id}: frame {frame}"
            frames.setdefault(frame, []).append((shape, track.label, track.id, place))
    there = {stem_of(place.rpartition("/")[2]) for place in builder.finder.paths}
    for frame in range(video.frames):
        if frame not in frames and _frame(frame) in there:
            frames[frame] = []
    for frame, shapes in sorted(frames.items()):
        name, declared = _frame(frame), video.declared
        record = builder.picture(name, path, f"frame {frame}", declared=declared, image_id=str(frame))
        for shape, label, id_, place in shapes:
            _add(shape, label, id_, record, path, place, builder)


def _frame(number_: int) -> str:
    return f"frame_{number_:06d}"


def _shown(track: _Track, path: Path, budget: int, builder: DatasetBuilder) -> Iterator[tuple[int, _Shape]]:
    """Yield the frames with a visible track, also between two key frames: at most ``budget`` of the latter."""
    place = f"track {track.id}"
    last: tuple[int, _Shape] | None = None
    for shape in track.shapes:
        text = shape.values.get("frame", "")
        if not text.isdecimal() or len(text) > 8:
            builder.notes.skip("no frame", path, place, f"found frame {text!r:.40}, wanted a whole number")
            continue
        frame = int(text)
        # CVAT may write key frames alone; between them its own player moves boxes on straight lines.
        if last is not None and last[1].tag == shape.tag == "box":
            for between, box in _between(*last, frame, shape):
                if budget <= 0:
                    builder.notes.warn("frames left out", f"{path}:{place}: too many frames between its boxes")
                    break
                budget -= 1
                words = f"{path}:{place}: frame {between} is on the line between two boxes"
                builder.notes.warn("box between key frames", words)
                yield between, box
        last = None if shape.values.get("outside") == "1" else (frame, shape)
        if last is not None:
            yield last


def _between(first: int, one: _Shape, end: int, other: _Shape) -> Iterator[tuple[int, _Shape]]:
    """Yield the boxes of the frames between two key frames, on the straight line between their boxes."""
    try:
        a, b = ([attribute(shape.values, name) for name in _CORNERS] for shape in (one, other))
    except ValueError:
        return  # each says so for itself
    kept = {name: value for name, value in one.values.items() if name in ("rotation", "occluded")}
    for frame in range(first + 1, end):
        part = (frame - first) / (end - first)
        values = {name: repr(x + (y - x) * part) for name, x, y in zip(_CORNERS, a, b, strict=True)}
        yield frame, _Shape("box", values | kept, one.attributes)


def _add(shape: _Shape, label: str, id_: str, record: Record, path: Path, place: str, builder: DatasetBuilder) -> None:
    if shape.tag in _NO_AREA:
        builder.notes.skip("shape without area", path, place, f"a <{shape.tag}> is no box")
        return
    if shape.tag != "box" and shape.tag not in _OUTLINES:
        return
    try:
        box = _box(shape.tag, shape.values)
        turn = number(shape.values.get("rotation", "0"))
        if turn:
            box = turned(box, math.radians(turn))
    except ValueError as error:
        builder.notes.skip("not four numbers", path, place, f"its corners are not numbers: {error}")
        return
    if turn or shape.tag != "box":
        kind = "turned box" if shape.tag == "box" else shape.tag
        builder.notes.warn("box from polygon", f"{path}:{place}: the {kind}'s enclosing box is taken")
    attributes = {"occluded": shape.values.get("occluded", ""), **shape.attributes}
    builder.add_gt(record, box, label, path, place, id_=id_, attributes=attributes)


def _box(tag: str, values: Mapping[str, str]) -> Box:
    if tag == "box":
        x1, y1, x2, y2 = (attribute(values, name) for name in _CORNERS)
        return x1, y1, x2, y2
    if tag == "ellipse":
        x, y, a, b = (attribute(values, name) for name in ("cx", "cy", "rx", "ry"))
        return x - a, y - b, x + a, y + b
    if tag == "mask":
        x, y, width, height = (attribute(values, name) for name in ("left", "top", "width", "height"))
        return x, y, x + width, y + height
    points = [tuple(number(value) for value in pair.split(",")) for pair in values.get("points", "").split(";")]
    if any(len(point) != 2 for point in points):
        raise ValueError("wanted points of x,y")
    return enclosing([(point[0], point[1]) for point in points])


FORMAT = Format(name="cvat", title="CVAT", suffixes=(".xml",), detect=detect, read=read, covers="images and video")
