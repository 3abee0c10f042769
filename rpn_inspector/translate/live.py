"""From a live model to its recipe: each library's reader is asked in turn; no framework is imported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.translate import detectron2_model, mmdet_model, torchvision_model, ultralytics_model, yolov5_model
from rpn_inspector.translate.draft import Translation

NO_ANCHORS = {"FCOS": "has points and no anchors", "DETR": "has no anchors"}
WANTED = (
    "Faster, Mask, Keypoint R-CNN, RetinaNet, SSD of torchvision, "
    "a detector of detectron2, MMDetection, YOLOv5 or Ultralytics"
)


def translation_of(model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False) -> Translation:
    """Return the recipe of a live model, its anchors, thresholds and sizes, with the origin of each field.

    What a recipe has no place for stands in its ``reproduces_not``. Raises `InspectorError` for a model without
    anchors, `BadRecipe` with every problem at once.

    Args:
        model: the model, bare or wrapped for several devices.
        shapes: (H, W) of each feature map for an input of 512 x 512 px, or of SSD's own size; torchvision's models do
            not know them, so without, the backbone is asked once with an empty picture.
        training: the numbers of training where they differ from those of testing, as those of proposals do.
    """
    while hasattr(model, "module") and not hasattr(model, "backbone"):  # DataParallel and its kin
        model = model.module
    names = [kind.__name__ for kind in type(model).__mro__]
    for name in names:
        if name in NO_ANCHORS:
            raise InspectorError(f"{name} {NO_ANCHORS[name]}, wanted {WANTED}")
    for reader in (torchvision_model, detectron2_model, mmdet_model, yolov5_model, ultralytics_model):
        if reader.knows(model):
            found: Translation = reader.translate_model(model, shapes, training)
            return found
    raise InspectorError(f"{names[0]} is no model that is known, wanted {WANTED}")
