"""Ultralytics' live detection models (YOLOv8 to YOLO26): the head, and the trainer's gains, attached as ``args``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rpn_inspector.translate.attributes import plain, told
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Misfit
from rpn_inspector.translate.level_names import level_names

LIBRARY = "ultralytics"
GAINS = {"box": "loss.box_weight", "cls": "loss.objectness_weight", "dfl": "loss.distance_weight"}
ASSIGNER = {"topk": "matcher.topk", "alpha": "matcher.alpha", "beta": "matcher.beta"}


def head_of(model: Any) -> Any:
    """Return the detection head of a model, None where it is no head of Ultralytics' over points.

    Heads of masks and of rotated boxes are none: their losses are others.
    """
    parts: Any = getattr(model, "model", None)
    head: Any = parts[-1] if hasattr(parts, "__getitem__") and len(parts) else None
    points = all(hasattr(head, name) for name in ("reg_max", "stride", "nl", "nc", "no"))
    points = points and not any(hasattr(head, name) for name in ("nm", "ne"))  # masks, angles
    return head if points and int(head.no) == int(head.nc) + 4 * int(head.reg_max) else None


def net_of(model: Any) -> Any:
    """Return the network of a model, which the library's ``YOLO`` holds inside; None for another model."""
    return next((each for each in (model, getattr(model, "model", None)) if head_of(each) is not None), None)


def end_to_end(head: Any) -> bool:
    """Return whether a one-to-one head, which detects, trains beside the one-to-many head."""
    return getattr(head, "one2one_cv3", None) is not None


def knows(model: Any) -> bool:
    """Return whether a model is one of Ultralytics'."""
    return net_of(model) is not None


def translate_model(
    model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False, branch: str = ""
) -> Translation:
    """Return the recipe of a model; ``shapes`` are not needed. Raises `BadRecipe` with every problem at once.

    ``branch``: ``one2many`` or ``one2one`` of a model with both, by default the one that detects.
    """
    model = net_of(model)
    head, kind = head_of(model), type(model).__name__
    one_to_one = end_to_end(head) and branch != "one2many"
    bins = int(head.reg_max)
    base = {(False, False): "yolov8", (True, False): "yolov10", (False, True): "yolo26-one2many"}.get(
        (one_to_one, bins == 1), "yolo26"
    )
    draft, path, strides = Draft(base, LIBRARY), "model[-1]", plain(head.stride)
    down = told(strides, f"{path}.stride")
    with draft.part():
        if any(not float(stride).is_integer() for stride in strides):
            raise Misfit(down, "whole strides")
        whole = [int(stride) for stride in strides]
        draft.put("anchors.strides", whole, down)
        draft.put("anchors.names", level_names(whole), down)
    draft.put("coder.bins", bins, told(bins, f"{path}.reg_max"))
    _assigner(draft, model, "one2one" if one_to_one else "one2many")
    given = getattr(model, "args", None)
    args = given if isinstance(given, dict) else vars(given) if given is not None else {}
    for key, place in GAINS.items():
        if args.get(key) is not None:
            draft.put(place, float(args[key]), told(args[key], f"args.{key}"))
    factors = plain(getattr(model, "class_weights", None))  # of cls_pw, from the counts in the dataset
    if factors is not None:
        draft.put("loss.class_factors", [float(each) for each in factors], told(factors, "class_weights"))
    size = args.get("imgsz")
    if isinstance(size, int):
        draft.put("resize.size", [size, size], told(size, "args.imgsz"))
    else:
        draft.leave(told(size, "args.imgsz"), f"not in the model; the input size is that of {base}")
    file = (getattr(model, "yaml", None) or {}).get("yaml_file", "")
    name = Path(str(file)).stem + ("-one2many" if end_to_end(head) and not one_to_one else "") if file else kind
    return draft.finish(name, name, "a model of Ultralytics")


def _assigner(draft: Draft, model: Any, branch: str) -> None:
    """Take the assigner's numbers where the model has been trained; else those of the library stand."""
    criterion = getattr(model, "criterion", None)
    assigner: Any = getattr(getattr(criterion, branch, criterion), "assigner", None)
    path = f"criterion.{branch}.assigner" if hasattr(criterion, branch) else "criterion.assigner"
    for name, place in ASSIGNER.items():
        if hasattr(assigner, name):
            draft.put(place, getattr(assigner, name), told(getattr(assigner, name), f"{path}.{name}"))
    topk, keep = getattr(assigner, "topk", None), getattr(assigner, "topk2", None)
    if topk is not None and keep is not None:
        draft.put("matcher.keep", int(keep) if int(keep) < int(topk) else 0, told(int(keep), f"{path}.topk2"))
    if hasattr(assigner, "stride_val"):  # shorter sides are enlarged to the second level's stride
        least = told(assigner.stride_val, f"{path}.stride_val")
        draft.put("matcher.small_side", float(assigner.stride_val), least)
