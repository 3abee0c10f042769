"""``PictureFinder``: the pictures under a folder, listed once; which is whose is told by ``pairing`` alone."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePosixPath

from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import EntryKind, Walked, pictures_of, walk
from rpn_inspector.data.pictures.natural_order import naturally

LONGEST_NAME = 4096  # letters of a name that is looked for: no system has a longer path


class PictureFinder:
    """The pictures under a folder, and never outside; ``walked`` is what lies there, where it is listed already."""

    def __init__(self, root: Path, walked: Walked = ()) -> None:
        self.root, self._walked = root.resolve(), walked
        self._above: dict[str, str] = {}
        self._outside: dict[str, bool] = {}  # whether a folder as written leads out of the root

    @cached_property
    def _listed(self) -> tuple[list[str], dict[str, str]]:
        walked, self._walked = self._walked, ()  # a dataset may keep its finder as long as it lives
        if walked and not any(EntryKind.LINK in kinds.values() for _, kinds in walked):
            return pictures_of(walked), {}
        links = dict[str, str]()
        return list(walk(self.root, links)), links

    @property
    def paths(self) -> list[str]:
        """The pictures as paths with "/" from the root, from one walk."""
        return self._listed[0]

    @property
    def links(self) -> dict[str, str]:
        """The links to folders inside, as paths with "/" from the root: link and target."""
        return {link: target for link, target in self._listed[1].items() if target}

    def nowhere(self) -> Text:
        """Return the words for no pictures under the root, with a link that is not followed."""
        outside = next((link for link, target in self._listed[1].items() if not target), None)
        if outside is None:
            return Text.of("under {root}", root=UserName(self.root))
        return Text.of(
            "under {root}: {link} is a link that leads out of it, and is not followed",
            root=UserName(self.root),
            link=UserName(outside),
        )

    def all(self) -> list[Path]:
        """Return every picture under the root, sorted by path."""
        return [self.root / path for path in naturally(self.paths)]

    def place_of(self, file: Path) -> str:
        """Return the path of an annotation file from the root, with "..", where the file is outside."""
        folder, _, name = str(file).rpartition(os.sep)
        if folder not in self._above:
            above = os.path.relpath(file.parent, self.root).replace(os.sep, "/")
            self._above[folder] = "" if above == "." else f"{above}/"
        return self._above[folder] + name

    def trouble(self, name: str, file: Path, hint: str) -> tuple[str, str]:
        """Return kind and words for a ``name`` without a picture, written in ``file``; ``hint`` says of a namesake."""
        if len(name) > LONGEST_NAME:
            return (
                "picture missing",
                f"{name[:80]}... is of {len(name)} letters, wanted a path of {LONGEST_NAME} at most",
            )
        plain = name.strip().replace("\\", "/")
        suffix = PurePosixPath(plain).suffix
        try:
            if (
                suffix
                and suffix.lower() not in SUFFIXES
                and any((base / plain).is_file() for base in (file.parent, self.root))
            ):
                return "picture missing", f"{name} is there, but {suffix} pictures are not read"
        except (OSError, ValueError):
            pass  # too long for the system, or with a zero byte
        if not hint and self._leads_out(plain):
            return "picture outside the folder", f"{name} leads out of {self.root} and is not opened"
        return "picture missing", f"{name} is not under {self.root}" + (f"; {hint}" if hint else "")

    def _leads_out(self, name: str) -> bool:
        """Return whether the place of a ``name`` with "/" is outside the root."""
        folder = name.rpartition("/")[0]
        try:
            # a folder is resolved once for all its names: a hundred thousand pictures may be missing
            if folder not in self._outside:
                self._outside[folder] = not (self.root / folder).resolve().is_relative_to(self.root)
            place = self.root / name
            return self._outside[folder] or (place.is_symlink() and not place.resolve().is_relative_to(self.root))
        except (OSError, ValueError, RuntimeError):
            return False  # too long for the system, with a zero byte, or links in a circle
