"""What a recorder wrote of a real training against this program: shared by the ``check_*_recorder.py``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np

import rpn_inspector as ri
from rpn_inspector.analysis.batch_loss import batch_losses, recorded_losses
from rpn_inspector.analysis.stage_batch_loss import stage_losses_here
from rpn_inspector.data.pictures.images import read_image
from rpn_inspector.session.open_request import open_outputs

Labels: TypeAlias = dict[tuple[int, str], np.ndarray]
Found: TypeAlias = dict[str, tuple[np.ndarray, np.ndarray]]
"""The boxes (n, 4), network px, and scores (n,) a model itself found, by picture."""
PROPOSALS, DETECTIONS = "proposals", "detections"


def arguments(words: str | None, kinds: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser that all scripts share, with the one choice of ``kinds``."""
    parser = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("output", type=Path, help="a new folder, of a dump for each epoch")
    parser.add_argument("--kind", choices=kinds, default=kinds[0])
    parser.add_argument("--pictures", type=int, default=6)
    parser.add_argument("--batch", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--amp", choices=("float16", "bfloat16"), help="by autocast")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tolerance", type=float, default=1e-5, help="relative, of a loss")
    return parser


def as_trained(
    sample: ri.Sample, flipped: bool, scale: float = 1.0, size: tuple[int, int] | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pixels (H, W, 3) RGB, boxes (G, 4) float32 and classes (G,) int64 without crowds, mirrored and scaled.

    Args:
        sample: the picture.
        flipped: whether to mirror from left to right.
        scale: of both sides.
        size: (h, w) px to stretch to, in place of ``scale``.
    """
    keep = sample.gt_kind != ri.Kind.CROWD
    pixels, boxes = read_image(sample.path).pixels, sample.gt[keep].astype(np.float32)
    height, width = size or tuple(round(side * scale) for side in pixels.shape[:2])
    if (height, width) != pixels.shape[:2]:
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
    recipe, outputs = _opened(path, dataset)
    worst = 0.0
    for sample in samples:
        if sample.name not in outputs:
            continue
        prediction = outputs.predict(sample, recipe)
        result = ri.inspect(sample, recipe, prediction)
        assert prediction.mode == "train"
        theirs, label = (labels or {}).get((outputs.step, sample.name)), result.assignment.label
        wrong = 0 if theirs is None else int((label != theirs).sum())
        for places, wanted in ((prediction.sampled_positive, 1), (prediction.sampled_negative, 0)):
            wrong += 0 if places is None else int((label[places] != wanted).sum())
        here = batch_losses(dataset, outputs, recipe, prediction.batch or (sample.name,)).by_name()
        said = recorded_losses(prediction)
        for name, stage in result.stages.items():
            head = prediction.rois.heads[name]
            owners = np.where(stage.label[head.sampled] > 0, stage.gt[head.sampled], -1)
            wrong += int((owners != head.gt).sum())
            ours = stage_losses_here(result, dataset, outputs, name)
            here |= dict(zip((f"{name} class", f"{name} box"), ours, strict=True))
            said |= {f"{name} class": head.loss_class, f"{name} box": head.loss_box}
        apart = {
            name: abs(here[name] - value) / max(abs(value), 1e-9) for name, value in said.items() if value is not None
        }
        worst = max([worst, *apart.values(), np.inf if wrong else 0.0])
        words = ", ".join(f"{name} {said[name]:.6f} {apart[name]:.1e}" for name in apart)
        positives = int((label == 1).sum())
        print(
            f"{path.name} {sample.name[-24:]:24} {prediction.network_size} {positives} positive, {wrong} wrong; {words}"
        )
        if not apart:
            worst = np.inf
    return worst


def found_agree(dataset: ri.Dataset, samples: list[ri.Sample], path: Path, found: Mapping[str, Found]) -> int:
    """Print how many of a model's own proposals and detections at rest are found here too; return how many are not.

    Args:
        dataset: the pictures.
        samples: those recorded.
        path: the dump, opened with no recipe named.
        found: by `PROPOSALS` and `DETECTIONS`.
    """
    recipe, outputs = _opened(path, dataset)
    lost = 0
    for sample in samples:
        prediction = outputs.predict(sample, recipe)
        assert prediction.mode == "eval"
        result = ri.inspect(sample, recipe, prediction)
        one, last = result.proposals, (list(result.stages.values()) or [None])[-1]
        ours = {PROPOSALS: (one.boxes, one.scores), DETECTIONS: (one.boxes, one.scores)}
        if last is not None:
            ours[DETECTIONS] = (last.detections.boxes, last.detections.scores)
        for what, by_name in found.items():
            boxes, scores = by_name[sample.name]
            missing = _missing((boxes, scores), ours[what]) + _missing(ours[what], (boxes, scores))
            lost += missing
            counts = f"{len(boxes)} theirs, {len(ours[what][0])} here, {missing} apart"
            print(f"{path.name} {sample.name[-24:]:24} {what}: {counts}")
    return lost


def _missing(these: tuple[np.ndarray, np.ndarray], those: tuple[np.ndarray, np.ndarray]) -> int:
    """Return how many boxes of ``these`` have none alike, of a like score, among ``those``."""
    if not len(these[0]) or not len(those[0]):
        return len(these[0])
    alike = np.abs(these[0][:, None] - those[0][None]).max(2) < 0.01
    near = np.abs(these[1][:, None].astype(np.float64) - those[1][None]) < 1e-5
    return int((~(alike & near).any(1)).sum())


def _opened(path: Path, dataset: ri.Dataset) -> tuple[ri.Recipe, object]:
    loaded = open_outputs(path, dataset)
    assert loaded.recipe is not None, loaded.problem
    assert loaded.outputs is not None
    return loaded.recipe, loaded.outputs
