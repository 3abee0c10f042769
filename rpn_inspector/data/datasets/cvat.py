"""CVAT for images 1.1, XML: boxes of all pictures in one file; enclosing boxes of polygons, ellipses and masks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

from rpn_inspector.core.errors import BadFile, BadRecord
from rpn_inspector.data.dataset import Dataset, Record
from rpn_inspector.data.datasets.gathering import Box, Gathering, enclosing
from rpn_inspector.data.datasets.reading import number, size_of
from rpn_inspector.data.datasets.xml_tree import attribute, read_xml, text_of
from rpn_inspector.data.finding import PictureFinder

_OUTLINES = ("polygon", "polyline", "ellipse", "mask")
_NO_AREA = ("points", "skeleton", "cuboid", "tag")


def read(files: Sequence[Path], finder: PictureFinder) -> Dataset:
    """Return the dataset of CVAT ``files``. Raises `BadFile` where one is other XML, or CVAT for video."""
    gathering = Gathering(finder)
    for path in files:
        try:
            root = read_xml(path)
        except BadRecord as error:
            raise BadFile(path, f"line {error.place}: {error.problem}") from error
        if root.tag != "annotations":
            raise BadFile(path, f"is not CVAT: its root is <{root.tag}>, wanted <annotations>")
        images = root.findall("image")
        if not images:
            why = "is CVAT for video, wanted CVAT for images" if root.find("track") is not None else (
                "is not VOC: its root is <annotations>; and not CVAT: it holds no <image>"
            )  # fmt: skip
            raise BadFile(path, why)
        for label in root.iterfind("meta//labels/label"):
            name = text_of(label, "name")
            if name:
                gathering.label(name, path, "meta")
        for number_, image in enumerate(images):
            _image(image, path, f"image {image.get('id') or number_}", gathering)
    return gathering.dataset("CVAT")


def _image(image: Element, path: Path, place: str, gathering: Gathering) -> None:
    name = image.get("name", "").strip()
    if not name:
        gathering.notes.skip("no picture named", path, place, "wanted a name")
        return
    declared = size_of(image.get("height"), image.get("width"))
    record = gathering.picture(name, path, place, declared=declared, image_id=image.get("id", ""))
    for at, shape in enumerate(image):
        _shape(shape, record, path, f"{place}: {shape.tag} {at}", at, gathering)


def _shape(shape: Element, record: Record, path: Path, place: str, at: int, gathering: Gathering) -> None:
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
    gathering.truth(record, box, shape.get("label", ""), path, place, id_=shape.get("id", str(at)))


def _box(shape: Element) -> Box:
    if shape.tag == "box":
        x1, y1, x2, y2 = (attribute(shape, name) for name in ("xtl", "ytl", "xbr", "ybr"))
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


def turned(box: Box, angle: float) -> Box:
    """Return the box that encloses ``box`` turned about its centre by ``angle``, in radians."""
    if not math.isfinite(angle):
        raise ValueError("the rotation is not finite")
    x, y, width, height = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1]
    across = (abs(width * math.cos(angle)) + abs(height * math.sin(angle))) / 2
    down = (abs(width * math.sin(angle)) + abs(height * math.cos(angle))) / 2
    return x - across, y - down, x + across, y + down
