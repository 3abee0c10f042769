"""The one opener of files made by others: a pipe, a socket or a device is refused at once, and never waited for."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from rpn_inspector.core.hub_cache import LONGEST, blob_behind

_KINDS = {stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_SMALL = 1 << 16  # bytes that are read at once
OUTSIDE = "lies outside the folders that may be read"
_bounds: list[tuple[Path, ...]] = []  # of the process, not of a thread: readers have threads of their own


@contextlib.contextmanager
def reading_inside(folders: Iterable[Path]) -> Iterator[None]:
    """Let `open_regular` open meanwhile, in any thread, only what lies in ``folders``, resolved, links followed."""
    own = tuple(folders)
    _bounds.append(own)
    try:
        yield
    finally:
        _bounds.remove(own)


def open_regular(path: str | Path, *, ours: bool = False) -> BinaryIO:
    """Return a file opened for reading bytes. Raises `OSError` as ``open`` does, and for all but a regular file.

    Within `reading_inside` a file elsewhere is refused as well; ``ours`` is one that the program itself made and named.
    """
    handle = _handle(path, ours=ours)
    try:
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _handle(path: str | Path, *, ours: bool = False) -> int:
    if not ours and _bounds:
        _check_inside(Path(path))
    # before it is opened: opening a device may already do something
    check_regular(os.stat(path).st_mode, path)  # noqa: PTH116  # a Path is made in as much time as a small file is read
    # Another file may have come in between: even then, opening must not wait for a writer.
    handle = os.open(path, _FLAGS)
    try:
        found = os.fstat(handle)
        check_regular(found.st_mode, path)
        if 0 < found.st_size <= LONGEST and "snapshots" in str(path) and "snapshots" in Path(path).parts:
            with Path(path).open("rb") as file:
                blob = blob_behind(Path(path), file.read(LONGEST))
            if blob is not None:
                _check_inside(blob)
                os.close(handle)
                handle = os.open(blob, _FLAGS)
        return handle
    except BaseException:
        os.close(handle)
        raise


def _check_inside(path: Path) -> None:
    for folders in tuple(_bounds):
        if not any(Path(os.path.realpath(path)).is_relative_to(folder) for folder in folders):
            raise PermissionError(errno.EACCES, OUTSIDE, str(path))


def check_regular(mode: int, path: str | Path) -> None:
    """Raise `OSError` where ``mode``, as ``stat`` tells it, is not that of a regular file."""
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    found = _KINDS.get(stat.S_IFMT(mode), "something else")
    raise OSError(errno.EINVAL, f"is {found}, wanted a file", str(path))


def read_whole(path: str | Path) -> bytes:
    """Return the bytes of a regular file. Raises `OSError` as `open_regular` does."""
    handle = _handle(path)
    try:
        # a buffered stream costs as much as the reading of a small file
        data = os.read(handle, _SMALL)
        while more := os.read(handle, max(_SMALL, len(data))):
            data += more
        return data
    finally:
        os.close(handle)


def read_utf8(path: str | Path) -> str:
    """Return the text of a regular file, line ends as one letter. Raises `OSError`, `UnicodeDecodeError`."""
    return read_whole(path).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
