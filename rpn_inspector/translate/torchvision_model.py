"""torchvision's detectors: two-stage models by their RPN, RetinaNet, SSD and SSDlite."""

from __future__ import annotations

import contextlib
import itertools
import math
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rpn_inspector.core.anchors import feature_size
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.translate.attributes import attribute, class_names, told
from rpn_inspector.translate.box_losses import take_box_loss
from rpn_inspector.translate.draft import Draft, Translation
from rpn_inspector.translate.given import Misfit, collapsed, number, whole
from rpn_inspector.translate.level_names import level_names

LIBRARY = "torchvision"
PROBED = 512  # px of the square empty picture that tells the strides
ONE_NUMBER = "a recipe has one number, that of {}"


def knows(model: Any) -> bool:
    """Return whether a model is one of torchvision's, or made from its parts."""
    return hasattr(model, "transform") and (
        hasattr(getattr(model, "rpn", None), "anchor_generator") or hasattr(model, "anchor_generator")
    )


def translate_model(model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False) -> Translation:
    """Return the recipe of a model, with its numbers of ``training`` where they differ.

    Raises `BadRecipe` with every problem at once.
    """
    rpn = hasattr(model, "rpn")
    flat = not rpn and "DefaultBoxGenerator" in class_names(model.anchor_generator)
    two = rpn and hasattr(getattr(getattr(model, "roi_heads", None), "box_roi_pool", None), "canonical_scale")
    first = "fasterrcnn-torchvision" if two else "torchvision-fpn"
    base = first if rpn else "ssd300-torchvision" if flat else "retinanet-torchvision"
    draft, kind = Draft(base, LIBRARY), type(model).__name__
    with draft.part():
        _input(draft, model, flat)
    side = draft.fields["resize.size"].value if flat and "resize.size" in draft.fields else [PROBED, PROBED]
    names: list[str] = []
    with draft.part():
        found = _maps(model, side) if shapes is None else {str(index): shape for index, shape in enumerate(shapes)}
        names, maps = list(found), list(found.values())
        default_boxes(draft, model, maps, side) if flat else anchors(draft, model, "rpn." if rpn else "", maps)
    with draft.part():
        _rpn(draft, model, training) if rpn else _one_stage(draft, model, flat)
    if two:
        with draft.part():
            _second_stage(draft, model, names)
    return draft.finish(kind, kind, "a model of torchvision")


def _input(draft: Draft, model: Any, flat: bool) -> None:
    fixed = getattr(model.transform, "fixed_size", None)
    if fixed is not None:
        size = attribute(model, "transform.fixed_size")
        draft.put("resize.rule", "stretch", size)
        draft.put("resize.size", [whole(side) for side in size.value][::-1], size)
        return
    if flat:
        raise Misfit(told(None, "transform.fixed_size"), "a fixed size, as SSD has it")
    short, long = attribute(model, "transform.min_size"), attribute(model, "transform.max_size")
    sides = short.value if isinstance(short.value, list) else [short]
    draft.put("resize.short", whole(sides[-1]), short)  # torchvision tests with the last
    if len(sides) > 1:
        draft.leave(short, "a recipe has one input size, that of testing")
    draft.put("resize.long", whole(long), long)
    draft.take("resize.pad_multiple", attribute(model, "transform.size_divisible"))


def _maps(model: Any, side: Sequence[int]) -> dict[str, tuple[int, int]]:
    """Return (H, W) by name of the feature maps that the backbone makes of an empty picture of ``side`` (h, w) px.

    The backbone is asked as in testing and without gradients, and left as it was.
    """
    try:
        like = next(iter(model.parameters()))
        channels = len(model.transform.image_mean)
        with _asked(model.backbone):
            found = model.backbone(like.new_zeros((1, channels, *side)))
        maps = found if hasattr(found, "items") else {"0": found}
        return {str(name): (int(one.shape[-2]), int(one.shape[-1])) for name, one in maps.items()}
    except Exception as error:  # whatever a backbone of the user's raises
        words = f"the backbone does not tell its feature maps: {type(error).__name__}: {error}"
        raise BadRecipe(f"{words}; wanted their shapes") from error


