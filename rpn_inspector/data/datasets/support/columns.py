"""Columns: pictures and ground truths of a dataset of any size as arrays, texts and ids included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, overload

import msgspec
import numpy as np
import numpy.typing as npt

from rpn_inspector.core.plain_text import one_line

Ints = npt.NDArray[np.int64]
Arrays = dict[str, npt.NDArray[Any]]
IMAGE_ORDER, ANNOTATION_ORDER = 1 << 40, 1 << 41  # oddities are listed in this order, and by place within


class Texts(Sequence[str]):
    """Texts as one array of UTF-8 bytes and (n + 1,) int64 offsets in characters."""

    def __init__(self, data: npt.NDArray[np.uint8], offsets: Ints) -> None:
        self.data, self.offsets = data, offsets

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """Return the column of ``texts`` without lone surrogates."""
        # Offsets count characters, not bytes: the column is decoded once as a whole, and then sliced as text.
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        data = np.frombuffer("".join(texts).encode(), np.uint8)
        return cls(data, np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]))

    @cached_property
    def _text(self) -> str:
        return self.data.tobytes().decode()

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.offsets) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        """Return one text, or a list for a slice."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        return self._text[self.offsets[index] : self.offsets[index + 1]]

    def __iter__(self) -> Iterator[str]:
        """Yield every text."""
        text = self._text
        return (text[start:end] for start, end in pairwise(self.offsets.tolist()))

    def arrays(self, prefix: str) -> Arrays:
        """Return the arrays by name."""
        return {f"{prefix}_data": self.data, f"{prefix}_offsets": self.offsets}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Texts:
        """Return the column of the parts of `arrays`. Raises `ValueError` where the parts do not fit."""
        data, offsets = arrays[f"{prefix}_data"], arrays[f"{prefix}_offsets"]
        if data.dtype != np.uint8 or offsets.dtype != np.int64 or offsets.ndim != 1 or not len(offsets):
            raise ValueError(f"{prefix} is no column of texts")
        return cls(data, offsets)


