"""``ReadOptions``: how a dataset is opened, as its caller wants it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.dataset import Cancelled, PictureFinder, Progress


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a dataset is opened: what the caller said of it, who hears of it, and whether all of it is waited for."""

    images: Path | None = None
    split: str | None = None
    progress: Progress | None = None
    wait: bool = True

    def finder(self, root: Path) -> PictureFinder:
        """Return what finds the pictures: where the caller said they are, else under ``root``."""
        return PictureFinder(self.images if self.images is not None else root)

    def counted(self, files: Sequence[Path]) -> Sequence[Path]:
        """Return ``files`` so that going through them tells ``progress``; one file tells of itself, if it can."""
        return files if self.progress is None or len(files) < 2 else Counted(files, self.progress)


class Counted(Sequence[Path]):
    """Files that say how many of them were taken, every time they are gone through.

    Raises `Cancelled` in the middle where ``progress(done, total)`` returns True.
    """

    def __init__(self, files: Sequence[Path], progress: Progress) -> None:
        self._files, self._progress = files, progress

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._files)

    def __getitem__(self, place: Any) -> Any:
        """Return one file, or a slice of them."""
        return self._files[place]

    def __iter__(self) -> Iterator[Path]:
        """Yield each file, telling how many came before it."""
        for done, file in enumerate(self._files):
            if self._progress(done, len(self._files)):
                raise Cancelled(f"{file}: stopped after {done:,} of {len(self._files):,} files")
            yield file
