"""Arrays out of an ``.npz`` file that nobody vouches for: no pickle, no surprise in size, every error named."""

from __future__ import annotations

import io
import math
import zipfile
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadPredictions

Array = npt.NDArray[Any]
MAX_BYTES = 1 << 30  # one file, uncompressed


def read_npz(file: IO[bytes], name: str) -> dict[str, Array]:
    """Return every array of an ``.npz``, by name without ``.npy``.

    ``name`` is what errors call the file. Raises `BadPredictions` where it is no zip, a member is no plain array, or
    all members together claim more than `MAX_BYTES`. A header is believed only as far as the member is long.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            claimed = sum(member.file_size for member in members)
            if claimed > MAX_BYTES:
                raise BadPredictions(f"{name}: holds {claimed} bytes uncompressed, wanted at most {MAX_BYTES}")
            return {member.filename.removesuffix(".npy"): _read(archive, member, name) for member in members}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise BadPredictions(f"{name}: not readable as .npz: {error}") from error
    except ValueError as error:  # NumPy's word for a broken header
        raise BadPredictions(f"{name}: not readable as .npz: {first_line(error)}") from error


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> io.BytesIO:
    """Return one member of an outer zip, whole; raises `BadPredictions` where it claims more than `MAX_BYTES`."""
    if member.file_size > MAX_BYTES:
        raise BadPredictions(f"{name}: claims {member.file_size} bytes uncompressed, wanted at most {MAX_BYTES}")
    return io.BytesIO(archive.read(member))


def first_line(error: BaseException) -> str:
    """Return the first line of an error's message, or its type where it has none."""
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Array:
    place = f"{name}: {member.filename}"
    with archive.open(member) as stream:
        version = np.lib.format.read_magic(stream)
        if version == (1, 0):
            shape, by_column, dtype = np.lib.format.read_array_header_1_0(stream)
        elif version == (2, 0):
            shape, by_column, dtype = np.lib.format.read_array_header_2_0(stream)
        else:
            raise BadPredictions(f"{place}: array format {version}, wanted 1.0 or 2.0")
        if dtype.hasobject:
            raise BadPredictions(f"{place}: holds Python objects (pickle), which are never loaded; wanted numbers")
        wanted = math.prod(shape) * dtype.itemsize
        if min(shape, default=0) < 0 or wanted > member.file_size:
            raise BadPredictions(f"{place}: its header says shape {shape} of {dtype}, more than the file holds")
        data = stream.read(wanted)
    if len(data) != wanted:
        raise BadPredictions(f"{place}: cut off after {len(data)} bytes, wanted {wanted}")
    flat: Array = np.frombuffer(data, dtype)
    return flat.reshape(shape, order="F" if by_column else "C")
