"""Everything the program writes for a user: one guard of the places, and one way of putting files there.

A file is written beside its place under a name of its own, and renamed at the end: whatever happens in between, the
place holds the old file or the whole new one. What a killed process leaves behind, the next writer of the same place
removes.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from rpn_inspector.core.errors import BadFile, without_folder
from rpn_inspector.core.regular_file import check_regular
from rpn_inspector.core.text import Text

Sources: TypeAlias = Mapping[str, Sequence[Path]]
"""What is read, files and folders by a word for them: dataset, predictions, recipe."""
LONGEST = 200  # bytes of a name beside which a longer one still fits
DAY = 86_400.0
_number = itertools.count()
_at_work: set[Path] = set()  # what this process is writing
_looked_at: set[Path] = set()  # the program's own folders, where leavings were looked for


@dataclass(frozen=True, slots=True)
class Own:
    """How earlier results are known: ``wrote`` tells them, ``otherwise`` says what other files are not."""

    wrote: Callable[[Path], bool]
    otherwise: str


def check_output(
    target: Path,
    sources: Sources | None = None,
    own: Own | None = None,
    *,
    beside: bool = False,
    folder: bool = False,
    kept: bool = False,
) -> None:
    """Raise `BadFile` where ``target`` may not be written: over or into what is read, through a link, onto a device.

    Args:
        target: the file or folder to be written.
        sources: what is read: no file among it is replaced, and none is added to a folder of it.
        own: what may be replaced; None for anything that lies elsewhere, as where the user was asked.
        beside: whether a new file may lie in the dataset's folder, as one its reader leaves alone.
        folder: whether a folder is written, so that one that is there is looked at by the caller.
        kept: whether files are put into a folder that is there, which needs no writing beside it.
    """
    above = target.absolute().parent
    if not above.is_dir():
        raise without_folder(target)
    place = target if kept and target.is_dir() else above
    if not os.access(place, os.W_OK):
        read_only = hasattr(os, "statvfs") and os.statvfs(place).f_flag & os.ST_RDONLY
        raise BadFile(
            target, Text.of("cannot be written: {why}", why=os.strerror(errno.EROFS if read_only else errno.EACCES))
        )
    there = os.path.lexists(target)
    mine = own is not None and there and not target.is_dir() and own.wrote(target)
    for word, places in (sources or {}).items():
        for place in (*places, *(_folders_of_dumps(sources or {}) if word == "predictions" else ())):
            if folder and _within(place, target):
                raise BadFile(target, f"holds the {word} and is never written to; choose another name")
            if not _within(target, place) or (beside and word == "dataset" and place.is_dir() and (mine or not there)):
                continue
            if word == "dataset" and not there:
                words = f"is inside the dataset {place}, which would read it as its own"
                raise BadFile(target, f"{words}; choose a {'folder' if folder else 'place'} elsewhere")
            raise BadFile(target, f"belongs to the {word} and is never written to; choose another name")
    if there and not folder:
        check_replaceable(target)
        # Only an empty file is nobody's.
        if own is not None and target.stat().st_size and not mine:
            raise BadFile(target, f"is there already and {own.otherwise}; choose another name, or move it")
        if target.stat().st_nlink > 1:
            raise BadFile(target, Text("is one of several names of a file (hard links); choose another name"))


def _folders_of_dumps(sources: Sources) -> Iterator[Path]:
    """Yield the folders inside a dataset that hold predictions: the next reader takes all in there for dumps."""
    for above in dict.fromkeys(place.absolute().parent for place in sources.get("predictions", ())):
        for place in sources.get("dataset", ()):
            if place.is_dir() and above.is_dir() and not above.samefile(place) and _within(above, place):
                yield above
                break


def check_replaceable(target: Path) -> None:
    """Raise `BadFile` where something else than a plain file is at ``target``: a link is never followed."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise BadFile(target, Text("is a link, and nothing is written through one; choose another name"))
    if stat.S_ISDIR(mode):
        raise BadFile(target, Text("is a folder, wanted a file name"))
    try:
        check_regular(mode, target)
    except OSError as error:
        raise BadFile(target, f"{error.strerror}; choose another name") from None


def _within(place: Path, folder: Path) -> bool:
    """Return whether ``place`` is a folder, or inside, also where the file system has two names for the folder."""
    try:
        whole = place.resolve()
        if any(above.exists() and above.samefile(folder) for above in whole.parents):
            return True
        if not whole.exists() or not whole.samefile(folder):
            return False
        # Of a file with several names only this one: the others are known by their number.
        return whole.is_dir() or whole.stat().st_nlink == 1 or whole.name == folder.resolve().name
    except (OSError, RuntimeError, ValueError):  # a name that no file can have
        return False


