"""No field of a second stage is idle: for each there are two values and a case whose results differ."""

from typing import Literal, get_args, get_origin

import numpy as np
import pytest
from recipe_texts import with_value
from two_stages import SAMPLE, outputs, small

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs

RNG = np.random.default_rng(3)
CORNERS = RNG.uniform(-4, 70, (40, 2))
PROPOSALS = np.concatenate(
    [np.concatenate([CORNERS, CORNERS + RNG.uniform(0.001, 40, (40, 2))], 1), np.repeat(SAMPLE.gt, 4, 0)]
).astype(np.float32)
PROPOSALS[40:] += RNG.normal(size=(12, 4)).astype(np.float32) * 3
PROPOSALS[3, 2] = PROPOSALS[3, 0] + 0.002
PICTURE = Sample(
    "a",
    (96, 144),
    gt=np.concatenate([SAMPLE.gt, [[5, 5, 60, 50], [60, 10, 90, 60]]]) * 1.5,
    gt_class=np.array([0, 1, 1, 0, 1]),
    gt_kind=np.array([0, 0, 0, 0, Kind.CROWD]),
)
LOGITS = RNG.normal(size=(len(PROPOSALS), 3)) * 2
DELTAS = (RNG.normal(size=(len(PROPOSALS), 12)) * 3).astype(np.float32)
BASES = {
    "torchvision": small().with_tables({"ground_truth": {"crowd": "ignore"}}),
    "mmdet": small("fasterrcnn-mmdet").with_tables({"ground_truth": {"crowd": "ignore"}}),
}
ROI = {
    "low": {"matcher": {"low_quality": {"rule": "all"}, "positive": 0.9, "negative": 0.8}, "add_gt": "off"},
    "few": {"sampler": {"batch": 11, "positive_fraction": 0.14}, "detections": {"keep": 4}},
    "three": {"matcher": {"negative": 0.3, "positive": 0.7}},
    "levels": {"level": {"names": ["A", "B", "C"], "lowest": 2, "side": 20.0, "level": 3, "epsilon": 0.4}},
}
BASES |= {name: BASES["torchvision"].with_tables({"stage": {"roi": table}}) for name, table in ROI.items()}
WIDE = {"stage.roi.level.epsilon": [0.9], "stage.roi.level.side": [40.0], "stage.roi.level.names": [("A", "B")]}
# losses have laws of their own; what only an exact tie or the last bit shows, the golden cases do
ELSEWHERE = (
    "stage.roi.loss.",
    "stage.roi.matcher.frame",
    "stage.roi.matcher.outside.",
    "stage.roi.detections.nms_rule",
    "stage.roi.detections.offset_",
)


def numbers_of(recipe):
    """Return everything a second stage makes, to the bit."""
    stage = dict(recipe.further)["roi"]
    slots = {"with_background": 3, "per_class": 2, "one": 1}[stage.deltas]
    deltas = DELTAS[:, : 4 * slots].copy()
    deltas[5, -3] = np.inf
    head = StageOutputs(logits=LOGITS.astype(np.float32), deltas=deltas)
    one = inspect(PICTURE, recipe, outputs(recipe, RoiOutputs(proposals=PROPOSALS, heads={"roi": head}))).second_stage
    found = one.detections
    arrays = [one.label, one.gt, one.level, one.source, one.t_star, one.t, one.sampled_positive, one.sampled_negative]
    arrays += [one.assignment.cause, found.boxes, found.original, found.scores, found.classes, found.pair_fate]
    arrays += [found.pair_score, one.assignment.gt_positives]
    return [(array.shape, array.tobytes()) for array in map(np.ascontiguousarray, arrays)]


BEFORE = {}


def differs(name, place, value):
    if name not in BEFORE:
        BEFORE[name] = numbers_of(BASES[name])
    try:
        changed = with_value(BASES[name], place, value)
    except BadRecipe:
        return False
    with np.errstate(all="ignore"):
        return numbers_of(changed) != BEFORE[name]


def others(entry):
    """Yield other values of a convention, of its type."""
    value, hint = entry.value, entry.hint
    if entry.place in WIDE:
        yield from WIDE[entry.place]
    elif get_origin(hint) is Literal:
        yield from (word for word in get_args(hint) if word != value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, max(1, value // 2), 2)
    elif isinstance(value, float):
        yield from (0.0, 0.05, 0.9, 3.0, -0.5, 0.5)
    elif isinstance(value, tuple):
        yield tuple(part * 1.5 + (0.25 if part == 0 else 0) for part in value)


ENTRIES = {
    entry.place: entry
    for recipe in BASES.values()
    for entry in recipe.entries()
    if entry.place.startswith("stage.roi.") and not entry.place.startswith(ELSEWHERE)
}
# the first stage has none before; a rule alone is no choice
NO_CHOICE = {"stage.roi.over", "stage.roi.detections.average", "stage.roi.matcher.rule", "stage.roi.coder.rule"}


@pytest.mark.parametrize("place", sorted(set(ENTRIES) - NO_CHOICE))
def test_each_field_matters_somewhere(place):
    entry = ENTRIES[place]
    assert any(
        differs(name, place, value)
        for name, recipe in BASES.items()
        if place in recipe.flat()
        for value in others(entry)
    )
