"""Finished work units on disk, so that an audit that was stopped or killed goes on where it was.

A unit is known by its content: pictures, ground truths, outputs, recipe and program version. Files lie in the user's
cache and may be deleted at any time; a torn or foreign file counts as absent.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit.execution import Execution
from rpn_inspector.analysis.audit.fingerprint import fingerprint
from rpn_inspector.analysis.audit.packing import packed, unpacked
from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.cache import folder
from rpn_inspector.data.output_file import writing
from rpn_inspector.data.predictions.arrays import read_npz

KEPT_BYTES = 1 << 30  # in all; the oldest go first
OWN = "unit"  # the array that holds the digest of the unit


def file_of(unit: Any, recipe: Recipe) -> Path | None:
    """Return the file of a unit's result, None for a unit that is known by no content."""
    name = fingerprint(unit, recipe)
    return None if name is None else folder() / "audit" / f"{name}.npz"


def load(file: Path, unit: Any) -> Any:
    """Return the result of ``unit`` in ``file``, None without a sound file that was written for the unit."""
    try:
        with open_regular(file) as stream:
            arrays = read_npz(stream, file.name)
        if arrays[OWN].tobytes().decode() != file.stem:
            return None
        return dataclasses.replace(unpacked(arrays), number=unit.number)
    except (OSError, ValueError, KeyError, TypeError, InspectorError):
        return None


def store(file: Path, result: Any) -> None:
    """Keep a result; a full or read-only disk stops no audit."""
    with contextlib.suppress(OSError, BadFile):
        file.parent.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, Any] = packed(result) | {OWN: np.frombuffer(file.stem.encode(), np.uint8)}
        with writing([file], cached=True) as (stream,):
            np.savez(stream, **arrays)


def forget(files: Sequence[Path]) -> None:
    """Remove the results of a finished audit, and of others beyond `KEPT_BYTES`, the oldest first."""
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink()
    left = []
    with contextlib.suppress(OSError):
        for file in (folder() / "audit").iterdir():
            with contextlib.suppress(OSError):
                stat = file.stat()
                left.append((stat.st_mtime, stat.st_size, file))
    total = 0
    for _, size, file in sorted(left, reverse=True):
        total += size
        if total > KEPT_BYTES:
            with contextlib.suppress(OSError):
                file.unlink()


class Kept:
    """An execution that keeps each result on disk; with ``resume`` known results are not computed.

    ``found`` is the number of results that were there, ``files`` are those of the units so far, by number. What is kept
    stays until `forget`: an audit may be killed while suggestions are counted or the report is written.
    """

    def __init__(self, where: Execution, resume: bool) -> None:
        self._where, self._resume = where, resume
        self.files: dict[int, Path] = {}
        self._known: deque[Any] = deque()
        self.found = 0

    @property
    def processes(self) -> int:
        """Return how many processes compute."""
        return self._where.processes

    def here(self) -> Kept:
        """Return this, with what is to be computed computed in this process."""
        self._where = self._where.here()
        return self

    def submit(self, units: Iterable[Any], recipe: Recipe) -> None:
        """Take the units to compute, but for those that are known; they are looked for as units are taken."""
        self._where.submit(self._unknown(units, recipe), recipe)

    def _unknown(self, units: Iterable[Any], recipe: Recipe) -> Iterator[Any]:
        for unit in units:
            file = file_of(unit, recipe)
            if file is not None:
                self.files[unit.number] = file
            result = load(file, unit) if self._resume and file is not None else None
            if result is None:
                yield unit
            else:
                self._known.append(result)

    def completed(self) -> Iterator[Any]:
        """Yield each known result as it is found, each new one as it arrives."""
        for result in self._where.completed():
            yield from self._taken()
            file = self.files.get(result.number)
            if file is not None:
                store(file, result)
            yield result
        yield from self._taken()

    def _taken(self) -> Iterator[Any]:
        while self._known:
            self.found += 1
            yield self._known.popleft()

    def cancel(self) -> None:
        """Leave the units not yet begun; what is finished stays on disk."""
        self._where.cancel()


class KeptParts:
    """All that the audits of one command keep on disk, until `forget`."""

    def __init__(self, resume: bool) -> None:
        self._resume = resume
        self._kept: list[Kept] = []

    def around(self, where: Execution) -> Kept:
        """Return ``where`` with results kept."""
        self._kept.append(Kept(where, self._resume))
        return self._kept[-1]

    @property
    def found(self) -> int:
        """Return the number of results that were there."""
        return sum(kept.found for kept in self._kept)

    def forget(self) -> None:
        """Remove what is kept, at the end of the command."""
        forget([file for kept in self._kept for file in kept.files.values()])