class Ids(Sequence[str]):
    """Ids as written: (n,) int64, and by row the few that are no int64, as text; "" for none."""

    def __init__(self, numbers: Ints, odd: Mapping[int, str]) -> None:
        self.numbers, self.odd = numbers, odd

    def __len__(self) -> int:
        """Return the number of ids."""
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        """Return one id as text, or a list for a slice."""
        if isinstance(index, slice):
            rows = range(*index.indices(len(self)))
            numbers = self.numbers[index].tolist()
            if not self.odd:
                return [str(number) for number in numbers]
            return [self.odd.get(row, str(number)) for row, number in zip(rows, numbers, strict=True)]
        index = range(len(self))[index]
        return self.odd[index] if index in self.odd else str(int(self.numbers[index]))

    @classmethod
    def of(cls, texts: Sequence[str]) -> Ids:
        """Return the column of ids given as text."""
        builder = IdsBuilder()
        builder.add_texts(texts)
        return builder.build()

    def take(self, rows: Ints) -> Ids:
        """Return the ids of ``rows``, each row at most once, in the order of ``rows``."""
        numbers = self.numbers[rows]
        if not self.odd:
            return Ids(numbers, {})
        place = np.full(len(self.numbers), -1, np.int64)
        place[rows] = np.arange(len(rows))
        return Ids(numbers, {int(place[row]): text for row, text in self.odd.items() if place[row] >= 0})

    def find(self, wanted: Ids) -> Ints:
        """Return for each ``wanted`` id the first row with an equal id, -1 without."""
        rows = self._plain()
        found = _find(self.numbers[rows], rows, wanted.numbers)
        first: dict[str, int] = {}
        for row, text in self.odd.items():
            first.setdefault(text, row)
        for row, text in wanted.odd.items():
            found[row] = first.get(text, -1) if text else -1
        return found

    def distinct(self) -> Ids:
        """Return each id once, in the order of first occurrence."""
        keep = np.ones(len(self.numbers), bool)
        keep[self.repeated()] = False
        return self.take(np.flatnonzero(keep))

    def repeated(self) -> Ints:
        """Return the rows with the id of an earlier row, ascending; a missing id repeats nothing."""
        rows = self._plain()
        order = rows[np.argsort(self.numbers[rows], kind="stable")]
        numbers = self.numbers[order]
        again = order[1:][numbers[1:] == numbers[:-1]]
        first: dict[str, int] = {}
        odd = [row for row, text in self.odd.items() if text and first.setdefault(text, row) != row]
        return np.sort(np.concatenate([again, np.array(odd, np.int64)]))

    def _plain(self) -> Ints:
        """Return the rows with int64 ids."""
        plain = np.ones(len(self.numbers), bool)
        plain[list(self.odd)] = False
        return np.flatnonzero(plain)

    def arrays(self, prefix: str) -> Arrays:
        """Return the arrays by name."""
        rows = np.array(list(self.odd), np.int64)
        return {
            prefix: self.numbers,
            f"{prefix}_odd": rows,
            **Texts.of(list(self.odd.values())).arrays(f"{prefix}_odd"),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Ids:
        """Return the column of the parts of `arrays`. Raises `ValueError` where the parts do not fit."""
        texts = Texts.from_arrays(arrays, f"{prefix}_odd")
        return cls(arrays[prefix], dict(zip(arrays[f"{prefix}_odd"].tolist(), texts, strict=True)))


def _find(numbers: Ints, rows: Ints, wanted: Ints) -> Ints:
    """Return for each ``wanted`` number the first of ``rows`` with an equal number, -1 without."""
    if not len(numbers):
        return np.full(len(wanted), -1, np.int64)
    low, high = int(numbers.min()), int(numbers.max())
    # Ids mostly run from 1 on without large gaps; sparse ids (hashes, time stamps) would need a table of gigabytes.
    if high - low < 16 * len(numbers) + 1_000_000:  # a table is ten times as fast as a search
        table = np.full(high - low + 1, -1, np.int64)
        table[(numbers - low)[::-1]] = rows[::-1]  # backwards, so that the first of equal ones stays
        inside = (wanted >= low) & (wanted <= high)
        return np.where(inside, table[np.where(inside, wanted, low) - low], -1)
    order = np.argsort(numbers, kind="stable")
    numbers = numbers[order]
    at = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
    return np.where(numbers[at] == wanted, rows[order][at], -1)


class IdsBuilder:
    """Collects ids in batches."""

    def __init__(self) -> None:
        self._parts: list[Ints] = []
        self._odd: dict[int, str] = {}
        self._count = 0

    def add_numbers(self, numbers: Ints) -> None:
        """Append ids given as whole numbers."""
        self._parts.append(numbers)
        self._count += len(numbers)

    def add_texts(self, texts: Sequence[str]) -> None:
        """Append ids as text; "7" is the number 7, "07" is not."""
        numbers = [as_number(text) for text in texts]
        for at, number in enumerate(numbers):
            if number is None:
                self._odd[self._count + at] = texts[at]
        self.add_numbers(np.array([number or 0 for number in numbers], np.int64))

    def build(self) -> Ids:
        """Return the column of all ids."""
        return Ids(np.concatenate([np.zeros(0, np.int64), *self._parts]), self._odd)


def as_number(text: str) -> int | None:
    """Return the int64 written exactly as ``text``, None for another text."""
    if not 0 < len(text) <= 20 or not (text.isascii() and text.lstrip("-").isdigit()):
        return None
    number = int(text) if text.count("-") <= 1 and "-" not in text[1:] else 0
    return number if str(number) == text and -(2**63) <= number < 2**63 else None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ImageColumns:
    """One row a picture, in the file's order: id, name, ``size`` (n, 2) int32 h, w (0 for none), ``place`` in the list.

    ``source`` is the annotation file.
    """

    id: Ids
    name: Texts
    size: npt.NDArray[np.int32]
    place: npt.NDArray[np.int32]
    source: Path


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BoxColumns:
    """One row a ground truth, sorted by picture and within a picture as in the file.

    Picture i has rows ``first[i]`` to ``first[i + 1]``, ``first`` (n + 1,) int64. ``box`` (m, 4) float64 x1, y1, x2, y2
    in original px; ``label`` (m,) int32 index into ``classes``, with the ids as written in ``class_ids``; ``kind`` (m,)
    int8; ``area`` (m,) float64 as written, NaN for none; ``attributes`` (m,) int32 index into ``words``, the
    attributes' JSON as in the file, "" at index 0 for none. ``oddities`` are the notes of the reading. Boxes left out
    for a zero or negative size: ``left_image`` (k,) int32, ``left_box`` (k, 4) as read, ``left_place`` (k,) int64 in
    the file's list.
    """

    first: Ints
    box: npt.NDArray[np.float64]
    label: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int8]
    area: npt.NDArray[np.float64]
    attributes: npt.NDArray[np.int32]
    left_image: npt.NDArray[np.int32]
    left_box: npt.NDArray[np.float64]
    left_place: Ints
    words: Texts
    id: Ids
    classes: tuple[str, ...]
    class_ids: tuple[str, ...]
    oddities: tuple[Oddity, ...]

    def without(self, images: Sequence[int]) -> BoxColumns:
        """Return the columns without the ground truths of the pictures ``images``."""
        if not images:
            return self
        count = np.diff(self.first)
        kept = ~np.isin(np.repeat(np.arange(len(count)), count), images)
        count[list(images)] = 0
        left = ~np.isin(self.left_image, images)
        return replace(
            self, first=np.concatenate([[0], np.cumsum(count)]), box=self.box[kept], label=self.label[kept],
            kind=self.kind[kept], area=self.area[kept], attributes=self.attributes[kept],
            left_image=self.left_image[left], left_box=self.left_box[left], left_place=self.left_place[left],
            id=self.id.take(np.flatnonzero(kept)),
        )  # fmt: skip


