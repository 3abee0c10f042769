"""Invented predictions for looking around before a model has been trained; always marked as simulated."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from rpn_inspector.analysis.simulated_stages import with_stages
from rpn_inspector.core.coder import encode
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.outputs import OutputsBase


class SimulatedPredictions(OutputsBase):
    """Stands where opened predictions stand: makes each picture's on demand, the same every time."""

    simulated = True
    path = Path("simulated")

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction:
        """Return the outputs of a half-trained network: scores follow the fit, t follows t*, both with noise.

        The fit of an anchor is its best IoU; that of a point, how near it is to the middle of a ground truth.
        """
        plain = inspect(sample, recipe)
        generator = np.random.default_rng(abs(hash_of(sample.name)))
        fit, best = _of_points(plain) if recipe.anchors.of_points else (plain.overlap.iou, plain.overlap.best_gt)
        fit = np.asarray(fit, np.float32)
        noise = generator.normal(0, 0.9, plain.grid.size).astype(np.float32)
        logits = 9 * fit - np.float32(5) + noise
        deltas = generator.normal(0, 0.12, (plain.grid.size, 4)).astype(np.float32)
        near = np.flatnonzero((fit > 0.1) & (best >= 0))
        # A ground truth without an area, or beyond float32, has no target.
        gt = plain.gt[best[near]]
        near = near[(gt[:, 2:] > gt[:, :2]).all(1) & np.isfinite(gt).all(1)]
        if near.size:
            boxes, gt = plain.anchors(near), plain.gt[best[near]]
            t_star = encode(boxes, gt, recipe, plain.grid.strides(near)).astype(np.float64)
            # Four fifths of the way: a network half trained, whose boxes are near and not right. Nor is a half-trained
            # network ever sure of a place on the very edge of a cell.
            deltas[near] += np.float32(0.8) * recipe.coder.raw_of(t_star, margin=0.01).astype(np.float32)
        made = Prediction(objectness=logits, deltas=deltas, source="simulated", simulated=True)
        return with_stages(made, sample, recipe, generator) if recipe.further else made


def _of_points(plain: Inspection) -> tuple[Array, Array]:
    """Return how near each point (N,) is to the middle of the nearest ground truth, 0 to 1, and which, -1 none."""
    points = plain.anchors(np.arange(plain.grid.size))[:, :2].astype(np.float64)
    fit, best = np.zeros(len(points)), np.full(len(points), -1)
    for number in np.flatnonzero(plain.used).tolist():
        box = plain.gt[number].astype(np.float64)
        half = (box[2:] - box[:2]) / 2
        if not (half > 0).all():
            continue
        near = 1 - (np.abs(points - box[:2] - half) / half).max(1)
        better = near > fit
        fit[better], best[better] = near[better], number
    return fit, best


def hash_of(name: str) -> int:
    """Return a number computed from the name alone, so a picture looks the same every time."""
    return int.from_bytes(name.encode()[-8:].rjust(8, b"\0"), "big")
