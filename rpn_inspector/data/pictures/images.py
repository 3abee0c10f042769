"""Pictures of any kind as RGB for the eye: size from the header first, then decoded from bytes."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.plain_text import first_bytes
from rpn_inspector.core.regular_file import open_regular, read_whole
from rpn_inspector.core.text import Text
from rpn_inspector.data.pictures.claims import check_claims, sized_header
from rpn_inspector.data.pictures.headers import PictureHeader, gif_frames, kind_of, read_header
from rpn_inspector.data.pictures.opencv import load as opencv
from rpn_inspector.data.pictures.opencv import quiet
from rpn_inspector.data.pictures.planar_tiff import PlanarTiff, garbled_by_opencv
from rpn_inspector.data.pictures.png_parts import pixel_parts

__all__ = ["MAX_PIXELS", "SUFFIXES", "Picture", "kind_of", "read_image", "read_size", "turned_size"]

MAX_PIXELS = 100_000_000  # decoded whole
MAX_REDUCED = 1 << 30  # px of a JPEG that is decoded at a fraction of its size; OpenCV takes no more
SHOWN_PIXELS = 40_000_000  # px that a larger one is reduced to, at most, where an eighth of each side does that
MAX_BYTES = 1 << 30
FAR = 1e37  # a float sample of this size says that there is none
SUFFIXES = (
    ".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff", ".gif", ".jfif", ".jpe", ".jp2", ".avif", ".ppm",
    ".pgm", ".pbm", ".pnm",
)  # fmt: skip
_KINDS = {
    "jpg": "jpeg", "jfif": "jpeg", "jpe": "jpeg", "tif": "tiff", "ppm": "pnm", "pgm": "pnm", "pbm": "pnm",
}  # fmt: skip
_HEADER_BYTES = 1 << 18
_END = b"\xff\xd9"

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """``pixels`` (h, w, 3) uint8 RGB; ``size`` (h, w) px; ``warnings`` in words.

    Pixels are as stored, EXIF orientation not applied unless asked for; alpha is dropped, CMYK converted. ``levels``
    are the stored values shown as 0 and as 255, None for a picture of 8 bits. ``reduced`` is the number of px of
    ``size`` per pixel on each axis: of a huge picture only every second, fourth or eighth is held, and ``pixels`` has
    ceil(size / reduced) rows and columns. Boxes always belong to ``size``.
    """

    pixels: Pixels
    size: tuple[int, int]
    warnings: tuple[str, ...] = ()
    levels: tuple[float, float] | None = None
    reduced: int = 1


def read_size(path: Path, *, turned: bool = False) -> tuple[int, int]:
    """Return (h, w) px from the header, without decoding; ``turned`` with EXIF orientation applied.

    Raises `BadFile` where there is no picture. OpenCV is asked only where no header was understood.
    """
    header = _header(path)
    if header is not None and header.size is None:
        header = read_header(_bytes(path))  # its size stands behind a long preface
    if header is not None and header.size is not None:
        return (header.turned if turned else header.size) or header.size
    return read_image(path, turned=turned).size


def turned_size(path: Path) -> tuple[int, int] | None:
    """Return (h, w) px with EXIF orientation applied, None where both sizes are equal."""
    try:
        header = _header(path)
    except BadFile:
        return None
    return header.turned if header is not None and header.turned != header.size else None


def _header(path: Path) -> PictureHeader | None:
    try:
        _check_kind(path)
        with open_regular(path) as file:
            return read_header(file.read(_HEADER_BYTES))
    except (OSError, ValueError) as error:
        raise BadFile(path, Text.of("cannot be read: {why}", why=getattr(error, "strerror", None) or error)) from error


def _check_kind(path: Path) -> int:
    """Return a file's length in bytes. Raises `BadFile` for a pipe or a device: reading may never end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise BadFile(path, Text("is no file, wanted a picture"))
    return found.st_size


def _bytes(path: Path) -> bytes:
    try:
        size = _check_kind(path)
        if size > MAX_BYTES:
            raise BadFile(
                path, Text.of("has {size} bytes, over the limit of {most}", size=f"{size:,}", most=f"{MAX_BYTES:,}")
            )
        return read_whole(path)
    except (OSError, ValueError) as error:
        raise BadFile(path, Text.of("cannot be read: {why}", why=getattr(error, "strerror", None) or error)) from error


