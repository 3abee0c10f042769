"""A running training on disk: a folder of dumps, a dump for each recorded step, of which the newest stay.

Beside the dumps ``run.json`` says what the training is and logs its losses. Nothing is ever read torn: a dump and
``run.json`` are written beside their place and renamed, and a dump that has to go is renamed away before it is deleted.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.output_file import check_output, remove_leavings, write_whole
from rpn_inspector.data.predictions.arrays import first_line
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.dump_writer import DumpWriter

RUN = "run.json"
SCHEMA = 1
MAX_BYTES = 64 << 20
STEP = re.compile(r"step-[0-9]{9,}")  # the folder of a step
PART = re.compile(r"meta\.json|[0-9]+\.npz")  # the files there
WATCHED = "watched"  # the first word of a picture that is the same at every step
MOST_LOGGED = 20_000  # steps whose losses are kept; above, every second goes


@dataclass(frozen=True, slots=True)
class Rolling:
    """What stays on disk of a training: whichever bound is reached first; the newest step always stays.

    Args:
        steps: recorded steps.
        megabytes: of all of them.
    """

    steps: int = 20
    megabytes: float = 2_000.0

    def __post_init__(self) -> None:
        """Raise `InspectorError` for a bound that is no number, or keeps nothing."""
        if not isinstance(self.steps, int) or not isinstance(self.megabytes, int | float):
            raise InspectorError(f"rolling: found {self.steps!r} steps of {self.megabytes!r} MB, wanted numbers")
        if self.steps < 1 or not self.megabytes > 0:
            raise InspectorError(f"rolling: found {self.steps} steps of {self.megabytes:g} MB, wanted at least 1")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Run:
    """What ``run.json`` says of a training.

    Args:
        producer: the library.
        every: so many steps lie between two that are recorded.
        seconds: when the file was written, since 1970.
        ended: whether the training has ended.
        classes: names in order, empty where not known.
        losses: by name the trainer's losses at the steps ``steps``, of whole batches.
        steps: ascending; also those whose dumps are gone.
        skipped: the number of steps not recorded since the one before was still being written.
    """

    producer: str
    every: int
    seconds: float
    ended: bool = False
    classes: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    losses: Mapping[str, tuple[float | None, ...]] = field(default_factory=dict)
    skipped: int = 0


class RollingDump:
    """Writes a training to the folder ``path``, step by step; an earlier run there is replaced, other files stay.

    Raises `BadFile` for a place that holds something else, or is not writable.
    """

    def __init__(
        self,
        path: str | Path,
        producer: str,
        *,
        keep: Rolling,
        every: int = 1,
        recipe: str | None = None,
        checkpoint: str | None = None,
        classes: Sequence[str] = (),
    ) -> None:
        self.path, self.keep, self.classes, self.skipped = user_path(path), keep, tuple(classes), 0
        self._producer, self._every, self._recipe, self._checkpoint = producer, every, recipe, checkpoint
        self._losses: dict[int, Mapping[str, float]] = {}
        check_output(self.path, folder=True, kept=True)
        try:
            if self.path.is_dir() and any(self.path.iterdir()) and not is_run(self.path):
                raise BadFile(self.path, "is there already and is no recorded training; choose a new place")
            self.path.mkdir(exist_ok=True)
        except OSError as error:
            raise BadFile(self.path, f"cannot be written: {first_line(error)}") from error
        remove_leavings(self.path / RUN, STEP.pattern)
        for dump in filter(_is_own, steps_in(self.path)):
            _remove(dump)  # of a training before, under the same name
        self._tell()

    def add(self, step: int, pictures: Mapping[str, Prediction], recipe_toml: str | None = None) -> Path:
        """Write one step's pictures, and let go of the oldest steps beyond what is kept; return the dump's place.

        Raises `InspectorError` for a ``step`` that is no whole number of 0 or more.
        """
        if not isinstance(step, int | np.integer) or step < 0:
            raise InspectorError(f"{self.path}: step {step!r}, wanted a whole number of 0 or more")
        step = int(step)
        place = self.path / f"step-{step:09d}"
        if place.is_symlink() or (place.exists() and not _is_own(place)):
            raise BadFile(place, "holds something else than a recorded step, and is left")
        if place.is_dir():
            _remove(place)
        with DumpWriter(
            place,
            self._recipe,
            self._producer,
            self._checkpoint,
            step,
            recipe_toml=recipe_toml,
            classes=self.classes,
            packed=False,
        ) as writer:
            for name, prediction in pictures.items():
                writer.add(name, prediction)
        self._losses[step] = _losses_of(next(iter(pictures.values()), None))
        self._let_go()
        self._tell()
        return place

    def end(self) -> None:
        """Say that the training has ended."""
        self._tell(ended=True)

    def _let_go(self) -> None:
        dumps = [dump for dump in steps_in(self.path) if _is_own(dump)]
        sizes = [sum(file.lstat().st_size for file in dump.iterdir()) for dump in dumps]
        while len(dumps) > 1 and (len(dumps) > self.keep.steps or sum(sizes) > self.keep.megabytes * 1e6):
            _remove(dumps.pop(0))
            sizes.pop(0)
        while len(self._losses) > MOST_LOGGED:
            self._losses = dict(list(self._losses.items())[::2])

    def _tell(self, ended: bool = False) -> None:
        steps = sorted(self._losses)
        names = dict.fromkeys(name for step in steps for name in self._losses[step])
        meta: dict[str, Any] = {
            "schema": SCHEMA, "producer": self._producer, "every": self._every, "seconds": time.time(),
            "ended": ended, "classes": list(self.classes), "skipped": self.skipped, "steps": steps,
            "losses": {name: [_finite(self._losses[step].get(name)) for step in steps] for name in names},
        }  # fmt: skip
        # not pushed to the disk: after a crash of the computer there is no training to be followed
        write_whole(self.path / RUN, json.dumps(meta).encode(), synced=False)


def steps_in(path: Path) -> list[Path]:
    """Return the steps of a run, ascending; what else a user keeps there is left alone."""
    return [dump for dump in dumps_in(path, closed=True) if STEP.fullmatch(dump.name) and dump.is_dir()]


def _is_own(dump: Path) -> bool:
    """Return whether a step's folder holds what `RollingDump` writes and nothing of the user's, so that it may go."""
    if dump.is_symlink() or not dump.is_dir():
        return False
    return all(PART.fullmatch(file.name) and file.is_file() and not file.is_symlink() for file in dump.iterdir())


def is_run(path: Path) -> bool:
    """Return whether a folder is a recorded training: its ``run.json`` is one of `RollingDump`'s."""
    try:
        return read_run(path) is not None
    except BadPredictions:
        return False


