"""The stages over the proposals of one inspection as plain data, for ``rpn-inspector inspect --json``."""

from __future__ import annotations

import math
from typing import Any

from rpn_inspector.analysis.batch_loss import OTHER_DRAW, differing, why_not_here
from rpn_inspector.core.candidate_tables import candidate_end, class_word
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.ways import Way
from rpn_inspector.core.words import LABEL_WORDS

FIRST = ("loss_objectness", "loss_rpn_box")
SECOND = ("loss_classifier", "loss_roi_box")


def second_stage(inspection: Inspection, here: tuple[float, float] | None = None) -> dict[str, Any] | None:
    """Return counts, losses, detections and ways, None without a second stage; boxes in original px.

    ``losses`` are the four of a two-stage trainer for this picture alone, None where outputs are missing; ``trainer``
    are those recorded, of the whole batch.

    Args:
        inspection: the picture.
        here: class and box loss of the recorded batch, worked out here.
    """
    stages = list(inspection.stages.values())
    if not stages:
        return None
    first, detected = stages[0], stages[-1].detections
    return {
        **_counts(first),
        "losses": _losses(inspection, stages),
        "trainer": _trainer(inspection, first, here),
        "detections": None if detected is None else _detections(inspection.sample, stages[-1]),
        "ways": [_way(inspection, stages[-1], way) for way in inspection.ways()],
        "further": [_counts(stage) | _stage_losses(stage) for stage in stages[1:]],
    }


def _counts(stage: StageResult) -> dict[str, Any]:
    names, level = stage.stage.level.names, stage.level.tolist()
    return {
        "name": stage.name,
        "proposals": len(stage.proposals),
        "candidates": int(stage.grid.size),
        **{word: int((stage.label == label).sum()) for label, word in LABEL_WORDS.items() if label >= -1},
        "levels": {name: level.count(number) for number, name in enumerate(names)},
        "sampled": [len(stage.sampled_positive), len(stage.sampled_negative)],
        "sample": "recorded" if stage.recorded else "drawn",
    }


def _stage_losses(stage: StageResult) -> dict[str, Any]:
    loss = stage.loss
    return (
        dict.fromkeys(SECOND)
        if loss is None
        else dict(zip(SECOND, map(_known, (loss.objectness, loss.box)), strict=True))
    )


def _losses(inspection: Inspection, stages: list[StageResult]) -> dict[str, Any]:
    loss = inspection.loss
    first = (None, None) if loss is None else (_known(loss.objectness), _known(loss.box))
    found = dict(zip(FIRST, first, strict=True)) | _stage_losses(stages[0])
    parts = [*found.values(), *(part for stage in stages[1:] for part in _stage_losses(stage).values())]
    return found | {"total": None if None in parts else sum(parts)}


def _trainer(inspection: Inspection, first: StageResult, here: tuple[float, float] | None) -> dict[str, Any] | None:
    known = inspection.prediction
    head = None if known is None or known.rois is None else known.rois.heads.get(first.name)
    if known is None or head is None or (head.loss_class is None and head.loss_box is None):
        return None
    values = (known.loss_objectness, known.loss_box, head.loss_class, head.loss_box)
    told = dict(zip((*FIRST, *SECOND), map(_known, values), strict=True))
    same = None if here is None else dict(zip(SECOND, map(_known, here), strict=True))
    batch = known.batch if len(known.batch) > 1 else ()
    why = why_not_here(inspection, batch) if here is None else ""
    rows = zip(SECOND, values[2:], here or (None, None), strict=True)
    if differs := differing(rows):
        why = "" if first.recorded else OTHER_DRAW
    return told | {
        "batch": list(known.batch),
        "here": same,
        "differs": {name: _known(share) for name, share in differs.items()},
        "why": why or None,
    }


def _detections(sample: Sample, stage: StageResult) -> list[dict[str, Any]]:
    found = stage.detections
    assert found is not None
    rows = zip(
        found.classes.tolist(), found.scores.tolist(), found.original.tolist(), found.proposal.tolist(), strict=True
    )
    return [
        {"class": class_word(sample, kind), "score": score, "box": box, "proposal": proposal}
        for kind, score, box, proposal in rows
    ]


def _way(inspection: Inspection, last: StageResult, way: Way) -> dict[str, Any]:
    def place(number: int) -> int | None:
        return None if number < 0 else number

    return {
        "index": way.gt,
        "class": inspection.sample.class_name(way.gt),
        "anchor": place(way.anchor),
        "anchor_iou": _known(way.anchor_iou),
        "anchor_fate": None if way.anchor_fate is None else way.anchor_fate.name.lower(),
        "proposal": place(way.proposal),
        "proposal_iou": _known(way.proposal_iou) if way.proposal >= 0 else None,
        "label": None if way.label is None else LABEL_WORDS[way.label],
        "ground_truth": place(way.owner),
        "sampled": way.sampled,
        "positives": way.positives,
        "drawn": way.drawn,
        "end": way.end,
        "furthest": place(way.furthest),
        "score": _known(way.score),
        "detection": place(way.detection),
        "detection_iou": _known(way.detection_iou),
        "suppressor": place(way.suppressor),
        "suppressor_iou": _known(way.suppressor_iou),
        "why": _why(inspection, last, way),
    }


def _why(inspection: Inspection, last: StageResult, way: Way) -> str | None:
    """Return what became of the proposal that comes furthest, in the panel's words, None without one."""
    if way.furthest < 0:
        return None
    facts = inspection.explain_candidate(int(last.candidate_of()[way.furthest]), last.name)
    return str(candidate_end(last, facts, inspection.sample).words) or None


def _known(value: float | None) -> float | None:
    return float(value) if value is not None and math.isfinite(value) else None
