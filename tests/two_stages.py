"""A small two-stage recipe, a picture with three ground truths and outputs of a made-up network."""

import numpy as np

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs

SAMPLE = Sample(
    "a",
    (64, 96),
    gt=np.array([[8.0, 8, 40, 40], [50, 10, 90, 50], [10, 44, 30, 60]]),
    gt_class=np.array([0, 1, 1]),
    classes=("cat", "dog"),
)
# near the first, far off, near the second, its twin, half on the third
PROPOSALS = np.array([[9, 8, 41, 40], [0, 0, 6, 6], [50, 10, 90, 52], [51, 10, 90, 50], [10, 44, 30, 72]], np.float32)


def small(name="fasterrcnn-torchvision-320"):
    one = load_recipe(name)
    tables = {"resize": {"short": 64, "long": 96}}
    levels = len(one.anchors.strides)
    tables["anchors"] = {"sizes": [[8.0, 16.0]] * levels if "320" in name else [[8.0]] * levels}
    return one.with_tables(tables)


def outputs(recipe, rois=None):
    """Return the first stage's outputs, the same numbers for every recipe, with ``rois`` behind them."""
    count = recipe.grid(recipe.resize.of(SAMPLE.size).padded_size).size
    made = np.random.default_rng(1).normal(size=(count, 5)).astype(np.float32) / 5
    return Prediction(objectness=made[:, 0], deltas=made[:, 1:], rois=rois)


def heads(logits, slots, **more):
    rows = len(logits)
    deltas = np.zeros((rows, slots * 4), np.float32)
    return StageOutputs(logits=np.array(logits, np.float32), deltas=deltas, **more)


def eval_rois(logits, slots=3):
    return RoiOutputs(proposals=PROPOSALS, heads={"roi": heads(logits, slots)}, mode="eval")
