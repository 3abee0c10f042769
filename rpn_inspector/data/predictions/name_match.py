"""Matching outputs to pictures whose names are written a little differently on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath


class Names:
    """The names outputs go by, found again from a picture's name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        tails: dict[str, list[str]] = {}
        for name in self._names:
            tails.setdefault(_path(name).stem, []).append(name)
        self._by_stem = tails

    def match(self, name: str) -> str | None:
        """Return the outputs' name for a picture: the same, or a single name that differs by folder or ending alone.

        A folder or an ending stated on both sides must agree: ``train/1.jpg`` never answers for ``val/1.jpg``.
        """
        if name in self._names:
            return name
        asked = _path(name)
        agree = [key for key in self._by_stem.get(asked.stem, ()) if _agree(_path(key), asked)]
        return agree[0] if len(agree) == 1 else None


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def _agree(one: PurePosixPath, other: PurePosixPath) -> bool:
    endings = not one.suffix or not other.suffix or one.suffix == other.suffix
    folders, others = one.parts[:-1], other.parts[:-1]
    shared = min(len(folders), len(others))
    return endings and one.stem == other.stem and folders[len(folders) - shared :] == others[len(others) - shared :]
