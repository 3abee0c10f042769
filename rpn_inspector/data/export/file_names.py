"""File names of a folder of annotations, a file a picture, inside the folder, all different on any system."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

from rpn_inspector.core.errors import InspectorError

_FORBIDDEN = '<>:"|?*'  # on some system
_LONGEST = 240  # bytes of a name that every file system takes, less an ending


class FileNames:
    """Gives each picture a file named after the picture, folders kept; ``by_stem`` readers look for the stem alone."""

    def __init__(self, folder: Path, suffix: str, *, by_stem: bool = False) -> None:
        self._folder, self._suffix, self._by_stem = folder, suffix, by_stem
        self._taken: dict[str, str] = {}

    def file_for(self, image: str) -> Path:
        """Return a new file for a picture, its folder made; cat.jpg has cat.xml, and cat.png beside it cat.png.xml.

        Raises `InspectorError` where two pictures would have to share a file.
        """
        parts = parts_of(image)
        parent, last = parts[:-1], parts[-1]
        stem = last.rpartition(".")[0] or last
        # The stem first, as readers expect; the whole name where another picture has the stem already.
        for name in itertools.chain((stem, last), (f"{last}-{number}" for number in itertools.count(2))):
            key = _key("/".join([*parent, name]))
            if key not in self._taken:
                break
            if self._by_stem:
                other = self._taken[key]
                raise InspectorError(f"{image}: its file would be that of {other}; this format cannot tell them apart")
        self._taken[key] = image
        path = self._folder.joinpath(*parent, name + self._suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def parts_of(image: str) -> list[str]:
    """Return a picture's name as the parts of a path inside a folder, on every system."""
    parts = [_clean(part) for part in image.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return parts or ["picture"]


def _clean(part: str) -> str:
    kept = "".join("_" if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in part)
    while len(kept.encode(errors="replace")) > _LONGEST:
        kept = kept[1:]  # the end tells more: numbers and the suffix
    return kept.strip(" ") or "_"


def _key(name: str) -> str:
    # Some file systems tell neither case nor the two spellings of an accented letter apart.
    return unicodedata.normalize("NFC", name).casefold()
