"""MMDetection's configs of versions 1 and 2 as those of version 3 are written; every value keeps its place and key.

Version 2 first had ``train_cfg`` and ``test_cfg`` beside the model. Version 1 had a head's anchors and deviations in
the head itself, the second stage in the model, and boxes of whole px, x2 - x1 + 1 wide. Sources: version 0.6's
``anchor_generator.py``, ``ssd_head.py``, ``transforms.py`` and ``geometry.py``; ``LegacyAnchorGenerator`` and
``LegacyDeltaXYWHBBoxCoder`` of version 2.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from rpn_inspector.translate.given import Given, Origin, given_of

SETTINGS = ("train_cfg", "test_cfg")
ANCHORS = {
    "anchor_scales": "scales",
    "anchor_ratios": "ratios",
    "anchor_strides": "strides",
    "anchor_base_sizes": "base_sizes",
    "octave_base_scale": "octave_base_scale",
    "scales_per_octave": "scales_per_octave",
}
SSD = {
    "anchor_ratios": "ratios",
    "aspect_ratios": "ratios",
    "anchor_strides": "strides",
    "min_sizes": "min_sizes",
    "max_sizes": "max_sizes",
    "input_size": "input_size",
    "basesize_ratio_range": "basesize_ratio_range",
}
DEVIATIONS = ("target_means", "target_stds")
RETINA = {"octave_base_scale": 4, "scales_per_octave": 3}
OCTAVES = {
    "RetinaHead": RETINA,
    "RetinaSepBNHead": RETINA,
    "ATSSHead": {"octave_base_scale": 8, "scales_per_octave": 1},
}
PLAIN: dict[str, Any] = {"scales": [8, 16, 32], "ratios": [0.5, 1.0, 2.0], "strides": [4, 8, 16, 32, 64]}
VERSION_1 = "MMDetection 1"


def as_version_3(root: Given) -> tuple[Given, Given | None]:
    """Return a config as version 3 is written, and the key that tells version 1, None for a later one."""
    model = root.value.get("model") if isinstance(root.value, dict) else None
    if model is None or not isinstance(model.value, dict):
        return root, None
    beside = {
        name: keyed(root.value[name], name)
        for name in SETTINGS
        if name in root.value and getattr(model.value.get(name), "value", None) is None
    }
    parts = {**model.value, **beside}
    old = next((key for name in ("rpn_head", "bbox_head") if (key := _old_key(parts.get(name), name))), None)
    if old is not None:
        parts = _modern(parts)
    above = {**_pipeline(root), **{name: part for name, part in root.value.items() if name not in beside}}
    return Given({**above, "model": Given(parts, model.origin)}, root.origin), old


def keyed(given: Given, key: str) -> Given:
    """Return a value that moves to another table, each part with the key it was written under."""
    if isinstance(given.value, dict):
        return Given({name: keyed(part, f"{key}.{name}") for name, part in given.value.items()}, given.origin)
    if isinstance(given.value, list):
        parts = [keyed(part, f"{key}[{index}]") for index, part in enumerate(given.value)]
        return Given(parts, given.named(key).origin)
    return given.named(key)


def _pipeline(root: Given) -> dict[str, Given]:
    """Return the input size that the first versions had in the dataset, as a pipeline of tests; {} without one."""
    found = root
    for key in ("data", "test"):
        found = found.value.get(key, Given(None, found.origin)) if isinstance(found.value, dict) else found
    said = found.value if isinstance(found.value, dict) else {}
    if "img_scale" not in said or "pipeline" in said:
        return {}
    moved = {name: said[name].named(f"data.test.{name}") for name in ("img_scale", "size_divisor") if name in said}
    size = {"type": _default("Resize", "data.test"), "img_scale": moved["img_scale"]}
    keeps = next((name for name in ("resize_keep_ratio", "keep_ratio_rescale") if name in said), None)
    size["keep_ratio"] = said[keeps].named(f"data.test.{keeps}") if keeps else _default(True, "resize_keep_ratio")
    steps = [size]
    if getattr(moved.get("size_divisor"), "value", None) is not None:
        steps.append({"type": _default("Pad", "data.test"), "size_divisor": moved["size_divisor"]})
    origin = dataclasses.replace(found.origin, key="data.test")
    return {"test_pipeline": Given([Given(step, origin) for step in steps], origin)}


def _old_key(head: Given | None, name: str) -> Given | None:
    """Return a key of version 1 in a head, None where there is none."""
    if head is None or not isinstance(head.value, dict) or "anchor_generator" in head.value:
        return None
    found = next((key for key in (*ANCHORS, *SSD, *DEVIATIONS) if key in head.value), None)
    return None if found is None else head.value[found].named(f"model.{name}.{found}")


def _modern(model: Mapping[str, Given]) -> dict[str, Given]:
    """Return a model of version 1 as version 3 is written."""
    parts = dict(model)
    second = "rpn_head" in parts and "bbox_head" in parts
    for name in ("rpn_head", "bbox_head"):
        if name in parts and isinstance(parts[name].value, dict):
            of_rois = second and name == "bbox_head"
            parts[name] = (_box_head if of_rois else _anchor_head)(parts[name], f"model.{name}")
    if second:
        parts["roi_head"] = _roi_head(parts)
    elif "roi_head" in parts and isinstance(parts["roi_head"].value, dict):
        roi, place = parts["roi_head"], "model.roi_head.bbox_head"
        if "bbox_head" in roi.value:
            parts["roi_head"] = Given({**roi.value, "bbox_head": _box_heads(roi.value["bbox_head"], place)}, roi.origin)
    return parts


def _roi_head(parts: dict[str, Given]) -> Given:
    """Return the second stage, taken out of the model's ``parts``."""
    heads = _box_heads(parts.pop("bbox_head"), "model.bbox_head")
    kind = "CascadeRoIHead" if isinstance(heads.value, list) else "StandardRoIHead"
    found = {"type": given_of(kind, Origin(heads.origin.source, "model.bbox_head")), "bbox_head": heads}
    pool = parts.pop("bbox_roi_extractor", None)
    if pool is not None:
        found["bbox_roi_extractor"] = keyed(pool, "model.bbox_roi_extractor")
    train = parts.get("train_cfg")
    weights = train.value.get("stage_loss_weights") if train is not None and isinstance(train.value, dict) else None
    if weights is not None:
        found["stage_loss_weights"] = keyed(weights, "train_cfg.stage_loss_weights")
    return Given(found, heads.origin)


