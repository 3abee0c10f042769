"""A cache of columns: arrays read from a large file in a second, mapped from the cache in a few milliseconds.

One file per entry, in the user's own cache folder (``RPN_INSPECTOR_HOME`` overrides the folder). Any entry may be
deleted at any time; a torn or altered entry, or an entry of another version or byte order, counts as absent.

The key is the source file's size, the times of change, and a hash of head, tail and `SAMPLES` blocks between. Hashing
all of 455 MB takes three to ten times as long as opening from the cache should. An edit changes the times (``ctime``
cannot be set back by the user), so the hash only guards against file systems with untrue times; a file changed within
the last `SETTLED` seconds might change again within one tick of a coarse clock, so nothing is kept of so young a file.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import mmap
import os
import sys
import time
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import platformdirs

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.output_file import writing

FORMAT = 1
SAMPLES, BLOCK, ENDS = 32, 4096, 65536
SETTLED = 2.0
KEPT, KEPT_BYTES = 32, 2 << 30
_MAGIC = b"rpncols\n"
_ALIGN = 64
_PREFIX = 24  # magic, length of the header, its checksum


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """One reader's view of one file's content.

    Args:
        source: the file read.
        kind: the reader.
        version: of the reader's columns.
        size: bytes.
        mtime_ns: time of the last change of the content, ns.
        ctime_ns: time of the last change of the inode, ns.
        digest: 32 hex digits over head, tail and samples.
        name: of the entry where a source has one at a time, which another digest replaces; "" for one a content.
    """

    source: Path
    kind: str
    version: int
    size: int
    mtime_ns: int
    ctime_ns: int
    digest: str
    name: str = ""

    @property
    def file(self) -> Path:
        """Return the path of the entry in the cache's folder."""
        what = self.name or f"{self.version} {self.size} {self.mtime_ns} {self.ctime_ns} {self.digest}"
        return folder() / f"{self.kind}-{hashlib.blake2b(what.encode(), digest_size=16).hexdigest()}.columns"


class _Column(msgspec.Struct):
    name: str
    dtype: str
    shape: tuple[int, ...]
    start: int


class _Header(msgspec.Struct):
    format: int
    kind: str
    version: int
    byteorder: str
    digest: str
    columns: list[_Column]
    length: int
    checksum: int
    rest: str


def folder() -> Path:
    """Return the cache's folder; ``RPN_INSPECTOR_HOME`` overrides the user's own."""
    own = os.environ.get("RPN_INSPECTOR_HOME")
    return Path(own) / "cache" if own else Path(platformdirs.user_cache_dir("rpn-inspector", appauthor=False))


def key_of(source: Path, kind: str, version: int) -> Key | None:
    """Return the key of a file for reader ``kind`` of ``version``, None for an unreadable file."""
    try:
        with open_regular(source) as file:
            stat = os.fstat(file.fileno())
            digest = hashlib.blake2b(digest_size=16)
            digest.update(file.read(ENDS))
            # samples spread over the file: an edit in place that keeps size and times is likely, not certain, to be met
            for number in range(SAMPLES):
                file.seek(stat.st_size * (number + 1) // (SAMPLES + 1))
                digest.update(file.read(BLOCK))
            file.seek(max(0, stat.st_size - ENDS))
            digest.update(file.read(ENDS))
    except OSError:
        return None
    return Key(
        source=source,
        kind=kind,
        version=version,
        size=stat.st_size,
        mtime_ns=stat.st_mtime_ns,
        ctime_ns=stat.st_ctime_ns,
        digest=digest.hexdigest(),
    )


def load(key: Key) -> tuple[dict[str, npt.NDArray[Any]], bytes] | None:
    """Return the arrays, mapped and read-only, and the stored rest; None without a sound entry."""
    file = key.file
    try:
        with open_regular(file, ours=True) as stream:
            # mapped, not read: pages no view asks for cost no memory of the process
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    try:
        header, start = _header(mapped)
        if (header.format, header.byteorder, header.digest) != (FORMAT, sys.byteorder, key.digest):
            return None
        if (header.kind, header.version) != (key.kind, key.version) or len(mapped) != start + header.length:
            return None
        payload = memoryview(mapped)[start:]
        # reading every byte once is the price against torn pages, and warms the mapping
        if zlib.crc32(payload) != header.checksum:
            return None
        arrays = {column.name: _array(payload, column) for column in header.columns}
    except (ValueError, TypeError, OverflowError):
        return None
    with contextlib.suppress(OSError):
        os.utime(file)  # the least recently used goes first
    return arrays, header.rest.encode()


def _header(data: mmap.mmap) -> tuple[_Header, int]:
    if data[:8] != _MAGIC or len(data) < _PREFIX:
        raise ValueError("not a cache of columns")
    length, checksum = (int.from_bytes(data[at : at + 8], "little") for at in (8, 16))
    text = data[_PREFIX : _PREFIX + length] if length < len(data) else b""
    if zlib.crc32(text) != checksum:
        raise ValueError("its header is torn")
    return msgspec.json.decode(text, type=_Header), _aligned(_PREFIX + length)


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGN) * _ALIGN


