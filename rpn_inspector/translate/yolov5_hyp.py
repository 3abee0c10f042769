"""YOLOv5's hyperparameters: the gains and thresholds of its trainer, over the anchors of the shipped recipe."""

from __future__ import annotations

from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Config, number

LIBRARY = "YOLOv5 7.0"
BASE = "yolov5s"
ELSEWHERE = "no part of a recipe: schedule and augmentation"
PLACES = {  # key, place of the recipe
    "anchor_t": "matcher.limit",
    "box": "loss.box_weight",
    "obj": "loss.objectness_weight",
    "obj_pw": "loss.positive_weight",
    "cls_pw": "loss.class_positive_weight",
    "fl_gamma": "loss.pair_gamma",
    "label_smoothing": "loss.class_smoothing",
}


def read_hyp(table: Config, name: str, source: str) -> Translation:
    """Return the recipe of hyperparameters alone, for three maps and 80 classes, as its trainer's gains are meant.

    Raises `BadRecipe` with every problem at once.
    """
    draft = Draft(BASE, LIBRARY)
    for key, place in PLACES.items():
        given = table.find(key)
        if given is not None:
            with draft.part():
                number(given)
                draft.take(place, given)
    with draft.part():
        kind, objectness = table.find("cls"), table.find("obj") or table.default("hyp.yaml obj", 1.0)
        if kind is not None and number(objectness):
            draft.put("loss.class_weight", number(kind) / number(objectness), kind, objectness)
    anchors = table.find("anchors")
    if anchors is not None:
        draft.leave(anchors, f"AutoAnchor chooses the anchors in training; here they are those of {BASE}")
    draft.leave_rest(table, {}, ELSEWHERE)
    return draft.finish(name, source, "hyperparameters of YOLOv5")
