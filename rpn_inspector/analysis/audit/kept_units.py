"""Finished work units on disk, so that an audit that was stopped or killed goes on where it was.

A unit is known by its content: pictures, ground truths, recipe and program version. Files lie in the user's cache and
may be deleted at any time; a torn or foreign file counts as absent.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector import __version__
from rpn_inspector.analysis.audit.counting import UnitCounts
from rpn_inspector.analysis.audit.execution import Execution
from rpn_inspector.analysis.audit.targets import TargetStatistics
from rpn_inspector.analysis.audit.units import WorkUnit
from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.cache import folder
from rpn_inspector.data.output_file import writing
from rpn_inspector.data.predictions.arrays import read_npz

KEPT_BYTES = 1 << 30  # in all; the oldest go first


def file_of(unit: WorkUnit, recipe: Recipe) -> Path:
    """Return the file of a unit's result."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{__version__} {recipe.hash} {recipe.dtype} {unit.padded_size}".encode())
    for field in fields(unit):
        value = getattr(unit, field.name)
        if isinstance(value, np.ndarray):
            digest.update(f"{field.name} {value.dtype.str} {value.shape}".encode())
            digest.update(np.ascontiguousarray(value).tobytes())
    return folder() / "audit" / f"{digest.hexdigest()}.npz"


def load(file: Path, unit: WorkUnit) -> UnitCounts | None:
    """Return the result of ``unit`` in ``file``, None without a sound file that was written for the unit."""
    try:
        with open_regular(file) as stream:
            arrays = read_npz(stream, file.name)
        counts = _counts(arrays, unit.number)
        own = arrays["unit"].tobytes().decode() == file.stem
        sizes = len(counts.gt), len(counts.positives), len(counts.by_level)
        return counts if own and sizes == (len(unit.row), len(unit.image), len(unit.image)) else None
    except (OSError, ValueError, KeyError, TypeError, InspectorError):
        return None


def store(file: Path, counts: UnitCounts) -> None:
    """Keep a result; a full or read-only disk stops no audit."""
    with contextlib.suppress(OSError, BadFile):
        file.parent.mkdir(parents=True, exist_ok=True)
        with writing([file], cached=True) as (stream,):
            np.savez(stream, **_arrays(counts), unit=np.frombuffer(file.stem.encode(), np.uint8))


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


def _arrays(counts: UnitCounts) -> dict[str, Any]:
    """Return a result as arrays by name; those of a mapping as ``name.key``."""
    arrays: dict[str, Any] = {}
    names: dict[str, list[str]] = {}
    for field in fields(counts):
        value = getattr(counts, field.name)
        if isinstance(value, dict):
            names[field.name] = list(value)
            arrays |= {f"{field.name}.{key}": array for key, array in value.items()}
        elif isinstance(value, TargetStatistics):
            arrays |= {f"{field.name}.{part.name}": getattr(value, part.name) for part in fields(value)}
        else:
            arrays[field.name] = value
    arrays["mappings"] = np.frombuffer(json.dumps(names).encode(), np.uint8)
    return arrays


def _counts(arrays: dict[str, Any], number: int) -> UnitCounts:
    names = json.loads(arrays["mappings"].tobytes())
    made: dict[str, Any] = {}
    for field in fields(UnitCounts):
        if field.name in names:
            made[field.name] = {key: arrays[f"{field.name}.{key}"] for key in names[field.name]}
        elif field.name == "targets":
            parts = {part.name: arrays[f"targets.{part.name}"] for part in fields(TargetStatistics)}
            parts |= {name: int(parts[name]) for name in ("count", "not_finite")}
            made[field.name] = TargetStatistics(**parts)
        elif field.name == "number":
            made[field.name] = number
        else:
            made[field.name] = int(arrays[field.name]) if field.name == "anchors" else arrays[field.name]
    return UnitCounts(**made)


class Kept:
    """An execution that keeps each result on disk; with ``resume`` known results are not computed.

    ``found`` is the number of results that were there, ``files`` are those of all units by number. What is kept stays
    until `forget`: an audit may be killed while suggestions are counted or the report is written.
    """

    def __init__(self, where: Execution, resume: bool) -> None:
        self._where, self._resume = where, resume
        self.files: dict[int, Path] = {}
        self._known: list[UnitCounts] = []
        self.found = 0

    @property
    def processes(self) -> int:
        """Return how many processes compute."""
        return self._where.processes

    def submit(self, units: Sequence[WorkUnit], recipe: Recipe) -> None:
        """Take the units to compute, but for those that are known."""
        self.files = {unit.number: file_of(unit, recipe) for unit in units}
        if self._resume:
            found = (load(self.files[unit.number], unit) for unit in units)
            self._known = [counts for counts in found if counts is not None]
        self.found = len(self._known)
        there = {counts.number for counts in self._known}
        self._where.submit([unit for unit in units if unit.number not in there], recipe)

    def completed(self) -> Iterator[UnitCounts]:
        """Yield the known results, then each new one as it arrives."""
        yield from self._known
        for counts in self._where.completed():
            if len(self.files) > 1:  # a single unit has nothing to go on from
                store(self.files[counts.number], counts)
            yield counts

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
