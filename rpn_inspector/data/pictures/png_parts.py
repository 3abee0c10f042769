"""The parts of a PNG that its pixels need: what else it holds, a decoder unpacks and complains of on the terminal."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from rpn_inspector.core.errors import BadFile

_BEFORE = 8  # bytes before the first part
_AROUND = 12  # bytes of a part beside its content: length, name and checksum
_KNOWN = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_BITS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # by colour type
_PALETTE = 3


def pixel_parts(data: bytes, path: Path) -> bytes:
    """Return a PNG with the parts alone that say its pixels, the stored colours under any alpha; as cut off as it was.

    Raises `BadFile` for a part that no decoder takes: of unknown kind, with a wrong checksum, or with a header or
    palette that no PNG has.
    """
    colour = _checked_colour(data, path)
    kept, at, whole = [data[:_BEFORE]], _BEFORE, True
    while at + _AROUND <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + _AROUND + length
        if end > len(data):
            break
        if name[0] & 0x20 or (name == b"PLTE" and colour != _PALETTE):  # a small first letter: not of the pixels
            whole = False
        else:
            _check(data[at:end], name, length, at, path)
            kept.append(data[at:end])
        at = end
    return data if whole else b"".join([*kept, data[at:]])


def _checked_colour(data: bytes, path: Path) -> int:
    bits, colour, packing, filters, laced = struct.unpack_from("5B", data, 24) if len(data) > 28 else (0, 0, 0, 0, 0)
    if data[12:16] != b"IHDR" or bits not in _BITS.get(colour, ()) or packing or filters or laced > 1:
        found = f"colour type {colour} of {bits} bits, methods {packing}, {filters}, {laced}"
        raise BadFile(path, f"is not a picture that can be read: its PNG header says {found}")
    return int(colour)


def _check(part: bytes, name: bytes, length: int, at: int, path: Path) -> None:
    problem = ""
    if name not in _KNOWN:
        problem = "is of no known kind"
    elif zlib.crc32(memoryview(part)[4:-4]) != int.from_bytes(part[-4:], "big"):
        problem = "has a wrong checksum"
    elif name == b"PLTE" and (length % 3 or not 0 < length <= 768):
        problem = f"has {length:,} bytes, wanted three for each of 1 to 256 colours"
    if problem:
        raise BadFile(
            path, f"is not a picture that can be read: its part {name.decode('latin1')!r} at {at:,} {problem}"
        )
