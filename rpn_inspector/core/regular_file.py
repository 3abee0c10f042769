"""The one opener of files made by others: a pipe, a socket or a device is refused at once, and never waited for."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from rpn_inspector.core.hub_cache import LONGEST, blob_behind

_KINDS = {stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_PART = 1 << 20  # bytes that are read at once of a file of no known size
OUTSIDE = "lies outside the folders that may be read"
_bounds: list[tuple[Path, ...]] = []  # of the process, not of a thread: readers have threads of their own
_watching: list[list[OSError]] = []  # of the process too


class _Noting(NamedTuple):
    listed: Collection[str]
    met: dict[str, os.stat_result]


_noting: list[_Noting] = []  # of the process too


@contextlib.contextmanager
def reading_inside(folders: Iterable[Path]) -> Iterator[None]:
    """Let `open_regular` open meanwhile, in any thread, only what lies in ``folders``, resolved, links followed."""
    own = tuple(folders)
    _bounds.append(own)
    try:
        yield
    finally:
        _bounds.remove(own)


@contextlib.contextmanager
def watching_failures() -> Iterator[list[OSError]]:
    """Yield a list that takes each file refused meanwhile by the system, in any thread; one that is not there aside."""
    own: list[OSError] = []
    _watching.append(own)
    try:
        yield own
    finally:
        _watching[:] = [each for each in _watching if each is not own]  # equal lists are many: all are empty at first


@contextlib.contextmanager
def noting_files(listed: Collection[str]) -> Iterator[dict[str, os.stat_result]]:
    """Yield a dict that takes what the system tells of each file when it is opened meanwhile, in any thread, by path.

    The ``listed`` files were regular in a listing just now: the system is not asked before they are opened.
    """
    own = _Noting(listed, {})
    _noting.append(own)
    try:
        yield own.met
    finally:
        _noting[:] = [each for each in _noting if each is not own]


def note_failure(error: Exception) -> None:
    """Tell `watching_failures` of a failure that is passed over or put into words."""
    if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
        for each in tuple(_watching):
            each.append(error)


class _WatchedFile(io.FileIO):
    """A file whose failures in the middle are noted."""

    def readinto(self, buffer: Any, /) -> int:
        try:
            return super().readinto(buffer)
        except OSError as error:
            note_failure(error)
            raise

    def readall(self) -> bytes:
        try:
            return super().readall()
        except OSError as error:
            note_failure(error)
            raise


def open_regular(path: str | Path, *, ours: bool = False) -> BinaryIO:
    """Return a file opened for reading bytes. Raises `OSError` as ``open`` does, and for all but a regular file.

    Within `reading_inside` a file elsewhere is refused as well; ``ours`` is one that the program itself made and named.
    """
    handle, _ = _handle(path, ours=ours)
    try:
        return io.BufferedReader(_WatchedFile(handle)) if _watching else os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _handle(path: str | Path, *, ours: bool = False) -> tuple[int, int]:
    """Return the handle of an opened file, and its size in bytes."""
    try:
        return _opened(path, ours=ours)
    except OSError as error:
        note_failure(error)
        raise


def _opened(path: str | Path, *, ours: bool) -> tuple[int, int]:
    if not ours and _bounds:
        _check_inside(Path(path))
    written = str(path)
    for each in _noting:
        if written in each.listed:
            break
    else:
        # before it is opened: opening a device may already do something
        check_regular(os.stat(path).st_mode, path)  # noqa: PTH116  # a Path is made in as much time as a small file is read
    # Another file may have come in between: even then, opening must not wait for a writer.
    handle = os.open(written, _FLAGS)  # a Path would be asked for its text
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            check_regular(found.st_mode, path)
        for each in _noting:
            each.met[written] = found
        if 0 < found.st_size <= LONGEST and "snapshots" in written and "snapshots" in Path(path).parts:
            with Path(path).open("rb") as file:
                blob = blob_behind(Path(path), file.read(LONGEST))
            if blob is not None:
                _check_inside(blob)
                os.close(handle)
                handle = os.open(blob, _FLAGS)
                found = os.fstat(handle)
        return handle, found.st_size
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
    data = _read(path, None)
    assert data is not None
    return data


def read_small(path: str | Path, most: int) -> bytes | None:
    """Return the bytes of a regular file as `read_whole` does, None, and nothing read, for more than ``most``."""
    return _read(path, most)


def _read(path: str | Path, most: int | None) -> bytes | None:
    handle, size = _handle(path)
    try:
        # a buffered stream costs as much as the reading of a small file
        if most is not None and size > most:
            return None
        data = os.read(handle, size + 1)
        if len(data) == size > 0:  # the byte more would have come
            return data
        parts = [data]  # it has grown, a system tells no size, or gives a part at a time
        while parts[-1] and (most is None or size <= most):
            parts.append(os.read(handle, _PART))
            size = sum(map(len, parts))
        return None if most is not None and size > most else b"".join(parts)
    except OSError as error:
        note_failure(error)
        raise
    finally:
        os.close(handle)


def read_utf8(path: str | Path) -> str:
    """Return the text of a regular file, line ends as one letter. Raises `OSError`, `UnicodeDecodeError`."""
    return read_whole(path).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
