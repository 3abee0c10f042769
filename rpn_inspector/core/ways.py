"""A ground truth's way through a two-stage detector: best anchor, proposal, label, detection, or where it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.best_overlaps import BestOverlaps
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.proposals import Proposals
from rpn_inspector.core.second_stage.detecting import Detected
from rpn_inspector.core.second_stage.head_outputs import has_column
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.words import FATE_KEYS

Array = npt.NDArray[Any]
UNKNOWN, NO_PROPOSAL = "unknown", "no_proposal"
# the nearer to a detection, the later
ORDER = (Fate.CUT_LEVEL, Fate.LOW_SCORE, Fate.TOO_SMALL, Fate.SUPPRESSED, Fate.CUT_FINAL, Fate.KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One ground truth's way.

    Args:
        gt: the ground truth, from 0.
        anchor: the best anchor, flat, -1 none.
        anchor_iou: of the best anchor.
        anchor_fate: of the best anchor's decoded box, None without outputs.
        proposal: the proposal of highest IoU, from 0, -1 where none overlaps.
        proposal_iou: of the same.
        label: of the same: 1, 0 or -1; None without one.
        owner: the ground truth it is assigned to, -1 none.
        sampled: whether it is in the mini-batch.
        positives: the number of proposals assigned to the ground truth by the last stage.
        drawn: the number of those in the mini-batch.
        end: where the proposal that comes furthest ends: a fate as in `FATE_KEYS`, or ``unknown``, ``no_proposal``.
        furthest: the same proposal, -1 none.
        score: of the same, for the ground truth's class; None where not known.
        detection: the number among the detections, from 0, -1 none.
        detection_iou: of the detection, None without.
        suppressor: the detection of the class that suppressed it, -1 none.
        suppressor_iou: of both boxes, None without.
    """

    gt: int
    anchor: int
    anchor_iou: float
    anchor_fate: Fate | None
    proposal: int = -1
    proposal_iou: float = 0.0
    label: int | None = None
    owner: int = -1
    sampled: bool = False
    positives: int = 0
    drawn: int = 0
    end: str = UNKNOWN
    furthest: int = -1
    score: float | None = None
    detection: int = -1
    detection_iou: float | None = None
    suppressor: int = -1
    suppressor_iou: float | None = None


def ways_of(
    gt: Array, kinds: Array, overlap: BestOverlaps, proposals: Proposals | None, stages: Sequence[StageResult]
) -> tuple[Way, ...]:
    """Return each ground truth's way, () without a stage.

    Args:
        gt: (G, 4) network px.
        kinds: (G,) classes, from 0.
        overlap: of anchors and ground truths.
        proposals: of the first stage, None without outputs.
        stages: over the proposals, in order.
    """
    if not stages:
        return ()
    first, last = stages[0], stages[-1]
    drawn_first = np.concatenate([first.sampled_positive, first.sampled_negative])
    found = []
    for number, box in enumerate(gt):
        anchor = int(overlap.gt_best_anchor[number])
        known: dict[str, Any] = {}
        iou = iou_with(np.asarray(box, np.float32), first.proposals)
        if iou.max(initial=0) > 0:
            best = int(iou.argmax())
            place = int(np.flatnonzero(first.source == best)[0])
            known = {
                "proposal": best,
                "proposal_iou": float(iou[best]),
                "label": int(first.label[place]),
                "owner": int(first.gt[place]),
                "sampled": bool((drawn_first == place).any()),
            }
        mine = np.flatnonzero((last.gt == number) & (last.source >= 0))
        fate = None if proposals is None or anchor < 0 else Fate(int(proposals.fate[anchor]))
        found.append(
            Way(
                gt=number,
                anchor=anchor,
                anchor_iou=float(overlap.gt_best_iou[number]),
                anchor_fate=fate,
                positives=len(mine),
                drawn=int(np.isin(mine, last.sampled_positive).sum()),
                **known,
                **_end(np.asarray(box, np.float32), int(kinds[number]), last.source[mine], last.detections),
            )
        )
    return tuple(found)


def _end(box: Array, kind: int, mine: Array, detected: Detected | None) -> dict[str, Any]:
    """Return the end of the proposals ``mine`` (n,) of one ground truth, by the fields of `Way`."""
    classes = 0 if detected is None else detected.pair_fate.shape[1]
    if detected is None or not has_column(kind, classes):
        return {}
    if not len(mine):
        return {"end": NO_PROPOSAL}
    fates, scores = detected.pair_fate[mine, kind], detected.pair_score[mine, kind]
    rank = np.array([ORDER.index(Fate(fate)) for fate in fates.tolist()])
    best = int(np.lexsort((-scores, -rank))[0])
    fate = Fate(int(fates[best]))
    found: dict[str, Any] = {"end": FATE_KEYS[fate], "furthest": int(mine[best]), "score": float(scores[best])}
    if fate == Fate.KEPT:
        number = detected.number_of(int(mine[best]), kind)
        iou = iou_with(box, detected.boxes[number : number + 1])[0]
        return found | {"detection": number, "detection_iou": float(iou)}
    if fate == Fate.SUPPRESSED:
        place = int(detected.suppressed.searchsorted(mine[best] * classes + kind))
        by = detected.number_of(int(detected.suppressor[place]) // classes, kind)
        return found | {"suppressor": by, "suppressor_iou": float(detected.suppressed_iou[place])}
    return found