@contextlib.contextmanager
def writing(targets: Sequence[Path], *, cached: bool = False, synced: bool = True) -> Iterator[list[BinaryIO]]:
    """Open a temporary file beside each target; put all in place at the end, or remove them where something fails.

    ``cached`` files are in the program's own folder and can be made again; neither they nor files not ``synced`` are
    pushed to the disk. Raises `BadFile`.
    """
    temporary = [_beside(target, "part", cached) for target in targets]
    try:
        with contextlib.ExitStack() as stack:
            # "x": never through a link that somebody put under this name
            streams: list[BinaryIO] = [stack.enter_context(path.open("xb")) for path in temporary]
            yield streams
            for stream in streams:
                stream.flush()
                # On the disk before the renaming: a crash in between would leave an empty file under the old name.
                if synced and not cached:
                    os.fsync(stream.fileno())
        for path, target in zip(temporary, targets, strict=True):
            check_replaceable(target)
            path.replace(target)
    except OSError as error:
        raise BadFile(targets[0], Text.of("cannot be written: {why}", why=error.strerror or error)) from error
    finally:
        for path in temporary:
            with contextlib.suppress(OSError):  # a read-only disk says so of what is not there too
                path.unlink()
            _at_work.discard(path)


def write_whole(target: Path, content: bytes, *, cached: bool = False, synced: bool = True) -> None:
    """Write a file's bytes, all or nothing; ``cached`` and ``synced`` as in `writing`. Raises `BadFile`."""
    with writing([target], cached=cached, synced=synced) as (stream,):
        stream.write(content)


@contextlib.contextmanager
def writing_folder(target: Path) -> Iterator[Path]:
    """Make a temporary folder beside ``target`` and rename the folder at the end, or remove it after an error.

    An earlier folder of the same name makes room first and is removed last, or put back after a failed renaming.
    Raises `BadFile`.
    """
    temporary, old = work_folder(target), _beside(target, "old")
    try:
        yield temporary
        if target.is_dir():
            # A folder cannot be replaced by a renaming, as a file can: the old one steps aside first.
            target.replace(old)
        try:
            temporary.replace(target)
        except OSError:
            if old.is_dir():
                old.replace(target)
            raise
    except OSError as error:
        raise BadFile(target, Text.of("cannot be written: {why}", why=error.strerror or error)) from error
    finally:
        remove_work(temporary)
        if target.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        _at_work.discard(old)


def work_folder(target: Path) -> Path:
    """Return a new folder beside ``target``, on the same disk, for what becomes ``target``. Raises `BadFile`."""
    made = _beside(target, "part")
    try:
        made.mkdir()
    except OSError as error:
        _at_work.discard(made)
        raise BadFile(target, Text.of("cannot be written: {why}", why=error.strerror or error)) from error
    return made


def remove_work(folder: Path) -> None:
    """Remove what `work_folder` made, as far as it is still there."""
    shutil.rmtree(folder, ignore_errors=True)
    _at_work.discard(folder)


def _beside(target: Path, ending: str, cached: bool = False) -> Path:
    """Return a path for this process alone, named after ``target``, where leavings are removed first.

    In the program's own folder all are, once: a look at 100,000 cached pictures for each of them would take hours.
    """
    if not cached or target.parent not in _looked_at:
        remove_leavings(target, ".+" if cached else re.escape(_stem(target)))
        _looked_at.add(target.parent)
    made = target.with_name(f".{_stem(target)}.{os.getpid()}-{next(_number)}.{ending}")
    _at_work.add(made)
    return made


def _stem(target: Path) -> str:
    name = target.name
    return name if len(os.fsencode(name)) <= LONGEST else hashlib.blake2b(os.fsencode(name), digest_size=16).hexdigest()


def remove_leavings(target: Path, stem: str) -> None:
    """Remove what a killed process left beside ``target``; an earlier folder that made room is put back.

    ``stem`` is a pattern of the names: in a user's folder only that of the target, for other programs have parts too.
    """
    pattern = re.compile(rf"\.{stem}\.(\d{{1,10}})(-\d+)?\.(part|old)")
    with contextlib.suppress(OSError), os.scandir(target.absolute().parent) as entries:
        for entry in entries:
            found = pattern.fullmatch(entry.name)
            with contextlib.suppress(OSError):
                if found is not None and not _is_in_use(target.with_name(entry.name), int(found[1])):
                    _remove(target.with_name(entry.name), target, found[3])


def _remove(leaving: Path, target: Path, ending: str) -> None:
    if ending == "old" and not os.path.lexists(target):
        leaving.replace(target)
    elif leaving.is_dir() and not leaving.is_symlink():
        shutil.rmtree(leaving, ignore_errors=True)
    else:
        leaving.unlink()


def _is_in_use(path: Path, owner: int) -> bool:
    """Return whether process ``owner`` may still be writing ``path``, or whether another user's is."""
    found = path.lstat()
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        return True
    if owner == os.getpid():
        return path in _at_work  # else of an earlier process of the same number, as in containers
    if os.name == "nt":  # where signal 0 is no question
        return time.time() - found.st_mtime < DAY
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
