"""The files of an address are brought here: as far as they are not here already, within bounds, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile, Cancelled
from rpn_inspector.data.remote import kept
from rpn_inspector.data.remote.addresses import ADDRESS, path_of_file, shown
from rpn_inspector.data.remote.known import fetched_from, read, staged, within_source
from rpn_inspector.data.remote.systems import There, errors_told, is_here, is_web, system_of

Progress = Callable[[int, int], "bool | None"]
MOST_FILES = 200_000  # of one address
MOST_FOLDERS = 20_000
DEEPEST = 16
THREADS = 8
CHUNK = 1 << 20
_NO_MARK = frozenset(
    # "time" is sftp's time of the last access
    {"name", "Key", "type", "size", "Size", "url", "mimetype", "partial", "StorageClass", "islink", "time"}
)


def local_path(place: str | Path, progress: Progress | None = None) -> Path:
    """Return a path as it stands, and for an address the path of what was fetched from there.

    ``progress(done, total)`` in bytes, with 0 for a total that is not known, returns True to stop. Raises `BadFile` in
    a line for what cannot be had, and for more than is fetched; `MissingExtra` without fsspec; `Cancelled`.
    """
    if not isinstance(place, str) or (found := ADDRESS.match(place)) is None:
        return Path(place)
    if found[1].lower() == "file":
        return path_of_file(place)
    with errors_told(place):
        system, path = system_of(place)
        return Path(path) if is_here(system) else _fetch(system, path, place, progress)


@dataclass(frozen=True, slots=True)
class _File:
    """A file at an address: its path there, bytes where known, and what changes with its content, "" for nothing."""

    path: str
    size: int | None
    mark: str

    @classmethod
    def of(cls, info: dict[str, Any]) -> _File:
        size = info.get("size", info.get("Size"))
        marks = sorted((key, str(value)) for key, value in info.items() if key not in _NO_MARK and value is not None)
        mark = hashlib.blake2b(repr(marks).encode(errors="replace"), digest_size=16).hexdigest() if marks else ""
        return cls(str(info["name"]), size if isinstance(size, int) and size >= 0 else None, mark)


def _fetch(system: Any, path: str, address: str, progress: Progress | None) -> Path:
    """Bring what lies at an address into the cache, as far as it is not there; return its place."""
    there = There.of(system, path)
    for output in [output for output, one in staged.items() if one.there.is_within(there)]:
        raise within_source(staged.pop(output).address)
    files, is_file = _listed(system, path, address)
    if not files:
        raise BadFile(shown(address), "is empty")
    place = kept.place_of(address)
    place.parent.mkdir(parents=True, exist_ok=True)
    folder = place.parents[1]  # the list lies apart from what is read
    before = kept.read_list(folder)
    targets = {name: place if is_file else place.joinpath(*name.split("/")) for name in files}
    missing = {name: file for name, file in files.items() if not _is_kept(file, before.get(name), targets[name])}
    kept.check_room(sum(file.size or 0 for file in missing.values()), place, address)
    if not is_file:
        kept.remove_gone(place, before.keys() - files.keys())
    kept.make_way(place.parent, [targets[name] for name in missing])
    done = {name: entry for name, entry in before.items() if name in files and name not in missing}
    try:
        for name, size in _copied(system, missing, targets, address, progress):
            done[name] = [size, files[name].mark]
    finally:
        kept.write_list(folder, done)
    for each in (place, *([place.parent] if is_file else [])):
        fetched_from[each.resolve()] = fetched_from[each] = shown(address)
    read[place.resolve()] = read[place] = there
    kept.prune(folder)
    return place


def _listed(system: Any, path: str, address: str) -> tuple[dict[str, _File], bool]:
    """Return the files at a path by their name from there on, and whether the path is a file itself."""
    info = system.info(path)
    if info.get("type") == "file" or is_web(system):
        if path.endswith("/"):
            raise BadFile(shown(address), "is a folder of the web, which has no list of files; wanted a file")
        return {"": _File.of(info | {"name": path})}, True
    base, found, folders, total = path.rstrip("/"), dict[str, _File](), 0, 0
    for above, deeper, inner in system.walk(path, maxdepth=DEEPEST + 1, detail=True, on_error="raise"):
        folders += 1
        if deeper and str(above).rstrip("/")[len(base) :].count("/") >= DEEPEST:
            raise BadFile(shown(address), f"holds folders more than {DEEPEST} deep; copy it here and open the copy")
        for last, facts in inner.items():
            if not last:
                continue
            parts = [part for part in str(above).rstrip("/")[len(base) :].split("/") if part]
            _check_name([*parts, last], address)
            if facts.get("type") != "file":
                facts = _followed(system, facts, "/".join([*parts, last]), address)
            file = _File.of(facts)
            found["/".join([*parts, last])] = file
            total += file.size or 0
        if len(found) > MOST_FILES or folders > MOST_FOLDERS or total > kept.MOST_BYTES:
            limits = f"{MOST_FILES:,} files, {MOST_FOLDERS:,} folders and {kept.MOST_BYTES >> 30} GiB"
            raise BadFile(shown(address), f"holds more than is fetched, {limits}; copy it here and open the copy")
    inner_folders = {name.rpartition("/")[0] for name in found}
    whole = {above for each in inner_folders for above in itertools.accumulate(each.split("/"), "{}/{}".format)}
    if both := found.keys() & whole:
        raise BadFile(
            shown(address), f"holds a file and a folder called {min(both)[:100]!r}, which cannot be kept here"
        )
    return found, False


def _followed(system: Any, facts: dict[str, Any], name: str, address: str) -> dict[str, Any]:
    """Return the facts on the file a link leads to. Raises `BadFile` for another thing: nothing is left out unsaid."""
    with contextlib.suppress(FileNotFoundError):
        found: dict[str, Any] = system.info(facts["name"])
        if found.get("type") == "file":
            return found | {"name": facts["name"]}
    raise BadFile(shown(address), f"{name[:100]!r} is no file, nor a link to one; copy the rest here and open the copy")


def _check_name(parts: list[str], address: str) -> None:
    """Raise `BadFile` for a name that would lead elsewhere here, or that no disk takes."""
    for part in parts:
        odd = part in (".", "..") or re.search(r"[/\\\0]", part) or (os.name == "nt" and re.search(r'[:<>"|?*]', part))
        if odd or len(os.fsencode(part)) > 255:
            raise BadFile(shown(address), f"holds a file called {'/'.join(parts)[:100]!r}, which cannot be kept here")


def _is_kept(file: _File, entry: list[Any] | None, target: Path) -> bool:
    """Return whether a file was fetched as it is now; one without a mark may have changed unseen."""
    if entry is None or not file.mark or entry[1] != file.mark or file.size not in (None, entry[0]):
        return False
    try:
        return target.is_file() and target.stat().st_size == entry[0]
    except OSError:
        return False


def _copied(
    system: Any, missing: dict[str, _File], targets: dict[str, Path], address: str, progress: Progress | None
) -> Iterator[tuple[str, int]]:
    """Copy files; yield each one's name and bytes once it is in place. Raises `Cancelled` at the wish of progress."""
    from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

    sizes = [file.size for file in missing.values()]
    total = 0 if None in sizes else sum(size or 0 for size in sizes)  # 0: not known
    free = shutil.disk_usage(kept.cache()).free  # how much comes is not always said before
    copying = _Copying(system, address, min(kept.MOST_BYTES, free - kept.FREE_BYTES))
    # only file systems that are asynchronous inside promise that threads may share them
    with ThreadPoolExecutor(THREADS if getattr(system, "async_impl", False) else 1) as pool:
        left = iter(missing.items())
        under_way: dict[Any, str] = {}
        try:
            while True:
                while len(under_way) < 2 * THREADS and (following := next(left, None)) is not None:
                    name, file = following
                    under_way[pool.submit(copying.copy, file, targets[name])] = name
                if not under_way:
                    return
                finished, _ = wait(under_way, timeout=0.2, return_when=FIRST_COMPLETED)
                for one in finished:
                    yield under_way.pop(one), one.result()
                if progress is not None and progress(copying.bytes, total):
                    raise Cancelled(f"{shown(address)}: stopped while it was fetched")
        finally:
            copying.stopped = True
            for one in under_way:
                one.cancel()


