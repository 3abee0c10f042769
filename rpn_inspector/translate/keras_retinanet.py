"""keras-retinanet's ``config.ini``: anchors and pyramid levels; the library's other conventions are its code's."""

from __future__ import annotations

import configparser
import math
import re

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.draft import UNREAD, Draft, Translation
from rpn_inspector.translate.expressions import as_written_text
from rpn_inspector.translate.given import Config, Given, Misfit, Origin, numbers, whole
from rpn_inspector.translate.level_names import level_names

LIBRARY = "keras-retinanet 1.0"
BASE = "retinanet-keras"
CODE = "the library's code"
DEFAULTS = {"sizes": "32 64 128 256 512", "strides": "8 16 32 64 128", "ratios": "0.5 1 2"}
SCALES = [2**0, 2 ** (1.0 / 3.0), 2 ** (2.0 / 3.0)]
FIXED = {  # keras_retinanet/utils/{anchors,image}.py, losses.py, layers/filter_detections.py
    "dtype": ("float64", "utils/anchors.py"),
    "resize.rule": ("smaller_scale", "utils/image.py compute_resize_scale"),
    "resize.short": (800, "bin/train.py --image-min-side"),
    "resize.long": (1333, "bin/train.py --image-max-side"),
    "resize.pad_multiple": (1, "preprocessing/generator.py compute_inputs"),
    "resize.rounding": ("half_even", "utils/image.py resize_image, cv2.resize"),
    "resize.boxes.scale": ("uniform", "preprocessing/generator.py preprocess_group_entry"),
    "resize.boxes.clip": (False, "preprocessing/generator.py"),
    "anchors.offset": (0.5, "utils/anchors.py shift"),
    "anchors.order": ("ratio_size", "utils/anchors.py generate_anchors"),
    "matcher.positive": (0.5, "utils/anchors.py compute_gt_annotations"),
    "matcher.negative": (math.nextafter(0.4, 1.0), "utils/anchors.py compute_gt_annotations, 0.4 itself too"),
    "matcher.low_quality.rule": ("off", "utils/anchors.py compute_gt_annotations"),
    "matcher.outside.rule": ("centre_after", "utils/anchors.py anchor_targets_bbox"),
    "sampler.rule": ("all", "losses.py"),
    "coder.rule": ("corners", "utils/anchors.py bbox_transform"),
    "coder.stds": ([0.2, 0.2, 0.2, 0.2], "utils/anchors.py bbox_transform"),
    "loss.objectness": ("focal", "losses.py focal"),
    "loss.focal_alpha": (0.25, "losses.py focal"),
    "loss.focal_gamma": (2.0, "losses.py focal"),
    "loss.normaliser": ("positives", "losses.py"),
    "loss.beta": (1 / 9, "losses.py smooth_l1, sigma 3"),
    "proposals.min_score": (0.05, "layers/filter_detections.py"),
    "proposals.nms": (0.5, "layers/filter_detections.py"),
    "proposals.post_nms": (300, "layers/filter_detections.py"),
    "proposals.pre_nms": (1_000_000_000, "layers/filter_detections.py, no top-k before NMS"),
}


def read_keras_retinanet(config: ConfigText, files: ConfigFiles) -> Translation:
    """Return the recipe of a ``config.ini``. Raises `BadFile` without [anchor_parameters], `BadRecipe`."""
    table = Config(_tables(config, files), LIBRARY)
    anchors = table.table("anchor_parameters")
    draft = Draft(BASE, LIBRARY)
    for place, (value, where) in FIXED.items():
        draft.put(place, value, Given(str(value), Origin(CODE, where, str(value))))
    with draft.part():
        levels = table.find("pyramid_levels.levels")
        strides = _listed(anchors, "strides")
        names = [f"P{whole(one)}" for one in _split(levels).value] if levels is not None else None
        count = len(strides.value)
        if names is not None and len(names) != count:
            raise Misfit(levels or strides, f"{count} levels, one for each of strides")
        draft.put("anchors.names", names or level_names([whole(one) for one in strides.value]), levels or strides)
        draft.put("anchors.strides", [whole(one) for one in strides.value], strides)
        _sizes(draft, anchors, count)
    draft.leave_rest(table, {"anchor_parameters": UNREAD, "pyramid_levels": UNREAD}, "no part of a recipe")
    return draft.finish(config.path.stem, config.path.name, "keras-retinanet's anchors")


def _sizes(draft: Draft, anchors: Config, count: int) -> None:
    sizes, ratios = _listed(anchors, "sizes"), _listed(anchors, "ratios")
    scales = anchors.find("scales")
    scales = anchors.default("scales", SCALES) if scales is None else _split(scales)
    sides = numbers(sizes)
    if len(sides) != count:
        raise Misfit(sizes, f"{count} sizes, one for each of strides")
    draft.put("anchors.sizes", [[side * scale for scale in numbers(scales)] for side in sides], sizes, scales)
    draft.put("anchors.ratios", [numbers(ratios)], ratios)


def _listed(table: Config, key: str) -> Given:
    return _split(table.get(key, DEFAULTS[key]))


def _split(given: Given) -> Given:
    """Return the numbers of a text parted by spaces. Raises `Misfit`."""
    made = []
    for part in str(given.value).split():
        try:
            made.append(Given(float(part), given.origin))
        except ValueError:
            raise Misfit(given, "numbers with spaces between them") from None
    return Given(made, given.origin)


def _tables(config: ConfigText, files: ConfigFiles) -> Given:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(config.text)
    except configparser.Error as error:
        raise BadFile(config.path, f"not an ini file: {' '.join(str(error.message).split())[:200]}") from error
    if "anchor_parameters" not in parser:
        raise BadFile(config.path, "has no [anchor_parameters], wanted a config.ini of keras-retinanet")
    found: dict[str, Given] = {}
    for section in parser.sections():
        inside = {}
        for key, value in parser.items(section):
            files.count(config.path)
            place = f"{config.path.name}:{_line(config.text, section, key)}"
            inside[key] = Given(value, Origin(place, "", as_written_text(value)))
        found[section] = Given(inside, Origin(config.path.name))
    return Given(found, Origin(config.path.name))


def _line(text: str, section: str, key: str) -> int:
    """Return the line of a key in a section."""
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        heading = re.match(r"\s*\[([^\]]+)\]", line)
        within = heading[1] if heading else within
        if within == section and re.match(rf"\s*{re.escape(key)}\s*[=:]", line, re.IGNORECASE):
            return number
    return 0
