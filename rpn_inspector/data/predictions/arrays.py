"""Arrays out of an untrusted ``.npz`` file: no pickle, no surprise in size, every error named."""

from __future__ import annotations

import io
import math
import os
import struct
import sys
import tokenize
import zipfile
import zlib
from pathlib import Path
from typing import IO, Any

import numpy as np

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.values import Array

MAX_BYTES = 256 << 20  # one file, uncompressed, with what is made of it in float32
# A small file asks for little: float32 out of a network hardly packs, a thousand bytes of zeros are one.
FREE, TIMES = 64 << 20, 64  # bytes unpacked of any file, and for each byte of it
MAX_MEMBERS = 4096  # arrays in one file
LONGEST_REASON = 200  # characters; NumPy repeats a broken header whole
# Both bound what one read may unpack; the others unpack a whole block whatever was asked for.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,  # encrypted
    ValueError,  # NumPy's word for a broken header; zipfile's for a broken name
    OverflowError,
    MemoryError,
    SyntaxError,
    tokenize.TokenError,  # NumPy reads a header it cannot make out once more, as Python 2 may have written it
)


def is_zip(path: Path) -> bool:
    """Return whether a file ends as a zip does. Raises `OSError` as `open_regular` does."""
    with open_regular(path) as file:
        return zipfile.is_zipfile(file)


def read_npz(file: IO[bytes], name: str) -> dict[str, Array]:
    """Return every array of an ``.npz``, by name without ``.npy``.

    ``name`` is the file's name in errors. Members without .npy in their name are left alone, as NumPy does. Raises
    `BadPredictions` for a file that is no zip, a member that is no plain array, or over `MAX_BYTES` claimed in all,
    over fewer for a small file.
    A header is believed only as far as the member is long, a member only as far as its claim.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            largest = _largest(archive)
            members = [member for member in archive.infolist() if member.filename.endswith(".npy")]
            if len(members) > MAX_MEMBERS:
                raise BadPredictions(f"{name}: holds {len(members)} members, wanted at most {MAX_MEMBERS}")
            claimed = sum(member.file_size for member in members)
            if claimed > largest:
                raise BadPredictions(f"{name}: holds {claimed} bytes uncompressed, wanted at most {largest}")
            arrays: dict[str, Array] = {}
            left = largest
            for member in members:
                key = member.filename.removesuffix(".npy")
                if key in arrays:
                    raise BadPredictions(f"{name}: holds {key} twice, wanted each array once")
                arrays[key] = _read(archive, member, name, left)
                left -= _cost(arrays[key].shape, arrays[key].dtype)
            return arrays
    except (*ZIP_ERRORS, OSError) as error:
        words = Text.of("{path}: not readable as .npz: {why}", path=UserName(name), why=first_line(error))
        raise BadPredictions(words) from error


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limit: int = MAX_BYTES) -> io.BytesIO:
    """Return one member of an outer zip, whole; raises `BadPredictions` over ``limit`` bytes, claimed or real.

    A claim may be a lie: reading ends one byte past the claim.
    """
    limit = min(limit, _largest(archive))
    if member.file_size > limit:
        raise BadPredictions(f"{name}: claims {member.file_size} bytes uncompressed, wanted at most {limit}")
    check_method(member, name)
    with archive.open(member) as stream:
        return io.BytesIO(stream.read(member.file_size + 1))


def _largest(archive: zipfile.ZipFile) -> int:
    """Return how many bytes a zip's members may have, unpacked: few of a small file."""
    file = archive.fp
    if file is None:
        return FREE
    at = file.tell()
    size = file.seek(0, os.SEEK_END)
    file.seek(at)
    return min(MAX_BYTES, FREE + TIMES * size)


def _cost(shape: tuple[int, ...], dtype: np.dtype[Any]) -> int:
    """Return the bytes of an array, with those of its float32 where that is another."""
    count = math.prod(shape)
    return count * dtype.itemsize + (0 if dtype == np.float32 or dtype.kind not in "fiub" else 4 * count)


def check_method(member: zipfile.ZipInfo, name: str) -> None:
    """Raise `BadPredictions` for a compression that cannot be read piece by piece."""
    if member.compress_type not in _METHODS:
        raise BadPredictions(f"{name}: compressed by method {member.compress_type}, wanted stored or deflated")


def first_line(error: BaseException) -> str:
    """Return the first line of an error's message, cut at 200 characters, or the error's type where there is none."""
    text = str(getattr(error, "strerror", None) or error).strip()
    if "sys.set_int_max_str_digits" in text:  # advice to a programmer
        return f"an integer of more than {sys.get_int_max_str_digits():,} digits"
    return cut(text.splitlines()[0]) if text else type(error).__name__


def cut(text: str) -> str:
    """Return a text out of a hostile file at a length fit for a message."""
    return text if len(text) <= LONGEST_REASON else f"{text[:LONGEST_REASON]}…"


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, left: int) -> Array:
    place = f"{name}: {member.filename}"
    check_method(member, place)
    with archive.open(member) as stream:
        version = np.lib.format.read_magic(stream)
        if version not in ((1, 0), (2, 0)):
            raise BadPredictions(f"{place}: array format {version}, wanted 1.0 or 2.0")
        shape, by_column, dtype = _header(stream, version, member.filename)
        if not all(type(side) is int for side in shape):
            raise BadPredictions(f"{place}: its header says shape {shape}, wanted whole numbers")
        if dtype.hasobject:
            raise BadPredictions(
                Text.of(
                    "{path}: holds Python objects (pickle), which are never loaded; wanted numbers",
                    path=UserName(place),
                )
            )
        wanted = math.prod(shape) * dtype.itemsize
        if min(shape, default=0) < 0 or wanted > member.file_size:
            raise BadPredictions(f"{place}: its header says shape {shape} of {dtype}, more than the file holds")
        if (cost := _cost(shape, dtype)) > left:
            words = f"{cost} bytes as float32" if cost > wanted else f"{wanted} bytes"
            raise BadPredictions(f"{place}: holds {words}, wanted at most {left} for the rest of the file")
        data = stream.read(wanted)
        if len(data) == wanted and stream.read(1):  # also makes the reader check the sum over the whole member
            raise BadPredictions(f"{place}: goes on after the {wanted} bytes of {dtype} {shape} its header says")
    if len(data) != wanted:
        raise BadPredictions(f"{place}: cut off after {len(data)} bytes, wanted {wanted}")
    flat: Array = np.frombuffer(data, dtype)
    return flat.reshape(shape, order="F" if by_column else "C")


def _header(stream: IO[bytes], version: tuple[int, int], name: str) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Return shape, order and type in the header of a ``.npy``; raises ValueError for another text."""
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    try:
        return read(stream)
    except (ValueError, SyntaxError, TypeError, RecursionError, tokenize.TokenError) as error:
        # NumPy's own words are about Python's parser
        raise ValueError(f"{name} has no .npy header") from error
