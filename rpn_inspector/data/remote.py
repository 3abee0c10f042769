"""Files at an address that fsspec knows (s3://, gs://, hf://, sftp://, https://, memory://): fetched, and written.

What is read is copied into the program's own cache first, within bounds, and only what has changed there is fetched
again; everything else reads files, and local:// is the file itself. A report is written to a folder of this process and
sent at the end, never over anything; what could not be sent is kept. A path without a scheme costs one look at its
first letters. No user, password or query of an address is told.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import hashlib
import inspect
import itertools
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile, Cancelled, InspectorError
from rpn_inspector.core.extras import MissingExtra

Progress = Callable[[int, int], "bool | None"]
ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")  # two letters at least: C:// is a drive
MOST_FILES = 200_000  # of one address
MOST_BYTES = 16 << 30  # of one address
MOST_FOLDERS = 20_000
DEEPEST = 16
KEPT_BYTES = 32 << 30  # of all addresses together; those not used for the longest time go first
FREE_BYTES = 1 << 30  # left free on the disk
THREADS = 8
CHUNK = 1 << 20
UNSETTLED = 86_400.0  # s: what was used since is not removed, as another process may be reading it
_LIST = "fetched.json"
_WEB = frozenset({"http", "https"})
_SIGNED_IN = frozenset({"ftp", "ftps", "sftp", "ssh", "smb", "webdav", "webdavs", "webhdfs", "hdfs", *_WEB})
_CONTAINERS = frozenset({"abfs", "abfss", "az"})  # what stands before their @ is a place, and no user
_WHO = frozenset({"username", "user", "password", "port", "token"})  # of a file system, and says nothing of the place
_NO_MARK = frozenset(
    # "time" is sftp's time of the last access
    {"name", "Key", "type", "size", "Size", "url", "mimetype", "partial", "StorageClass", "islink", "time"}
)
_REFUSED = re.compile(r"auth|credential|forbidden|denied|perm|token", re.IGNORECASE)
_UNREACHED = re.compile(r"connect|timeout|timedout|resolv|gaierror|dns|network|unreachable|ssl", re.IGNORECASE)

_fetched_from: dict[Path, str] = {}  # what this process has fetched, with the address
_read: dict[Path, _There] = {}  # the same, with the place at its file system


def is_address(place: object) -> bool:
    """Return whether a text is an address, and no path."""
    return isinstance(place, str) and ADDRESS.match(place) is not None


def shown(address: str) -> str:
    """Return an address without user, password, query and fragment."""
    scheme, who, rest = _split(address)
    place = re.split(r"[?#]", rest, maxsplit=1)[0]
    is_place = scheme.lower() in _CONTAINERS and who and ":" not in who
    return f"{scheme}://{who}@{place}" if is_place else f"{scheme}://{place}"


def _split(address: str) -> tuple[str, str, str]:
    """Return the scheme, what stands before the @ of the host, "" for nothing, and the rest."""
    scheme, _, rest = address.partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in host:
        who = host.rpartition("@")[0]
        return scheme, who, rest[len(who) + 1 :]
    if re.match(r"[^\[:]*:(?!\d+$)", host):  # no port, so a password with a letter that ends a host
        who, _, rest = rest.rpartition("@")
        return scheme, who, rest
    return scheme, "", rest


def told(path: Path) -> str:
    """Return a path as the user wrote it: the address, without secrets, of what was fetched, and the way from there."""
    if (address := _fetched_from.get(path)) is not None:
        return address
    for above in path.parents if _read else ():
        if above in _read:
            return f"{_fetched_from[above].rstrip('/')}/{path.relative_to(above).as_posix()}"
    return str(path)


def retold(text: str) -> str:
    """Return a text with the address in place of the path of what was fetched."""
    for place in sorted(_read, key=lambda each: -len(str(each))):
        text = text.replace(str(place), _fetched_from[place].rstrip("/"))
    return text


def local_path(place: str | Path, progress: Progress | None = None) -> Path:
    """Return a path as it stands, and for an address the path of what was fetched from there.

    ``progress(done, total)`` in bytes, with 0 for a total that is not known, returns True to stop. Raises `BadFile` in
    a line for what cannot be had, and for more than is fetched; `MissingExtra` without fsspec; `Cancelled`.
    """
    if not isinstance(place, str) or (found := ADDRESS.match(place)) is None:
        return Path(place)
    if found[1].lower() == "file":
        return _of_file(place)
    with _errors_told(place):
        system, path = _system(place)
        return Path(path) if _is_here(system) else _fetch(system, path, place, progress)


def _of_file(address: str) -> Path:
    """Return the path of file:///a/b, as it stands or with its percent signs decoded."""
    from urllib.request import url2pathname

    path = address.partition("://")[2]
    if path.startswith("localhost/"):
        path = path.removeprefix("localhost")
    if not path.startswith("/"):
        raise BadFile(shown(address), "names a host; wanted file:/// and the path from the top")
    plain = Path(path)
    return plain if plain.exists() else Path(url2pathname(path))