def read_run(path: Path) -> Run | None:
    """Return what a folder's ``run.json`` says, None for a folder without one. Raises `BadPredictions`."""
    place = path / RUN
    try:
        if place.stat().st_size > MAX_BYTES:
            raise BadPredictions(f"{place}: {place.stat().st_size} bytes, wanted at most {MAX_BYTES}")
        meta = json.loads(read_whole(place))
        if meta["schema"] != SCHEMA:
            raise BadPredictions(f"{place}: schema {meta['schema']!r}, wanted {SCHEMA}")
        steps = tuple(int(step) for step in meta["steps"])
        losses = {
            str(name): tuple(None if value is None else float(value) for value in values)
            for name, values in meta["losses"].items()
        }
        if any(len(values) != len(steps) for values in losses.values()):
            raise BadPredictions(f"{place}: losses of another number than its {len(steps)} steps")
        return Run(
            producer=str(meta["producer"]),
            every=int(meta["every"]),
            seconds=float(meta["seconds"]),
            ended=bool(meta["ended"]),
            classes=tuple(map(str, meta["classes"])),
            steps=steps,
            losses=losses,
            skipped=int(meta.get("skipped", 0)),
        )
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise BadPredictions(f"{place}: not readable as a recorded training: {first_line(error)}") from error


def _losses_of(prediction: Prediction | None) -> dict[str, float]:
    if prediction is None:
        return {}
    found = {"objectness": prediction.loss_objectness, "box": prediction.loss_box, **prediction.loss_more}
    return {name: value for name, value in found.items() if value is not None}


def _finite(value: float | None) -> float | None:
    return value if value is not None and abs(value) < float("inf") else None


def _remove(dump: Path) -> None:
    """Delete a dump of which no reader finds a part: renamed to a hidden name first."""
    away = dump.with_name(f".{dump.name}.{os.getpid()}.old")
    with contextlib.suppress(OSError):  # held open elsewhere: the next step tries again
        dump.replace(away)
        shutil.rmtree(away, ignore_errors=True)
