"""``PictureFinder``: the pictures under a folder, listed once; which is whose is told by ``pairing`` alone."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import pictures_under, walk


class PictureFinder:
    """The pictures under a folder, and never outside."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._above: dict[Path, str] = {}

    @cached_property
    def _listed(self) -> tuple[list[str], dict[str, str]]:
        links = dict[str, str]()
        return list(walk(self.root, links)), links

    @property
    def paths(self) -> list[str]:
        """The pictures as paths with "/" from the root, from one walk."""
        return self._listed[0]

    @property
    def links(self) -> dict[str, str]:
        """The links to folders inside, as paths with "/" from the root: link and target."""
        return self._listed[1]

    def all(self) -> list[Path]:
        """Return every picture under the root, sorted by path."""
        return [self.root / path for path in pictures_under(self.root)]

    def place_of(self, file: Path) -> str:
        """Return the path of an annotation file from the root, with "..", where the file is outside."""
        folder = file.parent
        if folder not in self._above:
            above = os.path.relpath(folder, self.root).replace(os.sep, "/")
            self._above[folder] = "" if above == "." else f"{above}/"
        return self._above[folder] + file.name

    def trouble(self, name: str, file: Path, hint: str) -> tuple[str, str]:
        """Return kind and words for a ``name`` without a picture, written in ``file``; ``hint`` says of a namesake."""
        plain = name.strip().replace("\\", "/")
        try:
            places = [base / plain for base in (file.parent, self.root)]
            suffix = places[0].suffix
            if suffix and suffix.lower() not in SUFFIXES and any(place.is_file() for place in places):
                return "picture missing", f"{name} is there, but {suffix} pictures are not read"
            outside = not places[1].resolve().is_relative_to(self.root)
        except (OSError, ValueError, RuntimeError):
            outside = False  # too long for the system, with a zero byte, or links in a circle
        if outside and not hint:
            return "picture outside the folder", f"{name} leads out of {self.root} and is not opened"
        return "picture missing", f"{name} is not under {self.root}" + (f"; {hint}" if hint else "")