@contextlib.contextmanager
def _asked(backbone: Any) -> Iterator[None]:
    modules = list(backbone.modules()) if hasattr(backbone, "modules") else []
    modes = [module.training for module in modules]
    torch = sys.modules.get("torch")  # the user's own; nothing is imported here
    try:
        for module in modules:
            module.training = False
        with torch.no_grad() if torch is not None else contextlib.nullcontext():
            yield
    finally:
        for module, mode in zip(modules, modes, strict=True):
            module.training = mode


def anchors(draft: Draft, model: Any, prefix: str, maps: list[tuple[int, int]]) -> None:
    """Put the anchors of ``model``'s generator under ``prefix``, over feature ``maps`` (h, w) of the probed square."""
    generator = model.rpn.anchor_generator if prefix else model.anchor_generator
    if "AnchorGenerator" not in class_names(generator):
        raise Misfit(told(type(generator).__name__, f"{prefix}anchor_generator"), "an AnchorGenerator")
    sizes = attribute(model, f"{prefix}anchor_generator.sizes")
    ratios = attribute(model, f"{prefix}anchor_generator.aspect_ratios")
    if len(maps) != len(sizes.value):
        raise Misfit(sizes, f"a list for each of {len(maps)} feature maps")
    strides = [tuple(round(PROBED / cells) for cells in shape) for shape in maps]
    if any(PROBED // stride not in (cells, cells - 1) for shape, pair in zip(maps, strides, strict=True)
           for cells, stride in zip(shape, pair, strict=True)):  # fmt: skip
        draft.leave(told(maps, "backbone"), f"strides are rounded: maps of {PROBED} px")
    given = told(maps, f"backbone({PROBED} x {PROBED} px)")
    down = [pair[0] for pair in strides]
    draft.put("anchors.names", level_names(down), given)
    draft.put("anchors.strides", down, given)
    draft.put("anchors.strides_x", [] if all(y == x for y, x in strides) else [pair[1] for pair in strides], given)
    draft.put("anchors.sizes", sizes.plain(), sizes)
    draft.put("anchors.ratios", collapsed(ratios.plain()), ratios)


def matcher(draft: Draft, model: Any, path: str) -> None:
    """Put the thresholds and the low-quality rule of the ``Matcher`` at ``path``."""
    draft.take("matcher.positive", attribute(model, f"{path}.high_threshold"))
    draft.take("matcher.negative", attribute(model, f"{path}.low_threshold"))
    wanted = attribute(model, f"{path}.allow_low_quality_matches")
    draft.put("matcher.low_quality.rule", "all" if wanted.value else "off", wanted)


def coder(draft: Draft, model: Any, path: str) -> None:
    """Put the weights and the bound of the ``BoxCoder`` at ``path``."""
    draft.take("coder.weights", attribute(model, f"{path}.weights"))
    draft.take("coder.max_log_scale", attribute(model, f"{path}.bbox_xform_clip"))


def _rpn(draft: Draft, model: Any, training: bool) -> None:
    matcher(draft, model, "rpn.proposal_matcher")
    coder(draft, model, "rpn.box_coder")
    draft.take("sampler.batch", attribute(model, "rpn.fg_bg_sampler.batch_size_per_image"))
    draft.take("sampler.positive_fraction", attribute(model, "rpn.fg_bg_sampler.positive_fraction"))
    for place in ("pre_nms", "post_nms"):
        both = attribute(model, f"rpn._{place}_top_n")
        which = "training" if training else "testing"
        draft.put(f"proposals.{place}", whole(both.value[which]), both)
        if both.value["training"].value != both.value["testing"].value:
            draft.leave(both, ONE_NUMBER.format(which))
    draft.take("proposals.nms", attribute(model, "rpn.nms_thresh"))
    draft.take("proposals.min_score", attribute(model, "rpn.score_thresh"))
    draft.take("proposals.min_size", attribute(model, "rpn.min_size"))


