"""RetinaFace's settings (``biubug6/Pytorch_Retinaface``): priors, variances, and what its loss was made with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rpn_inspector.translate.attributes import plain
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Given, Origin, flag, given_of, items, number, numbers, whole
from rpn_inspector.translate.level_names import level_names

LIBRARY, BASE = "Pytorch_Retinaface", "retinaface-mobilenet"
HEADS = ("ClassHead", "BboxHead", "LandmarkHead")
CFG, LOSS = "cfg", "the loss"


def knows(model: Any) -> bool:
    """Return whether a model has RetinaFace's three heads."""
    return all(hasattr(model, name) for name in HEADS)


def translate_settings(cfg: Mapping[str, Any], loss: Any = None) -> Translation:
    """Return the recipe of the settings ``cfg`` and of a ``MultiBoxLoss``, None without.

    Raises `BadRecipe` with every problem at once.
    """
    draft = Draft(BASE, LIBRARY)

    def said(key: str, usual: Any) -> Given:
        return given_of(
            plain(cfg[key]) if key in cfg else usual, Origin(CFG if key in cfg else "default of train.py", key)
        )

    with draft.part():
        side = said("image_size", 640)
        draft.put("resize.size", [whole(side)] * 2, side)
    with draft.part():
        steps, sizes = said("steps", [8, 16, 32]), said("min_sizes", [[16, 32], [64, 128], [256, 512]])
        strides = [whole(step) for step in items(steps)]
        draft.put("anchors.strides", strides, steps)
        draft.put("anchors.names", level_names(strides), steps)
        draft.put("anchors.sizes", [numbers(level) for level in items(sizes)], sizes)
        clip = said("clip", False)
        if flag(clip):
            draft.leave(clip, "priors are not clipped here")
    with draft.part():
        draft.take("loss.box_weight", said("loc_weight", 1.0))
        variance = said("variance", [0.1, 0.2])
        if loss is not None and hasattr(loss, "variance"):  # what targets are coded with
            variance = _of_loss(loss, "variance")
        centre, size = numbers(variance, 2)
        draft.put("coder.stds", [centre, centre, size, size], variance)
    if loss is not None:
        with draft.part():
            threshold, ratio = _of_loss(loss, "threshold"), _of_loss(loss, "negpos_ratio")
            draft.put("matcher.positive", number(threshold), threshold)
            draft.put("matcher.negative", number(threshold), threshold)
            draft.put("sampler.negatives_per_positive", number(ratio), ratio)
    return draft.finish("retinaface", "cfg", "RetinaFace")


def _of_loss(loss: Any, name: str) -> Given:
    return given_of(plain(getattr(loss, name)), Origin(LOSS, name))
