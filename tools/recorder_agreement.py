"""What a recorder wrote of a real training against this program: shared by the ``check_*_recorder.py``."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np

import rpn_inspector as ri
from rpn_inspector.analysis.batch_loss import batch_losses
from rpn_inspector.analysis.stage_batch_loss import stage_losses_here
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.session.open_request import open_outputs

Labels: TypeAlias = dict[tuple[int, str], np.ndarray]


def as_trained(sample: ri.Sample, flipped: bool, scale: float = 1.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pixels (H, W, 3) RGB, boxes (G, 4) float32 and classes (G,) int64 without crowds, mirrored and scaled."""
    keep = sample.gt_kind != ri.Kind.CROWD
    pixels, boxes = read_image(sample.path).pixels, sample.gt[keep].astype(np.float32)
    if scale != 1:
        height, width = (round(side * scale) for side in pixels.shape[:2])
        boxes = boxes * np.array([width / pixels.shape[1], height / pixels.shape[0]] * 2, np.float32)
        pixels = cv2.resize(pixels, (width, height))
    if flipped:
        pixels, width = pixels[:, ::-1], pixels.shape[1]
        boxes = np.stack([width - boxes[:, 2], boxes[:, 1], width - boxes[:, 0], boxes[:, 3]], 1)
    return np.ascontiguousarray(pixels), boxes, sample.gt_class[keep].astype(np.int64)


def agreement(dataset: ri.Dataset, samples: list[ri.Sample], path: Path, labels: Labels | None = None) -> float:
    """Print what agrees of each picture of one dump; return the largest relative difference, inf for a wrong label.

    Args:
        dataset: the pictures.
        samples: those recorded.
        path: the dump, opened with no recipe named.
        labels: (N,) the training's own, by step and picture; without, those of the recorded mini-batch are compared.
    """
    loaded = open_outputs(path, dataset)
    recipe, outputs = loaded.recipe, loaded.outputs
    assert recipe is not None
    assert outputs is not None
    assert outputs.step is not None
    worst = 0.0
    for sample in samples:
        prediction = outputs.predict(sample, recipe)
        result = ri.inspect(sample, recipe, prediction)
        theirs, label = (labels or {}).get((outputs.step, sample.name)), result.assignment.label
        wrong = 0 if theirs is None else int((label != theirs).sum())
        for places, wanted in ((prediction.sampled_positive, 1), (prediction.sampled_negative, 0)):
            wrong += 0 if places is None else int((label[places] != wanted).sum())
        together = batch_losses(dataset, outputs, recipe, prediction.batch or (sample.name,))
        here = dict(zip(("class", "box"), together, strict=True))
        said = {"class": prediction.loss_objectness, "box": prediction.loss_box}
        stage = result.second_stage
        if stage is not None and prediction.rois is not None:
            head = prediction.rois.heads["roi"]
            owners = stage.gt[head.sampled]
            wrong += int((np.where(stage.label[head.sampled] > 0, owners, -1) != head.gt).sum())
            here |= dict(zip(("roi class", "roi box"), stage_losses_here(result, dataset, outputs), strict=True))
            said |= {"roi class": head.loss_class, "roi box": head.loss_box}
        apart = {
            name: abs(here[name] - value) / max(abs(value), 1e-9) for name, value in said.items() if value is not None
        }
        worst = max([worst, *apart.values(), np.inf if wrong else 0.0])
        words = ", ".join(f"{name} {said[name]:.6f} {apart[name]:.1e}" for name in apart)
        print(f"{path.name} {sample.name[-24:]:24} {prediction.network_size} wrong labels {wrong}; {words}")
        for warning in result.warnings:
            print(f"    {warning.text}")
    return worst
