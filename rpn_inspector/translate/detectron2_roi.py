"""detectron2's second stage: the standard heads over a pyramid's maps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rpn_inspector.translate.box_losses import take_box_loss
from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import Given, Misfit, flag, items, number, word

Of = Callable[[str], Given]
BASE = "fasterrcnn-detectron2"
NAME = "StandardROIHeads"  # others pool otherwise, or have several heads
DEFAULTS: dict[str, Any] = {
    "MODEL.ROI_HEADS.NAME": "Res5ROIHeads",
    "MODEL.ROI_HEADS.IN_FEATURES": ["res4"],
    "MODEL.ROI_HEADS.IOU_THRESHOLDS": [0.5],
    "MODEL.ROI_HEADS.IOU_LABELS": [0, 1],
    "MODEL.ROI_HEADS.BATCH_SIZE_PER_IMAGE": 512,
    "MODEL.ROI_HEADS.POSITIVE_FRACTION": 0.25,
    "MODEL.ROI_HEADS.SCORE_THRESH_TEST": 0.05,
    "MODEL.ROI_HEADS.NMS_THRESH_TEST": 0.5,
    "MODEL.ROI_HEADS.PROPOSAL_APPEND_GT": True,
    "MODEL.ROI_BOX_HEAD.BBOX_REG_LOSS_TYPE": "smooth_l1",
    "MODEL.ROI_BOX_HEAD.BBOX_REG_LOSS_WEIGHT": 1.0,
    "MODEL.ROI_BOX_HEAD.BBOX_REG_WEIGHTS": (10.0, 10.0, 5.0, 5.0),
    "MODEL.ROI_BOX_HEAD.SMOOTH_L1_BETA": 0.0,
    "MODEL.ROI_BOX_HEAD.CLS_AGNOSTIC_BBOX_REG": False,
    "MODEL.ROI_BOX_HEAD.USE_SIGMOID_CE": False,
    "MODEL.ROI_BOX_HEAD.USE_FED_LOSS": False,
    "MODEL.ROI_BOX_HEAD.TRAIN_ON_PRED_BOXES": False,
}


def translate_second_stage(draft: Draft, of: Of, strides: dict[str, int], epsilon: Given) -> None:
    """Translate the second stage.

    Args:
        draft: the recipe on the way.
        of: gives the value of a key that has a default.
        strides: of the feature maps by name.
        epsilon: of IoU losses.
    """
    roi = draft.under("stage.roi")
    with roi.part():
        bounds, labels = of("MODEL.ROI_HEADS.IOU_THRESHOLDS"), of("MODEL.ROI_HEADS.IOU_LABELS")
        parts = items(bounds)
        if [label.value for label in items(labels)] != [0, 1] or len(parts) != 1:
            raise Misfit(labels, "labels 0, 1 and one threshold")
        roi.put("matcher.positive", number(parts[0]), bounds, labels)
        roi.put("matcher.negative", number(parts[0]), bounds, labels)
    roi.take("sampler.batch", of("MODEL.ROI_HEADS.BATCH_SIZE_PER_IMAGE"))
    roi.take("sampler.positive_fraction", of("MODEL.ROI_HEADS.POSITIVE_FRACTION"))
    roi.take("coder.weights", of("MODEL.ROI_BOX_HEAD.BBOX_REG_WEIGHTS"))
    kind, beta = of("MODEL.ROI_BOX_HEAD.BBOX_REG_LOSS_TYPE"), of("MODEL.ROI_BOX_HEAD.SMOOTH_L1_BETA")
    take_box_loss(roi, kind, beta, epsilon)
    roi.take("loss.box_weight", of("MODEL.ROI_BOX_HEAD.BBOX_REG_LOSS_WEIGHT"))
    with roi.part():
        added, agnostic = (
            of("MODEL.ROI_HEADS.PROPOSAL_APPEND_GT"),
            of("MODEL.ROI_BOX_HEAD.CLS_AGNOSTIC_BBOX_REG"),
        )
        roi.put("add_gt", "last" if flag(added) else "off", added)
        roi.put("deltas", "one" if flag(agnostic) else "per_class", agnostic)
    with roi.part():
        _level(roi, of, strides)
    roi.take("detections.min_score", of("MODEL.ROI_HEADS.SCORE_THRESH_TEST"))
    roi.take("detections.nms", of("MODEL.ROI_HEADS.NMS_THRESH_TEST"))
    roi.take("detections.keep", of("TEST.DETECTIONS_PER_IMAGE"))
    for key in ("USE_SIGMOID_CE", "USE_FED_LOSS", "TRAIN_ON_PRED_BOXES"):
        given = of(f"MODEL.ROI_BOX_HEAD.{key}")
        if given.value is True:
            roi.leave(given, "no place for it in a second stage")


def _level(draft: Draft, of: Of, strides: dict[str, int]) -> None:
    features = of("MODEL.ROI_HEADS.IN_FEATURES")
    names = [word(each) for each in items(features)]
    if not names or any(strides.get(name, 0) < 1 for name in names):
        raise Misfit(features, f"feature maps whose stride is known: {', '.join(strides)}")
    draft.put("level.names", [name.upper() for name in names], features)
    draft.put("level.lowest", strides[names[0]].bit_length() - 1, features)
