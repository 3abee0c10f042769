"""``PictureFinder``: from a name in an annotation to a picture under a folder, with notes on odd names."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import fold, pictures_under, walk
from rpn_inspector.data.pictures.path_match import match_rank


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture's path, None for not found; ``kind`` and ``words`` describe an odd name, "" for a plain name."""

    path: Path | None
    kind: str = ""
    words: str = ""


class PictureFinder:
    """A finder of pictures under a folder, and never outside, by the names in annotations."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._named: dict[str, list[str]] | None = None
        self._folded: dict[str, list[str]] | None = None
        self._folders: dict[Path, list[Path]] = {}
        self._beside: dict[Path, str | None] = {}  # a folder's path from the root, with its last slash

    def walk(self) -> None:
        """List every picture under the root now, for a reader with most of them to find."""
        self._by_name()

    def _by_name(self) -> dict[str, list[str]]:
        """Return the pictures' paths from the root by name."""
        if self._named is None:
            named: dict[str, list[str]] = {}
            for path in walk(self.root):
                named.setdefault(path.rpartition("/")[2], []).append(path)
            self._named = named
        return self._named

    def _by_key(self) -> dict[str, list[str]]:
        """Return the paths by folded name and by folded stem; made only where plain names are not enough."""
        if self._folded is None:
            folded: dict[str, list[str]] = {}
            for name, paths in self._by_name().items():
                key = fold(name)
                for form in (key, key.rpartition(".")[0]):
                    folded.setdefault(form, []).extend(paths)
            self._folded = folded
        return self._folded

    def all(self) -> list[Path]:
        """Return every picture under the root, sorted by path."""
        return [self.root / path for path in pictures_under(self.root)]

    def find(self, name: str, near: Path | None = None, stem: str = "") -> Path | None:
        """Return the picture called ``name``: as a path from ``near`` or the root, else by its last part, else stem.

        Of several, the best match of folders to the annotation file, ``stem`` in the folder ``near``.
        """
        return self.locate(name, near, stem).path

    def locate(self, name: str, near: Path | None = None, stem: str = "") -> FoundPicture:
        """Return the picture as `find` does, with a description of an odd name."""
        plain = name.replace("\\", "/")
        path, outside = self._as_path(plain, near)
        if path is not None:
            if plain != name:
                return FoundPicture(path, "path with backslashes", f"{name} is read as {plain}")
            return FoundPicture(path)
        last = plain.rsplit("/", 1)[-1]
        found = (
            self._by_name().get(last) or self._by_key().get(fold(last)) or self._by_key().get(fold(Path(last).stem), [])
        )
        # A picture right under the root, or one folder below, precedes deeper ones, by name among equals.
        pool = sorted(found, key=lambda path: (path.count("/") > 1, path.split("/")))  # as `_shallow` does
        if len(pool) > 1 and near is not None:
            pool = [path for path in pool if (self.root / path).is_relative_to(near.resolve())] or pool
            pool = self._nearest(pool, near.resolve(), stem)
        if pool:
            return FoundPicture(self.root / pool[0], *_oddity(plain, pool))
        if outside:
            words = f"{name} leads out of {self.root} and is not opened"
            return FoundPicture(None, "picture outside the folder", words)
        suffix = PurePosixPath(plain).suffix
        if suffix and suffix.lower() not in SUFFIXES and self._is_there(plain, near):
            return FoundPicture(None, "picture missing", f"{name} is there, but {suffix} pictures are not read")
        return FoundPicture(None, "picture missing", f"{name} is not under {self.root}")

    def _is_there(self, name: str, near: Path | None) -> bool:
        try:
            return any(base is not None and (base / name).is_file() for base in (near, self.root))
        except (OSError, ValueError):
            return False

    def _nearest(self, pool: list[str], near: Path, stem: str) -> list[str]:
        """Return the paths of ``pool`` that match the annotation file ``stem`` in ``near`` best."""
        folder = near.relative_to(self.root).as_posix() if near.is_relative_to(self.root) else near.name
        ranks = {path: match_rank(path, f"{folder}/{stem}") for path in pool}
        best = max(ranks.values())
        return [path for path in pool if ranks[path] == best]

    def _as_path(self, name: str, near: Path | None) -> tuple[Path | None, bool]:
        """Return the picture with ``name`` as its path, None without, and whether the path leads outside."""
        # After a walk the listing knows every plain name: no system call a picture, of which a dataset has 100,000.
        if self._named is not None and "/" not in name:
            return self._listed(name, near), False
        outside = False
        for base in (near, self.root):
            if base is None or not name:
                continue
            try:
                # Resolved before it is compared: only then ".." and links show where they lead.
                path = (base / name).resolve()
                if not path.is_relative_to(self.root):
                    outside = base == self.root
                elif path.suffix.lower() in SUFFIXES and path.is_file():
                    return path, False
                if base == self.root and (shallow := self._shallow(name, (near or base).resolve())) is not None:
                    return shallow, False
            except (OSError, ValueError, RuntimeError):
                continue  # too long for the system, with a zero byte, or links in a circle
        return None, outside

    def _listed(self, name: str, near: Path | None) -> Path | None:
        """Return the picture of a plain name in ``near`` or in the root, from the listing."""
        paths = self._by_name().get(name, [])
        if paths and near is not None:
            if near not in self._beside:
                inside = near.is_relative_to(self.root)
                self._beside[near] = (near.relative_to(self.root) / "x").as_posix()[:-1] if inside else None
            before = self._beside[near]
            if before is not None and before + name in paths:
                return self.root / (before + name)
        return self.root / name if name in paths else None

    def _shallow(self, name: str, near: Path) -> Path | None:
        """Return the picture in a folder right under the root: the usual layout needs no walk over all pictures.

        None where a deeper picture under ``near`` might precede, several folders have the name, or folders are many.
        """
        near = near if near.is_relative_to(self.root) else self.root
        for folder in (self.root, near):
            if folder not in self._folders:
                found = [Path(e.path) for e in os.scandir(folder) if e.is_dir(follow_symlinks=False)]
                self._folders[folder] = sorted(found)
        # Asking 16 folders for one name is quicker than a walk over all pictures; asking more is not.
        if "/" in name or len(self._folders[self.root]) > 16 or (near != self.root and self._folders[near]):
            return None
        met = [path for folder in self._folders[self.root] if (path := folder / name).is_file()]
        if len(met) != 1 or met[0].suffix.lower() not in SUFFIXES or not met[0].resolve().is_relative_to(self.root):
            return None
        return met[0].resolve()


def _oddity(name: str, pool: list[str]) -> tuple[str, str]:
    """Return kind and words for a name other than a path, found as ``pool[0]``."""
    taken = pool[0]
    last, real = name.rsplit("/", 1)[-1], taken.rsplit("/", 1)[-1]
    if unicodedata.normalize("NFC", last) == unicodedata.normalize("NFC", real) and last != real:
        return "name composed otherwise", f"{last} is the file's name in another Unicode form"
    if fold(last) == fold(real) and last != real:
        return "name differs in case", f"{last} differs only in case from {real}, which is taken"
    if last != real:
        if Path(last).suffix.lower() in SUFFIXES:
            return "other suffix", f"{last} is not there, {real} is taken"
        return "", ""  # a name without a suffix is how several formats write it
    if "/" in name and not f"/{taken}".endswith(f"/{name}"):
        return "foreign path", f"{name} is no path here, {taken} is taken"
    if len(pool) > 1:
        return "name in several folders", f"{last} is {taken} and {pool[1]}; the first is taken"
    return "", ""
