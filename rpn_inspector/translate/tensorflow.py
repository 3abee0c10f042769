"""The TensorFlow Object Detection API's ``pipeline.config``: SSD and its anchor generators, and the RPN's anchors."""

from __future__ import annotations

import math
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import UNREAD, Draft, Translation
from rpn_inspector.translate.given import Config, Given, Misfit, Origin, flag, listed, number, whole, word
from rpn_inspector.translate.level_names import level_names
from rpn_inspector.translate.protobuf_text import read_protobuf_text

LIBRARY = "TensorFlow Object Detection API"
BASES = {"ssd": "efficientdet-d0", "faster_rcnn": "torchvision-fpn"}  # effdet began as a port of TensorFlow's
CODE = "the library's code"
SQUARED = 1_000_000.0  # Huber's knee beyond every difference: half the square
PROPOSAL = {  # core/target_assigner.py create_target_assigner, models' defaults of the first stage
    "matcher.positive": 0.7, "matcher.negative": 0.3, "matcher.low_quality.rule": "first",
    "matcher.low_quality.owner": "claim_first", "coder.coordinates": "yxhw", "coder.weights": [10.0, 10.0, 5.0, 5.0],
    "coder.epsilon": 1e-8, "loss.objectness": "softmax", "loss.box": "huber", "loss.beta": 1.0,
}  # fmt: skip
HALVING = ("ssd_mobilenet_v1", "ssd_mobilenet_v2", "ssd_mobilenet_v3", "ssd_inception_v2", "ssd_mobiledet")
NOT_HALVING = ("fpn", "ppn", "embedded")
NMS = "core/post_processing.py, multiclass_non_max_suppression"
EQUAL = "the order of exactly equal scores"
UNCUT = "every score above the threshold enters NMS there; here the best {count:,} pairs of anchor and class"
CAP = "no place for it: boxes are counted over all classes"
LOSSES = "the first stage's sums and normaliser are not confirmed; here they are torchvision's"
ROUNDED = "TensorFlow computes anchors as float32 fractions of the input: the last bit may differ"
ELSEWHERE = "no part of a recipe: network, data, training and evaluation"


