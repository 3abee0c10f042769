"""Checkpoints: several dumps with a training step form a timeline, along which one anchor can be followed."""

from __future__ import annotations

import itertools
import threading
import zipfile
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coder import encode
from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.losses import binary_cross_entropy, sigmoid, smooth_l1
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions.dump import Predictions, open_predictions

Array = npt.NDArray[Any]
CACHE_BYTES = 256 << 20


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """One anchor over the steps of a timeline.

    ``steps`` (S,) int64 ascending. ``t`` (S, 4) and ``t_star`` (4,) float32, ``t_star`` None for an anchor without a
    ground truth; ``score`` (S,) float64, the probability of an object; ``loss_box`` (S,), over the four coordinates,
    and ``loss_objectness`` (S,) float64, both before division by the normaliser, NaN where the anchor's label gives it
    none. A step without outputs for the picture is NaN in all of them; ``missing`` (S,) bool says which.
    """

    steps: npt.NDArray[np.int64]
    t: Array
    t_star: Array | None
    loss_box: Array
    loss_objectness: Array
    score: Array
    missing: npt.NDArray[np.bool_]


@dataclass(slots=True)
class _Memory:
    """What was worked out last: one picture's assignment, and the raw numbers of its steps within a budget."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    key: tuple[Sample, Recipe] | None = None
    plain: Inspection | None = None
    geometry: object = None
    first_step: int = 0
    raw: OrderedDict[int, tuple[Array, Array] | None] = field(default_factory=OrderedDict)
    held: int = 0

    def forget(self) -> None:
        self.key, self.plain, self.geometry = None, None, None
        self.raw.clear()
        self.held = 0


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Dumps of one training by step: ``steps`` ascending, ``dumps`` in their order. Safe to use from threads."""

    steps: tuple[int, ...]
    dumps: tuple[Predictions, ...]
    _memory: _Memory = field(default_factory=_Memory, repr=False)

    def __len__(self) -> int:
        """Return the number of steps."""
        return len(self.steps)

    @property
    def recipe(self) -> str | None:
        """Return the recipe's name as the dumps give it, None where none does."""
        return next((dump.recipe for dump in self.dumps if dump.recipe), None)

    def at(self, position: int) -> Predictions:
        """Return the dump at a slider's ``position``, 0 to ``len(timeline) - 1``; raises `InspectorError` beyond."""
        if not 0 <= position < len(self.dumps):
            raise InspectorError(f"timeline: position {position}, wanted 0 to {len(self.dumps) - 1}")
        return self.dumps[position]

    def nearest(self, step: int) -> int:
        """Return the position whose step is nearest to ``step``, the earlier of two."""
        return min(range(len(self.steps)), key=lambda position: abs(self.steps[position] - step))


