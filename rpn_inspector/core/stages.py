"""The stages after the proposals, one over the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Proposals
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.recorded_frame import Seen
from rpn_inspector.core.second_stage.head_outputs import HeadOutputs
from rpn_inspector.core.second_stage.outputs import RoiOutputs
from rpn_inspector.core.second_stage.result import PictureTruth, StageResult, run_stage, under

Array = npt.NDArray[Any]
SAME = 0.01  # network px within which a recorded proposal is a box decoded here


def stages_of(
    recipe: Recipe,
    seen: Seen,
    used: npt.NDArray[np.bool_],
    prediction: Prediction | None,
    proposals: Proposals | None,
    seed: int,
) -> dict[str, StageResult]:
    """Return the results of the recipe's further stages by name, up to the first without proposals.

    Args:
        recipe: with the stages.
        seen: the picture as the network saw it.
        used: (G,) the ground truths in the assignment.
        prediction: the outputs, None without.
        proposals: of the first stage, None without outputs.
        seed: of drawn mini-batches.
    """
    if not recipe.further or prediction is None or proposals is None or prediction.encoded_back:
        return {}
    rois = prediction.rois or RoiOutputs()
    boxes, before = proposals.boxes, proposals.anchor
    if rois.proposals is not None:
        boxes, before = rois.proposals, origins(rois.proposals, proposals)
    of = _truth(recipe, seen, used, seed, prediction.source)
    found: dict[str, StageResult] = {}
    heads: dict[str, HeadOutputs] = {}
    for name, stage in recipe.further:
        if stage.over == "boxes" and found:
            last = next(reversed(found.values()))
            if last.head is None:
                break
            heads[last.name] = last.head
            boxes, before = last.refined(seen.frame.network_size)
        found[name] = run_stage(name, stage, boxes, before, of, rois.heads.get(name), heads, rois.mode)
    return found


def stages_under(
    stages: Mapping[str, StageResult], recipe: Recipe, seen: Seen, used: npt.NDArray[np.bool_]
) -> dict[str, StageResult]:
    """Return the stages of a picture under other ground truths, each itself where nothing changes, as `under`.

    Args:
        stages: the results by name.
        recipe: with the stages.
        seen: the picture with the other ground truths.
        used: (G,) those in the assignment.
    """
    of = _truth(recipe, seen, used)
    found: dict[str, StageResult] = {}
    last: StageResult | None = None
    for name, one in stages.items():
        before = one.before
        if one.stage.over == "boxes" and last is not None:  # the candidates before may stand at other places
            before = found[last.name].candidate_of()[last.source[before]]
        found[name], last = under(one, before, of), one
    return found


def _truth(recipe: Recipe, seen: Seen, used: npt.NDArray[np.bool_], seed: int = 0, source: str = "") -> PictureTruth:
    ignored = recipe.ground_truth.roles(seen.sample.gt_kind, seen.gt)[1] & ~used
    return PictureTruth(
        frame=seen.frame,
        gt=seen.gt,
        kinds=seen.sample.gt_class,
        used=used,
        regions=seen.gt[ignored],
        dtype=recipe.dtype,
        seed=seed,
        source=source,
    )


def origins(boxes: Array, proposals: Proposals) -> npt.NDArray[np.int64]:
    """Return the anchor (R,) of each of ``boxes`` (R, 4) among the boxes decoded here, -1 where none is the same."""
    order = np.argsort(proposals.all_boxes[:, 0], kind="stable")
    ranked = proposals.all_boxes[order]
    starts = np.searchsorted(ranked[:, 0], boxes[:, 0] - SAME)
    ends = np.searchsorted(ranked[:, 0], boxes[:, 0] + SAME, "right")
    found = np.full(len(boxes), -1, np.int64)
    for place, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        near = np.abs(ranked[start:end] - boxes[place]).max(1, initial=0)
        if near.size and near.min() < SAME:
            found[place] = proposals.all_anchor[order[start + int(near.argmin())]]
    return found


def anchors_of(stages: Mapping[str, StageResult], name: str) -> npt.NDArray[np.int64]:
    """Return the anchor (C,) each candidate of stage ``name`` came from, through the stages before; -1 unknown or none.

    A ground truth among the candidates comes from no anchor.
    """
    came = np.zeros(0, np.int64)
    for one in stages.values():
        before = one.before
        if one.stage.over == "boxes" and came.size:
            before = np.where(before >= 0, came[before], -1)
        came, mine = np.full(one.grid.size, -1, np.int64), np.flatnonzero(one.source >= 0)
        came[mine] = before[one.source[mine]]
        if one.name == name:
            break
    return came


def unknown_origin(stages: Mapping[str, StageResult], name: str) -> npt.NDArray[np.bool_]:
    """Return which candidates (C,) of stage ``name`` go back to a recorded proposal that no box decoded here equals."""
    unknown = np.zeros(0, bool)
    for one in stages.values():
        mine = np.flatnonzero(one.source >= 0)
        before = one.before[one.source[mine]]
        lost = unknown[before] if one.stage.over == "boxes" and unknown.size else before < 0
        unknown = np.zeros(one.grid.size, bool)
        unknown[mine] = lost
        if one.name == name:
            break
    return unknown
