"""The cache of folders with an annotation file a picture, which are opened again without reading any.

The key is what lies in the folder: every name, and of all but pictures the size and the times of change, with a hash of
samples as `data.cache` takes of a large file. A file that is changed, added, taken away, or set back to older times
makes another key. Not kept: folders with links, pictures inside annotation files, a dataset that looks elsewhere than
in its folder, and files so young that they may change again within one tick of the clock.
"""

from __future__ import annotations

import hashlib
import os
import time
from array import array
from collections.abc import Sequence
from functools import cache as cache_of_process
from operator import attrgetter
from pathlib import Path

from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data import cache
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.support.kept_dataset import pack, unpack
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import EntryKind, kind_of

VERSION = 1  # of the columns; the readers are part of the key themselves
KEPT_FROM = 400  # annotation files; fewer are read in no time
_ELSEWHERE = "folder missing"  # a table that names folders outside, which may appear there


def key_of(folder: Path, wishes: Sequence[str | None]) -> cache.Key | None:
    """Return the key of a folder opened with ``wishes``; None for one with few files, links, or what cannot be read."""
    digest = hashlib.blake2b(
        repr((_readers(), str(folder), *wishes)).encode("utf-8", "backslashreplace"), digest_size=16
    )
    newest, changed, files, waiting = 0, 0, list[str](), [str(folder)]
    try:
        while waiting:
            place = waiting.pop()
            with os.scandir(place) as scanned:
                entries = sorted(scanned, key=attrgetter("name"))
            facts = array("q")
            for entry in entries:
                kind = kind_of(entry)
                if kind is EntryKind.FOLDER:
                    waiting.append(entry.path)
                elif kind is not EntryKind.FILE:
                    return None
                elif not entry.name.lower().endswith(SUFFIXES):
                    stat = entry.stat(follow_symlinks=False)
                    facts.extend((stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
                    newest, changed = max(newest, stat.st_mtime_ns), max(changed, stat.st_ctime_ns)
                    files.append(entry.path)
            names = "\0".join([place, *(entry.name for entry in entries), "\0"])
            digest.update(names.encode("utf-8", "surrogateescape"))
            digest.update(facts.tobytes())
        if len(files) < KEPT_FROM:
            return None
        # an edit that keeps size and times, on a system with untrue ones, is likely, not certain, to be met
        for path in files[:: max(1, len(files) // cache.SAMPLES)]:
            with open_regular(path) as file:
                digest.update(file.read(cache.BLOCK))
    except OSError:
        return None
    return cache.Key(
        source=folder, kind="folder", version=VERSION, size=len(files), mtime_ns=newest, ctime_ns=changed,
        digest=digest.hexdigest(),
    )  # fmt: skip


@cache_of_process
def _readers() -> tuple[tuple[str, int, int], ...]:
    """Return name, size and time of each source of the readers: others may give another dataset."""
    found = [(path.name, path.stat()) for path in sorted(Path(__file__).parent.rglob("*.py"))]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)


def load(key: cache.Key) -> Dataset | None:
    """Return the dataset kept under a key, None without."""
    return unpack(cache.load(key), key.source)


def store(key: cache.Key, dataset: Dataset) -> None:
    """Keep a dataset that was read after ``key`` was made, where nothing of it is elsewhere or too young.

    What changes while it is read has a later time than the key says, so that the entry is never asked for.
    """
    young = time.time() - max(key.mtime_ns, key.ctime_ns) / 1e9 < cache.SETTLED
    elsewhere = dataset.root != key.source or any(each.kind == _ELSEWHERE for each in dataset.warnings)
    if young or elsewhere or type(dataset) is not Dataset or not dataset.files:
        return
    packed = pack(dataset)
    if packed is not None:
        cache.keep(key, *packed)