def _array(payload: memoryview, column: _Column) -> npt.NDArray[Any]:
    # an entry may be altered by anyone: objects would be pointers read from a file
    dtype = np.dtype(column.dtype)
    if dtype.hasobject:
        raise ValueError("holds objects")
    count = int(np.prod(column.shape, dtype=np.int64))
    array = np.frombuffer(payload, dtype, count, column.start) if count else np.zeros(0, dtype)
    return array.reshape(column.shape)


def store(key: Key, arrays: Mapping[str, npt.NDArray[Any]], rest: bytes) -> bool:
    """Keep ``arrays``, and ``rest`` (UTF-8), under ``key``; return whether the entry was written.

    Written under another name and moved into place, so that no reader meets half an entry. Nothing is kept where the
    source has changed since the key was made, or only just; a full or read-only disk stops nobody from working.
    """
    # the reader took a second: an edit in the meantime may have mixed two contents in the arrays
    if key_of(key.source, key.kind, key.version) != key or time.time() - key.mtime_ns / 1e9 < SETTLED:
        return False
    return keep(key, arrays, rest)


def keep(key: Key, arrays: Mapping[str, npt.NDArray[Any]], rest: bytes) -> bool:
    """Keep as `store` does, for a caller who knows that the source is as the key says."""
    parts: list[bytes | memoryview] = []
    columns, length, checksum = [], 0, 0
    for name, array in arrays.items():
        padding = bytes(_aligned(length) - length)
        data = np.ascontiguousarray(array)
        columns.append(_Column(name, data.dtype.str, data.shape, length + len(padding)))
        for part in (padding, data.reshape(-1).view(np.uint8).data):
            parts.append(part)
            checksum = zlib.crc32(part, checksum)
            length += len(part)
    header = _Header(FORMAT, key.kind, key.version, sys.byteorder, key.digest, columns, length, checksum, rest.decode())
    text = msgspec.json.encode(header)
    head = b"".join((_MAGIC, len(text).to_bytes(8, "little"), zlib.crc32(text).to_bytes(8, "little"), text))
    try:
        key.file.parent.mkdir(parents=True, exist_ok=True)
        with writing([key.file], cached=True) as (stream,):
            for part in (head.ljust(_aligned(len(head)), b"\0"), *parts):
                stream.write(part)
        _prune(key.file)
    except (OSError, BadFile):
        return False
    return True


def _prune(newest: Path) -> None:
    """Delete the entries used longest ago beyond `KEPT` or `KEPT_BYTES`, and parts left by a crash."""
    entries = []
    for file in newest.parent.iterdir():
        with contextlib.suppress(OSError):
            stat = file.stat()
            if file.suffix == ".columns" and file != newest:
                entries.append((stat.st_mtime, stat.st_size, file))
            # an hour old: no other process is still writing the part
            elif file.suffix == ".part" and time.time() - stat.st_mtime > 3600:
                file.unlink()
    total = newest.stat().st_size
    for number, (_, size, file) in enumerate(sorted(entries, key=lambda entry: entry[0], reverse=True), 2):
        total += size
        if number > KEPT or total > KEPT_BYTES:
            with contextlib.suppress(OSError):
                file.unlink()