def _system(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path there. Raises `BadFile`, `MissingExtra`."""
    if "::" in re.sub(r"\[[\da-fA-F:.]+\]", "", address):  # of IPv6 no chain
        raise BadFile(shown(address), "is a chain of addresses, wanted one")
    if ".." in re.split(r"[/\\]", shown(address)) or "\0" in address:
        raise BadFile(shown(address), "leads upwards with .., wanted the place itself")
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra("the reader of addresses, fsspec,", "remote", error) from error
    system, path = url_to_fs(address)
    system.invalidate_cache()  # of listings, which a process that goes on would keep
    return system, str(path)


def _is_here(system: Any) -> bool:
    """Return whether a file system is this machine's own, as that of local://: its paths need no copy."""
    from fsspec.implementations.local import LocalFileSystem

    return isinstance(system, LocalFileSystem)


@dataclass(frozen=True, slots=True)
class _There:
    """A place at a file system, the same for every spelling of its address."""

    system: type
    options: str
    path: str

    @classmethod
    def of(cls, system: Any, path: str) -> _There:
        options = {key: value for key, value in system.storage_options.items() if key not in _WHO}
        return cls(type(system), repr(sorted(options.items())), path.rstrip("/"))

    def is_within(self, other: _There) -> bool:
        alike = self.system is other.system and self.options == other.options
        return alike and (self.path == other.path or self.path.startswith(f"{other.path}/"))


@contextlib.contextmanager
def _errors_told(address: str) -> Iterator[None]:
    """Turn what a file system raises into a line without secrets: its own words may repeat the address."""
    try:
        yield
    except (InspectorError, MemoryError):
        raise
    except Exception as error:
        raise BadFile(shown(address), _words(error)) from None


def _words(error: Exception) -> str:
    """Return why a file system failed, in words that hold nothing of the address."""
    name, kinds = type(error).__name__, " ".join(each.__name__ for each in type(error).__mro__)
    status = getattr(error, "status", None) or getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(error, ImportError):  # fsspec's own words on the package it lacks
        return f"needs a package that is not installed: {error}"
    if isinstance(error, ValueError) and "rotocol" in str(error):
        return "its scheme is not known to fsspec"
    if isinstance(error, FileNotFoundError) and isinstance(error.__cause__, Exception):  # whatever happened on the web
        return _words(error.__cause__)
    if isinstance(error, FileNotFoundError) or status == 404:
        return "no such file or folder"
    if isinstance(error, PermissionError) or status in (401, 403) or _REFUSED.search(name):
        return f"refused ({name}); the library's own settings tell who you are"
    if isinstance(error, ConnectionError | TimeoutError) or _UNREACHED.search(kinds):
        return f"cannot be reached ({name})"
    reason = error.strerror if isinstance(error, OSError) and error.errno else f"status {status}" if status else None
    return f"cannot be read ({name}{f': {reason}' if reason else ''})"


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
    there = _There.of(system, path)
    for output in [output for output, staged in _staged.items() if staged.there.is_within(there)]:
        raise _within_source(_staged.pop(output).address)
    files, is_file = _listed(system, path, address)
    if not files:
        raise BadFile(shown(address), "is empty")
    place = _place(address)
    place.parent.mkdir(parents=True, exist_ok=True)
    folder = place.parents[1]  # the list lies apart from what is read
    kept = _read_list(folder)
    targets = {name: place if is_file else place.joinpath(*name.split("/")) for name in files}
    missing = {name: file for name, file in files.items() if not _is_kept(file, kept.get(name), targets[name])}
    _check_room(sum(file.size or 0 for file in missing.values()), place, address)
    if not is_file:
        _remove_gone(place, kept.keys() - files.keys())
    _make_way(place.parent, [targets[name] for name in missing])
    done = {name: entry for name, entry in kept.items() if name in files and name not in missing}
    try:
        for name, size in _copied(system, missing, targets, address, progress):
            done[name] = [size, files[name].mark]
    finally:
        _write_list(folder, done)
    for each in (place, *([place.parent] if is_file else [])):
        _fetched_from[each.resolve()] = _fetched_from[each] = shown(address)
    _read[place.resolve()] = _read[place] = there
    _prune(folder)
    return place


def _listed(system: Any, path: str, address: str) -> tuple[dict[str, _File], bool]:
    """Return the files at a path by their name from there on, and whether the path is a file itself."""
    info = system.info(path)
    if info.get("type") == "file" or system.protocol in _WEB or _WEB & set(system.protocol):
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
        if len(found) > MOST_FILES or folders > MOST_FOLDERS or total > MOST_BYTES:
            limits = f"{MOST_FILES:,} files, {MOST_FOLDERS:,} folders and {MOST_BYTES >> 30} GiB"
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


def _cache() -> Path:
    from rpn_inspector.data import cache

    return cache.folder() / "remote"


def _place(address: str) -> Path:
    """Return where the files of an address are kept: in a folder of its own, under their own name."""
    scheme, who, rest = _split(address)
    # elsewhere it is no password that stands before an @, but a part of the place
    whole = f"{scheme}://{who.partition(':')[0]}@{rest}" if scheme.lower() in _SIGNED_IN else address
    digest = hashlib.blake2b(whole.rstrip("/").encode(errors="replace"), digest_size=12).hexdigest()
    last = re.sub(r"[^\w.()+, -]|^\.+|[. ]+$", "_", shown(address).rstrip("/").rpartition("/")[2])[-100:]
    return _cache() / digest / "files" / (last or "data")


def _is_kept(file: _File, entry: list[Any] | None, target: Path) -> bool:
    """Return whether a file was fetched as it is now; one without a mark may have changed unseen."""
    if entry is None or not file.mark or entry[1] != file.mark or file.size not in (None, entry[0]):
        return False
    try:
        return target.is_file() and target.stat().st_size == entry[0]
    except OSError:
        return False


def _check_room(size: int, place: Path, address: str) -> None:
    free = shutil.disk_usage(place.parent).free
    if size > MOST_BYTES or size > free - FREE_BYTES:
        limit = f"at most {MOST_BYTES >> 30} are" if size > MOST_BYTES else f"{free / (1 << 30):.1f} are free here"
        raise BadFile(shown(address), f"{size / (1 << 30):.1f} GiB to fetch, and {limit}")


def _copied(
    system: Any, missing: dict[str, _File], targets: dict[str, Path], address: str, progress: Progress | None
) -> Iterator[tuple[str, int]]:
    """Copy files; yield each one's name and bytes once it is in place. Raises `Cancelled` at the wish of progress."""
    from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

    sizes = [file.size for file in missing.values()]
    total = 0 if None in sizes else sum(size or 0 for size in sizes)  # 0: not known
    free = shutil.disk_usage(_cache()).free  # how much comes is not always said before
    copying = _Copying(system, address, min(MOST_BYTES, free - FREE_BYTES))
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
        with self._system.open(file.path, "rb") as stream, writing([target], cached=True) as (out,):
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                with self._lock:
                    self.bytes += len(chunk)
                # a listing may lie, and what is packed for the way may unfold without end
                if file.size is not None and size > file.size:
                    raise self._bad(file, "is larger than it was said to be")
                if self.bytes > self._most:
                    limit = f"the {MOST_BYTES >> 30} GiB that are fetched" if self._most == MOST_BYTES else "fits here"
                    raise self._bad(file, f"brings more than {limit}, and no size was said before")
                if self.stopped:
                    raise Cancelled(f"{shown(self._address)}: stopped while it was fetched")
                out.write(chunk)
            if file.size is not None and size < file.size:
                raise self._bad(file, f"ended early, at {size:,} bytes")
        return size

    def _bad(self, file: _File, words: str) -> BadFile:
        path = shown(self._address).rstrip("/") if "://" in file.path else file.path  # the web's hold a query
        name = path.rpartition("/")[2]
        return BadFile(shown(self._address), f"{name} {words}")


def _read_list(folder: Path) -> dict[str, list[Any]]:
    """Return what was fetched into a folder of the cache, {} where nothing tells."""
    import json

    try:
        found = json.loads((folder / _LIST).read_bytes())["files"]
        return {str(name): [int(size), str(mark)] for name, (size, mark) in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_list(folder: Path, files: dict[str, list[Any]]) -> None:
    import json

    from rpn_inspector.data.output_file import write_whole

    size = sum(int(entry[0]) for entry in files.values())
    write_whole(folder / _LIST, json.dumps({"bytes": size, "files": files}).encode(), cached=True)


def _remove_gone(place: Path, names: set[str]) -> None:
    """Remove what is not at the address any more, and was fetched from there once."""
    for name in names:
        parts = name.split("/")
        if parts and all(part not in ("", ".", "..") for part in parts):
            with contextlib.suppress(OSError):
                place.joinpath(*parts).unlink()


def _make_way(room: Path, targets: list[Path]) -> None:
    """Remove from the cache the folders that stand where files come, and the files that stand where folders come."""
    for target in targets:
        if target.is_dir():
            shutil.rmtree(target)
    for folder in {above for target in targets for above in target.parents if above.is_relative_to(room)}:
        if folder.is_file():
            folder.unlink()


def _prune(newest: Path) -> None:
    """Remove what was fetched, used longest ago, beyond `KEPT_BYTES`; never what this process has fetched."""
    import json

    entries, ours = [], {place.parents[1] for place in _read}
    for folder in newest.parent.iterdir():
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            listed = folder / _LIST
            size = int(json.loads(listed.read_bytes())["bytes"])
            entries.append((listed.stat().st_mtime, size, folder))
    total = 0
    for when, size, folder in sorted(entries, key=lambda entry: entry[0], reverse=True):
        total += size
        if total > KEPT_BYTES and folder != newest and folder not in ours and time.time() - when > UNSETTLED:
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Staged:
    address: str
    there: _There
    remove: Callable[[], None]  # also called at the end of the process


_staged: dict[Path, _Staged] = {}  # what is to be sent once it is written, by its place here


def output_path(place: str | Path) -> Path:
    """Return a path as it stands, and for an address the place where what is sent there at the end is written.

    Raises `BadFile` where something is there already: at an address nothing is written over.
    """
    if not isinstance(place, str) or (found := ADDRESS.match(place)) is None:
        return Path(place)
    if found[1].lower() == "file":
        return _of_file(place)
    if found[1].lower() in _WEB:
        raise BadFile(shown(place), "is an address of the web, where nothing is written")
    with _errors_told(place):
        system, path = _system(place)
        if _is_here(system):
            return Path(path)
        _check_free(system, path, place)
        there = _There.of(system, path)
    room = tempfile.mkdtemp(prefix="rpn-inspector-")
    remove = functools.partial(shutil.rmtree, room, ignore_errors=True)
    atexit.register(remove)
    staged = Path(room) / (_place(place).name)
    _staged[staged] = _Staged(place, there, remove)
    return staged


def _within_source(address: str) -> BadFile:
    return BadFile(shown(address).rstrip("/"), "is inside what is read, and never written to; choose another place")


def _check_free(system: Any, path: str, address: str) -> None:
    """Raise `BadFile` where an address is taken, or inside what is read."""
    there = _There.of(system, path)
    if any(there.is_within(source) for source in _read.values()):
        raise _within_source(address)
    _check_absent(system, path, address)


def _check_absent(system: Any, path: str, address: str) -> None:
    system.invalidate_cache()
    if system.exists(path):
        raise _taken(address)


def _taken(address: str) -> BadFile:
    words = "is there already, and at an address nothing is written over; choose another name"
    return BadFile(shown(address).rstrip("/"), words)


def delivered(path: Path) -> str:
    """Send what was written at a place of `output_path` to its address; return where it is now, for people.

    A path that is no such place is returned as it stands. Raises `BadFile`; what was sent before is removed there then,
    and what was written is kept here, where the message says.
    """
    staged = _staged.pop(path, None)
    if staged is None:
        return str(path)
    try:
        with _errors_told(staged.address):
            _send(path, staged.address)
    except Exception as error:
        atexit.unregister(staged.remove)
        why = error.problem if isinstance(error, BadFile) else str(error) or type(error).__name__
        raise BadFile(shown(staged.address), f"{why}; what was written is kept at {path}") from None
    atexit.unregister(staged.remove)
    staged.remove()
    return shown(staged.address)


def _send(path: Path, address: str) -> None:
    """Send all or nothing. Raises `BadFile` where something is in its way: that is left as it is."""
    system, target = _system(address)
    _check_free(system, target, address)
    create = {"mode": "create"} if "mode" in inspect.signature(system.put_file).parameters else {}
    target = target.rstrip("/")
    sent: list[str] = []
    folders: set[str] = set()
    try:
        for file, there in _to_send(path, target):
            _check_absent(system, there, address)
            above = there.rpartition("/")[0]
            folders |= {above} if above.startswith(target) else set()
            system.makedirs(above, exist_ok=True)
            try:
                system.put_file(str(file), there, **create)
            except FileExistsError:  # another's, come in between
                raise _taken(address) from None
            except BaseException:
                sent.append(there)  # as far as it came
                raise
            sent.append(there)
    except BaseException:
        for there in sent:
            with contextlib.suppress(Exception):
                system.rm_file(there)
        for folder in sorted(folders, reverse=True):
            with contextlib.suppress(Exception):
                system.rmdir(folder)  # where it is empty
        raise


def _to_send(path: Path, target: str) -> Iterator[tuple[Path, str]]:
    """Yield the files written as ``path`` and beside it, as an export's provenance is, and where each goes."""
    room, above = path.parent, target.rpartition("/")[0]
    for file in sorted(each for each in room.rglob("*") if each.is_file()):
        parts = file.relative_to(room).parts
        yield file, "/".join((target, *parts[1:]) if parts[0] == path.name else (above, *parts))