def read_image(path: Path, *, turned: bool = False, levels: tuple[float, float] | None = None) -> Picture:
    """Return the picture as RGB, the first frame of several.

    ``turned`` applies EXIF orientation, so that boxes of the turned picture fit. ``levels`` are the values to show as
    black and as white where there are more than 8 bits; without, the smallest and the largest that were measured.
    Raises `BadFile` naming the reason: missing, empty, too large, not a picture.
    """
    data = _bytes(path)
    if not data:
        raise BadFile(path, Text("is empty (0 bytes), wanted a picture"))
    header = sized_header(data, path)
    reduced = _reduction(header, path)
    check_claims(data, header, path)
    try:
        planar = _planar(data, path) if header.kind == "tiff" else None
        decoded = (
            _decode(_as_stored(data, header, path), path, reduced, _red_first(header, reduced))
            if planar is None
            else _decode_bands(planar, data, path)
        )
    except MissingExtra as missing:
        raise BadFile(path, Text.of("cannot be decoded: {why}", why=missing)) from missing
    if decoded is None:
        raise BadFile(path, Text.of("is not a picture: it starts with {found}", found=first_bytes(data)))
    pixels, warnings, shown = _to_rgb8(decoded, levels, red_first=_red_first(header, reduced))
    warnings += _doubts(data, header, path, turned)
    if planar is not None and planar.bands != 3:
        shown_bands = "the first three are" if planar.bands > 3 else "the first is"
        warnings.append(f"the TIFF has {planar.bands} bands, {shown_bands} shown")
    orientation = header.orientation
    if turned and orientation is not None and 1 < orientation <= 8:
        pixels = _turn(pixels, orientation)
    size = (int(pixels.shape[0]), int(pixels.shape[1]))
    if reduced > 1 and header.size is not None:
        size = (header.turned if turned else header.size) or header.size
        warnings.append(f"{size[1]} x {size[0]} px are shown at 1/{reduced} of each side; boxes stay where they are")
    return Picture(pixels=pixels, size=size, warnings=tuple(warnings), levels=shown, reduced=reduced)


def _reduction(header: PictureHeader, path: Path) -> int:
    """Return the reduction of each side during decoding: 1, 2, 4 or 8.

    Raises `BadFile` for a picture too large even so: only a JPEG's blocks can be decoded small.
    """
    height, width = header.size or (0, 0)
    if height * width <= MAX_PIXELS:
        return 1
    words = f"{width} x {height} px is over the limit of"
    # Only JPEG decodes to a fraction of the size from its blocks; others would need the whole in memory first.
    if header.kind != "jpeg":
        raise BadFile(path, f"{words} {MAX_PIXELS:,} px for a {header.kind.upper()}, which is only decoded whole")
    if header.progressive:
        raise BadFile(path, f"{words} {MAX_PIXELS:,} px for a progressive JPEG; save it as a baseline one")
    if height * width > MAX_REDUCED:
        raise BadFile(path, f"{words} {MAX_REDUCED:,} px for a JPEG")
    return next((step for step in (2, 4) if height * width <= SHOWN_PIXELS * step * step), 8)


def _as_stored(data: bytes, header: PictureHeader, path: Path) -> bytes:
    """Return what OpenCV decodes to the stored pixels: a TIFF with its orientation made 1, a PNG's parts of pixels."""
    if header.kind == "png":
        return pixel_parts(data, path)
    # IMREAD_IGNORE_ORIENTATION has no effect on a TIFF: its own decoder turns the pixels before.
    if header.kind != "tiff" or header.orientation_at is None or header.orientation == 1:
        return data
    at = header.orientation_at
    return data[:at] + (b"\x01\0" if data[:2] == b"II" else b"\0\x01") + data[at + 2 :]


def _red_first(header: PictureHeader, reduced: int) -> bool:
    """Return whether OpenCV, from 4.11 on, decodes to red, green, blue: of a JPEG in a sixth less time than to turn."""
    return header.kind == "jpeg" and reduced == 1 and hasattr(opencv(), "IMREAD_COLOR_RGB")


def _decode(data: bytes, path: Path, reduced: int = 1, red_first: bool = False) -> Any:
    """Return the decoded array in OpenCV's form, blue first unless asked for red; None for bytes of no picture."""
    cv2 = opencv()
    colour = cv2.IMREAD_ANYDEPTH | (cv2.IMREAD_COLOR_RGB if red_first else cv2.IMREAD_COLOR)
    if reduced > 1:
        colour = getattr(cv2, f"IMREAD_REDUCED_COLOR_{reduced}")
    colour |= cv2.IMREAD_IGNORE_ORIENTATION
    tries = [(data, colour)]
    # A JPEG cut off in the middle still has its upper part, which a user wants to see.
    if data[:2] == b"\xff\xd8":
        tries.append((data + _END, colour))  # cut off: an end marker makes the decoder show what is there
    else:
        tries.append((data, cv2.IMREAD_UNCHANGED))  # float samples are not converted to colour while they are read
    try:
        with quiet():
            for attempt, flags in tries:
                decoded = _attempt(cv2, attempt, flags)
                if decoded is not None:
                    return decoded
    except MemoryError as error:
        raise BadFile(path, Text("does not fit into the memory")) from error
    return None


