"""MediaPipe's graphs (``.pbtxt``): the anchors of ``SsdAnchorsCalculator``, and how its detections are decoded."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Config, Given, Misfit, Origin, flag, number, side, whole
from rpn_inspector.translate.level_names import level_names
from rpn_inspector.translate.protobuf_text import read_protobuf_text

LIBRARY = "MediaPipe"
BASE = "efficientdet-d0"  # of the same coder, which both have from TensorFlow
ANCHORS = "SsdAnchorsCalculator"
CODE = Given(None, Origin("the library's code", "ssd_anchors_calculator.cc", "as there"))
REDUCED = ((0.1, 1.0), (None, 2.0), (None, 0.5))  # scale, None the layer's own, and ratio
LINEAR = "sides are linear there, t times the anchor's by the scale; here exp(t)"
NO_TRAINING = "a graph only detects: assignment, sampling and losses are those of the recipe it is put on"
OF_OUTPUTS = "no part of a recipe: how many outputs there are and where they lie, and what becomes of scores"
ELSEWHERE = "no part of a recipe: other calculators and streams"


def read_mediapipe(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a graph. Raises `BadFile` for a graph without SSD anchors, `BadRecipe`."""
    whole_ = read_protobuf_text(config, files)
    nodes = whole_.value.get("node", Given([], whole_.origin))
    found = [node for node in (nodes.value if isinstance(nodes.value, list) else [nodes]) if _name(node)]
    mine = [node for node in found if _name(node) == ANCHORS]
    if not mine:
        raise BadFile(config.path, f"found no {ANCHORS}, wanted the graph of an SSD model")
    options = _options(mine[0])
    draft = Draft(BASE, LIBRARY)
    with draft.part():
        _anchors(draft, options)
    decoders = [node for node in found if _name(node) == "TensorsToDetectionsCalculator"]
    if decoders:
        with draft.part():
            decoding = _options(decoders[0])
            _decoder(draft, decoding)
            draft.leave_rest(decoding, {}, OF_OUTPUTS)
    draft.leave(CODE, NO_TRAINING)
    draft.leave_rest(options, {}, ELSEWHERE)
    return draft.finish(config.path.stem, config.path.name, f"MediaPipe's {ANCHORS}")


def _name(node: Given) -> str:
    return str(node.value["calculator"].value) if isinstance(node.value, dict) and "calculator" in node.value else ""


def _options(node: Given) -> Config:
    """Return the options of a calculator, under its extension or a Graph's ``node_options``."""
    found = node.value.get("options") or node.value.get("node_options")
    if found is not None and isinstance(found.value, list) and found.value:  # several packed messages: the first is its
        found = found.value[0]
    if found is not None and isinstance(found.value, dict) and len(found.value) == 1:
        inside = next(iter(found.value.values()))
        found = inside if isinstance(inside.value, dict) else found
    return Config(found if found is not None and isinstance(found.value, dict) else Given({}, node.origin), LIBRARY)


def _listed(table: Config, key: str) -> list[Given]:
    found = table.find(key)
    if found is None:
        return []
    return list(found.value) if isinstance(found.value, list) else [found]


def _anchors(draft: Draft, table: Config) -> None:
    height, width = table.get("input_size_height", 0), table.get("input_size_width", 0)
    size = side(height), side(width)
    draft.put("resize.rule", "letterbox", CODE)
    draft.put("resize.size", list(size), height, width)
    if flag(table.get("multiscale_anchor_generation", False)) or _listed(table, "feature_map_height"):
        raise Misfit(table.get("multiscale_anchor_generation", False), "strides, and one scale a layer")
    strides = _listed(table, "strides")
    if not strides or len(strides) > 32 or any(whole(one) < 1 for one in strides):
        raise Misfit(table.get("strides", []), "the stride of each layer")
    offsets = table.get("anchor_offset_x", 0.5), table.get("anchor_offset_y", 0.5)
    if number(offsets[0]) != number(offsets[1]):
        raise Misfit(offsets[0], "the same offset along both axes")
    boxes = [_layer(table, index, len(strides)) for index in range(len(strides))]
    levels, shapes = list[int](), list[list[list[float]]]()
    for stride, ofs in zip(strides, boxes, strict=True):
        # layers of one stride, one after the other, stand cell by cell
        if not levels or levels[-1] != whole(stride):
            levels.append(whole(stride))
            shapes.append([])
        shapes[-1] += [[w * size[1], h * size[0]] for w, h in ofs]
    told = [one for one in (table.find(key) for key in ("min_scale", "max_scale", "aspect_ratios")) if one is not None]
    draft.put("anchors.rule", "explicit", CODE)
    draft.put("anchors.shapes", shapes, *told, *strides)
    draft.put("anchors.strides", levels, *strides)
    draft.put("anchors.names", level_names(levels), *strides)
    draft.put("anchors.stride_rule", "exact", CODE)
    draft.put("anchors.offset", number(offsets[0]), *offsets)


def _layer(table: Config, index: int, count: int) -> Sequence[tuple[float, float]]:
    """Return the (w, h) of one layer's boxes, fractions of the input."""
    low, high = number(table.get("min_scale", 0.0)), number(table.get("max_scale", 0.0))

    def scale_of(k: int) -> float:
        return (low + high) / 2 if count == 1 else low + (high - low) * k / (count - 1)

    scale = scale_of(index)
    if index == 0 and flag(table.get("reduce_boxes_in_lowest_layer", False)):
        pairs = [(scale if own is None else own, ratio) for own, ratio in REDUCED]
    else:
        pairs = [(scale, number(ratio)) for ratio in _listed(table, "aspect_ratios")]
        between = number(table.get("interpolated_scale_aspect_ratio", 1.0))
        if between > 0:
            after = 1.0 if index == count - 1 else scale_of(index + 1)
            if scale * after < 0:
                raise Misfit(table.get("min_scale", 0.0), "scales over 0")
            pairs.append((math.sqrt(scale * after), between))
    if flag(table.get("fixed_anchor_size", False)):
        return [(1.0, 1.0)] * len(pairs)
    if any(ratio <= 0 or own <= 0 for own, ratio in pairs):
        raise Misfit(table.get("aspect_ratios", []), "scales and ratios over 0")
    return [(own * math.sqrt(ratio), own / math.sqrt(ratio)) for own, ratio in pairs]


def _decoder(draft: Draft, table: Config) -> None:
    scales = [table.get(f"{name}_scale", 0.0) for name in "xywh"]
    if all(number(one) > 0 for one in scales):
        draft.put("coder.weights", [number(one) for one in scales], *scales)
    turned = table.get("reverse_output_order", False)
    draft.put("coder.coordinates", "xywh" if flag(turned) else "yxhw", turned)
    draft.put("coder.epsilon", 0.0, CODE)
    exponential = table.get("apply_exponential_on_box_size", False)
    if not flag(exponential):
        draft.leave(exponential, LINEAR)
    least = table.find("min_score_thresh")
    if least is not None:
        draft.take("proposals.min_score", least)