class Oddity(msgspec.Struct):
    """An oddity: ``count`` places, the ``first`` for sorting, up to five examples (place, problem) in words."""

    kind: str
    skipped: bool
    first: int
    count: int
    examples: list[tuple[str, str]]


class Oddities:
    """The oddities met while columns are made, counted by kind."""

    def __init__(self) -> None:
        self._kinds: dict[str, Oddity] = {}

    def add(self, kind: str, rows: Iterable[tuple[int, str, str]], count: int, *, skipped: bool) -> None:
        """Count ``count`` oddities of one kind; ``rows`` are the first few as (order, place, problem)."""
        for order, place, problem in rows:
            entry = self._kinds.setdefault(kind, Oddity(kind, skipped, order, 0, []))
            entry.first = min(entry.first, order)
            if len(entry.examples) < 5:
                entry.examples.append((place, one_line(problem)))
        if kind in self._kinds:
            self._kinds[kind].count += count

    def all(self) -> tuple[Oddity, ...]:
        """Return the oddities in the order of their first places."""
        return tuple(sorted(self._kinds.values(), key=lambda entry: entry.first))


_REST = tuple[tuple[str, ...], tuple[str, ...], tuple[Oddity, ...]]
_OF_BOXES = ("first", "box", "label", "kind", "area", "attributes", "left_image", "left_box", "left_place")


def pack(images: ImageColumns, boxes: BoxColumns) -> tuple[Arrays, bytes]:
    """Return both as arrays by name, and the rest as JSON."""
    arrays: Arrays = {name: getattr(images, name) for name in ("size", "place")}
    arrays |= {name: getattr(boxes, name) for name in _OF_BOXES}
    arrays |= boxes.words.arrays("words")
    arrays |= images.id.arrays("image_id") | images.name.arrays("name") | boxes.id.arrays("box_id")
    return arrays, msgspec.json.encode((boxes.classes, boxes.class_ids, boxes.oddities))


def unpack(packed: tuple[Arrays, bytes] | None, source: Path) -> tuple[ImageColumns, BoxColumns] | None:
    """Return pictures and boxes of a `pack`, None where the parts do not belong together."""
    if packed is None:
        return None
    arrays, rest = packed
    try:
        classes, class_ids, oddities = msgspec.json.decode(rest, type=_REST)
        image_id, box_id = Ids.from_arrays(arrays, "image_id"), Ids.from_arrays(arrays, "box_id")
        names = Texts.from_arrays(arrays, "name")
        images = ImageColumns(id=image_id, name=names, size=arrays["size"], place=arrays["place"], source=source)
        words = Texts.from_arrays(arrays, "words")
        first, box, label, kind, area, attributes, *left = (arrays[name] for name in _OF_BOXES)
        left_image, left_box, left_place = left
        boxes = BoxColumns(
            first=first,
            box=box,
            label=label,
            kind=kind,
            area=area,
            attributes=attributes,
            left_image=left_image,
            left_box=left_box,
            left_place=left_place,
            words=words,
            id=box_id,
            classes=classes,
            class_ids=class_ids,
            oddities=oddities,
        )
    except (KeyError, ValueError):
        return None
    return (images, boxes) if _fits(images, boxes) else None


def _fits(images: ImageColumns, boxes: BoxColumns) -> bool:
    n, m, k = len(images.id), len(boxes.id), len(boxes.left_image)
    shapes: dict[tuple[int, ...], tuple[npt.NDArray[Any], ...]] = {
        (n, 2): (images.size,),
        (n + 1,): (boxes.first, images.name.offsets),
        (m, 4): (boxes.box,),
        (m,): (boxes.label, boxes.kind, boxes.area, boxes.attributes),
        (k, 4): (boxes.left_box,),
        (k,): (boxes.left_image, boxes.left_place),
    }
    return all(array.shape == shape for shape, arrays in shapes.items() for array in arrays) and boxes.first[-1] == m
