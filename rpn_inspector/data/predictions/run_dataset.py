"""A recorded training as a dataset: the places of its batch, whose pictures are those the network saw."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.predictions.dump import Predictions, open_dump
from rpn_inspector.data.predictions.rolling import WATCHED, read_run, steps_in

FORMAT = "recorded training"


class RunDataset(Dataset):
    """The places of a batch: pictures, boxes and sizes come with the outputs of a step, never from a file."""

    def is_missing(self, index: int) -> bool:
        """Return False: no file is looked for."""
        return False

    @property
    def missing(self) -> int:
        """Return 0, as `is_missing`."""
        return 0

    def absence(self, index: int) -> tuple[str, str]:
        """Return in words why a place has no picture."""
        return "No picture recorded", "the recorder of this library keeps boxes and outputs alone"


def stays(dataset: Dataset, index: int) -> bool:
    """Return whether a place has the same picture at every step; in a recorded training its name tells."""
    return not isinstance(dataset, RunDataset) or dataset.names[index].startswith(f"{WATCHED} ")


def run_dataset(path: Path) -> RunDataset:
    """Return the places of the newest batch at ``path`` that can be read.

    Raises `BadFile` where no step is recorded yet, and the newest step's error where none can be read.
    """
    run, dumps = read_run(path), steps_in(path)
    if run is None or not dumps:
        raise BadFile(path, "holds no recorded step yet; with --follow the window waits for the first")
    newest = _newest(dumps)
    size = _size_of(newest)
    records = [Record(name=name, declared=size) for name in newest.names]
    return RunDataset(path.absolute(), FORMAT, records, class_names(run.classes, newest), Notes())


def _newest(dumps: Sequence[Path]) -> Predictions:
    for dump in reversed(dumps):
        with contextlib.suppress(InspectorError):
            return open_dump(dump)
    return open_dump(dumps[-1])


def class_names(named: Sequence[str], dump: Predictions) -> tuple[str, ...]:
    """Return the classes' names, those of the training, or numbers where it does not tell."""
    if named:
        return tuple(named)
    kinds = [prediction.gt_class for prediction in map(dump.get, dump.names) if prediction is not None]
    most = max((int(each.max()) for each in kinds if each is not None and each.size), default=-1)
    return tuple(f"class {number}" for number in range(most + 1))


def _size_of(dump: Predictions) -> tuple[int, int]:
    for name in dump.names:
        prediction = dump.get(name)
        size = None if prediction is None else prediction.padded_size or prediction.network_size
        if size is not None:
            return size
    raise BadFile(dump.path, "names no size of the network's input, wanted padded_size")