def _planar(data: bytes, path: Path) -> PlanarTiff | None:
    try:
        return garbled_by_opencv(data)
    except ValueError as error:
        raise BadFile(path, f"is a planar TIFF that cannot be read: {error}") from error


def _decode_bands(tiff: PlanarTiff, data: bytes, path: Path) -> Any:
    """Return the first three bands as OpenCV has them, blue first, or the first of two; None for no picture."""
    bands = [_decode(tiff.band(data, number), path) for number in ((2, 1, 0) if tiff.bands > 2 else (0,))]
    if any(band is None for band in bands):
        return None
    flat = [band if band.ndim == 2 else band[:, :, 0] for band in bands]
    return np.dstack(flat) if len(flat) > 1 else flat[0]


def _attempt(cv2: Any, data: bytes, flags: int) -> Any:
    try:
        return cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    except cv2.error:
        return None


def _to_rgb8(
    decoded: Any, levels: tuple[float, float] | None, red_first: bool
) -> tuple[Pixels, list[str], tuple[float, float] | None]:
    """Return RGB of 8 bits, the conversions in words, and the levels used."""
    warnings, shown = list[str](), None
    if decoded.ndim == 3 and decoded.shape[2] in (1, 2):
        decoded = decoded[:, :, 0]
    if decoded.dtype != np.uint8:
        scaled, shown = _levelled(decoded, levels)
        warnings.append(f"{decoded.dtype} values {shown[0]:g} to {shown[1]:g} are scaled for viewing")
        decoded = scaled
    if decoded.ndim == 2:
        decoded = np.repeat(decoded[:, :, None], 3, 2)
    if red_first:
        return decoded, warnings, shown
    cv2 = opencv()
    # over twenty times as fast as a copy of the view backwards, which costs as much as decoding a JPEG
    order = cv2.COLOR_BGR2RGB if decoded.shape[2] == 3 else cv2.COLOR_BGRA2RGB
    return cv2.cvtColor(decoded, order), warnings, shown


def _levelled(decoded: Any, levels: tuple[float, float] | None) -> tuple[Pixels, tuple[float, float]]:
    values = decoded.astype(np.float32 if decoded.dtype.itemsize <= 2 else np.float64)
    finite = np.isfinite(values)
    # A number at the end of the type's range marks what was not measured: a GeoTIFF's no data, as -3.4e38.
    known = finite & (np.abs(values) < FAR) if decoded.dtype.kind == "f" else finite
    if levels is None:
        levels = (float(values[known].min()), float(values[known].max())) if known.any() else (0.0, 1.0)
    low, high = levels
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.where(finite, (values - low) * (255 / ((high - low) or 1.0)), 0)
        return np.rint(np.clip(np.nan_to_num(scaled), 0, 255)).astype(np.uint8), levels


def _turn(pixels: Pixels, orientation: int) -> Pixels:
    """Return pixels turned by EXIF ``orientation`` 2..8."""
    if orientation >= 5:
        pixels = pixels.transpose(1, 0, 2)
    across = orientation in (2, 3, 6, 7)
    down = orientation in (3, 4, 7, 8)
    return np.ascontiguousarray(pixels[:: -1 if down else 1, :: -1 if across else 1])


def _doubts(data: bytes, header: PictureHeader, path: Path, turned: bool) -> list[str]:
    """Return doubts about a decoded picture, in words for the user."""
    found = []
    if header.kind == "jpeg" and _END not in data[-4096:] and _END not in data[len(data) // 2 :]:
        found.append("the JPEG is cut off: its end marker is missing, so a part of the picture is grey")
    if header.kind == "png" and b"IEND" not in data[-4096:]:
        found.append("the PNG is cut off: its end is missing, so a part of the picture is black")
    if header.orientation not in (None, 1):
        found.append(f"EXIF orientation {header.orientation} {_frame(header.orientation or 0, turned)}")
    if header.alpha:
        found.append("the alpha channel is dropped: colours are shown as stored under it")
    if header.cmyk:
        found.append("CMYK is converted to RGB; a trainer may do it otherwise")
    if header.kind == "gif" and (frames := gif_frames(data)) > 1:
        found.append(f"the GIF has {frames} frames, the first is shown")
    suffix = path.suffix.lower().lstrip(".")
    if _KINDS.get(suffix, suffix) != header.kind:
        found.append(f"holds {header.kind.upper()} under the name {path.suffix or 'without a suffix'}")
    return found


def _frame(orientation: int, turned: bool) -> str:
    if not 1 < orientation <= 8:
        return "is not a legal value"
    whose = "turned picture" if turned else "stored pixels"
    return f"is {'' if turned else 'not '}applied: boxes belong to the {whose}"
