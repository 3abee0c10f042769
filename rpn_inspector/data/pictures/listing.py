"""``PictureListing``: the names of all pictures under a folder, from one walk without opening any."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.natural_order import naturally


def walk(root: Path) -> Iterator[str]:
    """Yield every picture under ``root`` as a path from there, with "/"; links to folders are not followed.

    A link to a file counts if the file is under ``root``; nothing else is resolved. 100,000 pictures take 0.1 s.
    """
    top = str(root)
    for folder, _, files in os.walk(top):
        prefix = "" if folder == top else Path(folder).relative_to(root).as_posix() + "/"
        with os.scandir(folder) as entries:
            links = {entry.name for entry in entries if entry.is_symlink()}
        for name in files:
            stem, dot, suffix = name.rpartition(".")
            if not stem or (dot + suffix).lower() not in SUFFIXES:
                continue
            if name in links:
                target = Path(os.path.realpath(Path(folder, name)))  # which takes links in a circle as they are
                if not (target.is_relative_to(root) and target.is_file()):
                    continue
            yield prefix + name


def pictures_under(root: Path) -> list[str]:
    """Return every picture under ``root`` as `walk` does, in natural order."""
    return naturally(walk(root))


class PictureListing:
    """The names of all pictures under a folder, to look up 100,000 names in 0.3 s instead of file by file in seconds.

    A picture is found anywhere under the root, so the name alone decides.
    """

    def __init__(self, root: Path) -> None:
        self._names = {path.rpartition("/")[2] for path in walk(root.resolve())}
        self._keys = {fold(name) for name in self._names}
        self._keys |= {key.rpartition(".")[0] for key in self._keys}

    def missing(self, names: Iterable[str]) -> list[int]:
        """Return the rows of ``names`` without a picture for `PictureFinder.find`."""
        return [number for number, name in enumerate(names) if not self._holds(name)]

    def inexact(self, names: Iterable[str]) -> list[int]:
        """Return the rows of ``names`` found only in another spelling, or by a path from elsewhere."""
        return [number for number, name in enumerate(names) if self._is_inexact(name) and self._holds(name)]

    def _is_inexact(self, name: str) -> bool:
        return name.rpartition("/")[2] not in self._names or name[:1] == "/" or name[1:2] == ":"

    def _holds(self, name: str) -> bool:
        last = fold(name.replace("\\", "/").rpartition("/")[2])
        return last in self._keys or (last.rpartition(".")[0] or last) in self._keys


def fold(name: str) -> str:
    """Return a name in the form for comparison: Unicode composed, case aside."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
