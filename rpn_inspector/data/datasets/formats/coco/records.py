"""COCO's annotations in batches: the possible shapes of a record, and the columns for all of them.

A batch of the usual shape is decoded straight into typed records. Any other batch is decoded as plain JSON, and every
record looked at. Both paths give the same columns.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.formats.coco.json_stream import ElementBatch
from rpn_inspector.data.datasets.support import rle
from rpn_inspector.data.datasets.support.columns import IdsBuilder

Corners = tuple[float, float, float, float]
DETAILS = 64  # bad boxes whose words are kept, of each of the flaws
FLAWS = ("", "not an object", "image_id missing", "category_id missing", "bbox is not four numbers")
NOT_OBJECT, NO_IMAGE, NO_CATEGORY, NO_BOX = 1, 2, 3, 4
FROM_POLYGON, AS_TEXT, AS_FLOAT, ODD_CROWD, SCORED, REPLACED = 1, 2, 4, 8, 16, 32
MARKS = {
    FROM_POLYGON: ("box from polygon", "has no bbox, the enclosing box of its segmentation is taken"),
    AS_TEXT: ("number as text", "holds a number in quotes"),
    AS_FLOAT: ("id as a float", "holds an id like 1.0; 1 is taken"),
    ODD_CROWD: ("odd iscrowd", 'iscrowd is true or "1", wanted 0 or 1; taken as 1'),
    SCORED: ("score in a ground truth", "has a score, as a detector's result has; taken as a ground truth"),
    REPLACED: ("not UTF-8", "its attributes hold bytes that are no UTF-8, and are replaced"),
}
_SURROGATES = re.compile("[\ud800-\udfff]")
_NONE = msgspec.Raw(b"null")


class _Annotation(msgspec.Struct, gc=False):
    id: int
    image_id: int
    category_id: int
    bbox: Corners
    iscrowd: int = 0
    area: float = math.nan
    score: Any = None
    ignore: int | None = None
    attributes: msgspec.Raw = _NONE


ANNOTATIONS = msgspec.json.Decoder(list[_Annotation])


def clean(text: str) -> str:
    """Return ``text`` with what is no character replaced."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def key(value: Any) -> str | None:
    """Return an id as text, the same for 1, 1.0 and "1"; None for another value."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str):
        return clean(value) or None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def shown(value: Any) -> str:
    """Return a value for a message, in at most 80 characters on a single line."""
    return clean(f"{value!r:.80}")


def whole_numbers(records: list[Any], name: str) -> npt.NDArray[np.int64]:
    """Return a field of typed records, (n,) int64. Raises `OverflowError` for too large a number."""
    return np.fromiter(map(attrgetter(name), records), np.int64, len(records))


class Annotations:
    """The annotations so far, good and bad, as columns with a row each."""

    def __init__(self) -> None:
        self.id, self.image, self.category = IdsBuilder(), IdsBuilder(), IdsBuilder()
        self.boxes: list[npt.NDArray[np.float64]] = []
        self.areas: list[npt.NDArray[np.float64]] = []
        self.kinds: list[npt.NDArray[np.int8]] = []
        self.flaws: list[npt.NDArray[np.uint8]] = []
        self.marks: list[npt.NDArray[np.uint8]] = []
        self.attributes: list[npt.NDArray[np.int32]] = []
        self.words: dict[bytes, int] = {b"": 0, b"null": 0}  # attributes as JSON, as written, and their numbers
        self.details: dict[int, str] = {}
        self._counts = [0] * len(FLAWS)

    def add(self, batch: ElementBatch) -> None:
        """Take a batch of the list of annotations."""
        # Whole numbers beyond int64 pass the typed decoder but fit no column: such a batch takes the slower path too.
        if batch.typed is None:
            self._add_plain(batch.plain, batch.start)
        elif not self._add_typed(batch.typed):
            self._add_plain([_as_dict(record) for record in batch.typed], batch.start)

    def _add_typed(self, records: list[_Annotation]) -> bool:
        count = len(records)
        try:
            ids, images = whole_numbers(records, "id"), whole_numbers(records, "image_id")
            categories, crowds = whole_numbers(records, "category_id"), whole_numbers(records, "iscrowd")
        except OverflowError:
            return False
        self.id.add_numbers(ids)
        self.image.add_numbers(images)
        self.category.add_numbers(categories)
        box = np.fromiter(chain.from_iterable(map(attrgetter("bbox"), records)), np.float64, 4 * count).reshape(-1, 4)
        with np.errstate(over="ignore", invalid="ignore"):
            box[:, 2:] += box[:, :2]
        scores = list(map(attrgetter("score"), records))
        marks = np.zeros(count, np.uint8)
        if scores.count(None) < count:
            marks += np.array([SCORED * (score is not None) for score in scores], np.uint8)
        kinds = np.where(crowds == 1, np.int8(Kind.CROWD), np.int8(Kind.NORMAL))
        ignored = list(map(attrgetter("ignore"), records))
        if ignored.count(None) + ignored.count(0) < count:
            kinds[(kinds == Kind.NORMAL) & (np.array(ignored) == 1)] = Kind.IGNORED
        written = list(map(bytes, map(attrgetter("attributes"), records)))
        if not all(map(bytes.isascii, written)):
            marks += np.array([REPLACED * (not _is_utf8(each)) for each in written], np.uint8)
        words = self._numbers_of(written) if written.count(b"null") < count else 0
        self._extend(box, np.fromiter(map(attrgetter("area"), records), np.float64, count), kinds, 0, marks, words)
        return True

    def _extend(
        self,
        box: npt.NDArray[np.float64],
        area: npt.NDArray[np.float64],
        kind: npt.ArrayLike,
        flaw: npt.ArrayLike,
        marks: npt.ArrayLike,
        words: npt.ArrayLike,
    ) -> None:
        self.boxes.append(box)
        self.areas.append(area)
        self.kinds.append(np.asarray(kind, np.int8))
        self.flaws.append(np.broadcast_to(np.asarray(flaw, np.uint8), len(box)))
        self.marks.append(np.asarray(marks, np.uint8))
        self.attributes.append(np.broadcast_to(np.asarray(words, np.int32), len(box)))

    def _numbers_of(self, written: list[bytes]) -> list[int]:
        """Return the numbers of attributes, equal for equal JSON text; the text itself is parsed on access."""
        known = self.words
        for new in dict.fromkeys(written):
            if new not in known:
                known[new] = len(known) - 1  # "" and null are one
        return list(map(known.__getitem__, written))

    def texts(self) -> list[str]:
        """Return the attributes written, as JSON, by their numbers."""
        return [written.decode("utf-8", "replace") for written in self.words if written != b"null"]

    def _add_plain(self, values: list[Any], start: int) -> None:
        rows = [self._read(value, row) for row, value in enumerate(values, start)]
        for builder, column in ((self.id, 0), (self.image, 1), (self.category, 2)):
            builder.add_texts([str(row[column]) for row in rows])
        box = np.array([row[3] for row in rows], np.float64).reshape(-1, 4)
        area = np.array([row[4] for row in rows], np.float64)
        words = self._numbers_of([_written(value) for value in values])
        self._extend(box, area, [row[5] for row in rows], [row[6] for row in rows], [row[7] for row in rows], words)

    def _flawed(self, row: int, flaw: int, words: str) -> int:
        self._counts[flaw] += 1
        if self._counts[flaw] <= DETAILS:
            self.details[row] = words
        return flaw

    def _read(self, value: Any, row: int) -> tuple[str, str, str, Corners, float, Kind, int, int]:
        """Return id, image, category, box, area, kind, flaw and marks of any JSON value."""
        if not isinstance(value, dict):
            flaw = self._flawed(row, NOT_OBJECT, f"found {shown(value)}, wanted an annotation")
            return "", "", "", _NO_CORNERS, math.nan, Kind.NORMAL, flaw, 0
        id_, image, category = (key(value.get(name)) for name in ("id", "image_id", "category_id"))
        marks = _id_marks(value)
        crowd = value.get("iscrowd")
        if crowd is True or crowd == "1":
            marks |= ODD_CROWD
        marks |= SCORED * (value.get("score") is not None)
        flaw, box = 0, _NO_CORNERS
        if image is None or category is None:
            missing = "image_id" if image is None else "category_id"
            flaw = self._flawed(row, NO_IMAGE if image is None else NO_CATEGORY, f"wanted {missing}")
        else:
            found, more = _box(value)
            marks |= more
            if found is None:
                instead = "key points, but no bbox" if "keypoints" in value else f"bbox {shown(value.get('bbox'))}"
                flaw = self._flawed(row, NO_BOX, f"found {instead}, wanted x, y, w, h")
            else:
                box = found
        return id_ or "", image or "", category or "", box, _area(value), _kind(value), flaw, marks


def _is_utf8(written: bytes) -> bool:
    try:
        written.decode()
    except UnicodeDecodeError:
        return False
    return True


def _written(value: Any) -> bytes:
    """Return an annotation's attributes as JSON."""
    attributes = value.get("attributes") if isinstance(value, dict) else None
    if isinstance(attributes, msgspec.Raw):
        return bytes(attributes)
    try:
        return json.dumps(attributes).encode()
    except RecursionError:
        return json.dumps({"attributes": shown(attributes)}).encode()


