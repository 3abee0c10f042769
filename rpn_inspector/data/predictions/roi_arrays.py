"""The arrays of a dump that belong to the stages behind the proposals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.taker import MOST_LEVELS, Taker

FIRST = "roi"  # the stage over the proposals, whose losses have the trainer's names
LOSSES = {"class": "loss_classifier", "box": "loss_roi_box"}
ENDINGS = ("_logits", "_deltas", "_sampled", "_level")


def rois_of(take: Taker, truths: int | None = None) -> RoiOutputs | None:
    """Return the proposals and heads, None without any; raises `BadPredictions` naming the trouble.

    ``truths`` is the number of the trainer's ground truths, None where they were not recorded.
    """
    names, unread = _stages(take.arrays)
    proposals = take.numbers("proposals", 2) if "proposals" in take.arrays else None
    if proposals is not None and (proposals.shape[1] != 4 or not np.isfinite(proposals).all()):
        raise take.misshapen("proposals", f"has shape {proposals.shape}", "finite boxes (R, 4)")
    if proposals is None and not names and not unread:
        return None
    heads = {name: _stage(take, name, truths) for name in sorted(names)}
    return RoiOutputs(proposals=proposals, heads=heads, mode=take.mode(), unread=unread)


def _stages(arrays: Mapping[str, Array]) -> tuple[set[str], tuple[str, ...]]:
    """Return the names of stages, with logits and deltas or with a sample, and arrays that only look like it."""
    like = [(name, end) for name in sorted(arrays) for end in ENDINGS if name.endswith(end)]
    names = {name.removesuffix(end) for name, end in like}
    stages = {one for one in names if {f"{one}_logits", f"{one}_deltas"} <= arrays.keys() or f"{one}_sampled" in arrays}
    return stages, tuple(name for name, end in like if name.removesuffix(end) not in stages)


def _stage(take: Taker, name: str, truths: int | None) -> StageOutputs:
    logits, deltas, level, gt = (f"{name}_{part}" for part in ("logits", "deltas", "level", "gt"))
    here = take.arrays
    if (logits in here) != (deltas in here):
        missing, there = (deltas, logits) if logits in here else (logits, deltas)
        raise take.bad(missing, "is missing", f"both {there} and {missing}")
    owners = take.owners(gt)
    if truths is not None and owners is not None and owners.size and owners.max() >= truths:
        of = f"-1 to {truths - 1}, places in gt" if truths else "-1, as gt is empty"
        raise take.bad(gt, f"holds {owners.max()}", of)
    return StageOutputs(
        logits=take.numbers(logits, 2) if logits in here else None,
        deltas=take.numbers(deltas, 2, 3) if deltas in here else None,
        level=_levels(take, level),
        sampled=take.indices(f"{name}_sampled"),
        gt=owners,
        loss_class=take.number(_loss(name, "class")),
        loss_box=take.number(_loss(name, "box")),
    )


def _levels(take: Taker, name: str) -> Array | None:
    """Return the maps pooled from (R,), None where missing; against the recipe's own maps they are compared later."""
    found = take.indices(name)
    if found is not None and found.size and found.max() >= MOST_LEVELS:
        raise take.bad(name, f"holds {found.max()}", f"maps from 0 to {MOST_LEVELS - 1}")
    return found


def _loss(name: str, kind: str) -> str:
    return LOSSES[kind] if name == FIRST else f"loss_{name}_{kind}"


def roi_arrays(rois: RoiOutputs | None) -> dict[str, Array]:
    """Return the arrays of `RoiOutputs` by the names of a dump, as `rois_of` reads."""
    if rois is None:
        return {}
    found: dict[str, Any] = {"proposals": rois.proposals}
    for name, head in rois.heads.items():
        for part in ("logits", "deltas", "level", "sampled", "gt"):
            found[f"{name}_{part}"] = getattr(head, part)
        found[_loss(name, "class")], found[_loss(name, "box")] = head.loss_class, head.loss_box
    return {name: _typed(name, values) for name, values in found.items() if values is not None}


def _typed(name: str, values: Any) -> Array:
    floats = name == "proposals" or name.endswith(("_logits", "_deltas"))
    return np.asarray(values, np.float32 if floats else None)
