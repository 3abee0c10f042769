"""What a picture says of its size, against the bytes it has: asked before a decoder makes room for it."""

from __future__ import annotations

import struct
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.plain_text import first_bytes
from rpn_inspector.core.text import Text
from rpn_inspector.data.pictures.headers import PictureHeader, foreign_kind, read_header

# Of a picture of one colour; WebP alone, and what is not read here, needs no bytes for its pixels.
PIXELS_A_BYTE = 10_000
PIXELS_A_BYTE_OF_PNM = 8  # it is not compressed, and a PBM has a bit for each
MISSING = 16 << 20  # bytes that a cut-off picture's last part may lack


def sized_header(data: bytes, path: Path) -> PictureHeader:
    """Return the header of a picture's ``data``. Raises `BadFile` where it says no size, or there is none."""
    header = read_header(data)
    if header is None:
        foreign = foreign_kind(data)
        if foreign is not None:
            raise BadFile(
                path,
                Text.of("is not a picture that can be read: it is {kind}, wanted JPEG, PNG or the like", kind=foreign),
            )
        raise BadFile(path, Text.of("is not a picture: it starts with {found}", found=first_bytes(data)))
    if header.size is None:
        raise BadFile(path, f"is not a picture that can be read: its {header.kind.upper()} header says no size")
    return header


def check_claims(data: bytes, header: PictureHeader, path: Path) -> None:
    """Raise `BadFile` where a picture's ``data`` cannot hold what they say."""
    height, width = header.size or (0, 0)
    most = {"webp": None, "pnm": PIXELS_A_BYTE_OF_PNM}.get(header.kind, PIXELS_A_BYTE)
    if most is not None and height * width > most * len(data):
        raise BadFile(
            path,
            Text.of("says {w} x {h} px, which its {size} bytes cannot hold", w=width, h=height, size=f"{len(data):,}"),
        )
    if header.kind == "png":
        _check_chunks(data, path)


def _check_chunks(data: bytes, path: Path) -> None:
    """Raise `BadFile` for a part of a PNG that says more bytes than there are: OpenCV makes room for all of them."""
    at = 8
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        left = len(data) - at - 12
        if length > left + MISSING:
            words = (
                f"its part {name.decode('latin1')!r} says {length:,} bytes, and the file ends after {max(left, 0):,}"
            )
            raise BadFile(path, f"is not a picture that can be read: {words}")
        at += 12 + length
