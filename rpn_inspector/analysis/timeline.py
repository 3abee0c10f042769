"""Checkpoints: several dumps with a training step form a timeline, on which an anchor can be followed."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.coder import encode
from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.losses import objectness_loss, sigmoid, smooth_l1
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.user_path import user_path
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.dump import Predictions, by_step

CACHE_BYTES = 256 << 20


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class History:
    """One anchor over the steps of a timeline.

    ``steps`` (S,) int64 ascending. ``t`` (S, 4) and ``t_star`` (4,) float32, ``t_star`` None for an anchor without a
    ground truth; ``score`` (S,) float64, the probability of an object; ``loss_box`` (S,), over the four coordinates,
    and ``loss_objectness`` (S,) float64, both before division by the normaliser, NaN where the anchor's label allows
    none. A step without outputs for the picture is NaN everywhere and marked in ``missing`` (S,) bool.
    """

    steps: npt.NDArray[np.int64]
    t: Array
    t_star: Array | None
    loss_box: Array
    loss_objectness: Array
    score: Array
    missing: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Raw:
    """One step's numbers for a picture: logits (N,) and deltas (N, 4) beside an inspection shared by all steps.

    Without the numbers the inspection is the step's own.
    """

    inspection: Inspection
    logits: Array | None = None
    deltas: Array | None = None

    @property
    def size(self) -> int:
        """Return about how many bytes are held."""
        return self.inspection.grid.size * (20 if self.deltas is not None else 60)


@dataclass(slots=True)
class _Memory:
    """The last results: a picture's assignment, and the raw numbers of the steps within a budget."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    key: tuple[Sample, Recipe] | None = None
    plain: Inspection | None = None
    geometry: object = None
    first_step: int = 0
    recorded: bytes | None = None
    raw: OrderedDict[int, _Raw | None] = field(default_factory=OrderedDict)
    held: int = 0

    def forget(self) -> None:
        self.key, self.plain, self.geometry = None, None, None
        self.raw.clear()
        self.held = 0


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """Dumps of one training by step: ``steps`` ascending, ``dumps`` in their order. Safe to use from threads.

    ``left_out`` has one line for each dump without a place, with the reason.
    """

    steps: tuple[int, ...]
    dumps: tuple[Predictions, ...]
    left_out: tuple[str, ...] = ()
    _memory: _Memory = field(default_factory=_Memory, repr=False)

    def __len__(self) -> int:
        """Return the number of steps."""
        return len(self.steps)

    @property
    def recipe(self) -> str | None:
        """Return the recipe's name in the dumps, None where no dump names a recipe."""
        return next((dump.recipe for dump in self.dumps if dump.recipe), None)

    def at(self, position: int) -> Predictions:
        """Return the dump at a slider's ``position``, 0 to ``len(timeline) - 1``; raises `InspectorError` beyond."""
        if not 0 <= position < len(self.dumps):
            raise InspectorError(f"timeline: position {position}, wanted 0 to {len(self.dumps) - 1}")
        return self.dumps[position]

    def nearest(self, step: int) -> int:
        """Return the position of the step nearest to ``step``, the earlier of two."""
        return min(range(len(self.steps)), key=lambda position: abs(self.steps[position] - step))


