"""What a recipe makes of four pictures, small enough to be written down: the digests that no refactoring may change.

Whole numbers are pinned exactly, by a digest where there are many; what floating point makes is rounded, so that
another processor's last digits change nothing.
"""

import hashlib
from functools import cache

import numpy as np

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.sample import Kind, Sample

EVERY_PAIR = 1_000_000_000  # of a recipe whose NMS meets all pairs of a score; few of them suffice here
COLUMNS = {"focal": 3, "cross_entropy": 4, "yolo": 4, "bce_per_class": 3, "quality_focal": 3}
SAMPLES = (
    Sample(
        "crowded",
        (240, 320),
        gt=np.array(
            [
                [8, 9, 90, 130],
                [60, 40, 76.5, 55],
                [70, 60, 260, 190.25],
                [75, 66, 250, 180],
                [2, 3, 317, 236],
                [100, 20, 180, 60],
                [200, 30, 300, 100],
                [210, 150, 270, 235],
            ]
        ),
        gt_class=np.array([0, 1, 2, 1, 0, 2, 1, 0]),
        gt_kind=np.array([0, 0, 0, 0, 0, Kind.CROWD, Kind.DIFFICULT, Kind.IGNORED]),
        classes=("a", "b", "c"),
    ),
    Sample("edges", (375, 250), gt=np.array([[-20, 100, 40, 160], [200, 330, 249, 374.5]]), gt_class=np.array([1, 2])),
    Sample("flat", (150, 200), gt=np.array([[30, 90, 30, 120], [40, 40, 90, 110]])),
    Sample("empty", (96, 128)),
)


def numbers(count, salt):
    """Return ``count`` numbers within -1 to 1 that no random generator's release changes, float32."""
    index = np.arange(count, dtype=np.uint64) * np.uint64(2654435761) + np.uint64(salt * 97)
    index ^= index >> np.uint64(15)
    index *= np.uint64(2246822519)
    return ((index >> np.uint64(13)) % np.uint64(20011)).astype(np.float32) / np.float32(10005.5) - np.float32(1)


@cache
def outputs(size, columns):
    logits = numbers(size * columns, 1).reshape(size, columns) * 3 - 2
    return (logits[:, 0] if columns == 1 else logits), numbers(size * 4, 2).reshape(size, 4) * np.float32(0.4)


def outputs_for(recipe, size):
    """Return outputs fit for a recipe: distances are positive, and as long as a box."""
    logits, deltas = outputs(size, COLUMNS.get(recipe.loss.objectness, 1))
    if recipe.proposals.pre_nms == EVERY_PAIR:
        logits = logits - np.float32(3)
    if recipe.coder.coordinates != "ltrb":
        return Prediction(objectness=logits, deltas=deltas)
    return Prediction(objectness=logits, deltas=np.abs(deltas) * np.float32(80 if recipe.coder.unit == "px" else 10))


def digest(array):
    return hashlib.sha256(np.ascontiguousarray(array.astype("<i8")).tobytes()).hexdigest()[:16]


def rounded(value, digits=5):
    return float(f"{float(value):.{digits}g}")


def pin(recipe, samples=SAMPLES):
    """Return what ``recipe`` makes of the pictures, as values JSON knows."""
    found = {}
    for sample in samples:
        plain = inspect(sample, recipe)
        one = inspect(sample, recipe, outputs_for(recipe, plain.grid.size))
        assignment, loss, kept = one.assignment, one.loss, one.proposals
        finite = np.isfinite(one.t_star)
        found[sample.name] = {
            "sizes": [*one.network_size, *one.padded_size, one.grid.size],
            "label": digest(assignment.label),
            "gt": digest(assignment.gt),
            "best_gt": digest(one.overlap.best_gt),
            "cause": digest(assignment.cause),
            "causes": np.bincount(assignment.cause).tolist(),
            "positives": assignment.gt_positives.tolist(),
            "low_quality": assignment.gt_low_quality.tolist(),
            "ties": one.overlap.gt_ties.tolist(),
            "best_anchor": one.overlap.gt_best_anchor.tolist(),
            "best_iou": [rounded(value) for value in one.overlap.gt_best_iou],
            "sampled": [len(one.sampled_positive), len(one.sampled_negative)],
            "t_star": [rounded(value, 4) for value in np.abs(np.where(finite, one.t_star, 0)).sum(0)],
            "endless": int((~finite).sum()),
            "loss": [rounded(value, 4) for value in (loss.objectness, loss.box)],
            "fates": np.bincount(kept.fate, minlength=6).tolist(),
            "kept": kept.anchor[:20].tolist(),
            "boxes": [rounded(value, 4) for value in kept.boxes.sum(0, dtype=np.float64)],
            "warnings": sorted(warning.kind for warning in one.warnings),
        }
    return found
