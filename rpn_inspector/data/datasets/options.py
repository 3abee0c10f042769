"""``ReadOptions``: a caller's wishes for the reading of a dataset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rpn_inspector.data.datasets.dataset import Cancelled, PictureFinder, Progress


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The wishes for a reading: another folder of pictures, one split, and a report of progress.

    Without ``wait`` the dataset may be returned before the reading is complete. ``opened`` finds the pictures of the
    folder that was opened.
    """

    images: Path | None = None
    split: str | None = None
    progress: Progress | None = None
    wait: bool = True
    opened: PictureFinder | None = None

    def finder(self, root: Path) -> PictureFinder:
        """Return the finder of the pictures: under ``images`` if given, else under ``root``."""
        root = self.images if self.images is not None else root
        return self.opened if self.opened is not None and self.opened.root == root else PictureFinder(root)

    def counted(self, files: Sequence[Path]) -> Sequence[Path]:
        """Return ``files`` with progress reported during iteration; the reader of a single file reports bytes."""
        return files if self.progress is None or len(files) < 2 else Counted(files, self.progress)


class Counted(Sequence[Path]):
    """Files with progress reported in each iteration.

    Raises `Cancelled` in the middle where ``progress(done, total)`` returns True.
    """

    def __init__(self, files: Sequence[Path], progress: Progress) -> None:
        self._files, self._progress = files, progress

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._files)

    def __getitem__(self, place: Any) -> Any:
        """Return one file, or a slice of files."""
        return self._files[place]

    def __iter__(self) -> Iterator[Path]:
        """Yield each file, after a report of the number of files before."""
        for done, file in enumerate(self._files):
            if self._progress(done, len(self._files)):
                raise Cancelled(f"{file}: stopped after {done:,} of {len(self._files):,} files")
            yield file
