"""YOLOv5's live models: the anchors of the head, and the gains that its trainer attaches as ``hyp``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rpn_inspector.translate.attributes import plain, told
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Misfit, Origin, given_of, numbers
from rpn_inspector.translate.level_names import level_names
from rpn_inspector.translate.yolov5_hyp import BASE, LIBRARY, PLACES

BALANCE = (4.0, 1.0, 0.25, 0.06, 0.02)  # of objectness by level, where there are not three
LOSS = "the loss"
UNLIKE = {  # attributes of a ComputeLoss: the usual value, and what another one does
    "gr": (1, "objectness targets there are 1 - gr + gr IoU, here the IoU"),
    "sort_obj_iou": (
        False,
        "of several pairs in one place the highest IoU is its objectness target there, here the last",
    ),
    "autobalance": (False, "the levels' weights follow each batch's losses there, here they stay"),
}


def head_of(model: Any) -> Any:
    """Return the head of a model, None where it is no head of YOLOv5's."""
    parts: Any = getattr(model, "model", None)
    head = parts[-1] if hasattr(parts, "__getitem__") and len(parts) else None
    return head if all(hasattr(head, name) for name in ("anchors", "stride", "nl", "na", "nc", "no")) else None


def knows(model: Any) -> bool:
    """Return whether a model is one of YOLOv5's."""
    return head_of(model) is not None


def translate_model(
    model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False, loss: Any = None
) -> Translation:
    """Return the recipe of a model, and of its ``ComputeLoss`` where given; ``shapes`` are not needed.

    Raises `BadRecipe` with every problem at once.
    """
    draft, head, kind = Draft(BASE, LIBRARY), head_of(model), type(model).__name__
    strides, path = plain(head.stride), "model[-1]"
    down = told(strides, f"{path}.stride")
    with draft.part():
        if any(not float(stride).is_integer() for stride in strides):
            raise Misfit(down, "whole strides")
        sides = [
            [[stride * side for side in pair] for pair in level]
            for level, stride in zip(plain(head.anchors), strides, strict=True)
        ]
        draft.put("anchors.shapes", sides, told(plain(head.anchors), f"{path}.anchors"), down)
        draft.put("anchors.strides", [int(stride) for stride in strides], down)
        draft.put("anchors.names", level_names([int(stride) for stride in strides]), down)
    gains = {key: told(value, f"hyp[{key!r}]") for key, value in (getattr(model, "hyp", None) or {}).items()}
    for key, place in PLACES.items():
        if key in gains:
            draft.take(place, gains[key])
    if "cls" in gains and gains.get("obj") is not None and gains["obj"].value:
        draft.put("loss.class_weight", gains["cls"].value / gains["obj"].value, gains["cls"], gains["obj"])
    if len(strides) != 3:
        draft.put("loss.level_weights", list(BALANCE[: len(strides)]), told(len(strides), f"{path}.nl"))
    with draft.part():
        _of_loss(draft, loss, len(strides))
    if not gains:
        draft.leave(told(None, "hyp"), f"attached by the trainer alone; the gains are those of {BASE}")
    draft.leave(told(None, "imgsz"), f"not in the model; the input size is that of {BASE}")
    return draft.finish(kind, kind, "a model of YOLOv5")


def _of_loss(draft: Draft, loss: Any, levels: int) -> None:
    """Put the level weights that a ``ComputeLoss`` holds, and say what it does otherwise than a recipe."""
    if hasattr(loss, "balance"):
        balance = given_of(plain(loss.balance), Origin(LOSS, "balance"))
        draft.put("loss.level_weights", numbers(balance)[:levels], balance)
    for name, (usual, words) in UNLIKE.items():
        found = given_of(plain(getattr(loss, name, usual)), Origin(LOSS, name))
        if found.value != usual:
            draft.leave(found, words)
