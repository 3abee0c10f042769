"""Pictures of any kind as RGB for the eye: size from the header first, then decoded from bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.opencv import load as opencv

MAX_PIXELS = 100_000_000
SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff", ".gif")
_HEADER_BYTES = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """``pixels`` (h, w, 3) uint8 RGB as stored, EXIF orientation not applied; ``warnings`` in words."""

    pixels: npt.NDArray[np.uint8]
    size: tuple[int, int]
    warnings: tuple[str, ...] = ()


def read_size(path: Path) -> tuple[int, int]:
    """Return (h, w) px from the header, without decoding. Raises `BadFile` where there is no picture."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
    size = _size(head)
    if size is not None:
        return size
    return read_image(path).size


def read_image(path: Path) -> Picture:
    """Return the picture as RGB. Raises `BadFile` naming the reason: missing, empty, too large, not a picture."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile(path, f"cannot be read: {error.strerror or error}") from error
    if not data:
        raise BadFile(path, "is empty (0 bytes), wanted a picture")
    size = _size(data[:_HEADER_BYTES])
    if size is not None and size[0] * size[1] > MAX_PIXELS:
        raise BadFile(path, f"{size[1]} x {size[0]} px is over the limit of {MAX_PIXELS:,} px")
    cv2 = opencv()
    flags = cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
    level = _quiet(cv2)
    try:
        decoded = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
        if decoded is None and data[:2] == b"\xff\xd8":  # cut off: an end marker makes the decoder show what is there
            decoded = cv2.imdecode(np.frombuffer(data + b"\xff\xd9", np.uint8), flags)
    except cv2.error as error:
        raise BadFile(path, f"does not decode: {error.err}") from error
    finally:
        _restore(cv2, level)
    if decoded is None:
        raise BadFile(path, f"is not a picture: it starts with {data[:12]!r}")
    pixels, warnings = _to_rgb8(decoded)
    warnings += _doubts(data, path)
    return Picture(pixels, (int(pixels.shape[0]), int(pixels.shape[1])), tuple(warnings))


def _quiet(cv2: Any) -> Any:
    try:
        level = cv2.utils.logging.getLogLevel()
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    except AttributeError:
        return None
    return level


def _restore(cv2: Any, level: Any) -> None:
    if level is not None:
        cv2.utils.logging.setLogLevel(level)


def _to_rgb8(decoded: Any) -> tuple[npt.NDArray[np.uint8], list[str]]:
    warnings = []
    if decoded.dtype != np.uint8:
        values = decoded.astype(np.float64)
        finite = np.isfinite(values)
        low, high = (float(values[finite].min()), float(values[finite].max())) if finite.any() else (0.0, 1.0)
        scaled = np.where(finite, (values - low) / ((high - low) or 1.0) * 255, 0)
        warnings.append(f"{decoded.dtype} values {low:g} to {high:g} are scaled for viewing")
        decoded = np.rint(scaled).astype(np.uint8)
    if decoded.ndim == 2:
        decoded = np.repeat(decoded[:, :, None], 3, 2)
    return np.ascontiguousarray(decoded[:, :, 2::-1]), warnings


def _doubts(data: bytes, path: Path) -> list[str]:
    found = []
    if data[:2] == b"\xff\xd8":
        if b"\xff\xd9" not in data[-4096:] and b"\xff\xd9" not in data[len(data) // 2 :]:
            found.append("the JPEG is cut off: its end marker is missing, so a part of the picture is grey")
        orientation = _orientation(data[:_HEADER_BYTES])
        if orientation not in (None, 1):
            legal = (
                "is not applied: boxes belong to the stored pixels" if 1 < orientation <= 8 else "is not a legal value"
            )
            found.append(f"EXIF orientation {orientation} {legal}")
    kind = _kind(data)
    wanted = {"jpg": "jpeg", "tif": "tiff"}.get(path.suffix.lower().lstrip("."), path.suffix.lower().lstrip("."))
    if kind and wanted != kind:
        found.append(f"holds {kind.upper()} under the name {path.suffix or 'without a suffix'}")
    return found


def _kind(data: bytes) -> str | None:
    starts = {b"\xff\xd8": "jpeg", b"\x89PNG": "png", b"GIF8": "gif", b"BM": "bmp", b"II*\0": "tiff", b"MM\0*": "tiff"}
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in starts.items() if data.startswith(start)), None)


def _orientation(head: bytes) -> int | None:
    at = head.find(b"Exif\0\0")
    if at < 0:
        return None
    tiff = head[at + 6 :]
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, start)
        for entry in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * entry)
            if tag == 0x0112:
                return int(value)
    except struct.error:
        return None
    return None


def _size(head: bytes) -> tuple[int, int] | None:
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", head, 16)
        elif head.startswith(b"GIF8"):
            width, height = struct.unpack_from("<HH", head, 6)
        elif head.startswith(b"BM"):
            width, height = struct.unpack_from("<ii", head, 18)
            height = abs(height)
        elif head.startswith(b"\xff\xd8"):
            return _jpeg_size(head)
        else:
            return None
    except struct.error:
        return None
    return (height, width) if height > 0 and width > 0 else None


def _jpeg_size(head: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", head, at + 5)
            return (height, width) if height and width else None
        (length,) = struct.unpack_from(">H", head, at + 2)
        at += 2 + length
    return None
