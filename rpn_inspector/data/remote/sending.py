"""What is written for an address: here first, then sent, all or nothing, and never over anything."""

from __future__ import annotations

import atexit
import contextlib
import functools
import inspect
import itertools
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.remote.addresses import ADDRESS, WEB, name_of, path_of_file, shown
from rpn_inspector.data.remote.known import Outgoing, read, staged, within_source
from rpn_inspector.data.remote.systems import There, errors_told, is_here, system_of


def output_path(place: str | Path) -> Path:
    """Return a path as it stands, and for an address the place where what is sent there at the end is written.

    Raises `BadFile` where something is there already: at an address nothing is written over.
    """
    if not isinstance(place, str) or (found := ADDRESS.match(place)) is None:
        return Path(place)
    if found[1].lower() == "file":
        return path_of_file(place)
    if found[1].lower() in WEB:
        raise BadFile(shown(place), "is an address of the web, where nothing is written")
    with errors_told(place):
        system, path = system_of(place)
        if is_here(system):
            return Path(path)
        _check_free(system, path, place)
        there = There.of(system, path)
    room = tempfile.mkdtemp(prefix="rpn-inspector-")
    remove = functools.partial(shutil.rmtree, room, ignore_errors=True)
    atexit.register(remove)
    written = Path(room) / name_of(place)
    staged[written] = Outgoing(place, there, remove)
    return written


def check_apart(outputs: Mapping[str, Path]) -> None:
    """Raise `BadFile` where two outputs, by option, are one place or one inside the other, here or at an address."""
    for (word, place), (other, inside) in itertools.permutations(outputs.items(), 2):
        name, both, within = _lie(inside, place)
        if both:
            raise BadFile(name, f"is both {word} and {other}; choose another place for {other}")
        if within:
            raise BadFile(name, f"lies inside {word}, which holds nothing else; choose another place for {other}")


def _lie(part: Path, whole: Path) -> tuple[Path | str, bool, bool]:
    """Return how ``part`` is called, whether it is the place ``whole``, and whether it lies there or inside."""
    sent = [staged[place] for place in (part, whole) if place in staged]
    if len(sent) == 2:  # what is sent lies at its address, and here in folders of its own
        one, other = sent[0].there, sent[1].there
        return shown(sent[0].address), one == other, one.is_within(other)
    inner, outer = part.resolve(), whole.resolve()
    return part, inner == outer, inner.is_relative_to(outer)


def _check_free(system: Any, path: str, address: str) -> None:
    """Raise `BadFile` where an address is taken, or inside what is read."""
    there = There.of(system, path)
    if any(there.is_within(source) for source in read.values()):
        raise within_source(address)
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
    one = staged.pop(path, None)
    if one is None:
        return str(path)
    try:
        with errors_told(one.address):
            _send(path, one.address)
    except Exception as error:
        atexit.unregister(one.remove)
        why = error.problem if isinstance(error, BadFile) else str(error) or type(error).__name__
        raise BadFile(shown(one.address), f"{why}; what was written is kept at {path}") from None
    atexit.unregister(one.remove)
    one.remove()
    return shown(one.address)


def _send(path: Path, address: str) -> None:
    """Send all or nothing. Raises `BadFile` where something is in its way: that is left as it is."""
    system, target = system_of(address)
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