def open_timeline(paths: str | Path | Sequence[str | Path]) -> Timeline:
    """Return the timeline of the dumps at ``paths``: one path or several, each a dump or a folder of dumps.

    Only each meta.json is read here. A dump is left out, with a line, if broken or without a step, if the step is
    taken, or if the recipe is not the newest's. Raises `BadFile` where a path holds no dump, `BadPredictions` where
    none is left.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    places = list(dict.fromkeys(place for path in given for place in _places_of(user_path(path))))
    if not places:
        raise BadFile("timeline", "no paths, wanted at least one raw-output dump with a step")
    found, left_out = by_step(places)
    if not found:
        raise left_out[0]
    steps = tuple(sorted(found))
    return Timeline(steps, tuple(found[step] for step in steps), tuple(map(str, left_out)))


def _places_of(path: Path) -> list[Path]:
    if path.name == "meta.json":
        path = path.parent
    if not path.is_dir() or (path / "meta.json").is_file():
        return [path]
    found = dumps_in(path)
    if not found:
        raise BadFile(path, "holds no meta.json and no dump, wanted a raw-output dump or a folder of several")
    return found


def history(timeline: Timeline, sample: Sample, recipe: Recipe, anchor: int) -> History:
    """Return the outputs of ``anchor``, a flat index, at every step.

    The assignment is computed once for a picture and kept, as are the raw numbers within `CACHE_BYTES`. Raises
    `InspectorError` for an index outside the grid or a picture unknown to every step, `BadPredictions` where outputs do
    not fit the recipe or two steps differ in the size of the network's input.
    """
    memory = timeline._memory
    with memory.lock:
        # Identity, not equality: a sample read again may have other boxes under the same name.
        if memory.key is None or memory.key[0] is not sample or memory.key[1] != recipe:
            memory.forget()
            memory.key = (sample, recipe)
        try:
            facts = [_facts(timeline, position, sample, recipe, anchor) for position in range(len(timeline))]
        # What was worked out so far may belong to another network input: the next question starts afresh.
        except InspectorError:
            memory.forget()
            raise
    known = [fact for fact in facts if fact is not None]
    if not known:
        raise InspectorError(f"{sample.name}: no step of the timeline has outputs for it, wanted at least one")
    # A step without outputs stays in the arrays, as NaN, so that curves of several anchors share their steps.
    missing = np.array([fact is None for fact in facts])
    t = np.full((len(facts), 4), np.nan, np.float32)
    box, objectness, score = (np.full(len(facts), np.nan) for _ in range(3))
    t[~missing] = [fact.t for fact in known]
    for values, name in ((box, "box"), (objectness, "objectness"), (score, "score")):
        values[~missing] = [getattr(fact, name) for fact in known]
    steps, t_star = np.array(timeline.steps, np.int64), known[0].t_star
    for array in (steps, t, t_star, box, objectness, score, missing):
        if array is not None:
            array.flags.writeable = False
    return History(
        steps=steps,
        t=t,
        t_star=t_star,
        loss_box=box,
        loss_objectness=objectness,
        score=score,
        missing=missing,
    )


class _Facts(NamedTuple):
    """An anchor at a step: t and t* (4,), and both losses before any normaliser, NaN for no loss."""

    t: Array
    t_star: Array | None
    box: float
    objectness: float
    score: float


def _facts(timeline: Timeline, position: int, sample: Sample, recipe: Recipe, anchor: int) -> _Facts | None:
    """Return the numbers of ``anchor`` at a step, None where the dump lacks the picture."""
    memory = timeline._memory
    if position in memory.raw:
        memory.raw.move_to_end(position)
    else:
        prediction = timeline.dumps[position].get(sample.name)
        found = None if prediction is None else _raw(timeline, position, sample, recipe, prediction)
        memory.raw[position] = found
        memory.held += 0 if found is None else found.size
        # The step in use stays even where it alone is over the budget; without it nothing could be answered.
        while memory.held > CACHE_BYTES and len(memory.raw) > 1:
            _, dropped = memory.raw.popitem(last=False)
            memory.held -= 0 if dropped is None else dropped.size
    raw = memory.raw[position]
    if raw is None:
        return None
    if not 0 <= anchor < raw.inspection.grid.size:
        raise InspectorError(f"anchor {anchor}: wanted 0 to {raw.inspection.grid.size - 1}")
    return _explained(raw, anchor) if raw.deltas is None else _computed(raw, anchor)


def _raw(timeline: Timeline, position: int, sample: Sample, recipe: Recipe, prediction: Prediction) -> _Raw:
    memory = timeline._memory
    geometry = (prediction.network_size, prediction.padded_size, prediction.features())
    # With another input or other feature maps a flat index is another anchor, and the steps say nothing of one
    # another.
    if memory.plain is not None and geometry != memory.geometry:
        raise BadPredictions(
            f"{prediction.source}: network input, padded input and features {geometry}, "
            f"wanted {memory.geometry} as at step {memory.first_step}"
        )
    simple = _is_simple(recipe) and not prediction.encoded_back
    inspection = memory.plain
    # One inspection serves all steps where losses follow from logit and deltas alone; others need the whole step. A
    # step that saw the picture mirrored or moved has other ground truths.
    recorded = None if prediction.gt is None else prediction.gt.tobytes()
    if inspection is None or not simple or recorded != memory.recorded:
        inspection = inspect(sample, recipe, prediction)
    if memory.plain is None:
        memory.plain, memory.geometry, memory.first_step = inspection, geometry, timeline.steps[position]
        memory.recorded = recorded
    return _Raw(inspection, *prediction.flat(inspection.grid)) if simple else _Raw(inspection)


def _is_simple(recipe: Recipe) -> bool:
    """Return whether an anchor's losses are cross entropy of one logit and plain smooth L1, quick to work out here."""
    loss, coder = recipe.loss, recipe.coder
    usual = {"box": "smooth_l1", "objectness_weight": 1.0, "positive_weight": 1.0, "skip_zero_targets": False}
    plain = all(getattr(loss, name, value) == value for name, value in usual.items())
    return loss.objectness in ("bce", "softmax") and plain and not coder.needs_stride


def _explained(raw: _Raw, anchor: int) -> _Facts:
    facts = raw.inspection.explain(anchor)
    box, objectness = (math.nan if loss is None else loss for loss in (facts.box_loss, facts.objectness_loss))
    return _Facts(
        t=np.full(4, np.nan, np.float32) if facts.t is None else facts.t,
        t_star=facts.t_star,
        box=box,
        objectness=objectness,
        score=math.nan if facts.score is None else facts.score,
    )


def _computed(raw: _Raw, anchor: int) -> _Facts:
    plain = raw.inspection
    assert raw.logits is not None
    assert raw.deltas is not None
    label, owner = int(plain.assignment.label[anchor]), int(plain.assignment.gt[anchor])
    logit, t = raw.logits[anchor], raw.deltas[anchor]
    objectness = math.nan
    if label >= 0:
        kinds = np.zeros(label, np.int64)
        objectness = float(objectness_loss(raw.logits[anchor : anchor + 1], label, kinds, plain.recipe.loss)[0])
    t_star, box = None, math.nan
    if owner >= 0:
        t_star = encode(plain.anchors([anchor]), plain.gt[owner : owner + 1], plain.recipe)[0]
        loss = plain.recipe.loss
        box = float(loss.box_weight * smooth_l1((t - t_star).astype(np.float64), loss.beta).sum())
    return _Facts(t=t, t_star=t_star, box=box, objectness=objectness, score=float(sigmoid(logit)))
