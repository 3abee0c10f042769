"""The facts in a picture's first bytes, without decoding: kind, size, EXIF orientation, channels, frames."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

_ORIENTATION, _WIDTH, _HEIGHT = 0x0112, 0x0100, 0x0101
_STARTS = (
    (b"\xff\xd8", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"BM", "bmp"),
    (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"II+\0", "tiff"), (b"MM\0+", "tiff"),
    (b"\0\0\0\x0cjP  ", "jp2"), (b"\xff\x4f\xff\x51", "jp2"),
)  # fmt: skip
_GAP = rb"(?:\s|#[^\n]{0,200}\n)"  # between the words of a PPM, PGM or PBM
_PNM = re.compile(rb"P[1-6]%b{1,50}(?P<width>\d{1,9})%b{1,50}(?P<height>\d{1,9})\s" % (_GAP, _GAP))
_BRANDS = {b"avif": "AVIF", b"avis": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"crx ": "Canon's raw format"}
_NOT_READ = (
    (b"\xff\x0a", "JPEG XL"), (b"\0\0\0\x0cJXL ", "JPEG XL"), (b"8BPS", "PSD"), (b"%PDF", "PDF"), (b"<svg", "SVG"),
    (b"<!DOCTYPE html", "HTML"), (b"<!doctype html", "HTML"), (b"<html", "HTML"),
    (b"version https://git-lfs", "a pointer of Git LFS"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureHeader:
    """``size`` (h, w) px as stored, ``orientation`` EXIF's number as written; None for not declared."""

    kind: str
    size: tuple[int, int] | None = None
    orientation: int | None = None
    orientation_at: int | None = None  # where in the bytes the number is
    alpha: bool = False
    cmyk: bool = False
    progressive: bool = False  # a JPEG in several passes, held whole in memory while it is decoded

    @property
    def turned(self) -> tuple[int, int] | None:
        """Return the size (h, w) once the orientation is applied."""
        if self.size is not None and self.orientation is not None and 5 <= self.orientation <= 8:
            return self.size[::-1]
        return self.size


def kind_of(data: bytes) -> str | None:
    """Return jpeg, png, gif, bmp, tiff, webp, jp2, avif or pnm by the first bytes, None for other data."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and b"avi" in data[8 : min(64, int.from_bytes(data[:4], "big"))]:
        return "avif"  # avif or avis, the main brand or one of those that it is compatible with
    if _PNM.match(data):
        return "pnm"
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)


def foreign_kind(data: bytes) -> str | None:
    """Return the name of a known kind of picture without a reader here, None for other data."""
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "HEIF")
    return next((name for start, name in _NOT_READ if data.startswith(start)), None)


def read_header(data: bytes) -> PictureHeader | None:
    """Return the header in the first bytes of a picture, None for other data."""
    kind = kind_of(data)
    if kind is None:
        return None
    try:
        return _READERS[kind](data)
    except (struct.error, IndexError, ValueError, OverflowError):
        return PictureHeader(kind=kind)


def _sized(height: int, width: int) -> tuple[int, int] | None:
    return (height, width) if height > 0 and width > 0 else None


def _png(data: bytes) -> PictureHeader:
    width, height, depth_colour = struct.unpack_from(">IIH", data, 16)
    alpha, orientation, where, at = (depth_colour & 0xFF) in (4, 6), None, None, 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        if name == b"IDAT":
            break
        alpha |= name == b"tRNS"
        if name == b"eXIf":
            orientation, where = _tag(data, at + 8, _ORIENTATION)
        at += 12 + length
    return PictureHeader(
        kind="png", size=_sized(height, width), orientation=orientation, orientation_at=where, alpha=alpha
    )


def _gif(data: bytes) -> PictureHeader:
    width, height = struct.unpack_from("<HH", data, 6)
    return PictureHeader(kind="gif", size=_sized(height, width))


def _bmp(data: bytes) -> PictureHeader:
    if struct.unpack_from("<I", data, 14)[0] == 12:
        width, height = struct.unpack_from("<HH", data, 18)
    else:
        width, height = struct.unpack_from("<ii", data, 18)
    return PictureHeader(kind="bmp", size=_sized(abs(height), width))


def _webp(data: bytes) -> PictureHeader:
    chunk = data[12:16]
    if chunk == b"VP8X":
        width, height = (1 + int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
        orientation, where = _webp_exif(data)
        return PictureHeader(
            kind="webp",
            size=_sized(height, width),
            orientation=orientation,
            orientation_at=where,
            alpha=bool(data[20] & 0x10),
        )
    if chunk == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return PictureHeader(
            kind="webp", size=(1 + (bits >> 14 & 0x3FFF), 1 + (bits & 0x3FFF)), alpha=bool(bits >> 28 & 1)
        )
    width, height = struct.unpack_from("<HH", data, 26)
    return PictureHeader(kind="webp", size=_sized(height & 0x3FFF, width & 0x3FFF))


def _webp_exif(data: bytes) -> tuple[int | None, int | None]:
    at = 12
    while at + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, at + 4)
        if data[at : at + 4] == b"EXIF":
            start = at + 8 + (6 if data[at + 8 : at + 14] == b"Exif\0\0" else 0)
            return _tag(data, start, _ORIENTATION)
        at += 8 + length + (length & 1)
    return None, None


def _tiff(data: bytes) -> PictureHeader:
    width, height = (_tag(data, 0, tag)[0] or 0 for tag in (_WIDTH, _HEIGHT))
    orientation, where = _tag(data, 0, _ORIENTATION)
    return PictureHeader(kind="tiff", size=_sized(height, width), orientation=orientation, orientation_at=where)


def _tag(data: bytes, base: int, wanted: int) -> tuple[int | None, int | None]:
    """Return the value of a tag in the first directory of the TIFF structure at ``base``, and the value's place."""
    for tag, type_, at, order in _entries(data, base):
        if tag == wanted:
            form = {1: "B", 3: "H", 4: "I", 16: "Q"}.get(type_)
            return (int(struct.unpack_from(order + form, data, at)[0]), at) if form else (None, None)
    return None, None