def open_timeline(paths: str | Path | Sequence[str | Path]) -> Timeline:
    """Return the timeline of the dumps at ``paths``: one path or several, each a dump or a folder of dumps.

    Only each meta.json is read here. Raises `BadFile` where a path holds no dump, `BadPredictions` where a dump has no
    step, two have the same, or they name different recipes.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    places = list(dict.fromkeys(place for path in given for place in _dumps_in(Path(path).expanduser())))
    if not places:
        raise BadFile("timeline", "no paths, wanted at least one raw-output dump with a step")
    opened = [open_predictions(place) for place in places]
    for dump in opened:
        if dump.step is None:
            raise BadPredictions(f"{dump.path}/meta.json: step is null, wanted the training step, to place it in time")
    opened.sort(key=lambda dump: dump.step or 0)
    named = [dump for dump in opened if dump.recipe]
    for dump in named[1:]:
        if dump.recipe != named[0].recipe:
            raise BadPredictions(
                f"{dump.path}/meta.json: recipe {dump.recipe!r}, wanted {named[0].recipe!r} as in {named[0].path}"
            )
    for one, other in itertools.pairwise(opened):
        if one.step == other.step:
            raise BadPredictions(f"{other.path}/meta.json: step {other.step}, which {one.path} has already")
    return Timeline(tuple(dump.step or 0 for dump in opened), tuple(opened))


def holds_several(path: str | Path) -> bool:
    """Return whether ``path`` is a folder of at least two dumps rather than one dump."""
    path = Path(path).expanduser()
    return path.is_dir() and not (path / "meta.json").is_file() and len(_children(path)) > 1


def _dumps_in(path: Path) -> list[Path]:
    if path.name == "meta.json":
        path = path.parent
    if not path.is_dir() or (path / "meta.json").is_file():
        return [path]
    found = _children(path)
    if not found:
        raise BadFile(path, "holds no meta.json and no dump, wanted a raw-output dump or a folder of several")
    return found


def _children(path: Path) -> list[Path]:
    """Return the dumps right inside a folder: folders with a meta.json and zips that hold one, sorted by name."""
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise BadFile(path, f"not readable: {error.strerror}") from error
    return [e for e in entries if not e.name.startswith(".") and ((e / "meta.json").is_file() or _is_dump_zip(e))]


def _is_dump_zip(path: Path) -> bool:
    if path.suffix != ".zip" or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.count("/") <= 1 and name.split("/")[-1] == "meta.json" for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        return path.name.endswith(".rpn.zip")  # meant as a dump: opening it says what is wrong


def history(timeline: Timeline, sample: Sample, recipe: Recipe, anchor: int) -> History:
    """Return what the network said about ``anchor``, a flat index, at every step.

    The assignment is worked out once for a picture and kept, as are its raw numbers while they fit `CACHE_BYTES`.
    Raises `InspectorError` where there is no such anchor or no step knows the picture, `BadPredictions` where outputs
    do not fit the recipe or two steps differ in the size of the network's input.
    """
    memory = timeline._memory
    with memory.lock:
        if memory.key is None or memory.key[0] is not sample or memory.key[1] != recipe:
            memory.forget()
            memory.key = (sample, recipe)
        try:
            rows = [_numbers(timeline, position, sample, recipe, anchor) for position in range(len(timeline))]
        except InspectorError:
            memory.forget()
            raise
        plain = memory.plain
    if plain is None:
        raise InspectorError(f"{sample.name}: no step of the timeline has outputs for it, wanted at least one")
    return _follow(timeline, plain, anchor, rows)


def _numbers(timeline: Timeline, position: int, sample: Sample, recipe: Recipe, anchor: int) -> Array | None:
    """Return the anchor's logit and t as (5,) at one step, None where the dump lacks the picture."""
    memory = timeline._memory
    if position in memory.raw:
        memory.raw.move_to_end(position)
    else:
        prediction = timeline.dumps[position].get(sample.name)
        memory.raw[position] = None if prediction is None else _raw(timeline, position, sample, recipe, prediction)
        memory.held += _bytes(memory.raw[position])
        while memory.held > CACHE_BYTES and len(memory.raw) > 1:
            memory.held -= _bytes(memory.raw.popitem(last=False)[1])
    found = memory.raw[position]
    if found is None:
        return None
    logits, deltas = found
    if not 0 <= anchor < len(logits):
        raise InspectorError(f"anchor {anchor}: wanted 0 to {len(logits) - 1}")
    return np.concatenate([logits[anchor : anchor + 1], deltas[anchor]])


def _raw(
    timeline: Timeline, position: int, sample: Sample, recipe: Recipe, prediction: Prediction
) -> tuple[Array, Array]:
    memory = timeline._memory
    geometry = (prediction.network_size, prediction.padded_size, prediction.features())
    if memory.plain is None:
        memory.plain = inspect(sample, recipe, prediction)
        memory.geometry, memory.first_step = geometry, timeline.steps[position]
    elif geometry != memory.geometry:
        raise BadPredictions(
            f"{prediction.source}: network input, padded input and features {geometry}, "
            f"wanted {memory.geometry} as at step {memory.first_step}"
        )
    return prediction.flat(memory.plain.grid)


def _bytes(pair: tuple[Array, Array] | None) -> int:
    return 0 if pair is None else pair[0].nbytes + pair[1].nbytes


def _follow(timeline: Timeline, plain: Inspection, anchor: int, rows: list[Array | None]) -> History:
    missing = np.array([row is None for row in rows])
    numbers = np.full((len(rows), 5), np.nan, np.float32)
    for position, row in enumerate(rows):
        if row is not None:
            numbers[position] = row
    label, owner = int(plain.assignment.label[anchor]), int(plain.assignment.gt[anchor])
    score, objectness, box = (np.full(len(rows), np.nan) for _ in range(3))
    logits, t = numbers[~missing, 0], numbers[~missing, 1:]
    score[~missing] = sigmoid(logits)
    if label >= 0:
        objectness[~missing] = binary_cross_entropy(logits, label)
    t_star = None
    if owner >= 0:
        t_star = encode(plain.anchors([anchor]), plain.gt[owner : owner + 1], plain.recipe)[0]
        error = (t - t_star).astype(np.float64)
        box[~missing] = plain.recipe.loss.box_weight * smooth_l1(error, plain.recipe.loss.beta).sum(1)
    arrays = (np.array(timeline.steps, np.int64), numbers[:, 1:].copy(), t_star, box, objectness, score, missing)
    for array in arrays:
        if array is not None:
            array.flags.writeable = False
    return History(*arrays)
