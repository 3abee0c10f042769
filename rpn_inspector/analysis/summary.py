"""One inspection as plain data: the document ``rpn-inspector inspect --json`` prints."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from rpn_inspector.analysis.batch_loss import TrainerLosses, differing
from rpn_inspector.analysis.second_stage import second_stage
from rpn_inspector.core.assigners.best_shape_words import layers_of
from rpn_inspector.core.fates import funnel
from rpn_inspector.core.gt_facts import GtFacts
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.sample import Kind
from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.core.zero_box_loss import why_no_box_loss

FINDINGS = {"robbed": "best_anchor_taken"}  # a kind scripts know by its first name, in the words of the image list


def summarise(
    inspection: Inspection,
    trainer: TrainerLosses | None = None,
    misfit: str | None = None,
    stage_here: tuple[float, float] | None = None,
) -> dict[str, Any]:
    """Return counts, ground truths, losses, proposals and warnings as values JSON knows; boxes in original px.

    The keys are a contract with scripts. ``size`` s are [h, w] px. NaN and infinity become None.

    Args:
        inspection: the picture.
        trainer: the losses its trainer recorded, beside the same worked out here.
        misfit: why the outputs seem to be laid out otherwise than the recipe says; becomes a warning.
        stage_here: class and box loss of the second stage over the trainer's batch, worked out here.
    """
    sample, assignment = inspection.sample, inspection.assignment
    label = assignment.label
    return {
        "image": sample.name,
        "recipe": inspection.recipe.name,
        "size": list(sample.size),
        "network_size": [int(side) for side in inspection.network_size],
        "padded_size": [int(side) for side in inspection.padded_size],
        "anchors": int(inspection.grid.size),
        "positive": int((label == 1).sum()),
        "negative": int((label == 0).sum()),
        "ignored": int((label == -1).sum()),
        "ground_truth": [_ground_truth(inspection, number) for number in range(len(sample.gt))],
        "loss": _loss(inspection),
        "proposals": None if inspection.proposals is None else len(inspection.proposals.boxes),
        "fates": _fates(inspection),
        "warnings": [
            *([] if misfit is None else [_warning("misfit", 1, misfit)]),
            *(_warning(warning.kind, int(warning.count), warning.example) for warning in inspection.warnings),
        ],
        "trainer": None if trainer is None else _trainer(trainer),
        "reproduces_not": list(inspection.recipe.reproduces_not),
        "second_stage": second_stage(inspection, stage_here),
        "undecided": int((label == -2).sum()),
        **_trained(inspection),
        "no_box_loss": None if (why := why_no_box_loss(inspection)) is None else str(why),
    }


def _trained(inspection: Inspection) -> dict[str, Any]:
    """Return the stored pictures that a trained one was made of; nothing of a stored picture."""
    trained = None if inspection.prediction is None else inspection.prediction.trained
    if trained is None:
        return {}
    joined = () if trained.sources is None else trained.sources.part
    return {"trained": {"file": trained.file, "joined": list(joined)}}


def _warning(kind: str, count: int, example: str) -> dict[str, Any]:
    return {"kind": kind, "count": count, "example": example, "finding": FINDINGS.get(kind, kind)}


def finite(value: float) -> float | None:
    """Return the number, or None for NaN and infinity: JSON lacks both."""
    value = float(value)
    return value if math.isfinite(value) else None


def _ground_truth(inspection: Inspection, number: int) -> dict[str, object]:
    sample, assignment, points = inspection.sample, inspection.assignment, inspection.recipe.anchors.of_points
    facts = inspection.explain_truth(number)
    return {
        "index": number,
        "class": sample.class_name(number),
        "kind": Kind(int(sample.gt_kind[number])).name.lower(),
        "box": [float(edge) for edge in sample.gt[number]],
        "positives": int(assignment.gt_positives[number]) if facts.decided else None,
        "best_iou": None if points else finite(inspection.overlap.gt_best_iou[number]),
        "best_anchor": None if points else int(inspection.overlap.gt_best_anchor[number]),
        "attributes": dict(sample.gt_attributes[number]),
        "why": facts.why,
        **_layers(inspection, facts),
        **_landmarks(inspection, number),
        **_candidates(inspection, facts),
    }


def _layers(inspection: Inspection, facts: GtFacts) -> dict[str, object]:
    """Return the [yolo] layers that train a ground truth, from 1; nothing under a rule that chooses none."""
    found = inspection.assignment.per_gt.get("layers")
    return {} if found is None or not facts.used else {"layers": layers_of(int(found[facts.index]))}


def _landmarks(inspection: Inspection, number: int) -> dict[str, object]:
    """Return a ground truth's points in px of the picture as annotated; nothing without any."""
    points = inspection.sample.gt_landmarks[number]
    return {"landmarks": points.tolist()} if points.size and np.isfinite(points).all() else {}


def _candidates(inspection: Inspection, facts: GtFacts) -> dict[str, object]:
    """Return what a rule that ranks candidates counts and ranks of a ground truth; nothing under another rule."""
    counted = inspection.assignment.per_gt
    if "chosen" not in counted or not facts.used:
        return {}
    table = facts.candidates
    names = [str(head.text) for head in table.heads]
    return {
        "candidates": int(counted["candidates"][facts.index]),
        "contested": int(counted["contested"][facts.index]),
        "chosen": int(counted["chosen"][facts.index]) if facts.decided else None,
        "cut": finite(counted["cut"][facts.index]) if facts.decided and counted["chosen"][facts.index] else None,
        "ranked": [{"anchor": str(row.name), **dict(zip(names, row.cells, strict=True))} for row in table.rows],
    }


def _loss(inspection: Inspection) -> dict[str, object] | None:
    loss = inspection.loss
    if loss is None:
        return None
    return {
        "objectness": finite(loss.objectness),
        "box": finite(loss.box),
        **{name: finite(term.value) for name, term in loss.more.items()},
        "total": finite(loss.total),
        "sampled": [len(inspection.sampled_positive), len(inspection.sampled_negative)],
        "objectness_is": inspection.recipe.loss.called("objectness"),
    }


def _fates(inspection: Inspection) -> dict[str, int] | None:
    found = funnel(inspection)
    return None if found is None else {FATE_KEYS[fate]: count for fate, count in found.fates.items()}


def _trainer(trainer: TrainerLosses) -> dict[str, object]:
    def known(value: float | None) -> float | None:
        return None if value is None else finite(value)

    here = None if trainer.here is None else {name: known(value) for name, value in trainer.here.by_name().items()}
    return {
        **{name: known(value) for name, value in trainer.recorded.items()},
        "batch": list(trainer.batch),
        "here": here,
        "differs": {name: finite(share) for name, share in differing(trainer.rows()).items()},
        "why": trainer.why or None,
    }