_NO_CORNERS: Corners = (0.0, 0.0, 0.0, 0.0)


def _as_dict(record: _Annotation) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__} | {"bbox": list(record.bbox)}


def _id_marks(value: dict[str, Any]) -> int:
    marks = 0
    for name in ("id", "image_id", "category_id"):
        id_ = value.get(name)
        if isinstance(id_, float):
            marks |= AS_FLOAT
        elif isinstance(id_, str) and id_.isdigit():
            marks |= AS_TEXT
    return marks


def _box(annotation: dict[str, Any]) -> tuple[Corners | None, int]:
    """Return the corners, None for none, and the marks of the record."""
    raw, outline = annotation.get("bbox"), annotation.get("segmentation")
    if raw in (None, []) and outline is not None:
        corners = _enclosing(outline) if isinstance(outline, list) else rle.bounds(outline)
        if corners is not None:
            return corners, FROM_POLYGON
    if not isinstance(raw, list) or len(raw) != 4:
        return None, 0
    try:
        x, y, width, height = (_number(value) for value in raw)
    except ValueError:
        return None, 0
    return (x, y, x + width, y + height), AS_TEXT * any(isinstance(value, str) for value in raw)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError from error


def _kind(annotation: dict[str, Any]) -> Kind:
    """Return what an annotation is marked as: ``ignore`` is what VOC's difficult becomes in COCO's form."""
    if annotation.get("iscrowd") in (1, True, "1"):
        return Kind.CROWD
    return Kind.IGNORED if annotation.get("ignore") in (1, True, "1") else Kind.NORMAL


