"""Where a ground truth is lost behind the proposals of a detector of several stages."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rpn_inspector.core.fate import Fate
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.words import FATE_KEYS

_FATES = {key: Fate(number) for number, key in enumerate(FATE_KEYS)}


class LostLater(NamedTuple):
    """The fate of the answer that came furthest, and its score, NaN where not known."""

    fate: Fate
    score: float


def last_stage(inspection: Inspection) -> StageResult | None:
    """Return the last stage, None without one or where no detections of it are known."""
    last = list(inspection.stages.values())[-1] if inspection.stages else None
    return None if last is None or last.detections is None else last


def lost_later(inspection: Inspection) -> dict[int, LostLater]:
    """Return, by ground truth from 0, the fate in the last stage; not of one that no proposal came for."""
    if last_stage(inspection) is None:
        return {}
    return {
        way.gt: LostLater(_FATES[way.end], np.nan if way.score is None else way.score)
        for way in inspection.ways()
        if way.end in _FATES
    }
