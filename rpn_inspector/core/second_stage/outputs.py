"""The recorded outputs of a network behind the proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.errors import BadLayout

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

    def __post_init__(self) -> None:
        """Make arrays of what is like one; raises `BadLayout`."""
        for name, dtype in (("logits", "float32"), ("deltas", "float32"), ("level", ""), ("sampled", ""), ("gt", "")):
            object.__setattr__(self, name, _array(name, getattr(self, name), dtype))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RoiOutputs:
    """Proposals and heads of one picture.

    Args:
        proposals: (R, 4) network px, before ground truths join; None: those the recipe makes of the first stage.
        heads: by the name of the recipe's stage.
        mode: whether the network trained.
        unread: the names of arrays that look like a stage's and belong to none.
    """

    proposals: Array | None = None
    heads: Mapping[str, StageOutputs] = field(default_factory=dict)
    mode: Literal["", "train", "eval"] = ""
    unread: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make an array of ``proposals``; raises `BadLayout` for another shape than (R, 4)."""
        boxes = _array("proposals", self.proposals, "float32")
        if boxes is not None and not boxes.size:
            boxes = boxes.reshape(0, 4)
        if boxes is not None and (boxes.ndim != 2 or boxes.shape[1] != 4):
            raise BadLayout(f"proposals has shape {boxes.shape}, wanted (R, 4)")
        object.__setattr__(self, "proposals", boxes)

    def without_losses(self) -> RoiOutputs:
        """Return the outputs without what the trainer reported."""
        heads = {name: replace(head, loss_class=None, loss_box=None) for name, head in self.heads.items()}
        return replace(self, heads=heads)


def _array(name: str, values: npt.ArrayLike | None, dtype: str) -> Array | None:
    """Return ``values`` as an array, None without; raises `BadLayout` where rows differ in length."""
    if values is None:
        return None
    try:
        found = np.asarray(values, dtype or None)
    except (TypeError, ValueError):
        raise BadLayout(f"{name}: wanted an array of numbers with rows of one length") from None
    if not found.ndim:
        raise BadLayout(f"{name}: found one number, wanted an array")
    return found
