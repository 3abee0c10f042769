"""The cache of folders with an annotation file a picture, which are opened again by a look at `cache.SAMPLES` or so.

The key is what lies in the folder, junk aside: every name, and of all but pictures the size and the times of change,
with a hash of samples as `data.cache` takes of a large file. A file that is changed, added, taken away, or set back to
older times makes another key. (On Windows the second time is that of creation: there an edit that keeps size and time
is met by the samples alone.) Not kept: folders with links, pictures inside annotation files, a dataset that looks
elsewhere than in its folder, files so young that they may change again within one tick of the clock, and a reading
during which the system refused something or anything changed.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from array import array
from collections.abc import Callable
from functools import cache as cache_of_process
from pathlib import Path
from typing import NamedTuple

from rpn_inspector.core.errors import Cancelled
from rpn_inspector.core.regular_file import open_regular, watching_failures
from rpn_inspector.data import cache
from rpn_inspector.data.datasets.dataset import Dataset, Progress
from rpn_inspector.data.datasets.support.files import Walked, walk
from rpn_inspector.data.datasets.support.kept_dataset import pack, unpack
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import EntryKind

VERSION = 1  # of the columns; the readers are part of the key themselves
KEPT_FROM = 400  # annotation files; fewer are read in no time
_ELSEWHERE = "folder missing"  # a table that names folders outside, which may appear there
_OFTEN = 1024  # files between two questions whether to stop

Wishes = tuple[str | None, ...]


class Look(NamedTuple):
    """What a folder was at one moment.

    ``key`` is None for one that is not kept, ``walked`` for one not wholly listed. ``latest`` is the time of the last
    change of any file or folder but pictures, ns; ``folders`` are those of the folders, which are no part of the key: a
    folder may be renamed and named back.
    """

    key: cache.Key | None
    walked: Walked | None
    latest: int = 0
    folders: tuple[int, ...] = ()


def opened(
    folder: Path, wishes: Wishes, read: Callable[[Walked | None], Dataset], progress: Progress | None = None
) -> Dataset:
    """Return a folder's dataset as kept, else as ``read`` from what lies there, to be kept.

    Raises `Cancelled` at the wish of ``progress``, called with a total of 0 meanwhile, and what ``read`` raises.
    """
    begun = time.time()
    before = look(folder, wishes, progress)
    kept = unpack(cache.load(before.key), folder) if before.key is not None else None
    if kept is not None:
        return kept
    with watching_failures() as failed:
        dataset = read(before.walked)
    # from the time before the look: what was old then has another time if it has changed since
    young = begun - before.latest / 1e9 < cache.SETTLED
    if before.key is None or failed or young or not _is_of_folder(dataset, folder):
        return dataset
    after = look(folder, wishes, None if progress is None else lambda *_: progress(1, 1))
    if (after.key, after.folders) == (before.key, before.folders) and (packed := pack(dataset)) is not None:
        cache.keep(before.key, *packed)
    return dataset


def _is_of_folder(dataset: Dataset, folder: Path) -> bool:
    """Return whether a dataset was read from files of a folder, and from nowhere else."""
    elsewhere = dataset.root != folder or any(each.kind == _ELSEWHERE for each in dataset.warnings)
    return type(dataset) is Dataset and bool(dataset.files) and not elsewhere


def look(folder: Path, wishes: Wishes, progress: Progress | None = None) -> Look:
    """Return what a folder, opened with ``wishes``, is now; without a key where it has few files or links."""
    walked = []
    try:
        for each in walk(folder, strict=True):
            _go_on(folder, progress)
            walked.append(each)
    except OSError:
        return Look(None, None)
    usual = (EntryKind.FILE, EntryKind.FOLDER)
    odd = any(kind not in usual for _, found in walked for kind in found.values())
    annotations = [[name for name in found if _is_annotation(name, found[name])] for _, found in walked]
    if odd or sum(map(len, annotations)) < KEPT_FROM:
        return Look(None, walked)
    try:
        return _look(folder, wishes, walked, annotations, progress)
    except (OSError, OverflowError, ValueError):  # a date beyond 2262, or a name that is no Unicode
        return Look(None, walked)


def _is_annotation(name: str, kind: EntryKind) -> bool:
    return kind is EntryKind.FILE and not name.lower().endswith(SUFFIXES)


def _go_on(folder: Path, progress: Progress | None) -> None:
    if progress is not None and progress(0, 0):
        raise Cancelled(f"{folder}: stopped while its files were listed")


def _look(
    folder: Path, wishes: Wishes, walked: Walked, annotations: list[list[str]], progress: Progress | None
) -> Look:
    name = repr((str(folder), *wishes)).encode("utf-8", "backslashreplace")
    digest = hashlib.blake2b(repr(_readers()).encode(), digest_size=16)
    digest.update(name)
    newest, changed, files, folders = 0, 0, list[str](), list[int]()
    for (place, found), own in zip(walked, annotations, strict=True):
        stat = os.stat(place)  # noqa: PTH116
        folders += (stat.st_mtime_ns, stat.st_ctime_ns)
        facts, start = array("q"), os.path.join(str(place), "")  # noqa: PTH118  # with the separator, as a disk's root
        for each in sorted(own):
            if len(files) % _OFTEN == 0:
                _go_on(folder, progress)
            stat = os.lstat(start + each)  # a Path is made in as much time
            facts.extend((stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
            newest, changed = max(newest, stat.st_mtime_ns), max(changed, stat.st_ctime_ns)
            files.append(start + each)
        digest.update("\0".join([str(place), *sorted(found), "\0"]).encode("utf-8", "surrogateescape"))
        digest.update(facts.tobytes())
    # an edit that keeps size and times, on a system with untrue ones, is likely, not certain, to be met
    for path in files[:: max(1, len(files) // cache.SAMPLES)]:
        with open_regular(path) as file:
            digest.update(file.read(cache.BLOCK))
    key = cache.Key(
        source=folder, kind="folder", version=VERSION, size=len(files), mtime_ns=newest, ctime_ns=changed,
        digest=digest.hexdigest(), name=hashlib.blake2b(name).hexdigest(),
    )  # fmt: skip
    return Look(key, walked, max(newest, changed, *folders), tuple(folders))


@cache_of_process
def _readers() -> tuple[str | tuple[str, int, int], ...]:
    """Return the version, and path, size and time of each source of the readers: others may give another dataset."""
    package = Path(__file__).parents[2]
    sources = [*sorted((package / "data").rglob("*.py")), *(package / "core").glob("sample.py")]
    found = [(path.relative_to(package).as_posix(), path.stat()) for path in sources]
    whole = sys.modules[__name__.partition(".")[0]]  # which imports rooms above this one, and is not imported here
    return whole.__version__, *((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)
