"""Which box loss of a recipe a library's name for one means."""

from __future__ import annotations

from typing import get_args

from rpn_inspector.core.spec import hints_of
from rpn_inspector.core.specs import LossSpec
from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import Config, Given, flag, word

Arguments = dict[str, tuple[str, float | str]]
# by class: the recipe's name, and the places of the arguments with their defaults
MMDETECTION: dict[str, tuple[str, Arguments]] = {
    "SmoothL1Loss": ("smooth_l1", {"beta": ("beta", 1.0)}),
    "BalancedL1Loss": (
        "balanced_l1", {"alpha": ("balanced_alpha", 0.5), "gamma": ("balanced_gamma", 1.5), "beta": ("beta", 1.0)},
    ),
    "IoULoss": ("iou", {"eps": ("epsilon", 1e-6), "mode": ("iou_mode", "log")}),
    "GIoULoss": ("giou", {"eps": ("epsilon", 1e-6)}),
    "DIoULoss": ("diou", {"eps": ("epsilon", 1e-6)}),
    "CIoULoss": ("ciou", {"eps": ("epsilon", 1e-6)}),
    "EIoULoss": ("eiou", {"eps": ("epsilon", 1e-6), "smooth_point": ("beta", 0.1)}),
    "SIoULoss": ("siou", {"eps": ("epsilon", 1e-6)}),
    "BoundedIoULoss": ("bounded_iou", {"eps": ("epsilon", 1e-3), "beta": ("beta", 0.2)}),
}  # fmt: skip
OF_T = ("L1Loss", "SmoothL1Loss", "BalancedL1Loss")
NO_LOSS = "no box loss of a recipe; the numbers of the box loss here are those of smooth L1"
TORCHVISION = ("giou", "ciou")  # whose form differs from MMDetection's


def take_box_loss(draft: Draft, kind: Given, beta: Given, epsilon: Given) -> None:
    """Set the box loss that torchvision and detectron2 call ``kind``; one that a recipe lacks is left.

    Args:
        draft: the recipe on the way.
        kind: smooth_l1, l1, or an IoU loss's name.
        beta: the knee of smooth L1.
        epsilon: of an IoU loss.
    """
    if kind.value == "l1":
        draft.put("loss.beta", 0.0, kind)
    elif kind.value == "smooth_l1":
        draft.take("loss.beta", beta)
    elif kind.value in get_args(hints_of(LossSpec)["box"]):
        draft.put("loss.box", kind.value, kind)
        draft.take("loss.epsilon", epsilon)
        if kind.value in TORCHVISION:
            draft.put("loss.iou_form", "torchvision", kind)
    else:
        draft.leave(kind, NO_LOSS)


def take_mmdet_box_loss(draft: Draft, table: Config, decoded: Given) -> None:
    """Set the box loss of an MMDetection ``loss_bbox``; one that a recipe lacks is left.

    Args:
        draft: the recipe on the way.
        table: type and arguments of the loss.
        decoded: ``reg_decoded_bbox``: whether boxes are compared, and not t.
    """
    kind = table.get("type", "SmoothL1Loss")
    name, arguments = MMDETECTION.get(word(kind), ("", {}))
    if flag(decoded) == (kind.value in OF_T):
        draft.leave(decoded, f"no loss of a recipe compares {'boxes' if flag(decoded) else 't'} by {kind.value}")
    elif kind.value == "L1Loss":
        draft.put("loss.beta", 0.0, kind)
    elif name in get_args(hints_of(LossSpec)["box"]):
        draft.put("loss.box", name, kind)
        for key, (place, default) in arguments.items():
            draft.take(f"loss.{place}", table.get(key, default))
        linear = table.get("linear", False)
        if kind.value == "IoULoss" and flag(linear):  # wins over the mode there
            draft.put("loss.iou_mode", "linear", linear)
    else:
        draft.leave(kind, NO_LOSS)
