"""The names of all pictures under a folder, from one walk without opening any."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path

from rpn_inspector.core.hub_cache import stays_inside
from rpn_inspector.core.regular_file import note_failure
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.natural_order import naturally

JUNK = frozenset((
    "__MACOSX", ".ipynb_checkpoints", "@eaDir", ".git", ".thumbnails", ".AppleDouble", ".DS_Store", "Thumbs.db",
    "thumbs.db", "ehthumbs.db", "desktop.ini",
))  # fmt: skip


def is_junk(name: str) -> bool:
    """Return whether a file or folder is what a system or an editor leaves beside others."""
    return name[:2] == "._" or name in JUNK  # a slice takes half the time of startswith


_HAS_JUNCTIONS = sys.platform == "win32"
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT


class EntryKind(Enum):
    """What an entry of a folder is, without following links."""

    FILE, FOLDER, LINK, OTHER = range(4)


Listed = tuple[Path, Mapping[str, EntryKind]]  # a folder, and what lies there by name
Walked = Sequence[Listed]  # a folder, and all below


def kind_of(entry: os.DirEntry[str]) -> EntryKind:
    """Return the kind of an entry; what cannot be told is `EntryKind.OTHER`."""
    try:
        if entry.is_file(follow_symlinks=False):
            return EntryKind.FILE
        if entry.is_symlink():
            return EntryKind.LINK
        if not entry.is_dir(follow_symlinks=False):
            return EntryKind.OTHER
        return EntryKind.LINK if _HAS_JUNCTIONS and _is_junction(entry) else EntryKind.FOLDER
    except OSError as error:
        note_failure(error)
        return EntryKind.OTHER


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Return whether a folder of Windows is a link to another, as `os.DirEntry.is_junction` since Python 3.12."""
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def walk(root: Path, linked: dict[str, str] | None = None) -> Iterator[str]:
    """Yield every picture under ``root`` as a path from there, with "/"; links to folders are not followed.

    A link to a file counts if the file is under ``root``; nothing else is resolved. Junk is passed over. 100,000
    pictures take 0.1 s. Links to folders are added to ``linked``, as the link's path and the folder's, and so are
    links that lead out, with "" for the target.
    """
    waiting = [(str(root), "")]
    while waiting:
        place, prefix = waiting.pop()
        folders = list[tuple[str, str]]()
        try:
            with os.scandir(place) as scanned:
                entries = list(scanned)
        except OSError as error:
            note_failure(error)
            continue
        for entry in entries:
            kind = kind_of(entry)
            if kind is EntryKind.FOLDER:
                folders += [] if is_junk(entry.name) else [(entry.path, f"{prefix}{entry.name}/")]
            elif _linked(entry, root, prefix, linked) if kind is EntryKind.LINK else _is_picture(entry.name):
                yield prefix + entry.name
        waiting += reversed(folders)


def any_under(root: Path) -> bool:
    """Return whether `walk` yields a picture; the listing ends with the first one met."""
    waiting = [str(root)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    kind = kind_of(entry)
                    if kind is EntryKind.FOLDER:
                        waiting += [] if is_junk(entry.name) else [entry.path]
                    elif _linked(entry, root, "", None) if kind is EntryKind.LINK else _is_picture(entry.name):
                        return True
        except OSError as error:
            note_failure(error)
    return False


def _is_picture(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(SUFFIXES) and lower not in SUFFIXES and not is_junk(name)


def pictures_of(walked: Walked) -> list[str]:
    """Return what `walk` yields, of what is listed already and has no links."""
    found = list[str]()
    for place, kinds in walked:
        prefix = "" if place == walked[0][0] else f"{place.relative_to(walked[0][0]).as_posix()}/"
        found += [prefix + name for name, kind in kinds.items() if kind is not EntryKind.FOLDER and _is_picture(name)]
    return found


def _linked(entry: os.DirEntry[str], root: Path, prefix: str, linked: dict[str, str] | None) -> bool:
    """Return whether a link is a picture to be listed; one to a folder, or that leads out, is put into ``linked``."""
    name = entry.name
    try:
        is_folder = entry.is_dir()
    except OSError:
        is_folder = False
    if is_folder and linked is not None and not is_junk(name):
        target = Path(os.path.realpath(entry.path))  # which takes links in a circle as they are
        linked[prefix + name] = target.relative_to(root).as_posix() if target.is_relative_to(root) else ""
    if is_folder or not _is_picture(name):
        return False
    target = Path(os.path.realpath(entry.path))
    if stays_inside(target, root):
        return target.is_file()
    if linked is not None:
        linked[prefix + name] = ""
    return False


def pictures_under(root: Path) -> list[str]:
    """Return every picture under ``root`` as `walk` does, in natural order."""
    return naturally(walk(root))


def fold(name: str) -> str:
    """Return a name in the form for comparison: Unicode composed, case aside."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
