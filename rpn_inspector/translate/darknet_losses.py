"""What a [yolo] layer of AlexeyAB's darknet says of its boxes: the stretched sigmoid, the box loss and its factors."""

from __future__ import annotations

from rpn_inspector.translate.draft import Draft
from rpn_inspector.translate.given import Config, Given, Misfit, Origin, number

BOX_LOSSES = ("iou", "giou", "diou", "ciou")
EPSILON = 1e-6  # box_ciou in box.c
BY_LAYER = "another in each layer there; here the first one's holds for all"
SLOPES = (
    "of the box its gradients are those of the loss by relative centre and sides, the sides' times exp(t) (of the IoU "
    "itself twice), none of them times the sigmoid's slope or the cell"
)
PRINTED = (
    "the box loss it prints is the mean 1 - IoU, GIoU under giou, times iou_normalizer; here the sum of its own kind"
)
FRACTIONS = (
    "distance and aspect are of fractions of the input's sides there; here of px, which differ as it is no square"
)
TURNED = "in its gradient by the centre, the part of the box around both has the other sign"
AFTER_SIGMOID = "its outputs come behind a sigmoid already; a dump has to hold those of the layer before"
NEW_CELLS = 2.0  # with new_coords, the stretch at which the coder is YOLOv5's


def put_boxes(draft: Draft, config: Config, strides: list[list[int]]) -> None:
    """Put coder and losses; of what differs by layer but may not, the first layer's."""
    layers = [config.table(f"[yolo] {order}") for order in range(1, len(strides) + 1)]
    with draft.part():
        _reach(draft, layers, strides)
    with draft.part():
        _losses(draft, config, layers)


def _reach(draft: Draft, layers: list[Config], strides: list[list[int]]) -> None:
    scales = [layer.get("scale_x_y", 1.0) for layer in layers]
    if any(number(layer.get("new_coords", 0)) for layer in layers):
        news = [layer.get("new_coords", 0) for layer in layers]
        if not all(number(one) == 1 for one in news) or any(number(one) != NEW_CELLS for one in scales):
            raise Misfit(news[0], f"1 in every layer, beside scale_x_y {NEW_CELLS:g}")
        draft.put("coder.rule", "double_sigmoid", news[0], *scales)
        draft.put("matcher.beyond", 0.5, *scales)
        draft.leave(news[0], AFTER_SIGMOID)
        return
    pairs = []
    for scale, (down, across) in zip(scales, strides, strict=True):
        pairs += [[float(side), number(scale)] for side in dict.fromkeys((down, across)) if number(scale) != 1]
    if pairs:
        draft.put("coder.reach", pairs, *scales)
        draft.put("matcher.beyond", (max(factor for _, factor in pairs) - 1) / 2, *scales)


def _losses(draft: Draft, config: Config, layers: list[Config]) -> None:
    def first(key: str, default: object) -> Given:
        given = [layer.get(key, default) for layer in layers]
        for other in given[1:]:
            if other.value != given[0].value:
                draft.leave(other, BY_LAYER)
        return given[0]

    kind, factor, confidence = first("iou_loss", "mse"), first("iou_normalizer", 0.75), first("obj_normalizer", 1.0)
    draft.put("loss.box_weight", number(factor), factor)
    if number(confidence) <= 0:
        raise Misfit(confidence, "more than 0")
    if number(confidence) != 1:
        draft.put("loss.objectness_weight", number(confidence), confidence)
        draft.put("loss.class_weight", 1 / number(confidence), confidence)
    if kind.value == "mse":
        return
    named = kind.value if kind.value in BOX_LOSSES else "iou"  # as the library reads any other word
    code = Given(True, Origin("the library's code", "src/yolo_layer.c delta_yolo_box", ""))
    draft.put("loss.box", named, kind)
    draft.put("loss.small_box_weight", False, kind, code)
    if named == "iou":
        draft.put("loss.iou_mode", "linear", kind)
    if named in ("giou", "ciou"):
        draft.put("loss.iou_form", "torchvision", kind, code)
    draft.put("loss.epsilon", EPSILON, kind, code)
    sides = {number(config.get(f"net.{name}", 0)) for name in ("height", "width")}
    far = named in ("diou", "ciou")
    for words in (SLOPES, PRINTED, *([TURNED] if far else []), *([FRACTIONS] if far and len(sides) == 2 else [])):
        draft.leave(kind, words)