def _entries(data: bytes, base: int) -> Iterator[tuple[int, int, int, str]]:
    """Yield tag, type, place of the value and byte order, of plain TIFF and BigTIFF."""
    order = "<" if data[base : base + 2] == b"II" else ">"
    big = data[base + 2 : base + 4] in (b"+\0", b"\0+")
    pointer, counter, entry, size, value = ("Q", "Q", "HHQ", 20, 12) if big else ("I", "H", "HHI", 12, 8)
    try:
        start = base + struct.unpack_from(order + pointer, data, base + (8 if big else 4))[0]
        (count,) = struct.unpack_from(order + counter, data, start)
        first = start + struct.calcsize(order + counter)
        # A directory has some 20 entries; a wrong count must not cost a long search.
        for number in range(min(count, 500)):
            tag, type_, _ = struct.unpack_from(order + entry, data, first + size * number)
            yield tag, type_, first + size * number + value, order
    except (struct.error, OverflowError):
        return  # cut off, or beyond the first bytes, or beyond any file


def _jpeg(data: bytes) -> PictureHeader:
    at, orientation, where = 2, None, None
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        # Any number of 0xFF may fill the space before a marker.
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:  # these stand alone
            at += 2
            continue
        # Every start of frame but the tables (DHT, DAC) and the reserved JPG has the size.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, parts = struct.unpack_from(">HHB", data, at + 5)
            return PictureHeader(
                kind="jpeg",
                size=_sized(height, width),
                orientation=orientation,
                orientation_at=where,
                cmyk=parts == 4,
                progressive=marker & 3 == 2,
            )
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0" and orientation is None:
            orientation, where = _tag(data, at + 10, _ORIENTATION)
        at += 2 + length
    return PictureHeader(kind="jpeg", size=None, orientation=orientation, orientation_at=where)


def gif_frames(data: bytes) -> int:
    """Return the number of frames of a whole GIF, counted by its image blocks."""
    at, frames = 13 + (3 << ((data[10] & 7) + 1) if len(data) > 10 and data[10] & 0x80 else 0), 0
    while at < len(data):
        if data[at] == 0x21:  # an extension: a label, then blocks
            at = _blocks_end(data, at + 2)
        elif data[at] == 0x2C and at + 9 < len(data):
            frames += 1
            table = 3 << ((data[at + 9] & 7) + 1) if data[at + 9] & 0x80 else 0
            at = _blocks_end(data, at + 10 + table + 1)
        else:
            break
    return frames


def _blocks_end(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1


def _jp2(data: bytes) -> PictureHeader:
    """Return the header of JPEG 2000, from the codestream: its SIZ marker is what a decoder goes by."""
    at = data.find(b"\xff\x4f\xff\x51")
    if at < 0:
        return PictureHeader(kind="jp2")
    right, bottom, left, top = struct.unpack_from(">4I", data, at + 8)
    return PictureHeader(kind="jp2", size=_sized(bottom - top, right - left))


def _avif(data: bytes) -> PictureHeader:
    """Return the header of AVIF: of the sizes of its parts, thumbnails and tiles among them, the largest."""
    sizes, at = list[tuple[int, int]](), data.find(b"ispe")
    while at >= 0 and at + 16 <= len(data):
        width, height = struct.unpack_from(">II", data, at + 8)
        sizes.append((height, width))
        at = data.find(b"ispe", at + 4)
    largest = max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))
    return PictureHeader(kind="avif", size=_sized(*largest))


def _pnm(data: bytes) -> PictureHeader:
    found = _PNM.match(data)
    return PictureHeader(kind="pnm", size=_sized(int(found["height"]), int(found["width"])) if found else None)


_READERS = {
    "png": _png,
    "gif": _gif,
    "bmp": _bmp,
    "webp": _webp,
    "tiff": _tiff,
    "jpeg": _jpeg,
    "jp2": _jp2,
    "avif": _avif,
    "pnm": _pnm,
}