def _anchor_head(head: Given, path: str) -> Given:
    """Return a head over anchors with its generator and coder as tables of their own."""
    own, kind = dict(head.value), head.value.get("type")
    name = getattr(kind, "value", None)
    defaults: dict[str, Any]
    if name == "SSDHead":
        places, generator, defaults = SSD, "LegacySSDAnchorGenerator", {"scale_major": False}
    else:
        places, generator, defaults = ANCHORS, "LegacyAnchorGenerator", {**PLAIN, "center_offset": 0.5}
        defaults |= OCTAVES.get(str(name), {})
    inside = {places[key]: own.pop(key).named(f"{path}.{key}") for key in list(own) if key in places}
    if "scales" in inside:
        defaults = {key: value for key, value in defaults.items() if key not in RETINA}
    elif "octave_base_scale" in defaults:
        defaults.pop("scales", None)
    origin = Origin(head.origin.source, path)
    made = {key: _default(value, f"{path}.{key}") for key, value in defaults.items()}
    own["anchor_generator"] = Given({"type": _default(generator, path), **made, **inside}, origin)
    return _with_coder(Given(own, head.origin), path)


def _box_heads(heads: Given, path: str) -> Given:
    if isinstance(heads.value, list):
        parts = [_box_head(each, f"{path}[{index}]") for index, each in enumerate(heads.value)]
        return Given(parts, heads.origin)
    return _box_head(heads, path)


def _box_head(head: Given, path: str) -> Given:
    """Return a head over proposals with its coder as a table."""
    return _with_coder(keyed(head, path), path) if isinstance(head.value, dict) else head


def _with_coder(head: Given, path: str) -> Given:
    own = dict(head.value)
    if "bbox_coder" in own:
        return head
    inside = {key: own.pop(key).named(f"{path}.{key}") for key in DEVIATIONS if key in own}
    kind = _default("LegacyDeltaXYWHBBoxCoder", path)
    own["bbox_coder"] = Given({"type": kind, **inside}, dataclasses.replace(head.origin, key=path))
    return Given(own, head.origin)


def _default(value: Any, key: str) -> Given:
    return given_of(value, Origin(f"code of {VERSION_1}", key))
