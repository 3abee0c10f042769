"""Planar TIFF, with its bands one after the other: OpenCV reads more than 8 bits of such as if they were mixed.

Each band is given to OpenCV as a TIFF of its own: the same bytes with another directory, so that every compression that
OpenCV knows is undone by OpenCV. Tags after TIFF 6.0 (Adobe 1992); 64-bit places after BigTIFF (libtiff 4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_BITS, _PHOTOMETRIC, _OFFSETS, _SAMPLES, _COUNTS, _PLANAR = 258, 262, 273, 277, 279, 284
_TILE_OFFSETS, _TILE_COUNTS, _FORMAT = 324, 325, 339
_KEPT = (256, 257, 259, 266, 278, 317, 322, 323)  # width, height, compression, fill order, rows, predictor, tile
_FORMS = {1: "B", 3: "H", 4: "I", 16: "Q"}  # the types of numbers that these tags have
_MOST = 1 << 22  # strips or tiles
_SHORT, _BLACK_IS_ZERO, _SEPARATE = 3, 1, 2


@dataclass(frozen=True, slots=True)
class PlanarTiff:
    """The first directory of a planar TIFF: values by tag, with the type of each."""

    order: str
    big: bool
    values: dict[int, tuple[int, tuple[int, ...]]]
    bands: int

    def band(self, data: bytes, number: int) -> bytes:
        """Return the TIFF of a single band."""
        entries = {tag: self.values[tag] for tag in _KEPT if tag in self.values}
        entries |= {_SAMPLES: (_SHORT, (1,)), _PHOTOMETRIC: (_SHORT, (_BLACK_IS_ZERO,))}
        for tag in (_BITS, _FORMAT):
            if tag in self.values:
                entries[tag] = (_SHORT, self.values[tag][1][number : number + 1] or self.values[tag][1][:1])
        for tag in (_OFFSETS, _COUNTS, _TILE_OFFSETS, _TILE_COUNTS):
            if tag in self.values:
                type_, places = self.values[tag]
                each = len(places) // self.bands
                entries[tag] = type_, places[number * each : (number + 1) * each]
        return self._with_directory(data, entries)

    def _with_directory(self, data: bytes, entries: dict[int, tuple[int, tuple[int, ...]]]) -> bytes:
        pointer, counter, room, first = ("Q", "Q", 8, 8) if self.big else ("I", "H", 4, 4)
        data += b"\0" * (-len(data) % 8)
        head = struct.calcsize(self.order + counter)
        after = len(data) + head + (4 + 2 * room) * len(entries) + room
        directory, far = struct.pack(self.order + counter, len(entries)), b""
        for tag, (type_, numbers) in sorted(entries.items()):
            raw = struct.pack(f"{self.order}{len(numbers)}{_FORMS[type_]}", *numbers)
            value = raw.ljust(room, b"\0")
            if len(raw) > room:
                value = struct.pack(self.order + pointer, after + len(far))
                far += raw + b"\0" * (-len(raw) % 8)
            directory += struct.pack(f"{self.order}HH{pointer}", tag, type_, len(numbers)) + value
        start = struct.pack(self.order + pointer, len(data))
        return data[:first] + start + data[first + len(start) :] + directory + b"\0" * room + far


def garbled_by_opencv(data: bytes) -> PlanarTiff | None:
    """Return the directory of a TIFF whose bands OpenCV mixes up or does not read, None for any other picture.

    Raises `ValueError` for such a TIFF without a strip or tile for each band.
    """
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return None
    big = data[2:4] in (b"+\0", b"\0+")
    try:
        values = dict(_values(data, order, big))
    except (struct.error, OverflowError):
        return None
    bands, bits = _first(values, _SAMPLES, 1), _first(values, _BITS, 1)
    if _first(values, _PLANAR, 1) != _SEPARATE or bands < 2 or (bits <= 8 and bands <= 4):
        return None
    places = values.get(_OFFSETS) or values.get(_TILE_OFFSETS) or (0, ())
    counts = values.get(_COUNTS) or values.get(_TILE_COUNTS) or (0, ())
    if not places[1] or len(places[1]) != len(counts[1]) or len(places[1]) % bands:
        raise ValueError(f"its {bands} bands have {len(places[1])} strips or tiles")
    return PlanarTiff(order, big, values, bands)


def _first(values: dict[int, tuple[int, tuple[int, ...]]], tag: int, instead: int) -> int:
    return values[tag][1][0] if values.get(tag, (0, ()))[1] else instead


def _values(data: bytes, order: str, big: bool) -> Iterator[tuple[int, tuple[int, tuple[int, ...]]]]:
    """Yield tag, type and numbers of the first directory. Raises `struct.error` where cut off."""
    pointer, counter, room = ("Q", "Q", 8) if big else ("I", "H", 4)
    (start,) = struct.unpack_from(order + pointer, data, room)
    (count,) = struct.unpack_from(order + counter, data, start)
    at = start + struct.calcsize(order + counter)
    for _ in range(min(count, 500)):
        tag, type_, number = struct.unpack_from(f"{order}HH{pointer}", data, at)
        form, place = _FORMS.get(type_), at + 4 + room
        if form is not None and number <= _MOST:
            if struct.calcsize(order + form) * number > room:
                (place,) = struct.unpack_from(order + pointer, data, place)
            yield tag, (type_, struct.unpack_from(f"{order}{number}{form}", data, place))
        at += 4 + 2 * room
