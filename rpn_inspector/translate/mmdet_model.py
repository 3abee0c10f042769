"""MMDetection's models: their attributes as the config that made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rpn_inspector.translate.attributes import plain, told
from rpn_inspector.translate.draft import Translation
from rpn_inspector.translate.given import Config, Given, Origin
from rpn_inspector.translate.mmdet import LIBRARY, translate

GENERATOR = (
    "strides",
    "base_sizes",
    "scale_major",
    "center_offset",
    "centers",
    "octave_base_scale",
    "scales_per_octave",
)
CODER = {"means": "target_means", "stds": "target_stds", "clip_border": "clip_border", "eps": "eps",
         "add_ctr_clamp": "add_ctr_clamp", "ctr_clamp": "ctr_clamp"}  # fmt: skip
LOSS = ("loss_weight", "beta", "alpha", "gamma", "use_sigmoid", "eps", "mode", "linear", "smooth_point", "class_weight")
LOSSES = ("loss_cls", "loss_bbox", "loss_conf", "loss_xy", "loss_wh", "loss_centerness", "loss_obj", "loss_l1")
HEAD = ("reg_decoded_bbox", "reg_class_agnostic", "num_classes", "one_hot_smoother", "strides")
PIPELINES = ("test_dataloader", "train_dataloader", "test_pipeline", "train_pipeline", "data")


def knows(model: Any) -> bool:
    """Return whether a model has a head of MMDetection's, with or without anchors."""
    return any(hasattr(getattr(model, name, None), "test_cfg") for name in ("rpn_head", "bbox_head"))


def translate_model(model: Any, shapes: Sequence[tuple[int, int]] | None = None, training: bool = False) -> Translation:
    """Return the recipe of a model, with its numbers of ``training`` where they differ; ``shapes`` are not needed.

    Raises `BadFile`, `BadRecipe`.
    """
    place = "rpn_head" if getattr(model, "rpn_head", None) is not None else "bbox_head"
    head = getattr(model, place)
    rpn = type(head).__name__ == "RPNHead"  # an RPN alone may call its head by either name
    settings = {name: _table(getattr(head, name, None) or {}, f"{place}.{name}") for name in ("train_cfg", "test_cfg")}
    roi = getattr(model, "roi_head", None)
    if rpn:
        second = {name: _table(getattr(roi, name, None), f"roi_head.{name}") for name in settings}
        settings = {name: Given({"rpn": given, "rcnn": second[name]}, given.origin) for name, given in settings.items()}
    own: dict[str, Given] = {("rpn_head" if rpn else place): _head(head, place), **settings}
    if roi is not None:
        own["roi_head"] = _roi(roi)
    preprocessor = getattr(model, "data_preprocessor", None)
    if preprocessor is not None and hasattr(preprocessor, "pad_size_divisor"):
        divisor = told(preprocessor.pad_size_divisor, "data_preprocessor.pad_size_divisor")
        own["data_preprocessor"] = Given({"pad_size_divisor": divisor}, divisor.origin)
    origin = Origin("the model")
    config = getattr(model, "cfg", None)  # a model of init_detector knows the whole
    config = {} if config is None else config
    pipelines = {name: _table(config[name], f"cfg.{name}") for name in PIPELINES if name in config}
    kind = type(model).__name__
    proposals = (getattr(model, "train_cfg", None) or {}).get("rpn_proposal")
    if proposals is not None:
        table = _table(proposals, "train_cfg.rpn_proposal")
        own["train_cfg"] = Given({**own["train_cfg"].value, "rpn_proposal": table}, origin)
    whole = Config(Given({"model": Given(own, origin), **pipelines}, origin), LIBRARY)
    return translate(whole, kind, kind, training)


