"""From the proposals and classes of a second stage to its detections, step by step."""

from __future__ import annotations

import numpy as np

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.fates import THRESHOLDS, Funnel, FunnelRow, Recall
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.second_stage.result import StageResult

STEPS = {"score": Fate.LOW_SCORE, "size": Fate.TOO_SMALL, "nms": Fate.SUPPRESSED}
"""The steps between all pairs of proposal and class and the detections, and the fate of who is lost there."""


def stage_funnel(one: StageResult) -> Funnel | None:
    """Return the funnel of a stage's pairs of proposal and class, by the map pooled from; None without detections."""
    found = one.detections
    if found is None:
        return None
    level, classes = one.level[one.candidate_of()], found.pair_fate.shape[1]
    rows = []
    for number, name in enumerate(one.stage.level.names or ("",)):
        fates = found.pair_fate[level == number] if one.stage.level.names else found.pair_fate
        counts = np.bincount(fates.reshape(-1), minlength=len(Fate))
        left = [len(fates) * classes]
        left += [left[0] - int(sum(counts[fate] for fate in list(STEPS.values())[: n + 1])) for n in range(len(STEPS))]
        rows.append(FunnelRow(name, (*left, int(counts[Fate.KEPT]))))
    every = np.bincount(found.pair_fate.reshape(-1), minlength=len(Fate))
    return Funnel(
        steps=("pairs", *STEPS, "kept"),
        rows=tuple(rows),
        total=FunnelRow("all", tuple(sum(column) for column in zip(*(row.left for row in rows), strict=True))),
        fates={kind: int(every[kind]) for kind in Fate},
    )


def detection_recall(inspection: Inspection, one: StageResult) -> tuple[Recall, ...]:
    """Return the share of the ground truths in use that a detection of their own class covers; () without either."""
    found, used = one.detections, np.flatnonzero(inspection.used)
    if found is None or not used.size:
        return ()
    best = np.zeros(len(used), np.float32)
    for place, gt in enumerate(used.tolist()):
        mine = found.boxes[found.classes == inspection.sample.gt_class[gt]]
        best[place] = iou_with(inspection.gt[gt].astype(np.float32), mine).max(initial=0)
    half, seven = THRESHOLDS
    return (
        Recall(step="kept", at_half=float((best >= half).mean()), at_seven=float((best >= seven).mean()), best=best),
    )