def _area(annotation: dict[str, Any]) -> float:
    try:
        return _number(annotation.get("area"))
    except ValueError:
        return math.nan


def _enclosing(polygons: list[Any]) -> Corners | None:
    try:
        flat = [float(value) for polygon in polygons for value in polygon]
    except (TypeError, ValueError, OverflowError):
        return None
    return (min(flat[0::2]), min(flat[1::2]), max(flat[0::2]), max(flat[1::2])) if len(flat) >= 4 else None


def categories(values: Any, note: Callable[[str, int, str, bool], None]) -> tuple[list[str], list[str]]:
    """Return the classes' names and their ids as text; equal names get their ids in brackets."""
    names, ids = list[str](), list[str]()
    for place, category in enumerate(values):
        id_ = key(category.get("id")) if isinstance(category, dict) else None
        if id_ is None:
            note("category without id", place, "wanted an id", True)
            continue
        name = key(category.get("name"))
        names.append(clean(name).strip() if name is not None and name.strip() else f"class {id_}")
        ids.append(id_)
    twice = _twice(names)
    for place, name in enumerate(names):
        if name in twice:
            note("category name twice", place, f"{name} is more than one category's; ids are shown with it", False)
    return [f"{name} ({id_})" if name in twice else name for name, id_ in zip(names, ids, strict=True)], ids


def _twice(names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for name in names:
        (twice if name in seen else seen).add(name)
    return twice