def _head(head: Any, path: str) -> Given:
    found = {"type": told(type(head).__name__, path)}
    found |= {name: told(plain(getattr(head, name)), f"{path}.{name}") for name in HEAD if hasattr(head, name)}
    generator = getattr(head, "prior_generator", None) or getattr(head, "anchor_generator", None)
    if generator is not None:
        found["anchor_generator"] = _generator(generator, f"{path}.prior_generator")
    if getattr(head, "bbox_coder", None) is not None:
        coder = head.bbox_coder
        inside = {"type": told(type(coder).__name__, f"{path}.bbox_coder")}
        for name, key in CODER.items():
            if hasattr(coder, name):
                inside[key] = told(plain(getattr(coder, name)), f"{path}.bbox_coder.{name}")
        found["bbox_coder"] = Given(inside, Origin("the model"))
    for name in LOSSES:
        loss = getattr(head, name, None)
        if loss is not None:
            inside = {"type": told(type(loss).__name__, f"{path}.{name}")}
            inside |= {each: told(getattr(loss, each), f"{path}.{name}.{each}") for each in LOSS if hasattr(loss, each)}
            found[name] = Given(inside, Origin("the model"))
    return Given(found, Origin("the model"))


def _roi(roi: Any) -> Given:
    """Return the second stage's heads: a list where there are several."""
    heads, extractors = roi.bbox_head, roi.bbox_roi_extractor
    several = hasattr(heads, "__len__")
    made = [_head(each, f"roi_head.bbox_head[{i}]") for i, each in enumerate(heads if several else [heads])]
    pools = [_extractor(each) for each in (extractors if hasattr(extractors, "__len__") else [extractors])]
    origin = Origin("the model")
    found = {
        "type": told(type(roi).__name__, "roi_head"),
        "bbox_head": Given(made, origin) if several else made[0],
        "bbox_roi_extractor": Given(pools, origin) if several else pools[0],
    }
    if hasattr(roi, "stage_loss_weights"):
        found["stage_loss_weights"] = told(plain(roi.stage_loss_weights), "roi_head.stage_loss_weights")
    return Given(found, origin)


def _extractor(extractor: Any) -> Given:
    path = "roi_head.bbox_roi_extractor"
    found = {"type": told(type(extractor).__name__, path)}
    for name in ("featmap_strides", "finest_scale"):
        if hasattr(extractor, name):
            found[name] = told(plain(getattr(extractor, name)), f"{path}.{name}")
    return Given(found, Origin("the model"))


def _generator(generator: Any, path: str) -> Given:
    kind = type(generator).__name__
    found = {"type": told(kind, path)}
    for name in GENERATOR:
        value = plain(getattr(generator, name, None))
        if value is not None:
            found[name] = told(value, f"{path}.{name}")
    if kind in ("SSDAnchorGenerator", "LegacySSDAnchorGenerator"):
        for name in ("centers", "center_offset", "base_sizes"):
            found.pop(name, None)
        least, scales = plain(generator.base_sizes), plain(generator.scales)
        found["min_sizes"] = told(least, f"{path}.base_sizes")
        found["max_sizes"] = told(
            [low * pair[1] ** 2 for low, pair in zip(least, scales, strict=True)], f"{path}.scales"
        )
        found["ratios"] = told([level[2::2] for level in plain(generator.ratios)], f"{path}.ratios")
    elif kind == "MlvlPointGenerator":
        sides = [pair[0] if len({*pair}) == 1 else pair for pair in plain(generator.strides)]
        found["strides"] = told(sides, f"{path}.strides")
        found["offset"] = told(plain(generator.offset), f"{path}.offset")
    elif kind == "YOLOAnchorGenerator":
        found = {name: found[name] for name in ("type", "strides", "base_sizes")}
    else:
        if plain(getattr(generator, "octave_base_scale", None)) is None:
            found["scales"] = told(plain(getattr(generator, "scales", None)), f"{path}.scales")
        found["ratios"] = told(plain(getattr(generator, "ratios", None)), f"{path}.ratios")
    return Given(found, Origin("the model"))


def _table(value: Any, path: str) -> Given:
    """Return settings of a model with each key's path as origin; what is no plain value is kept as its text."""
    if isinstance(value, Mapping):
        return Given({str(name): _table(part, f"{path}.{name}") for name, part in value.items()}, Origin("the model"))
    if isinstance(value, list | tuple):
        parts = [_table(part, f"{path}[{index}]") for index, part in enumerate(value)]
        return Given(parts, Origin("the model", path, told(plain(value), path).origin.written))
    known = isinstance(value, str | int | float | bool) or value is None
    return told(value if known else str(value), path)
