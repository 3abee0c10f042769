"""No field of a rule is idle: for each there are two values and a case whose results differ."""

import hashlib
import math
from functools import cache
from typing import Literal, get_args, get_origin

import numpy as np
import pytest
from pinned import numbers
from recipe_texts import with_value

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import STAGES, load_recipe, tables_of
from rpn_inspector.core.sample import Kind, Sample

SAMPLE = Sample(
    "a",
    (75, 101),
    gt=np.array(
        [[3, 4, 40, 61], [20, 10, 33, 23.5], [22, 11, 34, 24], [50, 5, 99, 70], [60, 30, 120, 90], [5, 50, 30, 74],
         [-30, 20, -9, 40], [4, 40, 16, 52], [4, 40, 16, 52]]
    ),
    gt_kind=np.array([0, 0, 0, Kind.CROWD, 0, Kind.DIFFICULT, 0, 0, 0]),
)  # fmt: skip
SIZES = [(75, 101), (77, 103), (64, 87), (83, 61), (129, 97), (333, 501), (201, 300), (59, 118)]
EMPTY = Sample("b", (64, 80))
SMALL = {"resize.short": 64, "resize.long": 87, "resize.size": (64, 96)}
# what some fields count together with, tried one after the other
BESIDE = (
    {},
    {"ground_truth.crowd": "ignore", "ground_truth.difficult": "ignore", "matcher.regions.overlap": 0.6},
    {"matcher.positive": 0.9, "matcher.negative": 0.85, "matcher.low_quality.owner": "claim"},
    {"matcher.outside.border": 12, "resize.boxes.clip": True, "coder.centre": "between_corners"},
    {"resize.boxes.dtype": "float64", "resize.boxes.scale": "per_axis", "loss.normaliser": "batch"},
    {"sampler.batch": 11, "sampler.positive_fraction": 0.14},
    {"resize.pad_multiple": 1},
    {"resize.pad_multiple": 32},
    {"resize.size": (480, 672)},
    {"resize.shape": "batch"},
    {"matcher.ignore": 0.02},
)


def small(recipe):
    flat = recipe.flat()
    return recipe.with_tables(tables_of({place: value for place, value in SMALL.items() if place in flat}))


@cache
def results(recipe):
    """Return a digest of everything a recipe's stages before the loss make of the pictures, to the bit."""
    found = [inspect(EMPTY, recipe).warnings]
    one = inspect(SAMPLE, recipe)
    size = one.grid.size
    # near the anchors for a rule that compares the predicted boxes, to the limits of decoding for the others
    deltas = numbers(size * 4, 3).reshape(size, 4) * np.float32(0.3 if recipe.matcher.needs_outputs else 9)
    outputs = Prediction(objectness=numbers(size, 4), deltas=deltas)
    two = inspect(SAMPLE, recipe, outputs)
    batch = recipe.matcher.assign(one.grid, one.gt[one.used], (50, 60), None, (40, 48))
    found += [recipe.resize.of(size) for size in SIZES]
    found += [one.frame, one.grid.size, [level.name for level in one.grid.levels], two.loss.objectness]
    arrays = [one.grid.all_boxes(), one.gt, one.used, one.t_star, one.sampled_positive, one.sampled_negative]
    arrays += [two.predicted(np.arange(size)), one.to_original(np.array([[-90.0, -80, 900, 800]])), batch.label]
    bins = 4 * recipe.coder.bins
    arrays.append(recipe.coder.means_of(numbers(5 * bins, 6).reshape(5, bins)))
    for assignment in (one.assignment, two.assignment, batch):
        arrays += [assignment.label, assignment.gt, assignment.cause]
        arrays += [*assignment.dense.values(), *assignment.per_gt.values()]
    said = [repr(found).encode()]
    for array in map(np.ascontiguousarray, arrays):
        said += [repr((array.shape, array.dtype)).encode(), array.tobytes()]
    return hashlib.sha256(b"".join(said)).digest()


def others(entry):
    """Yield other values of a convention, of its type."""
    value, hint = entry.value, entry.hint
    if get_origin(hint) is Literal:
        yield from (word for word in get_args(hint) if word != value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, max(1, value // 2), value * 3 + 5)
    elif isinstance(value, float):
        yield from (value + 0.125, value / 2, 1.5, 0.05, 0.9, -1.5 if math.isinf(value) else value * 1.25, 3.0)
    elif value and isinstance(value[0], str):
        yield tuple(f"{word}x" for word in value)
    else:
        yield from (scaled(value, 1.5), scaled(value, 2))


def scaled(value, factor):
    if isinstance(value, tuple):
        return tuple(scaled(part, factor) for part in value)
    return type(value)(value * factor + (0.25 if value == 0 else 0))


def lists_for(place, recipe):
    """Return values of a list that is empty by default."""
    levels = len(recipe.anchors.strides)
    own = {
        "anchors.strides_x": [2 * recipe.anchors.strides[k] for k in range(levels)],
        "coder.reach": [(float(stride), 1.5) for stride in recipe.anchors.strides],
    }
    return own.get(place, [(3.0, 5.0)] * levels)


def bases():
    names = ["torchvision-fpn", "paper-vgg16", "mmdet-fpn", "ssd300-torchvision", "yolov3-416", "efficientdet-d0"]
    shipped = [load_recipe(name) for name in names]
    for stage in ("ground_truth", "resize", "anchors", "matcher", "sampler", "coder"):
        for rule in STAGES[stage].rules:
            mine = (recipe for recipe in shipped if getattr(getattr(recipe, stage), "rule", "") == rule)
            recipe = next(mine, None) or shipped[0].ruled({stage: {"rule": rule}})
            yield pytest.param(stage, small(recipe), id=f"{stage} {rule}".strip())


@pytest.mark.parametrize(("stage", "recipe"), list(bases()))
def test_each_field_matters_somewhere(stage, recipe):
    one_class = recipe.with_tables({"loss": {"objectness": "bce"}, "proposals": {"pre_nms": 50}})
    beside = [{place: v for place, v in case.items() if place in one_class.flat()} for case in BESIDE]
    cases = list(dict.fromkeys(one_class.with_tables(tables_of(case)) for case in beside))
    if hasattr(one_class.anchors, "sizes"):  # two of a level, that their order with the ratios shows
        cases.append(
            with_value(one_class, "anchors.sizes", [(*part, part[0] * 1.5) for part in one_class.anchors.sizes])
        )
    idle = []
    for entry in one_class.entries():
        if not entry.place.startswith(f"{stage}.") or entry.place.endswith(".rule"):
            continue
        values = [lists_for(entry.place, recipe)] if entry.value == () else list(others(entry))
        if not any(differs(case, entry.place, value) for case in cases for value in values):
            idle.append(entry.place)
    assert idle == []


def differs(recipe, place, value):
    try:
        changed = with_value(recipe, place, value)
    except BadRecipe:
        return False
    return results(changed) != results(recipe)
