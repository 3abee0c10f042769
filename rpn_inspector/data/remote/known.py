"""What this process has fetched and is about to send: their places here, and their addresses, told in messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.remote.addresses import shown
from rpn_inspector.data.remote.systems import There


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is written here to be sent to an ``address``; ``remove`` is called at the end of the process too."""

    address: str
    there: There
    remove: Callable[[], None]


fetched_from: dict[Path, str] = {}  # what this process has fetched, with the address
read: dict[Path, There] = {}  # the same, with the place at its file system
staged: dict[Path, Outgoing] = {}  # what is to be sent once it is written, by its place here


def told(path: Path) -> str:
    """Return a path as the user wrote it: the address, without secrets, of what was fetched, and the way from there."""
    if (address := fetched_from.get(path)) is not None:
        return address
    for above in path.parents if read else ():
        if above in read:
            return f"{fetched_from[above].rstrip('/')}/{path.relative_to(above).as_posix()}"
    return str(path)


def retold(text: str) -> str:
    """Return a text with the address in place of the path of what was fetched."""
    for place in sorted(read, key=lambda each: -len(str(each))):
        text = text.replace(str(place), fetched_from[place].rstrip("/"))
    return text


def within_source(address: str) -> BadFile:
    """Return the error of an output inside what is read."""
    return BadFile(shown(address).rstrip("/"), "is inside what is read, and never written to; choose another place")