class _Copying:
    """The copying of one address: ``bytes`` so far; where ``stopped``, what is under way ends soon."""

    def __init__(self, system: Any, address: str, most: int) -> None:
        self._system, self._address, self._most = system, address, most
        self._lock = threading.Lock()
        self.bytes, self.stopped = 0, False

    def copy(self, file: _File, target: Path) -> int:
        """Copy one file, put in place when it is whole; return its bytes."""
        from rpn_inspector.data.output_file import writing

        target.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        with self._opened(file) as stream, writing([target], cached=True) as (out,):
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                with self._lock:
                    self.bytes += len(chunk)
                # a listing may lie, and what is packed for the way may unfold without end
                if file.size is not None and size > file.size:
                    raise self._bad(file, "is larger than it was said to be")
                if self.bytes > self._most:
                    limit = (
                        f"the {kept.MOST_BYTES >> 30} GiB that are fetched"
                        if self._most == kept.MOST_BYTES
                        else "fits here"
                    )
                    raise self._bad(file, f"brings more than {limit}, and no size was said before")
                if self.stopped:
                    raise Cancelled(f"{shown(self._address)}: stopped while it was fetched")
                out.write(chunk)
            if file.size is not None and size < file.size:
                raise self._bad(file, f"ended early, at {size:,} bytes")
        return size

    def _opened(self, file: _File) -> Any:
        if not is_web(self._system):
            return self._system.open(file.path, "rb")
        # streamed to its end, not packed: pieces would stop at the size told before, however long the body is
        headers = {**getattr(self._system, "kwargs", {}).get("headers", {}), "Accept-Encoding": "identity"}
        return self._system.open(file.path, "rb", block_size=0, size=file.size, headers=headers)

    def _bad(self, file: _File, words: str) -> BadFile:
        path = shown(self._address).rstrip("/") if "://" in file.path else file.path  # the web's hold a query
        name = path.rpartition("/")[2]
        return BadFile(shown(self._address), f"{name} {words}")
