"""Where a recording goes: one dump put in place at the end, or a rolling run with a dump for each recorded pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.data.predictions.dump_writer import DumpWriter
from rpn_inspector.data.predictions.rolling import RollingDump

Pictures: TypeAlias = Sequence[tuple[str, Prediction]]
Harmless: TypeAlias = Callable[[], AbstractContextManager[None]]


class Sink(Protocol):
    """Takes the pictures of recorded passes."""

    moving: bool  # whether pictures go by their place in the batch, since each pass has others

    @property
    def written(self) -> int:
        """Return the number of pictures taken so far."""

    def put(self, step: int, pictures: Pictures, mode: str) -> None:
        """Take the pictures of the pass ``step``; of a model in training where ``mode`` is train."""

    def close(self) -> None:
        """Put in place what is there."""


class OneDump:
    """All passes in one dump, each picture once; with no picture nothing is written.

    Args:
        writer: of the dump.
        tested: the model's whole recipe at rest, None where not known.
        trained: that in training.
        harmless: holds the errors of one picture back, and says them.
    """

    moving = False

    def __init__(self, writer: DumpWriter, tested: str | None, trained: str | None, harmless: Harmless) -> None:
        self._writer, self._tested, self._trained, self._harmless = writer, tested, trained, harmless
        self._modes: set[str] = set()

    @property
    def written(self) -> int:
        """Return the number of pictures taken so far."""
        return len(self._writer.files)

    def put(self, step: int, pictures: Pictures, mode: str) -> None:
        """Take the pictures of a pass, those already there left out."""
        for name, prediction in pictures:
            with self._harmless():
                self._writer.add(name, prediction)
                self._modes.add(mode)

    def close(self) -> None:
        """Put the dump in place; with no picture nothing is written."""
        self._writer.recipe_toml = self._trained if self._modes == {"train"} else self._tested
        if self.written:
            self._writer.close()
        else:
            self._writer.discard()


class RollingSink:
    """A dump for each recorded pass, written by a thread of its own: the training never waits for the disk.

    A pass that comes while the one before is still being written is left out, and counted.

    Args:
        run: the folder of dumps.
        tested: the model's whole recipe at rest, None where not known.
        trained: that in training.
        harmless: holds errors back, and says them.
    """

    moving = True

    def __init__(self, run: RollingDump, tested: str | None, trained: str | None, harmless: Harmless) -> None:
        self._run, self._tested, self._trained, self._harmless = run, tested, trained, harmless
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="rpn_inspector")
        self._last: Future[None] | None = None
        self._pictures = 0

    @property
    def written(self) -> int:
        """Return the number of pictures written so far."""
        return self._pictures

    def put(self, step: int, pictures: Pictures, mode: str) -> None:
        """Order the pictures of the pass ``step`` to be written."""
        if self._last is not None and not self._last.done():
            self._run.skipped += 1
            return
        self._last = self._thread.submit(self._write, step, pictures, mode)

    def close(self) -> None:
        """Wait for the last pass, and say that the training has ended."""
        self._thread.shutdown(wait=True)
        self._run.end()

    def _write(self, step: int, pictures: Pictures, mode: str) -> None:
        with self._harmless():
            self._run.add(step, dict(pictures), self._trained if mode == "train" else self._tested)
            self._pictures += len(pictures)