def _second_stage(draft: Draft, model: Any, names: list[str]) -> None:
    """Translate the second stage; ``names`` are those of the backbone's maps, of which it pools from some."""
    roi, path = draft.under("stage.roi"), "roi_heads"
    matcher(roi, model, f"{path}.proposal_matcher")
    coder(roi, model, f"{path}.box_coder")
    roi.take("sampler.batch", attribute(model, f"{path}.fg_bg_sampler.batch_size_per_image"))
    roi.take("sampler.positive_fraction", attribute(model, f"{path}.fg_bg_sampler.positive_fraction"))
    roi.take("detections.min_score", attribute(model, f"{path}.score_thresh"))
    roi.take("detections.nms", attribute(model, f"{path}.nms_thresh"))
    roi.take("detections.keep", attribute(model, f"{path}.detections_per_img"))
    maps = attribute(model, f"{path}.box_roi_pool.featmap_names")
    pooled = [index for index, name in enumerate(names) if name in maps.plain()]
    if pooled and "anchors.strides" in draft.fields:
        own, strides = (draft.fields[f"anchors.{each}"].value for each in ("names", "strides"))
        low, high = (strides[index].bit_length() - 1 for index in (pooled[0], pooled[-1]))
        # one map for each k from the first stride to the last: of two maps of one stride the second is never used
        roi.put("level.names", [own[index] for index in pooled[: high - low + 1]], maps)
        roi.put("level.lowest", low, maps)
    roi.put("level.side", number(attribute(model, f"{path}.box_roi_pool.canonical_scale")), maps)
    roi.put("level.level", whole(attribute(model, f"{path}.box_roi_pool.canonical_level")), maps)


def _one_stage(draft: Draft, model: Any, flat: bool) -> None:
    if flat:  # SSDMatcher: the better of one threshold
        threshold = attribute(model, "proposal_matcher.high_threshold")
        draft.take("matcher.positive", threshold)
        draft.take("matcher.negative", threshold)
        ratio = attribute(model, "neg_to_pos_ratio")
        draft.put("sampler.negatives_per_positive", number(ratio), ratio)
    else:
        matcher(draft, model, "proposal_matcher")
        kind = told(getattr(model.head.regression_head, "_loss_type", "l1"), "head.regression_head._loss_type")
        take_box_loss(draft, kind, beta=told(1.0, "head.regression_head"), epsilon=told(1e-7, "head.regression_head"))
    coder(draft, model, "box_coder")
    draft.take("proposals.min_score", attribute(model, "score_thresh"))
    draft.take("proposals.nms", attribute(model, "nms_thresh"))
    draft.take("proposals.post_nms", attribute(model, "detections_per_img"))
    draft.take("proposals.pre_nms", attribute(model, "topk_candidates"))


def default_boxes(draft: Draft, model: Any, maps: list[tuple[int, int]], side: Sequence[int]) -> None:
    """Put the boxes of ``model``'s ``DefaultBoxGenerator`` over feature ``maps`` (h, w) of an input ``side`` (h, w)."""
    scales, ratios = attribute(model, "anchor_generator.scales"), attribute(model, "anchor_generator.aspect_ratios")
    steps, clip = attribute(model, "anchor_generator.steps"), attribute(model, "anchor_generator.clip")
    if len(maps) != len(ratios.value):
        raise Misfit(ratios, f"a list for each of {len(maps)} feature maps")
    given = told(maps, f"backbone({side[1]} x {side[0]} px)")
    values = [number(one) for one in scales.value]
    pairs = [[now, math.sqrt(now * after)] for now, after in itertools.pairwise(values)]
    told_steps = steps.value is not None
    nominal = steps.plain() if told_steps else [-(-side[0] // cells) for cells, _ in maps]
    draft.put("anchors.names", [f"map {index}" for index in range(len(maps))], given)
    draft.put("anchors.strides", nominal, steps if told_steps else given)
    draft.put("anchors.stride_rule", "given" if told_steps else "exact", steps)
    if any(
        feature_size((side[0], side[1]), (step, step), "ceil") != shape
        for step, shape in zip(nominal, maps, strict=True)
    ):
        draft.put("anchors.cells", [list(shape) for shape in maps], given)
    draft.put("anchors.sizes", pairs[: len(maps)], scales)
    draft.put("anchors.ratios", collapsed(ratios.plain()), ratios)
    draft.take("anchors.clip", clip)