def read_tensorflow(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a ``pipeline.config``. Raises `BadFile` for a model without anchors, `BadRecipe`."""
    whole_ = Config(read_protobuf_text(config, files), LIBRARY)
    model = whole_.table("model")
    kinds = [kind for kind in BASES if kind in model.root.value]
    if not kinds:
        found = listed(next(iter(model.root.value), "no model"))
        raise BadFile(config.path, f"model: found {found}, wanted ssd or faster_rcnn")
    kind = kinds[0]
    table, draft = model.table(kind), Draft(BASES[kind], LIBRARY)
    with draft.part():
        _input(draft, table.table("image_resizer"))
    with draft.part():
        _anchors(draft, table)
    with draft.part():
        _ssd(draft, table) if kind == "ssd" else _first_stage(draft, table)
    # of the base's own words: another library's soft NMS, normaliser and draws are not TensorFlow's
    draft.unlike = tuple(line for line in draft.unlike if line.startswith(EQUAL))
    draft.leave(_code(kind), ROUNDED)
    unread = {table.path(each): UNREAD for each in ("matcher", "box_coder", "loss", "post_processing", "image_resizer")}
    draft.leave_rest(whole_, unread | {table.path("first_stage_anchor_generator"): UNREAD}, ELSEWHERE)
    return draft.finish(config.path.stem, config.path.name, f"TensorFlow's {kind}")


def _input(draft: Draft, table: Config) -> None:
    if "fixed_shape_resizer" in table.root.value:
        fixed = table.table("fixed_shape_resizer")
        height, width = fixed.get("height", 300), fixed.get("width", 300)
        draft.put("resize.rule", "stretch", height)
        draft.put("resize.size", [whole(height), whole(width)], height, width)
        return
    keep = table.table("keep_aspect_ratio_resizer")
    short, long = keep.get("min_dimension", 600), keep.get("max_dimension", 1024)
    pad = keep.get("pad_to_max_dimension", False)
    if flag(pad) and whole(short) == whole(long):
        draft.put("resize.rule", "fit", pad)
        draft.put("resize.size", [whole(long), whole(long)], long)
    else:
        draft.put("resize.rule", "smaller_scale", short)
        draft.put("resize.short", whole(short), short)
        draft.put("resize.long", whole(long), long)
        draft.put("resize.pad_multiple", 1, pad)
        if flag(pad):
            draft.leave(pad, "padded to a square there; here the input ends with the picture")
    draft.put("resize.rounding", "half_even", _code("core/preprocessor.py, tf.round"))
    draft.put("resize.boxes.scale", "per_axis", _code("core/preprocessor.py, boxes as fractions"))


def _code(key: str) -> Given:
    """Return what only the library's code says."""
    return Given(None, Origin(CODE, key, "as there"))


def _list(table: Config, key: str, default: list[float]) -> Given:
    """Return a field that may be repeated as a list."""
    found = table.get(key, default)
    return found if isinstance(found.value, list) else Given([found], found.origin)


def _numbers(given: Given) -> list[float]:
    return [number(each) for part in given.value for each in (part.value if isinstance(part.value, list) else [part])]


def _anchors(draft: Draft, table: Config) -> None:
    place = "anchor_generator" if "anchor_generator" in table.root.value else "first_stage_anchor_generator"
    generator = table.table(place)
    if "ssd_anchor_generator" in generator.root.value:
        _default_boxes(draft, generator.table("ssd_anchor_generator"), table)
    elif "multiscale_anchor_generator" in generator.root.value:
        _octaves(draft, generator.table("multiscale_anchor_generator"))
    elif "grid_anchor_generator" in generator.root.value:
        _grid(draft, generator.table("grid_anchor_generator"))
    else:
        raise Misfit(generator.root.named(generator.prefix), "an ssd, multiscale or grid anchor generator")


def _octaves(draft: Draft, table: Config) -> None:
    low, high = table.get("min_level", 3), table.get("max_level", 7)
    scale, count = table.get("anchor_scale", 4.0), table.get("scales_per_octave", 2)
    if not 0 <= whole(low) <= whole(high) <= 15 or not 1 <= whole(count) <= 100:
        raise Misfit(high, "levels from 0 to 15, and scales_per_octave from 1 to 100")
    levels = range(whole(low), whole(high) + 1)
    ratios = _list(table, "aspect_ratios", [1.0, 2.0, 0.5])
    sizes = [[2**level * number(scale) * 2 ** (i / whole(count)) for i in range(whole(count))] for level in levels]
    _sized(draft, [2**level for level in levels], sizes, ratios, (low, high), (scale, count))
    draft.put("anchors.names", level_names([2**level for level in levels]), low, high)
    draft.put("anchors.offset", 0.5, _code("anchor_generators/multiscale_grid_anchor_generator.py"))
    size = draft.fields.get("resize.size")
    if size is None or any(side % 2 ** whole(high) for side in size.value):
        draft.leave(high, "a level whose stride does not divide the input stands on the cell's corner there")


def _sized(
    draft: Draft, strides: list[int], sizes: Any, ratios: Given, told: tuple[Given, ...], by: tuple[Given, ...]
) -> None:
    draft.put("anchors.rule", "double", _code("anchor_generators/grid_anchor_generator.py"))
    draft.put("anchors.order", "ratio_size", _code("anchor_generators/grid_anchor_generator.py"))
    draft.put("anchors.stride_rule", "given", _code("anchor_generators/grid_anchor_generator.py"))
    draft.put("anchors.strides", strides, *told)
    draft.put("anchors.sizes", sizes, *by)
    draft.put("anchors.ratios", [[1 / each for each in _positive(ratios)]], ratios)  # width over height there


def _positive(ratios: Given) -> list[float]:
    found = _numbers(ratios)
    if not found or min(found) <= 0:
        raise Misfit(ratios, "numbers over 0")
    return found


def _grid(draft: Draft, table: Config) -> None:
    height, width = table.get("height", 256), table.get("width", 256)
    down, across = table.get("height_stride", 16), table.get("width_stride", 16)
    if whole(height) != whole(width) or whole(down) != whole(across) or whole(down) < 1:
        raise Misfit(height, "a square of the same stride along both axes")
    scales, ratios = _list(table, "scales", [0.5, 1.0, 2.0]), _list(table, "aspect_ratios", [0.5, 1.0, 2.0])
    sizes = [[number(height) * scale for scale in _numbers(scales)]]
    _sized(draft, [whole(down)], sizes, ratios, (down,), (height, scales))
    draft.put("anchors.names", level_names([whole(down)]), down)
    offsets = table.get("height_offset", 0), table.get("width_offset", 0)
    if number(offsets[0]) != number(offsets[1]):
        raise Misfit(offsets[0], "the same offset along both axes")
    draft.put("anchors.offset", number(offsets[0]) / whole(down), *offsets)


def _default_boxes(draft: Draft, generator: Config, table: Config) -> None:
    """Translate ``create_ssd_anchors``: widths and heights in px of the shorter side, the first level reduced."""
    size = draft.fields.get("resize.size")
    kind = table.get("feature_extractor.type", "")
    own = generator.find("height_stride")
    if size is None:
        raise Misfit(kind, "an input of a fixed size, of which the anchors are fractions")
    count = whole(generator.get("num_layers", 6))
    if not 1 <= count <= 16:
        raise Misfit(generator.get("num_layers", 6), "1 to 16")
    if own is not None or not word(kind).startswith(HALVING) or any(name in word(kind) for name in NOT_HALVING):
        raise Misfit(own or kind, f"feature maps whose strides are known: {', '.join(HALVING)}")
    low, high = generator.get("min_scale", 0.2), generator.get("max_scale", 0.95)
    ratios = _list(generator, "aspect_ratios", [1.0, 2.0, 0.5, 3.0, 0.3333])
    said = generator.find("scales")
    scales = [number(low) + (number(high) - number(low)) * i / max(count - 1, 1) for i in range(count)]
    if said is not None:
        scales = _numbers(_list(generator, "scales", []))
    if len(scales) != count or not all(0 < scale < math.inf for scale in scales):
        raise Misfit(said or low, f"{count} scales over 0")
    reduced = generator.get("reduce_boxes_in_lowest_layer", True)
    between = generator.get("interpolated_scale_aspect_ratio", 1.0)
    side = min(size.value)
    shapes = []
    for level, (scale, after) in enumerate(zip(scales, [*scales[1:], 1.0], strict=True)):
        pairs = [(scale, ratio) for ratio in _positive(ratios)]
        pairs += [(math.sqrt(scale * after), number(between))] if number(between) > 0 else []
        if level == 0 and flag(reduced):
            pairs = [(0.1, 1.0), (scale, 2.0), (scale, 0.5)]
        shapes.append([[one * math.sqrt(ratio) * side, one / math.sqrt(ratio) * side] for one, ratio in pairs])
    draft.put("anchors.rule", "explicit", generator.root.named(generator.prefix))
    draft.put("anchors.shapes", shapes, said or low, high, ratios, reduced, between)
    draft.put("anchors.strides", [16 * 2**level for level in range(count)], kind)
    draft.put("anchors.names", level_names([16 * 2**level for level in range(count)]), kind)
    draft.put("anchors.stride_rule", "exact", _code("anchor_generators/multiple_grid_anchor_generator.py"))


def _ssd(draft: Draft, table: Config) -> None:
    match = table.table("matcher").table("argmax_matcher")
    draft.take("matcher.positive", match.get("matched_threshold", 0.5))
    draft.take("matcher.negative", match.get("unmatched_threshold", 0.5))
    forced = match.get("force_match_for_each_row", False)
    draft.put("matcher.low_quality.rule", "first" if flag(forced) else "off", forced)
    for key, usual in (("ignore_thresholds", False), ("negatives_lower_than_unmatched", True)):
        given = match.get(key, usual)
        if flag(given) != usual:
            draft.leave(given, "no rule of a recipe matches so")
    match.find("use_matmul_gather")
    coder = table.table("box_coder").table("faster_rcnn_box_coder")
    scales = [coder.get(name, default) for name, default in
              (("y_scale", 10.0), ("x_scale", 10.0), ("height_scale", 5.0), ("width_scale", 5.0))]  # fmt: skip
    draft.put("coder.weights", [number(each) for each in scales], *scales)
    with draft.part():
        _losses(draft, table, table.table("loss"))
    nms = table.table("post_processing").table("batch_non_max_suppression")
    draft.take("proposals.min_score", nms.get("score_threshold", 0.0))
    draft.take("proposals.nms", nms.get("iou_threshold", 0.6))
    draft.take("proposals.post_nms", nms.get("max_total_detections", 100))
    draft.leave(nms.get("max_detections_per_class", 100), CAP)
    draft.put("proposals.min_score_first", True, _code(NMS))  # score_threshold is NMS's own
    draft.leave(_code(NMS), UNCUT.format(count=draft.base.proposals.pre_nms))


def _losses(draft: Draft, table: Config, loss: Config) -> None:
    classes = loss.table("classification_loss")
    kind = classes.root.named(classes.prefix)
    scale = loss.get("classification_weight", 1.0)
    draft.take("loss.objectness_weight", scale)
    if "weighted_sigmoid_focal" in classes.root.value:
        focal = classes.table("weighted_sigmoid_focal")
        alpha = focal.find("alpha")
        draft.take("loss.focal_gamma", focal.get("gamma", 2.0))
        if alpha is None:  # losses_builder.py: nothing is weighted then
            _unweighted(draft, scale, focal.default("alpha", None))
        else:
            draft.take("loss.focal_alpha", alpha)
    elif "weighted_sigmoid" in classes.root.value:
        draft.put("loss.focal_gamma", 0.0, kind)  # and so plain cross entropy of each class
        _unweighted(draft, scale, kind)
    elif "weighted_softmax" in classes.root.value:
        draft.put("loss.objectness", "cross_entropy", kind)
        divisor = classes.get("weighted_softmax.logit_scale", 1.0)
        if number(divisor) != 1:
            draft.leave(divisor, "logits are divided by it there")
    else:
        draft.leave(kind, "no class loss of a recipe; the class loss here is focal")
    for empty in ("weighted_sigmoid", "weighted_softmax"):  # of a name alone nothing is left
        if empty in classes.root.value and not classes.root.value[empty].value:
            classes.find(empty)
    wanted = "SOFTMAX" if "weighted_softmax" in classes.root.value else "SIGMOID"
    converter = table.get("post_processing.score_converter", "IDENTITY")
    if word(converter) != wanted:
        draft.leave(converter, f"scores are the logits' {wanted.lower()} here, as their loss has them")
    miner = loss.find("hard_example_miner")
    if miner is not None:
        draft.leave(miner, "no place for it: all anchors enter the loss here")
    for place, value in (("loss.label_smoothing", 0.0), ("loss.skip_zero_targets", False), ("coder.epsilon", 1e-8)):
        draft.put(place, value, _code("core/losses.py, box_coders/faster_rcnn_box_coder.py"))
    _box_loss(draft, loss.table("localization_loss"))
    weight, parts = loss.get("localization_weight", 1.0), table.get("normalize_loc_loss_by_codesize", False)
    draft.put("loss.box_weight", number(weight) / (4 if flag(parts) else 1), weight, parts)
    matches = table.get("normalize_loss_by_num_matches", True)
    draft.put("loss.normaliser", "positives" if flag(matches) else "none", matches)


def _unweighted(draft: Draft, scale: Given, why: Given) -> None:
    """Put a focal loss without alpha: both weights one half, and the sum doubled."""
    draft.put("loss.focal_alpha", 0.5, why)
    draft.put("loss.objectness_weight", 2.0 * number(scale), scale, why)


def _box_loss(draft: Draft, table: Config) -> None:
    kind = table.root.named(table.prefix)
    if "weighted_l2" in table.root.value:
        draft.put("loss.beta", SQUARED, kind)
    elif "weighted_iou" in table.root.value:
        draft.leave(kind, "no box loss of a recipe compares codes by IoU; the box loss here is Huber's")
    else:
        draft.take("loss.beta", table.table("weighted_smooth_l1").get("delta", 1.0))


def _first_stage(draft: Draft, table: Config) -> None:
    for place, value in PROPOSAL.items():
        draft.put(place, value, _code("core/target_assigner.py, FasterRCNN proposal"))
    draft.put("matcher.outside.rule", "before", _code("faster_rcnn_meta_arch.py, clip_anchors_to_image"))
    draft.take("sampler.batch", table.get("first_stage_minibatch_size", 256))
    draft.take("sampler.positive_fraction", table.get("first_stage_positive_balance_fraction", 0.5))
    draft.take("loss.box_weight", table.get("first_stage_localization_loss_weight", 1.0))
    draft.take("loss.objectness_weight", table.get("first_stage_objectness_loss_weight", 1.0))
    draft.take("proposals.min_score", table.get("first_stage_nms_score_threshold", 0.0))
    draft.take("proposals.nms", table.get("first_stage_nms_iou_threshold", 0.7))
    draft.take("proposals.post_nms", table.get("first_stage_max_proposals", 300))
    draft.leave(_code("first stage"), LOSSES)
    draft.leave(_code("core/balanced_positive_negative_sampler.py"), "draws at random there; here seeded by NumPy")
