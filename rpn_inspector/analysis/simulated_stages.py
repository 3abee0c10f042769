"""Invented outputs of the heads over the proposals, as of a half-trained network."""

from __future__ import annotations

import dataclasses

import numpy as np

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.core.second_stage.result import StageResult

NOISE, REACH = 1.1, 0.8  # of a logit; the part of the way to t* that is gone


def with_stages(prediction: Prediction, sample: Sample, recipe: Recipe, generator: np.random.Generator) -> Prediction:
    """Return ``prediction`` with outputs of each stage after the proposals, a row for each proposal."""
    heads: dict[str, StageOutputs] = {}
    for name, _ in recipe.further:
        found = inspect(sample, recipe, prediction)
        if name not in found.stages:
            break
        heads[name] = _head(found, found.stages[name], generator)
        prediction = dataclasses.replace(prediction, rois=RoiOutputs(heads=heads, mode="eval"))
    return prediction


def _head(found: Inspection, one: StageResult, generator: np.random.Generator) -> StageOutputs:
    """Return scores that follow the best IoU, and deltas most of the way to the target, both with noise."""
    sample, stage, count = found.sample, one.stage, len(one.proposals)
    classes = max(len(sample.classes), 1)
    logits = generator.normal(0, NOISE, (count, classes + 1)).astype(np.float32)
    slots = {"with_background": classes + 1, "per_class": classes, "one": 1}[stage.deltas]
    deltas = generator.normal(0, 0.1, (count, slots, 4)).astype(np.float32)
    owner, best = _owners(found, one)
    mine = np.flatnonzero((owner >= 0) & (best > 0.1))
    kinds = np.clip(sample.gt_class[owner[mine]], 0, classes - 1)
    logits[:, 0] += 2
    logits[mine, kinds + 1] += 11 * best[mine] - np.float32(3)
    if mine.size:
        gt = found.gt[owner[mine]]
        t_star = stage.coder.encode(one.proposals[mine], gt)
        slot = kinds + int(stage.deltas == "with_background") if slots > 1 else np.zeros(len(mine), np.int64)
        deltas[mine, slot] += np.float32(REACH) * np.nan_to_num(t_star, posinf=0.0, neginf=0.0)
    if stage.background == "last":
        logits = np.roll(logits, -1, axis=1)
    return StageOutputs(logits=logits, deltas=deltas.reshape(count, slots * 4))


def _owners(found: Inspection, one: StageResult) -> tuple[np.ndarray, np.ndarray]:
    """Return each proposal's best ground truth in use (R,), -1 none, and the IoU (R,) float32."""
    owner, best = np.full(len(one.proposals), -1, np.int64), np.zeros(len(one.proposals), np.float32)
    for number in np.flatnonzero(found.used).tolist():
        iou = np.asarray(iou_with(found.gt[number].astype(np.float32), one.proposals), np.float32)
        better = iou > best
        owner[better], best[better] = number, iou[better]
    return owner, best
