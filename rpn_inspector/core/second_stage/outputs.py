"""The recorded outputs of a network behind the proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class StageOutputs:
    """What one head said, and what the trainer made of it.

    Args:
        logits: (S, K + 1), a row for each proposal, for each candidate, or for each of ``sampled``.
        deltas: (S, slots * 4), the same rows.
        level: the map each proposal was pooled from, (R,), None where not recorded.
        sampled: (M,) the trainer's mini-batch, places among the candidates in the library's order.
        gt: (M,) the ground truth of each of ``sampled``, -1 background.
        loss_class: the trainer's loss, of the whole batch.
        loss_box: the trainer's loss, of the whole batch.
    """

    logits: Array | None = None
    deltas: Array | None = None
    level: Array | None = None
    sampled: Array | None = None
    gt: Array | None = None
    loss_class: float | None = None
    loss_box: float | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RoiOutputs:
    """Proposals and heads of one picture.

    Args:
        proposals: (R, 4) network px, before ground truths join; None: those the recipe makes of the first stage.
        heads: by the name of the recipe's stage.
        mode: whether the network trained.
    """

    proposals: Array | None = None
    heads: Mapping[str, StageOutputs] = field(default_factory=dict)
    mode: Literal["", "train", "eval"] = ""
