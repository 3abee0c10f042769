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
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache as cache_of_process
from pathlib import Path
from typing import NamedTuple

import numpy as np

from rpn_inspector.core.errors import Cancelled
from rpn_inspector.core.regular_file import noting_files, open_regular, watching_failures
from rpn_inspector.data import cache
from rpn_inspector.data.datasets.dataset import Dataset, Progress
from rpn_inspector.data.datasets.support.files import annotations_in, below, walk
from rpn_inspector.data.datasets.support.kept_dataset import FolderDataset, pack, unpack
from rpn_inspector.data.pictures.listing import EntryKind, Walked

VERSION = 1  # of the columns; the readers are part of the key themselves
KEPT_FROM = 400  # annotation files; fewer are read in no time
_ELSEWHERE = "folder missing"  # a table that names folders outside, which may appear there
_OFTEN = 1024  # files between two questions whether to stop

Wishes = tuple[str | None, ...]


class Look(NamedTuple):
    """What a folder was at one moment.

    ``key`` is None for one that is not kept, ``walked`` for one not wholly listed. ``latest`` is the time of the last
    change of any file or folder but pictures, ns. ``folders`` are all folders and ``files`` all files but pictures,
    with ``facts`` of both: the times of folders are no part of the key, for a folder may be renamed and named back.
    """

    key: cache.Key | None
    walked: Walked | None
    latest: int = 0
    folders: Sequence[str] = ()
    files: Sequence[str] = ()
    facts: tuple[bytes, bytes] = (b"", b"")


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
    with watching_failures() as failed, noting_files(frozenset(before.files)) as met:
        dataset = read(before.walked)
    # from the time before the look: what was old then has another time if it has changed since
    young = begun - before.latest / 1e9 < cache.SETTLED
    if before.key is None or failed or young or not _is_of_folder(dataset, folder):
        return dataset
    if _is_as(before, met) and (packed := pack(dataset)) is not None:
        cache.keep(before.key, *packed)
    return dataset


def _is_as(before: Look, met: Mapping[str, os.stat_result]) -> bool:
    """Return whether nothing had changed since ``before`` when the files were opened, as ``met`` tells.

    What changes later is another key. Another name in a folder is another time of the folder.
    """
    facts, read = np.frombuffer(before.facts[1], np.int64).reshape(-1, 3), [path in met for path in before.files]
    try:
        return (
            before.facts[0] == _facts(map(os.stat, before.folders)).tobytes()
            and facts[read].tobytes() == _facts(met[path] for path in before.files if path in met).tobytes()
        )
    except (OSError, OverflowError):
        return False


def _is_of_folder(dataset: Dataset, folder: Path) -> bool:
    """Return whether a dataset was read from files of a folder, and from nowhere else."""
    elsewhere = dataset.root != folder or any(each.kind == _ELSEWHERE for each in dataset.warnings)
    return type(dataset) in (Dataset, FolderDataset) and bool(dataset.files) and not elsewhere


def look(folder: Path, wishes: Wishes, progress: Progress | None = None) -> Look:
    """Return what a folder, opened with ``wishes``, is now; without a key where it has few files or links."""
    walked = []
    try:
        for each in walk(folder, strict=True):
            _go_on(folder, progress)
            walked.append(each)
    except OSError:
        return Look(None, None)
    odd = any(kind in found.values() for _, found in walked for kind in (EntryKind.LINK, EntryKind.OTHER))
    annotations = [
        [name for name, kind in annotations_in(found).items() if kind is EntryKind.FILE] for _, found in walked
    ]
    if odd or sum(map(len, annotations)) < KEPT_FROM:
        return Look(None, walked)
    try:
        return _look(folder, wishes, walked, annotations, progress)
    except (OSError, OverflowError, ValueError):  # a date beyond 2262, or a name that is no Unicode
        return Look(None, walked)


def _go_on(folder: Path, progress: Progress | None) -> None:
    if progress is not None and progress(0, 0):
        raise Cancelled(f"{folder}: stopped while its files were listed")


def _facts(stats: Iterable[os.stat_result]) -> array[int]:
    """Return size and times of each, the inode's own the last."""
    return array("q", [number for each in stats for number in (each.st_size, each.st_mtime_ns, each.st_ctime_ns)])


def _look(
    folder: Path, wishes: Wishes, walked: Walked, annotations: list[list[str]], progress: Progress | None
) -> Look:
    name = repr((str(folder), *wishes)).encode("utf-8", "backslashreplace")
    digest = hashlib.blake2b(repr(_readers()).encode(), digest_size=16)
    digest.update(name)
    files = list[str]()
    for (place, found), own in zip(walked, annotations, strict=True):
        start = os.path.join(str(place), "")  # noqa: PTH118  # with the separator, as a disk's root
        files += [start + each for each in sorted(own)]
        digest.update("\0".join([str(place), *sorted(found), "\0"]).encode("utf-8", "surrogateescape"))
    folders = [str(place) for place, _ in walked]
    facts = array("q")
    for first in range(0, len(files), _OFTEN):
        _go_on(folder, progress)
        facts += _facts(map(os.lstat, files[first : first + _OFTEN]))  # a Path is made in as much time
    digest.update(facts.tobytes())
    # an edit that keeps size and times, on a system with untrue ones, is likely, not certain, to be met
    for path in files[:: max(1, len(files) // cache.SAMPLES)]:
        with open_regular(path) as file:
            digest.update(file.read(cache.BLOCK))
    newest, changed = max(facts[1::3]), max(facts[2::3])
    key = cache.Key(
        source=folder, kind="folder", version=VERSION, size=len(files), mtime_ns=newest, ctime_ns=changed,
        digest=digest.hexdigest(), name=hashlib.blake2b(name).hexdigest(),
    )  # fmt: skip
    of_folders = _facts(map(os.stat, folders))
    latest = max(newest, changed, *of_folders[1::3], *of_folders[2::3])
    return Look(key, walked, latest, folders, files, (of_folders.tobytes(), facts.tobytes()))


@cache_of_process
def _readers() -> tuple[str | tuple[str, int, int], ...]:
    """Return the version, and path, size and time of each source of the readers: others may give another dataset."""
    package = Path(__file__).parents[2]
    named = [(place, name) for place, kinds in walk(package / "data") for name in sorted(kinds) if name.endswith(".py")]
    sources = [place / name for place, name in (*named, (package / "core", "sample.py"))]
    found = list(zip(below(package, sources), map(os.stat, sources), strict=True))
    whole = sys.modules[__name__.partition(".")[0]]  # which imports rooms above this one, and is not imported here
    return whole.__version__, *((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)
