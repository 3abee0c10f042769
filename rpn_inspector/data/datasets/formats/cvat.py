"""CVAT 1.1, XML, for images and for video: one file for all; enclosing boxes of polygons, ellipses and masks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from rpn_inspector.core.errors import BadFile, BadRecord
from rpn_inspector.data.datasets.dataset import CORNERS, Dataset, Record
from rpn_inspector.data.datasets.support.collector import Box, Gathering, enclosing, turned
from rpn_inspector.data.datasets.support.text import number, size_of
from rpn_inspector.data.datasets.support.xml import Assumed, attribute, text_of
from rpn_inspector.data.pictures.finder import PictureFinder

_OUTLINES = ("polygon", "polyline", "ellipse", "mask")
_NO_AREA = ("points", "skeleton", "cuboid", "tag")
_CORNERS = ("xtl", "ytl", "xbr", "ybr")
MOST_FRAMES, MOST_BETWEEN = 100_000, 20_000  # frames looked for, and boxes set between two key frames


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of CVAT ``files``. Raises `BadFile` where one is other XML."""
    gathering = Gathering(finder)
    for path in files:
        try:
            root = Assumed(files).read(path, gathering.notes)
        except BadRecord as error:
            raise BadFile(path, f"line {error.place}: {error.problem}") from error
        if root.tag != "annotations":
            raise BadFile(path, f"is not CVAT: its root is <{root.tag}>, wanted <annotations>")
        images, tracks = root.findall("image"), root.findall("track")
        if not images and not tracks:
            raise BadFile(path, "is not VOC: its root is <annotations>; and not CVAT: it holds no <image> or <track>")
        for label in root.iterfind("meta//labels/label"):
            name = text_of(label, "name")
            if name:
                gathering.label(name, path, "meta")
        for number_, image in enumerate(images):
            _image(image, path, f"image {image.get('id') or number_}", gathering)
        if tracks:
            _video(root, tracks, path, gathering)
    return gathering.dataset("CVAT", CORNERS)


def _image(image: Element, path: Path, place: str, gathering: Gathering) -> None:
    name = image.get("name", "").strip()
    if not name:
        gathering.notes.skip("no picture named", path, place, "wanted a name")
        return
    declared = size_of(image.get("height"), image.get("width"))
    record = gathering.picture(name, path, place, declared=declared, image_id=image.get("id", ""))
    for at, shape in enumerate(image):
        words = f"{place}: {shape.tag} {at}"
        _shape(shape, shape.get("label", ""), shape.get("id", str(at)), record, path, words, gathering)


def _video(root: Element, tracks: Sequence[Element], path: Path, gathering: Gathering) -> None:
    """Read the tracks of a video frame by frame; its pictures are called frame_000000, as CVAT itself calls them."""
    declared = size_of(*(text_of(root, f"meta//original_size/{side}") for side in ("height", "width")))
    frames: dict[int, list[tuple[Element, str, str, str]]] = {}
    budget = MOST_BETWEEN
    for number_, track in enumerate(tracks):
        id_, label = track.get("id") or str(number_), track.get("label", "")
        for frame, shape in _shown(track, path, f"track {id_}", budget, gathering):
            budget -= shape.get("keyframe") is None
            frames.setdefault(frame, []).append((shape, label, id_, f"track {id_}: frame {frame}"))
    length = text_of(root, "meta//size")
    for frame in range(min(int(length), MOST_FRAMES) if length.isdecimal() and len(length) < 10 else 0):
        if frame not in frames and gathering.finder.find(_frame(frame), path.parent, path.stem) is not None:
            frames[frame] = []
    for frame, shapes in sorted(frames.items()):
        record = gathering.picture(_frame(frame), path, f"frame {frame}", declared=declared, image_id=str(frame))
        for shape, label, id_, place in shapes:
            _shape(shape, label, id_, record, path, place, gathering)


def _frame(number_: int) -> str:
    return f"frame_{number_:06d}"


def _shown(track: Element, path: Path, place: str, budget: int, gathering: Gathering) -> Iterator[tuple[int, Element]]:
    """Yield the frames on which a track is seen, those between two key frames too: at most ``budget`` of them."""
    last: tuple[int, Element] | None = None
    for shape in track:
        text = shape.get("frame", "")
        if not text.isdecimal() or len(text) > 8:
            gathering.notes.skip("no frame", path, place, f"found frame {text!r:.40}, wanted a whole number")
            continue
        frame = int(text)
        if last is not None and last[1].tag == shape.tag == "box":
            for between, box in _between(*last, frame, shape):
                if budget <= 0:
                    gathering.notes.warn("frames left out", f"{path}:{place}: too many frames between its boxes")
                    break
                budget -= 1
                words = f"{path}:{place}: frame {between} is on the line between two boxes"
                gathering.notes.warn("box between key frames", words)
                yield between, box
        last = None if shape.get("outside") == "1" else (frame, shape)
        if last is not None:
            yield last


def _between(first: int, one: Element, end: int, other: Element) -> Iterator[tuple[int, Element]]:
    """Yield the boxes of the frames between two, on the straight line from one to the other."""
    try:
        a, b = ([attribute(shape, name) for name in _CORNERS] for shape in (one, other))
    except ValueError:
        return  # each says so for itself
    for frame in range(first + 1, end):
        part = (frame - first) / (end - first)
        values = {name: repr(x + (y - x) * part) for name, x, y in zip(_CORNERS, a, b, strict=True)}
        values |= {name: value for name, value in one.items() if name in ("rotation", "occluded")}
        box = Element("box", values)
        box.extend(one.findall("attribute"))
        yield frame, box


def _shape(shape: Element, label: str, id_: str, record: Record, path: Path, place: str, gathering: Gathering) -> None:
    if shape.tag in _NO_AREA:
        gathering.notes.skip("shape without area", path, place, f"a <{shape.tag}> is no box")
        return
    if shape.tag != "box" and shape.tag not in _OUTLINES:
        return
    try:
        box = _box(shape)
        turn = number(shape.get("rotation", "0"))
        if turn:
            box = turned(box, math.radians(turn))
    except ValueError as error:
        gathering.notes.skip("not four numbers", path, place, f"its corners are not numbers: {error}")
        return
    if turn or shape.tag != "box":
        kind = "turned box" if shape.tag == "box" else shape.tag
        gathering.notes.warn("box from polygon", f"{path}:{place}: the {kind}'s enclosing box is taken")
    attributes = {"occluded": shape.get("occluded", "")}
    attributes |= {part.get("name", ""): part.text or "" for part in shape.iterfind("attribute")}
    gathering.truth(record, box, label, path, place, id_=id_, attributes=attributes)


def _box(shape: Element) -> Box:
    if shape.tag == "box":
        x1, y1, x2, y2 = (attribute(shape, name) for name in _CORNERS)
        return x1, y1, x2, y2
    if shape.tag == "ellipse":
        x, y, a, b = (attribute(shape, name) for name in ("cx", "cy", "rx", "ry"))
        return x - a, y - b, x + a, y + b
    if shape.tag == "mask":
        x, y, width, height = (attribute(shape, name) for name in ("left", "top", "width", "height"))
        return x, y, x + width, y + height
    points = [tuple(number(value) for value in pair.split(",")) for pair in shape.get("points", "").split(";")]
    if any(len(point) != 2 for point in points):
        raise ValueError("wanted points of x,y")
    return enclosing([(point[0], point[1]) for point in points])
